//! Reads the plain lines of which most recipes are made, fast.
//!
//! ```text
//! line = measure (" " size)* (" " word)+ (", " cut (" " word)*)?
//! word                         small letters, with dashes; of no class that cuts a name
//! cut                          finely, chopped
//! ```
//! `2 large eggs`, `1 1/2 cups all-purpose flour`, `3 tbsp butter, melted`. Owns a
//! shortcut: whatever line is not of this form is left to the grammar, which alone decides
//! how a line is read. A property test holds that where this reader answers, the grammar
//! gives the same answer.

use super::cursor::{Cursor, is_any};
use super::measure::{Measure, measure_at};
use super::name::is_quality_by_its_ending;
use super::nouns::counted;
use super::pack::counted_pack;
use super::unit_word::measures;
use super::usual::usual_measure;
use super::words::{ADVERB, Class, MEASURED, PART, PARTICIPLE, QUALITY, SIZE, Word};
use crate::glance::{TOPS, any_byte, between, first_eight, first_marked};
use crate::recipe::{Ingredient, Noun, Piece, Role, Span, Text};

/// A preparation that holds one of these may hold more than a preparation.
const MORE_THAN_CUTS: [&str; 8] = ["or", "each", "plus", "optional", "a", "one", "two", "half"];

/// Returns the ingredient in `line` if it is a plain one.
pub(super) fn read_plain(line: &str) -> Option<Ingredient> {
    read_usual(line).or_else(|| {
        // Any other sign is none of a plain line, so most other lines are given up at once.
        let other_sign = |byte: u8| {
            byte.is_ascii_punctuation()
                & (byte != b',')
                & (byte != b'/')
                & (byte != b'.')
                & (byte != b'-')
        };
        if !line.as_bytes().first()?.is_ascii_digit() || any_byte(line.as_bytes(), other_sign) {
            return None;
        }
        let start = Cursor::new(line, 0);
        let measure = measure_at(start, true).ok()??;
        let apart = |word: &super::unit_word::UnitWord| word.apart || !measures(word.unit);
        if measure.unit.as_ref().is_some_and(apart) || counted_pack(start).is_some() {
            return None;
        }
        read_behind(line, &measure)
    })
}

/// As [`read_plain`], of a line that begins with a usual measure. There is one space between
/// its words, and none at its ends.
pub(super) fn read_usual(line: &str) -> Option<Ingredient> {
    read_behind(line, &usual_measure(line)?)
}

/// Returns the ingredient in `line`, which begins with `measure`, if the rest is plain too.
fn read_behind(line: &str, measure: &Measure) -> Option<Ingredient> {
    let thing = thing_after(line, measure.end)?;
    let preparation = match &line[thing.end..] {
        "" => None,
        rest => Some(cut(rest.strip_prefix(", ")?)?.to_string()),
    };
    // Behind qualities alone a name goes on: `boneless, skinless thighs`.
    if preparation.is_some() && (thing.ends_with_quality || is_quality_by_its_ending(thing.last)) {
        return None;
    }
    Some(ingredient(line, measure, &thing, preparation))
}

/// What is measured or counted.
struct Thing<'a> {
    /// Where the amount part ends, with the sizes behind it.
    lead_end: usize,
    /// Where the name starts and ends.
    start: usize,
    end: usize,
    /// The last word of the name, and whether it is one of quality.
    last: &'a str,
    ends_with_quality: bool,
}

fn thing_after(line: &str, measure_end: usize) -> Option<Thing<'_>> {
    let mut thing = Thing {
        lead_end: measure_end,
        start: 0,
        end: measure_end,
        last: "",
        ends_with_quality: false,
    };
    while let Some(word) = word_after_space(line, thing.end) {
        let (class, unit) = word.class_and_unit();
        let word = word.text;
        let start = thing.end + 1;
        let end = start + word.len();
        if class.is(SIZE) {
            let size_alone = !class.is(!(SIZE | MEASURED)) && thing.start == 0;
            if !size_alone {
                return None;
            }
            thing.lead_end = end;
        } else {
            // `fresh` does nothing but before what was done: `fresh ground pepper`.
            let is_fresh = word == "fresh";
            let plain = is_fresh || !class.is(!(QUALITY | MEASURED | PART));
            let ground = word == "ground" && thing.last == "fresh";
            if !plain || ground || unit.is_some() {
                return None;
            }
            if thing.start == 0 {
                thing.start = start;
            }
        }
        thing.end = end;
        thing.last = word;
        thing.ends_with_quality = class.is(QUALITY);
    }
    (thing.start > 0).then_some(thing)
}

