//! Reading a number, every way a cook writes one.
//!
//! ```text
//! number   = mixed | fraction | decimal | whole
//! mixed    = whole (" " | "-" | " and ")? fraction          1 1/2, 1-1/2, 1½, 1 and 1/2
//! fraction = whole slash whole | sign                       3/4, 3⁄4, ¾
//! decimal  = digits? ("." | ",") digits                     1.5, .25, 1,5
//! whole    = digits ("," digit digit digit)*                2, 1,000
//! ```
//! A comma before exactly three digits groups thousands (`1,000 g`), before one or
//! two digits it is a decimal comma (`1,5 dl`).

use super::Amount;
use super::print::value_of_sign;
use std::str::FromStr;

/// Longer numbers are refused. No kitchen has them; but whatever is printed must read
/// back, and exact amounts may have as many digits as the type holds.
const MOST_DIGITS: usize = 39;

/// Why a text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text is empty.
    #[error("an amount is missing")]
    Empty,
    /// The text holds something other than one number.
    #[error("`{0}` is not an amount")]
    NotANumber(String),
    /// The lower part of a fraction is zero.
    #[error("`{0}` divides by zero")]
    ZeroDenominator(String),
    /// The number has more digits than the program keeps.
    #[error("`{0}` is too large")]
    TooLarge(String),
}

/// Returns the number that `text` begins with and how many bytes it takes.
///
/// ```
/// use porkcli::amount::{Amount, number_at};
///
/// let (amount, length) = number_at("1½ tsp")?.expect("a number");
/// assert_eq!(amount, Amount::new(3, 2).expect("a fraction"));
/// assert_eq!(length, "1½".len());
/// assert_eq!(number_at("a pinch")?, None);
/// # Ok::<(), porkcli::amount::ReadError>(())
/// ```
///
/// # Errors
/// [`ReadError::ZeroDenominator`] for `1/0`, [`ReadError::TooLarge`] for a number of
/// too many digits.
pub fn number_at(text: &str) -> Result<Option<(Amount, usize)>, ReadError> {
    let Some((amount, length)) = longest_number(text)? else {
        return Ok(None);
    };
    // `½0`, `1/2½` and `1.5.2` are slips of the pen that only look like a number with a rest.
    let goes_on = |c: char| c.is_ascii_digit() || value_of_sign(c).is_some();
    let rest = &text[length..];
    let after_point = rest.strip_prefix(['.', ',']).unwrap_or(rest);
    let point_and_rest = after_point.len() < rest.len() && after_point.starts_with(goes_on);
    if rest.starts_with(goes_on) || point_and_rest {
        return Ok(None);
    }
    // `½ ½` is not half of something called ½: scaled by two, it would read as 1½.
    // (`⅓-⅔` is a range.)
    if !amount.is_whole()
        && let Some(after) = rest.strip_prefix([' ', '-'])
        && let Some((part, _)) = proper_fraction(after, " ")?
        && (rest.starts_with(' ') || part <= amount)
    {
        return Ok(None);
    }
    Ok(Some((amount, length)))
}

fn longest_number(text: &str) -> Result<Option<(Amount, usize)>, ReadError> {
    if let Some((value, length)) = fraction_sign(text) {
        return Ok(Some((value, length)));
    }
    let Some((first, length)) = plain_number(text)? else {
        return Ok(None);
    };
    if !first.is_whole() || !text.as_bytes()[0].is_ascii_digit() {
        return Ok(Some((first, length)));
    }
    let rest = &text[length..];
    if let Some((value, more)) = slashed(first, text, length)? {
        return Ok(Some((value, more)));
    }
    for joint in ["", " ", "-", "\u{a0}", "\u{202f}", "\u{2009}", " and "] {
        let Some(after) = rest.strip_prefix(joint) else {
            continue;
        };
        if let Some((part, taken)) = proper_fraction(after, joint)? {
            let value = first
                .plus(part)
                .map_err(|_| ReadError::TooLarge(text.into()))?;
            return Ok(Some((value, length + joint.len() + taken)));
        }
    }
    Ok(Some((first, length)))
}

/// `3/4` after its upper part `upper`, which ends at byte `length` of `text`.
fn slashed(upper: Amount, text: &str, length: usize) -> Result<Option<(Amount, usize)>, ReadError> {
    let rest = &text[length..];
    let Some(after) = rest
        .strip_prefix('/')
        .or_else(|| rest.strip_prefix('\u{2044}'))
        .or_else(|| rest.strip_prefix('\u{2215}'))
    else {
        return Ok(None);
    };
    let slash = rest.len() - after.len();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Ok(None);
    }
    let end = length + slash + digits;
    let lower = whole(&after[..digits])?;
    if lower == 0 {
        return Err(ReadError::ZeroDenominator(text[..end].into()));
    }
    let value = Amount::new(1, lower)
        .and_then(|part| upper.times(part).ok())
        .ok_or_else(|| ReadError::TooLarge(text[..end].into()))?;
    Ok(Some((value, end)))
}

