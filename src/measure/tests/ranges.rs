//! Ranges show both ends in one unit.

use super::*;

#[track_caller]
fn range(start: &str, factor: &str, shown: &str) {
    let exact = quantity(start).times(amount(factor)).expect("fits");
    assert_eq!(
        text(fit(&exact, Role::Primary)),
        shown,
        "{start} × {factor}"
    );
}

#[test]
fn both_ends_stand_in_one_unit() {
    range("3-4 lb", "1", "3 lb - 4 lb");
    range("1/4-1/2 lb", "2", "1/2 lb - 1 lb");
    range("12-24 oz", "1", "12 oz - 24 oz");
    range("8-16 oz", "3", "1 1/2 lb - 3 lb");
    range("1-2 tsp", "2", "2 tsp - 4 tsp");
    range("1-2 tbsp", "2", "2 tbsp - 4 tbsp");
    range("4-6 cup", "3", "3 quarts - 4 1/2 quarts");
    range("1-1 1/2 cup", "2", "2 cups - 3 cups");
    range("400-600 g", "2", "800 g - 1200 g");
    range("1.5-1.8 kg", "1", "1.5 kg - 1.8 kg");
    range("500-750 ml", "2", "1 L - 1.5 L");
    range("2-3", "1/2", "1 - 1 1/2");
    range("0.3275-0.375 cup", "1", "about 5 tbsp - 6 tbsp");
    range("300-301 g", "1", "300 g");
    range("1/8-1/4 tsp", "1", "1/8 tsp - 1/4 tsp");
}

#[test]
fn an_end_of_a_range_may_be_about() {
    // A pinch has no spoon, so that the upper end is the most to take.
    range("1/16-1/4 tsp", "1", "about 1/4 tsp");
    // Ends that fall together are about if one of them is.
    range("0.1-0.25 clove", "1", "about 1/4 clove");
    range("4-4.24 clove", "1", "about 4 cloves");
    range("1 7/8-1 15/16 cup", "4/19", "6 1/2 tbsp");
    range("4 1/2-5 tbsp", "31/37", "about 4 tbsp");
    range("0.25-0.26 clove", "1", "1/4 clove");
    // A third of a cup is more than five tablespoons.
    range("6 1/2-7 tsp", "11/5", "about 5 tbsp");
    // From a quarter of a cup on, five percent are too much, in the tablespoons of any cup.
    range("2 21/40-12 5/8 tsp", "1", "about 1 tbsp - about 4 tbsp");
    range("3/50-3/10 legal cup", "1", "1 tbsp - about 5 tbsp");
}

#[test]
fn an_end_of_a_range_is_what_it_is_alone() {
    range("3 5/6-7 2/3 cl", "1", "38 ml - 75 ml");
    range("5-25 mm", "1", "5 mm - 25 mm");
}

#[test]
fn ranges_of_long_fractions_are_shown() {
    let long = 10_i128.pow(20);
    let longer = 10_i128.pow(37);
    for own in Unit::all() {
        for parts in [long, longer] {
            let low = Amount::new(312 * (parts / 100) + 1, parts).expect("a fraction");
            for high in [
                Amount::from(6),
                Amount::new(6 * parts + 1, parts).expect("a fraction"),
            ] {
                for (low, high) in [(low, high), (Amount::ONE, high)] {
                    let exact = Quantity {
                        low,
                        high: Some(high),
                        unit: Some(own),
                    };
                    let shown = fit(&exact, Role::Primary);
                    assert!(
                        shown.low.first.amount.is_positive(),
                        "{low} - {high} {own:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_range_from_nothing_names_one_unit() {
    range("0-48 tsp", "1", "0 cup - 1 cup");
    range("0-1 tsp", "1/2", "0 tsp - 1/2 tsp");
}

#[test]
fn ends_with_nothing_in_common_stand_apart() {
    range("1/8-48 tsp", "1", "1/8 tsp - 1 cup");
}

#[test]
fn no_end_of_a_wide_range_is_a_sum() {
    range("3 1/2-9 quart", "1/34", "6 1/2 tbsp - about 1 cup");
    for name in [
        "tsp",
        "cup",
        "quart",
        "metric cup",
        "au tbsp",
        "japanese cup",
    ] {
        for parts in (20..40_000).step_by(31) {
            for times in ["18/7", "4", "7", "20"] {
                let low = Amount::new(parts, 960).expect("a fraction");
                let exact = Quantity {
                    low,
                    high: low.times(amount(times)).ok(),
                    unit: unit(name),
                };
                let shown = fit(&exact, Role::Primary);
                let is_sum = |portion: Portion| portion.second.is_some();
                assert!(
                    !is_sum(shown.low) && !shown.high.is_some_and(is_sum),
                    "{low} {name} × {times}: {}",
                    text(shown)
                );
            }
        }
    }
}

#[test]
fn the_ends_of_every_narrow_range_stand_in_one_unit() {
    let names = [
        "tsp",
        "tbsp",
        "cup",
        "fl oz",
        "pint",
        "quart",
        "gallon",
        "metric cup",
        "au tbsp",
        "japanese cup",
        "uk tsp",
        "uk pint",
        "oz",
        "lb",
        "g",
        "kg",
        "ml",
        "dl",
        "l",
        "cm",
        "in",
    ];
    for name in names {
        for parts in (20..40_000).step_by(31) {
            for times in ["5/4", "3/2", "2"] {
                let low = Amount::new(parts, 960).expect("a fraction");
                let high = low.times(amount(times)).expect("fits");
                let exact = Quantity {
                    low,
                    high: Some(high),
                    unit: unit(name),
                };
                let role = if name == "cm" || name == "in" {
                    Role::Length
                } else {
                    Role::Primary
                };
                let shown = fit(&exact, role);
                let Some(end) = shown.high else { continue };
                let text = text(shown);
                assert!(
                    shown.low.second.is_none() && end.second.is_none(),
                    "{low} {name}: {text}"
                );
                assert_eq!(
                    shown.low.first.unit, end.first.unit,
                    "{low} {name} × {times}: {text}"
                );
                assert!(
                    shown.low.first.amount < end.first.amount,
                    "{low} {name}: {text}"
                );
            }
        }
    }
}
