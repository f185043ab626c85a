//! Lengths: what a ruler shows, in centimeters or in inches.
//!
//! Owns which marks a ruler has. Must never know how a mark is chosen.

use super::draft::{Draft, ladder};
use super::ladder::{Bound, Ladder};
use super::tools::{Measures, Tool};
use crate::unit::known;

/// No mark of a ruler is preferred, so the nearest is shown; this only tells when
/// even that is `about`.
const BOUNDS: [Bound; 3] = [Bound {
    up_to: u64::MAX,
    percent: 10,
}; 3];

/// Grains of a millimeter.
const MILLIMETER: u64 = 2;

/// Millimeters below 2 cm, half centimeters below 10 cm, centimeters above.
pub(super) static CENTIMETERS: Ladder = ladder!({
    let millimeter = Tool(known::MILLIMETER, MILLIMETER);
    let centimeter = Tool(known::CENTIMETER, 10 * MILLIMETER);
    Draft::of(&Measures {
        singles: &[
            millimeter.steps(MILLIMETER / 2, MILLIMETER, MILLIMETER / 2, 0),
            millimeter.whole(1, 19, 0),
            centimeter.steps(20 * MILLIMETER, 100 * MILLIMETER, 5 * MILLIMETER, 0),
            centimeter.whole(10, 100, 0),
        ],
        sums: &[],
        bounds: BOUNDS,
        error_cost: 100,
        beyond: (centimeter.0, centimeter.1),
    })
});

/// Grains of an inch: its sixteenths.
const INCH: u64 = 16;

/// Sixteenths below a quarter inch, eighths below 2, quarters below 6, halves below
/// 12 and whole inches above.
pub(super) static INCHES: Ladder = ladder!({
    let inch = Tool(known::INCH, INCH);
    Draft::of(&Measures {
        singles: &[
            inch.steps(1, INCH / 4, 1, 0),
            inch.steps(INCH / 4, 2 * INCH, INCH / 8, 0),
            inch.steps(2 * INCH, 6 * INCH, INCH / 4, 0),
            inch.steps(6 * INCH, 12 * INCH, INCH / 2, 0),
            inch.whole(12, 100, 0),
        ],
        sums: &[],
        bounds: BOUNDS,
        error_cost: 100,
        beyond: (inch.0, inch.1),
    })
});
