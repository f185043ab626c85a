//! Numbers and ranges in a line, in figures and in words.
//!
//! ```text
//! range  = number (joint number)?       3-4, 2 to 3, 12- to 14, ½–1, one or two
//! joint  = dash | dash? ("to" | "or") dash?
//! number = figures | word               1½, 1,000, two, one and a half, three-quarters
//! figures                               see the module of amounts
//! ```
//! A range goes up: `2-1` is no number. Must never know of units or of food.

use super::LineError;
use super::cursor::Cursor;
use crate::amount::{Amount, ReadError, number_at};
use crate::recipe::Span;

/// A number or a range and where it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub low: Amount,
    pub high: Option<Amount>,
    pub end: usize,
}

/// Words that stand for a whole number; the place in the list is the value.
const WHOLE: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Returns the number or range at `cursor`; in figures only, unless `words`.
pub(super) fn range_at(cursor: Cursor<'_>, words: bool) -> Result<Option<Number>, LineError> {
    let Some((low, end)) = one_at(cursor, words)? else {
        return Ok(None);
    };
    Ok(range_from(low, Cursor::new(cursor.text, end), words))
}

/// Returns the range that begins with the number `low`, which ends at `after`, or that number
/// where it is none; `None` where it falls.
pub(super) fn range_from(low: Amount, after: Cursor<'_>, words: bool) -> Option<Number> {
    let alone = Number {
        low,
        high: None,
        end: after.at,
    };
    let mut next = after;
    if !eat_joint(&mut next) {
        return Some(alone);
    }
    // What looks like an impossible second number is none of this range's business.
    match one_at(next, words) {
        Ok(Some((_, end))) if slash_follows(Cursor::new(after.text, end)) => Some(alone),
        Ok(Some((high, end))) if low < high => Some(Number {
            low,
            high: Some(high),
            end,
        }),
        // Half of `2-1` would be a range; so it is no number.
        Ok(Some(_)) => None,
        _ => Some(alone),
    }
}

/// `3-4/5` is no range up to four.
fn slash_follows(cursor: Cursor<'_>) -> bool {
    let mut after = cursor;
    after.eat('/') && after.is_at_figure()
}

/// Steps over what joins the two ends of a range.
fn eat_joint(cursor: &mut Cursor<'_>) -> bool {
    cursor.skip_spaces();
    let dash = cursor.eat_dash();
    cursor.skip_spaces();
    if !matches!(cursor.peek(), Some('t' | 'T' | 'o' | 'O' | 'b' | 'B' | 'à')) {
        return dash;
    }
    let word = cursor.letters();
    if ["to", "or", "bis", "à", "tot", "till"]
        .iter()
        .any(|joint| word.eq_ignore_ascii_case(joint))
    {
        cursor.at += word.len();
        cursor.eat_dash();
        cursor.skip_spaces();
        return true;
    }
    dash
}

fn one_at(cursor: Cursor<'_>, words: bool) -> Result<Option<(Amount, usize)>, LineError> {
    if cursor.is_at_figure() {
        return figures_at(cursor);
    }
    Ok(if words { word_at(cursor) } else { None })
}

fn figures_at(cursor: Cursor<'_>) -> Result<Option<(Amount, usize)>, LineError> {
    let rest = cursor.rest();
    // `00` is a kind of flour, `007` a name.
    if rest.starts_with("00") {
        return Ok(None);
    }
    // The end of `½,½` is a slip of the pen like the whole of it.
    let before = cursor.text[..cursor.at].strip_suffix([',', '.']);
    if before.is_some_and(|before| before.ends_with(char::is_numeric)) {
        return Ok(None);
    }
    let found = number_at(rest).map_err(|reason| {
        let text = match &reason {
            ReadError::ZeroDenominator(text)
            | ReadError::TooLarge(text)
            | ReadError::NotANumber(text) => text.as_str(),
            ReadError::Empty | ReadError::TooLong => "",
        };
        let start = cursor.at + rest.find(text).unwrap_or(0);
        LineError {
            span: Span::new(start, start + text.len()),
            reason,
        }
    })?;
    Ok(found.map(|(amount, length)| (amount, cursor.at + length)))
}

