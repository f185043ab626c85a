//! Finds a recipe and reads it.

use super::arguments::positive_amount;
use super::report::{self, Origin};
use super::{Failure, config};
use porkcli::amount::Amount;
use porkcli::diagnostic::{Diagnostic, Place, nearest};
use porkcli::read::{MOST_BYTES, Reading, is_printed_list, read_foreign, read_recipe};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Stdin};
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
pub(super) fn folder_named(argument: &str) -> Result<Option<(PathBuf, Option<Amount>)>, Failure> {
    // A folder that shares a recipe's name must not hide the recipe.
    let is_folder = |name: &str| Ok(Path::new(name).is_dir() && !is_elsewhere(name)?);
    if is_folder(argument)? {
        return Ok(Some((argument.into(), None)));
    }
    let Some((name, servings)) = argument.rsplit_once('@') else {
        return Ok(None);
    };
    match positive_amount(servings) {
        Ok(serves) if !Path::new(argument).exists() && is_folder(name)? => {
            Ok(Some((name.into(), Some(serves))))
        }
        _ => Ok(None),
    }
}

/// Returns the text that `argument` names, unread, and the servings that its name carried.
pub(super) fn find_text(argument: Option<&str>) -> Result<(Origin, Option<Amount>), Failure> {
    match argument {
        None | Some("-") => Ok((read_standard_input()?, None)),
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
        let Ok(entries) = fs::read_dir(&folder) else {
            if set.contains(&folder) {
                let message = format!(
                    "`{}`, a folder of recipes in your settings, is not there",
                    folder.display()
                );
                report::note(&message, None);
            }
            continue;
        };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            let ending = path.extension().and_then(|ending| ending.to_str());
            let stem = path.file_stem().and_then(|stem| stem.to_str());
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
    Some(base.data_dir().join("porkcli").join("recipes"))
}

fn find(argument: &str) -> Result<(Origin, Option<Amount>), Failure> {
    if let Some(origin) = look_up(argument)? {
        return Ok((origin, None));
    }
    // Only where no file is called so does the `@` mean servings.
    if let Some((name, servings)) = argument.rsplit_once('@') {
        let serves = positive_amount(servings).map_err(|error| {
            report::error(
                &format!("`{argument}`: `{servings}` is not a number of servings: {error}"),
                Some("write the number of people after the `@`: maple-belly@8"),
            );
            Failure::CouldNotRun
        })?;
        if let Some(origin) = look_up(name)? {
            return Ok((origin, Some(serves)));
        }
        not_found(name);
        return Err(Failure::CouldNotRun);
    }
    not_found(argument);
    Err(Failure::CouldNotRun)
}

fn look_up(name: &str) -> Result<Option<Origin>, Failure> {
    for path in candidates(Path::new(name))? {
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => {
                if path == Path::new(name) && !is_elsewhere(name)? {
                    report::error(
                        &format!("`{name}` is a folder, not a recipe"),
                        Some("name a recipe file in it"),
                    );
                    return Err(Failure::CouldNotRun);
                }
            }
            Ok(_) => return read_file(&path).map(Some),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return Err(unreadable(&display(&path), &error));
            }
            Err(_) => {}
        }
    }
    let plain = ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending)?.strip_suffix('.'))
        .unwrap_or(name);
    Ok(BUILT_IN
        .iter()
        .find(|(known, _)| *known == plain)
        .map(|(known, text)| Origin::new(format!("{known}.yaml (built in)"), (*text).into())))
}

/// Whether a recipe called `name` is found where a name is looked up.
fn is_elsewhere(name: &str) -> Result<bool, Failure> {
    Ok(BUILT_IN.iter().any(|(known, _)| *known == name)
        || candidates(Path::new(name))?
            .iter()
            .any(|path| path.is_file()))
}

/// The paths at which a recipe called `path` may be, the likeliest first.
fn candidates(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut candidates = vec![path.to_path_buf()];
    // What is found as it stands needs no settings.
    if path.is_file() {
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

fn not_found(name: &str) {
    if Path::new(name).components().count() > 1 {
        let hint = "check the path; `porkcli list` shows the recipes that have a name";
        report::error(&format!("there is no file `{name}`"), Some(hint));
        return;
    }
    let Ok(known) = known_recipes() else {
        return;
    };
    let stem = name.strip_suffix(".yaml").unwrap_or(name);
    let message = format!("no recipe is called `{name}`");
    let hint = match nearest(stem, known.keys().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`? `porkcli list` shows all recipes"),
        None => "`porkcli list` shows all recipes".into(),
    };
    report::error(&message, Some(&hint));
}

pub(super) fn unreadable(name: &str, error: &io::Error) -> Failure {
    report::error(&format!("could not read `{name}`: {error}"), None);
    Failure::CouldNotRun
}

pub(super) fn read_file(path: &Path) -> Result<Origin, Failure> {
    let name = display(path);
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| read_capped(file, &mut bytes))
        .map_err(|error| unreadable(&name, &error))?;
    let origin = decode(name, bytes)?;
    Ok(Origin {
        path: Some(path.into()),
        ..origin
    })
}

fn read_standard_input() -> Result<Origin, Failure> {
    let mut bytes = Vec::new();
    read_capped(standard_input()?, &mut bytes)
        .map_err(|error| unreadable("standard input", &error))?;
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

/// Reads no more than shows that the input is too large.
pub(super) fn read_capped(source: impl Read, bytes: &mut Vec<u8>) -> io::Result<()> {
    let cap = MOST_BYTES as u64 + 1;
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
