//! What can only be read once the whole recipe is there: measures inside ingredient
//! lines, and degrees whose scale another step names.

use super::prose::{find_mentions, read_prose_on, scale_of};
use crate::glance::{beyond_ascii, digits, first_marked};
use crate::quantity::Quantity;
use crate::recipe::{Ingredient, Mention, Piece, Recipe, Role, Span, Text};
use crate::unit::Unit;

/// Reads on in `recipe` what depends on more than one text.
pub(super) fn settle(recipe: &mut Recipe) {
    for group in &mut recipe.ingredients {
        for ingredient in &mut group.items {
            take_exact_number(ingredient);
            find_in_words(&mut ingredient.line, &mut ingredient.lead);
        }
    }
    let is_open = |text: &Text| text.source.contains("degrees");
    if recipe.prose().any(is_open) {
        let all: Vec<&str> = recipe.prose().map(|text| text.source.as_str()).collect();
        if let Some(scale) = scale_of(&all.join("\n")) {
            for text in recipe.prose_mut().filter(|text| is_open(text)) {
                *text = read_prose_on(&text.source, Some(scale));
            }
        }
    }
}

/// Takes back the exact number of things that are never cut: `1 large egg (exactly 1 1/4)`.
fn take_exact_number(ingredient: &mut Ingredient) {
    const SIGN: &str = " (exactly ";
    let line = &mut ingredient.line;
    if !line.source.ends_with(')') {
        return;
    }
    let Some(start) = line.source.rfind(SIGN) else {
        return;
    };
    let figures = &line.source[start + SIGN.len()..line.source.len() - 1];
    let (low, high) = match figures.split_once('-') {
        Some((low, high)) => (low.parse(), Some(high.parse())),
        None => (figures.parse(), None),
    };
    let (Ok(low), Ok(high)) = (low, high.transpose()) else {
        return;
    };
    let counts =
        |mention: &&mut Mention| mention.role == Role::Primary && mention.quantity.unit.is_none();
    let Some(mention) = line.mentions_mut().find(counts) else {
        return;
    };
    mention.quantity = Quantity {
        low,
        high,
        unit: None,
    };
    mention.as_written = false;
    // The words up to the sign stay; the exact number is in the amount now.
    let start = Span::new(start, start).start;
    line.pieces.retain_mut(|piece| match piece {
        Piece::Words(words) => {
            words.end = words.end.min(start.max(words.start));
            words.start < words.end
        }
        Piece::Amount(mention) => mention.span.start < start,
        Piece::Noun(noun) => noun.span.start < start,
        Piece::Put(_) => true,
    });
    ingredient.note = ingredient
        .note
        .take()
        .filter(|note| !note.contains("exactly "));
}

/// Finds temperatures and lengths in the words of an ingredient line:
/// `lukewarm water (110°F)`.
fn find_in_words(line: &mut Text, lead: &mut usize) {
    // Most lines have no figure but their amount, and then there is nothing to find.
    let may_be_figure = |eight| digits(eight) | beyond_ascii(eight);
    let has_figure = |piece: &Piece| match piece {
        Piece::Words(words) => {
            let words = line.at(*words);
            first_marked(words.as_bytes(), may_be_figure).is_some()
                && words.contains(|c: char| c.is_numeric())
        }
        _ => false,
    };
    if !line.pieces.iter().any(has_figure) {
        return;
    }
    let found = find_mentions(&line.source, 0, None::<Unit>);
    for mention in found {
        if matches!(
            mention.role,
            Role::Oven | Role::Inner | Role::Length | Role::Difference | Role::Dual
        ) {
            put(line, lead, mention);
        }
    }
}

/// Puts `mention` in the place of the words it stands in, if it stands in words.
fn put(line: &mut Text, lead: &mut usize, mention: Mention) {
    let covers = |piece: &Piece| match piece {
        Piece::Words(words) => words.start <= mention.span.start && mention.span.end <= words.end,
        _ => false,
    };
    let Some(at) = line.pieces.iter().position(covers) else {
        return;
    };
    let Piece::Words(words) = line.pieces[at] else {
        return;
    };
    let span = mention.span;
    let before = Span {
        start: words.start,
        end: span.start,
    };
    let after = Span {
        start: span.end,
        end: words.end,
    };
    let parts = [
        (before.start < before.end).then_some(Piece::Words(before)),
        Some(Piece::Amount(mention)),
        (after.start < after.end).then_some(Piece::Words(after)),
    ];
    let parts: Vec<Piece> = parts.into_iter().flatten().collect();
    if at < *lead {
        *lead += parts.len() - 1;
    }
    line.pieces.splice(at..=at, parts);
}
