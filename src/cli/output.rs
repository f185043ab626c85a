//! Standard output: the result and nothing else.

use super::{Failure, report};
use std::io::{self, BufWriter, IsTerminal, Write};

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
        out: BufWriter::with_capacity(1 << 16, plain(stdout)),
    }
}

/// Standard output as the file that it is. The library's own takes a stream that cannot
/// be written for one that nobody reads.
#[cfg(unix)]
fn plain(stdout: io::Stdout) -> Box<dyn Write> {
    use std::os::fd::AsFd as _;
    match stdout.as_fd().try_clone_to_owned() {
        Ok(file) => Box::new(std::fs::File::from(file)),
        Err(_) => Box::new(stdout.lock()),
    }
}

#[cfg(not(unix))]
fn plain(stdout: io::Stdout) -> Box<dyn Write> {
    Box::new(stdout.lock())
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
    out: BufWriter<Box<dyn Write>>,
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

    /// Writes a line that is not text for certain, as it is.
    pub(super) fn raw_line(&mut self, bytes: &[u8]) -> Result<Written, Failure> {
        match std::str::from_utf8(bytes) {
            Err(_) if !self.on_terminal => written(
                self.out
                    .write_all(bytes)
                    .and_then(|()| self.out.write_all(b"\n")),
            ),
            Err(_) => self.line(&String::from_utf8_lossy(bytes)),
            Ok(text) => self.line(text),
        }
    }

    /// Writes `text` and a line end; on a terminal at once, for whoever types there.
    pub(super) fn line(&mut self, text: &str) -> Result<Written, Failure> {
        if self.text(text)? == Written::NobodyReads || self.text("\n")? == Written::NobodyReads {
            return Ok(Written::NobodyReads);
        }
        if self.on_terminal {
            return written(self.out.flush());
        }
        Ok(Written::All)
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

/// The column at which prose is wrapped.
pub(super) fn width() -> usize {
    if !io::stdout().is_terminal() {
        return USUAL_WIDTH;
    }
    terminal_size::terminal_size()
        .map_or(USUAL_WIDTH, |(width, _)| usize::from(width.0).min(WIDEST))
}
