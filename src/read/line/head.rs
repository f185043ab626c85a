//! The amount part at the start of a line.
//!
//! ```text
//! head    = roughly* (measure | article unit | unit) "x"? can-number? more* container? "of"?
//! roughly                               about, a scant, ~
//! more    = "(" inner ")"               dual, pack or each
//!         | "/" measure                 dual: 100g/4oz
//!         | ("plus" | "+" | "and" | "minus") measure
//!         | measure                     pack: 1 28-ounce can; addend: 2 lb 4 oz
//! inner   = roughly* measure (("/" | "," | "or") measure)* anything
//! ```
//! An addend belongs to the primary or dual amount before it. Owns which role each
//! amount plays. Must never know how the rest of the line is read.

use super::LineError;
use super::cursor::Cursor;
use super::measure::{Measure, dozen_at, is_taken_bare, measure_at, noun};
use super::nouns::counted;
use super::unit_word::{UnitWord, contains, may_be_sized, measures, unit_at};
use super::words::{Class, ROUGHLY, SIZE};
use crate::amount::Amount;
use crate::recipe::{Mention, Piece, Role};
use crate::unit::{Dimension, Unit};

/// The amount part of a line.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The amounts and the nouns that agree with them, in order.
    pub pieces: Vec<Piece>,
    /// A unit that stands without a number: `pinch of salt`.
    pub unit: Option<Unit>,
    /// Where the part ends, past the word `of`.
    pub end: usize,
}

impl Head {
    /// The main amount, to be changed.
    pub fn primary_mut(&mut self) -> Option<&mut Mention> {
        self.pieces.iter_mut().find_map(|piece| match piece {
            Piece::Amount(mention) if mention.role == Role::Primary => Some(mention),
            _ => None,
        })
    }

    fn last_unit(&self) -> Option<Unit> {
        self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Amount(mention) => Some(mention.quantity.unit),
            _ => None,
        })?
    }

    fn primary_unit(&self) -> Option<Unit> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Amount(mention) => Some(mention.quantity.unit),
            _ => None,
        })?
    }

    /// Gives the main amount the unit that stands apart from it.
    fn take_unit(&mut self, word: UnitWord) {
        if let Some(primary) = self.primary_mut() {
            primary.quantity.unit = Some(word.unit);
            self.pieces.push(noun(word));
            self.end = word.end;
        }
    }
}

/// Returns the amount part that begins at `start`, if the line begins with one.
pub(super) fn head_at(text: &str, start: usize) -> Result<Option<Head>, LineError> {
    let start = past_roughly(Cursor::new(text, start));
    let Some(first) = measure_at(start, true)? else {
        return Ok(without_number(start));
    };
    let mut head = Head {
        end: first.end,
        ..Head::default()
    };
    first.push(Role::Primary, &mut head.pieces);
    let mut next = Cursor::new(text, head.end);
    if first.unit.is_none() {
        if eat_times(&mut next) {
            head.end = next.at;
        }
        skip_or_more(text, &mut head);
        if let Some(word) = numbered_can(Cursor::new(text, head.end)) {
            head.take_unit(word);
        }
    }
    if let (Some(unit), Some(again)) = (first.unit, unit_at(Cursor::new(text, head.end), false))
        && unit.unit == again.unit
    {
        // A slip of the pen: `1 tsp teaspoon salt`.
        head.end = again.end;
    }
    read_more(text, &mut head)?;
    read_container(text, &mut head);
    skip_or_more(text, &mut head);
    skip_of(text, &mut head);
    Ok(Some(head))
}

/// Further words that may stand before a number, in other languages too.
const ROUGH_WORDS: [&str; 10] = [
    "a",
    "an",
    "cca",
    "etwa",
    "environ",
    "aproximadamente",
    "ungefär",
    "cirka",
    "ongeveer",
    "full",
];

const ROUGH_PHRASES: [&str; 5] = ["up to", "at least", "just under", "just over", "a total of"];

