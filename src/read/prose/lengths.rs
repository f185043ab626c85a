//! The words and signs that make a number a length.
//!
//! Owns every way to write inches, feet, centimeters and millimeters. Must never
//! know of temperatures.
//!
//! ```text
//! length = ("-" | blank)? ("of an" | "an")? ("inches" | "cm" | "mm" | "in" | "ft" | ...)
//!        | "″" | "”" | "''" | quote
//! ```
//! A quote is an inch unless it closes a quotation; `in` and `feet` are units only
//! where the words around them leave no other reading.

use super::number::Number;
use super::words::{blank_at, ends_at, is_one_of, word_at, words_after, words_before};
use crate::amount::Amount;
use crate::unit::Unit;
use std::ops::Range;

/// A quotation that opened further back than this is not looked for.
const LONGEST_QUOTATION: usize = 80;

/// Before `9 in.` or `9 in` these show that a length is meant.
const LEADS_TO_A_LENGTH: &[&str] = &[
    "about",
    "approximately",
    "approx",
    "roughly",
    "around",
    "nearly",
    "least",
    "most",
    "than",
    "a",
    "an",
    "by",
    "x",
    "to",
    "each",
];

/// After `9 in` these do.
const FOLLOWS_A_LENGTH: &[&str] = &[
    "thick",
    "thickness",
    "thin",
    "wide",
    "long",
    "deep",
    "high",
    "tall",
    "diameter",
    "round",
    "square",
    "apart",
    "across",
    "pan",
    "tin",
    "dish",
    "skillet",
    "springform",
    "pieces",
    "piece",
    "cubes",
    "slices",
    "rounds",
    "strips",
    "lengths",
    "batons",
    "chunks",
    "dice",
    "pie",
    "cake",
    "loaf",
    "plate",
    "x",
    "by",
];

/// After `2 feet` these show that no trotters are meant.
const FOLLOWS_FEET: &[&str] = &[
    "long", "apart", "away", "wide", "tall", "high", "above", "below", "from", "length", "lengths",
    "deep", "across", "square",
];

/// After `2 feet of` these do.
const SOLD_BY_LENGTH: &[&str] = &[
    "twine",
    "string",
    "foil",
    "parchment",
    "paper",
    "cheesecloth",
    "plastic",
    "wrap",
    "ribbon",
    "casing",
    "casings",
];

/// More inches than this are no inches: the quote after `2018` closes something.
const MOST_BY_SIGN: i64 = 100;

