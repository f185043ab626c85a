//! The rest of a line behind its amount part: parentheses, further amounts, the name.
//!
//! ```text
//! parenthesis = "(" roughly* measure words ")"     dual or each; the words are a note
//!             | "(" "or" words ")"                 alternative
//!             | "(" "optional" ")"
//!             | "(" words ")"                      note; two words within a name stay there
//! further     = ("plus" | "+") measure             addend
//!             | "or" measure                       alternative
//!             | "," roughly measure                dual or each
//! ```
//! Owns which amounts outside of the amount part are amounts. Must never know how a
//! name ends.

use super::cursor::Cursor;
use super::head::{Head, past_roughly};
use super::measure::{Measure, measure_at, noun};
use super::name::{Before, Namer};
use super::nouns::counted;
use super::token::{Kind, Part, Token, tokens};
use super::unit_word::{UnitWord, measures};
use super::words::QUALITY;
use crate::recipe::{Noun, Piece, Role, Span};
use crate::unit::{Dimension, Unit};

/// Containers whose label names the thing as it is inside: `1 can diced tomatoes`.
const LABELLED: [&str; 5] = ["can", "tin", "jar", "bottle", "envelope"];

/// The rest of a line.
pub(super) struct Body {
    pub tokens: Vec<Token>,
    pub optional: bool,
}

/// Reads the line from the end of `head` on; adds to `head` what it finds of amounts.
pub(super) fn read_body(line: &str, head: &mut Head, has_amount: bool) -> Body {
    let mut tokens = tokens(line, head.end);
    give_marks(&mut tokens);
    let mut main: Vec<usize> = (0..tokens.len())
        .filter(|&at| {
            let token = tokens[at];
            token.depth == 0
                && token.part == Part::Open
                && (token.kind == Kind::Word || token.separates())
        })
        .collect();
    if !has_amount && head.pieces.is_empty() {
        read_late_amount(line, &mut tokens, &main, head);
    }
    let mut optional = read_parentheses(line, &mut tokens, head, has_amount);
    read_further(line, &mut tokens, &main, head);
    main.retain(|&at| tokens[at].part == Part::Open);
    let packed = head.pieces.iter().any(|piece| match piece {
        Piece::Amount(mention) => mention
            .quantity
            .unit
            .is_some_and(|unit| LABELLED.contains(&unit.singular())),
        _ => false,
    });
    let mut namer = Namer {
        line,
        tokens: &mut tokens,
        main,
        before: Before {
            amount: has_amount,
            packed,
            measured: head.unit.is_some()
                || head
                    .primary_mut()
                    .is_some_and(|primary| primary.quantity.unit.is_some()),
        },
    };
    namer.read();
    give_sizes(&mut tokens, head, has_amount);
    give_late_unit(line, &mut tokens, head);
    name_something(&mut tokens);
    push_counted(line, &tokens, head);
    optional |= tokens
        .iter()
        .any(|token| token.is(line, "optional") && token.part != Part::Name);
    Body { tokens, optional }
}

fn give_marks(tokens: &mut [Token]) {
    for token in tokens {
        if token.kind == Kind::Mark {
            token.part = Part::Mark;
        }
    }
}

/// Gives what stands in parentheses; tells whether one says that the thing is optional.
fn read_parentheses(line: &str, tokens: &mut [Token], head: &mut Head, has_amount: bool) -> bool {
    let mut optional = false;
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].kind != Kind::Open {
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
fn read_parenthesis(
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
        if let Some(measure) = amount_at(line, tokens[first + 1].start) {
            measure.push(Role::Alternative, &mut head.pieces);
        }
        return false;
    }
    give(tokens, first, last, Part::Note);
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
    let whole = measure.end >= tokens[last - 1].end;
    let fits = match word.unit.dimension() {
        Dimension::Volume | Dimension::Mass => true,
        Dimension::Length => each,
        _ => whole,
    };
    if !fits {
        return false;
    }
    let without = !has_amount && head.pieces.is_empty();
    let mut role = match () {
        () if each => Role::Each,
        () if without && whole => Role::Primary,
        () if without => return false,
        () => Role::Dual,
    };
    loop {
        measure.push(role, &mut head.pieces);
        for token in &mut tokens[first..last] {
            if token.end <= measure.end || token.is_any(line, &["each", "total", "apiece"]) {
                token.part = Part::Amount;
            }
        }
        if role == Role::Primary {
            role = Role::Dual;
        }
        let mut next = Cursor::new(line, measure.end);
        next.skip_spaces();
        let _ = next.eat_any(&['/', ',', ';', '=']) || next.eat_word("or");
        match amount_at(line, next.past_spaces().at) {
            Some(another) if another.end <= tokens[last - 1].end && another.is_measured() => {
                measure = another;
            }
            _ => return false,
        }
    }
}

