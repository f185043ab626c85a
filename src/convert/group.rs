//! An amount with what belongs to it, converted as one: what is added to it, and the
//! same amount in other units.
//!
//! Owns the pieces of a text around an amount. Must never choose a unit.

use super::joint::{
    cut_out, drop_closing_bracket, drop_total, end_late_amount, open_bracket, opens_bracket,
    opens_for_more, says_more, says_more_behind,
};
use super::mention::{convert_by_role, has_unit_at_hand, is_inexact, put};
use super::target::counterpart;
use super::weight::measures_thing;
use crate::amount::TooLarge;
use crate::quantity::Quantity;
use crate::recipe::{self, Mention, Piece, Role, Text};
use crate::unit::{Density, Dimension, System, Unit};
use std::ops::Range;

/// An amount with what is said of it: where it stands among the pieces, what is added
/// to it, and the same amount in other units.
pub(super) struct Group {
    head: usize,
    addends: Vec<usize>,
    duals: Vec<usize>,
}

/// A group of more pieces is none that a cook wrote.
const MOST_PIECES: usize = 64;

impl Group {
    /// The group whose first amount is the piece `head`, as far as it is one sum, to be
    /// converted as one; what is added further on follows by itself: in `1 lb 4 oz plus 1 cup`
    /// a volume is added to a weight, in `1 cup sugar, plus 2 tbsp` a name stands between, and
    /// in `1 cup (240 ml) plus 2 tbsp (30 ml)` each amount has its own other half.
    pub(super) fn at(text: &Text, head: usize) -> Group {
        let mut group = Group {
            head,
            addends: Vec::new(),
            duals: Vec::new(),
        };
        let Some(Piece::Amount(first)) = text.pieces.get(head) else {
            return group;
        };
        let (mut sum, mut last) = (first.quantity, first);
        let pieces = text.pieces.iter().enumerate().skip(head + 1);
        for (index, piece) in pieces.take(MOST_PIECES) {
            match piece {
                Piece::Amount(mention) if mention.role == Role::Dual => {
                    if is_of_whole(text, head, mention) {
                        break;
                    }
                    if is_inexact_half(text, index) {
                        continue;
                    }
                    // Behind further words another amount is told: `600 g/1 lb 5 oz lamb
                    // (500 g/1 lb 2 oz after the fat is cut off)`.
                    if let Some(&dual) = group.duals.last()
                        && says_more_behind(text, dual + 1..index)
                        && !is_other_heat(text, dual, mention)
                    {
                        break;
                    }
                    group.duals.push(index);
                }
                Piece::Amount(mention) if mention.role == Role::Addend => {
                    if text.dual_with(index).is_some_and(|dual| dual != head) {
                        continue;
                    }
                    let is_apart = is_inexact(mention) || text.joint(last, mention).is_none();
                    if !group.duals.is_empty() || is_apart {
                        break;
                    }
                    let Some(Ok(joined)) = add(text, sum, mention) else {
                        break;
                    };
                    (sum, last) = (joined, mention);
                    group.addends.push(index);
                }
                Piece::Amount(mention) if is_same_size(text, head, index, mention) => {
                    group.duals.push(index);
                }
                Piece::Amount(_) => break,
                _ => {}
            }
        }
        let is_of_last = |dual: &usize| match &text.pieces[*dual] {
            Piece::Amount(dual) => dual.quantity.tells_rather(&last.quantity, &sum),
            _ => false,
        };
        if !group.addends.is_empty() && group.duals.iter().any(is_of_last) {
            group.addends.pop();
            group.duals.clear();
        }
        group
    }

    /// The last piece of the amount with what is added to it.
    pub(super) fn end(&self) -> usize {
        self.addends.last().copied().unwrap_or(self.head)
    }

