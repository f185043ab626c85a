//! Writes Cooklang: facts between rules, then prose with its ingredients marked.
//!
//! Cooklang has no list of ingredients, so each group begins with a step that gathers
//! them; steps keep their words.

use super::amounts::{Manner, print, print_split};
use super::bare::print_bare;
use super::json::quoted;
use super::write_duration;
use super::yaml::write_servings;
use crate::recipe::{Group, Ingredient, Note, Piece, Recipe, Role};

/// Returns `recipe` as Cooklang with exact amounts.
pub(super) fn write_cooklang(recipe: &Recipe) -> String {
    let mut out = String::from("---\n");
    let source = recipe.source.as_ref();
    let facts = [
        ("title", Some(recipe.title.clone())),
        ("author", recipe.author.clone()),
        ("source.name", source.and_then(|source| source.name.clone())),
        ("source.url", source.and_then(|source| source.url.clone())),
        ("servings", recipe.servings.as_ref().map(write_servings)),
        ("yield", recipe.makes.as_ref().map(print_bare)),
        ("prep time", recipe.time.prep.map(write_duration)),
        ("cook time", recipe.time.cook.map(write_duration)),
        ("time", recipe.time.total.map(write_duration)),
        ("course", recipe.category.clone()),
        ("cuisine", recipe.cuisine.clone()),
    ];
    for (name, value) in facts {
        if let Some(value) = value {
            out.push_str(&format!("{name}: {}\n", quoted(&value)));
        }
    }
    if !recipe.tags.is_empty() {
        let tags: Vec<String> = recipe.tags.iter().map(|tag| quoted(tag)).collect();
        out.push_str(&format!("tags: [{}]\n", tags.join(", ")));
    }
    out.push_str("---\n");
    if !recipe.equipment.is_empty() {
        let tools = recipe.equipment.iter().map(print_bare);
        let tools: Vec<String> = tools
            .map(|tool| format!("#{}{{}}", bare_name(&tool)))
            .collect();
        out.push_str(&format!("\nGather {}.\n", tools.join(", ")));
    }
    for group in &recipe.ingredients {
        heading(&mut out, group);
        let items: Vec<String> = group.items.iter().map(ingredient).collect();
        out.push_str(&format!("\nGather {}.\n", items.join(", ")));
    }
    for group in &recipe.steps {
        heading(&mut out, group);
        for step in &group.items {
            out.push_str(&format!("\n{}\n", escaped(&print_bare(step))));
        }
    }
    for (kind, notes) in [
        ("", &recipe.notes),
        ("Variation: ", &recipe.variations),
        ("", &recipe.footnotes),
    ] {
        for note in notes {
            write_note(&mut out, kind, note);
        }
    }
    out
}

fn heading<T>(out: &mut String, group: &Group<T>) {
    if let Some(name) = &group.name {
        out.push_str(&format!("\n== {} ==\n", name.replace('=', "-")));
    }
}

/// Signs that would begin a mark, made harmless.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.replace("\n\n", " ").chars() {
        if matches!(c, '@' | '#' | '~' | '{' | '}' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    // Two dashes begin a comment, and these signs a note or a heading.
    let out = out.replace("--", "—").replace("[-", "(-");
    match out.starts_with(['>', '=', '-']) {
        true => format!("\\{out}"),
        false => out,
    }
}

fn bare_name(name: &str) -> String {
    name.replace(['@', '#', '~', '{', '}', '\\', '\n'], " ")
        .trim()
        .into()
}

/// `@brown miso{2%tbsp}(sieved)`
fn ingredient(ingredient: &Ingredient) -> String {
    let (amount, thing) = match only_amount(ingredient) {
        Some(parts) => parts,
        None => {
            let (amount, thing) = print_split(&ingredient.line, ingredient.lead, Manner::Exact);
            (amount.trim().to_string(), thing)
        }
    };
    let thing = thing.trim();
    let cut = [", ", " ("]
        .iter()
        .filter_map(|sign| thing.find(sign))
        .min();
    let (name, more) = thing.split_at(cut.unwrap_or(thing.len()));
    // Cooklang's own place for a preparation ends at the first parenthesis.
    let more = match more.strip_prefix(", ") {
        Some(preparation) if !preparation.contains(['(', ')']) => format!("({preparation})"),
        _ => escaped(more),
    };
    let fixed = if ingredient.fixed { "=" } else { "" };
    let amount = amount.replace(['{', '}'], "");
    format!("@{}{{{fixed}{amount}}}{more}", bare_name(name))
}

/// `2%tbsp` and the rest, where one plain amount leads the line.
fn only_amount(ingredient: &Ingredient) -> Option<(String, String)> {
    let line = &ingredient.line;
    let Some(Piece::Amount(mention)) = line.pieces.first() else {
        return None;
    };
    if ingredient.lead != 1 || mention.role != Role::Primary {
        return None;
    }
    let (whole, rest) = print_split(line, 1, Manner::Exact);
    let word = line.at(mention.unit_word?);
    let figures = whole.rfind(|c: char| c.is_numeric() || c == '.')?;
    let end = figures + whole[figures..].chars().next().map_or(1, char::len_utf8);
    let unit = whole[end..].trim_start_matches(['-', ' ']).trim();
    (!word.is_empty() && !unit.is_empty()).then(|| (format!("{}%{unit}", &whole[..end]), rest))
}

fn write_note(out: &mut String, kind: &str, note: &Note) {
    let text = print(&note.text, Manner::Exact).replace("\n\n", " ");
    let title = note
        .title
        .as_ref()
        .map_or_else(String::new, |title| format!("{title}: "));
    out.push_str(&format!("\n> {kind}{title}{}\n", text.replace("--", "—")));
}
