//! The amount part at the start of a line.
//!
//! ```text
//! head = roughly* measure "x"? can-number? more* container? ("or more")? "of"?
//!      | vague                            without a number; see `vague`
//! more = "(" inner ")"                    dual, pack or each; see `pack`
//!      | "/" measure                      dual: 100g/4oz
//!      | ("plus" | "+" | "and" | "minus") measure
//!      | measure                          pack: 1 28-ounce can; addend: 2 lb 4 oz
//! ```
//! An addend belongs to the primary or dual amount before it. Owns which role each
//! amount plays. Must never know how the rest of the line is read.

use super::LineError;
use super::cursor::{Cursor, is_any};
use super::measure::{Measure, measure_at, noun};
use super::number::range_at;
use super::pack::{
    counted_pack, eat_times, numbered_can, other_packs, pieces_end, read_container,
    read_parenthesis, skip_other_container,
};
use super::roughly::past_roughly;
use super::unit_word::{UnitWord, measures, unit_at};
use super::vague::{one_at, without_number};
use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::recipe::{Mention, Piece, Role, SHAPES, Span};
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

/// The size of a package is told by one of the first pieces of an amount part, if at all.
const MOST_BEFORE_SIZE: usize = 8;

impl Head {
    /// The amount part that is `measure` and no more.
    pub fn of(measure: &Measure) -> Head {
        let mut head = Head {
            pieces: Vec::with_capacity(2),
            unit: None,
            end: measure.end,
        };
        measure.push(Role::Primary, &mut head.pieces);
        head
    }

    /// The main amount, to be changed.
    pub fn primary_mut(&mut self) -> Option<&mut Mention> {
        self.pieces.iter_mut().find_map(|piece| match piece {
            Piece::Amount(mention) if mention.role == Role::Primary => Some(mention),
            _ => None,
        })
    }

    /// Whether the main amount is more than one.
    pub fn counts_several(&self) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Amount(mention) => {
                mention.role == Role::Primary && mention.quantity.low > Amount::ONE
            }
            _ => false,
        })
    }

    /// The size of a package, if one is told.
    pub fn size(&self) -> Option<Quantity> {
        let mut near = self.pieces.iter().take(MOST_BEFORE_SIZE);
        near.find_map(|piece| match piece {
            Piece::Amount(mention) if mention.role == Role::Pack => Some(mention.quantity),
            _ => None,
        })
    }

    /// The role of the last amount, if that is the size of a package.
    fn last_size(&self) -> Option<Role> {
        self.pieces
            .iter()
            .rev()
            .find_map(|piece| match piece {
                Piece::Amount(mention) => Some(mention.role),
                _ => None,
            })
            .filter(|&role| role == Role::Pack)
    }

    pub fn last_unit(&self) -> Option<Unit> {
        self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Amount(mention) => Some(mention.quantity.unit),
            _ => None,
        })?
    }

    /// The unit of the last amount that is not another half of one.
    fn last_unit_outside(&self) -> Option<Unit> {
        self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Amount(mention) if mention.role != Role::Dual => Some(mention.quantity.unit),
            _ => None,
        })?
    }

    pub fn primary_unit(&self) -> Option<Unit> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Amount(mention) => Some(mention.quantity.unit),
            _ => None,
        })?
    }

    /// The unit of what a bracket would tell more of: of what was added last, else of the
    /// main amount.
    pub fn unit_before_bracket(&self) -> Option<Unit> {
        let added = self.pieces.iter().rev().find_map(|piece| match piece {
            Piece::Amount(mention) if mention.role != Role::Dual => Some(mention),
            _ => None,
        });
        let added = added.filter(|mention| mention.role == Role::Addend);
        added.map_or_else(|| self.primary_unit(), |mention| mention.quantity.unit)
    }

    /// What a bracket behind packages, or behind things of a size, tells with `measure`: how
    /// much one holds, or all of them together. Spoons and cups measure what is taken out
    /// (`2 packets (4 1/2 tsp)`); beside a size it is all, as in `2 14-oz cans (28 oz)`, but
    /// for the size told again, as in `2 14-oz cans (400 g)`.
    pub fn role_behind_packages(&self, measure: &Measure) -> Role {
        let Some(unit) = measure.unit.map(|word| word.unit) else {
            return Role::Pack;
        };
        let is_size = match self.size() {
            Some(size) => size.is_about(measure.low, unit),
            None => !matches!(unit.symbol(), "tsp" | "tbsp" | "cup"),
        };
        if is_size { Role::Pack } else { Role::Dual }
    }

    /// Moves the amounts into `line`, where the main one plays `role`; what was found
    /// between them by other ways is theirs. What is told of each is told of each.
    pub fn give_to(self, line: &mut Head, role: Role) {
        let start = |piece: &Piece| piece.span().map(|span| span.range().start);
        let Some(first) = self.pieces.iter().filter_map(start).min() else {
            return;
        };
        // One amount alone holds no brackets.
        if self.pieces.len() > 1 {
            let apart = |piece: &Piece| start(piece).is_none_or(|at| at < first || self.end <= at);
            line.pieces.retain(apart);
        }
        line.pieces.extend(self.pieces.into_iter().map(|mut piece| {
            if let Piece::Amount(mention) = &mut piece
                && (mention.role == Role::Primary || role == Role::Each)
            {
                mention.role = role;
            }
            piece
        }));
    }

    /// Gives the main amount the unit that stands apart from it.
    pub fn take_unit(&mut self, word: UnitWord) {
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
    if let Some(mut head) = counted_pack(start) {
        read_more(text, &mut head)?;
        skip_of(text, &mut head);
        return Ok(Some(head));
    }
    let Some(first) = measure_at(start, true)? else {
        return Ok(without_number(start));
    };
    let mut head = Head::of(&first);
    let mut next = Cursor::new(text, head.end);
    if first.unit.is_none() {
        if eat_times(&mut next) {
            head.end = next.at;
        }
        let before = head.end;
        skip_or_more(text, &mut head);
        let next = Cursor::new(text, head.end);
        let apart = match head.end > before {
            true => unit_at(next, true),
            false => numbered_can(next),
        };
        if let Some(word) = apart {
            head.take_unit(word);
        }
    }
    if let Some(unit) = first.unit
        && begins_alike(text, head.end, unit)
        && let Some(again) = unit_at(Cursor::new(text, head.end), false)
        && unit.unit == again.unit
        // `1 lb pound cake` is a cake.
        && !text[again.start..again.end].eq_ignore_ascii_case("pound")
        && Cursor::new(text, again.end)
            .past_spaces()
            .peek()
            .is_some_and(|c| c.is_alphabetic() || c == '(')
    {
        // A slip of the pen: `1 tsp teaspoon salt`. Both words go where the amount changes.
        head.end = again.end;
        if let Some(primary) = head.primary_mut().filter(|_| !unit.apart) {
            primary.span = Span::new(primary.span.range().start, again.end);
        }
    }
    read_more(text, &mut head)?;
    read_container(text, &mut head);
    skip_or_more(text, &mut head);
    skip_other_container(text, &mut head);
    skip_of(text, &mut head);
    Ok(Some(head))
}

