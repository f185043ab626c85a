//! Linked data: objects that have a type and may refer to each other.
//!
//! Owns the search for recipes in them. Must never know which fields a recipe has.

use serde_json::{Map, Value};
use std::collections::HashMap;

/// An object of linked data.
pub(super) type Object = Map<String, Value>;

/// All linked data of a page.
#[derive(Debug)]
pub(super) struct Linked<'v> {
    recipes: Vec<&'v Object>,
    by_id: HashMap<&'v str, &'v Object>,
}

impl<'v> Linked<'v> {
    /// Returns the linked data in `values`.
    pub(super) fn new(values: &'v [Value]) -> Linked<'v> {
        let mut linked = Linked {
            recipes: Vec::new(),
            by_id: HashMap::new(),
        };
        let mut waiting: Vec<&Value> = values.iter().rev().collect();
        while let Some(value) = waiting.pop() {
            match value {
                Value::Array(items) => waiting.extend(items.iter().rev()),
                Value::Object(object) => {
                    if has_type(object, "Recipe") {
                        linked.recipes.push(object);
                    }
                    if let Some(id) = object.get("@id").and_then(Value::as_str) {
                        // Others only refer to the object that tells most.
                        let known = linked.by_id.entry(id).or_insert(object);
                        if known.len() < object.len() {
                            *known = object;
                        }
                    }
                    waiting.extend(object.values().rev());
                }
                _ => {}
            }
        }
        linked
    }

    /// Every recipe, in the order of the page.
    pub(super) fn recipes(&self) -> &[&'v Object] {
        &self.recipes
    }

    /// Returns what `object` stands for: itself, or what it refers to.
    pub(super) fn resolve(&self, object: &'v Object) -> &'v Object {
        let id = object.get("@id").and_then(Value::as_str);
        match id.and_then(|id| self.by_id.get(id)) {
            Some(known) if known.len() > object.len() => known,
            _ => object,
        }
    }

    /// Returns the object with this `@id`.
    pub(super) fn named(&self, id: &str) -> Option<&'v Object> {
        self.by_id.get(id).copied()
    }
}

/// Whether `object` is of the type `name`, in any case and with any prefix.
pub(super) fn has_type(object: &Object, name: &str) -> bool {
    let is = |value: &Value| {
        value.as_str().is_some_and(|text| {
            let local = text.trim().rsplit(['/', ':', '#']).next();
            local.is_some_and(|local| local.eq_ignore_ascii_case(name))
        })
    };
    match field(object, &["@type"]) {
        Some(Value::Array(types)) => types.iter().any(is),
        Some(value) => is(value),
        None => false,
    }
}

/// Returns the first of the fields `names` that `object` has with a value, in any case.
pub(super) fn field<'v>(object: &'v Object, names: &[&str]) -> Option<&'v Value> {
    names.iter().find_map(|name| {
        let exact = object.get(*name).filter(|value| says_something(value));
        exact.or_else(|| {
            let local = |key: &str| {
                let local = key.strip_prefix("schema:").unwrap_or(key);
                local.eq_ignore_ascii_case(name)
            };
            let mut found = object.iter().filter(|(key, _)| local(key));
            found.find_map(|(_, value)| says_something(value).then_some(value))
        })
    })
}

fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(_) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(says_something),
        Value::Object(object) => !object.is_empty(),
        Value::Number(_) => true,
    }
}
