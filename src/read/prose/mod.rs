//! Reads the amounts, temperatures and lengths in a step or a note.
//!
//! Owns what in a cook's prose counts as one of these, and what each is for. Must
//! never know what becomes of them: it neither scales nor converts nor prints.
//!
//! ```text
//! text     = (words | mention)*
//! mention  = braced | chain
//! braced   = "{" amount unit? ("plus" amount unit?)* "}"      {1 tsp}, {1 cup plus 2 tbsp}
//! chain    = span (("x" | "by" | "or") span)* unit            9x13-inch, 8- or 9-inch
//! span     = number ((dash | "to") number)?                   150–155, 8- to 10
//! unit     = scale | length
//! scale    = (sign | "degrees")? ("F" | "C" | ...) | sign | "degrees"
//! length   = "inch" | "in" | "″" | "cm" | "mm" | "feet" | ...
//! dual     = mention ("(" | "/" | "or" | ...) mention         275°F (135°C)
//! ```
//!
//! It goes in three strides. `chain` and `braces` find what looks like a
//! measure, `scales` settles which scale a bare `275 degrees` is on, and
//! `roles` says what each measure is for. What no stride is sure of stays words.

mod braces;
mod chain;
mod clues;
mod degrees;
mod finding;
mod lengths;
mod loose;
mod number;
mod pairs;
mod roles;
mod scales;
mod words;

pub use loose::read_loose;

use crate::quantity::Quantity;
use crate::recipe::{Mention, Piece, Role, Span, Text};
use crate::unit::Unit;
use finding::{Finding, Measure, Scale};
use smol_str::SmolStr;

/// In a longer text nothing is looked for, in bytes; no recipe has one.
pub(super) const LONGEST_TEXT: usize = 1 << 18;

/// Returns `text` with its amounts in braces, its temperatures and its lengths found; in a
/// text longer than 256 KiB none are looked for.
///
/// ```
/// use porkcli::read::read_prose;
///
/// let step = read_prose("Rub in {1 tsp} oil and roast at 275°F (135°C).");
/// let found: Vec<&str> = step.mentions().map(|mention| step.at(mention.span)).collect();
/// assert_eq!(found, ["{1 tsp}", "275°F", "135°C"]);
/// ```
pub fn read_prose(text: &str) -> Text {
    read_prose_on(text, None)
}

/// Returns `text` as [`read_prose`] does, where `scale` is the unit of temperature
/// that the rest of the recipe uses: on it stand the degrees of `text` that name no
/// scale and could be on either, such as `165 degrees`.
pub fn read_prose_on(text: &str, scale: Option<Unit>) -> Text {
    prose_of(text.into(), scale)
}

/// As [`read_prose_on`], of a text that is there to be kept.
pub(super) fn prose_of(source: SmolStr, scale: Option<Unit>) -> Text {
    if source.len() > LONGEST_TEXT {
        return Text::plain(source);
    }
    let mentions = find_mentions(&source, 0, scale);
    if mentions.is_empty() {
        return Text::plain(source);
    }
    let mut pieces = Vec::with_capacity(2 * mentions.len() + 1);
    let mut end = 0;
    for mention in mentions {
        let range = mention.span.range();
        if end < range.start {
            pieces.push(Piece::Words(Span::new(end, range.start)));
        }
        end = range.end;
        pieces.push(Piece::Amount(mention));
    }
    if end < source.len() {
        pieces.push(Piece::Words(Span::new(end, source.len())));
    }
    Text { source, pieces }
}

/// Returns the unit of temperature that `text` uses; `None` where it uses none or both.
pub fn scale_of(text: &str) -> Option<Unit> {
    let mut findings = chain::find(text, 0);
    scales::settle(text, &mut findings, None).and_then(Scale::unit)
}

/// Returns the mentions in `text` from byte `from` on, in order and apart; what
/// stands before `from` still helps to understand them.
pub(super) fn find_mentions(text: &str, from: usize, scale: Option<Unit>) -> Vec<Mention> {
    let mut findings = chain::find(text, from);
    if findings.is_empty() {
        return Vec::new();
    }
    scales::settle(text, &mut findings, scale.and_then(Scale::of));
    let roles = roles::settle(text, &findings);
    findings
        .iter()
        .zip(roles)
        .filter_map(|(finding, role)| mention(finding, role))
        .collect()
}

fn mention(finding: &Finding, role: Role) -> Option<Mention> {
    let unit = match finding.measure {
        Measure::Degrees(scale) => Some(scale?.unit()?),
        Measure::Length(unit) => Some(unit),
        Measure::Braced(unit) => unit,
    };
    Some(Mention {
        span: Span::new(finding.start, finding.end),
        role,
        quantity: Quantity {
            low: finding.low,
            high: finding.high,
            unit,
        },
        unit_word: finding
            .unit_word
            .as_ref()
            .map(|word| Span::new(word.start, word.end)),
        as_written: true,
    })
}
