//! Recipes as the fields of another program: exports of Paprika, the Open Recipe Format,
//! and whatever else gives ingredients and steps under names of its own.

mod ingredients;

use super::take_fact;
use crate::diagnostic::{Diagnostic, Place};
use crate::read::gathered::{FoundNote, Gathered, Passage, one_line};
use crate::recipe::Group;
use ingredients::read_ingredients;
use serde_json::{Map, Value};

type Object = Map<String, Value>;

const INGREDIENTS: [&str; 4] = [
    "ingredients",
    "recipeingredient",
    "ingredient",
    "recipeingredients",
];
const STEPS: [&str; 7] = [
    "steps",
    "directions",
    "instructions",
    "method",
    "recipeinstructions",
    "preparation",
    "procedure",
];
const NOTES: [&str; 6] = [
    "notes",
    "note",
    "tips",
    "description",
    "nutritionalinfo",
    "comments",
];

/// Fields that tell a program something, not a cook.
const UNTOLD: [&str; 14] = [
    "uid",
    "id",
    "uuid",
    "recipeuuid",
    "hash",
    "photo",
    "photohash",
    "photolarge",
    "photourl",
    "image",
    "imageurl",
    "created",
    "updated",
    "slug",
];

/// Nothing a cook writes nests deeper.
const DEEPEST: usize = 16;

/// Returns the texts of the recipe in `tree`, read from `source`; `None` if it has none.
pub(in crate::read) fn gather_program(tree: &Value, source: &str) -> Option<Gathered> {
    let mut gathered = Gathered::default();
    let object = match tree {
        Value::Array(items) => {
            let mut recipes = items
                .iter()
                .filter_map(Value::as_object)
                .filter(|item| is_recipe(item));
            let first = recipes.next()?;
            let more = recipes.count();
            if more > 0 {
                let message = format!("{more} more recipes in this file were left out");
                let remark = Diagnostic::warning("more-recipes", message);
                gathered
                    .remarks
                    .push(remark.hint("give one recipe at a time"));
            }
            first
        }
        Value::Object(object) => object,
        _ => return None,
    };
    // Some programs wrap the recipe in an object of its own.
    let object = match object.values().next() {
        Some(Value::Object(inner)) if object.len() == 1 => inner,
        _ => object,
    };
    if !is_recipe(object) {
        return None;
    }
    for (key, value) in object {
        read_field(&mut gathered, key, value, source);
    }
    Some(gathered)
}

fn plain_key(key: &str) -> String {
    key.to_lowercase().replace(['_', '-', ' '], "")
}

fn is_recipe(object: &Object) -> bool {
    let has = |names: &[&str]| {
        object
            .keys()
            .any(|key| names.contains(&plain_key(key).as_str()))
    };
    has(&INGREDIENTS) && (has(&STEPS) || has(&["name", "title", "recipename"]))
}

fn read_field(gathered: &mut Gathered, key: &str, value: &Value, source: &str) {
    let name = plain_key(key);
    let name = name.as_str();
    if INGREDIENTS.contains(&name) {
        read_ingredients(value, &mut gathered.ingredients, 0);
        return;
    }
    if STEPS.contains(&name) {
        read_steps(value, gathered, 0);
        return;
    }
    if NOTES.contains(&name) {
        let title = match name {
            "nutritionalinfo" => Some("Nutrition"),
            _ => None,
        };
        read_notes(value, title, &mut gathered.notes, 0);
        return;
    }
    if matches!(name, "yields" | "yield" | "servings" | "recipeyield")
        && let Value::Array(items) = value
    {
        for item in items {
            match item {
                Value::Object(object) => {
                    let pairs = object
                        .iter()
                        .filter_map(|(unit, value)| Some((unit, leaf(value)?)));
                    gathered
                        .yields
                        .extend(pairs.map(|(unit, value)| format!("{value} {unit}")));
                }
                item => gathered.yields.extend(leaf(item)),
            }
        }
        return;
    }
    let text = match value {
        Value::Array(items) => {
            let texts: Option<Vec<String>> = items.iter().map(leaf).collect();
            texts.map(|texts| texts.join(", "))
        }
        Value::Object(object) if matches!(name, "source" | "time" | "times") => {
            for (inner, value) in object {
                let inner = format!("{}.{inner}", name.trim_end_matches('s'));
                if let Some(text) = leaf(value) {
                    take_fact(gathered, &inner, &text);
                }
            }
            return;
        }
        Value::Null => return,
        value => leaf(value),
    };
    let Some(text) = text else {
        if !UNTOLD.contains(&name) {
            left_out(gathered, key, source);
        }
        return;
    };
    if text.trim().is_empty() || UNTOLD.contains(&name) || take_fact(gathered, key, &text) {
        return;
    }
    gathered.notes.push(FoundNote {
        title: Some(key.replace('_', " ")),
        passage: text.into(),
    });
}