    /// What the author tells in other units.
    pub(super) fn other_halves<'t>(&self, text: &'t Text) -> impl Iterator<Item = &'t Quantity> {
        self.duals
            .iter()
            .filter_map(|&index| match &text.pieces[index] {
                Piece::Amount(dual) => Some(&dual.quantity),
                _ => None,
            })
    }

    /// The author's own amount in `system`, if there is one; of things measured `by` weight
    /// none by volume, and the other way round.
    pub(super) fn own_half(
        &self,
        pieces: &[Piece],
        system: System,
        by: Option<Dimension>,
    ) -> Option<usize> {
        let Piece::Amount(head) = &pieces[self.head] else {
            return None;
        };
        // What could not be weighed may stay as it is measured, and the size of a package.
        let by = by.filter(|by| measures_thing(head, *by));
        let is_own = |&index: &usize| {
            unit_at(pieces, index).is_some_and(|unit| {
                unit.belongs_to(system)
                    && is_measure(unit)
                    && by.is_none_or(|by| unit.dimension() == by)
            })
        };
        // Of `between 65 and 70°F (18 and 21°C)` the second is the half of the second.
        let is_nearer = |one: usize, other: usize| match (&pieces[one], &pieces[other]) {
            (Piece::Amount(one), Piece::Amount(other)) => {
                head.quantity.tells_rather(&one.quantity, &other.quantity)
            }
            _ => false,
        };
        let own = self.duals.iter().copied().filter(is_own);
        own.reduce(|best, next| if is_nearer(next, best) { next } else { best })
    }

    /// The author's own amount of this dimension, if there is one; best in `system`.
    pub(super) fn half_of(
        &self,
        pieces: &[Piece],
        dimension: Dimension,
        system: System,
    ) -> Option<usize> {
        let halves = || {
            self.duals.iter().copied().filter_map(move |index| {
                let unit = unit_at(pieces, index).filter(|unit| unit.dimension() == dimension)?;
                Some((index, unit))
            })
        };
        halves()
            .find(|(_, unit)| unit.belongs_to(system))
            .or_else(|| halves().next())
            .map(|(index, _)| index)
    }
}

/// Whether the other half at the piece `dual`, or what is added to it, is [inexact](is_inexact),
/// so that it stays as it is written.
fn is_inexact_half(text: &Text, dual: usize) -> bool {
    let pieces = text.pieces.iter().enumerate();
    let mut amounts = pieces.skip(dual).filter_map(|(at, piece)| match piece {
        Piece::Amount(mention) => Some((at, mention)),
        _ => None,
    });
    amounts.next().is_some_and(|(_, half)| is_inexact(half))
        || amounts
            .take_while(|(_, mention)| mention.role == Role::Addend)
            .take(MOST_PIECES)
            .any(|(at, addend)| is_inexact(addend) && text.dual_with(at) == Some(dual))
}

/// Whether another half in `text`, or what is added to one, is [inexact](is_inexact) and would
/// otherwise convert to `system`.
pub(super) fn leaves_inexact(text: &Text, system: System) -> bool {
    text.pieces
        .iter()
        .enumerate()
        .any(|(at, piece)| match piece {
            Piece::Amount(mention) if is_inexact(mention) => {
                let is_of_half = mention.role == Role::Dual || text.dual_with(at).is_some();
                let unit = mention.quantity.unit;
                is_of_half && unit.is_some_and(|unit| counterpart(unit, system).is_some())
            }
            _ => false,
        })
}

/// The last piece of what is added to the other half at the piece `dual`, or that half itself.
fn end_of_half(text: &Text, dual: usize) -> usize {
    let group = Group::at(text, dual);
    group.addends.last().copied().unwrap_or(dual)
}

/// Makes one amount of the other half at the piece `dual` and of what is added to it.
fn join_half(text: &mut Text, dual: usize) -> Result<(), TooLarge> {
    let group = Group::at(text, dual);
    let sum = match &text.pieces[dual] {
        Piece::Amount(head) => join_addends(text, &group, head)?,
        _ => None,
    };
    if let (Some(sum), Some(&last), Piece::Amount(half)) =
        (sum, group.addends.last(), &mut text.pieces[dual])
    {
        half.quantity = sum;
        half.as_written = false;
        drop_pieces(text, dual + 1..last + 1);
    }
    Ok(())
}

/// Whether `mention` is the second of two heats whose first is at the piece `dual`: `65 and
/// 70°F (18 and 21°C)`.
fn is_other_heat(text: &Text, dual: usize, mention: &Mention) -> bool {
    let Piece::Amount(first) = &text.pieces[dual] else {
        return false;
    };
    let unit = mention.quantity.unit;
    let between = first.span.range().end..mention.span.range().start;
    let between = text.source.get(between).map(str::trim);
    unit == first.quantity.unit
        && unit.map(Unit::dimension) == Some(Dimension::Temperature)
        && between == Some("and")
}

/// Whether `other`, the piece `index`, tells the size at the piece `head` again:
/// `1 (14 oz/400 g) can`.
fn is_same_size(text: &Text, head: usize, index: usize, other: &Mention) -> bool {
    let joined = index == head + 2 && !says_more(text, head + 1..index);
    matches!(other.role, Role::Pack | Role::Each)
        && joined
        && matches!(&text.pieces[head], Piece::Amount(head) if head.role == other.role)
}

