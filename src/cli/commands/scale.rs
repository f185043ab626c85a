//! `porkcli scale`

use super::super::arguments::{Keeping, Many, Printing, positive_amount};
use super::super::{Failure, report};
use super::each::{Each, Made, Refused};
use clap::Args;
use porkcli::amount::{Amount, Decimal};
use porkcli::diagnostic::Diagnostic;
use porkcli::recipe::{Recipe, Servings};
use porkcli::scale::{
    Pan, ScaleError, factor_between, factor_for_ingredient, factor_for_servings, factor_for_yield,
    scale,
};
use std::ffi::OsString;

/// Scale recipes to a number of servings, or by a factor
///
/// A folder means the recipe files in it and in its folders. Results come in the order of
/// the recipes; in YAML and text a line --- parts them, in JSON they stand in a list.
#[derive(Args, Debug)]
pub(in super::super) struct Scale {
    /// Recipe files, names, or folders with recipe files [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipes: Vec<OsString>,

    /// How many people it shall serve: 8, or 2.5
    #[arg(short, long, value_name = "PEOPLE", value_parser = positive_amount, allow_hyphen_values = true)]
    serves: Option<Amount>,

    /// How many people the recipe serves as it is, where it does not say so or wrongly
    #[arg(long, value_name = "PEOPLE", value_parser = positive_amount, allow_hyphen_values = true, requires = "serves")]
    from_serves: Option<Amount>,

    /// By what factor: 3, 1.5, 1/3 or "1 1/2"
    #[arg(short, long, value_name = "FACTOR", value_parser = positive_amount, allow_hyphen_values = true, conflicts_with = "serves")]
    by: Option<Amount>,

    /// To make so much: "24 cookies", or 24 of whatever it makes
    #[arg(long = "yield", value_name = "AMOUNT", conflicts_with_all = ["serves", "by"])]
    makes: Option<String>,

    /// To use up so much of one ingredient: "3 lb pork belly"
    #[arg(long, value_name = "INGREDIENT", conflicts_with_all = ["serves", "by", "makes"])]
    using: Option<String>,

    /// From one pan to another, so that it stands as high: 8in-round:9x13in
    #[arg(long, value_name = "FROM:TO", value_parser = pans, conflicts_with_all = ["serves", "by", "makes", "using"])]
    pan: Option<(Pan, Pan)>,

    #[command(flatten)]
    keeping: Keeping,

    #[command(flatten)]
    many: Many,

    #[command(flatten)]
    printing: Printing,
}

const NO_FACTOR: &str = "nothing says how to scale";
const FACTOR_HINT: &str =
    "give `--serves 8`, `--by 2`, or the servings with the name: `maple-belly@8`";

impl Scale {
    pub(super) fn run(self) -> Result<(), Failure> {
        let has_servings = |name: &OsString| name.as_encoded_bytes().contains(&b'@');
        if !self.is_told() && (self.many.jsonl || !self.recipes.iter().any(has_servings)) {
            report::error(NO_FACTOR, Some(FACTOR_HINT));
            return Err(Failure::CouldNotRun);
        }
        let each = Each {
            recipes: &self.recipes,
            many: Some(&self.many),
            keeping: Some(&self.keeping),
            printing: &self.printing,
        };
        each.run(|recipe, serves| self.scaled(recipe, serves))
    }

    /// Whether an option says how to scale.
    fn is_told(&self) -> bool {
        let is_other = self.makes.is_some() || self.using.is_some() || self.pan.is_some();
        is_other || self.by.is_some() || self.serves.is_some()
    }

    fn scaled(&self, recipe: Recipe, serves: Option<Amount>) -> Result<Made, Refused> {
        let mut remarks = Vec::new();
        let other = self.other_factor(&recipe, &mut remarks)?;
        let mut made = match (self.by.or(other), self.serves.or(serves)) {
            (Some(factor), None) => scaled_by(recipe, factor)?,
            (None, Some(people)) => scaled_to(recipe, people, self.from_serves)?,
            (Some(_), Some(_)) => {
                return Err(could_not_run(
                    "the name and an option both say how to scale",
                    "give either `@` with the servings or the option",
                ));
            }
            (None, None) => return Err(could_not_run(NO_FACTOR, FACTOR_HINT)),
        };
        made.remarks.splice(..0, remarks);
        Ok(made)
    }