fn left_out(gathered: &mut Gathered, key: &str, source: &str) {
    let remark = Diagnostic::note("left-out", format!("`{key}` was left out"));
    let begins = |line: &str| {
        line.trim_start()
            .trim_start_matches(['"', '\''])
            .starts_with(key)
    };
    let line = source.lines().position(begins);
    gathered.remarks.push(match line {
        Some(index) => remark.at(Place {
            line: index + 1,
            column: 1,
            length: 0,
        }),
        None => remark,
    });
}

/// The text of a scalar, with the digits that were written.
fn leaf(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().into()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn get(object: &Object, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let mut known = object.iter().filter(|(key, _)| plain_key(key) == *name);
        known
            .find_map(|(_, value)| match value {
                // Foods and units are objects with names in some programs.
                Value::Object(inner) => inner.get("name").and_then(leaf),
                Value::Array(items) => {
                    let texts: Vec<String> = items.iter().filter_map(leaf).collect();
                    Some(texts.join(", "))
                }
                value => leaf(value),
            })
            .filter(|text| !text.is_empty())
    })
}

fn list<'o>(object: &'o Object, names: &[&str]) -> Option<&'o Value> {
    let named = |key: &str| names.contains(&plain_key(key).as_str());
    let found = object
        .iter()
        .find(|(key, value)| named(key) && value.is_array());
    found.map(|(_, value)| value)
}

fn push_named(groups: &mut Vec<Group<Passage>>, name: &str) {
    groups.push(Group {
        name: Some(name.trim().into()),
        items: Vec::new(),
    });
}

fn read_steps(value: &Value, gathered: &mut Gathered, depth: usize) {
    match value {
        Value::String(text) => {
            for line in text.lines().map(one_line).filter(|line| !line.is_empty()) {
                let short = line.split_whitespace().count() <= 8;
                match line.strip_suffix(':').filter(|_| short && depth == 0) {
                    Some(name) => push_named(&mut gathered.steps, name),
                    None => Gathered::add(&mut gathered.steps, line.into()),
                }
            }
        }
        Value::Array(items) if depth < DEEPEST => {
            for item in items {
                match item {
                    Value::String(text) => {
                        Gathered::add(&mut gathered.steps, one_line(text).into())
                    }
                    item => read_steps(item, gathered, depth + 1),
                }
            }
        }
        Value::Object(object) if depth < DEEPEST => {
            let name = get(object, &["section", "title", "name", "summary"]);
            if let Some(items) = list(object, &["steps", "items", "instructions", "haccp"]) {
                if let Some(name) = name {
                    push_named(&mut gathered.steps, &name);
                }
                return read_steps(items, gathered, depth + 1);
            }
            if object.values().all(Value::is_array) {
                for (name, items) in object {
                    push_named(&mut gathered.steps, name);
                    read_steps(items, gathered, depth + 1);
                }
                return;
            }
            let text = get(
                object,
                &["step", "text", "instruction", "description", "content"],
            );
            if let Some(text) = text.or(name) {
                Gathered::add(&mut gathered.steps, one_line(&text).into());
            }
            if let Some(note) = get(object, &["notes", "note"]) {
                gathered.notes.push(FoundNote {
                    title: None,
                    passage: note.into(),
                });
            }
        }
        _ => {}
    }
}

