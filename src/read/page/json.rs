//! JSON as it stands in pages: read as it is, or mended where that fails.
//!
//! Owns the repairs. Must never know what a recipe is.

use serde_json::Value;
use std::borrow::Cow;

/// What pages put around the JSON in a script.
const WRAPPERS: [&str; 7] = ["<!--", "-->", "//", "<![CDATA[", "]]>", ";", "\u{feff}"];

/// Nobody wraps a script more often.
const MOST_WRAPPERS: usize = 8;

/// Returns the values in `text`: one as a rule, several where they follow each other.
pub(super) fn read_json(text: &str) -> Vec<Value> {
    let text = unwrapped(text);
    if let Ok(value) = serde_json::from_str(text) {
        return vec![value];
    }
    let text = unescaped(text);
    let mut best = Vec::new();
    for quotes in [Quotes::Strict, Quotes::Guessed] {
        let (values, whole) = read_values(&mended(&text, quotes));
        if whole {
            return values;
        }
        if best.is_empty() {
            best = values;
        }
    }
    best
}

/// The values up to the first fault, and whether there was none.
fn read_values(text: &str) -> (Vec<Value>, bool) {
    let mut values = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter() {
        match value {
            Ok(value) => values.push(value),
            Err(_) => return (values, false),
        }
    }
    let whole = !values.is_empty();
    (values, whole)
}

fn unwrapped(text: &str) -> &str {
    let mut text = text.trim();
    for _ in 0..MOST_WRAPPERS {
        let before = text.len();
        for sign in WRAPPERS {
            text = text.strip_prefix(sign).unwrap_or(text).trim_start();
            text = text.strip_suffix(sign).unwrap_or(text).trim_end();
        }
        if let Some(comment) = text.strip_prefix("/*") {
            text = comment
                .split_once("*/")
                .map_or(comment, |(_, rest)| rest)
                .trim_start();
        }
        if let Some(comment) = text.strip_suffix("*/") {
            text = comment
                .rsplit_once("/*")
                .map_or(comment, |(rest, _)| rest)
                .trim_end();
        }
        if text.len() == before {
            break;
        }
    }
    text
}

/// Some pages escape the quotes of the whole script as if it were text of the page.
fn unescaped(text: &str) -> Cow<'_, str> {
    let inside = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '{' | '['));
    if inside.starts_with("&quot;") || inside.starts_with("&#34;") {
        return text
            .replace("&quot;", "\"")
            .replace("&#34;", "\"")
            .replace("&amp;", "&")
            .into();
    }
    text.into()
}

/// Which quotes end a string.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// Every one.
    Strict,
    /// Those after which the document goes on as JSON does.
    Guessed,
}

