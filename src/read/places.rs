//! Where the parts of a recipe stand in the text it was read from.
//!
//! Owns the way from a part of a recipe, or a stretch of its text, back to the source:
//! through quotes, escapes, folded lines and blocks. Must never change either.

use super::{text, yaml};
use crate::diagnostic::Place;
use crate::recipe::{Part, Span};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

/// So many lines after its start an item is looked for: a block holds many.
const MOST_LINES: usize = 400;

/// The places of the parts of one recipe.
pub struct Places<'t> {
    text: &'t str,
    /// How many bytes stand before `text`: those of a byte-order mark.
    before: usize,
    known: Known,
    /// Where each part begins that was asked for, since a search costs a pass.
    begins: RefCell<HashMap<Part, Option<usize>>>,
}

enum Known {
    Paths(HashMap<Part, Vec<usize>>),
    Lines(HashMap<Part, Place>),
}

impl<'t> Places<'t> {
    /// Returns the places in `text`, from which a recipe was read.
    pub fn of(text: &'t str) -> Places<'t> {
        let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
        let known = if text::is_text(bare) {
            Known::Lines(text::places(bare).into_iter().collect())
        } else {
            let mut paths = HashMap::new();
            for (part, path) in yaml::paths(bare) {
                paths.entry(part).or_insert(path);
            }
            Known::Paths(paths)
        };
        Places {
            text: bare,
            before: text.len() - bare.len(),
            known,
            begins: RefCell::default(),
        }
    }

    /// Returns where `part` stands, or of its text `item` the part `span`.
    pub fn place(&self, part: Part, item: Option<(&str, Span)>) -> Option<Place> {
        let begin = self.begin(part).or_else(|| self.first_line())?;
        let found = item.and_then(|(item, span)| self.find(begin, item, span));
        let range = found.unwrap_or_else(|| self.whole(begin));
        let line_start = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let length = self.text[range.clone()].lines().next().unwrap_or_default();
        Some(Place {
            line: self.text[..range.start].matches('\n').count() + 1,
            column: self.text[line_start..range.start].chars().count() + 1,
            length: length.chars().count(),
        })
    }

    /// Returns which bytes of the source are `span` of the text `item` of `part`.
    pub fn bytes(&self, part: Part, item: &str, span: Span) -> Option<Range<usize>> {
        let range = self.find(self.begin(part)?, item, span)?;
        Some(range.start + self.before..range.end + self.before)
    }

    fn begin(&self, part: Part) -> Option<usize> {
        if let Some(known) = self.begins.borrow().get(&part) {
            return *known;
        }
        let begin = match &self.known {
            Known::Paths(paths) => paths
                .get(&part)
                .and_then(|path| yaml::locate(self.text, path, false)),
            Known::Lines(lines) => lines.get(&part).map(|place| (place.line, place.column)),
        };
        let begin = begin.map(|(line, column)| byte_at(self.text, line, column));
        self.begins.borrow_mut().insert(part, begin);
        begin
    }

    /// Where the first line with something on it begins.
    fn first_line(&self) -> Option<usize> {
        self.text.find(|c: char| !c.is_whitespace())
    }

    /// The rest of the line from `begin`, without quotes' surroundings and comments.
    fn whole(&self, begin: usize) -> Range<usize> {
        let rest = self.text[begin..].lines().next().unwrap_or_default();
        let end = match rest.chars().next() {
            Some('{') => rest.find('}').map_or(1, |at| at + 1),
            Some('[' | '|' | '>') => 1,
            Some('"') => rest[1..].find('"').map_or(rest.len(), |at| at + 2),
            _ => rest.find(" #").unwrap_or(rest.len()),
        };
        begin..begin + rest[..end].trim_end().len()
    }

    /// Finds `item` from byte `begin` on; returns the bytes of its part `span`.
    fn find(&self, begin: usize, item: &str, span: Span) -> Option<Range<usize>> {
        let source = &self.text[begin..];
        let first = source.find('\n').unwrap_or(source.len());
        let mut starts = vec![0];
        // Behind a bullet or a number on the same line, or on a later line of a block.
        let line = &source[..first];
        starts.extend(line.match_indices(' ').map(|(at, _)| at + 1));
        starts.extend(
            source
                .match_indices('\n')
                .take(MOST_LINES)
                .map(|(at, _)| at + 1),
        );
        starts.into_iter().find_map(|start| {
            let rest = &source[start..];
            let start = start + rest.len() - rest.trim_start_matches([' ', '\t']).len();
            let found = follow(&source[start..], item, span)?;
            Some(begin + start + found.start..begin + start + found.end)
        })
    }
}

fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let start = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let rest = &text[start..];
    let within = rest.char_indices().nth(column.saturating_sub(1));
    start + within.map_or(rest.len(), |(at, _)| at)
}

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq)]
enum Quotes {
    None,
    Single,
    Double,
}

