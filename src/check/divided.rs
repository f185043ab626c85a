//! A divided ingredient whose parts do not add up to the whole.
//!
//! Owns how the parts in the steps are summed. Must never judge an ingredient that is
//! not said to be divided.

use super::Finding;
use super::figures::rounded;
use super::steps::named_behind;
use super::words::words;
use crate::diagnostic::Diagnostic;
use crate::quantity::Quantity;
use crate::read::read_loose;
use crate::recipe::{Ingredient, Part, Recipe, Role, Text};

/// The parts of a cook may miss the whole by so many hundredths.
const HUNDREDTHS: i64 = 3;

/// Words that stand for a part without a figure.
#[rustfmt::skip]
const VAGUE: [&str; 10] = [
    "remaining", "rest", "other", "half", "third", "quarter", "reserved", "some", "more", "little",
];

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    let ingredients: Vec<&Ingredient> = recipe.all_ingredients().collect();
    let mut found = Vec::new();
    for (at, ingredient) in ingredients.iter().enumerate() {
        let is_divided = words(&ingredient.line.source)
            .iter()
            .any(|word| word.stem == "divided");
        if is_divided {
            found.extend(mismatch(recipe, &ingredients, at));
        }
    }
    found
}

fn mismatch(recipe: &Recipe, ingredients: &[&Ingredient], at: usize) -> Option<Finding> {
    let ingredient = ingredients[at];
    let whole = ingredient.total()?;
    let unit = whole.unit?;
    let mut sum: Option<Quantity> = None;
    let mut parts: Vec<Quantity> = Vec::new();
    let mut is_vague = false;
    for step in recipe.all_steps() {
        let own: Vec<Quantity> = amounts_of(step, ingredients, at)?;
        is_vague |= words(&step.source)
            .iter()
            .any(|word| VAGUE.contains(&word.stem.as_str()));
        parts.extend(own);
    }
    for part in &parts {
        let part = part.convert(unit)?.ok()?;
        sum = match sum {
            Some(sum) => Some(sum.plus(part)?.ok()?),
            None => Some(part),
        };
    }
    let sum = sum?;
    let (least, most) = (sum.low, sum.high.unwrap_or(sum.low));
    let slack = whole
        .low
        .times(crate::amount::Amount::new(i128::from(HUNDREDTHS), 100)?)
        .ok()?;
    let too_much = least.minus(slack).ok()? > whole.high.unwrap_or(whole.low);
    let too_little = !is_vague
        && parts.len() > 1
        && named_times(recipe, ingredient) <= parts.len()
        && most.plus(slack).ok()? < whole.low;
    if parts.len() < 2 || !(too_much || too_little) {
        return None;
    }
    let said = match sum.high {
        Some(high) => format!("{}-{}", rounded(sum.low), rounded(high)),
        None => rounded(sum.low),
    };
    let message = format!(
        "the steps divide `{}` into parts of {said} {} in all",
        ingredient.name,
        unit.label(sum.low),
    );
    let warning = Diagnostic::warning("divided", message).hint("correct the whole or its parts");
    Some(Finding::about(Part::Ingredient(at), warning))
}

/// The amounts of the ingredient `at` in `step`, in braces or not; `None` where one
/// might be of another line as well.
fn amounts_of(step: &Text, ingredients: &[&Ingredient], at: usize) -> Option<Vec<Quantity>> {
    let braced = step
        .mentions()
        .filter(|mention| mention.role == Role::Braced)
        .map(|mention| (mention.span, mention.quantity));
    let mut own = Vec::new();
    for (span, quantity) in braced.chain(read_loose(step)) {
        let named = named_behind(&step.source, span.range().end, ingredients);
        match named.as_slice() {
            [one] if *one == at => own.push(quantity),
            many if many.contains(&at) => return None,
            _ => {}
        }
    }
    Some(own)
}

/// How often the steps name the last word of the ingredient.
fn named_times(recipe: &Recipe, ingredient: &Ingredient) -> usize {
    let name = words(&ingredient.name);
    let Some(last) = name.last() else {
        return 0;
    };
    let said = recipe.all_steps().flat_map(|step| words(&step.source));
    said.filter(|word| word.stem == last.stem).count()
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[track_caller]
    fn steps(steps: &str, expected: &[&str]) {
        let text = format!("ingredients: [\"1 cup sugar, divided\", 2 eggs]\nsteps: [\"{steps}\"]");
        says(check, &text, expected);
    }

    #[test]
    fn parts_that_do_not_add_up_are_reported() {
        steps(
            "Beat 1/4 cup sugar with the eggs. Fold in {1/2 cup} sugar.",
            &["warning: the steps divide `sugar` into parts of 0.75 cup in all"],
        );
        steps(
            "Beat 3/4 cup sugar with the eggs. Fold in 1/2 cup of the sugar.",
            &["warning: the steps divide `sugar` into parts of 1.25 cups in all"],
        );
    }

    #[test]
    fn parts_that_add_up_or_are_vague_are_fine() {
        steps(
            "Beat 1/2 cup sugar with the eggs. Fold in 1/2 cup sugar.",
            &[],
        );
        steps(
            "Beat 1/4 cup sugar with the eggs. Fold in the rest of the sugar.",
            &[],
        );
        steps(
            "Beat 1/4 cup sugar with the eggs. Fold in 1/4 cup sugar. Dust with sugar.",
            &[],
        );
        steps(
            "Beat 12 tbsp sugar with the eggs. Fold in 4 tbsp sugar.",
            &[],
        );
        steps("Beat the sugar with the eggs.", &[]);
        says(
            check,
            "ingredients: [\"500g/1 lb 2 oz butter, divided\"]\n\
             steps: ['Melt {250 g} butter. Add {250 g} butter.']",
            &[],
        );
    }
}
