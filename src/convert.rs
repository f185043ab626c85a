//! Converts a recipe to another system of measures, exactly.
//!
//! Owns the choice of units and of the author's own halves of a dual amount
//! (`3-4 lb (1.5-1.8 kg)`). Must never round and never scale.

use crate::amount::{Amount, TooLarge};
use crate::diagnostic::Diagnostic;
use crate::quantity::Quantity;
use crate::recipe::{Mention, Piece, Recipe, Role, Text};
use crate::unit::{Dimension, System, Unit, degrees_between};

/// A converted recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// The recipe in its new measures.
    pub recipe: Recipe,
    /// What the cook should know.
    pub remarks: Vec<Diagnostic>,
}

/// Returns `recipe` with every volume, weight, length and temperature in the units of
/// `system`; what is already in them stands as written.
///
/// # Errors
/// [`TooLarge`] if an amount no longer fits.
pub fn convert(recipe: &Recipe, system: System) -> Result<Converted, TooLarge> {
    let mut converted = recipe.clone();
    let mut apart = Vec::new();
    let items = converted
        .ingredients
        .iter_mut()
        .flat_map(|group| &mut group.items);
    for ingredient in items {
        let head = ingredient.line.pieces.len() - ingredient.lead;
        if !convert_text(&mut ingredient.line, system)? {
            apart.push(ingredient.line.source.clone());
        }
        // Pieces only ever go from the amount, which stands before the thing.
        if ingredient.lead > 0 {
            ingredient.lead = ingredient.line.pieces.len().saturating_sub(head);
        }
    }
    if let Some(makes) = &mut converted.makes {
        convert_text(makes, system)?;
    }
    for text in converted.prose_mut() {
        convert_text(text, system)?;
    }
    let mut remarks = Vec::new();
    if !apart.is_empty() {
        remarks.push(Diagnostic::note(
            "as-written",
            format!(
                "left as written, because number and unit stand apart: {}",
                apart.join("; ")
            ),
        ));
    }
    Ok(Converted {
        recipe: converted,
        remarks,
    })
}

/// Converts every amount in `text`; returns whether none had to be left.
fn convert_text(text: &mut Text, system: System) -> Result<bool, TooLarge> {
    let mut complete = true;
    let mut at = 0;
    while at < text.pieces.len() {
        let Piece::Amount(head) = &text.pieces[at] else {
            at += 1;
            continue;
        };
        if unit_for(head, system).is_none() {
            at += 1;
            continue;
        }
        let group = Group::at(&text.pieces, at);
        if let Some(own) = group.own_half(&text.pieces, system) {
            keep_half(text, &group, own);
        } else if !convert_group(text, &group, system)? {
            complete = false;
        }
        at += 1;
    }
    Ok(complete)
}

/// An amount with what is said of it: where it stands among the pieces, what is added
/// to it, and the same amount in other units.
struct Group {
    head: usize,
    addends: Vec<usize>,
    duals: Vec<usize>,
}

