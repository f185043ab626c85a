//! Writes RecipeMD: Markdown in three parts, told apart by rules.
//!
//! What RecipeMD has no place for stands before the first rule as a line with its name,
//! or after the steps under a heading.

use super::amounts::{Manner, print_split};
use super::bare::print_bare;
use super::facts::facts;
use super::yaml::write_servings;
use crate::recipe::{Group, Ingredient, Note, Recipe};

/// Returns `recipe` as RecipeMD with exact amounts.
pub(super) fn write_recipemd(recipe: &Recipe) -> String {
    let mut out = format!("# {}\n", recipe.title);
    let mut told = Vec::new();
    facts(recipe, Manner::Exact, |name, value| match name {
        "By" => told.push(format!("Author: {value}")),
        "From" | "Serves" | "Makes" | "Time" | "Tags" => {}
        name => told.push(format!("{name}: {value}")),
    });
    told.extend(source(recipe));
    told.extend(times(recipe));
    if !told.is_empty() {
        // A backslash ends a line and keeps the paragraph.
        out.push_str(&format!("\n{}\n", told.join("\\\n")));
    }
    if !recipe.tags.is_empty() {
        out.push_str(&format!("\n*{}*\n", recipe.tags.join(", ")));
    }
    let servings = recipe.servings.as_ref();
    let servings = servings.map(|servings| format!("{} servings", write_servings(servings)));
    let yields: Vec<String> = servings
        .into_iter()
        .chain(recipe.makes.as_ref().map(print_bare))
        .collect();
    if !yields.is_empty() {
        out.push_str(&format!("\n**{}**\n", yields.join(", ")));
    }
    out.push_str("\n---\n");
    for group in &recipe.ingredients {
        heading(&mut out, group);
        for item in &group.items {
            ingredient(&mut out, item);
        }
    }
    out.push_str("\n---\n");
    for group in &recipe.steps {
        heading(&mut out, group);
        for (index, step) in group.items.iter().enumerate() {
            let step = print_bare(step).replace("\n\n", " ");
            out.push_str(&format!("{}. {step}\n", index + 1));
        }
    }
    if !recipe.equipment.is_empty() {
        out.push_str("\n## Equipment\n\n");
    }
    for item in &recipe.equipment {
        out.push_str(&format!("- {}\n", print_bare(item)));
    }
    notes(&mut out, "Notes", &recipe.notes);
    notes(&mut out, "Variations", &recipe.variations);
    notes(&mut out, "Footnotes", &recipe.footnotes);
    out
}

fn source(recipe: &Recipe) -> Vec<String> {
    let Some(source) = &recipe.source else {
        return Vec::new();
    };
    let parts = [&source.name, &source.url].into_iter().flatten();
    parts.map(|part| format!("Source: {part}")).collect()
}

fn times(recipe: &Recipe) -> Vec<String> {
    let times = [
        ("Prep time", recipe.time.prep),
        ("Cook time", recipe.time.cook),
        ("Total time", recipe.time.total),
    ];
    let told = times
        .into_iter()
        .filter_map(|(name, time)| Some((name, super::write_duration(time?))));
    told.map(|(name, time)| format!("{name}: {time}")).collect()
}

fn heading<T>(out: &mut String, group: &Group<T>) {
    if let Some(name) = &group.name {
        out.push_str(&format!("\n## {name}\n"));
    }
    out.push('\n');
}

fn ingredient(out: &mut String, ingredient: &Ingredient) {
    let (amount, thing) = print_split(&ingredient.line, ingredient.lead, Manner::Exact);
    let (amount, thing) = (amount.trim(), thing.trim());
    match (amount.is_empty(), thing.is_empty()) {
        (false, false) => out.push_str(&format!("- *{amount}* {thing}\n")),
        _ => out.push_str(&format!("- {amount}{thing}\n")),
    }
}

fn notes(out: &mut String, title: &str, notes: &[Note]) {
    if notes.is_empty() {
        return;
    }
    out.push_str(&format!("\n## {title}\n\n"));
    for note in notes {
        let text = print_bare(&note.text).replace("\n\n", " ");
        match &note.title {
            Some(title) => {
                let title = title.replace('*', "\\*");
                out.push_str(&format!("- **{title}:** {text}\n"));
            }
            None => out.push_str(&format!("- {text}\n")),
        }
    }
}
