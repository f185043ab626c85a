//! The cups and spoons of a household: which of the world's cups `1 cup` is.
//!
//! Owns the choice between cups and spoons of one name. Must never know of options
//! or of how an amount is displayed.

use super::{Unit, known};
use std::str::FromStr;

/// The cup that a cook has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cup {
    /// 1/16 US gallon, 236.5882365 ml.
    #[default]
    Us,
    /// 240 ml, as on US labels.
    Legal,
    /// 250 ml: Australia, Canada, New Zealand, South Africa.
    Metric,
    /// 200 ml: Japan.
    Japanese,
    /// Half an imperial pint, 284.130625 ml.
    Imperial,
}

/// The tablespoon that a cook has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tablespoon {
    /// 1/256 US gallon, 14.78676478125 ml.
    #[default]
    Us,
    /// 15 ml.
    Metric,
    /// 20 ml: Australia.
    Australian,
}

/// The cups and spoons of a household.
///
/// ```
/// use porkcli::unit::{Household, Unit, known};
///
/// let canadian = Household::new("metric".parse()?, None);
/// let cup = Unit::named("cup").expect("a unit");
/// assert_eq!(canadian.own(cup), known::METRIC_CUP);
/// assert_eq!(canadian.own(known::IMPERIAL_PINT), known::IMPERIAL_PINT);
/// # Ok::<(), porkcli::unit::UnknownMeasure>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Household {
    cup: Cup,
    tablespoon: Tablespoon,
}

/// No household has a cup or a spoon of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of cup or tablespoon")]
pub struct UnknownMeasure(pub String);

impl Cup {
    /// The word for each cup, for a list of what can be chosen.
    pub const WORDS: [(&'static str, Cup); 5] = [
        ("us", Cup::Us),
        ("legal", Cup::Legal),
        ("metric", Cup::Metric),
        ("jp", Cup::Japanese),
        ("uk", Cup::Imperial),
    ];
}

impl Tablespoon {
    /// The word for each tablespoon, for a list of what can be chosen.
    pub const WORDS: [(&'static str, Tablespoon); 3] = [
        ("us", Tablespoon::Us),
        ("metric", Tablespoon::Metric),
        ("au", Tablespoon::Australian),
    ];
}

impl FromStr for Cup {
    type Err = UnknownMeasure;

    /// Reads one of [`Cup::WORDS`].
    fn from_str(word: &str) -> Result<Cup, UnknownMeasure> {
        chosen(&Cup::WORDS, word)
    }
}

impl FromStr for Tablespoon {
    type Err = UnknownMeasure;

    /// Reads one of [`Tablespoon::WORDS`].
    fn from_str(word: &str) -> Result<Tablespoon, UnknownMeasure> {
        chosen(&Tablespoon::WORDS, word)
    }
}

fn chosen<Measure: Copy>(words: &[(&str, Measure)], word: &str) -> Result<Measure, UnknownMeasure> {
    words
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .map(|&(_, measure)| measure)
        .ok_or_else(|| UnknownMeasure(word.into()))
}

impl Household {
    /// Returns the household with `cup`; where no tablespoon is chosen, it has the one
    /// that goes with the cup: 15 ml with every cup but the US one.
    pub fn new(cup: Cup, tablespoon: Option<Tablespoon>) -> Household {
        let tablespoon = tablespoon.unwrap_or(match cup {
            Cup::Us => Tablespoon::Us,
            _ => Tablespoon::Metric,
        });
        Household { cup, tablespoon }
    }

