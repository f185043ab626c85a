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

/// The heat of a British gas oven at `mark`, in degrees Fahrenheit, exactly; `None` for a
/// mark that no oven has.
///
/// Mark 1 is 275 °F and each mark 25 °F more; the half and the quarter below it are
/// 250 °F and 225 °F (Regulo scale, as printed in British cookery books).
pub fn gas_mark_to_fahrenheit(mark: Amount) -> Option<Amount> {
    let (quarter, half) = (Amount::reduced(1, 4), Amount::reduced(1, 2));
    let most = Amount::from(10);
    match mark {
        mark if mark == quarter => Some(Amount::from(225)),
        mark if mark == half => Some(Amount::from(250)),
        mark if mark.is_whole() && mark.is_positive() && mark <= most => {
            let above = mark.times(Amount::from(25)).ok()?;
            above.plus(Amount::from(250)).ok()
        }
        _ => None,
    }
}

/// The mark of a British gas oven nearest to `fahrenheit`; `None` where no mark is within
/// half a step.
pub fn fahrenheit_to_gas_mark(fahrenheit: Amount) -> Option<Amount> {
    let marks = [Amount::reduced(1, 4), Amount::reduced(1, 2)]
        .into_iter()
        .chain((1..=10).map(Amount::from));
    let off = |mark: Amount| {
        let heat = gas_mark_to_fahrenheit(mark)?;
        let (more, less) = (heat.minus(fahrenheit).ok()?, fahrenheit.minus(heat).ok()?);
        Some(more.max(less))
    };
    let (off, mark) = marks
        .filter_map(|mark| Some((off(mark)?, mark)))
        .min_by(|a, b| a.0.cmp(&b.0))?;
    (off <= Amount::reduced(25, 2)).then_some(mark)
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
    fn gas_marks_are_steps_of_25_degrees() {
        let case = |mark: &str, fahrenheit: Option<i64>| {
            let mark: Amount = mark.parse().expect(mark);
            let heat = gas_mark_to_fahrenheit(mark);
            assert_eq!(heat, fahrenheit.map(Amount::from));
            if let Some(heat) = heat {
                assert_eq!(fahrenheit_to_gas_mark(heat), Some(mark));
            }
        };
        case("1/4", Some(225));
        case("1/2", Some(250));
        case("1", Some(275));
        case("4", Some(350));
        case("10", Some(500));
        case("11", None);
        case("1 1/2", None);
        case("0", None);
        case("1/3", None);
        let nearest = |heat: i64| fahrenheit_to_gas_mark(Amount::from(heat));
        assert_eq!(nearest(356), Some(Amount::from(4)));
        assert_eq!(nearest(200), None);
        assert_eq!(nearest(550), None);
        let half_a_step_off = "512.5".parse().expect("an amount");
        assert_eq!(
            fahrenheit_to_gas_mark(half_a_step_off),
            Some(Amount::from(10))
        );
        assert_eq!(nearest(513), None);
    }

    #[test]
    fn only_degrees_are_temperatures() {
        let (cup, celsius) = (unit("cup"), unit("°C"));
        for (from, to) in [(cup, celsius), (celsius, cup), (cup, cup)] {
            assert_eq!(convert_temperature(Amount::ONE, from, to), None);
            assert_eq!(degrees_between(Amount::ONE, from, to), None);
        }
    }

    #[test]
    fn degrees_of_one_scale_stay() {
        let seven = Amount::from(7);
        for scale in [unit("°C"), unit("°F")] {
            assert_eq!(convert_temperature(seven, scale, scale), Some(Ok(seven)));
            assert_eq!(degrees_between(seven, scale, scale), Some(Ok(seven)));
        }
        let cooler = degrees_between(Amount::from(18), unit("°F"), unit("°C"));
        assert_eq!(cooler, Some(Ok(Amount::from(10))));
    }
}
