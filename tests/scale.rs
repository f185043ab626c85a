//! Lines, and what each becomes by a factor.

use porkcli::amount::Amount;
use porkcli::read::read_recipe;
use porkcli::recipe::Recipe;
use porkcli::scale::{
    ScaleError, factor_for_ingredient, factor_for_servings, factor_for_yield, scale,
};
use porkcli::write::{Format, Style, write_recipe};
use serde_json::json;

fn amount(text: &str) -> Amount {
    text.parse().expect(text)
}

#[track_caller]
fn case(line: &str, factor: &str, expected: &str) {
    let document = json!({"title": "x", "ingredients": [line]});
    let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
    let recipe = scale(recipe, amount(factor)).expect("fits").recipe;
    let text = write_recipe(&recipe, Format::Text, Style::default());
    let line = text.lines().last().expect("a line");
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(line, expected);
}

#[test]
fn amounts_scale_and_nothing_else_does() {
    case("2 tbsp miso", "2", "1/4 cup miso");
    case(
        "3-4 lb (1.5-1.8 kg) pork belly",
        "2",
        "6-8 lb (3-3.6 kg) pork belly",
    );
    case("1 (14 oz) can tomatoes", "3", "3 (14 oz) cans tomatoes");
    case("2 x 400g tins beans", "2", "4 x 400g tins beans");
    case("4 fillets (6 oz each)", "1/2", "2 fillets (6 oz each)");
    case("1 cup 2% milk", "2", "2 cups 2% milk");
    case("1 cup plus 2 tbsp flour", "2", "2 1/4 cups flour");
    case(
        "1 lb beef, cut into 2-inch pieces",
        "2",
        "2 lb beef, cut into 2-inch pieces",
    );
    case(
        "1 tbsp butter or 1 tbsp oil",
        "3",
        "3 tbsp butter or 3 tbsp oil",
    );
    case(
        "1 small garlic clove, minced",
        "2",
        "2 small garlic cloves, minced",
    );
    case("2 large eggs", "1/2", "1 large egg");
    case("salt, to taste", "4", "salt, to taste");
    case("½ tsp salt", "1", "½ tsp salt");
    case("1½ tsp salt", "1/3", "1/2 tsp salt");
    case("Amaretto, 1 tablespoon", "2", "Amaretto, 2 tbsp");
    case("beef, 2 lb 4 oz, diced", "1/2", "beef, 1 lb 2 oz, diced");
    for (line, doubled) in [
        (
            "500 g beef, or 500 g/1 lb 2 oz lamb",
            "1 kg beef, or 1 kg/2 1/4 lb lamb",
        ),
        (
            "500 g beef, or 1 lb 2 oz lamb",
            "1 kg beef, or 2 1/4 lb lamb",
        ),
        (
            "2 cups flour plus 1 lb 4 oz for dusting",
            "4 cups flour plus 2 1/2 lb for dusting",
        ),
        (
            "2 cups beans or 1 (14 oz) can peas",
            "4 cups beans or 2 (14 oz) cans peas",
        ),
        (
            "1 cup cream (or 1 cup plus 2 tbsp milk)",
            "2 cups cream (or 2 1/4 cups milk)",
        ),
        ("1 lb beef, about 1 lb 2 oz", "2 lb beef, about 2 1/4 lb"),
        (
            "4 steaks, each 250g/9oz, trimmed",
            "8 steaks, each 250g/9oz, trimmed",
        ),
    ] {
        case(line, "2", doubled);
    }
    case("beans, 2 14-oz cans", "1/2", "beans, 1 14-oz can");
    case("butter, 1 stick (4 oz)", "2", "butter, 2 sticks (8 oz)");
    case("juice of 1 lemon", "2", "juice of 2 lemons");
    case("a dozen garlic cloves", "1/4", "3 garlic cloves");
    case("a dozen cloves garlic", "1/12", "1 clove garlic");
    case("a dozen tbsp sugar", "2", "1 1/2 cups sugar");
    case("a dozen or 15 eggs", "2", "24-30 eggs");
    case("1 lb pound cake", "2", "2 lb pound cake");
    for (line, tripled) in [
        (
            "2 lb potatoes (about 6 medium)",
            "6 lb potatoes (about 18 medium)",
        ),
        ("2 lb clams (about 3 dozen)", "6 lb clams (about 108)"),
        (
            "1 cup diced onions (about 1 small onion)",
            "3 cups diced onions (about 3 small onions)",
        ),
        (
            "1/4 cup lemon juice (from 2–3 lemons)",
            "3/4 cup lemon juice (from 6-9 lemons)",
        ),
        (
            "1 lb bread (about 3 days old)",
            "3 lb bread (about 3 days old)",
        ),
        ("1 lb shrimp (16/20)", "3 lb shrimp (16/20)"),
        (
            "1 lb shrimp (26 to 30 count)",
            "3 lb shrimp (26 to 30 count)",
        ),
        (
            "1 lb beef (about 2 per person)",
            "3 lb beef (about 2 per person)",
        ),
        ("1 (1 lb 4 oz) steak", "3 (1 lb 4 oz) steaks"),
        (
            "1/2 cup plus 1 tbsp to 3/4 cup sugar",
            "1 2/3-2 1/4 cups sugar",
        ),
    ] {
        case(line, "3", tripled);
    }
    case(
        "1/4 cup sugar, plus an additional 6 tbsp sugar",
        "2",
        "1/2 cup sugar, plus an additional 3/4 cup sugar",
    );
    case(
        "oil for frying, plus 2 tbsp extra",
        "2",
        "oil for frying, plus 1/4 cup extra",
    );
}

