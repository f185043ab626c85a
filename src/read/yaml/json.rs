//! Reads JSON, which other programs write, by its own rules.
//!
//! Owns what makes a text JSON, and where each part of it stands. What begins like JSON and
//! breaks its rules is left to the YAML library, which reads looser forms and says what is
//! wrong. Must never know what a recipe is.

use super::node::Node;
use std::borrow::Cow;

/// Deeper nesting is left to the library, which refuses it.
const DEEPEST: usize = 60;

/// Returns the document in `text` if all of it is one JSON object; numbers and truth
/// values stay the texts that were written.
pub(super) fn read_json(text: &str) -> Option<Node<'_>> {
    let mut reader = Reader::new(text)?;
    let node = reader.value(0)?;
    reader.skip_space();
    (reader.at == text.len()).then_some(node)
}

/// Where the node at `path` stands, line and column from 1, if `text` is one JSON object;
/// see [`super::node::locate`].
pub(super) fn locate_json(text: &str, path: &[usize], key: bool) -> Option<(usize, usize)> {
    read_json(text)?;
    let mut reader = Reader::new(text)?;
    for (depth, step) in path.iter().enumerate() {
        let is_map = reader.sign()? == b'{';
        reader.at += 1;
        for _ in 0..*step {
            if is_map {
                reader.value(0)?;
                reader.expect(b':')?;
            }
            reader.value(0)?;
            reader.expect(b',')?;
        }
        reader.skip_space();
        if is_map && !(key && depth + 1 == path.len()) {
            reader.value(0)?;
            reader.expect(b':')?;
            reader.skip_space();
        }
    }
    let before = &text[..reader.at];
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let lines = before.matches('\n').count();
    Some((lines + 1, before[line..].chars().count() + 1))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// Returns a reader of the object in `text`.
    fn new(text: &'a str) -> Option<Reader<'a>> {
        let mut reader = Reader { text, at: 0 };
        (reader.sign()? == b'{').then_some(reader)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// The next byte that is no space.
    fn sign(&mut self) -> Option<u8> {
        self.skip_space();
        self.byte()
    }

    fn expect(&mut self, wanted: u8) -> Option<()> {
        (self.sign()? == wanted).then(|| self.at += 1)
    }

    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        if depth > DEEPEST {
            return None;
        }
        match self.sign()? {
            b'{' => self.object(depth),
            b'[' => self.list(depth),
            b'"' => self.string().map(Node::Text),
            _ => self.word(),
        }
    }

    fn object(&mut self, depth: usize) -> Option<Node<'a>> {
        let mut entries = Vec::new();
        self.at += 1;
        if self.sign()? == b'}' {
            self.at += 1;
            return Some(Node::Map(entries));
        }
        loop {
            if self.sign()? != b'"' {
                return None;
            }
            let key = self.string()?;
            self.expect(b':')?;
            entries.push((key, self.value(depth + 1)?));
            match self.sign()? {
                b',' => self.at += 1,
                b'}' => break,
                _ => return None,
            }
        }
        self.at += 1;
        Some(Node::Map(entries))
    }

    fn list(&mut self, depth: usize) -> Option<Node<'a>> {
        let mut items = Vec::new();
        self.at += 1;
        if self.sign()? == b']' {
            self.at += 1;
            return Some(Node::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            match self.sign()? {
                b',' => self.at += 1,
                b']' => break,
                _ => return None,
            }
        }
        self.at += 1;
        Some(Node::List(items))
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.at += 1;
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        let end = rest.iter().position(|byte| is_special(*byte))?;
        self.at += end;
        if self.byte()? == b'"' {
            self.at += 1;
            return Some(Cow::Borrowed(&self.text[start..start + end]));
        }
        let mut read = String::from(&self.text[start..self.at]);
        loop {
            match self.byte()? {
                b'"' => {
                    self.at += 1;
                    return Some(Cow::Owned(read));
                }
                b'\\' => read.push(self.escape()?),
                byte if byte < b' ' => return None,
                _ => {
                    let start = self.at;
                    let rest = &self.text.as_bytes()[start..];
                    self.at += rest.iter().position(|byte| is_special(*byte))?;
                    read.push_str(&self.text[start..self.at]);
                }
            }
        }
    }

    /// What a backslash and the signs after it stand for.
    fn escape(&mut self) -> Option<char> {
        let sign = *self.text.as_bytes().get(self.at + 1)?;
        self.at += 2;
        Some(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let high = self.hexadecimal()?;
                if !(0xd800..0xdc00).contains(&high) {
                    // A half that stands alone is no character.
                    return char::from_u32(high);
                }
                let is_pair = self.text[self.at..].starts_with("\\u");
                self.at += 2;
                let low = is_pair.then(|| self.hexadecimal())??;
                let low = low.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + low)?
            }
            _ => return None,
        })
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_number.then(|| u32::from_str_radix(digits, 16).ok())?
    }

    /// A number, a truth value or nothing.
    fn word(&mut self) -> Option<Node<'a>> {
        let rest = &self.text[self.at..];
        let is_sign = |c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c);
        let word = &rest[..rest.find(is_sign)?];
        self.at += word.len();
        match word {
            "null" => Some(Node::Null),
            "true" | "false" => Some(Node::Text(word.into())),
            _ if is_number(word) => Some(Node::Text(word.into())),
            _ => None,
        }
    }
}

