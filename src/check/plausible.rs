//! An amount that is absurd for its servings: `11 ½ lb` pork belly for four.
//!
//! Owns how much of a thing nobody eats, and how such an amount comes about. Must never
//! judge what is not eaten whole: brines, crusts, water to boil in.

use super::Finding;
use super::figures::{grams, rounded};
use super::foods::Foods;
use super::words::words;
use crate::amount::Amount;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Ingredient, Mention, Part, Recipe, Role};
use crate::unit::{Dimension, known};

/// More meat or fish than so many grams a person is a mistake: USDA (Food Buying Guide,
/// and FSIS on whole birds) counts with 1 lb (454 g) a person with bones, half of it
/// without.
const MEAT: i64 = 1_100;
/// The same for what has bones or a shell.
const BONED: i64 = 1_600;
/// And for any other food: a large meal weighs about a kilogram in all.
const ANYTHING: i64 = 1_500;

/// Salt beyond so many grams a person, and in all, is for a brine or a crust or is a
/// mistake: a liter of salty soup holds 10 g (WHO advises 5 g a day).
const SALT: i64 = 25;
const SALT_IN_ALL: i64 = 100;

/// Ground spice beyond so many grams a person; a hot curry takes 10.
const SPICE: i64 = 30;

/// Words of recipes that take much salt and throw most of it away, or keep for months.
#[rustfmt::skip]
const SALTY: [&str; 27] = [
    "brine", "brined", "brining", "cure", "cured", "curing", "crust", "pickle", "pickled", "pickling",
    "ferment", "fermented", "fermentation", "kimchi", "sauerkraut", "gravlax", "preserve", "preserved",
    "bath", "soak", "rinse", "drain", "boil", "pasta", "rock", "bed", "blend",
];

/// Words of recipes that make a stock of something, not a meal.
#[rustfmt::skip]
const IN_STORE: [&str; 20] = [
    "stock", "broth", "bone", "jam", "jelly", "preserve", "canning", "jar", "juice", "syrup",
    "blend", "mix", "rub", "seasoning", "candy", "smoker", "batch", "lard", "tallow", "whole",
];

/// Words of things with bones, shells or rinds.
#[rustfmt::skip]
const WITH_BONES: [&str; 15] = [
    "bone", "rib", "whole", "turkey", "goose", "duck", "lobster", "crab", "mussel", "clam",
    "oyster", "crayfish", "crawfish", "shank", "head",
];

/// Words of dishes and drinks that are meat or fish by the table of foods.
const MEATS: [&str; 4] = ["meat", "fish", "seafood", "poultry"];

/// Spices, by their last word.
#[rustfmt::skip]
const SPICES: [&str; 14] = [
    "cinnamon", "nutmeg", "clove", "allspice", "cayenne", "cumin", "turmeric", "cardamom",
    "pepper", "saffron", "oregano", "thyme", "paprika", "coriander",
];

/// With fewer servings, the number is more likely wrong than the amounts: `1 loaf`.
const FEWEST_SERVINGS: i64 = 2;

/// A recipe that does not say how many it serves does not serve more than this.
const MANY: i64 = 10;

/// What a cup weighs at the least, in grams, of the salts that have no weight of their
/// own (coarse kosher salt is the lightest, 135 g) and of ground spice (USDA: 1 tbsp
/// ground cumin is 6 g).
const CUP_OF_SALT: i64 = 135;
const CUP_OF_SPICE: i64 = 96;

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    let mut found = Vec::new();
    let said = recipe
        .servings
        .map(|servings| servings.high.unwrap_or(servings.low))
        .filter(|people| *people >= Amount::from(FEWEST_SERVINGS));
    let foods = Foods::known();
    for (at, ingredient) in recipe.all_ingredients().enumerate() {
        let part = Part::Ingredient(at);
        let people = said.or_else(|| is_salt(ingredient).then_some(Amount::from(MANY)));
        let too_much = people.and_then(|people| too_much(recipe, ingredient, people, foods));
        found.extend(report(part, ingredient, too_much));
    }
    found
}

