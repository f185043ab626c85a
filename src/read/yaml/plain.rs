//! Reads the plain block style in which most recipe files are written, fast.
//!
//! ```text
//! block   = list | mapping
//! list    = ("- " scalar)+                     every item on a line of its own
//! mapping = (key ":" (" " scalar | block))+
//! scalar  = plain | '"' ... '"' | "'" ... "'"  on one line
//! ```
//! Owns a shortcut: whatever is not of this grammar, good or bad, is left to the YAML
//! library, which alone decides what is an error. A property test holds that where
//! this reader answers, the library gives the same answer.

use super::node::{MOST_NODES, Node};
use crate::glance::{any_byte, any_pair, any_stretch, position_of};
use std::borrow::Cow;

/// Deeper blocks are left to the library.
const DEEPEST: usize = 16;

/// Room for so many items is made at once.
const USUAL_ITEMS: usize = 16;

/// Room for so many entries is made at once.
const USUAL_ENTRIES: usize = 8;

/// Of more lines the library says that they are too many; each is two entries at most.
const MOST_LINES: usize = MOST_NODES / 2 - 1;

/// The library refuses longer keys.
const LONGEST_KEY: usize = 500;

/// Returns the document in `text` if all of it is in plain block style.
pub(super) fn read_plain(text: &str) -> Option<Node<'_>> {
    if has_strange_sign(text) {
        return None;
    }
    let mut lines = Lines {
        rest: text,
        next: None,
        count: 0,
    };
    lines.advance();
    let node = lines.block(0, 0)?;
    lines.next.is_none().then_some(node)
}

/// Whether a sign stands in `text` that YAML refuses or takes for a line end. Control
/// characters and tabs are the library's to judge; the others lie in few UTF-8 blocks, whose
/// first bytes are looked for before the third one is.
fn has_strange_sign(text: &str) -> bool {
    // Most stretches have nothing but printed signs.
    let is_printed = |byte: u8| byte.wrapping_sub(b' ') < 0x7f - b' ';
    let is_control = |byte: u8| (byte < b' ') & (byte != b'\n') | (byte == 0x7f);
    let may_begin = |first: u8, second: u8| {
        is_control(first)
            | (first == 0xc2) & (second < 0xa0)
            | (first == 0xe2) & (second == 0x80)
            | (first == 0xef)
    };
    let has = |stretch: &[u8]| {
        let may_have =
            any_pair(stretch, may_begin) || stretch.last().copied().is_some_and(is_control);
        may_have && has_strange_bytes(stretch)
    };
    any_stretch(
        text.as_bytes(),
        |byte| !is_printed(byte) & (byte != b'\n'),
        has,
    )
}

/// Whether the bytes of such a sign stand in `stretch`, a part of a text that may be cut
/// anywhere: U+0080 to U+009F, U+2028, U+2029, U+FEFF, U+FFFE, U+FFFF, or a control
/// character of one byte.
fn has_strange_bytes(stretch: &[u8]) -> bool {
    (0..stretch.len()).any(|at| {
        matches!(
            stretch[at..],
            [0..=0x09 | 0x0b..=0x1f | 0x7f, ..]
                | [0xc2, 0x80..0xa0, ..]
                | [0xe2, 0x80, 0xa8 | 0xa9, ..]
                | [0xef, 0xbb, 0xbf, ..]
                | [0xef, 0xbf, 0xbe | 0xbf, ..]
        )
    })
}

/// The first line of `text`, and what follows it.
fn first_line(text: &str) -> (&str, &str) {
    match position_of(b'\n', text.as_bytes()) {
        Some(end) => (&text[..end], &text[end + 1..]),
        None => (text, ""),
    }
}

/// As `trim_end_matches(' ')`, for a text that mostly ends with another sign.
fn without_spaces_behind(text: &str) -> &str {
    match text.as_bytes() {
        [.., b' '] => text.trim_end_matches(' '),
        _ => text,
    }
}

/// As `trim_start_matches(' ')`, for a text that mostly begins with another sign.
fn without_spaces_before(text: &str) -> &str {
    match text.as_bytes() {
        [b' ', ..] => text.trim_start_matches(' '),
        _ => text,
    }
}

/// The lines that say something, without comments and empty lines.
struct Lines<'a> {
    rest: &'a str,
    /// The next line: how far it is indented, and the rest of it.
    next: Option<(usize, &'a str)>,
    /// How many there were.
    count: usize,
}

