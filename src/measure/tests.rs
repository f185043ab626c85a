//! What a cook reads, and the laws that hold for every amount.

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

mod worked_examples {
    use super::*;

    #[track_caller]
    fn scaled(start: &str, factor: &str, shown: &str) {
        let exact = quantity(start).times(amount(factor)).expect("fits");
        assert_eq!(
            text(fit(&exact, Role::Primary)),
            shown,
            "{start} × {factor}"
        );
    }

    #[track_caller]
    fn converted(start: &str, to: &str, role: Role, shown: &str) {
        let exact = quantity(start).convert(unit(to).expect(to)).expect(to);
        assert_eq!(
            text(fit(&exact.expect("fits"), role)),
            shown,
            "{start} to {to}"
        );
    }

    #[test]
    fn spoons_and_cups() {
        scaled("2/3 cup", "3/2", "1 cup");
        scaled("1/3 cup", "1/2", "2 tbsp + 2 tsp");
        scaled("1 tbsp", "8", "1/2 cup");
        scaled("1 tbsp", "16", "1 cup");
        scaled("1 tbsp", "4", "1/4 cup");
        scaled("1 tbsp", "6", "6 tbsp");
        scaled("1 tsp", "3", "1 tbsp");
        scaled("1 tsp", "4", "1 tbsp + 1 tsp");
        scaled("1/8 tsp", "6", "3/4 tsp");
        scaled("1 cup", "1/16", "1 tbsp");
        scaled("3/4 cup", "1/3", "1/4 cup");
        scaled("3/4 cup", "1/2", "6 tbsp");
        scaled("1/4 cup", "1/3", "1 tbsp + 1 tsp");
        scaled("1/4 cup", "1/2", "2 tbsp");
        scaled("2/3 cup", "5/4", "3/4 cup + 4 tsp");
        scaled("1/3 cup", "5/4", "1/3 cup + 4 tsp");
        scaled("1 cup", "7/6", "1 cup + 3 tbsp");
        scaled("3 cup", "5/8", "1 3/4 cups + 2 tbsp");
        scaled("1 1/2 cup", "5/6", "1 1/4 cups");
        scaled("1 cup", "5/8", "1/2 cup + 2 tbsp");
        scaled("1 cup", "9/8", "1 cup + 2 tbsp");
        scaled("1 3/4 cup", "3/2", "2 2/3 cups");
        scaled("2/3 cup", "10", "6 2/3 cups");
        scaled("1 cup", "1/5", "3 tbsp + 1/2 tsp");
        scaled("1 cup", "11/10", "1 cup + 5 tsp");
        scaled("2 1/4 tsp", "3/2", "1 tbsp + 1/4 tsp");
        scaled("1 1/2 tsp", "3/2", "2 1/4 tsp");
        scaled("3/4 tsp", "3/2", "1 1/8 tsp");
        scaled("3/4 tsp", "1/2", "3/8 tsp");
        scaled("1 tbsp", "1/2", "1 1/2 tsp");
        scaled("1 tsp", "1/3", "about 3/8 tsp");
        scaled("1/4 tsp", "1/4", "pinch");
        scaled("1/2 tsp", "10", "1 tbsp + 2 tsp");
        scaled("4 cup", "4", "1 gallon");
        scaled("1 1/2 cup", "12", "4 1/2 quarts");
        scaled("3 cup", "4", "3 quarts");
    }

    #[test]
    fn scales() {
        scaled("500 g", "2", "1 kg");
        scaled("500 g", "3", "1.5 kg");
        scaled("400 g", "1/3", "135 g");
        scaled("100 g", "1/3", "33 g");
        scaled("1 kg", "1/8", "125 g");
        scaled("7 g", "1.5", "10 g");
        scaled("8 oz", "3", "1 1/2 lb");
        scaled("1 lb", "4/3", "1 lb 5 oz");
        scaled("125 g", "1", "125 g");
        scaled("200 g", "2/3", "135 g");
        converted("2 oz", "g", Role::Primary, "57 g");
        converted("11 1/2 lb", "kg", Role::Primary, "5.2 kg");
        converted("200 g", "oz", Role::Primary, "7 oz");
    }

