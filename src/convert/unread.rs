//! Heats in steps that name no scale, which therefore cannot convert.
//!
//! Owns finding them, so that they can be told of. Must never guess the scale.

use crate::glance::{any_byte, digits, first_marked};
use crate::recipe::{Piece, Role, Text};

/// Words of a step that is about an oven.
const OVEN_WORDS: [&str; 6] = ["oven", "bake", "baking", "roast", "broil", "grill"];

/// Returns the first heat of an oven in `text` that names no scale: `at 350`, or
/// `gas mark 4` where no degrees stand beside it.
pub(super) fn heat_without_scale(text: &Text) -> Option<String> {
    let words = text.pieces.iter().filter_map(|piece| match piece {
        Piece::Words(span) => Some(text.at(*span)),
        _ => None,
    });
    // Most words name neither, and need not be looked through one by one.
    for words in words.filter(|words| has_bare_number(words)) {
        let may_name = ["at ", "At ", "gas", "Gas"];
        if !may_name.iter().any(|words| text.source.contains(words)) {
            return None;
        }
        let has_oven = text.mentions().any(|mention| mention.role == Role::Oven);
        let lower = words.to_lowercase();
        if let Some(mark) = gas_mark(&lower).filter(|_| !has_oven) {
            return Some(mark);
        }
        let is_of_oven = || {
            let whole = text.source.to_lowercase();
            OVEN_WORDS.iter().any(|word| whole.contains(word))
        };
        if let Some(heat) = bare_heat(&lower).filter(|_| is_of_oven()) {
            return Some(heat);
        }
    }
    None
}

/// Whether a number of `words` stands behind `at`, `gas` or `mark` in any case, or behind
/// signs that are not plain letters.
fn has_bare_number(words: &str) -> bool {
    let bytes = words.as_bytes();
    let names = |before: &[u8]| {
        let before = before.trim_ascii_end();
        let ends_with = |word: &&[u8]| {
            let end = before.len().checked_sub(word.len()).map(|at| &before[at..]);
            end.is_some_and(|end| end.eq_ignore_ascii_case(word))
        };
        match before.last() {
            Some(b't' | b'T' | b's' | b'S' | b'k' | b'K') => {
                [&b"at"[..], b"gas", b"mark"].iter().any(ends_with)
            }
            // A space or a letter of several bytes.
            Some(byte) => !byte.is_ascii() || byte.is_ascii_control(),
            None => false,
        }
    };
    // Most words have no figures at all.
    let mut at = 0;
    while any_byte(&bytes[at..], |byte| byte.is_ascii_digit())
        && let Some(found) = first_marked(&bytes[at..], digits)
    {
        if names(&bytes[..at + found]) {
            return true;
        }
        at += found + 1;
    }
    false
}

/// `gas mark 4`, `gas 4`
fn gas_mark(words: &str) -> Option<String> {
    words.match_indices("gas").find_map(|(at, _)| {
        let rest = words[at + 3..].trim_start();
        let rest = rest.strip_prefix("mark").unwrap_or(rest).trim_start();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0).then(|| format!("gas mark {}", &rest[..digits]))
    })
}

/// `at 350`, before the end of a clause or a word that is no unit.
fn bare_heat(words: &str) -> Option<String> {
    words.match_indices("at ").find_map(|(at, _)| {
        let begins = at == 0 || words.as_bytes()[at - 1] == b' ';
        let rest = &words[at + 3..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = rest[..digits].parse().ok()?;
        let after = &rest[digits..];
        let ends = after.is_empty()
            || after.starts_with(['.', ',', ';', ')'])
            || [" for ", " until ", " in ", " on ", " and ", " about "]
                .iter()
                .any(|word| after.starts_with(word));
        (begins && ends && (100..=550).contains(&number)).then(|| format!("at {number}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_prose;

    #[test]
    fn only_a_heat_that_names_no_scale_is_found() {
        let case = |step: &str, expected: Option<&str>| {
            let found = heat_without_scale(&read_prose(step));
            assert_eq!(found.as_deref(), expected, "{step}");
        };
        case("Bake at 350 for 20 minutes.", Some("at 350"));
        case("Roast in the oven at 200.", Some("at 200"));
        case("Bake at gas mark 4.", Some("gas mark 4"));
        case("Bake at 180°C/gas 4.", None);
        case("Bake at 350°F for 20 minutes.", None);
        case("Look at 350 recipes.", None);
        case("Beat at 350 rpm while the oven heats.", None);
        case("Stir at 20 minutes.", None);
        case("Roast it AT 350, that is at once.", Some("at 350"));
        case(
            "Heat the oven well before you begin, then bake the cake at\u{a0}350.",
            None,
        );
        case(
            "Heat the oven well before you begin, then bake it at 350 for an hour.",
            Some("at 350"),
        );
        case(
            "Bake for 20 minutes at Gas Mark\u{a0}4.",
            Some("gas mark 4"),
        );
    }
}
