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
    /// The text is longer than any amount with what it is of.
    #[error("the line is longer than an ingredient can be (64 KiB)")]
    TooLong,
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
    if let Some(found) = usual_number_at(text.as_bytes()) {
        return Ok(Some(found));
    }
    any_number_at(text)
}

/// The number that `text` begins with if it is short, in plain digits, and nothing but
/// plain text follows it: `2 cups`, `1/2`, `1 1/2 cups`. Nearly all numbers are so, and
/// most of the time to read a recipe went into the rarer forms that had to be ruled out.
pub(crate) fn usual_number_at(text: &[u8]) -> Option<(Amount, usize)> {
    let (first, end) = few_digits(text, 0)?;
    match text.get(end) {
        None => Some((Amount::small_fraction(first, 1), end)),
        Some(b'/') => {
            let (lower, end) = few_digits(text, end + 1).filter(|(lower, _)| *lower > 0)?;
            ends_plainly(text, end).then(|| (Amount::small_fraction(first, lower), end))
        }
        Some(b' ' | b'-') => match text.get(end + 1) {
            Some(b'0'..=b'9') => {
                let (upper, slash) = few_digits(text, end + 1)?;
                match text.get(slash) {
                    Some(b'/') => {}
                    // A slash may be another sign.
                    Some(0x80..) => return None,
                    _ => return Some((Amount::small_fraction(first, 1), end)),
                }
                let (lower, last) = few_digits(text, slash + 1)?;
                let mixed = upper < lower && ends_plainly(text, last);
                mixed.then(|| (Amount::small_fraction(first * lower + upper, lower), last))
            }
            // `1 and 1/2` and `1 ½` go on.
            Some(b'a' | 0x80..) => None,
            _ => Some((Amount::small_fraction(first, 1), end)),
        },
        Some(byte) if byte.is_ascii_alphabetic() => Some((Amount::small_fraction(first, 1), end)),
        _ => None,
    }
}

/// A whole number of up to eight digits at byte `start`, and where it ends.
#[inline(always)]
fn few_digits(text: &[u8], start: usize) -> Option<(u64, usize)> {
    let mut value = 0;
    let mut end = start;
    while let Some(digit @ b'0'..=b'9') = text.get(end) {
        value = value * 10 + u64::from(digit - b'0');
        end += 1;
        if end - start > 8 {
            return None;
        }
    }
    (end > start).then_some((value, end))
}

/// Whether a fraction that ends at byte `end` surely ends there.
fn ends_plainly(text: &[u8], end: usize) -> bool {
    match text.get(end) {
        None => true,
        Some(b' ') => !matches!(text.get(end + 1), Some(b'0'..=b'9' | 0x80..)),
        Some(byte) => byte.is_ascii_alphabetic(),
    }
}

