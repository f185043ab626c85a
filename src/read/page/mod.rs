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
mod seen;

use super::Reading;
use super::gathered::{Gathered, Passage, head_groups};
use crate::diagnostic::{Diagnostic, Place};
use crate::recipe::Group;
use linked::Linked;
use markup::Page;
use serde_json::Value;
use std::collections::HashSet;

/// More text than this is no page.
pub const MOST_PAGE_BYTES: usize = 8 << 20;

/// More linked data than this is not that of a recipe, in bytes; read, it takes many times
/// the room.
const MOST_LINKED: usize = 2 << 20;

/// Further recipes of a page are not asked for what the best one lacks.
const MOST_RECIPES: usize = 20;

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
    let mut reading = gathered.into_reading()?;
    for remark in &mut reading.remarks {
        remark.place = remark.place.or_else(|| locate(html, &remark.message));
    }
    Ok(reading)
}

/// Finds the line of `html` on which the text stands that `message` quotes.
fn locate(html: &str, message: &str) -> Option<Place> {
    let (quoted, _) = message.strip_prefix('`')?.split_once('`')?;
    let at = html.find(quoted)?;
    let line = html[..at].matches('\n').count() + 1;
    Some(Place {
        line,
        column: 1,
        length: 0,
    })
}

/// Returns the texts of the recipe in `html`, a web page; what was not found is empty.
///
/// # Errors
/// If it is larger than a page can be, or in more parts.
pub fn gather_page(html: &str) -> Result<Gathered, Vec<Diagnostic>> {
    if html.len() > MOST_PAGE_BYTES {
        let error = Diagnostic::error("too-large", "this is larger than a page can be (8 MiB)");
        return Err(vec![error.hint("give one page at a time")]);
    }
    let page = Page::read(html);
    if page.is_cut() {
        let message =
            "this has more parts than a page can have (131,072 elements, attributes and texts)";
        return Err(vec![
            Diagnostic::error("too-large", message).hint("give one page at a time"),
        ]);
    }
    let (mut scripts, mut linked) = (Vec::new(), 0);
    for (at, element) in page.elements() {
        let kind = element.attribute("type").unwrap_or_default();
        if element.name == "script" && kind.to_ascii_lowercase().contains("ld+json") {
            let script = page.raw(at);
            linked += script.len();
            if linked > MOST_LINKED {
                let message =
                    "the linked data of this page is larger than that of a recipe can be (2 MiB)";
                let error = Diagnostic::error("too-large", message);
                return Err(vec![
                    error.hint("copy the text of the page into a file and import that"),
                ]);
            }
            scripts.extend(json::read_json(&script));
        }
    }
    let mut gathered = gather_linked(&scripts);
    let incomplete = |gathered: &Gathered| {
        gathered.title.is_none() || gathered.ingredients.is_empty() || gathered.steps.is_empty()
    };
    if incomplete(&gathered) {
        fill(&mut gathered, gather_linked(&items::read_items(&page)));
    }
    fill_from_seen(&mut gathered, &page);
    head_groups(&mut gathered.ingredients);
    Ok(gathered)
}

/// Takes from what a reader sees what the page does not mark.
fn fill_from_seen(gathered: &mut Gathered, page: &Page) {
    let no_ingredients = gathered.ingredients.is_empty();
    let no_steps = gathered.steps.is_empty();
    if gathered.ingredients.is_empty() {
        gathered.ingredients = seen::see_ingredients(page);
    } else if !tell_amounts(&gathered.ingredients) {
        let seen = seen::see_ingredients(page);
        if tells_more(&seen, &gathered.ingredients) {
            gathered.ingredients = seen;
        }
    }
    if gathered.steps.is_empty() {
        gathered.steps = seen::see_steps(page);
        without_ingredients(&mut gathered.steps, &gathered.ingredients);
    }
    if gathered.ingredients.is_empty() && gathered.steps.is_empty() {
        return;
    }
    let found = match (no_ingredients, no_steps) {
        (true, true) => Some("recipe"),
        (true, false) if !gathered.ingredients.is_empty() => Some("ingredients"),
        (false, true) if !gathered.steps.is_empty() => Some("steps"),
        _ => None,
    };
    if let Some(found) = found {
        let message = format!("the page does not mark its {found}; headings and lists told");
        gathered
            .remarks
            .push(Diagnostic::note("unmarked", message).hint("compare it with the page"));
    }
    if gathered.title.is_none() {
        gathered.title = seen::see_title(page);
    }
    if gathered.url.is_none() {
        let canonical = page
            .elements()
            .find(|(_, element)| element.has("rel", "canonical"));
        let canonical = canonical.and_then(|(_, element)| element.attribute("href"));
        let canonical = canonical
            .filter(|url| url.starts_with("http"))
            .map(Into::into);
        gathered.url = canonical.or_else(|| seen::meta(page, "og:url"));
    }
    if gathered.source_name.is_none() {
        gathered.source_name = seen::meta(page, "og:site_name");
    }
    if gathered.yields.is_empty() || gathered.total_minutes().is_none() {
        seen::see_facts(page, gathered);
    }
}

/// Takes ingredients out of `steps` that stand among them on the page.
fn without_ingredients(steps: &mut Vec<Group<Passage>>, ingredients: &[Group<Passage>]) {
    let items = ingredients.iter().flat_map(|group| &group.items);
    let known: HashSet<&str> = items.map(|item| item.text.as_str()).collect();
    for group in steps.iter_mut() {
        group
            .items
            .retain(|step| !known.contains(step.text.as_str()));
    }
    steps.retain(|group| !group.items.is_empty());
}

/// Whether `seen` is the list `marked` with the amounts that it lacks.
fn tells_more(seen: &[Group<Passage>], marked: &[Group<Passage>]) -> bool {
    let items = |groups: &[Group<Passage>]| groups.iter().map(|group| group.items.len()).sum();
    let (more, few): (usize, usize) = (items(seen), items(marked));
    tell_amounts(seen) && more >= few && 2 * more <= 3 * few
}

/// Whether any ingredient comes with a number.
fn tell_amounts(groups: &[Group<Passage>]) -> bool {
    let mut items = groups.iter().flat_map(|group| &group.items);
    items.any(|item| item.text.contains(char::is_numeric))
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
    for (index, recipe) in recipes.iter().enumerate().take(MOST_RECIPES) {
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
