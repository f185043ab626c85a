//! Amounts behind the name.
//!
//! ```text
//! late    = name ","? head                         primary: Amaretto, 1 tablespoon
//! further = ("plus" | "+") head                    addend
//!         | "or" head                              alternative
//!         | "," roughly head "each"?               dual or each
//!         | metric measure                         dual, at the very end
//! ```
//! Any other number in a name or a preparation is words: `cut into 2-inch pieces`.

use super::cursor::{Cursor, is_any};
use super::head::{Head, head_at};
use super::measure::{Measure, measure_at};
use super::number::range_at;
use super::roughly::past_roughly;
use super::token::{Kind, Part, Token};
use super::unit_word::{measures, unit_behind_name};
use super::vague::one_at;
use super::words::{Class, ROUGHLY, SIZE, TURN};
use crate::amount::number_at;
use crate::recipe::{Piece, Role, Span};
use crate::unit::Dimension;
use std::ops::Range;

/// The amount that begins at byte `start`, past `about` and the like.
pub(super) fn amount_at(line: &str, start: usize) -> Option<Measure> {
    let mut cursor = Cursor::new(line, start);
    if cursor.eat_word("each") || cursor.eat_word("total") {
        cursor.skip_spaces();
    }
    measure_at(past_roughly(cursor), true).ok().flatten()
}

/// An amount behind the name, with all that may belong to one at the start of a line:
/// `Amaretto, 1 tablespoon`, `plain flour 200 g`, `beef, 2 lb 4 oz, diced`.
pub(super) fn read_late_amount(line: &str, tokens: &mut [Token], main: &[usize], head: &mut Head) {
    // What was read once as part of an amount begins no other.
    let mut covered = 0;
    for (place, &at) in main.iter().enumerate().skip(1) {
        let token = tokens[at];
        let start = Cursor::new(line, token.start);
        if token.start < covered || !start.is_at_figure() {
            continue;
        }
        let before = tokens[main[place - 1]];
        let words = main[..place].iter().map(|&at| tokens[at]);
        let word = words.rev().find(|token| !token.separates());
        let is_number = |token: Token| {
            let word = token.text(line);
            let number = range_at(Cursor::new(word, 0), true).ok().flatten();
            // `375°F` is a heat, in whatever way it is written.
            word.ends_with(char::is_numeric) || number.is_some_and(|it| it.end == word.len())
        };
        let falls = || word.is_some_and(is_number);
        // `½ ½l` is no thing called ½, and in `leeks, 5 - 3` no three are meant.
        if is_part(before.text(line)) || before.separates() && falls() {
            continue;
        }
        // `oil for frying, plus 2 tbsp` is more than 2 tbsp.
        if before.is_any(line, &["plus", "+"]) {
            continue;
        }
        // `water at 40 C`, `milk heated to 40 C` say how warm.
        if before.is(line, "at") || before.is(line, "to") && !line[..before.start].ends_with("up ")
        {
            continue;
        }
        let Ok(Some(measure)) = measure_at(start, false) else {
            continue;
        };
        let whole = late_head_at(line, token.start);
        covered = whole.as_ref().map_or(measure.end, |whole| whole.end);
        // `about` is part of the amount, whose place is before it.
        let first = place - usize::from(before.class.is(ROUGHLY));
        let apart = first > 0 && tokens[main[first - 1]].separates();
        let fits = |late: &Head| is_late_amount(line, late, apart);
        let alone = || Some(Head::of(&measure)).filter(fits);
        let Some(late) = whole.filter(fits).or_else(alone) else {
            continue;
        };
        let inside = |token: &&mut Token| token.start < late.end;
        for token in tokens[main[first]..].iter_mut().take_while(inside) {
            token.part = part_in(line, &late, *token);
        }
        head.pieces = late.pieces;
        return;
    }
}

/// Words between the amounts of a late amount that say nothing but how they go together.
const JOINING: [&str; 12] = [
    "plus", "minus", "less", "and", "or", "x", "of", "total", "more", "so", "each", "apiece",
];

