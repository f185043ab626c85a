//! Wraps prose at spaces, by the width that its letters take on a terminal.

use crate::glance::{TOPS, any_byte, between, first_marked};
use unicode_width::UnicodeWidthStr as _;

/// Whether every byte of `text` is a printed ASCII sign, and so a column.
fn is_plain(text: &[u8]) -> bool {
    first_marked(text, |eight| TOPS & !between(eight, b' ', b'~')).is_none()
}

/// Returns the columns that `text` takes.
pub(super) fn width_of(text: &str) -> usize {
    if is_plain(text.as_bytes()) {
        return text.len();
    }
    text.width()
}

/// Returns the paragraphs of `text`, which are told apart by an empty line.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    // Most texts have one.
    let has_lines = any_byte(text.as_bytes(), |byte| byte == b'\n');
    std::iter::from_fn(move || {
        let text = rest.take()?;
        if has_lines && let Some((paragraph, after)) = text.split_once("\n\n") {
            rest = Some(after);
            return Some(paragraph);
        }
        Some(text)
    })
}

/// Returns the lines of `text`, broken at spaces so that each is at most `width` columns
/// wide, or holds a single word that is wider. Joined by spaces they give back the text.
pub(super) fn wrap(text: &str, width: usize) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some(end) = line_end(text, width) else {
            return Some(text);
        };
        rest = Some(&text[end + 1..]);
        Some(&text[..end])
    })
}

/// Returns where the first line of `text` ends, at a space; `None` if all of it is one line.
fn line_end(text: &str, width: usize) -> Option<usize> {
    // No sign is wider than it has bytes.
    if text.len() <= width {
        return None;
    }
    // Spaces before the first word belong to it.
    let indent = text.bytes().take_while(|byte| *byte == b' ').count();
    let reach = &text.as_bytes()[..=width];
    if is_plain(reach)
        && let Some(end) = reach.iter().rposition(|byte| *byte == b' ')
        && end > indent
    {
        return Some(end);
    }
    let (mut end, mut used) = (indent, indent);
    loop {
        let space = usize::from(end > indent);
        let start = end + space;
        let word = text.as_bytes()[start..].iter();
        let length = word.take_while(|byte| **byte != b' ').count();
        let more = width_of(&text[start..start + length]) + space;
        if space > 0 && used + more > width {
            return Some(end);
        }
        used += more;
        end = start + length;
        if end == text.len() {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).collect()
    }

    #[test]
    fn lines_end_at_the_width() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one two three", 8), ["one two", "three"]);
        assert_eq!(lines("unbreakable word", 4), ["unbreakable", "word"]);
        assert_eq!(lines("½ tsp", 5), ["½ tsp"]);
        assert_eq!(lines("", 5), [""]);
        assert_eq!(lines("two  spaces  here", 5), ["two ", "spaces", " here"]);
        assert_eq!(lines("  ½ ½ ½ ½", 5), ["  ½ ½", "½ ½"]);
        assert_eq!(lines("350 °F 日本 日本", 8), ["350 °F", "日本", "日本"]);
    }

    #[test]
    fn paragraphs_end_at_an_empty_line() {
        let case = |text: &str, expected: &[&str]| {
            assert_eq!(paragraphs(text).collect::<Vec<_>>(), expected);
        };
        case("", &[""]);
        case("one\ntwo", &["one\ntwo"]);
        case("one\n\ntwo\n\n\nthree", &["one", "two", "\nthree"]);
    }

    /// The lines of `text`, whose words have one space between them, word by word.
    fn word_by_word(text: &str, width: usize) -> Vec<String> {
        let mut lines = Vec::<String>::new();
        for word in text.split(' ') {
            match lines.last_mut() {
                Some(line) if line.width() + 1 + word.width() <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.into()),
            }
        }
        lines
    }

    proptest! {
        #[test]
        fn no_sign_is_wider_than_it_has_bytes(text in any::<String>()) {
            prop_assert!(width_of(&text) <= text.len());
            prop_assert_eq!(width_of(&text), text.width());
        }

        #[test]
        fn each_line_takes_as_many_words_as_fit(
            text in "[a-z]{1,9}( [a-z]{1,9}| [é日°½]{1,4}){0,20}", width in 1..40_usize,
        ) {
            prop_assert_eq!(lines(&text, width), word_by_word(&text, width));
        }

        #[test]
        fn nothing_is_lost(text in " {0,3}[a-zé日]{1,9}( {1,2}[a-zé日]{1,9}){0,20}", width in 1..40_usize) {
            let lines = lines(&text, width);
            prop_assert_eq!(lines.join(" "), text.clone());
            for line in lines {
                let words = line.split(' ').filter(|word| !word.is_empty()).count();
                prop_assert!(width_of(line) <= width || words < 2);
            }
        }
    }
}
