//! `porkcli scale`

use super::super::arguments::{Printing, positive_amount};
use super::super::input::{self, Input};
use super::super::{Failure, report};
use super::{print, say};
use clap::Args;
use porkcli::amount::Amount;
use porkcli::diagnostic::Diagnostic;
use porkcli::recipe::Recipe;
use porkcli::scale::{ScaleError, factor_for_servings, scale};

/// Scale a recipe to a number of servings, or by a factor
#[derive(Args, Debug)]
pub(in super::super) struct Scale {
    /// A recipe file or name [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipe: Option<String>,

    /// How many people it shall serve: 8, or 2.5
    #[arg(short, long, value_name = "PEOPLE", value_parser = positive_amount, allow_hyphen_values = true)]
    serves: Option<Amount>,

    /// How many people the recipe serves as it is, where it does not say so or wrongly
    #[arg(long, value_name = "PEOPLE", value_parser = positive_amount, allow_hyphen_values = true, requires = "serves")]
    from_serves: Option<Amount>,

    /// By what factor: 3, 1.5, 1/3 or "1 1/2"
    #[arg(short, long, value_name = "FACTOR", value_parser = positive_amount, allow_hyphen_values = true, conflicts_with = "serves")]
    by: Option<Amount>,

    #[command(flatten)]
    printing: Printing,
}

impl Scale {
    pub(super) fn run(self) -> Result<(), Failure> {
        let input = input::load(self.recipe.as_deref())?;
        let scaled = match (self.by, self.serves.or(input.serves)) {
            (Some(factor), None) => scaled_by(&input, factor)?,
            (None, Some(people)) => scaled_to(&input, people, self.from_serves)?,
            (Some(_), Some(_)) => {
                report::error(
                    "both `@` and `--by` say how to scale",
                    Some("keep one of them"),
                );
                return Err(Failure::CouldNotRun);
            }
            (None, None) => {
                report::error(
                    "nothing says how to scale",
                    Some(
                        "give `--serves 8`, `--by 2`, or the servings with the name: `maple-belly@8`",
                    ),
                );
                return Err(Failure::CouldNotRun);
            }
        };
        print(&scaled, &self.printing)
    }
}

/// Returns the recipe of `input`, scaled if its name carried servings.
pub(super) fn scaled_as_named(input: Input) -> Result<Recipe, Failure> {
    match input.serves {
        Some(people) => scaled_to(&input, people, None),
        None => Ok(input.recipe),
    }
}

fn scaled_to(input: &Input, people: Amount, from: Option<Amount>) -> Result<Recipe, Failure> {
    let factor =
        factor_for_servings(&input.recipe, people, from).map_err(|error| failed(&error, input))?;
    if let (Some(servings), None) = (&input.recipe.servings, from)
        && let Some(high) = servings.high
    {
        let low = servings.low;
        report::note(
            &format!("the recipe serves {low}-{high}; it was scaled from {low}, by {factor}"),
            Some(&format!("to scale from {high}, add `--from-serves {high}`")),
        );
    }
    scaled_by(input, factor)
}

fn scaled_by(input: &Input, factor: Amount) -> Result<Recipe, Failure> {
    let scaled = scale(&input.recipe, factor).map_err(|error| failed(&error, input))?;
    say(&scaled.remarks);
    Ok(scaled.recipe)
}

fn failed(error: &ScaleError, input: &Input) -> Failure {
    let mut diagnostic = Diagnostic::error("scale", error.to_string());
    diagnostic.hint = match error {
        ScaleError::NoServings => Some(
            "add `servings: 4` to the recipe, or say how many it serves with `--from-serves 4`, or scale by a factor with `--by 2`".into(),
        ),
        ScaleError::TooLarge(_) => Some("choose a smaller factor".into()),
        ScaleError::NotPositive(_) => None,
    };
    report::show(&[diagnostic], &input.origin);
    Failure::Wrong
}
