//! What stands in parentheses behind the amount part.
//!
//! ```text
//! parenthesis = "(" roughly* measure words ")"     dual or each; the words are a note
//!             | "(" "or" words ")"                 alternative
//!             | "(" "optional" ")"
//!             | "(" words ")"                      note; two words within a name stay there
//! ```
//! Must never know what stands outside of them, but for the words right beside.

use super::cursor::Cursor;
use super::further::{amount_at, whole_at};
use super::head::Head;
use super::nouns::counted;
use super::pack::told_behind;
use super::token::{Kind, Part, Token};
use super::words::{ADVERB, PARTICIPLE, SIZE, TURN};
use crate::recipe::{Noun, Piece, Role, Span};
use crate::unit::{Dimension, Unit};

/// Gives what stands in parentheses; tells whether one says that the thing is optional.
pub(super) fn read_parentheses(
    line: &str,
    tokens: &mut [Token],
    head: &mut Head,
    has_amount: bool,
) -> bool {
    let mut optional = false;
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].kind != Kind::Open || tokens[at].part != Part::Open {
            at += 1;
            continue;
        }
        let end = (at + 1..tokens.len())
            .find(|&to| tokens[to].kind == Kind::Close && tokens[to].depth == 1)
            .unwrap_or(tokens.len());
        optional |= read_parenthesis(line, tokens, at, end, head, has_amount);
        at = end + 1;
    }
    optional
}

/// Gives the tokens between `open` and `close`.
pub(super) fn read_parenthesis(
    line: &str,
    tokens: &mut [Token],
    open: usize,
    close: usize,
    head: &mut Head,
    has_amount: bool,
) -> bool {
    let give = |tokens: &mut [Token], from: usize, to: usize, part: Part| {
        for token in &mut tokens[from..to] {
            if token.part != Part::Mark {
                token.part = part;
            }
        }
    };
    let after = (close + 1).min(tokens.len());
    give(tokens, open, after, Part::Said);
    // `((notes))`: the inner signs are no words either.
    let mut first = open + 1;
    let mut last = close;
    while first < last && tokens[first].kind == Kind::Open && tokens[last - 1].kind == Kind::Close {
        first += 1;
        last -= 1;
    }
    if first >= last {
        return false;
    }
    if last == first + 1 && tokens[first].is(line, "optional") {
        return true;
    }
    if tokens[first].is(line, "or") && last > first + 1 && !is_vague(line, tokens, first + 1) {
        give(tokens, first + 1, last, Part::Alternative);
        let mut covered = 0;
        for at in first..last - 1 {
            let joins = tokens[at].is_any(line, &["or", "plus", "+", "and"]);
            if !joins || tokens[at].start < covered {
                continue;
            }
            if let Some(measure) = amount_at(line, tokens[at + 1].start) {
                let whole = whole_at(line, &measure);
                covered = whole.end;
                whole.give_to(head, Role::Alternative);
            }
        }
        return false;
    }
    let done = tokens[first].class.is(PARTICIPLE | ADVERB);
    let part = if done { Part::Preparation } else { Part::Note };
    give(tokens, first, last, part);
    if close < tokens.len()
        && let Some(pieces) = pieces_in_all(line, &tokens[first..last], tokens[open].start, head)
    {
        head.pieces.extend(pieces);
        return false;
    }
    let Some(mut measure) = amount_at(line, tokens[first].start) else {
        if last - first <= 2 && is_within_name(line, tokens, open, close, first, last) {
            give(tokens, first, last, Part::Name);
        }
        return false;
    };
    let Some(word) = measure.unit else {
        return false;
    };
    let each = (first..last).any(|at| tokens[at].is_any(line, &["each", "apiece", "per"]));
    let without = !has_amount && head.pieces.is_empty();
    if each || without {
        measure = measure.with_rest(line);
    }
    let end = tokens[last - 1].end;
    // `1 stick or 113 g` has nothing but amounts as well.
    let whole = measure.end >= end || {
        let mut next = Cursor::new(line, measure.end).past_spaces();
        let apart = next.eat_any(&['/', ',', ';', '=']) || next.eat_word("or");
        apart && amount_at(line, next.past_spaces().at).is_some_and(|other| other.end >= end)
    };
    let fits = match word.unit.dimension() {
        Dimension::Volume | Dimension::Mass => true,
        Dimension::Length => each,
        _ => whole,
    };
    if !fits {
        return false;
    }
    let role = match () {
        () if each => Role::Each,
        () if without && whole => Role::Primary,
        () if without => return false,
        () if head.size().is_some() => head.role_behind_packages(&measure),
        () => Role::Dual,
    };
    let mut from = tokens[first].start;
    let mut this = role;
    for _ in 0..MOST_AMOUNTS {
        let whole = measure.with_rest(line);
        let told = told_behind(line, &whole).filter(|_| !without);
        if let Some((told, _)) = told.filter(|_| this != Role::Addend) {
            this = told;
        }
        if this == Role::Each {
            measure = whole;
        }
        measure.push(this, &mut head.pieces);
        for token in &mut tokens[first..last] {
            let inside = from <= token.start && token.start < measure.end;
            if inside || token.is_any(line, &["each", "total", "apiece"]) {
                token.part = measure.part_of(token.start, token.end);
            }
        }
        from = measure.end;
        let behind = told_behind(line, &measure).map_or(measure.end, |(_, end)| end);
        let mut next = Cursor::new(line, behind).past_spaces();
        let apart = next.eat_any(&['/', ',', ';', '=']) || next.eat_word("or");
        let _ = !apart && (next.eat('+') || next.eat_any_word(&["plus", "minus", "and"]));
        match amount_at(line, next.past_spaces().at) {
            Some(another) if another.end <= tokens[last - 1].end && another.is_measured() => {
                this = match this {
                    Role::Primary | Role::Dual if !apart => Role::Addend,
                    Role::Primary | Role::Addend => Role::Dual,
                    _ => role,
                };
                measure = another;
            }
            _ => break,
        }
    }
    false
}

