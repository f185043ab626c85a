//! A quantity: an amount or a range of amounts, with a unit or without.
//!
//! Owns the arithmetic on quantities. Must never know how one is read or displayed.

use crate::amount::{Amount, TooLarge};
use crate::unit::{Density, Unit, convert_temperature};

/// How much: `2 tbsp`, `3-4 lb`, `4` (onions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The amount, or the lower end of a range.
    pub low: Amount,
    /// The upper end of a range.
    pub high: Option<Amount>,
    /// The unit; `None` for things counted without one (`3 onions`).
    pub unit: Option<Unit>,
}

impl Quantity {
    /// Returns `amount` of `unit`.
    pub fn new(amount: Amount, unit: Option<Unit>) -> Quantity {
        Quantity {
            low: amount,
            high: None,
            unit,
        }
    }

    /// Returns this quantity multiplied by `factor`, a range at both ends, exactly.
    ///
    /// # Errors
    /// [`TooLarge`] if a product does not fit.
    #[inline]
    pub fn times(self, factor: Amount) -> Result<Quantity, TooLarge> {
        self.map(|amount| amount.times(factor))
    }

    /// Returns this quantity in `unit`, exactly; `None` where the units do not convert.
    ///
    /// # Errors
    /// [`TooLarge`] if a result does not fit.
    pub fn convert(self, unit: Unit) -> Option<Result<Quantity, TooLarge>> {
        let from = self.unit?;
        if let Some(factor) = from.factor_to(unit) {
            let converted = self.times(factor);
            return Some(converted.map(|converted| Quantity {
                unit: Some(unit),
                ..converted
            }));
        }
        let low = convert_temperature(self.low, from, unit)?;
        let high = self
            .high
            .and_then(|high| convert_temperature(high, from, unit));
        Some(low.and_then(|low| {
            Ok(Quantity {
                low,
                high: high.transpose()?,
                unit: Some(unit),
            })
        }))
    }

    /// Returns this volume as a weight in `unit`, or this weight as a volume, exactly, by
    /// what a volume of the food weighs; `None` for other units.
    ///
    /// # Errors
    /// [`TooLarge`] if a result does not fit.
    pub fn convert_by(self, density: &Density, unit: Unit) -> Option<Result<Quantity, TooLarge>> {
        let from = self.unit?;
        let low = density.convert(self.low, from, unit)?;
        let high = self
            .high
            .and_then(|high| density.convert(high, from, unit))
            .transpose();
        Some(low.and_then(|low| {
            Ok(Quantity {
                low,
                high: high?,
                unit: Some(unit),
            })
        }))
    }

    /// Returns the two quantities together, in the unit of this one, exactly; ranges
    /// add at both ends. `None` where the units do not convert.
    ///
    /// # Errors
    /// [`TooLarge`] if a sum does not fit.
    pub fn plus(self, other: Quantity) -> Option<Result<Quantity, TooLarge>> {
        let other = match (self.unit, other.unit) {
            (None, None) => Ok(other),
            (Some(unit), Some(_)) => other.convert(unit)?,
            _ => return None,
        };
        Some(other.and_then(|other| {
            let high = match (self.high, other.high) {
                (None, None) => None,
                (high, more) => Some(high.unwrap_or(self.low).plus(more.unwrap_or(other.low))?),
            };
            Ok(Quantity {
                low: self.low.plus(other.low)?,
                high,
                unit: self.unit,
            })
        }))
    }

    /// Whether this, which is told as another half, is nearer to `part` than to the `whole`
    /// that it is part of: the 30 ml of `1 cup plus 2 tbsp (30 ml)`. `false` where the units
    /// do not convert.
    pub fn tells_rather(&self, part: &Quantity, whole: &Quantity) -> bool {
        let apart = |quantity: &Quantity| {
            let this = self.convert(quantity.unit?)?.ok()?.low;
            let (less, more) = (this.min(quantity.low), this.max(quantity.low));
            more.over(less).ok()
        };
        matches!((apart(part), apart(whole)), (Some(part), Some(whole)) if part < whole)
    }

    /// Whether `amount` of `unit` is this quantity told again, within a tenth: 400 g are 14 oz.
    /// `false` where the units do not convert.
    pub fn is_about(&self, amount: Amount, unit: Unit) -> bool {
        let times = || {
            let told = unit.convert(amount, self.unit?)?.ok()?;
            told.over(self.low).ok()
        };
        let tenths = |tenths| Amount::new(tenths, 10);
        times().is_some_and(|times| Some(times) > tenths(9) && Some(times) < tenths(11))
    }

