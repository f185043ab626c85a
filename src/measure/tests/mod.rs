//! What a cook reads, and the laws that hold for every amount.

mod kitchens;
mod laws;
mod ranges;
mod worked_examples;

use super::*;
use crate::amount::Decimal;
use crate::unit::known;

fn amount(text: &str) -> Amount {
    text.parse().expect(text)
}

fn unit(name: &str) -> Option<Unit> {
    (!name.is_empty()).then(|| Unit::named(name).expect(name))
}

/// A quantity from a text such as `1 1/2 cup` or `8-10 in`.
fn quantity(text: &str) -> Quantity {
    let split = text
        .find(|c: char| !(c.is_ascii_digit() || " /.-".contains(c)))
        .unwrap_or(text.len());
    let (numbers, name) = text.split_at(split);
    let (low, high) = match numbers.split_once('-') {
        Some((low, high)) => (low, Some(amount(high))),
        None => (numbers, None),
    };
    Quantity {
        low: amount(low),
        high,
        unit: unit(name),
    }
}

fn term_text(term: Term) -> String {
    let number = match term.unit {
        Some(unit) if unit.belongs_to(System::Metric) && !unit.belongs_to(System::Us) => {
            Decimal::exact(term.amount).map_or(term.amount.to_string(), |d| d.to_string())
        }
        _ => term.amount.to_string(),
    };
    match term.unit {
        Some(known::PINCH) if term.amount == Amount::ONE => "pinch".into(),
        Some(unit) => format!("{number} {}", unit.label(term.amount)),
        None => number,
    }
}

fn portion_text(portion: Portion) -> String {
    let mut text = term_text(portion.first);
    if let Some(second) = portion.second {
        text += if portion.first.unit == Some(known::POUND) {
            " "
        } else {
            " + "
        };
        text += &term_text(second);
    }
    if portion.about {
        format!("about {text}")
    } else {
        text
    }
}

fn text(measured: Measured) -> String {
    match measured.high {
        None => portion_text(measured.low),
        Some(high) => format!("{} - {}", portion_text(measured.low), portion_text(high)),
    }
}

#[test]
fn an_authors_own_amount_stands_where_it_can_be_measured() {
    let case = |text: &str, role, stands| {
        assert_eq!(is_measurable(&quantity(text), role), stands, "{text}");
    };
    case("1/3 tsp", Role::Primary, true);
    case("5/6 cup", Role::Primary, true);
    case("1 1/5 cup", Role::Primary, false);
    case("2.2 lb", Role::Primary, true);
    case("2.5 dl", Role::Primary, true);
    case("4.92892159375 ml", Role::Primary, false);
    case("1/3 g", Role::Primary, false);
    case("1-1 2/7 lb", Role::Primary, false);
    case("163 °C", Role::Oven, true);
    case("176.5 °C", Role::Oven, false);
    case("176.5 °C", Role::Inner, true);
    case("176.4 °C", Role::Inner, false);
    case("0.001 g", Role::Primary, true);
    case("0.0005 g", Role::Primary, false);
    case("1/16 tsp", Role::Primary, true);
    case("1/5 tsp", Role::Primary, false);
    case("1/5 lb", Role::Primary, true);
    case("1/7 lb", Role::Primary, false);
    case("1/5 clove", Role::Primary, false);
    case("1 1/5-2 cup", Role::Primary, false);
    case("1 1/2", Role::Primary, true);
}

#[test]
fn dials_thermometers_and_rulers() {
    let case = |text: &str, to: &str, role, shown: &str| {
        let quantity = quantity(text);
        let there = unit(to).expect(to);
        let exact = match role {
            Role::Difference => Quantity {
                low: crate::unit::degrees_between(quantity.low, quantity.unit.expect(text), there)
                    .expect(to)
                    .expect("fits"),
                high: None,
                unit: Some(there),
            },
            _ => quantity.convert(there).expect(to).expect("fits"),
        };
        assert_eq!(super::tests::text(fit(&exact, role)), shown, "{text}");
    };
    case("300 °F", "°C", Role::Oven, "150 °C");
    case("325 °F", "°C", Role::Oven, "160 °C");
    case("375 °F", "°C", Role::Oven, "190 °C");
    case("425 °F", "°C", Role::Oven, "220 °C");
    case("450 °F", "°C", Role::Oven, "230 °C");
    case("500 °F", "°C", Role::Oven, "260 °C");
    case("160 °C", "°F", Role::Oven, "325 °F");
    case("190 °C", "°F", Role::Oven, "375 °F");
    case("200 °C", "°F", Role::Oven, "400 °F");
    case("220 °C", "°F", Role::Oven, "425 °F");
    case("230 °C", "°F", Role::Oven, "450 °F");
    case("250 °C", "°F", Role::Oven, "475 °F");
    case("145 °F", "°C", Role::Inner, "63 °C");
    case("20 °C", "°F", Role::Difference, "36 °F");
    case("25 °F", "°C", Role::Difference, "14 °C");
    case("1 in", "cm", Role::Length, "2.5 cm");
    case("2 in", "cm", Role::Length, "5 cm");
    case("1/2 in", "cm", Role::Length, "13 mm");
    case("1/8 in", "cm", Role::Length, "3 mm");
    case("9-13 in", "cm", Role::Length, "23 cm - 33 cm");
    case("1/2-1 in", "cm", Role::Length, "1.3 cm - 2.5 cm");
    case("1 ft", "cm", Role::Length, "30 cm");
    case("20 cm", "in", Role::Length, "8 inches");
    case("23 cm", "in", Role::Length, "9 inches");
    case("2.5 cm", "in", Role::Length, "1 inch");
    case("1 cm", "in", Role::Length, "3/8 inch");
    case("5 mm", "in", Role::Length, "3/16 inch");
    case("30 cm", "in", Role::Length, "12 inches");
}

#[test]
fn only_eggs_are_never_cut() {
    for name in [
        "eggs",
        "large eggs, beaten",
        "egg whites",
        "egg yolk",
        "quail eggs",
    ] {
        assert!(is_never_cut(name), "{name}");
    }
    for name in [
        "eggplants",
        "egg noodles",
        "egg roll wrappers",
        "onions",
        "lemon",
    ] {
        assert!(!is_never_cut(name), "{name}");
    }
}

#[test]
fn spoons_of_other_languages_are_counted_until_they_are_many() {
    let case = |start: &str, factor: &str, shown: &str| {
        let exact = quantity(start).times(amount(factor)).expect("fits");
        assert_eq!(
            text(fit(&exact, Role::Primary)),
            shown,
            "{start} × {factor}"
        );
    };
    case("1 Esslöffel", "3/2", "1.5 EL");
    case("2 Esslöffel", "8", "240 ml");
    case("1 etto", "3", "300 g");
}