/// Walks `source` and `item` side by side as far as they agree, taking any blank for
/// any other; returns which bytes of `source` are `span` of `item`, or `None` where
/// `source` does not begin with `item`.
fn follow(source: &str, item: &str, span: Span) -> Option<Range<usize>> {
    let quotes = match source.chars().next()? {
        '"' => Quotes::Double,
        '\'' => Quotes::Single,
        _ => Quotes::None,
    };
    let wanted = span.range();
    let mut at = usize::from(quotes != Quotes::None);
    let (mut start, mut end) = (None, None);
    let mut letters = item.char_indices().peekable();
    while let Some((position, letter)) = letters.next() {
        if position == wanted.end {
            end = Some(at);
        }
        if letter.is_whitespace() {
            if position == wanted.start {
                start = Some(at);
            }
            while letters.next_if(|(_, next)| next.is_whitespace()).is_some() {}
            let blank = skip_blank(&source[at..], quotes);
            if blank == 0 {
                return None;
            }
            at += blank;
            continue;
        }
        if position == wanted.start {
            start = Some(at);
        }
        let (read, length) = letter_at(&source[at..], quotes)?;
        if read != letter {
            return None;
        }
        at += length;
    }
    if wanted.end >= item.len() {
        end = Some(at);
    }
    (start? <= end?).then_some(start?..end?)
}

/// How many bytes of blank `source` begins with, escaped ones included.
fn skip_blank(source: &str, quotes: Quotes) -> usize {
    let mut at = 0;
    while let Some(next) = source[at..].chars().next() {
        let escaped = quotes == Quotes::Double && next == '\\';
        if next.is_whitespace() {
            at += next.len_utf8();
        } else if escaped && source[at + 1..].starts_with(['n', 't', 'r', ' ', '\n']) {
            at += 2;
        } else {
            break;
        }
    }
    at
}

/// The letter that `source` begins with, and how many bytes it takes there.
fn letter_at(source: &str, quotes: Quotes) -> Option<(char, usize)> {
    let first = source.chars().next()?;
    match quotes {
        Quotes::Single if first == '\'' => source.starts_with("''").then_some(('\'', 2)),
        Quotes::Double if first == '"' => None,
        Quotes::Double if first == '\\' => {
            let kind = source[1..].chars().next()?;
            let digits = match kind {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                '"' | '\\' | '/' => return Some((kind, 2)),
                _ => return None,
            };
            let code = u32::from_str_radix(source.get(2..2 + digits)?, 16).ok()?;
            Some((char::from_u32(code)?, 2 + digits))
        }
        _ => Some((first, first.len_utf8())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_recipe;

    /// Asserts that in the recipe `text` the word `word` of `part` stands at `place`,
    /// given as line, column and length.
    #[track_caller]
    fn case(text: &str, part: Part, word: &str, place: (usize, usize, usize)) {
        let recipe = read_recipe(text).expect("a recipe").recipe;
        let item = &recipe.text_of(part).expect("a text").source;
        let start = item.find(word).expect("the word");
        let span = Span::new(start, start + word.len());
        let places = Places::of(text);
        let found = places.place(part, Some((item, span))).expect("a place");
        assert_eq!((found.line, found.column, found.length), place);
    }

    #[test]
    fn words_are_found_however_the_text_is_quoted() {
        let head = "title: T\ningredients:\n";
        let recipe = |rest: &str| format!("{head}{rest}");
        let first = Part::Ingredient(0);
        case(&recipe("  - 2 eggs\n"), first, "eggs", (3, 7, 4));
        case(
            &recipe("  - \"2 \\\"big\\\" eggs\"\n"),
            first,
            "eggs",
            (3, 16, 4),
        );
        case(&recipe("  - '2 hen''s eggs'\n"), first, "eggs", (3, 15, 4));
        case(
            &recipe("  A:\n    - 1 ham\n  B: [2 eggs]\n"),
            Part::Ingredient(1),
            "eggs",
            (5, 9, 4),
        );
        case(
            &recipe("  - section: A\n    items:\n      - 2 eggs\n  - 1 ham\n"),
            Part::Ingredient(1),
            "ham",
            (6, 7, 3),
        );
        case(&recipe("  - 2 large\n    eggs\n"), first, "eggs", (4, 5, 4));
        case(
            &recipe("  |\n  1 ham\n  2 eggs\n"),
            Part::Ingredient(1),
            "eggs",
            (5, 5, 4),
        );
        case(
            &recipe("  - { name: eggs, amount: 2 }\n"),
            first,
            "eggs",
            (3, 5, 25),
        );
    }

    #[test]
    fn steps_and_footnotes_are_found() {
        let text = "title: T\ningredients: [2 eggs]\nsteps:\n  - >\n    Beat the\n    eggs.\n  - Note: fry\nfootnotes:\n  \"*\": from hens\n";
        case(text, Part::Step(0), "eggs", (6, 5, 4));
        case(text, Part::Step(1), "fry", (7, 11, 3));
        case(text, Part::Footnote(0), "hens", (9, 13, 4));
        let text = "{\"title\": \"T\", \"ingredients\": [\"2 \\u00bd eggs\", \"1 ham\"]}";
        case(text, Part::Ingredient(1), "ham", (1, 52, 3));
    }

    #[test]
    fn what_was_printed_is_found() {
        let text = "T\n\nINGREDIENTS\n\n  2 eggs\n\nSTEPS\n\n  1. Beat the\n     eggs.\n";
        case(text, Part::Ingredient(0), "eggs", (5, 5, 4));
        case(text, Part::Step(0), "eggs", (10, 6, 4));
    }

    #[test]
    fn bytes_are_those_of_the_source() {
        let text = "\u{feff}title: T\ningredients: [2 eggs]\nsteps: [\"Beat \\u00bd egg\"]\n";
        let places = Places::of(text);
        let span = Span::new(5, 7);
        let found = places
            .bytes(Part::Step(0), "Beat ½ egg", span)
            .expect("bytes");
        assert_eq!(&text[found], "\\u00bd");
    }
}
