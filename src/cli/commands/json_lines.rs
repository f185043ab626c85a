//! JSON Lines in, JSON Lines out: for each line one, in its place.
//!
//! Owns what a line may hold and the record of one that failed. Must never know what a
//! command does with a recipe.

use crate::cli::arguments::Many;
use crate::cli::lines::{Block, Blocks};
use crate::cli::output::{self, Written};
use crate::cli::report::{self, Origin};
use crate::cli::tally::Tally;
use crate::cli::{Failure, crowd};
use porkcli::diagnostic::{Diagnostic, Place, Severity};
use porkcli::read::{MOST_BYTES, Reading, read_foreign, read_recipe, split_recipes};
use serde::de::IgnoredAny;
use serde_json::{Map, Value, json};
use std::ffi::OsString;

/// The files of a folder that hold JSON Lines.
const ENDINGS: [&str; 2] = ["jsonl", "ndjson"];

const USAGE: &str = "name a file, or pipe lines in: `porkcli scale --by 2 --jsonl < recipes.jsonl`";

/// What stands on a line.
pub(super) enum Record<'a> {
    /// A JSON object.
    Object(&'a str),
    /// The text in a JSON string.
    Text(String),
}

impl Record<'_> {
    /// Reads the recipe in it, in any form that recipes are read in.
    pub(super) fn read(&self) -> Result<Reading, Vec<Diagnostic>> {
        let text = self.text();
        if let Record::Text(text) = self {
            let recipes = split_recipes(text).len();
            if recipes > 1 {
                let message = format!("there are {recipes} recipes in this text");
                let error = Diagnostic::error("several", message);
                return Err(vec![error.hint("give each recipe a line of its own")]);
            }
        }
        read_recipe(text)
            .or_else(|errors| read_foreign(text, None).ok_or(errors))
            .map_err(|errors| match (self, errors.as_slice()) {
                (Record::Object(text), [error]) if error.code == "yaml" => {
                    vec![fault_of(text).unwrap_or_else(|| error.clone())]
                }
                _ => errors,
            })
    }

    /// Its text.
    pub(super) fn text(&self) -> &str {
        match self {
            Record::Object(text) => text,
            Record::Text(text) => text,
        }
    }
}

/// What keeps `text` from being JSON.
fn fault_of(text: &str) -> Option<Diagnostic> {
    let error = serde_json::from_str::<IgnoredAny>(text).err()?;
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    let before = text.get(..error.column().saturating_sub(1)).unwrap_or(text);
    let place = Place {
        line: 1,
        column: before.chars().count() + 1,
        length: 0,
    };
    let fault = Diagnostic::error("json", format!("this is not valid JSON: {message}"));
    Some(fault.at(place))
}

/// What a command makes of a record: a line, with or without its end, and remarks.
pub(super) type Answer = Result<(String, Vec<Diagnostic>), Vec<Diagnostic>>;

/// Makes a line of each line in `files`, or on standard input, by `work`. Each is a `thing`.
pub(super) fn run(
    files: &[OsString],
    many: &Many,
    thing: &str,
    work: impl Fn(Record) -> Answer + Sync,
) -> Result<(), Failure> {
    conclude(answer_all(files, many, (thing, MOST_BYTES), work)?)
}

/// What a command ends with that has counted `tally`.
pub(super) fn conclude(tally: Tally) -> Result<(), Failure> {
    if tally.unread {
        Err(Failure::CouldNotRun)
    } else if tally.errors + tally.earlier > 0 {
        Err(Failure::Wrong)
    } else {
        Ok(())
    }
}

/// Does the same, and returns what was counted; each line is a `thing` and may have `most`
/// bytes.
pub(super) fn answer_all(
    files: &[OsString],
    many: &Many,
    (thing, most): (&str, usize),
    work: impl Fn(Record) -> Answer + Sync,
) -> Result<Tally, Failure> {
    let blocks = Blocks::new(files, &ENDINGS, most, USAGE)?;
    let counts_notes = many.counts_notes();
    let (tally, written) = on_lines(blocks, |line, origin, tally| {
        let (record, said) = answer(line, most, &work, tally);
        if !counts_notes {
            for said in &said {
                let place = Place {
                    line: 1,
                    column: 1,
                    length: 0,
                };
                report::line(&said.clone().at(place), origin);
            }
        }
        record
    })?;
    if counts_notes && written == Written::All && !tally.is_empty() {
        report::summary(&tally.summary_of(thing));
    }
    Ok(tally)
}

