//! A text of the tables, by where it stands in the letters of all of them.
//!
//! Owns how such a text is found again. Must never know what it says. A `&str` holds an
//! address, which the system has to fill in whenever the program starts; for the
//! thousands of texts of the tables that would take longer than scaling a recipe.

use super::table::LETTERS;
use std::fmt;

/// Where a text stands in [`LETTERS`]; each stands there once, so that two are the same
/// if they stand in the same place.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Text {
    start: u32,
    length: u32,
}

impl Text {
    /// Returns the text of `length` bytes at `start`.
    pub(super) const fn at(start: u32, length: u32) -> Text {
        Text { start, length }
    }

    /// Its letters.
    pub(super) const fn letters(self) -> &'static str {
        let (_, from_start) = LETTERS.split_at(self.start as usize);
        from_start.split_at(self.length as usize).0
    }

    /// Its letters as bytes, which are quicker to come by.
    pub(super) const fn bytes(self) -> &'static [u8] {
        let (_, from_start) = LETTERS.as_bytes().split_at(self.start as usize);
        from_start.split_at(self.length as usize).0
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.letters().fmt(f)
    }
}
