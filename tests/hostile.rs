//! Input that means harm, or came about by accident: what is too large, too deep or too
//! much is refused with a reason, and what was found by made-up input stays mended.
//!
//! How long it takes is shown by `cargo bench --bench hostile`.

use porkcli::amount::Amount;
use porkcli::convert::{Conversion, convert};
use porkcli::read::{import_recipe, read_line, read_list, read_recipe};
use porkcli::recipe::Recipe;
use porkcli::scale::scale;
use porkcli::shop::{Basket, shop};
use porkcli::unit::System;
use porkcli::write::{Format, ListStyle, Style, write_list, write_recipe};
use std::io::Write;
use std::process::{Command, Stdio};

/// Runs the command on `input`; asserts its status, its output and its report.
#[track_caller]
fn case(arguments: &[&str], input: &str, status: i32, output: &str, report: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_porkcli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut stdin = command.stdin.take().expect("a pipe");
    let input = input.to_string();
    // The command may end before it has read everything.
    let feeding = std::thread::spawn(move || stdin.write_all(input.as_bytes()).ok());
    let done = command.wait_with_output().expect("the command ends");
    feeding.join().expect("fed");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    assert_eq!(text(done.stderr), report, "{arguments:?}");
    assert_eq!(text(done.stdout), output, "{arguments:?}");
    assert_eq!(done.status.code(), Some(status), "{arguments:?}");
}

/// The commands that read a recipe from a pipe.
const READERS: [&[&str]; 5] = [
    &["show"],
    &["scale", "--by", "2"],
    &["convert", "--to", "metric"],
    &["check"],
    &["shop", "-"],
];

/// Asserts that every command refuses `input`, a recipe, for the same reason.
#[track_caller]
fn refused(input: &str, report: &str) {
    for arguments in READERS {
        let summary = match arguments {
            ["check"] => "1 recipe: 1 error\n",
            _ => "",
        };
        case(arguments, input, 1, "", &format!("{report}{summary}"));
    }
}

#[test]
fn what_nests_too_deep_is_refused() {
    let report = |column: usize| {
        format!(
            "error: the document nests too deep\n--> standard input:1:{column}\nhelp: no recipe needs that much: write it out plainly, or give one recipe at a time\n"
        )
    };
    refused(&"{a: ".repeat(80_000), &report(4_001));
    refused(&"{\"a\":".repeat(80_000), &report(5_001));
    let none = "error: no recipe was found in this text\n--> standard input\nhelp: put the line `Ingredients` before the ingredients and `Method` before the steps\n";
    case(&["import"], &"{a: ".repeat(80_000), 1, "", none);
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let large = format!(
        "title: x\ningredients:\n{}",
        "- 1 cup flour\n".repeat(1 << 17)
    );
    for arguments in [
        &["show"][..],
        &["scale", "--by", "2"],
        &["convert", "--to", "us"],
    ] {
        let report = "error: this is larger than a recipe can be (1 MiB)\n--> standard input\nhelp: give one recipe at a time\n";
        case(arguments, &large, 1, "", report);
    }
    let page = "<p>".repeat(3 << 20);
    let report = "error: `standard input` is larger than a page can be (8 MiB)\nhelp: give one page at a time\n";
    case(&["import"], &page, 1, "", report);
}

#[test]
fn a_text_that_aliases_repeat_without_end_is_refused() {
    let long = "b".repeat(1_000_000);
    let text = format!(
        "title: x\nnotes: &a {long}\nsteps:\n{}",
        "- *a\n".repeat(2_000)
    );
    let errors = read_recipe(&text).expect_err("too much text");
    assert_eq!(errors[0].message, "the aliases repeat too much text");
}

