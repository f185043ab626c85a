//! What holds where no option says otherwise: the environment, then the user's settings.
//!
//! Owns where the settings file is and the order in which the three count. Must never
//! know how a setting is read; that is the library's.

use super::Failure;
use super::arguments::{FractionsName, SystemName};
use super::input::{decode, read_capped};
use super::report;
use clap::ValueEnum as _;
use etcetera::BaseStrategy as _;
use porkcli::amount::Fractions;
use porkcli::read::{Settings, read_settings};
use porkcli::recipe::OwnDensity;
use porkcli::shop::Aisles;
use porkcli::unit::{Cup, Household, System, Tablespoon};
use std::env;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The settings and the file they stand in, if there is one.
#[derive(Debug, Default)]
struct Kept {
    settings: Settings,
    file: Option<PathBuf>,
}

/// The system of measures to convert to.
pub(super) fn system(option: Option<SystemName>) -> Result<Option<System>, Failure> {
    let read = |word: &str| SystemName::from_str(word, true).ok();
    let words = names_of(SystemName::value_variants());
    let name = match option {
        Some(name) => Some(name),
        None => from_environment("PORKCLI_TO", read, &words)?,
    };
    match name {
        Some(name) => Ok(Some(name.system())),
        None => Ok(kept()?.settings.to),
    }
}

/// How to print fractions.
pub(super) fn fractions(option: Option<FractionsName>) -> Result<Fractions, Failure> {
    let read = |word: &str| FractionsName::from_str(word, true).ok();
    let words = names_of(FractionsName::value_variants());
    let name = match option {
        Some(name) => Some(name),
        None => from_environment("PORKCLI_FRACTIONS", read, &words)?,
    };
    match name {
        Some(name) => Ok(name.fractions()),
        None => Ok(kept()?.settings.fractions.unwrap_or_default()),
    }
}

/// The cups and spoons that a recipe means.
pub(super) fn household(cup: Option<Cup>, tbsp: Option<Tablespoon>) -> Result<Household, Failure> {
    let words = Cup::WORDS.map(|(word, _)| word);
    let cup = match cup {
        Some(cup) => Some(cup),
        None => from_environment("PORKCLI_CUP", |word| word.parse().ok(), &words)?,
    };
    let words = Tablespoon::WORDS.map(|(word, _)| word);
    let tbsp = match tbsp {
        Some(tbsp) => Some(tbsp),
        None => from_environment("PORKCLI_TBSP", |word| word.parse().ok(), &words)?,
    };
    if let (Some(cup), Some(_)) = (cup, tbsp) {
        return Ok(Household::new(cup, tbsp));
    }
    let settings = &kept()?.settings;
    let cup = cup.or(settings.cup).unwrap_or_default();
    Ok(Household::new(cup, tbsp.or(settings.tbsp)))
}

/// What a volume of a food weighs in this kitchen.
pub(super) fn densities() -> Result<&'static [OwnDensity], Failure> {
    Ok(&kept()?.settings.densities)
}

/// The aisles of the user's shop: those that come with the program, and over them their own.
pub(super) fn aisles() -> Result<Aisles, Failure> {
    let mut aisles = Aisles::shipped();
    for (aisle, things) in &kept()?.settings.aisles {
        for thing in things {
            aisles.put(thing, aisle);
        }
    }
    Ok(aisles)
}

/// The folders of recipes that the settings name. A relative one is meant from the
/// folder of the settings file, so that it is the same one wherever a command runs.
pub(super) fn recipe_folders() -> Result<Vec<PathBuf>, Failure> {
    let Kept { settings, file } = kept()?;
    let base = file.as_deref().and_then(Path::parent);
    let folder = |written: &String| {
        let Some(below) = written.strip_prefix('~') else {
            return Ok(base.map_or_else(|| written.into(), |base| base.join(written)));
        };
        let home = etcetera::home_dir().map_err(|_| {
            report::error(
                &format!("`{written}` is in your home folder, but nothing says where that is"),
                Some("set HOME, or write the whole path into your settings"),
            );
            Failure::CouldNotRun
        })?;
        Ok(home.join(below.trim_start_matches('/')))
    };
    settings.recipes.iter().map(folder).collect()
}

