//! The words and brackets that join an amount to the same amount in another unit.
//!
//! Owns what goes when such a half goes. Must never know units.

use crate::recipe::{Piece, Role, Span, Text, total_end};

/// Words and signs that only join an amount to its other half.
const JOINING: [&str; 17] = [
    "/",
    ",",
    ";",
    "=",
    "|",
    "~",
    "≈",
    "-",
    "–",
    "—",
    "or",
    "about",
    "approx.",
    "approx",
    "approximately",
    "roughly",
    "around",
];

/// The words before another half without those that only join it, and whether they
/// opened a bracket for it.
fn without_joint(words: &str) -> (&str, bool) {
    let mut rest = words.trim_end();
    loop {
        if let Some(before) = rest.strip_suffix(['(', '[']) {
            return (before.trim_end(), true);
        }
        let shorter = JOINING.iter().find_map(|joint| {
            let before = rest.strip_suffix(joint)?;
            let is_word = joint.starts_with(char::is_alphabetic);
            (!is_word || !before.ends_with(char::is_alphanumeric)).then_some(before)
        });
        match shorter {
            Some(before) => rest = before.trim_end(),
            None => return (rest, false),
        }
    }
}

/// Drops the word behind the piece `at` that says of an amount told twice that it is all of
/// it: of `1 lb (450 g total) plums`, 450 g stay.
pub(super) fn drop_total(text: &mut Text, at: usize) {
    let Some(&Piece::Words(span)) = text.pieces.get(at + 1) else {
        return;
    };
    if let Some(end) = total_end(text.at(span)) {
        let range = span.range();
        text.pieces[at + 1] = Piece::Words(Span::new(range.start + end, range.end));
    }
}

/// Whether the pieces of `range` are more than what joins an amount to its other half.
pub(super) fn says_more(text: &Text, range: std::ops::Range<usize>) -> bool {
    has_words(text, range, "")
}

/// Whether the pieces of `range`, behind a bracket that they may close, are more than what
/// joins an amount to its other half: in `1 cup (8 fl oz) 240 ml` all three are one.
pub(super) fn says_more_behind(text: &Text, range: std::ops::Range<usize>) -> bool {
    has_words(text, range, ")]")
}

/// Whether anything stands in the pieces of `range` but what joins an amount to its other half
/// and, at the start of a piece, `signs`.
fn has_words(text: &Text, range: std::ops::Range<usize>, signs: &str) -> bool {
    text.pieces[range].iter().any(|piece| match piece {
        Piece::Words(span) => {
            let words = text.at(*span).trim_start_matches(|c| signs.contains(c));
            !without_joint(words).0.is_empty()
        }
        Piece::Noun(_) => true,
        Piece::Amount(_) | Piece::Put(_) => false,
    })
}

/// Takes the other halves from the piece `first` to the piece `last` out of the words
/// around them, which stay. No piece goes, so that every other one keeps its place.
pub(super) fn cut_out(text: &mut Text, first: usize, last: usize) {
    let open = open_bracket(text, first, last);
    let bracket = open.filter(|_| goes_on(text, last + 1));
    if let Some(before) = first.checked_sub(1)
        && let Piece::Words(span) = text.pieces[before]
    {
        let kept = without_joint(text.at(span)).0.len();
        let start = span.range().start;
        text.pieces[before] = Piece::Words(Span::new(start, start + kept));
    }
    for piece in &mut text.pieces[first..=last] {
        *piece = Piece::Put("");
    }
    // Of `(125 g, sifted)` the bracket stays.
    if let Some(bracket) = bracket {
        text.pieces[last] = Piece::Words(bracket);
        if let Some(Piece::Words(span)) = text.pieces.get(last + 1) {
            let words = text.at(*span);
            let rest = words.trim_start_matches([' ', ',', ';', '/', '=']);
            // The rest of `(8 fl oz or more)` goes on from the amount before the bracket.
            let number = rest.strip_prefix("or ");
            let rest = number
                .filter(|rest| rest.starts_with(char::is_numeric))
                .unwrap_or(rest);
            let end = span.range().end;
            text.pieces[last + 1] = Piece::Words(Span::new(end - rest.len(), end));
        }
    } else if open.is_some() {
        drop_closing_bracket(text, last + 1);
    }
}

/// Whether the words before the piece `at` open a bracket for it: `(about`.
pub(super) fn opens_bracket(text: &Text, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| match &text.pieces[before] {
            Piece::Words(span) => without_joint(text.at(*span)).1,
            _ => false,
        })
}

/// The bracket, with the space before it, that opens for the other half at the piece `first`
/// and is not closed before the piece `last` ends.
pub(super) fn open_bracket(text: &Text, first: usize, last: usize) -> Option<Span> {
    let joint = |at: usize| match &text.pieces[at] {
        Piece::Words(span) => {
            let kept = if at < first {
                without_joint(text.at(*span)).0.len()
            } else {
                0
            };
            Some(span.range().start + kept..span.range().end)
        }
        _ => None,
    };
    let mut open = Vec::new();
    for range in (first.saturating_sub(1)..=last).filter_map(joint) {
        let words = text.source.get(range.clone()).unwrap_or_default();
        for (at, sign) in words.char_indices() {
            match sign {
                '(' | '[' => open.push(range.start + at),
                ')' | ']' => _ = open.pop(),
                _ => {}
            }
        }
    }
    let at = open.pop()?;
    let space = usize::from(text.source.get(..at)?.ends_with(' '));
    Some(Span::new(at - space, at + 1))
}

