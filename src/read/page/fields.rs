//! The fields of a schema.org Recipe, each read for itself: one odd field loses no other.

use super::instructions::read_steps;
use super::linked::{Linked, Object, field, has_type};
use super::plain::{plain, plain_line};
use crate::read::gathered::{FoundNote, Gathered, Passage};
use crate::read::loose_time::read_loose_time;
use crate::recipe::Group;
use serde_json::Value;

/// More names, tags or yields than this help nobody.
const MOST_WORDS: usize = 100;

/// Returns what `object`, a recipe, tells.
pub(super) fn read_recipe<'v>(object: &'v Object, linked: &Linked<'v>) -> Gathered {
    let get = |names: &[&str]| field(object, names);
    let words =
        |names: &[&str]| get(names).map_or_else(Vec::new, |value| read_words(value, linked));
    let mut gathered = Gathered {
        title: get(&["name", "headline", "title"]).and_then(|value| text_of(value, linked)),
        authors: get(&["author", "creator", "contributor"])
            .map_or_else(Vec::new, |value| read_names(value, linked)),
        source_name: get(&["publisher", "sourceOrganization", "provider"])
            .and_then(|value| read_names(value, linked).into_iter().next()),
        url: get(&["url", "mainEntityOfPage", "@id"]).and_then(read_address),
        yields: get(&["recipeYield", "yield"]).map_or_else(Vec::new, |value| {
            let mut yields = Vec::new();
            read_yields(value, &mut yields);
            yields
        }),
        categories: words(&["recipeCategory"]),
        cuisines: words(&["recipeCuisine"]),
        tags: get(&["keywords"]).map_or_else(Vec::new, |value| read_tags(value, linked)),
        equipment: words(&["tool"]).into_iter().map(Passage::from).collect(),
        ..Gathered::default()
    };
    let time = |names: &[&str]| get(names).and_then(read_time);
    gathered.time.prep = time(&["prepTime"]);
    gathered.time.cook = time(&["cookTime"]);
    gathered.time.total = time(&["totalTime"]);
    gathered.tags.extend(words(&["cookingMethod"]));
    if let Some(value) = get(&[
        "recipeIngredient",
        "recipeIngredients",
        "ingredients",
        "ingredient",
    ]) {
        read_ingredients(value, linked, &mut gathered.ingredients);
    }
    if let Some(value) = get(&["recipeInstructions", "instructions", "step", "steps"]) {
        gathered.steps = read_steps(value, linked);
    }
    if let Some(text) = get(&["description"]).and_then(|value| text_of(value, linked)) {
        gathered.notes.push(FoundNote {
            title: None,
            passage: text.into(),
        });
    }
    gathered
}

/// Returns the text that `value` stands for, on one line.
pub(super) fn text_of<'v>(value: &'v Value, linked: &Linked<'v>) -> Option<String> {
    let text = match value {
        Value::String(text) => plain_line(text),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => return items.iter().find_map(|item| text_of(item, linked)),
        Value::Object(object) => {
            let object = linked.resolve(object);
            let names = ["@value", "text", "name", "value"];
            // One step only: references may lead in circles.
            return match field(object, &names)? {
                Value::Object(_) => None,
                Value::Array(items) => {
                    let mut texts = items.iter().filter_map(Value::as_str).map(plain_line);
                    texts.find(|text| !text.is_empty())
                }
                value => text_of(value, linked),
            };
        }
        Value::Null | Value::Bool(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The names of people or organisations.
fn read_names<'v>(value: &'v Value, linked: &Linked<'v>) -> Vec<String> {
    let mut names = Vec::new();
    let values = match value {
        Value::Array(items) => items.as_slice(),
        value => std::slice::from_ref(value),
    };
    for value in values.iter().take(MOST_WORDS) {
        let name = match value {
            Value::String(id) if linked.named(id).is_some() => linked
                .named(id)
                .and_then(|object| field(object, &["name"]))
                .and_then(|value| text_of(value, linked)),
            Value::Object(object) => field(linked.resolve(object), &["name", "@value"])
                .and_then(|value| text_of(value, linked)),
            value => text_of(value, linked),
        };
        let is_name = |name: &String| !is_address(name) && !names.contains(name);
        let name = name.filter(is_name);
        names.extend(name);
    }
    names
}

fn read_words<'v>(value: &'v Value, linked: &Linked<'v>) -> Vec<String> {
    let values = match value {
        Value::Array(items) => items.as_slice(),
        value => std::slice::from_ref(value),
    };
    let mut words: Vec<String> = Vec::new();
    let read = values.iter().filter_map(|value| text_of(value, linked));
    for word in read.take(MOST_WORDS) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

fn read_tags<'v>(value: &'v Value, linked: &Linked<'v>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for text in read_words(value, linked) {
        for tag in text.split([',', ';']).map(str::trim) {
            // `CATEGORY: dessert` is meant for programs of the site.
            let told = !tag.is_empty() && !tag.contains(':');
            if tags.len() < MOST_WORDS && told && !tags.iter().any(|known| known == tag) {
                tags.push(tag.into());
            }
        }
    }
    tags
}

