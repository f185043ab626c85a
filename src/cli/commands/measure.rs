//! `porkcli measure`

use super::super::arguments::{FractionsName, Measures, SystemName, positive_amount};
use super::super::output::{self, Written};
use super::super::{Failure, config, input, report};
use clap::{Args, ValueEnum};
use porkcli::amount::Amount;
use porkcli::convert::{ConvertError, convert_difference, convert_quantity, usual_unit};
use porkcli::diagnostic::nearest;
use porkcli::measure::{Measured, Portion, fit, fit_in_unit, fit_whole, is_never_cut};
use porkcli::quantity::Quantity;
use porkcli::read::{read_line, read_prose};
use porkcli::recipe::{Ingredient, OwnDensity, Piece, Role};
use porkcli::unit::{Dimension, Household, Unit, convert_temperature, known};
use porkcli::write::{Fractions, write_exactly, write_measured};

/// Longer lines on standard input are no amounts.
const LONGEST_LINE: usize = 1 << 12;

/// Scale or convert one amount: "1 1/2 cups flour" --to g
///
/// Prints what can be measured and, where that differs, the exact amount.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  porkcli measure \"1 1/2 cups flour\" --to g
  porkcli measure 350F --to C
  porkcli measure \"3/4 cup\" --by 2/3
  porkcli measure \"2 cups\" --to tbsp")]
pub(in super::super) struct Measure {
    /// The amount, with its unit and, for weights of cups, its name [default: one a line on standard input]
    #[arg(value_name = "AMOUNT", allow_hyphen_values = true)]
    amount: Option<String>,

    /// The unit, or the system of measures, to show it in
    #[arg(short, long, value_name = "UNIT")]
    to: Option<String>,

    /// By what factor to multiply it: 3, 1.5, 1/3 or "1 1/2"
    #[arg(short, long, value_name = "FACTOR", value_parser = positive_amount, allow_hyphen_values = true)]
    by: Option<Amount>,

    /// How to print fractions: 1 1/2, 1½ or 1.5 [default: as set, or ascii]
    #[arg(long, value_name = "SIGNS")]
    fractions: Option<FractionsName>,

    #[command(flatten)]
    measures: Measures,
}

/// Where to.
#[derive(Clone, Copy)]
enum Target {
    Unit(Unit),
    System(SystemName),
}

/// What the kitchen has settled.
struct Kitchen {
    household: Household,
    fractions: Fractions,
    densities: &'static [OwnDensity],
}

/// One amount and what it is of.
struct Read {
    quantity: Quantity,
    role: Role,
    name: String,
    /// The word of the name that agrees with the number: as written, for one, for several.
    noun: Option<(String, String, String)>,
}

impl Read {
    /// The name, in agreement with what is shown.
    fn name_of(&self, measured: &Measured) -> String {
        let shown = measured.high.unwrap_or(measured.low).first;
        match &self.noun {
            Some((written, one, several)) if shown.unit == self.quantity.unit => {
                let form = if shown.amount > Amount::ONE {
                    several
                } else {
                    one
                };
                self.name.replacen(written, form, 1)
            }
            _ => self.name.clone(),
        }
    }
}

impl Measure {
    pub(super) fn run(self) -> Result<(), Failure> {
        let target = self.to.as_deref().map(target_named).transpose()?;
        let kitchen = Kitchen {
            household: self.measures.household()?,
            fractions: config::fractions(self.fractions)?,
            densities: config::densities()?,
        };
        if let Some(amount) = &self.amount {
            return output::write(&(self.shown(amount, target, &kitchen)? + "\n"));
        }
        let (name, mut source) = input::open_lines(None)?;
        let mut out = output::stream();
        let (mut line, mut wrong) = (Vec::new(), false);
        while input::read_line_of(&mut source, &mut line, LONGEST_LINE)
            .map_err(|error| input::unreadable(&name, &error))?
            > 0
        {
            let text = String::from_utf8_lossy(&line).trim().to_string();
            let shown = match text.as_str() {
                "" => Ok(String::new()),
                text => self.shown(text, target, &kitchen),
            };
            // A line that cannot be measured is reported and stays as it is.
            wrong |= shown.is_err();
            if out.line(&shown.unwrap_or(text))? == Written::NobodyReads {
                return Ok(());
            }
            line.clear();
        }
        out.finish()?;
        if wrong { Err(Failure::Wrong) } else { Ok(()) }
    }

