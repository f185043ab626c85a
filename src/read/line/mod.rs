//! Reads one ingredient line: how much of what, how prepared, what instead.
//!
//! ```text
//! line   = bullet? mark? opening? head? rest
//! bullet = "•" | "-" | "[ ]" …            before a space
//! opening= "or" | "and" | "plus"          before a number
//!        | part "of"                      juice of 1 lemon
//! head                                    the amount part; see `head`
//! rest                                    the name and all else; see `body` and `name`
//! ```
//! Text goes through in one direction:
//! - `cursor` steps over signs and words; `words` and `nouns` are the closed lists.
//! - `number`, `unit_word`, `roughly` and `measure` read one amount.
//! - `opening`, then `head` with `vague` and `pack`, read the amount part and give each
//!   amount its role.
//! - `token` cuts the rest; `body` hands it to `parenthesis`, `further` (amounts behind
//!   the name), `name` with `lead` and `turn`, and `agreement`.
//! - `parts` puts the ingredient together; `fields` tells it to other programs.
//!
//! `plain` goes before all of them: a shortcut for lines that need none of this.
//!
//! Must never know of recipes around the line, nor of what is done with it afterwards.

mod agreement;
mod body;
mod cursor;
mod fields;
mod further;
mod head;
mod lead;
mod measure;
mod name;
mod nouns;
mod number;
mod opening;
mod pack;
mod parenthesis;
mod parts;
mod plain;
mod roughly;
mod token;
mod turn;
mod unit_word;
mod usual;
mod vague;
mod words;

pub use fields::{AmountFields, LineFields, fields};

use crate::amount::ReadError;
use crate::recipe::{Ingredient, Span};

/// Why a line is not an ingredient.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct LineError {
    /// What is wrong.
    pub reason: ReadError,
    /// Where in the line, in bytes.
    pub span: Span,
}

/// How an amount is written.
pub(super) const HOW_TO_WRITE: &str = "write amounts such as `1/2 cup`, `1 1/2 tsp` or `2.5 dl`";

impl LineError {
    /// How to cure it.
    pub fn hint(&self) -> &'static str {
        match self.reason {
            ReadError::TooLong => "give each ingredient a line of its own",
            _ => HOW_TO_WRITE,
        }
    }
}

/// A longer line is none that a cook wrote, in bytes.
const LONGEST_LINE: usize = 1 << 16;

/// Reads `line` as an ingredient.
///
/// ```
/// use porkcli::read::read_line;
///
/// let garlic = read_line("2 large garlic cloves, finely chopped (optional)")?;
/// assert_eq!(garlic.name, "garlic");
/// assert_eq!(garlic.preparation.as_deref(), Some("finely chopped"));
/// assert!(garlic.optional);
/// let quantity = garlic.quantity().expect("an amount");
/// assert_eq!(quantity.low.to_string(), "2");
/// assert_eq!(quantity.unit.map(|unit| unit.singular()), Some("clove"));
/// # Ok::<(), porkcli::read::LineError>(())
/// ```
///
/// # Errors
/// [`LineError`] if it is empty, longer than 64 KiB, or an amount in it is impossible
/// (`1/0 cup`).
pub fn read_line(line: &str) -> Result<Ingredient, LineError> {
    let source = line.trim();
    if source.is_empty() {
        return Err(LineError {
            reason: ReadError::Empty,
            span: Span::new(0, 0),
        });
    }
    if source.len() > LONGEST_LINE {
        return Err(LineError {
            reason: ReadError::TooLong,
            span: Span::new(0, 0),
        });
    }
    match plain::read_plain(source) {
        Some(ingredient) => Ok(ingredient),
        None => read_any(source),
    }
}

/// Returns the ingredient in `text` if it is such that nothing in it need be trimmed or
/// folded, and plain.
pub(super) fn read_usual_line(text: &str) -> Option<Ingredient> {
    if text.len() > LONGEST_LINE {
        return None;
    }
    plain::read_usual(text)
}

/// Reads any line, which is trimmed and not empty, by the whole grammar.
fn read_any(source: &str) -> Result<Ingredient, LineError> {
    let opening = opening::opening_of(source);
    let found = head::head_at(source, opening.end)?;
    let has_amount = found.is_some();
    let mut head = found.unwrap_or_default();
    let part = opening.part.filter(|_| has_amount);
    let begins = has_amount && part.is_none();
    if !has_amount {
        head.end = opening.start;
    }
    let body = body::read_body(source, &mut head, has_amount, begins);
    let frame = parts::Frame {
        part,
        mark: opening.mark,
        optional: opening.optional,
        lead_end: if begins { head.end } else { 0 },
    };
    Ok(parts::put_together(source, head, &body, frame))
}
