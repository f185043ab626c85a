//! What a line adds that is another thing: the sugar of `2 cups flour plus 1 cup sugar`.
//!
//! Owns where an amount ends and the thing begins that it is of, and whether that is the
//! ingredient itself. Must never know of sums.

use super::{Piece, Role, Text};
use std::ops::Range;

/// An amount of more pieces is none that a cook wrote.
const MOST_PIECES: usize = 16;

impl Text {
    /// The pieces of the amount that begins at the piece `at`, with all that belongs to it:
    /// `1 lb 4 oz`, `1 (14 oz) can`.
    pub fn whole_amount(&self, at: usize) -> Range<usize> {
        let mut unit = None;
        let mut end = at;
        for (place, piece) in self.pieces.iter().enumerate().skip(at).take(MOST_PIECES) {
            match piece {
                Piece::Amount(mention) if place == at || mention.role != Role::Alternative => {
                    unit = unit.or(mention.quantity.unit);
                    end = place + 1;
                }
                // In `1 (12 oz) bottle porter` the unit stands behind the size.
                Piece::Noun(noun) if unit.is_some_and(|unit| noun.singular == unit.singular()) => {
                    end = place + 1;
                }
                Piece::Words(span) if is_joint(self.at(*span)) => {}
                Piece::Put(_) => {}
                _ => break,
            }
        }
        at..end
    }

    /// The byte at which the last of `pieces` ends.
    pub fn end_of(&self, pieces: &Range<usize>) -> usize {
        let pieces = self.pieces.get(pieces.clone()).unwrap_or_default();
        let last = pieces.iter().rev().find_map(Piece::span);
        last.map_or(self.source.len(), |span| span.range().end)
    }

    /// The words behind the last of `pieces`, up to the next amount.
    pub fn behind(&self, pieces: &Range<usize>) -> &str {
        let mut after = self.pieces.iter().skip(pieces.end);
        let next = after.find_map(|piece| match piece {
            Piece::Amount(mention) => Some(mention.span.range().start),
            _ => None,
        });
        let end = next.unwrap_or(self.source.len());
        self.source
            .get(self.end_of(pieces)..end)
            .unwrap_or_default()
    }

    /// The name of the thing that the piece `at` is an amount of, if that is added to the
    /// ingredient `name`, behind byte `lead_end` of its line, and another thing.
    pub fn thing_added(&self, at: usize, lead_end: usize, name: &str) -> Option<&str> {
        let addend = match self.pieces.get(at)? {
            Piece::Amount(addend) if addend.role == Role::Addend => addend,
            _ => return None,
        };
        let is_other = |piece: &Piece| matches!(piece, Piece::Amount(mention) if mention.role == Role::Alternative);
        if addend.span.range().start < lead_end
            || self.takes_away(addend)
            || self.dual_with(at).is_some()
            || self.pieces[..at].iter().any(is_other)
        {
            return None;
        }
        let thing = thing_in(self.behind(&self.whole_amount(at)));
        is_another(thing, name).then_some(thing)
    }
}

/// Whether `between` says no more than how two amounts go together.
fn is_joint(between: &str) -> bool {
    const JOINTS: [&str; 7] = ["plus", "and", "minus", "less", "about", "x", "-"];
    between
        .split([' ', '(', ')', '/', ',', '+', '&', '='])
        .all(|word| word.is_empty() || JOINTS.contains(&word))
}

/// Words behind a thing that say what it is for, and not what it is.
const BEHIND: [&str; 12] = [
    "+", "after", "as", "at", "before", "for", "from", "if", "per", "plus", "to", "when",
];

/// Words behind an amount of what was named before; within a name they are part of it, as in
/// `tuna in oil`.
const INSTEAD: [&str; 7] = ["additional", "extra", "in", "more", "on", "with", "without"];

/// The thing that `text` begins with; empty where it names none.
pub(crate) fn thing_in(text: &str) -> &str {
    let text = text.trim_start_matches([' ', ')']);
    let text = text.strip_prefix("of ").unwrap_or(text);
    let end = text.find([',', ';', '(', ')', '*']).unwrap_or(text.len());
    let text = &text[..end];
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        let plain = word.trim_end();
        if BEHIND.contains(&plain) || end == 0 && INSTEAD.contains(&plain) {
            break;
        }
        end += word.len();
    }
    let thing = text[..end].trim();
    let joint = [" and", " or", " &"]
        .iter()
        .find(|joint| thing.ends_with(**joint));
    joint.map_or(thing, |joint| &thing[..thing.len() - joint.len()])
}

/// Whether `thing` is one, and neither what is called `name` nor what is done to it.
fn is_another(thing: &str, name: &str) -> bool {
    let last = thing.rsplit(' ').next().unwrap_or_default();
    let is_done = last.ends_with("ed") && !last.ends_with("eed") || last == "beaten";
    if is_done || !thing.contains(char::is_alphabetic) {
        return false;
    }
    let root = |word: &str| {
        word.trim_end_matches('s')
            .trim_end_matches('e')
            .to_lowercase()
    };
    let known: Vec<String> = name.split(' ').map(root).collect();
    !thing.split(' ').all(|word| known.contains(&root(word)))
}
