//! An amount with what belongs to it, converted as one: what is added to it, and the
//! same amount in other units.
//!
//! Owns the pieces of a text around an amount. Must never choose a unit.

use super::quantity::{ConvertError, convert_difference};
use super::target::{counterpart, unit_of_size};
use crate::amount::TooLarge;
use crate::quantity::Quantity;
use crate::recipe::{Mention, Piece, Role, Text};
use crate::unit::{Density, Dimension, System, Unit};

/// An amount with what is said of it: where it stands among the pieces, what is added
/// to it, and the same amount in other units.
pub(super) struct Group {
    head: usize,
    addends: Vec<usize>,
    duals: Vec<usize>,
}

impl Group {
    /// The group whose first amount is the piece `head`.
    pub(super) fn at(pieces: &[Piece], head: usize) -> Group {
        let mut group = Group {
            head,
            addends: Vec::new(),
            duals: Vec::new(),
        };
        for (index, piece) in pieces.iter().enumerate().skip(head + 1) {
            match piece {
                Piece::Amount(mention) if mention.role == Role::Dual => group.duals.push(index),
                Piece::Amount(mention) if mention.role == Role::Addend => group.addends.push(index),
                Piece::Amount(_) => break,
                _ => {}
            }
        }
        group
    }

    /// The author's own amount in `system`, if there is one.
    pub(super) fn own_half(&self, pieces: &[Piece], system: System) -> Option<usize> {
        self.duals
            .iter()
            .copied()
            .find(|&index| match &pieces[index] {
                Piece::Amount(dual) => dual
                    .quantity
                    .unit
                    .is_some_and(|unit| unit.belongs_to(system) && is_measure(unit)),
                _ => false,
            })
    }

    /// The author's own amount of this dimension, if there is one.
    pub(super) fn half_of(&self, pieces: &[Piece], dimension: Dimension) -> Option<usize> {
        let measures = |mention: &Mention| mention.quantity.unit.map(Unit::dimension);
        self.duals.iter().copied().find(|&index| {
            matches!(&pieces[index], Piece::Amount(dual) if measures(dual) == Some(dimension))
        })
    }
}

/// Keeps of a dual amount only the half `own`, with the role of the first.
pub(super) fn keep_half(text: &mut Text, group: &Group, own: usize) {
    let role = match &text.pieces[group.head] {
        Piece::Amount(head) => head.role,
        _ => return,
    };
    if let Piece::Amount(half) = &mut text.pieces[own] {
        half.role = role;
    }
    let last = group.duals.last().copied().unwrap_or(own);
    let opened = opens_bracket(text, own);
    drop_pieces(text, own + 1..last + 1);
    if opened {
        drop_closing_bracket(text, own + 1);
    }
    drop_pieces(text, group.head..own);
}

/// Converts an amount, what is added to it, and its other halves; returns `false` if it
/// had to be left because its unit stands apart from its number.
pub(super) fn convert_group(
    text: &mut Text,
    group: &Group,
    system: System,
) -> Result<bool, TooLarge> {
    let Piece::Amount(head) = text.pieces[group.head].clone() else {
        return Ok(true);
    };
    let Some(unit) = unit_for(&head, system) else {
        return Ok(true);
    };
    // `9x13-inch`: the first number has its unit at the second.
    let shared = matches!(head.role, Role::Length | Role::Oven | Role::Inner);
    if head.unit_word.is_none() && !shared {
        return Ok(false);
    }
    let joined = join_addends(text, group, &head)?;
    let quantity = convert_quantity(joined.unwrap_or(head.quantity), head.role, unit)?;
    put_first(text, group, quantity, joined.is_some(), system)?;
    // What is dropped moves the places of the halves that follow.
    let duals = Group::at(&text.pieces, group.head).duals;
    for &index in duals.iter().rev() {
        convert_dual(text, index, unit.dimension(), system)?;
    }
    Ok(true)
}

/// Weighs an amount that is a volume, or measures one that is a weight, by `density`, in
/// `unit`; returns `false` if it had to be left.
pub(super) fn weigh_group(
    text: &mut Text,
    group: &Group,
    density: &Density,
    unit: Unit,
    system: System,
) -> Result<bool, TooLarge> {
    let Piece::Amount(head) = text.pieces[group.head].clone() else {
        return Ok(false);
    };
    let joined = join_addends(text, group, &head)?;
    if head.unit_word.is_none() || joined.is_none() && !group.addends.is_empty() {
        return Ok(false);
    }
    let Some(weighed) = joined.unwrap_or(head.quantity).convert_by(density, unit) else {
        return Ok(false);
    };
    put_first(text, group, weighed?, joined.is_some(), system)?;
    // Another half was the same amount measured as before.
    let duals = Group::at(&text.pieces, group.head).duals;
    for &index in duals.iter().rev() {
        drop_dual(text, index);
    }
    Ok(true)
}