#[test]
fn a_recipe_of_more_items_than_any_meal_is_refused() {
    let few = format!("title: x\ningredients:\n{}", "- egg\n".repeat(10_000));
    assert!(read_recipe(&few).is_ok());
    let more = format!("{few}- egg\n");
    refused(
        &more,
        "error: this has more ingredients, steps and notes than a recipe can have (10,000)\n--> standard input\nhelp: give one recipe at a time\n",
    );
    let printed = format!("x\n\nINGREDIENTS\n\n{}", "  egg\n".repeat(10_001));
    assert_eq!(
        read_recipe(&printed).expect_err("too many")[0].code,
        "too-large"
    );
    let document = format!("title: x\ningredients:\n{}", "- egg\n".repeat(1 << 16));
    let errors = read_recipe(&document).expect_err("too many");
    assert_eq!(
        errors[0].message,
        "the document has more entries than a recipe can have (65,536)"
    );
}

#[test]
fn a_list_of_more_than_any_shop_has_is_refused() {
    case(
        &["shop", "-"],
        &"1 egg\n".repeat(10_001),
        1,
        "",
        "error: this has more items than a list can have (10,000)\n--> standard input\nhelp: give a list for one shop at a time\n",
    );
    for joint in [" + ", " eggs or "] {
        let line = format!("{}1 egg\n", format!("1{joint}").repeat(2_000));
        case(
            &["shop", "-"],
            &line,
            1,
            "",
            "error: this has more amounts than one item can have (1,000)\n--> standard input:1:1\nhelp: write it as several items\n",
        );
    }
}

#[test]
fn a_page_of_endless_parts_is_refused() {
    case(
        &["import"],
        &format!("<html>{}", "<b>".repeat(1 << 17)),
        1,
        "",
        "error: this has more parts than a page can have (131,072 elements, attributes and texts)\n--> standard input\nhelp: give one page at a time\n",
    );
    let linked = "<script type=\"application/ld+json\">{}</script>".repeat(40_000)
        + "<script type=\"application/ld+json\">"
        + &" ".repeat(2 << 20)
        + "</script>";
    let errors = import_recipe(&format!("<html>{linked}"), None).expect_err("too large");
    assert_eq!(
        errors[0].message,
        "the linked data of this page is larger than that of a recipe can be (2 MiB)"
    );
}

#[test]
fn open_tags_hide_no_recipe() {
    for tag in [
        "<div>",
        "<h2>",
        "<ol>",
        "<table><tr><td>",
        "<div itemprop=\"recipeIngredient\">",
    ] {
        let page = format!(
            "<html><h1>Toast</h1><h2>Ingredients</h2><ul><li>2 slices bread<li>1 tbsp butter</ul><h2>Method</h2><ol><li>Toast the bread until it is brown.<li>Spread the butter on it while hot.</ol><footer>{}",
            tag.repeat(20_000)
        );
        let recipe = import_recipe(&page, None).expect("a recipe").recipe;
        let lines = recipe
            .all_ingredients()
            .map(|item| item.line.source.as_str());
        assert_eq!(
            lines.collect::<Vec<_>>(),
            ["2 slices bread", "1 tbsp butter"],
            "{tag}"
        );
        assert_eq!(recipe.all_steps().count(), 2, "{tag}");
    }
}

#[test]
fn what_a_page_marks_again_and_again_is_no_recipe() {
    let words = "<div itemprop=\"recipeIngredient\">flour ".repeat(20_000);
    let page = format!("<html><body itemscope itemtype=\"https://schema.org/Recipe\">{words}");
    let errors = import_recipe(&page, None).expect_err("a tangle");
    assert_eq!(errors[0].message, "no recipe was found in this page");
}

