//! Words of the name that agree with the number: `2 garlic cloves`, `2 large eggs`.
//!
//! Must never know how the name was found.

use super::head::Head;
use super::measure::noun;
use super::nouns::counted;
use super::token::{Kind, Part, Token};
use super::unit_word::UnitWord;
use crate::recipe::{Noun, Piece, Span};
use crate::unit::{Dimension, Unit};
use std::borrow::Cow;

/// A unit behind the name: `2 garlic cloves`.
pub(super) fn give_late_unit(line: &str, tokens: &mut [Token], head: &mut Head) {
    let bare = head
        .primary_mut()
        .map(|primary| primary.quantity.unit.is_none());
    if head.unit.is_some() {
        return;
    }
    let mut name = (0..tokens.len())
        .rev()
        .filter(|&at| tokens[at].part == Part::Name && tokens[at].kind == Kind::Word);
    let (Some(last), Some(before)) = (name.next(), name.next()) else {
        return;
    };
    let first = tokens
        .iter()
        .position(|token| token.part == Part::Name)
        .filter(|&first| first < before);
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
        "stick" | "rib" => thing.is_any(line, &["celery", "grass", "lemongrass"]),
        "leaf" | "sheet" => thing.is_any(line, &["gelatine", "gelatin"]),
        "spear" => thing.is(line, "asparagus"),
        "head" => thing.is_any(line, &["garlic", "chicory", "lettuce", "broccoli"]),
        "loaf" | "slice" => true,
        _ => false,
    };
    if bare == Some(false) {
        // `50 g garlic cloves`: the measure is what counts, the cloves are a remark.
        if matches!(unit.singular(), "clove" | "bulb") && thing.is_any(line, &["garlic", "fennel"])
        {
            tokens[last].part = Part::Note;
        }
        return;
    }
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

/// The thing itself as a noun that agrees with its number: `2 large eggs`.
pub(super) fn push_counted(line: &str, tokens: &[Token], head: &mut Head) {
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

pub(super) fn cased(word: &'static str, capital: bool) -> Cow<'static, str> {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        _ => word.into(),
    }
}
