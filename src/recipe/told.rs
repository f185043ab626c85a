//! What the words of a line tell in figures that was not read as an amount: the water of
//! `1 tbsp starch, dissolved in 2 tbsp water`, the lemons of `1/2 cup juice from 3 lemons`.
//!
//! Owns which figures say how much or how many. Must never change them: what is told in words
//! is left as it is written, and somebody is told so.

use super::{Piece, Text};
use crate::glance::{beyond_ascii, digits, first_marked};
use crate::unit::{Dimension, Unit};

/// A number in the words of a line, with what it is of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'t> {
    /// The number, the word before it and what follows: `in 2 tbsp water`.
    pub words: &'t str,
    /// What it measures in, if it is a volume or a weight.
    pub unit: Option<Unit>,
}

/// Gives to `tell` what the words of `line` tell that is no amount of it.
#[inline]
pub(crate) fn told_in_words<'t>(line: &'t Text, tell: impl FnMut(Told<'t>)) {
    // Most lines have no figure but in the amount that they begin with.
    let begins = match line.pieces.first() {
        Some(Piece::Amount(mention)) => mention.span.range().end,
        _ => 0,
    };
    if line.source.get(begins..).is_none_or(may_count) {
        told_between_amounts(line).into_iter().for_each(tell);
    }
}

/// Whether a figure may stand in `words`.
#[inline]
fn may_count(words: &str) -> bool {
    let figures = |eight: u64| digits(eight) | beyond_ascii(eight);
    first_marked(words.as_bytes(), figures).is_some()
}

#[cold]
fn told_between_amounts(line: &Text) -> Vec<Told<'_>> {
    let mut told = Vec::new();
    for piece in &line.pieces {
        let Piece::Words(span) = piece else {
            continue;
        };
        let words = line.at(*span);
        if !may_count(words) {
            continue;
        }
        let mut in_bracket = false;
        let mut rest = words;
        while !rest.is_empty() {
            let end = rest.find([',', ';', '(', ')', '[', ']']);
            let (part, behind) = rest.split_at(end.unwrap_or(rest.len()));
            told.extend(told_in(part.trim(), in_bracket));
            in_bracket = behind.starts_with(['(', '[']);
            // Each of these signs is one byte.
            rest = behind.get(1..).unwrap_or("");
        }
    }
    told
}

/// The first number in `part`, which lies between signs, that tells how much or how many.
fn told_in(part: &str, in_bracket: bool) -> Option<Told<'_>> {
    let mut from = 0;
    while let Some(found) = part[from..].find(char::is_numeric) {
        let start = from + found;
        let end = number_end(part, start);
        from = end;
        let (before, behind) = (&part[..start], &part[end..]);
        // In `B12` and `no.5` no number stands by itself.
        if before.ends_with(|c: char| !c.is_whitespace()) || behind.starts_with(['%', '°', ':']) {
            continue;
        }
        let word = behind.trim_start_matches([' ', '-']);
        let word = &word[..word
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(word.len())];
        let unit = Unit::named(word);
        let mut words_before = before.split_whitespace().rev();
        let last = words_before.next().unwrap_or("");
        let is_measured = match unit.map(Unit::dimension) {
            Some(Dimension::Volume | Dimension::Mass) => true,
            Some(Dimension::Length | Dimension::Temperature) => continue,
            _ if is_time(word) => continue,
            _ => false,
        };
        // `into 2 oz pieces`, `a 2-oz piece` say how large.
        if is_measured && (behind.starts_with('-') || last == "into") {
            continue;
        }
        let of = words_before.next().filter(|_| last == "of");
        let counts = in_bracket && last.is_empty()
            || matches!(last, "from" | "about")
            || of.is_some_and(|of| matches!(of, "juice" | "zest" | "rind"));
        if is_measured || counts {
            let lead = match of {
                Some(of) => part[..start].rfind(of),
                None => part[..start].rfind(last),
            };
            return Some(Told {
                words: &part[lead.unwrap_or(start)..],
                unit: unit.filter(|_| is_measured),
            });
        }
    }
    None
}

/// Where the number or range that begins at `start` ends.
fn number_end(part: &str, start: usize) -> usize {
    let is_figure = |c: char| c.is_numeric() || matches!(c, '/' | '⁄' | '.');
    let mut end = start;
    loop {
        let rest = &part[end..];
        end += rest.len() - rest.trim_start_matches(is_figure).len();
        let rest = &part[end..];
        let next = rest.trim_start_matches([' ', '-', '–', '—']);
        let next = ["to ", "or "]
            .iter()
            .find_map(|joint| next.strip_prefix(joint))
            .unwrap_or(next);
        if next.len() == rest.len() || !next.starts_with(char::is_numeric) {
            return end;
        }
        end = part.len() - next.len();
    }
}

/// Whether `word` is of time: `soaked for 30 minutes`.
fn is_time(word: &str) -> bool {
    const TIMES: [&str; 9] = [
        "min", "minute", "hr", "hour", "day", "week", "month", "year", "time",
    ];
    let one = word.strip_suffix('s').unwrap_or(word);
    TIMES.iter().any(|time| one.eq_ignore_ascii_case(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_how_much_or_how_many_is_told() {
        let case = |part: &str, in_bracket: bool, expected: Option<&str>| {
            let told = told_in(part, in_bracket);
            assert_eq!(told.map(|told| told.words), expected, "{part}");
        };
        case(
            "mixed to a paste with 1 tsp water",
            false,
            Some("with 1 tsp water"),
        );
        case(
            "soaked for 30 minutes in 110ml/4floz hot water",
            false,
            Some("in 110ml/4floz hot water"),
        );
        case(
            "juice from 3 to 4 lemons",
            false,
            Some("from 3 to 4 lemons"),
        );
        case("plus juice of ½ lemon", false, Some("juice of ½ lemon"));
        case("about 3–4 cloves", false, Some("about 3–4 cloves"));
        case("26 to 30 count", true, Some("26 to 30 count"));
        case("26 to 30 count", false, None);
        case("9 ounces", false, Some("9 ounces"));
        case("about 3½ inches square", false, None);
        case("about 10 minutes", true, None);
        case("cut into 6 wedges", false, None);
        case("cut into 2 oz pieces", false, None);
        case("2-oz pieces", false, None);
        case("2% milk", true, None);
        case("5-spice", true, Some("5-spice"));
        case("a 1:1 mixture", false, None);
        case("B12", true, None);
        case("", true, None);
    }
}