/// The amount that begins at byte `start`, past `about` and the like.
fn amount_at(line: &str, start: usize) -> Option<Measure> {
    let mut cursor = Cursor::new(line, start);
    if cursor.eat_word("each") || cursor.eat_word("total") {
        cursor.skip_spaces();
    }
    measure_at(past_roughly(cursor), true).ok().flatten()
}

fn is_vague(line: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| {
        token.is_any(
            line,
            &[
                "more", "less", "to", "as", "so", "if", "enough", "other", "another", "use",
            ],
        )
    })
}

/// Whether one or two words in parentheses stand within a name: `double (heavy) cream`.
fn is_within_name(
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
        && (0..open).all(|at| !tokens[at].separates())
        && plain(after)
        && !after
            .class
            .is(super::words::TURN | super::words::PARTICIPLE | super::words::ADVERB)
        && !after.is_any(line, &["and", "or", "with", "in"])
        && (first..last).all(|at| {
            tokens[at].kind == Kind::Word
                && !tokens[at].is_any(line, &["optional", "see", "note", "recipe", "not", "page"])
                && tokens[at].text(line).starts_with(char::is_alphabetic)
        })
}

/// An amount behind the name: `Amaretto, 1 tablespoon`, `plain flour 200 g`.
fn read_late_amount(line: &str, tokens: &mut [Token], main: &[usize], head: &mut Head) {
    for (place, &at) in main.iter().enumerate().skip(1) {
        let token = tokens[at];
        let start = Cursor::new(line, token.start);
        if !start.is_at_figure() {
            continue;
        }
        let Ok(Some(measure)) = measure_at(start, false) else {
            continue;
        };
        let next = Cursor::new(line, measure.end).past_spaces();
        let ends = next.is_at_end() || matches!(next.peek(), Some(',' | '(' | ';'));
        let measured = measure
            .unit
            .is_some_and(|word| measures(word.unit) && word.unit.dimension() != Dimension::Length);
        let counts = (measure.unit.is_none() || !measured)
            && next.is_at_end()
            && tokens[main[place - 1]].separates();
        if !(ends && measured || counts) {
            continue;
        }
        measure.push(Role::Primary, &mut head.pieces);
        let from = match main[place - 1] {
            before if tokens[before].class.is(super::words::ROUGHLY) => before,
            _ => at,
        };
        for token in &mut tokens[from..] {
            if token.start < measure.end {
                token.part = Part::Amount;
            }
        }
        return;
    }
}

/// Amounts behind `or`, `plus` and a comma, and a metric twin at the end.
fn read_further(line: &str, tokens: &mut [Token], main: &[usize], head: &mut Head) {
    let has_primary = head.primary_mut().is_some();
    let mut covered = head.end;
    for (place, &at) in main.iter().enumerate() {
        let token = tokens[at];
        if token.start < covered || token.part != Part::Open {
            continue;
        }
        let before = place.checked_sub(1).map(|before| tokens[main[before]]);
        let opens = before.is_none_or(Token::separates);
        let next = main.get(place + 1).map(|&next| tokens[next]);
        let figure_next = next.is_some_and(|next| {
            Cursor::new(line, next.start).is_at_figure()
                || next.is_any(line, &["a", "one", "two", "half"])
        });
        let role = match () {
            () if token.is(line, "or") && figure_next => Role::Alternative,
            () if token.is_any(line, &["plus", "+"]) && figure_next => Role::Addend,
            () if opens
                && has_primary
                && (token.class.is(super::words::ROUGHLY) && figure_next
                    || token.is(line, "each")) =>
            {
                Role::Dual
            }
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
        let Some(measure) = amount_at(line, start) else {
            continue;
        };
        let unit = measure.unit.map(|word| word.unit);
        match role {
            Role::Dual if !unit.is_some_and(measures) => continue,
            _ if unit.is_some_and(|unit| unit.dimension() == Dimension::Length) => continue,
            Role::Addend if !has_primary => continue,
            _ => {}
        }
        covered = measure.end;
        let mut after = Cursor::new(line, measure.end).past_spaces();
        let each = token.is(line, "each") || after.eat_word("each") || after.eat_word("apiece");
        if role != Role::Dual {
            measure.push(role, &mut head.pieces);
            continue;
        }
        if !(after.is_at_end() || matches!(after.peek(), Some(',' | ';' | '(' | '.')))
            && !after.eat_word("total")
        {
            continue;
        }
        measure.push(if each { Role::Each } else { Role::Dual }, &mut head.pieces);
        for token in &mut tokens[at..] {
            if token.start < after.at && token.kind != Kind::Open {
                token.part = Part::Amount;
            }
        }
    }
    read_twin(line, tokens, main, head);
}

/// The same amount once more at the very end: `1 cup whole milk 250 mL`.
fn read_twin(line: &str, tokens: &mut [Token], main: &[usize], head: &mut Head) {
    let measured = head
        .primary_mut()
        .is_some_and(|primary| primary.quantity.unit.is_some());
    if !measured || main.len() < 2 {
        return;
    }
    for &at in &main[main.len().saturating_sub(2)..] {
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
                token.part = Part::Amount;
            }
            return;
        }
    }
}