/// Whether the piece `at` only tells the size before it again, so that it follows that.
pub(super) fn is_other_half_of_size(text: &Text, at: usize) -> bool {
    match (at.checked_sub(2), &text.pieces[at]) {
        (Some(head), Piece::Amount(mention)) => is_same_size(text, head, at, mention),
        _ => false,
    }
}

/// Whether `dual` tells what the whole line measures and not again the size of one package,
/// which is the piece `head`.
fn is_of_whole(text: &Text, head: usize, dual: &Mention) -> bool {
    match &text.pieces[head] {
        Piece::Amount(size) if matches!(size.role, Role::Pack | Role::Each) => {
            recipe::is_of_whole(&text.source, size.span.range().end, dual)
        }
        _ => false,
    }
}

/// Converts what the thing at the piece `at`, which is counted, measures altogether:
/// `2 cloves garlic (about 2 tsp)`. An author's own figure in `system` is enough.
pub(super) fn convert_total(text: &mut Text, at: usize, system: System) -> Result<(), TooLarge> {
    let mut totals = Vec::new();
    let mut size = None;
    for (index, piece) in text.pieces.iter().enumerate().skip(at + 1) {
        let Piece::Amount(mention) = piece else {
            continue;
        };
        match mention.role {
            Role::Dual if is_inexact_half(text, index) => {}
            Role::Dual if size.is_none_or(|size| is_of_whole(text, size, mention)) => {
                totals.push((index, mention.quantity.unit));
            }
            Role::Dual => {}
            Role::Pack | Role::Each => size = Some(index),
            _ => break,
        }
    }
    let known = |unit: &Option<Unit>| unit.is_some_and(|unit| unit.belongs_to(system));
    if totals.iter().any(|(_, unit)| known(unit)) {
        return Ok(());
    }
    for (index, _) in totals {
        convert_dual(text, index, Dimension::Count, system)?;
    }
    Ok(())
}

/// Keeps of a dual amount only the half `own`, with the role of the first; returns
/// `false` if it had to be left because its unit stands apart from its number.
pub(super) fn keep_half(text: &mut Text, group: &Group, own: usize) -> Result<bool, TooLarge> {
    let Piece::Amount(head) = text.pieces[group.head].clone() else {
        return Ok(true);
    };
    if head.unit_word.is_some() {
        for &dual in &group.duals {
            drop_total(text, end_of_half(text, dual));
        }
    }
    let first = group.duals.first().copied().unwrap_or(own);
    let end = group.end();
    let last = end_of_half(text, group.duals.last().copied().unwrap_or(own));
    // Of `2 cups (500 ml, sifted) flour` the bracket stays for its words.
    let is_apart = says_more(text, end + 1..first) || opens_for_more(text, first, last);
    // In `1 cup butter (225 g)` the name stays where it is.
    if is_apart && head.unit_word.is_none() {
        return Ok(false);
    }
    if is_apart {
        let place = group.duals.iter().position(|dual| *dual == own);
        for &dual in group.duals.iter().rev() {
            join_half(text, dual)?;
        }
        // What was dropped moved the places of the halves that follow.
        let duals = Group::at(text, group.head).duals;
        let own = place
            .and_then(|place| duals.get(place))
            .copied()
            .unwrap_or(own);
        let last = duals.get(group.duals.len() - 1).copied().unwrap_or(own);
        if let Piece::Amount(half) = &mut text.pieces[own] {
            half.role = head.role;
        }
        text.pieces[group.head] = text.pieces[own].clone();
        cut_out(text, first, last);
        drop_pieces(text, group.head + 1..end + 1);
        return Ok(true);
    }
    let own_end = end_of_half(text, own);
    if let Piece::Amount(half) = &mut text.pieces[own] {
        half.role = head.role;
    }
    // A bracket that opens in what goes and closes behind it goes as well.
    let opened = open_bracket(text, group.head + 1, last).is_some();
    drop_pieces(text, own_end + 1..last + 1);
    if opened {
        drop_closing_bracket(text, own_end + 1);
    }
    drop_pieces(text, group.head..own);
    if opened {
        end_late_amount(text, group.head + own_end - own + 1);
    }
    Ok(true)
}

