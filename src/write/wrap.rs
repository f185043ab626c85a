//! Wraps prose at spaces, by the width that its letters take on a terminal.

use unicode_width::UnicodeWidthStr as _;

/// Returns the columns that `text` takes.
pub(super) fn width_of(text: &str) -> usize {
    // Where every byte is a printed ASCII sign, every byte is a column.
    if text.bytes().all(|byte| (b' '..0x7f).contains(&byte)) {
        return text.len();
    }
    text.width()
}

/// Returns the lines of `text`, broken at spaces so that each is at most `width` columns
/// wide, or holds a single word that is wider. Joined by spaces they give back the text.
pub(super) fn wrap(text: &str, width: usize) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let (mut end, mut used) = (0, 0);
        for word in text.split(' ') {
            let more = width_of(word) + usize::from(end > 0);
            if end > 0 && used + more > width {
                rest = Some(&text[end + 1..]);
                return Some(&text[..end]);
            }
            used += more;
            end += word.len() + usize::from(end > 0);
        }
        Some(text)
    })
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
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[a-zé日]{1,9}( [a-zé日]{1,9}){0,20}", width in 1..40_usize) {
            let lines = lines(&text, width);
            prop_assert_eq!(lines.join(" "), text.clone());
            for line in lines {
                prop_assert!(width_of(line) <= width || !line.contains(' '));
            }
        }
    }
}
