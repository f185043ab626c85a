//! Lines and steps, and what each becomes in another system of measures.

use porkcli::convert::{Conversion, Measuring, convert};
use porkcli::read::read_recipe;
use porkcli::unit::System;
use porkcli::write::{Format, Style, write_recipe};
use serde_json::json;

/// The text of a recipe with one ingredient and one step, converted.
fn converted(ingredient: &str, step: &str, system: System) -> (String, String) {
    converted_by(ingredient, step, Conversion::to(system))
}

/// The text of a recipe with one ingredient and one step, after `conversion`.
fn converted_by(ingredient: &str, step: &str, conversion: Conversion) -> (String, String) {
    let document = json!({"title": "x", "ingredients": [ingredient], "steps": [step]});
    let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
    let recipe = convert(recipe, conversion).expect("fits").recipe;
    let style = Style {
        width: 0,
        ..Style::default()
    };
    let text = write_recipe(&recipe, Format::Text, style);
    let line = |part: &str| {
        let (_, rest) = text.split_once(part).expect("a part");
        let line = rest.trim_start().lines().next().expect("a line");
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    (line("INGREDIENTS"), line("STEPS").replacen("1. ", "", 1))
}

#[track_caller]
fn ingredient(line: &str, system: System, expected: &str) {
    assert_eq!(converted(line, "Stir.", system).0, expected);
}

#[track_caller]
fn step(text: &str, system: System, expected: &str) {
    assert_eq!(converted("salt", text, system).1, expected);
}

#[test]
fn ingredients_become_metric() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    to_metric("1 cup milk", "240 ml milk");
    to_metric("2 tbsp maple syrup", "30 ml maple syrup");
    to_metric("1/4 tsp salt", "1.25 ml salt");
    to_metric("2 oz chocolate", "57 g chocolate");
    to_metric("1-2 tsp ginger, grated", "5-10 ml ginger, grated");
    to_metric("1 cup plus 2 tbsp milk", "270 ml milk");
    to_metric("1 stick butter, softened", "113 g butter, softened");
    to_metric("2 sticks celery", "2 sticks celery");
    to_metric("1/2 cup (1 stick) butter", "120 ml (113 g) butter");
    to_metric("1 cup minus 1 tbsp milk", "220 ml milk");
    to_metric("2 cups (480 ml) stock", "480 ml stock");
    to_metric("100 g/4 oz butter", "100 g/4 oz butter");
    to_metric("4 oz/100 g butter", "100 g butter");
    to_metric("1 cup (8 oz) sugar", "240 ml (225 g) sugar");
    to_metric("1 (14 oz) can tomatoes", "1 (400 g) can tomatoes");
    to_metric("250 ml cream", "250 ml cream");
    to_metric("2 eggs", "2 eggs");
    to_metric("a pinch of salt", "a pinch of salt");
    to_metric("salt, to taste", "salt, to taste");
    to_metric("1 1/2-inch piece ginger", "4 cm piece ginger");
    to_metric("1 cup warm water (110°F)", "240 ml warm water (43 °C)");
    to_metric("1 tbsp butter or 1 tbsp oil", "15 ml butter or 15 ml oil");
}

#[test]
fn ingredients_become_american_and_british() {
    let to_us = |line, expected| ingredient(line, System::Us, expected);
    to_us("500 ml milk", "2 cups + 2 tbsp milk");
    to_us("5 ml vanilla", "1 tsp vanilla");
    to_us("15 ml oil", "1 tbsp oil");
    to_us("200 g sugar", "7 oz sugar");
    to_us("1 kg flour", "2 lb 3 oz flour");
    to_us("3-4 lb (1.5-1.8 kg) pork", "3-4 lb (1.5-1.8 kg) pork");
    let to_uk = |line, expected| ingredient(line, System::Imperial, expected);
    to_uk("1 cup milk", "8 1/4 imperial fl oz milk");
    to_uk("1 tsp salt", "1 tsp salt");
    to_uk("250 g butter", "9 oz butter");
}

