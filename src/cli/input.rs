//! Finds a recipe and reads it.

use super::arguments::positive_amount;
use super::fault::could_not_read;
use super::report::{self, Origin};
use super::{Failure, config};
use porkcli::amount::Amount;
use porkcli::diagnostic::{Diagnostic, Place, nearest};
use porkcli::read::{MOST_BYTES, Reading, is_printed_list, read_foreign, read_recipe};
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Stdin};
use std::path::{Path, PathBuf};

/// The recipes that are part of the program.
const BUILT_IN: [(&str, &str); 2] = [
    (
        "crispy-maple-belly",
        include_str!("../../recipes/crispy-maple-belly.yaml"),
    ),
    (
        "maple-belly",
        include_str!("../../recipes/maple-belly.yaml"),
    ),
];

/// The ends that a recipe file may have, which its name need not give.
pub(super) const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

/// Most recipes are read in one step into so much room.
const USUAL_BYTES: usize = 1 << 13;

/// What goes on for longer without a line end is no text of lines.
pub(super) const FARTHEST_LINE_END: usize = 16 << 20;

/// Reads the recipe in the text of `origin`; what is wrong with it comes with the remarks.
pub(super) fn read(origin: &Origin) -> Result<Reading, Vec<Diagnostic>> {
    // What another program's recipe says is read as it is imported, so that every form
    // that is printed can be read from a pipe.
    let reading = read_recipe(&origin.text)
        .or_else(|errors| read_foreign(&origin.text, origin.file_name()).ok_or(errors));
    reading.map_err(|errors| {
        if !is_printed_list(&origin.text) {
            return errors;
        }
        let error = Diagnostic::error("list", "this is a shopping list, not a recipe");
        vec![error.hint("`porkcli shop --to metric` converts a list")]
    })
}

/// The folder that `argument` means, and the servings that its name carried; `None` if it
/// means a recipe.
pub(super) fn folder_named(argument: &OsStr) -> Result<Option<(PathBuf, Option<Amount>)>, Failure> {
    // A folder that shares a recipe's name must not hide the recipe.
    let is_folder = |name: &OsStr| Ok(Path::new(name).is_dir() && !is_elsewhere(name)?);
    if is_folder(argument)? {
        return Ok(Some((argument.into(), None)));
    }
    let Some((name, servings)) = split_servings(argument) else {
        return Ok(None);
    };
    match positive_amount(&servings) {
        Ok(serves) if !Path::new(argument).exists() && is_folder(&name)? => {
            Ok(Some((name.into(), Some(serves))))
        }
        _ => Ok(None),
    }
}

/// Returns the text that `argument` names, unread, and the servings that its name carried.
pub(super) fn find_text(argument: Option<&OsStr>) -> Result<(Origin, Option<Amount>), Failure> {
    match argument.filter(|name| *name != "-") {
        None => Ok((read_standard_input()?, None)),
        Some(name) => find(name),
    }
}

/// The names of all recipes that can be asked for, with where each is.
pub(super) fn known_recipes() -> Result<BTreeMap<String, String>, Failure> {
    let mut known = BTreeMap::new();
    for (name, _) in BUILT_IN {
        known.insert(name.into(), "built in".into());
    }
    let set = config::recipe_folders()?;
    // The folders that are searched first have the last word.
    for folder in folders()?.into_iter().rev() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if !config::is_missing(&error) => {
                let message = format!("could not look into `{}`: {error}", folder.display());
                report::note(
                    &message,
                    Some("its recipes are not among those that are known"),
                );
                continue;
            }
            Err(_) => {
                if set.contains(&folder) {
                    let message = format!(
                        "`{}`, a folder of recipes in your settings, is not there",
                        folder.display()
                    );
                    report::note(&message, None);
                }
                continue;
            }
        };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let ending = path.extension().and_then(|ending| ending.to_str());
            let stem = path.file_stem().map(OsStr::to_string_lossy);
            if let (Some(ending), Some(stem)) = (ending, stem)
                && ENDINGS.contains(&ending)
                && path.is_file()
            {
                known.insert(stem.into(), display(&path));
            }
        }
    }
    Ok(known)
}

fn display(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    path.display().to_string()
}

/// The folders in which a recipe is looked for by its name.
fn folders() -> Result<Vec<PathBuf>, Failure> {
    let mut folders = vec![PathBuf::from("."), PathBuf::from("recipes")];
    if let Some(paths) = std::env::var_os("PORKCLI_RECIPES") {
        folders.extend(std::env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()));
    }
    folders.extend(config::recipe_folders()?);
    folders.extend(data_folder());
    Ok(folders)
}

