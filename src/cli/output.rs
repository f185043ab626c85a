//! Standard output: the result and nothing else.

use super::{Failure, report};
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

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

/// Writes `text` in the place of the file at `path`: all of it or, if anything fails,
/// nothing. Permissions stay; a link keeps pointing to the file.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file()
        .set_permissions(fs::metadata(&path)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}

/// The column at which prose is wrapped.
pub(super) fn width() -> usize {
    if !io::stdout().is_terminal() {
        return USUAL_WIDTH;
    }
    terminal_size::terminal_size()
        .map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0).min(WIDEST))
}
