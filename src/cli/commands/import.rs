//! `porkcli import`

use super::super::arguments::{Many, Printing};
use super::super::fault::could_not_read;
use super::super::folder::{Folder, ending};
use super::super::output::Written;
use super::super::parts::parted;
use super::super::report::{self, Origin};
use super::super::series::Series;
use super::super::tally::Tally;
use super::super::walk::Walk;
use super::super::{Failure, crowd, foreign, progress::Progress, sources};
use super::json_lines;
use clap::Args;
use porkcli::read::{MOST_PAGE_BYTES, Reading, import_recipe, read_recipe, split_recipes};
use porkcli::write::{Format, Style, write_recipe};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The files of a folder that are imported.
const ENDINGS: [&str; 13] = [
    "html", "htm", "xhtml", "mhtml", "txt", "text", "md", "markdown", "cook", "json", "jsonld",
    "yaml", "yml",
];

/// So many files are worth the way to another thread.
const TOGETHER: usize = 4;

/// Make recipes of saved web pages, pasted texts or other programs' files
#[derive(Args, Debug)]
pub(in super::super) struct Import {
    /// Saved pages, texts or recipe files, or folders with such files [default: standard input]
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Write each recipe into this folder, in a file named after its title
    #[arg(short, long, value_name = "FOLDER", conflicts_with = "jsonl")]
    output: Option<PathBuf>,

    /// Replace files that are in the folder already
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    many: Many,

    #[command(flatten)]
    printing: Printing,
}

/// What is to be imported.
enum Wanted {
    StandardInput,
    File(PathBuf),
    /// What could not be found, as has been said in these reports.
    Failed(String, PathBuf),
}

/// What became of one file.
struct Done {
    name: String,
    reports: String,
    /// The titles and the texts of its recipes.
    recipes: Vec<(String, String)>,
    failure: Option<Failure>,
    tally: Tally,
}

impl Import {
    pub(super) fn run(self) -> Result<(), Failure> {
        if self.many.jsonl {
            return self.import_lines();
        }
        let format = self.printing.format_or(Format::Yaml);
        let style = self.printing.style(format)?;
        let folder = match &self.output {
            Some(path) => Some(Folder::open(path, self.force)?),
            None => None,
        };
        let has_folder = self.files.iter().any(|file| file.is_dir());
        let is_many = self.files.len() > 1 || has_folder;
        let progress = Progress::new((!has_folder).then_some(self.files.len()));
        let mut series = Series::new(format);
        let mut tally = Tally::default();
        let mut failed = Vec::new();
        let mut count = 0;
        let work = |wanted: Vec<Wanted>| -> Vec<Done> {
            let import = |wanted| self.import(wanted, format, style);
            wanted.into_iter().map(import).collect()
        };
        let written = crowd::in_order(self.wanted(), work, |done: Vec<Done>| {
            for done in done {
                count += 1;
                progress.show(count, &done.name);
                if !done.reports.is_empty() {
                    progress.clear();
                    series.flush()?;
                    report::write_raw(&done.reports);
                }
                let is_one_of_many = is_many || done.recipes.len() > 1;
                let mut failure = done.failure;
                for (title, text) in &done.recipes {
                    if let Some(folder) = &folder {
                        let kept = folder.put(title, ending(format), text);
                        failure = failure.max(kept.err());
                    } else if series.put(text, is_one_of_many)? == Written::NobodyReads {
                        return Ok(Written::NobodyReads);
                    }
                }
                tally.add(done.tally);
                failed.extend(failure.map(|failure| (done.name, failure)));
            }
            series.flush()
        })?;
        progress.clear();
        if written == Written::All && folder.is_none() {
            series.finish(is_many)?;
        }
        if self.many.counts_notes() && !tally.is_empty() {
            report::summary(&tally.summary());
        }
        conclude(&failed, is_many)
    }

    fn import_lines(&self) -> Result<(), Failure> {
        let files: Vec<OsString> = self.files.iter().map(OsString::from).collect();
        let tally =
            json_lines::answer_all(&files, &self.many, ("recipe", MOST_PAGE_BYTES), |record| {
                let reading = import_recipe(record.text(), None)?;
                let line = write_recipe(&reading.recipe, Format::JsonLine, Style::default());
                Ok((line, reading.remarks))
            })?;
        json_lines::conclude(tally)
    }

