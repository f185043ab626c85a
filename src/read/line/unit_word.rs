//! The word for a unit and the words that may stand between a number and it.
//!
//! ```text
//! unit = (space | "-")* (modifier (space | "-")*)* spelling "."?
//! modifier                 heaping, large, 2-inch-thick
//! ```
//! Owns the few places where a unit's spelling is no unit: `in` as a word, `round steak`.
//! Which spellings there are is the unit table's business.

use super::cursor::{Cursor, is_any};
use super::words::{ADVERB, Class, MEASURED, OPENER, PARTICIPLE, SIZE};
use crate::recipe::SHAPES;
use crate::unit::{Dimension, Unit};

/// A unit found in a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnitWord {
    pub unit: Unit,
    /// Where the word starts and ends, with its full stop.
    pub start: usize,
    pub end: usize,
    /// Whether other words stand between the number and it.
    pub apart: bool,
}

/// More words than this never stand between a number and its unit.
const MOST_MODIFIERS: usize = 4;

/// Returns the unit that stands at `cursor`, past modifiers if `modifiers`.
pub(super) fn unit_at(cursor: Cursor<'_>, modifiers: bool) -> Option<UnitWord> {
    find_unit(cursor, modifiers, false)
}

/// Returns the unit that stands at `cursor`, past modifiers, in a line that has named the thing
/// before: `cans` in `beans, 2 cans`.
pub(super) fn unit_behind_name(cursor: Cursor<'_>) -> Option<UnitWord> {
    find_unit(cursor, true, true)
}

fn find_unit(cursor: Cursor<'_>, modifiers: bool, is_named: bool) -> Option<UnitWord> {
    let mut at = cursor;
    // Behind an article stands a space: `an in`.
    let is_apart = cursor.text[..cursor.at].ends_with(' ');
    for count in 0..=MOST_MODIFIERS {
        let glued = !skip_gap(&mut at) && !is_apart;
        let quote = |c: &char| matches!(c, '"' | '″' | '”');
        if let Some(sign) = at.peek().filter(quote) {
            // Behind a word it is a quotation mark: `2 large" eggs`.
            let unit = Unit::named("inch").filter(|_| glued && count == 0)?;
            return Some(UnitWord {
                unit,
                start: at.at,
                end: at.at + sign.len_utf8(),
                apart: false,
            });
        }
        let word = at.word();
        if word.is_empty() {
            return None;
        }
        if let Some((unit, end)) = spelled_at(at, word) {
            let after = Cursor::new(at.text, end);
            if is_meant(
                unit,
                word,
                after,
                glued && count == 0,
                is_named || count > 0,
            ) {
                return Some(UnitWord {
                    unit,
                    start: at.at,
                    end,
                    apart: count > 0,
                });
            }
        }
        if !modifiers || !modifies(word) {
            return None;
        }
        at.at += word.len();
    }
    None
}

/// Whether `unit` measures room, weight or length: then it is never part of a name.
pub(super) fn measures(unit: Unit) -> bool {
    matches!(
        unit.dimension(),
        Dimension::Volume | Dimension::Mass | Dimension::Length
    )
}

/// Whether one of it may have a size of its own: containers, and `1 (1-inch) piece`.
pub(super) fn may_be_sized(unit: Unit) -> bool {
    unit.is_package()
        || matches!(
            unit.singular(),
            "block"
                | "stick"
                | "sheet"
                | "piece"
                | "ball"
                | "slice"
                | "loaf"
                | "bar"
                | "square"
                | "head"
                | "bunch"
                | "strip"
                | "round"
                | "rack"
                | "bulb"
                | "knob"
                | "slab"
                | "chunk"
                | "cube"
                | "log"
                | "rasher"
        )
}

/// Steps over the spaces and dashes before a unit; tells whether there were any.
fn skip_gap(cursor: &mut Cursor<'_>) -> bool {
    let from = cursor.at;
    while cursor.skip_spaces()
        || matches!(cursor.text.as_bytes().get(cursor.at), Some(b'-' | 0x80..))
            && cursor.eat_any(&['-', '‑'])
    {}
    cursor.at > from
}

fn modifies(word: &str) -> bool {
    Class::of(word).is(MEASURED)
        || ["-sized", "-size", "-thick", "-long", "-packed", "-wide"]
            .iter()
            .any(|end| word.len() > end.len() && word.ends_with(end))
}

