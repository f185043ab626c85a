//! Amounts as a report tells them, and the weight of an ingredient.
//!
//! Owns rounding for reports. Must never be used for an amount that a cook measures by.

use crate::amount::{Amount, Decimal};
use crate::quantity::Quantity;
use crate::recipe::Ingredient;
use crate::unit::{Dimension, Food, known};

/// `1.36`: three figures are enough to see what is wrong.
pub(super) fn rounded(amount: Amount) -> String {
    let places = if amount >= Amount::from(100) {
        1
    } else if amount >= Amount::from(10) {
        10
    } else {
        100
    };
    let scaled = amount.times(Amount::from(places)).map_or(0, Amount::round);
    Amount::new(scaled, i128::from(places))
        .and_then(Decimal::exact)
        .map_or_else(|| amount.to_string(), |rounded| rounded.to_string())
}

/// How many grams of `ingredient` there are at the least; `None` where it is not
/// measured, or nobody knows what so much of it weighs.
pub(super) fn grams(ingredient: &Ingredient) -> Option<Amount> {
    grams_of(ingredient.quantity()?, &ingredient.name)
}

/// How many grams `quantity` of `name` is at the least.
pub(super) fn grams_of(quantity: &Quantity, name: &str) -> Option<Amount> {
    let food = || Food::named(name);
    match quantity.unit.map(|unit| (unit, unit.dimension())) {
        Some((unit, Dimension::Mass)) => unit.convert(quantity.low, known::GRAM)?.ok(),
        Some((unit, Dimension::Volume)) => {
            let density = food()?.density()?;
            density.convert(quantity.low, unit, known::GRAM)?.ok()
        }
        Some((_, Dimension::Count)) | None => {
            let each = food()?.grams_each(quantity.unit)?;
            quantity.low.times(each).ok()
        }
        _ => None,
    }
}
