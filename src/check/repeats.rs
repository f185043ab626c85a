//! An amount that a step repeats outside of braces, so that it would not scale.
//!
//! Owns when an amount in a step is part of a listed one. Must never take the size of a
//! portion or what is to be left over for one.

use super::Finding;
use super::steps::{named_behind, sentence};
use super::words::words;
use crate::amount::Amount;
use crate::diagnostic::Diagnostic;
use crate::quantity::Quantity;
use crate::read::read_loose;
use crate::recipe::{Ingredient, Part, Recipe, Role, Span, Text};

/// Words of a sentence in which an amount is not a share of the whole: it goes to each
/// piece, or is what comes of cooking.
#[rustfmt::skip]
const NO_SHARE: [&str; 21] = [
    "per", "each", "every", "time", "batch", "reserve", "reserving", "reserved", "yield",
    "make", "measure", "should", "left", "scoop", "portion", "until", "if", "about", "or", "extra", "needed",
];

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    let ingredients: Vec<&Ingredient> = recipe.all_ingredients().collect();
    let mut found = Vec::new();
    for (at, step) in recipe.all_steps().enumerate() {
        for (span, quantity) in read_loose(step) {
            if is_share(step, span, &quantity, &ingredients) {
                found.push(report(Part::Step(at), step, span));
            }
        }
    }
    found
}

fn is_share(step: &Text, span: Span, quantity: &Quantity, ingredients: &[&Ingredient]) -> bool {
    let around = sentence(&step.source, span.start as usize);
    let hedged = words(step.at(around))
        .iter()
        .any(|word| NO_SHARE.contains(&word.stem.as_str()));
    if hedged {
        return false;
    }
    named_behind(&step.source, span.range().end, ingredients)
        .into_iter()
        .any(|index| covers(ingredients[index], quantity))
}

/// What is less than one in so many of the whole may well be the portion of one piece.
const LEAST_SHARE: i64 = 8;

/// Whether `ingredient` scales and `quantity` is a fair share of it.
fn covers(ingredient: &Ingredient, quantity: &Quantity) -> bool {
    let own = ingredient
        .line
        .mentions()
        .filter(|mention| matches!(mention.role, Role::Primary | Role::Dual))
        .map(|mention| mention.quantity);
    let Some(unit) = quantity.unit.filter(|_| !ingredient.fixed) else {
        return false;
    };
    own.into_iter().any(|own| match own.convert(unit) {
        Some(Ok(own)) => {
            let whole = own.high.unwrap_or(own.low);
            let shares = quantity.low.times(Amount::from(LEAST_SHARE));
            quantity.low <= whole && shares.is_ok_and(|shares| shares >= whole)
        }
        _ => false,
    })
}

fn report(part: Part, step: &Text, span: Span) -> Finding {
    let said = step.at(span);
    // The other half of `½ cup (120 ml)` needs a look at both.
    let behind = step.source[span.range().end..].trim_start_matches(['.', ' ', '(', '/']);
    let before = step.source[..span.range().start].trim_end();
    let is_half = behind.starts_with(|c: char| c.is_numeric())
        || before.ends_with(['(', '/']) && before.len() > 1;
    let message = format!("`{said}` stays as it is when the recipe is scaled");
    let warning = Diagnostic::warning("braces", message).hint(format!("write `{{{said}}}`"));
    Finding {
        wants_braces: !is_half && !said.contains(['{', '}']),
        ..Finding::about(part, warning).at(span)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[track_caller]
    fn step(step: &str, expected: &[&str]) {
        let text = format!(
            "ingredients: [2 cups flour, 1 tbsp sesame oil, 1 lb pasta, {{ line: 2 tsp yeast, fixed: true }}]\nsteps: [\"{step}\"]"
        );
        says(check, &text, expected);
    }

    #[test]
    fn a_share_of_a_listed_amount_wants_braces() {
        step(
            "Rub with 1 tsp sesame oil.",
            &["warning: `1 tsp` stays as it is when the recipe is scaled"],
        );
        step(
            "Add 1 1/2 cups of the flour and knead.",
            &["warning: `1 1/2 cups` stays as it is when the recipe is scaled"],
        );
    }

    #[test]
    fn other_amounts_do_not() {
        step("Rub with {1 tsp} sesame oil.", &[]);
        step("Reserve 1 cup pasta water.", &[]);
        step("Add 1 cup water.", &[]);
        step("Add 1 cup flour mixture.", &[]);
        step("Add 3 cups flour.", &[]);
        step("Put 1/4 tsp sesame oil in the middle.", &[]);
        step("Use 1 tsp oil for each piece.", &[]);
        step("Dissolve 1 tsp yeast.", &[]);
    }
}