impl<'a> Lines<'a> {
    fn advance(&mut self) {
        self.next = None;
        while !self.rest.is_empty() {
            let (line, rest) = first_line(self.rest);
            self.rest = rest;
            let indent = line.bytes().take_while(|byte| *byte == b' ').count();
            let content = &line[indent..];
            if !content.is_empty() && !content.starts_with('#') {
                self.count += 1;
                self.next = Some((indent, without_spaces_behind(content)));
                return;
            }
        }
    }

    /// The block whose lines are indented by exactly `indent`.
    fn block(&mut self, indent: usize, depth: usize) -> Option<Node<'a>> {
        let (at, content) = self.next?;
        if at != indent || depth > DEEPEST {
            return None;
        }
        if content.starts_with("- ") {
            self.list(indent)
        } else {
            self.mapping(indent, depth)
        }
    }

    fn list(&mut self, indent: usize) -> Option<Node<'a>> {
        let mut items = Vec::with_capacity(USUAL_ITEMS);
        while let Some((at, content)) = self.next {
            // A list may stand at the column of its key, so there may be a next key.
            let Some(item) = content.strip_prefix("- ").filter(|_| at == indent) else {
                break;
            };
            let item = scalar(without_spaces_before(item))?;
            self.advance();
            // A deeper line would go on with this item.
            if self.next.is_some_and(|(next, _)| next > indent) {
                return None;
            }
            if self.count > MOST_LINES {
                return None;
            }
            items.push(item);
        }
        Some(Node::List(items))
    }

    fn mapping(&mut self, indent: usize, depth: usize) -> Option<Node<'a>> {
        let mut entries = Vec::with_capacity(USUAL_ENTRIES);
        while let Some((at, content)) = self.next {
            if at != indent {
                break;
            }
            let (key, value) = split_key(content)?;
            self.advance();
            let next = self.next;
            let value = if !value.is_empty() {
                // A deeper line would go on with this value.
                if next.is_some_and(|(next, _)| next > indent) {
                    return None;
                }
                scalar(value)?
            } else {
                match next {
                    Some((next, _)) if next > indent => self.block(next, depth + 1)?,
                    Some((next, content)) if next == indent && content.starts_with("- ") => {
                        self.list(next)?
                    }
                    _ => Node::Null,
                }
            };
            if self.count > MOST_LINES {
                return None;
            }
            entries.push((key, value));
        }
        // A line that is less indented must belong to a block further out, and does if
        // that block finds it at its own column.
        Some(Node::Map(entries))
    }
}

/// The key and what follows its colon.
fn split_key(content: &str) -> Option<(Cow<'_, str>, &str)> {
    let (key, rest) = if opens_quote(content) {
        let (key, rest) = quoted(content)?;
        (key, rest.strip_prefix(':')?)
    } else {
        let end = match find_pair(content, *b": ") {
            Some(end) => end,
            None if content.ends_with(':') => content.len() - 1,
            None => return None,
        };
        let key = content[..end].trim_end_matches(' ');
        if find_pair(key, *b" #").is_some() || !may_start_plain(key) {
            return None;
        }
        (Cow::Borrowed(key), &content[end + 1..])
    };
    if !rest.is_empty() && !rest.starts_with(' ') || key.len() > LONGEST_KEY {
        return None;
    }
    Some((key, rest.trim_start_matches(' ')))
}

fn opens_quote(text: &str) -> bool {
    matches!(text.as_bytes(), [b'"' | b'\'', ..])
}

fn scalar(text: &str) -> Option<Node<'_>> {
    if opens_quote(text) {
        return match quoted(text)? {
            (value, "") => Some(Node::Text(value)),
            _ => None,
        };
    }
    let means_more = any_byte(text.as_bytes(), |byte| (byte == b':') | (byte == b'#'))
        && (text.ends_with(':') || text.contains(": ") || text.contains(" #"));
    if means_more || !may_start_plain(text) {
        return None;
    }
    Some(match text {
        "~" | "null" | "Null" | "NULL" => Node::Null,
        _ => Node::Text(Cow::Borrowed(text)),
    })
}

/// Where the two signs of `pair` first stand side by side; on a line, a plain walk finds
/// them sooner than a search that prepares itself for long texts.
fn find_pair(text: &str, pair: [u8; 2]) -> Option<usize> {
    text.as_bytes().windows(2).position(|here| here == pair)
}

