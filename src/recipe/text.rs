//! How the amounts in a text go together: which is added, taken away or another half.
//!
//! Owns the words and brackets between two amounts. Must never know of an ingredient.

use super::{Joint, Mention, Piece, Role, Span, Text};
use smol_str::SmolStr;

/// Words that join an amount to what is added to it.
const ADDING_WORDS: [&str; 7] = ["plus", "+", "&", "and", "und", "et", "y"];

/// Words that join an amount to what is taken away from it.
const TAKING_WORDS: [&str; 2] = ["minus", "less"];

/// A bracket with more bytes before an amount in it is none of amounts.
const LONGEST_BRACKET: usize = 400;

/// Nothing is added to another half in more pieces.
const MOST_ADDED: usize = 16;

impl Text {
    /// Returns a text in which no amount is looked for.
    pub fn plain(source: impl Into<SmolStr>) -> Text {
        let source = source.into();
        let pieces = match source.len() {
            0 => Vec::new(),
            length => vec![Piece::Words(Span::new(0, length))],
        };
        Text { source, pieces }
    }

    /// The part of the source that `span` covers; empty where it lies outside.
    pub fn at(&self, span: Span) -> &str {
        self.source.get(span.range()).unwrap_or_default()
    }

    /// How `addend` goes with the amount `before` it; `None` where more stands between
    /// them than the word that joins them, as in `1 cup sugar, plus 2 tbsp`.
    pub fn joint(&self, before: &Mention, addend: &Mention) -> Option<Joint> {
        let between = self
            .source
            .get(before.span.range().end..addend.span.range().start)?;
        let word = between.trim_start_matches([' ', ',', '\u{a0}']).trim();
        match word {
            "" => Some(Joint::Plus),
            _ if is_one_of(word, &TAKING_WORDS) => Some(Joint::Minus),
            _ if is_one_of(word, &ADDING_WORDS) => Some(Joint::Plus),
            _ => None,
        }
    }

    /// Whether `addend` is taken away from the amount before it.
    pub fn takes_away(&self, addend: &Mention) -> bool {
        let before = self.source.get(..addend.span.range().start);
        let word = before.and_then(|before| before.split_whitespace().next_back());
        word.is_some_and(|word| is_one_of(word, &TAKING_WORDS))
    }

    /// The other half that the addend at the piece `at` is the rest of: the pounds of `1 kg (2 lb
    /// 4 oz)`. What is added in words behind it is added to the whole.
    #[inline]
    pub fn dual_with(&self, at: usize) -> Option<usize> {
        match self.pieces.get(at)? {
            Piece::Amount(addend) if addend.role == Role::Addend => self.half_before(at, addend),
            _ => None,
        }
    }

    /// The other half of which `addend`, the piece `at`, is the rest.
    fn half_before<'t>(&'t self, at: usize, mut addend: &'t Mention) -> Option<usize> {
        let near = self.pieces[..at].iter().enumerate().rev();
        for (index, piece) in near.take(MOST_ADDED) {
            let Piece::Amount(before) = piece else {
                continue;
            };
            let start = before.span.range().start;
            let between = before.span.range().end..addend.span.range().start;
            let between = self.source.get(between)?;
            let is_bare = between.trim_matches([' ', ',', '\u{a0}']).is_empty();
            let in_bracket = || {
                let before = self.source.as_bytes().get(..start).unwrap_or_default();
                let mut near = before.iter().rev().take(LONGEST_BRACKET);
                near.find(|byte| b"()".contains(byte)) == Some(&b'(')
            };
            if between.contains(')') || !is_bare && !in_bracket() {
                return None;
            }
            match before.role {
                Role::Dual => return Some(index),
                Role::Addend => addend = before,
                _ => return None,
            }
        }
        None
    }

    /// The quantities in it, in order.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Amount(mention) => Some(mention),
            _ => None,
        })
    }

    /// The quantities in it, in order, to be changed.
    pub fn mentions_mut(&mut self) -> impl Iterator<Item = &mut Mention> {
        self.pieces.iter_mut().filter_map(|piece| match piece {
            Piece::Amount(mention) => Some(mention),
            _ => None,
        })
    }
}

fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}
