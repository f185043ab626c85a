//! How long it takes to choose what is shown, to convert, and to look a food or a
//! unit up.

use divan::{Bencher, black_box};
use porkcli::amount::Amount;
use porkcli::measure::fit;
use porkcli::quantity::Quantity;
use porkcli::recipe::Role;
use porkcli::unit::{Unit, density_of, known};

fn main() {
    divan::main();
}

fn amount(numerator: i128, denominator: i128) -> Amount {
    Amount::new(numerator, denominator).expect("a fraction")
}

/// Amounts as scaling makes them: a little over nothing to a few hundred.
fn amounts() -> Vec<Amount> {
    (1..=1000).map(|n| amount(n * n, 2310)).collect()
}

const UNITS: [Unit; 6] = [
    known::US_CUP,
    known::US_TABLESPOON,
    known::OUNCE,
    known::GRAM,
    known::MILLILITER,
    known::IMPERIAL_PINT,
];

/// A thousand amounts of one unit; the time of one is a thousandth.
#[divan::bench(args = UNITS)]
fn choose_a_display_1000_times(bencher: Bencher, unit: Unit) {
    let amounts = amounts();
    bencher.bench(|| {
        for &amount in &amounts {
            black_box(fit(
                black_box(&Quantity::new(amount, Some(unit))),
                Role::Primary,
            ));
        }
    });
}

#[divan::bench]
fn choose_a_display_of_pieces() {
    black_box(fit(
        black_box(&Quantity::new(amount(10, 7), None)),
        Role::Primary,
    ));
}

#[divan::bench]
fn choose_a_display_of_a_range() {
    let range = Quantity {
        low: amount(8, 3),
        high: Some(amount(16, 3)),
        unit: Some(known::US_TEASPOON),
    };
    black_box(fit(black_box(&range), Role::Primary));
}

#[divan::bench]
fn choose_an_oven_mark() {
    let degrees = Quantity::new(amount(1590, 9), Some(known::DEGREE_CELSIUS));
    black_box(fit(black_box(&degrees), Role::Oven));
}

#[divan::bench]
fn convert_cups_to_milliliters() {
    let cups = Quantity::new(amount(7, 3), Some(known::US_CUP));
    black_box(black_box(cups).convert(known::MILLILITER));
}

#[divan::bench]
fn convert_cups_of_flour_to_grams(bencher: Bencher) {
    let flour = density_of("flour").expect("a density");
    let cups = Quantity::new(amount(7, 3), Some(known::US_CUP));
    bencher.bench(|| black_box(cups).convert_by(flour, known::GRAM));
}

#[divan::bench(args = [
    "flour",
    "sifted all-purpose flour",
    "unsalted butter, softened",
    "firmly packed light brown sugar",
    "freshly squeezed lemon juice",
    "boneless pork shoulder",
])]
fn look_a_density_up(name: &str) {
    black_box(density_of(black_box(name)));
}

#[divan::bench(args = ["tsp", "Tablespoons", "fl. oz", "cupboard"])]
fn look_a_unit_up(word: &str) {
    black_box(Unit::named(black_box(word)));
}