/// Writes a line for each line of `blocks`, by `work`.
pub(super) fn on_lines(
    blocks: Blocks,
    work: impl Fn(&[u8], &Origin, &mut Tally) -> String + Sync,
) -> Result<(Tally, Written), Failure> {
    let mut out = output::stream();
    let mut all = Tally::default();
    let on_block = |mut block: Block| {
        let mut text = String::new();
        let mut tally = Tally::default();
        if let Some(reports) = block.failed.take() {
            tally.unread = true;
            return (text, reports, tally);
        }
        let (_, reports) = report::held(|| {
            for (index, line) in block.lines().enumerate() {
                let record = work(line, &block.origin(index), &mut tally);
                text.push_str(record.trim_end());
                text.push('\n');
            }
        });
        (text, reports, tally)
    };
    let written = crowd::in_order(blocks, on_block, |(text, reports, tally)| {
        all.add(tally);
        if !reports.is_empty() {
            report::write_raw(&reports);
        }
        match out.text(&text)? {
            Written::All => out.flush(),
            Written::NobodyReads => Ok(Written::NobodyReads),
        }
    })?;
    Ok((all, written))
}

/// The record for `line`, and what there is to say about it.
fn answer(
    line: &[u8],
    most: usize,
    work: &impl Fn(Record) -> Answer,
    tally: &mut Tally,
) -> (String, Vec<Diagnostic>) {
    let text = match text_of(line, most) {
        Ok("") => return (String::new(), Vec::new()),
        Ok(text) => text,
        Err(error) => return failed(vec![error], tally),
    };
    if is_error(text) {
        tally.recipes += 1;
        tally.earlier += 1;
        return (text.into(), Vec::new());
    }
    match record_of(text).map_err(|error| vec![error]).and_then(work) {
        Ok((record, remarks)) => {
            tally.recipes += 1;
            tally.count(&remarks);
            (record, remarks)
        }
        Err(errors) => failed(errors, tally),
    }
}

/// The text on `line`, without what surrounds it.
pub(super) fn text_of(line: &[u8], most: usize) -> Result<&str, Diagnostic> {
    if line.len() > most {
        let message = format!("the line is longer than {} MiB", most >> 20);
        return Err(Diagnostic::error("too-large", message).hint("give one recipe a line"));
    }
    let text = std::str::from_utf8(line).map_err(|error| {
        let before = String::from_utf8_lossy(&line[..error.valid_up_to()]);
        let place = Place {
            line: 1,
            column: before.chars().count() + 1,
            length: 1,
        };
        Diagnostic::error("not-utf8", "the line is not UTF-8 text").at(place)
    })?;
    Ok(text.trim_start_matches('\u{feff}').trim())
}

fn record_of(text: &str) -> Result<Record<'_>, Diagnostic> {
    if text.starts_with('{') {
        return Ok(Record::Object(text));
    }
    if text.starts_with('"')
        && let Ok(text) = serde_json::from_str(text)
    {
        return Ok(Record::Text(text));
    }
    let message = "this line is neither a JSON object nor a JSON string";
    let error = Diagnostic::error("not-a-record", message);
    Err(error.hint("write it as an object, or its text as a string in double quotes"))
}

/// Whether `text` is the record of an error.
fn is_error(text: &str) -> bool {
    text.starts_with('{')
        && text.contains("\"error\"")
        && matches!(
            serde_json::from_str(text),
            Ok(Value::Object(object))
                if object.get("error").is_some_and(|error| error["message"].is_string())
                    && !object.contains_key("ingredients")
        )
}

/// The record of a line that failed.
fn failed(errors: Vec<Diagnostic>, tally: &mut Tally) -> (String, Vec<Diagnostic>) {
    tally.recipes += 1;
    // However much is wrong with it, it is one line that has failed.
    tally.errors += 1;
    let mut told = errors
        .iter()
        .filter(|said| said.severity == Severity::Error)
        .map(|error| {
            let mut error = finding(error);
            // Nothing else stands under that name.
            error.shift_remove("severity");
            Value::from(error)
        });
    let mut first = told.next().unwrap_or_default();
    let others: Vec<Value> = told.collect();
    if !others.is_empty() {
        first["others"] = others.into();
    }
    (json!({ "error": first }).to_string(), errors)
}

/// What is said, as JSON.
pub(super) fn finding(said: &Diagnostic) -> Map<String, Value> {
    let mut finding = Map::new();
    finding.insert("severity".into(), said.severity.to_string().into());
    finding.insert("code".into(), said.code.into());
    finding.insert("message".into(), said.message.clone().into());
    if let Some(place) = said.place {
        finding.insert("line".into(), place.line.into());
        finding.insert("column".into(), place.column.into());
    }
    if let Some(hint) = &said.hint {
        finding.insert("hint".into(), hint.clone().into());
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_record_of_an_error_is_told_from_a_recipe() {
        let yes = |text: &str| assert!(is_error(text), "{text}");
        let no = |text: &str| assert!(!is_error(text), "{text}");
        yes(r#"{"error":{"code":"empty","message":"there is no recipe"}}"#);
        yes(r#"{ "index": 7, "error" : { "message": "it failed" } }"#);
        no(r#"{"title":"Trial and \"error\"","ingredients":["1 egg"]}"#);
        no(r#"{"title":"A","error":{"message":"b"},"ingredients":["1 egg"]}"#);
        no(r#"{"error":"text"}"#);
        no(r#""{\"error\":{\"message\":\"b\"}}""#);
    }
}