#[test]
fn sums_are_shown_as_one_amount() {
    case("1 lb 4 oz beef", "1/2", "10 oz beef");
    case("1 lb 4 oz beef", "3", "3 3/4 lb beef");
    case("2 tbsp plus 1 tsp soy sauce", "3", "7 tbsp soy sauce");
    case("1 cup, 2 tbsp soy sauce", "8", "9 cups soy sauce");
    case(
        "1 cup butter, plus a tablespoon for the pan",
        "3",
        "3 cups butter, plus 3 tbsp for the pan",
    );
    case(
        "1 lemon, or a cup of vinegar",
        "2",
        "2 lemons, or 2 cups of vinegar",
    );
    case(
        "1 cup butter, plus a few tablespoons",
        "2",
        "2 cups butter, plus a few tablespoons",
    );
    case(
        "1 cup purée (from 3 peaches, about 1 lb)",
        "3",
        "3 cups purée (from 3 peaches, about 1 lb)",
    );
    case(
        "2 cups strawberries (about 12 large, hulled)",
        "3",
        "6 cups strawberries (about 36 large, hulled)",
    );
    // What is added to a package is not of its size.
    case(
        "1 (14 oz) can plus 2 tbsp tomato paste",
        "3",
        "3 (14 oz) cans plus 6 tbsp tomato paste",
    );
    case(
        "1 can (400 g) plus 2 tbsp (30 ml) tomato paste",
        "3",
        "3 cans (400 g) plus 6 tbsp (90 ml) tomato paste",
    );
    case(
        "1 (14 oz) can.coconut milk",
        "2",
        "2 (14 oz) cans coconut milk",
    );
    // The second half tells only the last addend again.
    case(
        "1 cup 2 tbsp (30 ml) soy sauce",
        "8",
        "8 cups plus 1 cup (240 ml) soy sauce",
    );
    case(
        "1 cup 2 tbsp (270 ml) soy sauce",
        "8",
        "9 cups (2.15 L) soy sauce",
    );
    case(
        "1 cup (240 ml) 2 tbsp soy sauce",
        "8",
        "8 cups (1.9 L) plus 1 cup soy sauce",
    );
    case("1 cup minus 1 tbsp flour", "2", "1 3/4 cups + 2 tbsp flour");
    case(
        "1 tbsp butter, plus 2 tsp for the pan",
        "2",
        "2 tbsp butter, plus 1 tbsp + 1 tsp for the pan",
    );
}

#[test]
fn a_unit_behind_another_word_stays() {
    case(
        "4 heaped tbsp cornflour",
        "2",
        "8 heaped tablespoons cornflour",
    );
    case(
        "3 rounded teaspoons cumin",
        "2",
        "6 rounded teaspoons cumin",
    );
    case(
        "1 heaped tbsp cornflour",
        "1/2",
        "1/2 heaped tablespoon cornflour",
    );
}

