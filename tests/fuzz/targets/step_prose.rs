//! A step, an oven's heat and a time in it, and the small texts beside a recipe.
#![no_main]

use laws::hold_for_recipe;
use libfuzzer_sys::fuzz_target;
use porkcli::read::{
    read_density, read_duration, read_loose, read_prose, read_prose_on, read_servings, scale_of,
};
use porkcli::recipe::{Group, Note, Recipe, Text};
use porkcli::write::write_duration;

fuzz_target!(|text: &str| {
    read_density(text);
    read_servings(text);
    if let Some(seconds) = read_duration(text) {
        assert_eq!(read_duration(&write_duration(seconds)), Some(seconds));
    }
    // As every reader gives it: words are single spaces apart.
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.as_str();
    if text.is_empty() {
        return;
    }
    let step = read_prose(text);
    read_prose_on(text, scale_of(text));
    read_loose(&step);
    covers(&step);
    hold_for_recipe(&recipe_with(step));
});

/// The pieces follow each other without gap or overlap.
fn covers(text: &Text) {
    use porkcli::recipe::Piece;
    let mut at = 0;
    for piece in &text.pieces {
        let span = match piece {
            Piece::Words(span) => *span,
            Piece::Amount(mention) => mention.span,
            Piece::Noun(noun) => noun.span,
            Piece::Put(_) => panic!("a reader puts nothing there"),
        };
        assert_eq!(span.range().start, at);
        at = span.range().end;
    }
    assert_eq!(at, text.source.len());
}

fn recipe_with(step: Text) -> Recipe {
    let items = porkcli::read::read_line("1 cup water")
        .into_iter()
        .collect();
    let note = Note {
        title: None,
        text: step.clone(),
    };
    Recipe {
        title: "Dish".into(),
        ingredients: vec![Group { name: None, items }],
        steps: vec![Group {
            name: None,
            items: vec![step],
        }],
        notes: vec![note],
        ..Recipe::default()
    }
}