fn is_any(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Past the words and signs that say that an amount is not exact.
pub(super) fn past_roughly<'a>(start: Cursor<'a>) -> Cursor<'a> {
    let mut at = start;
    loop {
        let before = at;
        at.skip_spaces();
        if at.eat_any(&['~', '≈', '±']) {
            at.skip_spaces();
            continue;
        }
        let word = at.letters();
        let class = Class::of(word);
        let phrase = if class.is(ROUGHLY) || is_any(word, &ROUGH_WORDS) {
            word.len()
        } else {
            let rest = at.rest();
            ROUGH_PHRASES
                .iter()
                .find(|known| {
                    let here = rest.get(..known.len());
                    here.is_some_and(|here| here.eq_ignore_ascii_case(known))
                })
                .map_or(0, |known| known.len())
        };
        if phrase == 0 {
            return before.past_spaces();
        }
        let mut next = Cursor::new(at.text, at.at + phrase);
        next.eat('.');
        // Only before a number: `a few`, `about the size of an egg` are none.
        if !next.skip_spaces() || !number_may_follow(next) {
            return before.past_spaces();
        }
        at = next;
    }
}

fn number_may_follow(mut next: Cursor<'_>) -> bool {
    next.eat('(');
    if next.is_at_figure() || matches!(next.peek(), Some('~' | '≈')) {
        return true;
    }
    let word = next.letters();
    Class::of(word).is(ROUGHLY)
        || matches!(word.len(), 1..=9)
            && ([
                "a", "full", "half", "quarter", "dozen", "doz", "of", "up", "at", "total",
            ]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
                || matches!(super::number::range_at(next, true), Ok(Some(_))))
}