#[test]
fn what_the_whole_measures_scales_and_the_size_of_a_package_does_not() {
    case(
        "1 (14.5 oz) can tomatoes, drained (about 1 1/2 cups)",
        "2",
        "2 (14.5 oz) cans tomatoes, drained (about 3 cups)",
    );
    case(
        "1 (14 oz/400 g) can beans",
        "2",
        "2 (14 oz/400 g) cans beans",
    );
    case(
        "1/2 cup butter, softened (1 stick or 113 g)",
        "2",
        "1 cup butter, softened (2 sticks or 225 g)",
    );
    case(
        "1 cup water (110°F) (43°C)",
        "2",
        "2 cups water (110°F) (43°C)",
    );
}

#[test]
fn a_count_is_told_from_a_part_of_one_behind_it() {
    case("two 1/4-oz packets yeast", "2", "4 x 1/4-oz packets yeast");
    case(
        "1 dozen ½-inch slices bread",
        "3",
        "36 x ½-inch slices bread",
    );
    case("1 dozen ounces chocolate", "2", "1 1/2 lb chocolate");
    case("two 7 g packets yeast", "2", "4 7 g packets yeast");
    case("2 1/4-oz packets yeast", "2", "4 x 1/4-oz packets yeast");
    case("2 1/4-oz packets yeast", "1/2", "1 x 1/4-oz packet yeast");
    case("yeast, 2 1/4-oz packets", "2", "yeast, 4 x 1/4-oz packets");
    case(
        "3 1/4-inch-thick slices ginger",
        "2",
        "6 x 1/4-inch-thick slices ginger",
    );
    case("2 1/2-inch piece ginger", "2", "5-inch piece ginger");
    case("2 1/2 cm pieces ginger", "2", "5 cm pieces ginger");
    // One jar, so of two and a half ounces; and nobody can tell what the last is of.
    case("2 1/2-oz jar capers", "2", "5-oz jar capers");
    case("1 1/4-oz packet yeast", "2", "2 1/2-oz packet yeast");
    // Half as much in cans, not two cans of half an ounce.
    case("5 oz cans tuna", "1/2", "2-1/2 oz cans tuna");
    case("5 oz large cans tuna", "1/2", "2-1/2 oz large cans tuna");
    case("tuna, 5 oz cans, drained", "2", "tuna, 5 oz cans, drained");
    case("3 oz cans tuna", "1/2", "1 1/2 oz cans tuna");
    case(
        "5 cups liquid from cans",
        "1/2",
        "2 1/2 cups liquid from cans",
    );
    case(
        "5 lb plums or 3 bags",
        "1/2",
        "2 1/2 lb plums or 1 1/2 bags",
    );
}

#[test]
fn a_word_behind_an_amount_agrees_with_that_amount() {
    case(
        "6 cups cheese plus 3 (8 oz) packages cream cheese",
        "1/3",
        "2 cups cheese plus 1 (8 oz) package cream cheese",
    );
    case(
        "2 cups cheese plus 6 (8 oz) packages cream cheese",
        "1/3",
        "2/3 cup cheese plus 2 (8 oz) packages cream cheese",
    );
    case(
        "1 cup plus 1 heaped tbsp sugar",
        "3",
        "3 cups plus 3 heaped tablespoons sugar",
    );
    case(
        "16 heaped tbsp (1 cup) sugar",
        "1/16",
        "1 heaped tablespoon (1 tbsp) sugar",
    );
}

