//! One verb over every recipe that was asked for.
//!
//! Owns the way from the arguments to the results and reports, in order. Must never know
//! what the verb does.

use super::json_lines;
use crate::cli::arguments::{Keeping, Many, Printing};
use crate::cli::folder::{Folder, ending};
use crate::cli::input::{self, ENDINGS};
use crate::cli::output::Written;
use crate::cli::report;
use crate::cli::series::Series;
use crate::cli::sources::{Asked, Source, Sources};
use crate::cli::tally::Tally;
use crate::cli::{Failure, crowd};
use porkcli::amount::Amount;
use porkcli::diagnostic::{Diagnostic, Place, Severity};
use porkcli::recipe::Recipe;
use porkcli::write::{Format, Style, write_recipe};
use std::ffi::OsString;
use std::path::PathBuf;

/// What a verb made of a recipe, and what there is to say about that.
pub(super) struct Made {
    pub(super) recipe: Recipe,
    pub(super) remarks: Vec<Diagnostic>,
}

/// Why a verb made nothing of a recipe.
pub(super) struct Refused {
    pub(super) error: Diagnostic,
    pub(super) failure: Failure,
}

impl Refused {
    /// Returns the refusal of a recipe that is wrong.
    pub(super) fn wrong(error: Diagnostic) -> Refused {
        Refused {
            error,
            failure: Failure::Wrong,
        }
    }
}

/// What the arguments of a command say about all its recipes.
pub(super) struct Each<'a> {
    pub(super) recipes: &'a [OsString],
    pub(super) many: Option<&'a Many>,
    pub(super) keeping: Option<&'a Keeping>,
    pub(super) printing: &'a Printing,
}

/// What became of one recipe, or of what should have been one.
#[derive(Default)]
struct Done {
    reports: String,
    result: Option<Printed>,
    failure: Option<Failure>,
    tally: Tally,
    /// Whether it is one of several in a file.
    is_part: bool,
}

struct Printed {
    text: String,
    /// The file that it is to be called like, or its title.
    file: Result<PathBuf, String>,
    ending: &'static str,
}

