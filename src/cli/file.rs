//! Files that are written: whole or not at all, whatever happens meanwhile.
//!
//! A text is written beside its file under no name or a temporary one, and takes the
//! file's place only when all of it is on the disk. Must never know what the text is.

use super::fault::cure_for_writing;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Why a file was not replaced; it is as it was.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotReplaced {
    #[error(transparent)]
    Fault(#[from] io::Error),
    #[error("it is no plain file")]
    NoFile,
    #[error("it is read-only")]
    ReadOnly,
    #[error("another program changed it meanwhile")]
    Changed,
    #[error("it belongs to somebody else, which a new file would not")]
    NotOwned,
}

impl NotReplaced {
    /// What helps.
    pub(super) fn cure(&self) -> &'static str {
        match self {
            NotReplaced::Fault(error) => cure_for_writing(error),
            NotReplaced::NoFile => "name a file",
            NotReplaced::ReadOnly => "allow writing to it, with `chmod u+w`",
            NotReplaced::Changed => "run the command again",
            NotReplaced::NotOwned => "work on a copy of it, or ask its owner",
        }
    }
}

/// What became of a file that was replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Replaced {
    /// Whether the file has other names (hard links), which keep the former text.
    pub(super) has_other_names: bool,
}

/// Writes `text` into a new file at `path`; one that is there stays, and is an error.
pub(super) fn create(path: &Path, text: &str) -> io::Result<()> {
    put(path, text, Over::Nothing, |_| Ok(()), || Ok(())).map_err(|error| match error {
        NotReplaced::Fault(error) => error,
        other => io::Error::other(other),
    })
}

/// Writes `text` in the place of the file at `path`. Permissions and owner stay; a link
/// keeps pointing to the file. Where `former` is given, only that text is replaced.
pub(super) fn replace(
    path: &Path,
    former: Option<&str>,
    text: &str,
) -> Result<Replaced, NotReplaced> {
    let path = fs::canonicalize(path)?;
    let metadata = fs::metadata(&path)?;
    if !metadata.is_file() {
        return Err(NotReplaced::NoFile);
    }
    // Whoever may write to the folder could replace the file all the same.
    if metadata.permissions().readonly() {
        return Err(NotReplaced::ReadOnly);
    }
    File::options().write(true).open(&path)?;
    put(
        &path,
        text,
        Over::Former,
        |file| {
            keep_owner(file, &metadata)?;
            Ok(file.set_permissions(metadata.permissions())?)
        },
        || {
            let is_former = |former: &str| {
                let now = fs::read(&path)?;
                // Another run of the same command may have been first.
                Ok::<bool, io::Error>(now == former.as_bytes() || now == text.as_bytes())
            };
            match former {
                Some(former) if !is_former(former)? => Err(NotReplaced::Changed),
                _ => Ok(()),
            }
        },
    )?;
    Ok(Replaced {
        has_other_names: has_other_names(&metadata),
    })
}

/// Whether a file takes the place of another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    Nothing,
    Former,
}

fn put(
    path: &Path,
    text: &str,
    over: Over,
    prepare: impl Fn(&File) -> Result<(), NotReplaced>,
    allow: impl Fn() -> Result<(), NotReplaced>,
) -> Result<(), NotReplaced> {
    let folder = folder_of(path);
    let fill = |mut file: &File| {
        file.write_all(text.as_bytes())?;
        prepare(file)?;
        Ok::<(), NotReplaced>(file.sync_all()?)
    };
    #[cfg(target_os = "linux")]
    if let Some(file) = nameless::begin(folder)? {
        fill(&file)?;
        allow()?;
        match nameless::give_name(&file, folder, path, over) {
            Err(error) if nameless::is_unknown_here(&error) => {}
            done => return Ok(done?),
        }
    }
    put_named(path, over, &fill, &allow)
}

