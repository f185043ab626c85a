//! Amount parts without a number: `pinch of salt`, `a handful`, `a few sprigs`, `an onion`.
//!
//! ```text
//! vague = article? ("few" | "couple" | "several" | "little") "of"? unit? "of"?
//!       | article (unit | size* counted thing)       one of it
//!       | unit ("or two")? "of"?                     no amount, only a unit
//! ```
//! An article before a unit is the number one, because `a pinch` for four is `two
//! pinches` for eight. Must never know how an amount in figures is read.

use super::cursor::Cursor;
use super::head::{Head, read_more, skip_of};
use super::measure::{Measure, dozen_at};
use super::nouns::counted;
use super::roughly::past_roughly;
use super::unit_word::{measures, unit_at};
use super::words::{Class, SIZE};
use crate::amount::Amount;
use crate::recipe::Role;
use crate::unit::{Dimension, Unit};

/// One of what is measured, behind `plus` or `or`: `a tablespoon`.
pub(super) fn one_at(start: Cursor<'_>) -> Option<Measure> {
    let mut at = start.past_spaces();
    let begin = at.at;
    let article = at.eat_word("a") || at.eat_word("an");
    let number_end = at.at;
    let spaced = article && at.skip_spaces();
    let unit = unit_at(at, false).filter(|word| spaced && measures(word.unit))?;
    Some(Measure {
        low: Amount::ONE,
        high: None,
        unit: Some(unit),
        start: begin,
        number_end,
        end: unit.end,
    })
}

/// An amount part without a number: `pinch of`, `a handful`, `a few sprigs`, `an onion`.
pub(super) fn without_number(start: Cursor<'_>) -> Option<Head> {
    let text = start.text;
    let mut at = start;
    let first = at.word();
    let article = [
        "a", "an", "one", "ein", "eine", "einen", "un", "une", "una", "uno", "um", "uma", "een",
        "en", "ett", "et",
    ]
    .iter()
    .any(|known| first.eq_ignore_ascii_case(known));
    if article {
        at.at += first.len();
        at.skip_spaces();
    }
    // A dozen of nothing is a word.
    if let Some(end) = dozen_at(at).filter(|end| !text[*end..].trim().is_empty()) {
        let dozen = Measure {
            low: Amount::from(12),
            high: None,
            unit: None,
            start: start.at,
            number_end: end,
            end,
        };
        return Some(counted_head(dozen.in_dozens(text, end, true)?, text));
    }
    let mut vague = false;
    let mut little = at;
    let some = article && (little.eat_word("little") || little.eat_word("bit"));
    if some && little.skip_spaces() {
        let mut head = Head {
            end: text[..little.at].trim_end().len(),
            ..Head::default()
        };
        if little.eat_word("of") && little.peek() == Some(' ') {
            head.end = little.at;
        }
        return Some(head);
    }
    loop {
        let word = at.word();
        if !["few", "couple", "several", "good", "nice", "some"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
        {
            break;
        }
        vague |= !word.eq_ignore_ascii_case("good") && !word.eq_ignore_ascii_case("nice");
        at.at += word.len();
        at.skip_spaces();
        if at.eat_word("of") {
            at.skip_spaces();
        }
    }
    let unit = unit_at(at, true).filter(|word| {
        let mut after = Cursor::new(text, word.end).past_spaces();
        // In `cans about 3/8 tsp` the cans are the thing.
        let thing_follows = after.peek().is_some_and(|c| c.is_alphabetic() || c == '(')
            && past_roughly(after).at == after.at;
        let of = after.eat_word("of");
        let in_english = first.eq_ignore_ascii_case("a")
            || first.eq_ignore_ascii_case("an")
            || first.eq_ignore_ascii_case("one");
        thing_follows
            && (is_taken_bare(word.unit) || of || article && (in_english || !measures(word.unit)))
    });
    if let Some(word) = unit {
        if article && !vague {
            let one = Measure {
                low: Amount::ONE,
                high: None,
                unit: Some(word),
                start: start.at,
                number_end: start.at + first.len(),
                end: word.end,
            };
            return Some(counted_head(one, text));
        }
        let mut head = Head {
            unit: Some(word.unit),
            end: past_or_two(text, word.end),
            ..Head::default()
        };
        skip_of(text, &mut head);
        return Some(head);
    }
    // `a few thyme leaves`: no number, and no part of the name.
    if vague && at.peek().is_some_and(char::is_alphabetic) {
        return Some(Head {
            end: text[..at.at].trim_end().len(),
            ..Head::default()
        });
    }
    if article && !vague && is_counted_at(at) {
        let one = Measure {
            low: Amount::ONE,
            high: None,
            unit: None,
            start: start.at,
            number_end: start.at + first.len(),
            end: start.at + first.len(),
        };
        return Some(counted_head(one, text));
    }
    None
}

/// Past `or two` in `a bottle or two of beer`.
pub(super) fn past_or_two(text: &str, end: usize) -> usize {
    let mut next = Cursor::new(text, end).past_spaces();
    if next.eat_word("or") && next.skip_spaces() && next.eat_word("two") {
        return next.at;
    }
    end
}

pub(super) fn counted_head(measure: Measure, text: &str) -> Head {
    let mut head = Head {
        end: measure.end,
        ..Head::default()
    };
    measure.push(Role::Primary, &mut head.pieces);
    // Anything that goes wrong further on is no amount, so it is left as words.
    let _ = read_more(text, &mut head);
    skip_of(text, &mut head);
    head
}

/// Whether a thing that one counts comes next, past its size: `large onion`.
pub(super) fn is_counted_at(mut at: Cursor<'_>) -> bool {
    for _ in 0..3 {
        let word = at.word();
        if counted(word).is_some() {
            return true;
        }
        if !Class::of(word).is(SIZE) {
            return false;
        }
        at.at += word.len();
        at.skip_spaces();
    }
    false
}
/// A unit that stands for itself, without a number: `pinch of salt`.
fn is_taken_bare(unit: Unit) -> bool {
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
