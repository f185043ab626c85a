//! Reads how many people a recipe serves.

use crate::amount::{Amount, number_at};
use crate::recipe::Servings;

/// Words that may stand around the number.
const AROUND: [&str; 12] = [
    "serves", "servings", "serving", "people", "persons", "person", "portions", "portion", "makes",
    "for", "about", "guests",
];

/// Returns the servings that `text` names: `4`, `4-6`, `4 to 6 people`; `None` for
/// anything else and for zero.
///
/// ```
/// use porkcli::amount::Amount;
///
/// let servings = porkcli::read::read_servings("4-6 people").expect("servings");
/// assert_eq!(servings.low, Amount::from(4));
/// assert_eq!(servings.high, Some(Amount::from(6)));
/// assert_eq!(porkcli::read::read_servings("24 cookies"), None);
/// ```
pub fn read_servings(text: &str) -> Option<Servings> {
    let mut rest = skip_words(text.trim());
    let low = take_number(&mut rest)?;
    let mut high = None;
    let joint = rest.trim_start();
    for word in ["-", "–", "—", "to ", "or "] {
        if let Some(after) = joint.strip_prefix(word) {
            rest = after.trim_start();
            let number = take_number(&mut rest)?;
            // A range upside down is a slip of the pen, not a guess for this program to make.
            high = Some(number).filter(|high| *high > low);
            high?;
            break;
        }
    }
    (skip_words(rest).is_empty() && low.is_positive()).then_some(Servings { low, high })
}

fn take_number(rest: &mut &str) -> Option<Amount> {
    let (amount, length) = number_at(rest).ok()??;
    *rest = &rest[length..];
    Some(amount)
}

fn skip_words(mut text: &str) -> &str {
    loop {
        text = text.trim_start_matches([' ', ':', '.', '(', ')', '~']);
        let end = text
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(text.len());
        let word = text[..end].to_lowercase();
        if end == 0 || !AROUND.contains(&word.as_str()) {
            return text;
        }
        text = &text[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_number_of_people_is_servings() {
        let case = |text: &str, expected: Option<(&str, Option<&str>)>| {
            let servings = read_servings(text);
            let expected = expected.map(|(low, high)| Servings {
                low: low.parse().expect(low),
                high: high.map(|high| high.parse().expect(high)),
            });
            assert_eq!(servings, expected, "{text}");
        };
        case("4", Some(("4", None)));
        case("2.5", Some(("2 1/2", None)));
        case("4-6", Some(("4", Some("6"))));
        case("4 – 6 servings", Some(("4", Some("6"))));
        case("Serves 4 to 6", Some(("4", Some("6"))));
        case("1 1/2-2", Some(("1 1/2", Some("2"))));
        case("four", None);
        case("0", None);
        case("6-4", None);
        case("24 cookies", None);
        case("", None);
        case("4-", None);
    }
}
