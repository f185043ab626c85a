//! A number with its unit: `3-4 lb`, `1 cup to 1 1/2 cups`, `2 heaping tbsp`, `half a dozen`.
//!
//! ```text
//! measure = range dozen? unit?
//!         | sum joint sum               a range with two units
//! sum     = number unit ("+"? number unit)?
//! dozen   = "dozen" | "doz"
//! ```
//! Owns when a number is an amount at all: `2% milk`, `5-spice` and `7UP` are names.
//! Must never know what an amount is for.

use super::LineError;
use super::cursor::Cursor;
use super::number::{range_at, range_from};
use super::token::Part;
use super::unit_word::{UnitWord, measures, unit_at};
use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::recipe::{Mention, Noun, Piece, Role, Span};
use crate::unit::{Dimension, System, Unit};

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

    /// The part that a token from `start` to `end` within this measure belongs to: what
    /// stands between the number and a unit apart from it, as `heaping`, is a remark.
    pub fn part_of(&self, start: usize, end: usize) -> Part {
        let between = |word: UnitWord| word.apart && start >= self.number_end && end <= word.start;
        match self.unit.is_some_and(between) {
            true => Part::Note,
            false => Part::Amount,
        }
    }

    /// Adds its pieces to `pieces`: the mention, and the unit as a noun if it stands apart.
    #[inline(always)]
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

    /// This number of dozens, the word for which ends at `end`, up to a second number if there
    /// is one: `a dozen or 15 eggs` is a range as `12 or 15 eggs` is, and `a dozen or 5` none.
    pub fn in_dozens(mut self, text: &str, end: usize, words: bool) -> Option<Measure> {
        // A dozen dozen is a slip of the pen.
        if dozen_at(Cursor::new(text, end)).is_some() {
            return None;
        }
        self.reach(text, end);
        if self.unit.is_none() && self.high.is_none() {
            let range = range_from(self.low, Cursor::new(text, end), words)?;
            if range.high.is_some() {
                self.high = range.high;
                self.reach(text, range.end);
            }
        }
        Some(self)
    }

    /// This measure with what is added to it without a sign, as one: `1 lb 4 oz`.
    pub fn with_rest(mut self, text: &str) -> Measure {
        if let Some(word) = self.unit.filter(|word| !word.apart)
            && self.high.is_none()
            && Cursor::new(text, self.end).past_spaces().is_at_figure()
            && let Some((low, end)) = sum(self.low, word.unit, word.unit, text, self.end)
        {
            self.low = low;
            self.unit = Some(UnitWord { end, ..word });
            self.end = end;
        }
        self
    }

    /// Takes the number to go on up to `end`, and the unit behind it.
    fn reach(&mut self, text: &str, end: usize) {
        self.number_end = end;
        self.end = end;
        // `2 dozen` counts, unless they are `2 dozen sprigs` or a dozen ounces.
        let counted = |word: &UnitWord| word.unit.dimension() != Dimension::Length;
        if let Some(word) = unit_at(Cursor::new(text, end), true).filter(counted) {
            self.unit = Some(word);
            self.end = word.end;
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
        return Ok(measure.in_dozens(text, end, words));
    }
    measure.unit = unit_at(after, true);
    match measure.unit {
        Some(word) => measure.end = word.end,
        None if is_name(after) => return Ok(None),
        None => return Ok(Some(measure)),
    }
    add_half(&mut measure, text);
    if let Some(range) = through(&measure, text, words) {
        measure = range;
    }
    Ok(Some(measure))
}

/// Adds the half that follows the unit: `1 cup and a half`.
fn add_half(measure: &mut Measure, text: &str) {
    let mut next = Cursor::new(text, measure.end);
    let follows = next.skip_spaces()
        && next.eat_word("and")
        && next.skip_spaces()
        && (next.eat_word("a") || next.eat_word("one"))
        && next.skip_spaces()
        && next.eat_word("half")
        && unit_at(next, false).is_none();
    let Some(unit) = &mut measure.unit else {
        return;
    };
    if follows
        && !unit.apart
        && measure.high.is_none()
        && let Some(half) = Amount::new(1, 2)
        && let Ok(low) = measure.low.plus(half)
    {
        measure.low = low;
        measure.end = next.at;
        unit.end = next.at;
    }
}