#[test]
fn numbers_that_no_kitchen_has_are_refused_or_words() {
    let nines = "9".repeat(400);
    case(
        &["parse"],
        &format!("1e999999999 cups flour\n{nines} cups flour\n"),
        1,
        &format!(
            "{}\n{}\n",
            r#"{"quantity":null,"quantity_max":null,"unit":null,"name":"1e999999999 cups flour","preparation":null,"note":null,"optional":false,"amounts":[]}"#,
            format_args!(
                r#"{{"quantity":null,"quantity_max":null,"unit":null,"name":"{nines} cups flour","preparation":null,"note":null,"optional":false,"amounts":[],"error":"`{nines}` is too large"}}"#
            ),
        ),
        &format!("error: `{nines}` is too large\n--> standard input:2:1\n"),
    );
    let largest = "9".repeat(38);
    let recipe = read(&format!("title: x\ningredients: [{largest} cups flour]\n"));
    let error = scale(recipe, Amount::from(7)).expect_err("too large");
    assert_eq!(
        error.to_string(),
        "the scaled amount of `flour` is too large"
    );
}

#[test]
fn a_report_is_never_endless() {
    let nines = "9".repeat(60_000);
    let shown = "9".repeat(499);
    let end = format!("{}` is too large", "9".repeat(500 - "` is too large".len()));
    case(
        &["measure"],
        "x\n",
        1,
        "x\n",
        "error: `x` is not an amount\nhelp: write a number and a unit, such as `1 1/2 cups flour` or `350F`\n",
    );
    let line = format!("{nines} cups flour\n");
    let output = format!(
        "{}\n",
        r#"{"quantity":null,"quantity_max":null,"unit":null,"name":"","preparation":null,"note":null,"optional":false,"amounts":[],"error":"#.to_string()
            + &format!("\"`{nines}` is too large\"}}")
    );
    let report = format!("error: `{shown}…{end}\n--> standard input:1:1\n");
    case(&["parse"], &line, 1, &output, &report);

    let list = "1/0 cup milk\n".repeat(250);
    let one = |line: usize| {
        let gap = " ".repeat(line.to_string().len());
        format!(
            "error: `1/0 cup milk`: `1/0` divides by zero\n{gap}--> standard input:{line}:1\n{gap} |\n{line} | 1/0 cup milk\n{gap} | ^^^^^^^^^^^^\n{gap} |\nhelp: write amounts such as `1/2 cup`, `1 1/2 tsp` or `2.5 dl`\n"
        )
    };
    let report: String = (1..=100).map(one).collect();
    let report = report + "note: 150 more are not shown\n";
    case(&["shop", "-"], &list, 1, "", &report);
}

#[test]
fn a_line_longer_than_any_ingredient_is_refused() {
    let longest = format!("1 cup {}", "a".repeat((1 << 16) - 6));
    assert_eq!(
        read(&format!("title: x\ningredients: [{longest}]\n")).ingredients[0].items[0]
            .line
            .source,
        longest
    );
    let too_long = format!("{longest}a");
    let report = "error: the line is longer than an ingredient can be (64 KiB)";
    let hint = "help: give each ingredient a line of its own";
    for text in [
        format!("title: x\ningredients: [{too_long}]\n"),
        format!("x\n\nINGREDIENTS\n\n  {too_long}\n"),
    ] {
        let errors = read_recipe(&text).expect_err("too long");
        let told = (errors[0].code, errors[0].message.as_str());
        assert_eq!(told, ("amount", &report["error: ".len()..]));
        assert_eq!(errors[0].hint.as_deref(), Some(&hint["help: ".len()..]));
    }
    let output = concat!(
        r#"{"quantity":null,"quantity_max":null,"unit":null,"name":"","preparation":null,"#,
        r#""note":null,"optional":false,"amounts":[],"#,
        r#""error":"the line is longer than an ingredient can be (64 KiB)"}"#,
        "\n"
    );
    let report = format!("{report}\n--> standard input:1:1\n");
    case(&["parse"], &too_long, 1, output, &report);
}