/// Returns the unit of length after `number`, and where its word stands. The first of
/// the numbers that share the unit starts at byte `first`; `chained` tells that they
/// are those of `9 x 13`, which leaves only lengths.
pub(super) fn read(
    text: &str,
    first: usize,
    number: Number,
    chained: bool,
) -> Option<(Unit, Range<usize>)> {
    let at = number.end;
    if !number.value.is_positive() {
        return None;
    }
    let inch = |range| {
        let unit = Unit::named("inch").filter(|_| number.value <= Amount::from(MOST_BY_SIGN));
        unit.map(|unit| (unit, range))
    };
    let rest = &text[at..];
    let sign = rest.chars().next()?;
    match sign {
        '″' | '〃' => return inch(at..at + sign.len_utf8()),
        '"' | '”' | '“' if !closes_quotation(text, first, sign) => {
            let end = at + sign.len_utf8();
            return inch(at..end).filter(|_| ends_at(text, end));
        }
        '\'' | '’' | '′' => {
            let twice = sign.len_utf8();
            let double = rest[twice..].starts_with(sign);
            return inch(at..at + 2 * twice).filter(|_| double);
        }
        _ => (),
    }
    let hyphen = matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}');
    let mut start = at
        + if hyphen {
            sign.len_utf8()
        } else {
            blank_at(text, at)
        };
    if !hyphen && start > at && text[start..].starts_with('″') {
        return inch(start..start + '″'.len_utf8());
    }
    start = after_article(text, start);
    let word = word_at(text, start);
    let end = start + word.len();
    if word.is_empty() || !ends_at(text, end) {
        return None;
    }
    let mut buffer = [0; 12];
    let word = lower(word, &mut buffer)?;
    let sure = match word {
        "inch" | "inches" | "cm" | "cms" | "mm" | "centimeter" | "centimeters" | "centimetre"
        | "centimetres" | "millimeter" | "millimeters" | "millimetre" | "millimetres" | "ft" => {
            true
        }
        // A `3-in-1` cooker measures nothing.
        "in" if text[end..].starts_with('-') => is_one_of(word_at(text, end + 1), FOLLOWS_A_LENGTH),
        "in" => start == at || hyphen || chained || in_is_a_unit(text, first, end),
        "foot" => hyphen,
        "feet" => {
            let mut after = words_after(text, end);
            match after.next() {
                Some("of") => after.take(3).any(|next| is_one_of(next, SOLD_BY_LENGTH)),
                next => next.is_some_and(|next| is_one_of(next, FOLLOWS_FEET)),
            }
        }
        _ => false,
    };
    if !sure {
        return None;
    }
    let unit = Unit::named(word)?;
    // The point of `9 in.` is the abbreviation's, unless it ends the sentence.
    let point = word == "in" && text[end..].starts_with('.') && !ends_text(text, end + 1);
    Some((unit, start..end + usize::from(point)))
}

/// Skips `of an` in `1/2 of an inch` and the `th` of `1/8th inch`.
fn after_article(text: &str, at: usize) -> usize {
    let mut at = at;
    for skipped in ["th", "of", "an"] {
        if word_at(text, at) == skipped {
            at += skipped.len();
            at += match text[at..].starts_with('-') {
                true => 1,
                false => blank_at(text, at),
            };
        }
    }
    at
}

fn lower<'b>(word: &str, buffer: &'b mut [u8; 12]) -> Option<&'b str> {
    let lowered = buffer.get_mut(..word.len())?;
    lowered.copy_from_slice(word.as_bytes());
    lowered.make_ascii_lowercase();
    std::str::from_utf8(lowered).ok()
}

/// Whether the point before byte `at` may end a sentence.
fn ends_text(text: &str, at: usize) -> bool {
    let mut rest = text[at..].chars().skip_while(|c| c.is_whitespace());
    rest.next().is_none_or(char::is_uppercase)
}

/// Whether the `in` that ends at byte `end` can only be inches.
fn in_is_a_unit(text: &str, first: usize, end: usize) -> bool {
    let before = text[..first].chars().next_back();
    let after = text[end..].chars().next();
    let enclosed =
        matches!(before, Some('(' | '/')) && matches!(after, None | Some(')' | '/' | '.'));
    let point = after == Some('.');
    let next = words_after(text, end + usize::from(point)).next();
    let led_to = || {
        words_before(text, first)
            .next()
            .is_some_and(|word| is_one_of(word, LEADS_TO_A_LENGTH))
    };
    enclosed
        || next.is_some_and(|next| is_one_of(next, FOLLOWS_A_LENGTH))
        || point && (led_to() || !ends_text(text, end + 1))
        || after.is_none() && led_to()
}

/// Whether the quote `sign` after a number that starts at byte `first` closes a quotation.
fn closes_quotation(text: &str, first: usize, sign: char) -> bool {
    let opens = |c: char| c == '“' || c == sign;
    let mut later = None;
    for (at, c) in text[..first].char_indices().rev() {
        if at + LONGEST_QUOTATION < first || c == '\n' {
            return false;
        }
        if opens(c) {
            let apart = text[..at]
                .chars()
                .next_back()
                .is_none_or(|c| c.is_whitespace() || c == '(');
            return apart && later != Some(' ');
        }
        if c == '”' {
            return false;
        }
        later = Some(c);
    }
    false
}