fn is_address(text: &str) -> bool {
    ["http://", "https://", "//", "/"]
        .iter()
        .any(|start| text.starts_with(start))
}

fn read_address(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim(),
        Value::Object(object) => return field(object, &["@id", "url"]).and_then(read_address),
        Value::Array(items) => return items.iter().find_map(read_address),
        _ => return None,
    };
    let whole = text.starts_with("http://") || text.starts_with("https://");
    let url = text.split('#').next().unwrap_or_default();
    (whole && !text.contains(char::is_whitespace)).then(|| url.into())
}

/// Yields as text, number, list or object; those with words come first.
fn read_yields(value: &Value, yields: &mut Vec<String>) {
    let text = match value {
        Value::Array(items) => {
            for item in items.iter().take(MOST_WORDS) {
                read_yields(item, yields);
            }
            yields.sort_by_key(|text| !text.contains(char::is_alphabetic));
            return;
        }
        Value::Object(object) => {
            let parts = [
                field(object, &["value", "@value", "minValue", "name"]),
                field(object, &["unitText", "unit"]),
            ];
            let parts = parts.into_iter().flatten().filter_map(|part| match part {
                Value::String(text) => Some(plain_line(text)),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            });
            parts.collect::<Vec<_>>().join(" ")
        }
        Value::String(text) => plain_line(text),
        Value::Number(number) => number.to_string(),
        Value::Null | Value::Bool(_) => return,
    };
    let text = text.trim().to_string();
    if text.contains(char::is_alphanumeric) && !yields.contains(&text) {
        yields.push(text);
    }
}

fn read_time(value: &Value) -> Option<u64> {
    match value {
        Value::String(text) => read_loose_time(&plain_line(text)),
        Value::Number(number) => read_loose_time(&number.to_string()),
        Value::Array(items) => items.iter().find_map(read_time),
        Value::Object(object) => {
            let names = ["@value", "maxValue", "value", "minValue", "name"];
            let value = field(object, &names)?;
            if matches!(value, Value::Object(_)) {
                return None;
            }
            read_time(value)
        }
        Value::Null | Value::Bool(_) => None,
    }
}

/// Ingredients as a list, a text with a line for each, or objects with their parts.
fn read_ingredients<'v>(value: &'v Value, linked: &Linked<'v>, groups: &mut Vec<Group<Passage>>) {
    match value {
        Value::String(text) => {
            for line in plain(text).lines() {
                Gathered::add(groups, line.into());
            }
        }
        Value::Array(items) if items.len() == 1 => read_ingredients(&items[0], linked, groups),
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::String(text) => {
                        let line = single_parentheses(plain_line(text));
                        if !line.is_empty() {
                            Gathered::add(groups, line.into());
                        }
                    }
                    item => read_ingredients(item, linked, groups),
                }
            }
        }
        Value::Object(object) => {
            let lists = [
                "itemListElement",
                "recipeIngredient",
                "ingredients",
                "items",
            ];
            if let Some(list @ (Value::Array(_) | Value::String(_))) = field(object, &lists) {
                let name = field(object, &["name"]).and_then(|name| text_of(name, linked));
                groups.push(Group {
                    name,
                    items: Vec::new(),
                });
                read_ingredients(list, linked, groups);
                return;
            }
            let line = ingredient_line(object, linked);
            if !line.is_empty() {
                Gathered::add(groups, line.into());
            }
        }
        Value::Number(_) | Value::Null | Value::Bool(_) => {}
    }
}

/// Plugins put notes that bring their own parentheses into a second pair.
fn single_parentheses(line: String) -> String {
    if line.contains("((") && line.contains("))") {
        return line.replace("((", "(").replace("))", ")");
    }
    line
}

/// The line that a cook would write for an ingredient given in parts.
fn ingredient_line<'v>(object: &'v Object, linked: &Linked<'v>) -> String {
    let part = |names: &[&str]| field(object, names).and_then(|value| text_of(value, linked));
    if let Some(text) = part(&["text", "@value"]) {
        return text;
    }
    let amount = part(&["amount", "quantity", "value", "requiredQuantity"]);
    let unit = part(&["unitText", "unit"]);
    let name = part(&["name", "item", "ingredient"]);
    let parts: Vec<String> = [amount, unit, name].into_iter().flatten().collect();
    parts.join(" ")
}

/// Whether `gathered` of an object tells what makes a recipe, and how much of it.
pub(super) fn completeness(object: &Object) -> usize {
    let has = |names: &[&str]| usize::from(field(object, names).is_some());
    let ingredients = has(&[
        "recipeIngredient",
        "recipeIngredients",
        "ingredients",
        "ingredient",
    ]);
    let steps = has(&["recipeInstructions", "instructions", "step", "steps"]);
    let own = usize::from(has_type(object, "Recipe"));
    4 * ingredients + 4 * steps + 2 * has(&["name", "headline"]) + own
}
