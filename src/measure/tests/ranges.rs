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
    range("1/8-1/4 tsp", "1", "1/8 tsp - 1/4 tsp");
}

#[test]
fn ends_with_nothing_in_common_stand_apart() {
    range("1/8-48 tsp", "1", "1/8 tsp - 1 cup");
}
