//! Imports pages, texts and files as cooks have them, deformations included.

use porkcli::read::{Gathered, Reading, gather_page, import_recipe, read_line, read_recipe};
use porkcli::recipe::Recipe;
use porkcli::write::{Format, Style, write_recipe};
use proptest::prelude::*;
use std::fs;

fn page(json: &str) -> String {
    format!(
        "<!DOCTYPE html><html><head><title>x</title>\
         <script type=\"application/ld+json\">{json}</script></head><body><p>Hi.</p></body></html>"
    )
}

fn gather(html: &str) -> Gathered {
    gather_page(html).expect("a page of usual size")
}

fn import(text: &str) -> Reading {
    import_recipe(text, None).expect("a recipe")
}

fn lines(recipe: &Recipe) -> Vec<&str> {
    let items = recipe.all_ingredients();
    items.map(|item| item.line.source.as_str()).collect()
}

fn steps(recipe: &Recipe) -> Vec<&str> {
    let items = recipe.steps.iter().flat_map(|group| &group.items);
    items.map(|step| step.source.as_str()).collect()
}

#[test]
fn a_recipe_is_found_wherever_it_stands() {
    #[track_caller]
    fn case(html: &str) {
        let gathered = gather(html);
        assert_eq!(gathered.title.as_deref(), Some("Toast"), "{html}");
        assert_eq!(gathered.ingredient_texts(), ["2 slices bread"], "{html}");
    }
    let recipe = r#"{"@type": "Recipe", "name": "Toast", "recipeIngredient": ["2 slices bread"]}"#;
    case(&page(recipe));
    case(&page(&format!("[{recipe}]")));
    case(&page(&format!(
        r#"{{"@graph": [{{"@type": "WebPage"}}, {recipe}]}}"#
    )));
    case(&page(&format!(
        r#"{{"@type": "WebPage", "mainEntity": {recipe}}}"#
    )));
    case(&page(&recipe.replace("\"Recipe\"", "\"recipe\"")));
    case(&page(
        &recipe.replace("\"Recipe\"", "[\"NewsArticle\", \"Recipe\"]"),
    ));
    case(&page(
        &recipe.replace("\"Recipe\"", "\"http://schema.org/Recipe\""),
    ));
    case(&page(&recipe.replace("\"@type\"", "\"@Type\"")));
    case(&page(
        &recipe
            .replace("slices", "slices\u{1}")
            .replace("\"]", "\",],"),
    ));
    case(&page(&format!("//<![CDATA[\n{recipe}\n//]]>")));
    case(&page(&format!("<!--\n{recipe}\n-->")));
    case(&page(&format!("/* ours */ {recipe};")));
    case(&page(&recipe.replace("2 slices", "2&amp;nbsp;slices")));
    case(&page(&recipe.replace(
        "2 slices bread",
        "<span>2 slices</span> <b>bread</b>",
    )));
    case(&page(&recipe.replace("bread\"]}", "bread")));
    // Several scripts, one of them broken.
    let two = page("{\"@type\": \"Organization\", \"name\":").replace(
        "</head>",
        &format!("<script type='application/LD+JSON; charset=utf-8'>{recipe}</script></head>"),
    );
    case(&two);
}

#[test]
fn one_odd_field_loses_no_other() {
    let html = page(
        r#"{"@type": "Recipe", "name": ["Toast"], "author": 7, "recipeYield": {"x": null},
            "prepTime": {"@type": "Duration"}, "cookTime": true, "totalTime": "PT-5M",
            "recipeIngredient": [{"odd": []}, null, "bread", ["butter", 3]],
            "recipeInstructions": [null, 4, {"@type": "HowToStep"}, "Toast the bread.", []],
            "keywords": {"a": 1}, "recipeCategory": [[]], "tool": "toaster"}"#,
    );
    let gathered = gather(&html);
    assert_eq!(gathered.title.as_deref(), Some("Toast"));
    assert_eq!(gathered.ingredient_texts(), ["bread", "butter"]);
    assert_eq!(gathered.step_texts(), ["Toast the bread."]);
    assert_eq!(gathered.total_minutes(), None);
    assert_eq!(gathered.equipment[0].text, "toaster");
}