/// Writes under a temporary name first.
fn put_named(
    path: &Path,
    over: Over,
    fill: &dyn Fn(&File) -> Result<(), NotReplaced>,
    allow: &dyn Fn() -> Result<(), NotReplaced>,
) -> Result<(), NotReplaced> {
    let file = draft().tempfile_in(folder_of(path))?;
    fill(file.as_file())?;
    allow()?;
    match over {
        Over::Nothing => file.persist_noclobber(path),
        Over::Former => file.persist(path),
    }
    .map(|_| ())
    .map_err(|error| error.error.into())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// Temporary files, readable to whom new files are.
fn draft() -> tempfile::Builder<'static, 'static> {
    let mut draft = tempfile::Builder::new();
    draft.prefix(".porkcli-");
    #[cfg(unix)]
    draft.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    draft
}

/// Files without a name until they are whole: whoever is killed meanwhile leaves nothing.
#[cfg(target_os = "linux")]
mod nameless {
    use super::{Over, draft};
    use rustix::fs::{AtFlags, CWD, OFlags, linkat};
    use std::fs::File;
    use std::io::{self, ErrorKind};
    use std::os::fd::AsRawFd as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    use std::path::Path;

    /// Opens a file in `folder`; `None` where the file system knows none without a name.
    pub(super) fn begin(folder: &Path) -> io::Result<Option<File>> {
        let opened = File::options()
            .write(true)
            .mode(0o666)
            .custom_flags(OFlags::TMPFILE.bits().cast_signed())
            .open(folder);
        match opened {
            Err(error) if is_unknown_here(&error) => Ok(None),
            opened => opened.map(Some),
        }
    }

    pub(super) fn give_name(file: &File, folder: &Path, path: &Path, over: Over) -> io::Result<()> {
        let itself = format!("/proc/self/fd/{}", file.as_raw_fd());
        let link = |path: &Path| {
            linkat(CWD, &itself, CWD, path, AtFlags::SYMLINK_FOLLOW).map_err(io::Error::from)
        };
        match over {
            Over::Nothing => link(path),
            // A link never takes another's place, so the file is renamed at once.
            Over::Former => {
                let named = draft().make_in(folder, link)?;
                named.persist(path).map_err(|error| error.error)
            }
        }
    }

    /// Whether `error` tells of a file system or a system that lacks such files.
    pub(super) fn is_unknown_here(error: &io::Error) -> bool {
        matches!(
            error.kind(),
            ErrorKind::Unsupported
                | ErrorKind::IsADirectory
                | ErrorKind::NotFound
                | ErrorKind::InvalidInput
        )
    }
}

#[cfg(unix)]
fn keep_owner(file: &File, metadata: &fs::Metadata) -> Result<(), NotReplaced> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let own = file.metadata()?;
    let other = |own: u32, former: u32| (own != former).then_some(former);
    let (user, group) = (
        other(own.uid(), metadata.uid()),
        other(own.gid(), metadata.gid()),
    );
    if user.is_none() && group.is_none() {
        return Ok(());
    }
    fchown(file, user, group).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => NotReplaced::NotOwned,
        _ => error.into(),
    })
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) -> Result<(), NotReplaced> {
    Ok(())
}

#[cfg(unix)]
fn has_other_names(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another program made of a file between its reading and its writing stays.
    #[test]
    fn only_what_was_read_is_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("soup.yaml");
        let now = || fs::read_to_string(&path).expect("a file");
        fs::write(&path, "edited").expect("a file");
        let error = replace(&path, Some("read"), "cured").expect_err("it was changed");
        assert_eq!(error.to_string(), "another program changed it meanwhile");
        assert_eq!(error.cure(), "run the command again");
        assert_eq!(now(), "edited");
        replace(&path, Some("edited"), "cured").expect("replaced");
        replace(&path, Some("edited"), "cured").expect("as another run has it");
        assert_eq!(now(), "cured");
        replace(&path, None, "forced").expect("replaced");
        assert_eq!(now(), "forced");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_new_file_takes_no_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("soup.yaml");
        create(&path, "first").expect("made");
        let error = create(&path, "second").expect_err("there");
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).expect("a file"), "first");
        let gone = replace(&folder.path().join("gone"), None, "text").expect_err("not there");
        assert_eq!(gone.cure(), "choose a folder that is there or can be made");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    /// File systems without files that have no name get the same.
    #[test]
    fn a_draft_with_a_name_leaves_nothing_behind() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("soup.yaml");
        put_named(&path, Over::Nothing, &|_| Ok(()), &|| Ok(())).expect("made");
        let there = put_named(&path, Over::Nothing, &|_| Ok(()), &|| Ok(()));
        assert!(there.is_err());
        put_named(&path, Over::Former, &|_| Ok(()), &|| Ok(())).expect("replaced");
        let refused = put_named(&path, Over::Former, &|_| Ok(()), &|| {
            Err(NotReplaced::Changed)
        });
        assert!(refused.is_err());
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
