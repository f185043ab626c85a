//! How fast a recipe is looked over and cured.

use divan::{Bencher, black_box, counter::ItemsCount};
use porkcli::check::{check, check_source, fix};
use porkcli::read::read_recipe;

const RECIPES: [(&str, &str); 2] = [
    (
        "maple-belly",
        include_str!("../../recipes/maple-belly.yaml"),
    ),
    (
        "crispy-maple-belly",
        include_str!("../../recipes/crispy-maple-belly.yaml"),
    ),
];

fn main() {
    divan::main();
}

fn text(name: &str) -> &'static str {
    let found = RECIPES.iter().find(|(known, _)| *known == name);
    found.expect("a recipe").1
}

fn names() -> impl Iterator<Item = &'static str> {
    RECIPES.iter().map(|(name, _)| *name)
}

#[divan::bench(args = names())]
fn look_over(bencher: Bencher, name: &str) {
    let recipe = read_recipe(text(name)).expect("a recipe").recipe;
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| check(black_box(&recipe)));
}

#[divan::bench(args = names())]
fn read_look_over_and_place(bencher: Bencher, name: &str) {
    let text = text(name);
    bencher.counter(ItemsCount::new(1_usize)).bench(|| {
        let recipe = read_recipe(black_box(text)).expect("a recipe").recipe;
        check_source(&recipe, text)
    });
}

#[divan::bench(args = names())]
fn cure(bencher: Bencher, name: &str) {
    let text = text(name);
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| fix(black_box(text)));
}
