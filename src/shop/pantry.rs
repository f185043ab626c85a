//! What is left to buy once the pantry is counted.
//!
//! Owns what a stock covers. Must never pass over a stock that it could not set against
//! what is wanted without saying so.

use super::basket::name_for;
use super::name::{Names, key_of};
use super::{Choice, Item, Lot, ShopError, ShoppingList, lots};
use crate::amount::{Amount, TooLarge};
use crate::diagnostic::Diagnostic;
use crate::quantity::Quantity;
use std::collections::HashMap;

/// Returns `list` less what is in `stock`, exactly, and what could not be compared.
///
/// A thing in stock without an amount is there in plenty. What must be there is covered
/// before what is optional, and a thing before what may be bought instead of it.
///
/// # Errors
/// [`ShopError::TooLarge`] if a difference does not fit.
pub fn less_stock(
    list: ShoppingList,
    stock: &ShoppingList,
) -> Result<(ShoppingList, Vec<Diagnostic>), ShopError> {
    let mut shelf = Shelf {
        things: HashMap::new(),
        notes: Vec::new(),
    };
    for item in &stock.items {
        for choice in item.choices.iter().take(1) {
            shelf.put(choice)?;
        }
    }
    let mut items: Vec<Option<Item>> = list.items.into_iter().map(Some).collect();
    for optional in [false, true] {
        for slot in &mut items {
            if slot.as_ref().is_some_and(|item| item.optional == optional)
                && let Some(item) = slot.take()
            {
                *slot = shelf.take_from(item)?;
            }
        }
    }
    let list = ShoppingList {
        items: items.into_iter().flatten().collect(),
    };
    Ok((list, shelf.notes))
}

/// What is left of the stock.
struct Shelf {
    things: HashMap<String, Stocked>,
    notes: Vec<Diagnostic>,
}

#[derive(Default)]
struct Stocked {
    lots: Vec<Lot>,
    in_plenty: bool,
}

impl Shelf {
    fn put(&mut self, choice: &Choice) -> Result<(), ShopError> {
        let thing = self.things.entry(key_of(&choice.name)).or_default();
        thing.in_plenty |= choice.lots.is_empty();
        for lot in &choice.lots {
            // Of a range, only the lower end is sure to be there.
            let quantity = Quantity {
                high: None,
                ..lot.quantity
            };
            lots::add(&mut thing.lots, Lot { quantity, ..*lot })
                .map_err(ShopError::of(&choice.name))?;
        }
        Ok(())
    }

    /// Returns what of `item` is still to be bought; `None` if nothing is.
    fn take_from(&mut self, mut item: Item) -> Result<Option<Item>, ShopError> {
        for index in 0..item.choices.len() {
            let choice = &item.choices[index];
            let name = choice.name.clone();
            let Some(thing) = self.things.get_mut(&key_of(&name)) else {
                continue;
            };
            let before = choice.clone();
            let rest = thing
                .cover(choice, &mut self.notes)
                .map_err(ShopError::of(&name))?;
            let Some(rest) = rest else {
                return Ok(None);
            };
            let left = share_left(&before, &rest);
            item.choices[index] = rest;
            // Of what may be bought instead, the same share is left to buy.
            if let Some(share) = left.filter(|share| *share < Amount::ONE) {
                for (other, choice) in item.choices.iter_mut().enumerate() {
                    if other != index {
                        *choice = times(choice, share).map_err(ShopError::of(&name))?;
                    }
                }
            }
        }
        for choice in &mut item.choices {
            choice.name = name_for(&Names::single(&choice.name), &choice.lots);
        }
        Ok(Some(item))
    }
}

