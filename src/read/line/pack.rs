//! Packages and the sizes beside them: `(14 oz) can`, `2 x 400g tins`, `#10 can`.
//!
//! Owns which amounts in a parenthesis are the size of a package, and which unit behind a
//! size is the thing that is counted. Must never know of words beyond the amount part.

use super::LineError;
use super::cursor::{Cursor, is_any};
use super::head::{Head, past_shape};
use super::measure::{Measure, measure_at};
use super::number::range_at;
use super::roughly::past_roughly;
use super::unit_word::{UnitWord, may_be_sized, measures, unit_at, unit_behind_name};
use crate::amount::{Amount, number_at};
use crate::recipe::{Piece, Role, TOGETHER, total_end};
use crate::unit::{Dimension, Unit};

/// `2 x 400g`, `2 × 400 g`.
pub(super) fn eat_times(cursor: &mut Cursor<'_>) -> bool {
    let mut next = cursor.past_spaces();
    if next.eat_any(&['x', 'X', '×']) && past_roughly(next).is_at_figure() {
        *cursor = next;
        return true;
    }
    false
}

/// `2 - 8 oz packages`: no range, because packages have sizes. `2 1/4-oz packets`: no mixed
/// number, because packets are several, nor in `3 1/4-inch slices`.
pub(super) fn counted_pack(start: Cursor<'_>) -> Option<Head> {
    let text = start.text;
    let digits = start.rest().bytes().take_while(u8::is_ascii_digit).count();
    let mut next = Cursor::new(text, start.at + digits);
    if digits == 0 || !next.skip_spaces() {
        return None;
    }
    let dashed = next.eat_dash() && next.skip_spaces();
    if !dashed && !next.is_at_figure() {
        return None;
    }
    let (count, _) = number_at(&text[start.at..start.at + digits])
        .ok()
        .flatten()?;
    let size = measure_at(next, false).ok().flatten()?;
    let mut behind = Cursor::new(text, size.end);
    if !behind.eat_dash() {
        behind.skip_spaces();
    }
    // `-thick` and ` thick` say what the length is of.
    let behind = Cursor::new(text, past_shape(behind).unwrap_or(size.end));
    // `2 1/2 cm pieces` are of two and a half, as they would be in a country of centimeters.
    let is_length = text[size.number_end..].starts_with("-inch");
    let has_sizes = |unit: Unit| unit.is_package() || is_length && may_be_sized(unit);
    let container = unit_at(behind, true).filter(|word| has_sizes(word.unit));
    if !size.is_measured() || dashed && container.is_none() {
        return None;
    }
    if !dashed {
        // At the end of a line the packages are the thing: `12 1/2-pint jars`.
        let packages = container.or_else(|| unit_behind_name(behind));
        let are_several = packages.is_some_and(|word| {
            has_sizes(word.unit) && word.unit.are_several(&text[word.start..word.end])
        });
        let is_part = size.high.is_none() && size.low < Amount::ONE && count > Amount::ONE;
        if !(are_several && is_part) {
            return None;
        }
    }
    let mut head = Head::of(&Measure {
        low: count,
        high: None,
        unit: None,
        start: start.at,
        number_end: start.at + digits,
        end: start.at + digits,
    });
    size.push(Role::Pack, &mut head.pieces);
    head.end = size.end;
    if let Some(word) = container {
        head.take_unit(word);
    }
    Some(head)
}

/// The container behind a can number: `#10 can`, `No. 2 can`.
pub(super) fn numbered_can(cursor: Cursor<'_>) -> Option<UnitWord> {
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
        .filter(|word| word.unit.is_package())
}