/// The part that `token` belongs to, which stands within the amount part `late`: what is no
/// amount and joins none, as `heaped` or `softened` in a bracket, is a remark.
fn part_in(line: &str, late: &Head, token: Token) -> Part {
    let spans = late.pieces.iter().filter_map(Piece::span).map(Span::range);
    let within = |span: &Range<usize>| span.start < token.end && token.start < span.end;
    let spoken = Vec::from_iter(spans.filter(within));
    if spoken.is_empty() && (token.class.is(ROUGHLY) || is_any(token.text(line), &JOINING)) {
        return Part::Amount;
    }
    // A sign before the first amount is none of its words.
    let first = spoken.iter().map(|span| span.start).min().unwrap_or(0);
    let is_said = |at: usize| at < first || spoken.iter().any(|span| span.contains(&at));
    let mut letters = token.text(line).char_indices();
    match letters.any(|(at, c)| c.is_alphabetic() && !is_said(token.start + at)) {
        true => Part::Note,
        false => Part::Amount,
    }
}

/// The amount part that begins at `start` behind the name, with a unit that counts or a size
/// at its end: `beans, 2 cans`, `onions, 2 large`.
fn late_head_at(line: &str, start: usize) -> Option<Head> {
    let mut late = head_at(line, start).ok().flatten()?;
    if late.primary_unit().is_none()
        && let Some(word) = unit_behind_name(Cursor::new(line, late.end))
    {
        late.take_unit(word);
    }
    let size = Cursor::new(line, late.end).past_spaces();
    let word = size.word();
    if Class::of(word).is(SIZE) || word.eq_ignore_ascii_case("whole") {
        late.end = size.at + word.len();
    }
    Some(late)
}

/// Whether `late` is the amount of the line: nothing follows that it could belong to, and it is
/// either measured or, where a sign keeps it `apart` from the name, a number that stands for
/// itself.
fn is_late_amount(line: &str, late: &Head, apart: bool) -> bool {
    let next = Cursor::new(line, late.end).past_spaces();
    let is_last = next.is_at_end();
    // How much is wanted for each guest is no amount of the whole: `pasta, 100 g per person`.
    let word = next.word();
    let turns = Class::of(word).is(TURN) && !word.eq_ignore_ascii_case("per");
    let ends = is_last || turns || matches!(next.peek(), Some(',' | '(' | ';'));
    // `6 oz each` says how large, not how much.
    if !ends || line[..late.end].ends_with("each") {
        return false;
    }
    let unit = late.primary_unit();
    let is_length = unit.is_some_and(|unit| unit.dimension() == Dimension::Length);
    let measured = unit.is_some_and(measures) && !is_length;
    let packed = unit.is_none() && late.last_unit().is_some_and(measures);
    measured || packed || apart && (is_last || !is_length)
}

/// Whether `word` is a fraction and nothing else.
fn is_part(word: &str) -> bool {
    let number = number_at(word).ok().flatten();
    number.is_some_and(|(amount, length)| length == word.len() && !amount.is_whole())
}