/// A number in words, whole or with a part: `two`, `one and a half`, `two-thirds`.
fn word_at(cursor: Cursor<'_>) -> Option<(Amount, usize)> {
    let word = first_part(cursor.word());
    let end = cursor.at + word.len();
    let after = Cursor::new(cursor.text, end);
    // `six½` is a slip of the pen.
    if after.peek().is_some_and(char::is_numeric) {
        return None;
    }
    if word.eq_ignore_ascii_case("half") {
        return half_at(after).map(|end| (Amount::new(1, 2).unwrap_or(Amount::ONE), end));
    }
    if word.eq_ignore_ascii_case("quarter") {
        return Some((Amount::new(1, 4)?, past_article(after)));
    }
    let value = WHOLE
        .iter()
        .position(|known| word.eq_ignore_ascii_case(known))?;
    let value = i128::try_from(value).ok()?;
    let mut part = after;
    if part.eat_dash() || part.skip_spaces() {
        let word = part.letters();
        if let Some(below) = parts_word(word) {
            return Some((Amount::new(value, below)?, part.at + word.len()));
        }
    }
    let mut part = after.past_spaces();
    if part.eat_word("and") && part.skip_spaces() {
        let article = part.letters();
        if ["a", "one"]
            .iter()
            .any(|known| article.eq_ignore_ascii_case(known))
        {
            part.at += article.len();
            if (part.eat_dash() || part.skip_spaces()) && part.eat_word("half") {
                return Some((Amount::new(2 * value + 1, 2)?, part.at));
            }
        }
    }
    Some((Amount::new(value, 1)?, end))
}

/// What stands before the first dash of a word: `eight` of `eight-ounce`.
fn first_part(word: &str) -> &str {
    word.find('-').map_or(word, |dash| &word[..dash])
}

fn parts_word(word: &str) -> Option<i128> {
    let below = match word.len() {
        4 | 5 if word.eq_ignore_ascii_case("half") => 2,
        5 | 6 if word.eq_ignore_ascii_case("third") || word.eq_ignore_ascii_case("thirds") => 3,
        6.. if word.eq_ignore_ascii_case("quarter")
            || word.eq_ignore_ascii_case("quarters")
            || word.eq_ignore_ascii_case("fourth")
            || word.eq_ignore_ascii_case("fourths") =>
        {
            4
        }
        _ => return None,
    };
    Some(below)
}

/// Where the number ends that begins with the word `half`; `None` for `half and half`
/// and `half fat`, which are names.
fn half_at(after: Cursor<'_>) -> Option<usize> {
    let next = after.past_spaces();
    let word = next.letters();
    let named = ["and", "n", "fat"]
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name))
        || matches!(next.peek(), Some('&' | '\'' | '’'));
    (!named && !after.rest().starts_with("-and")).then(|| past_article(after))
}

/// Past the article of `half a`, `half of a` and `quarter of an`.
fn past_article(after: Cursor<'_>) -> usize {
    let mut next = after.past_spaces();
    if next.eat_word("of") {
        next.skip_spaces();
        return if eat_article(&mut next) {
            next.at
        } else {
            after.at
        };
    }
    if eat_article(&mut next) {
        next.at
    } else {
        after.at
    }
}

fn eat_article(cursor: &mut Cursor<'_>) -> bool {
    cursor.eat_word("a") || cursor.eat_word("an")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, low: &str, high: &str, rest: &str) {
        let number = range_at(Cursor::new(text, 0), true)
            .expect("no error")
            .expect("a number");
        let high_read = number.high.map(|high| high.to_string()).unwrap_or_default();
        assert_eq!(
            (
                number.low.to_string().as_str(),
                high_read.as_str(),
                &text[number.end..]
            ),
            (low, high, rest),
            "{text}"
        );
    }

    #[test]
    fn ranges_are_written_many_ways() {
        case("3-4 lb", "3", "4", " lb");
        case("1½–2 cups", "1 1/2", "2", " cups");
        case("2 to 3 cups", "2", "3", " cups");
        case("3—4", "3", "4", "");
        case("12- to 14-pound", "12", "14", "-pound");
        case("17-to-20-pound", "17", "20", "-pound");
        case("one or two onions", "1", "2", " onions");
        case("2 tomatoes", "2", "", " tomatoes");
    }

    #[test]
    fn words_are_numbers() {
        case("two eggs", "2", "", " eggs");
        case("one and a half cups", "1 1/2", "", " cups");
        case("three-quarters cup", "3/4", "", " cup");
        case("Half an onion", "1/2", "", " onion");
        case("eight-ounce", "8", "", "-ounce");
        let name = |text| {
            range_at(Cursor::new(text, 0), true)
                .expect("no error")
                .is_none()
        };
        assert!(name("half and half"));
        assert!(name("oneself"));
        assert!(name("4-2"));
        assert!(name("00 flour"));
    }
}