/// Where the settings file is looked for, to be shown to the user.
pub(super) fn usual_place() -> String {
    env::var_os("PORKCLI_CONFIG")
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .or_else(usual_file)
        .map_or_else(
            || "~/.config/porkcli/config.yaml".into(),
            |path| path.display().to_string(),
        )
}

fn names_of<Name: clap::ValueEnum>(names: &[Name]) -> Vec<String> {
    let name = |name: &Name| Some(name.to_possible_value()?.get_name().to_string());
    names.iter().filter_map(name).collect()
}

/// The choice in the variable `name`; one that is set to nothing is not set.
fn from_environment<Choice>(
    name: &str,
    read: impl Fn(&str) -> Option<Choice>,
    words: &[impl AsRef<str>],
) -> Result<Option<Choice>, Failure> {
    let Some(value) = env::var_os(name).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
    let word = value.to_string_lossy();
    read(&word).map(Some).ok_or_else(|| {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        report::error(
            &format!("`{word}` is no value of ${name}"),
            Some(&format!(
                "set it to one of {}, or unset it",
                words.join(", ")
            )),
        );
        Failure::CouldNotRun
    })
}

/// The settings, read when they are first asked for; a failure is reported only then.
fn kept() -> Result<&'static Kept, Failure> {
    static KEPT: OnceLock<Result<Kept, Failure>> = OnceLock::new();
    KEPT.get_or_init(read).as_ref().map_err(|failure| *failure)
}

fn read() -> Result<Kept, Failure> {
    let named = env::var_os("PORKCLI_CONFIG").filter(|path| !path.is_empty());
    let is_named = named.is_some();
    let Some(path) = named.map(PathBuf::from).or_else(usual_file) else {
        return Ok(Kept::default());
    };
    let name = path.display().to_string();
    if !is_named && is_pipe(&path) {
        report::error(
            &format!("could not read the settings in `{name}`: it is a pipe"),
            Some("put a file in its place, or remove it"),
        );
        return Err(Failure::CouldNotRun);
    }
    let mut bytes = Vec::new();
    match File::open(&path).and_then(|file| read_capped(file, &mut bytes)) {
        Ok(()) => {}
        Err(error) if is_missing(&error) && !is_named => return Ok(Kept::default()),
        Err(error) if is_missing(&error) => {
            report::error(
                &format!("there is no file `{name}`, which $PORKCLI_CONFIG names"),
                Some("correct the variable, or unset it"),
            );
            return Err(Failure::CouldNotRun);
        }
        Err(error) => {
            report::error(
                &format!("could not read the settings in `{name}`: {error}"),
                Some("make it a file that you may read, or name another one in $PORKCLI_CONFIG"),
            );
            return Err(Failure::CouldNotRun);
        }
    }
    let origin = decode(name, bytes).map_err(|_| Failure::CouldNotRun)?;
    match read_settings(&origin.text) {
        Ok(settings) => Ok(Kept {
            settings,
            file: Some(path),
        }),
        Err(diagnostics) => {
            report::show(&diagnostics, &origin);
            Err(Failure::CouldNotRun)
        }
    }
}

/// Whether whoever opens `path` may wait for ever. Where the user names one, as in
/// `PORKCLI_CONFIG=<(...)`, somebody writes into it.
#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt as _;
    path.metadata()
        .is_ok_and(|metadata| metadata.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_pipe(_: &Path) -> bool {
    false
}

pub(super) fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// `$XDG_CONFIG_HOME/porkcli/config.yaml`, or its usual place; `None` without a home.
fn usual_file() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    let file = base.config_dir().join("porkcli").join("config.yaml");
    // A home that is relative would be another one in each folder.
    file.is_absolute().then_some(file)
}
