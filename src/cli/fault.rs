//! What to say where a file, a folder or a device does not do as asked.
//!
//! Owns the cure for each fault. Must never know what was to be read or written.

use super::{Failure, report};
use std::io::{self, ErrorKind};
use std::path::Path;

/// Reports that what is called `name` could not be read.
pub(super) fn could_not_read(name: &str, error: &io::Error) -> Failure {
    let cure = match error.kind() {
        // What was read is wrong, not the reading of it.
        ErrorKind::InvalidData => {
            report::error(
                &format!("`{name}`: {error}"),
                Some("give a text with line ends"),
            );
            return Failure::Wrong;
        }
        ErrorKind::NotFound if Path::new(name).is_symlink() => {
            "it is a link to nothing; point it at a file, or remove it"
        }
        ErrorKind::NotFound => "check the path",
        ErrorKind::PermissionDenied => "ask whoever owns it to let you read it",
        ErrorKind::IsADirectory => "give a file in that folder",
        _ if Path::new(name).is_symlink() => {
            "if it is a link to itself, point it at a file; else look after the disk"
        }
        _ => "see whether other programs can read it",
    };
    report::error(&format!("could not read `{name}`: {error}"), Some(cure));
    Failure::CouldNotRun
}

/// Reports that `path` could not be written.
pub(super) fn could_not_write(path: &Path, error: &io::Error) -> Failure {
    report::error(
        &format!("could not write `{}`: {error}", path.display()),
        Some(cure_for_writing(error)),
    );
    Failure::CouldNotRun
}

/// What helps where `error` kept something from being written.
pub(super) fn cure_for_writing(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room on the disk and try again",
        ErrorKind::FileTooLarge => "raise the limit for files: `ulimit -f unlimited`",
        ErrorKind::PermissionDenied => "allow writing there, or choose another folder",
        ErrorKind::ReadOnlyFilesystem => "choose a folder on a disk that can be written",
        ErrorKind::IsADirectory => "a folder is called so; move it away",
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            "a file stands where a folder is needed; choose another folder"
        }
        ErrorKind::NotFound => "choose a folder that is there or can be made",
        _ => "see whether other programs can write there",
    }
}
