//! The white space between the words of a text.
//!
//! Owns how it is folded. Must never know what the words say.

use crate::glance::{has_gap, has_plain_ends};
use std::borrow::Cow;

/// As `str::trim`, for a text that mostly begins and ends with plain signs, which need no table
/// of white space.
pub(super) fn trimmed(text: &str) -> &str {
    match has_plain_ends(text) {
        true => text,
        false => text.trim(),
    }
}

/// The text, which begins and ends with words, with every run of white space as one space.
pub(super) fn single_spaced(text: &str) -> Cow<'_, str> {
    if !has_gap(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_trimmed() {
        for text in ["a b", " a", "a\u{a0}", "\u{3000}é ", "a", " ", "", "é"] {
            assert_eq!(trimmed(text), text.trim());
        }
    }

    #[test]
    fn a_run_of_white_space_is_one_space() {
        let case = |text: &str, expected: &str| assert_eq!(single_spaced(text), expected);
        case("a b", "a b");
        case("a  b\t\n c", "a b c");
        case("a\u{a0}b", "a\u{a0}b");
        case("a\u{1}b", "a\u{1}b");
        case("", "");
    }
}