fn is_salt(ingredient: &Ingredient) -> bool {
    words(&ingredient.name)
        .last()
        .is_some_and(|word| word.stem == "salt")
}

fn report(part: Part, ingredient: &Ingredient, too_much: Option<String>) -> Option<Finding> {
    let mention = ingredient
        .line
        .mentions()
        .find(|mention| mention.role == Role::Primary)?;
    let said = ingredient.line.at(mention.span);
    let name = &ingredient.name;
    let slip = slip(ingredient, mention);
    let found = match (too_much, slip) {
        (Some(too_much), slip) => Diagnostic::warning(
            "amount",
            format!("`{said}` of `{name}` is a lot: {too_much}"),
        )
        .hint(match slip {
            Some(meant) => format!("was `{meant}` meant? Otherwise correct the servings"),
            None => "correct the amount, its unit, or the servings".into(),
        }),
        (None, Some(meant)) => Diagnostic::note(
            "repeated-digit",
            format!("`{said}` of `{name}` looks like a range that lost its dash"),
        )
        .hint(format!("if `{meant}` is meant, write that")),
        (None, None) => return None,
    };
    Some(Finding::about(part, found).at(mention.span))
}

/// The range that lost its dash: `11 ½` was `1-1 ½`.
fn slip(ingredient: &Ingredient, mention: &Mention) -> Option<String> {
    let low = mention.quantity.low;
    let unit = mention.quantity.unit?;
    // Packages come in 11 1/2 oz.
    let is_measure = matches!(unit.dimension(), Dimension::Volume | Dimension::Mass)
        && unit != known::OUNCE
        && unit != known::US_FLUID_OUNCE;
    if low.is_whole() || mention.quantity.high.is_some() || !is_measure || low.denominator() > 8 {
        return None;
    }
    let whole = low.floor();
    let digit = whole / 11;
    if !(whole % 11 == 0 && (1..=4).contains(&digit)) {
        return None;
    }
    let said = ingredient.line.at(mention.span);
    // A decimal such as `11.5` lost nothing.
    let doubled = format!("{digit}{digit}");
    let rest = said.strip_prefix(&doubled)?;
    (!rest.starts_with(['.', ','])).then(|| format!("{digit}-{digit}{rest}"))
}

/// Says how much that is for each, if nobody eats so much.
fn too_much(
    recipe: &Recipe,
    ingredient: &Ingredient,
    people: Amount,
    foods: &Foods,
) -> Option<String> {
    let name: Vec<String> = words(&ingredient.name)
        .into_iter()
        .map(|word| word.stem)
        .collect();
    let is_of = |list: &[&str]| name.iter().any(|word| list.contains(&word.as_str()));
    let last = name.last().map_or("", String::as_str);
    let is_spice =
        SPICES.contains(&last) && !is_of(&["bell", "sweet", "red", "green", "fresh", "garlic"]);
    let cup = match (last, is_spice) {
        ("salt", _) => Some(CUP_OF_SALT),
        (_, true) => Some(CUP_OF_SPICE),
        _ => None,
    };
    let by_cup = || {
        let cups = ingredient.quantity()?.convert(known::US_CUP)?.ok()?.low;
        cups.times(Amount::from(cup?)).ok()
    };
    let weight = grams(ingredient).or_else(by_cup)?;
    let each = weight.over(people).ok()?;
    if last == "salt" {
        let is_absurd = each > Amount::from(SALT)
            && weight > Amount::from(SALT_IN_ALL)
            && !tells_of(recipe, &SALTY);
        return is_absurd.then(|| for_each(each, people));
    }
    if is_of(&[
        "water", "ice", "stock", "broth", "charcoal", "coal", "wood", "bone",
    ]) || tells_of_title(recipe, &IN_STORE)
    {
        return None;
    }
    let is_meat = name.iter().any(|word| {
        foods.row(word).is_some_and(|row| {
            MEATS.contains(&row.food) || row.wider.iter().any(|wider| MEATS.contains(wider))
        })
    });
    let has_bones = words(&ingredient.line.source)
        .iter()
        .any(|word| WITH_BONES.contains(&word.stem.as_str()));
    let is_boneless = is_of(&["boneless"]);
    let most = if is_spice {
        SPICE
    } else if is_meat && (is_boneless || !has_bones) {
        MEAT
    } else if is_meat || has_bones {
        BONED
    } else {
        ANYTHING
    };
    (each > Amount::from(most)).then(|| for_each(each, people))
}

