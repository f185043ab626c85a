//! From an exact quantity to one that can be measured: the one place that rounds.
//!
//! Owns the rule that picks what is shown. Must never change a recipe: only the
//! writers call it, and always with the exact quantity.

mod cups;
mod draft;
mod heat;
mod jugs;
mod kitchen;
mod ladder;
mod one_unit;
mod pieces;
mod range;
mod rulers;
mod scales;
mod tools;

#[cfg(test)]
mod tests;

use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::recipe::Role;
use crate::unit::{Dimension, Food, System, Unit, known};

/// What is shown for a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// What is shown for the amount, or for the lower end of a range.
    pub low: Portion,
    /// What is shown for the upper end of a range.
    pub high: Option<Portion>,
}

impl Measured {
    /// Whether anything of it is further from the exact amount than the bound allows.
    pub fn is_about(&self) -> bool {
        self.low.about || self.high.is_some_and(|high| high.about)
    }
}

/// An amount that can be measured: one measure or the sum of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Portion {
    /// The first measure.
    pub first: Term,
    /// What is added to it: the `4 tsp` of `3/4 cup + 4 tsp`.
    pub second: Option<Term>,
    /// Whether it is further from the exact amount than the bound allows.
    pub about: bool,
}

/// So many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// How many.
    pub amount: Amount,
    /// Of what; `None` for things counted without a unit.
    pub unit: Option<Unit>,
}

/// Returns what is shown for `quantity`: the mark of its kitchen that a cook would
/// choose, never nothing for something.
///
/// The kitchen is that of the quantity's unit: US cups and spoons for `tbsp`, grams
/// for `kg`, halves and quarters for things that are counted.
///
/// ```
/// use porkcli::amount::Amount;
/// use porkcli::measure::fit;
/// use porkcli::quantity::Quantity;
/// use porkcli::recipe::Role;
/// use porkcli::unit::known;
///
/// let quantity = Quantity::new(Amount::from(8), Some(known::US_TABLESPOON));
/// let shown = fit(&quantity, Role::Primary).low.first;
/// assert_eq!(shown.amount, Amount::new(1, 2).expect("a fraction"));
/// assert_eq!(shown.unit, Some(known::US_CUP));
/// ```
#[inline]
pub fn fit(quantity: &Quantity, role: Role) -> Measured {
    let portion = |amount| portion(amount, quantity.unit, role);
    let Some(most) = quantity.high else {
        return Measured {
            low: portion(quantity.low),
            high: None,
        };
    };
    let ends = Measured {
        low: portion(quantity.low),
        high: Some(portion(most)),
    };
    let ends = match quantity.unit {
        Some(unit) if !is_out_of_reach(quantity.low) && !is_out_of_reach(most) => {
            range::in_one_unit((quantity.low, most), unit, ends)
        }
        // Nothing is nothing in any unit: `0-1 cup`, not `0 tsp to 1 cup`.
        Some(_) if quantity.low == Amount::ZERO => Measured {
            low: verbatim(quantity.low, ends.high.and_then(|high| high.first.unit)),
            ..ends
        },
        _ => ends,
    };
    range::without_equal_ends(ends)
}

/// Returns what is shown for so many of a thing that is never cut, such as an egg:
/// whole ones, `about` where that is not the exact amount.
pub fn fit_whole(quantity: &Quantity) -> Measured {
    let portion = |amount| {
        if is_out_of_reach(amount) {
            verbatim(amount, quantity.unit)
        } else {
            pieces::uncut(amount, quantity.unit)
        }
    };
    range::without_equal_ends(Measured {
        low: portion(quantity.low),
        high: quantity.high.map(portion),
    })
}

