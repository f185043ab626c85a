//! Help, the version, and what is wrong with the arguments.

use super::arguments::Arguments;
use super::harmless::harmless_line;
use super::{output, report};
use clap::Parser as _;
use std::process::ExitCode;

/// Shows help, the version or what is wrong with the arguments.
pub(super) fn show(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        report::write_raw(&complaint(error));
        return ExitCode::from(2);
    }
    match output::write(&error.render().to_string()) {
        Ok(_) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(2),
    }
}

/// What `error` says, with nothing in it that would command a terminal.
fn complaint(error: &clap::Error) -> String {
    let mut is_clean = true;
    let shown = std::env::args_os().map(|argument| {
        let lossy = argument.to_string_lossy();
        let shown = harmless_line(&lossy);
        is_clean &= *shown == *lossy;
        shown.into_owned()
    });
    let shown: Vec<String> = shown.collect();
    if is_clean {
        return error.render().ansi().to_string();
    }
    // The message repeats arguments between its own colors, where they cannot be told
    // apart; so the arguments are made harmless before it is made again.
    match Arguments::try_parse_from(shown) {
        Err(again) if again.kind() == error.kind() => again.render().ansi().to_string(),
        _ => report::harmless(&error.render().to_string()).into_owned(),
    }
}