#[test]
fn yields_are_read_in_every_shape() {
    #[track_caller]
    fn case(json: &str, servings: &str, makes: &str) {
        let html = page(&format!(
            r#"{{"@type": "Recipe", "name": "x", "recipeIngredient": ["1 egg"], "recipeYield": {json}}}"#
        ));
        let recipe = import(&html).recipe;
        let read = recipe.servings.map(|servings| match servings.high {
            Some(high) => format!("{}-{high}", servings.low),
            None => servings.low.to_string(),
        });
        assert_eq!(read.unwrap_or_default(), servings, "{json}");
        let made = recipe.makes.map(|makes| makes.source);
        assert_eq!(made.unwrap_or_default(), makes, "{json}");
    }
    case("\"4\"", "4", "");
    case("4", "4", "");
    case("1.50", "1 1/2", "");
    case("\"4-6 servings\"", "4-6", "");
    case("[\"12\", \"12 cookies\"]", "", "12 cookies");
    case("[6, \"6 people\"]", "6", "");
    case("[\"20\", \"2 pies\"]", "20", "2 pies");
    case(
        r#"{"@type": "QuantitativeValue", "value": 8, "unitText": "servings"}"#,
        "8",
        "",
    );
    case("\"6 personnes\"", "6", "");
    case("\"one loaf\"", "", "one loaf");
    case("null", "", "");
    case("\"\"", "", "");
}

#[test]
fn sections_and_steps_are_read_at_any_depth() {
    let html = page(
        r#"{"@type": "Recipe", "name": "Cake", "recipeIngredient": "1 egg\n2 cups flour<br>salt",
            "recipeInstructions": [
              {"@type": "HowToSection", "name": "Cake:", "itemListElement": [
                {"@type": "HowToStep", "name": "Mix", "text": "Mix all."},
                {"@type": "HowToStep", "name": "Step 2", "text": "Bake it."},
                {"@type": "HowToSection", "itemListElement": {"@type": "HowToStep", "itemListElement": [
                  {"@type": "HowToDirection", "text": "Cool it"}, {"@type": "HowToTip", "text": "on a rack."}]}}]},
              {"@type": "HowToStep", "name": "Serve", "text": "Put it on a plate."}]}"#,
    );
    let recipe = import(&html).recipe;
    assert_eq!(lines(&recipe), ["1 egg", "2 cups flour", "salt"]);
    assert_eq!(recipe.steps[0].name.as_deref(), Some("Cake"));
    assert_eq!(
        steps(&recipe),
        [
            "Mix all.",
            "Bake it.",
            "Cool it on a rack.",
            "Serve: Put it on a plate."
        ]
    );
}

