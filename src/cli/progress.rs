//! One line on a terminal that tells how far a long command is.

use super::harmless::harmless_line;
use super::report;
use std::cell::Cell;
use std::io::{self, IsTerminal};
use unicode_width::UnicodeWidthStr as _;

/// Fewer steps are done before anybody could read about them.
const FEWEST: usize = 20;

/// Tells how many of all steps are done, on a terminal.
pub(super) struct Progress {
    all: Option<usize>,
    shown: bool,
    /// How wide the line is that stands there now.
    width: Cell<usize>,
}

impl Progress {
    /// Returns the progress of `all` steps, or of an unknown number of them.
    pub(super) fn new(all: Option<usize>) -> Progress {
        Progress {
            all,
            shown: all.is_none_or(|all| all >= FEWEST) && io::stderr().is_terminal(),
            width: Cell::new(0),
        }
    }

    /// Shows that `done` steps are done, the last one being `name`.
    pub(super) fn show(&self, done: usize, name: &str) {
        if self.shown {
            self.clear();
            let name: String = harmless_line(name).chars().take(50).collect();
            let all = self.all.map_or_else(String::new, |all| format!("/{all}"));
            let line = format!("{done}{all} {name}");
            self.width.set(line.width());
            report::write_raw(&format!("\r{line}"));
        }
    }

    /// Takes the line away before anything else is written: with blanks, because a
    /// terminal without colors may know no commands.
    pub(super) fn clear(&self) {
        if self.width.get() > 0 {
            let blank = " ".repeat(self.width.take());
            report::write_raw(&format!("\r{blank}\r"));
        }
    }
}
