//! The command line: arguments in, text out, an exit status.
//!
//! Owns files, terminals and arguments. Must never know how a recipe is read, changed
//! or printed: that is the library's, and only its public part is used here.

mod arguments;
mod commands;
mod config;
mod crowd;
mod diff;
mod fault;
mod file;
mod folder;
mod foreign;
mod harmless;
mod input;
mod lines;
mod output;
mod parts;
mod progress;
mod report;
mod series;
mod sources;
mod tally;
mod usage;
mod walk;

use arguments::Arguments;
use std::env;
use std::process::ExitCode;

/// Why a command failed, the worse the greater; everything there was to say has been said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Failure {
    /// The input was read, but is wrong: exit status 1.
    Wrong,
    /// The command could not run: exit status 2.
    CouldNotRun,
}

/// Runs the command that the arguments name.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::read(env::args_os().collect()) {
        Ok(arguments) => arguments,
        Err(error) => return usage::show(&error),
    };
    arguments.shared.color.apply();
    match commands::run(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Wrong) => ExitCode::from(1),
        Err(Failure::CouldNotRun) => ExitCode::from(2),
    }
}