/// Sizes and manners right behind the amount belong to it; others are remarks.
fn give_sizes(tokens: &mut [Token], head: &mut Head, has_amount: bool) {
    let mut joined = has_amount;
    for token in tokens {
        joined &= token.part == Part::Amount && token.start >= head.end;
        if joined {
            head.end = token.end;
        } else if token.part == Part::Amount
            && token.kind == Kind::Word
            && !head.pieces.iter().any(|piece| covers(piece, *token))
            && !token.class.is(super::words::ROUGHLY)
            && token
                .class
                .is(super::words::SIZE | super::words::MANNER | super::words::SPARE | QUALITY)
        {
            token.part = Part::Note;
        }
    }
}

fn covers(piece: &Piece, token: Token) -> bool {
    let span = match piece {
        Piece::Amount(mention) => mention.span,
        Piece::Noun(noun) => noun.span,
        _ => return false,
    };
    span.range().contains(&token.start)
}

/// A unit behind the name: `2 garlic cloves`.
fn give_late_unit(line: &str, tokens: &mut [Token], head: &mut Head) {
    let bare = head
        .primary_mut()
        .map(|primary| primary.quantity.unit.is_none());
    if bare == Some(false) || head.unit.is_some() {
        return;
    }
    let mut name = (0..tokens.len())
        .rev()
        .filter(|&at| tokens[at].part == Part::Name && tokens[at].kind == Kind::Word);
    let (Some(last), Some(before)) = (name.next(), name.next()) else {
        return;
    };
    let first = name.last();
    let (thing, token) = (tokens[before], tokens[last]);
    let Some(unit) =
        Unit::named(token.text(line)).filter(|unit| unit.dimension() == Dimension::Count)
    else {
        return;
    };
    let stands = match unit.singular() {
        "sprig" => true,
        _ if bare.is_none() => false,
        "clove" | "bulb" | "stalk" => true,
        "stick" | "rib" => thing.is(line, "celery"),
        "leaf" | "sheet" => thing.is_any(line, &["gelatine", "gelatin"]),
        "spear" => thing.is(line, "asparagus"),
        "head" => thing.is_any(line, &["garlic", "chicory", "lettuce", "broccoli"]),
        "loaf" | "slice" => true,
        _ => false,
    };
    let listed = tokens
        .iter()
        .any(|token| token.part == Part::Name && token.is_any(line, &["or", "and"]));
    if !stands || listed || thing.is(line, "whole") {
        return;
    }
    let Some(primary) = head.primary_mut() else {
        head.unit = Some(unit);
        tokens[last].part = Part::Amount;
        return;
    };
    primary.quantity.unit = Some(unit);
    head.pieces.push(noun(UnitWord {
        unit,
        start: token.start,
        end: token.end,
        apart: true,
    }));
    tokens[last].part = Part::Amount;
    // `2 fat garlic cloves`: the cloves are fat.
    if let Some(first) = first
        && tokens[first].is_any(line, &["fat", "thin", "thick", "plump", "long"])
    {
        tokens[first].part = Part::Note;
    }
}

/// Sees to it that a name is there: without one, the first words that are left are it.
fn name_something(tokens: &mut [Token]) {
    if tokens.iter().any(|token| token.part == Part::Name) {
        return;
    }
    for part in [Part::Preparation, Part::Note, Part::Alternative, Part::Said] {
        let is = |token: &Token| token.part == part && token.kind == Kind::Word;
        let Some(first) = tokens.iter().position(is) else {
            continue;
        };
        for token in &mut tokens[first..] {
            if !is(token) {
                break;
            }
            token.part = Part::Name;
        }
        return;
    }
}

/// The thing itself as a noun that agrees with its number: `2 large eggs`.
fn push_counted(line: &str, tokens: &[Token], head: &mut Head) {
    let bare = head
        .primary_mut()
        .is_some_and(|primary| primary.quantity.unit.is_none());
    if !bare {
        return;
    }
    let name = |token: &&Token| token.part == Part::Name && token.kind == Kind::Word;
    let mut words = tokens.iter().filter(name).rev();
    let Some(last) = words.next() else {
        return;
    };
    if tokens
        .iter()
        .filter(name)
        .any(|token| token.is_any(line, &["or", "and", "of", "&"]))
    {
        return;
    }
    let word = last.text(line);
    let white = last.is_any(line, &["white", "whites"])
        && words.next().is_some_and(|before| before.is(line, "egg"));
    let Some((one, several)) = counted(word).or(white.then_some(("white", "whites"))) else {
        return;
    };
    let capital = word.starts_with(char::is_uppercase);
    head.pieces.push(Piece::Noun(Noun {
        span: Span::new(last.start, last.end),
        singular: cased(one, capital),
        plural: cased(several, capital),
    }));
}

fn cased(word: &str, capital: bool) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        _ => word.into(),
    }
}
