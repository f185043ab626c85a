//! `porkcli check`

use super::super::report::{self, Origin};
use super::super::{Failure, file, input, output};
use clap::{Args, ValueEnum};
use porkcli::check::{check_source, fix};
use porkcli::diagnostic::{Diagnostic, Severity};
use porkcli::read::read_recipe;
use serde_json::{Value, json};
use similar::TextDiff;
use std::ffi::{OsStr, OsString};

/// Look recipes over for what a cook would stumble over and what does not fit together
///
/// The exit status is 1 if a recipe cannot be read, and with --strict also if there is a
/// warning. Notes never count.
#[derive(Args, Debug)]
pub(in super::super) struct Check {
    /// Recipe files or names [default: standard input]
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

/// What was found in all recipes.
#[derive(Default)]
struct Tally {
    recipes: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    cures: usize,
    unread: bool,
    json: Vec<Value>,
}

impl Check {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut tally = Tally::default();
        if self.recipes.is_empty() {
            self.look_over(None, &mut tally);
        }
        for recipe in &self.recipes {
            self.look_over(Some(recipe), &mut tally);
        }
        self.finish(&tally)
    }

    fn look_over(&self, recipe: Option<&OsStr>, tally: &mut Tally) {
        tally.recipes += 1;
        match input::find_text(recipe) {
            Ok((mut origin, _)) => {
                if self.fix {
                    self.cure(&mut origin, tally);
                }
                let found = findings(&origin.text);
                self.report(&found, &origin, tally);
            }
            Err(Failure::Wrong) => tally.errors += 1,
            Err(Failure::CouldNotRun) => tally.unread = true,
        }
    }

    /// Writes what can be cured, or shows it.
    fn cure(&self, origin: &mut Origin, tally: &mut Tally) {
        let Some(path) = origin.path.clone().filter(|path| path.is_file()) else {
            let message = format!("`{}` is no file that could be changed", origin.name);
            report::error(&message, Some("name a recipe file for `--fix`"));
            tally.unread = true;
            return;
        };
        let Some(fixed) = fix(&origin.text) else {
            return;
        };
        if self.dry_run {
            let diff = TextDiff::from_lines(&origin.text, &fixed.text)
                .unified_diff()
                .header(&origin.name, &origin.name)
                .to_string();
            tally.unread |= output::write(&diff).is_err();
            return;
        }
        match file::replace(&path, Some(&origin.text), &fixed.text) {
            Ok(replaced) => {
                tally.cures += fixed.cures;
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
                tally.unread = true;
            }
        }
    }

    fn report(&self, found: &[Diagnostic], origin: &Origin, tally: &mut Tally) {
        for diagnostic in found {
            match diagnostic.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Note => tally.notes += 1,
            }
        }
        match self.format {
            FormatName::Text => report::show(found, origin),
            FormatName::Json => tally
                .json
                .extend(found.iter().map(|found| as_json(found, origin))),
        }
    }

    fn finish(&self, tally: &Tally) -> Result<(), Failure> {
        match self.format {
            FormatName::Text => report::summary(&tally.summary()),
            FormatName::Json => {
                let mut text = String::from("[");
                for (index, found) in tally.json.iter().enumerate() {
                    text.push_str(if index == 0 { "\n  " } else { ",\n  " });
                    text.push_str(&found.to_string());
                }
                text.push_str(if tally.json.is_empty() {
                    "]\n"
                } else {
                    "\n]\n"
                });
                output::write(&text)?;
            }
        }
        if tally.unread {
            Err(Failure::CouldNotRun)
        } else if tally.errors > 0 || self.strict && tally.warnings > 0 {
            Err(Failure::Wrong)
        } else {
            Ok(())
        }
    }
}

impl Tally {
    /// `2 recipes: 1 error, 3 warnings, 1 note`
    fn summary(&self) -> String {
        let counted = |count: usize, word: &str| match count {
            1 => format!("1 {word}"),
            count => format!("{count} {word}s"),
        };
        let kinds = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.notes, "note"),
        ];
        let mut found: Vec<String> = kinds
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| counted(count, word))
            .collect();
        if found.is_empty() {
            found.push(
                if self.unread {
                    "not all could be read"
                } else {
                    "nothing to report"
                }
                .into(),
            );
        }
        if self.cures > 0 {
            found.push(format!("{} cured", self.cures));
        }
        format!("{}: {}", counted(self.recipes, "recipe"), found.join(", "))
    }
}

/// Everything there is to say about the recipe in `text`.
fn findings(text: &str) -> Vec<Diagnostic> {
    match read_recipe(text) {
        Ok(reading) => {
            let mut found = reading.remarks;
            found.extend(check_source(&reading.recipe, text));
            found.sort_by_key(|found| found.place.map(|place| (place.line, place.column)));
            found
        }
        Err(errors) => errors,
    }
}

fn as_json(found: &Diagnostic, origin: &Origin) -> Value {
    json!({
        "file": origin.name,
        "line": found.place.map(|place| place.line),
        "column": found.place.map(|place| place.column),
        "length": found.place.map(|place| place.length),
        "severity": found.severity.to_string(),
        "code": found.code,
        "message": found.message,
        "hint": found.hint,
    })
}