    #[test]
    fn jugs() {
        scaled("250 ml", "5", "1.25 L");
        converted("1 cup", "ml", Role::Primary, "240 ml");
        converted("3/4 cup", "ml", Role::Primary, "180 ml");
        converted("1/3 cup", "ml", Role::Primary, "80 ml");
        converted("2 cup", "ml", Role::Primary, "475 ml");
        converted("1 tbsp", "ml", Role::Primary, "15 ml");
        converted("1/4 tsp", "ml", Role::Primary, "1.25 ml");
        converted("500 ml", "cup", Role::Primary, "2 cups + 2 tbsp");
    }

    #[test]
    fn temperatures_and_lengths() {
        converted("275 °F", "°C", Role::Oven, "135 °C");
        converted("350 °F", "°C", Role::Oven, "180 °C");
        converted("400 °F", "°C", Role::Oven, "200 °C");
        converted("165 °F", "°C", Role::Inner, "74 °C");
        converted("180 °C", "°F", Role::Oven, "350 °F");
        converted("8-10 in", "cm", Role::Length, "20 cm - 25 cm");
    }

    #[test]
    fn things() {
        scaled("1", "3/2", "1 1/2");
        let eggs = quantity("3").times(amount("1/2")).expect("fits");
        assert_eq!(text(fit_whole(&eggs)), "about 2");
    }
}

mod laws {
    use super::*;

    /// The size of what is shown, in units of `unit`.
    fn value(portion: Portion, unit: Unit) -> Amount {
        let part = |term: Term| match term.unit {
            Some(known::PINCH) => {
                let teaspoons = term.amount.over(Amount::from(16)).expect("fits");
                let is_us = unit.source().contains("231 in³");
                let teaspoon = match is_us {
                    true => known::US_TEASPOON,
                    false => known::METRIC_TEASPOON,
                };
                teaspoon.convert(teaspoons, unit).expect("a volume")
            }
            Some(own) => own.convert(term.amount, unit).expect("one dimension"),
            None => Ok(term.amount),
        };
        let first = part(portion.first).expect("fits");
        portion.second.map_or(first, |second| {
            first.plus(part(second).expect("fits")).expect("fits")
        })
    }

    /// Sweeps from `least` to `most` of a unit in steps of one part in `fineness`.
    fn sweep(name: &str, least: &str, most: &str, fineness: i128, bound: fn(Amount) -> i64) {
        // Neither a power of two nor of ten, so that few amounts fall on a mark.
        const PARTS: i128 = 9 * 7 * 11 * 4608;
        let own = unit(name).expect(name);
        let (mut exact, most) = (amount(least), amount(most));
        let mut parts = exact
            .times(Amount::from(PARTS as i64))
            .expect("fits")
            .round();
        let mut last: Option<(Amount, Portion)> = None;
        while exact <= most {
            let shown = fit(&Quantity::new(exact, Some(own)), Role::Primary).low;
            let size = value(shown, own);
            assert!(size.is_positive(), "{exact} {name} shows nothing");
            if let Some((below, portion)) = last {
                assert!(below <= size, "{exact} {name} falls to {shown:?}");
                assert!(
                    below != size || (portion.first, portion.second) == (shown.first, shown.second),
                    "{exact} {name}: two ways"
                );
            }
            let again = fit(&Quantity::new(size, Some(own)), Role::Primary).low;
            assert_eq!(
                (again.first, again.second),
                (shown.first, shown.second),
                "{exact} {name}"
            );
            // What is shown must also stand when it is read back in the unit it has.
            let first = shown.first.unit.expect("a unit");
            if first != known::PINCH {
                let back = fit(
                    &Quantity::new(value(shown, first), Some(first)),
                    Role::Primary,
                )
                .low;
                assert_eq!(text_of(back), text_of(shown), "{exact} {name} read back");
            }
            let hundredfold = Amount::from(100);
            let error = if size > exact {
                size.minus(exact)
            } else {
                exact.minus(size)
            };
            let percent = error
                .expect("fits")
                .times(hundredfold)
                .expect("fits")
                .over(exact);
            if shown.about {
                let grams = own.size().expect("sized").times(exact).expect("fits");
                assert!(
                    grams < amount("60"),
                    "{exact} {name} is about {}",
                    text_of(shown)
                );
            } else {
                assert!(
                    percent.expect("fits") <= Amount::from(bound(exact)),
                    "{exact} {name}: {} is too far",
                    text_of(shown)
                );
            }
            last = Some((size, shown));
            parts += (parts / fineness).max(1);
            exact = Amount::new(parts, PARTS).expect("a fraction");
        }
    }

