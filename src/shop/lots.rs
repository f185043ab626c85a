//! Exact sums of amounts, by unit while they grow and by kind when they are shown.
//!
//! Owns which amounts add and in which unit their sum is told. Must never know whose
//! amounts they are.

use super::name::is_poured;
use super::{Choice, Lot};
use crate::amount::{Amount, TooLarge};
use crate::quantity::Quantity;
use crate::unit::{Density, Dimension, System, Unit, density_of, known};

/// Lots of one thing, by what a volume of it weighs where their recipe or the kitchen
/// says so. Recipes that weigh the same thing otherwise are kept apart until the end.
#[derive(Clone, Debug, Default)]
pub(super) struct Lots {
    parts: Vec<(Option<Density>, Vec<Lot>)>,
}

impl Lots {
    /// Adds `lot`, a volume of which weighs `density`.
    pub(super) fn add(&mut self, lot: Lot, density: Option<Density>) -> Result<(), TooLarge> {
        let known = self.parts.iter().position(|(known, _)| *known == density);
        let place = known.unwrap_or_else(|| {
            self.parts.push((density, Vec::new()));
            self.parts.len() - 1
        });
        add(&mut self.parts[place].1, lot)
    }

    /// Adds everything that is in `other`.
    pub(super) fn join(&mut self, other: Lots) -> Result<(), TooLarge> {
        for (density, lots) in other.parts {
            for lot in lots {
                self.add(lot, density)?;
            }
        }
        Ok(())
    }

    /// What a volume weighs by every recipe; `None` where nobody says or they disagree.
    pub(super) fn density(&self) -> Option<Density> {
        match self.parts.as_slice() {
            [(density, _)] => *density,
            _ => None,
        }
    }

    /// All lots, those of one unit and size as one.
    fn all(&self) -> Result<Vec<Lot>, TooLarge> {
        let mut all = Vec::new();
        for (_, lots) in &self.parts {
            for lot in lots {
                add(&mut all, *lot)?;
            }
        }
        Ok(all)
    }

    /// All quantities of `dimension` in `unit`, each by its own density; `None` if one of
    /// them cannot be told in it.
    fn all_in(
        &self,
        dimension: Dimension,
        name: &str,
        unit: Option<Unit>,
    ) -> Result<Option<Quantity>, TooLarge> {
        let mut in_all: Option<Quantity> = None;
        for (density, lots) in &self.parts {
            let of_part: Vec<Quantity> = lots
                .iter()
                .filter(|lot| lot.size.is_none())
                .map(|lot| lot.quantity)
                .collect();
            let Some(part) = total(&of_part, dimension)? else {
                continue;
            };
            let Some(part) = in_unit(part, name, *density, unit)? else {
                return Ok(None);
            };
            in_all = Some(match in_all {
                Some(before) => sum(before, part)?,
                None => part,
            });
        }
        Ok(in_all)
    }
}

/// Adds `lot` to the one in `lots` of the same unit and size.
///
/// Units of a kind are kept apart until the end, because sums of thirds of a cup stay
/// small numbers where sums of milliliters do not.
pub(super) fn add(lots: &mut Vec<Lot>, lot: Lot) -> Result<(), TooLarge> {
    let same =
        |known: &&mut Lot| known.quantity.unit == lot.quantity.unit && known.size == lot.size;
    match lots.iter_mut().find(same) {
        Some(known) => known.quantity = sum(known.quantity, lot.quantity)?,
        None => lots.push(lot),
    }
    Ok(())
}

/// The sum of two quantities of one unit, in counts too.
fn sum(a: Quantity, b: Quantity) -> Result<Quantity, TooLarge> {
    let high = match (a.high, b.high) {
        (None, None) => None,
        (high, more) => Some(high.unwrap_or(a.low).plus(more.unwrap_or(b.low))?),
    };
    Ok(Quantity {
        low: a.low.plus(b.low)?,
        high,
        unit: a.unit,
    })
}