fn is_special(byte: u8) -> bool {
    byte == b'"' || byte == b'\\' || byte < b' '
}

/// Whether `word` is a number by JSON's rules: `-12`, `1.10`, `2e-3`.
fn is_number(word: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (number, exponent) = word
        .split_once(['e', 'E'])
        .map_or((word, None), |(number, exponent)| (number, Some(exponent)));
    let (whole, fraction) = number
        .split_once('.')
        .map_or((number, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    is_digits(whole)
        && (whole.len() == 1 || !whole.starts_with('0'))
        && fraction.is_none_or(is_digits)
        && exponent
            .is_none_or(|exponent| is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

#[cfg(test)]
mod tests {
    use super::super::node::{locate_in_yaml, read_with_library};
    use super::*;

    #[test]
    fn it_is_read_as_the_library_reads_it() {
        for text in [
            "{}",
            " {\"a\": [], \"b\": {}, \"a\": \"x\\ny\\u00e9\\\\ \\/\"}\n",
            "{\"a\":1.10,\"b\":-0,\"c\":true,\"d\":null,\"e\":[1,2,[3]],\"f\":\"null\"}",
            "{\"é\": {\"b\": [\"c\", {\"d\": \"½ cup\"}]}}",
        ] {
            let library = read_with_library(text).expect("YAML");
            assert_eq!(read_json(text), Some(library), "{text}");
        }
    }

    #[test]
    fn what_other_programs_escape_is_read() {
        let case = |text: &str, expected: &str| {
            let object = format!("{{\"a\":{text}}}");
            let expected = Node::Map(vec![("a".into(), Node::Text(expected.into()))]);
            assert_eq!(read_json(&object), Some(expected), "{text}");
        };
        case(r#""\ud83c\udf55 \u00bd""#, "🍕 ½");
        case(r#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t");
        case("\"\u{2028}\u{85}\"", "\u{2028}\u{85}");
        case("1.10", "1.10");
        case("12e-3", "12e-3");
    }

    #[test]
    fn what_is_not_json_is_left_to_the_library() {
        for text in [
            "",
            "[1]",
            "{",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a: 1}",
            "{\"a\": yes}",
            "{\"a\": 01}",
            "{\"a\": 1.}",
            "{\"a\": \"\\ud83c\"}",
            "{\"a\": \"\\ud83c\\u0041\"}",
            "{\"a\": \"\\udf55\"}",
            "{\"a\": \"\\u+123\"}",
            "{\"a\": \"\\x41\"}",
            "{\"a\": \"b\nc\"}",
            "{\"a\": \"b",
            "{\"a\": 1} x",
            "{\"a\": 1} {}",
            "{\"a\": '1'}",
            "{\"a\": 1 # one\n}",
        ] {
            assert_eq!(read_json(text), None, "{text}");
        }
        let deep = "{\"a\":".repeat(70) + "1" + &"}".repeat(70);
        assert_eq!(read_json(&deep), None);
    }

    #[test]
    fn nodes_are_found_where_the_library_finds_them() {
        let text = "{\"a\": [1, {\"b\": \"½\", \"c\" : 2}],\n \"é\": {\"d\": [\n  \"x\", \"y\"]}}";
        for (path, key) in [
            (&[0][..], false),
            (&[0], true),
            (&[0, 0], false),
            (&[0, 1, 0], true),
            (&[0, 1, 1], false),
            (&[1], true),
            (&[1, 0], false),
            (&[1, 0, 1], false),
        ] {
            assert_eq!(
                locate_json(text, path, key),
                locate_in_yaml(text, path, key),
                "{path:?} {key}"
            );
        }
    }
}
