//! One amount of a text, converted in its place.
//!
//! Owns what its role asks for. Must never look at what stands around it.

use super::quantity::{ConvertError, convert_difference};
use super::target::{counterpart, unit_of_size};
use crate::amount::TooLarge;
use crate::quantity::Quantity;
use crate::recipe::{Mention, Role};
use crate::unit::{Dimension, System, Unit};

/// The unit of `system` that `mention` converts to; `None` if it stays.
pub(super) fn unit_for(mention: &Mention, system: System) -> Option<Unit> {
    match mention.role {
        Role::Dual => None,
        _ => counterpart(mention.quantity.unit?, system),
    }
}

/// Whether the unit of `mention` stands with its number, or can be read from elsewhere: of
/// `9x13-inch` the first number has its unit at the second.
pub(super) fn has_unit_at_hand(mention: &Mention) -> bool {
    let shared = matches!(mention.role, Role::Length | Role::Oven | Role::Inner);
    mention.unit_word.is_some() || shared
}

/// Whether a word stands between the number and the unit of a volume or a weight, so that
/// nobody can tell how much it is: `1 heaped tbsp`.
pub(super) fn is_inexact(mention: &Mention) -> bool {
    let dimension = mention.quantity.unit.map(Unit::dimension);
    matches!(dimension, Some(Dimension::Volume | Dimension::Mass)) && mention.unit_word.is_none()
}

/// Converts an amount to which nothing else belongs into `unit`; returns `false` if it had
/// to be left because its unit stands apart from its number.
#[inline]
pub(super) fn convert_alone(
    head: &mut Mention,
    unit: Unit,
    system: System,
) -> Result<bool, TooLarge> {
    if !has_unit_at_hand(head) {
        return Ok(false);
    }
    let quantity = convert_by_role(head.quantity, head.role, unit)?;
    put(head, quantity, system)?;
    Ok(true)
}

/// Makes `mention` say `quantity`, in the unit that a cook would take for so much.
#[inline(always)]
pub(super) fn put(
    mention: &mut Mention,
    quantity: Quantity,
    system: System,
) -> Result<(), TooLarge> {
    mention.quantity = quantity;
    mention.as_written = false;
    if let Some(better) = unit_of_size(&quantity, system)
        && let Some(better) = quantity.convert(better)
    {
        mention.quantity = better?;
    }
    Ok(())
}

/// Returns `quantity` in `unit`, as it is if it does not convert.
#[inline(always)]
pub(super) fn convert_by_role(
    quantity: Quantity,
    role: Role,
    unit: Unit,
) -> Result<Quantity, TooLarge> {
    if role == Role::Difference {
        return match convert_difference(quantity, unit) {
            Err(ConvertError::TooLarge(error)) => Err(error),
            converted => Ok(converted.unwrap_or(quantity)),
        };
    }
    match quantity.convert(unit) {
        Some(converted) => converted,
        None => Ok(quantity),
    }
}
