//! How long something takes, as foreign recipes say it: ISO 8601 with the deformations
//! of real life, and words in several languages.
//!
//! Must never know where the text was found.

use crate::amount::{Amount, number_at};
use crate::read::read_duration;

/// Returns the seconds that `text` names; `None` where it names no time or less than one
/// second.
pub(super) fn read_loose_time(text: &str) -> Option<u64> {
    let text = text.trim();
    if text.starts_with(['-', '\u{2212}']) {
        return None;
    }
    let seconds = match text.strip_prefix(['P', 'p']) {
        Some(parts) => read_iso(parts),
        None => read_words(text),
    };
    seconds.filter(|seconds| *seconds > 0)
}

/// The parts of a duration after its `P`. A `T` may be missing, as in `P20M`: only
/// where one follows does `M` mean months.
fn read_iso(parts: &str) -> Option<u64> {
    let parts = parts.to_uppercase().replace(',', ".");
    let (mut date, mut seconds) = (parts.contains('T'), Amount::ZERO);
    // With an hour or nothing before the `T`, the date is missing, not the time.
    if parts
        .split('T')
        .next()
        .is_some_and(|date| date.contains('H'))
    {
        date = false;
    }
    let mut last_unit = 0;
    let mut rest = parts.as_str();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(['T', ' ']) {
            date &= !rest.starts_with('T');
            rest = after;
            continue;
        }
        let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.'));
        let (number, after) = rest.split_at(digits.unwrap_or(rest.len()));
        let unit = after.chars().next();
        rest = &after[unit.map_or(0, char::len_utf8)..];
        let length = match unit {
            Some('Y') => 31_536_000,
            Some('M') if date => 2_592_000,
            Some('W') => 604_800,
            Some('D') => 86_400,
            Some('H') => 3_600,
            Some('M') => 60,
            Some('S') => 1,
            None if last_unit == 3_600 => 60,
            None if last_unit == 60 => 1,
            None if last_unit == 0 => 60,
            _ => return None,
        };
        last_unit = length;
        let number = number.trim_end_matches('.');
        if number.is_empty() {
            continue;
        }
        let number: Amount = number.parse().ok()?;
        seconds = seconds
            .plus(number.times(Amount::from(length)).ok()?)
            .ok()?;
    }
    u64::try_from(seconds.floor()).ok()
}

/// `1 hour`, `35 minutes`, `1 h 30`, `45`: minutes where no unit stands.
fn read_words(text: &str) -> Option<u64> {
    if let Some(seconds) = read_duration(text) {
        return Some(seconds);
    }
    let (mut seconds, mut last_unit, mut parts) = (Amount::ZERO, 0, 0);
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_numeric()) {
        rest = &rest[start..];
        let (mut number, length) = number_at(rest).ok()??;
        rest = rest[length..].trim_start();
        // Of a range the upper end is the safe one to plan with.
        for joint in ["-", "–", "—", "to ", "a ", "à ", "bis "] {
            if let Some(after) = rest.strip_prefix(joint).map(str::trim_start)
                && let Ok(Some((high, length))) = number_at(after)
            {
                (number, rest) = (high, after[length..].trim_start());
                break;
            }
        }
        let end = rest
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(rest.len());
        let unit = match (unit_named(&rest[..end]), last_unit) {
            (Some(unit), _) => unit,
            (None, 3_600) => 60,
            (None, 0) if rest.is_empty() => 60,
            (None, _) => {
                if parts > 0 {
                    break;
                }
                return None;
            }
        };
        seconds = seconds.plus(number.times(Amount::from(unit)).ok()?).ok()?;
        (last_unit, parts, rest) = (unit, parts + 1, &rest[end..]);
    }
    (parts > 0).then(|| u64::try_from(seconds.floor()).ok())?
}

/// The seconds of a unit of time in the languages of pages.
fn unit_named(word: &str) -> Option<i64> {
    const UNITS: [(&str, i64); 20] = [
        ("min", 60),
        ("m", 60),
        ("perc", 60),
        ("мин", 60),
        ("分", 60),
        ("h", 3_600),
        ("hr", 3_600),
        ("hour", 3_600),
        ("heure", 3_600),
        ("hora", 3_600),
        ("ora", 3_600),
        ("ore", 3_600),
        ("std", 3_600),
        ("stunde", 3_600),
        ("uur", 3_600),
        ("tim", 3_600),
        ("godz", 3_600),
        ("óra", 3_600),
        ("d", 86_400),
        ("s", 1),
    ];
    let word = word.to_lowercase();
    let whole = UNITS.iter().find(|(unit, _)| *unit == word);
    let start = || {
        let mut longer = UNITS.iter().filter(|(unit, _)| unit.chars().count() > 2);
        longer.find(|(unit, _)| word.starts_with(unit))
    };
    let day = || {
        ["day", "tag", "día", "jour"]
            .iter()
            .any(|day| word.starts_with(day))
    };
    match whole.or_else(start) {
        Some((_, seconds)) => Some(*seconds),
        None if day() => Some(86_400),
        None if word.starts_with("sec") => Some(1),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_of_real_life_are_read() {
        let case = |text: &str, minutes: Option<u64>| {
            let read = read_loose_time(text);
            assert_eq!(read, minutes.map(|m| m * 60), "{text}");
        };
        case("PT2H15M", Some(135));
        case("PT0H90M", Some(90));
        case("PT1H30", Some(90));
        case("pt1h5m", Some(65));
        case("P0Y0M0DT0H35M0.000S", Some(35));
        case("P0DT1H10M", Some(70));
        case("PT0D0H30M", Some(30));
        case("P2H10M", Some(130));
        case("P20M", Some(20));
        case("PT1.5H", Some(90));
        case("P1D", Some(1_440));
        case("PTHM", None);
        case("PT", None);
        case("PT0S", None);
        case("PT-471406H28M55S", None);
        case("-PT10M", None);
        case("", None);
        case("1 hour", Some(60));
        case("1 hour 10 minutes", Some(70));
        case("35 mins.", Some(35));
        case("1 h 30", Some(90));
        case("10-15 min", Some(15));
        case("45", Some(45));
        case("1 Stunde 20 Minuten", Some(80));
        case("2 heures", Some(120));
        case("-10 min", None);
        case("a while", None);
        case("99999999999999999999 hours", None);
    }
}