/// The word of small letters that stands at byte `at`, behind one space.
#[inline(always)]
pub(super) fn word_after_space(line: &str, at: usize) -> Option<Word<'_>> {
    let bytes = line.as_bytes();
    if bytes.get(at) != Some(&b' ') {
        return None;
    }
    let start = at + 1;
    let rest = bytes.get(start..)?;
    // Behind the end of the line stand zeros, which are no letters.
    let next = first_eight(rest);
    let marked = others(next);
    if marked == 0 {
        return longer_word(line, start);
    }
    let before = marked.trailing_zeros() & !7;
    let end = start + before as usize / 8;
    match (next >> before) as u8 {
        _ if before == 0 => None,
        b'-' => longer_word(line, start),
        // Only a space, a comma or the end may follow.
        sign if sign == b' ' || sign == b',' || end == bytes.len() => {
            let key = next & ((1 << before) - 1);
            Some(Word::with_key(line.get(start..end)?, key.into()))
        }
        _ => None,
    }
}

/// Marks the bytes that are no small letters.
fn others(eight: u64) -> u64 {
    !between(eight, b'a', b'z') & TOPS
}

/// As [`word_after_space`], of a word that begins at byte `start` and has a dash within it or
/// more letters than are looked at in one step.
fn longer_word(line: &str, start: usize) -> Option<Word<'_>> {
    let bytes = line.as_bytes();
    let mut end = start;
    loop {
        let length = first_marked(bytes.get(end..)?, others).unwrap_or(bytes.len() - end);
        end += length;
        match bytes.get(end) {
            _ if length == 0 => return None,
            None | Some(b' ' | b',') => return Some(Word::new(line.get(start..end)?)),
            Some(b'-') => end += 1,
            _ => return None,
        }
    }
}

/// The preparation that `text` is, if all of it is one.
fn cut(text: &str) -> Option<&str> {
    let mut words = text.split(' ');
    let first = words.next()?;
    let plain = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
            && !is_any(word, &MORE_THAN_CUTS)
    };
    let cuts = Class::of(first).is(PARTICIPLE | ADVERB) && plain(first) && words.all(plain);
    cuts.then_some(text)
}