/// Converts an amount into `unit`, with what is added to it, and its other halves; returns
/// `false` if it had to be left because its unit stands apart from its number.
pub(super) fn convert_group(
    text: &mut Text,
    group: &Group,
    unit: Unit,
    system: System,
) -> Result<bool, TooLarge> {
    let Piece::Amount(head) = &text.pieces[group.head] else {
        return Ok(true);
    };
    if !has_unit_at_hand(head) {
        return Ok(false);
    }
    let joined = join_addends(text, group, head)?;
    let whole = joined.as_ref().unwrap_or(&head.quantity);
    let quantity = convert_by_role(*whole, head.role, unit)?;
    put_first(text, group, quantity, joined.is_some(), system)?;
    // What is dropped moves the places of the halves that follow.
    let duals = other_halves(text, group.head);
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
    let Piece::Amount(head) = &text.pieces[group.head] else {
        return Ok(false);
    };
    let joined = join_addends(text, group, head)?;
    if head.unit_word.is_none() || joined.is_none() && !group.addends.is_empty() {
        return Ok(false);
    }
    let Some(weighed) = joined.unwrap_or(head.quantity).convert_by(density, unit) else {
        return Ok(false);
    };
    put_first(text, group, weighed?, joined.is_some(), system)?;
    // Another half was the same amount measured as before.
    let duals = other_halves(text, group.head);
    for &index in duals.iter().rev() {
        // How many pieces that is remains to be told: `2 cups (about 6 large) strawberries`.
        if unit_at(&text.pieces, index).is_some_and(is_measure) {
            join_half(text, index)?;
            drop_dual(text, index);
        }
    }
    Ok(true)
}

/// Puts `quantity` in the place of the first amount, in the unit that a cook would take
/// for so much; `joined` says that it holds what was added to it as well.
fn put_first(
    text: &mut Text,
    group: &Group,
    quantity: Quantity,
    joined: bool,
    system: System,
) -> Result<(), TooLarge> {
    if let Piece::Amount(first) = &mut text.pieces[group.head] {
        put(first, quantity, system)?;
    }
    if joined {
        drop_pieces(text, group.head + 1..group.end() + 1);
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
    join_half(text, index)?;
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
        dual.quantity = convert_by_role(dual.quantity, dual.role, unit)?;
        dual.as_written = false;
        return Ok(());
    }
    drop_dual(text, index);
    Ok(())
}

/// Drops another half of an amount with the words that join it and its brackets.
fn drop_dual(text: &mut Text, index: usize) {
    drop_total(text, index);
    if says_more(text, index - 1..index) || opens_for_more(text, index, index) {
        return cut_out(text, index, index);
    }
    let opened = opens_bracket(text, index);
    if opened {
        drop_closing_bracket(text, index + 1);
    }
    let joint = matches!(text.pieces[index - 1], Piece::Words(_));
    let start = index - usize::from(joint);
    drop_pieces(text, start..index + 1);
    if opened {
        end_late_amount(text, start);
    }
}

/// The sum of an amount and what is added to it; `None` if nothing is, or if the
/// addends do not convert into its unit.
fn join_addends(text: &Text, group: &Group, head: &Mention) -> Result<Option<Quantity>, TooLarge> {
    if group.addends.is_empty() {
        return Ok(None);
    }
    let mut sum = head.quantity;
    for &index in &group.addends {
        let Piece::Amount(addend) = &text.pieces[index] else {
            return Ok(None);
        };
        match add(text, sum, addend) {
            Some(joined) => sum = joined?,
            None => return Ok(None),
        }
    }
    Ok(Some(sum))
}

/// `sum` with `addend` added or taken away, as the word before it says; `None` if that
/// does not convert into its unit.
fn add(text: &Text, sum: Quantity, addend: &Mention) -> Option<Result<Quantity, TooLarge>> {
    if text.takes_away(addend) {
        sum.minus(addend.quantity)
    } else {
        sum.plus(addend.quantity)
    }
}

/// Where the other halves stand of the amount at the piece `head` alone.
fn other_halves(text: &Text, head: usize) -> Vec<usize> {
    let mut duals = Vec::new();
    for (index, piece) in text.pieces.iter().enumerate().skip(head + 1) {
        match piece {
            Piece::Amount(mention) if mention.role == Role::Dual => duals.push(index),
            // What is added to another half comes with it.
            Piece::Amount(mention)
                if mention.role == Role::Addend && text.dual_with(index).is_some() => {}
            Piece::Amount(_) => break,
            _ => {}
        }
    }
    duals.retain(|&dual| !is_inexact_half(text, dual));
    duals
}

/// The unit of the amount at the piece `at`.
fn unit_at(pieces: &[Piece], at: usize) -> Option<Unit> {
    match &pieces[at] {
        Piece::Amount(mention) => mention.quantity.unit,
        _ => None,
    }
}

fn is_measure(unit: Unit) -> bool {
    !unit.counts()
}

fn drop_pieces(text: &mut Text, range: Range<usize>) {
    if range.start < range.end {
        text.pieces.drain(range);
    }
}
