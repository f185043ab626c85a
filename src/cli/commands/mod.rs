//! The commands, one a file.

mod check;
mod completions;
mod convert;
mod each;
mod import;
mod json_lines;
mod list;
mod man;
mod measure;
mod parse;
mod scale;
mod shop;
mod show;

use super::Failure;
use super::report;
use clap::{Args as _, Subcommand};

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Scale(Box<scale::Scale>),
    Convert(convert::Convert),
    Check(check::Check),
    Import(import::Import),
    Show(show::Show),
    Shop(shop::Shop),
    List(list::List),
    Measure(measure::Measure),
    Parse(parse::Parse),
    Completions(completions::Completions),
    Man(man::Man),
}

/// Describes the options of a command to clap.
type Describe = fn(clap::Command) -> clap::Command;

/// The commands by their names, each with what describes its options to clap.
pub(super) const DESCRIPTIONS: [(&str, Describe); 11] = [
    ("scale", scale::Scale::augment_args),
    ("convert", convert::Convert::augment_args),
    ("check", check::Check::augment_args),
    ("import", import::Import::augment_args),
    ("show", show::Show::augment_args),
    ("shop", shop::Shop::augment_args),
    ("list", list::List::augment_args),
    ("measure", measure::Measure::augment_args),
    ("parse", parse::Parse::augment_args),
    ("completions", completions::Completions::augment_args),
    ("man", man::Man::augment_args),
];

/// Runs `command`.
pub(super) fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Scale(scale) => scale.run(),
        Command::Convert(convert) => convert.run(),
        Command::Check(check) => check.run(),
        Command::Import(import) => import.run(),
        Command::Show(show) => show.run(),
        Command::Shop(shop) => shop.run(),
        Command::List(list) => list.run(),
        Command::Measure(measure) => measure.run(),
        Command::Parse(parse) => parse.run(),
        Command::Completions(completions) => completions.run(),
        Command::Man(man) => man.run(),
    }
}

/// Reports `remarks` on a result.
fn say(remarks: &[porkcli::diagnostic::Diagnostic]) {
    report::notes(remarks);
}
