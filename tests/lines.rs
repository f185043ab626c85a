//! One line, one expectation: the tables beside this file, and laws that hold for every
//! line.
//!
//! A table gives a line and, indented below it, what is understood of it:
//! `amount | name | prep: ... | note: ... | or: ... | also: role amount | optional | mark: *`.

use porkcli::quantity::Quantity;
use porkcli::read::read_line;
use porkcli::recipe::{Ingredient, Piece, Role};
use proptest::prelude::*;

/// What is understood of a line, as the tables write it.
fn told(line: &str) -> String {
    let ingredient = match read_line(line) {
        Ok(ingredient) => ingredient,
        Err(error) => {
            let span = error.span;
            return format!("error: {error} at {}..{}", span.start, span.end);
        }
    };
    let mut parts = vec![
        match (ingredient.quantity(), ingredient.unit) {
            (Some(quantity), _) => quantity_text(quantity),
            (None, Some(unit)) => format!("- {}", unit.singular()),
            (None, None) => "-".into(),
        },
        ingredient.name.to_string(),
    ];
    let mut add = |key: &str, text: &Option<String>| {
        if let Some(text) = text {
            parts.push(format!("{key}: {text}"));
        }
    };
    add("prep", &ingredient.preparation);
    add("note", &ingredient.note);
    add("mark", &ingredient.mark);
    for alternative in &ingredient.alternatives {
        parts.push(format!("or: {alternative}"));
    }
    for mention in ingredient.line.mentions() {
        if mention.role != Role::Primary {
            let role = format!("{:?}", mention.role).to_lowercase();
            parts.push(format!("{role}: {}", quantity_text(&mention.quantity)));
        }
    }
    for piece in &ingredient.line.pieces {
        if let Piece::Noun(noun) = piece {
            parts.push(format!("noun: {}/{}", noun.singular, noun.plural));
        }
    }
    if ingredient.optional {
        parts.push("optional".into());
    }
    parts.push(format!("lead: {:?}", lead(&ingredient)));
    parts.join(" | ")
}

/// What stands before the thing itself.
fn lead(ingredient: &Ingredient) -> String {
    ingredient.line.pieces[..ingredient.lead]
        .iter()
        .map(|piece| ingredient.line.at(span(piece).unwrap_or_default()))
        .collect()
}

fn span(piece: &Piece) -> Option<porkcli::recipe::Span> {
    match piece {
        Piece::Words(span) => Some(*span),
        Piece::Amount(mention) => Some(mention.span),
        Piece::Noun(noun) => Some(noun.span),
        Piece::Put(_) => None,
    }
}

fn quantity_text(quantity: &Quantity) -> String {
    let high = quantity
        .high
        .map(|high| format!("-{high}"))
        .unwrap_or_default();
    let unit = quantity
        .unit
        .map(|unit| format!(" {}", unit.singular()))
        .unwrap_or_default();
    format!("{}{high}{unit}", quantity.low)
}

