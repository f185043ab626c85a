//! Prints how long something takes.

use super::quantities::push_count;

/// Returns `seconds` as a cook writes it: `2 h 15 min`.
///
/// ```
/// assert_eq!(porkcli::write::write_duration(8_100), "2 h 15 min");
/// ```
pub fn write_duration(seconds: u64) -> String {
    let mut text = String::new();
    push_duration(&mut text, seconds);
    text
}

/// Prints `seconds` to the end of `out`.
pub(super) fn push_duration(out: &mut String, seconds: u64) {
    let parts = [
        (seconds / 3_600, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let mut is_first = true;
    for (count, unit) in parts {
        if count > 0 {
            if !is_first {
                out.push(' ');
            }
            push_count(out, count);
            out.push(' ');
            out.push_str(unit);
            is_first = false;
        }
    }
    if is_first {
        out.push_str("0 min");
    }
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