/// The range that begins with `first` and tells the unit twice: `100g-200g`,
/// `1 cup to 1 1/2 cups`, `2 tsp to 1 tbsp`, `1/4 cup + 2 tsp to 1/2 cup`.
fn through(first: &Measure, text: &str, words: bool) -> Option<Measure> {
    let unit = first
        .unit
        .filter(|word| !word.apart && first.high.is_none())?;
    // Behind most measures comes the thing itself, which begins with none of these.
    let next = Cursor::new(text, first.end).past_spaces().peek()?;
    let begins = ['+', '-', '.', 'o', 'O', 'p', 'P', 't', 'T'];
    if next.is_ascii() && !next.is_ascii_digit() && !begins.contains(&next) {
        return None;
    }
    let (low, low_end) = sum(first.low, unit.unit, unit.unit, text, first.end)?;
    let mut next = Cursor::new(text, low_end);
    next.skip_spaces();
    let dash = next.eat_dash();
    next.skip_spaces();
    let or = next.eat_word("or");
    if !(or || next.eat_word("to") || dash) {
        return None;
    }
    next.skip_spaces();
    let number = range_at(next, words).ok().flatten()?;
    let last = unit_at(Cursor::new(text, number.end), false)?;
    // `1 tbsp or 2 tsp` is a choice, no range.
    if number.high.is_some() || or && last.unit != unit.unit {
        return None;
    }
    let factor = last.unit.factor_to(unit.unit)?;
    let high = number.low.times(factor).ok()?;
    let (high, end) = sum(high, last.unit, unit.unit, text, last.end)?;
    (low < high).then_some(Measure {
        low,
        high: Some(high),
        unit: Some(UnitWord { end, ..last })
            .filter(|_| last.unit == unit.unit && end == last.end)
            .or(Some(UnitWord {
                end: unit.end,
                ..unit
            })),
        number_end: number.end,
        end,
        ..*first
    })
}

/// Adds to `amount` what stands behind it as `+ 2 tsp`, or as `2 oz` in `1 lb 2 oz`.
/// The sum is of `unit`; `before` is the unit of what stands before.
fn sum(
    amount: Amount,
    before: Unit,
    unit: Unit,
    text: &str,
    start: usize,
) -> Option<(Amount, usize)> {
    let mut next = Cursor::new(text, start).past_spaces();
    let sign = next.eat('+') || next.eat_word("plus");
    next.skip_spaces();
    if !next.peek().is_some_and(|c| c.is_numeric() || c == '.') {
        return Some((amount, start));
    }
    let Some(number) = range_at(next, false).ok().flatten() else {
        return Some((amount, start));
    };
    let Some(word) = unit_at(Cursor::new(text, number.end), false) else {
        return Some((amount, start));
    };
    let follows =
        sign || word.unit.size() < before.size() && is_metric(word.unit) == is_metric(before);
    match word.unit.factor_to(unit) {
        Some(factor) if follows && number.high.is_none() => {
            let more = number.low.times(factor).ok()?;
            Some((amount.plus(more).ok()?, word.end))
        }
        _ => Some((amount, start)),
    }
}

/// Whether a unit is of the metric system.
pub(super) fn is_metric(unit: Unit) -> bool {
    unit.belongs_to(System::Metric)
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
    if !matches!(next.peek(), Some('d' | 'D')) {
        return None;
    }
    let word = next.letters();
    if ["dozen", "doz"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
    {
        next.at += word.len();
        next.eat('.');
        // `dozen9` and `doz/2` are slips of the pen.
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '-' | '(' | ')');
        return Some(next.at).filter(|_| next.peek().is_none_or(ends));
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
        let times = Cursor::new(next.text, next.at + word.len()).past_spaces();
        return !(word.eq_ignore_ascii_case("x") && times.is_at_figure());
    }
    // A dash and a word: `5-spice`, `24-karat`.
    let mut joined = after;
    joined.eat('-') && joined.peek().is_some_and(char::is_alphabetic)
}
