//! The same ingredient twice in a group.
//!
//! Owns when two lines are the same. Must never add them up.

use super::Finding;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Ingredient, Part, Recipe};
use std::collections::HashMap;

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut at = 0;
    for group in &recipe.ingredients {
        let mut lines: HashMap<String, usize> = HashMap::new();
        for (index, ingredient) in group.items.iter().enumerate() {
            let same = lines.insert(key(ingredient), index);
            if same.is_some() {
                // A list without headings may be of two parts, each with its salt.
                let is_sure = group.name.is_some();
                found.push(repeated(Part::Ingredient(at), ingredient, is_sure));
            }
            at += 1;
        }
    }
    found
}

/// The line without what does not tell it from another.
fn key(ingredient: &Ingredient) -> String {
    let line = ingredient.line.source.to_lowercase();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn repeated(part: Part, ingredient: &Ingredient, is_sure: bool) -> Finding {
    let name = &ingredient.name;
    let message = format!("`{name}` stands twice, with the same amount");
    let said = match is_sure {
        true => Diagnostic::warning("twice", message).hint("remove one of the two lines"),
        false => Diagnostic::note("twice", message)
            .hint("if each is for a part of the dish, give the parts headings"),
    };
    Finding::about(part, said)
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[test]
    fn a_line_that_stands_twice_is_reported() {
        says(
            check,
            "ingredients: { Sauce: [1 tsp salt, 2 eggs, 1 tsp  Salt] }",
            &["warning: `Salt` stands twice, with the same amount"],
        );
        says(
            check,
            "ingredients: [1 tsp salt, 2 eggs, 1 tsp salt]",
            &["note: `salt` stands twice, with the same amount"],
        );
    }

    #[test]
    fn two_amounts_of_one_thing_are_two_uses_of_it() {
        says(
            check,
            "ingredients: { Rub: [1 tsp salt, 2 eggs, 2 tsp salt] }",
            &[],
        );
        says(
            check,
            "ingredients: { A: [1 tsp salt], B: [1 tsp salt] }",
            &[],
        );
    }
}
