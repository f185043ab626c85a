//! Walking over the words around a place in a text.
//!
//! Owns what a word and the end of a clause are. Must never know what words mean.

/// How far around a measure its meaning is looked for, in bytes; a bound, so that
/// the time to read a text grows only with its length.
const REACH: usize = 120;

/// Returns the word of plain letters that starts at byte `at`; empty where there is none.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let length = rest
        .bytes()
        .take(REACH)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    &rest[..length]
}

/// Whether a word or number that ends at byte `at` really ends there.
pub(super) fn ends_at(text: &str, at: usize) -> bool {
    let mut rest = text[at..].chars();
    match rest.next() {
        // In `20cmx30cm` and `15″x 21″` the cross belongs to no word.
        Some('x' | 'X') => rest
            .next()
            .is_some_and(|next| next.is_ascii_digit() || next == ' '),
        Some(next) => !next.is_alphanumeric(),
        None => true,
    }
}

/// Returns how many bytes of blank stand at byte `at`, at most two blanks.
pub(super) fn blank_at(text: &str, at: usize) -> usize {
    text[at..]
        .chars()
        .take(2)
        .take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'))
        .map(char::len_utf8)
        .sum()
}

/// The words before byte `at`, the nearest first, back to the start of the sentence.
pub(super) fn words_before(text: &str, at: usize) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let stop = at.saturating_sub(REACH);
    let mut end = at;
    std::iter::from_fn(move || {
        while end > stop && !bytes[end - 1].is_ascii_alphabetic() {
            if ends_sentence(bytes, end - 1) {
                return None;
            }
            end -= 1;
        }
        let mut start = end;
        while start > stop && bytes[start - 1].is_ascii_alphabetic() {
            start -= 1;
        }
        let word = text.get(start..end).filter(|word| !word.is_empty())?;
        end = start;
        Some(word)
    })
}

/// The words after byte `at`, the nearest first, up to the end of the clause.
pub(super) fn words_after(text: &str, at: usize) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let stop = bytes.len().min(at + REACH);
    let mut start = at;
    std::iter::from_fn(move || {
        while start < stop && !bytes[start].is_ascii_alphabetic() {
            if matches!(bytes[start], b',' | b';' | b':' | b'(') || ends_sentence(bytes, start) {
                return None;
            }
            start += 1;
        }
        let word = word_at(text, start);
        start += word.len();
        Some(word).filter(|word| !word.is_empty())
    })
}

fn ends_sentence(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'\n' => true,
        b'.' | b'!' | b'?' => bytes.get(at + 1).is_none_or(|next| !next.is_ascii_digit()),
        _ => false,
    }
}

/// Whether `word` is one of `words`, in either case.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}