#[test]
fn a_step_longer_than_any_is_refused() {
    let recipe = |step: &str| format!("title: x\ningredients:\n  - egg\nsteps:\n  - {step}\n");
    let longest = "Stir. ".repeat((1 << 18) / 6);
    assert_eq!(read(&recipe(&longest)).all_steps().count(), 1);
    refused(
        &recipe(&"Stir {1 tsp}. ".repeat(20_000)),
        "error: this has a step or a note longer than a recipe's can be (256 KiB)\n--> standard input\nhelp: give one recipe at a time\n",
    );
}

#[test]
fn what_is_added_without_end_is_printed_at_once() {
    let line = format!("flour, 1 cup{}", " plus 1 cup".repeat(5_000));
    let recipe = read(&format!("title: x\ningredients: [\"{line}\"]\n"));
    let printed = write_recipe(&recipe, Format::Text, Style::default());
    assert_eq!(printed, format!("x\n\nINGREDIENTS\n\n  {line}\n"));
    let doubled = scale(recipe, Amount::from(2)).expect("fits").recipe;
    let printed = write_recipe(&doubled, Format::Text, Style::default());
    assert_eq!(printed, "x\n\nINGREDIENTS\n\n  flour, 625 gallons\n");
}

fn read(text: &str) -> Recipe {
    read_recipe(text)
        .unwrap_or_else(|errors| panic!("{errors:#?}\n{text}"))
        .recipe
}

fn printed(recipe: &Recipe, format: Format) -> String {
    write_recipe(recipe, format, Style::default())
}

#[test]
fn a_heading_without_lines_is_told() {
    let page = "Dish\n\nINGREDIENTS\n\n  1 egg\n\nSauce:\n\nSTEPS\n\n  1. Boil.\n";
    case(
        &["show"],
        page,
        1,
        "",
        "error: nothing stands under this heading\n --> standard input:7:1\n  |\n7 | Sauce:\n  | ^^^^^^\n  |\nhelp: write its lines below it, or remove it\n",
    );
}

/// Asserts that `text` reads as a recipe that prints the same in every form after it has
/// been read back.
#[track_caller]
fn reads_back(text: &str) {
    let recipe = read(text);
    for format in [Format::Yaml, Format::Text, Format::Markdown] {
        let first = printed(&recipe, format);
        assert_eq!(printed(&read(&first), format), first);
    }
    let json = printed(&recipe, Format::Json);
    let exact = |recipe: &Recipe| printed(recipe, Format::Yaml);
    assert_eq!(exact(&read(&json)), exact(&recipe));
}

#[test]
fn an_amount_of_nothing_reads_back() {
    let text = "title: x\ningredients: [4oz, 100g/4oz, 1 cup flour]\n";
    reads_back(text);
    let conversion = Conversion::to(System::Us);
    let converted = convert(read(text), conversion).expect("fits").recipe;
    assert_eq!(
        printed(&converted, Format::Text),
        "x\n\nINGREDIENTS\n\n  4oz\n  4oz\n  1 cup  flour\n"
    );
}

#[test]
fn an_amount_wider_than_the_column_is_printed() {
    let text = "title: x\ningredients: [55555555586936 l milk]\n";
    let conversion = Conversion::to(System::Us);
    let converted = convert(read(text), conversion).expect("fits").recipe;
    let page = printed(&converted, Format::Text);
    assert_eq!(
        page,
        "x\n\nINGREDIENTS\n\n  234819602228769 145448263/473176473 cups  milk\n"
    );
    assert_eq!(printed(&read(&page), Format::Text), page);
}

#[test]
fn signs_for_bold_text_of_the_author_read_back() {
    let text = "title: x\nequipment: ['**big** pan']\ningredients: ['**4 servings** tea', '\\**a** b', '2 cups flour']\nnotes: ['**A:** b', '\\**B:** c']\n";
    reads_back(text);
    assert_eq!(
        printed(&read(text), Format::Markdown),
        "# x\n\n## Equipment\n\n- \\**big** pan\n\n## Ingredients\n\n- \\**4 servings** tea\n- \\\\**a** b\n- **2 cups** flour\n\n## Notes\n\n- \\**A:** b\n- \\\\**B:** c\n"
    );
}

