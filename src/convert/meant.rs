//! Which unit a word means where it has several: a cup, a stick, an ounce.
//!
//! Owns what of the kitchen, the thing and the other half tells it. Must never convert.

use super::group::Group;
use super::weight::measures_thing;
use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::recipe::{Piece, Recipe, Text};
use crate::unit::{Dimension, Household, System, Unit, known};

/// Makes every plain cup and spoon in `recipe` the one of `household`.
pub fn mean_household(recipe: &mut Recipe, household: Household) {
    if household == Household::default() {
        return;
    }
    let items = recipe
        .ingredients
        .iter_mut()
        .flat_map(|group| &mut group.items);
    for ingredient in items {
        take_household(&mut ingredient.line, household);
    }
    for own in &mut recipe.densities {
        let meant = own.density.meant_in(household);
        if meant != own.density {
            // Whoever reads the figure again need not know which cup it was.
            own.written = meant.to_string();
            own.density = meant;
        }
    }
    if let Some(text) = &mut recipe.makes {
        take_household(text, household);
    }
    for text in recipe.prose_mut() {
        take_household(text, household);
    }
}

/// Makes every plain cup and spoon in `text` the one that is meant.
fn take_household(text: &mut Text, household: Household) {
    for mention in text.mentions_mut() {
        mention.quantity.unit = mention.quantity.unit.map(|unit| household.own(unit));
    }
}

/// A stick of butter has a weight; other sticks have none.
pub(super) fn take_sticks_of_butter(quantity: &mut Quantity, name: &str) {
    if quantity.unit != Some(known::STICK) {
        return;
    }
    let name = name.to_lowercase();
    let solid = ["butter", "margarine", "shortening"];
    if solid.iter().any(|solid| name.contains(solid)) {
        quantity.unit = Some(known::STICK_OF_BUTTER);
    }
}

/// Makes sticks of butter that stayed plain sticks again, as they are written.
pub(super) fn give_back_sticks(line: &mut Text) {
    for piece in &mut line.pieces {
        if let Piece::Amount(mention) = piece
            && mention.quantity.unit == Some(known::STICK_OF_BUTTER)
            && let Some(word) = mention.unit_word
        {
            let word = line.source.get(word.range()).unwrap_or_default();
            mention.quantity.unit = Unit::named(word).or(mention.quantity.unit);
        }
    }
}

/// Makes ounces fluid ones where their other half is as many milliliters, to a twentieth:
/// `1 oz (30 ml) rum`. An ounce of water by weight is 28 ml.
pub(super) fn take_fluid_ounces(line: &mut Text) {
    for at in 0..line.pieces.len() {
        let fluid = match &line.pieces[at] {
            Piece::Amount(head)
                if head.quantity.unit == Some(known::OUNCE)
                    && measures_thing(head, Dimension::Mass) =>
            {
                Quantity {
                    unit: Some(known::US_FLUID_OUNCE),
                    ..head.quantity
                }
            }
            _ => continue,
        };
        let group = Group::at(line, at);
        let is_fluid = group
            .other_halves(line)
            .any(|half| is_as_much(&fluid, half));
        if is_fluid && let Piece::Amount(head) = &mut line.pieces[at] {
            head.quantity = fluid;
        }
    }
}

/// Whether `metric` is in milliliters or their like and as much as `one`, to a twentieth.
/// A cup of 8 ounces may as well be one that weighs so much.
fn is_as_much(one: &Quantity, metric: &Quantity) -> bool {
    let unit = metric
        .unit
        .filter(|unit| unit.dimension() == Dimension::Volume && unit.belongs_to(System::Metric));
    let Some(Ok(one)) = unit.and_then(|unit| one.convert(unit)) else {
        return false;
    };
    let (less, more) = (one.low.min(metric.low), one.low.max(metric.low));
    let times = |amount: Amount, factor: i64| amount.times(Amount::from(factor));
    matches!((times(more, 20), times(less, 21)), (Ok(more), Ok(most)) if more <= most)
}
