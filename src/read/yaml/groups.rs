//! Reads lists: of ingredients and steps, grouped or not, and of notes.

use super::metadata::{on_one_line, one_line, read_line_of_text};
use super::node::Node;
use super::problems::{Keys, Problems};
use crate::read::prose::prose_of;
use crate::recipe::{Group, Note, Text};
use smol_str::SmolStr;
use std::borrow::Cow;

/// Reads one item of a list; `None` if it said an error.
type ReadItem<T> = fn(&Node, &mut Problems) -> Option<T>;

/// Room for so many items is made at once.
const USUAL_LENGTH: usize = 16;

/// The keys under which a group in a list gives its heading.
const HEADINGS: [&str; 3] = ["section", "group", "heading"];

/// Reads `value` in any of its shapes: a list, a mapping from headings to lists, a list
/// of `{section: ..., KEY: [...]}`, or a text with one item a line.
pub(super) fn read_groups<T>(
    key: &'static str,
    value: &Node,
    problems: &mut Problems,
    is_item: fn(&Node) -> bool,
    read_item: ReadItem<T>,
) -> Vec<Group<T>> {
    // Most recipes have one group.
    let mut groups = Vec::with_capacity(1);
    match value {
        Node::Map(entries) if !is_item(value) => {
            groups.reserve(entries.len());
            let mut seen = Keys::new();
            for (index, (name, items)) in entries.iter().enumerate() {
                problems.enter(index);
                if seen.repeats(name.as_ref()) {
                    problems.key_error(
                        "duplicate-key",
                        format!("`{name}` stands twice"),
                        "give each group a heading of its own",
                    );
                }
                groups.push(Group {
                    name: Some(one_line(name)).filter(|name| !name.is_empty()),
                    items: read_items(key, items, problems, read_item),
                });
                problems.leave();
            }
        }
        Node::List(items) => read_list(key, items, problems, read_item, &mut groups),
        _ => groups.push(Group {
            name: None,
            items: read_items(key, value, problems, read_item),
        }),
    }
    groups.retain(|group| !group.items.is_empty());
    groups
}

fn read_list<T>(
    key: &'static str,
    items: &[Node],
    problems: &mut Problems,
    read_item: ReadItem<T>,
    groups: &mut Vec<Group<T>>,
) {
    for (index, item) in items.iter().enumerate() {
        problems.enter(index);
        if let Some(group) = read_section(key, item, problems, read_item) {
            groups.push(group);
        } else if let Some(item) = read_item(item, problems) {
            problems.mark(key);
            match groups.last_mut() {
                Some(group) if group.name.is_none() => group.items.push(item),
                _ => {
                    let mut all = Vec::with_capacity(USUAL_LENGTH.min(items.len() - index));
                    all.push(item);
                    groups.push(Group {
                        name: None,
                        items: all,
                    });
                }
            }
        }
        problems.leave();
    }
}

/// `{section: Glaze, ingredients: [...]}`; `None` if `item` has no heading.
fn read_section<T>(
    key: &'static str,
    item: &Node,
    problems: &mut Problems,
    read_item: ReadItem<T>,
) -> Option<Group<T>> {
    let Node::Map(entries) = item else {
        return None;
    };
    if !entries
        .iter()
        .any(|(key, _)| HEADINGS.contains(&key.as_ref()))
    {
        return None;
    }
    let mut group = Group {
        name: None,
        items: Vec::new(),
    };
    problems.each_entry(entries, |problems, name, value| match name {
        name if HEADINGS.contains(&name) => {
            group.name = Some(read_line_of_text("section", value, problems));
        }
        name if name == key || name == "items" => {
            group.items = read_items(key, value, problems, read_item);
        }
        _ => problems.unknown_key(name, ["section", key].iter()),
    });
    Some(group)
}