impl Each<'_> {
    /// Does `verb` to each recipe and prints the result.
    pub(super) fn run<V>(&self, verb: V) -> Result<(), Failure>
    where
        V: Fn(Recipe, Option<Amount>) -> Result<Made, Refused> + Sync,
    {
        if let Some(many) = self.many.filter(|many| many.jsonl) {
            return json_lines::run(self.recipes, many, "recipe", |record| {
                let reading = record.read()?;
                let made = verb(reading.recipe, None).map_err(|refused| vec![refused.error])?;
                let mut remarks = reading.remarks;
                remarks.extend(made.remarks);
                let line = write_recipe(&made.recipe, Format::JsonLine, Style::default());
                Ok((line, remarks))
            });
        }
        let output = self.keeping.and_then(|keeping| keeping.output.as_deref());
        let usual = match output {
            Some(_) => Format::Yaml,
            None => Format::Text,
        };
        let format = self.printing.format_or(usual);
        let style = self.printing.style(format)?;
        let sources = Sources::new(self.recipes, &ENDINGS, output)?;
        let is_many = sources.is_many();
        let folder = match (output, self.keeping) {
            (Some(path), Some(keeping)) => Some(Folder::open(path, keeping.force)?),
            _ => None,
        };
        let mut series = Series::new(format);
        let mut tally = Tally::default();
        let mut failure: Option<Failure> = None;
        let work = |sources: Vec<Source>| -> Vec<Done> {
            let of_source = |source| self.work_on(source, is_many, (format, style), &verb);
            sources.into_iter().flat_map(of_source).collect()
        };
        let written = crowd::in_order(sources, work, |done: Vec<Done>| {
            for done in done {
                let mut failed = done.failure;
                if !done.reports.is_empty() {
                    series.flush()?;
                    report::write_raw(&done.reports);
                }
                if let Some(printed) = done.result {
                    match &folder {
                        Some(folder) => failed = failed.or(keep(folder, printed).err()),
                        None => {
                            let is_one_of_many = is_many || done.is_part;
                            if series.put(&printed.text, is_one_of_many)? == Written::NobodyReads {
                                return Ok(Written::NobodyReads);
                            }
                        }
                    }
                }
                failure = failure.max(failed);
                tally.add(done.tally);
            }
            series.flush()
        })?;
        if written == Written::All && folder.is_none() {
            series.finish(is_many)?;
        }
        if self.counts_notes() && !tally.is_empty() {
            report::summary(&tally.summary());
        }
        failure.map_or(Ok(()), Err)
    }

    fn counts_notes(&self) -> bool {
        self.many.is_some_and(Many::counts_notes)
    }

    fn work_on<V>(
        &self,
        source: Source,
        is_many: bool,
        (format, style): (Format, Style),
        verb: &V,
    ) -> Vec<Done>
    where
        V: Fn(Recipe, Option<Amount>) -> Result<Made, Refused>,
    {
        let (asked, reports) = report::held(|| source.open());
        let asked = match asked {
            Ok(asked) => asked,
            Err(failure) => {
                return vec![Done {
                    reports,
                    failure: Some(failure),
                    ..Done::default()
                }];
            }
        };
        let one = |asked: Asked| {
            let is_part = asked.is_part;
            let mut tally = Tally {
                recipes: 1,
                ..Tally::default()
            };
            let is_alone = !is_many && !is_part;
            let (result, reports) = report::held(|| {
                let form = (self.format_for(&asked, format), style);
                self.print(asked, is_alone, form, verb, &mut tally)
            });
            let (result, failure) = match result {
                Ok(printed) => (Some(printed), None),
                Err(failure) => (None, Some(failure)),
            };
            Done {
                reports,
                result,
                failure,
                tally,
                is_part,
            }
        };
        asked.into_iter().map(one).collect()
    }

    /// The form of a result: in a folder, that of its file.
    fn format_for(&self, asked: &Asked, format: Format) -> Format {
        let is_kept = self.keeping.is_some_and(|keeping| keeping.output.is_some());
        let ending = asked.file.as_deref().and_then(|file| file.extension());
        let is_json = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
        match is_kept && is_json && !self.printing.is_set() {
            true => Format::Json,
            false => format,
        }
    }

    fn print<V>(
        &self,
        asked: Asked,
        is_alone: bool,
        (format, style): (Format, Style),
        verb: &V,
        tally: &mut Tally,
    ) -> Result<Printed, Failure>
    where
        V: Fn(Recipe, Option<Amount>) -> Result<Made, Refused>,
    {
        let origin = &asked.origin;
        let reading = input::read(origin).map_err(|errors| {
            tally.count(&errors);
            report::show(&errors, origin);
            Failure::Wrong
        })?;
        tally.count(&reading.remarks);
        if !self.counts_notes() {
            report::show(&reading.remarks, origin);
        }
        let made = verb(reading.recipe, asked.serves).map_err(|refused| {
            let errors = [placed(refused.error, &asked)];
            tally.count(&errors);
            report::show(&errors, origin);
            refused.failure
        })?;
        tally.count(&made.remarks);
        if !self.counts_notes() {
            say(&made.remarks, &asked, is_alone);
        }
        Ok(Printed {
            text: write_recipe(&made.recipe, format, style),
            file: asked.file.ok_or(made.recipe.title),
            ending: ending(format),
        })
    }
}

/// Reports `remarks` on a result; they tell which, unless it is the only one.
fn say(remarks: &[Diagnostic], asked: &Asked, is_alone: bool) {
    report::some(remarks, |remark| {
        if is_alone && remark.severity == Severity::Note {
            report::note(&remark.message, remark.hint.as_deref());
        } else {
            report::line(&placed(remark.clone(), asked), &asked.origin);
        }
    });
}

/// What is said of one of several recipes in a file is said of its beginning, if of no
/// other place.
fn placed(said: Diagnostic, asked: &Asked) -> Diagnostic {
    let beginning = Place {
        line: 1,
        column: 1,
        length: 0,
    };
    match said.place {
        None if asked.is_part => said.at(beginning),
        _ => said,
    }
}

fn keep(folder: &Folder, printed: Printed) -> Result<(), Failure> {
    match printed.file {
        Ok(file) => folder.put_at(&file.with_extension(printed.ending), &printed.text),
        Err(title) => folder.put(&title, printed.ending, &printed.text),
    }
}
