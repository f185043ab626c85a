//! Standard output: the result and nothing else.

use super::{Failure, report};
use std::io::{self, IsTerminal, Write};

/// Prose is not wrapped wider than this, however wide the terminal: long lines are hard
/// to read.
const WIDEST: usize = 100;

/// Where there is no terminal to ask.
const USUAL_WIDTH: usize = 80;

/// Writes `text` to standard output.
///
/// A reader that has seen enough and closed its end is no failure.
pub(super) fn write(text: &str) -> Result<(), Failure> {
    let stdout = io::stdout();
    let shown = if stdout.is_terminal() {
        report::harmless(text)
    } else {
        text.into()
    };
    let mut out = stdout.lock();
    match out.write_all(shown.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            report::error(
                &format!("could not write the result: {error}"),
                Some("check the disk and whatever reads the output"),
            );
            Err(Failure::CouldNotRun)
        }
    }
}

/// The column at which prose is wrapped.
pub(super) fn width() -> usize {
    if !io::stdout().is_terminal() {
        return USUAL_WIDTH;
    }
    terminal_size::terminal_size()
        .map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0).min(WIDEST))
}