    /// What is printed for `text`.
    fn shown(
        &self,
        text: &str,
        target: Option<Target>,
        kitchen: &Kitchen,
    ) -> Result<String, Failure> {
        let read = match target {
            Some(Target::Unit(unit)) if is_temperature(Some(unit)) => read_degrees(text),
            _ => None,
        };
        let read = read.map_or_else(|| read_amount(text), Ok)?;
        let (role, name) = (read.role, read.name.as_str());
        let fail = |error: &dyn std::fmt::Display, hint: Option<&str>| {
            report::error(&format!("`{text}`: {error}"), hint);
            Failure::Wrong
        };
        let mut exact = read.quantity;
        exact.unit = exact.unit.map(|unit| kitchen.household.own(unit));
        if let Some(factor) = self.by {
            if is_temperature(exact.unit) {
                return Err(fail(&"a temperature does not scale", None));
            }
            exact = exact.times(factor).map_err(|error| fail(&error, None))?;
        }
        let unit = match target {
            Some(Target::Unit(unit)) => Some(unit),
            Some(Target::System(system)) => exact
                .unit
                .and_then(|unit| usual_unit(unit, system.system())),
            None => None,
        };
        if let Some(unit) = unit {
            let converted = match role {
                Role::Difference => convert_difference(exact, unit),
                _ => convert_quantity(exact, name, unit, kitchen.densities),
            };
            exact = converted.map_err(|error| {
                let hint = hint_for(&error, &read);
                fail(&error, hint.as_deref())
            })?;
        }
        let is_whole = exact.unit.is_none() && is_never_cut(name);
        let mut measured = match target {
            Some(Target::Unit(_)) => fit_in_unit(&exact, role),
            _ if is_whole => fit_whole(&exact),
            _ => fit(&exact, role),
        };
        let is_exact = is_exact(&measured, &exact);
        if is_whole && !is_exact {
            // The exact number stands beside it, so nothing is vague.
            measured.low.about = false;
            measured.high = measured.high.map(|high| Portion {
                about: false,
                ..high
            });
        }
        let mut shown = write_measured(&measured, kitchen.fractions);
        if !name.is_empty() {
            shown = format!("{shown} {}", read.name_of(&measured));
        }
        if !is_exact {
            shown = format!("{shown} (exactly {})", write_exactly(&exact));
        }
        Ok(shown)
    }
}

fn is_temperature(unit: Option<Unit>) -> bool {
    unit.map(Unit::dimension) == Some(Dimension::Temperature)
}

/// Whether what is shown is the exact amount, if in another unit.
fn is_exact(measured: &Measured, exact: &Quantity) -> bool {
    let total = |portion: &Portion| {
        let first = Quantity::new(portion.first.amount, portion.first.unit);
        let sum = match portion.second {
            Some(second) => first
                .plus(Quantity::new(second.amount, second.unit))?
                .ok()?,
            None => first,
        };
        match exact.unit {
            Some(unit) if sum.unit != exact.unit => sum.convert(unit)?.ok(),
            _ => Some(sum),
        }
    };
    let low = total(&measured.low).map(|low| low.low);
    let high = measured.high.map(|high| total(&high).map(|high| high.low));
    low == Some(exact.low) && (exact.high.is_none() || high == exact.high.map(Some))
}

fn target_named(name: &str) -> Result<Target, Failure> {
    if let Ok(system) = SystemName::from_str(name, true) {
        return Ok(Target::System(system));
    }
    let degrees = match name {
        "C" | "c" | "celsius" | "Celsius" => Some("°C"),
        "F" | "f" | "fahrenheit" | "Fahrenheit" => Some("°F"),
        _ => None,
    };
    if let Some(unit) = Unit::named(degrees.unwrap_or(name)) {
        return Ok(Target::Unit(unit));
    }
    let message = format!("no unit is called `{name}`");
    report::error(&message, Some(&did_you_mean(name)));
    Err(Failure::CouldNotRun)
}

fn did_you_mean(name: &str) -> String {
    match nearest(name, Unit::spellings().map(|(spelling, _)| spelling)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "units are g, kg, oz, lb, ml, L, tsp, tbsp, cup, pint, cm, inch, C, F and more; or metric, us, uk".into(),
    }
}

