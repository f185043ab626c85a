//! Which kitchen a unit belongs to: the ladder its amounts are shown on.
//!
//! Owns the way from a unit to its ladder. Must never know what a mark is.

use super::ladder::Ladder;
use super::{Portion, cups, jugs, rulers, scales};
use crate::amount::Amount;
use crate::unit::{Dimension, System, Unit, known};

/// A ladder, and how many of its grains one of the author's unit is.
pub(super) struct Kitchen {
    unit: Unit,
    ladder: &'static Ladder,
    numerator: i128,
    denominator: i128,
}

impl Kitchen {
    /// Returns what is shown for `amount` of the author's unit.
    #[inline(always)]
    pub fn portion(&self, amount: Amount) -> Portion {
        let in_grains = || {
            self.ladder.portion(
                amount.numerator() * self.numerator,
                amount.denominator() * self.denominator,
            )
        };
        match self.unit {
            known::DECILITER => jugs::in_parts_of_a_liter(in_grains(), self.unit, 100, 25, 10),
            known::CENTILITER => jugs::in_parts_of_a_liter(in_grains(), self.unit, 10, 5, 100),
            _ => in_grains(),
        }
    }

    /// Whether `shown` may stand for `exact`, both in the author's unit, where it may be
    /// `leeway` times as far off as the bound says.
    pub fn allows(&self, exact: Amount, shown: Amount, leeway: i128) -> bool {
        let percent = self.ladder.percent(
            exact.numerator() * self.numerator,
            exact.denominator() * self.denominator,
        );
        let apart = shown.minus(exact).and_then(|apart| apart.over(exact));
        apart.is_ok_and(|apart| {
            apart.numerator().abs() * 100 <= apart.denominator() * percent * leeway
        })
    }
}

/// More spoons than this are measured in a jug.
const MANY_SPOONS: Amount = Amount::reduced(8, 1);

/// Returns the metric jug where `amount` is too many of a metric spoon that goes by
/// another name (`Esslöffel`, `cucchiaio`); a few of them are counted.
pub(super) fn of_many_spoons(amount: Amount, unit: Unit) -> Option<Kitchen> {
    let is_spoon = unit.dimension() == Dimension::Volume && unit.belongs_to(System::Metric);
    let size = unit.size().filter(|_| is_spoon && amount > MANY_SPOONS)?;
    Some(Kitchen {
        unit,
        ladder: &jugs::METRIC_JUG,
        numerator: size.numerator() * 20,
        denominator: size.denominator(),
    })
}

/// Whether one kitchen has both units.
pub(super) fn is_one(unit: Unit, other: Unit) -> bool {
    match (of(unit), of(other)) {
        (Some(kitchen), Some(other)) => std::ptr::eq(kitchen.ladder, other.ladder),
        _ => false,
    }
}

/// Returns the kitchen that measures `unit`; `None` for what is counted.
pub(super) fn of(unit: Unit) -> Option<Kitchen> {
    let (ladder, numerator, denominator): (&'static Ladder, i128, i128) = match unit {
        known::US_TEASPOON => (&cups::US_CUPS, 48, 1),
        known::US_TABLESPOON => (&cups::US_CUPS, 3 * 48, 1),
        known::US_CUP => (&cups::US_CUPS, 48 * 48, 1),
        known::US_GILL => (&cups::US_CUPS, 24 * 48, 1),
        known::US_FLUID_OUNCE => (&jugs::US_FLUID_OUNCES, 6 * 48, 1),
        known::US_PINT => (&cups::US_PINTS, 96 * 48, 1),
        known::US_QUART => (&cups::US_QUARTS, 192 * 48, 1),
        known::US_GALLON => (&cups::US_QUARTS, 768 * 48, 1),

        known::US_LEGAL_TEASPOON => (&cups::LEGAL_CUPS, 48, 1),
        known::US_LEGAL_TABLESPOON => (&cups::LEGAL_CUPS, 3 * 48, 1),
        known::US_LEGAL_FLUID_OUNCE => (&cups::LEGAL_CUPS, 6 * 48, 1),
        known::US_LEGAL_CUP => (&cups::LEGAL_CUPS, 48 * 48, 1),
        known::METRIC_TEASPOON => (&cups::METRIC_CUPS, 48, 1),
        known::METRIC_TABLESPOON => (&cups::METRIC_CUPS, 3 * 48, 1),
        known::METRIC_CUP => (&cups::METRIC_CUPS, 50 * 48, 1),
        known::AUSTRALIAN_TEASPOON => (&cups::AUSTRALIAN_CUPS, 48, 1),
        known::AUSTRALIAN_TABLESPOON => (&cups::AUSTRALIAN_CUPS, 4 * 48, 1),
        known::AUSTRALIAN_CUP => (&cups::AUSTRALIAN_CUPS, 50 * 48, 1),
        known::JAPANESE_TEASPOON => (&cups::JAPANESE_CUPS, 48, 1),
        known::JAPANESE_TABLESPOON => (&cups::JAPANESE_CUPS, 3 * 48, 1),
        known::JAPANESE_CUP => (&cups::JAPANESE_CUPS, 40 * 48, 1),

        known::IMPERIAL_TEASPOON => (&jugs::IMPERIAL_SPOONS, 960_000, 1),
        known::DESSERTSPOON => (&jugs::IMPERIAL_SPOONS, 2 * 960_000, 1),
        known::IMPERIAL_TABLESPOON => (&jugs::IMPERIAL_SPOONS, 3 * 960_000, 1),
        known::IMPERIAL_FLUID_OUNCE => (&jugs::IMPERIAL_JUG, 5_455_308, 1),
        known::IMPERIAL_CUP => (&jugs::IMPERIAL_JUG, 10 * 5_455_308, 1),
        known::IMPERIAL_GILL => (&jugs::IMPERIAL_JUG, 5 * 5_455_308, 1),
        known::IMPERIAL_PINT => (&jugs::IMPERIAL_JUG, 20 * 5_455_308, 1),
        known::IMPERIAL_QUART => (&jugs::IMPERIAL_JUG, 40 * 5_455_308, 1),
        known::IMPERIAL_GALLON => (&jugs::IMPERIAL_JUG, 160 * 5_455_308, 1),

        known::MILLILITER => (&jugs::METRIC_JUG, 20, 1),
        known::CENTILITER => (&jugs::METRIC_JUG, 200, 1),
        known::DECILITER => (&jugs::METRIC_JUG, 2000, 1),
        known::LITER => (&jugs::METRIC_JUG, 20_000, 1),

        known::MILLIGRAM => (&scales::GRAM_SCALE, 1, 50),
        known::GRAM => (&scales::GRAM_SCALE, 20, 1),
        known::KILOGRAM => (&scales::GRAM_SCALE, 20_000, 1),
        known::ETTO => (&scales::GRAM_SCALE, 2000, 1),
        known::OUNCE => (&scales::OUNCE_SCALE, 8, 1),
        known::POUND => (&scales::POUND_SCALE, 128, 1),
        known::STONE => (&scales::POUND_SCALE, 14 * 128, 1),

        known::MILLIMETER => (&rulers::CENTIMETERS, 2, 1),
        known::CENTIMETER => (&rulers::CENTIMETERS, 20, 1),
        known::INCH => (&rulers::INCHES, 16, 1),
        known::FOOT => (&rulers::INCHES, 12 * 16, 1),
        _ => return None,
    };
    Some(Kitchen {
        unit,
        ladder,
        numerator,
        denominator,
    })
}