#[test]
fn steps_convert_their_temperatures_lengths_and_braces_only() {
    let to_metric = |text, expected| step(text, System::Metric, expected);
    to_metric(
        "Preheat to 275 degrees and cut 1 inch apart.",
        "Preheat to 135 °C and cut 2.5 cm apart.",
    );
    to_metric(
        "Broil 8–10″ from the heat at 500°F (260°C).",
        "Broil 20-25 cm from the heat at 260°C.",
    );
    to_metric(
        "Rub in {1 tsp} oil, 2 tbsp at a time, for 10 minutes.",
        "Rub in {5 ml} oil, 2 tbsp at a time, for 10 minutes.",
    );
    to_metric(
        "Rotate 180°, use a 12-cup pan and repeat step 2.",
        "Rotate 180°, use a 12-cup pan and repeat step 2.",
    );
    to_metric("Use a 9x13-inch pan.", "Use a 23 x 33 cm pan.");
    to_metric("Set it 20°F hotter.", "Set it 11 °C hotter.");
    to_metric("Cook to 165°F inside.", "Cook to 74 °C inside.");
    let to_us = |text, expected| step(text, System::Us, expected);
    to_us("Bake at 180°C.", "Bake at 350 °F.");
    to_us("Roll it 3 mm thick.", "Roll it 1/8 inch thick.");
    step(
        "Chill to between 65 and 70°F (18 and 21°C); wait.",
        System::Metric,
        "Chill to between 18 and 21°C; wait.",
    );
}

#[test]
fn the_name_stays_where_an_own_half_wins() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    to_metric("1 cup butter (225 g), softened", "225 g butter, softened");
    to_metric(
        "1 cup flour, sifted (125 g), plus 2 tbsp for dusting",
        "125 g flour, sifted, plus 30 ml for dusting",
    );
    to_metric("1 cup flour (125 g, sifted)", "125 g flour (sifted)");
    to_metric("1 cup flour (about 125 g)", "125 g flour");
    to_metric("2 cups flour (10 oz/280 g)", "280 g flour");
    to_metric("2 cups (10 oz/280 g) flour", "280 g flour");
    to_metric("1/2 cup butter (1 stick or 113 g)", "113 g butter");
    to_metric(
        "1 heaped cup flour (150 g), sifted",
        "1 heaped cup flour (150 g), sifted",
    );
}

#[test]
fn a_bracket_stays_for_what_else_it_says() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    to_metric("2 cups (500 ml, sifted) flour", "500 ml (sifted) flour");
    to_metric(
        "2 cups (16 fl oz by volume) milk",
        "475 ml (by volume) milk",
    );
    to_metric("1 cup (about 8 fl oz, warm) milk", "240 ml (warm) milk");
    to_metric("1 cup (about 8 fl oz) milk", "240 ml milk");
    to_metric("1 cup milk (8 fl oz) 240 ml", "240 ml milk");
    to_metric("1 cup (8 fl oz or more) milk", "240 ml (or more) milk");
    to_metric("2 cups [500 ml; sifted] flour", "500 ml [sifted] flour");
    to_metric(
        "2 cups (16 oz, sifted) flour",
        "475 ml (450 g, sifted) flour",
    );
    to_metric(
        "1 cup milk (8 fl oz) (16 tbsp, sifted)",
        "240 ml milk (sifted)",
    );
    to_metric(
        "1 lb/450 g (16 oz by weight) beef",
        "450 g (by weight) beef",
    );
    ingredient(
        "500 ml (2 cups, sifted) flour",
        System::Us,
        "2 cups (sifted) flour",
    );
}

#[test]
fn what_is_weighed_keeps_no_half_by_volume() {
    let weigh = |line: &str, expected: &str| {
        let conversion = Conversion {
            measuring: Some(Measuring::ByWeight),
            ..Conversion::to(System::Metric)
        };
        assert_eq!(converted_by(line, "Stir.", conversion).0, expected);
    };
    weigh("1 lb (500 ml) sugar", "450 g (500 ml) sugar");
    weigh("12 oz (240 ml) honey", "340 g (240 ml) honey");
    weigh("1/2 cup (1 stick) butter", "113 g butter");
    // Ounces of 30 ml are fluid, and milk has a record.
    weigh("1 oz (30 ml) Campari", "30 ml Campari");
    weigh("8 oz (240 ml) milk", "245 g milk");
    weigh("12 oz (1 1/2 cups) grapes", "340 g (350 ml) grapes");
    let measure = |line: &str, expected: &str| {
        let conversion = Conversion {
            measuring: Some(Measuring::ByVolume),
            ..Conversion::to(System::Us)
        };
        assert_eq!(converted_by(line, "Stir.", conversion).0, expected);
    };
    measure("480 ml (1 lb) milk", "2 cups (1 lb) milk");
}

#[test]
fn sticks_stay_as_they_are_written() {
    let document = json!({"title": "Dish", "ingredients": ["240 ml (2 sticks) butter"]});
    let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
    let conversion = Conversion::to(System::Metric);
    let recipe = convert(recipe, conversion).expect("fits").recipe;
    let text = write_recipe(&recipe, Format::Yaml, Style::default());
    assert_eq!(
        text,
        "title: Dish\ningredients:\n  - 240 ml (2 sticks) butter\n"
    );
}