fn read_items<T>(
    key: &'static str,
    value: &Node,
    problems: &mut Problems,
    read_item: ReadItem<T>,
) -> Vec<T> {
    match value {
        Node::List(items) => {
            let mut read = Vec::with_capacity(items.len());
            for (index, item) in items.iter().enumerate() {
                problems.enter(index);
                read.extend(read_item(item, problems));
                problems.mark(key);
                problems.leave();
            }
            read
        }
        Node::Text(text) => text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .filter_map(|line| {
                problems.mark(key);
                read_item(&Node::Text(line.trim().into()), problems)
            })
            .collect(),
        Node::Null => {
            problems.error(
                "empty-value",
                format!("this list of {key} is empty"),
                "write each on a line of its own, beginning with `- `, or remove the heading",
            );
            Vec::new()
        }
        Node::Map(_) | Node::Unread => {
            problems.error(
                "wrong-type",
                format!("{key} must be a list"),
                "write each on a line of its own, beginning with `- `",
            );
            Vec::new()
        }
    }
}

/// A step: a text.
pub(super) fn read_step(value: &Node, problems: &mut Problems) -> Option<Text> {
    read_paragraphs("a step", value, problems).map(|text| prose_of(text, None))
}

/// A text whose paragraphs are told apart by one empty line and else stand on one line.
///
/// A colon in a plain text makes YAML read a mapping; where that can only have been a
/// sentence, it is read as one and a note says so.
fn read_paragraphs(key: &str, value: &Node, problems: &mut Problems) -> Option<SmolStr> {
    let mended;
    let text = match value {
        Node::Text(text) => text.as_ref(),
        Node::Map(entries) => match sentence_with_colon(entries) {
            Some(text) => {
                note_colon(problems);
                mended = text;
                &mended
            }
            None => {
                read_line_of_text(key, value, problems);
                return None;
            }
        },
        _ => {
            read_line_of_text(key, value, problems);
            return None;
        }
    };
    let paragraphs = paragraphs_of(text);
    if paragraphs.is_empty() {
        read_line_of_text(key, &Node::Null, problems);
        return None;
    }
    Some(paragraphs)
}

fn paragraphs_of(text: &str) -> SmolStr {
    // On one line there is mostly nothing to fold.
    if let Cow::Borrowed(line) = on_one_line(text) {
        return line.into();
    }
    if !text.contains('\n') {
        return one_line(text).into();
    }
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(one_line) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(&line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n").into()
}

/// The sentence that YAML took for a mapping with one entry.
pub(super) fn sentence_with_colon(entries: &[(Cow<str>, Node)]) -> Option<String> {
    match entries {
        [(key, Node::Text(value))] => Some(format!("{key}: {value}")),
        [(key, Node::Null)] => Some(format!("{key}:")),
        _ => None,
    }
}

pub(super) fn note_colon(problems: &mut Problems) {
    problems.note(
        "colon",
        "a colon made this a mapping; it was read as a text",
        "put the whole text in double quotes",
    );
}

/// Reads notes in any of their shapes: a text, a list of texts, titled texts.
pub(super) fn read_notes(key: &'static str, value: &Node, problems: &mut Problems) -> Vec<Note> {
    let mut notes = Vec::new();
    match value {
        Node::Map(entries) => {
            for (index, (title, value)) in entries.iter().enumerate() {
                problems.enter(index);
                notes.extend(read_note(key, Some(title), value, problems));
                problems.leave();
            }
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                problems.enter(index);
                match item {
                    Node::Map(entries) if entries.len() == 1 => {
                        problems.enter(0);
                        let (title, value) = &entries[0];
                        notes.extend(read_note(key, Some(title), value, problems));
                        problems.leave();
                    }
                    _ => notes.extend(read_note(key, None, item, problems)),
                }
                problems.leave();
            }
        }
        _ => notes.extend(read_note(key, None, value, problems)),
    }
    notes
}

fn read_note(
    key: &'static str,
    title: Option<&str>,
    value: &Node,
    problems: &mut Problems,
) -> Option<Note> {
    let text = match value {
        Node::List(items) => {
            let mut paragraphs = Vec::with_capacity(items.len());
            for (index, item) in items.iter().enumerate() {
                problems.enter(index);
                paragraphs.extend(read_paragraphs(key, item, problems));
                problems.leave();
            }
            paragraphs.join("\n\n").into()
        }
        _ => read_paragraphs(key, value, problems)?,
    };
    problems.mark(key);
    Some(Note {
        title: title.map(one_line).filter(|title| !title.is_empty()),
        text: prose_of(text, None),
    })
}
