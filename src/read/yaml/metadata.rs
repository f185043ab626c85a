//! Reads the fields of a recipe that are not lists of ingredients, steps or notes.

use super::node::Node;
use super::problems::Problems;
use crate::read::density::read_density;
use crate::read::duration::read_duration;
use crate::read::line::read_line;
use crate::read::servings::read_servings;
use crate::read::spaces::{single_spaced, trimmed};
use crate::recipe::{OwnDensity, Servings, Source, Text, Times};
use std::borrow::Cow;

/// A text on one line; empty, with an error said, if it is not one.
pub(super) fn read_line_of_text(key: &str, value: &Node, problems: &mut Problems) -> String {
    let text = match value {
        Node::Text(text) => one_line(text),
        Node::Null => String::new(),
        Node::List(_) | Node::Map(_) | Node::Unread => {
            problems.error(
                "wrong-type",
                format!("{} must be a text", called(key)),
                "write it on one line; put it in double quotes if it holds `: `",
            );
            return String::new();
        }
    };
    if text.is_empty() {
        problems.error(
            "empty-value",
            format!("{} is empty", called(key)),
            "write a value or remove the line",
        );
    }
    text
}

/// A key in backticks; what is not a key (`a step`) as it is.
fn called(key: &str) -> String {
    if key.contains(' ') {
        key.into()
    } else {
        format!("`{key}`")
    }
}

/// As [`read_line_of_text`], for a field that need not be there.
pub(super) fn read_some_text(key: &str, value: &Node, problems: &mut Problems) -> Option<String> {
    Some(read_line_of_text(key, value, problems)).filter(|text| !text.is_empty())
}

/// The text with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    on_one_line(text).into_owned()
}

/// As [`one_line`], for a text that need not be kept.
pub(super) fn on_one_line(text: &str) -> Cow<'_, str> {
    single_spaced(trimmed(text))
}

/// Texts: a list, or one text with commas.
pub(super) fn read_words(key: &str, value: &Node, problems: &mut Problems) -> Vec<String> {
    match value {
        Node::List(items) => {
            let mut words = Vec::with_capacity(items.len());
            for (index, item) in items.iter().enumerate() {
                problems.enter(index);
                words.extend(read_some_text(key, item, problems));
                problems.leave();
            }
            words
        }
        Node::Text(text) if text.contains(',') => text
            .split(',')
            .map(one_line)
            .filter(|word| !word.is_empty())
            .collect(),
        _ => read_some_text(key, value, problems).into_iter().collect(),
    }
}

pub(super) fn read_source(value: &Node, problems: &mut Problems) -> Option<Source> {
    let Node::Map(entries) = value else {
        let text = read_some_text("source", value, problems)?;
        return Some(crate::read::source_of(&text));
    };
    let mut source = Source {
        name: None,
        url: None,
    };
    problems.each_entry(entries, |problems, key, value| match key {
        "name" => source.name = read_some_text("name", value, problems),
        "url" => source.url = read_some_text("url", value, problems),
        _ => problems.unknown_key(key, ["name", "url"].iter()),
    });
    Some(source)
}

pub(super) fn read_servings_field(value: &Node, problems: &mut Problems) -> Option<Servings> {
    if let Some(servings) = read_from_line(value, read_servings) {
        return Some(servings);
    }
    let text = read_some_text("servings", value, problems)?;
    problems.error(
        "servings",
        format!("`servings` must be a number of people, not `{text}`"),
        "write a number or a range: `servings: 4` or `servings: 4-6`; what the recipe makes goes under `yield`",
    );
    None
}

/// `24 cookies`: read as an ingredient line is, so that its amount scales.
pub(super) fn read_yield(value: &Node, problems: &mut Problems) -> Option<Text> {
    let text = read_some_text("yield", value, problems)?;
    match read_line(&text) {
        Ok(ingredient) => Some(ingredient.line),
        Err(error) => {
            problems.error_in(
                "amount",
                error.to_string(),
                "write an amount such as `24 cookies`",
                &text,
                error.span,
            );
            None
        }
    }
}

pub(super) fn read_times(times: &mut Times, value: &Node, problems: &mut Problems) {
    let Node::Map(entries) = value else {
        times.total = read_time(value, problems);
        return;
    };
    problems.each_entry(entries, |problems, key, value| match key {
        "prep" => times.prep = read_time(value, problems),
        "cook" => times.cook = read_time(value, problems),
        "total" => times.total = read_time(value, problems),
        _ => problems.unknown_key(key, ["prep", "cook", "total"].iter()),
    });
}

/// What `read` makes of a text that need not be kept; `None` if nothing, or of no text.
fn read_from_line<T>(value: &Node, read: fn(&str) -> Option<T>) -> Option<T> {
    match value {
        Node::Text(text) => read(&on_one_line(text)),
        _ => None,
    }
}

pub(super) fn read_time(value: &Node, problems: &mut Problems) -> Option<u64> {
    if let Some(seconds) = read_from_line(value, read_duration) {
        return Some(seconds);
    }
    let text = read_some_text("time", value, problems)?;
    problems.error(
        "time",
        format!("`{text}` is not a length of time"),
        "write it as `45 min` or `2 h 15 min`",
    );
    None
}

/// What a volume of each food weighs: `{ rye flour: 102 g/cup }`.
pub(super) fn read_densities(value: &Node, problems: &mut Problems) -> Vec<OwnDensity> {
    let hint = "write `densities: { rye flour: 102 g/cup }`";
    let Node::Map(entries) = value else {
        problems.error("wrong-type", "`densities` must be a mapping", hint);
        return Vec::new();
    };
    let mut densities = Vec::with_capacity(entries.len());
    problems.each_entry(entries, |problems, food, value| {
        if !food.contains(char::is_alphanumeric) {
            problems.key_error(
                "empty-value",
                format!("`{food}` is not the name of a food"),
                hint,
            );
        }
        let Some(written) = read_some_text(food, value, problems) else {
            return;
        };
        match read_density(&written) {
            Some(density) => densities.push(OwnDensity {
                food: one_line(food),
                written,
                density,
            }),
            None => problems.error(
                "density",
                format!("`{written}` does not say what a volume weighs"),
                hint,
            ),
        }
    });
    densities
}