/// An amount part without a number: `pinch of`, `a handful`, `a few sprigs`, `an onion`.
fn without_number(start: Cursor<'_>) -> Option<Head> {
    let text = start.text;
    let mut at = start;
    let first = at.word();
    let article = [
        "a", "an", "one", "ein", "eine", "einen", "un", "une", "una", "uno", "um", "uma", "een",
        "en", "ett", "et",
    ]
    .iter()
    .any(|known| first.eq_ignore_ascii_case(known));
    if article {
        at.at += first.len();
        at.skip_spaces();
        if let Some(end) = dozen_at(at) {
            let dozen = Measure {
                low: Amount::from(12),
                high: None,
                unit: None,
                start: start.at,
                number_end: end,
                end,
            };
            return Some(counted_head(dozen, text));
        }
    }
    let mut vague = false;
    let mut little = at;
    if article && (little.eat_word("little") || little.eat_word("bit")) && little.skip_spaces() {
        let mut head = Head {
            end: little.at,
            ..Head::default()
        };
        if little.eat_word("of") && little.peek() == Some(' ') {
            head.end = little.at;
        }
        return Some(head);
    }
    loop {
        let word = at.word();
        if !["few", "couple", "several", "good", "nice", "some"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
        {
            break;
        }
        vague |= !word.eq_ignore_ascii_case("good") && !word.eq_ignore_ascii_case("nice");
        at.at += word.len();
        at.skip_spaces();
        if at.eat_word("of") {
            at.skip_spaces();
        }
    }
    let unit = unit_at(at, true).filter(|word| {
        let mut after = Cursor::new(text, word.end).past_spaces();
        let thing_follows = after.peek().is_some_and(|c| c.is_alphabetic() || c == '(');
        let of = after.eat_word("of");
        let in_english = first.eq_ignore_ascii_case("a")
            || first.eq_ignore_ascii_case("an")
            || first.eq_ignore_ascii_case("one");
        thing_follows
            && (is_taken_bare(word.unit) || of || article && (in_english || !measures(word.unit)))
    });
    if let Some(word) = unit {
        if article && !vague {
            let one = Measure {
                low: Amount::ONE,
                high: None,
                unit: Some(word),
                start: start.at,
                number_end: start.at + first.len(),
                end: word.end,
            };
            return Some(counted_head(one, text));
        }
        let mut head = Head {
            unit: Some(word.unit),
            end: past_or_two(text, word.end),
            ..Head::default()
        };
        skip_of(text, &mut head);
        return Some(head);
    }
    if article && !vague && is_counted_at(at) {
        let one = Measure {
            low: Amount::ONE,
            high: None,
            unit: None,
            start: start.at,
            number_end: start.at + first.len(),
            end: start.at + first.len(),
        };
        return Some(counted_head(one, text));
    }
    None
}

/// Past `or two` in `a bottle or two of beer`.
fn past_or_two(text: &str, end: usize) -> usize {
    let mut next = Cursor::new(text, end).past_spaces();
    if next.eat_word("or") && next.skip_spaces() && next.eat_word("two") {
        return next.at;
    }
    end
}

fn counted_head(measure: Measure, text: &str) -> Head {
    let mut head = Head {
        end: measure.end,
        ..Head::default()
    };
    measure.push(Role::Primary, &mut head.pieces);
    // Anything that goes wrong further on is no amount, so it is left as words.
    let _ = read_more(text, &mut head);
    skip_of(text, &mut head);
    head
}

/// Whether a thing that one counts comes next, past its size: `large onion`.
fn is_counted_at(mut at: Cursor<'_>) -> bool {
    for _ in 0..3 {
        let word = at.word();
        if counted(word).is_some() {
            return true;
        }
        if !Class::of(word).is(SIZE) {
            return false;
        }
        at.at += word.len();
        at.skip_spaces();
    }
    false
}

/// `2 x 400g`, `2 × 400 g`.
fn eat_times(cursor: &mut Cursor<'_>) -> bool {
    let mut next = cursor.past_spaces();
    if next.eat_any(&['x', 'X', '×']) && next.past_spaces().is_at_figure() {
        *cursor = next;
        return true;
    }
    false
}

/// `or more`, `or so`.
fn skip_or_more(text: &str, head: &mut Head) {
    let mut next = Cursor::new(text, head.end);
    if next.skip_spaces() && next.eat_word("or") && next.skip_spaces() {
        let word = next.word();
        if ["more", "so"]
            .iter()
            .any(|known| word.eq_ignore_ascii_case(known))
        {
            next.at += word.len();
            if next.past_spaces().peek().is_some_and(char::is_alphabetic)
                && !next.past_spaces().eat_word("to")
                && !next.past_spaces().eat_word("as")
                && !next.past_spaces().eat_word("if")
            {
                head.end = next.at;
            }
        }
    }
}

/// The container behind a can number: `#10 can`, `No. 2 can`.
fn numbered_can(cursor: Cursor<'_>) -> Option<UnitWord> {
    let mut next = cursor.past_spaces();
    if !next.eat('#') {
        if !next.eat_word("no") {
            return None;
        }
        next.eat('.');
        next.skip_spaces();
    }
    let digits = next.rest().bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return None;
    }
    next.at += digits;
    unit_at(next, true)
        .map(|word| UnitWord {
            apart: true,
            ..word
        })
        .filter(|word| contains(word.unit))
}

/// Reads what more the amount part tells: duals, packs, addends.
fn read_more(text: &str, head: &mut Head) -> Result<(), LineError> {
    loop {
        let mut next = Cursor::new(text, head.end).past_spaces();
        if next.eat('(') {
            if !read_parenthesis(next, head)? {
                return Ok(());
            }
            if head.primary_unit().is_none() {
                read_container(text, head);
            }
            continue;
        }
        let dual_range = head.last_unit().is_some_and(measures) && {
            let mut dash = next;
            dash.eat_dash() && dash.is_at_figure()
        };
        let role = if next.eat('/') || dual_range && next.eat_dash() {
            Some(Role::Dual)
        } else if let Some(role) = other_packs(&mut next, head) {
            Some(role)
        } else {
            addend_word(&mut next)
        };
        next.skip_spaces();
        let next = past_roughly(next);
        let found = match measure_at(next, false) {
            Ok(found) => found,
            // Behind a word it may be anything; the main amount has been read.
            Err(error) if role.is_some() => return Err(error),
            Err(_) => return Ok(()),
        };
        let Some(measure) = found.filter(|measure| measure.unit.is_some()) else {
            return Ok(());
        };
        let Some(role) = role.or_else(|| bare_role(head, &measure)) else {
            if let Some(end) = pieces_end(head, &measure, text) {
                head.end = end;
            }
            return Ok(());
        };
        measure.push(role, &mut head.pieces);
        head.end = past_suffix(text, measure.end);
    }
}

