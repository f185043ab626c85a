//! Salt and leavening out of proportion to the flour.
//!
//! Owns how much of them a dough takes. Must never judge a dish without dough.

use super::Finding;
use super::figures::{grams, rounded};
use super::words::words;
use crate::amount::Amount;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Ingredient, Part, Recipe, Role};

/// What leavens, how many hundredths of the flour's weight are too much, and what is
/// usual.
///
/// Usual are 1 to 1 1/4 tsp baking powder or 1/4 tsp baking soda to a cup (125 g) of
/// flour (Corriher, *CookWise*), which is 4-5 % and 1 % by weight; 0.3-2 % dry yeast
/// and 1.8-2.2 % salt in bread (Hamelman, *Bread*). Sweet, fluffy and chemical doughs
/// take up to three times as much, so that the limits lie well above.
const LIMITS: [Limit; 4] = [
    Limit {
        word: "powder",
        of: "baking",
        most: 16,
        usual: "1 to 1 1/4 tsp for each cup of flour",
    },
    Limit {
        word: "soda",
        of: "baking",
        most: 8,
        usual: "1/4 tsp for each cup of flour",
    },
    Limit {
        word: "yeast",
        of: "",
        most: 12,
        usual: "1/2 to 1 tsp dry yeast for each cup of flour",
    },
    Limit {
        word: "salt",
        of: "",
        most: 10,
        usual: "1/4 to 1/2 tsp for each cup of flour",
    },
];

struct Limit {
    /// The last word of the name.
    word: &'static str,
    /// A word that must stand in it too.
    of: &'static str,
    /// The most, in hundredths of the weight of what is starchy.
    most: i64,
    usual: &'static str,
}

/// Last words of what a leavener leavens.
#[rustfmt::skip]
const STARCHY: [&str; 15] = [
    "flour", "meal", "cornmeal", "oat", "starch", "cornstarch", "bran", "semolina", "cocoa",
    "almond", "mix", "bisquick", "polenta", "potato", "crumb",
];

/// Words of recipes in which soda, salt or yeast are not for the dough alone.
#[rustfmt::skip]
const OTHERWISE: [&str; 20] = [
    "bath", "boil", "boiling", "brine", "pretzel", "bagel", "ramen", "fry", "fried", "dredge",
    "breading", "wing", "honeycomb", "volcano", "starter", "clean", "nutritional", "crust", "dough", "coating",
];

/// Less flour than this (1/2 cup) thickens or dusts, and is no dough.
const LEAST_FLOUR: i64 = 60;

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    // Each yeast and brine of its own kind is hard to tell by words: stay with those that
    // are sure.
    let texts = recipe
        .all_steps()
        .chain(recipe.all_ingredients().map(|item| &item.line))
        .map(|text| text.source.as_str())
        .chain([recipe.title.as_str()]);
    let is_otherwise = texts.into_iter().any(|text| {
        words(text)
            .iter()
            .any(|word| OTHERWISE.contains(&word.stem.as_str()) && word.stem != "dough")
    });
    let Some(starch) = starch(recipe).filter(|_| !is_otherwise) else {
        return Vec::new();
    };
    let leavened = recipe
        .all_ingredients()
        .any(|item| LIMITS.iter().take(3).any(|limit| limit.is_of(item)));
    let mut found = Vec::new();
    for (at, ingredient) in recipe.all_ingredients().enumerate() {
        for limit in LIMITS.iter().filter(|limit| limit.is_of(ingredient)) {
            if limit.word != "salt" || leavened {
                found.extend(out_of_proportion(
                    Part::Ingredient(at),
                    ingredient,
                    limit,
                    starch,
                ));
            }
        }
    }
    found
}

impl Limit {
    fn is_of(&self, ingredient: &Ingredient) -> bool {
        let name = words(&ingredient.name);
        name.last().is_some_and(|word| word.stem == self.word)
            && (self.of.is_empty() || name.iter().any(|word| word.stem == self.of))
    }
}

/// The grams of all that is starchy; `None` where there is no dough, or one of these
/// cannot be weighed.
fn starch(recipe: &Recipe) -> Option<Amount> {
    let mut sum = Amount::ZERO;
    for ingredient in recipe.all_ingredients() {
        let name = words(&ingredient.name);
        let is_starchy = name
            .iter()
            .any(|word| STARCHY.contains(&word.stem.as_str()));
        if is_starchy && ingredient.quantity().is_some() {
            sum = sum.plus(grams(ingredient)?).ok()?;
        }
    }
    (sum >= Amount::from(LEAST_FLOUR)).then_some(sum)
}

fn out_of_proportion(
    part: Part,
    ingredient: &Ingredient,
    limit: &Limit,
    starch: Amount,
) -> Option<Finding> {
    let weight = grams(ingredient)?;
    let hundredths = weight.times(Amount::from(100)).ok()?.over(starch).ok()?;
    if hundredths <= Amount::from(limit.most) {
        return None;
    }
    let mention = ingredient
        .line
        .mentions()
        .find(|mention| mention.role == Role::Primary)?;
    let said = ingredient.line.at(mention.span);
    let message = format!(
        "`{said}` of `{}` is a lot: {} % of the weight of the flour",
        ingredient.name,
        rounded(hundredths)
    );
    let warning =
        Diagnostic::warning("proportion", message).hint(format!("usual is {}", limit.usual));
    Some(Finding::about(part, warning).at(mention.span))
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[track_caller]
    fn dough(lines: &str, expected: &[&str]) {
        says(
            check,
            &format!("ingredients: [2 cups flour, {lines}]"),
            expected,
        );
    }

    #[test]
    fn too_much_leavening_is_reported() {
        dough(
            "1/4 cup baking powder",
            &["warning: `1/4 cup` of `baking powder` is a lot: 22.1 % of the weight of the flour"],
        );
        dough(
            "2 tbsp baking soda",
            &["warning: `2 tbsp` of `baking soda` is a lot: 11 % of the weight of the flour"],
        );
        dough(
            "1 tsp baking powder, 3 tbsp salt",
            &["warning: `3 tbsp` of `salt` is a lot: 21.9 % of the weight of the flour"],
        );
    }

    #[test]
    fn a_fluffy_dough_is_fine() {
        dough("2 tbsp baking powder", &[]);
        dough("2 tsp baking soda, 1 tsp salt", &[]);
        dough("1 tsp baking powder, 1 tbsp salt", &[]);
        // Nothing is leavened: the flour may only dust.
        dough("3 tbsp salt", &[]);
        says(
            check,
            "ingredients: [2 tbsp flour, 1 tbsp baking powder]",
            &[],
        );
        says(
            check,
            "ingredients: [2 cups flour, 1/2 cup baking soda]\nsteps: [Boil the pretzels.]",
            &[],
        );
    }
}
