//! Words and signs that say that an amount is not exact, `about`, `a scant`, `~`, or that it
//! is one more: `an additional`.
//!
//! Must never know what the amount is for.

use super::cursor::{Cursor, is_any};
use super::number::range_at;
use super::words::{Class, ROUGHLY};

/// Further words that may stand before a number, in other languages too.
const ROUGH_WORDS: [&str; 13] = [
    "additional",
    "another",
    "extra",
    "a",
    "an",
    "cca",
    "etwa",
    "environ",
    "aproximadamente",
    "ungefär",
    "cirka",
    "ongeveer",
    "full",
];

const ROUGH_PHRASES: [&str; 5] = ["up to", "at least", "just under", "just over", "a total of"];

/// Past the words and signs that say that an amount is not exact or one more; without a number
/// behind them they say nothing, and `start` is given back.
pub(super) fn past_roughly<'a>(start: Cursor<'a>) -> Cursor<'a> {
    let mut at = start.past_spaces();
    if at.is_at_figure() {
        return at;
    }
    for _ in 0..MOST_WORDS {
        if at.eat_any(&['~', '≈', '±']) {
            at.skip_spaces();
            continue;
        }
        let length = rough_length(at);
        if length == 0 {
            break;
        }
        let mut next = Cursor::new(at.text, at.at + length);
        next.eat('.');
        if !next.skip_spaces() {
            break;
        }
        at = next;
    }
    if number_follows(at) {
        at
    } else {
        start.past_spaces()
    }
}

/// More such words never stand before a number.
const MOST_WORDS: usize = 6;

/// How long the word or phrase is that stands here, if it is one.
fn rough_length(at: Cursor<'_>) -> usize {
    let word = at.letters();
    if Class::of(word).is(ROUGHLY) || is_any(word, &ROUGH_WORDS) {
        return word.len();
    }
    let rest = at.rest();
    ROUGH_PHRASES
        .iter()
        .find(|known| {
            let here = rest.get(..known.len());
            here.is_some_and(|here| here.eq_ignore_ascii_case(known))
        })
        .map_or(0, |known| known.len())
}

/// Whether a number stands at `at`, in figures or in words.
pub(super) fn number_follows(at: Cursor<'_>) -> bool {
    at.is_at_figure() || matches!(range_at(at, true), Ok(Some(_)))
}