#[test]
fn headings_and_titles_of_any_length_read_back() {
    let long = "long ".repeat(300);
    let long = long.trim();
    reads_back(&format!(
        "title: x\ningredients: [{{section: '{long}', ingredients: [1 cup flour]}}]\nsteps: [{{section: '{long}', steps: [Stir.]}}]\nnotes:\n  ? '{long}'\n  : Rest.\n"
    ));
    reads_back(&format!(
        "title: x\ningredients: [1 cup flour]\nnotes:\n  - Eat.\n  - ? '{long}'\n    : Rest.\n"
    ));
}

#[test]
fn a_space_before_the_colon_of_a_heading_is_none_of_it() {
    let text = "x\n\nINGREDIENTS\n\nFor the glaze :\n  2 tbsp  miso\n";
    assert_eq!(
        printed(&read(text), Format::Yaml),
        "title: \"x\"\ningredients:\n  For the glaze:\n    - 2 tbsp miso\n"
    );
    reads_back("x\n\nINGREDIENTS\n\n\u{b} For the glaze\u{a0}:\n  2 tbsp  miso\n");
}

#[test]
fn an_ingredient_has_no_paragraphs() {
    let text = "# x\n\n## Ingredients\n\n- 1 cup rye\n\n  or oats\n";
    reads_back(text);
    assert_eq!(
        read(text).ingredients[0].items[0].line.source,
        "1 cup rye or oats"
    );
}

#[test]
fn a_list_with_an_impossible_number_in_a_name_can_be_read() {
    let mut basket = Basket::new();
    let endless = "5".repeat(90);
    let ingredient = read_line(&format!("2(00$/*e^@onl)a or {endless})leeks")).expect("words");
    basket.add_ingredient(&ingredient, &[]).expect("fits");
    let list = basket.finish().expect("fits");
    let printed = write_list(&list, Format::Yaml, ListStyle::default());
    assert!(read_list(&printed).is_ok(), "{printed}");
}

#[test]
fn a_heading_of_nothing_has_no_place() {
    let errors = read_recipe("x\n\nINGREDIENTS\n\n:\n  2 tbsp  miso\n").expect_err("wrong");
    assert_eq!(
        errors[0].message,
        "this line has no place in a printed recipe"
    );
}

#[test]
fn a_size_of_nothing_reads_back() {
    reads_back(
        "title: x\ningredients: ['0 to 1/5 cup milk', '3 lb (1.5 kg,) pork', '3 lb (900g m) pork']\n",
    );
    let text = "title: x\ningredients: ['1 10g']\n";
    reads_back(text);
    let converted = convert(read(text), Conversion::to(System::Us)).expect("fits");
    let printed = printed(&converted.recipe, Format::Text);
    assert_eq!(printed, "x\n\nINGREDIENTS\n\n  1 (about 3/8 oz each)\n");
    reads_back(&printed);
}

#[test]
fn an_amount_behind_its_name_still_ends_without_its_other_half() {
    let recipe = read(
        "title: x\ningredients: ['Chicken thighs, 3 lb (900 g) boneless', 'rye or 2 lb (900 g) oats', 'milk, 1 cup (1/2 pint) warm']\n",
    );
    let converted = convert(recipe, Conversion::to(System::Metric)).expect("fits");
    assert_eq!(
        printed(&converted.recipe, Format::Yaml),
        "title: \"x\"\ningredients:\n  - Chicken thighs, 900 g, boneless\n  - rye or 900 g oats\n  - milk, 236.5882365 ml, warm\n"
    );
}