/// Amounts behind `or`, `plus` and a comma, and a metric twin at the end.
pub(super) fn read_further(line: &str, tokens: &mut [Token], main: &[usize], head: &mut Head) {
    let has_primary = head.primary_mut().is_some();
    let mut covered = head.end;
    // Up to where amounts were read on in vain.
    let mut tried = 0;
    // Behind `or`, what is added is added to the alternative.
    let mut other = false;
    for (place, &at) in main.iter().enumerate() {
        let token = tokens[at];
        if token.start < covered || token.part != Part::Open {
            continue;
        }
        let before = place.checked_sub(1).map(|before| tokens[main[before]]);
        let opens = before.is_none_or(Token::separates);
        let next = main.get(place + 1).map(|&next| tokens[next]);
        let figure_next = next.is_some_and(|next| {
            past_roughly(Cursor::new(line, next.start)).is_at_figure()
                || next.is_any(line, &["a", "one", "two", "half"])
        });
        let role = match () {
            () if token.is(line, "or") && figure_next => Role::Alternative,
            () if token.is_any(line, &["plus", "+"]) && figure_next => Role::Addend,
            () if opens
                && has_primary
                && (token.class.is(ROUGHLY) && figure_next || token.is(line, "each")) =>
            {
                Role::Dual
            }
            () if opens && has_primary && place > 0 && is_each(line, token) => Role::Dual,
            () => continue,
        };
        // `2 or 3 pieces` within a preparation is no alternative.
        if before.is_some_and(|before| before.text(line).ends_with(|c: char| c.is_numeric())) {
            continue;
        }
        let start = match role {
            Role::Dual => token.start,
            _ => token.end,
        };
        let one = || one_at(Cursor::new(line, start)).filter(|_| role != Role::Dual);
        let Some(measure) = amount_at(line, start).or_else(one) else {
            continue;
        };
        let unit = measure.unit.map(|word| word.unit);
        match role {
            Role::Dual if !unit.is_some_and(measures) => continue,
            _ if unit.is_some_and(|unit| unit.dimension() == Dimension::Length) => continue,
            _ => {}
        }
        if role != Role::Dual {
            let whole = whole_at(line, &measure);
            covered = whole.end;
            if place == 0 && role == Role::Addend {
                // No name begins with it: `1 lb (sifted) plus 4 oz cheese`.
                let inside = |token: &&mut Token| token.start < covered;
                for token in tokens[at..].iter_mut().take_while(inside) {
                    token.part = Part::Amount;
                }
            }
            // A line that is `or a cup` and no more offers nothing else.
            let is_alone = place == 0 && head.pieces.is_empty();
            other |= role == Role::Alternative && !is_alone;
            let role = match () {
                () if other => Role::Alternative,
                () if is_alone => Role::Primary,
                () => role,
            };
            whole.give_to(head, role);
            continue;
        }
        let ends = |late: &Head| {
            let mut after = Cursor::new(line, late.end).past_spaces();
            let each = after.eat_word("each") || after.eat_word("apiece");
            let each = each || line[..late.end].ends_with("each");
            let ends = after.is_at_end() || matches!(after.peek(), Some(',' | ';' | '(' | '.'));
            (ends || after.eat_word("total")).then_some((each, after.at))
        };
        let mut found = Head::of(&measure);
        let mut end = ends(&found);
        if measure.start >= tried {
            let whole = whole_at(line, &measure);
            tried = whole.end;
            if let Some(far) = ends(&whole) {
                found = whole;
                end = Some(far);
            }
        }
        covered = measure.end;
        let Some((each, end)) = end else {
            continue;
        };
        covered = found.end;
        let inside = |token: &&mut Token| token.start < end && token.kind != Kind::Open;
        for token in tokens[at..].iter_mut().take_while(inside) {
            token.part = part_in(line, &found, *token);
        }
        let each = each || token.is(line, "each");
        found.give_to(head, if each { Role::Each } else { Role::Dual });
    }
    read_twin(line, tokens, main, head);
}

/// The amount part that begins with `measure`, as at the start of a line:
/// `500 g/1 lb 2 oz`, `1 (14 oz) can`.
pub(super) fn whole_at(line: &str, measure: &Measure) -> Head {
    let whole = head_at(line, measure.start).ok().flatten();
    whole
        .filter(|whole| whole.end >= measure.end)
        .unwrap_or_else(|| Head::of(measure))
}

/// Whether `6 oz each` begins at `token`.
fn is_each(line: &str, token: Token) -> bool {
    let start = Cursor::new(line, token.start);
    if !start.is_at_figure() {
        return false;
    }
    amount_at(line, token.start).is_some_and(|measure| {
        let mut after = Cursor::new(line, measure.end).past_spaces();
        measure.is_measured() && (after.eat_word("each") || after.eat_word("apiece"))
    })
}

/// The same amount once more at the very end: `1 cup whole milk 250 mL`.
pub(super) fn read_twin(line: &str, tokens: &mut [Token], main: &[usize], head: &mut Head) {
    let measured = head
        .primary_mut()
        .is_some_and(|primary| primary.quantity.unit.is_some());
    if !measured || main.len() < 2 {
        return;
    }
    // `1 1/2 L` is three tokens.
    for &at in &main[main.len().saturating_sub(3)..] {
        let token = tokens[at];
        let start = Cursor::new(line, token.start);
        if token.part != Part::Open || at == main[0] || !start.is_at_figure() {
            continue;
        }
        let Ok(Some(measure)) = measure_at(start, false) else {
            continue;
        };
        let metric = measure.unit.is_some_and(|word| {
            matches!(
                word.unit.singular(),
                "milliliter" | "liter" | "gram" | "kilogram"
            )
        });
        if metric && measure.end == line.len() {
            measure.push(Role::Dual, &mut head.pieces);
            for token in &mut tokens[at..] {
                token.part = measure.part_of(token.start, token.end);
            }
            return;
        }
    }
}
