//! What stands after a sign in Cooklang: `flour{1%cup}(sifted)`.
//!
//! Must never know what becomes of it.

use crate::read::gathered::one_line;
use crate::read::other::window;

/// A mark with its amount and its preparation that takes more bytes is none.
const LONGEST_MARK: usize = 800;

/// What stands after a sign.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) name: String,
    /// The name that stands in the step, if another than that of the ingredient.
    pub(super) shown: Option<String>,
    pub(super) amount: String,
    pub(super) unit: String,
    pub(super) preparation: String,
    pub(super) is_optional: bool,
    pub(super) is_reference: bool,
}

impl Mark {
    /// Whether the amount stays the same for any number of servings, and the amount.
    pub(super) fn amount(&self) -> (bool, &str) {
        match self.amount.strip_prefix('=') {
            Some(amount) => (true, amount.trim()),
            None => (false, &self.amount),
        }
    }
}

/// What `Gather @salt{1%tsp} (fine), @water{}.` lists, as this program writes it, each
/// with what follows it; `None` for any other paragraph.
pub(super) fn listed(paragraph: &str) -> Option<Vec<(char, Mark, String)>> {
    let mut rest = paragraph.strip_prefix("Gather ")?.strip_suffix('.')?;
    let mut listed = Vec::new();
    loop {
        let sign = rest
            .chars()
            .next()
            .filter(|sign| matches!(sign, '@' | '#'))?;
        let (mark, length) = mark_at(&rest[1..], sign)?;
        rest = &rest[1 + length..];
        let end = [", @", ", #"]
            .iter()
            .filter_map(|next| rest.find(next))
            .min();
        let (tail, next) = rest.split_at(end.unwrap_or(rest.len()));
        if !(tail.is_empty() || tail.starts_with(" (") || tail.starts_with(", ")) {
            return None;
        }
        listed.push((sign, mark, tail.replace('\\', "")));
        match next.strip_prefix(", ") {
            Some(next) => rest = next,
            None => return Some(listed),
        }
    }
}

/// Reads the mark that `text` begins with and how long it is.
pub(super) fn mark_at(text: &str, sign: char) -> Option<(Mark, usize)> {
    let text = window(text, LONGEST_MARK);
    let mut mark = Mark::default();
    let flags = text.len() - text.trim_start_matches(['?', '&', '-', '+']).len();
    mark.is_optional = text[..flags].contains('?');
    mark.is_reference = text[..flags].contains('&');
    let stop = text.find(['{', '@', '#', '~', '\n']).unwrap_or(text.len());
    let begins = |c: char| c.is_alphabetic() || matches!(c, '.' | '/' | '_' | '{');
    let number = text[flags..].starts_with(char::is_numeric) && text[stop..].starts_with('{');
    if !(text[flags..].starts_with(begins) || number) {
        return None;
    }
    let (name, mut end) = match text[stop..].strip_prefix('{') {
        Some(inside) => {
            let close = inside.find('}')?;
            let (amount, unit) = match inside[..close].split_once('%') {
                Some((amount, unit)) => (amount, unit),
                None => (&inside[..close], ""),
            };
            mark.amount = amount.trim().into();
            mark.unit = unit.trim().into();
            (&text[flags..stop], stop + close + 2)
        }
        None => {
            let word = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '\''));
            let end = text[flags..].find(word).map_or(text.len(), |at| flags + at);
            (&text[flags..end], end)
        }
    };
    let name = match name.split_once('|') {
        Some((name, shown)) => {
            mark.shown = Some(shown.trim().into());
            name
        }
        None => name,
    };
    // A path leads to another recipe, which is called like its file.
    let name = match name.starts_with(['.', '/']) {
        true => name.rsplit('/').next().unwrap_or(name),
        false => name,
    };
    mark.name = one_line(name);
    if sign != '~' && mark.name.is_empty() {
        return None;
    }
    if sign == '@'
        && let Some(length) = parenthesis(&text[end..])
        && text[..end].ends_with('}')
    {
        mark.preparation = text[end + 1..end + length - 1].trim().into();
        end += length;
    }
    Some((mark, end))
}

/// How long the parenthesis is that `text` begins with, inner ones included.
fn parenthesis(text: &str) -> Option<usize> {
    if !text.starts_with('(') {
        return None;
    }
    let mut open = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => open += 1,
            ')' if open == 1 => return Some(at + 1),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}
