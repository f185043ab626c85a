//! Units: what a cook measures with, how large each unit is, and exact conversion.
//!
//! Owns the table of units (`units.csv`, one row a unit, each with its source) and
//! temperatures. Must never know of recipes or of how an amount is displayed.

mod temperature;

pub use table::known;
pub use temperature::{convert_temperature, degrees_between};

use crate::amount::{Amount, TooLarge};
use std::fmt;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Room: measured in milliliters.
    Volume,
    /// Weight, as a kitchen scale shows it: measured in grams.
    Mass,
    /// Measured in centimeters.
    Length,
    /// Degrees; these convert by [`convert_temperature`], not by a factor.
    Temperature,
    /// A pinch or a handful: has no agreed size, so it never converts.
    Nominal,
    /// Things one counts: cloves, cans, sprigs.
    Count,
}

/// A system of measures that a kitchen has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum System {
    /// Milliliters, grams, centimeters, degrees Celsius.
    Metric,
    /// US customary: cups and spoons, ounces and pounds, inches, degrees Fahrenheit.
    Us,
    /// British imperial: pints of 20 fluid ounces, ounces and pounds, inches; ovens in degrees Celsius.
    Imperial,
}

/// A unit of measure, such as the US cup or the clove.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unit(u16);

struct Row {
    name: &'static str,
    plural: &'static str,
    symbol: &'static str,
    dimension: Dimension,
    system: RowSystem,
    size: Option<Amount>,
    source: &'static str,
}

#[derive(Clone, Copy, PartialEq)]
enum RowSystem {
    Metric,
    Us,
    Imperial,
    /// Shared by the US and the imperial system: ounce, pound, inch, foot.
    Customary,
    Any,
    /// Cups and spoons of other countries, which none of the three systems has.
    Household,
}

/// The longest spelling that is looked up; longer words are no unit.
const LONGEST_SPELLING: usize = 32;

/// The words that tell units of one name apart and that a cook leaves out.
const SYSTEM_WORDS: [&str; 6] = [
    "US legal ",
    "US ",
    "imperial ",
    "metric ",
    "Australian ",
    "Japanese ",
];

impl Unit {
    /// Returns the unit that `spelling` names: `tsp`, `Tbsp.`, `fl. oz`, `cups`.
    ///
    /// Letters count in either case, except where only their case tells two units
    /// apart (`T` is a tablespoon, `t` a teaspoon).
    pub fn named(spelling: &str) -> Option<Unit> {
        let exact = |word: &str| {
            table::SPELLINGS
                .binary_search_by(|(known, _)| (*known).cmp(word))
                .ok()
                .map(|found| Unit(table::SPELLINGS[found].1))
        };
        let spelling = spelling.strip_suffix('.').unwrap_or(spelling);
        if spelling.len() > LONGEST_SPELLING {
            return None;
        }
        exact(spelling).or_else(|| {
            spelling
                .chars()
                .any(|c| c.is_uppercase() || c == '.')
                .then(|| exact(&spelling.to_lowercase().replace('.', "")))?
        })
    }

    /// Every unit of the table, in its order.
    pub fn all() -> impl Iterator<Item = Unit> {
        (0..table::ROWS.len() as u16).map(Unit)
    }

    /// Every spelling of the table with its unit.
    pub fn spellings() -> impl Iterator<Item = (&'static str, Unit)> {
        table::SPELLINGS
            .iter()
            .map(|&(spelling, index)| (spelling, Unit(index)))
    }

