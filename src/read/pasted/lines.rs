//! The lines of a pasted text: what mark they begin with, and what they look like.

use crate::amount::number_at;
use crate::unit::Unit;

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A bullet or a box.
    Bullet,
    /// A number.
    Number,
    /// Nothing.
    None,
}

/// A line that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// Where it stands, counted from 1.
    pub(super) number: usize,
    /// What it begins with.
    pub(super) mark: Mark,
    /// The line without its mark.
    pub(super) text: &'t str,
    /// The line with its mark.
    pub(super) whole: &'t str,
    /// Whether an empty line stands before it.
    pub(super) after_blank: bool,
}

/// Signs that begin an item of a list.
const BULLETS: [char; 17] = [
    '•', '-', '–', '—', '*', '·', '▢', '☐', '□', '◦', '‣', '▪', '●', '○', '✓', '+', '►',
];

/// Returns the lines of `text` that say something.
pub(super) fn lines_of(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    for (index, source) in text.lines().enumerate() {
        let whole = source.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if whole.is_empty() {
            after_blank = true;
            continue;
        }
        let (mark, text) = marked(whole);
        lines.push(Line {
            number: index + 1,
            mark,
            text,
            whole,
            after_blank,
        });
        after_blank = false;
    }
    lines
}

fn marked(whole: &str) -> (Mark, &str) {
    if let Some(rest) = whole.strip_prefix(BULLETS)
        && rest.starts_with(char::is_whitespace)
    {
        let rest = rest.trim_start();
        let rest = rest.strip_prefix("[ ]").unwrap_or(rest).trim_start();
        return (Mark::Bullet, rest);
    }
    // Boxes are signs that begin nothing else, so that no space need follow.
    if let Some(rest) = whole.strip_prefix(['▢', '☐', '□', '•', '●']) {
        return (Mark::Bullet, rest.trim_start());
    }
    let word = whole
        .get(..5)
        .filter(|word| word.eq_ignore_ascii_case("step "));
    let rest = word.map_or(whole, |word| &whole[word.len()..]);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return (Mark::None, whole);
    }
    let after = &rest[digits..];
    if let Some(text) = after.strip_prefix(['.', ')', ':'])
        && (text.starts_with(char::is_whitespace) || text.is_empty())
    {
        return (Mark::Number, text.trim_start());
    }
    // `1 — Prep the pork`, but never `1 – 2 cups`.
    if let Some(text) = after.trim_start().strip_prefix(['—', '–', '-'])
        && text.starts_with(' ')
        && text.trim_start().starts_with(char::is_alphabetic)
    {
        return (Mark::Number, text.trim_start());
    }
    if word.is_some() && after.trim().is_empty() {
        return (Mark::Number, "");
    }
    (Mark::None, whole)
}

/// Whether `text` reads like an ingredient: it begins with an amount and is no sentence.
pub(super) fn is_ingredient(text: &str) -> bool {
    if text.chars().count() > 160 || is_sentence(text) {
        return false;
    }
    let amount = |text: &str| matches!(number_at(text), Ok(Some(_)));
    let lower = text.to_lowercase();
    let vague = [
        "a pinch",
        "pinch of",
        "a handful",
        "handful of",
        "a dash",
        "dash of",
        "salt and",
    ];
    amount(text)
        || vague.iter().any(|start| lower.starts_with(start))
        || lower.ends_with("to taste")
        || text
            .split_once(' ')
            .is_some_and(|(number, _)| leading_amount_with_unit(number))
}

/// `500g`, in one word.
fn leading_amount_with_unit(word: &str) -> bool {
    match number_at(word) {
        Ok(Some((_, length))) => Unit::named(&word[length..]).is_some(),
        _ => false,
    }
}

/// Whether `text` ends like a sentence and is long enough for one.
pub(super) fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?']) && text.split_whitespace().count() > 7
}

/// Whether `text` could stand over a list: short, and no sentence.
pub(super) fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= 9
        && text.chars().count() <= 80
        && !text.ends_with(['.', '!', '?', ',', ';'])
}
