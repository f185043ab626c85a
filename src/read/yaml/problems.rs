//! What is wrong with a document, collected while it is read and placed at the end.
//!
//! Owns the way from a node's path to a line and a column. Nodes carry no position,
//! so that a good file costs nothing; a bad one is searched again for each problem.

use super::node::{self, Node};
use crate::diagnostic::{Diagnostic, Place};
use crate::recipe::{Part, Span};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// More problems than this are counted, not listed.
const MOST_LISTED: usize = 20;

/// Each problem takes a search through the whole text; of a large one fewer are listed.
const MOST_SEARCHED: usize = 2 << 20;

/// Room for the way to so deep a node is made at once.
const USUAL_DEPTH: usize = 4;

/// Collects problems; knows at which node the reader is.
pub(super) struct Problems<'t> {
    text: &'t str,
    path: Vec<usize>,
    found: Vec<Diagnostic>,
    errors: usize,
    /// Where the parts of the recipe stand, if someone wants to know.
    parts: Option<Vec<(Part, Vec<usize>)>>,
    /// How many ingredients, steps and footnotes there were so far.
    counts: [usize; 3],
}

impl<'t> Problems<'t> {
    pub(super) fn new(text: &'t str) -> Problems<'t> {
        Problems {
            text,
            path: Vec::with_capacity(USUAL_DEPTH),
            found: Vec::new(),
            errors: 0,
            parts: None,
            counts: [0; 3],
        }
    }

    /// Collects the path of every part of the recipe besides.
    pub(super) fn with_paths(text: &'t str) -> Problems<'t> {
        Problems {
            parts: Some(Vec::new()),
            ..Problems::new(text)
        }
    }

    /// The paths that were collected.
    pub(super) fn into_paths(self) -> Vec<(Part, Vec<usize>)> {
        self.parts.unwrap_or_default()
    }

    /// The reader is at something that makes up the field `key`, or is an item of it.
    pub(super) fn mark(&mut self, key: &str) {
        // Mostly nobody does.
        if self.parts.is_some() {
            self.put_part(key);
        }
    }

    #[cold]
    fn put_part(&mut self, key: &str) {
        let Some(parts) = &mut self.parts else {
            return;
        };
        let mut count = |kind: usize| {
            self.counts[kind] += 1;
            self.counts[kind] - 1
        };
        let part = match key {
            "ingredients" => Part::Ingredient(count(0)),
            "steps" => Part::Step(count(1)),
            "footnotes" => Part::Footnote(count(2)),
            "title" => Part::Title,
            "servings" => Part::Servings,
            key if key.starts_with("time") => Part::Time,
            _ => return,
        };
        parts.push((part, self.path.clone()));
    }

    /// Goes down to the entry `index` of the node the reader is at.
    pub(super) fn enter(&mut self, index: usize) {
        self.path.push(index);
    }

    /// Reads the entries of a mapping one by one; of a key that stands twice it says so, and
    /// reads only the first.
    pub(super) fn each_entry(
        &mut self,
        entries: &[(Cow<str>, Node)],
        mut read: impl FnMut(&mut Self, &str, &Node),
    ) {
        let mut seen = Keys::new();
        for (index, (key, value)) in entries.iter().enumerate() {
            self.enter(index);
            if seen.repeats(key.as_ref()) {
                self.key_error(
                    "duplicate-key",
                    format!("`{key}` stands twice"),
                    "keep one of them",
                );
            } else {
                read(self, key, value);
            }
            self.leave();
        }
    }

    /// Goes back up.
    pub(super) fn leave(&mut self) {
        self.path.pop();
    }

    pub(super) fn any_error(&self) -> bool {
        self.errors > 0
    }

    /// An error about the node the reader is at.
    pub(super) fn error(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::error(code, message).hint(hint);
        self.place(diagnostic, false, None);
    }

    /// An error about the part `span` of the text of the node the reader is at.
    pub(super) fn error_in(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
        scalar: &str,
        span: Span,
    ) {
        let diagnostic = Diagnostic::error(code, message).hint(hint);
        self.place(diagnostic, false, Some((scalar, span)));
    }

    /// A note about the node the reader is at.
    pub(super) fn note(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::note(code, message).hint(hint);
        self.place(diagnostic, false, None);
    }

    /// An error about the key of the entry the reader is at.
    pub(super) fn key_error(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::error(code, message).hint(hint);
        self.place(diagnostic, true, None);
    }

    /// An error about a key that nobody knows, with the nearest of those `known`.
    pub(super) fn unknown_key<'k>(
        &mut self,
        key: &str,
        known: impl Iterator<Item = &'k &'static str>,
    ) {
        if self.is_full() {
            self.errors += 1;
            return;
        }
        let known: Vec<&str> = known.copied().collect();
        let hint = match crate::diagnostic::nearest(key, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the keys are {}", known.join(", ")),
        };
        self.key_error("unknown-key", format!("unknown key `{key}`"), hint);
    }

    /// Something with a place of its own.
    pub(super) fn say(&mut self, diagnostic: Diagnostic) {
        if diagnostic.severity == crate::diagnostic::Severity::Error {
            self.errors += 1;
        }
        self.found.push(diagnostic);
    }

    /// Whether further problems are only counted.
    fn is_full(&self) -> bool {
        let most = (MOST_SEARCHED / self.text.len().max(1)).clamp(1, MOST_LISTED);
        self.found.len() >= most
    }

    fn place(&mut self, mut diagnostic: Diagnostic, key: bool, part: Option<(&str, Span)>) {
        if diagnostic.severity == crate::diagnostic::Severity::Error {
            self.errors += 1;
        }
        if self.is_full() {
            return;
        }
        if let Some((line, column)) = node::locate(self.text, &self.path, key) {
            diagnostic.place = Some(self.narrow(line, column, key, part));
        }
        self.found.push(diagnostic);
    }

    /// The place of a node, or of a part of its text where that stands on one line.
    fn narrow(&self, line: usize, column: usize, key: bool, part: Option<(&str, Span)>) -> Place {
        let source = self.text.lines().nth(line - 1).unwrap_or_default();
        let rest: &str = {
            let start = source
                .char_indices()
                .nth(column - 1)
                .map_or(source.len(), |(at, _)| at);
            &source[start..]
        };
        let quote = usize::from(rest.starts_with(['"', '\'']));
        if let Some((scalar, span)) = part
            && rest[quote..].starts_with(scalar)
            && let (Some(before), Some(meant)) =
                (scalar.get(..span.start as usize), scalar.get(span.range()))
        {
            return Place {
                line,
                column: column + quote + before.chars().count(),
                length: meant.chars().count(),
            };
        }
        let before = &source[..source.len() - rest.len()];
        let in_brackets = before.contains(['{', '[']);
        let end = match (key, rest.chars().next()) {
            (true, _) => rest.find(':').unwrap_or(rest.len()),
            (false, Some('{' | '[' | '|' | '>')) => 1,
            _ if in_brackets => rest.find([',', '}', ']']).unwrap_or(rest.len()),
            _ => rest.find(" #").unwrap_or(rest.len()),
        };
        Place {
            line,
            column,
            length: rest[..end].trim_end().chars().count(),
        }
    }

    /// The remarks, or everything if anything is an error.
    pub(super) fn finish(mut self) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
        let position = |found: &Diagnostic| {
            found
                .place
                .map_or((0, 0), |place| (place.line, place.column))
        };
        self.found.sort_by_key(position);
        if self.errors == 0 {
            return Ok(self.found);
        }
        let listed = self
            .found
            .iter()
            .filter(|found| found.severity == crate::diagnostic::Severity::Error)
            .count();
        if self.errors > listed {
            let more = self.errors - listed;
            self.found.push(Diagnostic::error(
                "more",
                format!("{more} more errors are not listed"),
            ));
        }
        Err(self.found)
    }
}

/// The keys that a mapping had so far.
pub(super) struct Keys<'k> {
    /// The first few, which are all there are in nearly every mapping.
    few: [&'k str; FEW],
    count: usize,
    many: BTreeSet<Cow<'k, str>>,
}

/// So many keys are found faster one by one than in a sorted set.
const FEW: usize = 16;

impl<'k> Keys<'k> {
    pub(super) fn new() -> Keys<'k> {
        Keys {
            few: [""; FEW],
            count: 0,
            many: BTreeSet::new(),
        }
    }

    /// Whether `key` was there before; from now on it was.
    pub(super) fn repeats(&mut self, key: impl Into<Cow<'k, str>>) -> bool {
        let key = key.into();
        if self.has(&key) {
            return true;
        }
        match key {
            Cow::Borrowed(key) if self.count < FEW => {
                self.few[self.count] = key;
                self.count += 1;
            }
            key => {
                self.many.insert(key);
            }
        }
        false
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.few[..self.count].contains(&key) || !self.many.is_empty() && self.many.contains(key)
    }
}
