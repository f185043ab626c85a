//! Ranges: `3-4 lb`, never `48 oz - 4 lb`.
//!
//! Owns how two ends are brought into one unit. Must never round an end on its own.

use super::kitchen::{self, Kitchen};
use super::{Measured, Portion, Term};
use crate::amount::Amount;
use crate::unit::{Unit, known};

/// Returns both ends in one unit and without sums where the bound allows that: in the
/// author's unit, or in that of either end.
pub(super) fn in_one_unit(exact: (Amount, Amount), unit: Unit, ends: Measured) -> Measured {
    let (low, Some(high)) = (ends.low, ends.high) else {
        return ends;
    };
    let is_one = low.second.is_none() && high.second.is_none() && low.first.unit == high.first.unit;
    let Some(kitchen) = kitchen::of(unit).filter(|_| !is_one) else {
        return ends;
    };
    [Some(unit), high.first.unit, low.first.unit]
        .into_iter()
        .flatten()
        .find_map(|common| {
            let end = |exact, portion| single(exact, unit, &kitchen, portion, common);
            Some(Measured {
                low: end(exact.0, low)?,
                high: Some(end(exact.1, high)?),
            })
        })
        .unwrap_or(ends)
}

/// Returns one end as so many of `common`, if a cook would measure that.
fn single(
    exact: Amount,
    unit: Unit,
    kitchen: &Kitchen,
    portion: Portion,
    common: Unit,
) -> Option<Portion> {
    let (parts, most) = readable(common)?;
    let is_readable =
        |amount: &Amount| *amount <= most && parts.iter().any(|p| p % amount.denominator() == 0);
    let shown = value(portion, common).filter(is_readable).or_else(|| {
        let there = unit.convert(exact, common)?.ok()?;
        parts.iter().find_map(|&parts| {
            let whole = there.times(Amount::reduced(parts, 1)).ok()?.round();
            let amount = Amount::new(whole, parts).filter(is_readable)?;
            let back = common.convert(amount, unit)?.ok()?;
            (amount.is_positive() && kitchen.allows(exact, back)).then_some(amount)
        })
    })?;
    Some(Portion {
        first: Term {
            amount: shown,
            unit: Some(common),
        },
        second: None,
        about: portion.about,
    })
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
        | known::IMPERIAL_TEASPOON => (&[1, 2, 4, 8], 6),
        known::US_TABLESPOON
        | known::US_LEGAL_TABLESPOON
        | known::METRIC_TABLESPOON
        | known::AUSTRALIAN_TABLESPOON
        | known::JAPANESE_TABLESPOON
        | known::IMPERIAL_TABLESPOON => (&[1, 2], 12),
        known::US_CUP
        | known::US_LEGAL_CUP
        | known::METRIC_CUP
        | known::AUSTRALIAN_CUP
        | known::JAPANESE_CUP => (&[1, 2, 4, 3], 20),
        known::GRAM | known::MILLILITER => (&[1, 2], 5000),
        known::KILOGRAM | known::LITER => (&[10, 20], 1000),
        known::MILLIMETER => (&[1], 100),
        known::CENTIMETER => (&[2, 10], 1000),
        known::INCH => (&[1, 2, 4, 8], 60),
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
