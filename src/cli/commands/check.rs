//! `porkcli check`

use super::super::arguments::Many;
use super::super::diff::unified_diff;
use super::super::input::ENDINGS;
use super::super::output::{self, Written};
use super::super::report::{self, Origin};
use super::super::sources::{Source, Sources};
use super::super::tally::Tally;
use super::super::{Failure, crowd, file};
use super::json_lines::{self, Record};
use clap::{Args, ValueEnum};
use porkcli::check::{Fixed, check_source, fix};
use porkcli::diagnostic::Diagnostic;
use porkcli::read::{MOST_BYTES, read_recipe, split_recipes};
use porkcli::recipe::Recipe;
use serde_json::{Value, json};
use std::ffi::OsString;

/// Look recipes over for what a cook would stumble over and what does not fit together
///
/// The exit status is 1 if a recipe cannot be read, and with --strict also if there is a
/// warning. Notes never count.
#[derive(Args, Debug)]
pub(in super::super) struct Check {
    /// Recipe files, names, or folders with recipe files [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipes: Vec<OsString>,

    /// Let warnings count as errors
    #[arg(long)]
    strict: bool,

    /// Write the safe cures into the files: braces round an amount that a step repeats,
    /// quotes round a text that YAML misreads
    #[arg(long)]
    fix: bool,

    /// Show what --fix would change, as a unified diff, and change nothing
    #[arg(long, requires = "fix", conflicts_with = "format")]
    dry_run: bool,

    /// Read JSON Lines: on each line a recipe as a JSON object, or a JSON string that holds
    /// its text; write for each a line with its findings, or {"error": ...} in its place
    #[arg(long, conflicts_with_all = ["fix", "format"])]
    jsonl: bool,

    /// The form of the report; JSON goes to standard output
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: FormatName,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum FormatName {
    /// With excerpts, for people
    Text,
    /// A list of findings, for editors and tests
    Json,
}

/// What was found in some recipes.
#[derive(Default)]
struct Found {
    reports: String,
    /// The findings as JSON, or what would be changed.
    out: Vec<String>,
    tally: Tally,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Failure> {
        if self.jsonl {
            return self.check_lines();
        }
        let sources = Sources::new(&self.recipes, &ENDINGS, None)?;
        let mut out = output::stream();
        let mut tally = Tally::default();
        let mut findings = 0;
        // What cannot be written is told once, and the reports go on.
        let mut is_broken = false;
        let is_json = self.format == FormatName::Json;
        let work = |sources: Vec<Source>| -> Vec<Found> {
            sources
                .into_iter()
                .map(|source| self.look_over(source))
                .collect()
        };
        let written = crowd::in_order(sources, work, |found: Vec<Found>| {
            for found in found {
                tally.add(found.tally);
                for text in found.out {
                    if is_broken {
                        break;
                    }
                    let between = match (is_json, findings) {
                        (false, _) => "",
                        (true, 0) => "[\n  ",
                        (true, _) => ",\n  ",
                    };
                    findings += 1;
                    let written = out.text(between).and_then(|_| out.text(&text));
                    is_broken |= written.is_err();
                    if written == Ok(Written::NobodyReads) && is_json {
                        return Ok(Written::NobodyReads);
                    }
                }
                is_broken = is_broken || out.flush().is_err();
                if !found.reports.is_empty() {
                    report::write_raw(&found.reports);
                }
            }
            Ok(Written::All)
        })?;
        tally.unread |= is_broken;
        if is_json && written == Written::All && !is_broken {
            out.text(if findings == 0 { "[]\n" } else { "\n]\n" })?;
            out.finish()?;
        } else if !is_json {
            report::summary(&tally.summary());
        }
        self.conclude(tally)
    }

    fn conclude(&self, tally: Tally) -> Result<(), Failure> {
        json_lines::conclude(tally)?;
        match self.strict && tally.warnings > 0 {
            true => Err(Failure::Wrong),
            false => Ok(()),
        }
    }

    fn check_lines(&self) -> Result<(), Failure> {
        let many = Many::json_lines();
        let tally = json_lines::answer_all(
            &self.recipes,
            &many,
            ("recipe", MOST_BYTES),
            |record: Record| {
                let reading = record.read()?;
                let findings = found_in(record.text(), &reading.recipe, reading.remarks);
                let told = findings.iter().map(json_lines::finding);
                let findings_record = json!({
                    "title": reading.recipe.title,
                    "findings": Value::from_iter(told),
                });
                Ok((findings_record.to_string(), findings))
            },
        )?;
        self.conclude(tally)
    }

