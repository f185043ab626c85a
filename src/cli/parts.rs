//! The recipes in a stream of any length, some at a time.
//!
//! Owns where a stream may be cut so that no recipe is. Must never read a recipe.

use super::Failure;
use super::fault::could_not_read;
use super::input::decode_part;
use super::report::{self, Origin};
use porkcli::read::{MOST_BYTES, is_printed_list, split_recipes};
use std::io::{self, Read};
use std::mem;

/// So much is looked at together, unless a recipe is larger.
const AT_ONCE: usize = 1 << 17;

/// So much shows that a recipe is too large, even if a character is cut at the end.
const TOO_MUCH: usize = MOST_BYTES + 8;

/// The recipes in a stream.
pub(super) struct Parts {
    source: Box<dyn Read + Send>,
    /// What has been read and not been returned.
    rest: Vec<u8>,
    /// Where the rest stands in the stream.
    origin: Origin,
    has_ended: bool,
    /// Whether recipes have been returned.
    has_begun: bool,
    /// Whether it ended before the stream did.
    gave_up: bool,
}

impl Parts {
    /// Returns the recipes in `source`, which is reported as `name`.
    pub(super) fn new(name: &str, source: impl Read + Send + 'static) -> Parts {
        Parts {
            source: Box::new(source),
            rest: Vec::new(),
            origin: Origin::new(name.into(), String::new()),
            has_ended: false,
            has_begun: false,
            gave_up: false,
        }
    }

    /// Reads on until the rest has `wanted` bytes or the stream ends.
    fn fill(&mut self, wanted: usize) -> io::Result<()> {
        let room = wanted.saturating_sub(self.rest.len()) as u64;
        let mut source = self.source.by_ref().take(room);
        let length = source.read_to_end(&mut self.rest)?;
        self.has_ended = (length as u64) < room;
        Ok(())
    }

    /// Takes as much of the rest as is certain to be whole recipes; nothing, if more must
    /// be read to know.
    fn take(&mut self) -> Result<Vec<Origin>, Failure> {
        let mut bytes = mem::take(&mut self.rest);
        let mut tail = Vec::new();
        if !self.has_ended
            && let Err(error) = std::str::from_utf8(&bytes)
            && error.error_len().is_none()
        {
            tail = bytes.split_off(error.valid_up_to());
        }
        let whole = decode_part(self.origin.clone(), bytes)?;
        let mut recipes = parted_at(&whole);
        let is_too_large = whole.text.len() > MOST_BYTES;
        let last = if self.has_ended { None } else { recipes.pop() };
        let mut recipes: Vec<Origin> = recipes.into_iter().map(|(_, recipe)| recipe).collect();
        match last {
            // Where one that is too large ends cannot be known.
            Some((_, last)) if recipes.is_empty() && is_too_large => {
                self.has_ended = true;
                self.gave_up = self.has_begun;
                recipes.push(last);
                Ok(recipes)
            }
            // The last one may go on, or what parts it from the next one may.
            Some((start, last)) => {
                self.rest = whole.text[start..].into();
                self.rest.append(&mut tail);
                self.origin.above = last.above;
                self.origin.left = last.left;
                Ok(recipes)
            }
            None => Ok(recipes),
        }
    }
}

impl Iterator for Parts {
    type Item = Result<Vec<Origin>, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut wanted = AT_ONCE.max(self.rest.len() * 2).min(TOO_MUCH);
        while !self.has_ended {
            if let Err(error) = self.fill(wanted) {
                self.has_ended = true;
                return Some(Err(could_not_read(&self.origin.name, &error)));
            }
            match self.take() {
                Ok(recipes) if recipes.is_empty() => wanted = (wanted * 2).min(TOO_MUCH),
                Ok(recipes) => {
                    self.has_begun = true;
                    return Some(Ok(recipes));
                }
                Err(failure) => {
                    self.has_ended = true;
                    return Some(Err(failure));
                }
            }
        }
        mem::take(&mut self.gave_up).then(|| {
            let message = format!("{}: what follows was not read", self.origin.name);
            report::error(&message, None);
            Err(Failure::Wrong)
        })
    }
}

/// The recipes in the text of `whole`, each with its place in it; a shopping list is one.
pub(super) fn parted(whole: &Origin) -> Vec<Origin> {
    let parts = parted_at(whole);
    parts.into_iter().map(|(_, part)| part).collect()
}

/// The same, each with where it begins.
fn parted_at(whole: &Origin) -> Vec<(usize, Origin)> {
    let text = whole.text.as_str();
    if is_printed_list(text) {
        return vec![(0, whole.clone())];
    }
    let (mut seen, mut above, mut left) = (0, whole.above, whole.left);
    let mut parts = Vec::new();
    for part in split_recipes(text) {
        let start = part.as_ptr().addr() - text.as_ptr().addr();
        let before = &text[seen..start];
        if let Some(end) = before.rfind('\n') {
            above += before.matches('\n').count();
            left = before[end + 1..].chars().count();
        } else {
            left += before.chars().count();
        }
        seen = start;
        let part = Origin {
            name: whole.name.clone(),
            text: part.into(),
            path: whole.path.clone(),
            above,
            left,
        };
        parts.push((start, part));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream that gives a few bytes at a time.
    struct Slowly(Vec<u8>);

    impl Read for Slowly {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.0.len().min(buffer.len()).min(777);
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0.drain(..length);
            Ok(length)
        }
    }

    #[test]
    fn no_recipe_of_a_long_stream_is_cut() {
        let one = |number: usize| {
            format!("title: Soup {number} à l’oignon\ningredients: [{number} g onions]\n")
        };
        let all: Vec<String> = (0..6000).map(one).collect();
        let parts = Parts::new("a pipe", Slowly(all.join("---\n").into_bytes()));
        let parts: Vec<Origin> = parts.flat_map(|parts| parts.expect("text")).collect();
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(texts, all);
        assert_eq!(parts[5000].above, 15_000);
        assert_eq!(parts[5000].left, 0);
    }

    #[test]
    fn objects_on_one_line_keep_their_columns() {
        let one = |number: usize| format!("{{\"title\": \"É{number:05}\"}}");
        let all: Vec<String> = (0..9000).map(one).collect();
        let text = format!("[{}]", all.join(","));
        let parts = Parts::new("a pipe", io::Cursor::new(text.into_bytes()));
        let parts: Vec<Origin> = parts.flat_map(|parts| parts.expect("text")).collect();
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        assert_eq!(texts, all);
        assert_eq!((parts[8000].above, parts[8000].left), (0, 1 + 8000 * 20));
    }
}