#[test]
fn another_half_of_two_units_stays_whole() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    let to_us = |line, expected| ingredient(line, System::Us, expected);
    to_metric("1kg/2lb 4oz fresh pasta", "1kg/2lb 4oz fresh pasta");
    to_metric("1 kg (2 lb 4 oz) beef", "1 kg (2 lb 4 oz) beef");
    to_us("1kg/2lb 4oz fresh pasta", "2lb 4oz fresh pasta");
    to_us("1 kg (2 lb 4 oz) beef", "2 lb 4 oz beef");
    to_metric("cake baked at 375°F, 5 inch", "cake baked at 190 °C, 13 cm");
    to_metric("1 (1 lb 4 oz) steak", "1 (570 g) steak");
    to_metric(
        "1 cup (8 fl oz) 240 ml soy sauce, diced",
        "240 ml soy sauce, diced",
    );
    to_metric(
        "1 cup arugula (1 heaping handful)",
        "240 ml arugula (1 heaping handful)",
    );
    to_metric(
        "2 lb potatoes (about 6 medium)",
        "900 g potatoes (about 6 medium)",
    );
    to_us("1 kg beef (2 lb 4 oz), diced", "2 1/4 lb beef, diced");
    to_metric("1 lb (1 cup 2 tbsp) honey", "450 g (270 ml) honey");
    to_metric(
        "600g/1lb 5oz lamb, trimmed (500g/1lb 2oz when it is), cut",
        "600g/1lb 5oz lamb, trimmed (500g/1lb 2oz when it is), cut",
    );
    to_us(
        "600g/1lb 5oz lamb, trimmed (500g/1lb 2oz when it is), cut",
        "1lb 5oz lamb, trimmed (500g/1lb 2oz when it is), cut",
    );
}

#[test]
fn a_unit_said_twice_goes_as_a_whole() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    to_metric("1 tsp teaspoon salt", "5 ml salt");
    to_metric("1 cup cups (226 g) butter", "226 g butter");
    to_metric("1 cup cup plus 2 tbsp milk", "270 ml milk");
    to_metric("2 heaped tsp teaspoon salt", "2 heaped tsp teaspoon salt");
    ingredient("1 tsp teaspoon salt", System::Us, "1 tsp teaspoon salt");
}

#[test]
fn nothing_of_a_sum_is_lost() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    to_metric(
        "1 tbsp butter, plus 2 tsp for the pan",
        "15 ml butter, plus 10 ml for the pan",
    );
    to_metric(
        "1 cup (240 ml) plus 2 tbsp (30 ml) milk",
        "240 ml plus 30 ml milk",
    );
    to_metric("1 cup plus 2 tbsp (30 ml) milk", "240 ml plus 30 ml milk");
    to_metric("1 cup plus 2 tbsp (270 ml) milk", "270 ml milk");
    to_metric("1 cup plus 2 tbsp flour (145 g)", "145 g flour");
    to_metric("1 cup less 1 tbsp sugar", "220 ml sugar");
    // What can be added is one amount, and a volume added to a weight stays apart from it.
    to_metric("1 lb 4 oz plus 1 cup flour", "570 g plus 240 ml flour");
    to_metric(
        "1 lb 4 oz (560 g) plus 1 cup flour",
        "560 g plus 240 ml flour",
    );
    to_metric("1 cup plus 1 lb 4 oz flour", "240 ml plus 570 g flour");
    // Two amounts in one unit side by side would be the same one said twice.
    to_metric("1 lb 4 oz (113 g) butter", "450 g plus 113 g butter");
    to_metric("1lb4oz (113 g) butter", "450 g plus 113 g butter");
    to_metric("1 cup, 2 tbsp (30 ml) milk", "240 ml, plus 30 ml milk");
    to_metric("1 cup (240 ml) 2 tbsp milk", "240 ml plus 30 ml milk");
    to_metric("1 lb (450 g) 4 oz butter", "450 g plus 113 g butter");
    to_metric("1 cup, 2 tbsp milk", "270 ml milk");
    ingredient(
        "240 ml (1 cup) plus 30 ml (2 tbsp) milk",
        System::Us,
        "1 cup plus 2 tbsp milk",
    );
    ingredient("1 cup plus 30 ml milk", System::Us, "1 cup + 2 tbsp milk");
}

