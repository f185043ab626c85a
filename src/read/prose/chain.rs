//! Finds temperatures and lengths: one number or several that share a unit.
//!
//! Owns the walk through the text and which numbers belong together. Must never
//! decide on a scale or on what a measure is for.

use super::finding::{Finding, Measure};
use super::number::{Joint, Number};
use super::words::{is_one_of, word_at, words_after, words_before};
use super::{braces, degrees, lengths, number};
use crate::amount::{Amount, usual_number_at};
use crate::glance::{beyond_ascii, digits, first_equal, first_marked};
use std::ops::Range;

/// More numbers than this never share a unit: `10 x 8 x 2 to 3 inches` has four.
const MOST_NUMBERS: usize = 6;

/// What comes in several of a size: in `2 x 20cm tins` the 2 is no length.
const VESSELS: &[&str] = &[
    "tins",
    "pans",
    "tin",
    "pan",
    "dishes",
    "moulds",
    "molds",
    "sandwich",
    "springform",
    "rings",
];

/// Returns everything in `text` from byte `from` on that looks like a measure, in order.
pub(super) fn find(text: &str, from: usize) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut at = from;
    while let Some(start) = next_start(text.as_bytes(), at) {
        at = if text.as_bytes()[start] == b'{' {
            match braces::read(text, start) {
                Some(finding) => {
                    let end = finding.end;
                    findings.push(finding);
                    end
                }
                None => start + 1,
            }
        } else if let Some(end) = past_time_or_spoons(text, start) {
            end
        } else {
            match number::read_alone(text, start) {
                Some(first) => read_chain(text, first, &mut findings).unwrap_or(first.end),
                None => number::skip(text, start),
            }
        };
    }
    findings
}

/// Where the number at byte `start` ends if a word follows that no measure begins with: in
/// most steps a time, or cups and spoons. A property test holds that nothing is found there.
fn past_time_or_spoons(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let stands_apart = start > 0 && bytes[start - 1] == b' ';
    let (_, length) = usual_number_at(&bytes[start..]).filter(|_| stands_apart)?;
    let end = start + length;
    let is_followed = bytes.get(end) == Some(&b' ');
    let word = is_followed.then(|| word_at(text, end + 1))?;
    OTHER_UNITS.contains(&word).then_some(end)
}

/// What numbers in steps mostly count, besides degrees and inches.
const OTHER_UNITS: [&str; 10] = [
    "minutes", "hours", "minute", "hour", "seconds", "cup", "cups", "tbsp", "tsp", "times",
];

/// Returns where the next brace, digit or fraction sign stands. Most text has none,
/// so this decides how fast a text is read.
fn next_start(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += first_marked(bytes.get(at..)?, may_start)?;
        let second = bytes.get(at + 1).copied().unwrap_or(0);
        let third = bytes.get(at + 2).copied().unwrap_or(0);
        match bytes[at] {
            b'0'..=b'9' | b'{' => return Some(at),
            // ¼ ½ ¾
            0xC2 if (0xBC..=0xBE).contains(&second) => return Some(at),
            // ⅐ to ⅞
            0xE2 if second == 0x85 && (0x90..=0x9E).contains(&third) => return Some(at),
            _ => at += 1,
        }
    }
}

/// Marks digits, braces and what is no plain sign.
fn may_start(eight: u64) -> u64 {
    digits(eight) | first_equal(eight, b'{') | beyond_ascii(eight)
}

/// The unit that ends a chain.
struct Ending {
    measure: Measure,
    word: Range<usize>,
}

/// Reads the chain that starts with the number `first` and returns where it ends, if
/// it is one.
fn read_chain(text: &str, first: Number, findings: &mut Vec<Finding>) -> Option<usize> {
    let mut numbers = [first; MOST_NUMBERS];
    let mut joints = [Joint::Range; MOST_NUMBERS];
    let mut last = 0;
    let ending = loop {
        let number = numbers[last];
        let chained = joints[..last].contains(&Joint::By);
        let ending = ending(text, first.start, number, chained);
        if let Some((ending, is_open)) = ending {
            if !(is_open && last + 1 < MOST_NUMBERS) {
                break ending;
            }
            // In `150° to 155°F` the first sign only announces the second.
            match rising(text, number, ending.word.end) {
                Some(next) => {
                    joints[last] = Joint::Range;
                    last += 1;
                    numbers[last] = next;
                }
                None => break ending,
            }
            continue;
        }
        let (joint, next) = number::joint(text, number.end)?;
        if last + 1 == MOST_NUMBERS {
            return None;
        }
        joints[last] = joint;
        last += 1;
        numbers[last] = number::read(text, next)?;
    };
    let kept = first_kept(text, &numbers[..=last], &joints, &ending);
    push(&numbers[kept..=last], &joints[kept..], &ending, findings);
    Some(ending.word.end)
}

