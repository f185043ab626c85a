//! Amounts that stand in prose without braces, and so stay as they are when a recipe
//! is scaled: `rub in 1 tsp oil`.
//!
//! Owns how such an amount is found. Must never change what a text means: no verb sees
//! these amounts.

use super::number::{self, Joint, Number};
use super::words::blank_at;
use crate::quantity::Quantity;
use crate::recipe::{Span, Text};
use crate::unit::{Dimension, Unit};

/// The longest unit of two words that is looked for: `fluid ounces`.
const LONGEST_UNIT: usize = 16;

/// Returns the volumes and weights in `text` that stand outside of braces, with the
/// part of it that each takes: number and unit.
///
/// ```
/// use porkcli::read::{read_loose, read_prose};
///
/// let step = read_prose("Rub with 1-2 tsp oil, then {3 tsp} more.");
/// let found: Vec<&str> = read_loose(&step).iter().map(|(span, _)| step.at(*span)).collect();
/// assert_eq!(found, ["1-2 tsp"]);
/// ```
pub fn read_loose(text: &Text) -> Vec<(Span, Quantity)> {
    let taken: Vec<Span> = text.mentions().map(|mention| mention.span).collect();
    let source = text.source.as_str();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = source[at..].find(|c: char| c.is_numeric()) {
        at += next;
        let inside = taken.iter().find(|span| span.range().contains(&at));
        if let Some(span) = inside {
            at = span.range().end;
            continue;
        }
        match amount_at(source, at) {
            Some((span, quantity)) => {
                at = span.range().end;
                found.push((span, quantity));
            }
            None => at = number::skip(source, at),
        }
    }
    found
}

fn amount_at(text: &str, at: usize) -> Option<(Span, Quantity)> {
    let low = number::read_alone(text, at).filter(|number| number.value.is_positive())?;
    let high = match number::joint(text, low.end) {
        Some((Joint::Range | Joint::Or, next)) => {
            number::read(text, next).filter(|high| high.value > low.value)
        }
        _ => None,
    };
    let end = high.map_or(low.end, |high: Number| high.end);
    let (unit, end) = unit_at(text, end)?;
    let quantity = Quantity {
        low: low.value,
        high: high.map(|high| high.value),
        unit: Some(unit),
    };
    Some((Span::new(low.start, end), quantity))
}

/// The unit after a number that ends at byte `at`, and where it ends.
fn unit_at(text: &str, at: usize) -> Option<(Unit, usize)> {
    let start = at + blank_at(text, at);
    let rest = &text[start..];
    let letters = |from: usize| {
        let length = rest[from..]
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len() - from);
        from + length
    };
    let one = letters(0);
    let two = if rest[one..].starts_with([' ', '.']) {
        let next = one + rest[one..].len() - rest[one..].trim_start_matches(['.', ' ']).len();
        letters(next)
    } else {
        one
    };
    [two, one].into_iter().find_map(|end| {
        let word = rest.get(..end).filter(|word| {
            !word.is_empty() && word.len() <= LONGEST_UNIT && !word.eq_ignore_ascii_case("c")
        })?;
        let unit = Unit::named(word)?;
        let measured = matches!(unit.dimension(), Dimension::Volume | Dimension::Mass);
        measured.then_some((unit, start + end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_prose;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let text = read_prose(text);
        let found: Vec<&str> = read_loose(&text)
            .iter()
            .map(|(span, _)| text.at(*span))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn volumes_and_weights_are_found_and_nothing_else() {
        case(
            "Add 1 1/2 cups flour and ½ tsp. salt.",
            &["1 1/2 cups", "½ tsp"],
        );
        case("Add {1 tsp} oil at 350°F for 2 hours in a 9-inch pan.", &[]);
        case("Pour in 100g sugar, 2 fl oz milk.", &["100g", "2 fl oz"]);
        case(
            "Bake 2 eggs; step 3 cups the rest; #10 tomatoes",
            &["3 cups"],
        );
        case("", &[]);
    }
}
