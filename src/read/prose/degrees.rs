//! The words and signs that make a number a temperature.
//!
//! Owns every way to write degrees. Must never decide what a bare degree means.
//!
//! ```text
//! scale   = sign blank? letter | "degrees" blank? name | name ("°" | "degrees")? | "℉" | "℃"
//! bare    = sign | "degrees"
//! sign    = "°" | "º" | "˚" | "o" (before a letter)
//! letter  = "F" | "C"            name = letter | "Fahrenheit" | "Celsius" | "centigrade"
//! ```

use super::finding::Scale;
use super::words::{blank_at, ends_at, word_at};
use crate::amount::Amount;
use std::ops::Range;

/// The sign or word for degrees after a number.
pub(super) struct Degrees {
    /// The scale, if it is named.
    pub scale: Option<Scale>,
    /// Where it stands.
    pub word: Range<usize>,
    /// Whether it is a sign (`°`) rather than a word.
    pub is_sign: bool,
}

/// Less than this many `C` are cups of something, not degrees.
const LEAST_BY_LETTER: i64 = 30;

/// Returns the degrees that stand after a number that ends at byte `at` and is `value`.
pub(super) fn read(text: &str, at: usize, value: Amount) -> Option<Degrees> {
    let hyphen = usize::from(text[at..].starts_with('-'));
    let blank = if hyphen == 1 { 1 } else { blank_at(text, at) };
    let start = at + blank;
    let found = |scale, end, is_sign| {
        Some(Degrees {
            scale,
            word: start..end,
            is_sign,
        })
    };
    let sign = text[start..].chars().next()?;
    let end = start + sign.len_utf8();
    match sign {
        '°' | 'º' | '˚' => {
            let named = end + blank_at(text, end);
            let name = word_at(text, named);
            let scale = scale_named(name).filter(|_| ends_at(text, named + name.len()));
            return match scale {
                Some(scale) => found(Some(scale), named + name.len(), true),
                // In `20 °aromatic` the sign belongs to the word.
                None if blank > 0 && named == end && !name.is_empty() => None,
                None => found(None, end, true),
            };
        }
        '℃' => return found(Some(Scale::Celsius), end, true),
        '℉' => return found(Some(Scale::Fahrenheit), end, true),
        letter if letter.is_ascii_alphabetic() => (),
        _ => return None,
    }
    let word = word_at(text, start);
    let mut end = start + word.len();
    if !ends_at(text, end) {
        return None;
    }
    if ["degrees", "degree", "deg"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(word))
    {
        let short = word.len() == 3 && text[end..].starts_with('.');
        let point = usize::from(short);
        let named = end + point + blank_at(text, end + point);
        let name = word_at(text, named);
        let scale = scale_named(name).filter(|_| ends_at(text, named + name.len()));
        if scale.is_some() {
            end = named + name.len();
        }
        return found(scale, end, false);
    }
    if hyphen == 1 {
        return None;
    }
    let by_letter = match word {
        "oF" | "oC" if blank == 0 => scale_named(&word[1..]),
        "f" | "c" if blank > 0 => None,
        _ => scale_named(word),
    };
    let scale = by_letter.filter(|_| word.len() > 2 || value >= Amount::from(LEAST_BY_LETTER))?;
    found(Some(scale), end + tail(text, end), false)
}

/// Returns how long the sign or word for degrees is that some put after the letter:
/// `350 F degrees`, `200C°`.
fn tail(text: &str, at: usize) -> usize {
    let blank = blank_at(text, at);
    match text[at + blank..].chars().next() {
        Some(sign @ ('°' | 'º')) if blank == 0 => sign.len_utf8(),
        _ => match word_at(text, at + blank) {
            word @ ("degree" | "degrees") => blank + word.len(),
            _ => 0,
        },
    }
}

fn scale_named(name: &str) -> Option<Scale> {
    let is = |known: &str| known.eq_ignore_ascii_case(name);
    match name.len() {
        1 if is("f") => Some(Scale::Fahrenheit),
        1 if is("c") => Some(Scale::Celsius),
        10 if is("fahrenheit") => Some(Scale::Fahrenheit),
        9 if is("farenheit") => Some(Scale::Fahrenheit),
        7 if is("celsius") || is("celcius") => Some(Scale::Celsius),
        10 if is("centigrade") => Some(Scale::Celsius),
        _ => None,
    }
}
