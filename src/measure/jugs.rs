//! Kitchens that measure liquids in a marked jug: milliliters, British fluid ounces
//! and pints, and American fluid ounces.
//!
//! Owns which marks a jug has. Must never know how a mark is chosen.

use super::draft::{Draft, ladder};
use super::ladder::{Bound, Ladder};
use super::tools::{Measures, Sums, Tool};
use super::{Portion, Term};
use crate::amount::Amount;
use crate::unit::{Unit, known};

/// Grains of a milliliter: a twentieth, of which 1.25 ml is a whole number.
const MILLILITER: u64 = 20;
const MILLILITERS: Tool = Tool(known::MILLILITER, MILLILITER);
const LITERS: Tool = Tool(known::LITER, 1000 * MILLILITER);

/// Milliliters from a tenth on, liters from a thousand on.
pub(super) static METRIC_JUG: Ladder = ladder!(Draft::of(&Measures {
    singles: &[
        MILLILITERS.steps(MILLILITER / 10, 5 * MILLILITER, MILLILITER / 10, 900),
        MILLILITERS.steps(MILLILITER / 4, 5 * MILLILITER, MILLILITER / 4, 300),
        MILLILITERS.steps(MILLILITER / 2, 10 * MILLILITER, MILLILITER / 2, 200),
        MILLILITERS.whole(1, 9, 100),
        MILLILITERS.steps(5 * MILLILITER / 4, 10 * MILLILITER, 5 * MILLILITER / 4, 100),
        MILLILITERS.steps(5 * MILLILITER / 2, 10 * MILLILITER, 5 * MILLILITER / 2, 50),
        MILLILITERS.steps(5 * MILLILITER, 50 * MILLILITER, 5 * MILLILITER, 0),
        MILLILITERS.steps(10 * MILLILITER, 50 * MILLILITER, 5 * MILLILITER / 2, 100),
        MILLILITERS.whole(10, 50, 200),
        MILLILITERS.steps(100 * MILLILITER, 200 * MILLILITER, 100 * MILLILITER, 0),
        MILLILITERS.steps(50 * MILLILITER, 250 * MILLILITER, 50 * MILLILITER, 100),
        MILLILITERS.steps(50 * MILLILITER, 250 * MILLILITER, 10 * MILLILITER, 150),
        MILLILITERS.steps(50 * MILLILITER, 250 * MILLILITER, 25 * MILLILITER, 200),
        MILLILITERS.steps(50 * MILLILITER, 250 * MILLILITER, 5 * MILLILITER, 300),
        MILLILITERS.whole(50, 100, 400),
        MILLILITERS.steps(300 * MILLILITER, 900 * MILLILITER, 100 * MILLILITER, 0),
        MILLILITERS.steps(250 * MILLILITER, 950 * MILLILITER, 50 * MILLILITER, 50),
        MILLILITERS.steps(250 * MILLILITER, 975 * MILLILITER, 25 * MILLILITER, 100),
        MILLILITERS.steps(250 * MILLILITER, 990 * MILLILITER, 10 * MILLILITER, 250),
        LITERS.steps(1000 * MILLILITER, 10_000 * MILLILITER, 500 * MILLILITER, 0),
        LITERS.steps(1000 * MILLILITER, 10_000 * MILLILITER, 250 * MILLILITER, 50),
        LITERS.steps(1000 * MILLILITER, 10_000 * MILLILITER, 100 * MILLILITER, 50),
        LITERS.steps(1000 * MILLILITER, 5000 * MILLILITER, 50 * MILLILITER, 100),
        LITERS.steps(1000 * MILLILITER, 2000 * MILLILITER, 25 * MILLILITER, 250),
        LITERS.whole(10, 100, 0),
        LITERS.steps(
            10_000 * MILLILITER,
            30_000 * MILLILITER,
            500 * MILLILITER,
            50,
        ),
        LITERS.steps(
            10_000 * MILLILITER,
            20_000 * MILLILITER,
            250 * MILLILITER,
            100,
        ),
    ],
    sums: &[],
    bounds: [
        Bound {
            up_to: 20 * MILLILITER,
            percent: 5,
        },
        Bound {
            up_to: 500 * MILLILITER,
            percent: 3,
        },
        Bound {
            up_to: u64::MAX,
            percent: 3,
        },
    ],
    error_cost: 100,
    beyond: (known::LITER, 1000 * MILLILITER),
}));

