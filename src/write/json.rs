//! Writes JSON: the recipe file format for programs, with each amount also in parts.

use super::amounts::{Manner, print, print_part};
use super::duration::write_duration;
use super::yaml::{fields, write_servings};
use crate::amount::{Amount, Decimal};
use crate::recipe::{Form, Group, Ingredient, Mention, Note, Recipe, Role, Text};
use serde_json::{Map, Value};

/// Returns `recipe` as indented JSON with exact amounts.
pub(super) fn write_json(recipe: &Recipe) -> String {
    // Texts and maps of texts always serialise.
    let mut out = serde_json::to_string_pretty(&object_of(recipe)).unwrap_or_default();
    out.push('\n');
    escaped(out)
}

/// Returns `recipe` as the same JSON on one line.
pub(super) fn write_json_line(recipe: &Recipe) -> String {
    let mut out = serde_json::to_string(&object_of(recipe)).unwrap_or_default();
    out.push('\n');
    escaped(out)
}

fn object_of(recipe: &Recipe) -> Value {
    let mut object = Map::new();
    put(&mut object, "title", Some(recipe.title.clone()));
    put(&mut object, "author", recipe.author.clone());
    if let Some(source) = &recipe.source {
        let mut parts = Map::new();
        put(&mut parts, "name", source.name.clone());
        put(&mut parts, "url", source.url.clone());
        object.insert("source".into(), parts.into());
    }
    put(
        &mut object,
        "servings",
        recipe.servings.as_ref().map(write_servings),
    );
    put(&mut object, "yield", recipe.makes.as_ref().map(exact));
    let mut time = Map::new();
    put(&mut time, "prep", recipe.time.prep.map(write_duration));
    put(&mut time, "cook", recipe.time.cook.map(write_duration));
    put(&mut time, "total", recipe.time.total.map(write_duration));
    if !time.is_empty() {
        object.insert("time".into(), time.into());
    }
    put(&mut object, "category", recipe.category.clone());
    put(&mut object, "cuisine", recipe.cuisine.clone());
    put_list(&mut object, "tags", recipe.tags.iter().cloned());
    put_list(&mut object, "equipment", recipe.equipment.iter().map(exact));
    let mut densities = Map::new();
    for density in &recipe.densities {
        put(&mut densities, &density.food, Some(density.written.clone()));
    }
    if !densities.is_empty() {
        object.insert("densities".into(), densities.into());
    }
    let ingredients = groups("ingredients", &recipe.ingredients, ingredient);
    object.insert("ingredients".into(), ingredients);
    if !recipe.steps.is_empty() {
        let steps = groups("steps", &recipe.steps, |step| exact(step).into());
        object.insert("steps".into(), steps);
    }
    put_notes(&mut object, "notes", &recipe.notes);
    put_notes(&mut object, "variations", &recipe.variations);
    put_notes(&mut object, "footnotes", &recipe.footnotes);
    object.into()
}

/// Returns `text` as a JSON string, which YAML reads as the same text.
pub(super) fn quoted(text: &str) -> String {
    escaped(Value::from(text).to_string())
}

/// Returns `json` with escapes for the characters that are legal in its texts, but that
/// YAML would refuse or take for a line end, as other readers of lines do.
fn escaped(json: String) -> String {
    if !json.contains(is_trap) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if is_trap(c) {
            out.push_str(&format!("\\u{:04x}", c as u32));
        } else {
            out.push(c);
        }
    }
    out
}

fn is_trap(c: char) -> bool {
    matches!(
        c,
        '\u{7f}'..='\u{9f}' | '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}'
    )
}

fn exact(text: &Text) -> String {
    print(text, Manner::Exact)
}

fn put(object: &mut Map<String, Value>, key: &str, value: Option<String>) {
    if let Some(value) = value {
        object.insert(key.into(), value.into());
    }
}

fn put_list(object: &mut Map<String, Value>, key: &str, items: impl Iterator<Item = String>) {
    let items: Vec<Value> = items.map(Value::from).collect();
    if !items.is_empty() {
        object.insert(key.into(), items.into());
    }
}

/// A plain list where nothing has a heading, else a list of sections.
fn groups<T>(key: &str, groups: &[Group<T>], item: impl Fn(&T) -> Value) -> Value {
    let mut list = Vec::new();
    for group in groups {
        let items = group.items.iter().map(&item);
        match &group.name {
            None => list.extend(items),
            Some(name) => {
                let mut section = Map::new();
                section.insert("section".into(), name.as_str().into());
                section.insert(key.into(), items.collect());
                list.push(section.into());
            }
        }
    }
    list.into()
}

fn ingredient(ingredient: &Ingredient) -> Value {
    let mut object = Map::new();
    if ingredient.form == Form::Line {
        put(&mut object, "line", Some(exact(&ingredient.line)));
    }
    for (key, value) in fields(ingredient) {
        let value = match key {
            "optional" | "fixed" => Value::Bool(true),
            _ => value.into(),
        };
        object.insert(key.into(), value);
    }
    if ingredient.form == Form::Line {
        // A line that is an amount of nothing has no name to give.
        let nameless = ingredient.lead > 0 && ingredient.name == ingredient.line.source;
        let line = &ingredient.line;
        let from = ingredient.lead_end();
        let told = |part: &str| print_part(line, from, part, Manner::Exact);
        let name = Some(told(&ingredient.name)).filter(|_| !nameless);
        put(&mut object, "name", name);
        put(
            &mut object,
            "prep",
            ingredient.preparation.as_deref().map(told),
        );
        put(&mut object, "note", ingredient.note.as_deref().map(told));
        if ingredient.optional {
            object.insert("optional".into(), true.into());
        }
    }
    object.insert("amounts".into(), amounts(&ingredient.line));
    object.into()
}

/// The amounts of an ingredient in parts.
pub(crate) fn amounts(line: &Text) -> Value {
    line.mentions().map(amount).collect()
}

fn amount(mention: &Mention) -> Value {
    let mut object = Map::new();
    put(
        &mut object,
        "quantity",
        Some(exact_number(mention.quantity.low)),
    );
    put(
        &mut object,
        "quantity_max",
        mention.quantity.high.map(exact_number),
    );
    put(
        &mut object,
        "unit",
        mention.quantity.unit.map(|unit| unit.name().into()),
    );
    let role = match mention.role {
        Role::Primary => "primary",
        Role::Dual => "dual",
        Role::Addend => "addend",
        Role::Alternative => "alternative",
        Role::Pack => "pack",
        Role::Each => "each",
        Role::Braced => "braced",
        Role::Oven | Role::Inner => "temperature",
        Role::Difference => "difference",
        Role::Length => "length",
    };
    put(&mut object, "role", Some(role.into()));
    object.into()
}

/// A number as programs read it: `3`, or `11/4`.
pub(super) fn exact_number(amount: Amount) -> String {
    match Decimal::exact(amount).filter(|_| amount.is_whole()) {
        Some(decimal) => decimal.to_string(),
        None => format!("{}/{}", amount.numerator(), amount.denominator()),
    }
}

fn put_notes(object: &mut Map<String, Value>, key: &str, notes: &[Note]) {
    let notes: Vec<Value> = notes
        .iter()
        .map(|note| match &note.title {
            None => exact(&note.text).into(),
            Some(title) => {
                let mut titled = Map::new();
                titled.insert(title.clone(), exact(&note.text).into());
                titled.into()
            }
        })
        .collect();
    if !notes.is_empty() {
        object.insert(key.into(), notes.into());
    }
}