/// Returns `lots` of a thing called `name` in as few units as hold them, in one order:
/// volumes as one, weights as one, and both as one where the density of the thing is known.
pub(super) fn settle(lots: &Lots, name: &str) -> Result<Vec<Lot>, TooLarge> {
    let mut settled = Vec::new();
    let mut measured: Vec<Quantity> = Vec::new();
    let all = lots.all()?;
    for lot in &all {
        let is_measured = lot.size.is_none() && lot.quantity.unit.is_some_and(is_measure);
        if is_measured {
            measured.push(lot.quantity);
        } else {
            add(&mut settled, sized(*lot)?)?;
        }
    }
    let volume = total(&measured, Dimension::Volume)?;
    let mass = total(&measured, Dimension::Mass)?;
    let in_all = match (volume, mass) {
        // One buys by volume what one pours, and by weight all else.
        (Some(volume), Some(mass)) if is_poured(name) => {
            match lots.all_in(Dimension::Mass, name, volume.unit)? {
                Some(poured) => [Some(sum(volume, poured)?), None],
                None => [Some(volume), Some(mass)],
            }
        }
        (Some(volume), Some(mass)) => match lots.all_in(Dimension::Volume, name, mass.unit)? {
            Some(weighed) => [None, Some(sum(mass, weighed)?)],
            None => [Some(volume), Some(mass)],
        },
        apart => [apart.0, apart.1],
    };
    settled.extend(in_all.into_iter().flatten().map(Lot::of));
    settled.extend(total(&measured, Dimension::Length)?.map(Lot::of));
    settled.sort_by(|a, b| {
        rank(a)
            .partial_cmp(&rank(b))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    Ok(settled)
}

/// Things first, then packs, then what is measured, then pinches.
fn rank(lot: &Lot) -> impl PartialOrd {
    let kind = match lot.quantity.unit.map(Unit::dimension) {
        None => 0,
        Some(Dimension::Count) => 1,
        Some(Dimension::Volume) => 2,
        Some(Dimension::Mass) => 3,
        Some(Dimension::Length | Dimension::Temperature) => 4,
        Some(Dimension::Nominal) => 5,
    };
    let size = lot.size.map(|size| (size.low, size.high));
    let unit = |unit: Option<Unit>| unit.map_or("", Unit::name);
    (
        kind,
        unit(lot.quantity.unit),
        size,
        unit(lot.size.and_then(|size| size.unit)),
    )
}

fn is_measure(unit: Unit) -> bool {
    matches!(
        unit.dimension(),
        Dimension::Volume | Dimension::Mass | Dimension::Length
    )
}

/// The quantities of one dimension in one unit.
fn total(measured: &[Quantity], dimension: Dimension) -> Result<Option<Quantity>, TooLarge> {
    let mut of_kind: Vec<Quantity> = measured
        .iter()
        .copied()
        .filter(|quantity| quantity.unit.map(Unit::dimension) == Some(dimension))
        .collect();
    // The unit of the sum comes first, so that all others convert to it. Its amount in it
    // is kept as it is, whatever the others are.
    of_kind.sort_by_key(|quantity| std::cmp::Reverse(quantity.unit.map(standing)));
    let mut quantities = of_kind.into_iter();
    let Some(mut in_all) = quantities.next() else {
        return Ok(None);
    };
    for quantity in quantities {
        if let Some(more) = in_all.plus(quantity) {
            in_all = more?;
        }
    }
    Ok(Some(in_all))
}

/// Which unit a sum is told in: one of the system that measures finest, and of its units
/// the largest. It depends on nothing but the units, so no order of recipes changes it.
fn standing(unit: Unit) -> (u8, Option<Amount>, &'static str) {
    let finer = [System::Metric, System::Us, System::Imperial];
    let system = finer.iter().position(|&system| unit.belongs_to(system));
    let system = system.map_or(0, |place| (finer.len() - place) as u8);
    (system, unit.size(), unit.name())
}

/// Returns `quantity` of the thing called `name` in `unit`, by its `own` density or the
/// table's where one is a volume and the other a weight; `None` where they do not convert.
pub(super) fn in_unit(
    quantity: Quantity,
    name: &str,
    own: Option<Density>,
    unit: Option<Unit>,
) -> Result<Option<Quantity>, TooLarge> {
    let (Some(from), Some(to)) = (quantity.unit, unit) else {
        return Ok((quantity.unit == unit).then_some(quantity));
    };
    if from == to {
        return Ok(Some(quantity));
    }
    if from.dimension() == to.dimension() {
        return quantity.convert(to).transpose();
    }
    let Some(density) = own.or_else(|| density_of(name).copied()) else {
        return Ok(None);
    };
    let convert = |amount| density.convert(amount, from, to).transpose();
    let Some(low) = convert(quantity.low)? else {
        return Ok(None);
    };
    Ok(Some(Quantity {
        low,
        high: quantity.high.map(convert).transpose()?.flatten(),
        unit,
    }))
}

/// A size in the finest unit of its kind, so that 1 lb and 16 oz are one size.
fn sized(lot: Lot) -> Result<Lot, TooLarge> {
    let Some(size) = lot.size else {
        return Ok(lot);
    };
    let plain = match size.unit {
        Some(known::POUND) => known::OUNCE,
        Some(known::KILOGRAM) => known::GRAM,
        Some(known::LITER | known::CENTILITER | known::DECILITER) => known::MILLILITER,
        Some(known::US_CUP | known::US_PINT | known::US_QUART) => known::US_FLUID_OUNCE,
        Some(known::IMPERIAL_PINT | known::IMPERIAL_QUART) => known::IMPERIAL_FLUID_OUNCE,
        _ => return Ok(lot),
    };
    Ok(Lot {
        size: size.convert(plain).transpose()?.or(lot.size),
        ..lot
    })
}

impl Lot {
    /// Returns this lot of what `choice` names by weight, if one buys so much of it by
    /// weight and its density is known: 27 tbsp butter are 13 1/2 oz.
    pub fn as_weighed(&self, choice: &Choice) -> Option<Lot> {
        let name = choice.name.as_str();
        let unit = self.quantity.unit.filter(|_| self.size.is_none())?;
        let size = unit.size()?.times(self.quantity.low).ok()?;
        let is_much = size >= Amount::from(LEAST_WEIGHED);
        if unit.dimension() != Dimension::Volume || !is_much || is_poured(name) {
            return None;
        }
        let scale = if unit.belongs_to(System::Us) || unit.belongs_to(System::Imperial) {
            known::OUNCE
        } else {
            known::GRAM
        };
        in_unit(self.quantity, name, choice.density, Some(scale))
            .ok()?
            .map(Lot::of)
    }
}

/// Milliliters of a solid from which on one asks for its weight: one and a half cups.
const LEAST_WEIGHED: i64 = 350;
