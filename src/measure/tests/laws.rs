//! What holds for every amount of every kitchen: within the bound, never nothing, never
//! less for more, and shown again as it was shown.

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
            let least = match own.belongs_to(System::Metric) {
                // A tenth of a gram or milliliter is the finest that a kitchen measures.
                true => "1",
                // An eighth of a teaspoon, an eighth of an ounce.
                false if own.dimension() == Dimension::Volume => "7",
                false => "37",
            };
            assert!(
                grams < amount(least),
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
    sweep("dl", "1/2000", "4000", 400, |dl| {
        if dl < amount("0.2") { 5 } else { 3 }
    });
    sweep("cl", "1/200", "40000", 400, |cl| {
        if cl < amount("2") { 5 } else { 3 }
    });
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

#[test]
fn lengths_keep_their_laws() {
    for name in ["mm", "cm", "in", "ft"] {
        let own = unit(name);
        let mut last: Option<Amount> = None;
        for parts in 1..40_000 {
            let exact = Amount::new(parts, 97).expect("a fraction");
            let shown = fit(&Quantity::new(exact, own), Role::Length).low;
            let size = value(shown, own.expect(name));
            assert!(size.is_positive() && last <= Some(size), "{exact} {name}");
            let again = fit(&Quantity::new(size, own), Role::Length).low;
            assert_eq!(again.first, shown.first, "{exact} {name}");
            last = Some(size);
        }
    }
}

#[test]
fn counted_things_keep_their_laws() {
    let mut last = Amount::ZERO;
    for parts in 1..5000 {
        let exact = Amount::new(parts, 97).expect("a fraction");
        let shown = fit(&Quantity::new(exact, unit("clove")), Role::Primary).low;
        assert_eq!(shown.first.unit, unit("clove"));
        let size = shown.first.amount;
        assert!(size.is_positive() && last <= size, "{exact}");
        assert_eq!(
            fit(&Quantity::new(size, None), Role::Primary)
                .low
                .first
                .amount,
            size
        );
        last = size;
    }
}

#[test]
fn temperatures_keep_their_laws() {
    for (scale, role) in [
        ("°C", Role::Oven),
        ("°F", Role::Oven),
        ("°C", Role::Inner),
        ("°F", Role::Difference),
    ] {
        let mut last: Option<Amount> = None;
        for parts in 0..6000 {
            let exact = Amount::new(parts, 9).expect("a fraction");
            let shown = fit(&Quantity::new(exact, unit(scale)), role).low.first;
            assert!(last <= Some(shown.amount), "{exact} {scale}");
            assert_eq!(shown.unit, unit(scale));
            let again = fit(&Quantity::new(shown.amount, unit(scale)), role)
                .low
                .first;
            assert_eq!(again, shown, "{exact} {scale}");
            last = Some(shown.amount);
        }
    }
}

#[test]
fn no_amount_is_too_large_or_too_small() {
    let huge = Amount::new(i128::MAX - 1, 3).expect("a fraction");
    let tiny = Amount::new(1, i128::MAX).expect("a fraction");
    for own in Unit::all().map(Some).chain([None]) {
        for exact in [huge, tiny, Amount::ZERO, Amount::ONE] {
            for role in [Role::Primary, Role::Oven, Role::Inner, Role::Difference] {
                let ends = Quantity {
                    low: exact,
                    high: Some(huge),
                    unit: own,
                };
                fit(&ends, role);
                fit_whole(&ends);
                is_measurable(&ends, role);
            }
        }
    }
}

#[test]
fn fractions_of_any_length_are_shown() {
    let long = 10_i128.pow(37);
    for (n, d) in [
        (1, long),
        (long + 1, long),
        (long, long - 1),
        (long, 7),
        (i128::MAX, 3),
        (3, i128::MAX),
    ] {
        let exact = Amount::new(n, d).expect("a fraction");
        for unit in Unit::all() {
            for role in [Role::Primary, Role::Oven, Role::Inner, Role::Length] {
                let shown = fit(&Quantity::new(exact, Some(unit)), role);
                assert!(shown.low.first.amount.is_positive(), "{exact} {unit:?}");
            }
        }
        assert!(
            fit(&Quantity::new(exact, None), Role::Primary)
                .low
                .first
                .amount
                .is_positive()
        );
    }
}