#[test]
fn what_packages_hold_together_scales_and_what_each_holds_does_not() {
    case(
        "2 14-oz cans (3 cups) beans",
        "2",
        "4 14-oz cans (6 cups) beans",
    );
    case(
        "2 14-oz cans (28 oz) beans",
        "2",
        "4 14-oz cans (3 1/2 lb total) beans",
    );
    case(
        "2 14-oz cans (400 g) beans",
        "2",
        "4 14-oz cans (400 g) beans",
    );
    case(
        "2 x 400g tins (480g drained) beans",
        "2",
        "4 x 400g tins (960 g total drained) beans",
    );
    case(
        "2 packets (4 1/2 tsp) yeast",
        "2",
        "4 packets (3 tbsp) yeast",
    );
    case("2 cans (14 oz) beans", "2", "4 cans (14 oz) beans");
    case(
        "1 (14 oz) can beans or 1 lb (450 g) peas",
        "2",
        "2 (14 oz) cans beans or 2 lb (900 g) peas",
    );
    case(
        "1 (3 lb) chicken, boned (about 1 lb)",
        "3",
        "3 (3 lb) chickens, boned (about 3 lb total)",
    );
    case(
        "2 cans (28 oz total) beans",
        "2",
        "4 cans (3 1/2 lb total) beans",
    );
    case(
        "2 cans (14 oz each; 1 lb 12 oz total) beans",
        "1/2",
        "1 can (14 oz each; 14 oz total) beans",
    );
    case(
        "4 fillets (6 oz each, 1 1/2 lb total)",
        "2",
        "8 fillets (6 oz each, 3 lb total)",
    );
    case(
        "4 fillets (1 1/2 lb total, 6 oz each)",
        "2",
        "8 fillets (3 lb total, 6 oz each)",
    );
}

#[test]
fn what_all_packages_hold_says_so_where_it_changed() {
    let document = json!({"title": "x", "ingredients": ["2 14-oz cans (28 oz) beans"]});
    let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
    let exact = |recipe: &Recipe| write_recipe(recipe, Format::Yaml, Style::default());
    let page = |line: &str| format!("title: \"x\"\ningredients:\n  - {line}\n");
    assert_eq!(exact(&recipe), page("2 14-oz cans (28 oz) beans"));
    let half = scale(recipe, amount("1/2")).expect("fits").recipe;
    assert_eq!(exact(&half), page("1 14-oz can (14 oz total) beans"));
    let again = read_recipe(&exact(&half)).expect("a recipe").recipe;
    let whole = scale(again, amount("2")).expect("fits").recipe;
    assert_eq!(exact(&whole), page("2 14-oz cans (28 oz total) beans"));
}

#[test]
fn a_falling_range_is_no_amount() {
    case("leeks, 5 - 3", "2", "leeks, 5 - 3");
    case("leeks, 3", "2", "leeks, 6");
}

#[test]
fn steps_scale_in_braces_only() {
    let document = json!({
        "title": "x", "servings": "4-6", "yield": "12 rolls",
        "ingredients": ["1 tsp salt", {"name": "yeast", "amount": "1 tsp", "fixed": true}],
        "steps": ["Rub in {1/2 tsp} salt at 275°F (135°C), 1 inch (2.5 cm) deep; keep 1 tsp."],
    });
    let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
    let scaled = scale(recipe, amount("3")).expect("fits");
    assert_eq!(
        write_recipe(&scaled.recipe, Format::Text, Style::default()),
        "x\n\n\
         Serves:   12-18\n\
         Makes:    36 rolls\n\n\
         INGREDIENTS\n\n  \
           1 tbsp  salt\n  \
           1 tsp   yeast [fixed]\n\n\
         STEPS\n\n  \
           1. Rub in {1 1/2 tsp} salt at 275°F (135°C), 1 inch (2.5 cm) deep; keep 1 tsp.\n"
    );
    let remarks: Vec<_> = scaled
        .remarks
        .iter()
        .map(|it| it.message.as_str())
        .collect();
    assert_eq!(
        remarks,
        [
            "fixed, so not scaled: 1 tsp yeast",
            "scaled like the rest, but cooks often use less at this size, so taste: salt",
            "times and oven settings do not scale and stand as written",
        ]
    );
}

#[test]
fn the_factor_starts_from_the_servings() {
    let recipe = |servings: &str| {
        let document = json!({"title": "x", "servings": servings, "ingredients": ["salt"]});
        read_recipe(&document.to_string()).expect("a recipe").recipe
    };
    let factor = |servings, people, from: Option<&str>| {
        factor_for_servings(&recipe(servings), amount(people), from.map(amount))
    };
    assert_eq!(factor("4", "8", None), Ok(amount("2")));
    assert_eq!(factor("4", "2.5", None), Ok(amount("5/8")));
    assert_eq!(factor("4-6", "8", None), Ok(amount("2")));
    assert_eq!(factor("4-6", "9", Some("6")), Ok(amount("1 1/2")));
    assert_eq!(
        factor("4", "0", None),
        Err(ScaleError::NotPositive(Amount::ZERO))
    );
    let without = read_recipe("title: x\ningredients: [salt]")
        .expect("a recipe")
        .recipe;
    assert_eq!(
        factor_for_servings(&without, amount("2"), None),
        Err(ScaleError::NoServings)
    );
}