    fn row(self) -> &'static Row {
        &table::ROWS[usize::from(self.0)]
    }

    /// The name that tells this unit from every other: `US cup`, `imperial pint`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The word for one of it, without its system: `cup`, `teaspoon`, `clove`.
    pub fn singular(self) -> &'static str {
        let name = self.row().name;
        SYSTEM_WORDS
            .iter()
            .find_map(|word| name.strip_prefix(word))
            .unwrap_or(name)
    }

    /// The word for several: `cups`, `teaspoons`, `leaves`.
    pub fn plural(self) -> &'static str {
        self.row().plural
    }

    /// The usual abbreviation; the same for one and for several where it is a real
    /// abbreviation (`tsp`, `g`), otherwise the singular word (`cup`).
    pub fn symbol(self) -> &'static str {
        self.row().symbol
    }

    /// The shortest usual word for `amount` of this unit: `tsp`, `cup` or `cups`.
    pub fn label(self, amount: Amount) -> &'static str {
        let row = self.row();
        if row.symbol == self.singular() && amount > Amount::ONE {
            row.plural
        } else {
            row.symbol
        }
    }

    /// What it measures.
    pub fn dimension(self) -> Dimension {
        self.row().dimension
    }

    /// Its exact size in milliliters, grams or centimeters.
    ///
    /// `None` for what has no size (cloves, degrees); a size that is only nominal
    /// (a pinch) is given, but is not to be converted by.
    pub fn size(self) -> Option<Amount> {
        self.row().size
    }

    /// Where its size comes from.
    pub fn source(self) -> &'static str {
        self.row().source
    }

    /// Whether a kitchen that measures in `system` has this unit.
    pub fn belongs_to(self, system: System) -> bool {
        match (self.row().system, system) {
            (RowSystem::Any, _)
            | (RowSystem::Metric, System::Metric)
            | (RowSystem::Us | RowSystem::Customary, System::Us)
            | (RowSystem::Imperial | RowSystem::Customary, System::Imperial) => true,
            // British ovens are marked in degrees Celsius.
            (RowSystem::Metric, System::Imperial) => self.dimension() == Dimension::Temperature,
            _ => false,
        }
    }

    /// Returns the factor that turns an amount of this unit into one of `other`, exactly.
    ///
    /// `None` where no factor exists: different dimensions, temperatures, and units
    /// that have no agreed size.
    ///
    /// ```
    /// use porkcli::amount::Amount;
    /// use porkcli::unit::Unit;
    ///
    /// let unit = |name| Unit::named(name).expect(name);
    /// assert_eq!(unit("cup").factor_to(unit("tbsp")), Some(Amount::from(16)));
    /// assert_eq!(unit("cup").factor_to(unit("gram")), None);
    /// ```
    pub fn factor_to(self, other: Unit) -> Option<Amount> {
        let measured = matches!(
            self.dimension(),
            Dimension::Volume | Dimension::Mass | Dimension::Length
        );
        if self == other {
            return Some(Amount::ONE);
        }
        if !measured || self.dimension() != other.dimension() {
            return None;
        }
        self.size()?.over(other.size()?).ok()
    }

    /// Returns `amount` of this unit as an amount of `other`, exactly; `None` where
    /// the two do not convert (see [`Unit::factor_to`]).
    ///
    /// # Errors
    /// [`TooLarge`] if the result does not fit.
    pub fn convert(self, amount: Amount, other: Unit) -> Option<Result<Amount, TooLarge>> {
        self.factor_to(other).map(|factor| amount.times(factor))
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

mod table {
    //! The rows of `units.csv`, made into static data by the build script.

    use super::{Amount, Dimension, Row, RowSystem};

    include!(concat!(env!("OUT_DIR"), "/units.rs"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn named(spelling: &str, expected: Option<&str>) {
        assert_eq!(
            Unit::named(spelling).map(Unit::name),
            expected,
            "{spelling}"
        );
    }

    #[test]
    fn spellings_find_their_unit() {
        named("tsp", Some("US teaspoon"));
        named("Tsp.", Some("US teaspoon"));
        named("t", Some("US teaspoon"));
        named("T", Some("US tablespoon"));
        named("TBSP", Some("US tablespoon"));
        named("fl. oz.", Some("US fluid ounce"));
        named("Cloves", Some("clove"));
        named("cupboard", None);
        named("", None);
    }

    #[test]
    fn there_and_back_is_exact_for_every_pair() {
        let amount = Amount::new(17, 23).expect("a fraction");
        let mut pairs = 0;
        for from in Unit::all() {
            for to in Unit::all() {
                let Some(there) = from.convert(amount, to) else {
                    continue;
                };
                let back = to.convert(there.expect("fits"), from).expect("converts");
                assert_eq!(back, Ok(amount), "{from:?} to {to:?}");
                pairs += 1;
            }
        }
        assert!(pairs > 300, "only {pairs} pairs");
    }

    #[test]
    fn nothing_converts_without_an_agreed_size() {
        let unit = |name| Unit::named(name).expect(name);
        assert_eq!(unit("pinch").factor_to(unit("tsp")), None);
        assert_eq!(unit("clove").factor_to(unit("can")), None);
        assert_eq!(unit("°C").factor_to(unit("°F")), None);
        assert_eq!(unit("tsp").factor_to(unit("cm")), None);
    }
}
