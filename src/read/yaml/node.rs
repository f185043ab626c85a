//! A YAML or JSON document as a tree of texts, and where each node stands.
//!
//! Owns the way from bytes to nodes: every scalar stays the text that was written
//! (`1.10` never passes through a float). Must never know what a recipe is.

use super::json::{locate_json, read_json};
use super::plain::read_plain;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

/// Deeper nesting than this is no recipe.
const DEEPEST: usize = 64;

/// Aliases may not blow the document up to more text than this.
const MOST_TEXT: usize = 4 << 20;

/// More brackets than this left open at once are refused before the parser, whose
/// time grows with the square of their number, sees them.
const MOST_OPEN_BRACKETS: usize = 1_000;

/// More lists, mappings and texts than this are no recipe.
pub(super) const MOST_NODES: usize = 1 << 16;

const TOO_MANY_NODES: &str = "the document has more entries than a recipe can have (65,536)";
const TOO_MUCH_TEXT: &str = "the aliases repeat too much text";
const TOO_DEEP: &str = "the document nests too deep";
const TAG: &str = "a text cannot begin with `!` unless it stands in quotes";
const KEY: &str = "a key must be text";

/// A node of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node<'a> {
    /// Nothing: `null`, `~` or an empty value.
    Null,
    /// A scalar, as written.
    Text(Cow<'a, str>),
    /// A sequence.
    List(Vec<Node<'a>>),
    /// A mapping with its keys in order, repeated ones included.
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
    /// A plain scalar that a first pass saw only as a number or a truth value.
    Unread,
}

/// Why a text is not a document.
#[derive(Debug)]
pub(super) struct SyntaxError {
    /// The parser's words, without the position.
    pub message: String,
    /// Line and column from 1, where known.
    pub position: Option<(usize, usize)>,
    /// Whether it is a limit of this program rather than a fault in the YAML.
    pub is_limit: bool,
}

/// Returns the document in `text`.
pub(super) fn read_document(text: &str) -> Result<Node<'_>, SyntaxError> {
    match read_plain(text).or_else(|| read_json(text)) {
        Some(document) => Ok(document),
        None => read_with_library(text),
    }
}

/// Returns the document in `text` as the YAML library reads it.
pub(super) fn read_with_library(text: &str) -> Result<Node<'_>, SyntaxError> {
    if let Some(position) = too_many_open_brackets(text) {
        return Err(SyntaxError {
            message: TOO_DEEP.into(),
            position: Some(position),
            is_limit: true,
        });
    }
    let budget = Cell::new((MOST_NODES, MOST_TEXT));
    let read = |shape| {
        budget.set((MOST_NODES, MOST_TEXT));
        let seed = Reader {
            budget: &budget,
            depth: 0,
            shape,
        };
        seed.deserialize(serde_yaml::Deserializer::from_str(text))
            .map_err(|error| syntax_error(&error))
    };
    let first = read(None)?;
    // The parser offers a plain `1.10` only as a float, unless it is asked for text; so
    // once the shape of the document is known, a second pass asks for text everywhere.
    if has_unread(&first) {
        return read(Some(&first));
    }
    Ok(first)
}

/// Where the node at `path` stands: line and column from 1.
///
/// Each step of the path counts the entries of a list or a mapping; `key` asks for
/// the key of the last entry instead of its value.
pub(in crate::read) fn locate(text: &str, path: &[usize], key: bool) -> Option<(usize, usize)> {
    locate_json(text, path, key).or_else(|| locate_in_yaml(text, path, key))
}

/// The same, as the YAML library finds it.
pub(super) fn locate_in_yaml(text: &str, path: &[usize], key: bool) -> Option<(usize, usize)> {
    let seeker = Seeker { path, key };
    let error = seeker
        .deserialize(serde_yaml::Deserializer::from_str(text))
        .err()?;
    let location = error.location()?;
    Some((location.line(), location.column()))
}

fn too_many_open_brackets(text: &str) -> Option<(usize, usize)> {
    let (mut open, mut line, mut line_start) = (0_usize, 1, 0);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' | b'[' => open += 1,
            b'}' | b']' => open = open.saturating_sub(1),
            b'\n' => (line, line_start) = (line + 1, at + 1),
            _ => continue,
        }
        if open > MOST_OPEN_BRACKETS {
            return Some((line, at - line_start + 1));
        }
    }
    None
}

