//! Lines of any number, read in blocks of whole lines.
//!
//! Owns where a stream of lines may be cut. Must never know what a line says.

use super::Failure;
use super::fault::could_not_read;
use super::input::{FARTHEST_LINE_END, endless_line};
use super::report::{self, Origin};
use super::sources::nothing_in;
use super::walk::Walk;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::mem;
use std::path::Path;
use std::vec;

/// So much is read at once. What a pipe brings is passed on without waiting for more.
const AT_ONCE: usize = 1 << 16;

/// Some whole lines.
pub(super) struct Block {
    /// The name of the stream.
    name: String,
    /// How many lines of the stream stand above.
    above: usize,
    bytes: Vec<u8>,
    /// What could not be read, as has been said in these reports.
    pub(super) failed: Option<String>,
}

impl Block {
    /// Returns each line, without its line end.
    pub(super) fn lines(&self) -> impl Iterator<Item = &[u8]> {
        let bytes = self.bytes.strip_suffix(b"\n").unwrap_or(&self.bytes);
        let is_empty = self.bytes.is_empty();
        let lines = bytes.split(|byte| *byte == b'\n');
        lines.skip(usize::from(is_empty))
    }

    /// Returns where the line at `index` stands, without its text.
    pub(super) fn origin(&self, index: usize) -> Origin {
        Origin {
            above: self.above + index,
            ..Origin::new(self.name.clone(), String::new())
        }
    }
}

/// The lines of one stream.
struct Stream {
    name: String,
    source: Box<dyn Read + Send>,
    /// The beginning of a line whose end has not come.
    rest: Vec<u8>,
    above: usize,
    /// How much has been read of a line that is longer than any may be, and whose
    /// beginning has been passed on.
    skipped: Option<usize>,
    /// Lines need not be kept longer than shows that they are too long.
    most: usize,
}

impl Stream {
    fn new(name: &str, source: Box<dyn Read + Send>, most: usize) -> Stream {
        Stream {
            name: name.into(),
            source,
            rest: Vec::new(),
            above: 0,
            skipped: None,
            most,
        }
    }

    /// The next lines; `None` at the end.
    fn next(&mut self) -> io::Result<Option<Block>> {
        loop {
            let start = self.rest.len();
            self.rest.resize(start + AT_ONCE, 0);
            let read = loop {
                match self.source.read(&mut self.rest[start..]) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read,
                }
            };
            self.rest.truncate(start + *read.as_ref().unwrap_or(&0));
            if read? == 0 {
                let last = mem::take(&mut self.rest);
                return Ok((!last.is_empty()).then(|| self.block(last)));
            }
            if let Some(skipped) = self.skipped {
                let end = self.rest.iter().position(|byte| *byte == b'\n');
                let skipped = skipped + self.rest.len();
                if skipped > FARTHEST_LINE_END {
                    return Err(endless_line());
                }
                self.skipped = end.is_none().then_some(skipped);
                self.rest
                    .drain(..end.map_or(self.rest.len(), |end| end + 1));
            }
            let end = self.rest.iter().rposition(|byte| *byte == b'\n');
            if let Some(end) = end {
                let rest = self.rest.split_off(end + 1);
                let whole = mem::replace(&mut self.rest, rest);
                return Ok(Some(self.block(whole)));
            }
            if self.rest.len() > self.most {
                self.skipped = Some(self.rest.len());
                let begun = mem::take(&mut self.rest);
                return Ok(Some(self.block(begun)));
            }
        }
    }

    fn block(&mut self, bytes: Vec<u8>) -> Block {
        let above = self.above;
        let ends = bytes.iter().filter(|byte| **byte == b'\n').count();
        self.above += ends.max(1);
        Block {
            name: self.name.clone(),
            above,
            bytes,
            failed: None,
        }
    }
}

/// The lines of all files that were asked for, in blocks.
pub(super) struct Blocks {
    arguments: vec::IntoIter<OsString>,
    endings: &'static [&'static str],
    folder: Option<(String, Walk, bool)>,
    stream: Option<Stream>,
    most: usize,
}