    /// Returns the measure of this household that a plain `cup`, `tbsp` or `tsp` is;
    /// every other unit is itself.
    pub fn own(self, unit: Unit) -> Unit {
        use {Cup as C, Tablespoon as T};
        match unit {
            known::US_CUP => match (self.cup, self.tablespoon) {
                (C::Us, _) => known::US_CUP,
                (C::Legal, _) => known::US_LEGAL_CUP,
                (C::Metric, T::Australian) => known::AUSTRALIAN_CUP,
                (C::Metric, _) => known::METRIC_CUP,
                (C::Japanese, _) => known::JAPANESE_CUP,
                (C::Imperial, _) => known::IMPERIAL_CUP,
            },
            known::US_TABLESPOON => match (self.tablespoon, self.cup) {
                (T::Us, _) => known::US_TABLESPOON,
                (T::Australian, _) => known::AUSTRALIAN_TABLESPOON,
                (T::Metric, C::Legal) => known::US_LEGAL_TABLESPOON,
                (T::Metric, C::Japanese) => known::JAPANESE_TABLESPOON,
                (T::Metric, C::Imperial) => known::IMPERIAL_TABLESPOON,
                (T::Metric, C::Us | C::Metric) => known::METRIC_TABLESPOON,
            },
            known::US_TEASPOON => match (self.tablespoon, self.cup) {
                (T::Us, _) => known::US_TEASPOON,
                (T::Australian, _) => known::AUSTRALIAN_TEASPOON,
                (T::Metric, C::Legal) => known::US_LEGAL_TEASPOON,
                (T::Metric, C::Japanese) => known::JAPANESE_TEASPOON,
                (T::Metric, C::Imperial) => known::IMPERIAL_TEASPOON,
                (T::Metric, C::Us | C::Metric) => known::METRIC_TEASPOON,
            },
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_has_its_own_cups_and_spoons() {
        let case = |cup: &str, spoon: &str, expected: [Unit; 3]| {
            let spoon = (!spoon.is_empty()).then(|| spoon.parse().expect(spoon));
            let household = Household::new(cup.parse().expect(cup), spoon);
            let plain = [known::US_CUP, known::US_TABLESPOON, known::US_TEASPOON];
            assert_eq!(plain.map(|unit| household.own(unit)), expected);
        };
        case(
            "us",
            "",
            [known::US_CUP, known::US_TABLESPOON, known::US_TEASPOON],
        );
        case(
            "metric",
            "",
            [
                known::METRIC_CUP,
                known::METRIC_TABLESPOON,
                known::METRIC_TEASPOON,
            ],
        );
        case(
            "metric",
            "au",
            [
                known::AUSTRALIAN_CUP,
                known::AUSTRALIAN_TABLESPOON,
                known::AUSTRALIAN_TEASPOON,
            ],
        );
        case(
            "JP",
            "",
            [
                known::JAPANESE_CUP,
                known::JAPANESE_TABLESPOON,
                known::JAPANESE_TEASPOON,
            ],
        );
        case(
            "uk",
            "us",
            [
                known::IMPERIAL_CUP,
                known::US_TABLESPOON,
                known::US_TEASPOON,
            ],
        );
        case(
            "legal",
            "",
            [
                known::US_LEGAL_CUP,
                known::US_LEGAL_TABLESPOON,
                known::US_LEGAL_TEASPOON,
            ],
        );
        case(
            "us",
            "au",
            [
                known::US_CUP,
                known::AUSTRALIAN_TABLESPOON,
                known::AUSTRALIAN_TEASPOON,
            ],
        );
        case(
            "us",
            "metric",
            [
                known::US_CUP,
                known::METRIC_TABLESPOON,
                known::METRIC_TEASPOON,
            ],
        );
        case(
            "uk",
            "",
            [
                known::IMPERIAL_CUP,
                known::IMPERIAL_TABLESPOON,
                known::IMPERIAL_TEASPOON,
            ],
        );
        let own = |unit| Household::new(Cup::Imperial, None).own(unit);
        assert_eq!(own(known::GRAM), known::GRAM);
        assert_eq!(
            "french".parse::<Cup>().map_err(|error| error.to_string()),
            Err("`french` is not a kind of cup or tablespoon".into())
        );
    }
}
