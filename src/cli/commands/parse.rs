//! `porkcli parse`

use super::super::fault::could_not_read;
use super::super::output::{self, Written};
use super::super::report::{self, Origin};
use super::super::{Failure, input};
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
    /// A file with one ingredient a line [default: standard input]
    #[arg(value_name = "FILE")]
    file: Option<OsString>,
}

impl Parse {
    pub(super) fn run(self) -> Result<(), Failure> {
        let (name, mut source) = input::open_lines(
            self.file.as_deref(),
            "name a file, or pipe lines in: `porkcli parse < lines.txt`",
        )?;
        let mut out = output::stream();
        let mut line = Vec::new();
        let mut wrong = false;
        for number in 1.. {
            line.clear();
            let length = input::read_line_of(&mut source, &mut line, LONGEST_LINE)
                .map_err(|error| could_not_read(&name, &error))?;
            if length == 0 {
                break;
            }
            let record = read_record(&line, length).unwrap_or_else(|message| {
                wrong = true;
                say(&name, number, &message);
                let text = String::from_utf8_lossy(&line).trim().to_string();
                failed(&text, &message)
            });
            if out.line(&record)? == Written::NobodyReads {
                return Ok(());
            }
        }
        out.finish()?;
        if wrong { Err(Failure::Wrong) } else { Ok(()) }
    }
}

/// The record of a line, as JSON; empty for an empty line.
fn read_record(line: &[u8], length: usize) -> Result<String, String> {
    if length > LONGEST_LINE {
        return Err("the line is longer than 1 MiB".into());
    }
    let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8 text")?;
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    let ingredient = read_line(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&fields(&ingredient)).map_err(|error| error.to_string())
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

fn say(name: &str, line: usize, message: &str) {
    let place = Place {
        line,
        column: 1,
        length: 0,
    };
    let origin = Origin {
        name: name.into(),
        text: String::new(),
        path: None,
    };
    report::show(&[Diagnostic::error("line", message).at(place)], &origin);
}