#[test]
fn braces_may_name_the_thing() {
    let step = |text: &str, factor| {
        let document = json!({"title": "x", "ingredients": ["salt"], "steps": [text]});
        let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
        let scaled = scale(recipe, amount(factor)).expect("fits");
        let text = write_recipe(&scaled.recipe, Format::Text, Style::default());
        let step = text.lines().last().expect("a step").trim();
        let step = step.replacen("1. ", "", 1);
        let remarks = scaled.remarks.iter().map(|it| it.message.clone());
        (step, remarks.collect::<Vec<_>>().join("\n"))
    };
    let case = |text, expected| assert_eq!(step(text, "2").0, expected);
    case("Add {1 tsp oil}.", "Add {2 tsp oil}.");
    case("Add {2 eggs}.", "Add {4 eggs}.");
    case("Add {1-2 fl oz of milk}.", "Add {2-4 fl oz of milk}.");
    case("Wait {10 minutes}.", "Wait {10 minutes}.");
    case("Heat to {350 F oven}.", "Heat to {350 F oven}.");
    let (text, remarks) = step("Add {1 cup (240 ml)} milk.", "3/2");
    assert_eq!(text, "Add {1 cup (240 ml)} milk.");
    assert_eq!(
        remarks.lines().nth(1),
        Some("in braces, but not read as an amount, so left as written: {1 cup (240 ml)}")
    );
}

#[test]
fn servings_with_long_fractions_are_shown_in_quarters() {
    let serves = |factor| {
        let document = json!({"title": "x", "servings": 4, "ingredients": ["salt"]});
        let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
        let scaled = scale(recipe, amount(factor)).expect("fits").recipe;
        let line = |format| {
            let text = write_recipe(&scaled, format, Style::default());
            let mut lines = text.lines().map(str::to_lowercase);
            lines.find(|line| line.starts_with("serv")).expect("a line")
        };
        (line(Format::Text), line(Format::Yaml))
    };
    let both = |text: &str, yaml: &str| (format!("serves:   {text}"), format!("servings: {yaml}"));
    assert_eq!(serves("1/3"), both("1 1/3", "1 1/3"));
    assert_eq!(serves("5/8"), both("2 1/2", "2 1/2"));
    assert_eq!(
        serves("50000000/45359237"),
        both("4 1/2", "4 18563052/45359237")
    );
}

#[test]
fn the_factor_starts_from_what_the_recipe_makes() {
    let factor = |makes: &str, wanted: &str| {
        let document = json!({"title": "x", "yield": makes, "ingredients": ["salt"]});
        let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
        factor_for_yield(&recipe, wanted)
    };
    let case = |makes, wanted, expected: &str| {
        assert_eq!(factor(makes, wanted), Ok(amount(expected)), "{wanted}");
    };
    case("24 cookies", "48 cookies", "2");
    case("24 cookies", "1 cookie", "1/24");
    case("24 cookies", "36", "1 1/2");
    case("24 large cookies", "48 cookies", "2");
    case("500 g dough", "1 kg dough", "2");
    case("500 g dough", "1 kg", "2");
    case("500 g dough", "250", "1/2");
    case("2 lb (900 g) dough", "4 lb dough", "2");
    case("2 cups honey", "339 g honey", "1/2");
    case("4 cups", "1 quart", "1");
    let incomparable = |makes: &str, wanted: &str| {
        let error = ScaleError::Incomparable {
            wanted: wanted.into(),
            own: makes.into(),
        };
        assert_eq!(factor(makes, wanted), Err(error));
    };
    incomparable("24 cookies", "48 muffins");
    incomparable("24 cookies", "2 kg cookies");
    incomparable("500 g dough", "1 cup dough");
    let not_an_amount = ScaleError::NotAnAmount("cookies".into());
    assert_eq!(factor("24 cookies", "cookies"), Err(not_an_amount));
    let without = read_recipe("title: x\ningredients: [salt]").expect("a recipe");
    assert_eq!(
        factor_for_yield(&without.recipe, "24"),
        Err(ScaleError::NoYield)
    );
}

