//! What can only be read once the whole recipe is there: measures inside ingredient
//! lines, and degrees whose scale another step names.

use super::prose::{find_mentions, read_prose_on, scale_of};
use crate::recipe::{Mention, Piece, Recipe, Role, Span, Text};
use crate::unit::Unit;

/// Reads on in `recipe` what depends on more than one text.
pub(super) fn settle(recipe: &mut Recipe) {
    for group in &mut recipe.ingredients {
        for ingredient in &mut group.items {
            find_in_words(&mut ingredient.line, &mut ingredient.lead);
        }
    }
    let is_open = |text: &Text| text.source.contains("degrees");
    if recipe.prose_mut().any(|text| is_open(text)) {
        let all: Vec<&str> = recipe
            .prose_mut()
            .map(|text| text.source.as_str())
            .collect();
        if let Some(scale) = scale_of(&all.join("\n")) {
            for text in recipe.prose_mut().filter(|text| is_open(text)) {
                *text = read_prose_on(&text.source, Some(scale));
            }
        }
    }
}

/// Finds temperatures and lengths in the words of an ingredient line:
/// `lukewarm water (110°F)`.
fn find_in_words(line: &mut Text, lead: &mut usize) {
    let may_hold =
        |text: &str| text.contains(['°', 'º', '"', '″', '℉', '℃']) || has_measure_word(text);
    if !may_hold(&line.source) {
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

fn has_measure_word(text: &str) -> bool {
    ["inch", "cm", "mm", "degree", " in.", " F)", " C)"]
        .iter()
        .any(|word| text.contains(word))
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