/// The user's own recipes: `$XDG_DATA_HOME/porkcli/recipes`, or its usual place.
fn data_folder() -> Option<PathBuf> {
    use etcetera::BaseStrategy as _;
    let base = etcetera::choose_base_strategy().ok()?;
    let folder = base.data_dir().join("porkcli").join("recipes");
    folder.is_absolute().then_some(folder)
}

fn find(argument: &OsStr) -> Result<(Origin, Option<Amount>), Failure> {
    if let Some(origin) = look_up(argument)? {
        return Ok((origin, None));
    }
    // Only where no file is called so does the `@` mean servings.
    if let Some((name, servings)) = split_servings(argument) {
        let serves = positive_amount(&servings).map_err(|error| {
            report::error(
                &format!(
                    "`{}`: `{servings}` is not a number of servings: {error}",
                    argument.display()
                ),
                Some("write the number of people after the `@`: maple-belly@8"),
            );
            Failure::CouldNotRun
        })?;
        if let Some(origin) = look_up(&name)? {
            return Ok((origin, Some(serves)));
        }
        not_found(&name);
        return Err(Failure::CouldNotRun);
    }
    not_found(argument);
    Err(Failure::CouldNotRun)
}

/// Cuts `maple-belly@8` into its two parts, at the last `@`.
fn split_servings(argument: &OsStr) -> Option<(OsString, String)> {
    if let Some(text) = argument.to_str() {
        let (name, servings) = text.rsplit_once('@')?;
        return Some((name.into(), servings.into()));
    }
    split_servings_of_bytes(argument)
}

#[cfg(unix)]
fn split_servings_of_bytes(argument: &OsStr) -> Option<(OsString, String)> {
    use std::os::unix::ffi::OsStrExt as _;
    let bytes = argument.as_bytes();
    let at = bytes.iter().rposition(|byte| *byte == b'@')?;
    let servings = String::from_utf8_lossy(&bytes[at + 1..]).into_owned();
    Some((OsStr::from_bytes(&bytes[..at]).into(), servings))
}

#[cfg(not(unix))]
fn split_servings_of_bytes(_: &OsStr) -> Option<(OsString, String)> {
    None
}

fn look_up(name: &OsStr) -> Result<Option<Origin>, Failure> {
    for path in candidates(Path::new(name))? {
        let is_given = path == Path::new(name);
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => {
                // A folder that shares a recipe's name must not hide the recipe.
                if is_given && !is_elsewhere(name)? {
                    report::error(
                        &format!("`{}` is a folder, not a recipe", name.display()),
                        Some("name a recipe file in it"),
                    );
                    return Err(Failure::CouldNotRun);
                }
            }
            // A pipe that only shares the name would be waited for in vain.
            Ok(metadata) if !metadata.is_file() && !is_given => {}
            Ok(_) => return read_file(&path).map(Some),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return Err(could_not_read(&display(&path), &error));
            }
            Err(_) => {}
        }
    }
    let name = name.to_string_lossy();
    let plain = ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending)?.strip_suffix('.'))
        .unwrap_or(&name);
    Ok(BUILT_IN
        .iter()
        .find(|(known, _)| *known == plain)
        .map(|(known, text)| Origin::new(format!("{known}.yaml (built in)"), (*text).into())))
}

/// Whether a recipe called `name` is found where a name is looked up.
fn is_elsewhere(name: &OsStr) -> Result<bool, Failure> {
    Ok(BUILT_IN.iter().any(|(known, _)| name == *known)
        || candidates(Path::new(name))?
            .iter()
            .any(|path| path.is_file()))
}

/// The paths at which a recipe called `path` may be, the likeliest first.
fn candidates(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut candidates = vec![path.to_path_buf()];
    // What is found as it stands needs no settings.
    if path.metadata().is_ok_and(|metadata| !metadata.is_dir()) {
        return Ok(candidates);
    }
    let is_bare = path.components().count() == 1 && !path.is_absolute();
    let folders = if is_bare {
        folders()?
    } else {
        vec![PathBuf::new()]
    };
    for folder in folders {
        candidates.push(folder.join(path));
        for ending in ENDINGS {
            let mut name = folder.join(path).into_os_string();
            name.push(".");
            name.push(ending);
            candidates.push(name.into());
        }
    }
    Ok(candidates)
}

