//! Prints a quantity: exactly, or as a kitchen can measure it.
//!
//! Owns the form of numbers and of units that stand by themselves. Must never know in
//! what text a quantity stands.

use crate::amount::{Amount, Decimal, Fraction, Fractions, write_whole};
use crate::measure::{Measured, Portion, Term};
use crate::quantity::Quantity;
use crate::unit::{Dimension, System, Unit};

/// Prints what is shown for a quantity; `push_unit` prints the unit behind a number.
/// Returns whether it is more than one.
#[inline]
pub(super) fn push_measured(
    out: &mut String,
    measured: &Measured,
    fractions: Fractions,
    push_unit: impl Fn(&mut String, Unit, Amount),
) -> bool {
    let single = |portion: &Portion| portion.second.is_none();
    let Measured { low, high } = measured;
    match high {
        // Both ends of a range in one unit name it once: `3-4 lb`.
        Some(high) if single(low) && single(high) && low.first.unit == high.first.unit => {
            push_number(out, low.first.amount, low.first.unit, fractions);
            if low.first.amount != high.first.amount {
                out.push_str(joint(low.first.amount, high.first.amount));
                push_number(out, high.first.amount, high.first.unit, fractions);
            }
            if let Some(unit) = high.first.unit {
                push_unit(out, unit, high.first.amount);
            }
        }
        Some(high) => {
            push_portion(out, low, fractions, &push_unit);
            out.push_str(" to ");
            push_portion(out, high, fractions, &push_unit);
        }
        None => push_portion(out, low, fractions, &push_unit),
    }
    high.as_ref().unwrap_or(low).first.amount.is_several()
}

/// Prints one measure, or the sum of two.
#[inline(always)]
pub(super) fn push_portion(
    out: &mut String,
    portion: &Portion,
    fractions: Fractions,
    push_unit: impl Fn(&mut String, Unit, Amount),
) {
    let push_term = |out: &mut String, term: &Term| {
        push_number(out, term.amount, term.unit, fractions);
        if let Some(unit) = term.unit {
            push_unit(out, unit, term.amount);
        }
    };
    push_term(out, &portion.first);
    if let Some(second) = &portion.second {
        // Pounds and ounces are said in one breath.
        let weighs = second.unit.map(Unit::dimension) == Some(Dimension::Mass);
        out.push_str(if weighs { " " } else { " + " });
        push_term(out, second);
    }
}

/// Prints a space and the usual word for `unit`.
pub(super) fn push_label(out: &mut String, unit: Unit, amount: Amount) {
    out.push(' ');
    out.push_str(unit.clear_label(amount));
}

/// Prints the number or the range of numbers of `quantity` exactly, without its unit.
pub(super) fn push_exact_range(out: &mut String, quantity: &Quantity) {
    push_exact(out, quantity.low, quantity.unit);
    if let Some(high) = quantity.high {
        out.push_str(joint(quantity.low, high));
        push_exact(out, high, quantity.unit);
    }
}

/// What stands between the ends of a range: `0-1/2` is one half, not up to it.
fn joint(low: Amount, high: Amount) -> &'static str {
    if low == Amount::ZERO && high < Amount::ONE {
        " to "
    } else {
        "-"
    }
}

/// Prints `amount` exactly: in metric units as a decimal, if its digits end.
pub(super) fn push_exact(out: &mut String, amount: Amount, unit: Option<Unit>) {
    push_number(out, amount, unit, Fractions::Ascii);
}

/// As [`push_exact`], but of a fraction with a long denominator only the first decimals.
pub(super) fn push_exact_digits(out: &mut String, amount: Amount, unit: Option<Unit>) {
    const LONGEST: i128 = 1_000;
    if amount.denominator() <= LONGEST || Decimal::exact(amount).is_some() {
        return push_exact(out, amount, unit);
    }
    let thousandths = amount
        .times(Amount::from(1_000))
        .ok()
        .and_then(|amount| Decimal::exact(Amount::new(amount.floor(), 1_000)?));
    match thousandths {
        Some(decimal) => {
            // Writing to a string cannot fail.
            let _ = decimal.write_to(out);
            out.push('…');
        }
        None => push_exact(out, amount, unit),
    }
}

/// Prints a number that only counts: of a step, of minutes.
pub(super) fn push_count(out: &mut String, count: u64) {
    // Writing to a string cannot fail.
    let _ = write_whole(out, count.into());
}

#[inline(always)]
fn push_number(out: &mut String, amount: Amount, unit: Option<Unit>, fractions: Fractions) {
    // Nearly all that is measured in metric units is whole, and the same in every form.
    if amount.is_whole() && amount.is_positive() {
        // Writing to a string cannot fail.
        let _ = write_whole(out, amount.numerator());
        return;
    }
    let is_decimal = fractions == Fractions::Decimal || is_decimal(unit);
    let decimal = is_decimal.then(|| Decimal::exact(amount)).flatten();
    // Writing to a string cannot fail.
    let _ = match decimal {
        Some(decimal) => decimal.write_to(out),
        None if fractions == Fractions::Unicode => Fraction(amount).write_to(out),
        None => amount.write_to(out),
    };
}

fn is_decimal(unit: Option<Unit>) -> bool {
    unit.is_some_and(|unit| {
        unit.belongs_to(System::Metric) && !unit.belongs_to(System::Us)
            || unit.dimension() == Dimension::Temperature
    })
}
