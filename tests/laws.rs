//! Laws that hold for every recipe, over recipes made at random.

use porkcli::amount::Amount;
use porkcli::convert::{Conversion, convert};
use porkcli::read::read_recipe;
use porkcli::recipe::Recipe;
use porkcli::scale::scale;
use porkcli::unit::System;
use porkcli::write::{Format, Style, write_recipe};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A text that may hold anything a page may hold.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-zé½(][A-Za-z0-9 ,.;'é½/()-]{0,40}",
        1 => "\\PC{1,30}",
        1 => r#"[a-z"'\\:#{}\[\]*&!|>%@` -]{1,20}"#,
    ]
    .prop_filter("a text says something", |text| !text.trim().is_empty())
}

fn amount() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..200_i64).prop_map(|n| n.to_string()),
        (1..9_i64, 2..17_i64).prop_map(|(n, d)| format!("{n}/{d}")),
        (1..9_i64, 1..9_i64, 10..17_i64).prop_map(|(w, n, d)| format!("{w} {n}/{d}")),
        (1..99_i64, 1..99_i64).prop_map(|(w, n)| format!("{w}.{n:02}")),
        (1..9_i64, 1..5_i64).prop_map(|(low, more)| format!("{low}-{}", low + more)),
        Just("1½".to_string()),
        Just("¼".to_string()),
    ]
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

fn ingredient() -> impl Strategy<Value = Value> {
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
        6 => (amount(), unit(), thing.clone()).prop_map(|(a, u, t)| json!(format!("{a} {u} {t}"))),
        1 => any_text().prop_map(|text| json!(text)),
        1 => (amount(), unit(), thing, any::<bool>()).prop_map(|(a, u, t, fixed)| {
            json!({"name": t, "amount": format!("{a} {u}"), "fixed": fixed, "prep": "chopped"})
        }),
    ]
}

fn step() -> impl Strategy<Value = String> {
    prop_oneof![
        any_text(),
        (amount(), unit())
            .prop_map(|(a, u)| format!("Rub in {{{a} {u}}} oil and rest for 10 min.")),
        (200..500_i64).prop_map(|f| format!("Roast at {f}°F, 2 inches from the heat, until done.")),
        (any_text(), any_text()).prop_map(|(a, b)| format!("{a}\n\n{b}")),
    ]
}

fn document() -> impl Strategy<Value = String> {
    (
        any_text(),
        prop::option::of(1..20_i64),
        prop::collection::vec(
            (
                prop::option::of(any_text()),
                prop::collection::vec(ingredient(), 1..5),
            ),
            1..4,
        ),
        prop::collection::vec(step(), 0..12),
        prop::collection::vec((prop::option::of(any_text()), step()), 0..3),
        prop::collection::vec(any_text(), 0..3),
    )
        .prop_map(|(title, servings, groups, steps, notes, equipment)| {
            let sections: Vec<Value> = groups
                .into_iter()
                .flat_map(|(name, items)| match name {
                    Some(name) => vec![json!({"section": name, "ingredients": items})],
                    None => items,
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
            object.insert("equipment".into(), equipment.into());
            object.insert("ingredients".into(), sections.into());
            if !steps.is_empty() {
                object.insert("steps".into(), steps.into());
            }
            if !notes.is_empty() {
                object.insert("notes".into(), notes.into());
            }
            Value::from(object).to_string()
        })
}

/// The recipe in `document`; a document with an impossible amount is no case.
fn recipe() -> impl Strategy<Value = Recipe> {
    document().prop_filter_map("an impossible amount", |document| {
        read_recipe(&document).ok().map(|reading| reading.recipe)
    })
}

fn factor() -> impl Strategy<Value = Amount> {
    (1..40_i128, 1..40_i128).prop_filter_map("a fraction", |(n, d)| Amount::new(n, d))
}

fn read(text: &str) -> Recipe {
    read_recipe(text)
        .unwrap_or_else(|errors| panic!("{errors:#?}\n{text}"))
        .recipe
}

fn exact(recipe: &Recipe) -> String {
    write_recipe(recipe, Format::Yaml, Style::default())
}

proptest! {
    #[test]
    fn scaling_there_and_back_gives_the_same_recipe(recipe in recipe(), factor in factor()) {
        let there = scale(recipe.clone(), factor).expect("fits").recipe;
        let inverse = Amount::ONE.over(factor).expect("fits");
        let back = scale(there.clone(), inverse).expect("fits").recipe;
        prop_assert_eq!(exact(&back), exact(&recipe));

        // The same through files, as through a pipe.
        let back = scale(read(&exact(&there)), inverse).expect("fits").recipe;
        prop_assert_eq!(exact(&back), exact(&recipe));
    }

    #[test]
    fn what_is_printed_reads_back_and_prints_the_same(
        recipe in recipe(),
        factor in factor(),
        width in prop::sample::select(vec![0_usize, 40, 80]),
    ) {
        let scaled = scale(recipe.clone(), factor).expect("fits").recipe;
        let metric = convert(scaled.clone(), Conversion::to(System::Metric)).expect("fits").recipe;
        let style = Style { width, ..Style::default() };
        for recipe in [recipe, scaled, metric] {
            for format in [Format::Yaml, Format::Json, Format::Text, Format::Markdown] {
                let printed = write_recipe(&recipe, format, style);
                let again = read(&printed);
                if format == Format::Json {
                    // The parts beside a line may be told in another number: `egg`, `eggs`.
                    prop_assert_eq!(exact(&again), exact(&recipe));
                } else {
                    prop_assert_eq!(write_recipe(&again, format, style), printed);
                }
            }
        }
    }

    #[test]
    fn yaml_and_json_carry_the_same_recipe(recipe in recipe()) {
        let yaml = write_recipe(&recipe, Format::Yaml, Style::default());
        let json = write_recipe(&recipe, Format::Json, Style::default());
        prop_assert_eq!(exact(&read(&yaml)), exact(&read(&json)));
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "\\PC{0,400}", lines in prop::collection::vec(any_text(), 0..20)) {
        let _ = read_recipe(&text);
        let _ = read_recipe(&lines.join("\n"));
        let _ = read_recipe(&format!("title: x\ningredients:\n  - {}", lines.join("\n  - ")));
        let _ = read_recipe(&format!("{}\n\nINGREDIENTS\n\n{}", text, lines.join("\n  ")));
    }
}