fn any_number_at(text: &str) -> Result<Option<(Amount, usize)>, ReadError> {
    let Some((amount, length)) = longest_number(text)? else {
        return Ok(None);
    };
    // `½0`, `1/2½` and `1.5.2` are slips of the pen that only look like a number with a rest.
    let goes_on = |c: char| c.is_ascii_digit() || value_of_sign(c).is_some();
    let rest = &text[length..];
    let after_point = rest.strip_prefix(['.', ',']);
    if rest.starts_with(goes_on) || after_point.is_some_and(|after| after.starts_with(goes_on)) {
        return Ok(None);
    }
    // `½ ½` is not half of something called ½: scaled by two, it would read as 1½.
    // (`⅓-⅔` is a range.) Printed as `2 1/0`, `4/2 1/0` would be as impossible as that.
    let is_fraction = !amount.is_whole() || text[..length].contains(['/', '\u{2044}', '\u{2215}']);
    if is_fraction
        && let Some(after) = rest.strip_prefix([' ', '-'])
        && let Some((part, _)) = proper_fraction(after, " ")?
        && !amount.is_whole()
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
    if digits == 0 {
        return Ok(None);
    }
    let Some(upper) = whole(&text[..digits])
        .ok()
        .and_then(|upper| Amount::new(upper, 1))
    else {
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
    let last = end + 1 + after;
    let too_large = || ReadError::TooLarge(text[..last].into());
    let places = whole(&text[end + 1..last]).map_err(|_| too_large())?;
    let power = 10_i128.checked_pow(after as u32).ok_or_else(too_large)?;
    let joined = whole_part
        .checked_mul(power)
        .and_then(|tens| tens.checked_add(places));
    let value = match joined {
        Some(value) => Amount::new(value, power),
        // Digits that do not fit together may still fit as a fraction, which is reduced.
        None => {
            Amount::new(places, power).and_then(|part| Amount::new(whole_part, 1)?.plus(part).ok())
        }
    };
    Ok(Some((value.ok_or_else(too_large)?, last)))
}

/// The number of these digits. No kitchen has one of forty; but whatever is printed must
/// read back, and exact amounts may have as many digits as the type holds.
fn whole(digits: &str) -> Result<i128, ReadError> {
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
    use crate::amount::{Decimal, Fraction};
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn the_short_way_of_usual_numbers_is_the_long_way(
            text in "[0-9]{1,10}([ ./,a½⁄-]{0,2}[0-9]{1,9}){0,3}( ?([a-z]{0,3}|½|,|-|/)){0,2}",
        ) {
            if let Some(found) = usual_number_at(text.as_bytes()) {
                prop_assert_eq!(any_number_at(&text), Ok(Some(found)), "{}", text);
            }
        }
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
        case("1\u{2215}2", "1/2");
        case("1\u{202f}½", "1 1/2");
        case("2 3\u{2044}4", "2 3/4");
        case("12-3/4", "12 3/4");
        case("1,25", "1 1/4");
        case("100,000", "100000");
        case("↉", "0");
        case("0", "0");
        case("1.0 1/2", "1 1/2");
    }

    #[test]
    fn the_largest_numbers_read_back() {
        let nines = "9".repeat(37);
        let sum: Amount = format!("{nines}⅞").parse().expect("fits");
        assert_eq!(sum.to_string().parse(), Ok(sum));
        let sum = sum.plus(Amount::ONE).expect("fits");
        assert_eq!(sum.to_string().parse(), Ok(sum));
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
        prefix("1 1/1", "1", " 1/1");
        prefix("⅓-⅔ cup", "1/3", "-⅔ cup");
        prefix("1/2 3", "1/2", " 3");
        prefix("1½, sifted", "1 1/2", ", sifted");
        prefix(".5 g", "1/2", " g");
        prefix("1,000.25 g", "1000 1/4", " g");
        prefix("1.5, sifted", "1 1/2", ", sifted");
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
        fails("1.5.2", "`1.5.2` is not an amount");
        fails("1/2½", "`1/2½` is not an amount");
        fails("1.5 1/2", "`1.5 1/2` is not an amount");
        fails("⅔-⅓", "`⅔-⅓` is not an amount");
        fails("½-½", "`½-½` is not an amount");
        fails("1,2345", "`1,2345` is not an amount");
        fails("1234,567", "`1234,567` is not an amount");
        fails("1,000,5", "`1,000,5` is not an amount");
        fails(",5", "`,5` is not an amount");
        fails("2 g", "`2 g` is not an amount");
    }

    #[test]
    fn what_only_looks_like_a_number_with_a_rest_is_none() {
        for text in [
            "½0 g",
            "1/2½ g",
            "1.5.2 g",
            "1.5.½ g",
            "½ ½ g",
            "½-½ g",
            "⅔-⅓ g",
            "1.5 1/2 g",
            "1,2345 g",
            "1234,567 g",
            "1,000,5 g",
            ",5 g",
            "",
            "g",
        ] {
            assert_eq!(number_at(text), Ok(None), "{text}");
        }
        // A whole number and a fraction are two numbers where they cannot be one.
        prefix("4/2 ½ g", "2", " ½ g");
        prefix("2.0-½ g", "2 1/2", " g");
    }

    #[test]
    fn a_number_of_too_many_digits_is_quoted_without_what_follows() {
        let case = |text: &str, quoted: &str| {
            let error = number_at(text).expect_err(text);
            assert_eq!(error, ReadError::TooLarge(quoted.into()));
        };
        let nines = "9".repeat(39);
        let (below_one, small) = (format!("0.{nines}"), format!(".{}1", "0".repeat(40)));
        case(&nines, &nines);
        case(&format!("{nines} g"), &nines);
        case(&format!("{below_one} g"), &below_one);
        case(&format!("{small} g"), &small);
        case(&format!("1/{nines} g"), &nines);
        let most = i128::MAX;
        case(&format!("{most}.5 g"), &format!("{most}.5"));
        case(&format!("{most} 1/2"), &format!("{most} 1/2"));
        // Too long for the upper part of a fraction behind a whole number, which stands alone.
        prefix(&format!("1 {nines}/2"), "1", &format!(" {nines}/2"));
    }

    proptest! {
        #[test]
        fn whatever_is_printed_reads_back(n in 0..=i128::MAX, d in 1..=i128::MAX, few in 1..4000_i128) {
            for (n, d) in [(n, 1), (n, few), (n, d), (n % few, few), (n, 1_000), (n, 1 << 12)] {
                let amount = Amount::new(n, d).expect("a fraction");
                prop_assert_eq!(amount.to_string().parse(), Ok(amount));
                prop_assert_eq!(Fraction(amount).to_string().parse(), Ok(amount));
                if let Some(decimal) = Decimal::exact(amount) {
                    prop_assert_eq!(decimal.to_string().parse(), Ok(amount));
                }
            }
        }
    }
}