/// Past `1-inch cubes` in `2 cups 1-inch cubes stale bread`: how it is cut, no amount.
fn pieces_end(head: &Head, measure: &Measure, text: &str) -> Option<usize> {
    let unit = measure.unit?.unit;
    let measured = head.primary_unit().is_some_and(measures);
    if !measured || unit.dimension() != Dimension::Length {
        return None;
    }
    let mut next = Cursor::new(text, measure.end).past_spaces();
    let word = next.word();
    next.at += word.len();
    let cut = is_any(
        word,
        &[
            "cubes", "pieces", "chunks", "slices", "strips", "dice", "rounds", "lengths",
        ],
    );
    (cut && next.skip_spaces() && next.peek().is_some_and(char::is_alphabetic)).then_some(next.at)
}

/// Past `-thick` in `1-inch-thick`.
fn past_suffix(text: &str, end: usize) -> usize {
    let mut next = Cursor::new(text, end);
    if next.eat('-') {
        let word = next.word();
        if is_any(word, &["thick", "long", "wide", "square", "diameter"]) {
            return next.at + word.len();
        }
    }
    end
}

/// `or 4 x` in `8 x 100g or 4 x 225g steaks`: the number is an alternative, the size a pack.
fn other_packs(next: &mut Cursor<'_>, head: &mut Head) -> Option<Role> {
    let mut at = *next;
    if !(at.eat_word("or") && at.skip_spaces()) {
        return None;
    }
    let number = super::number::range_at(at, false).ok().flatten()?;
    let mut times = Cursor::new(at.text, number.end);
    if !eat_times(&mut times) {
        return None;
    }
    let count = Measure {
        low: number.low,
        high: number.high,
        unit: None,
        start: at.at,
        number_end: number.end,
        end: number.end,
    };
    count.push(Role::Alternative, &mut head.pieces);
    head.end = times.at;
    *next = times;
    Some(Role::Pack)
}

/// `plus`, `+`, `and`, `&`, `minus` between two amounts.
fn addend_word(next: &mut Cursor<'_>) -> Option<Role> {
    let mut at = *next;
    at.eat(',');
    at.skip_spaces();
    let joined = at.eat_any(&['+', '&'])
        || ["plus", "and", "minus", "less", "y", "et", "und", "e"]
            .iter()
            .any(|word| at.eat_word(word));
    if joined && at.past_spaces().is_at_figure() {
        *next = at;
        return Some(Role::Addend);
    }
    None
}

/// The role of a measure that follows the others without a sign.
fn bare_role(head: &Head, measure: &Measure) -> Option<Role> {
    let unit = measure.unit?.unit;
    if !measures(unit) {
        return None;
    }
    match head.last_unit() {
        None => Some(Role::Pack),
        Some(last) if !measures(last) => contains(last).then_some(Role::Pack),
        Some(last) if last.dimension() == unit.dimension() => {
            let smaller = last.size() > unit.size();
            Some(if smaller && metric(last) == metric(unit) {
                Role::Addend
            } else {
                Role::Dual
            })
        }
        Some(_) => (unit.dimension() != Dimension::Length).then_some(Role::Dual),
    }
}

fn metric(unit: Unit) -> bool {
    unit.belongs_to(crate::unit::System::Metric)
}

