//! Prints how long something takes.

use std::fmt::Write as _;

/// Returns `seconds` as a cook writes it: `2 h 15 min`.
///
/// ```
/// assert_eq!(porkcli::write::write_duration(8_100), "2 h 15 min");
/// ```
pub fn write_duration(seconds: u64) -> String {
    let parts = [
        (seconds / 3_600, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let mut text = String::new();
    for (count, unit) in parts {
        if count > 0 {
            let space = if text.is_empty() { "" } else { " " };
            // Writing to a string cannot fail.
            let _ = write!(text, "{space}{count} {unit}");
        }
    }
    if text.is_empty() {
        text.push_str("0 min");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_duration;

    #[test]
    fn a_printed_duration_reads_back() {
        for seconds in [0, 1, 59, 60, 90, 3_599, 3_600, 3_660, 8_100, 90_061] {
            assert_eq!(read_duration(&write_duration(seconds)), Some(seconds));
        }
        assert_eq!(write_duration(600), "10 min");
        assert_eq!(write_duration(93_600), "26 h");
    }
}
