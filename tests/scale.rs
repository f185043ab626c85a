//! Lines, and what each becomes by a factor.

use porkcli::amount::Amount;
use porkcli::read::read_recipe;
use porkcli::scale::{ScaleError, factor_for_servings, scale};
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
    case("juice of 1 lemon", "2", "juice of 2 lemons");
}

#[test]
fn sums_are_shown_as_one_amount() {
    case("1 lb 4 oz beef", "1/2", "10 oz beef");
    case("1 lb 4 oz beef", "3", "3 3/4 lb beef");
    case("2 tbsp plus 1 tsp soy sauce", "3", "7 tbsp soy sauce");
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
