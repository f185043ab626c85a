//! Text from outside as it may be shown on a terminal.
//!
//! Owns which characters would command a terminal or deceive its reader. Must never know
//! where a text comes from or goes to.

use std::borrow::Cow;

/// Returns `text` with every character that could command a terminal, turn the order of
/// its letters or hide between them, as a visible escape. Line ends stay.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return text.into();
    }
    let mut shown = Shown::default();
    for c in text.chars() {
        match c {
            '\n' => shown.push_as_it_is(c),
            c => shown.push(c),
        }
    }
    shown.text.into()
}

/// Returns `text` as [`harmless`] does, on one line: a line end in a name must not pass
/// for the beginning of another message.
pub(super) fn harmless_line(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.into();
    }
    let mut shown = Shown::default();
    text.chars().for_each(|c| shown.push(c));
    shown.text.into()
}

/// A text that grows by one harmless character after the other.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) text: String,
    last: Option<char>,
}

impl Shown {
    /// Adds `c`, or its escape; a tab becomes a blank.
    pub(super) fn push(&mut self, c: char) {
        match c {
            '\t' => self.push_as_it_is(' '),
            c if is_harmful(c) || is_hidden(c, self.last) => {
                self.text.extend(c.escape_unicode());
                self.last = None;
            }
            c => self.push_as_it_is(c),
        }
    }

    fn push_as_it_is(&mut self, c: char) {
        self.text.push(c);
        self.last = Some(c);
    }
}

fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Blank letters and soft hyphens that no width tells of.
            '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{3164}' | '\u{ffa0}'
            // The order of letters.
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            // Line ends that are no line feeds.
            | '\u{2028}' | '\u{2029}'
            // Signs without width, and notes between lines.
            | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            // Tags, which are letters that nothing shows.
            | '\u{e0000}'..='\u{e007f}')
}

/// Whether `c` shows nothing of its own and has no business after `last`: joiners and
/// selectors belong to emoji and to scripts that join their letters, not into `flour`.
fn is_hidden(c: char, last: Option<char>) -> bool {
    let joins = match (c, last) {
        (_, None) => false,
        // Digits take a selector to become a key.
        ('\u{fe0e}' | '\u{fe0f}', Some('0'..='9' | '#' | '*')) => true,
        ('\u{200d}', Some('\u{fe0f}')) => true,
        (_, Some(last)) => !last.is_ascii() && !is_joiner(last),
    };
    is_joiner(c) && !joins
}

fn is_joiner(c: char) -> bool {
    matches!(c, '\u{34f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        assert_eq!(harmless(text), expected);
    }

    #[test]
    fn nothing_commands_a_terminal() {
        case("plain ½ text\n", "plain ½ text\n");
        case("\u{1b}[31mred", "\\u{1b}[31mred");
        case("\u{9b}31mred", "\\u{9b}31mred");
        case("a\u{202e}b\tc\r", "a\\u{202e}b c\\u{d}");
        case("\0\u{7}\u{8}\u{7f}", "\\u{0}\\u{7}\\u{8}\\u{7f}");
        case("\u{2028}\u{2029}\u{85}", "\\u{2028}\\u{2029}\\u{85}");
    }

    #[test]
    fn every_sign_that_turns_or_hides_is_seen() {
        let turning = ['\u{200e}', '\u{200f}', '\u{61c}']
            .into_iter()
            .chain('\u{202a}'..='\u{202e}')
            .chain('\u{2066}'..='\u{2069}');
        let hiding = ['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', '\u{3164}']
            .into_iter()
            .chain('\u{e0000}'..='\u{e007f}');
        for c in turning.chain(hiding) {
            let text = format!("é{c}é");
            assert_eq!(harmless(&text), format!("é{}é", c.escape_unicode()));
        }
    }

    #[test]
    fn joiners_stay_where_they_join() {
        for text in [
            "👩\u{200d}🍳",
            "❤\u{fe0f}\u{200d}🔥",
            "1\u{fe0f}\u{20e3}",
            "🌶\u{fe0f}",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "葛\u{e0100}",
        ] {
            case(text, text);
        }
        case("fl\u{200d}our", "fl\\u{200d}our");
        case("\u{200c}", "\\u{200c}");
        case("salt\u{fe0f}", "salt\\u{fe0f}");
        case("é\u{200d}\u{200d}", "é\u{200d}\\u{200d}");
    }

    #[test]
    fn a_name_stays_on_its_line() {
        assert_eq!(harmless_line("a\nerror: b"), "a\\u{a}error: b");
        assert_eq!(harmless_line("a b"), "a b");
        assert_eq!(harmless("a\nb"), "a\nb");
    }
}
