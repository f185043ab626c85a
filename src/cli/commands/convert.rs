//! `porkcli convert`

use super::super::arguments::{Keeping, Many, Measures, Printing, SystemName};
use super::super::{Failure, config, report};
use super::each::{Each, Made, Refused};
use super::scale::scaled_as_named;
use clap::{Args, ValueEnum};
use porkcli::convert::{Conversion, Measuring, convert};
use porkcli::diagnostic::Diagnostic;
use std::ffi::OsString;

/// Convert recipes to another system of measures
///
/// A folder means the recipe files in it and in its folders. Results come in the order of
/// the recipes; in YAML and text a line --- parts them, in JSON they stand in a list.
#[derive(Args, Debug)]
pub(in super::super) struct Convert {
    /// Recipe files, names, or folders with recipe files [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipes: Vec<OsString>,

    /// The measures that the kitchen has [default: as set]
    #[arg(short, long, value_name = "SYSTEM")]
    to: Option<SystemName>,

    /// Measure every ingredient by weight, or by volume, where a record tells what a cup of it weighs
    #[arg(long, value_name = "MEASURE")]
    by: Option<MeasuringName>,

    #[command(flatten)]
    measures: Measures,

    #[command(flatten)]
    keeping: Keeping,

    #[command(flatten)]
    many: Many,

    #[command(flatten)]
    printing: Printing,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum MeasuringName {
    /// On a scale
    Weight,
    /// In spoons, cups and jugs
    Volume,
}

impl Convert {
    pub(super) fn run(self) -> Result<(), Failure> {
        let Some(system) = config::system(self.to)? else {
            let hint = format!(
                "give `--to metric`, `us` or `uk`; or, for good, write `to: metric` into {}",
                config::usual_place()
            );
            report::error("nothing says which measures to convert to", Some(&hint));
            return Err(Failure::CouldNotRun);
        };
        let household = self.measures.household()?;
        let conversion = Conversion {
            system,
            measuring: self.by.map(|by| match by {
                MeasuringName::Weight => Measuring::ByWeight,
                MeasuringName::Volume => Measuring::ByVolume,
            }),
            household,
            densities: match self.by {
                Some(_) => config::densities()?,
                None => &[],
            },
        };
        let each = Each {
            recipes: &self.recipes,
            many: Some(&self.many),
            keeping: Some(&self.keeping),
            printing: &self.printing,
        };
        each.run(|recipe, serves| {
            let Made {
                recipe,
                mut remarks,
            } = scaled_as_named(recipe, serves)?;
            let converted = convert(recipe, conversion).map_err(|error| {
                Refused::wrong(Diagnostic::error("too-large", error.to_string()))
            })?;
            remarks.extend(converted.remarks);
            Ok(Made {
                recipe: converted.recipe,
                remarks,
            })
        })
    }
}
