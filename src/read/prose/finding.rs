//! What a scan of the text brings home before it is fully understood.
//!
//! Owns the shape of a find. Must never look at the text.

use crate::amount::Amount;
use crate::unit::Unit;
use std::ops::Range;

/// Something in a text that looks like a measure.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The amount, or the lower end of a range.
    pub low: Amount,
    /// The upper end of a range.
    pub high: Option<Amount>,
    /// Where the author's word for the unit stands.
    pub unit_word: Option<Range<usize>>,
    /// What is measured.
    pub measure: Measure,
}

/// What a [`Finding`] measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// A temperature; `None` until it is known on which scale.
    Degrees(Option<Scale>),
    /// A length in this unit.
    Length(Unit),
    /// An amount that the author put in braces.
    Braced(Option<Unit>),
}

/// A scale of temperature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    Celsius,
    Fahrenheit,
}

impl Scale {
    /// The unit of the scale.
    pub(super) fn unit(self) -> Option<Unit> {
        Unit::named(match self {
            Scale::Celsius => "°c",
            Scale::Fahrenheit => "°f",
        })
    }

    /// The scale that `unit` belongs to.
    pub(super) fn of(unit: Unit) -> Option<Scale> {
        [Scale::Celsius, Scale::Fahrenheit]
            .into_iter()
            .find(|scale| scale.unit() == Some(unit))
    }

    /// The other one.
    pub(super) fn other(self) -> Scale {
        match self {
            Scale::Celsius => Scale::Fahrenheit,
            Scale::Fahrenheit => Scale::Celsius,
        }
    }
}
