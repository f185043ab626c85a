//! Writes Markdown for a page.

use super::Style;
use super::amounts::print;
use super::facts::facts;
use super::text::{manner, push_columns};
use crate::recipe::{Group, Note, Recipe};

/// Returns `recipe` as Markdown.
pub(super) fn write_markdown(recipe: &Recipe, style: Style) -> String {
    let manner = manner(style);
    let mut out = format!("# {}\n", recipe.title);
    let mut is_first = true;
    facts(recipe, manner, |name, fact| {
        if is_first {
            out.push('\n');
            is_first = false;
        }
        out.push_str(&format!("- **{name}:** {fact}\n"));
    });
    if !recipe.equipment.is_empty() {
        out.push_str("\n## Equipment\n\n");
    }
    for item in &recipe.equipment {
        out.push_str("- ");
        let start = out.len();
        out.push_str(&print(item, manner));
        escape_from(&mut out, start);
        out.push('\n');
    }
    out.push_str("\n## Ingredients\n");
    let mut printed = String::new();
    for group in &recipe.ingredients {
        heading(&mut out, group);
        for ingredient in &group.items {
            printed.clear();
            let columns = push_columns(&mut printed, ingredient, manner);
            let (amount, thing) = (&printed[columns.amount], &printed[columns.thing]);
            out.push_str("- ");
            let start = out.len();
            let is_set_bold = !amount.is_empty() && !amount.contains(BOLD);
            match is_set_bold {
                true => out.extend([BOLD, amount, BOLD]),
                false => out.push_str(amount),
            }
            if !amount.is_empty() && !thing.is_empty() {
                out.push(' ');
            }
            out.push_str(thing);
            if !is_set_bold {
                escape_from(&mut out, start);
            }
            out.push('\n');
        }
    }
    if !recipe.steps.is_empty() {
        out.push_str("\n## Steps\n");
    }
    for group in &recipe.steps {
        heading(&mut out, group);
        for (index, step) in group.items.iter().enumerate() {
            let number = index + 1;
            let indent = number.to_string().len() + 2;
            let step = indented(&print(step, manner), indent);
            out.push_str(&format!("{number}. {step}\n"));
        }
    }
    notes(&mut out, "Notes", &recipe.notes, style);
    notes(&mut out, "Variations", &recipe.variations, style);
    notes(&mut out, "Footnotes", &recipe.footnotes, style);
    out
}

fn heading<T>(out: &mut String, group: &Group<T>) {
    if let Some(name) = &group.name {
        out.push_str(&format!("\n### {name}\n"));
    }
    out.push('\n');
}

fn notes(out: &mut String, title: &str, notes: &[Note], style: Style) {
    if notes.is_empty() {
        return;
    }
    out.push_str(&format!("\n## {title}\n\n"));
    for note in notes {
        let text = indented(&print(&note.text, manner(style)), 2);
        match &note.title {
            Some(title) => out.push_str(&format!("- **{title}:** {text}\n")),
            None => {
                out.push_str("- ");
                let start = out.len();
                out.push_str(&text);
                escape_from(out, start);
                out.push('\n');
            }
        }
    }
}

/// What stands around bold text.
const BOLD: &str = "**";

/// Escapes the signs for bold text with which the item begins that stands in `out` from
/// byte `start` on: they are the author's own.
fn escape_from(out: &mut String, start: usize) {
    if out[start..].trim_start_matches('\\').starts_with(BOLD) {
        out.insert(start, '\\');
    }
}

/// Paragraphs after the first, under the first.
fn indented(text: &str, indent: usize) -> String {
    text.replace("\n\n", &format!("\n\n{}", " ".repeat(indent)))
}
