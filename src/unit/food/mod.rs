//! Foods: what a cup or a piece of each weighs.
//!
//! Owns the table of densities (`densities.csv`, one row a food, each with its record)
//! and how a cook's name finds its row. Must never know of recipes. A wrong row is
//! worse than none: a name finds one only if every word of it is accounted for.

use super::text::Text;
use super::words::Words;
use super::{Dimension, Household, Unit, table};
use crate::amount::{Amount, TooLarge};
use std::fmt;

/// What a volume of something weighs: 1 cup is 125 g.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Density {
    /// The weight of the volume, in grams.
    pub(super) grams: Amount,
    /// How many of the measure the volume is.
    pub(super) amount: Amount,
    /// The measure.
    pub(super) measure: Unit,
}

/// A food of the table.
#[derive(Debug)]
pub struct Food {
    pub(super) name: Text,
    pub(super) density: Option<Density>,
    /// The weight of one, in grams, and the word for one where it is not the food itself.
    pub(super) each: Option<(Amount, Text)>,
    /// Whether the record weighs it cut in some way, so that another way weighs otherwise.
    pub(super) is_cut: bool,
    pub(super) source: Text,
}

impl Density {
    /// Returns the density of what weighs `weight_amount` of the unit `weight` in
    /// `volume_amount` of the unit `volume`: `102 g/cup`.
    ///
    /// `None` unless the one is a weight and the other a volume, both more than nothing.
    pub fn new(
        (weight_amount, weight): (Amount, Unit),
        (volume_amount, volume): (Amount, Unit),
    ) -> Option<Density> {
        let is_real = weight_amount.is_positive()
            && volume_amount.is_positive()
            && weight.dimension() == Dimension::Mass
            && volume.dimension() == Dimension::Volume;
        let grams = weight.size()?.times(weight_amount).ok()?;
        is_real.then_some(Density {
            grams,
            amount: volume_amount,
            measure: volume,
        })
    }

    /// Returns this density as it is meant in `household`: `102 g/cup` by its own cup.
    #[must_use]
    pub fn meant_in(self, household: Household) -> Density {
        Density {
            measure: household.own(self.measure),
            ..self
        }
    }

    /// Returns `amount` of `from` as an amount of `to`, exactly, where one of them is a
    /// volume and the other a weight; `None` for other units.
    ///
    /// ```
    /// use porkcli::amount::Amount;
    /// use porkcli::unit::{density_of, known};
    ///
    /// let flour = density_of("sifted all-purpose flour").expect("a density");
    /// let grams = flour.convert(Amount::from(2), known::US_CUP, known::GRAM);
    /// assert_eq!(grams, Some(Ok(Amount::from(250))));
    /// ```
    ///
    /// # Errors
    /// [`TooLarge`] if the result does not fit.
    pub fn convert(
        &self,
        amount: Amount,
        from: Unit,
        to: Unit,
    ) -> Option<Result<Amount, TooLarge>> {
        let (volume, weight) = match (from.dimension(), to.dimension()) {
            (Dimension::Volume, Dimension::Mass) => (from, to),
            (Dimension::Mass, Dimension::Volume) => (to, from),
            _ => return None,
        };
        // How many of the weight's unit one of the volume's unit weighs.
        let measures = volume.factor_to(self.measure)?;
        let size = weight.size()?;
        let each = measures
            .times(self.grams)
            .and_then(|grams| grams.over(self.amount))
            .and_then(|grams| grams.over(size));
        Some(each.and_then(|each| match from == volume {
            true => amount.times(each),
            false => amount.over(each),
        }))
    }
}

impl fmt::Display for Density {
    /// As a weight and a volume that mean the same in every kitchen: `102 g per 250 ml`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.measure.size().map(|size| size.times(self.amount));
        match size {
            Some(Ok(milliliters)) => write!(f, "{} g per {milliliters} ml", self.grams),
            _ => write!(
                f,
                "{} g per {} {}",
                self.grams,
                self.amount,
                self.measure.name()
            ),
        }
    }
}