#[test]
fn what_is_left_behind_a_bracket_is_not_glued_to_the_amount() {
    let recipe =
        read("title: x\ningredients: ['2 lb (900 g )plain yogurt', 'rye or 2 lb (900 g)oats']\n");
    let converted = convert(recipe, Conversion::to(System::Metric)).expect("fits");
    assert_eq!(
        printed(&converted.recipe, Format::Yaml),
        "title: \"x\"\ningredients:\n  - 900 g plain yogurt\n  - rye or 900 g oats\n"
    );
    assert_eq!(
        printed(&converted.recipe, Format::Text),
        "x\n\nINGREDIENTS\n\n  900 g  plain yogurt\n         rye or 900 g oats\n"
    );
}

#[test]
fn a_sum_in_brackets_reads_back() {
    let text = "title: x\ningredients: [1 (750 ml) botttle red wine]\n";
    let conversion = Conversion::to(System::Imperial);
    let converted = convert(read(text), conversion).expect("fits").recipe;
    let page = printed(&converted, Format::Text);
    assert_eq!(
        page,
        "x\n\nINGREDIENTS\n\n  1 (1 imperial pint + 6 imperial fl oz)  botttle red wine\n"
    );
    assert_eq!(printed(&read(&page), Format::Text), page);
}

#[test]
fn a_size_behind_a_bracket_stands_with_the_thing() {
    let case = |line: &str, expected: &str| {
        let recipe = read(&format!("title: x\ningredients: ['{line}']\n"));
        let converted = convert(recipe, Conversion::to(System::Imperial)).expect("fits");
        let page = printed(&converted.recipe, Format::Text);
        assert_eq!(page, format!("x\n\nINGREDIENTS\n\n  {expected}\n"));
        assert_eq!(printed(&read(&page), Format::Text), page);
    };
    case("2 (4 oz) large eggs", "2 (4 oz)  large eggs");
    case(
        "1 cup (226 g) 1 cup packed sugar",
        "8 1/4 imperial fl oz (8 oz)  packed sugar",
    );
    case(
        "1 (14 oz, drained) large can beans",
        "1 (14 oz, drained) large can  beans",
    );
    case("1 lb large (8 oz) eggs", "1 lb  large (8 oz) eggs");
    case(
        "1 lb (8 oz, from 2 lemons) juice",
        "1 lb (8 oz, from 2 lemons)  juice",
    );
    case("(14 oz)", "(14 oz)");
    case("(14 oz each)", "(14 oz each)");
}

#[test]
fn a_count_and_a_part_are_not_read_as_one_number() {
    let recipe = read("title: x\ningredients: [11 and 2c]\n");
    let converted = convert(recipe, Conversion::to(System::Imperial)).expect("fits");
    let exact = "title: \"x\"\ningredients:\n  - 11 plus 473176473/568261250 imperial pint\n";
    assert_eq!(printed(&converted.recipe, Format::Yaml), exact);
    assert_eq!(printed(&read(exact), Format::Yaml), exact);
}

#[test]
fn a_half_in_inches_follows_its_weight_and_reads_back() {
    let text = "title: x\ningredients: [100g/4inch rope of sausage]\n";
    reads_back(text);
    let third = porkcli::amount::Amount::new(1, 3).expect("a fraction");
    let there = scale(read(text), third).expect("fits").recipe;
    let back = scale(there, Amount::from(3)).expect("fits").recipe;
    assert_eq!(
        printed(&back, Format::Yaml),
        printed(&read(text), Format::Yaml)
    );
}

#[test]
fn an_apostrophe_behind_a_unit_joins_nothing() {
    reads_back("title: x\ningredients: [\"½ T.'A\", \"½ ½l\"]\n");
    reads_back("title: x\ningredients: [or A oz, or a cup cream]\n");
    reads_back("title: x\ningredients: ['2\"-cubes beef', '2\"-thick steaks', '2\".x']\n");
}

