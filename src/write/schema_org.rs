//! Writes schema.org JSON-LD, as web pages carry it.
//!
//! schema.org knows no groups of ingredients and no notes: the first are written one
//! after the other, the second together as the description.

use super::bare::print_bare;
use super::yaml::write_servings;
use crate::recipe::{Group, Recipe, Text};
use serde_json::{Map, Value, json};

/// Returns `recipe` as indented JSON-LD with exact amounts.
pub(super) fn write_schema_org(recipe: &Recipe) -> String {
    let mut object = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            object.insert(key.into(), value);
        }
    };
    put("@context", Some("https://schema.org".into()));
    put("@type", Some("Recipe".into()));
    put("name", Some(recipe.title.as_str().into()));
    put(
        "author",
        recipe
            .author
            .as_ref()
            .map(|name| json!({"@type": "Person", "name": name})),
    );
    let source = recipe.source.as_ref();
    let publisher = source.and_then(|source| source.name.as_ref());
    put(
        "publisher",
        publisher.map(|name| json!({"@type": "Organization", "name": name})),
    );
    put(
        "url",
        source
            .and_then(|source| source.url.as_deref())
            .map(Into::into),
    );
    put("description", description(recipe).map(Into::into));
    let servings = recipe.servings.as_ref().map(|servings| {
        let servings = write_servings(servings);
        let noun = if servings == "1" {
            "serving"
        } else {
            "servings"
        };
        format!("{servings} {noun}")
    });
    let makes = recipe.makes.as_ref().map(print_bare);
    put(
        "recipeYield",
        list(servings.into_iter().chain(makes).collect()),
    );
    put("prepTime", recipe.time.prep.map(duration));
    put("cookTime", recipe.time.cook.map(duration));
    put("totalTime", recipe.time.total.map(duration));
    put("recipeCategory", recipe.category.as_deref().map(Into::into));
    put("recipeCuisine", recipe.cuisine.as_deref().map(Into::into));
    put(
        "keywords",
        list(recipe.tags.clone()).map(|_| recipe.tags.join(", ").into()),
    );
    let tools = recipe
        .equipment
        .iter()
        .map(|tool| json!({"@type": "HowToTool", "name": print_bare(tool)}));
    let tools: Vec<Value> = tools.collect();
    put("tool", (!tools.is_empty()).then(|| tools.into()));
    let lines = recipe
        .all_ingredients()
        .map(|ingredient| print_bare(&ingredient.line));
    put("recipeIngredient", list(lines.collect()));
    let steps: Vec<Value> = recipe.steps.iter().flat_map(section).collect();
    put(
        "recipeInstructions",
        (!steps.is_empty()).then(|| steps.into()),
    );
    // Texts and maps of texts always serialise.
    let mut out = serde_json::to_string_pretty(&Value::from(object)).unwrap_or_default();
    out.push('\n');
    out
}

fn list(texts: Vec<String>) -> Option<Value> {
    (!texts.is_empty()).then(|| texts.into())
}

fn description(recipe: &Recipe) -> Option<String> {
    let notes = [&recipe.notes, &recipe.variations, &recipe.footnotes];
    let notes = notes.into_iter().flatten().map(|note| {
        let text = print_bare(&note.text);
        match &note.title {
            Some(title) => format!("{title}: {text}"),
            None => text,
        }
    });
    let notes = notes.collect::<Vec<_>>().join("\n\n");
    (!notes.is_empty()).then_some(notes)
}

fn section(group: &Group<Text>) -> Vec<Value> {
    let steps = group.items.iter();
    let steps: Vec<Value> = steps
        .map(|step| json!({"@type": "HowToStep", "text": print_bare(step)}))
        .collect();
    match &group.name {
        None => steps,
        Some(name) => vec![json!({
            "@type": "HowToSection",
            "name": name,
            "itemListElement": steps,
        })],
    }
}

/// `PT2H15M`
fn duration(seconds: u64) -> Value {
    let parts = [
        (seconds / 3_600, 'H'),
        (seconds / 60 % 60, 'M'),
        (seconds % 60, 'S'),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let text: String = parts
        .map(|(count, unit)| format!("{count}{unit}"))
        .collect();
    match text.is_empty() {
        true => "PT0M".into(),
        false => format!("PT{text}").into(),
    }
}
