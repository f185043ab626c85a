//! Kitchens that weigh: in grams, or in ounces and pounds.
//!
//! Owns which weights a scale shows. Must never know how a mark is chosen.

use super::draft::{Draft, ladder};
use super::ladder::{Bound, Ladder};
use super::tools::{Measures, Sums, Tool};
use crate::unit::known;

/// Grains of a gram: a twentieth, so that half a tenth is whole.
const GRAM: u64 = 20;
const GRAMS: Tool = Tool(known::GRAM, GRAM);
const KILOGRAMS: Tool = Tool(known::KILOGRAM, 1000 * GRAM);

/// Grams from a tenth on, kilograms from a thousand on.
///
/// The steps are those of a kitchen scale, and within them a cook prefers the round.
pub(super) static GRAM_SCALE: Ladder = ladder!(Draft::of(&Measures {
    singles: &[
        GRAMS.steps(GRAM / 10, 5 * GRAM, GRAM / 10, 600),
        GRAMS.steps(GRAM / 2, 10 * GRAM, GRAM / 2, 100),
        GRAMS.whole(1, 9, 0),
        GRAMS.steps(10 * GRAM, 45 * GRAM, 5 * GRAM, 0),
        GRAMS.whole(10, 50, 100),
        GRAMS.steps(50 * GRAM, 200 * GRAM, 50 * GRAM, 0),
        GRAMS.steps(50 * GRAM, 250 * GRAM, 25 * GRAM, 25),
        GRAMS.steps(50 * GRAM, 250 * GRAM, 10 * GRAM, 50),
        GRAMS.steps(50 * GRAM, 250 * GRAM, 5 * GRAM, 100),
        GRAMS.whole(50, 150, 250),
        GRAMS.steps(250 * GRAM, 950 * GRAM, 50 * GRAM, 0),
        GRAMS.steps(250 * GRAM, 975 * GRAM, 25 * GRAM, 50),
        GRAMS.steps(250 * GRAM, 990 * GRAM, 10 * GRAM, 100),
        GRAMS.steps(250 * GRAM, 500 * GRAM, 5 * GRAM, 200),
        KILOGRAMS.steps(1000 * GRAM, 10_000 * GRAM, 100 * GRAM, 0),
        KILOGRAMS.steps(1000 * GRAM, 3000 * GRAM, 250 * GRAM, 25),
        KILOGRAMS.steps(1000 * GRAM, 5000 * GRAM, 50 * GRAM, 50),
        KILOGRAMS.steps(1000 * GRAM, 1500 * GRAM, 10 * GRAM, 150),
        KILOGRAMS.whole(10, 100, 0),
        KILOGRAMS.steps(10_000 * GRAM, 30_000 * GRAM, 500 * GRAM, 25),
        KILOGRAMS.steps(10_000 * GRAM, 15_000 * GRAM, 100 * GRAM, 50),
    ],
    sums: &[],
    bounds: [
        Bound {
            up_to: 25 * GRAM,
            percent: 5,
        },
        Bound {
            up_to: 250 * GRAM,
            percent: 2,
        },
        Bound {
            up_to: u64::MAX,
            percent: 2,
        },
    ],
    error_cost: 150,
    beyond: (known::KILOGRAM, 1000 * GRAM),
}));

/// Grains of an ounce: its eighths.
const OUNCE: u64 = 8;
const OUNCES: Tool = Tool(known::OUNCE, OUNCE);
const POUNDS: Tool = Tool(known::POUND, 16 * OUNCE);

/// What an author who writes in ounces reads.
pub(super) static OUNCE_SCALE: Ladder = ladder!(pounds(0, 25));

/// What an author who writes in pounds reads.
pub(super) static POUND_SCALE: Ladder = ladder!(pounds(25, 0));

/// A scale on which an ounce and a pound cost the cook this much.
const fn pounds(ounce: u32, pound: u32) -> Draft {
    Draft::of(&Measures {
        singles: &[
            OUNCES.whole(1, 15, ounce),
            OUNCES.parts(1, 2, 15, 100 + ounce),
            OUNCES.parts(1, 4, 15, 200 + ounce),
            OUNCES.parts(1, 8, 4, 300 + ounce),
            POUNDS.whole(1, 35, pound),
            POUNDS.parts(1, 2, 35, 100 + pound),
            POUNDS.parts(1, 4, 16, 100 + pound),
        ],
        sums: &[Sums {
            large: &[POUNDS.whole(1, 8, pound)],
            small: &[OUNCES.whole(1, 15, 0), OUNCES.fraction(1, 2, 0, 100)],
            cost: 200,
        }],
        bounds: [
            Bound {
                up_to: 2 * OUNCE,
                percent: 5,
            },
            Bound {
                up_to: 16 * OUNCE,
                percent: 4,
            },
            Bound {
                up_to: u64::MAX,
                percent: 3,
            },
        ],
        error_cost: 100,
        beyond: (known::POUND, POUNDS.1),
    })
}