#[test]
fn an_amount_in_words_stays_and_is_named() {
    let notes = |lines: &[&str], system| {
        let document = json!({"title": "x", "ingredients": lines});
        let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
        let converted = convert(recipe, Conversion::to(system)).expect("fits");
        Vec::from_iter(converted.remarks.into_iter().map(|note| note.message))
    };
    let lines = [
        "1 tbsp starch, dissolved in 2 tbsp water",
        "2 sprigs thyme, soaked in 50 ml oil for 30 minutes",
        "1 cup juice (from 4 lemons)",
    ];
    let told = |words| {
        [format!(
            "numbers that were not read as amounts, so left as written: {words}"
        )]
    };
    assert_eq!(notes(&lines, System::Metric), told("in 2 tbsp water"));
    assert_eq!(
        notes(&lines, System::Us),
        told("in 50 ml oil for 30 minutes")
    );
}

#[test]
fn a_half_with_a_word_before_its_unit_stays_and_is_named() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    to_metric(
        "1 lb (3 heaped cups) spinach",
        "450 g (3 heaped cups) spinach",
    );
    to_metric(
        "1 lb spinach, about 3 heaped cups",
        "450 g spinach, about 3 heaped cups",
    );
    to_metric("1 onion (1 scant cup)", "1 onion (1 scant cup)");
    to_metric(
        "2 onions (1 cup plus 1 heaped tbsp)",
        "2 onions (1 cup plus 1 heaped tbsp)",
    );
    to_metric(
        "1 cup plus 1 heaped tbsp sugar",
        "240 ml plus 1 heaped tbsp sugar",
    );
    to_metric("100 g (1 scant cup) flour", "100 g (1 scant cup) flour");
    ingredient(
        "100 g (1 scant cup) flour",
        System::Us,
        "3 1/2 oz (1 scant cup) flour",
    );
    ingredient(
        "250 ml (1 cup plus 1 heaped tbsp) milk",
        System::Us,
        "1 cup + 1 tbsp (1 cup plus 1 heaped tbsp) milk",
    );
    let lines = [
        "1 lb (3 heaped cups) spinach",
        "2 onions (1 cup plus 1 heaped tbsp)",
    ];
    let document = json!({"title": "x", "ingredients": lines});
    let recipe = read_recipe(&document.to_string()).expect("a recipe").recipe;
    let notes = convert(recipe, Conversion::to(System::Metric))
        .expect("fits")
        .remarks;
    let notes = Vec::from_iter(notes.into_iter().map(|note| note.message));
    assert_eq!(
        notes,
        [
            "left as written, because a word stands between number and unit: 1 lb (3 heaped cups) spinach; 2 onions (1 cup plus 1 heaped tbsp)"
        ]
    );
}

#[test]
fn what_is_told_once_is_no_total() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    to_metric("1 lb (450 g total) plums", "450 g plums");
    to_metric("1 lb (1 kg 200 g total) plums", "1 kg 200 g plums");
    to_metric(
        "1 lb (about 450 g in all; 3 cups) plums",
        "450 g (3 cups) plums",
    );
    to_metric("1 lb (16 oz total) plums", "450 g plums");
    to_metric("4 chops (1 lb 2 oz total)", "4 chops (510 g total)");
    to_metric(
        "2 cans (14 oz each; 28 oz total) beans",
        "2 cans (400 g each; 800 g total) beans",
    );
    to_metric(
        "4 chops (6 oz each, 1 1/2 lb total)",
        "4 chops (170 g each, 680 g total)",
    );
    to_metric("2 14-oz cans (3 cups) beans", "2 400 g cans (700 ml) beans");
    to_metric("1 lb large (450 g) plums", "450 g large plums");
    // Behind packages a total says so, where it could be the size of one.
    to_metric("2 packets (3 tsp) yeast", "2 packets (15 ml total) yeast");
    to_metric(
        "2 14-oz cans (28 oz) beans",
        "2 400 g cans (800 g total) beans",
    );
    to_metric("2 14-oz cans (400 g) beans", "2 400 g cans (400 g) beans");
}

#[test]
fn the_size_of_a_package_is_not_the_measure_of_the_whole() {
    let to_metric = |line, expected| ingredient(line, System::Metric, expected);
    to_metric(
        "1 (14.5 oz) can tomatoes, drained (about 250 g)",
        "1 (410 g) can tomatoes, drained (about 250 g)",
    );
    to_metric(
        "1 (14.5 oz) can tomatoes, drained (about 1 1/2 cups)",
        "1 (410 g) can tomatoes, drained (about 350 ml)",
    );
    to_metric("1 (14 oz/400 g) can beans", "1 (400 g) can beans");
    ingredient(
        "1 (14 oz/400 g) can beans",
        System::Us,
        "1 (14 oz/400 g) can beans",
    );
    to_metric(
        "2 cloves garlic, minced (about 2 tsp)",
        "2 cloves garlic, minced (about 10 ml)",
    );
}