/// Reads `text` as a temperature, a length or an amount of something.
fn read_amount(text: &str) -> Result<Read, Failure> {
    // At the end of a line `in` can only be inches.
    let prose = match text.strip_suffix(" in") {
        Some(number) => read_prose(&format!("{number} inch")),
        None => read_prose(text),
    };
    let is_heat = |role| {
        matches!(
            role,
            Role::Oven | Role::Inner | Role::Difference | Role::Length
        )
    };
    let mut mentions = prose.mentions().filter(|mention| is_heat(mention.role));
    let figures = |piece: &Piece| match piece {
        Piece::Words(span) => prose.at(*span).contains(char::is_numeric),
        _ => false,
    };
    if let (Some(mention), None) = (mentions.next(), mentions.next())
        && !prose.pieces.iter().any(figures)
    {
        return Ok(Read {
            quantity: mention.quantity,
            role: mention.role,
            name: String::new(),
            noun: None,
        });
    }
    let ingredient = read_line(text).map_err(|error| {
        report::error(
            &format!("`{text}`: {error}"),
            Some("write an amount such as `1 1/2 cups flour`"),
        );
        Failure::Wrong
    })?;
    let quantity = sum_of(&ingredient).ok_or_else(|| {
        report::error(
            &format!("`{text}` is not an amount"),
            Some("write a number and a unit, such as `1 1/2 cups flour` or `350F`"),
        );
        Failure::Wrong
    })?;
    let mut mentions = ingredient.line.mentions();
    if mentions
        .any(|it| it.role == Role::Primary && it.unit_word.is_none() && it.quantity.unit.is_some())
    {
        report::error(
            &format!("`{text}` has no exact size, because a word stands between number and unit"),
            Some("leave that word out"),
        );
        return Err(Failure::Wrong);
    }
    let below = text.trim_start().strip_prefix(['-', '\u{2212}']);
    if below.is_some_and(|rest| rest.starts_with(|c: char| c.is_numeric())) {
        report::error(
            &format!("`{text}` is less than nothing"),
            Some("leave out the sign before the number"),
        );
        return Err(Failure::Wrong);
    }
    let is_nameless = ingredient.name == ingredient.line.source;
    let line = &ingredient.line;
    let noun = line.pieces.iter().find_map(|piece| match piece {
        Piece::Noun(noun) => {
            let written = line.at(noun.span).to_string();
            Some((written, noun.singular.clone(), noun.plural.clone()))
        }
        _ => None,
    });
    Ok(Read {
        quantity,
        role: Role::Primary,
        name: Some(ingredient.name)
            .filter(|_| !is_nameless)
            .unwrap_or_default(),
        noun,
    })
}

/// Reads `18C` or `-18 F`, which are degrees where degrees are asked for.
fn read_degrees(text: &str) -> Option<Read> {
    let text = text.trim();
    let number = text.strip_suffix(['C', 'c', 'F', 'f'])?;
    let scale = if text.ends_with(['C', 'c']) {
        known::DEGREE_CELSIUS
    } else {
        known::DEGREE_FAHRENHEIT
    };
    let number = number.trim_end().trim_end_matches('°').trim();
    let below = number.strip_prefix(['-', '\u{2212}']);
    let degrees: Amount = below.unwrap_or(number).parse().ok()?;
    let degrees = match below {
        Some(_) => Amount::ZERO.minus(degrees).ok()?,
        None => degrees,
    };
    // No food is cooked to 200 °F inside; what is as hot as that is an oven.
    let fahrenheit = convert_temperature(degrees, scale, known::DEGREE_FAHRENHEIT)?.ok()?;
    let is_oven = fahrenheit >= Amount::from(225);
    Some(Read {
        quantity: Quantity::new(degrees, Some(scale)),
        role: if is_oven { Role::Oven } else { Role::Inner },
        name: String::new(),
        noun: None,
    })
}

/// The amount of a line with what is added to it.
fn sum_of(ingredient: &Ingredient) -> Option<Quantity> {
    let mut mentions = ingredient.line.mentions();
    let first = mentions
        .next()
        .filter(|first| first.role == Role::Primary)?;
    mentions
        .take_while(|mention| mention.role == Role::Addend)
        .try_fold(first.quantity, |sum, addend| {
            let joined = if ingredient.line.takes_away(addend) {
                sum.minus(addend.quantity)
            } else {
                sum.plus(addend.quantity)
            };
            joined?.ok()
        })
}

/// The cure where an amount was not converted.
fn hint_for(error: &ConvertError, read: &Read) -> Option<String> {
    match error {
        ConvertError::NoUnit => {
            let word = read.name.split_whitespace().next()?;
            Some(did_you_mean(word))
        }
        ConvertError::NoName => Some("say what it is: `1 cup flour`".into()),
        ConvertError::NoDensity(_) => {
            Some("you can give it in a recipe or in your settings: `densities: { rye flour: 102 g/cup }`".into())
        }
        _ => None,
    }
}
