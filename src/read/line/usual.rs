//! Reads the measure with which most plain lines begin, in few steps.
//!
//! ```text
//! measure = number " " unit            number and unit as most are: 2 tbsp, 1 1/2 cups
//!         | number                     before a size and a thing, or a thing: 2 large eggs
//! ```
//! Owns a shortcut within a shortcut: where it answers and the line goes on as a plain one
//! does, `measure_at` gives the same answer, which a property test holds. Must never know
//! what becomes of the rest of the line.

use super::cursor::is_any;
use super::measure::Measure;
use super::plain::word_after_space;
use super::unit_word::{UnitWord, measures};
use super::words::SIZE;
use crate::amount::usual_number_at;
use crate::unit::Unit;

/// Behind a number these begin something else than a thing or are more than a unit.
#[rustfmt::skip]
const MORE_THAN_THINGS: [&str; 10] = [
    "bis", "tot", "till", "dozen", "doz", "percent", "degree", "degrees", "gram", "pound",
];

/// Returns the measure at the start of `line` if it is one of the usual.
pub(super) fn usual_measure(line: &str) -> Option<Measure> {
    // `00` is a kind of flour.
    if line.starts_with("00") {
        return None;
    }
    let (low, number_end) = usual_number_at(line.as_bytes())?;
    let word = word_after_space(line, number_end)?;
    let end = number_end + 1 + word.text.len();
    let unit = match word.class_and_unit() {
        (class, unit) if class.is_none() => Some(unit).filter(|_| is_sure(word.text, unit))?,
        // What a size stands before is counted.
        (class, _) if class.is(SIZE) => {
            let thing = word_after_space(line, end)?;
            let (class, unit) = thing.class_and_unit();
            let counts = class.is_none() && unit.is_none() && is_sure(thing.text, unit);
            counts.then_some(None)?
        }
        _ => return None,
    };
    let unit = unit.map(|unit| UnitWord {
        unit,
        start: number_end + 1,
        end,
        apart: false,
    });
    Some(Measure {
        low,
        high: None,
        unit,
        start: 0,
        number_end,
        end: unit.map_or(number_end, |word| word.end),
    })
}

/// Whether `word`, which is of no class, surely means `unit`, or no unit, whatever follows.
#[inline(always)]
fn is_sure(word: &str, unit: Option<Unit>) -> bool {
    // The rest is told from these by its first letters, mostly.
    let begins_as_more = matches!(
        word.as_bytes(),
        [b'b', b'i', ..]
            | [b't' | b'd', b'i' | b'o' | b'e', ..]
            | [b'p', b'e' | b'o', ..]
            | [b'g', b'r', ..]
    );
    unit.is_none_or(measures)
        && !word.contains('-')
        && !(begins_as_more && is_any(word, &MORE_THAN_THINGS))
}

#[cfg(test)]
mod tests {
    use super::super::cursor::Cursor;
    use super::super::measure::measure_at;
    use super::super::pack::counted_pack;
    use super::super::plain::{read_usual, tests::any_word};
    use super::*;
    use proptest::prelude::*;

    /// Whether the shortcut answered; if so, and if the whole line is plain, the grammar gave
    /// the same answer.
    fn agrees(line: &str) -> bool {
        let usual = usual_measure(line);
        if let Some(usual) = usual
            && read_usual(line).is_some()
        {
            let start = Cursor::new(line, 0);
            let measure = measure_at(start, true).expect(line).expect(line);
            assert_eq!(format!("{usual:?}"), format!("{measure:?}"), "{line}");
            assert!(counted_pack(start).is_none(), "{line}");
        }
        usual.is_some()
    }

    #[test]
    fn usual_measures_take_the_shortcut() {
        for line in [
            "2 cups flour",
            "1 1/2 tsp oil",
            "1/2 cup tomatoes",
            "2 eggs",
            "2 large eggs",
            "3 tbsp butter, melted",
        ] {
            assert!(agrees(line), "{line}");
        }
    }

    #[test]
    fn other_measures_do_not() {
        for line in [
            "00 flour",
            "2 to 3 eggs",
            "2 tot 3 eggs",
            "2 dozen eggs",
            "2 percent milk",
            "2 heaping tbsp sugar",
            "2 in piece",
            "2 cloves garlic",
            "2-3 eggs",
            "2% milk",
            "2 pound cake",
            "2 large cloves",
            "2 inch-thick steaks",
            "2 bis 3 eggs",
            "2 till 3 eggs",
            "2 doz eggs",
            "2 degrees more",
            "2 degree more",
            "2 gram cups",
            "2 cups. flour",
            "2",
        ] {
            assert!(!agrees(line), "{line}");
        }
    }

    proptest! {
        #[test]
        fn the_shortcut_reads_as_the_grammar_does(
            number in "(0|1|2|12|00|1/2|1 1/2|2-3|1.5|2 -|1/2 1)",
            space in "( |  |)",
            words in prop::collection::vec(any_word(), 1..4),
            rest in "(| to 2 cups|,| 2 tbsp|, or 3 cups| - 3 cups| and 1/2| x 3| \\+ 2 tsp)",
        ) {
            agrees(&format!("{number}{space}{}{rest}", words.join(" ")));
        }
    }
}
