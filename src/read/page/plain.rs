//! Plain text of strings that hold mark-up: entities, escaped more than once, and tags.
//!
//! Must never know what a recipe is.

use super::markup::Page;

/// Entities may be escaped so many times over.
const MOST_ESCAPES: usize = 4;

/// Returns `text` without mark-up, a line for each line.
pub(super) fn plain(text: &str) -> String {
    let mut text = unescaped_breaks(text);
    for _ in 0..MOST_ESCAPES {
        if !has_markup(&text) {
            break;
        }
        let page = Page::read(&text.replace('\n', "<br>"));
        let next = page.shown_in(0, page.len());
        if next == text {
            break;
        }
        text = next;
    }
    tidy(&text)
}

/// As [`plain`], on one line.
pub(super) fn plain_line(text: &str) -> String {
    crate::read::gathered::one_line(&plain(text))
}

/// Line ends that were escaped once too often stand in the text as `\n`.
fn unescaped_breaks(text: &str) -> String {
    if !text.contains('\\') {
        return text.into();
    }
    text.replace("\\r", "")
        .replace("\\n", "\n")
        .replace("\\t", " ")
        .replace("\\/", "/")
        .replace("\\\"", "\"")
        .replace("\\'", "'")
}

fn has_markup(text: &str) -> bool {
    let follows = |sign: char, is: fn(char) -> bool| {
        text.match_indices(sign)
            .any(|(at, _)| text[at + 1..].starts_with(is))
    };
    follows('<', |c| c.is_ascii_alphabetic() || matches!(c, '/' | '!'))
        || follows('&', |c| c.is_ascii_alphabetic() || c == '#')
}

/// Returns `text` with single spaces, no empty lines and no signs without a width.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let before = out.len();
        let mut space = false;
        for c in line.chars() {
            match c {
                '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
                c if c.is_whitespace() || c.is_control() => space = true,
                c => {
                    if out.len() == before && before > 0 {
                        out.push('\n');
                    } else if space && out.len() > before {
                        out.push(' ');
                    }
                    space = false;
                    out.push(c);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_strings_is_taken_off() {
        let case = |text: &str, expected: &str| assert_eq!(plain(text), expected, "{text}");
        case("1&nbsp;cup", "1 cup");
        case("&amp;frac12; cup", "½ cup");
        case("&amp;amp;amp; so on", "& so on");
        case("salt &amp; pepper", "salt & pepper");
        case(
            "<p>Mix.</p><p>Bake at &lt;350&deg;F.</p>",
            "Mix.\nBake at <350°F.",
        );
        case("&lt;b&gt;Mix&lt;/b&gt; it", "Mix it");
        case("a\\nb", "a\nb");
        case("a \u{200b}b\t c\r\n\n d", "a b c\nd");
        case("salt < pepper & 3 > 2", "salt < pepper & 3 > 2");
        case("AT&T", "AT&T");
    }
}
