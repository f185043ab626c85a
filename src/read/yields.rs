//! Tells servings from what a recipe makes.
//!
//! Owns the words for people and portions in the languages of foreign recipes. Must
//! never know where the texts were found.

use super::read_servings;
use crate::amount::{Amount, number_at};
use crate::recipe::Servings;

/// Words for those who eat, and for what each gets.
const PORTIONS: [&str; 43] = [
    "serving",
    "servings",
    "serves",
    "portion",
    "portions",
    "people",
    "person",
    "persons",
    "guests",
    "personnes",
    "personne",
    "parts",
    "personas",
    "persona",
    "comensales",
    "raciones",
    "porciones",
    "porción",
    "porções",
    "porção",
    "pessoas",
    "persone",
    "porzioni",
    "personen",
    "portionen",
    "porties",
    "portie",
    "personer",
    "portioner",
    "porsjoner",
    "pers",
    "annosta",
    "porcje",
    "porcji",
    "os",
    "osoby",
    "osób",
    "porce",
    "porcií",
    "porcie",
    "főre",
    "adag",
    "порции",
];

/// Words that may lead up to the number.
const LEADS: [&str; 22] = [
    "serves", "servings", "serving", "makes", "yield", "yields", "about", "for", "pour", "para",
    "per", "für", "voor", "rende", "ergibt", "til", "na", "dosi", "ca", "approx", "até", "serve",
];

/// What stands between the two ends of a range.
const JOINTS: [&str; 10] = ["-", "–", "—", "to ", "or ", "à ", "a ", "bis ", "do ", "/"];

/// Returns the servings and what the recipe makes, from all that is said of either.
pub(super) fn read_yields(texts: &[String]) -> (Option<Servings>, Option<String>) {
    let (mut servings, mut bare, mut makes) = (None, None, None);
    for text in texts.iter().map(|text| super::gathered::one_line(text)) {
        if let Some(portions) = read_portions(&text) {
            servings = servings.or(Some(portions));
        } else if let Some(number) = read_servings(&text) {
            bare = bare.or(Some(number));
        } else if text.contains(|c: char| c.is_alphanumeric()) {
            makes = makes.or(Some(text));
        }
    }
    // Pages give `11` beside `11 cookies` for the same thing; only without a noun does
    // a bare number mean people.
    let servings = match &makes {
        Some(made) => servings.or(bare.filter(|bare| !begins_with(made, bare))),
        None => servings.or(bare),
    };
    (servings, makes)
}

/// Whether the number that `text` begins with is that of `servings`.
fn begins_with(text: &str, servings: &Servings) -> bool {
    let start = text.find(|c: char| c.is_numeric()).unwrap_or(text.len());
    matches!(number_at(&text[start..]), Ok(Some((amount, _))) if amount == servings.low)
}

/// `6 personnes`, `Serves 4-6`, `4 servings (2 pies)`, `4 to 6 serving(s)`.
pub(super) fn read_portions(text: &str) -> Option<Servings> {
    let mut rest = text;
    let mut named = false;
    loop {
        rest = rest.trim_start_matches([' ', ':', '.', '~', '≈', '(']);
        let word = word_at(rest);
        let portions = is_one_of(word, &PORTIONS);
        if word.is_empty() || !(portions || is_one_of(word, &LEADS)) {
            break;
        }
        named |= portions;
        rest = &rest[word.len()..];
    }
    let low = take_number(&mut rest)?;
    let mut high = None;
    for joint in JOINTS {
        if let Some(after) = rest.trim_start().strip_prefix(joint) {
            let mut after = after.trim_start();
            if let Some(number) = take_number(&mut after) {
                (high, rest) = (Some(number), after);
                break;
            }
        }
    }
    // A word on the way, as in `4 large servings`, counts nothing else.
    let end = rest.find([',', ';', '(']).unwrap_or(rest.len());
    let plural = rest[end..].starts_with("(s)") || rest[end..].starts_with("(n)");
    let words = &rest[..end];
    let counted = words
        .split_whitespace()
        .take_while(|word| !word.contains(|c: char| c.is_numeric()))
        .any(|word| is_one_of(word, &PORTIONS));
    let ends = words.trim().is_empty() && !plural;
    (low.is_positive() && (counted || named && ends)).then_some(Servings {
        low,
        high: high.filter(|high| *high > low),
    })
}

/// Whether `word` stands for those who eat, or for what each gets.
pub(super) fn is_portion_word(word: &str) -> bool {
    is_one_of(word, &PORTIONS)
}

fn take_number(rest: &mut &str) -> Option<Amount> {
    let (amount, length) = number_at(rest).ok()??;
    *rest = &rest[length..];
    Some(amount)
}

/// The word that `text` begins with, without a colon or a full stop after it.
fn word_at(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic());
    &text[..end.unwrap_or(text.len())]
}

fn is_one_of(word: &str, known: &[&str]) -> bool {
    let word = word.trim_end_matches(['.', '!', ')']).to_lowercase();
    known.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servings_are_told_from_things() {
        let case = |texts: &[&str], servings: &str, makes: &str| {
            let texts: Vec<String> = texts.iter().map(|text| (*text).into()).collect();
            let (read, made) = read_yields(&texts);
            let read = read.map(|read| match read.high {
                Some(high) => format!("{}-{high}", read.low),
                None => read.low.to_string(),
            });
            assert_eq!(read.unwrap_or_default(), servings, "{texts:?}");
            assert_eq!(made.unwrap_or_default(), makes, "{texts:?}");
        };
        case(&["4"], "4", "");
        case(&["Serves 4-6"], "4-6", "");
        case(&["4 - 6 serving(s)"], "4-6", "");
        case(&["6 personnes"], "6", "");
        case(&["Para 4 personas"], "4", "");
        case(&["2 főre"], "2", "");
        case(&["12", "12 cookies"], "", "12 cookies");
        case(&["20", "2 pies"], "20", "2 pies");
        case(&["16 servings (2 pies)"], "16", "");
        case(&["4 meal-size servings or 8 sides"], "4", "");
        case(&["Makes 6 cups"], "", "Makes 6 cups");
        case(&["1 loaf for 8 people"], "", "1 loaf for 8 people");
        case(&["0 servings"], "", "0 servings");
        case(&["  "], "", "");
    }
}