/// Whether the next word begins with the letter of the unit, which is soon told.
fn begins_alike(text: &str, end: usize, unit: UnitWord) -> bool {
    let letter = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
    let next = Cursor::new(text, end).past_spaces();
    letter(next.rest()) == letter(unit.unit.singular())
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

/// Reads what more the amount part tells: duals, packs, addends.
pub(super) fn read_more(text: &str, head: &mut Head) -> Result<(), LineError> {
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
        let added = addend_word(&mut next);
        let role = if added.is_some() {
            added
        } else if next.eat('/') || dual_range && next.eat_dash() {
            Some(Role::Dual)
        } else if let Some(role) = other_packs(&mut next, head) {
            Some(role)
        } else {
            other_amount(&mut next)
        };
        // `1 cup, 2 tbsp sugar`.
        let _ = role.is_none() && next.eat(',');
        let next = past_roughly(next);
        if role.is_none() && !next.is_at_figure() {
            return Ok(());
        }
        let found = match measure_at(next, false) {
            Ok(None) => one_at(next),
            Ok(found) => found,
            // Behind `or` it may be anything; the main amount has been read.
            Err(error) if role.is_some_and(|role| role != Role::Alternative) => return Err(error),
            Err(_) => return Ok(()),
        };
        // `1 bunch plus 2 carrots` adds to what has a unit.
        let is_amount = |measure: &Measure| {
            measure.unit.is_some() || added.is_some() && names_thing(text, measure.end)
        };
        let Some(measure) = found.filter(is_amount) else {
            return Ok(());
        };
        // What belongs to the size of a package is such a size: `1 x 2kg/4lb 8oz`.
        let role = role
            .or_else(|| bare_role(head, &measure, text[..head.end].ends_with(')')))
            .map(|role| match (role, head.last_size()) {
                // What is added in words is added to the whole: `1 (14 oz) can plus 2 tbsp`.
                (Role::Dual | Role::Addend, Some(size)) if added.is_none() => size,
                _ => role,
            });
        let Some(role) = role else {
            if let Some(end) = pieces_end(head, &measure, text) {
                head.end = end;
            }
            return Ok(());
        };
        let measure = match role {
            Role::Pack | Role::Each => measure.with_rest(text),
            _ => measure,
        };
        measure.push(role, &mut head.pieces);
        head.end = past_suffix(text, measure.end);
    }
}