/// Whether no sign at the start of `text` means anything to YAML.
#[inline(always)]
fn may_start_plain(text: &str) -> bool {
    let first = text.as_bytes().first();
    let is_sign = |byte: &u8| {
        matches!(
            byte,
            b'-' | b'?' | b':' | b'.' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*'
        ) || matches!(
            byte,
            b'!' | b'|' | b'>' | b'\'' | b'"' | b'%' | b'@' | b'`' | b'='
        )
    };
    first.is_some_and(|byte| !is_sign(byte))
}

/// A text in quotes, and what follows it.
fn quoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let quote = text.chars().next()?;
    let inner = &text[1..];
    if quote == '\'' {
        let mut end = 0;
        loop {
            end += inner[end..].find('\'')?;
            // Two quotes are one that belongs to the text.
            if !inner[end + 1..].starts_with('\'') {
                let value = &inner[..end];
                let value = match value.contains('\'') {
                    true => value.replace("''", "'").into(),
                    false => Cow::Borrowed(value),
                };
                return Some((value, &inner[end + 1..]));
            }
            end += 2;
        }
    }
    let stop = inner.find(['"', '\\'])?;
    if inner[stop..].starts_with('"') {
        return Some((Cow::Borrowed(&inner[..stop]), &inner[stop + 1..]));
    }
    let mut value = String::with_capacity(inner.len());
    let mut letters = inner.char_indices();
    while let Some((at, c)) = letters.next() {
        match c {
            '"' => return Some((value.into(), &inner[at + 1..])),
            '\\' => match letters.next()?.1 {
                'n' => value.push('\n'),
                't' => value.push('\t'),
                c @ ('"' | '\\' | '/') => value.push(c),
                _ => return None,
            },
            c => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::node::read_with_library;
    use super::*;
    use proptest::prelude::*;

    /// Whether the shortcut answered; if so, the library gave the same answer.
    fn agrees(text: &str) -> bool {
        let plain = read_plain(text);
        if let Some(plain) = &plain {
            assert_eq!(&read_with_library(text).expect(text), plain, "{text}");
        }
        plain.is_some()
    }

    #[test]
    fn recipe_files_take_the_shortcut() {
        assert!(agrees(include_str!("../../../recipes/maple-belly.yaml")));
        assert!(agrees(include_str!(
            "../../../recipes/crispy-maple-belly.yaml"
        )));
        assert!(agrees(
            "a: 1\nb:\n- x\n- 'it''s'\nc:\n  d: \"e\\n\"\n# end\n"
        ));
        assert!(agrees("a: 1.10\nb: true\nc: 0x10\nd:\ne: ~\n"));
    }

    #[test]
    fn what_is_not_plain_is_left_to_the_library() {
        for text in [
            "",
            "text",
            "a: {b: c}",
            "a: [b]",
            "a: |\n  b",
            "a: b\n  c",
            "a: &x b",
            "a: *x",
            "a: !t b",
            "a: b # c",
            "a: b: c",
            "- b: c",
            "a:\tb",
            "a: 'b",
            "a:\n    b: c\n  d: e",
            "---\na: b",
            "a: b\n...\n",
            "- - a",
            "? a",
            "a: b\r\n",
        ] {
            assert!(!agrees(text), "{text}");
        }
    }

    fn is_strange(sign: char) -> bool {
        let is_other = || {
            matches!(
                sign,
                '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
            )
        };
        sign.is_control() && sign != '\n' || is_other()
    }

    proptest! {
        #[test]
        fn no_strange_sign_is_passed_over(text in "[a-z]{0,70}([ -~\n]|[°½é–…]|[\\x00-\\x1f\\x7f-\\x9f]?){0,9}[\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}]?[a-z°]{0,70}") {
            prop_assert_eq!(has_strange_sign(&text), text.chars().any(is_strange), "{:?}", text);
        }

        #[test]
        fn the_shortcut_never_differs_from_the_library(
            lines in prop::collection::vec(
                ("( {0,4})", "(- |- - |-|)", r##"[a-c'"\\:#{}\[\]*&!|>%@`~=.?, -]{0,8}|a: b|b:|null|1\.10|"a\\n"|'b'|½: x"##),
                0..8,
            )
        ) {
            let text: String = lines
                .iter()
                .map(|(indent, dash, rest)| format!("{indent}{dash}{rest}\n"))
                .collect();
            agrees(&text);
        }
    }
}
