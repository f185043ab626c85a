//! How fast recipes are read, scaled, converted and printed, on one thread.

use divan::{Bencher, black_box, counter::ItemsCount};
use porkcli::amount::Amount;
use porkcli::convert::{Conversion, convert};
use porkcli::read::read_recipe;
use porkcli::scale::scale;
use porkcli::unit::System;
use porkcli::write::{Format, Style, write_recipe};

const MAPLE_BELLY: &str = include_str!("../../recipes/maple-belly.yaml");
const CRISPY: &str = include_str!("../../recipes/crispy-maple-belly.yaml");

/// Eleven ingredients and four short steps: the size of recipe that other programs are
/// measured with.
const ELEVEN: &str = include_str!("eleven.yaml");

const RECIPES: [(&str, &str); 3] = [
    ("maple-belly", MAPLE_BELLY),
    ("crispy-maple-belly", CRISPY),
    ("eleven", ELEVEN),
];

fn main() {
    divan::main();
}

fn recipe(name: &str) -> &'static str {
    RECIPES
        .iter()
        .find(|(known, _)| *known == name)
        .expect("a recipe")
        .1
}

fn names() -> impl Iterator<Item = &'static str> {
    RECIPES.iter().map(|(name, _)| *name)
}

/// Text in, text out: what `porkcli scale NAME --by 2 | porkcli convert --to metric` does.
#[divan::bench(args = names())]
fn read_scale_convert_print(bencher: Bencher, name: &str) {
    let text = recipe(name);
    let two = Amount::from(2);
    bencher.counter(ItemsCount::new(1_usize)).bench(|| {
        let recipe = read_recipe(black_box(text)).expect("a recipe").recipe;
        let scaled = scale(recipe, two).expect("fits").recipe;
        let metric = convert(scaled, Conversion::to(System::Metric))
            .expect("fits")
            .recipe;
        write_recipe(&metric, Format::Text, Style::default())
    });
}

#[divan::bench(args = names())]
fn read(bencher: Bencher, name: &str) {
    let text = recipe(name);
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| read_recipe(black_box(text)).expect("a recipe"));
}

#[divan::bench(args = names())]
fn print_text(bencher: Bencher, name: &str) {
    let recipe = read_recipe(recipe(name)).expect("a recipe").recipe;
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| write_recipe(black_box(&recipe), Format::Text, Style::default()));
}
