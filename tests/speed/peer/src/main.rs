//! Reads, scales, converts and prints one recipe over and over, in turns with cooklang,
//! each in its own form of the recipe, and tells how many recipes a second each does.

use cooklang::convert::System as PeerSystem;
use cooklang::{Content, CooklangParser, Item};
use porkcli::amount::Amount;
use porkcli::convert::{Conversion, convert};
use porkcli::read::read_recipe;
use porkcli::scale::scale;
use porkcli::unit::System;
use porkcli::write::{Format, Style, write_recipe};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

const OURS: &str = include_str!("../../../benches/eleven.yaml");
const THEIRS: &str = include_str!("../eleven.cook");

/// Short turns and many of them, so that both meet the same weather.
const TURNS: usize = 60;
const RECIPES_A_TURN: u32 = 2_000;

fn main() {
    let parser = CooklangParser::default();
    println!("{}\n{}", porkcli_does(OURS), cooklang_does(&parser, THEIRS));
    let mut ours = Vec::with_capacity(TURNS);
    let mut theirs = Vec::with_capacity(TURNS);
    for _ in 0..TURNS {
        ours.push(time(|| porkcli_does(black_box(OURS))));
        theirs.push(time(|| cooklang_does(&parser, black_box(THEIRS))));
    }
    let ours = report("porkcli", &mut ours);
    let theirs = report("cooklang 0.19", &mut theirs);
    println!("porkcli is {:.2} times as fast", ours / theirs);
}

/// How long one recipe takes.
fn time(read_and_print: impl Fn() -> String) -> Duration {
    let start = Instant::now();
    for _ in 0..RECIPES_A_TURN {
        black_box(read_and_print());
    }
    start.elapsed() / RECIPES_A_TURN
}

/// Prints the best and the median turn; returns the recipes a second of the best.
fn report(name: &str, turns: &mut [Duration]) -> f64 {
    turns.sort();
    let a_second = |time: Duration| 1.0 / time.as_secs_f64();
    let (best, median) = (a_second(turns[0]), a_second(turns[turns.len() / 2]));
    println!("{name}: best {best:.0}, median {median:.0} recipes a second");
    best
}

fn porkcli_does(text: &str) -> String {
    let recipe = read_recipe(text).expect("a recipe").recipe;
    let scaled = scale(recipe, Amount::from(2)).expect("fits").recipe;
    let metric = convert(scaled, Conversion::to(System::Metric)).expect("fits");
    write_recipe(&metric.recipe, Format::Text, Style::default())
}

/// As little of a page as can be called one: cooklang has no printer of its own.
fn cooklang_does(parser: &CooklangParser, text: &str) -> String {
    let (mut recipe, _) = parser.parse(text).into_result().expect("a recipe");
    recipe.scale(2.0, parser.converter());
    let _unconverted = recipe.convert(PeerSystem::Metric, parser.converter());
    let mut page = String::new();
    let mut line = |text: std::fmt::Arguments| page.write_fmt(text).expect("a text takes all");
    for ingredient in &recipe.ingredients {
        match &ingredient.quantity {
            Some(quantity) => line(format_args!("  {quantity} {}\n", ingredient.name)),
            None => line(format_args!("  {}\n", ingredient.name)),
        }
    }
    for content in recipe.sections.iter().flat_map(|section| &section.content) {
        match content {
            Content::Text(text) => line(format_args!("  {text}\n")),
            Content::Step(step) => {
                line(format_args!("  {}. ", step.number));
                for item in &step.items {
                    match item {
                        Item::Text { value } => line(format_args!("{value}")),
                        Item::Ingredient { index } => {
                            line(format_args!("{}", recipe.ingredients[*index].name));
                        }
                        Item::InlineQuantity { index } => {
                            line(format_args!("{}", recipe.inline_quantities[*index]));
                        }
                        Item::Cookware { .. } | Item::Timer { .. } => {}
                    }
                }
                line(format_args!("\n"));
            }
        }
    }
    page
}
