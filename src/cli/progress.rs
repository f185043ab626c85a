//! One line on a terminal that tells how far a long command is.

use super::report;
use std::io::{self, IsTerminal};

/// Fewer steps are done before anybody could read about them.
const FEWEST: usize = 20;

/// Tells how many of all steps are done, on a terminal.
pub(super) struct Progress {
    all: usize,
    shown: bool,
}

impl Progress {
    /// Returns the progress of `all` steps.
    pub(super) fn new(all: usize) -> Progress {
        Progress {
            all,
            shown: all >= FEWEST && io::stderr().is_terminal(),
        }
    }

    /// Shows that `done` steps are done and `name` is next.
    pub(super) fn show(&self, done: usize, name: &str) {
        if self.shown {
            let name: String = report::harmless(name).chars().take(50).collect();
            report::write_raw(&format!("\r\x1b[K{done}/{} {name}", self.all));
        }
    }

    /// Takes the line away before anything else is written.
    pub(super) fn clear(&self) {
        if self.shown {
            report::write_raw(&"\r\x1b[K");
        }
    }
}
