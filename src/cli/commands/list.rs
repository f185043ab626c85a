//! `porkcli list`

use super::super::{Failure, input, output};
use clap::Args;

/// How a line end in a name is shown.
const LINE_END: &str = "\\u{a}";

/// List the recipes that can be named, with where each is
#[derive(Args, Debug)]
pub(in super::super) struct List {}

impl List {
    pub(super) fn run(self) -> Result<(), Failure> {
        // A name with a line end in it must not pass for two.
        let known: Vec<(String, String)> = input::known_recipes()?
            .into_iter()
            .map(|(name, place)| (name.replace('\n', LINE_END), place.replace('\n', LINE_END)))
            .collect();
        let longest = known
            .iter()
            .map(|(name, _)| name.chars().count())
            .max()
            .unwrap_or(0);
        let lines: String = known
            .iter()
            .map(|(name, place)| format!("{name:<longest$}  {place}\n"))
            .collect();
        output::write(&lines)
    }
}