fn ingredient(
    line: &str,
    measure: &Measure,
    thing: &Thing,
    preparation: Option<String>,
) -> Ingredient {
    let noun = match measure.unit {
        Some(_) => None,
        None => counted(thing.last),
    };
    // Mostly there is an amount and the words behind it, and pieces are large.
    let several = noun.is_some() || thing.lead_end > measure.end;
    let mut pieces = Vec::with_capacity(if several { 5 } else { 2 });
    measure.push(Role::Primary, &mut pieces);
    let mut words = |from: usize, to: usize| {
        if from < to {
            pieces.push(Piece::Words(Span::new(from, to)));
        }
        pieces.len()
    };
    let lead = words(measure.end, thing.lead_end);
    match noun {
        Some((one, several)) => {
            let start = thing.end - thing.last.len();
            words(thing.lead_end, start);
            pieces.push(Piece::Noun(Noun {
                span: Span::new(start, thing.end),
                singular: one.into(),
                plural: several.into(),
            }));
            if thing.end < line.len() {
                pieces.push(Piece::Words(Span::new(thing.end, line.len())));
            }
        }
        None => {
            words(thing.lead_end, line.len());
        }
    }
    Ingredient {
        lead,
        name: line[thing.start..thing.end].into(),
        preparation,
        line: Text {
            source: line.into(),
            pieces,
        },
        ..Ingredient::default()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::read_any;
    use super::*;
    use crate::unit::Unit;
    use proptest::prelude::*;

    /// Whether the shortcut answered; if so, the grammar gave the same answer.
    fn agrees(line: &str) -> bool {
        let plain = read_plain(line);
        if let Some(plain) = &plain {
            assert_eq!(Ok(plain), read_any(line).as_ref(), "{line}");
        }
        plain.is_some()
    }

    #[test]
    fn plain_lines_take_the_shortcut() {
        for line in [
            "2 cups flour",
            "1 1/2 cups all-purpose flour",
            "2 large eggs",
            "2 eggs, beaten",
            "3-4 lb pork belly",
            "100g unsalted butter, softened",
            "1 medium yellow onion, finely chopped",
            "1 cup fresh basil",
        ] {
            assert!(agrees(line), "{line}");
        }
    }

    #[test]
    fn other_lines_do_not() {
        for line in [
            "salt",
            "2 garlic cloves",
            "1 cup chopped onion",
            "1 cup onion, or more",
            "2 boneless, skinless thighs",
            "1 (14 oz) can tomatoes",
            "1 cup fresh ground pepper",
            "2 cups of flour",
            "2 - 8 oz packages cream cheese",
            "1 cup Maldon salt",
            "14 oz can tomatoes",
            "2 egg whites",
            "1 cup sugar-",
        ] {
            assert!(!agrees(line), "{line}");
        }
    }

    #[test]
    fn the_lines_of_the_other_tests_agree() {
        let files = [
            include_str!("../../../tests/lines/everyday.txt"),
            include_str!("../../../tests/lines/names.txt"),
            include_str!("../../../tests/lines/units.txt"),
            include_str!("../../../tests/lines/things.txt"),
            include_str!("../../../tests/lines/traps.txt"),
            include_str!("../../../tests/lines/packs.txt"),
        ];
        for line in files.iter().flat_map(|file| file.lines()) {
            agrees(line.split('|').next().unwrap_or(line).trim());
        }
    }

    /// A word that some part of the grammar may know.
    pub(in crate::read::line) fn any_word() -> impl Strategy<Value = String> {
        let classed: Vec<&str> = super::super::words::all().collect();
        let units: Vec<&str> = Unit::spellings().map(|(spelling, _)| spelling).collect();
        let others = vec![
            "flour",
            "egg",
            "eggs",
            "onions",
            "butter",
            "tomatoes",
            "milk",
            "ground",
            "fresh",
            "of",
            "and",
            "or",
            "each",
            "x",
            "no",
            "room",
            "temperature",
            "cooked",
            "salt-free",
            "boneless",
            "recipe",
            "white",
            "one",
            "half",
            "a",
            "dozen",
            "more",
            "so",
            "less",
            "about",
            "celery",
            "garlic",
            "baking",
            "all-purpose",
            "skin-on",
            "other",
            "such",
            "noodles",
            "steak",
            "cake",
            "biscuits",
            "d",
            "du",
            "thighs",
            "spring",
        ];
        prop_oneof![
            3 => prop::sample::select(others).prop_map(String::from),
            2 => prop::sample::select(classed).prop_map(String::from),
            1 => prop::sample::select(units).prop_map(String::from),
        ]
    }

    proptest! {
        #[test]
        fn the_shortcut_reads_as_the_grammar_does(
            number in "(1|2|12|1/2|1 1/2|2-3|3 to 4|1.5|2 - 8)",
            glue in "( | ?g | ?oz | cups? | tbsp | lb | ml )",
            words in prop::collection::vec(any_word(), 1..5),
            comma in "(,|, )",
            rest in prop::collection::vec(any_word(), 0..4),
        ) {
            let mut line = format!("{number}{glue}{}", words.join(" "));
            agrees(&line);
            line.push_str(&comma);
            line.push_str(&rest.join(" "));
            agrees(line.trim());
        }
    }
}
