//! Reads a recipe from a saved web page.
//!
//! Owns the order in which the sources in a page are asked: linked data, then data in
//! attributes, then what a reader of the page sees. Must never know about single sites.

mod fields;
mod instructions;
mod items;
mod json;
mod linked;
mod markup;
mod plain;

use super::Reading;
use super::gathered::Gathered;
use crate::diagnostic::Diagnostic;
use linked::Linked;
use markup::Page;
use serde_json::Value;

/// More text than this is no page.
pub const MOST_PAGE_BYTES: usize = 8 << 20;

/// Whether `text` is a web page.
pub(super) fn is_page(text: &str) -> bool {
    let start = text.trim_start();
    let start: String = start.chars().take(2_000).collect::<String>().to_lowercase();
    start.starts_with("<!doctype html")
        || start.starts_with('<')
            && [
                "<html", "<head", "<body", "<script", "<div", "<meta", "<article", "itemtype",
            ]
            .iter()
            .any(|tag| start.contains(tag))
}

/// Reads the recipe in `html`, a web page.
///
/// # Errors
/// If there is none in it.
pub fn read_page(html: &str) -> Result<Reading, Vec<Diagnostic>> {
    let gathered = gather_page(html)?;
    if gathered.ingredients.is_empty() && gathered.steps.is_empty() {
        let error = Diagnostic::error("no-recipe", "no recipe was found in this page");
        return Err(vec![error.hint(
            "save the whole page, or copy its text into a file and import that",
        )]);
    }
    Ok(gathered.into_reading())
}

/// Returns the texts of the recipe in `html`, a web page; what was not found is empty.
///
/// # Errors
/// If it is larger than a page can be.
pub fn gather_page(html: &str) -> Result<Gathered, Vec<Diagnostic>> {
    if html.len() > MOST_PAGE_BYTES {
        let error = Diagnostic::error("too-large", "this is larger than a page can be (8 MiB)");
        return Err(vec![error.hint("give one page at a time")]);
    }
    let page = Page::read(html);
    let mut scripts = Vec::new();
    for (at, element) in page.elements() {
        let kind = element.attribute("type").unwrap_or_default();
        if element.name == "script" && kind.to_ascii_lowercase().contains("ld+json") {
            scripts.extend(json::read_json(&page.raw(at)));
        }
    }
    let mut gathered = gather_linked(&scripts);
    let incomplete = |gathered: &Gathered| {
        gathered.title.is_none() || gathered.ingredients.is_empty() || gathered.steps.is_empty()
    };
    if incomplete(&gathered) {
        fill(&mut gathered, gather_linked(&items::read_items(&page)));
    }
    Ok(gathered)
}

/// Returns the document in `text`, JSON that may need mending.
pub(super) fn read_json(text: &str) -> Option<Value> {
    json::read_json(text).into_iter().next()
}

/// Returns the texts of the recipe in `text`, linked data without a page around it.
pub(super) fn gather_json(text: &str) -> Gathered {
    gather_linked(&json::read_json(text))
}

/// The recipe that tells most, and what others of the same name add to it.
fn gather_linked(values: &[Value]) -> Gathered {
    let linked = Linked::new(values);
    let recipes = linked.recipes();
    let most = recipes
        .iter()
        .map(|recipe| fields::completeness(recipe))
        .max();
    let Some(best) = recipes
        .iter()
        .position(|recipe| Some(fields::completeness(recipe)) == most)
    else {
        return Gathered::default();
    };
    let mut gathered = fields::read_recipe(recipes[best], &linked);
    for (index, recipe) in recipes.iter().enumerate() {
        if index == best {
            continue;
        }
        let other = fields::read_recipe(recipe, &linked);
        if other.title == gathered.title || gathered.title.is_none() {
            fill(&mut gathered, other);
        }
    }
    gathered
}

/// Takes from `other` what `gathered` has nothing of.
fn fill(gathered: &mut Gathered, other: Gathered) {
    fn list<T>(own: &mut Vec<T>, other: Vec<T>) {
        if own.is_empty() {
            *own = other;
        }
    }
    gathered.title = gathered.title.take().or(other.title);
    gathered.source_name = gathered.source_name.take().or(other.source_name);
    gathered.url = gathered.url.take().or(other.url);
    list(&mut gathered.authors, other.authors);
    list(&mut gathered.yields, other.yields);
    list(&mut gathered.categories, other.categories);
    list(&mut gathered.cuisines, other.cuisines);
    list(&mut gathered.tags, other.tags);
    list(&mut gathered.equipment, other.equipment);
    list(&mut gathered.ingredients, other.ingredients);
    list(&mut gathered.steps, other.steps);
    list(&mut gathered.notes, other.notes);
    let time = &mut gathered.time;
    if time.prep.is_none() && time.cook.is_none() && time.total.is_none() {
        *time = other.time;
    }
}
