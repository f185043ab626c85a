//! Heat that no kitchen has, and degrees that do not say on which scale.
//!
//! Owns what an oven and a broiler can do. Must never judge the heat of food.

use super::Finding;
use crate::amount::Amount;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Mention, Part, Recipe, Role, Text};
use crate::unit::known;

/// Home ovens end at 550 °F (290 °C); self-cleaning cycles, grills and pizza ovens reach
/// 900 °F (480 °C). Above these marks nothing cooks.
const HOTTEST_FAHRENHEIT: i64 = 1_000;
const HOTTEST_CELSIUS: i64 = 530;

/// Above these an oven in °C or °F is hotter than those in homes.
const HOME_FAHRENHEIT: i64 = 575;
const HOME_CELSIUS: i64 = 300;

/// Words that tell of fire that is hotter than a home oven.
const FIRES: [&str; 12] = [
    "pizza", "grill", "charcoal", "coal", "smoker", "kamado", "tandoor", "tandoori", "wok",
    "barbecue", "torch", "wood",
];

/// What may stand between `broil` and its number.
const BETWEEN: [&str; 8] = ["at", "to", "on", "the", "oven", "setting", "a", "about"];

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut bare = None;
    let steps = || recipe.all_steps().enumerate();
    let has_fire = std::iter::once(recipe.title.as_str())
        .chain(steps().map(|(_, step)| step.source.as_str()))
        .any(|text| {
            super::words::words(text)
                .iter()
                .any(|word| FIRES.contains(&word.stem.as_str()))
        });
    for (at, step) in steps() {
        let part = Part::Step(at);
        for mention in step.mentions() {
            if mention.role == Role::Oven {
                found.extend(too_hot(part, step, mention, has_fire));
                found.extend(broiler(part, step, mention));
            }
            let is_heat = matches!(mention.role, Role::Oven | Role::Inner);
            if is_heat && bare.is_none() && is_bare(step.at(mention.span)) {
                bare = Some(no_scale(part, step, mention));
            }
        }
    }
    found.extend(bare);
    found
}

fn too_hot(part: Part, step: &Text, mention: &Mention, has_fire: bool) -> Option<Finding> {
    let heat = mention.quantity.high.unwrap_or(mention.quantity.low);
    let is_celsius = mention.quantity.unit == Some(known::DEGREE_CELSIUS);
    let (hottest, home) = match is_celsius {
        true => (HOTTEST_CELSIUS, HOME_CELSIUS),
        false => (HOTTEST_FAHRENHEIT, HOME_FAHRENHEIT),
    };
    let limit = if has_fire { hottest } else { home };
    if heat <= Amount::from(limit) {
        return None;
    }
    let said = step.at(mention.span);
    let hint = match is_celsius && heat <= Amount::from(HOME_FAHRENHEIT) {
        true => "were degrees Fahrenheit meant?",
        false => "look for a digit too many, or a missing `-` or `°`",
    };
    let warning = Diagnostic::warning("oven", format!("no oven reaches `{said}`")).hint(hint);
    Some(Finding::about(part, warning).at(mention.span))
}

/// `broil at 420 degrees`
fn broiler(part: Part, step: &Text, mention: &Mention) -> Option<Finding> {
    let before = step.source.get(..mention.span.start as usize)?;
    // The other half of a dual would say the same again.
    let mut words = before
        .rsplit(|c: char| c.is_whitespace())
        .filter(|word| !word.is_empty())
        .take(4)
        .map(str::to_lowercase);
    let near = words.find(|word| !BETWEEN.contains(&word.as_str()))?;
    if !matches!(near.as_str(), "broil" | "broiler" | "broiling") {
        return None;
    }
    let said = step.at(mention.span);
    let note = Diagnostic::note("broil", format!("most broilers have no `{said}`"))
        .hint("say `broil on high` or `broil on low`, and how far from the heat");
    Some(Finding::about(part, note).at(mention.span))
}

fn is_bare(said: &str) -> bool {
    let figures = said.trim_start_matches(|c: char| !c.is_alphabetic());
    figures.is_empty()
        || figures.to_lowercase().trim_end().ends_with("degrees")
        || figures.to_lowercase().trim_end().ends_with("degree")
}

fn no_scale(part: Part, step: &Text, mention: &Mention) -> Finding {
    let said = step.at(mention.span);
    let scale = match mention.quantity.unit == Some(known::DEGREE_CELSIUS) {
        true => "°C",
        false => "°F",
    };
    let note = Diagnostic::note(
        "degrees",
        format!("`{said}` does not say on which scale; it is read as {scale}"),
    )
    .hint(format!("write `{}{scale}`", mention.quantity.low));
    Finding::about(part, note).at(mention.span)
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[track_caller]
    fn step(step: &str, expected: &[&str]) {
        says(
            check,
            &format!("ingredients: [2 eggs]\nsteps: [\"{step}\"]"),
            expected,
        );
    }

    #[test]
    fn an_oven_that_no_kitchen_has_is_reported() {
        step(
            "Heat the oven to 2750°F.",
            &["warning: no oven reaches `2750°F`"],
        );
        step(
            "Heat the oven to 350°C.",
            &["warning: no oven reaches `350°C`"],
        );
        step("Heat the oven to 500°F (260°C).", &[]);
        step("Heat the pizza oven to 800°F.", &[]);
        step("Cook the pork to 165°F.", &[]);
    }

    #[test]
    fn degrees_without_a_scale_are_noted_once() {
        step(
            "Heat the oven to 275 degrees. Then bake at 300 degrees.",
            &["note: `275 degrees` does not say on which scale; it is read as °F"],
        );
        step("Heat the oven to 275 degrees F.", &[]);
        step("Bake at 180°C.", &[]);
        step("Turn the pan by 180 degrees.", &[]);
    }

    #[test]
    fn a_broiler_has_no_degrees() {
        step(
            "Turn the oven to broil at 500°F.",
            &["note: most broilers have no `500°F`"],
        );
        step("Raise the oven to 500°F or switch to broil.", &[]);
        step("Broil for 5 minutes. Heat the oven to 400°F.", &[]);
    }
}