/// Returns the unit after `number` and whether it is a bare sign for degrees.
fn ending(text: &str, first: usize, number: Number, chained: bool) -> Option<(Ending, bool)> {
    if let Some((unit, word)) = lengths::read(text, first, number, chained) {
        let measure = Measure::Length(unit);
        return Some((Ending { measure, word }, false));
    }
    let found = degrees::read(text, number.end, number.value)?;
    let measure = Measure::Degrees(found.scale);
    let word = found.word;
    Some((
        Ending { measure, word },
        found.scale.is_none() && found.is_sign,
    ))
}

/// Returns the number that ends the range which `low` starts, if degrees follow it.
fn rising(text: &str, low: Number, at: usize) -> Option<Number> {
    let (joint, next) = number::joint(text, at)?;
    let high = number::read(text, next)?;
    let fits = joint == Joint::Range && low.value < high.value;
    let follows = fits.then(|| degrees::read(text, high.end, high.value))?;
    follows.map(|_| high)
}

/// Returns the first of `numbers` that the unit of the last one belongs to.
fn first_kept(text: &str, numbers: &[Number], joints: &[Joint], ending: &Ending) -> usize {
    let is_length = matches!(ending.measure, Measure::Length(_));
    let mut kept = numbers.len() - 1;
    while kept > 0 {
        let (number, next) = (numbers[kept - 1], numbers[kept]);
        let belongs = match joints[kept - 1] {
            Joint::Range => {
                let in_range = kept < numbers.len() - 1 && joints[kept] == Joint::Range;
                let rises = number.value < next.value && !in_range;
                (rises && (is_length || is_near(number, next))) || falls(number, next)
            }
            Joint::Or => is_length || is_near(number, next),
            Joint::And => is_pair(text, number.start) && (is_length || is_near(number, next)),
            Joint::By => is_length && !counts_vessels(text, number, next, ending.word.end),
        };
        if !belongs {
            break;
        }
        kept -= 1;
    }
    kept
}

/// Whether two temperatures can belong to one statement: in `1 - 350°F` the 1 counts a step.
fn is_near(low: Number, high: Number) -> bool {
    const COLD: i64 = 45;
    let third = high.value.over(Amount::from(3));
    high.value <= Amount::from(COLD) || third.is_ok_and(|third| low.value >= third)
}

/// Whether `number` is the higher end of what falls: `1/4 to 1/6 inch`.
fn falls(number: Number, next: Number) -> bool {
    let twice = next.value.times(Amount::from(2));
    number.value > next.value && twice.is_ok_and(|twice| number.value <= twice)
}

/// Whether the number at byte `at` is one of two: `between 65 and 70°F (18 and 21°C)`.
fn is_pair(text: &str, at: usize) -> bool {
    let between = words_before(text, at)
        .next()
        .is_some_and(|word| is_one_of(word, &["between"]));
    between || text[..at].ends_with('(')
}

fn counts_vessels(text: &str, count: Number, size: Number, end: usize) -> bool {
    const MOST_VESSELS: i64 = 6;
    count.value.is_whole()
        && count.value <= Amount::from(MOST_VESSELS)
        && count
            .value
            .times(Amount::from(3))
            .is_ok_and(|thrice| thrice <= size.value)
        && words_after(text, end)
            .take(4)
            .any(|word| is_one_of(word, VESSELS))
}

/// Adds a finding for each number or range; only the last holds the word for the unit.
fn push(numbers: &[Number], joints: &[Joint], ending: &Ending, findings: &mut Vec<Finding>) {
    let mut at = 0;
    while at < numbers.len() {
        let low = numbers[at];
        let rises = numbers
            .get(at + 1)
            .is_some_and(|high| low.value < high.value);
        let is_range = rises && joints[at] == Joint::Range;
        let high = if is_range { numbers[at + 1] } else { low };
        at += 1 + usize::from(is_range);
        let is_last = at == numbers.len();
        findings.push(Finding {
            start: low.start,
            end: if is_last { ending.word.end } else { high.end },
            low: low.value,
            high: is_range.then_some(high.value),
            unit_word: is_last.then(|| ending.word.clone()),
            measure: ending.measure,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_time_is_passed_over() {
        assert_eq!(past_time_or_spoons("for 10 minutes", 4), Some(6));
        assert_eq!(past_time_or_spoons("add 1 1/2 cups", 4), Some(9));
        assert_eq!(past_time_or_spoons("for 10 to 12 minutes", 4), None);
        assert_eq!(past_time_or_spoons("cut 2 inches", 4), None);
    }

    proptest! {
        #[test]
        fn what_is_passed_over_is_no_measure(
            before in "(|by |9 x |8- or |-|to |between 3 and )",
            number in "([0-9]{1,3}|1/2|1 1/2|2-3|1.5)",
            unit in 0..OTHER_UNITS.len(),
            after in "(| thick| by 3 inches| F| degrees|-inch|°F|\\. 9 in|s| or 3 cm| - 4 cm)",
        ) {
            let text = format!("Cut {before}{number} {}{after}", OTHER_UNITS[unit]);
            let start = 4 + before.len();
            if let Some(end) = past_time_or_spoons(&text, start) {
                let first = number::read_alone(&text, start).expect("a number");
                prop_assert_eq!(first.end, end);
                prop_assert_eq!(read_chain(&text, first, &mut Vec::new()), None);
            }
        }
    }
}
