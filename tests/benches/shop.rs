//! How fast ten thousand recipes become one shopping list, on one thread.

use divan::{Bencher, black_box, counter::ItemsCount};
use porkcli::read::read_recipe;
use porkcli::recipe::Recipe;
use porkcli::shop::{Aisles, ShoppingList, shop};
use porkcli::write::{Format, ListStyle, write_list};

const TEXTS: [&str; 4] = [
    include_str!("../../recipes/maple-belly.yaml"),
    include_str!("../../recipes/chili-con-carne.yaml"),
    include_str!("../../recipes/chicken-tikka-masala.yaml"),
    include_str!("../../recipes/thai-green-curry.yaml"),
];

fn main() {
    divan::main();
}

fn recipes(count: usize) -> Vec<Recipe> {
    let read = |text: &&str| read_recipe(text).expect("a recipe").recipe;
    let few: Vec<Recipe> = TEXTS.iter().map(read).collect();
    few.iter().cycle().take(count).cloned().collect()
}

fn list() -> ShoppingList {
    shop(&recipes(4)).expect("fits")
}

#[divan::bench(args = [1, 10_000], sample_count = 10)]
fn shop_recipes(bencher: Bencher, count: usize) {
    let recipes = recipes(count);
    bencher
        .counter(ItemsCount::new(count))
        .bench(|| shop(black_box(&recipes)).expect("fits"));
}

#[divan::bench(args = [Format::Text, Format::Json])]
fn print(bencher: Bencher, format: Format) {
    let list = list();
    bencher.bench(|| write_list(black_box(&list), format, ListStyle::default()));
}

#[divan::bench]
fn find_aisles(bencher: Bencher) {
    let list = list();
    let aisles = Aisles::shipped();
    let style = ListStyle {
        aisles: Some(&aisles),
        ..ListStyle::default()
    };
    bencher.bench(|| write_list(black_box(&list), Format::Text, style));
}

#[divan::bench]
fn learn_aisles() -> Aisles {
    Aisles::shipped()
}
