//! The words and brackets that join an amount to the same amount in another unit.
//!
//! Owns what goes when such a half goes. Must never know units.

use crate::recipe::{Piece, Role, Span, Text};

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
    let goes_on = opens_for_more(text, first, last);
    let opened = opens_bracket(text, first) && leave_open(text, first - 1..last + 1);
    if let Some(before) = first.checked_sub(1)
        && let Piece::Words(span) = text.pieces[before]
    {
        let kept = without_joint(text.at(span)).0;
        // Of `(125 g, sifted)` the bracket stays.
        let rest = &text.at(span)[kept.len()..];
        let bracket = rest.find(['(', '[']).filter(|_| goes_on);
        let at = span.range().start;
        let end = at + kept.len() + bracket.map_or(0, |bracket| bracket + 1);
        text.pieces[before] = Piece::Words(Span::new(at, end));
    }
    for piece in &mut text.pieces[first..=last] {
        *piece = Piece::Put("");
    }
    if goes_on && let Some(Piece::Words(span)) = text.pieces.get(last + 1) {
        let words = text.at(*span);
        let rest = words.trim_start_matches([' ', ',', ';', '/']);
        let start = span.range().end - rest.len();
        text.pieces[last + 1] = Piece::Words(Span::new(start, span.range().end));
    } else if opened {
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

/// Whether the words among `pieces` open a bracket that they do not close.
pub(super) fn leave_open(text: &Text, pieces: impl Iterator<Item = usize>) -> bool {
    let mut open = 0;
    for piece in pieces.filter_map(|at| text.pieces.get(at)) {
        if let Piece::Words(span) = piece {
            for sign in text.at(*span).chars() {
                match sign {
                    '(' | '[' => open += 1,
                    ')' | ']' => open -= 1,
                    _ => {}
                }
            }
        }
    }
    open > 0
}

/// Whether a bracket opens before the piece `first` that has more to say behind the piece
/// `last`: `(16 fl oz by volume)`.
pub(super) fn opens_for_more(text: &Text, first: usize, last: usize) -> bool {
    let goes_on = match text.pieces.get(last + 1) {
        Some(Piece::Words(span)) => !text.at(*span).trim_start().starts_with([')', ']']),
        _ => false,
    };
    goes_on && opens_bracket(text, first) && leave_open(text, first - 1..last + 1)
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
