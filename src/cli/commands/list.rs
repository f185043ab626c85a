//! `porkcli list`

use super::super::{Failure, input, output};
use clap::Args;

/// List the recipes that can be named, with where each is
#[derive(Args, Debug)]
pub(in super::super) struct List {}

impl List {
    pub(super) fn run(self) -> Result<(), Failure> {
        let known = input::known_recipes()?;
        let longest = known
            .keys()
            .map(|name| name.chars().count())
            .max()
            .unwrap_or(0);
        let lines: String = known
            .iter()
            .map(|(name, place)| format!("{name:<longest$}  {place}\n"))
            .collect();
        output::write(&lines)
    }
}