fn syntax_error(error: &serde_yaml::Error) -> SyntaxError {
    let location = error.location();
    let mut message = error.to_string();
    let mut position = location.map(|location| (location.line(), location.column()));
    // A quote that is never closed is only missed at the end of the text.
    if let Some((_, opened)) = message.split_once("while scanning a quoted scalar at line ") {
        position = position_in(opened).or(position);
        message = "this quote is not closed".into();
    }
    if let Some(at) = message.find(" at line ") {
        message.truncate(at);
    }
    // The parser puts the path in front of what this module says.
    let own = [TOO_MANY_NODES, TOO_MUCH_TEXT, TOO_DEEP, TAG, KEY];
    if let Some(own) = own.into_iter().find(|own| message.ends_with(own)) {
        message = own.into();
    }
    SyntaxError {
        is_limit: [TOO_MANY_NODES, TOO_MUCH_TEXT, TOO_DEEP].contains(&message.as_str()),
        message,
        position,
    }
}

/// `3 column 5`
fn position_in(text: &str) -> Option<(usize, usize)> {
    let (line, column) = text.split_once(" column ")?;
    let digits = column
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(column.len());
    Some((line.parse().ok()?, column[..digits].parse().ok()?))
}

fn has_unread(node: &Node) -> bool {
    match node {
        Node::Unread => true,
        Node::List(items) => items.iter().any(has_unread),
        Node::Map(entries) => entries.iter().any(|(_, value)| has_unread(value)),
        Node::Null | Node::Text(_) => false,
    }
}

/// Reads one node; where `shape` is given, as a node of that shape.
#[derive(Clone, Copy)]
struct Reader<'s, 'a> {
    /// How many nodes and how much text there may still be.
    budget: &'s Cell<(usize, usize)>,
    depth: usize,
    shape: Option<&'s Node<'a>>,
}

impl<'a> Reader<'_, 'a> {
    fn spend<E: de::Error>(&self, length: usize) -> Result<(), E> {
        // An alias may repeat nodes without a text, or a long text, nearly without end.
        let (nodes, text) = self.budget.get();
        let nodes = nodes.checked_sub(1);
        let text = text.checked_sub(length);
        self.budget.set((
            nodes.ok_or_else(|| E::custom(TOO_MANY_NODES))?,
            text.ok_or_else(|| E::custom(TOO_MUCH_TEXT))?,
        ));
        Ok(())
    }

    fn deeper<E: de::Error>(self) -> Result<Self, E> {
        if self.depth == DEEPEST {
            return Err(E::custom(TOO_DEEP));
        }
        Ok(Reader {
            depth: self.depth + 1,
            ..self
        })
    }
}

impl<'a> DeserializeSeed<'a> for Reader<'_, 'a> {
    type Value = Node<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Node<'a>, D::Error> {
        match self.shape {
            Some(Node::Unread | Node::Text(_)) => deserializer.deserialize_str(self),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'a> Visitor<'a> for Reader<'_, 'a> {
    type Value = Node<'a>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text, a list or a mapping")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'a str) -> Result<Node<'a>, E> {
        self.spend(text.len())?;
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Node<'a>, E> {
        self.spend(text.len())?;
        Ok(Node::Text(Cow::Owned(text.into())))
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Node<'a>, E> {
        self.spend(0)?;
        Ok(Node::Unread)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Node<'a>, E> {
        self.spend(0)?;
        Ok(Node::Unread)
    }

    fn visit_i128<E: de::Error>(self, _: i128) -> Result<Node<'a>, E> {
        self.spend(0)?;
        Ok(Node::Unread)
    }

    fn visit_u128<E: de::Error>(self, _: u128) -> Result<Node<'a>, E> {
        self.spend(0)?;
        Ok(Node::Unread)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Node<'a>, E> {
        self.spend(0)?;
        Ok(Node::Unread)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Node<'a>, E> {
        self.spend(0)?;
        Ok(Node::Unread)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node<'a>, E> {
        self.spend(0)?;
        Ok(Node::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Node<'a>, E> {
        self.visit_unit()
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<Node<'a>, A::Error> {
        self.spend(0)?;
        let item = self.deeper()?;
        let shapes = match self.shape {
            Some(Node::List(shapes)) => shapes.as_slice(),
            _ => &[],
        };
        let mut items = Vec::new();
        while let Some(node) = list.next_element_seed(Reader {
            shape: shapes.get(items.len()),
            ..item
        })? {
            items.push(node);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Node<'a>, A::Error> {
        self.spend(0)?;
        let value = self.deeper()?;
        let shapes = match self.shape {
            Some(Node::Map(shapes)) => shapes.as_slice(),
            _ => &[],
        };
        let mut entries = Vec::new();
        while let Some(key) = map.next_key_seed(Key(self))? {
            let shape = shapes.get(entries.len()).map(|(_, shape)| shape);
            entries.push((key, map.next_value_seed(Reader { shape, ..value })?));
        }
        Ok(Node::Map(entries))
    }

    fn visit_enum<A: de::EnumAccess<'a>>(self, _: A) -> Result<Node<'a>, A::Error> {
        Err(de::Error::custom(TAG))
    }
}