impl Food {
    /// Returns the food that `name` names: in the singular or the plural, in any order
    /// of words, with or without words that do not change what a cup of it weighs
    /// (`unsalted butter, softened`).
    ///
    /// `None` where the table has none, or might have another one.
    pub fn named(name: &str) -> Option<&'static Food> {
        plainly_named(name).or_else(|| {
            // What follows a comma is done after measuring.
            let (thing, preparation) = name.split_once(',')?;
            let food = plainly_named(thing).filter(|food| !food.is_cut)?;
            let mut done = Words::of(preparation)?;
            (!done.retain(|word| CHANGES.binary_search(&word).is_err())).then_some(food)
        })
    }

    /// Every food of the table.
    pub fn all() -> impl Iterator<Item = &'static Food> {
        table::FOODS.iter()
    }

    /// The name of its row: `all-purpose flour`.
    pub fn name(&self) -> &'static str {
        self.name.letters()
    }

    /// What a volume of it weighs.
    pub fn density(&self) -> Option<&Density> {
        self.density.as_ref()
    }

    /// What one of it weighs, in grams: one of `unit` (a clove of garlic), or without
    /// one the thing itself (an egg, a medium onion).
    pub fn grams_each(&self, unit: Option<Unit>) -> Option<Amount> {
        let (grams, word) = self.each?;
        (unit.map_or("", Unit::singular) == word.letters()).then_some(grams)
    }

    /// The record that its figures come from, in USDA National Nutrient Database for
    /// Standard Reference, Legacy Release (FoodData Central, April 2018; public domain).
    pub fn source(&self) -> &'static str {
        self.source.letters()
    }
}

/// Returns what a volume of the food `name` weighs; `None` where no record tells.
pub fn density_of(name: &str) -> Option<&'static Density> {
    Food::named(name)?.density()
}

fn plainly_named(name: &str) -> Option<&'static Food> {
    let mut words = Words::of(name)?;
    find(&words).or_else(|| {
        let dropped = words.retain(|word| HARMLESS.binary_search(&word).is_err());
        dropped.then(|| find(&words))?
    })
}

fn find(words: &Words) -> Option<&'static Food> {
    let name = words.reduced();
    table::FOOD_NAMES
        .binary_search_by(|(known, _)| known.bytes().cmp(name.as_bytes()))
        .ok()
        .map(|found| &table::FOODS[usize::from(table::FOOD_NAMES[found].1)])
}

/// Words that may stand in a name without changing what a cup of it weighs, in the
/// form of [`Words`] and in order.
#[rustfmt::skip]
const HARMLESS: &[&str] = &[
    "a", "about", "additional", "an", "approximately", "at", "beaten", "best", "bleached",
    "boiling", "bottled", "bought", "brushing", "chilled", "cold", "cool", "cooled",
    "cooling", "deep", "desired", "divided", "drained", "drizzling", "dusting",
    "favorite", "favourite", "finely", "finish", "finishing", "for", "freshly", "frying",
    "garnish", "garnishing", "generous", "good", "greasing", "high", "homemade",
    "lukewarm", "melted", "more", "natural", "needed", "optional", "organic", "pan",
    "peeled", "pitted", "plus", "preferably", "premium", "pure", "quality", "quite",
    "refrigerated", "rinsed", "ripe", "roasting", "rolling", "room", "sauteing", "see",
    "seeded", "serve", "serving", "shelled", "sifted", "skinned", "slightly", "softened",
    "some", "sprinkling", "squeezed", "stirred", "store", "such", "taste", "temperature",
    "tepid", "thawed", "the", "to", "toasted", "topping", "trimmed", "unbleached",
    "unsifted", "use", "very", "warm", "warmed", "washed", "weighed", "well", "your",
];

/// Words after a comma that may tell of another food than was measured (`rice, cooked`),
/// in the form of [`Words`] and in order.
#[rustfmt::skip]
const CHANGES: &[&str] = &[
    "boiled", "canned", "condensed", "cooked", "crushed", "dehydrated", "dried", "dry",
    "evaporated", "fermented", "frozen", "granulated", "grated", "ground", "juice",
    "mashed", "or", "packed", "pickled", "popped", "powdered", "prepared", "pureed",
    "roasted", "shaved", "shredded", "smoked", "steamed", "substitute", "sweetened", "unsweetened",
    "whipped",
];

#[cfg(test)]
mod tests;