/// Returns `text` as JSON: control characters in strings escaped, wrong escapes taken
/// as what they stand for, comments and commas too many dropped, what is open closed.
fn mended(text: &str, quotes: Quotes) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut open: Vec<char> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut in_string = false;
    while let Some((at, c)) = letters.next() {
        if in_string {
            match c {
                '"' if quotes == Quotes::Strict || ends_string(&text[at + 1..]) => {
                    in_string = false;
                    out.push('"');
                }
                '"' => out.push_str("\\\""),
                '\\' => match letters.next() {
                    Some((_, 'u')) if is_unicode_escape(&text[at + 2..]) => out.push_str("\\u"),
                    Some((_, next)) if "\"\\/bfnrt".contains(next) => out.extend(['\\', next]),
                    Some((_, '\n')) => out.push_str("\\n"),
                    Some((_, next)) => push_in_string(&mut out, next),
                    None => {}
                },
                c => push_in_string(&mut out, c),
            }
            continue;
        }
        match c {
            '"' => {
                in_string = true;
                out.push('"');
            }
            '{' => {
                open.push('}');
                out.push(c);
            }
            '[' => {
                open.push(']');
                out.push(c);
            }
            '}' | ']' => {
                drop_comma(&mut out);
                if open.last() == Some(&c) {
                    open.pop();
                    out.push(c);
                }
            }
            ',' => {
                let last = out.trim_end().chars().next_back();
                if !matches!(last, Some(',' | '[' | '{' | ':') | None) {
                    out.push(c);
                }
            }
            '/' if text[at..].starts_with("//") => {
                while letters.next_if(|(_, c)| *c != '\n').is_some() {}
            }
            '/' if text[at..].starts_with("/*") => {
                let end = text[at..].find("*/").map_or(text.len(), |end| at + end + 2);
                while letters.next_if(|(at, _)| *at < end).is_some() {}
            }
            ';' => {}
            c if c.is_control() || c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    if in_string {
        out.push('"');
    }
    drop_comma(&mut out);
    out.extend(open.iter().rev());
    out
}

fn push_in_string(out: &mut String, c: char) {
    match c {
        '\n' => out.push_str("\\n"),
        c if c < ' ' => out.push_str(if c == '\r' { "" } else { " " }),
        c => out.push(c),
    }
}

fn drop_comma(out: &mut String) {
    let end = out.trim_end().len();
    out.truncate(end);
    if out.ends_with(',') {
        out.pop();
    }
}

fn is_unicode_escape(digits: &str) -> bool {
    digits.len() >= 4 && digits.bytes().take(4).all(|b| b.is_ascii_hexdigit())
}

/// Whether what follows a quote shows that a string ends with it.
fn ends_string(rest: &str) -> bool {
    let rest = rest.trim_start();
    let Some(next) = rest.chars().next() else {
        return true;
    };
    let after = rest[next.len_utf8()..].trim_start();
    match next {
        ':' => after.starts_with(|c: char| "\"{[-tfn".contains(c) || c.is_ascii_digit()),
        ',' => {
            after.starts_with(['"', '{', '[', '}', ']'])
                || after.starts_with(|c: char| c.is_ascii_digit())
        }
        '}' | ']' => after.is_empty() || after.starts_with([',', '}', ']', ';', '<', '/']),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn json_as_it_stands_in_pages_is_read() {
        let case = |text: &str, expected: Value| assert_eq!(read_json(text), [expected], "{text}");
        case(r#"{"a": 1}"#, json!({"a": 1}));
        case("{\"a\": \"x\ny\t\u{1}z\"}", json!({"a": "x\ny  z"}));
        case(r#"{"a": [1, 2,], }"#, json!({"a": [1, 2]}));
        case(r#"{"a": [1,, 2]}"#, json!({"a": [1, 2]}));
        case("//<![CDATA[\n{\"a\": 1}\n//]]>", json!({"a": 1}));
        case("/*<![CDATA[*/ {\"a\": 1} /*]]>*/", json!({"a": 1}));
        case("<!-- {\"a\": 1} -->", json!({"a": 1}));
        case("{\"a\": 1};", json!({"a": 1}));
        case("{ // one\n\"a\": /* two */ 1}", json!({"a": 1}));
        case(r#"{"a": "http://x"}"#, json!({"a": "http://x"}));
        case(r#"{"a": "it\'s \x"}"#, json!({"a": "it's x"}));
        case(
            r#"{"a": "an 8" pan", "b": 2}"#,
            json!({"a": "an 8\" pan", "b": 2}),
        );
        case(r#"{"a": ["x", "y"#, json!({"a": ["x", "y"]}));
        case(
            "{&quot;a&quot;: &quot;b &amp;amp; c&quot;}",
            json!({"a": "b &amp; c"}),
        );
        case(r#"{"a": 1}}"#, json!({"a": 1}));
        assert_eq!(read_json(r#"{"a": 1} {"b": 2}"#).len(), 2);
        assert_eq!(read_json("nothing"), Vec::<Value>::new());
        assert_eq!(read_json(""), Vec::<Value>::new());
    }

    #[test]
    fn numbers_keep_their_digits() {
        let values = read_json(r#"{"a": 1.10}"#);
        assert_eq!(values[0]["a"].to_string(), "1.10");
    }

    #[test]
    fn deep_nesting_is_refused() {
        assert_eq!(read_json(&"[".repeat(1_000_000)), Vec::<Value>::new());
        assert_eq!(read_json(&"{\"a\":".repeat(1_000_000)), Vec::<Value>::new());
    }
}
