//! Footnotes without a mark in the recipe, and marks without a footnote.
//!
//! Owns which marks point to which footnotes. Must never read what a footnote says.

use super::Finding;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Note, Part, Recipe, Span};

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    let mut found = missing(recipe);
    for (at, footnote) in recipe.footnotes.iter().enumerate() {
        let Some(mark) = &footnote.title else {
            continue;
        };
        if !stands_somewhere(recipe, mark, at) {
            let warning = Diagnostic::warning(
                "footnote",
                format!("nothing in the recipe points to the footnote `{mark}`"),
            )
            .hint(format!("put `{mark}` behind the word that it explains"));
            found.push(Finding::about(Part::Footnote(at), warning));
        }
    }
    found
}

/// The marks of ingredients that no footnote explains.
fn missing(recipe: &Recipe) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut seen = Vec::new();
    for (at, ingredient) in recipe.all_ingredients().enumerate() {
        let Some(mark) = ingredient.mark.as_deref() else {
            continue;
        };
        if seen.contains(&mark) {
            continue;
        }
        seen.push(mark);
        let known = recipe.footnotes.iter().any(|note| {
            note.title
                .as_deref()
                .is_some_and(|title| title.trim_end_matches('.') == mark)
        });
        // A note or a step that begins with the mark explains it as well.
        let all_notes = || recipe.notes.iter().chain(&recipe.variations);
        let explains = |text: &str| text.contains(mark);
        let explained = known
            || recipe.footnotes.iter().any(|note| note.title.is_none())
            || all_notes().any(|note| explains_in_note(note, mark))
            || recipe.all_steps().any(|step| explains(&step.source));
        if explained {
            continue;
        }
        let Some(place) = ingredient.line.source.find(mark) else {
            continue;
        };
        let warning = Diagnostic::warning(
            "footnote",
            format!("no footnote explains the `{mark}` of `{}`", ingredient.name),
        )
        .hint(format!(
            "add it below `footnotes:` as `\"{mark}\": ...`, or remove the mark"
        ));
        let span = Span::new(place, place + mark.len());
        found.push(Finding::about(Part::Ingredient(at), warning).at(span));
    }
    found
}

fn explains_in_note(note: &Note, mark: &str) -> bool {
    note.text.source.contains(mark)
        || note
            .title
            .as_deref()
            .is_some_and(|title| title.contains(mark))
}

/// Whether `mark` stands anywhere but as the title of the footnote `own`.
fn stands_somewhere(recipe: &Recipe, mark: &str, own: usize) -> bool {
    let lines = recipe.all_ingredients().map(|item| &item.line);
    let notes = recipe.notes.iter().chain(&recipe.variations);
    let others = recipe
        .footnotes
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != own);
    let texts = lines
        .chain(recipe.all_steps())
        .chain(&recipe.equipment)
        .chain(&recipe.makes)
        .chain(notes.clone().map(|note| &note.text))
        .chain(others.map(|(_, note)| &note.text));
    let steps = recipe.steps.iter().filter_map(|group| group.name.as_ref());
    let groups = recipe
        .ingredients
        .iter()
        .filter_map(|group| group.name.as_ref());
    let headings = steps
        .chain(groups)
        .chain(notes.filter_map(|note| note.title.as_ref()))
        .chain([&recipe.title]);
    texts
        .map(|text| text.source.as_str())
        .chain(headings.map(String::as_str))
        .any(|text| text.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[test]
    fn a_mark_and_its_footnote_come_together() {
        says(
            check,
            "ingredients: [4 tbsp mayonnaise*]\nfootnotes: { \"*\": home-made }",
            &[],
        );
        says(
            check,
            "ingredients: [4 tbsp mayonnaise*]",
            &["warning: no footnote explains the `*` of `mayonnaise`"],
        );
        says(
            check,
            "ingredients: [4 tbsp mayonnaise]\nfootnotes: { \"*\": home-made }",
            &["warning: nothing in the recipe points to the footnote `*`"],
        );
    }

    #[test]
    fn a_note_explains_a_mark_as_well() {
        says(
            check,
            "ingredients: [4 tbsp mayonnaise*]\nnotes: [\"* home-made\"]",
            &[],
        );
        says(
            check,
            "ingredients: [4 tbsp mayonnaise]\nsteps: [\"Stir in the mayonnaise*.\"]\nfootnotes: { \"*\": home-made }",
            &[],
        );
    }
}