impl Group {
    fn at(pieces: &[Piece], head: usize) -> Group {
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
    fn own_half(&self, pieces: &[Piece], system: System) -> Option<usize> {
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
}

/// Keeps of a dual amount only the half `own`, with the role of the first.
fn keep_half(text: &mut Text, group: &Group, own: usize) {
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
fn convert_group(text: &mut Text, group: &Group, system: System) -> Result<bool, TooLarge> {
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
    let mut quantity = convert_quantity(joined.unwrap_or(head.quantity), head.role, unit)?;
    // Small and large amounts read better in the unit that a cook would take.
    if let Some(better) = unit_of_size(&quantity, system)
        && let Some(better) = quantity.convert(better)
    {
        quantity = better?;
    }
    if let Piece::Amount(first) = &mut text.pieces[group.head] {
        first.quantity = quantity;
        first.as_written = false;
    }
    if joined.is_some() {
        let last = group.addends.last().copied().unwrap_or(group.head);
        drop_pieces(text, group.head + 1..last + 1);
    }
    // What is dropped moves the places of the halves that follow.
    let duals = Group::at(&text.pieces, group.head).duals;
    for &index in duals.iter().rev() {
        convert_dual(text, index, unit.dimension(), system)?;
    }
    Ok(true)
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
    if opens_bracket(text, index) {
        drop_closing_bracket(text, index + 1);
    }
    let joint = matches!(text.pieces[index - 1], Piece::Words(_));
    drop_pieces(text, index - usize::from(joint)..index + 1);
    Ok(())
}

/// The sum of an amount and what is added to it; `None` if nothing is, or if the
/// addends do not convert into its unit.
fn join_addends(text: &Text, group: &Group, head: &Mention) -> Result<Option<Quantity>, TooLarge> {
    let mut sum = head.quantity;
    for &index in &group.addends {
        let Piece::Amount(addend) = &text.pieces[index] else {
            return Ok(None);
        };
        match sum.plus(addend.quantity) {
            Some(more) => sum = more?,
            None => return Ok(None),
        }
    }
    Ok((!group.addends.is_empty()).then_some(sum))
}

fn convert_quantity(quantity: Quantity, role: Role, unit: Unit) -> Result<Quantity, TooLarge> {
    if role == Role::Difference
        && let Some(from) = quantity.unit
    {
        let change = |degrees: Amount| degrees_between(degrees, from, unit).unwrap_or(Ok(degrees));
        return Ok(Quantity {
            low: change(quantity.low)?,
            high: quantity.high.map(change).transpose()?,
            unit: Some(unit),
        });
    }
    quantity.convert(unit).unwrap_or(Ok(quantity))
}

fn is_measure(unit: Unit) -> bool {
    !matches!(unit.dimension(), Dimension::Count | Dimension::Nominal)
}

/// The unit of `system` that `mention` converts to; `None` if it stays.
fn unit_for(mention: &Mention, system: System) -> Option<Unit> {
    match mention.role {
        Role::Dual | Role::Addend => None,
        _ => counterpart(mention.quantity.unit?, system),
    }
}

/// What `system` measures with instead of `unit`; `None` if it has `unit` itself, or if
/// every system has.
fn counterpart(unit: Unit, system: System) -> Option<Unit> {
    if unit.belongs_to(system) {
        return None;
    }
    let name = match (unit.dimension(), system) {
        (Dimension::Volume, System::Metric) => "ml",
        (Dimension::Volume, System::Us) => "cup",
        (Dimension::Volume, System::Imperial) => "imperial fl oz",
        (Dimension::Mass, System::Metric) => "g",
        (Dimension::Mass, System::Us | System::Imperial) => "oz",
        (Dimension::Length, System::Metric) => "cm",
        (Dimension::Length, System::Us | System::Imperial) => "inch",
        (Dimension::Temperature, System::Us) => "°F",
        (Dimension::Temperature, System::Metric | System::Imperial) => "°C",
        (Dimension::Count | Dimension::Nominal, _) => return None,
    };
    Unit::named(name)
}

/// The unit in which a cook measures so much.
fn unit_of_size(quantity: &Quantity, system: System) -> Option<Unit> {
    let unit = quantity.unit?;
    let size = quantity.low.times(unit.size()?).ok()?;
    let milliliters = |least: i64| size >= Amount::from(least);
    let name = match (unit.dimension(), system) {
        (Dimension::Volume, System::Us) if !milliliters(15) => "tsp",
        (Dimension::Volume, System::Us) if !milliliters(59) => "tbsp",
        (Dimension::Volume, System::Imperial) if !milliliters(15) => "imperial teaspoon",
        (Dimension::Volume, System::Imperial) if !milliliters(56) => "imperial tablespoon",
        (Dimension::Volume, System::Imperial) if milliliters(284) => "imperial pint",
        (Dimension::Mass, System::Us | System::Imperial) if milliliters(454) => "lb",
        _ => return None,
    };
    Unit::named(name)
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
