//! Ranges: `3-4 lb`, never `48 oz - 4 lb`.
//!
//! Owns how two ends are brought into one unit. Must never round an end on its own.

use super::kitchen::{self, Kitchen};
use super::{Measured, Portion, Term};
use crate::amount::Amount;
use crate::unit::{Unit, known};

/// A range is a matter of taste, so that its ends may be this many times as far from
/// the exact ones as an amount of its own, if that brings them into one unit; they are
/// `about` then.
const LEEWAY: i128 = 4;

/// Returns both ends in one unit and without sums where that is near enough: in the
/// author's unit, or in that of either end.
pub(super) fn in_one_unit(exact: (Amount, Amount), unit: Unit, ends: Measured) -> Measured {
    let (low, Some(high)) = (ends.low, ends.high) else {
        return ends;
    };
    if low.first.unit == Some(known::PINCH) && low.first.unit != high.first.unit {
        // No spoon is small enough for the lower end; the upper one is the most to take.
        return Measured {
            low: Portion {
                about: true,
                ..high
            },
            high: None,
        };
    }
    let is_one = low.second.is_none() && high.second.is_none() && low.first.unit == high.first.unit;
    let Some(kitchen) = kitchen::of(unit).filter(|_| !is_one) else {
        return ends;
    };
    let both_in = |common: Option<Unit>, leeway| {
        let end = |exact, portion| single((exact, unit), &kitchen, portion, common?, leeway);
        Some(Measured {
            low: end(exact.0, low)?,
            high: Some(end(exact.1, high)?),
        })
    };
    let is_range = |ends: &Measured| {
        let high = ends.high.map(|high| high.first);
        high != Some(ends.low.first) || exact.0 == exact.1
    };
    // Between teaspoons and cups, the tablespoon may be the one to serve both ends.
    let tablespoon = TABLESPOONS.into_iter().find(|&spoon| {
        high.first
            .unit
            .is_some_and(|unit| kitchen::is_one(spoon, unit))
    });
    let units = [Some(unit), high.first.unit, low.first.unit, tablespoon];
    [1, LEEWAY]
        .iter()
        .find_map(|leeway| {
            let mut ends = units.iter().filter_map(|common| both_in(*common, *leeway));
            ends.find(is_range)
        })
        // Ends that fall together are nearer than ends that have nothing in common.
        .or_else(|| units.iter().find_map(|common| both_in(*common, 1)))
        .unwrap_or_else(|| {
            // At least no end is a sum: `1/4 tsp to 3 tbsp`.
            let own = |exact, portion: Portion| {
                let first = portion.first.unit;
                let second = portion.second.and_then(|term| term.unit);
                [first, second, tablespoon]
                    .into_iter()
                    .find_map(|common| single((exact, unit), &kitchen, portion, common?, LEEWAY))
            };
            Measured {
                low: own(exact.0, low).unwrap_or(low),
                high: Some(own(exact.1, high).unwrap_or(high)),
            }
        })
}

const TABLESPOONS: [Unit; 6] = [
    known::US_TABLESPOON,
    known::US_LEGAL_TABLESPOON,
    known::METRIC_TABLESPOON,
    known::AUSTRALIAN_TABLESPOON,
    known::JAPANESE_TABLESPOON,
    known::IMPERIAL_TABLESPOON,
];

/// Returns one amount for a range whose ends are shown as the same, if in another unit, or
/// would fall: nothing goes from 4 tbsp to 1/4 cup, or from about 1/3 cup to 5 tbsp.
pub(super) fn without_equal_ends(ends: Measured) -> Measured {
    let unit = ends.low.first.unit;
    let value = |portion| unit.and_then(|unit| value(portion, unit));
    let is_same = |high: Portion| {
        (high.first, high.second) == (ends.low.first, ends.low.second)
            || high.first.unit != unit && value(high).is_some() && value(high) == value(ends.low)
    };
    let falls = |high: Portion| matches!((value(ends.low), value(high)), (Some(low), Some(high)) if low > high);
    match ends.high {
        Some(high) if falls(high) => Measured {
            low: Portion {
                about: true,
                ..high
            },
            high: None,
        },
        Some(high) if is_same(high) => Measured {
            low: Portion {
                about: ends.low.about || high.about,
                ..ends.low
            },
            high: None,
        },
        _ => ends,
    }
}