#[test]
fn the_size_of_a_package_never_joins_the_number_of_packages() {
    let case = |line: &str, expected: &str| {
        let text = format!("title: x\ningredients: [{line}]\n");
        let us = convert(read(&text), Conversion::to(System::Us)).expect("fits");
        let page = printed(&us.recipe, Format::Text);
        assert_eq!(page, format!("x\n\nINGREDIENTS\n\n  {expected}\n"));
        assert_eq!(printed(&read(&page), Format::Text), page);
        // Exactly as well, and the packages are still as many, and as large.
        let back = read(&printed(&us.recipe, Format::Yaml));
        let metric = convert(back, Conversion::to(System::Metric)).expect("fits");
        let first = read(&text);
        let quantities = |recipe: &Recipe| -> Vec<_> {
            let lines = recipe.all_ingredients();
            let mentions = lines.flat_map(|item| item.line.mentions());
            mentions
                .map(|mention| (mention.role, mention.quantity))
                .collect()
        };
        assert_eq!(quantities(&metric.recipe), quantities(&first), "{line}");
    };
    case("3 7 g packets yeast", "3 (1/4 oz) packets  yeast");
    case("2 400 g cans tomatoes", "2 14 oz cans  tomatoes");
    case("2 (7 g) packets yeast", "2 (1/4 oz) packets  yeast");
}

#[test]
fn a_rough_size_of_a_package_is_of_each() {
    let text = "title: x\ningredients: [2 4 g sachets yeast]\n";
    let us = convert(read(text), Conversion::to(System::Us)).expect("fits");
    let page = printed(&us.recipe, Format::Text);
    assert_eq!(
        page,
        "x\n\nINGREDIENTS\n\n  2 (about 1/8 oz each) sachets  yeast\n"
    );
    let doubled = scale(read(&page), Amount::from(2)).expect("fits");
    assert_eq!(
        printed(&doubled.recipe, Format::Text),
        "x\n\nINGREDIENTS\n\n  4 (about 1/8 oz each) sachets  yeast\n"
    );
}

#[test]
fn columns_in_a_printed_text_are_for_the_eye_only() {
    reads_back(
        "Toast  and   jam\n\nServes:  2\n\nINGREDIENTS\n\n  4 slices  bread\n\nSTEPS\n\nAt   noon:\n  1. Toast  the bread\n   !   and eat it.\n\nNOTES\n\n  - It  keeps.\n",
    );
}

#[test]
fn a_title_without_a_text_is_a_note() {
    reads_back(
        "Toast\n\nINGREDIENTS\n\n  bread\n\nVARIATIONS\n\nequipment:\n  - A large casserole\n",
    );
    reads_back("Toast\n\nServes:   2\n\nINGREDIENTS\n\n  bread\n\nNOTES\n\n  - To keep:\n");
}

#[test]
fn steps_without_a_heading_may_follow_those_with_one() {
    let steps = r#"["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]"#;
    reads_back(&format!(
        r#"{{"title": "x", "ingredients": ["egg"], "steps": [{{"section": "A", "steps": ["one"]}}, {}]}}"#,
        steps.trim_matches(['[', ']'])
    ));
}

#[test]
fn amounts_in_the_name_and_the_remarks_of_an_ingredient_follow() {
    let text = "title: x\ningredients:\n- {name: butter or 1 tbsp oil, amount: 1 tsp, note: soft, or: some ghee or 2 tbsp oil}\n";
    reads_back(text);
    let doubled = scale(read(text), Amount::from(2)).expect("fits");
    assert_eq!(
        printed(&doubled.recipe, Format::Yaml),
        "title: \"x\"\ningredients:\n  - name: butter or 2 tbsp oil\n    amount: 2 tsp\n    note: soft\n    or: some ghee or 4 tbsp oil\n"
    );
    reads_back("title: x\ningredients: [\"1 cup soda: measured or 1½ to 2 cups flour\"]\n");
    // The length is found in the words, the half behind it is of the celery.
    reads_back("title: x\ningredients: [\"1 celery stalk in 1/4-inch dice (1/2 cup)\"]\n");
    // The 1 of `12-grain` is not the amount.
    let bread = read("title: x\ningredients: [1 12-grain loaf]\n");
    let doubled = scale(bread, Amount::from(2)).expect("fits");
    reads_back(&printed(&doubled.recipe, Format::Json));
}

