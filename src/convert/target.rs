//! Which unit an amount converts to.
//!
//! Owns the choice of a unit by system and size. Must never look at a text.

use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::unit::{Dimension, System, Unit, known};

/// What `system` measures with instead of `unit`; `None` if it has `unit` itself, or if
/// every system has.
#[inline(always)]
pub(super) fn counterpart(unit: Unit, system: System) -> Option<Unit> {
    if is_at_home(unit, system) {
        return None;
    }
    usual(unit.dimension(), system)
}

/// The unit in which `system` measures a dimension; `None` for what is only counted.
pub(super) fn usual(dimension: Dimension, system: System) -> Option<Unit> {
    Some(match (dimension, system) {
        (Dimension::Volume, System::Metric) => known::MILLILITER,
        (Dimension::Volume, System::Us) => known::US_CUP,
        (Dimension::Volume, System::Imperial) => known::IMPERIAL_FLUID_OUNCE,
        (Dimension::Mass, System::Metric) => known::GRAM,
        (Dimension::Mass, System::Us | System::Imperial) => known::OUNCE,
        (Dimension::Length, System::Metric) => known::CENTIMETER,
        (Dimension::Length, System::Us | System::Imperial) => known::INCH,
        (Dimension::Temperature, System::Us) => known::DEGREE_FAHRENHEIT,
        (Dimension::Temperature, System::Metric | System::Imperial) => known::DEGREE_CELSIUS,
        (Dimension::Count | Dimension::Nominal, _) => return None,
    })
}

/// Whether a kitchen of `system` has `unit`, so that it stays.
///
/// The cups and spoons of a household are known by their size; asked for metric, they
/// become milliliters.
fn is_at_home(unit: Unit, system: System) -> bool {
    const SPOONS_AND_CUPS: [Unit; 6] = [
        known::METRIC_CUP,
        known::METRIC_TABLESPOON,
        known::METRIC_TEASPOON,
        known::AUSTRALIAN_CUP,
        known::AUSTRALIAN_TABLESPOON,
        known::AUSTRALIAN_TEASPOON,
    ];
    unit.belongs_to(system) && !(system == System::Metric && SPOONS_AND_CUPS.contains(&unit))
}

/// The unit in which a cook of `system` measures so much; `None` if the unit it is in
/// will do.
#[inline(always)]
pub(super) fn unit_of_size(quantity: &Quantity, system: System) -> Option<Unit> {
    if system == System::Metric {
        return None;
    }
    let unit = quantity.unit?;
    let size = quantity.low.times(unit.size()?).ok()?;
    let at_least = |least: i64| size >= Amount::from(least);
    // In milliliters: about a tablespoon, a quarter of a cup, two fluid ounces, half a
    // pint; in grams, a pound.
    Some(match (unit.dimension(), system) {
        (Dimension::Volume, System::Us) if !at_least(15) => known::US_TEASPOON,
        (Dimension::Volume, System::Us) if !at_least(59) => known::US_TABLESPOON,
        (Dimension::Volume, System::Imperial) if !at_least(15) => known::IMPERIAL_TEASPOON,
        (Dimension::Volume, System::Imperial) if !at_least(56) => known::IMPERIAL_TABLESPOON,
        (Dimension::Volume, System::Imperial) if at_least(284) => known::IMPERIAL_PINT,
        (Dimension::Mass, System::Us | System::Imperial) if at_least(454) => known::POUND,
        _ => return None,
    })
}
