//! Kitchens that measure in cups and spoons: of the United States, and the metric,
//! Australian, Japanese and British cups.
//!
//! Owns which cups and spoons there are. Must never know how a mark is chosen.

use super::draft::{Draft, ladder};
use super::ladder::{Bound, Ladder};
use super::tools::{Measures, Sums, Tool};
use crate::unit::{Unit, known};

/// Grains of a teaspoon: its sixteenths, and the thirds of any cup, are whole grains.
const TEASPOON: u64 = 48;

/// The cups and spoons of a kitchen.
struct Cups {
    teaspoon: Unit,
    tablespoon: Unit,
    /// How many teaspoons a tablespoon is.
    tablespoon_holds: u64,
    cup: Unit,
    /// How many teaspoons a cup is.
    cup_holds: u64,
    /// What is larger than a cup.
    jugs: Jugs,
}

/// What a kitchen measures large amounts of liquid with.
#[derive(Clone, Copy, PartialEq)]
enum Jugs {
    /// Nothing but cups.
    None,
    /// Quarts and gallons, once there are many cups.
    Quarts,
    /// The author speaks of quarts or gallons.
    QuartsFirst,
    /// The author speaks of pints.
    PintsFirst,
}

const US: Cups = Cups {
    teaspoon: known::US_TEASPOON,
    tablespoon: known::US_TABLESPOON,
    tablespoon_holds: 3,
    cup: known::US_CUP,
    cup_holds: 48,
    jugs: Jugs::Quarts,
};

/// What an author who writes in cups or spoons reads.
pub(super) static US_CUPS: Ladder = ladder!(ladder(&US));

/// What an author who writes in pints reads.
pub(super) static US_PINTS: Ladder = ladder!(ladder(&Cups {
    jugs: Jugs::PintsFirst,
    ..US
}));

/// What an author who writes in quarts or gallons reads.
pub(super) static US_QUARTS: Ladder = ladder!(ladder(&Cups {
    jugs: Jugs::QuartsFirst,
    ..US
}));

/// The cups and spoons of labels in the United States.
pub(super) static LEGAL_CUPS: Ladder = ladder!(ladder(&Cups {
    teaspoon: known::US_LEGAL_TEASPOON,
    tablespoon: known::US_LEGAL_TABLESPOON,
    cup: known::US_LEGAL_CUP,
    jugs: Jugs::None,
    ..US
}));

const METRIC: Cups = Cups {
    teaspoon: known::METRIC_TEASPOON,
    tablespoon: known::METRIC_TABLESPOON,
    tablespoon_holds: 3,
    cup: known::METRIC_CUP,
    cup_holds: 50,
    jugs: Jugs::None,
};

/// The cup of 250 ml with a tablespoon of 15 ml.
pub(super) static METRIC_CUPS: Ladder = ladder!(ladder(&METRIC));

/// The cup of 250 ml with a tablespoon of 20 ml.
pub(super) static AUSTRALIAN_CUPS: Ladder = ladder!(ladder(&Cups {
    teaspoon: known::AUSTRALIAN_TEASPOON,
    tablespoon: known::AUSTRALIAN_TABLESPOON,
    tablespoon_holds: 4,
    cup: known::AUSTRALIAN_CUP,
    ..METRIC
}));

/// The cup of 200 ml.
pub(super) static JAPANESE_CUPS: Ladder = ladder!(ladder(&Cups {
    teaspoon: known::JAPANESE_TEASPOON,
    tablespoon: known::JAPANESE_TABLESPOON,
    cup: known::JAPANESE_CUP,
    cup_holds: 40,
    ..METRIC
}));

/// The bounds of spoons and cups: a cook who levels a spoon is no nearer.
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

