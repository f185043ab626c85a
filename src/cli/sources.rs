//! The recipes that were asked for: by name, below folders, on standard input.
//!
//! Owns the order in which they come. Must never read a recipe.

use super::fault::could_not_read;
use super::parts::{Parts, parted};
use super::report::{self, Origin};
use super::walk::Walk;
use super::{Failure, input};
use porkcli::amount::Amount;
use porkcli::read::MOST_BYTES;
use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::vec;

/// So many files are worth the way to another thread.
const TOGETHER: usize = 16;

/// So many are, where the results of all are put together one after the other.
const MORE_TOGETHER: usize = 128;

/// Something to be opened, and then read.
pub(super) enum Source {
    /// The recipe that has this name.
    Named(OsString),
    /// A file, and its path below the folder that was named, with the servings that the
    /// name of the folder carried.
    Found(PathBuf, PathBuf, Option<Amount>),
    /// A recipe on standard input, and whether it is one of several there.
    Part(Origin, bool),
    /// What could not be found, as has been said in these reports.
    Failed(String, Failure),
}

/// The text of a recipe that was asked for.
pub(super) struct Asked {
    pub(super) origin: Origin,
    /// The servings that its name carried: the 8 of `maple-belly@8`.
    pub(super) serves: Option<Amount>,
    /// Its file: the path below the folder that was named, or else the bare name. `None`
    /// if it has no file of its own.
    pub(super) file: Option<PathBuf>,
    /// Whether it is one of several in a file.
    pub(super) is_part: bool,
}

impl Source {
    /// Opens it, and parts it if several recipes stand in it.
    pub(super) fn open(self) -> Result<Vec<Asked>, Failure> {
        let whole = self.open_whole()?;
        let parts = whole.parts()?;
        let is_alone = parts.len() == 1;
        let asked = |origin| Asked {
            origin,
            serves: whole.serves,
            file: whole.file.clone().filter(|_| is_alone),
            is_part: whole.is_part || !is_alone,
        };
        Ok(parts.into_iter().map(asked).collect())
    }

    /// Opens it as it is.
    pub(super) fn open_whole(self) -> Result<Asked, Failure> {
        let mut is_part = false;
        let (origin, serves, file) = match self {
            Source::Named(name) => {
                let (origin, serves) = input::find_text(Some(&name))?;
                let file = origin.path.as_deref().and_then(Path::file_name);
                let file = file.map(PathBuf::from);
                (origin, serves, file)
            }
            Source::Found(path, below, serves) => (input::read_file(&path)?, serves, Some(below)),
            Source::Part(origin, is_one_of_several) => {
                is_part = is_one_of_several;
                (origin, None, None)
            }
            Source::Failed(reports, failure) => {
                report::write_raw(&reports);
                return Err(failure);
            }
        };
        Ok(Asked {
            origin,
            serves,
            file,
            is_part,
        })
    }
}

impl Asked {
    /// The recipes in it, each as its own text.
    pub(super) fn parts(&self) -> Result<Vec<Origin>, Failure> {
        let is_cut = self.origin.text.len() > MOST_BYTES;
        match &self.origin.path {
            // What is no file cannot be read again from its beginning.
            Some(path) if is_cut && path.is_file() => parts_of(path),
            _ if is_cut || self.is_part => Ok(vec![self.origin.clone()]),
            _ => Ok(parted(&self.origin)),
        }
    }
}

/// The recipes in a file that is larger than one recipe can be.
fn parts_of(path: &Path) -> Result<Vec<Origin>, Failure> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| could_not_read(&name, &error))?;
    let mut all = Vec::new();
    for parts in Parts::new(&name, file) {
        all.extend(parts?);
    }
    Ok(all)
}

/// What the arguments of a command name, some at a time.
pub(super) struct Sources {
    arguments: vec::IntoIter<OsString>,
    endings: &'static [&'static str],
    /// The folder that results are written into.
    except: Option<PathBuf>,
    folder: Option<Folder>,
    stream: Option<Parts>,
    /// What has been read from standard input.
    parts: vec::IntoIter<Origin>,
    /// Whether there have been several.
    are_several: bool,
    is_many: bool,
    together: usize,
}

/// A folder that is being looked through.
struct Folder {
    path: PathBuf,
    serves: Option<Amount>,
    walk: Walk,
    is_empty: bool,
}

