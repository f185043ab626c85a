//! `porkcli convert`

use super::super::arguments::{Measures, Printing, SystemName};
use super::super::{Failure, config, input, report};
use super::{print, say, scale::scaled_as_named};
use clap::{Args, ValueEnum};
use porkcli::convert::{Conversion, Measuring, convert};
use std::ffi::OsString;

/// Convert a recipe to another system of measures
#[derive(Args, Debug)]
pub(in super::super) struct Convert {
    /// A recipe file or name [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipe: Option<OsString>,

    /// The measures that the kitchen has [default: as set]
    #[arg(short, long, value_name = "SYSTEM")]
    to: Option<SystemName>,

    /// Measure every ingredient by weight, or by volume, where a record tells what a cup of it weighs
    #[arg(long, value_name = "MEASURE")]
    by: Option<MeasuringName>,

    #[command(flatten)]
    measures: Measures,

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
        let recipe = scaled_as_named(input::load(self.recipe.as_deref())?)?;
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
        let converted = convert(recipe, conversion).map_err(|error| {
            report::error(&error.to_string(), None);
            Failure::Wrong
        })?;
        say(&converted.remarks);
        print(&converted.recipe, &self.printing)
    }
}
