//! Temperatures: affine, so they convert by a rule of their own and never scale.

use super::{Dimension, Unit};
use crate::amount::{Amount, TooLarge};

/// Returns the temperature `degrees` of `from` on the scale `to`, exactly; `None`
/// unless both are temperature scales.
///
/// °F = 9/5 °C + 32 (NIST SP 811, appendix B.8).
///
/// # Errors
/// [`TooLarge`] if the result does not fit.
pub fn convert_temperature(
    degrees: Amount,
    from: Unit,
    to: Unit,
) -> Option<Result<Amount, TooLarge>> {
    let freezing = Amount::from(32);
    match direction(from, to)? {
        Direction::Same => Some(Ok(degrees)),
        Direction::ToCelsius => Some(degrees.minus(freezing).and_then(|d| d.times(FIVE_NINTHS))),
        Direction::ToFahrenheit => Some(degrees.over(FIVE_NINTHS).and_then(|d| d.plus(freezing))),
    }
}

/// Returns a difference of temperature (`20 degrees hotter`) on the scale `to`,
/// exactly; `None` unless both are temperature scales.
///
/// # Errors
/// [`TooLarge`] if the result does not fit.
pub fn degrees_between(degrees: Amount, from: Unit, to: Unit) -> Option<Result<Amount, TooLarge>> {
    match direction(from, to)? {
        Direction::Same => Some(Ok(degrees)),
        Direction::ToCelsius => Some(degrees.times(FIVE_NINTHS)),
        Direction::ToFahrenheit => Some(degrees.over(FIVE_NINTHS)),
    }
}

const FIVE_NINTHS: Amount = Amount::reduced(5, 9);

enum Direction {
    Same,
    ToCelsius,
    ToFahrenheit,
}

fn direction(from: Unit, to: Unit) -> Option<Direction> {
    let is_scale = |unit: Unit| unit.dimension() == Dimension::Temperature;
    if !is_scale(from) || !is_scale(to) {
        return None;
    }
    Some(match (from == to, to.symbol()) {
        (true, _) => Direction::Same,
        (false, "°C") => Direction::ToCelsius,
        (false, _) => Direction::ToFahrenheit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(name: &str) -> Unit {
        Unit::named(name).expect(name)
    }

    #[test]
    fn temperatures_are_affine_and_differences_are_not() {
        let case = |f: i64, c: &str| {
            let (fahrenheit, celsius) = (unit("°F"), unit("°C"));
            let exact: Amount = c.parse().expect(c);
            let converted = convert_temperature(Amount::from(f), fahrenheit, celsius);
            assert_eq!(converted, Some(Ok(exact)));
            let back = convert_temperature(exact, celsius, fahrenheit);
            assert_eq!(back, Some(Ok(Amount::from(f))));
        };
        case(275, "135");
        case(350, "176 2/3");
        case(32, "0");
        let warmer = degrees_between(Amount::from(20), unit("°C"), unit("°F"));
        assert_eq!(warmer, Some(Ok(Amount::from(36))));
    }

    #[test]
    fn only_degrees_are_temperatures() {
        assert_eq!(
            convert_temperature(Amount::ONE, unit("cup"), unit("°C")),
            None
        );
    }
}