impl Sources {
    /// Returns what `arguments` name, or standard input if there are none; of folders the
    /// files that have one of `endings`, without those in the folder `except`.
    pub(super) fn new(
        arguments: &[OsString],
        endings: &'static [&'static str],
        except: Option<&Path>,
    ) -> Result<Sources, Failure> {
        let mut arguments = arguments.to_vec();
        if arguments.is_empty() {
            arguments.push("-".into());
        }
        if arguments.iter().any(|argument| argument == "-") {
            // At a terminal, nothing is begun.
            input::standard_input()?;
        }
        let is_many = arguments.len() > 1 || input::folder_named(&arguments[0])?.is_some();
        Ok(Sources {
            arguments: arguments.into_iter(),
            endings,
            except: except.map(Path::to_path_buf),
            folder: None,
            stream: None,
            parts: Vec::new().into_iter(),
            are_several: false,
            is_many,
            together: TOGETHER,
        })
    }

    /// Returns the same, more at a time.
    pub(super) fn in_larger_groups(self) -> Sources {
        Sources {
            together: MORE_TOGETHER,
            ..self
        }
    }

    /// Whether several recipes are asked for: more than one by name, or a folder.
    pub(super) fn is_many(&self) -> bool {
        self.is_many
    }

    fn next_source(&mut self) -> Option<Source> {
        loop {
            if let Some(part) = self.parts.next() {
                return Some(Source::Part(part, self.are_several));
            }
            match self
                .stream
                .as_mut()
                .map(|stream| report::held(|| stream.next()))
            {
                Some((Some(Ok(parts)), _)) => {
                    self.are_several |= parts.len() > 1;
                    self.parts = parts.into_iter();
                    continue;
                }
                Some((Some(Err(failure)), reports)) => {
                    return Some(Source::Failed(reports, failure));
                }
                Some((None, _)) => self.stream = None,
                None => {}
            }
            if let Some(source) = self.next_of_folder() {
                return Some(source);
            }
            let argument = self.arguments.next()?;
            match report::held(|| self.begin(argument)) {
                (Ok(None), _) => {}
                (Ok(Some(source)), _) => return Some(source),
                (Err(failure), reports) => return Some(Source::Failed(reports, failure)),
            }
        }
    }

    /// Begins with what `argument` names; returns it if it is but one.
    fn begin(&mut self, argument: OsString) -> Result<Option<Source>, Failure> {
        if argument == "-" {
            let stream = input::standard_input()?;
            self.stream = Some(Parts::new("standard input", stream));
            return Ok(None);
        }
        let Some((path, serves)) = input::folder_named(&argument)? else {
            return Ok(Some(Source::Named(argument)));
        };
        self.folder = Some(Folder {
            walk: Walk::below(&path, self.endings, self.except.as_deref()),
            path,
            serves,
            is_empty: true,
        });
        Ok(None)
    }

    fn next_of_folder(&mut self) -> Option<Source> {
        let folder = self.folder.as_mut()?;
        let failed = |(failure, reports)| Source::Failed(reports, failure);
        match folder.walk.next() {
            Some(found) => {
                folder.is_empty = false;
                Some(match found {
                    Ok(path) => {
                        let below = path.strip_prefix(&folder.path);
                        let below = below.map_or_else(|_| path.clone(), Path::to_path_buf);
                        Source::Found(path, below, folder.serves)
                    }
                    Err((path, error)) => {
                        let name = path.display().to_string();
                        failed(report::held(|| could_not_read(&name, &error)))
                    }
                })
            }
            None => {
                let folder = self.folder.take().filter(|folder| folder.is_empty)?;
                Some(failed(report::held(|| {
                    nothing_in(&folder.path, self.endings)
                })))
            }
        }
    }
}

impl Iterator for Sources {
    type Item = Vec<Source>;

    fn next(&mut self) -> Option<Vec<Source>> {
        let mut together = vec![self.next_source()?];
        // What is there already does not wait for what is yet to come through a pipe.
        while together.len() < self.together && (self.stream.is_none() || self.parts.len() > 0) {
            match self.next_source() {
                Some(source) => together.push(source),
                None => break,
            }
        }
        Some(together)
    }
}

/// Says that a folder has no file that is meant.
pub(super) fn nothing_in(folder: &Path, endings: &[&str]) -> Failure {
    let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    report::error(
        &format!("there is no file to read in `{}`", folder.display()),
        Some(&format!(
            "its files count if they end in {} and are not hidden",
            endings.join(", ")
        )),
    );
    Failure::CouldNotRun
}