    /// The factor that a yield, an ingredient or a pan asks for; it is said, because it
    /// was not given.
    fn other_factor(
        &self,
        recipe: &Recipe,
        remarks: &mut Vec<Diagnostic>,
    ) -> Result<Option<Amount>, Refused> {
        let (factor, what) = if let Some(wanted) = &self.makes {
            (factor_for_yield(recipe, wanted), "to make")
        } else if let Some(wanted) = &self.using {
            (factor_for_ingredient(recipe, wanted), "to use up")
        } else if let Some((from, to)) = self.pan {
            let factor =
                factor_between(from, to).map_err(|_| ScaleError::TooLarge("the pan".into()));
            (factor, "to fill the other pan as high")
        } else {
            return Ok(None);
        };
        let factor = factor.map_err(|error| failed(&error))?;
        let wanted = self.makes.as_ref().or(self.using.as_ref());
        let wanted = wanted
            .map(|wanted| format!(" {wanted}"))
            .unwrap_or_default();
        let number = in_few_digits(factor);
        let message = format!("scaled by {number} {what}{wanted}");
        remarks.push(Diagnostic::note("factor", message));
        Ok(Some(factor))
    }
}

fn could_not_run(message: &str, hint: &str) -> Refused {
    Refused {
        error: Diagnostic::error("cli", message).hint(hint),
        failure: Failure::CouldNotRun,
    }
}

/// A factor for a note: the few digits of it that a cook wants to know.
fn in_few_digits(factor: Amount) -> String {
    if factor.denominator() <= 16 {
        return factor.to_string();
    }
    let short = factor.times(Amount::from(100)).ok().map(Amount::round);
    let short = short.filter(|hundredths| *hundredths > 0);
    let short = short.and_then(|hundredths| Amount::new(hundredths, 100));
    match short.and_then(|short| Some((short, Decimal::exact(short)?))) {
        Some((short, decimal)) if short == factor => decimal.to_string(),
        Some((_, decimal)) => format!("about {decimal}"),
        None => factor.to_string(),
    }
}

/// Reads `8in-round:9x13in`.
fn pans(text: &str) -> Result<(Pan, Pan), String> {
    let (from, to) = text
        .split_once(':')
        .ok_or("write the pan of the recipe, a colon and your own: 8in-round:9x13in")?;
    let pan = |text: &str| {
        text.parse::<Pan>()
            .map_err(|error| format!("{error}; write it as 8in-round, 20cm-square or 9x13in"))
    };
    Ok((pan(from)?, pan(to)?))
}

/// Returns `recipe`, scaled if its name carried servings.
pub(super) fn scaled_as_named(recipe: Recipe, serves: Option<Amount>) -> Result<Made, Refused> {
    match serves {
        Some(people) => scaled_to(recipe, people, None),
        None => Ok(Made {
            recipe,
            remarks: Vec::new(),
        }),
    }
}

fn scaled_to(recipe: Recipe, people: Amount, from: Option<Amount>) -> Result<Made, Refused> {
    let factor = factor_for_servings(&recipe, people, from).map_err(|error| failed(&error))?;
    let own = recipe.servings;
    let mut made = scaled_by(recipe, factor)?;
    if let (Some(servings), None) = (own, from)
        && let Some(high) = servings.high
    {
        let low = servings.low;
        let message =
            format!("the recipe serves {low}-{high}; it was scaled from {low}, by {factor}");
        let hint = format!("to scale from {high}, add `--from-serves {high}`");
        let remark = Diagnostic::note("servings", message).hint(hint);
        made.remarks.insert(0, remark);
    }
    // What the recipe says of its servings is missing or wrong, so the cook's word stands.
    let says = |from: Amount| own.is_some_and(|own| own.low == from || own.high == Some(from));
    if from.is_some_and(|from| !says(from)) {
        made.recipe.servings = Some(Servings {
            low: people,
            high: None,
        });
    }
    Ok(made)
}

fn scaled_by(recipe: Recipe, factor: Amount) -> Result<Made, Refused> {
    let scaled = scale(recipe, factor).map_err(|error| failed(&error))?;
    Ok(Made {
        recipe: scaled.recipe,
        remarks: scaled.remarks,
    })
}

fn failed(error: &ScaleError) -> Refused {
    let mut diagnostic = Diagnostic::error("scale", error.to_string());
    diagnostic.hint = match error {
        ScaleError::NoServings => Some(
            "add `servings: 4` to the recipe, or say how many it serves with `--from-serves 4`, or scale by a factor with `--by 2`".into(),
        ),
        ScaleError::TooLarge(_) => Some("choose a smaller factor".into()),
        ScaleError::NoYield => Some(
            "add `yield: 24 cookies` to the recipe, or scale by servings or by a factor".into(),
        ),
        ScaleError::NotAnAmount(_) => Some("write a number, a unit and a name: `3 lb pork belly`".into()),
        ScaleError::NoIngredient(_) => Some("`porkcli show` shows the ingredients".into()),
        ScaleError::ManyIngredients(..) => Some("write more of its name".into()),
        ScaleError::Incomparable { .. } | ScaleError::NotPositive(_) => None,
    };
    Refused::wrong(diagnostic)
}