/// The fraction of a mixed number; below one, because `1 3/2` is two numbers.
fn proper_fraction(text: &str, joint: &str) -> Result<Option<(Amount, usize)>, ReadError> {
    if let Some(found) = fraction_sign(text) {
        return Ok(Some(found));
    }
    if joint.is_empty() {
        return Ok(None);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > MOST_DIGITS {
        return Ok(None);
    }
    let Some(upper) = Amount::new(whole(&text[..digits])?, 1) else {
        return Ok(None);
    };
    Ok(slashed(upper, text, digits)?.filter(|(value, _)| *value < Amount::ONE))
}

fn fraction_sign(text: &str) -> Option<(Amount, usize)> {
    let sign = text.chars().next().filter(|c| !c.is_ascii())?;
    let (n, d) = value_of_sign(sign)?;
    Some((Amount::new(n, d)?, sign.len_utf8()))
}

/// Digits with grouping commas or a decimal point or comma.
fn plain_number(text: &str) -> Result<Option<(Amount, usize)>, ReadError> {
    let bytes = text.as_bytes();
    let run = |from: usize| {
        bytes[from..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let before = run(0);
    let mut end = before;
    let mut grouped = String::new();
    while (1..=3).contains(&before) && bytes.get(end) == Some(&b',') && run(end + 1) == 3 {
        if grouped.is_empty() {
            grouped.push_str(&text[..before]);
        }
        grouped.push_str(&text[end + 1..end + 4]);
        end += 4;
    }
    let digits = if grouped.is_empty() {
        &text[..before]
    } else {
        &grouped
    };
    let after = match bytes.get(end) {
        Some(b'.') => run(end + 1),
        Some(b',') if before > 0 && grouped.is_empty() && run(end + 1) <= 2 => run(end + 1),
        _ => 0,
    };
    if before + after == 0 {
        return Ok(None);
    }
    let whole_part = if before == 0 { 0 } else { whole(digits)? };
    if after == 0 {
        return Ok(Amount::new(whole_part, 1).map(|value| (value, end)));
    }
    let places = &text[end + 1..end + 1 + after];
    if digits.len() + after > MOST_DIGITS {
        return Err(ReadError::TooLarge(text[..end + 1 + after].into()));
    }
    let too_large = || ReadError::TooLarge(text[..end + 1 + after].into());
    let power = 10_i128.checked_pow(after as u32).ok_or_else(too_large)?;
    let value = whole_part
        .checked_mul(power)
        .and_then(|value| value.checked_add(whole(places).ok()?))
        .and_then(|value| Amount::new(value, power))
        .ok_or_else(too_large)?;
    Ok(Some((value, end + 1 + after)))
}

fn whole(digits: &str) -> Result<i128, ReadError> {
    if digits.len() > MOST_DIGITS {
        return Err(ReadError::TooLarge(digits.into()));
    }
    digits
        .parse()
        .map_err(|_| ReadError::TooLarge(digits.into()))
}

impl FromStr for Amount {
    type Err = ReadError;

    /// Reads a text that is one number and nothing else.
    fn from_str(text: &str) -> Result<Amount, ReadError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ReadError::Empty);
        }
        match number_at(text)? {
            Some((amount, length)) if length == text.len() => Ok(amount),
            _ => Err(ReadError::NotANumber(text.into())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let amount: Amount = text.parse().expect(text);
        assert_eq!(amount.to_string(), expected, "{text}");
    }

    #[track_caller]
    fn fails(text: &str, message: &str) {
        let error = text.parse::<Amount>().expect_err(text);
        assert_eq!(error.to_string(), message);
    }

    #[track_caller]
    fn prefix(text: &str, expected: &str, rest: &str) {
        let (amount, length) = number_at(text).expect(text).expect(text);
        assert_eq!(
            (amount.to_string().as_str(), &text[length..]),
            (expected, rest)
        );
    }

    #[test]
    fn every_way_of_writing_a_number_is_exact() {
        case("2", "2");
        case("1.5", "1 1/2");
        case("1.10", "1 1/10");
        case(".25", "1/4");
        case("1,5", "1 1/2");
        case("1,000", "1000");
        case("1,234,567", "1234567");
        case("1,000.5", "1000 1/2");
        case("3/4", "3/4");
        case("6/4", "1 1/2");
        case("3\u{2044}4", "3/4");
        case("1 1/2", "1 1/2");
        case("1-1/2", "1 1/2");
        case("1 and 1/2", "1 1/2");
        case("1½", "1 1/2");
        case("11 ½", "11 1/2");
        case("½", "1/2");
        case("1\u{a0}½", "1 1/2");
        case("  4 ", "4");
    }

    #[test]
    fn the_largest_numbers_read_back() {
        let largest: Amount = "9".repeat(38).parse().expect("fits");
        let larger = largest.plus(Amount::ONE).expect("fits");
        let smallest = Amount::ONE.over(larger).expect("fits");
        for amount in [largest, larger, smallest] {
            assert_eq!(amount.to_string().parse(), Ok(amount));
        }
        let small = format!(".{}1", "0".repeat(38));
        fails(&small, &format!("`{small}` is too large"));
    }

    #[test]
    fn a_number_ends_where_the_text_goes_on() {
        prefix("1½ tsp", "1 1/2", " tsp");
        prefix("500g", "500", "g");
        prefix("3-4 lb", "3", "-4 lb");
        prefix("2.", "2", ".");
        prefix("1, 2", "1", ", 2");
        prefix("1 14 oz can", "1", " 14 oz can");
        prefix("1 3/2", "1", " 3/2");
        prefix("2/ 3", "2", "/ 3");
        prefix("1 ½-inch", "1 1/2", "-inch");
    }

    #[test]
    fn what_is_not_a_number_says_why() {
        fails("", "an amount is missing");
        fails("1/0", "`1/0` divides by zero");
        fails("1 1/0", "`1/0` divides by zero");
        fails("four", "`four` is not an amount");
        fails("NaN", "`NaN` is not an amount");
        fails("½0", "`½0` is not an amount");
        fails("½ ½", "`½ ½` is not an amount");
        fails("1½½", "`1½½` is not an amount");
        fails("-2", "`-2` is not an amount");
        fails("1e9", "`1e9` is not an amount");
        let long = "9".repeat(39);
        fails(&long, &format!("`{long}` is too large"));
    }
}
