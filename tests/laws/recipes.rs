//! Recipes made at random: every way of giving an amount, groups, notes, odd texts.
//!
//! Owns what a made-up recipe may hold. Must never know what is asked of it.

use porkcli::amount::Amount;
use porkcli::read::read_recipe;
use porkcli::recipe::Recipe;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A text that may hold anything a page may hold.
pub fn any_text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[A-Za-zé½(][A-Za-z0-9 ,.;'é½/()-]{0,40}",
        1 => any_signs(),
    ]
    .prop_filter("a text says something", |text| !text.trim().is_empty())
    .boxed()
}

/// A text in which numbers stand apart from letters, and whose words are too long to be
/// units by chance. Where they are glued together, as in `1t6 g/4o`, an amount that has
/// changed may be read as another.
pub fn text() -> BoxedStrategy<String> {
    let word = || {
        prop_oneof![
            6 => "[A-Za-zé]{4,9}('s)?",
            1 => "[a-z]{2,6}-[a-z]{2,6}",
            1 => "[A-Za-z]{4}[.]",
            1 => "[1-9][0-9]?",
            1 => "[(][a-z]{1,6}( [a-z]{1,6})?[)]",
        ]
    };
    let joint = prop::sample::select(vec![" ", " ", " ", ", ", "; ", " - ", ". "]);
    let words = (word(), prop::collection::vec((joint, word()), 0..8));
    let words = words.prop_map(|(first, rest)| {
        let rest = rest
            .into_iter()
            .map(|(joint, word)| format!("{joint}{word}"));
        first + &rest.collect::<String>()
    });
    prop_oneof![4 => words, 1 => any_signs()]
        .prop_filter("a text says something", |text| !text.trim().is_empty())
        .boxed()
}

fn any_signs() -> BoxedStrategy<String> {
    prop_oneof!["\\PC{1,30}", r#"[a-z"'\\:#{}\[\]*&!|>%@` -]{1,20}"#].boxed()
}

fn amount() -> BoxedStrategy<String> {
    prop_oneof![
        (1..200_i64).prop_map(|n| n.to_string()),
        (1..9_i64, 2..17_i64).prop_map(|(n, d)| format!("{n}/{d}")),
        (1..9_i64, 1..9_i64, 10..17_i64).prop_map(|(w, n, d)| format!("{w} {n}/{d}")),
        (1..99_i64, 1..99_i64).prop_map(|(w, n)| format!("{w}.{n:02}")),
        (1..9_i64, 1..5_i64).prop_map(|(low, more)| format!("{low}-{}", low + more)),
        Just("1½".to_string()),
        Just("¼".to_string()),
    ]
    .boxed()
}

fn unit() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "tsp",
        "tbsp",
        "cups",
        "cup",
        "oz",
        "lb",
        "g",
        "kg",
        "ml",
        "L",
        "cloves",
        "cans",
        "pinch",
        "",
        "quarts",
        "fl oz",
        "tablespoons",
    ])
}

/// An amount as a cook gives it: alone, a range, with its other half, in a sum, of packages.
fn measure() -> BoxedStrategy<String> {
    prop_oneof![
        6 => (amount(), unit()).prop_map(|(a, u)| format!("{a} {u}")),
        1 => (1..9_i64, 1..9_i64, unit()).prop_map(|(a, more, u)| format!("{a}½ to {} {u}", a + more)),
        1 => (1..9_i64, 1..9_i64).prop_map(|(lb, kg)| format!("{lb} lb ({kg}.5 kg)")),
        1 => (1..9_i64, 1..9_i64).prop_map(|(g, oz)| format!("{g}00 g/{oz} oz")),
        1 => (amount(), amount()).prop_map(|(a, b)| format!("{a} cups plus {b} tbsp")),
        1 => (1..9_i64, 1..15_i64).prop_map(|(lb, oz)| format!("{lb} lb {oz} oz")),
        1 => (1..9_i64, 1..30_i64).prop_map(|(n, oz)| format!("{n} ({oz} oz) cans")),
        1 => (1..9_i64, 1..30_i64).prop_map(|(n, oz)| format!("{n} fillets ({oz} oz each)")),
        1 => (1..9_i64, 1..9_i64).prop_map(|(n, g)| format!("{n} x {g}00 g packets")),
        1 => (amount(), unit()).prop_map(|(a, u)| format!("about {a} {u}")),
    ]
    .boxed()
}

/// How many a recipe serves, or what it makes.
fn servings() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..20_i64).prop_map(|n| n.to_string()),
        (1..9_i64, 1..4_i64).prop_map(|(low, more)| format!("{low}-{}", low + more)),
    ]
}

