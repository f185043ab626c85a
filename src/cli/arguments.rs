//! The arguments that commands share.

use super::commands::{self, Command};
use super::{Failure, config};
use anstream::ColorChoice;
use clap::{Args, FromArgMatches as _, Parser, ValueEnum};
use porkcli::amount::Amount;
use porkcli::unit::{Cup, Household, System, Tablespoon};
use porkcli::write::{Format, Fractions, Style};
use std::ffi::OsString;
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

    #[command(flatten)]
    pub(super) shared: Shared,
}

/// What can be said to every command.
#[derive(Args, Debug)]
pub(super) struct Shared {
    /// When to color errors and notes
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
}

impl Arguments {
    /// Reads `words`, the first of which is the program's own name.
    pub(super) fn read(words: Vec<OsString>) -> Result<Arguments, clap::Error> {
        match Arguments::of_one_command(&words) {
            Some(arguments) => Ok(arguments),
            None => Arguments::try_parse_from(words),
        }
    }

    /// Reads `words` if they call a command rightly.
    ///
    /// A command is quick, and describing all the others to clap would take longer than
    /// running it. Whoever errs or asks for help gets the answer of the whole description.
    fn of_one_command(words: &[OsString]) -> Option<Arguments> {
        let name = words.get(1)?.to_str()?;
        let described = described_alone(name)?;
        let mut matches = described.try_get_matches_from(words).ok()?;
        Arguments::from_arg_matches_mut(&mut matches).ok()
    }
}

/// The command line as if the command called `name` were the only one.
fn described_alone(name: &str) -> Option<clap::Command> {
    let mut descriptions = commands::DESCRIPTIONS.into_iter();
    let (name, describe) = descriptions.find(|(known, _)| *known == name)?;
    let program = clap::Command::new("porkcli").disable_help_subcommand(true);
    let command = describe(clap::Command::new(name));
    Some(Shared::augment_args(program).subcommand(command))
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn a_command_alone_takes_what_it_takes_among_all() {
        let mut whole = Arguments::command();
        whole.build();
        for among_all in whole.get_subcommands() {
            let name = among_all.get_name();
            if name == "help" {
                continue;
            }
            let mut alone = described_alone(name).expect(name);
            alone.build();
            let alone = alone.find_subcommand(name).expect(name);
            assert_eq!(options(alone), options(among_all), "{name}");
        }
    }

    fn options(command: &clap::Command) -> Vec<String> {
        let options = command.get_arguments();
        options.map(|option| option.to_string()).collect()
    }

    #[test]
    fn what_is_wrong_or_asks_for_help_is_left_to_the_whole_description() {
        for line in [
            "porkcli",
            "porkcli help scale",
            "porkcli scale --help",
            "porkcli scale maple-belly --servs 8",
            "porkcli scales maple-belly",
            "porkcli --color never list",
        ] {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert!(Arguments::of_one_command(&words).is_none(), "{line}");
        }
    }
}
