//! Reads how long something takes.

/// Returns the seconds that `text` names: `2 h 15 min`, `2 hours, 15 mins`, `1h30`,
/// `1 1/2 hours`, `90 minutes`, `1:30`, ISO 8601 `PT2H15M`; `None` for anything else.
///
/// ```
/// assert_eq!(porkcli::read::read_duration("2 h 15 min"), Some(8_100));
/// assert_eq!(porkcli::read::read_duration("PT2H15M"), Some(8_100));
/// assert_eq!(porkcli::read::read_duration("a while"), None);
/// ```
pub fn read_duration(text: &str) -> Option<u64> {
    read_usual(text).or_else(|| read_any(text))
}

/// `45 min`: few digits and a unit, as most are written. A property test holds that this is
/// what [`read_any`] reads.
fn read_usual(text: &str) -> Option<u64> {
    const MOST_DIGITS: usize = 4;
    let bytes = text.as_bytes();
    let digits = bytes.iter().take(MOST_DIGITS);
    let digits = digits.take_while(|byte| byte.is_ascii_digit());
    let (mut number, mut length) = (0, 0);
    for digit in digits {
        number = 10 * number + u64::from(digit - b'0');
        length += 1;
    }
    if length == 0 || bytes.get(length) != Some(&b' ') {
        return None;
    }
    Some(number * seconds_of_small(&text[length + 1..], false)?)
}

fn read_any(text: &str) -> Option<u64> {
    let text = text.trim();
    if let Some(clock) = read_clock(text) {
        return Some(clock);
    }
    let iso = text
        .strip_prefix(['P', 'p'])
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'T' | 't')));
    let mut rest = iso.unwrap_or(text);
    let (mut seconds, mut last_unit, mut parts) = (0_u64, None, 0);
    loop {
        rest = rest.trim_start_matches([' ', ',', '\u{a0}']);
        if iso.is_some() {
            rest = rest.trim_start_matches(['T', 't']);
        } else if let Some(after) = rest.strip_prefix("and ") {
            rest = after;
        }
        if rest.is_empty() {
            return (parts > 0).then_some(seconds);
        }
        let (amount, length) = crate::amount::number_at(rest).ok()??;
        rest = rest[length..].trim_start_matches([' ', '-', '\u{a0}']);
        let letters = match iso {
            Some(_) => rest.chars().next().map_or(0, char::len_utf8),
            None => rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len()),
        };
        let unit = match (&rest[..letters], last_unit) {
            ("", Some(3_600)) => 60,
            (word, _) => seconds_of(word, iso.is_some())?,
        };
        rest = rest[letters..].trim_start_matches('.');
        let part = amount
            .times(crate::amount::Amount::from(i64::try_from(unit).ok()?))
            .ok()?;
        let part = u64::try_from(part.is_whole().then(|| part.numerator())?).ok()?;
        seconds = seconds.checked_add(part)?;
        last_unit = Some(unit);
        parts += 1;
    }
}

/// `1:30`, hours and minutes.
fn read_clock(text: &str) -> Option<u64> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if hours.len() > 3 || minutes.len() != 2 || !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u64, u64) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60).then_some(hours * 3_600 + minutes * 60)
}

fn seconds_of(unit: &str, iso: bool) -> Option<u64> {
    // Most are in small letters.
    seconds_of_small(unit, iso).or_else(|| seconds_of_small(&unit.to_lowercase(), iso))
}

fn seconds_of_small(unit: &str, iso: bool) -> Option<u64> {
    Some(match unit {
        "d" | "day" | "days" => 86_400,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3_600,
        "m" | "min" | "mins" | "minute" | "minutes" => 60,
        "s" | "sec" | "secs" | "second" | "seconds" => 1,
        "w" | "week" | "weeks" if !iso => 604_800,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_usual_way_of_writing_a_time_is_read() {
        let case = |text: &str, minutes: Option<u64>| {
            assert_eq!(read_duration(text), minutes.map(|m| m * 60), "{text}");
        };
        case("10 min", Some(10));
        case("10 mins", Some(10));
        case("2 h 15 min", Some(135));
        case("2 hours, 15 mins", Some(135));
        case("2 hours 25 mins", Some(145));
        case("1 hour and 5 minutes", Some(65));
        case("1h30", Some(90));
        case("1 1/2 hours", Some(90));
        case("1½ h", Some(90));
        case("1.5 hr.", Some(90));
        case("1:30", Some(90));
        case("PT2H15M", Some(135));
        case("P0DT1H", Some(60));
        case("P1D", Some(1_440));
        case("2 days", Some(2_880));
        case("", None);
        case("PT", None);
        case("a while", None);
        case("30", None);
        case("10-15 min", None);
        case("1:75", None);
        case("99999999999999999 days", None);
    }

    proptest! {
        #[test]
        fn a_usual_time_is_read_as_any_other(
            text in "[0-9]{0,5} {0,2}(d|h|hr|hour|hours|m|min|mins|minutes|s|week|w|x)?(| 5 min|\\.| )",
        ) {
            if let Some(usual) = read_usual(&text) {
                prop_assert_eq!(read_any(&text), Some(usual), "{}", text);
            }
        }
    }

    #[test]
    fn seconds_are_kept() {
        assert_eq!(read_duration("PT45S"), Some(45));
        assert_eq!(read_duration("1 min 30 sec"), Some(90));
    }
}
