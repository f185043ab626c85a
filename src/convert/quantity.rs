//! Converts one amount of one thing into a unit of one's choice.
//!
//! Owns the ways from unit to unit: by size, by degrees, by what a cup of it weighs.

use super::meant::take_sticks_of_butter;
use super::weight::density_for;
use crate::amount::TooLarge;
use crate::quantity::Quantity;
use crate::recipe::OwnDensity;
use crate::unit::{Dimension, Food, Unit, degrees_between, known};

/// Why an amount was not converted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConvertError {
    /// The amount has no unit.
    #[error("an amount without a unit has nothing to convert")]
    NoUnit,
    /// No record tells what a volume of the thing weighs.
    #[error("no record tells what a cup of `{0}` weighs")]
    NoDensity(String),
    /// A weight or a volume of nothing in particular.
    #[error("what a cup weighs depends on what is in it")]
    NoName,
    /// The two units measure different things, or one has no agreed size.
    #[error("{} cannot be measured in {}", .0.plural(), .1.plural())]
    NoWay(Unit, Unit),
    /// The result does not fit.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

/// Returns `quantity` of the thing called `name` in `unit`, exactly; between volumes and
/// weights by the density that `own` or the table gives.
///
/// ```
/// use porkcli::amount::Amount;
/// use porkcli::convert::convert_quantity;
/// use porkcli::quantity::Quantity;
/// use porkcli::unit::known;
///
/// let cups = Quantity::new(Amount::from(2), Some(known::US_CUP));
/// let grams = convert_quantity(cups, "flour", known::GRAM, &[])?;
/// assert_eq!(grams.low, Amount::from(250));
/// # Ok::<(), porkcli::convert::ConvertError>(())
/// ```
///
/// # Errors
/// [`ConvertError`], which says why there is no way to `unit`.
pub fn convert_quantity(
    quantity: Quantity,
    name: &str,
    unit: Unit,
    own: &[OwnDensity],
) -> Result<Quantity, ConvertError> {
    if unit.dimension() == Dimension::Mass
        && let Some(weighed) = weigh_each(quantity, name, unit)
    {
        return Ok(weighed?);
    }
    let mut quantity = quantity;
    take_sticks_of_butter(&mut quantity, name);
    let from = quantity.unit.ok_or(ConvertError::NoUnit)?;
    if from == unit {
        return Ok(quantity);
    }
    if let Some(converted) = quantity.convert(unit) {
        return Ok(converted?);
    }
    let weighs =
        |a: Unit, b: Unit| a.dimension() == Dimension::Volume && b.dimension() == Dimension::Mass;
    if !weighs(from, unit) && !weighs(unit, from) {
        return Err(ConvertError::NoWay(from, unit));
    }
    if name.is_empty() {
        return Err(ConvertError::NoName);
    }
    let density =
        density_for(name, own, &[]).ok_or_else(|| ConvertError::NoDensity(name.into()))?;
    let converted = quantity
        .convert_by(density, unit)
        .ok_or(ConvertError::NoWay(from, unit))?;
    Ok(converted?)
}

/// Returns `quantity`, a difference of temperature, on the scale `unit`, exactly.
///
/// # Errors
/// [`ConvertError`] if one of the two is no scale, or the result does not fit.
pub fn convert_difference(quantity: Quantity, unit: Unit) -> Result<Quantity, ConvertError> {
    let from = quantity.unit.ok_or(ConvertError::NoUnit)?;
    let change = |degrees| {
        degrees_between(degrees, from, unit)
            .ok_or(ConvertError::NoWay(from, unit))?
            .map_err(ConvertError::from)
    };
    Ok(Quantity {
        low: change(quantity.low)?,
        high: quantity.high.map(change).transpose()?,
        unit: Some(unit),
    })
}

/// What so many eggs or cloves of garlic weigh; `None` where no record tells.
fn weigh_each(quantity: Quantity, name: &str, unit: Unit) -> Option<Result<Quantity, TooLarge>> {
    let each = Food::named(name)?.grams_each(quantity.unit)?;
    let grams = Quantity {
        unit: Some(known::GRAM),
        ..quantity
    };
    match grams.times(each) {
        Ok(grams) => grams.convert(unit),
        Err(error) => Some(Err(error)),
    }
}