/// Returns what is shown for `quantity` in its own unit, even where a cook would take
/// another: 32 tbsp, because somebody asked for tablespoons.
pub fn fit_in_unit(quantity: &Quantity, role: Role) -> Measured {
    let usual = fit(quantity, role);
    let stays = |portion: &Portion| portion.second.is_none() && portion.first.unit == quantity.unit;
    match quantity.unit {
        Some(unit) if !stays(&usual.low) || usual.high.is_some_and(|high| !stays(&high)) => {
            range::without_equal_ends(Measured {
                low: one_unit::in_unit(quantity.low, unit),
                high: quantity.high.map(|high| one_unit::in_unit(high, unit)),
            })
        }
        _ => usual,
    }
}

/// Whether a thing of this name is never cut, so that it is shown by [`fit_whole`]:
/// eggs, whites and yolks.
pub fn is_never_cut(name: &str) -> bool {
    Food::named(name).is_some_and(|food| {
        let name = food.name();
        name.starts_with("egg") && !name.contains("noodle") && !name.contains("plant")
            || name.ends_with(" egg")
    })
}

#[inline(always)]
fn portion(amount: Amount, unit: Option<Unit>, role: Role) -> Portion {
    let degrees = |amount| verbatim(amount, unit);
    match unit {
        Some(scale) if scale.dimension() == Dimension::Temperature => match role {
            _ if is_beyond_count(amount) => verbatim(amount, unit),
            Role::Oven => degrees(heat::oven(amount, scale)),
            Role::Difference => degrees(heat::difference(amount)),
            _ => degrees(heat::thermometer(amount)),
        },
        _ if is_out_of_reach(amount) => verbatim(amount, unit),
        Some(unit) => match kitchen::of(unit).or_else(|| kitchen::of_many_spoons(amount, unit)) {
            Some(kitchen) => kitchen.portion(amount),
            // A drop falls whole.
            None if unit == known::DROP => pieces::uncut(amount, Some(unit)),
            None => pieces::cut(amount, Some(unit)),
        },
        None => pieces::cut(amount, None),
    }
}

/// Returns `amount` as it is.
fn verbatim(amount: Amount, unit: Option<Unit>) -> Portion {
    Portion {
        first: Term { amount, unit },
        second: None,
        about: false,
    }
}

/// Nothing, less than nothing and more than any kitchen holds are not rounded.
fn is_out_of_reach(amount: Amount) -> bool {
    !amount.is_positive() || is_beyond_count(amount)
}

/// Parts above this leave no room for exact comparison, and no cook for the dish.
const MOST_PARTS: i128 = 1 << 70;

fn is_beyond_count(amount: Amount) -> bool {
    amount.numerator().abs() > MOST_PARTS || amount.denominator() > MOST_PARTS
}

/// Whether an author's own text for `quantity` can stand: a kitchen can measure it as
/// it is (`1/3 tsp`, `2.5 dl`, but not `4.92892159375 ml`).
///
/// Metric units take decimals of up to three places; all others take halves, thirds,
/// quarters, sixths, eighths and sixteenths, and ounces and pounds tenths as well;
/// an oven takes whole degrees, a thermometer half ones.
pub fn is_measurable(quantity: &Quantity, role: Role) -> bool {
    const PARTS: &[i128] = &[1, 2, 3, 4, 6, 8, 16];
    const WEIGHED: &[i128] = &[1, 2, 3, 4, 5, 6, 8, 10, 16];
    let stands = |amount: Amount| match quantity.unit {
        Some(unit) if unit.dimension() == Dimension::Temperature => {
            let parts = if role == Role::Oven { 1 } else { 2 };
            parts % amount.denominator() == 0
        }
        Some(unit) if unit.belongs_to(System::Metric) && !unit.belongs_to(System::Us) => {
            1000 % amount.denominator() == 0
        }
        Some(unit) if unit.dimension() == Dimension::Mass => {
            WEIGHED.contains(&amount.denominator())
        }
        _ => PARTS.contains(&amount.denominator()),
    };
    stands(quantity.low) && quantity.high.is_none_or(stands)
}