    fn look_over(&self, source: Source) -> Found {
        let mut found = Found::default();
        let (_, reports) = report::held(|| match source.open_whole() {
            Ok(mut asked) => {
                if self.fix {
                    self.cure(&mut asked.origin, &mut found);
                }
                match asked.parts() {
                    Ok(parts) => {
                        for part in parts {
                            found.tally.recipes += 1;
                            self.report(&findings(&part.text), &part, &mut found);
                        }
                    }
                    Err(failure) => count(failure, &mut found.tally),
                }
            }
            Err(failure) => count(failure, &mut found.tally),
        });
        found.reports = reports;
        found
    }

    /// Writes what can be cured, or shows it.
    fn cure(&self, origin: &mut Origin, found: &mut Found) {
        let Some(path) = origin.path.clone().filter(|path| path.is_file()) else {
            let message = format!("`{}` is no file that could be changed", origin.name);
            report::error(&message, Some("name a recipe file for `--fix`"));
            found.tally.unread = true;
            return;
        };
        if origin.text.len() > MOST_BYTES {
            // One recipe that is so large is refused as it is read.
            if split_recipes(&origin.text).len() == 1 {
                return;
            }
            let message = format!("`{}` is too large to be changed (1 MiB)", origin.name);
            report::error(&message, Some("put its recipes into files of their own"));
            found.tally.unread = true;
            return;
        }
        let Some(fixed) = cured(&origin.text) else {
            return;
        };
        if self.dry_run {
            let diff = unified_diff(&origin.name, &origin.text, &fixed.text);
            found.out.push(diff);
            return;
        }
        match file::replace(&path, Some(&origin.text), &fixed.text) {
            Ok(replaced) => {
                found.tally.cures += fixed.cures;
                origin.text = fixed.text;
                if replaced.has_other_names {
                    let message = format!(
                        "`{}` has other names, which keep the former text",
                        origin.name
                    );
                    report::note(&message, Some("link them to it anew with `ln -f`"));
                }
            }
            Err(error) => {
                let message = format!("could not write `{}`: {error}", origin.name);
                let hint = format!("{}; the file is as it was", error.cure());
                report::error(&message, Some(&hint));
                found.tally.unread = true;
            }
        }
    }

    fn report(&self, said: &[Diagnostic], origin: &Origin, found: &mut Found) {
        found.tally.count(said);
        match self.format {
            FormatName::Text => report::show(said, origin),
            FormatName::Json => {
                let told = said.iter().map(|said| as_json(said, origin).to_string());
                found.out.extend(told);
            }
        }
    }
}

/// Counts a recipe that could not be had.
fn count(failure: Failure, tally: &mut Tally) {
    tally.recipes += 1;
    match failure {
        Failure::Wrong => tally.errors += 1,
        Failure::CouldNotRun => tally.unread = true,
    }
}

/// Returns `text` with what can be cured in any of its recipes; `None` if nothing can.
fn cured(text: &str) -> Option<Fixed> {
    let recipes = split_recipes(text);
    if recipes.len() == 1 {
        return fix(text);
    }
    let mut all = Fixed {
        text: String::with_capacity(text.len() + 64),
        cures: 0,
    };
    let mut end = 0;
    for recipe in recipes {
        let start = recipe.as_ptr().addr() - text.as_ptr().addr();
        all.text.push_str(&text[end..start]);
        end = start + recipe.len();
        match fix(recipe) {
            Some(fixed) => {
                all.text.push_str(&fixed.text);
                all.cures += fixed.cures;
            }
            None => all.text.push_str(recipe),
        }
    }
    all.text.push_str(&text[end..]);
    (all.cures > 0).then_some(all)
}

/// Everything there is to say about the recipe in `text`.
fn findings(text: &str) -> Vec<Diagnostic> {
    match read_recipe(text) {
        Ok(reading) => found_in(text, &reading.recipe, reading.remarks),
        Err(errors) => errors,
    }
}

fn found_in(text: &str, recipe: &Recipe, remarks: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut found = remarks;
    found.extend(check_source(recipe, text));
    found.sort_by_key(|found| found.place.map(|place| (place.line, place.column)));
    found
}

fn as_json(found: &Diagnostic, origin: &Origin) -> Value {
    let place = found.place.map(|place| origin.place(place));
    json!({
        "file": origin.name,
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "length": place.map(|place| place.length),
        "severity": found.severity.to_string(),
        "code": found.code,
        "message": found.message,
        "hint": found.hint,
    })
}
