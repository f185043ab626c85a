//! Puts the parts of a line together: the pieces of its text, and each part as a text.
//!
//! Owns the pieces' order and the spaces between words from different places. Must never
//! know how a part was found.

use super::body::Body;
use super::head::Head;
use super::token::{Kind, Part, Token};
use crate::recipe::{Ingredient, Piece, Span, Text};
use std::ops::Range;

/// What the line tells besides its amounts and its rest.
pub(super) struct Frame {
    /// `juice of`, before the amount.
    pub part: Option<Range<usize>>,
    /// A footnote mark before everything else.
    pub mark: Option<Range<usize>>,
    pub optional: bool,
    /// Where the amount part ends; zero if the line does not begin with it.
    pub lead_end: usize,
}

/// Returns the ingredient that `head` and `body` tell.
pub(super) fn put_together(source: &str, head: Head, body: &Body, frame: Frame) -> Ingredient {
    let present = body
        .tokens
        .iter()
        .fold(0, |parts, token| parts | 1_u16 << token.part as u16);
    let has = |part: Part| present & 1 << part as u16 != 0;
    let text = |part, between| match has(part) {
        true => joined(source, &body.tokens, part, between),
        false => String::new(),
    };
    let name = text(Part::Name, " ");
    let before = |range: &Option<Range<usize>>| match range {
        Some(range) => source[range.clone()].to_string(),
        None => String::new(),
    };
    let joined_to = |before: String, between, after: String| match before.is_empty() {
        true => after,
        false if after.is_empty() => before,
        false => before + between + &after,
    };
    let preparation = joined_to(before(&frame.part), ", ", text(Part::Preparation, ", "));
    let mark = joined_to(before(&frame.mark), "", text(Part::Mark, ""));
    let some = |text: String| (!text.is_empty()).then_some(text);
    let (pieces, lead) = pieces(source, head.pieces, frame.lead_end);
    Ingredient {
        lead,
        name: if name.is_empty() { source } else { &name }.into(),
        preparation: some(preparation),
        note: some(text(Part::Note, "; ")),
        optional: frame.optional || body.optional,
        alternatives: match has(Part::Alternative) {
            true => runs(&body.tokens, Part::Alternative)
                .map(|run| source[run].to_string())
                .collect(),
            false => Vec::new(),
        },
        mark: some(mark),
        unit: head.unit,
        line: Text {
            source: source.into(),
            pieces,
        },
        ..Ingredient::default()
    }
}

/// Fills the gaps between `found` with words; cuts at `lead_end`. Returns the pieces and
/// how many of them lie before that.
fn pieces(source: &str, mut found: Vec<Piece>, lead_end: usize) -> (Vec<Piece>, usize) {
    found.sort_by_key(|piece| span(piece).start);
    let mut all = Vec::with_capacity(2 * found.len() + 1);
    let mut lead = 0;
    let mut at = 0;
    let mut words = |all: &mut Vec<Piece>, from: usize, to: usize| {
        if from < lead_end && lead_end < to {
            // A size behind a bracket stands alone, as it does behind a bare amount:
            // `large` in `1 kg (2 lb) large potatoes`.
            let size = source[from..lead_end]
                .rfind([')', ']'])
                .map(|at| from + at + 1);
            match size.filter(|&size| size < lead_end) {
                Some(size) => {
                    all.push(Piece::Words(Span::new(from, size)));
                    all.push(Piece::Words(Span::new(size, lead_end)));
                }
                None => all.push(Piece::Words(Span::new(from, lead_end))),
            }
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
    let mut runs = runs(tokens, part);
    let mut text = runs.next().map_or("", |run| &source[run]).to_string();
    for run in runs {
        text.push_str(between);
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
