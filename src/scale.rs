//! Scales a recipe: every amount that follows the number of servings, exactly.
//!
//! Owns the ways of saying by how much, and what a cook should be told. Must never
//! round, and must never touch times, temperatures, lengths or the size of packages.

use crate::amount::{Amount, TooLarge};
use crate::diagnostic::Diagnostic;
use crate::recipe::{Ingredient, Mention, Recipe, Role, Servings, Text};

/// A scaled recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scaled {
    /// The recipe with its new amounts.
    pub recipe: Recipe,
    /// The factor.
    pub factor: Amount,
    /// What the cook should know.
    pub remarks: Vec<Diagnostic>,
}

/// Why a recipe was not scaled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScaleError {
    /// The recipe does not say how many it serves.
    #[error("the recipe does not say how many it serves")]
    NoServings,
    /// The factor, or the number of people, is zero or less.
    #[error("a recipe can only be scaled to more than nothing, not to {0}")]
    NotPositive(Amount),
    /// An amount would no longer fit.
    #[error("the scaled amount of `{0}` is too large")]
    TooLarge(String),
}

/// Returns the factor that makes `recipe` serve `people`; it starts from `from`
/// servings where that is given, else from the recipe's own, and of a range from the
/// lower end, so that nobody goes hungry.
///
/// # Errors
/// [`ScaleError::NoServings`] if neither is known, [`ScaleError::NotPositive`] if a
/// number is zero.
pub fn factor_for_servings(
    recipe: &Recipe,
    people: Amount,
    from: Option<Amount>,
) -> Result<Amount, ScaleError> {
    let own = recipe.servings.as_ref().map(|servings| servings.low);
    let from = from.or(own).ok_or(ScaleError::NoServings)?;
    for number in [people, from] {
        if !number.is_positive() {
            return Err(ScaleError::NotPositive(number));
        }
    }
    people
        .over(from)
        .map_err(|TooLarge| ScaleError::TooLarge("servings".into()))
}

/// Returns `recipe` with every amount that is not fixed multiplied by `factor`.
///
/// Scaling by a factor and then by its inverse gives back the same recipe.
///
/// # Errors
/// [`ScaleError::NotPositive`] if `factor` is zero or less, [`ScaleError::TooLarge`]
/// if an amount no longer fits.
pub fn scale(recipe: &Recipe, factor: Amount) -> Result<Scaled, ScaleError> {
    if !factor.is_positive() {
        return Err(ScaleError::NotPositive(factor));
    }
    let mut scaled = recipe.clone();
    if factor == Amount::ONE {
        return Ok(Scaled {
            recipe: scaled,
            factor,
            remarks: Vec::new(),
        });
    }
    if let Some(servings) = &mut scaled.servings {
        *servings = scale_servings(servings, factor)
            .map_err(|TooLarge| ScaleError::TooLarge("servings".into()))?;
    }
    if let Some(makes) = &mut scaled.makes {
        scale_text(makes, factor).map_err(|TooLarge| ScaleError::TooLarge(makes.source.clone()))?;
    }
    let items = scaled
        .ingredients
        .iter_mut()
        .flat_map(|group| &mut group.items);
    for ingredient in items.filter(|ingredient| !ingredient.fixed) {
        scale_text(&mut ingredient.line, factor)
            .map_err(|TooLarge| ScaleError::TooLarge(ingredient.name.clone()))?;
    }
    for text in scaled.prose_mut() {
        scale_braces(text, factor).map_err(|TooLarge| ScaleError::TooLarge("a step".into()))?;
    }
    let remarks = remarks(recipe, factor);
    Ok(Scaled {
        recipe: scaled,
        factor,
        remarks,
    })
}

fn scale_servings(servings: &Servings, factor: Amount) -> Result<Servings, TooLarge> {
    Ok(Servings {
        low: servings.low.times(factor)?,
        high: servings.high.map(|high| high.times(factor)).transpose()?,
    })
}

