//! Which measures each kitchen has, and what its dials and rulers show.

use super::*;

#[track_caller]
fn shown(exact: &str, expected: &str) {
    let found = text(fit(&quantity(exact), Role::Primary));
    assert_eq!(found, expected, "{exact}");
}

#[track_caller]
fn at(exact: &str, role: Role, expected: &str) {
    let found = text(fit(&quantity(exact), role));
    assert_eq!(found, expected, "{exact}");
}

#[test]
fn what_no_kitchen_has_is_shown_in_what_it_has() {
    shown("1 gill", "1/2 cup");
    shown("8 legal fl oz", "1 cup");
    shown("2 dessertspoon", "1 tbsp + 1 tsp");
    shown("1 imperial quart", "2 pints");
    shown("16 uk pint", "2 gallons");
    shown("2 imperial cup", "1 pint");
    shown("4 imperial gill", "1 pint");
    shown("500 mg", "0.5 g");
    shown("1 stone", "14 lb");
    shown("2 ft", "24 inches");
    shown("1000 ml", "1 L");
    shown("0.25 L", "250 ml");
    at("25 mm", Role::Length, "2.5 cm");
}

#[test]
fn spoons_and_cups_of_each_country_make_one_another() {
    for country in ["", "legal ", "metric ", "japanese "] {
        shown(&format!("3 {country}tsp"), "1 tbsp");
    }
    shown("4 australian tsp", "1 tbsp");
    shown("3 uk tsp", "1 tbsp");
    shown("16 legal tbsp", "1 cup");
    shown("50 metric tsp", "1 cup");
    shown("40 japanese tsp", "1 cup");
    shown("50 australian tsp", "1 cup");
}

#[test]
fn every_measure_is_shown_true_to_its_size() {
    let mut measured = 0;
    for own in Unit::all() {
        let has_size = matches!(
            own.dimension(),
            Dimension::Volume | Dimension::Mass | Dimension::Length
        );
        for many in [1, 2, 3, 4, 6, 10, 25, 100, 1000] {
            let exact = Amount::from(many);
            let shown = fit(&Quantity::new(exact, Some(own)), Role::Primary).low;
            let size = [Some(shown.first), shown.second]
                .into_iter()
                .flatten()
                .filter_map(|term| term.unit?.convert(term.amount, own)?.ok())
                .try_fold(Amount::ZERO, Amount::plus)
                .expect("fits");
            if !has_size || shown.about || shown.first.unit == Some(known::PINCH) {
                continue;
            }
            let percent = size.minus(exact).and_then(|off| off.over(exact));
            let percent = percent
                .expect("fits")
                .times(Amount::from(100))
                .expect("fits");
            assert!(
                percent <= Amount::from(5) && Amount::from(-5) <= percent,
                "{many} {own:?} as {}",
                portion_text(shown)
            );
            measured += 1;
        }
    }
    assert!(measured > 300, "only {measured}");
}

#[test]
fn deciliters_and_centiliters_stay_where_they_are_round() {
    shown("1/2 dl", "0.5 dl");
    shown("0.25 dl", "25 ml");
    shown("9.75 dl", "9.75 dl");
    shown("1.1 dl", "110 ml");
    shown("10 dl", "1 L");
    shown("0.04 dl", "4 ml");
    shown("1/2 cl", "0.5 cl");
    shown("0.4 cl", "4 ml");
    shown("1/4 cl", "2.5 ml");
    shown("95 cl", "95 cl");
    shown("1.2 cl", "12 ml");
    shown("100 cl", "1 L");
}

#[test]
fn spoons_that_go_by_another_name_are_counted_up_to_eight() {
    shown("8 Esslöffel", "8 EL");
    shown("9 Esslöffel", "135 ml");
    shown("9 tsp", "3 tbsp");
    shown("9 clove", "9 cloves");
    shown("9 peck", "9 pecks");
}

#[test]
fn the_plainest_measure_that_is_near_enough_is_taken() {
    // Up to two cups, four percent are near enough, above them three.
    shown("93 tsp", "2 cups");
    shown("147 tsp", "3 cups");
    shown("195 tsp", "4 cups");
    shown("33 uk tsp", "6 fl oz");
    shown("58 2/3 uk tsp", "10 fl oz");
    // Whole gallons before halves, and halves before quarters.
    shown("46 2/3 cup", "3 gallons");
    shown("86 cup", "5 1/2 gallons");
    shown("32 uk tsp", "5 1/2 fl oz");
    shown("2 7/8 fl oz", "2 1/2 fl oz + 2 tsp");
    shown("41/48 lb", "14 oz");
    shown("147 oz", "9 lb");
    shown("17 1/2 oz", "1 lb 1 oz");
    // Quarters and eighths where the plainer is too far off.
    shown("101 cup", "6 1/4 gallons");
    shown("9 1/3 lb", "9 1/4 lb");
    shown("2/3 lb", "10 1/2 oz");
    shown("1/3 lb", "5 1/4 oz");
    shown("7/48 lb", "2 3/8 oz");
    shown("16 1/2 oz", "1 lb 1/2 oz");
}

#[test]
fn what_can_be_measured_as_it_is_stays() {
    shown("25 tbsp", "1 1/2 cups + 1 tbsp");
    shown("14 uk tsp", "4 tbsp + 2 tsp");
    shown("17 uk tsp", "5 tbsp + 2 tsp");
    shown("52 ml", "52 ml");
    shown("97 ml", "97 ml");
    shown("41 cl", "41 cl");
    shown("3 1/3 clove", "3 1/3 cloves");
}