/// How many pieces the whole amount is, if the `words` in a parenthesis that opens at `open`
/// say that: `(about 6)`, `(6 to 8 large)`, behind oranges `(from 2 small oranges)`. In
/// `(16/20)` and `(3)` it may be anything.
fn pieces_in_all(line: &str, words: &[Token], open: usize, head: &Head) -> Option<Vec<Piece>> {
    let weighs = |unit: Unit| matches!(unit.dimension(), Dimension::Volume | Dimension::Mass);
    head.primary_unit().filter(|unit| weighs(*unit))?;
    let is_from = words.first()?.is(line, "from");
    let measure = amount_at(line, words.get(usize::from(is_from))?.start)?;
    let is_rough = words.first()?.start < measure.start;
    let behind = words.iter().position(|word| word.start >= measure.end);
    let behind = behind.map_or(&[][..], |first| &words[first..]);
    // What follows a comma says how they are: `(about 12 large, hulled)`.
    let comma = behind.iter().position(|word| word.separates());
    let (behind, rest) = behind.split_at(comma.unwrap_or(behind.len()));
    // Of `(3 peaches, about 1 lb)` not half may scale.
    let is_word = |word: &Token| !word.text(line).contains(char::is_numeric);
    let named = behind.iter().position(|word| !word.class.is(SIZE));
    let named = named.map_or(&[][..], |first| &behind[first..]);
    let names = named.iter().any(|word| is_told_before(line, open, *word));
    let fits = measure.unit.is_none()
        && line[measure.end..].starts_with([' ', ')', ',', ';'])
        && behind.iter().all(|word| word.kind == Kind::Word)
        && rest.iter().all(is_word)
        && behind.len() <= MOST_WORDS
        && (names || named.is_empty() && !is_from && (is_rough || !behind.is_empty()));
    if !fits {
        return None;
    }
    let mut pieces = Vec::with_capacity(2);
    measure.push(Role::Dual, &mut pieces);
    if let Some(last) = named.last()
        && let Some((one, several)) = counted(last.text(line))
    {
        pieces.push(Piece::Noun(Noun {
            span: Span::new(last.start, last.end),
            singular: one.into(),
            plural: several.into(),
        }));
    }
    Some(pieces)
}

/// More words than in `7 medium red onions` say something else.
const MOST_WORDS: usize = 4;

/// Whether `word` stands in one number or the other before byte `open` of the line.
fn is_told_before(line: &str, open: usize, word: Token) -> bool {
    let stem = |word: &str| {
        let word = word.to_lowercase();
        word.strip_suffix("es")
            .or(word.strip_suffix('s'))
            .unwrap_or(&word)
            .trim_end_matches('e')
            .to_string()
    };
    let wanted = stem(word.text(line));
    let mut told = line[..open].split(|c: char| !c.is_alphanumeric());
    wanted.len() > 2 && told.any(|told| stem(told) == wanted)
}

/// More amounts in one parenthesis are left as words.
const MOST_AMOUNTS: usize = 4;

pub(super) fn is_vague(line: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| {
        token.is_any(
            line,
            &[
                "more", "less", "to", "as", "so", "if", "enough", "other", "another", "use",
            ],
        )
    })
}

/// Further behind, a parenthesis is no part of the name.
const MOST_NAME: usize = 16;

/// Whether one or two words in parentheses stand within a name: `double (heavy) cream`.
pub(super) fn is_within_name(
    line: &str,
    tokens: &[Token],
    open: usize,
    close: usize,
    first: usize,
    last: usize,
) -> bool {
    let before = open.checked_sub(1).map(|at| tokens[at]);
    let Some(after) = tokens.get(close + 1) else {
        return false;
    };
    let plain = |token: &Token| token.kind == Kind::Word && token.depth == 0;
    before.is_some_and(|token| plain(&token))
        && open <= MOST_NAME
        && tokens[..open].iter().all(|token| !token.separates())
        && plain(after)
        && !after.class.is(TURN | PARTICIPLE | ADVERB)
        && !after.is_any(line, &["and", "or", "with", "in"])
        && (first..last).all(|at| {
            tokens[at].kind == Kind::Word
                && !tokens[at].is_any(line, &["optional", "see", "note", "recipe", "not", "page"])
                && (tokens[at].text(line).starts_with(char::is_alphabetic)
                    || tokens[at].text(line).ends_with('%'))
        })
}