fn scale_text(text: &mut Text, factor: Amount) -> Result<(), TooLarge> {
    // A temperature in a line (`water (110°F / 43°C)`) never scales, nor does its half.
    let mut head = None;
    for mention in text.mentions_mut() {
        if mention.role != Role::Dual {
            head = Some(mention.role);
        }
        if mention.role.scales() && head.is_none_or(Role::scales) {
            multiply(mention, factor)?;
        }
    }
    Ok(())
}

/// In prose only braces scale: the other half of a dual there is a temperature or a length.
fn scale_braces(text: &mut Text, factor: Amount) -> Result<(), TooLarge> {
    for mention in text
        .mentions_mut()
        .filter(|mention| mention.role == Role::Braced)
    {
        multiply(mention, factor)?;
    }
    Ok(())
}

fn multiply(mention: &mut Mention, factor: Amount) -> Result<(), TooLarge> {
    mention.quantity = mention.quantity.times(factor)?;
    mention.as_written = false;
    Ok(())
}

/// What the cook should know. Notes only: the amounts themselves stay linear.
fn remarks(recipe: &Recipe, factor: Amount) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    let unscaled = |ingredient: &Ingredient| {
        !ingredient
            .line
            .mentions()
            .any(|mention| mention.role.scales())
    };
    let names = |keep: &dyn Fn(&Ingredient) -> bool| {
        let items = recipe.all_ingredients().filter(|item| keep(item));
        let mut names: Vec<&str> = items.map(|item| item.line.source.as_str()).collect();
        names.dedup();
        names.join("; ")
    };
    let mut say = |code, names: String, before: &str, after: &str| {
        if !names.is_empty() {
            remarks.push(Diagnostic::note(code, format!("{before}{names}{after}")));
        }
    };
    say(
        "as-written",
        names(&|item| !item.fixed && unscaled(item)),
        "without an amount, so left as written: ",
        "",
    );
    say(
        "fixed",
        names(&|item| item.fixed),
        "fixed, so not scaled: ",
        "",
    );
    let at_least = |times: i64| factor >= Amount::from(times);
    if at_least(2) {
        let mut seasonings: Vec<&str> = recipe
            .all_ingredients()
            .filter(|item| !item.fixed && !unscaled(item) && is_seasoning(&item.name))
            .map(|item| item.name.as_str())
            .collect();
        seasonings.sort_unstable();
        seasonings.dedup();
        say(
            "seasoning",
            seasonings.join(", "),
            "scaled like the rest, but cooks often use less at this size, so taste: ",
            "",
        );
    }
    let small = factor
        .times(Amount::from(4))
        .is_ok_and(|four| four < Amount::ONE);
    if factor > Amount::from(4) {
        remarks.push(Diagnostic::note(
            "batch",
            format!("{factor} times the recipe is a lot for one pot: consider cooking in batches"),
        ));
    } else if small {
        remarks.push(Diagnostic::note(
            "batch",
            format!("{factor} of the recipe is little: use smaller vessels and watch the heat"),
        ));
    }
    let halved = factor
        .times(Amount::from(2))
        .is_ok_and(|two| two <= Amount::ONE);
    if (at_least(2) || halved) && !recipe.steps.is_empty() {
        remarks.push(Diagnostic::note(
            "times",
            "times and oven settings do not scale and stand as written",
        ));
    }
    remarks
}

/// Words that name what seasons or leavens.
const SEASONINGS: [&str; 17] = [
    "salt", "pepper", "soda", "yeast", "spice", "chili", "chilli", "chile", "cayenne", "chipotle",
    "clove", "cloves", "nutmeg", "saffron", "vanilla", "cumin", "cinnamon",
];

/// Whether `name` is of something that seasons or leavens, whose amount sources
/// disagree about in large batches.
fn is_seasoning(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    // A bell pepper and a garlic clove are vegetables, unsalted butter is butter.
    let vegetable = ["bell", "garlic", "sweet", "red", "green", "butter", "free"];
    lower.contains("baking powder")
        || words().any(|word| SEASONINGS.contains(&word))
            && !words().any(|word| vegetable.contains(&word))
}