    /// Returns this quantity less `other`, in the unit of this one, exactly; a range is
    /// lowered at both ends. `None` where the units do not convert.
    ///
    /// # Errors
    /// [`TooLarge`] if a difference does not fit.
    pub fn minus(self, other: Quantity) -> Option<Result<Quantity, TooLarge>> {
        let less = other.map(|amount| Amount::ZERO.minus(amount)).ok()?;
        self.plus(less)
    }

    fn map(
        self,
        change: impl Fn(Amount) -> Result<Amount, TooLarge>,
    ) -> Result<Quantity, TooLarge> {
        Ok(Quantity {
            low: change(self.low)?,
            high: self.high.map(change).transpose()?,
            unit: self.unit,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(low: &str, high: &str, unit: &str) -> Quantity {
        Quantity {
            low: low.parse().expect(low),
            high: (!high.is_empty()).then(|| high.parse().expect(high)),
            unit: (!unit.is_empty()).then(|| Unit::named(unit).expect(unit)),
        }
    }

    #[test]
    fn an_amount_told_again_is_within_a_tenth() {
        let case = |first: Quantity, again: Quantity, expected: bool| {
            let unit = again.unit.expect("a unit");
            assert_eq!(first.is_about(again.low, unit), expected, "{again:?}");
        };
        case(quantity("14", "", "oz"), quantity("400", "", "g"), true);
        case(quantity("14", "", "oz"), quantity("28", "", "oz"), false);
        case(quantity("10", "", "g"), quantity("9", "", "g"), false);
        case(quantity("100", "", "g"), quantity("91", "", "g"), true);
        case(quantity("10", "", "g"), quantity("11", "", "g"), false);
        case(quantity("14", "", "oz"), quantity("1", "", "cup"), false);
    }

    #[test]
    fn a_range_scales_at_both_ends() {
        let third = Amount::new(1, 3).expect("a fraction");
        assert_eq!(
            quantity("3", "4", "lb").times(third),
            Ok(quantity("1", "1 1/3", "lb"))
        );
    }

    #[test]
    fn sums_are_exact_across_units_of_a_kind() {
        let case = |a, b, sum| assert_eq!(Quantity::plus(a, b), sum);
        case(
            quantity("2", "", "tbsp"),
            quantity("1", "", "tsp"),
            Some(Ok(quantity("2 1/3", "", "tbsp"))),
        );
        case(
            quantity("1", "2", "cup"),
            quantity("1", "", "cup"),
            Some(Ok(quantity("2", "3", "cup"))),
        );
        case(
            quantity("2", "", ""),
            quantity("1", "3", ""),
            Some(Ok(quantity("3", "5", ""))),
        );
        case(quantity("1", "", "cup"), quantity("1", "", "g"), None);
        case(quantity("1", "", "cup"), quantity("1", "", ""), None);
        assert_eq!(
            quantity("1", "", "cup").minus(quantity("1", "", "tbsp")),
            Some(Ok(quantity("15/16", "", "cup")))
        );
    }

    #[test]
    fn a_range_of_cups_converts_to_a_range_of_tablespoons() {
        let tablespoon = Unit::named("tbsp").expect("a unit");
        assert_eq!(
            quantity("1", "2", "cup").convert(tablespoon),
            Some(Ok(quantity("16", "32", "tbsp")))
        );
        assert_eq!(quantity("1", "", "").convert(tablespoon), None);
    }

    #[test]
    fn a_range_of_degrees_converts_at_both_ends() {
        let celsius = Unit::named("°C").expect("a unit");
        assert_eq!(
            quantity("32", "212", "°F").convert(celsius),
            Some(Ok(quantity("0", "100", "°C")))
        );
        assert_eq!(quantity("1", "", "cup").convert(celsius), None);
    }

    #[test]
    fn a_range_of_cups_converts_to_a_range_of_grams() {
        let flour = crate::unit::density_of("flour").expect("a density");
        let gram = Unit::named("g").expect("a unit");
        assert_eq!(
            quantity("1", "2", "cup").convert_by(flour, gram),
            Some(Ok(quantity("125", "250", "g")))
        );
        assert_eq!(quantity("1", "", "").convert_by(flour, gram), None);
    }
}