impl Blocks {
    /// Returns the lines of the files that `arguments` name, or of standard input; of
    /// folders the files that have one of `endings`. `usage` says how lines are given.
    pub(super) fn new(
        arguments: &[OsString],
        endings: &'static [&'static str],
        most: usize,
        usage: &str,
    ) -> Result<Blocks, Failure> {
        let mut arguments = arguments.to_vec();
        if arguments.is_empty() {
            arguments.push("-".into());
        }
        let is_asked = arguments.iter().any(|argument| argument == "-");
        if is_asked && io::stdin().is_terminal() {
            report::error("no lines were given", Some(usage));
            return Err(Failure::CouldNotRun);
        }
        Ok(Blocks {
            arguments: arguments.into_iter(),
            endings,
            folder: None,
            stream: None,
            most,
        })
    }

    fn begin(&mut self, argument: &OsStr) -> Result<(), Failure> {
        if argument == "-" {
            let stdin = Box::new(io::stdin());
            self.stream = Some(Stream::new("standard input", stdin, self.most));
            return Ok(());
        }
        if Path::new(argument).is_dir() {
            let walk = Walk::below(Path::new(argument), self.endings, None);
            self.folder = Some((argument.display().to_string(), walk, true));
            return Ok(());
        }
        self.open(Path::new(argument))
    }

    fn open(&mut self, path: &Path) -> Result<(), Failure> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| could_not_read(&name, &error))?;
        self.stream = Some(Stream::new(&name, Box::new(file), self.most));
        Ok(())
    }

    /// Opens the next file of the folder; returns whether there was one.
    fn next_of_folder(&mut self) -> Result<bool, Failure> {
        let Some((name, walk, is_empty)) = &mut self.folder else {
            return Ok(false);
        };
        match walk.next() {
            Some(found) => {
                *is_empty = false;
                match found {
                    Ok(path) => self.open(&path)?,
                    Err((path, error)) => {
                        return Err(could_not_read(&path.display().to_string(), &error));
                    }
                }
                Ok(true)
            }
            None if *is_empty => {
                let failure = nothing_in(Path::new(name), self.endings);
                self.folder = None;
                Err(failure)
            }
            None => {
                self.folder = None;
                Ok(false)
            }
        }
    }

    fn next_block(&mut self) -> Result<Option<Block>, Failure> {
        loop {
            if let Some(stream) = &mut self.stream {
                match stream.next() {
                    Ok(Some(block)) => return Ok(Some(block)),
                    Ok(None) => self.stream = None,
                    Err(error) => {
                        let failure = could_not_read(&stream.name, &error);
                        self.stream = None;
                        return Err(failure);
                    }
                }
            }
            if !self.next_of_folder()? {
                let Some(argument) = self.arguments.next() else {
                    return Ok(None);
                };
                self.begin(&argument)?;
            }
        }
    }
}

impl Iterator for Blocks {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        match report::held(|| self.next_block()) {
            (Ok(block), _) => block,
            (Err(_), reports) => Some(Block {
                name: String::new(),
                above: 0,
                bytes: Vec::new(),
                failed: Some(reports),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A stream that gives so many bytes at a time.
    struct Slowly(Vec<u8>, usize);

    impl Read for Slowly {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.0.len().min(buffer.len()).min(self.1);
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0.drain(..length);
            Ok(length)
        }
    }

    #[track_caller]
    fn case(text: &str, most: usize, expected: &[(usize, &str)]) {
        for step in [1, 2, 3, 7, 100] {
            let source = Slowly(text.into(), step);
            let mut stream = Stream::new("a pipe", Box::new(source), most);
            let mut lines = Vec::new();
            while let Some(block) = stream.next().expect("readable") {
                for (index, line) in block.lines().enumerate() {
                    let shown = &line[..line.len().min(most + 1)];
                    let line = String::from_utf8_lossy(shown).into_owned();
                    lines.push((block.origin(index).above, line));
                }
            }
            let expected = expected
                .iter()
                .map(|(above, line)| (*above, (*line).into()));
            assert_eq!(lines, Vec::from_iter(expected), "{step} bytes at a time");
        }
    }

    #[test]
    fn lines_are_whole_and_counted() {
        case("", 9, &[]);
        case("a", 9, &[(0, "a")]);
        case("a\n", 9, &[(0, "a")]);
        case("\n", 9, &[(0, "")]);
        case("a\n\n\nb", 9, &[(0, "a"), (1, ""), (2, ""), (3, "b")]);
        case(
            "12345\n1\n1234567\n12",
            4,
            &[(0, "12345"), (1, "1"), (2, "12345"), (3, "12")],
        );
        case("123456789", 4, &[(0, "12345")]);
    }
}
