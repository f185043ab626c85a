//! A folder that recipes are written into: one file each, whole or not at all.

use super::fault::could_not_write;
use super::{Failure, file, report};
use porkcli::write::Format;
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Longer names are cut; file systems allow 255 bytes.
const LONGEST_NAME: usize = 80;

/// A folder to write into.
pub(super) struct Folder {
    path: PathBuf,
    /// Whether files that are there already are replaced.
    force: bool,
    /// What has been written by this command, which is never replaced.
    written: Mutex<HashSet<PathBuf>>,
}

impl Folder {
    /// Returns the folder at `path`, made if it is not there.
    pub(super) fn open(path: &Path, force: bool) -> Result<Folder, Failure> {
        fs::create_dir_all(path).map_err(|error| could_not_write(path, &error))?;
        Ok(Folder {
            path: path.into(),
            force,
            written: Mutex::default(),
        })
    }

    /// Writes `text` into a file named after `title`.
    pub(super) fn put(&self, title: &str, ending: &str, text: &str) -> Result<(), Failure> {
        self.put_at(Path::new(&format!("{}.{ending}", slug(title))), text)
    }

    /// Writes `text` into the file `below` the folder.
    pub(super) fn put_at(&self, below: &Path, text: &str) -> Result<(), Failure> {
        let path = self.path.join(below);
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if written.contains(&path) {
            report::error(
                &format!("two results would be called `{}`", path.display()),
                Some("the first was kept; rename the other recipe, or write it elsewhere"),
            );
            return Err(Failure::Wrong);
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| could_not_write(folder, &error))?;
        }
        if self.force && path.is_file() {
            replace(&path, text)?;
        } else {
            file::create(&path, text).map_err(|error| self.not_created(&path, &error))?;
        }
        written.insert(path);
        Ok(())
    }

    fn not_created(&self, path: &Path, error: &io::Error) -> Failure {
        if error.kind() != io::ErrorKind::AlreadyExists {
            return could_not_write(path, error);
        }
        report::error(
            &format!("`{}` is there already", path.display()),
            Some(if self.force {
                "it is no file that could be replaced; move it away"
            } else {
                "move it away, or replace it with `--force`"
            }),
        );
        Failure::Wrong
    }
}

/// The ending of a file in `format`.
pub(super) fn ending(format: Format) -> &'static str {
    match format {
        Format::Text => "txt",
        Format::Yaml => "yaml",
        Format::Json => "json",
        Format::JsonLine => "jsonl",
        Format::Markdown | Format::RecipeMd => "md",
        Format::Cooklang => "cook",
        Format::SchemaOrg => "jsonld",
    }
}

fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    file::replace(path, None, text)
        .map(|_| ())
        .map_err(|error| {
            let message = format!("could not write `{}`: {error}", path.display());
            report::error(&message, Some(error.cure()));
            Failure::CouldNotRun
        })
}

/// Returns `title` as the name of a file: small letters and digits, joined by `-`.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in title
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
    {
        let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        if word.is_empty() {
            continue;
        }
        if slug.len() + word.len() >= LONGEST_NAME && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    let end = (0..=LONGEST_NAME.min(slug.len()))
        .rev()
        .find(|end| slug.is_char_boundary(*end));
    slug.truncate(end.unwrap_or(0));
    if slug.is_empty() {
        slug.push_str("recipe");
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_makes_a_name() {
        let case = |title: &str, expected: &str| assert_eq!(slug(title), expected);
        case("Maple Glazed Pork Belly", "maple-glazed-pork-belly");
        case("Grandma's  \"Best\" Pie!", "grandmas-best-pie");
        case("Crème brûlée / Überraschung", "crème-brûlée-überraschung");
        case("../../etc/passwd", "etc-passwd");
        case("???", "recipe");
        assert!(slug(&"long ".repeat(100)).len() <= LONGEST_NAME);
        assert!(slug(&"é".repeat(500)).len() <= LONGEST_NAME);
    }
}