impl Stocked {
    /// Returns what of `choice` this stock does not cover; `None` if it covers all.
    fn cover(
        &mut self,
        choice: &Choice,
        notes: &mut Vec<Diagnostic>,
    ) -> Result<Option<Choice>, TooLarge> {
        if self.in_plenty {
            return Ok(None);
        }
        let mut rest = choice.clone();
        rest.lots.clear();
        let mut unlike = None;
        for wanted in &choice.lots {
            let mut wanted = *wanted;
            let mut compared = false;
            for stocked in &mut self.lots {
                compared |= subtract(&mut wanted, stocked, choice)?;
                if !wanted.quantity.low.is_positive() && wanted.quantity.high.is_none() {
                    break;
                }
            }
            if !compared {
                unlike = Some(wanted);
            }
            if wanted.quantity.low.is_positive() || wanted.quantity.high.is_some() {
                rest.lots.push(wanted);
            }
        }
        self.lots.retain(|lot| lot.quantity.low.is_positive());
        if let Some(wanted) = unlike
            && !self.lots.is_empty()
        {
            notes.push(unlike_note(&choice.name, &wanted, &self.lots[0]));
        }
        // A stock that is not used up has some left for what is wanted without a number.
        if !self.lots.is_empty() {
            rest.words.clear();
        }
        Ok((!rest.lots.is_empty() || !rest.words.is_empty()).then_some(rest))
    }
}

/// Takes from `wanted` and `stocked` what both have; returns whether they compare.
fn subtract(wanted: &mut Lot, stocked: &mut Lot, choice: &Choice) -> Result<bool, TooLarge> {
    let unit = wanted.quantity.unit;
    if stocked.size != wanted.size {
        return Ok(false);
    }
    let Some(there) = lots::in_unit(stocked.quantity, &choice.name, choice.density, unit)? else {
        return Ok(false);
    };
    let there = there.low;
    let most = wanted.quantity.high.unwrap_or(wanted.quantity.low);
    let taken = if there < most { there } else { most };
    let used_up = there <= most;
    let left = |amount: Amount| -> Result<Amount, TooLarge> {
        if amount > taken {
            amount.minus(taken)
        } else {
            Ok(Amount::ZERO)
        }
    };
    let high = wanted.quantity.high.map(left).transpose()?;
    let low = left(wanted.quantity.low)?;
    wanted.quantity = match high {
        // What may still be needed is bought.
        Some(high) if !low.is_positive() => Quantity::new(high, unit),
        high => Quantity { low, high, unit },
    };
    stocked.quantity.low = if used_up {
        Amount::ZERO
    } else {
        stocked
            .quantity
            .low
            .times(there.minus(taken)?.over(there)?)?
    };
    Ok(true)
}

fn unlike_note(name: &str, wanted: &Lot, stocked: &Lot) -> Diagnostic {
    let tell = |lot: &Lot| {
        let amount = |quantity: &Quantity| match quantity.unit {
            Some(unit) => format!("{} {}", quantity.low, unit.label(quantity.low)),
            None => quantity.low.to_string(),
        };
        match &lot.size {
            Some(size) => format!("{} of {}", amount(&lot.quantity), amount(size)),
            None => amount(&lot.quantity),
        }
    };
    Diagnostic::note(
        "unlike-units",
        format!(
            "`{name}`: the {} in stock cannot be set against the {} wanted, which stays on the list",
            tell(stocked),
            tell(wanted)
        ),
    )
    .hint("give the stock in the unit that the recipes use")
}

/// Which part of `before` is left in `rest`; `None` where no one number tells it.
fn share_left(before: &Choice, rest: &Choice) -> Option<Amount> {
    let ([before], [rest]) = (before.lots.as_slice(), rest.lots.as_slice()) else {
        return None;
    };
    let most = |lot: &Lot| lot.quantity.high.unwrap_or(lot.quantity.low);
    most(rest).over(most(before)).ok()
}

fn times(choice: &Choice, share: Amount) -> Result<Choice, TooLarge> {
    let mut part = choice.clone();
    for lot in &mut part.lots {
        lot.quantity = lot.quantity.times(share)?;
    }
    Ok(part)
}
