//! Temperatures: the marks of an oven's dial, and a thermometer's degrees.
//!
//! Owns how degrees are rounded. Must never convert them.

use crate::amount::Amount;
use crate::unit::{Unit, known};

/// Returns the mark of an oven's dial that is shown for `degrees` of `scale`.
///
/// Celsius dials are marked in tens, and a cook can hit the five between two; recipes
/// in Fahrenheit use the twenty-fives (350 °F is 180 °C, 275 °F is 135 °C).
pub(super) fn oven(degrees: Amount, scale: Unit) -> Amount {
    let nearest = |step: i128| -> i128 {
        let (n, d) = (degrees.numerator(), degrees.denominator() * step);
        (2 * n + d).div_euclid(2 * d) * step
    };
    let within = |mark: i128, tenths: i128| {
        let apart = (mark * degrees.denominator() - degrees.numerator()).abs();
        apart * 10 <= tenths * degrees.denominator()
    };
    let (plain, reach, fine) = if scale == known::DEGREE_CELSIUS {
        (nearest(10), 45, nearest(5))
    } else {
        (nearest(25), 80, nearest(5))
    };
    let mark = if within(plain, reach) { plain } else { fine };
    Amount::reduced(mark, 1)
}

/// Returns what a thermometer shows for `degrees`: whole ones, a half goes up.
pub(super) fn thermometer(degrees: Amount) -> Amount {
    Amount::reduced(degrees.round(), 1)
}

/// Returns what is shown for a difference of `degrees`: whole ones, but never none.
pub(super) fn difference(degrees: Amount) -> Amount {
    let whole = degrees.round();
    let least = if degrees.is_positive() { 1 } else { whole };
    Amount::reduced(whole.max(least), 1)
}