#[test]
fn the_factor_starts_from_what_there_is_of_an_ingredient() {
    let document = json!({
        "title": "x",
        "ingredients": [
            "3-4 lb (1.5-1.8 kg) pork belly", "2 cups flour", "1 cup brown sugar", "2 cups sugar",
            "1/2 cup (113 g) butter", "2 eggs", "1 cup rye flakes", "1 cup oat flakes", "salt",
            {"name": "yeast", "amount": "1 tsp", "fixed": true},
        ],
    });
    let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
    let factor = |wanted| factor_for_ingredient(&recipe, wanted);
    let case = |wanted, expected: &str| {
        assert_eq!(factor(wanted), Ok(amount(expected)), "{wanted}");
    };
    case("6 lb pork belly", "2");
    case("3 kg pork belly", "2");
    case("1 1/2 lb belly", "1/2");
    case("24 oz pork belly", "1/2");
    case("4 cups flour", "2");
    case("250 g flour", "1");
    case("4 cups sugar", "2");
    case("4 cups Sugar", "2");
    case("4 cups brown sugar", "4");
    case("3 eggs", "1 1/2");
    case("1 egg", "1/2");
    case("226 g butter", "2");
    case("1 cup butter", "2");
    // Ounces are neither cups nor grams: a half cup of butter weighs 113.5 g.
    case("8 oz butter", "45359237/22700000");
    let none = |name: &str| Err(ScaleError::NoIngredient(name.into()));
    assert_eq!(factor("1 tsp salt"), none("salt"));
    assert_eq!(factor("1 tsp yeast"), none("yeast"));
    assert_eq!(factor("1 lb beef"), none("beef"));
    let two = "1 cup rye flakes; 1 cup oat flakes";
    assert_eq!(
        factor("1 cup flakes"),
        Err(ScaleError::ManyIngredients("flakes".into(), two.into()))
    );
    let not_an_amount = ScaleError::NotAnAmount("flour".into());
    assert_eq!(factor("flour"), Err(not_an_amount));
    for (wanted, own) in [
        ("3 flour", "2 cups flour"),
        ("3 g eggs", "2 eggs"),
        ("1 cup pork belly", "3-4 lb (1.5-1.8 kg) pork belly"),
    ] {
        let error = ScaleError::Incomparable {
            wanted: wanted.into(),
            own: own.into(),
        };
        assert_eq!(factor(wanted), Err(error));
    }
}

/// What a cook is told of a recipe with these ingredients and steps, by `factor`.
fn remarks(ingredients: serde_json::Value, steps: &[&str], factor: &str) -> Vec<String> {
    let document = json!({"title": "x", "ingredients": ingredients, "steps": steps});
    let document = match steps {
        [] => json!({"title": "x", "ingredients": document["ingredients"]}),
        _ => document,
    };
    let recipe: Recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
    let scaled = scale(recipe, amount(factor)).expect("fits");
    scaled.remarks.into_iter().map(|it| it.message).collect()
}

#[test]
fn large_and_small_batches_are_remarked_on() {
    const TIMES: &str = "times and oven settings do not scale and stand as written";
    let case = |factor, expected: &[&str]| {
        let found = remarks(json!(["1 lb beef"]), &["Stew it."], factor);
        assert_eq!(found, expected, "{factor}");
    };
    let lot = |much: &str| {
        format!("{much} times the recipe is a lot for one pot: consider cooking in batches")
    };
    let little = |much: &str| {
        format!("{much} of the recipe is little: use smaller vessels and watch the heat")
    };
    case("1", &[]);
    case("3/4", &[]);
    case("3/2", &[]);
    case("2", &[TIMES]);
    case("1/2", &[TIMES]);
    case("4", &[TIMES]);
    case("1/4", &[TIMES]);
    case("9/2", &[&lot("4 1/2"), TIMES]);
    case("1/5", &[&little("1/5"), TIMES]);
    // Long fractions say no more than the whole number does.
    case("501/100", &[&lot("5 1/100"), TIMES]);
    case("506/101", &[&lot("5"), TIMES]);
    let without_steps = remarks(json!(["1 lb beef"]), &[], "2");
    assert_eq!(without_steps, Vec::<String>::new());
}

