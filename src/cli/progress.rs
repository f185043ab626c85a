//! One line on a terminal that tells how far a long command is.

use super::report;
use std::io::{self, IsTerminal};

/// Fewer steps are done before anybody could read about them.
const FEWEST: usize = 20;

/// Tells how many of all steps are done, on a terminal.
pub(super) struct Progress {
    all: Option<usize>,
    shown: bool,
}

impl Progress {
    /// Returns the progress of `all` steps, or of an unknown number of them.
    pub(super) fn new(all: Option<usize>) -> Progress {
        Progress {
            all,
            shown: all.is_none_or(|all| all >= FEWEST) && io::stderr().is_terminal(),
        }
    }

    /// Shows that `done` steps are done, the last one being `name`.
    pub(super) fn show(&self, done: usize, name: &str) {
        if self.shown {
            let name: String = report::harmless(name).chars().take(50).collect();
            let all = self.all.map_or_else(String::new, |all| format!("/{all}"));
            report::write_raw(&format!("\r\x1b[K{done}{all} {name}"));
        }
    }

    /// Takes the line away before anything else is written.
    pub(super) fn clear(&self) {
        if self.shown {
            report::write_raw(&"\r\x1b[K");
        }
    }
}
