//! The command line: arguments in, text out, an exit status.
//!
//! Owns files, terminals and arguments. Must never know how a recipe is read, changed
//! or printed: that is the library's, and only its public part is used here.

mod arguments;
mod commands;
mod config;
mod crowd;
mod folder;
mod foreign;
mod input;
mod lines;
mod output;
mod parts;
mod progress;
mod report;
mod series;
mod sources;
mod tally;
mod walk;

use arguments::Arguments;
use clap::Parser as _;
use std::process::ExitCode;

/// Why a command failed; everything there was to say has been said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    /// The input was read, but is wrong: exit status 1.
    Wrong,
    /// The command could not run: exit status 2.
    CouldNotRun,
}

impl Failure {
    /// Returns the worse of two failures, which is what a whole command ends with.
    fn worse(self, other: Failure) -> Failure {
        match (self, other) {
            (Failure::Wrong, Failure::Wrong) => Failure::Wrong,
            _ => Failure::CouldNotRun,
        }
    }
}

/// Runs the command that the arguments name.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return show_usage(&error),
    };
    arguments.color.apply();
    match commands::run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Wrong) => ExitCode::from(1),
        Err(Failure::CouldNotRun) => ExitCode::from(2),
    }
}

/// Shows help, the version or what is wrong with the arguments.
fn show_usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        report::write_raw(&error.render());
        return ExitCode::from(2);
    }
    match output::write(&error.render().to_string()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}
