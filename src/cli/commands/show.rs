//! `porkcli show`

use super::super::arguments::Printing;
use super::super::{Failure, input};
use super::{print, scale::scaled_as_named};
use clap::Args;
use std::ffi::OsString;

/// Show a recipe as it is, in any format
#[derive(Args, Debug)]
pub(in super::super) struct Show {
    /// A recipe file or name [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipe: Option<OsString>,

    #[command(flatten)]
    printing: Printing,
}

impl Show {
    pub(super) fn run(self) -> Result<(), Failure> {
        let recipe = scaled_as_named(input::load(self.recipe.as_deref())?)?;
        print(&recipe, &self.printing)
    }
}
