//! Ingredients as other programs give them: lines, or objects with their parts.

use super::{DEEPEST, Object, get, list, push_named};
use crate::read::gathered::{Gathered, Passage, one_line};
use crate::recipe::Group;
use serde_json::Value;

pub(super) fn read_ingredients(value: &Value, groups: &mut Vec<Group<Passage>>, depth: usize) {
    match value {
        Value::String(text) => {
            for line in text.lines().map(one_line).filter(|line| !line.is_empty()) {
                let bare = line.trim_start_matches(['-', '*', '•', ' ']);
                match bare.strip_suffix(':') {
                    Some(name) => push_named(groups, name),
                    None => Gathered::add(groups, bare.into()),
                }
            }
        }
        Value::Array(items) if depth < DEEPEST => {
            for item in items {
                read_ingredients(item, groups, depth + 1);
            }
        }
        Value::Object(object) => read_ingredient(object, groups, depth),
        _ => {}
    }
}

fn read_ingredient(object: &Object, groups: &mut Vec<Group<Passage>>, depth: usize) {
    if let Some(items) = list(object, &["ingredients", "items", "recipeingredient"]) {
        if let Some(name) = get(object, &["section", "title", "name", "group", "header"]) {
            push_named(groups, &name);
        }
        return read_ingredients(items, groups, depth + 1);
    }
    // `flour: {amounts: [...], processing: [...]}`
    if let (1, Some((name, Value::Object(parts)))) = (object.len(), object.iter().next()) {
        return Gathered::add(groups, line_of(Some(name.clone()), parts).into());
    }
    // `Dough: [...]`
    if object.values().all(Value::is_array) && depth < DEEPEST {
        for (name, items) in object {
            push_named(groups, name);
            read_ingredients(items, groups, depth + 1);
        }
        return;
    }
    if let Some(name) = get(object, &["section", "title"]) {
        push_named(groups, &name);
    }
    let whole = get(object, &["originaltext", "display", "raw", "line", "text"]);
    let line = whole.unwrap_or_else(|| {
        let name = get(object, &["name", "food", "item", "ingredient", "product"]);
        line_of(name, object)
    });
    if !line.is_empty() {
        Gathered::add(groups, line.into());
    }
}

/// The line that a cook would write for the parts of an ingredient.
fn line_of(name: Option<String>, parts: &Object) -> String {
    let measure = |parts: &Object| {
        let amount = get(parts, &["amount", "quantity", "qty", "value"]);
        let unit = get(parts, &["unit", "units", "measure"]);
        let both: Vec<String> = [amount, unit].into_iter().flatten().collect();
        both.join(" ")
    };
    let mut line = match list(parts, &["amounts"]) {
        Some(Value::Array(amounts)) => {
            let amounts = amounts.iter().filter_map(Value::as_object).map(measure);
            let amounts: Vec<String> = amounts.filter(|text| !text.is_empty()).collect();
            // Further amounts are the same again in other units.
            match amounts.split_first() {
                Some((first, [])) => first.clone(),
                Some((first, more)) => format!("{first} ({})", more.join(" / ")),
                None => String::new(),
            }
        }
        _ => measure(parts),
    };
    if let Some(name) = name {
        line = format!("{line} {name}");
    }
    if let Some(preparation) = get(parts, &["processing", "preparation", "prep"]) {
        line = format!("{line}, {preparation}");
    }
    if let Some(note) = get(parts, &["notes", "note", "comment"]) {
        line = format!("{line} ({note})");
    }
    one_line(&line)
}
