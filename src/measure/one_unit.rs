//! An amount in a unit that was asked for, whatever a cook would rather take.
//!
//! Owns the parts into which a unit is divided then. Must never choose another unit.

use super::{Portion, Term};
use crate::amount::Amount;
use crate::unit::{System, Unit};

/// Returns the nearest amount of `unit` that can be measured, in the coarsest parts that
/// come within two percent of `amount`; `about` where none does.
pub(super) fn in_unit(amount: Amount, unit: Unit) -> Portion {
    let is_metric = unit.belongs_to(System::Metric) && !unit.belongs_to(System::Us);
    let parts: &[i64] = if is_metric {
        &[1, 2, 4, 10, 20, 100]
    } else {
        &[1, 2, 3, 4, 8]
    };
    let rounded = |parts: i64| {
        let whole = amount.times(Amount::from(parts)).ok()?.round();
        Amount::new(whole.max(1), i128::from(parts))
    };
    let close = |shown: Amount| {
        let error = shown
            .minus(amount)
            .and_then(|error| error.times(Amount::from(50)));
        error.is_ok_and(|error| {
            error <= amount && Amount::ZERO.minus(error).is_ok_and(|it| it <= amount)
        })
    };
    let found = parts
        .iter()
        .filter_map(|parts| rounded(*parts))
        .find(|shown| close(*shown));
    let finest = || {
        parts
            .last()
            .and_then(|parts| rounded(*parts))
            .unwrap_or(amount)
    };
    Portion {
        first: Term {
            amount: found.unwrap_or_else(finest),
            unit: Some(unit),
        },
        second: None,
        about: found.is_none(),
    }
}