/// Whether the thing itself follows at `at`.
fn names_thing(text: &str, at: usize) -> bool {
    let mut next = Cursor::new(text, at);
    next.skip_spaces() && next.peek().is_some_and(char::is_alphabetic)
}

/// Past `-thick` in `1-inch-thick`.
fn past_suffix(text: &str, end: usize) -> usize {
    let mut next = Cursor::new(text, end);
    let shape = if next.eat('-') {
        past_shape(next)
    } else {
        None
    };
    shape.unwrap_or(end)
}

/// Where the word at `cursor` ends, if it tells what shape a length is of: `thick`.
pub(super) fn past_shape(cursor: Cursor<'_>) -> Option<usize> {
    let word = cursor.word();
    is_any(word, &SHAPES).then(|| cursor.at + word.len())
}

/// `plus`, `+`, `and`, `&`, `minus` between two amounts.
fn addend_word(next: &mut Cursor<'_>) -> Option<Role> {
    let may_be = [
        '+', '&', ',', 'p', 'P', 'a', 'A', 'm', 'M', 'l', 'y', 'e', 'u',
    ];
    if !next.peek().is_some_and(|c| may_be.contains(&c)) {
        return None;
    }
    let mut at = *next;
    at.eat(',');
    at.skip_spaces();
    let sign = at.eat_any(&['+', '&']);
    let word = !sign && at.eat_any_word(&["plus", "and", "minus", "less", "y", "et", "und", "e"]);
    let figure = past_roughly(at);
    // `minus0/0` is a word of its own, `plus2` a slip of the pen.
    let apart = sign || figure.at > at.at || range_at(figure, false).is_ok();
    if (sign || word) && apart && (figure.is_at_figure() || one_at(figure).is_some()) {
        *next = at;
        return Some(Role::Addend);
    }
    None
}

/// `or` between two amounts: `1 tbsp or 2 tsp oil`.
fn other_amount(next: &mut Cursor<'_>) -> Option<Role> {
    let mut at = *next;
    if at.eat_word("or") && at.skip_spaces() && at.is_at_figure() {
        *next = at;
        return Some(Role::Alternative);
    }
    None
}

/// The role of a measure that follows the others without a sign, `behind_bracket` if the
/// last of them stands in brackets: in `1 lb (450 g) 4 oz` the ounces follow the pound.
fn bare_role(head: &Head, measure: &Measure, behind_bracket: bool) -> Option<Role> {
    let unit = measure.unit?.unit;
    if !measures(unit) {
        return None;
    }
    if behind_bracket
        && head
            .last_unit_outside()
            .is_some_and(|outside| unit.divides(outside))
    {
        return Some(Role::Addend);
    }
    match head.last_unit() {
        None => Some(Role::Pack),
        Some(last) if !measures(last) => last.is_package().then_some(Role::Pack),
        Some(last) if last.dimension() == unit.dimension() => Some(if unit.divides(last) {
            Role::Addend
        } else {
            Role::Dual
        }),
        Some(_) => (unit.dimension() != Dimension::Length).then_some(Role::Dual),
    }
}

/// Words for `of` that end at a space.
const OF: [&str; 9] = [
    "of", "de", "di", "du", "des", "del", "della", "dello", "van",
];

/// Past `of`, `of the`, and what other languages say; `d'Anjou pears` have no unit to be of.
pub(super) fn skip_of(text: &str, head: &mut Head) {
    let mut next = Cursor::new(text, head.end);
    if !next.skip_spaces() {
        return;
    }
    if next.eat_word("each") {
        let each = next.at;
        if !(next.skip_spaces() && next.letters().eq_ignore_ascii_case("of")) {
            head.end = each;
            return;
        }
    }
    let word = next.letters();
    next.at += word.len();
    let counted = head.primary_unit().or(head.unit).is_none();
    let elided = is_any(word, &["d", "dell"]) && !counted && next.eat_any(&['\'', '’']);
    let made = word == "for"
        && head
            .primary_unit()
            .is_some_and(|unit| unit.singular() == "recipe");
    let whole =
        (made || is_any(word, if counted { &OF[..1] } else { &OF })) && next.peek() == Some(' ');
    if elided || whole {
        head.end = next.at;
        if next.skip_spaces() && next.eat_word("the") && next.peek() == Some(' ') {
            head.end = next.at;
        }
    }
}