#[test]
fn an_impossible_part_behind_a_whole_fraction_is_refused() {
    let error = read_line("4/2 1/0 cups milk").expect_err("divides by zero");
    assert_eq!(error.to_string(), "`1/0` divides by zero");
    reads_back("title: x\ningredients: [4/2 1/2 cups milk]\n");
}

#[test]
fn an_impossible_amount_behind_a_slash_is_refused_and_behind_or_it_is_words() {
    for line in ["11 ml (14 g/1/0 oz) milk", "11 ml/1/0 oz milk"] {
        let error = read_line(line).expect_err("divides by zero");
        assert_eq!(error.to_string(), "`1/0` divides by zero");
    }
    for line in [
        "1 cup (8 oz or 1/0 g) milk",
        "8 g 1/2 can or 1/0 milk",
        "1 cup or 1/0 milk",
    ] {
        reads_back(&format!("title: x\ningredients: [{line}]\n"));
    }
}

#[test]
fn what_a_dozen_stands_beside_reads_back() {
    for line in [
        "doz or 4-5 min",
        "doz/0",
        "dozen9/0000cloves",
        "dozen dozen eggs",
        "2 dozen dozen eggs",
        "a dozen or 15 eggs",
    ] {
        reads_back(&format!("title: x\ningredients: [\"{line}\"]\n"));
    }
}

#[test]
fn a_line_of_thousands_of_amounts_is_converted_and_bought() {
    let case = |first: &str, more: &str, expected: &str| {
        let line = format!("{first}{}", more.repeat(3_000));
        let recipe = read(&format!("title: x\ningredients: [\"{line}\"]\n"));
        let metric = convert(recipe.clone(), Conversion::to(System::Metric)).expect("fits");
        for recipe in [recipe, metric.recipe] {
            let list = shop([&recipe]).expect("fits");
            let printed = write_list(&list, Format::Yaml, ListStyle::default());
            assert_eq!(printed, expected);
        }
    };
    case(
        "1 g flour",
        " plus 1 g x",
        "items:\n  - 1 g flour\n  - 3000 g x\n",
    );
    case(
        "1 g flour",
        " plus 1 kg 4 g x",
        "items:\n  - 1 g flour\n  - 3012 kg x\n",
    );
    case("1 ml flour", " plus 1 ml", "items:\n  - 3001 ml flour\n");
    case("1 kg flour", " (1 lb 4 oz)", "items:\n  - 1 kg flour\n");
}

#[test]
fn a_list_reads_back_what_only_looks_like_an_amount() {
    for line in [
        "? 1/0 cup milk",
        "19999 ? 1/0 cup butters",
        "2 cups ? 1/0 cup butters",
        "3 ? 1/2",
        "20 + 80 g ? 1/0 cups",
        "[minus0/0",
        "*+9999999999999999999999999999999999999999999 leeks",
        "16 g milk + 3 tea + 1/0 up",
        "[2 cups flour",
        "[99999999999999999999999999999999999999999 g miso",
    ] {
        let mut basket = Basket::new();
        let ingredient = read_line(line).expect("words");
        basket.add_ingredient(&ingredient, &[]).expect("fits");
        let list = basket.finish().expect("fits");
        let text = write_list(&list, Format::Text, ListStyle::default());
        let again = read_list(&text).expect(line);
        let items = again.entries.into_iter().map(|entry| entry.ingredient);
        let recipe = Recipe {
            ingredients: vec![porkcli::recipe::Group {
                name: None,
                items: items.collect(),
            }],
            ..Recipe::default()
        };
        assert_eq!(shop([&recipe]).expect("fits"), list, "{text}");
    }
}