#[test]
fn what_differs_by_a_hair_is_shown_alike() {
    for own in Unit::all() {
        let plain = fit(&Quantity::new(Amount::from(3), Some(own)), Role::Primary);
        for parts in [1_i128 << 52, 10_i128.pow(17), 10_i128.pow(20), 1 << 68] {
            let exact = Amount::new(3 * parts - 1, parts).expect("a fraction");
            let found = fit(&Quantity::new(exact, Some(own)), Role::Primary);
            if own.dimension() != Dimension::Temperature && own != known::DROP {
                assert_eq!(found, plain, "{exact} {own:?}");
            }
        }
    }
}

#[test]
fn very_much_goes_on_in_the_largest_measure() {
    shown("150.4 kg", "150 kg");
    shown("150.5 kg", "151 kg");
    shown("100.4 kg", "100 kg");
    shown("250.4 L", "250 L");
    shown("250.5 L", "251 L");
    shown("50.4 gallon", "50 gallons");
    shown("50.5 gallon", "51 gallons");
    shown("120.4 lb", "120 lb");
    shown("120.5 lb", "121 lb");
    shown("30.5", "31");
    at("150.4 in", Role::Length, "150 inches");
    at("150.5 cm", Role::Length, "151 cm");
}

#[test]
fn things_are_cut_in_halves_thirds_and_quarters() {
    shown("1/3", "1/3");
    shown("3/4", "3/4");
    shown("2.01", "2");
    shown("5 1/2", "5 1/2");
    shown("1/10", "about 1/4");
    shown("2 1/4 clove", "2 1/4 cloves");
    shown("1 1/2 drop", "about 2 drops");
    shown("0.2 drop", "about 1 drop");
    shown("2 drop", "2 drops");
    assert_eq!(text(fit_whole(&quantity("2-3"))), "2 - 3");
    assert_eq!(text(fit_whole(&quantity("1/4"))), "about 1");
    assert_eq!(
        text(fit_whole(&quantity("2 1/4-2 1/2"))),
        "about 2 - about 3"
    );
}

#[test]
fn an_oven_is_set_to_the_marks_of_its_dial() {
    at("174.5 °C", Role::Oven, "170 °C");
    at("174.6 °C", Role::Oven, "175 °C");
    at("175.5 °C", Role::Oven, "180 °C");
    at("175 °C", Role::Oven, "175 °C");
    at("333 °F", Role::Oven, "325 °F");
    at("333.1 °F", Role::Oven, "335 °F");
    at("342 °F", Role::Oven, "350 °F");
    at("341.9 °F", Role::Oven, "340 °F");
    at("1022/3 °F", Role::Oven, "340 °F");
}

#[test]
fn a_thermometer_shows_whole_degrees_and_a_difference_at_least_one() {
    at("73.5 °C", Role::Inner, "74 °C");
    at("73.4 °C", Role::Inner, "73 °C");
    at("0.2 °C", Role::Difference, "1 °C");
    at("0 °C", Role::Difference, "0 °C");
    at("1.4 °F", Role::Difference, "1 °F");
    let below = Quantity::new(Amount::from(-18), unit("°C"));
    assert_eq!(text(fit(&below, Role::Inner)), "-18 °C");
    assert_eq!(text(fit(&below, Role::Difference)), "-18 °C");
}

#[test]
fn a_unit_that_was_asked_for_stays() {
    let case = |exact: &str, expected: &str| {
        let found = text(fit_in_unit(&quantity(exact), Role::Primary));
        assert_eq!(found, expected, "{exact}");
    };
    case("32 tbsp", "32 tbsp");
    case("32-48 tbsp", "32 tbsp - 48 tbsp");
    case("1-48 tsp", "1 tsp - 48 tsp");
    case("1/2 tbsp", "1/2 tbsp");
    case("1 cup", "1 cup");
    case("1/3 gallon", "1/3 gallon");
    case("1/3 imperial gallon", "1/3 gallon");
    case("5000 g", "5000 g");
    case("0.05 kg", "0.05 kg");
    case("0.335 kg", "0.34 kg");
    case("2.512 kg", "2.5 kg");
    // Two percent is near enough, and the coarsest parts that are so near are shown.
    case("102/100 quart", "1 quart");
    case("98/100 quart", "1 quart");
    case("103/100 quart", "about 1 quart");
    case("1/20 pint", "about 1/8 pint");
    case("3 clove", "3 cloves");
}

#[test]
fn nothing_and_too_much_are_shown_as_they_are() {
    shown("0 cup", "0 cup");
    shown("0", "0");
    let huge = Quantity::new(Amount::reduced(1 << 71, 1), unit("cup"));
    assert_eq!(
        text(fit(&huge, Role::Primary)),
        format!("{} cups", 1_i128 << 71)
    );
    let odd = Amount::new(3 * (1 << 71) + 1, 3).expect("a fraction");
    let eggs = Quantity::new(odd, None);
    assert_eq!(text(fit_whole(&eggs)), odd.to_string());
    let hot = Quantity::new(odd, unit("°C"));
    assert_eq!(text(fit(&hot, Role::Oven)), format!("{odd} °C"));
    let up_to = Quantity {
        low: Amount::ONE,
        high: Some(odd),
        unit: unit("cup"),
    };
    assert_eq!(
        text(fit(&up_to, Role::Primary)),
        format!("1 cup - {odd} cups")
    );
}

#[test]
fn an_end_that_is_not_exact_makes_the_whole_about() {
    let case = |exact: &str, expected| {
        assert_eq!(
            fit(&quantity(exact), Role::Primary).is_about(),
            expected,
            "{exact}"
        );
    };
    case("1 cup", false);
    case("1-2 cup", false);
    case("1/3 tsp", true);
    case("1/10-3", true);
    case("0.01-1/10 clove", true);
}
