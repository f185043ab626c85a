//! The spoons, cups, jugs and scales of a kitchen, and the amounts that each measures.
//!
//! Owns the words in which a kitchen is described. Must never know a kitchen, or how a
//! ladder is made of it.

use super::ladder::Bound;
use crate::unit::Unit;

/// Amounts of one unit at even steps.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    /// The unit.
    pub unit: Unit,
    /// How many grains of the ladder one unit is.
    pub grains: u64,
    /// The first amount, in grains.
    pub from: u64,
    /// The last amount, in grains.
    pub to: u64,
    /// The step, in grains.
    pub step: u64,
    /// What measuring it costs the cook, see `cost`.
    pub cost: u32,
    /// What a number such as `2 1/2` costs besides.
    pub mixed: u32,
}

/// A unit and how many grains of a ladder it is.
#[derive(Clone, Copy)]
pub(super) struct Tool(pub Unit, pub u64);

impl Tool {
    /// Returns the amounts from `from` to `to` in steps of `step`, all in grains.
    pub const fn steps(self, from: u64, to: u64, step: u64, cost: u32) -> Stretch {
        Stretch {
            unit: self.0,
            grains: self.1,
            from,
            to,
            step,
            cost,
            mixed: 0,
        }
    }

    /// Returns the whole amounts from `from` to `to`, in units.
    pub const fn whole(self, from: u64, to: u64, cost: u32) -> Stretch {
        self.steps(from * self.1, to * self.1, self.1, cost)
    }

    /// Returns `parts / of` and every such part more, up to `to` units; to read `2 1/2`
    /// off two measures costs a little more than `1/2`.
    pub const fn parts(self, parts: u64, of: u64, to: u64, cost: u32) -> Stretch {
        Stretch {
            mixed: 50,
            ..self.steps(self.1 * parts / of, self.1 * to, self.1 / of, cost)
        }
    }

    /// Returns `parts / of` alone and added to every whole amount up to `to` units.
    pub const fn fraction(self, parts: u64, of: u64, to: u64, cost: u32) -> Stretch {
        let first = self.1 * parts / of;
        Stretch {
            mixed: 50,
            ..self.steps(first, first + self.1 * to, self.1, cost)
        }
    }
}

/// Amounts that are the sum of a larger measure and a smaller one.
#[derive(Clone, Copy)]
pub(super) struct Sums<'a> {
    /// The larger measures.
    pub large: &'a [Stretch],
    /// The smaller measures.
    pub small: &'a [Stretch],
    /// What the second measure costs besides the two.
    pub cost: u32,
}

/// The measures a ladder is made of.
pub(super) struct Measures<'a> {
    pub singles: &'a [Stretch],
    pub sums: &'a [Sums<'a>],
    /// From small to large.
    pub bounds: [Bound; 3],
    /// What one percent of error costs, in hundredths.
    pub error_cost: u64,
    /// The steps that go on above the last mark for ever.
    pub beyond: (Unit, u64),
}