/// Whether the words at the piece `at` are more than the end of a bracket.
fn goes_on(text: &Text, at: usize) -> bool {
    match text.pieces.get(at) {
        Some(Piece::Words(span)) => !text.at(*span).trim_start().starts_with([')', ']']),
        _ => false,
    }
}

/// Whether a bracket opens for the other halves from the piece `first` to the piece `last` that
/// has more to say behind them: `(16 fl oz by volume)`.
pub(super) fn opens_for_more(text: &Text, first: usize, last: usize) -> bool {
    goes_on(text, last + 1) && open_bracket(text, first, last).is_some()
}

/// Drops from the words of `text`, which had `count` pieces, each bracket whose other one went
/// with an amount.
#[inline(always)]
pub(super) fn drop_stray_brackets(text: &mut Text, count: usize) {
    let is_put = |piece: &Piece| matches!(piece, Piece::Put(_));
    if text.pieces.len() != count || text.pieces.iter().any(is_put) {
        drop_those_alone(text);
    }
}

fn drop_those_alone(text: &mut Text) {
    let ranges = text.pieces.iter().filter_map(|piece| match piece {
        Piece::Words(span) => Some(span.range()),
        Piece::Noun(noun) => Some(noun.span.range()),
        Piece::Amount(mention) => Some(mention.span.range()),
        Piece::Put(_) => None,
    });
    // A half that was kept may have moved before words that stood before it.
    let mut ranges = ranges.collect::<Vec<_>>();
    ranges.sort_unstable_by_key(|range| range.start);
    let stands = |at: usize| {
        let behind = ranges.partition_point(|range| range.start <= at);
        ranges[..behind]
            .last()
            .is_some_and(|range| range.contains(&at))
    };
    let pairs = brackets(&text.source).into_iter();
    let stray = pairs.filter_map(|(open, close)| match (stands(open), stands(close)) {
        (true, false) => Some(open),
        (false, true) => Some(close),
        _ => None,
    });
    for at in stray.collect::<Vec<_>>() {
        drop_bracket(text, at);
    }
}

/// The places of the brackets in `source` that belong together.
fn brackets(source: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for (at, sign) in source.bytes().enumerate() {
        match sign {
            b'(' | b'[' => open.push((at, sign)),
            b')' | b']' => {
                let opening = if sign == b')' { b'(' } else { b'[' };
                if let Some((start, _)) = open.pop_if(|(_, open)| *open == opening) {
                    pairs.push((start, at));
                }
            }
            _ => {}
        }
    }
    pairs
}

/// Drops the bracket at `at` from the words in which it stands, and the space before it where
/// another follows.
fn drop_bracket(text: &mut Text, at: usize) {
    let words = text
        .pieces
        .iter()
        .enumerate()
        .find_map(|(index, piece)| match piece {
            Piece::Words(span) if span.range().contains(&at) => Some((index, span.range())),
            _ => None,
        });
    let Some((index, range)) = words else {
        return;
    };
    let before = text.source.get(range.start..at).unwrap_or_default();
    let behind = text.source.get(at + 1..range.end).unwrap_or_default();
    let before = if behind.is_empty() || behind.starts_with([' ', ',', ';', ')', ']']) {
        before.trim_end()
    } else {
        before
    };
    let end = range.start + before.len();
    text.pieces[index] = Piece::Words(Span::new(range.start, end));
    if !behind.is_empty() {
        let rest = Span::new(at + 1, range.end);
        text.pieces.insert(index + 1, Piece::Words(rest));
    }
}

/// Drops the bracket with which the words at the piece `at` begin.
pub(super) fn drop_closing_bracket(text: &mut Text, at: usize) {
    let Some(Piece::Words(span)) = text.pieces.get(at) else {
        return;
    };
    let words = text.at(*span);
    if let Some(rest) = words.trim_start().strip_prefix([')', ']']) {
        let end = span.range().end;
        text.pieces[at] = Piece::Words(Span::new(end - rest.len(), end));
    }
}

/// Ends an amount behind its name with a comma before the words at the piece `at`, where
/// the bracket of its other half had ended it: of `thighs, 3 lb (900 g) boneless` stays
/// `thighs, 900 g, boneless`, else no amount would be read in it.
pub(super) fn end_late_amount(text: &mut Text, at: usize) {
    let before = text.pieces.get(..at).unwrap_or_default();
    let is_amount = |piece: &Piece| matches!(piece, Piece::Amount(_));
    let is_primary = |piece: &Piece| matches!(piece, Piece::Amount(it) if it.role == Role::Primary);
    // What follows `or` names the thing itself.
    let is_named = |piece: &Piece| match piece {
        Piece::Words(span) => {
            let words = text.at(*span);
            let last = words.split_whitespace().next_back();
            words.contains(char::is_alphabetic) && last != Some("or")
        }
        _ => false,
    };
    let head = before.iter().position(is_amount);
    let is_late = head.is_some_and(|head| {
        is_primary(&before[head])
            && before[..head].iter().any(is_named)
            && !before[head + 1..].iter().any(is_amount)
    });
    let goes_on = match text.pieces.get(at) {
        Some(Piece::Words(span)) => {
            let words = text.at(*span).trim_start();
            words.starts_with(char::is_alphanumeric)
        }
        _ => false,
    };
    if is_late && goes_on {
        text.pieces.insert(at, Piece::Put(","));
    }
}