/// Puts `quantity` in the place of the first amount, in the unit that a cook would take
/// for so much; `joined` says that it holds what was added to it as well.
fn put_first(
    text: &mut Text,
    group: &Group,
    mut quantity: Quantity,
    joined: bool,
    system: System,
) -> Result<(), TooLarge> {
    if let Some(better) = unit_of_size(&quantity, system)
        && let Some(better) = quantity.convert(better)
    {
        quantity = better?;
    }
    if let Piece::Amount(first) = &mut text.pieces[group.head] {
        first.quantity = quantity;
        first.as_written = false;
    }
    if joined {
        let last = group.addends.last().copied().unwrap_or(group.head);
        drop_pieces(text, group.head + 1..last + 1);
    }
    Ok(())
}

/// Converts another half of an amount, or drops it where it would only repeat the first.
fn convert_dual(
    text: &mut Text,
    index: usize,
    first: Dimension,
    system: System,
) -> Result<(), TooLarge> {
    let Piece::Amount(dual) = &mut text.pieces[index] else {
        return Ok(());
    };
    let Some(unit) = dual
        .quantity
        .unit
        .and_then(|unit| counterpart(unit, system))
    else {
        return Ok(());
    };
    if unit.dimension() != first {
        dual.quantity = convert_quantity(dual.quantity, dual.role, unit)?;
        dual.as_written = false;
        return Ok(());
    }
    drop_dual(text, index);
    Ok(())
}

/// Drops another half of an amount with the words that join it and its brackets.
fn drop_dual(text: &mut Text, index: usize) {
    if opens_bracket(text, index) {
        drop_closing_bracket(text, index + 1);
    }
    let joint = matches!(text.pieces[index - 1], Piece::Words(_));
    drop_pieces(text, index - usize::from(joint)..index + 1);
}

/// The sum of an amount and what is added to it; `None` if nothing is, or if the
/// addends do not convert into its unit.
fn join_addends(text: &Text, group: &Group, head: &Mention) -> Result<Option<Quantity>, TooLarge> {
    let mut sum = head.quantity;
    for &index in &group.addends {
        let Piece::Amount(addend) = &text.pieces[index] else {
            return Ok(None);
        };
        let joined = if is_taken_away(text, index) {
            sum.minus(addend.quantity)
        } else {
            sum.plus(addend.quantity)
        };
        match joined {
            Some(joined) => sum = joined?,
            None => return Ok(None),
        }
    }
    Ok((!group.addends.is_empty()).then_some(sum))
}

/// Whether the words before the addend at the piece `index` take it away: `1 cup minus
/// 1 tbsp`.
fn is_taken_away(text: &Text, index: usize) -> bool {
    matches!(&text.pieces[index - 1], Piece::Words(span) if text.at(*span).contains("minus"))
}

fn convert_quantity(quantity: Quantity, role: Role, unit: Unit) -> Result<Quantity, TooLarge> {
    if role == Role::Difference {
        return match convert_difference(quantity, unit) {
            Err(ConvertError::TooLarge(error)) => Err(error),
            converted => Ok(converted.unwrap_or(quantity)),
        };
    }
    quantity.convert(unit).unwrap_or(Ok(quantity))
}

fn is_measure(unit: Unit) -> bool {
    !matches!(unit.dimension(), Dimension::Count | Dimension::Nominal)
}

/// The unit of `system` that `mention` converts to; `None` if it stays.
pub(super) fn unit_for(mention: &Mention, system: System) -> Option<Unit> {
    match mention.role {
        Role::Dual | Role::Addend => None,
        _ => counterpart(mention.quantity.unit?, system),
    }
}

fn drop_pieces(text: &mut Text, range: std::ops::Range<usize>) {
    if range.start < range.end {
        text.pieces.drain(range);
    }
}

/// Whether the words before the piece `at` end with an opening bracket.
fn opens_bracket(text: &Text, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| match &text.pieces[before] {
            Piece::Words(span) => text.at(*span).trim_end().ends_with(['(', '[']),
            _ => false,
        })
}

/// Drops the bracket with which the words at the piece `at` begin.
fn drop_closing_bracket(text: &mut Text, at: usize) {
    if let Some(Piece::Words(span)) = text.pieces.get(at)
        && text.at(*span).starts_with([')', ']'])
    {
        let mut rest = *span;
        rest.start += 1;
        text.pieces[at] = Piece::Words(rest);
    }
}