fn read_notes(value: &Value, title: Option<&str>, notes: &mut Vec<FoundNote>, depth: usize) {
    match value {
        Value::Array(items) if depth < DEEPEST => {
            for item in items {
                read_notes(item, title, notes, depth + 1);
            }
        }
        Value::Object(object) => {
            if let Some(text) = get(object, &["text", "note", "content"]) {
                notes.push(FoundNote {
                    title: get(object, &["title", "name"]),
                    passage: text.into(),
                });
                return;
            }
            for (name, value) in object {
                notes.extend(leaf(value).map(|text| FoundNote {
                    title: Some(name.clone()),
                    passage: text.into(),
                }));
            }
        }
        value => {
            if let Some(text) = leaf(value).filter(|text| !text.is_empty()) {
                notes.push(FoundNote {
                    title: title.map(Into::into),
                    passage: text.into(),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::yaml::read_tree;

    fn gather(text: &str) -> Gathered {
        gather_program(&read_tree(text).expect("a tree"), text).expect("a recipe")
    }

    #[test]
    fn an_export_of_paprika_is_read() {
        let gathered = gather(
            "name: Toast\nservings: Serves 2\nsource: A book\nsource_url: https://example.org/t\nprep_time: 5 min\ncook_time: 1 hr 5 min\n\
             categories: [Breakfast, Quick]\ndifficulty: Easy\nnutritional_info: 100 kcal\nphoto: x.jpg\nuid: 12\n\
             ingredients: |\n  2 slices bread\n  Topping:\n  1.10 tbsp butter\ndirections: |\n  Toast the bread.\n\n  Butter it.\nnotes: |\n  Eat at once.\n",
        );
        assert_eq!(gathered.title.as_deref(), Some("Toast"));
        assert_eq!(gathered.url.as_deref(), Some("https://example.org/t"));
        assert_eq!(gathered.source_name.as_deref(), Some("A book"));
        assert_eq!(gathered.time.cook, Some(3_900));
        assert_eq!(gathered.categories, ["Breakfast", "Quick"]);
        assert_eq!(
            gathered.ingredient_texts(),
            ["2 slices bread", "1.10 tbsp butter"]
        );
        assert_eq!(gathered.ingredients[1].name.as_deref(), Some("Topping"));
        assert_eq!(gathered.step_texts(), ["Toast the bread.", "Butter it."]);
        let titles: Vec<_> = gathered
            .notes
            .iter()
            .map(|note| note.title.as_deref())
            .collect();
        assert_eq!(titles, [Some("difficulty"), Some("Nutrition"), None]);
    }

    #[test]
    fn the_open_recipe_format_is_read() {
        let gathered = gather(
            "recipe_name: Dough\nyields:\n  - servings: 8\ningredients:\n  - flour:\n      amounts:\n        - amount: 2.50\n          unit: cups\n        - amount: 300\n          unit: g\n      processing:\n        - sifted\n  - egg:\n      amounts:\n        - amount: 1\n          unit: each\nsteps:\n  - step: Mix.\n  - step: Knead.\n    notes:\n      - By hand.\noven_temp:\n  amount: 350\n  unit: F\n",
        );
        assert_eq!(gathered.title.as_deref(), Some("Dough"));
        assert_eq!(gathered.yields, ["8 servings"]);
        assert_eq!(
            gathered.ingredient_texts(),
            ["2.50 cups (300 g) flour, sifted", "1 each egg"]
        );
        assert_eq!(gathered.step_texts(), ["Mix.", "Knead."]);
        assert_eq!(gathered.remarks[0].place.map(|place| place.line), Some(22));
    }

    #[test]
    fn objects_with_parts_are_read() {
        let gathered = gather(
            r#"{"title": "Soup", "servings": 4, "ingredients": [{"section": "Base", "items": [{"quantity": 1.50, "unit": "cup", "food": {"name": "stock"}, "note": "hot"}]}, "salt"], "steps": [{"title": "One", "text": "Boil."}]}"#,
        );
        assert_eq!(
            gathered.ingredient_texts(),
            ["1.50 cup stock (hot)", "salt"]
        );
        assert_eq!(gathered.ingredients[0].name.as_deref(), Some("Base"));
        assert_eq!(gathered.step_texts(), ["Boil."]);
    }
}