/// Reads a key, which is always text.
struct Key<'s, 'a>(Reader<'s, 'a>);

impl<'a> DeserializeSeed<'a> for Key<'_, 'a> {
    type Value = Cow<'a, str>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Cow<'a, str>, D::Error> {
        match deserializer.deserialize_str(self.0)? {
            Node::Text(text) => Ok(text),
            _ => Err(de::Error::custom(KEY)),
        }
    }
}

/// Walks to one node and fails there, because the parser tells where it failed.
#[derive(Clone, Copy)]
struct Seeker<'p> {
    path: &'p [usize],
    key: bool,
}

impl<'a> DeserializeSeed<'a> for Seeker<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.path.is_empty() {
            return deserializer.deserialize_any(Found);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'a> Visitor<'a> for Seeker<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the node of the path")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut list: A) -> Result<(), A::Error> {
        for _ in 0..self.path[0] {
            list.next_element::<IgnoredAny>()?;
        }
        let path = &self.path[1..];
        list.next_element_seed(Seeker { path, ..self })?;
        Ok(())
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        for _ in 0..self.path[0] {
            map.next_entry::<IgnoredAny, IgnoredAny>()?;
        }
        let path = &self.path[1..];
        if self.key && path.is_empty() {
            map.next_key_seed(Seeker { path, ..self })?;
        } else {
            map.next_key::<IgnoredAny>()?;
            map.next_value_seed(Seeker { path, ..self })?;
        }
        Ok(())
    }
}

/// Accepts nothing, so that the parser reports the position of whatever comes.
struct Found;

impl Visitor<'_> for Found {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("nothing")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Node<'_> {
        Node::Text(text.into())
    }

    #[test]
    fn scalars_keep_the_text_that_was_written() {
        let document = "a: 1.10\nb: [4, true, 1e3, 007, '2.50']\n? c\n: ~\n";
        let expected = Node::Map(vec![
            ("a".into(), text("1.10")),
            (
                "b".into(),
                Node::List(vec![
                    text("4"),
                    text("true"),
                    text("1e3"),
                    text("007"),
                    text("2.50"),
                ]),
            ),
            ("c".into(), Node::Null),
        ]);
        assert_eq!(read_document(document).expect("a document"), expected);
    }

    #[test]
    fn every_node_can_be_located() {
        let document = "title: x\nlist:\n  - one\n  - {a: b, c: d}\n";
        assert_eq!(locate(document, &[1], true), Some((2, 1)));
        assert_eq!(locate(document, &[1, 0], false), Some((3, 5)));
        assert_eq!(locate(document, &[1, 1, 1], false), Some((4, 15)));
        assert_eq!(locate(document, &[1, 1, 1], true), Some((4, 12)));
    }

    #[test]
    fn a_document_that_would_blow_up_is_refused() {
        for many in ["- x\n", "- 1\n", "- [1, 2]\n", "-\n"] {
            let error = read_document(&many.repeat(MOST_NODES)).expect_err("too many");
            assert_eq!(error.message, TOO_MANY_NODES, "{many}");
        }

        let mut aliases = format!("- &a \"{}\"\n", "x".repeat(1 << 16));
        aliases.push_str(&"- *a\n".repeat(2_000));
        let error = read_document(&aliases).expect_err("too much text");
        assert_eq!(error.message, TOO_MUCH_TEXT);

        let error = read_document(&"{a: ".repeat(80_000)).expect_err("too deep");
        assert_eq!(error.message, TOO_DEEP);

        let nested = "- ".repeat(100) + "x";
        assert!(read_document(&nested).is_err());
    }
}