/// `1.3 kg for each of 4`
fn for_each(each: Amount, people: Amount) -> String {
    let kilogram = Amount::from(1_000);
    let weight = match each.over(kilogram) {
        Ok(kilograms) if each >= kilogram => format!("{} kg", rounded(kilograms)),
        _ => format!("{} g", rounded(each)),
    };
    format!("{weight} for each of {people} people")
}

fn tells_of_title(recipe: &Recipe, list: &[&str]) -> bool {
    words(&recipe.title)
        .iter()
        .any(|word| list.contains(&word.stem.as_str()))
}

/// Whether the title, a heading, an ingredient or a step has a word of `list`.
fn tells_of(recipe: &Recipe, list: &[&str]) -> bool {
    let in_text = |text: &str| {
        words(text)
            .iter()
            .any(|word| list.contains(&word.stem.as_str()))
    };
    let headings = recipe
        .ingredients
        .iter()
        .filter_map(|group| group.name.as_deref());
    in_text(&recipe.title)
        || headings.into_iter().any(in_text)
        || recipe
            .all_ingredients()
            .any(|item| in_text(&item.line.source))
        || recipe.all_steps().any(|step| in_text(&step.source))
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[track_caller]
    fn for_four(line: &str, expected: &[&str]) {
        says(
            check,
            &format!("servings: 4\ningredients: [\"{line}\"]\nsteps: [Roast it.]"),
            expected,
        );
    }

    #[test]
    fn what_nobody_eats_is_reported() {
        for_four(
            "11 ½ lb boneless pork belly",
            &["warning: `11 ½ lb` of `boneless pork belly` is a lot: 1.3 kg for each of 4 people"],
        );
        for_four(
            "2 cups salt",
            &["warning: `2 cups` of `salt` is a lot: 146 g for each of 4 people"],
        );
        for_four(
            "3 cups kosher salt",
            &["warning: `3 cups` of `kosher salt` is a lot: 101 g for each of 4 people"],
        );
        for_four(
            "50 cups flour",
            &["warning: `50 cups` of `flour` is a lot: 1.56 kg for each of 4 people"],
        );
        for_four(
            "1 cup cinnamon",
            &["warning: `1 cup` of `cinnamon` is a lot: 31.2 g for each of 4 people"],
        );
    }

    #[test]
    fn salt_is_judged_without_servings() {
        says(
            check,
            "ingredients: [2 cups salt]",
            &["warning: `2 cups` of `salt` is a lot: 58.4 g for each of 10 people"],
        );
        says(check, "ingredients: [1/2 cup salt]", &[]);
    }

    #[test]
    fn a_feast_is_none() {
        for_four("1-1 1/2 lb boneless pork belly", &[]);
        for_four("12 lb whole turkey", &[]);
        for_four("5 lb ribs", &[]);
        for_four("1/4 cup salt", &[]);
        for_four("12 cups flour", &[]);
        for_four("20 cups water", &[]);
        says(check, "servings: 1\ningredients: [5 lb pork]", &[]);
        says(check, "ingredients: [50 lb pork]", &[]);
        says(
            check,
            "servings: 4\ningredients: [2 cups salt]\nsteps: [Keep it in the brine.]",
            &[],
        );
    }

    #[test]
    fn a_range_that_lost_its_dash_is_noted() {
        for_four(
            "11 1/2 tsp oil",
            &["note: `11 1/2 tsp` of `oil` looks like a range that lost its dash"],
        );
        for_four("11 1/2 oz beef", &[]);
        for_four("12 1/2 tsp oil", &[]);
        for_four("11.5 ml oil", &[]);
        for_four("11 tsp oil", &[]);
    }
}
