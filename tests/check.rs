//! Laws of `check`: it never panics, and what it fixes stays fixed and keeps its amounts.

use porkcli::amount::Amount;
use porkcli::check::{check, check_source, fix};
use porkcli::read::read_recipe;
use porkcli::recipe::Recipe;
use proptest::prelude::*;

/// Words of recipes, and signs that mean something to YAML or to a check.
fn any_words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "oil",
        "sugar",
        "salt",
        "flour",
        "of the",
        "remaining",
        "1 tbsp",
        "½ cup",
        "2-3 tsp",
        "{1 tsp}",
        "275 degrees",
        "2750°F",
        "broil at",
        "divided",
        "(1.5 kg)",
        "11 ½ lb",
        "*",
        "#10",
        "a: b",
        "100 g",
        "white miso",
        "add",
        "'",
        "\\\"",
        "—",
        "crème",
        "1 cup (240 ml)",
        "baking powder",
        "{",
        "}",
        "½",
        "99999999999999999999999999999999 cups",
    ]);
    prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "))
}

fn any_recipe() -> impl Strategy<Value = String> {
    let lines = || prop::collection::vec(any_words(), 1..6);
    let quote = prop::sample::select(vec!["", "\"", "'"]);
    (lines(), lines(), quote, any::<bool>()).prop_map(|(items, steps, quote, served)| {
        let mut text = String::from("title: T\n");
        if served {
            text.push_str("servings: 4\n");
        }
        for (key, lines) in [("ingredients", items), ("steps", steps)] {
            text.push_str(&format!("{key}:\n"));
            for line in lines {
                text.push_str(&format!("  - {quote}{line}{quote}\n"));
            }
        }
        text
    })
}

/// Every amount of every ingredient.
fn amounts(recipe: &Recipe) -> Vec<(Amount, Option<Amount>)> {
    let mentions = recipe
        .all_ingredients()
        .flat_map(|item| item.line.mentions());
    mentions
        .map(|mention| (mention.quantity.low, mention.quantity.high))
        .collect()
}

fn assert_laws(text: &str) -> Result<(), TestCaseError> {
    let before = read_recipe(text).ok().map(|reading| reading.recipe);
    if let Some(recipe) = &before {
        check(recipe);
        for found in check_source(recipe, text) {
            let place = found.place.expect("a place");
            let line = text
                .lines()
                .nth(place.line - 1)
                .expect("a line of the text");
            prop_assert!(place.column + place.length <= line.chars().count() + 1);
        }
    }
    if let Some(fixed) = fix(text) {
        prop_assert_eq!(fix(&fixed.text), None);
        if let (Some(before), Ok(after)) = (before, read_recipe(&fixed.text)) {
            let is_commented = text.contains(" #");
            if !is_commented {
                prop_assert_eq!(amounts(&before), amounts(&after.recipe));
            }
            let numbers = |recipe: &Recipe| -> Vec<_> {
                let items = recipe.all_ingredients();
                items
                    .map(|item| item.quantity().map(|own| (own.low, own.high)))
                    .collect()
            };
            prop_assert_eq!(numbers(&before), numbers(&after.recipe));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 300 } else { 3_000 }))]

    #[test]
    fn no_recipe_makes_it_panic(text in any_recipe()) {
        assert_laws(&text)?;
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}", head in any::<bool>()) {
        let text = if head { format!("title: T\ningredients:\n  - {text}\n") } else { text };
        assert_laws(&text)?;
    }
}

/// The recipes that are part of the project give no warning.
#[test]
fn shipped_recipes_are_without_warnings() {
    for entry in std::fs::read_dir("recipes").expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a text");
        let recipe = read_recipe(&text).expect("a recipe").recipe;
        for found in check(&recipe) {
            let severity = found.diagnostic.severity;
            assert_eq!(
                severity.to_string(),
                "note",
                "{}: {}",
                path.display(),
                found.diagnostic
            );
        }
    }
}

/// A page lost the dash of `1–1 ½`.
#[test]
fn an_amount_that_lost_its_dash_is_reported() {
    let text = std::fs::read_to_string("recipes/maple-belly.yaml").expect("a text");
    let text = text.replace("1-1 1/2 lb boneless", "11 ½ lb boneless");
    let recipe = read_recipe(&text).expect("a recipe").recipe;
    let found = check_source(&recipe, &text);
    assert_eq!(
        found[0].message,
        "`11 ½ lb` of `boneless pork belly` is a lot: 1.3 kg for each of 4 people"
    );
    assert_eq!(
        found[0].hint.as_deref(),
        Some("was `1-1 ½ lb` meant? Otherwise correct the servings")
    );
}
