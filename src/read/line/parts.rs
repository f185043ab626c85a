//! Puts the parts of a line together: the pieces of its text, and each part as a text.
//!
//! Owns the pieces' order and the spaces between words from different places. Must never
//! know how a part was found.

use super::body::Body;
use super::head::Head;
use super::token::{Kind, Part, Token};
use crate::recipe::{Ingredient, Piece, Span, Text};
use std::ops::Range;

/// Returns the ingredient that `head` and `body` tell.
pub(super) fn put_together(
    source: &str,
    head: Head,
    body: &Body,
    opening: Option<Range<usize>>,
    optional: bool,
) -> Ingredient {
    let text = |part, between| joined(source, &body.tokens, part, between);
    let name = text(Part::Name, " ");
    let mut preparation = text(Part::Preparation, ", ");
    if let Some(opening) = &opening {
        let words = &source[opening.clone()];
        preparation = match preparation.as_str() {
            "" => words.into(),
            more => format!("{words}, {more}"),
        };
    }
    let some = |text: String| (!text.is_empty()).then_some(text);
    let unit = head.unit;
    let begins = opening.is_none() && head.end > 0 && leads(&head);
    let lead_end = if begins { head.end } else { 0 };
    let (pieces, lead) = pieces(source, head.pieces, lead_end);
    Ingredient {
        lead,
        name: if name.is_empty() { source.into() } else { name },
        preparation: some(preparation),
        note: some(text(Part::Note, "; ")),
        optional: optional || body.optional,
        alternatives: runs(&body.tokens, Part::Alternative)
            .map(|run| source[run].to_string())
            .collect(),
        mark: some(text(Part::Mark, "")),
        unit,
        line: Text {
            source: source.into(),
            pieces,
        },
        ..Ingredient::default()
    }
}

/// Whether the amounts stand at the start of the line.
fn leads(head: &Head) -> bool {
    head.unit.is_some()
        || head.pieces.iter().any(|piece| match piece {
            Piece::Amount(mention) => (mention.span.end as usize) <= head.end,
            _ => false,
        })
}

/// Fills the gaps between `found` with words; cuts at `lead_end`. Returns the pieces and
/// how many of them lie before that.
fn pieces(source: &str, mut found: Vec<Piece>, lead_end: usize) -> (Vec<Piece>, usize) {
    found.sort_by_key(|piece| span(piece).start);
    let mut all = Vec::with_capacity(2 * found.len() + 2);
    let mut lead = 0;
    let mut at = 0;
    let mut words = |all: &mut Vec<Piece>, from: usize, to: usize| {
        if from < lead_end && lead_end < to {
            all.push(Piece::Words(Span::new(from, lead_end)));
            lead = all.len();
            all.push(Piece::Words(Span::new(lead_end, to)));
        } else if from < to {
            all.push(Piece::Words(Span::new(from, to)));
        }
        if to <= lead_end {
            lead = all.len();
        }
    };
    for piece in found {
        let range = span(&piece).range();
        // Two readers never claim the same words; if they did, the first would keep them.
        if range.start < at || range.end > source.len() {
            continue;
        }
        words(&mut all, at, range.start);
        at = range.end;
        all.push(piece);
        words(&mut all, at, at);
    }
    words(&mut all, at, source.len());
    (all, lead)
}

fn span(piece: &Piece) -> Span {
    match piece {
        Piece::Words(span) => *span,
        Piece::Amount(mention) => mention.span,
        Piece::Noun(noun) => noun.span,
        Piece::Put(_) => Span::default(),
    }
}

/// The words of `part`, with `between` where others stand between them.
fn joined(source: &str, tokens: &[Token], part: Part, between: &str) -> String {
    let mut text = String::new();
    for run in runs(tokens, part) {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(&source[run]);
    }
    text
}

/// The stretches of the source that belong to `part`; commas within are part of them.
fn runs(tokens: &[Token], part: Part) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let first = at + tokens[at..].iter().position(|token| belongs(token, part))?;
        let mut last = first;
        at = first + 1;
        while let Some(token) = tokens.get(at) {
            if belongs(token, part) {
                last = at;
            } else if !(token.separates() && token.part == Part::Open) {
                break;
            }
            at += 1;
        }
        Some(tokens[first].start..tokens[last].end)
    })
}

fn belongs(token: &Token, part: Part) -> bool {
    token.part == part
        && (part == Part::Mark || !token.separates() && token.kind != Kind::Open || token.depth > 0)
}
