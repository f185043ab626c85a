//! `porkcli convert`

use super::super::arguments::Printing;
use super::super::{Failure, input, report};
use super::{print, say, scale::scaled_as_named};
use clap::{Args, ValueEnum};
use porkcli::convert::convert;
use porkcli::unit::System;

/// Convert a recipe to another system of measures
#[derive(Args, Debug)]
pub(in super::super) struct Convert {
    /// A recipe file or name [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipe: Option<String>,

    /// The measures that the kitchen has
    #[arg(short, long, value_name = "SYSTEM")]
    to: SystemName,

    #[command(flatten)]
    printing: Printing,
}

/// A system of measures, as it is called on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum SystemName {
    /// Milliliters, grams, centimeters, degrees Celsius
    Metric,
    /// Cups and spoons, ounces and pounds, inches, degrees Fahrenheit
    Us,
    /// Imperial pints, ounces and pounds, inches, degrees Celsius
    Uk,
}

impl SystemName {
    /// The system itself.
    pub(in crate::cli) fn system(self) -> System {
        match self {
            SystemName::Metric => System::Metric,
            SystemName::Us => System::Us,
            SystemName::Uk => System::Imperial,
        }
    }
}

impl Convert {
    pub(super) fn run(self) -> Result<(), Failure> {
        let recipe = scaled_as_named(input::load(self.recipe.as_deref())?)?;
        let converted = convert(&recipe, self.to.system()).map_err(|error| {
            report::error(&error.to_string(), None);
            Failure::Wrong
        })?;
        say(&converted.remarks);
        print(&converted.recipe, &self.printing)
    }
}
