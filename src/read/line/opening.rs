//! What stands before the amount: bullets, check boxes, marks, `or`, `juice of`.
//!
//! Must never know what an amount looks like beyond its first sign.

use super::cursor::Cursor;
use super::number::range_at;
use super::roughly::{number_follows, past_roughly};
use super::vague::one_at;
use super::words::{ADVERB, Class, PART, PARTICIPLE, QUALITY};
use std::ops::Range;

/// What a line opens with.
#[derive(Clone, Debug, Default)]
pub(super) struct Opening {
    /// Where the words begin, past bullets.
    pub start: usize,
    /// Where the amount may begin.
    pub end: usize,
    /// `juice of`, `finely grated zest of`.
    pub part: Option<Range<usize>>,
    /// A footnote mark, right before a word.
    pub mark: Option<Range<usize>>,
    /// Whether it says that the thing is optional.
    pub optional: bool,
}

/// More words than this never stand before `of`.
const MOST_WORDS: usize = 8;

pub(super) fn opening_of(line: &str) -> Opening {
    let mut at = Cursor::new(line, 0);
    let mut opening = Opening {
        mark: skip_bullets(&mut at),
        ..Opening::default()
    };
    let may_say_optional = matches!(at.peek(), Some('(' | 'o' | 'O'));
    for word in ["(optional)", "optional:", "optional -"]
        .into_iter()
        .filter(|_| may_say_optional)
    {
        let here = at.rest().get(..word.len());
        if here.is_some_and(|here| here.eq_ignore_ascii_case(word)) {
            at.at += word.len();
            at.skip_spaces();
            opening.optional = true;
        }
    }
    // A line that is one parenthesis is read inside it.
    if line.ends_with(')') && at.peek() == Some('(') && !at.rest()[1..].contains('(') {
        at.at += 1;
        at.skip_spaces();
    }
    opening.start = at.at;
    opening.end = at.at;
    if at.is_at_figure() {
        return opening;
    }
    let mut next = at;
    if ["or", "and", "plus"].iter().any(|word| next.eat_word(word)) && next.skip_spaces() {
        let begins = past_roughly(next);
        let number = range_at(begins, true);
        if !matches!(number, Ok(None)) || one_at(begins).is_some() {
            at = next;
        }
    }
    opening.end = at.at;
    if let Some((words, end)) = part_of(at) {
        opening.part = Some(at.at..words);
        opening.end = end;
    }
    opening
}

/// Steps over bullets and check boxes; returns where a footnote mark stands.
fn skip_bullets(at: &mut Cursor<'_>) -> Option<Range<usize>> {
    loop {
        at.skip_spaces();
        if at.peek().is_none_or(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let rest = at.rest();
        let boxed = ["[ ]", "[x]", "[X]", "[]"]
            .iter()
            .find(|sign| rest.starts_with(**sign));
        if let Some(sign) = boxed {
            at.at += sign.len();
            continue;
        }
        let start = at.at;
        if at.eat_any(&['*', '†', '‡']) {
            while at.eat_any(&['*', '†', '‡']) {}
            if at.peek().is_some_and(|c| !c.is_whitespace()) {
                return Some(start..at.at);
            }
        } else if !at.eat_any(&BULLETS) {
            return None;
        }
    }
}

const BULLETS: [char; 18] = [
    '•', '·', '▢', '☐', '☑', '□', '◦', '‣', '▪', '●', '○', '-', '–', '—', '→', '✓', '➢', '+',
];

/// `juice of`, `finely grated zest and juice of`, before an amount.
/// Returns where these words end and where the amount begins.
fn part_of(start: Cursor<'_>) -> Option<(usize, usize)> {
    let mut at = start;
    let mut named = false;
    for _ in 0..MOST_WORDS {
        let word = at.word();
        let class = Class::of(word);
        let end = at.at + word.len();
        let of = word.eq_ignore_ascii_case("of") || word.eq_ignore_ascii_case("from");
        let known = class.is(PART | PARTICIPLE | ADVERB | QUALITY)
            || [
                "the", "and", "or", "plus", "ground", "strips", "wide", "thin",
            ]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
            || word.is_empty() && at.peek() == Some('&');
        if of {
            let mut next = Cursor::new(at.text, end);
            let spaced = next.skip_spaces();
            return (named && spaced && amount_begins(next)).then_some((end, next.at));
        }
        if !known {
            return None;
        }
        named |= class.is(PART);
        at.at = end;
        at.eat('&');
        at.eat(',');
        if !at.skip_spaces() {
            return None;
        }
    }
    None
}

fn amount_begins(at: Cursor<'_>) -> bool {
    let at = past_roughly(at);
    number_follows(at)
        || ["a", "an"]
            .iter()
            .any(|article| at.word().eq_ignore_ascii_case(article))
        || at.rest().starts_with("half")
}
