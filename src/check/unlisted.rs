//! A step that uses what no ingredient line lists.
//!
//! Owns when a food word in a step means something that goes in. Must never look at
//! notes and variations, which may name what they like.

use super::Finding;
use super::foods::{Foods, Row};
use super::steps::{are_comparable, sentence};
use super::words::{Word, words};
use crate::diagnostic::Diagnostic;
use crate::recipe::{Part, Recipe, Span, Text};
use std::collections::BTreeSet;

/// What is done to something that goes in.
#[rustfmt::skip]
const ADDING: [&str; 20] = [
    "add", "stir", "whisk", "mix", "fold", "pour", "sprinkle", "toss", "combine", "drizzle",
    "squeeze", "grate", "scatter", "blend", "beat", "melt", "sear", "rub", "spread", "brush",
];

/// Words that make of a food a suggestion, a comparison or a vessel.
#[rustfmt::skip]
const HEDGES: [&str; 36] = [
    "or", "if", "like", "such", "instead", "substitute", "alternatively", "optional",
    "optionally", "serve", "serving", "served", "enjoy", "prefer", "could", "can", "may", "might", "want",
    "size", "sized", "consistency", "resemble", "look", "similar", "than", "desired",
    "desire", "favorite", "taste", "try", "eg", "without", "not", "no", "recipe",
];

/// Words behind a food that make it a tool or a colour: `bread knife`.
#[rustfmt::skip]
const NO_FOOD: [&str; 18] = [
    "knife", "board", "pan", "press", "brush", "paper", "pot", "bowl", "cloth", "mill",
    "grinder", "pit", "size", "sized", "shape", "shaped", "colour", "color",
];

/// If more is missing than this, the list is of something else.
const MOST_MISSING: usize = 3;

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    if !are_comparable(recipe) {
        return Vec::new();
    }
    let foods = Foods::known();
    let listed = listed(recipe);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (at, step) in recipe.all_steps().enumerate() {
        let all = words(&step.source);
        for (index, word) in all.iter().enumerate() {
            let is_named = |row: &&Row| row.is_plain || is_of_fruit(step, &all, index);
            let Some(row) = foods.row(&word.stem).filter(is_named) else {
                continue;
            };
            if listed
                .iter()
                .any(|listed| foods.may_mean(listed, &word.stem))
                || !goes_in(step, &all, index)
                || !seen.insert(row.food)
            {
                continue;
            }
            let last = all
                .get(index + 1)
                .filter(|next| makes_a_name(step, word, next));
            let end = last.map_or(word.span.end, |next| next.span.end);
            let span = Span {
                start: word.span.start,
                end,
            };
            found.push(report(Part::Step(at), step, span));
        }
    }
    if found.len() > MOST_MISSING {
        found.clear();
    }
    found
}

/// Every word of the title, the ingredients and their headings, and the equipment.
fn listed(recipe: &Recipe) -> BTreeSet<String> {
    let lines = recipe
        .all_ingredients()
        .map(|item| item.line.source.as_str());
    let names = recipe.all_ingredients().map(|item| item.name.as_str());
    let headings = recipe
        .ingredients
        .iter()
        .filter_map(|group| group.name.as_deref());
    let steps = recipe
        .steps
        .iter()
        .filter_map(|group| group.name.as_deref());
    let tools = recipe.equipment.iter().map(|tool| tool.source.as_str());
    std::iter::once(recipe.title.as_str())
        .chain(lines)
        .chain(names)
        .chain(headings)
        .chain(steps)
        .chain(tools)
        .flat_map(words)
        .map(|word| word.stem)
        .collect()
}

/// Whether the word `index` of `step` is something that the cook is told to put in.
fn goes_in(step: &Text, all: &[Word], index: usize) -> bool {
    let word = &all[index];
    let here = word.span.start as usize;
    let sentence = sentence(&step.source, here).range();
    let within = |other: &&Word| sentence.contains(&(other.span.start as usize));
    let hedged = |other: &Word| HEDGES.contains(&other.stem.as_str());
    if all.iter().filter(within).any(hedged) {
        return false;
    }
    let before = &step.source[sentence.start..here];
    if before.matches('(').count() > before.matches(')').count() {
        return false;
    }
    let is_compound =
        step.source[word.span.end as usize..].starts_with('-') || before.ends_with('-');
    let follows = all
        .get(index + 1)
        .is_some_and(|next| NO_FOOD.contains(&next.stem.as_str()));
    let verbs = all
        .iter()
        .filter(within)
        .take_while(|other| other.span.start < word.span.start);
    let adds = verbs
        .into_iter()
        .any(|other| ADDING.contains(&other.stem.as_str()));
    adds && !is_compound && !follows
}

/// Whether the word `index` can only be a food, whatever else it may mean: `orange zest`.
fn is_of_fruit(step: &Text, all: &[Word], index: usize) -> bool {
    all.get(index + 1).is_some_and(|next| {
        matches!(next.stem.as_str(), "zest" | "juice") && makes_a_name(step, &all[index], next)
    })
}

/// Words that make a name together with the one before: `olive oil`.
#[rustfmt::skip]
const SECOND_WORDS: [&str; 16] = [
    "oil", "sauce", "syrup", "seed", "powder", "paste", "vinegar", "butter", "milk", "cheese",
    "leaf", "juice", "zest", "flake", "stick", "stock",
];

fn makes_a_name(step: &Text, word: &Word, next: &Word) -> bool {
    let between = &step.source[word.span.end as usize..next.span.start as usize];
    between == " " && SECOND_WORDS.contains(&next.stem.as_str())
}

fn report(part: Part, step: &Text, span: Span) -> Finding {
    let said = step.at(span);
    let message = format!("the step uses `{said}`, which the ingredients do not list");
    let warning = Diagnostic::warning("unlisted", message)
        .hint("add it to the ingredients, with how much of it is needed");
    Finding::about(part, warning).at(span)
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[track_caller]
    fn step(step: &str, expected: &[&str]) {
        let text = format!(
            "ingredients: [1 cup maple syrup, 2 eggs, 1 cup grated cheddar]\nsteps:\n  - Beat the eggs in a bowl with the syrup and the cheese until there are no lumps left.\n  - \"{step}\""
        );
        says(check, &text, expected);
    }

    #[test]
    fn what_is_not_listed_is_reported() {
        step(
            "Whisk in the white miso.",
            &["warning: the step uses `miso`, which the ingredients do not list"],
        );
        step(
            "Stir in the orange zest, then the lemon juice.",
            &[
                "warning: the step uses `orange zest`, which the ingredients do not list",
                "warning: the step uses `lemon juice`, which the ingredients do not list",
            ],
        );
        step(
            "Add the bacon and fry it with the basil.",
            &[
                "warning: the step uses `bacon`, which the ingredients do not list",
                "warning: the step uses `basil`, which the ingredients do not list",
            ],
        );
    }

    #[test]
    fn suggestions_and_comparisons_list_nothing() {
        step("Serve with basil.", &[]);
        step("Add the eggs (with a little basil).", &[]);
        step("Stir until it looks like mayonnaise.", &[]);
        step("Add the cheddar, or try parmesan.", &[]);
        step("Stir in the cheese.", &[]);
        step("Stir in a cup of water and butter the pan.", &[]);
        step("Add it and cut the pieces olive-sized.", &[]);
    }
}
