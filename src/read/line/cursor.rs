//! A place in a line and the small steps from there: over spaces, signs and words.
//!
//! Owns what counts as a space, a word and a dash. Must never know what a word means.

/// A place in a text that only moves forward, except where a reader goes back to a
/// place it kept.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    /// The whole line.
    pub text: &'a str,
    /// Where in it, in bytes; always at the start of a character.
    pub at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str, at: usize) -> Cursor<'a> {
        Cursor { text, at }
    }

    pub fn rest(self) -> &'a str {
        &self.text[self.at..]
    }

    pub fn peek(self) -> Option<char> {
        let first = *self.text.as_bytes().get(self.at)?;
        if first.is_ascii() {
            return Some(char::from(first));
        }
        self.rest().chars().next()
    }

    pub fn is_at_end(self) -> bool {
        self.at == self.text.len()
    }

    /// Steps over `sign` if it stands here.
    pub fn eat(&mut self, sign: char) -> bool {
        let here = self.peek() == Some(sign);
        if here {
            self.at += sign.len_utf8();
        }
        here
    }

    /// Steps over any of `signs`.
    pub fn eat_any(&mut self, signs: &[char]) -> bool {
        let Some(sign) = self.peek().filter(|sign| signs.contains(sign)) else {
            return false;
        };
        self.at += sign.len_utf8();
        true
    }

    /// Steps over a dash of any length, also one that only joins words.
    pub fn eat_dash(&mut self) -> bool {
        // Nearly always a plain sign stands here, and it is soon told from a dash.
        match self.text.as_bytes().get(self.at) {
            Some(b'-') => {
                self.at += 1;
                return true;
            }
            Some(0x80..) => {}
            _ => return false,
        }
        self.eat_any(&['-', '–', '—', '‑', '‐', '‒', '−'])
    }

    /// Steps over spaces of any kind; tells whether there were any.
    pub fn skip_spaces(&mut self) -> bool {
        let from = self.at;
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b' ' | b'\t'..=b'\r') => self.at += 1,
                Some(0x80..) => match self.peek().filter(|c| c.is_whitespace()) {
                    Some(c) => self.at += c.len_utf8(),
                    None => break,
                },
                _ => break,
            }
        }
        self.at > from
    }

    /// Steps over `word` in any case if it stands here whole.
    pub fn eat_word(&mut self, word: &str) -> bool {
        let bytes = self.text.as_bytes()[self.at..].get(..word.len());
        let here = bytes.is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
            && self.word().len() == word.len();
        if here {
            self.at += word.len();
        }
        here
    }

    /// Steps over any of `words`.
    pub fn eat_any_word(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat_word(word))
    }

    /// The word that begins here, or an empty text: letters, with dashes and
    /// apostrophes between letters (`extra-large`, `baker's`).
    pub fn word(self) -> &'a str {
        &self.text[self.at..self.after_word()]
    }

    /// The letters that begin here, as far as they go.
    pub fn letters(self) -> &'a str {
        let rest = self.rest();
        let plain = ascii_letters(rest);
        let end = match rest.as_bytes().get(plain) {
            Some(0x80..) => rest
                .char_indices()
                .find(|(_, c)| !c.is_alphabetic())
                .map_or(rest.len(), |(at, _)| at),
            _ => plain,
        };
        &rest[..end]
    }

    fn after_word(self) -> usize {
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        loop {
            end += ascii_letters(&self.text[end..]);
            let joins = matches!(bytes.get(end), Some(b'-' | b'\'')) && end > self.at;
            match bytes.get(end + usize::from(joins)) {
                Some(b'a'..=b'z' | b'A'..=b'Z') if joins => end += 1,
                // Letters and dashes beyond the plain ones are rare enough to go slowly.
                Some(0x80..) => return self.after_any_word(),
                _ => return end,
            }
        }
    }

    fn after_any_word(self) -> usize {
        let mut end = self.at;
        let mut letters = self.text[self.at..].char_indices().peekable();
        while let Some((at, c)) = letters.next() {
            let joins = matches!(c, '-' | '\'' | '’' | '‑')
                && at > 0
                && letters.peek().is_some_and(|(_, next)| next.is_alphabetic());
            if !c.is_alphabetic() && !joins {
                break;
            }
            end = self.at + at + c.len_utf8();
        }
        end
    }

    /// Whether a digit, a fraction sign or a point before a digit stands here.
    pub fn is_at_figure(self) -> bool {
        let mut signs = self.text.as_bytes()[self.at..].iter();
        match signs.next() {
            Some(b'0'..=b'9') => true,
            Some(b'.') => signs.next().is_some_and(u8::is_ascii_digit),
            Some(0x80..) => self
                .peek()
                .is_some_and(|c| matches!(c, '¼'..='¾' | '⅐'..='⅞' | '↉')),
            _ => false,
        }
    }

    /// A cursor past the spaces that stand here.
    pub fn past_spaces(mut self) -> Cursor<'a> {
        self.skip_spaces();
        self
    }
}

fn ascii_letters(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_alphabetic).count()
}

/// Whether `word` is one of `known`, in any case.
pub(super) fn is_any(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| word.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_holds_its_dashes_and_apostrophes() {
        let case = |text: &str, word: &str| assert_eq!(Cursor::new(text, 0).word(), word);
        case("extra-large eggs", "extra-large");
        case("baker's sugar", "baker's");
        case("thick- cut", "thick");
        case("cups, packed", "cups");
        case("7UP", "");
        case("crème", "crème");
    }

    #[test]
    fn a_figure_is_a_digit_a_sign_or_a_point_before_a_digit() {
        for text in ["1", "½", ".5", "⅔"] {
            assert!(Cursor::new(text, 0).is_at_figure(), "{text}");
        }
        for text in ["", ".", "a", "é", "- 1"] {
            assert!(!Cursor::new(text, 0).is_at_figure(), "{text}");
        }
    }
}
