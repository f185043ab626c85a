//! The arguments that commands share.

use super::commands::Command;
use super::{Failure, config};
use anstream::ColorChoice;
use clap::{Args, Parser, ValueEnum};
use porkcli::amount::Amount;
use porkcli::unit::{Cup, Household, System, Tablespoon};
use porkcli::write::{Format, Fractions, Style};
use std::path::PathBuf;

/// Scales and converts recipes exactly, and prints amounts that a kitchen can measure.
///
/// A RECIPE is a file, or the name of a recipe in the current folder, in recipes/, in a
/// folder of $PORKCLI_RECIPES or of your settings, in your data folder, or built in (see
/// `porkcli list`). It may carry its servings: maple-belly@8. Without a RECIPE, or with
/// -, the recipe is read from standard input. Results go to standard output, errors and
/// notes to standard error. The exit status is 0 if all is well, 1 if an input is wrong,
/// 2 if the command could not run.
///
/// What holds where no option says otherwise can be set in ~/.config/porkcli/config.yaml,
/// or in the file that $PORKCLI_CONFIG names: to, cup, tbsp, fractions, recipes, aisles,
/// densities. $PORKCLI_TO, $PORKCLI_CUP, $PORKCLI_TBSP, $PORKCLI_FRACTIONS and
/// $PORKCLI_RECIPES count more than the file, options more than both.
#[derive(Debug, Parser)]
#[command(name = "porkcli", version, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,

    /// When to color errors and notes
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
}

/// When to color.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Color {
    /// Makes it hold for all output.
    pub(super) fn apply(self) {
        match self {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
        .write_global();
    }
}

/// How the result is printed.
#[derive(Args, Debug)]
pub(super) struct Printing {
    /// The form of the result [default: text; of an import, yaml]; YAML and JSON carry
    /// exact amounts
    #[arg(long, value_name = "FORMAT")]
    format: Option<FormatName>,

    /// Print amounts exactly instead of as a kitchen can measure them
    #[arg(long)]
    exact: bool,

    /// How to print fractions: 1 1/2, 1½ or 1.5 [default: as set, or ascii]
    #[arg(long, value_name = "SIGNS")]
    fractions: Option<FractionsName>,

    /// Wrap text at this column, 0 for never [default: the terminal's width, or 80]
    #[arg(long, value_name = "COLUMNS")]
    width: Option<usize>,
}

impl Printing {
    /// Whether a form was asked for.
    pub(super) fn is_set(&self) -> bool {
        self.format.is_some()
    }

    /// The form that was asked for, or else `usual`.
    pub(super) fn format_or(&self, usual: Format) -> Format {
        self.format.map_or(usual, FormatName::format)
    }

    /// How amounts are printed in `format`.
    pub(super) fn style(&self, format: Format) -> Result<Style, Failure> {
        // The other formats are for programs, which must not depend on settings.
        let is_for_people = matches!(format, Format::Text | Format::Markdown);
        Ok(Style {
            fractions: match is_for_people {
                true => config::fractions(self.fractions)?,
                false => Fractions::default(),
            },
            exact: self.exact,
            width: self.width.unwrap_or_else(super::output::width),
        })
    }
}

/// How many recipes at once are read and told of.
#[derive(Args, Debug)]
pub(super) struct Many {
    /// Read and write JSON Lines: on each line a recipe as a JSON object, or a JSON string
    /// that holds its text; what fails gives a line {"error": ...} in its place
    #[arg(long, conflicts_with_all = ["format", "exact", "fractions", "width"])]
    pub(super) jsonl: bool,

    /// Tell every note, or only how many there are [default: each; with --jsonl, count]
    #[arg(long, value_name = "HOW")]
    notes: Option<NotesName>,
}

impl Many {
    /// What holds where JSON Lines are asked for and nothing else.
    pub(super) fn json_lines() -> Many {
        Many {
            jsonl: true,
            notes: None,
        }
    }

    /// Whether notes are only counted.
    pub(super) fn counts_notes(&self) -> bool {
        match self.notes {
            Some(notes) => notes == NotesName::Count,
            None => self.jsonl,
        }
    }
}

/// What becomes of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum NotesName {
    /// Tell every one
    Each,
    /// Tell at the end how many there are
    Count,
}

/// A folder for the results.
#[derive(Args, Debug)]
pub(super) struct Keeping {
    /// Write each result into this folder, in a file that is called as the recipe's own is;
    /// as YAML, or JSON if that is what it was, unless --format says otherwise
    #[arg(short, long, value_name = "FOLDER", conflicts_with = "jsonl")]
    pub(super) output: Option<PathBuf>,

    /// Replace files that are in the folder already
    #[arg(long, requires = "output")]
    pub(super) force: bool,
}

/// A format, as it is called on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FormatName {
    Text,
    Yaml,
    Json,
    /// One recipe a line
    Jsonl,
    Markdown,
    Cooklang,
    Recipemd,
    #[value(name = "schema.org")]
    SchemaOrg,
}

impl FormatName {
    /// The format itself.
    pub(super) fn format(self) -> Format {
        match self {
            FormatName::Text => Format::Text,
            FormatName::Yaml => Format::Yaml,
            FormatName::Json => Format::Json,
            FormatName::Jsonl => Format::JsonLine,
            FormatName::Markdown => Format::Markdown,
            FormatName::Cooklang => Format::Cooklang,
            FormatName::Recipemd => Format::RecipeMd,
            FormatName::SchemaOrg => Format::SchemaOrg,
        }
    }
}

/// A way to print fractions, as it is called on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FractionsName {
    Ascii,
    Unicode,
    Decimal,
}

impl FractionsName {
    /// The way itself.
    pub(super) fn fractions(self) -> Fractions {
        match self {
            FractionsName::Ascii => Fractions::Ascii,
            FractionsName::Unicode => Fractions::Unicode,
            FractionsName::Decimal => Fractions::Decimal,
        }
    }
}

/// Reads an amount that is more than nothing; `2x` is `2`.
pub(super) fn positive_amount(text: &str) -> Result<Amount, String> {
    let number = text.trim().trim_end_matches(['x', '×']);
    let amount: Amount = number.parse().map_err(|error| format!("{error}"))?;
    if amount.is_positive() {
        Ok(amount)
    } else {
        Err("it must be more than nothing".into())
    }
}

/// Which cup and which spoon a recipe means.
#[derive(Args, Debug)]
pub(super) struct Measures {
    /// The cup that the recipe means: us (236.6 ml), legal (240), metric (250), jp (200) or uk (284) [default: as set, or us]
    #[arg(long, value_name = "CUP")]
    cup: Option<Cup>,

    /// The tablespoon that the recipe means: us (14.8 ml), metric (15) or au (20) [default: as set, or the one that goes with the cup]
    #[arg(long, value_name = "SPOON")]
    tbsp: Option<Tablespoon>,
}

impl Measures {
    pub(super) fn household(&self) -> Result<Household, Failure> {
        config::household(self.cup, self.tbsp)
    }
}

/// The name of a system of measures.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SystemName {
    /// Milliliters, grams, centimeters, degrees Celsius
    Metric,
    /// Cups and spoons, ounces and pounds, inches, degrees Fahrenheit
    Us,
    /// Imperial pints, ounces and pounds, inches, degrees Celsius
    Uk,
}

impl SystemName {
    pub(super) fn system(self) -> System {
        match self {
            SystemName::Metric => System::Metric,
            SystemName::Us => System::Us,
            SystemName::Uk => System::Imperial,
        }
    }
}
