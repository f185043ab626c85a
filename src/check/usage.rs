//! An ingredient that no step uses.
//!
//! Owns when a step uses an ingredient, by name or by a wider word. Must never guess
//! from a recipe whose steps do not name what they use.

use super::Finding;
use super::foods::Foods;
use super::steps::{are_comparable, telling_words};
use super::words::words;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Ingredient, Part, Recipe};
use std::collections::BTreeSet;

/// Words by which a step takes in whatever is left: `whisk everything`.
#[rustfmt::skip]
const COLLECTIVE: [&str; 10] = [
    "ingredient", "everything", "others", "topping", "fixing", "component", "anything", "item",
    "mixin", "accompaniment",
];

/// Groups and remarks of what is put on the table and needs no step.
#[rustfmt::skip]
const AT_TABLE: [&str; 16] = [
    "serve", "serving", "garnish", "topping", "optional", "top", "taste", "decorate",
    "decoration", "accompaniment", "side", "extra", "needed", "choice", "favorite", "desired",
];

/// Foods that steps use without naming them: greasing a pan, boiling pasta.
#[rustfmt::skip]
const UNNAMED: [&str; 9] = [
    "water", "oil", "spray", "ice", "foil", "paper", "salt", "pepper", "liner",
];

/// Last words of the names of what is not dry.
#[rustfmt::skip]
const WET: [&str; 16] = [
    "extract", "vinegar", "honey", "syrup", "milk", "buttermilk", "cream", "butter", "egg",
    "yogurt", "juice", "molasse", "banana", "applesauce", "rum", "bourbon",
];

/// If more than one in so many ingredients is named nowhere, the steps just do not name them.
const ONE_IN: usize = 4;

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    if !are_comparable(recipe) {
        return Vec::new();
    }
    if takes_all(recipe) {
        return Vec::new();
    }
    let said = said(recipe);
    let takes_dry = said.contains("ingredient");
    let foods = Foods::known();
    let mut all = 0;
    let mut unused = Vec::new();
    let mut at = 0;
    for group in &recipe.ingredients {
        let heading = group.name.as_deref().unwrap_or_default();
        for ingredient in &group.items {
            all += 1;
            let is_used = is_at_table(heading, ingredient)
                || takes_dry && !is_surely_wet(ingredient)
                || is_used(ingredient, &said, foods);
            if !is_used {
                unused.push((at, ingredient));
            }
            at += 1;
        }
    }
    if unused.len() * ONE_IN > all && unused.len() > 1 {
        return Vec::new();
    }
    let report = |(at, ingredient): (usize, &Ingredient)| {
        let message = format!("no step uses `{}`", ingredient.name);
        let warning = Diagnostic::warning("unused", message)
            .hint("say in a step when it goes in, or mark it as `(optional)`");
        Finding::about(Part::Ingredient(at), warning)
    };
    unused.into_iter().map(report).collect()
}

/// Whether a step takes in whatever is left. `The dry ingredients` are not all of it.
fn takes_all(recipe: &Recipe) -> bool {
    let headings = recipe
        .steps
        .iter()
        .filter_map(|group| group.name.as_deref());
    let steps = recipe.all_steps().map(|step| step.source.as_str());
    steps.chain(headings).any(|text| {
        let said = words(text);
        said.iter().enumerate().any(|(index, word)| {
            let before = index
                .checked_sub(1)
                .map(|before| said[before].stem.as_str());
            COLLECTIVE.contains(&word.stem.as_str())
                && !(word.stem == "ingredient" && before == Some("dry"))
        })
    })
}

/// Whether `ingredient` is never among `the dry ingredients`.
fn is_surely_wet(ingredient: &Ingredient) -> bool {
    let name = words(&ingredient.name);
    name.last()
        .is_some_and(|word| WET.contains(&word.stem.as_str()))
}

