//! The rest of a line, cut into words and signs, each to be given to a part.
//!
//! Owns where a word ends and how deep in parentheses it stands. Must never know what a
//! word means; its class comes from the table of words.

use super::words::Class;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    Comma,
    /// `;`, `:` before a space, or a dash that stands alone.
    Break,
    Open,
    Close,
    /// `*`, `†`, `‡`.
    Mark,
}

/// The part of the ingredient a token belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Not given yet.
    Open,
    Name,
    Preparation,
    Note,
    Alternative,
    /// Stands in the amounts.
    Amount,
    /// A size or a manner: belongs to the amount if it stands right behind.
    Measured,
    Mark,
    /// Said by the part itself: the `or` of an alternative, `optional`.
    Said,
}

/// A word or a sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub class: Class,
    /// How many parentheses are open around it; their signs count as inside.
    pub depth: u16,
    pub part: Part,
}

impl Token {
    pub fn text(self, line: &str) -> &str {
        &line[self.start..self.end]
    }

    /// Whether it is `word`, in any case.
    pub fn is(self, line: &str, word: &str) -> bool {
        self.end - self.start == word.len() && self.text(line).eq_ignore_ascii_case(word)
    }

    /// Whether it is one of `words`, in any case.
    pub fn is_any(self, line: &str, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(line, word))
    }

    pub fn is_capital(self, line: &str) -> bool {
        self.text(line).starts_with(char::is_uppercase)
    }

    pub fn separates(self) -> bool {
        matches!(self.kind, Kind::Comma | Kind::Break)
    }
}

/// Cuts the line from byte `start` on into tokens.
pub(super) fn tokens(line: &str, start: usize) -> Vec<Token> {
    let mut found = Vec::with_capacity(16);
    let mut depth: u16 = 0;
    let mut at = start;
    let bytes = line.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            at += 1;
            continue;
        }
        if byte.is_ascii_alphanumeric()
            && let Some(end) = plain_word_end(bytes, at)
        {
            found.push(Token {
                start: at,
                end,
                kind: Kind::Word,
                class: Class::of(&line[at..end]),
                depth,
                part: Part::Open,
            });
            at = end;
            continue;
        }
        let c = line[at..].chars().next().unwrap_or(' ');
        let next = at + c.len_utf8();
        if c.is_whitespace() {
            at = next;
            continue;
        }
        let kind = match c {
            '(' | '[' => {
                depth = depth.saturating_add(1);
                Kind::Open
            }
            ')' | ']' => Kind::Close,
            ',' => Kind::Comma,
            ';' | '—' => Kind::Break,
            ':' if line[next..].starts_with(char::is_whitespace) || next == line.len() => {
                Kind::Break
            }
            '-' | '–' | '−' | '•' | '·' => Kind::Break,
            '*' | '†' | '‡' => Kind::Mark,
            _ => Kind::Word,
        };
        let end = match kind {
            Kind::Word => word_end(line, at),
            _ => next,
        };
        let token = Token {
            start: at,
            end,
            kind,
            class: match kind {
                Kind::Word => Class::of(&line[at..end]),
                _ => Class::default(),
            },
            depth,
            part: Part::Open,
        };
        // A full stop or a stray quote alone is no word.
        if kind != Kind::Word
            || line[at..end].contains(|c: char| c.is_alphanumeric() || matches!(c, '&' | '+' | '%'))
        {
            found.push(token);
        }
        if kind == Kind::Close {
            depth = depth.saturating_sub(1);
        }
        at = end;
    }
    found
}

/// Where the word ends that begins with the letter or digit at `start`, if only plain
/// signs stand up to there; most words are so, and need not be looked at letter by letter.
fn plain_word_end(line: &[u8], start: usize) -> Option<usize> {
    let mut end = start + 1;
    loop {
        match line.get(end) {
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'\'' | b'/') => end += 1,
            None | Some(b' ' | b'(' | b')') => break,
            Some(b',') if !line.get(end + 1).is_some_and(u8::is_ascii_digit) => break,
            _ => return None,
        }
    }
    Some(end)
}

/// Where the word ends that begins at `start`, without full stops behind it.
fn word_end(line: &str, start: usize) -> usize {
    let mut end = line.len();
    let mut letters = line[start..].char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|&(_, c)| c);
        let digit_follows = next.is_some_and(|c| c.is_ascii_digit());
        let ends = c.is_whitespace()
            || matches!(c, '(' | ')' | '[' | ']' | ';' | '—' | '*' | '†' | '‡')
            || c == ',' && !digit_follows
            || c == ':' && next.is_none_or(char::is_whitespace);
        if ends && at > 0 {
            end = start + at;
            break;
        }
    }
    let word = &line[start..end];
    let trimmed = word.trim_end_matches('.');
    if trimmed.is_empty() {
        end
    } else {
        start + trimmed.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_end_of_a_plain_word_is_the_end_of_the_word(
            line in "[a-zA-Z0-9][a-z0-9 ,.;:()é½/'-]{0,12}",
        ) {
            if let Some(end) = plain_word_end(line.as_bytes(), 0) {
                prop_assert_eq!(word_end(&line, 0), end);
            }
        }
    }

    #[test]
    fn words_and_signs_are_told_apart() {
        let line = "boneless, skinless thighs (about 2), cut-up - 1,5 dl* e.g. this.";
        let words: Vec<&str> = tokens(line, 0)
            .iter()
            .map(|token| token.text(line))
            .collect();
        assert_eq!(
            words,
            [
                "boneless", ",", "skinless", "thighs", "(", "about", "2", ")", ",", "cut-up", "-",
                "1,5", "dl", "*", "e.g", "this"
            ]
        );
    }
}