/// Returns a portion in the author's deciliters or centiliters, of which each is
/// `milliliters`, where it is a round number of them and fewer than `many`.
pub(super) fn in_parts_of_a_liter(
    portion: Portion,
    unit: Unit,
    milliliters: i128,
    round: i128,
    many: i128,
) -> Portion {
    let amount = portion.first.amount;
    let is_small = portion.first.unit == Some(known::MILLILITER) && amount.is_whole();
    let shown = amount.numerator();
    if !is_small || shown % round != 0 || shown * 2 < milliliters || shown >= milliliters * many {
        return portion;
    }
    match Amount::new(shown, milliliters) {
        Some(amount) => Portion {
            first: Term {
                amount,
                unit: Some(unit),
            },
            ..portion
        },
        None => portion,
    }
}

/// The bounds of British and American jugs, for a cup of `cup` grains.
const fn bounds(cup: u64) -> [Bound; 3] {
    [
        Bound {
            up_to: cup / 4,
            percent: 5,
        },
        Bound {
            up_to: cup * 2,
            percent: 4,
        },
        Bound {
            up_to: u64::MAX,
            percent: 3,
        },
    ]
}

/// Grains of an American fluid ounce, and the spoons and jugs that go with it.
const FLUID_OUNCE: u64 = 6 * 48;

/// What an author who writes in American fluid ounces reads: spoons below half a
/// fluid ounce, quarts where it is many.
pub(super) static US_FLUID_OUNCES: Ladder = ladder!({
    let tsp = Tool(known::US_TEASPOON, FLUID_OUNCE / 6);
    let ounce = Tool(known::US_FLUID_OUNCE, FLUID_OUNCE);
    let quart = Tool(known::US_QUART, 32 * FLUID_OUNCE);
    let gallon = Tool(known::US_GALLON, 128 * FLUID_OUNCE);
    Draft::of(&Measures {
        singles: &[
            Tool(known::PINCH, tsp.1 / 16).whole(1, 1, 0),
            tsp.whole(1, 2, 0),
            tsp.parts(1, 2, 2, 100),
            tsp.fraction(1, 4, 2, 100),
            tsp.fraction(3, 4, 2, 200),
            tsp.fraction(1, 8, 2, 300),
            tsp.parts(1, 8, 3, 400),
            ounce.fraction(1, 2, 0, 0),
            ounce.whole(1, 31, 0),
            ounce.parts(1, 2, 31, 100),
            ounce.parts(2, 4, 31, 200),
            ounce.whole(33, 127, 300),
            quart.whole(1, 3, 25),
            quart.whole(4, 20, 75),
            quart.parts(2, 2, 20, 125),
            quart.parts(4, 4, 20, 225),
            gallon.whole(1, 34, 25),
            gallon.parts(2, 2, 34, 125),
            gallon.parts(4, 4, 34, 225),
        ],
        sums: &[
            Sums {
                large: &[ounce.fraction(1, 2, 0, 0)],
                small: &[tsp.fraction(1, 4, 1, 100), tsp.fraction(3, 4, 1, 200)],
                cost: 400,
            },
            Sums {
                large: &[ounce.parts(1, 2, 3, 100)],
                small: &[
                    tsp.whole(1, 2, 0),
                    tsp.parts(1, 2, 2, 100),
                    tsp.fraction(5, 2, 0, 100),
                ],
                cost: 400,
            },
        ],
        bounds: bounds(8 * FLUID_OUNCE),
        error_cost: 100,
        beyond: (gallon.0, gallon.1),
    })
});