const fn ladder(kitchen: &Cups) -> Draft {
    let tsp = Tool(kitchen.teaspoon, TEASPOON);
    let tbsp = Tool(kitchen.tablespoon, kitchen.tablespoon_holds * TEASPOON);
    let cup = Tool(kitchen.cup, kitchen.cup_holds * TEASPOON);
    let pint = Tool(known::US_PINT, 2 * cup.1);
    let quart = Tool(known::US_QUART, 4 * cup.1);
    let gallon = Tool(known::US_GALLON, 16 * cup.1);
    let (has_jugs, pints, quarts) = match kitchen.jugs {
        Jugs::None => (false, false, false),
        Jugs::Quarts => (true, false, false),
        Jugs::PintsFirst => (true, true, false),
        Jugs::QuartsFirst => (true, false, true),
    };
    // A unit that the author does not use has to be a little better than one he does.
    let own_jug = if quarts { 0 } else { 25 };
    // A kitchen without a measure has none of its amounts.
    let most_pints = if pints { 4 } else { 0 };
    let most_quarts = if has_jugs { 20 } else { 0 };
    let most_gallons = if has_jugs { 34 } else { 0 };
    let least_quart = if quarts { 1 } else { 2 };
    let beyond = if has_jugs { gallon } else { cup };

    // An author of quarts takes cups only for what is less than a quart.
    let many_cups = if quarts { 275 } else { 0 };
    let most_cups = if quarts { 4 } else { 8 };
    let whole_cups = cup.whole(1, most_cups, 0);
    let third_cups = cup.parts(1, 3, most_cups, 100);
    let quarter_cups = cup.parts(1, 4, most_cups, 100);
    let many_thirds = cup.parts(1, 3, 8, 250);
    let many_quarters = cup.parts(1, 4, 8, 250);
    let singles = [
        // Of two ways at one cost the first stays: the author's own jug, then cups.
        pint.whole(1, most_pints, 0),
        pint.parts(2, 2, most_pints, 100),
        quart.whole(least_quart, if has_jugs { 3 } else { 0 }, own_jug),
        quart.whole(4, most_quarts, own_jug + 50),
        quart.parts(least_quart * 2, 2, most_quarts, 100 + own_jug),
        quart.parts(least_quart * 4, 4, most_quarts, 200 + own_jug),
        gallon.whole(1, most_gallons, own_jug),
        gallon.parts(2, 2, most_gallons, 100 + own_jug),
        gallon.parts(4, 4, most_gallons, 200 + own_jug),
        Tool(known::PINCH, TEASPOON / 16).whole(1, 1, 0),
        tsp.whole(1, 2, 0),
        tsp.parts(1, 2, 3, 100),
        tsp.fraction(1, 4, 2, 100),
        tsp.fraction(3, 4, 2, 200),
        tsp.fraction(1, 8, 2, 300),
        tsp.parts(1, 8, 3, 400),
        // Only where a tablespoon is more than three.
        tsp.parts(13, 4, kitchen.tablespoon_holds, 350),
        tbsp.whole(1, 3, 0),
        tbsp.fraction(1, 2, 2, 200),
        tbsp.whole(5, 5, 200),
        tbsp.whole(6, 6, 300),
        tbsp.whole(7, 7, 400),
        tbsp.whole(8, 8, 500),
        whole_cups,
        third_cups,
        quarter_cups,
        many_thirds,
        many_quarters,
        cup.parts(1, 4, 9, 150 + many_cups),
        cup.parts(1, 2, 10, 150 + many_cups),
        cup.parts(1, 2, 12, 250 + many_cups),
        cup.parts(1, 2, 17, 350 + many_cups),
        cup.whole(9, 9, 50 + many_cups),
        cup.whole(10, 10, 100 + many_cups),
        cup.whole(11, 11, 150 + many_cups),
        cup.whole(12, 15, 200 + many_cups),
    ];
    let cups_and = Sums {
        large: &[whole_cups, third_cups, quarter_cups, many_quarters],
        small: &[
            tbsp.whole(1, 1, 0),
            tbsp.whole(2, 2, 25),
            tbsp.whole(3, 3, 50),
            tbsp.fraction(1, 2, 2, 900),
            tsp.whole(1, 1, 25),
            tsp.whole(2, 2, 40),
            tsp.whole(3, 3, 200),
            tsp.whole(4, 4, 150),
            tsp.whole(5, 5, 175),
        ],
        cost: 400,
    };
    let spoon_and = Sums {
        large: &[tbsp.whole(1, 1, 0)],
        small: &[tsp.fraction(1, 4, 1, 100), tsp.fraction(3, 4, 1, 200)],
        cost: 400,
    };
    let spoons_and = Sums {
        large: &[tbsp.whole(1, 3, 0)],
        small: &[
            tsp.whole(1, 3, 0),
            tsp.parts(1, 2, 3, 100),
            tsp.fraction(7, 2, 0, 100),
        ],
        cost: 400,
    };
    let many_spoons_and = Sums {
        large: &[
            tbsp.whole(5, 5, 200),
            tbsp.whole(6, 6, 300),
            tbsp.whole(7, 7, 400),
        ],
        small: &[tsp.whole(1, 3, 0)],
        cost: 400,
    };
    Draft::of(&Measures {
        singles: &singles,
        sums: &[cups_and, spoon_and, spoons_and, many_spoons_and],
        bounds: bounds(cup.1),
        error_cost: 100,
        beyond: (beyond.0, beyond.1),
    })
}