fn ingredient() -> BoxedStrategy<Value> {
    let thing = prop::sample::select(vec![
        "flour",
        "maple syrup",
        "garlic, minced",
        "eggs",
        "pork belly (skin on)",
        "soda: measured",
        "butter or 1 tbsp oil",
        "large eggs, beaten",
        "2% milk",
        "salt, to taste",
        "onions",
    ]);
    prop_oneof![
        6 => (measure(), thing.clone()).prop_map(|(m, t)| json!(format!("{m} {t}"))),
        1 => (measure(), thing.clone(), measure(), thing.clone())
            .prop_map(|(m, t, other, u)| json!(format!("{m} {t} or {other} {u}"))),
        1 => text().prop_map(|words| json!(words)),
        1 => (amount(), unit(), thing.clone(), any::<bool>()).prop_map(|(a, u, t, fixed)| {
            json!({"name": t, "amount": format!("{a} {u}"), "fixed": fixed, "prep": "chopped"})
        }),
        1 => (amount(), unit(), thing, "[A-Za-z][a-z ]{0,20}", any::<bool>()).prop_map(|(a, u, t, note, optional)| {
            json!({"name": t, "amount": format!("{a} {u}"), "optional": optional, "note": note, "or": "2 tbsp oil"})
        }),
    ]
    .boxed()
}

fn step() -> BoxedStrategy<String> {
    prop_oneof![
        text(),
        (amount(), unit())
            .prop_map(|(a, u)| format!("Rub in {{{a} {u}}} oil and rest for 10 min.")),
        measure().prop_map(|m| format!("Stir in {{{m}}} at once.")),
        (100..250_i64)
            .prop_map(|c| format!("Bake at {c}°C ({}°F) in a 9x13-inch pan.", c * 9 / 5 + 32)),
        (100..250_i64).prop_map(|c| format!("Turn it up by 20 degrees, to {c}-{} °C.", c + 10)),
        (200..500_i64).prop_map(|f| format!("Roast at {f}°F, 2 inches from the heat, until done.")),
        (text(), text()).prop_map(|(a, b)| format!("{a}\n\n{b}")),
    ]
    .boxed()
}

pub fn document() -> BoxedStrategy<String> {
    (
        text(),
        (
            prop::option::of(servings()),
            prop::option::of((measure(), text())),
        ),
        prop::collection::vec(
            (
                prop::option::of(text()),
                prop::collection::vec(ingredient(), 1..5),
            ),
            1..4,
        ),
        prop::collection::vec(
            (
                prop::option::of(text()),
                prop::collection::vec(step(), 1..6),
            ),
            0..4,
        ),
        prop::collection::vec((prop::option::of(text()), step()), 0..3),
        prop::collection::vec(text(), 0..3),
    )
        .prop_map(
            |(title, (servings, makes), groups, steps, notes, equipment)| {
                let sections: Vec<Value> = groups
                    .into_iter()
                    .flat_map(|(name, items)| match name {
                        Some(name) => vec![json!({"section": name, "ingredients": items})],
                        None => items,
                    })
                    .collect();
                let steps: Vec<Value> = steps
                    .into_iter()
                    .flat_map(|(name, steps)| match name {
                        Some(name) => vec![json!({"section": name, "steps": steps})],
                        None => steps.into_iter().map(Value::from).collect(),
                    })
                    .collect();
                let notes: Vec<Value> = notes
                    .into_iter()
                    .map(|(title, text)| match title {
                        Some(title) => Value::from(Map::from_iter([(title, text.into())])),
                        None => text.into(),
                    })
                    .collect();
                let mut object = Map::new();
                object.insert("title".into(), title.into());
                if let Some(servings) = servings {
                    object.insert("servings".into(), servings.into());
                }
                if let Some((amount, of)) = makes {
                    object.insert("yield".into(), format!("{amount} {of}").into());
                }
                object.insert("equipment".into(), equipment.into());
                object.insert("ingredients".into(), sections.into());
                if !steps.is_empty() {
                    object.insert("steps".into(), steps.into());
                }
                if !notes.is_empty() {
                    object.insert("notes".into(), notes.into());
                }
                Value::from(object).to_string()
            },
        )
        .boxed()
}

/// The recipe in `document`; a document with an impossible amount is no case.
pub fn recipe() -> impl Strategy<Value = Recipe> {
    document().prop_filter_map("an impossible amount", |document| {
        read_recipe(&document).ok().map(|reading| reading.recipe)
    })
}

pub fn factor() -> impl Strategy<Value = Amount> {
    (1..40_i128, 1..40_i128).prop_filter_map("a fraction", |(n, d)| Amount::new(n, d))
}