/// Returns one end as so many of `common`, if a cook would measure that.
fn single(
    (exact, unit): (Amount, Unit),
    kitchen: &Kitchen,
    portion: Portion,
    common: Unit,
    leeway: i128,
) -> Option<Portion> {
    let (parts, most) = readable(common)?;
    let is_readable =
        |amount: &Amount| *amount <= most && parts.iter().any(|p| p % amount.denominator() == 0);
    let end = |amount, about| Portion {
        first: Term {
            amount,
            unit: Some(common),
        },
        second: None,
        about,
    };
    if let Some(shown) = value(portion, common).filter(is_readable) {
        return Some(end(shown, portion.about));
    }
    let there = unit.convert(exact, common)?.ok()?;
    let mut candidates = parts.iter().filter_map(|&parts| {
        let whole = there.times(Amount::reduced(parts, 1)).ok()?.round();
        let amount = Amount::new(whole, parts).filter(is_readable)?;
        let back = common.convert(amount, unit)?.ok()?;
        (amount.is_positive() && kitchen.allows(exact, back, leeway))
            .then(|| (amount, !kitchen.allows(exact, back, 1)))
    });
    let best = if leeway == 1 {
        // The plainest that is near enough.
        candidates.next()
    } else {
        candidates.min_by_key(|(amount, _)| {
            let apart = amount.minus(there).unwrap_or(*amount);
            apart.max(Amount::ZERO.minus(apart).unwrap_or(apart))
        })
    };
    best.map(|(amount, about)| end(amount, about))
}

/// How much a portion is in `unit`.
fn value(portion: Portion, unit: Unit) -> Option<Amount> {
    let part = |term: Term| term.unit?.convert(term.amount, unit)?.ok();
    let first = part(portion.first)?;
    match portion.second {
        None => Some(first),
        Some(second) => first.plus(part(second)?).ok(),
    }
}

/// The parts of a unit that stand in a range, and how many of it a cook still counts.
fn readable(unit: Unit) -> Option<(&'static [i128], Amount)> {
    let (parts, most): (&[i128], i128) = match unit {
        known::US_TEASPOON
        | known::US_LEGAL_TEASPOON
        | known::METRIC_TEASPOON
        | known::AUSTRALIAN_TEASPOON
        | known::JAPANESE_TEASPOON
        | known::IMPERIAL_TEASPOON => (&[1, 2, 4, 8], 12),
        known::US_TABLESPOON
        | known::US_LEGAL_TABLESPOON
        | known::METRIC_TABLESPOON
        | known::AUSTRALIAN_TABLESPOON
        | known::JAPANESE_TABLESPOON
        | known::IMPERIAL_TABLESPOON => (&[1, 2], 16),
        known::US_CUP
        | known::US_LEGAL_CUP
        | known::METRIC_CUP
        | known::AUSTRALIAN_CUP
        | known::JAPANESE_CUP => (&[1, 2, 4, 3], 20),
        known::GRAM | known::MILLILITER => (&[1, 2], 5000),
        known::KILOGRAM | known::LITER => (&[10, 20], 1000),
        known::MILLIMETER => (&[1], 100),
        known::CENTIMETER => (&[2, 10], 1000),
        known::OUNCE | known::US_FLUID_OUNCE | known::IMPERIAL_FLUID_OUNCE => (&[1, 2, 4], 64),
        known::POUND
        | known::US_PINT
        | known::US_QUART
        | known::US_GALLON
        | known::IMPERIAL_PINT
        | known::IMPERIAL_GALLON => (&[1, 2, 4], 100),
        _ => return None,
    };
    Some((parts, Amount::reduced(most, 1)))
}
