//! Things that are counted, with a unit (`2 cloves`) or without (`3 onions`).
//!
//! Owns how a thing may be cut. Must never know what the thing is.

use super::draft::{Draft, ladder};
use super::ladder::{Bound, Ladder};
use super::tools::{Measures, Tool};
use super::{Portion, Term};
use crate::amount::Amount;
use crate::unit::{Unit, known};

/// Grains of one thing: its thirds and quarters are whole.
const ONE: u64 = 12;

/// Halves, thirds and quarters of a few things, halves of some, and whole ones of many.
static PIECES: Ladder = ladder!({
    let piece = Tool(known::PIECE, ONE);
    Draft::of(&Measures {
        singles: &[
            piece.steps(ONE, 20 * ONE, ONE, 0),
            piece.steps(ONE / 2, 10 * ONE, ONE / 2, 100),
            piece.steps(ONE / 4, 4 * ONE, ONE / 4, 200),
            piece.steps(ONE / 3, 4 * ONE, ONE / 3, 200),
        ],
        sums: &[],
        bounds: [
            Bound {
                up_to: ONE,
                percent: 5,
            },
            Bound {
                up_to: 10 * ONE,
                percent: 5,
            },
            Bound {
                up_to: u64::MAX,
                percent: 5,
            },
        ],
        error_cost: 20,
        beyond: (known::PIECE, ONE),
    })
});

/// Returns how many of a thing that can be cut are shown for `amount`.
pub(super) fn cut(amount: Amount, unit: Option<Unit>) -> Portion {
    let portion = PIECES.portion(amount.numerator() * i128::from(ONE), amount.denominator());
    Portion {
        first: Term {
            unit,
            ..portion.first
        },
        ..portion
    }
}

/// Returns how many of a thing that is never cut (an egg) are shown for `amount`: a
/// half goes up, and there is always one. Whatever is not exact is `about`.
pub(super) fn uncut(amount: Amount, unit: Option<Unit>) -> Portion {
    let whole = Amount::reduced(amount.round().max(1), 1);
    Portion {
        first: Term {
            amount: whole,
            unit,
        },
        second: None,
        about: whole != amount,
    }
}