/// Grains of a milliliter in a British kitchen, in which the thirds of a cup, the
/// quarters of a fluid ounce and the sixteenths of a teaspoon are whole.
const BRITISH_MILLILITER: u64 = 192_000;
const BRITISH_OUNCE: u64 = 454_609 * 12;
const BRITISH_TSP: Tool = Tool(known::IMPERIAL_TEASPOON, 5 * BRITISH_MILLILITER);
const BRITISH_TBSP: Tool = Tool(known::IMPERIAL_TABLESPOON, 15 * BRITISH_MILLILITER);
const BRITISH_FLUID_OUNCE: Tool = Tool(known::IMPERIAL_FLUID_OUNCE, BRITISH_OUNCE);
const BRITISH_PINT: Tool = Tool(known::IMPERIAL_PINT, 20 * BRITISH_OUNCE);
const BRITISH_GALLON: Tool = Tool(known::IMPERIAL_GALLON, 160 * BRITISH_OUNCE);

/// What a British author who writes in spoons reads.
pub(super) static IMPERIAL_SPOONS: Ladder = ladder!(british(true));

/// What a British author who writes in fluid ounces, pints or gallons reads.
pub(super) static IMPERIAL_JUG: Ladder = ladder!(british(false));

const fn british(spoons: bool) -> Draft {
    let (tsp, tbsp) = (BRITISH_TSP, BRITISH_TBSP);
    let (ounce, pint, gallon) = (BRITISH_FLUID_OUNCE, BRITISH_PINT, BRITISH_GALLON);
    // Six tablespoons are three fluid ounces but for a few drops.
    let (most_spoons, least_ounces, least_quarter) = if spoons { (6, 4, 13) } else { (1, 1, 4) };
    let more_ounces = if spoons { 0 } else { 3 };
    Draft::of(&Measures {
        singles: &[
            Tool(known::PINCH, tsp.1 / 16).whole(1, 1, 0),
            tsp.whole(1, 2, 0),
            tsp.parts(1, 2, 2, 100),
            tsp.fraction(1, 4, 2, 100),
            tsp.fraction(3, 4, 2, 200),
            tsp.fraction(1, 8, 2, 300),
            tsp.parts(1, 8, 3, 400),
            tbsp.whole(1, most_spoons, 0),
            tbsp.fraction(1, 2, if spoons { 2 } else { 1 }, 200),
            ounce.whole(least_ounces, 19, 0),
            ounce.parts(least_quarter / 2 + 1, 2, 19, 100),
            ounce.parts(least_quarter, 4, 19, 200),
            pint.whole(1, 8, 0),
            pint.parts(2, 2, 8, 100),
            pint.parts(4, 4, 9, 100),
            gallon.whole(1, 34, 25),
            gallon.parts(2, 2, 34, 125),
            gallon.parts(4, 4, 34, 225),
        ],
        sums: &[
            Sums {
                large: &[tbsp.whole(1, 1, 0)],
                small: &[tsp.fraction(1, 4, 1, 100), tsp.fraction(3, 4, 1, 200)],
                cost: 400,
            },
            Sums {
                large: &[tbsp.whole(1, if spoons { 5 } else { 1 }, 0)],
                small: &[
                    tsp.whole(1, 2, 0),
                    tsp.parts(1, 2, 2, 100),
                    tsp.fraction(5, 2, 0, 100),
                ],
                cost: 400,
            },
            Sums {
                large: &[ounce.parts(2, 2, more_ounces, 100)],
                small: &[
                    tsp.whole(1, 2, 0),
                    tsp.parts(1, 2, 2, 100),
                    tsp.fraction(5, 2, 0, 100),
                ],
                cost: 400,
            },
            Sums {
                large: &[pint.whole(1, 3, 0)],
                small: &[ounce.whole(1, 19, 0)],
                cost: 400,
            },
            Sums {
                large: &[gallon.whole(1, 4, 25)],
                small: &[pint.whole(1, 7, 0), pint.parts(1, 2, 8, 100)],
                cost: 400,
            },
        ],
        bounds: bounds(10 * BRITISH_OUNCE),
        error_cost: 100,
        beyond: (gallon.0, gallon.1),
    })
}
