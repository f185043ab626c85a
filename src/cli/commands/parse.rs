//! `porkcli parse`

use super::super::Failure;
use super::super::arguments::Many;
use super::super::lines::Blocks;
use super::super::report::{self, Origin};
use super::json_lines::{self, Record, conclude, on_lines, text_of};
use clap::Args;
use porkcli::diagnostic::{Diagnostic, Place};
use porkcli::read::{fields, read_line};
use serde_json::json;
use std::ffi::OsString;

/// Longer lines are no ingredients; they are refused one by one.
const LONGEST_LINE: usize = 1 << 20;

/// The record of a longer line that failed does not repeat it.
const LONGEST_NAME: usize = 1 << 10;

/// Take ingredient lines apart: lines of text in, JSON Lines out
///
/// Each line gives one record, in order, with the fields quantity, quantity_max, unit,
/// name, preparation, note, optional and amounts. Numbers are exact texts such as 3/2.
/// An empty line gives an empty line. A line that cannot be read gives a record with
/// the field error, is reported, and makes the exit status 1.
#[derive(Args, Debug)]
pub(in super::super) struct Parse {
    /// Files with one ingredient a line, or folders with such files, which end in .txt
    /// [default: standard input]
    #[arg(value_name = "FILE")]
    files: Vec<OsString>,

    /// Read JSON Lines: on each line an ingredient as a JSON string; what fails gives a
    /// line {"error": ...} in its place, and is not reported
    #[arg(long)]
    jsonl: bool,
}

impl Parse {
    pub(super) fn run(self) -> Result<(), Failure> {
        if self.jsonl {
            let many = Many::json_lines();
            return json_lines::run(&self.files, &many, "ingredient", answer);
        }
        let usage = "name a file, or pipe lines in: `porkcli parse < lines.txt`";
        let blocks = Blocks::new(&self.files, &["txt"], LONGEST_LINE, usage)?;
        let (tally, _) = on_lines(blocks, |line, origin, tally| {
            read_record(line).unwrap_or_else(|message| {
                tally.errors += 1;
                say(origin, &message);
                let text = String::from_utf8_lossy(line).trim().to_string();
                failed(&text, &message)
            })
        })?;
        conclude(tally)
    }
}

/// The record of a line, as JSON; empty for an empty line.
fn read_record(line: &[u8]) -> Result<String, String> {
    let text = text_of(line, LONGEST_LINE).map_err(|error| error.message)?;
    if text.is_empty() {
        return Ok(String::new());
    }
    let ingredient = read_line(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&fields(&ingredient)).map_err(|error| error.to_string())
}

/// The record of the ingredient in a JSON string.
fn answer(record: Record) -> json_lines::Answer {
    let refused =
        |message: &str, hint: &str| Err(vec![Diagnostic::error("line", message).hint(hint)]);
    let Record::Text(text) = record else {
        let hint = "write the line as a JSON string, in double quotes";
        return refused("this is a JSON object, not the line of an ingredient", hint);
    };
    let text = text.trim();
    if text.is_empty() || text.contains('\n') {
        return refused(
            "this text is not one line",
            "give each ingredient by itself",
        );
    }
    let ingredient =
        read_line(text).map_err(|error| vec![Diagnostic::error("line", error.to_string())])?;
    let record = serde_json::to_string(&fields(&ingredient));
    let record = record.map_err(|error| vec![Diagnostic::error("line", error.to_string())])?;
    Ok((record, Vec::new()))
}

/// The record of a line that could not be read: nothing is known but its text.
fn failed(text: &str, message: &str) -> String {
    let name = if text.len() > LONGEST_NAME { "" } else { text };
    json!({
        "quantity": null, "quantity_max": null, "unit": null, "name": name,
        "preparation": null, "note": null, "optional": false, "amounts": [],
        "error": message,
    })
    .to_string()
}

fn say(origin: &Origin, message: &str) {
    let place = Place {
        line: 1,
        column: 1,
        length: 0,
    };
    report::show(&[Diagnostic::error("line", message).at(place)], origin);
}