#[test]
fn text_and_html_steps_are_parted() {
    #[track_caller]
    fn case(instructions: &str, expected: &[&str]) {
        let html = page(&format!(
            r#"{{"@type": "Recipe", "name": "x", "recipeIngredient": ["1 egg"], "recipeInstructions": {instructions}}}"#
        ));
        assert_eq!(steps(&import(&html).recipe), expected, "{instructions}");
    }
    case(r#""Mix.\nBake.""#, &["Mix.", "Bake."]);
    case(
        r#""<ol><li>Mix.</li><li>Bake.</li></ol>""#,
        &["Mix.", "Bake."],
    );
    case(
        r#""&lt;p&gt;Mix.&lt;/p&gt;&lt;p&gt;Bake.&lt;/p&gt;""#,
        &["Mix.", "Bake."],
    );
    case(r#"["1. Mix.", "2. Bake."]"#, &["Mix.", "Bake."]);
    case(r#"[["Mix."], ["Bake."]]"#, &["Mix.", "Bake."]);
    case(
        r#"{"@type": "ItemList", "itemListElement": ["Mix.", "Bake."]}"#,
        &["Mix.", "Bake."],
    );
}

#[test]
fn authors_are_found_by_reference() {
    #[track_caller]
    fn case(author: &str, expected: &str) {
        let html = page(&format!(
            r#"{{"@graph": [{{"@type": "Person", "@id": "https://x.org/#ann", "name": "Ann"}},
                {{"@type": "Recipe", "name": "x", "recipeIngredient": ["1 egg"], "author": {author}}}]}}"#
        ));
        assert_eq!(
            import(&html).recipe.author.as_deref(),
            Some(expected),
            "{author}"
        );
    }
    case(r#""Ann""#, "Ann");
    case(r#"{"@type": "Person", "name": "Ann"}"#, "Ann");
    case(r#"{"@id": "https://x.org/#ann"}"#, "Ann");
    case(
        r#"[{"@id": "https://x.org/#ann"}, {"name": "Bo"}]"#,
        "Ann, Bo",
    );
}

#[test]
fn data_in_attributes_is_read() {
    let microdata = r#"<!doctype html><div itemscope itemtype="https://schema.org/Recipe">
        <h1 itemprop="name">Toast &amp; butter</h1>
        <span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Ann</b></span>
        <time itemprop="totalTime" datetime="PT5M">5 min</time> <meta itemprop="recipeYield" content="2 servings">
        <ul><li itemprop="recipeIngredient">2 slices bread<li itemprop="ingredients">butter</ul>
        <div itemprop="recipeInstructions"><p>Toast.</p><p>Butter.</p></div></div>"#;
    let recipe = import(microdata).recipe;
    assert_eq!(recipe.title, "Toast & butter");
    assert_eq!(recipe.author.as_deref(), Some("Ann"));
    assert_eq!(recipe.time.total, Some(300));
    assert_eq!(lines(&recipe), ["2 slices bread"]);
    assert_eq!(steps(&recipe), ["Toast.", "Butter."]);
    let loose = "<html><body><h1>Toast</h1><b itemprop=name>A site</b><ul><li itemprop=recipeIngredient>1 egg\
        <li itemprop=recipeIngredient>salt</ul><p itemprop=recipeInstructions>Fry.</p></body></html>";
    let recipe = import(loose).recipe;
    assert_eq!(recipe.title, "Toast");
    assert_eq!(lines(&recipe), ["1 egg", "salt"]);
    let classes = r#"<html><body class="h-recipe"><h1 class="p-name">Toast</h1><ul><li class="p-ingredient">1 egg</li>
        <li class="p-ingredient">salt</li></ul><ol class="e-instructions"><li>Fry.</li></ol></body></html>"#;
    let recipe = import(classes).recipe;
    assert_eq!(recipe.title, "Toast");
    assert_eq!(lines(&recipe), ["1 egg", "salt"]);
}

#[test]
fn an_unmarked_page_is_read_as_it_is_seen() {
    let html = "<html><body><nav><ul><li>Home<li>About</ul></nav><h1>Toast</h1><p>Serves 2</p>\
        <h2>Ingredients</h2><ul><li>2 slices bread</li><li>1 tbsp butter</li></ul>\
        <h2>Method</h2><p>Toast the bread until it is brown.</p><p>Butter it while it is hot.</p>\
        <h2>Related</h2><p>Nothing that belongs to this recipe at all.</p></body></html>";
    let reading = import(html);
    assert_eq!(reading.recipe.title, "Toast");
    assert_eq!(lines(&reading.recipe), ["2 slices bread", "1 tbsp butter"]);
    assert_eq!(
        steps(&reading.recipe),
        [
            "Toast the bread until it is brown.",
            "Butter it while it is hot."
        ]
    );
    assert!(reading.recipe.servings.is_some());
    assert!(
        reading
            .remarks
            .iter()
            .any(|remark| remark.code == "unmarked")
    );
    assert!(import_recipe("<html><body>Nothing</body></html>", None).is_err());
}

#[test]
fn a_list_with_headings_becomes_groups() {
    let html = page(
        r#"{"@type": "Recipe", "name": "x", "recipeIngredient": ["For the base:", "1 egg", "THE TOP", "2 cups ((fine)) sugar", "salt"]}"#,
    );
    let recipe = import(&html).recipe;
    let names: Vec<_> = recipe
        .ingredients
        .iter()
        .map(|group| group.name.as_deref())
        .collect();
    assert_eq!(names, [Some("For the base"), Some("THE TOP")]);
    assert_eq!(lines(&recipe), ["1 egg", "2 cups (fine) sugar", "salt"]);
}

const PASTED: &str = "\
Grandma's Apple Crumble

By Ann Cook
Prep: 15 min | Cook: 1 hour
Serves 4-6
Cuisine: British

My grandma made this every Sunday.
It never lasted until Monday, though we tried.

INGREDIENTS

Filling:
▢ 1.10 kg apples, peeled
▢ 2 tbsp sugar*
Topping
▢ 200g flour
▢ a pinch of salt

Equipment
- A deep dish

Directions

Step 1: Heat the oven to 180 °C.
Step 2: Rub the butter into the flour,
then add the sugar.
3. Bake for 40 minutes.

* Brown sugar is best.

Tips
Storage: It keeps for two days.
Print
";

#[test]
fn pasted_text_is_understood_without_markup() {
    let reading = import(PASTED);
    let recipe = &reading.recipe;
    assert_eq!(recipe.title, "Grandma's Apple Crumble");
    assert_eq!(recipe.author.as_deref(), Some("Ann Cook"));
    assert_eq!(recipe.time.prep, Some(900));
    assert_eq!(recipe.time.cook, Some(3_600));
    assert_eq!(recipe.cuisine.as_deref(), Some("British"));
    let names: Vec<_> = recipe
        .ingredients
        .iter()
        .map(|group| group.name.as_deref())
        .collect();
    assert_eq!(names, [Some("Filling"), Some("Topping")]);
    assert_eq!(
        lines(recipe),
        [
            "1.10 kg apples, peeled",
            "2 tbsp sugar*",
            "200g flour",
            "a pinch of salt"
        ]
    );
    assert_eq!(recipe.equipment[0].source, "A deep dish");
    assert_eq!(
        steps(recipe),
        [
            "Heat the oven to 180 °C.",
            "Rub the butter into the flour, then add the sugar.",
            "Bake for 40 minutes."
        ]
    );
    assert_eq!(recipe.footnotes[0].title.as_deref(), Some("*"));
    assert_eq!(recipe.footnotes[0].text.source, "Brown sugar is best.");
    assert_eq!(
        recipe.notes.last().and_then(|note| note.title.as_deref()),
        Some("Storage")
    );
    let left_out = reading
        .remarks
        .iter()
        .find(|remark| remark.code == "left-out");
    assert_eq!(
        left_out
            .and_then(|remark| remark.place)
            .map(|place| place.line),
        Some(34)
    );
}

/// Everything that a recipe says, in letters and digits alone.
fn all_letters(reading: &Reading) -> String {
    let mut all = write_recipe(&reading.recipe, Format::Json, Style::default());
    for remark in &reading.remarks {
        all.push_str(&remark.message);
    }
    all.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "says why nothing was compared")]
fn the_seeds_are_imported_whole() {
    let seeds = [
        (
            "000_34db6deb7719b644.txt",
            "maple-belly",
            "11 1/2 lb boneless pork belly",
        ),
        ("001_8aab33f5cf31ccec.txt", "crispy-maple-belly", ""),
    ];
    for (seed, shipped, mangled) in seeds {
        let Ok(text) = fs::read_to_string(format!("../shared/seeds/{seed}")) else {
            println!("skipped: the page that {shipped} was made of is not here");
            continue;
        };
        let reading = import(&text);
        let shipped = fs::read_to_string(format!("recipes/{shipped}.yaml")).expect("shipped");
        let shipped = read_recipe(&shipped).expect("a recipe").recipe;
        assert_eq!(reading.recipe.title, shipped.title);
        assert_eq!(reading.recipe.author, shipped.author);
        assert_eq!(reading.recipe.servings, shipped.servings);
        assert_eq!(reading.recipe.time, shipped.time);
        let names = |recipe: &Recipe| -> Vec<Option<String>> {
            recipe
                .ingredients
                .iter()
                .map(|group| group.name.clone())
                .collect()
        };
        assert_eq!(names(&reading.recipe), names(&shipped));
        let pairs = reading
            .recipe
            .all_ingredients()
            .zip(shipped.all_ingredients());
        for (index, (read, expected)) in pairs.enumerate() {
            let first = index == 0 && !mangled.is_empty();
            let line = if first {
                mangled
            } else {
                &expected.line.source
            };
            let expected = read_line(line).expect("a line");
            assert_eq!(read.name, expected.name);
            let amounts = |line: &porkcli::recipe::Ingredient| -> Vec<_> {
                line.line
                    .mentions()
                    .map(|mention| (mention.role, mention.quantity))
                    .collect()
            };
            assert_eq!(amounts(read), amounts(&expected), "{line}");
        }
        let count = |recipe: &Recipe| recipe.all_ingredients().count();
        assert_eq!(count(&reading.recipe), count(&shipped));
        let groups = |recipe: &Recipe| recipe.steps.len();
        assert_eq!(groups(&reading.recipe), groups(&shipped));
        let all = all_letters(&reading);
        let facts = [
            "Author",
            "Time:",
            "Yield",
            "Category",
            "Method",
            "Cuisine",
            "Ingredients",
            "Equipment",
            "Chef Notes",
            "Variations",
        ];
        for line in text
            .lines()
            .filter(|line| !facts.iter().any(|fact| line.contains(fact)))
        {
            // Amounts are printed in one form, so that only the words must be there.
            let words = line
                .split_whitespace()
                .filter(|word| word.chars().all(char::is_alphabetic));
            for word in words {
                assert!(all.contains(word), "{word} of {line} is lost");
            }
        }
    }
}

#[test]
fn what_is_written_for_other_programs_reads_back() {
    for name in ["maple-belly", "crispy-maple-belly"] {
        let text = fs::read_to_string(format!("recipes/{name}.yaml")).expect("shipped");
        let recipe = read_recipe(&text).expect("a recipe").recipe;
        for format in [Format::Cooklang, Format::RecipeMd, Format::SchemaOrg] {
            let written = write_recipe(&recipe, format, Style::default());
            let read = import(&written).recipe;
            assert_eq!(read.title, recipe.title);
            assert_eq!(read.author, recipe.author);
            assert_eq!(read.servings, recipe.servings);
            assert_eq!(read.time, recipe.time);
            assert_eq!(read.category, recipe.category);
            assert_eq!(read.tags, recipe.tags);
            assert_eq!(read.equipment, recipe.equipment);
            assert_eq!(read.steps.len(), recipe.steps.len());
            assert_eq!(lines(&read), lines(&recipe), "{written}");
        }
    }
}

#[test]
fn every_form_is_recognised_by_its_content() {
    let own = "title: Toast\ningredients: [2 slices bread]\n";
    assert_eq!(import(own).recipe.title, "Toast");
    let cook = ">> servings: 2\n\nToast @bread{2%slices} for ~{2%min}.\n";
    let reading = import_recipe(cook, Some("Good Toast.cook")).expect("a recipe");
    assert_eq!(reading.recipe.title, "Good Toast");
    assert_eq!(lines(&reading.recipe), ["2 slices bread"]);
    let markdown = "# Toast\n\n---\n\n- *2 slices* bread\n\n---\n\nToast it.\n";
    assert_eq!(lines(&import(markdown).recipe), ["2 slices bread"]);
    let program =
        "name: Toast\nuid: x\ningredients: |\n  2.50 slices bread\ndirections: Toast it.\n";
    assert_eq!(lines(&import(program).recipe), ["2.50 slices bread"]);
    let linked = r#"{"@type": "Recipe", "name": "Toast", "recipeIngredient": ["2 slices bread"]}"#;
    assert_eq!(import(linked).recipe.title, "Toast");
    assert!(import_recipe("", None).is_err());
    assert!(import_recipe("Hello there.", None).is_err());
    let wrong = import_recipe("titel: Toast\ningredients: [x]\n", Some("x.yaml"));
    assert!(wrong.is_ok() || wrong.is_err_and(|errors| !errors.is_empty()));
}

#[test]
fn large_and_deep_inputs_are_survived() {
    let deep = page(&"{\"@graph\":[".repeat(200_000));
    assert!(import_recipe(&deep, None).is_err());
    let nested = format!(
        "<html>{}",
        "<div itemscope itemtype='http://schema.org/Recipe' itemprop='a'>".repeat(50_000)
    );
    assert!(import_recipe(&nested, None).is_err());
    let circle = page(
        r#"{"@type": "Recipe", "@id": "r", "name": {"@id": "r"}, "author": [{"@id": "r"}], "recipeIngredient": [{"@id": "r"}],
            "recipeInstructions": [{"@id": "s", "itemListElement": [{"@id": "s"}, {"@id": "s"}, {"@id": "r"}]}]}"#,
    );
    assert!(import_recipe(&circle, None).is_err());
    for signs in [
        "@",
        "@x{",
        "@a{}(",
        "[",
        "#a{}",
        "* a\n",
        "- *1* [",
        "*/",
        ", ",
        "&amp;",
        "1 cup @b{1%c} ",
    ] {
        let _ = import_recipe(&signs.repeat(20_000), Some("x.cook"));
        let _ = import_recipe(&signs.repeat(20_000), None);
        let _ = import_recipe(&page(&signs.repeat(20_000)), None);
        let markdown = format!("# x\n---\n- 1 x\n{}", signs.repeat(20_000));
        let _ = import_recipe(&markdown, None);
    }
    let quotes = page(&"\"".repeat(300_000));
    assert!(import_recipe(&quotes, None).is_err());
    let huge = "x".repeat(9 << 20);
    assert!(import_recipe(&huge, None).is_err());
}

/// Pieces of all the forms, to be put together at random.
fn piece() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "<html>",
        "<script type=\"application/ld+json\">",
        "</script>",
        "{\"@type\":\"Recipe\",",
        "\"name\":",
        "\"recipeIngredient\":",
        "\"recipeInstructions\":",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "\\",
        "\\u12",
        "&amp;#x27;",
        "<li>",
        "<ul class='ingredients'>",
        "</ul>",
        "<h2>Method</h2>",
        "itemprop=\"name\"",
        "Ingredients\n",
        "Method\n",
        "- ",
        "1. ",
        "2 cups flour\n",
        "1/0 cup milk\n",
        "99999999999999999999999999999999999999999 g\n",
        "½",
        "@flour{1%cup}",
        "~{5%min}",
        "#pot{}",
        ">> a: b\n",
        "---\n",
        "# Title\n",
        "- *1 cup* x\n",
        "title: ",
        "ingredients:\n",
        "steps: ",
        "== a ==\n",
        "\n\n",
        ": ",
        "PT1H",
        "*",
        "[-",
        "-]",
        "é",
        "\u{0}",
        "\t",
        "Serves 4\n",
        "Prep Time",
    ]);
    prop_oneof![4 => signs.prop_map(String::from), 1 => "\\PC{0,12}", 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_input_panics_and_what_is_imported_reads_back(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        for name in [None, Some("x.html"), Some("x.cook"), Some("x.yaml")] {
            if let Ok(reading) = import_recipe(&text, name)
                && !reading.recipe.ingredients.is_empty()
            {
                let yaml = write_recipe(&reading.recipe, Format::Yaml, Style::default());
                let read = read_recipe(&yaml);
                prop_assert!(read.is_ok(), "{yaml}\n{read:?}");
                for format in [Format::Cooklang, Format::RecipeMd, Format::SchemaOrg] {
                    write_recipe(&reading.recipe, format, Style::default());
                }
            }
        }
    }

    #[test]
    fn every_pasted_line_lands_somewhere(
        words in prop::collection::vec("v[a-z]{2,8}( v[a-z]{2,8}){0,12}[.:]?", 1..20),
        marks in prop::collection::vec(prop::sample::select(vec!["", "- ", "1. ", "• ", "2 cups ", "\n", "Ingredients\n", "Method\n"]), 20),
    ) {
        let body: Vec<String> = marks.iter().zip(&words).map(|(mark, words)| format!("{mark}{words}")).collect();
        let text = format!("A dish\nIngredients\n- 2 eggs\n{}\n", body.join("\n"));
        let reading = import_recipe(&text, None).expect("a recipe");
        let all = all_letters(&reading);
        for words in &words {
            for word in words.split([' ', '.', ':']) {
                let heading = ["method", "steps", "notes", "tip", "note", "tips", "about", "tools", "by", "prep", "time"];
                prop_assert!(heading.contains(&word) || all.contains(word), "`{}` is lost from\n{}", word, text);
            }
        }
    }
}
