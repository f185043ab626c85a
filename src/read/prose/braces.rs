//! Amounts that an author put in braces: `{1 tsp}`.
//!
//! Owns what may stand between braces. Must never read outside of them.
//!
//! ```text
//! braced = "{" part (("plus" | "+" | "and") part)* "}"
//!        | "{" part words "}"
//! part   = number ((dash | "to" | "or") number)? unit?
//! ```
//! Words may follow, without figures: `{1 tsp oil}`, `{2 eggs}`; the mention is then the
//! amount alone. The parts of `{1 cup plus 2 tbsp}` are added, exactly. A temperature is never an
//! amount, because it would scale.

use super::finding::{Finding, Measure};
use super::number::{self, Joint};
use super::words::blank_at;
use crate::quantity::Quantity;
use crate::unit::{Dimension, Unit};
use std::ops::Range;

/// What is longer than this many bytes is no amount. A range of two mixed numbers of as many
/// digits as an amount may have is not.
const LONGEST: usize = 400;

/// What follows an amount is a few words; how long the amount is changes with its size.
const LONGEST_WORDS: usize = 80;

/// Returns the amount in the braces that open at byte `open`.
pub(super) fn read(text: &str, open: usize) -> Option<Finding> {
    let inside = text.as_bytes().get(open + 1..)?;
    let length = inside.iter().take(LONGEST).position(|&b| b == b'}')?;
    let close = open + 1 + length;
    alone(text, open, close).or_else(|| with_words(text, open, close))
}

/// Returns the amount that fills the braces from `open` to `close`.
fn alone(text: &str, open: usize, close: usize) -> Option<Finding> {
    let (mut sum, unit_word, mut at) = part(text, open + 1, close)?;
    while at < close {
        let next = addend(text, at)?;
        let (more, _, end) = part(text, next, close)?;
        sum = sum.plus(more)?.ok()?;
        at = end;
    }
    sum.low.is_positive().then_some(Finding {
        start: open,
        end: close + 1,
        low: sum.low,
        high: sum.high,
        unit_word,
        measure: Measure::Braced(sum.unit),
    })
}

/// Returns the amount that words follow in the braces from `open` to `close`.
fn with_words(text: &str, open: usize, close: usize) -> Option<Finding> {
    let start = open + 1 + blank_at(text, open + 1);
    let (low, high) = numbers(text, start, close)?;
    let end = high.map_or(low.end, |high| high.end);
    let word_start = end + blank_at(text, end);
    let rest = text.get(word_start..close)?;
    if word_start == end || rest.contains(char::is_numeric) || !low.value.is_positive() {
        return None;
    }
    let unit = units_at_start(rest)
        .into_iter()
        .find_map(|word| Some((word, Unit::named(word)?)));
    let of = unit.map(|(_, unit)| unit.dimension());
    let first = rest.split(|c: char| !c.is_alphanumeric()).next()?;
    // `2 cm-thick slices` are measured too.
    let of_first = of.or_else(|| Unit::named(first).map(Unit::dimension));
    if matches!(of_first, Some(Dimension::Temperature | Dimension::Length))
        || of.is_none() && matches!(first, "" | "F" | "f")
        || NEVER_SCALED.iter().any(|word| first.starts_with(word))
    {
        return None;
    }
    let unit_word = unit.map(|(word, _)| word_start..word_start + word.len());
    let words = unit.map_or(rest, |(word, _)| &rest[word.len()..]);
    if words.len() > LONGEST_WORDS {
        return None;
    }
    Some(Finding {
        start,
        end: unit_word.as_ref().map_or(end, |word| word.end),
        low: low.value,
        high: high.map(|high| high.value),
        unit_word,
        measure: Measure::Braced(unit.map(|(_, unit)| unit)),
    })
}

/// With these a number is a time, a heat or a measure of no exact size.
const NEVER_SCALED: [&str; 14] = [
    "min", "hour", "hr", "sec", "day", "week", "month", "degree", "percent", "time", "heap",
    "round", "scant", "level",
];

/// The first two words of `rest` and the first one, either of which may be a unit.
fn units_at_start(rest: &str) -> Vec<&str> {
    let mut ends = rest
        .match_indices(' ')
        .map(|(at, _)| at)
        .chain([rest.len()]);
    let first = ends.next().and_then(|end| rest.get(..end));
    let both = ends.next().and_then(|end| rest.get(..end));
    both.into_iter().chain(first).collect()
}

/// A number, or both ends of a range.
type Numbers = (number::Number, Option<number::Number>);

/// Returns the number or the range of numbers at `start`.
fn numbers(text: &str, start: usize, close: usize) -> Option<Numbers> {
    let low = number::read(text, start)?;
    let high = match number::joint(text, low.end) {
        Some((Joint::Range | Joint::Or, next)) => Some(number::read(text, next)?),
        _ => None,
    };
    let end = high.map_or(low.end, |high| high.end);
    let falls = high.is_some_and(|high| high.value <= low.value);
    (end <= close && !falls).then_some((low, high))
}

/// Returns one amount, where its unit stands, and where what follows it starts.
fn part(text: &str, start: usize, close: usize) -> Option<(Quantity, Option<Range<usize>>, usize)> {
    let start = start + blank_at(text, start);
    let (low, high) = numbers(text, start, close)?;
    let end = high.map_or(low.end, |high| high.end);
    let word_start = end + blank_at(text, end);
    let rest = text.get(word_start..close)?;
    let length = [" plus ", " + ", " and "]
        .iter()
        .filter_map(|joint| rest.find(joint))
        .min()
        .unwrap_or(rest.trim_end().len());
    let word = &rest[..length];
    let after = word_start + length;
    let after = if rest[length..].trim().is_empty() {
        close
    } else {
        after
    };
    let unit = match word {
        "" => None,
        word => Some(Unit::named(word)?),
    };
    if unit.is_some_and(|unit| unit.dimension() == Dimension::Temperature) {
        return None;
    }
    let quantity = Quantity {
        low: low.value,
        high: high.map(|high| high.value),
        unit,
    };
    Some((
        quantity,
        unit.map(|_| word_start..word_start + length),
        after,
    ))
}

/// Returns where the amount after `plus` starts.
fn addend(text: &str, at: usize) -> Option<usize> {
    ["plus ", "+ ", "and "].iter().find_map(|joint| {
        let start = at + blank_at(text, at);
        let rest = text.get(start..)?;
        rest.starts_with(joint).then_some(start + joint.len())
    })
}
