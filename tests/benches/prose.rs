//! How fast prose is read.

use divan::{Bencher, black_box, counter::BytesCount};
use porkcli::read::read_prose;

fn main() {
    divan::main();
}

const PLAIN: &str = "Whisk together all of the spices, rub them into the meat and let it rest. ";

const STEPS: [&str; 3] = [
    "Rub the meat side with {1 tsp} oil and leave it for a quarter of an hour, then dry it.",
    "Take the pork out of the fridge 30-45 minutes ahead. Preheat the oven to 275°F (135°C).",
    "Roast in a 9x13-inch pan at 350 degrees until a thermometer reads 150–155°F (65–68°C).",
];

#[divan::bench(args = STEPS)]
fn step(bencher: Bencher, text: &str) {
    bencher
        .counter(BytesCount::of_str(text))
        .bench(|| read_prose(black_box(text)));
}

#[divan::bench]
fn text_without_measures(bencher: Bencher) {
    let text = PLAIN.repeat(1000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| read_prose(black_box(&text)));
}

#[divan::bench]
fn text_full_of_measures(bencher: Bencher) {
    let text = STEPS.concat().repeat(1000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| read_prose(black_box(&text)));
}
