//! The numbers of a measure and what joins them.
//!
//! Owns where a number starts and ends in prose. Must never know of units.

use super::words::{blank_at, word_at};
use crate::amount::{Amount, number_at};

/// No number is longer than this many bytes: three times as many digits as an amount holds.
const LONGEST: usize = 128;

/// A number in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Where it starts, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// How much it is.
    pub value: Amount,
}

/// What stands between two numbers that share a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// `3-4`, `3 to 4`: a range.
    Range,
    /// `8- or 9-inch`: one as well as the other.
    Or,
    /// `between 150 and 155°F`.
    And,
    /// `9x13-inch`, `9- by 15-inch`: one way and the other.
    By,
}

/// Returns the number at byte `at`.
pub(super) fn read(text: &str, at: usize) -> Option<Number> {
    let mut end = text.len().min(at + LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let (value, length) = number_at(text.get(at..end)?).ok()??;
    let end = at + length;
    Some(Number {
        start: at,
        end,
        value,
    })
}

/// Returns the number at byte `at` where one stands on its own, with its sign
/// (`-18`) or leading point (`.5`), which stand before `at`.
pub(super) fn read_alone(text: &str, at: usize) -> Option<Number> {
    let before = text[..at].chars().next_back();
    match before {
        Some('.') if starts_apart(text, at - 1) => read(text, at - 1),
        Some(sign @ ('-' | '\u{2212}')) if starts_apart(text, at - sign.len_utf8()) => {
            let number = read(text, at)?;
            Some(Number {
                start: at - sign.len_utf8(),
                value: Amount::ZERO.minus(number.value).ok()?,
                ..number
            })
        }
        Some('x' | 'X') => {
            let first = text[..at - 1].chars().next_back();
            read(text, at).filter(|_| first.is_some_and(|c| !c.is_alphabetic()))
        }
        // The lower part of what is no fraction: `1/0`.
        Some('/') if text[..at - 1].ends_with(|c: char| c.is_ascii_digit()) => None,
        Some('_' | '#' | '$' | '£' | '€' | '@' | '.') => None,
        Some(letter) if letter.is_alphanumeric() => None,
        _ => read(text, at),
    }
}

fn starts_apart(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let words = before.trim_end();
    if words.is_empty() || before.ends_with('(') || before[words.len()..].contains('\n') {
        return true;
    }
    // In `10 -12` and `150°F -155°F` the dash makes a range.
    let is_measure = |c: char| c.is_numeric() || matches!(c, '°' | 'º' | '˚' | 'F' | 'C');
    words.len() < before.len() && !words.ends_with(is_measure)
}

/// Returns how the number that ends at byte `at` goes on, and where the next starts.
///
/// ```text
/// joint = "-"? blank ("to" | "or" | "and" | "by" | "x" | "×" | dash) blank
///       | "-" ("to" | "or" | "by" | "x") "-"
/// ```
pub(super) fn joint(text: &str, at: usize) -> Option<(Joint, usize)> {
    if text[at..].starts_with('-') {
        let word = word_at(text, at + 1);
        let end = at + 1 + word.len();
        if let Some(joint) = joint_named(word).filter(|_| text[end..].starts_with('-')) {
            return Some((joint, end + 1));
        }
    }
    let hanging = text[at..].starts_with("- ") || text[at..].starts_with("-\u{a0}");
    let start = at + usize::from(hanging);
    let start = start + blank_at(text, start);
    let sign = text[start..].chars().next()?;
    let (joint, length) = match sign {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => (Joint::Range, sign.len_utf8()),
        '×' | '*' => (Joint::By, sign.len_utf8()),
        _ => match joint_named(word_at(text, start)) {
            Some(joint) => (joint, word_at(text, start).len()),
            None if hanging => (Joint::Range, 0),
            None => return None,
        },
    };
    let next = start + length;
    let next = next + blank_at(text, next);
    let first = text[next..].chars().next()?;
    (first.is_ascii_digit() || first == '.' || !first.is_ascii()).then_some((joint, next))
}

fn joint_named(word: &str) -> Option<Joint> {
    match word {
        "to" | "TO" => Some(Joint::Range),
        "or" | "OR" => Some(Joint::Or),
        "and" => Some(Joint::And),
        "by" | "x" | "X" => Some(Joint::By),
        _ => None,
    }
}

/// Returns where the digits around byte `at` end, to go on after what is no measure.
pub(super) fn skip(text: &str, at: usize) -> usize {
    let digits = text.as_bytes()[at..]
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    match digits {
        0 => at + text[at..].chars().next().map_or(1, char::len_utf8),
        _ => at + digits,
    }
}
