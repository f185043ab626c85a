//! Reads a recipe from YAML or JSON.
//!
//! Owns the recipe file format: its keys, their aliases and their shapes. Must never
//! know how a recipe is changed or printed.

mod groups;
mod ingredient;
mod items;
mod json;
mod metadata;
mod node;
mod plain;
mod problems;
mod settings;
mod traps;

pub(super) use items::read_items;
pub(super) use settings::read_settings;

use super::{Reading, read_prose};
use crate::diagnostic::Diagnostic;
use crate::recipe::{Part, Recipe};
pub(in crate::read) use node::locate;
use node::{Node, read_document};
use problems::Problems;
use serde_json::Value;

/// The keys of a recipe, in the order in which they are written.
const KEYS: [&str; 17] = [
    "title",
    "author",
    "source",
    "servings",
    "yield",
    "time",
    "category",
    "cuisine",
    "tags",
    "equipment",
    "densities",
    "ingredients",
    "steps",
    "notes",
    "variations",
    "footnotes",
    "description",
];

/// Other names for a key.
const ALIASES: [(&str, &str); 9] = [
    ("serves", "servings"),
    ("name", "title"),
    ("makes", "yield"),
    ("prep_time", "time.prep"),
    ("cook_time", "time.cook"),
    ("total_time", "time.total"),
    ("instructions", "steps"),
    ("method", "steps"),
    ("directions", "steps"),
];

/// Reads the recipe in `text`, which is YAML or JSON.
///
/// # Errors
/// Everything that is wrong with it, in the order of the text.
pub(super) fn read_yaml(text: &str) -> Result<Reading, Vec<Diagnostic>> {
    let document = read_document(text).map_err(|error| vec![traps::explain(text, error)])?;
    let mut problems = Problems::new(text);
    for trap in traps::swallowed_comments(text) {
        problems.say(trap);
    }
    let recipe = read_recipe(&document, &mut problems);
    problems.finish().map(|remarks| Reading { recipe, remarks })
}

/// Returns where the parts of the recipe in `text` stand, as paths for [`locate`].
pub(super) fn paths(text: &str) -> Vec<(Part, Vec<usize>)> {
    let Ok(document) = read_document(text) else {
        return Vec::new();
    };
    let mut problems = Problems::with_paths(text);
    read_recipe(&document, &mut problems);
    problems.into_paths()
}

/// Returns the document in `text` as a tree whose scalars are the texts that were
/// written; `None` where it is no document.
pub(super) fn read_tree(text: &str) -> Option<Value> {
    fn tree(node: Node) -> Value {
        match node {
            Node::Text(text) => Value::String(text.into_owned()),
            Node::List(items) => items.into_iter().map(tree).collect(),
            Node::Map(entries) => {
                let entries = entries.into_iter();
                let entries = entries.map(|(key, value)| (key.into_owned(), tree(value)));
                Value::Object(entries.collect())
            }
            Node::Null | Node::Unread => Value::Null,
        }
    }
    read_document(text).ok().map(tree)
}

fn read_recipe(document: &Node, problems: &mut Problems) -> Recipe {
    let mut recipe = Recipe::default();
    let entries = match document {
        Node::Map(entries) => entries.as_slice(),
        Node::Null => {
            problems.error("empty", "there is no recipe: the text is empty", EXAMPLE);
            return recipe;
        }
        _ => {
            problems.error("not-a-recipe", "this is not a recipe", EXAMPLE);
            return recipe;
        }
    };
    let mut seen = problems::Keys::new();
    for (index, (key, value)) in entries.iter().enumerate() {
        problems.enter(index);
        let name = known_key(key);
        match name {
            Some(name) if seen.repeats(name) => problems.key_error(
                "duplicate-key",
                format!("`{key}` stands twice"),
                "keep one of them",
            ),
            Some(name) => read_field(&mut recipe, name, value, problems),
            None => problems.unknown_key(key, KEYS.iter().chain(ALIASES.iter().map(|(a, _)| a))),
        }
        problems.leave();
    }
    if !seen.has("title") {
        problems.error(
            "missing-title",
            "the recipe has no title",
            "add `title: ...`",
        );
    }
    if !seen.has("ingredients") {
        problems.error(
            "missing-ingredients",
            "the recipe has no ingredients",
            "add `ingredients:` and below it a list, each line beginning with `- `",
        );
    }
    recipe
}

const EXAMPLE: &str = "a recipe begins with `title: ...` and has `ingredients:` with a list below";

fn known_key(key: &str) -> Option<&'static str> {
    let alias = ALIASES.iter().find(|(alias, _)| *alias == key);
    match alias {
        Some((_, name)) => Some(name),
        None => KEYS.into_iter().find(|known| *known == key),
    }
}

fn read_field(recipe: &mut Recipe, key: &'static str, value: &Node, problems: &mut Problems) {
    if !matches!(key, "ingredients" | "steps" | "footnotes") {
        problems.mark(key);
    }
    match key {
        "title" => recipe.title = metadata::read_line_of_text(key, value, problems),
        "author" => recipe.author = metadata::read_some_text(key, value, problems),
        "source" => recipe.source = metadata::read_source(value, problems),
        "servings" => recipe.servings = metadata::read_servings_field(value, problems),
        "yield" => recipe.makes = metadata::read_yield(value, problems),
        "time" => metadata::read_times(&mut recipe.time, value, problems),
        "time.prep" => recipe.time.prep = metadata::read_time(value, problems),
        "time.cook" => recipe.time.cook = metadata::read_time(value, problems),
        "time.total" => recipe.time.total = metadata::read_time(value, problems),
        "category" => recipe.category = metadata::read_some_text(key, value, problems),
        "cuisine" => recipe.cuisine = metadata::read_some_text(key, value, problems),
        "tags" => recipe.tags = metadata::read_words(key, value, problems),
        "equipment" => {
            let words = metadata::read_words(key, value, problems);
            recipe.equipment = words.iter().map(|word| read_prose(word)).collect();
        }
        "densities" => recipe.densities = metadata::read_densities(value, problems),
        "ingredients" => {
            recipe.ingredients = groups::read_groups(
                key,
                value,
                problems,
                ingredient::is_ingredient,
                ingredient::read_ingredient,
            );
            if recipe.ingredients.is_empty() && !problems.any_error() {
                problems.error(
                    "no-ingredients",
                    "the list of ingredients is empty",
                    "write each ingredient on a line of its own, beginning with `- `",
                );
            }
        }
        "steps" => {
            recipe.steps = groups::read_groups(key, value, problems, |_| false, groups::read_step);
        }
        "notes" => recipe
            .notes
            .extend(groups::read_notes(key, value, problems)),
        "description" => {
            let mut notes = groups::read_notes(key, value, problems);
            notes.append(&mut recipe.notes);
            recipe.notes = notes;
        }
        "variations" => recipe.variations = groups::read_notes(key, value, problems),
        _ => recipe.footnotes = groups::read_notes(key, value, problems),
    }
}