/// Every word of the steps and their headings, the notes and the variations.
fn said(recipe: &Recipe) -> BTreeSet<String> {
    let notes = recipe
        .notes
        .iter()
        .chain(&recipe.variations)
        .chain(&recipe.footnotes);
    let headings = recipe
        .steps
        .iter()
        .filter_map(|group| group.name.as_deref());
    recipe
        .all_steps()
        .map(|step| step.source.as_str())
        .chain(headings)
        .chain(notes.map(|note| note.text.source.as_str()))
        .flat_map(words)
        .map(|word| word.stem)
        .collect()
}

fn is_at_table(heading: &str, ingredient: &Ingredient) -> bool {
    let about = words(heading)
        .into_iter()
        .chain(words(&ingredient.line.source));
    // A heading that stands among the ingredients.
    ingredient.line.source.trim_end().ends_with(':')
        // What has no amount goes on top as desired, or pleases as it pleases.
        || ingredient.quantity().is_none()
        || ingredient.optional
        || about
            .map(|word| word.stem)
            .any(|stem| AT_TABLE.contains(&stem.as_str()))
}

fn is_used(ingredient: &Ingredient, said: &BTreeSet<String>, foods: &Foods) -> bool {
    let mut telling = telling_words(ingredient);
    let more = ingredient
        .alternatives
        .iter()
        .flat_map(|other| words(other));
    telling.extend(more.map(|word| word.stem));
    telling.is_empty()
        || telling.iter().any(|word| {
            UNNAMED.contains(&word.as_str())
                || said
                    .iter()
                    .any(|said| foods.may_mean(said, word) || joined(said, word))
        })
}

/// `peas` in `chickpeas`, and the other way round.
fn joined(said: &str, word: &str) -> bool {
    let (short, long) = if said.len() < word.len() {
        (said, word)
    } else {
        (word, said)
    };
    short.chars().count() >= 4 && long.contains(short)
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    const STEPS: &str = "steps:\n  - Whisk the flour with the sugar in a bowl until there are no lumps.\n  - Stir in the eggs and the cheese, pour into a tin and bake for an hour.\n";

    #[track_caller]
    fn with(line: &str, expected: &[&str]) {
        let text = format!(
            "ingredients:\n  - 1 cup flour\n  - 1 cup sugar\n  - 2 eggs\n  - 1 cup grated cheddar\n  - \"{line}\"\n{STEPS}"
        );
        says(check, &text, expected);
    }

    #[test]
    fn what_no_step_uses_is_reported() {
        with("1 cup walnuts", &["warning: no step uses `walnuts`"]);
        with(
            "2 tsp vanilla extract",
            &["warning: no step uses `vanilla extract`"],
        );
    }

    #[test]
    fn what_a_step_calls_otherwise_is_used() {
        with("1 large egg yolk", &[]);
        with("1/2 cup parmesan", &[]);
        with("1 cup water", &[]);
        with("1 cup walnuts (optional)", &[]);
        with("sour cream", &[]);
        with("whipped cream, to serve", &[]);
    }

    #[test]
    fn dry_ingredients_take_in_nothing_wet() {
        let dry = |line: &str, expected: &[&str]| {
            let text = format!(
                "ingredients:\n  - 1 cup flour\n  - 1 cup sugar\n  - 2 eggs\n  - 1 cup grated cheddar\n  - \"{line}\"\n{STEPS}  - Whisk the dry ingredients.\n"
            );
            says(check, &text, expected);
        };
        dry(
            "2 tsp vanilla extract",
            &["warning: no step uses `vanilla extract`"],
        );
        dry("2 tsp xanthan gum", &[]);
    }

    #[test]
    fn steps_that_name_little_are_not_judged() {
        says(
            check,
            "ingredients: [1 cup walnuts, 2 eggs]\nsteps: [Mix.]",
            &[],
        );
        says(
            check,
            "ingredients: [1 cup walnuts, 2 eggs]\nsteps:\n  - Put all ingredients in a bowl and mix them with a spoon until there are no lumps left in it at all.",
            &[],
        );
    }
}
