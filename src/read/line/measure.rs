//! A number with its unit: `3-4 lb`, `1 cup to 1 1/2 cups`, `2 heaping tbsp`, `half a dozen`.
//!
//! ```text
//! measure = range dozen? unit? (joint number unit)?
//! dozen   = "dozen" | "doz"
//! ```
//! Owns when a number is an amount at all: `2% milk`, `5-spice` and `7UP` are names.
//! Must never know what an amount is for.

use super::LineError;
use super::cursor::Cursor;
use super::number::range_at;
use super::unit_word::{UnitWord, measures, unit_at};
use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::recipe::{Mention, Noun, Piece, Role, Span};
use crate::unit::Unit;

/// A number with its unit, if it has one, and where they stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    pub low: Amount,
    pub high: Option<Amount>,
    pub unit: Option<UnitWord>,
    /// Where the number starts and ends.
    pub start: usize,
    pub number_end: usize,
    /// Where the measure ends.
    pub end: usize,
}

impl Measure {
    /// Whether it measures room, weight or length.
    pub fn is_measured(&self) -> bool {
        self.unit.is_some_and(|word| measures(word.unit))
    }

    /// Adds its pieces to `pieces`: the mention, and the unit as a noun if it stands apart.
    pub fn push(&self, role: Role, pieces: &mut Vec<Piece>) {
        let together = self.unit.filter(|word| !word.apart);
        let end = together.map_or(self.number_end, |_| self.end);
        pieces.push(Piece::Amount(Mention {
            span: Span::new(self.start, end),
            role,
            quantity: Quantity {
                low: self.low,
                high: self.high,
                unit: self.unit.map(|word| word.unit),
            },
            unit_word: together.map(|word| Span::new(word.start, word.end)),
            as_written: true,
        }));
        if let Some(word) = self.unit.filter(|word| word.apart) {
            pieces.push(noun(word));
        }
    }
}

/// The word of a unit that stands apart from its number.
pub(super) fn noun(word: UnitWord) -> Piece {
    Piece::Noun(Noun {
        span: Span::new(word.start, word.end),
        singular: word.unit.singular().into(),
        plural: word.unit.plural().into(),
    })
}

/// Returns the measure at `cursor`: a number that is an amount, with or without a unit;
/// a number in words only if `words`.
pub(super) fn measure_at(cursor: Cursor<'_>, words: bool) -> Result<Option<Measure>, LineError> {
    let Some(number) = range_at(cursor, words)? else {
        return Ok(None);
    };
    let mut measure = Measure {
        low: number.low,
        high: number.high,
        unit: None,
        start: cursor.at,
        number_end: number.end,
        end: number.end,
    };
    let text = cursor.text;
    let after = Cursor::new(text, number.end);
    if let Some(end) = dozen_at(after) {
        let twelve = Amount::from(12);
        let times = |amount: Amount| amount.times(twelve).map_err(|_| too_large(cursor, end));
        measure.low = times(number.low)?;
        measure.high = number.high.map(times).transpose()?;
        measure.number_end = end;
        measure.end = end;
        // `2 dozen` counts, unless they are `2 dozen sprigs`.
        if let Some(word) = unit_at(Cursor::new(text, end), true).filter(|w| !measures(w.unit)) {
            measure.unit = Some(word);
            measure.end = word.end;
        }
        return Ok(Some(measure));
    }
    measure.unit = unit_at(after, true);
    match measure.unit {
        Some(word) => measure.end = word.end,
        None if is_name(after) => return Ok(None),
        None => return Ok(Some(measure)),
    }
    if let Some(second) = second_end(&measure, text, words)? {
        measure = second;
    }
    Ok(Some(measure))
}

/// The upper end of a range that repeats its unit: `100g-200g`, `1 cup to 1 1/2 cups`.
fn second_end(first: &Measure, text: &str, words: bool) -> Result<Option<Measure>, LineError> {
    let Some(unit) = first
        .unit
        .filter(|word| !word.apart && first.high.is_none())
    else {
        return Ok(None);
    };
    let mut next = Cursor::new(text, first.end);
    next.skip_spaces();
    let dash = next.eat_dash();
    next.skip_spaces();
    if !(next.eat_word("to") || next.eat_word("or") || dash) {
        return Ok(None);
    }
    next.skip_spaces();
    let Ok(Some(number)) = range_at(next, words) else {
        return Ok(None);
    };
    let second = unit_at(Cursor::new(text, number.end), false);
    Ok(second
        .filter(|word| word.unit == unit.unit && number.high.is_none() && first.low < number.low)
        .map(|word| Measure {
            high: Some(number.low),
            unit: Some(word),
            number_end: number.end,
            end: word.end,
            ..*first
        }))
}

fn too_large(cursor: Cursor<'_>, end: usize) -> LineError {
    LineError {
        reason: crate::amount::ReadError::TooLarge(cursor.text[cursor.at..end].into()),
        span: Span::new(cursor.at, end),
    }
}

/// Where the word `dozen` ends, if it comes next.
pub(super) fn dozen_at(cursor: Cursor<'_>) -> Option<usize> {
    let mut next = cursor;
    while next.skip_spaces() || next.eat('-') {}
    let word = next.letters();
    if ["dozen", "doz"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
    {
        next.at += word.len();
        next.eat('.');
        return Some(next.at);
    }
    None
}

/// Whether a number that has no unit and that ends at `after` is part of a name or of
/// something else that is no amount.
fn is_name(after: Cursor<'_>) -> bool {
    let next = after.past_spaces();
    match next.peek() {
        Some('%' | '°' | 'º' | '™' | '®') => return true,
        Some('/') if next.at == after.at => return true,
        Some(':') => return Cursor::new(next.text, next.at + 1).is_at_figure(),
        _ => {}
    }
    let word = next.letters();
    if ["percent", "degrees", "degree"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name))
    {
        return true;
    }
    // Glued letters: `7UP`, `1st`, but `2x400g`.
    if next.at == after.at && !word.is_empty() {
        return !(word.eq_ignore_ascii_case("x"));
    }
    // A dash and a word: `5-spice`, `24-karat`.
    let mut joined = after;
    joined.eat('-') && joined.peek().is_some_and(char::is_alphabetic)
}

/// A unit that stands for itself, without a number: `pinch of salt`.
pub(super) fn is_taken_bare(unit: Unit) -> bool {
    use crate::unit::Dimension;
    unit.dimension() == Dimension::Nominal
        || matches!(
            unit.singular(),
            "sprig"
                | "knob"
                | "bunch"
                | "slice"
                | "clove"
                | "piece"
                | "stick"
                | "can"
                | "cup"
                | "tablespoon"
                | "teaspoon"
                | "pack"
                | "packet"
                | "jar"
                | "bag"
                | "leaf"
                | "head"
                | "bulb"
                | "tin"
                | "bottle"
                | "cube"
                | "loaf"
                | "block"
                | "sheet"
                | "wedge"
                | "strip"
                | "stalk"
                | "scoop"
                | "package"
                | "pound"
                | "recipe"
                | "batch"
                | "quart"
                | "pint"
                | "gram"
                | "ounce"
                | "punnet"
                | "thumb"
                | "rasher"
                | "box"
                | "envelope"
                | "hunk"
                | "chunk"
                | "pot"
                | "bundle"
                | "Bund"
                | "botte"
                | "brin"
                | "mazzetto"
                | "ciuffo"
                | "ramita"
                | "manojo"
                | "bosje"
                | "takje"
                | "ramo"
                | "knippe"
                | "kvist"
        )
}
