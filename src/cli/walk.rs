//! The files below a folder, in the order of their paths.
//!
//! Owns which files of a folder count. Must never read one.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};
use std::vec;

/// The files below a folder that have one of some endings. Hidden files and folders are
/// passed over; a folder to which several links lead is looked into once.
pub(super) struct Walk {
    endings: &'static [&'static str],
    /// What is still to be looked at in each folder on the way down.
    open: Vec<vec::IntoIter<Entry>>,
    /// The folders that have been looked into.
    seen: HashSet<PathBuf>,
    /// What could not be looked into.
    failed: Option<(PathBuf, io::Error)>,
}

struct Entry {
    path: PathBuf,
    is_folder: bool,
}

impl Walk {
    /// Returns the files below `folder`, leaving out the folder `except`.
    pub(super) fn below(
        folder: &Path,
        endings: &'static [&'static str],
        except: Option<&Path>,
    ) -> Walk {
        let mut walk = Walk {
            endings,
            open: Vec::new(),
            seen: HashSet::new(),
            failed: None,
        };
        walk.look_into(folder);
        walk.seen
            .extend(except.and_then(|path| fs::canonicalize(path).ok()));
        walk
    }

    fn look_into(&mut self, folder: &Path) {
        let known = fs::canonicalize(folder).unwrap_or_else(|_| folder.into());
        if !self.seen.insert(known) {
            return;
        }
        match self.list(folder) {
            Ok(entries) => self.open.push(entries.into_iter()),
            Err(error) => self.failed = Some((folder.into(), error)),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            entries.extend(self.entry(&entry?));
        }
        entries
            .sort_unstable_by(|a: &Entry, b: &Entry| a.path.file_name().cmp(&b.path.file_name()));
        Ok(entries)
    }

    fn entry(&self, entry: &DirEntry) -> Option<Entry> {
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(b".") {
            return None;
        }
        let path = entry.path();
        let mut kind = entry.file_type().ok()?;
        if kind.is_symlink() {
            match fs::metadata(&path) {
                Ok(metadata) => kind = metadata.file_type(),
                // What keeps it from being read is told when it is.
                Err(_) if has_ending(&path, self.endings) => {
                    let is_folder = false;
                    return Some(Entry { path, is_folder });
                }
                Err(_) => return None,
            }
        }
        let is_meant = kind.is_dir() || kind.is_file() && has_ending(&path, self.endings);
        is_meant.then_some(Entry {
            path,
            is_folder: kind.is_dir(),
        })
    }
}

impl Iterator for Walk {
    /// A file, or a folder that could not be looked into.
    type Item = Result<PathBuf, (PathBuf, io::Error)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(failed) = self.failed.take() {
                return Some(Err(failed));
            }
            match self.open.last_mut()?.next() {
                Some(entry) if entry.is_folder => self.look_into(&entry.path),
                Some(entry) => return Some(Ok(entry.path)),
                None => {
                    self.open.pop();
                }
            }
        }
    }
}

/// Whether the name of `path` ends in one of `endings`, in small letters or large ones.
fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        endings
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}
