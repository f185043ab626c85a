//! Standard output: the result and nothing else.

use super::{Failure, report};
use std::fs;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::Path;

/// Prose is not wrapped wider than this, however wide the terminal: long lines are hard
/// to read.
const WIDEST: usize = 100;

/// Where there is no terminal to ask.
const USUAL_WIDTH: usize = 80;

/// Writes `text` to standard output.
pub(super) fn write(text: &str) -> Result<(), Failure> {
    let mut out = stream();
    out.text(text)?;
    out.finish().map(|_| ())
}

/// Returns standard output for a result that is written bit by bit.
pub(super) fn stream() -> Stream {
    let stdout = io::stdout();
    Stream {
        on_terminal: stdout.is_terminal(),
        out: BufWriter::with_capacity(1 << 16, stdout.lock()),
    }
}

/// Whether there is anyone to write for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// It was written.
    All,
    /// The reader has seen enough and closed its end, which is no failure.
    NobodyReads,
}

/// Standard output, written bit by bit.
pub(super) struct Stream {
    on_terminal: bool,
    out: BufWriter<StdoutLock<'static>>,
}

impl Stream {
    /// Writes `text`.
    pub(super) fn text(&mut self, text: &str) -> Result<Written, Failure> {
        let shown = if self.on_terminal {
            report::harmless(text)
        } else {
            text.into()
        };
        written(self.out.write_all(shown.as_bytes()))
    }

    /// Writes what is held back so far.
    pub(super) fn flush(&mut self) -> Result<Written, Failure> {
        written(self.out.flush())
    }

    /// Writes what is still held back.
    pub(super) fn finish(mut self) -> Result<Written, Failure> {
        written(self.out.flush())
    }
}

fn written(result: io::Result<()>) -> Result<Written, Failure> {
    match result {
        Ok(()) => Ok(Written::All),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Written::NobodyReads),
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