    fn text_of(portion: Portion) -> String {
        portion_text(Portion {
            about: false,
            ..portion
        })
    }

    #[test]
    fn spoons_and_cups_keep_their_laws() {
        let in_cups = |cups: Amount| match () {
            () if cups < Amount::new(1, 4).expect("a quarter") => 5,
            () if cups <= Amount::from(2) => 4,
            () => 3,
        };
        sweep("cup", "1/4608", "1600", 400, in_cups);
    }

    fn in_milliliters(milliliters: Amount, cup: i64) -> i64 {
        match () {
            () if milliliters.times(Amount::from(4)).expect("fits") < Amount::from(cup) => 5,
            () if milliliters <= Amount::from(2 * cup) => 4,
            () => 3,
        }
    }

    #[test]
    fn pints_quarts_and_fluid_ounces_keep_their_laws() {
        sweep("fl oz", "1/576", "12800", 400, |ounces| {
            in_milliliters(ounces, 8)
        });
        sweep("pint", "1/9216", "800", 400, |pints| {
            in_milliliters(pints.times(Amount::from(16)).expect("fits"), 8)
        });
        sweep("gallon", "1/73728", "100", 400, |gallons| {
            in_milliliters(gallons.times(Amount::from(128)).expect("fits"), 8)
        });
    }

    #[test]
    fn cups_of_other_countries_keep_their_laws() {
        for name in ["legal cup", "metric cup", "australian cup", "japanese cup"] {
            sweep(name, "1/4608", "100", 400, |cups| {
                in_milliliters(cups.times(Amount::from(8)).expect("fits"), 8)
            });
        }
        sweep("au tbsp", "1/288", "1600", 400, |spoons| {
            in_milliliters(spoons.times(Amount::from(2)).expect("fits"), 25)
        });
    }

    #[test]
    fn british_measures_keep_their_laws() {
        sweep("uk tsp", "1/96", "80000", 400, |spoons| {
            in_milliliters(spoons.times(Amount::from(5)).expect("fits"), 284)
        });
        sweep("uk fl oz", "1/576", "16000", 400, |ounces| {
            in_milliliters(ounces.times(amount("28.4130625")).expect("fits"), 284)
        });
        sweep("uk pint", "1/9216", "800", 400, |pints| {
            in_milliliters(pints.times(amount("568.26125")).expect("fits"), 284)
        });
    }

    #[test]
    fn metric_measures_keep_their_laws() {
        let in_grams = |grams: Amount| if grams < Amount::from(25) { 5 } else { 2 };
        sweep("g", "1/10", "200000", 500, in_grams);
        sweep("kg", "1/10000", "200", 500, |kilograms| {
            if kilograms < amount("1/40") { 5 } else { 2 }
        });
        let in_jug = |ml: Amount| if ml < Amount::from(20) { 5 } else { 3 };
        sweep("ml", "1/20", "400000", 400, in_jug);
    }

    #[test]
    fn ounces_and_pounds_keep_their_laws() {
        let in_ounces = |ounces: Amount| match () {
            () if ounces < Amount::from(2) => 5,
            () if ounces <= Amount::from(16) => 4,
            () => 3,
        };
        sweep("oz", "1/64", "6400", 400, in_ounces);
        sweep("lb", "1/1024", "400", 400, |pounds| match () {
            () if pounds < amount("1/8") => 5,
            () if pounds <= Amount::ONE => 4,
            () => 3,
        });
    }
}
