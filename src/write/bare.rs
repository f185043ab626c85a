//! Prints a text for programs that do not know amounts in braces.

use super::amounts::{Manner, print, print_pieces};
use crate::recipe::{Piece, Role, Text};

/// Returns `text` with exact amounts and without their braces.
pub(super) fn print_bare(text: &Text) -> String {
    if text.mentions().all(|mention| mention.role != Role::Braced) {
        return print(text, Manner::Exact);
    }
    let mut out = String::with_capacity(text.source.len());
    let mut inside = false;
    for (at, piece) in text.pieces.iter().enumerate() {
        let before = out.len();
        print_pieces(text, at..at + 1, Manner::Exact, &mut out);
        if inside && let Some(close) = out[before..].find('}') {
            out.remove(before + close);
            inside = false;
        }
        let braced = matches!(piece, Piece::Amount(mention) if mention.role == Role::Braced);
        if braced && out[before..].starts_with('{') && out.ends_with('}') {
            out.pop();
            out.remove(before);
        } else if braced && out[..before].trim_end().ends_with('{') {
            // In `{1 tsp oil}` the braces are around more than the amount.
            if let Some(open) = out[..before].rfind('{') {
                out.remove(open);
                inside = true;
            }
        }
    }
    out
}
