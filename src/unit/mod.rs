//! Units: what a cook measures with, how large each unit is, and exact conversion.
//!
//! Owns the table of units (`units.csv`, one row a unit, each with its source) and
//! temperatures. Must never know of recipes or of how an amount is displayed.

mod food;
mod household;
pub(crate) mod key;
mod package;
mod temperature;
mod text;
mod words;

pub use food::{Density, Food, density_of};
pub use household::{Cup, Household, Tablespoon, UnknownMeasure};
pub use table::known;
pub use temperature::{
    convert_temperature, degrees_between, fahrenheit_to_gas_mark, gas_mark_to_fahrenheit,
};

use crate::amount::{Amount, TooLarge};
use std::fmt;
use text::Text;

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
    name: Text,
    singular: Text,
    plural: Text,
    symbol: Text,
    /// The shortest words for one and for several that read as this unit and no other.
    clear: [Text; 2],
    dimension: Dimension,
    system: RowSystem,
    size: Option<Amount>,
    source: Text,
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

/// There are two to the power of so many slots.
const BITS: u32 = 12;

/// A slot of [`SLOTS`] that no spelling has.
const EMPTY: u16 = u16::MAX;

/// Where each spelling stands in the table, by its hash; made when the program is built.
/// Spellings whose hashes fall together stand in the next free slots.
static SLOTS: [u16; 1 << BITS] = {
    let mut slots = [EMPTY; 1 << BITS];
    // Half of the slots stay empty, so that a word that is no unit is soon found out.
    assert!(table::SPELLINGS.len() < slots.len() / 2);
    let mut at = 0;
    while at < table::SPELLINGS.len() {
        let mut slot = slot_of(table::SPELLINGS[at].0.bytes());
        while slots[slot] != EMPTY {
            slot = (slot + 1) % slots.len();
        }
        slots[slot] = at as u16;
        at += 1;
    }
    slots
};

/// The slot at which the search for `word` begins.
const fn slot_of(word: &[u8]) -> usize {
    let key = key::exact_key(word);
    let key = match word.split_at_checked(key::LONGEST) {
        Some((_, rest)) => key ^ key::exact_key(rest).rotate_left(5),
        None => key,
    };
    key::slot_of(key, BITS)
}

/// The unit that the table spells just so.
fn exactly_named(word: &str) -> Option<Unit> {
    named_from(slot_of(word.as_bytes()), word)
}

/// The unit that the table spells just so, whose search begins at `slot`.
fn named_from(mut slot: usize, word: &str) -> Option<Unit> {
    while SLOTS[slot] != EMPTY {
        let (known, unit) = table::SPELLINGS[usize::from(SLOTS[slot])];
        if known.bytes() == word.as_bytes() {
            return Some(Unit(unit));
        }
        slot = (slot + 1) % SLOTS.len();
    }
    None
}

impl Unit {
    /// Returns the unit that `spelling` names: `tsp`, `Tbsp.`, `fl. oz`, `cups`.
    ///
    /// Letters count in either case, except where only their case tells two units
    /// apart (`T` is a tablespoon, `t` a teaspoon).
    pub fn named(spelling: &str) -> Option<Unit> {
        let spelling = spelling.strip_suffix('.').unwrap_or(spelling);
        if spelling.len() > LONGEST_SPELLING {
            return None;
        }
        exactly_named(spelling).or_else(|| {
            let may_differ =
                |byte: u8| byte.is_ascii_uppercase() || byte == b'.' || !byte.is_ascii();
            let other_case = spelling.bytes().any(may_differ)
                && spelling.chars().any(|c| c.is_uppercase() || c == '.');
            other_case.then(|| exactly_named(&spelling.to_lowercase().replace('.', "")))?
        })
    }

    /// As [`Unit::named`], of a word in which no capital letter and no stop stands, and
    /// which has `key`.
    pub(crate) fn with_key(word: &str, key: u128) -> Option<Unit> {
        named_from(key::slot_of(key, BITS), word)
    }

    /// Every unit of the table, in its order.
    pub fn all() -> impl Iterator<Item = Unit> {
        (0..table::ROWS.len() as u16).map(Unit)
    }

    /// Every spelling of the table with its unit.
    pub fn spellings() -> impl Iterator<Item = (&'static str, Unit)> {
        table::SPELLINGS
            .iter()
            .map(|&(spelling, index)| (spelling.letters(), Unit(index)))
    }

