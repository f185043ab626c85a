//! `porkcli show`

use super::super::Failure;
use super::super::arguments::Printing;
use super::each::Each;
use super::scale::scaled_as_named;
use clap::Args;
use std::ffi::OsString;

/// Show recipes as they are, in any format
#[derive(Args, Debug)]
pub(in super::super) struct Show {
    /// Recipe files, names, or folders with recipe files [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipes: Vec<OsString>,

    #[command(flatten)]
    printing: Printing,
}

impl Show {
    pub(super) fn run(self) -> Result<(), Failure> {
        let each = Each {
            recipes: &self.recipes,
            many: None,
            keeping: None,
            printing: &self.printing,
        };
        each.run(scaled_as_named)
    }
}