/// Checks every case of a table.
fn check(name: &str, table: &str) {
    let mut lines = table.lines().filter(|line| !line.starts_with('#'));
    let mut wrong = Vec::new();
    while let Some(line) = lines.next() {
        let expected = lines.next().unwrap_or_default().trim();
        let found = told(line);
        if found != expected {
            wrong.push(format!("{line}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

macro_rules! tables {
    ($($name:ident)*) => {
        const TABLES: &[&str] = &[$(include_str!(concat!("lines/", stringify!($name), ".txt"))),*];
        $(
        #[test]
        fn $name() {
            check(stringify!($name), include_str!(concat!("lines/", stringify!($name), ".txt")));
        }
        )*
    };
}

tables! { numbers packs duals sums units things parts names alternatives remarks signs late traps languages errors everyday }

/// The line of every case of every table.
fn all_lines() -> impl Iterator<Item = &'static str> {
    TABLES.iter().flat_map(|table| {
        table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .step_by(2)
    })
}

/// Words that the parts say by themselves: `or` by being an alternative, and so on.
const SAID: [&str; 24] = [
    "or",
    "and",
    "plus",
    "a",
    "an",
    "of",
    "from",
    "the",
    "about",
    "optional",
    "each",
    "total",
    "apiece",
    "approximately",
    "half",
    "one",
    "scant",
    "generous",
    "roughly",
    "or",
    "x",
    "some",
    "few",
    "little",
];

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// Every word of the line stands in a part, and every word of a part in the line.
fn loses_nothing(line: &str) -> Result<(), TestCaseError> {
    let Ok(ingredient) = read_line(line) else {
        return Ok(());
    };
    let text = &ingredient.line;
    let mut kept: Vec<String> = words(&lead(&ingredient)).collect();
    let parts = [
        Some(ingredient.name.as_str()),
        ingredient.preparation.as_deref(),
        ingredient.note.as_deref(),
        ingredient.mark.as_deref(),
    ];
    for part in parts
        .into_iter()
        .flatten()
        .chain(ingredient.alternatives.iter().map(String::as_str))
    {
        for word in words(part) {
            prop_assert!(
                words(line).any(|known| known == word),
                "{line:?} makes up {word:?}"
            );
            kept.push(word);
        }
    }
    for piece in &text.pieces {
        if let Piece::Amount(_) | Piece::Noun(_) = piece {
            kept.extend(words(text.at(span(piece).unwrap_or_default())));
        }
    }
    for word in words(line) {
        prop_assert!(
            kept.contains(&word) || SAID.contains(&word.as_str()),
            "{line:?} loses {word:?}: {ingredient:?}"
        );
    }
    Ok(())
}

/// The pieces follow each other, cover the line and print as it was written.
fn covers_its_line(line: &str) -> Result<(), TestCaseError> {
    let Ok(ingredient) = read_line(line) else {
        return Ok(());
    };
    let text = &ingredient.line;
    prop_assert_eq!(&text.source, line.trim());
    let mut at = 0;
    for piece in &text.pieces {
        let span = span(piece).unwrap_or_default();
        prop_assert_eq!(span.start, at, "{:?}", text);
        prop_assert!(span.end > span.start, "{:?}", text);
        at = span.end;
        if let Piece::Amount(mention) = piece {
            let word = mention.unit_word.unwrap_or(span);
            prop_assert!(span.start <= word.start && word.end <= span.end);
            prop_assert!(mention.as_written);
        }
    }
    prop_assert_eq!(at as usize, text.source.len());
    let printed: String = text
        .pieces
        .iter()
        .map(|piece| text.at(span(piece).unwrap_or_default()))
        .collect();
    prop_assert_eq!(&printed, &text.source);
    prop_assert!(ingredient.lead <= text.pieces.len());
    prop_assert!(!ingredient.name.trim().is_empty());
    prop_assert_eq!(read_line(&printed), Ok(ingredient));
    Ok(())
}

/// Words and signs that mean something to the reader, in no sensible order.
fn salad() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "1",
        "2",
        "1/2",
        "½",
        "1 ½",
        "10",
        "400g",
        "400",
        "-",
        "–",
        "—",
        "/",
        "(",
        ")",
        ",",
        ";",
        ":",
        "*",
        "+",
        "&",
        "x",
        "%",
        "°",
        "g",
        "oz",
        "lb",
        "cup",
        "cups",
        "tbsp",
        "T",
        "c.",
        "ml",
        "inch",
        "in",
        "can",
        "tins",
        "piece",
        "cloves",
        "pinch",
        "handful",
        "of",
        "the",
        "a",
        "an",
        "about",
        "~",
        "scant",
        "large",
        "medium",
        "fat",
        "packed",
        "finely",
        "chopped",
        "freshly",
        "ground",
        "fresh",
        "boneless",
        "onion",
        "onions",
        "garlic",
        "egg",
        "whites",
        "tomatoes",
        "flour",
        "cooked",
        "or",
        "and",
        "plus",
        "minus",
        "each",
        "total",
        "optional",
        "to",
        "taste",
        "for",
        "cut",
        "into",
        "with",
        "such",
        "as",
        "like",
        "juice",
        "zest",
        "from",
        "dozen",
        "half",
        "two",
        "one",
        "few",
        "little",
        "more",
        "#10",
        "EL",
        "c. à s.",
        "d'huile",
        "é",
        "™",
        "\u{a0}",
        "recipe",
        "room",
        "temperature",
        "jar",
        "thick",
        "1-inch-thick",
    ]);
    prop::collection::vec(words, 0..14).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_covered(line in "\\PC{0,60}") {
        covers_its_line(&line)?;
    }

    #[test]
    fn any_words_are_read_without_panic_and_covered(line in salad()) {
        covers_its_line(&line)?;
    }

    #[test]
    fn no_word_is_lost(line in salad()) {
        loses_nothing(&line)?;
    }

    #[test]
    fn glued_words_are_covered(line in salad()) {
        covers_its_line(&line.replace(' ', ""))?;
    }
}

#[test]
fn no_word_of_the_tables_is_lost() -> Result<(), TestCaseError> {
    for line in all_lines() {
        loses_nothing(line)?;
        covers_its_line(line)?;
    }
    Ok(())
}

#[test]
fn a_very_long_line_is_read_to_its_end() -> Result<(), TestCaseError> {
    let pieces = [
        "1 ",
        "1,",
        "(",
        "((",
        ")",
        "(1 oz) ",
        "finely ",
        "finely chopped ",
        "or ",
        "or 1 ",
        ", about 1 lb",
        "a (b) ",
        "1/2",
        "½",
        "cups ",
        "large ",
        "-",
        "of ",
        "x",
        "é",
        "chopped ",
        ", chopped",
        "plus 1 tbsp ",
        "1 tbsp ",
        "juice and ",
        "boneless, ",
        "a, b or c, ",
        "\u{a0}",
        "about ",
        "/1 oz",
        ", 1 oz",
        "1 oz ",
        "1 oz each ",
        "or 1 oz ",
        "* ",
        "+",
        "fl. ",
        "1-",
        "and ",
        "red ",
        "1 x ",
        "few ",
        "'",
        ".",
        "extra-",
    ];
    for piece in pieces {
        for first in ["", "2 cups ", "1 onion (1 oz "] {
            let line = first.to_string() + &piece.repeat(60_000 / piece.len());
            covers_its_line(&line)?;
        }
    }
    Ok(())
}

#[test]
fn the_tables_have_every_class() {
    assert!(all_lines().count() >= 300);
}
