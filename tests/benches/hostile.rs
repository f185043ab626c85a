//! How long the worst inputs take, each refused or read.

use porkcli::convert::{Conversion, Measuring, convert};
use porkcli::read::{import_recipe, read_line, read_list, read_recipe};
use porkcli::recipe::Recipe;
use porkcli::scale::scale;
use porkcli::shop::shop;
use porkcli::unit::System;
use porkcli::write::{Format, Style, write_recipe};

fn main() {
    divan::main();
}

/// What a line may repeat without end.
const SIGNS: [&str; 20] = [
    "1", " ", "/", "(", ")", ",", "\"", "1/", "½", "and ", "or ", "{", "°F", "to ", "*", "x ",
    "1 cup + ", "(14 oz) ", "1-2 ", "350°F ",
];

/// Tags that may be opened without end.
const TAGS: [&str; 8] = [
    "<div>",
    "<h2>",
    "<ol>",
    "<ul><li>",
    "<table><tr><td>",
    "<div class=\"ingredients\">",
    "<div itemprop=\"recipeIngredient\">",
    "<script type=\"application/ld+json\">{}</script>",
];

/// As much of `sign` as a line or a step of `length` bytes can hold.
fn endless(sign: &str, length: usize) -> String {
    sign.repeat(length / sign.len())
}

const LONGEST_LINE: usize = 65_000;
const LONGEST_STEP: usize = 260_000;

#[divan::bench(args = SIGNS)]
fn line(bencher: divan::Bencher, sign: &str) {
    let line = format!("1 cup {}", endless(sign, LONGEST_LINE));
    bencher.bench(|| read_line(divan::black_box(&line)).is_ok());
}

#[divan::bench(args = SIGNS)]
fn item_of_a_list(bencher: divan::Bencher, sign: &str) {
    let line = format!("1 cup {}", endless(sign, LONGEST_LINE));
    bencher.bench(|| read_list(divan::black_box(&line)).is_ok());
}

#[divan::bench(args = SIGNS)]
fn step(bencher: divan::Bencher, sign: &str) {
    let step = endless(sign, LONGEST_STEP);
    let text = serde_json::json!({"title": "x", "ingredients": ["egg"], "steps": [step]});
    let text = text.to_string();
    bencher.bench(|| read_and_scaled(divan::black_box(&text)));
}

/// Amounts that a line may add or offer without end.
const ADDED: [&str; 5] = [
    " plus 1 cup",
    " plus 1 cup x",
    " plus 1 lb 4 oz x",
    " or 1 cup x",
    " (1 lb 4 oz)",
];

/// What may be told in brackets without end.
const COUNTED: [&str; 2] = ["2 fish", "2 14-oz cans"];

#[divan::bench(args = COUNTED)]
fn converted_in_brackets(bencher: divan::Bencher, counted: &str) {
    let line = format!("{counted} {}", endless("(28 oz) ", LONGEST_LINE));
    let text = serde_json::json!({"title": "x", "ingredients": [line]}).to_string();
    bencher.bench(|| {
        let recipe = read_recipe(&text).expect("a recipe").recipe;
        let converted = convert(recipe, Conversion::to(System::Metric)).expect("fits");
        write_recipe(&converted.recipe, Format::Text, Style::default())
    });
}

#[divan::bench(args = ADDED)]
fn converted_and_bought(bencher: divan::Bencher, more: &str) {
    let line = format!("1 cup flour{}", endless(more, LONGEST_LINE));
    let text = serde_json::json!({"title": "x", "ingredients": [line]}).to_string();
    let recipe = read_recipe(&text).expect("a recipe").recipe;
    let conversion = Conversion {
        measuring: Some(Measuring::ByWeight),
        ..Conversion::to(System::Metric)
    };
    bencher.bench(|| {
        let list = shop([&recipe]);
        (convert(recipe.clone(), conversion), list)
    });
}

#[divan::bench(args = TAGS)]
fn page(bencher: divan::Bencher, tag: &str) {
    let page = format!("<html><h1>x</h1><h2>Ingredients</h2>{}", tag.repeat(80_000));
    bencher.bench(|| import_recipe(divan::black_box(&page), None).is_ok());
}

#[divan::bench(args = [10_000, 60_000])]
fn many_ingredients(bencher: divan::Bencher, count: usize) {
    let text = format!("title: x\ningredients:\n{}", "- 1 egg\n".repeat(count));
    bencher.bench(|| read_and_scaled(divan::black_box(&text)));
}

#[divan::bench(args = ["{a: ", "[", "{\"a\":", "- "])]
fn nesting(bencher: divan::Bencher, sign: &str) {
    let text = sign.repeat(80_000);
    bencher.bench(|| read_recipe(divan::black_box(&text)).is_ok());
}

fn read_and_scaled(text: &str) -> Option<usize> {
    let recipe: Recipe = read_recipe(text).ok()?.recipe;
    let scaled = scale(recipe, porkcli::amount::Amount::from(2)).ok()?.recipe;
    Some(write_recipe(&scaled, Format::Text, Style::default()).len())
}
