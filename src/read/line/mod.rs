//! Reads one ingredient line.

use crate::amount::{ReadError, number_at};
use crate::quantity::Quantity;
use crate::recipe::{Ingredient, Mention, Piece, Role, Span, Text};
use crate::unit::Unit;

/// Why a line is not an ingredient.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct LineError {
    /// What is wrong.
    pub reason: ReadError,
    /// Where in the line, in bytes.
    pub span: Span,
}

/// Reads `line` as an ingredient.
///
/// # Errors
/// [`LineError`] if it is empty or an amount in it is impossible (`1/0 cup`).
pub fn read_line(line: &str) -> Result<Ingredient, LineError> {
    let source = line.trim();
    let fail = |reason| LineError {
        reason,
        span: Span::new(0, source.len()),
    };
    if source.is_empty() {
        return Err(fail(ReadError::Empty));
    }
    let Some((amount, end)) = number_at(source).map_err(fail)? else {
        return Ok(Ingredient {
            line: Text::plain(source),
            name: source.into(),
            ..Ingredient::default()
        });
    };
    let word_start = end + source[end..].len() - source[end..].trim_start().len();
    let word_end = source[word_start..]
        .find(' ')
        .map_or(source.len(), |at| word_start + at);
    let unit = Unit::named(&source[word_start..word_end]);
    let end = if unit.is_some() { word_end } else { end };
    let name = source[end..].trim();
    let mention = Mention {
        span: Span::new(0, end),
        role: Role::Primary,
        quantity: Quantity::new(amount, unit),
        unit_word: unit.map(|_| Span::new(word_start, word_end)),
        as_written: true,
    };
    let mut pieces = vec![Piece::Amount(mention)];
    if end < source.len() {
        pieces.push(Piece::Words(Span::new(end, source.len())));
    }
    Ok(Ingredient {
        line: Text {
            source: source.into(),
            pieces,
        },
        lead: 1,
        name: if name.is_empty() { source } else { name }.into(),
        ..Ingredient::default()
    })
}
