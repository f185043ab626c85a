//! The same measure said twice: `275°F (135°C)`, `1cm/½in`.
//!
//! Owns when two measures that follow each other are one. Must never know what a
//! measure is for.

use super::finding::{Finding, Measure, Scale};
use super::words::is_one_of;
use crate::amount::Amount;
use crate::quantity::Quantity;

/// Nothing longer than this many bytes links two measures.
const LONGEST_LINK: usize = 32;

/// How closely two measures are linked by what stands between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// By a bracket or a slash: the second repeats the first.
    Close,
    /// By a comma, `or` or a dash: the second may repeat the first.
    Loose,
    /// By a cross or `and`, as in `23 x 33 cm`: the second goes on where the first ends.
    Cross,
}

/// Returns how `second` is linked to `first`, which stands before it.
pub(super) fn link(text: &str, first: &Finding, second: &Finding) -> Option<Link> {
    let gap = text.get(first.end..second.start)?;
    if gap.len() > LONGEST_LINK {
        return None;
    }
    let mut found = None;
    for word in gap.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let sign = word.trim_start_matches(char::is_alphanumeric);
        let word = &word[..word.len() - sign.len()];
        let by_word = match word {
            "" => found,
            "or" => Some(found.unwrap_or(Link::Loose)),
            "x" | "X" | "by" | "to" | "and" => Some(Link::Cross),
            _ if is_one_of(word, WORDS_OF_NO_WEIGHT) => found,
            _ => return None,
        };
        found = match sign {
            "" | " " | "\u{a0}" | ")" | "~" | "." | "]" => by_word,
            "-" if !word.is_empty() => by_word,
            "(" | "/" | "[" => Some(Link::Close),
            "," | "-" | "–" | "—" | "|" | "=" | "≈" | "·" | "•" => {
                Some(by_word.unwrap_or(Link::Loose))
            }
            "×" => Some(Link::Cross),
            _ => return None,
        };
    }
    found
}

/// These may stand between a measure and its other half.
const WORDS_OF_NO_WEIGHT: &[&str] = &[
    "fan",
    "forced",
    "assisted",
    "convection",
    "conventional",
    "about",
    "approximately",
    "approx",
    "roughly",
    "around",
    "oven",
    "static",
    "electric",
];

/// Whether two measures in different units are about the same size.
pub(super) fn agree(first: &Finding, second: &Finding) -> bool {
    let close = |a: Amount, b: Amount, most: Amount| {
        let (less, more) = if a < b { (a, b) } else { (b, a) };
        more.minus(less).is_ok_and(|apart| apart <= most)
    };
    let (Some(a), Some(b)) = (quantity(first), quantity(second)) else {
        return false;
    };
    let Some(Ok(a)) = b.unit.and_then(|unit| a.convert(unit)) else {
        return false;
    };
    match first.measure {
        Measure::Degrees(_) => close(a.low, b.low, Amount::from(20)),
        // Half an inch is 1 cm to most cooks.
        _ => b
            .low
            .over(Amount::from(3))
            .is_ok_and(|third| close(a.low, b.low, third)),
    }
}

fn quantity(finding: &Finding) -> Option<Quantity> {
    let unit = match finding.measure {
        Measure::Degrees(scale) => scale?.unit(),
        Measure::Length(unit) => Some(unit),
        Measure::Braced(_) => None,
    };
    Some(Quantity::new(finding.low, Some(unit?)))
}

/// Returns `finding` read on `scale`.
pub(super) fn on(finding: &Finding, scale: Scale) -> Finding {
    Finding {
        measure: Measure::Degrees(Some(scale)),
        ..finding.clone()
    }
}