/// Past `1-inch cubes` in `2 cups 1-inch cubes stale bread`: how it is cut, no amount.
pub(super) fn pieces_end(head: &Head, measure: &Measure, text: &str) -> Option<usize> {
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

/// `or 4 x` in `8 x 100g or 4 x 225g steaks`: the number is an alternative, the size a pack.
pub(super) fn other_packs(next: &mut Cursor<'_>, head: &mut Head) -> Option<Role> {
    let mut at = *next;
    if !(at.eat_word("or") && at.skip_spaces()) {
        return None;
    }
    let number = range_at(at, false).ok().flatten()?;
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

/// Reads a parenthesis that begins with an amount; tells whether it was one.
pub(super) fn read_parenthesis(inside: Cursor<'_>, head: &mut Head) -> Result<bool, LineError> {
    let text = inside.text;
    let mut next = inside.past_spaces();
    for word in ["each", "or", "total", "equal to", "=", "("] {
        if let Some(rest) = next.rest().get(..word.len())
            && rest.eq_ignore_ascii_case(word)
            && !next.rest()[word.len()..].starts_with(char::is_alphabetic)
        {
            next.at += word.len();
            next.skip_spaces();
        }
    }
    let exactly = next.past_spaces();
    let next = past_roughly(next);
    let roughly = next.at > exactly.at;
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
    let says = |known: &[&str]| {
        text[inside.at..close]
            .split(|c: char| !c.is_alphabetic())
            .any(|word| is_any(word, known))
    };
    let each = says(&EACH);
    let together = says(&TOGETHER);
    let before = head.unit_before_bracket();
    let role = match before {
        _ if each => Role::Each,
        _ if together => Role::Dual,
        // `6 (about 2 pounds) thighs` weigh that together.
        None if roughly && head.counts_several() && !container_follows(text, close + 1) => {
            Role::Dual
        }
        None => Role::Pack,
        Some(unit) if unit.is_package() => head.role_behind_packages(&measure),
        Some(_) if word.unit.dimension() == Dimension::Length => Role::Each,
        Some(_) => Role::Dual,
    };
    // `1 (about 8 slices) loaf` and the like count something else than the thing.
    if before.is_none() && !measures(word.unit) && role == Role::Pack {
        return Ok(false);
    }
    let mut container = None;
    let mut this = told_behind(text, &measure.with_rest(text)).map_or(role, |(told, _)| told);
    loop {
        // Beside what is counted there is no other sum that it could be compared with.
        if this != Role::Dual || !before.is_some_and(measures) {
            measure = measure.with_rest(text);
        }
        measure.push(this, &mut head.pieces);
        let mut after = Cursor::new(text, measure.end);
        after.skip_spaces();
        if measure.is_measured() && before.is_none() {
            container = unit_at(after, true).filter(|word| may_be_sized(word.unit));
        }
        if let Some((_, end)) = told_behind(text, &measure) {
            after = Cursor::new(text, end).past_spaces();
        }
        // As outside of brackets, what stands behind a slash must be an amount that can be.
        let must_be = after.eat('/');
        let again = must_be || after.eat_any(&[',', ';', '=', '|']) || after.eat_word("or");
        let _ = !again && (after.eat('+') || after.eat_any_word(&["plus", "minus", "and"]));
        let after = past_roughly(after.past_spaces());
        match measure_at(after, false) {
            Ok(Some(another)) if another.end <= close && another.unit.is_some() => {
                this = match told_behind(text, &another.with_rest(text)) {
                    // `(1 lb 2 oz)`: the ounces belong to the pound.
                    _ if this == Role::Dual && !again => Role::Addend,
                    Some((told, _)) => told,
                    None => role,
                };
                measure = another;
            }
            Err(error) if must_be => return Err(error),
            _ => break,
        }
    }
    if let Some(word) = container {
        head.take_unit(word);
    }
    head.end = close + 1;
    Ok(true)
}

/// What the word behind `measure` in a bracket says that it measures, and where that word ends.
pub(super) fn told_behind(text: &str, measure: &Measure) -> Option<(Role, usize)> {
    if let Some(length) = total_end(&text[measure.end..]) {
        return Some((Role::Dual, measure.end + length));
    }
    let next = Cursor::new(text, measure.end).past_spaces();
    let word = next.word();
    is_any(word, &EACH).then_some((Role::Each, next.at + word.len()))
}

/// Words for the measure of each thing.
const EACH: [&str; 2] = ["each", "apiece"];

fn container_follows(text: &str, at: usize) -> bool {
    unit_at(Cursor::new(text, at), true).is_some_and(|word| may_be_sized(word.unit))
}

/// A parenthesis with amounts is short, but for their digits.
const LONGEST_PARENTHESIS: usize = 400;

/// The container or piece behind a size: `1 (14 oz) can`, `14 oz can`, `25g piece`.
pub(super) fn read_container(text: &str, head: &mut Head) {
    let next = Cursor::new(text, head.end);
    let sized = |unit: Unit| {
        matches!(unit.dimension(), Dimension::Mass | Dimension::Length)
            || matches!(unit.singular(), "fluid ounce" | "milliliter" | "liter")
    };
    match head.primary_unit() {
        None if !has_size(head) => {}
        None => {
            if let Some(word) = unit_at(next, true).filter(|word| may_be_sized(word.unit)) {
                head.take_unit(word);
            }
        }
        Some(unit) if measures(unit) && head.last_unit().is_some_and(sized) => {
            let Some(word) = unit_at(next, true).filter(|word| may_be_sized(word.unit)) else {
                return;
            };
            let mut after = Cursor::new(text, word.end);
            if after.skip_spaces() && after.peek().is_some_and(char::is_alphabetic) {
                head.end = word.end;
            }
        }
        Some(_) => {}
    }
}

/// Whether there is an amount besides the main one.
fn has_size(head: &Head) -> bool {
    let amounts = head
        .pieces
        .iter()
        .filter(|piece| matches!(piece, Piece::Amount(_)));
    amounts.take(2).count() == 2
}

/// `or jar` in `1 can or jar of tuna`.
pub(super) fn skip_other_container(text: &str, head: &mut Head) {
    let mut next = Cursor::new(text, head.end);
    if next.skip_spaces()
        && next.eat_word("or")
        && head.primary_unit().is_some_and(Unit::is_package)
    {
        let other = unit_at(next, false).filter(|word| word.unit.is_package());
        if let Some(word) = other {
            head.end = word.end;
        }
    }
}