/// The unit whose spelling begins at `cursor` with `word`; the longest there is.
fn spelled_at(cursor: Cursor<'_>, word: &str) -> Option<(Unit, usize)> {
    // Most words behind a number are sizes and things; telling them by their class is quicker.
    let class = Class::of(word);
    if class.is(SIZE | ADVERB | PARTICIPLE) {
        return None;
    }
    if class.is(OPENER) {
        let mut ends = [0; 3];
        let mut next = Cursor::new(cursor.text, cursor.at + word.len());
        for end in &mut ends {
            next.eat('.');
            next.skip_spaces();
            next.at += next.letters().len();
            *end = next.at;
        }
        for end in ends.into_iter().rev() {
            if let Some(unit) = Unit::named(&cursor.text[cursor.at..end]) {
                return Some((unit, past_stop(cursor.text, end)));
            }
        }
    }
    let end = cursor.at + word.len();
    if let Some(unit) = Unit::named(word) {
        return Some((unit, past_stop(cursor.text, end)));
    }
    // `1-inch-thick steaks`: the length is the unit, the rest says which length.
    let (length, which) = word.split_once('-')?;
    let unit = Unit::named(length).filter(|unit| unit.dimension() == Dimension::Length)?;
    is_any(which, &SHAPES).then_some((unit, cursor.at + length.len()))
}

fn past_stop(text: &str, end: usize) -> usize {
    end + usize::from(text[end..].starts_with('.'))
}

/// Whether the spelling `word` of `unit` means the unit, given what follows; `may_end` tells
/// whether the line may end with a unit that counts.
fn is_meant(unit: Unit, word: &str, after: Cursor<'_>, glued: bool, may_end: bool) -> bool {
    let next = after.past_spaces();
    if word.eq_ignore_ascii_case("in") {
        return glued
            || is_length_noun(next.word())
            || matches!(next.peek(), Some('/' | ')' | '-'));
    }
    let is = |known: &[&str]| is_any(word, known);
    let follows = |known: &[&str]| is_any(next.word(), known);
    match unit.dimension() {
        _ if measures(unit) => {
            !(is(&["gram"]) && follows(&["flour"]) || is(&["pound"]) && follows(&["cake", "cakes"]))
        }
        // Drop biscuits are a thing, pinch biscuits are not.
        Dimension::Nominal => !(is(&["drop"]) && follows(&["biscuits"])),
        // `1 head and 2 cloves garlic` counts, `1 head and neck` does not.
        _ if follows(&["and"]) => {
            let mut and = next;
            unit.is_package() || and.eat_word("and") && and.past_spaces().is_at_figure()
        }
        _ if follows(&CUTS_AND_KINDS) => is(&HOLDERS),
        // `2 cubes` at the end: then the cubes are the thing itself.
        _ => may_end || !is_bare_end(next),
    }
}

/// Behind a word for a shape these make a name: `round steak`, `glass noodles`.
const CUTS_AND_KINDS: [&str; 12] = [
    "steak",
    "steaks",
    "noodles",
    "flour",
    "cabbage",
    "cabbages",
    "roast",
    "loin",
    "lettuce",
    "biscuits",
    "mushrooms",
    "squash",
];

/// Words that hold or cut anything: `1 head lettuce`, `2 slices squash`.
#[rustfmt::skip]
const HOLDERS: [&str; 20] = [
    "head", "heads", "leaf", "leaves", "can", "cans", "tin", "tins", "package", "packages", "bag",
    "bags", "slice", "slices", "piece", "pieces", "bunch", "bunches", "jar", "packet",
];

fn is_bare_end(mut next: Cursor<'_>) -> bool {
    while next.eat('.') || next.eat(',') || next.skip_spaces() {}
    next.is_at_end()
}

fn is_length_noun(word: &str) -> bool {
    [
        "piece", "pieces", "knob", "thick", "long", "wide", "length", "lengths", "square",
        "squares", "cube", "cubes", "round", "rounds", "stick", "sticks",
    ]
    .iter()
    .any(|noun| word.eq_ignore_ascii_case(noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, name: &str, rest: &str) {
        let found = unit_at(Cursor::new(text, 0), true).expect(text);
        assert_eq!(
            (found.unit.singular(), &text[found.end..]),
            (name, rest),
            "{text}"
        );
    }

    #[test]
    fn a_unit_may_stand_apart_or_in_several_words() {
        case(" cups flour", "cup", " flour");
        case("-ounce can", "ounce", " can");
        case(" heaping large tbsp. sugar", "tablespoon", " sugar");
        case(" fl. oz. milk", "fluid ounce", " milk");
        case(" c. à s. d'huile", "cuillère à soupe", " d'huile");
        case(" c milk", "cup", " milk");
        case("\" piece", "inch", " piece");
        case(" in piece", "inch", " piece");
    }

    #[test]
    fn a_spelling_may_be_no_unit() {
        for text in [
            " in water",
            " round steak",
            " cubes",
            " cupboards",
            " large\" eggs",
            "7",
            "",
        ] {
            assert!(unit_at(Cursor::new(text, 0), true).is_none(), "{text}");
        }
    }
}
