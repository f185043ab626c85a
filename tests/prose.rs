//! What is found in a cook's prose, phrase by phrase, and what holds for every text.

use porkcli::read::{read_prose, read_prose_on, scale_of};
use porkcli::recipe::{Piece, Text};
use porkcli::unit::Unit;
use proptest::prelude::*;
use std::fmt::Write;

/// Each phrase stands on a line of its own; under it, indented, what is found in it:
/// role, amount, unit, then after bars the text of the mention and its word for the unit.
const PHRASES: &str = include_str!("prose/phrases.txt");

#[test]
fn every_phrase_is_understood_as_a_cook_would() {
    let phrases: Vec<&str> = PHRASES
        .lines()
        .filter(|line| !line.starts_with("  "))
        .collect();
    assert!(phrases.len() >= 150, "only {} phrases", phrases.len());
    let mut found = String::new();
    for phrase in phrases {
        found += &describe(phrase, &read_prose(phrase));
    }
    for (expected, found) in PHRASES
        .split_inclusive('\n')
        .zip(found.split_inclusive('\n'))
    {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), PHRASES.len());
}

fn describe(phrase: &str, text: &Text) -> String {
    let mut out = format!("{phrase}\n");
    for mention in text.mentions() {
        let role = format!("{:?}", mention.role).to_lowercase();
        let low = mention.quantity.low;
        let high = mention.quantity.high;
        let high = high.map(|high| format!("..{high}")).unwrap_or_default();
        let unit = mention.quantity.unit.map_or("-", Unit::symbol);
        let word = mention.unit_word.map_or("-", |word| text.at(word));
        writeln!(
            out,
            "  {role} {low}{high} {unit} | {} | {word}",
            text.at(mention.span)
        )
        .expect("write to a string");
    }
    out
}

#[test]
fn the_rest_of_the_recipe_can_name_the_scale() {
    let (celsius, fahrenheit) = (Unit::named("°C"), Unit::named("°F"));
    assert_eq!(scale_of("Preheat to 350 degrees."), fahrenheit);
    assert_eq!(scale_of("Preheat to 180°C (350°F)."), celsius);
    assert_eq!(scale_of("Preheat to 180 degrees."), None);
    assert_eq!(scale_of("Bake at 180°C, then at 400°F."), None);
    let case = |text, scale, expected| {
        let text = read_prose_on(text, scale);
        let units: Vec<_> = text.mentions().map(|found| found.quantity.unit).collect();
        assert_eq!(units, expected, "{}", text.source);
    };
    case("Oven to 200 degrees.", celsius, vec![celsius]);
    case("Oven to 200 degrees.", fahrenheit, vec![fahrenheit]);
    case("Oven to 200 degrees.", None, vec![]);
    case("Oven to 350 degrees.", celsius, vec![fahrenheit]);
    case("Bake 20 degrees hotter.", celsius, vec![celsius]);
    case("Rotate it 180 degrees.", celsius, vec![]);
}

#[test]
fn the_shipped_recipes_keep_their_measures() {
    let found = |recipe: &str| {
        let text = read_prose(recipe);
        let mentions = text.mentions();
        mentions
            .map(|mention| text.at(mention.span).to_string())
            .collect::<Vec<_>>()
    };
    let steps = |recipe: &'static str| recipe.split_once("\nsteps:").expect("steps").1;
    assert_eq!(
        found(steps(include_str!("../recipes/maple-belly.yaml"))),
        ["275 degrees", "1 inch", "420 degrees", "{1 tsp}", "{1}"]
    );
    assert_eq!(
        found(steps(include_str!("../recipes/crispy-maple-belly.yaml"))),
        [
            "1/2 inch",
            "1-1.5 cm",
            "{1 tsp}",
            "{1/2 tsp}",
            "275°F",
            "135°C",
            "150-155°F",
            "65-68°C",
            "500°F",
            "260°C",
            "8-10″",
            "3/4-1″",
            "500°F",
            "{1 tsp}",
            "{1 tbsp}",
        ]
    );
}

#[test]
fn endless_traps_are_covered() {
    let traps = [
        "1",
        "9",
        "1 ",
        "1x",
        "1,",
        "1/",
        "1-",
        "½",
        "½ ",
        "{",
        "{1 ",
        "9 in. ",
        "1 in      ",
        "350° ",
        "350°/",
        "5°C/41°F (",
        "180 degrees ",
        "1\" ",
        "“1” ",
        "by 1°",
        "a 1 or ",
        "oven ",
        "—",
        "É1",
        "1th of an ",
    ];
    for trap in traps {
        let text = trap.repeat(250_000 / trap.len());
        assert_covers(&read_prose(&text));
    }
}

#[track_caller]
fn assert_covers(text: &Text) {
    let mut at = 0;
    for piece in &text.pieces {
        let span = match piece {
            Piece::Words(span) => *span,
            Piece::Amount(mention) => mention.span,
            other => panic!("an unexpected {other:?}"),
        };
        let range = span.range();
        assert_eq!(range.start, at);
        assert!(range.end > at && text.source.is_char_boundary(range.end));
        at = range.end;
        if let Piece::Amount(mention) = piece
            && let Some(word) = mention.unit_word
        {
            assert!(span.start <= word.start && word.end <= span.end);
            assert!(!text.at(word).is_empty());
        }
    }
    assert_eq!(at, text.source.len());
}

proptest! {
    #[test]
    fn the_pieces_of_any_text_cover_it(text in "\\PC*") {
        assert_covers(&read_prose(&text));
    }

    #[test]
    fn the_pieces_of_any_measures_cover_their_text(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "1", "350", "9", "13", "½", "1 1/2", ".5", "-", "–", "−", " ", " ", "x", "×", "by",
                "to", "or", "°", "º", "F", "C", "degrees", "deg.", "℉", "inch", "in", "in.", "\"",
                "″", "'", "”", "“", "cm", "feet", "of", "an", "th", "/", "(", ")", "{", "}", "tsp",
                "cup", "plus", ".", ",", "hotter", "oven", "oil", "é", "\u{a0}", "\n",
            ]),
            0..24,
        )
    ) {
        assert_covers(&read_prose(&parts.concat()));
    }
}