    /// What the arguments name, some at a time.
    fn wanted(&self) -> impl Iterator<Item = Vec<Wanted>> + Send {
        let files = match self.files.is_empty() {
            true => vec![PathBuf::from("-")],
            false => self.files.clone(),
        };
        let except = self.output.clone();
        let mut wanted = files.into_iter().flat_map(move |file| {
            let found: Box<dyn Iterator<Item = Wanted> + Send> = if file == Path::new("-") {
                Box::new(std::iter::once(Wanted::StandardInput))
            } else if file.is_dir() {
                let walk = Walk::below(&file, &ENDINGS, except.as_deref());
                Box::new(all_in(file, walk))
            } else {
                Box::new(std::iter::once(Wanted::File(file)))
            };
            found
        });
        std::iter::from_fn(move || {
            let some: Vec<Wanted> = wanted.by_ref().take(TOGETHER).collect();
            (!some.is_empty()).then_some(some)
        })
    }

    fn import(&self, wanted: Wanted, format: Format, style: Style) -> Done {
        let mut done = Done {
            name: "standard input".into(),
            reports: String::new(),
            recipes: Vec::new(),
            failure: None,
            tally: Tally::default(),
        };
        let (failure, reports) = report::held(|| {
            let (origin, file_name) = match wanted {
                Wanted::StandardInput => (foreign::read_standard_input()?, None),
                Wanted::File(path) => {
                    done.name = path.display().to_string();
                    let name = path.file_name().map(|name| name.to_string_lossy());
                    (foreign::read_file(&path)?, name.map(String::from))
                }
                Wanted::Failed(reports, path) => {
                    done.name = path.display().to_string();
                    report::write_raw(&reports);
                    return Err(Failure::CouldNotRun);
                }
            };
            let mut result = Ok(());
            for part in recipes_in(&origin) {
                match self.read(&part, file_name.as_deref(), &mut done.tally) {
                    Ok(reading) => {
                        let text = write_recipe(&reading.recipe, format, style);
                        done.recipes.push((reading.recipe.title, text));
                    }
                    Err(failure) => result = Err(failure),
                }
            }
            result
        });
        done.failure = failure.err();
        done.reports = reports;
        done
    }

    fn read(
        &self,
        origin: &Origin,
        file_name: Option<&str>,
        tally: &mut Tally,
    ) -> Result<Reading, Failure> {
        tally.recipes += 1;
        match import_recipe(&origin.text, file_name) {
            Ok(reading) => {
                tally.count(&reading.remarks);
                if !self.many.counts_notes() {
                    report::lines(&reading.remarks, origin);
                }
                Ok(reading)
            }
            Err(errors) => {
                tally.count(&errors);
                report::show(&errors, origin);
                Err(Failure::Wrong)
            }
        }
    }
}

/// The files that `walk` finds in `folder`; if there are none, that is said.
fn all_in(folder: PathBuf, walk: Walk) -> impl Iterator<Item = Wanted> + Send {
    let mut is_empty = true;
    let mut found = walk.map(|found| match found {
        Ok(path) => Wanted::File(path),
        Err((path, error)) => {
            let name = path.display().to_string();
            let (_, reports) = report::held(|| could_not_read(&name, &error));
            Wanted::Failed(reports, path)
        }
    });
    std::iter::from_fn(move || {
        let wanted = found.next();
        if wanted.is_some() {
            is_empty = false;
            return wanted;
        }
        std::mem::take(&mut is_empty).then(|| {
            let (_, reports) = report::held(|| sources::nothing_in(&folder, &ENDINGS));
            Wanted::Failed(reports, folder.clone())
        })
    })
}

/// The recipes in the text of `origin`: several JSON objects, or several that this program
/// has printed. Anything else is one.
fn recipes_in(origin: &Origin) -> Vec<Origin> {
    let text = origin.text.trim_start_matches('\u{feff}').trim_start();
    let parts = split_recipes(&origin.text);
    let is_json = text.starts_with(['{', '[']);
    if parts.len() > 1 && (is_json || parts.iter().all(|part| read_recipe(part).is_ok())) {
        return parted(origin);
    }
    vec![origin.clone()]
}

/// Says at the end which files were not imported.
fn conclude(failed: &[(String, Failure)], is_many: bool) -> Result<(), Failure> {
    let Some((_, first)) = failed.first() else {
        return Ok(());
    };
    if !is_many {
        return Err(*first);
    }
    for (name, _) in failed {
        report::error(&format!("`{name}` was not imported"), None);
    }
    Err(Failure::Wrong)
}