fn not_found(name: &OsStr) {
    let path = Path::new(name);
    let name = name.to_string_lossy();
    if path.is_symlink() {
        let hint = "point it at a recipe file, or remove it";
        report::error(&format!("`{name}` is a link to nothing"), Some(hint));
        return;
    }
    if path.components().count() > 1 {
        let hint = "check the path; `porkcli list` shows the recipes that have a name";
        report::error(&format!("there is no file `{name}`"), Some(hint));
        return;
    }
    let Ok(known) = known_recipes() else {
        return;
    };
    let stem = name.strip_suffix(".yaml").unwrap_or(&name);
    let message = format!("no recipe is called `{name}`");
    let hint = match nearest(stem, known.keys().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`? `porkcli list` shows all recipes"),
        None => "`porkcli list` shows all recipes".into(),
    };
    report::error(&message, Some(&hint));
}

pub(super) fn read_file(path: &Path) -> Result<Origin, Failure> {
    let name = display(path);
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| read_capped(file, &mut bytes))
        .map_err(|error| could_not_read(&name, &error))?;
    let origin = decode(name, bytes)?;
    Ok(Origin {
        path: Some(path.into()),
        ..origin
    })
}

fn read_standard_input() -> Result<Origin, Failure> {
    let mut bytes = Vec::new();
    read_capped(standard_input()?, &mut bytes)
        .map_err(|error| could_not_read("standard input", &error))?;
    decode("standard input".into(), bytes)
}

/// Returns standard input, unless a person would have to type a recipe there.
pub(super) fn standard_input() -> Result<Stdin, Failure> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        report::error(
            "no recipe was given",
            Some(
                "name one (`porkcli list` shows all recipes), or pipe one in: `porkcli scale maple-belly --serves 8 | porkcli convert --to metric`",
            ),
        );
        return Err(Failure::CouldNotRun);
    }
    Ok(stdin)
}

/// Opens `file`, or standard input without one, with the name to report it by. At a
/// terminal `cure` tells how lines are given.
pub(super) fn open_lines(
    file: Option<&OsStr>,
    cure: &str,
) -> Result<(String, Box<dyn BufRead>), Failure> {
    match file.filter(|name| *name != "-") {
        None => {
            let stdin = io::stdin();
            if stdin.is_terminal() {
                report::error("no lines were given", Some(cure));
                return Err(Failure::CouldNotRun);
            }
            Ok(("standard input".into(), Box::new(stdin.lock())))
        }
        Some(path) => {
            let name = path.display().to_string();
            let file = File::open(path).map_err(|error| could_not_read(&name, &error))?;
            Ok((name, Box::new(BufReader::with_capacity(1 << 16, file))))
        }
    }
}

/// Reads a line from `source` to the end of `line`, at most `most` bytes of it; returns
/// how long it is with its line end, which is zero only at the end of the source. A line
/// that does not end is an error: the rest of a device such as `/dev/zero` is never over.
pub(super) fn read_line_of(
    source: &mut dyn BufRead,
    line: &mut Vec<u8>,
    most: usize,
) -> io::Result<usize> {
    let mut length = 0;
    loop {
        let buffer = match source.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(buffer.len(), |end| end + 1);
        let room = most.saturating_sub(line.len()).min(taken);
        line.extend_from_slice(&buffer[..room]);
        length += taken;
        source.consume(taken);
        if length > FARTHEST_LINE_END {
            return Err(endless_line());
        }
        if end.is_some() || taken == 0 {
            return Ok(length);
        }
    }
}

/// The error of a line that does not end.
pub(super) fn endless_line() -> io::Error {
    let message = "a line has no end within 16 MiB";
    io::Error::new(io::ErrorKind::InvalidData, message)
}

/// Reads no more than shows that the input is too large.
pub(super) fn read_capped(source: impl Read, bytes: &mut Vec<u8>) -> io::Result<()> {
    let cap = MOST_BYTES as u64 + 1;
    bytes.reserve(USUAL_BYTES);
    source.take(cap).read_to_end(bytes).map(|_| ())
}

pub(super) fn decode(name: String, bytes: Vec<u8>) -> Result<Origin, Failure> {
    decode_part(Origin::new(name, String::new()), bytes)
}

/// Returns `origin` with the text in `bytes`.
pub(super) fn decode_part(origin: Origin, bytes: Vec<u8>) -> Result<Origin, Failure> {
    // A text that was cut off at the cap may end inside a character.
    let cut = bytes.len() > MOST_BYTES;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Origin { text, ..origin }),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            if cut && good + 4 > MOST_BYTES {
                return Ok(Origin { text, ..origin });
            }
            let before = String::from_utf8_lossy(&error.as_bytes()[..good]);
            let line = before.matches('\n').count() + 1;
            let column = before
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .chars()
                .count()
                + 1;
            let diagnostic = Diagnostic::error("not-utf8", "this is not UTF-8 text")
                .at(Place {
                    line,
                    column,
                    length: 1,
                })
                .hint("save the file as UTF-8 in your editor");
            report::show(&[diagnostic], &Origin { text, ..origin });
            Err(Failure::Wrong)
        }
    }
}