    fn row(self) -> &'static Row {
        &table::ROWS[usize::from(self.0)]
    }

    /// The name that tells this unit from every other: `US cup`, `imperial pint`.
    pub fn name(self) -> &'static str {
        self.row().name.letters()
    }

    /// The word for one of it, without its system: `cup`, `teaspoon`, `clove`.
    pub fn singular(self) -> &'static str {
        self.row().singular.letters()
    }

    /// The word for several: `cups`, `teaspoons`, `leaves`.
    pub fn plural(self) -> &'static str {
        self.row().plural.letters()
    }

    /// The usual abbreviation; the same for one and for several where it is a real
    /// abbreviation (`tsp`, `g`), otherwise the singular word (`cup`).
    pub fn symbol(self) -> &'static str {
        self.row().symbol.letters()
    }

    /// The shortest usual word for `amount` of this unit: `tsp`, `cup` or `cups`.
    pub fn label(self, amount: Amount) -> &'static str {
        let row = self.row();
        if row.symbol == row.singular && amount.is_several() {
            self.plural()
        } else {
            self.symbol()
        }
    }

    /// The shortest word for `amount` of this unit that says which is meant: `cup`, but
    /// `imperial pint`.
    pub(crate) fn clear_label(self, amount: Amount) -> &'static str {
        self.row().clear[usize::from(amount.is_several())].letters()
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
        self.row().source.letters()
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

    /// Whether it counts things or stands for a vague amount, and measures nothing: `clove`,
    /// `pinch`.
    pub fn counts(self) -> bool {
        matches!(self.dimension(), Dimension::Count | Dimension::Nominal)
    }

    /// Whether it is a lesser measure of the same dimension and system as `other`, so that
    /// so many of it behind so many of `other` are added to them: `1 lb 4 oz`.
    pub fn divides(self, other: Unit) -> bool {
        self.dimension() == other.dimension()
            && self.size() < other.size()
            && self.belongs_to(System::Metric) == other.belongs_to(System::Metric)
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
    #[inline(always)]
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
    //! The rows of `units.csv` and `densities.csv`, made into static data by the build
    //! script.

    use super::text::Text;
    use super::{Amount, Density, Dimension, Food, Row, RowSystem};

    include!(concat!(env!("OUT_DIR"), "/letters.rs"));
    include!(concat!(env!("OUT_DIR"), "/units.rs"));
    include!(concat!(env!("OUT_DIR"), "/foods.rs"));
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
        named("fl. oz", Some("US fluid ounce"));
        named("us cup", Some("US cup"));
        named("cupboard", None);
        named("", None);
    }

    #[test]
    fn every_spelling_finds_its_own_unit() {
        let mut count = 0;
        for (spelling, unit) in Unit::spellings() {
            assert_eq!(Unit::named(spelling), Some(unit), "{spelling}");
            count += 1;
        }
        assert!(count > 300, "only {count} spellings");
        for unit in Unit::all() {
            assert_eq!(Unit::named(unit.name()), Some(unit), "{unit:?}");
        }
    }

    #[test]
    fn a_unit_is_called_by_what_a_cook_would_write() {
        let case = |unit: Unit, words: [&str; 4]| {
            let found = [unit.name(), unit.singular(), unit.plural(), unit.symbol()];
            assert_eq!(found, words);
            assert_eq!(format!("{unit:?}"), words[0]);
        };
        case(
            known::US_TABLESPOON,
            ["US tablespoon", "tablespoon", "tablespoons", "tbsp"],
        );
        case(
            known::IMPERIAL_PINT,
            ["imperial pint", "pint", "pints", "pint"],
        );
        case(known::CLOVE, ["clove", "clove", "cloves", "clove"]);
    }

    #[test]
    fn a_size_names_its_source() {
        assert!(known::US_CUP.source().starts_with("NIST"));
        assert!(
            known::STONE
                .source()
                .starts_with("UK Weights and Measures Act")
        );
    }

    #[test]
    fn only_words_have_a_plural() {
        let case = |unit: Unit, amount: &str, label: &str| {
            assert_eq!(unit.label(amount.parse().expect(amount)), label, "{amount}");
        };
        case(known::US_CUP, "1/2", "cup");
        case(known::US_CUP, "1", "cup");
        case(known::US_CUP, "1 1/2", "cups");
        case(known::US_TABLESPOON, "2", "tbsp");
        case(known::GRAM, "2", "g");
    }

    #[test]
    fn each_kitchen_has_its_own_units() {
        use System::{Imperial, Metric, Us};
        let case = |name: &str, systems: &[System]| {
            let unit = Unit::named(name).expect(name);
            let found: Vec<System> = [Metric, Us, Imperial]
                .into_iter()
                .filter(|&system| unit.belongs_to(system))
                .collect();
            assert_eq!(found, systems, "{name}");
        };
        case("ml", &[Metric]);
        case("cup", &[Us]);
        case("imperial pint", &[Imperial]);
        case("oz", &[Us, Imperial]);
        case("metric cup", &[]);
        case("clove", &[Metric, Us, Imperial]);
        case("°F", &[Us]);
        // British ovens are marked in degrees Celsius.
        case("°C", &[Metric, Imperial]);
    }

    #[test]
    fn a_clear_label_reads_as_its_unit() {
        for unit in Unit::all() {
            for amount in [Amount::ONE, Amount::from(2)] {
                let (short, clear) = (unit.label(amount), unit.clear_label(amount));
                assert_eq!(Unit::named(clear), Some(unit), "{clear}");
                let says_system = Unit::named(short) != Some(unit);
                assert_eq!(clear != short, says_system, "{clear}");
            }
        }
        let pint = Unit::named("imperial pint").expect("a unit");
        assert_eq!(pint.clear_label(Amount::ONE), "imperial pint");
        assert_eq!(pint.clear_label(Amount::from(2)), "imperial pints");
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

    #[test]
    fn every_size_follows_from_its_anchor() {
        let amount = |text: &str| text.parse::<Amount>().expect(text);
        let times = |a: Amount, b: &str| a.times(amount(b)).expect("fits");
        let inch = amount("2.54");
        let cubic_inch = inch
            .times(inch)
            .and_then(|area| area.times(inch))
            .expect("fits");
        let gallon = times(cubic_inch, "231");
        let bushel = times(cubic_inch, "2150.42");
        let british_gallon = times(amount("4.54609"), "1000");
        let pound = times(amount("0.45359237"), "1000");
        let one = Amount::ONE;
        let go = times(one, "2401/1331").times(amount("100")).expect("fits");
        // The anchor, and which part of it the unit is.
        let expected = |name: &str| {
            Some(match name {
                "US teaspoon" => times(gallon, "1/768"),
                "US tablespoon" => times(gallon, "1/256"),
                "US fluid ounce" => times(gallon, "1/128"),
                "US gill" => times(gallon, "1/32"),
                "US cup" => times(gallon, "1/16"),
                "US pint" => times(gallon, "1/8"),
                "US quart" => times(gallon, "1/4"),
                "US gallon" => gallon,
                "US peck" => times(bushel, "1/4"),
                "US bushel" => bushel,
                "jigger" => times(gallon, "3/256"),
                "pinch" => times(gallon, "1/12288"),
                "dash" => times(gallon, "1/6144"),
                "smidgen" => times(gallon, "1/24576"),
                "drop" => times(gallon, "1/49152"),
                "tad" => times(gallon, "1/3072"),
                "imperial fluid ounce" => times(british_gallon, "1/160"),
                "imperial gill" => times(british_gallon, "1/32"),
                "imperial cup" => times(british_gallon, "1/16"),
                "imperial pint" => times(british_gallon, "1/8"),
                "imperial quart" => times(british_gallon, "1/4"),
                "imperial gallon" => british_gallon,
                "ounce" => times(pound, "1/16"),
                "pound" => pound,
                "stone" => times(pound, "14"),
                "stick of butter" => times(pound, "1/4"),
                "inch" => inch,
                "foot" => times(inch, "12"),
                "gō" => go,
                "US legal cup" => amount("240"),
                "US legal fluid ounce" => amount("30"),
                "metric cup" | "Australian cup" => amount("250"),
                "Japanese cup" => amount("200"),
                "rice cup" => amount("180"),
                "US legal teaspoon"
                | "metric teaspoon"
                | "Australian teaspoon"
                | "Japanese teaspoon"
                | "imperial teaspoon" => amount("5"),
                "US legal tablespoon"
                | "metric tablespoon"
                | "Japanese tablespoon"
                | "imperial tablespoon" => amount("15"),
                "Australian tablespoon" => amount("20"),
                "Esslöffel" | "cuillère à soupe" | "cucchiaio" | "cucharada" | "eetlepel"
                | "colher de sopa" | "matsked" => amount("15"),
                "Teelöffel" | "cuillère à café" | "cucchiaino" | "cucharadita" | "theelepel"
                | "colher de chá" | "tesked" => amount("5"),
                "kryddmått" => one,
                "etto" => amount("100"),
                "dessertspoon" => amount("10"),
                "milliliter" | "gram" | "centimeter" => one,
                "centiliter" => amount("10"),
                "deciliter" => amount("100"),
                "liter" | "kilogram" => amount("1000"),
                "milligram" => amount("1/1000"),
                "millimeter" => amount("1/10"),
                _ => return None,
            })
        };
        for unit in Unit::all() {
            assert_eq!(unit.size(), expected(unit.name()), "{unit:?}");
            assert!(
                unit.size().is_none() || !unit.source().is_empty(),
                "{unit:?}"
            );
        }
    }
}