#[test]
fn seasonings_are_remarked_on_where_they_are_scaled() {
    let told = |ingredients, factor| {
        let found = remarks(ingredients, &[], factor);
        let seasonings = found.iter().filter_map(|remark| {
            remark.strip_prefix(
                "scaled like the rest, but cooks often use less at this size, so taste: ",
            )
        });
        seasonings.collect::<Vec<_>>().join("; ")
    };
    let all = json!([
        "1 tsp salt", "2 tsp baking powder", "1 tsp ground cumin", "1 tsp Salt", "1 bell pepper",
        "2 garlic cloves", "1/2 cup unsalted butter", "1 tbsp oil", "pepper, to taste",
        {"name": "nutmeg", "amount": "1 tsp", "fixed": true},
    ]);
    assert_eq!(
        told(all.clone(), "2"),
        "Salt, baking powder, ground cumin, salt"
    );
    assert_eq!(told(all, "7/4"), "");
}

#[test]
fn what_was_not_scaled_is_named() {
    let ingredients = json!([
        "1 tsp salt", "pepper, to taste", {"name": "oil, for the pan", "fixed": true},
        {"name": "yeast", "amount": "1 tsp", "fixed": true}, "parsley", "parsley",
    ]);
    assert_eq!(
        remarks(ingredients, &["Rest for {a day}, then {2 days}."], "3/2"),
        [
            "without an amount, so left as written: pepper, to taste; parsley",
            "in braces, but not read as an amount, so left as written: {2 days}",
            "fixed, so not scaled: oil, for the pan; 1 tsp yeast",
        ]
    );
    let ingredients = json!([
        "2 cups berries (about 12 large ones)", "1 lb asparagus (25 to 30 medium-thin spears)",
        "100 g chocolate (70% cocoa)", "1 (14 oz) can beans (see note 2)",
        "2 tbsp lemon juice (from 1 lemon)", "1 cup purée (from 3 peaches, 1 lb)",
        "1 1/2 cups corn kernels, from 3 to 4 ears", "juice from 3 lemons",
        "1 tbsp starch, dissolved in 2 tbsp cold water", "1 lemon, plus juice of 1/2 lemon",
        {"name": "sago (16/20)", "fixed": true},
    ]);
    assert_eq!(
        remarks(ingredients, &[], "3/2"),
        [
            "numbers that were not read as amounts, so left as written: about 12 large ones; \
             25 to 30 medium-thin spears; from 3 peaches; 1 lb; from 3 to 4 ears; \
             in 2 tbsp cold water; juice of 1/2 lemon",
            "fixed, so not scaled: sago (16/20)",
        ]
    );
}

#[test]
fn a_factor_of_nothing_or_less_is_refused() {
    let recipe = read_recipe("title: x\ningredients: [salt]").expect("a recipe");
    for factor in [Amount::ZERO, Amount::from(-2)] {
        assert_eq!(
            scale(recipe.recipe.clone(), factor),
            Err(ScaleError::NotPositive(factor))
        );
    }
}

#[test]
fn braces_are_read_back_however_many_digits_they_hold() {
    for step in [
        "Add {1 1/24444444444444444444444444444444 cups} flour.",
        "Add {1 tsp of the oil that was left over when the onions were taken out of the pan}.",
    ] {
        let document = json!({"title": "x", "ingredients": ["salt"], "steps": [step]});
        let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
        let exact = |recipe: &Recipe| write_recipe(recipe, Format::Yaml, Style::default());
        let there = scale(recipe.clone(), amount("7/3")).expect("fits").recipe;
        assert_ne!(exact(&there), exact(&recipe));
        let again = read_recipe(&exact(&there)).expect("a recipe").recipe;
        let back = scale(again, amount("3/7")).expect("fits").recipe;
        assert_eq!(exact(&back), exact(&recipe));
    }
}
