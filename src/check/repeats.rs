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
    let is_parted = is_parted(recipe);
    let mut found = Vec::new();
    for (at, step) in recipe.all_steps().enumerate() {
        for (span, quantity) in read_loose(step) {
            if let Some(share) = share(step, span, &quantity, &ingredients) {
                let is_sure = share == Share::Whole || is_parted;
                found.push(report(Part::Step(at), step, span, is_sure));
            }
        }
    }
    found
}

/// How much of a listed amount a step repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Share {
    /// A part, which may also be the portion of one piece.
    Some,
    /// All of it.
    Whole,
}

/// Whether the recipe takes anything in parts.
fn is_parted(recipe: &Recipe) -> bool {
    let lines = recipe.all_ingredients().map(|item| &item.line);
    lines
        .chain(recipe.all_steps())
        .flat_map(|text| words(&text.source))
        .any(|word| {
            matches!(
                word.stem.as_str(),
                "divided" | "remaining" | "rest" | "reserved"
            )
        })
}

fn share(
    step: &Text,
    span: Span,
    quantity: &Quantity,
    ingredients: &[&Ingredient],
) -> Option<Share> {
    let around = sentence(&step.source, span.start as usize);
    let hedged = words(step.at(around))
        .iter()
        .any(|word| NO_SHARE.contains(&word.stem.as_str()));
    if hedged {
        return None;
    }
    named_behind(&step.source, span.range().end, ingredients)
        .into_iter()
        .filter_map(|index| share_of(ingredients[index], quantity))
        .max()
}

/// What is less than one in so many of the whole may well be the portion of one piece.
const LEAST_SHARE: i64 = 8;

/// Which share of `ingredient` the `quantity` is, if that scales and it is a fair one.
fn share_of(ingredient: &Ingredient, quantity: &Quantity) -> Option<Share> {
    let own = ingredient
        .line
        .mentions()
        .filter(|mention| matches!(mention.role, Role::Primary | Role::Dual))
        .map(|mention| mention.quantity);
    let unit = quantity.unit.filter(|_| !ingredient.fixed)?;
    let share = |own: Quantity| {
        let own = own.convert(unit)?.ok()?;
        let whole = own.high.unwrap_or(own.low);
        let shares = quantity.low.times(Amount::from(LEAST_SHARE)).ok()?;
        if quantity.low == own.low && quantity.high == own.high {
            return Some(Share::Whole);
        }
        (quantity.low < whole && shares >= whole).then_some(Share::Some)
    };
    own.filter_map(share).max()
}

fn report(part: Part, step: &Text, span: Span, is_sure: bool) -> Finding {
    let said = step.at(span);
    // The other half of `½ cup (120 ml)` needs a look at both.
    let behind = step.source[span.range().end..].trim_start_matches(['.', ' ', '(', '/']);
    let before = step.source[..span.range().start].trim_end();
    let is_half = behind.starts_with(|c: char| c.is_numeric())
        || before.ends_with(['(', '/']) && before.len() > 1;
    let message = format!("`{said}` stays as it is when the recipe is scaled");
    let said = match is_sure {
        true => Diagnostic::warning("braces", message).hint(format!("write `{{{said}}}`")),
        false => Diagnostic::note("braces", message)
            .hint(format!("write `{{{said}}}`, unless it is for each piece")),
    };
    Finding {
        wants_braces: is_sure && !is_half,
        ..Finding::about(part, said).at(span)
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
            "Rub with 1 tsp sesame oil, then with the rest of it.",
            &["warning: `1 tsp` stays as it is when the recipe is scaled"],
        );
        step(
            "Add 2 cups of the flour and knead.",
            &["warning: `2 cups` stays as it is when the recipe is scaled"],
        );
        step(
            "Put 1 tsp sesame oil on top.",
            &["note: `1 tsp` stays as it is when the recipe is scaled"],
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
