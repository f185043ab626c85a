//! Instructions: HowToSection and HowToStep at any depth, lists and plain texts.

use super::linked::{Linked, Object, field, has_type};
use super::plain::{plain, plain_line};
use crate::read::gathered::{Gathered, Passage};
use crate::read::pasted::{Part, part_named};
use crate::recipe::Group;
use serde_json::Value;

/// References may lead in circles; deeper than this nobody sections a method.
const DEEPEST: usize = 32;

/// No method has more steps.
const MOST_OBJECTS: usize = 10_000;

/// Returns the steps in `value`.
pub(super) fn read_steps<'v>(value: &'v Value, linked: &Linked<'v>) -> Vec<Group<Passage>> {
    let mut reader = Reader {
        linked,
        left: MOST_OBJECTS,
        groups: Vec::new(),
    };
    reader.read(value, 0);
    reader.groups.retain(|group| !group.items.is_empty());
    for group in &mut reader.groups {
        group.name = group
            .name
            .take()
            .filter(|name| !without_count(name).is_empty());
    }
    if let [group] = reader.groups.as_mut_slice() {
        // The only heading, if all it says is `Method`, says nothing.
        let named = group.name.as_deref().and_then(part_named);
        if named == Some((Part::Steps, false)) {
            group.name = None;
        }
    }
    reader.groups
}

struct Reader<'l, 'v> {
    linked: &'l Linked<'v>,
    /// How many more objects are read, however often they refer to each other.
    left: usize,
    groups: Vec<Group<Passage>>,
}

impl<'v> Reader<'_, 'v> {
    fn read(&mut self, value: &'v Value, depth: usize) {
        match value {
            Value::String(text) => {
                for line in plain(text).lines() {
                    self.step(line.into());
                }
            }
            Value::Array(items) => {
                for item in items {
                    match item {
                        Value::String(text) if items.len() > 1 => self.step(plain_line(text)),
                        item if depth < DEEPEST => self.read(item, depth + 1),
                        _ => {}
                    }
                }
            }
            Value::Object(object) if depth < DEEPEST && self.left > 0 => {
                self.left -= 1;
                self.read_object(self.linked.resolve(object), depth + 1);
            }
            _ => {}
        }
    }

    fn step(&mut self, text: String) {
        if !without_count(&text).is_empty() {
            Gathered::add(&mut self.groups, text.into());
        }
    }

    fn read_object(&mut self, object: &'v Object, depth: usize) {
        let list = field(
            object,
            &["itemListElement", "steps", "step", "recipeInstructions"],
        );
        let name = line_of(object, &["name", "headline"]);
        let is_step = has_type(object, "HowToStep") || has_type(object, "ListItem");
        let section = has_type(object, "HowToSection") || !is_step && list.is_some();
        if let (Some(list), true) = (list, section) {
            // A method as a whole is often named like the recipe; it is no section then.
            let whole = depth <= 1 && has_type(object, "ItemList");
            self.groups.push(Group {
                name: name.filter(|_| !whole),
                items: Vec::new(),
            });
            self.read(list, depth);
            self.groups.push(Group {
                name: None,
                items: Vec::new(),
            });
            return;
        }
        let text = match line_of(object, &["text", "@value", "description"]) {
            Some(text) => Some(text),
            None => match field(object, &["itemListElement", "item"]) {
                Some(parts) => {
                    let mut inner = Reader {
                        linked: self.linked,
                        left: self.left,
                        groups: Vec::new(),
                    };
                    inner.read(parts, depth);
                    self.left = inner.left;
                    let texts = inner.groups.iter().flat_map(|group| &group.items);
                    let texts: Vec<&str> = texts.map(|part| part.text.as_str()).collect();
                    Some(texts.join(" ")).filter(|text| !text.is_empty())
                }
                None => None,
            },
        };
        self.step(match (name, text) {
            (Some(name), Some(text)) if !tells_nothing(&name, &text) => joined(&name, &text),
            (_, Some(text)) => text,
            (Some(name), None) => name,
            (None, None) => return,
        });
    }
}

/// The text of a step without `STEP 2 |` before it.
pub(super) fn without_count(text: &str) -> &str {
    let start = text
        .get(..5)
        .filter(|start| start.eq_ignore_ascii_case("step "));
    let Some(start) = start else {
        return text;
    };
    let rest = text[start.len()..].trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.starts_with([' ', '.', ':', '|', ')']) || rest.is_empty() {
        true => rest.trim_start_matches([' ', '.', ':', '|', ')', '-', '–']),
        false => text,
    }
}

fn line_of(object: &Object, names: &[&str]) -> Option<String> {
    let text = match field(object, names)? {
        Value::String(text) => plain_line(text),
        Value::Array(items) => {
            let texts = items.iter().filter_map(Value::as_str).map(plain_line);
            texts.collect::<Vec<_>>().join(" ")
        }
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// Whether the name of a step repeats its text or only counts: `Step 2`.
fn tells_nothing(name: &str, text: &str) -> bool {
    let start = name.trim_end_matches(['.', '…', ':', ' ']);
    let counts = |word: &str| {
        word.chars()
            .all(|c| c.is_ascii_digit() || "#.:)".contains(c))
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    text.starts_with(start)
        || text.ends_with(name)
        || match words.as_slice() {
            [only] => counts(only),
            [word, number] => counts(number) && word.chars().all(char::is_alphabetic),
            _ => false,
        }
}

/// The name of a step before its text, as a lead.
fn joined(name: &str, text: &str) -> String {
    match name.ends_with(['.', ':', '!', '?']) {
        true => format!("{name} {text}"),
        false => format!("{name}: {text}"),
    }
}