/// Reads a parenthesis that begins with an amount; tells whether it was one.
fn read_parenthesis(inside: Cursor<'_>, head: &mut Head) -> Result<bool, LineError> {
    let text = inside.text;
    let mut next = inside.past_spaces();
    let mut each = false;
    for word in ["each", "or", "total", "equal to", "=", "("] {
        if let Some(rest) = next.rest().get(..word.len())
            && rest.eq_ignore_ascii_case(word)
            && !next.rest()[word.len()..].starts_with(char::is_alphabetic)
        {
            each |= word == "each";
            next.at += word.len();
            next.skip_spaces();
        }
    }
    let next = past_roughly(next);
    let Ok(Some(mut measure)) = measure_at(next, true) else {
        return Ok(false);
    };
    let Some(word) = measure.unit else {
        return Ok(false);
    };
    let Some(length) = text[measure.end..]
        .bytes()
        .take(LONGEST_PARENTHESIS)
        .position(|b| b == b')')
    else {
        return Ok(false);
    };
    let close = measure.end + length;
    each |= text[measure.end..close]
        .split(|c: char| !c.is_alphabetic())
        .any(|word| {
            ["each", "apiece"]
                .iter()
                .any(|known| word.eq_ignore_ascii_case(known))
        });
    let before = head.primary_unit();
    let role = match before {
        _ if each => Role::Each,
        None => Role::Pack,
        Some(unit) if contains(unit) => Role::Pack,
        Some(_) if word.unit.dimension() == Dimension::Length => Role::Each,
        Some(_) => Role::Dual,
    };
    // `1 (about 8 slices) loaf` and the like count something else than the thing.
    if before.is_none() && !measures(word.unit) && role == Role::Pack {
        return Ok(false);
    }
    let mut container = None;
    loop {
        measure.push(role, &mut head.pieces);
        let mut after = Cursor::new(text, measure.end);
        after.skip_spaces();
        if measure.is_measured() && before.is_none() {
            container = unit_at(after, true).filter(|word| may_be_sized(word.unit));
        }
        let _ = after.eat_any(&['/', ',', ';', '=', '|'])
            || after.eat_word("or")
            || after.eat_word("plus")
            || after.eat_word("and");
        let after = past_roughly(after.past_spaces());
        match measure_at(after, false) {
            Ok(Some(another)) if another.end <= close && another.unit.is_some() => {
                measure = another
            }
            _ => break,
        }
    }
    if let Some(word) = container {
        head.take_unit(word);
    }
    head.end = close + 1;
    Ok(true)
}

/// A parenthesis with amounts is short.
const LONGEST_PARENTHESIS: usize = 200;

/// The container or piece behind a size: `1 (14 oz) can`, `14 oz can`, `25g piece`.
fn read_container(text: &str, head: &mut Head) {
    let only_primary = head
        .pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Amount(_)))
        .count()
        == 1;
    let Some(word) = unit_at(Cursor::new(text, head.end), true).filter(|w| may_be_sized(w.unit))
    else {
        return;
    };
    match head.primary_unit() {
        None if !only_primary => head.take_unit(word),
        None => {}
        Some(unit) if measures(unit) => {
            let sized = head.last_unit().is_some_and(|last| {
                matches!(last.dimension(), Dimension::Mass | Dimension::Length)
                    || matches!(last.singular(), "fluid ounce" | "milliliter" | "liter")
            });
            let mut after = Cursor::new(text, word.end);
            if sized && after.skip_spaces() && after.peek().is_some_and(char::is_alphabetic) {
                head.end = word.end;
            }
        }
        Some(_) => {}
    }
}

/// Words for `of` that end at a space.
const OF: [&str; 9] = [
    "of", "de", "di", "du", "des", "del", "della", "dello", "van",
];

/// Past `of`, `of the`, and what other languages say; `d'Anjou pears` have no unit to be of.
fn skip_of(text: &str, head: &mut Head) {
    let mut next = Cursor::new(text, head.end);
    if !next.skip_spaces() {
        return;
    }
    let word = next.letters();
    next.at += word.len();
    let counted = head.primary_unit().or(head.unit).is_none();
    let elided = is_any(word, &["d", "dell"]) && !counted && next.eat_any(&['\'', '’']);
    let whole = is_any(word, if counted { &OF[..1] } else { &OF }) && next.peek() == Some(' ');
    if elided || whole {
        head.end = next.at;
        if next.skip_spaces() && next.eat_word("the") && next.peek() == Some(' ') {
            head.end = next.at;
        }
    }
}
