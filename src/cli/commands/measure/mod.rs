//! `porkcli measure`

mod prompt;

use crate::cli::arguments::{FractionsName, Measures, SystemName, positive_amount};
use crate::cli::fault::could_not_read;
use crate::cli::output::{self, Written};
use crate::cli::{Failure, config, input, report};
use clap::{Args, ValueEnum};
use porkcli::amount::Amount;
use porkcli::convert::{ConvertError, convert_difference, convert_quantity, usual_unit};
use porkcli::diagnostic::nearest;
use porkcli::measure::{Measured, Portion, fit, fit_in_unit, fit_whole, is_never_cut};
use porkcli::quantity::Quantity;
use porkcli::recipe::{OwnDensity, Role};
use porkcli::unit::{Dimension, Household, Unit};
use porkcli::write::{Fractions, write_exactly, write_measured};
use prompt::{Read, gas_mark_of, read_amount, read_degrees, read_gas_mark};

/// Longer lines on standard input are no amounts.
const LONGEST_AMOUNT: usize = 1 << 12;

/// Still longer ones are not even repeated.
const LONGEST_LINE: usize = 1 << 20;

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
pub(in crate::cli) struct Measure {
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
    /// The mark of a British gas oven.
    GasMark,
}

/// What the kitchen has settled.
struct Kitchen {
    household: Household,
    fractions: Fractions,
    densities: &'static [OwnDensity],
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
        let (name, mut source) = input::open_lines(
            None,
            "give an amount, or pipe lines in: `porkcli measure \"1 cup\" --to ml`",
        )?;
        let mut out = output::stream();
        let (mut line, mut wrong) = (Vec::new(), false);
        loop {
            let length = input::read_line_of(&mut source, &mut line, LONGEST_LINE)
                .map_err(|error| could_not_read(&name, &error))?;
            if length == 0 {
                break;
            }
            if length > LONGEST_LINE {
                out.finish()?;
                report::error(
                    "a line is longer than 1 MiB",
                    Some("give one amount a line"),
                );
                return Err(Failure::Wrong);
            }
            let shown = amount_in(&line).and_then(|text| match text {
                "" => Ok(String::new()),
                text => self.shown(text, target, &kitchen),
            });
            // A line that cannot be measured is reported and stays as it is.
            wrong |= shown.is_err();
            let written = match shown {
                Ok(shown) => out.line(&shown)?,
                Err(_) => out.raw_line(line.trim_ascii())?,
            };
            if written == Written::NobodyReads {
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
        if matches!(target, Some(Target::GasMark)) {
            return gas_mark_of(text).ok_or_else(|| {
                report::error(
                    &format!("`{text}` is not the heat of a gas oven"),
                    Some("gas marks go from 1/4 (225°F, 110°C) to 10 (500°F, 260°C)"),
                );
                Failure::Wrong
            });
        }
        let read = match target {
            Some(Target::Unit(unit)) if is_temperature(Some(unit)) => read_degrees(text),
            _ => None,
        };
        let read = read.or_else(|| read_gas_mark(text));
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
            Some(Target::GasMark) | None => None,
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

/// The text of a line that may be an amount.
fn amount_in(line: &[u8]) -> Result<&str, Failure> {
    let wrong = |message: &str, hint: &str| {
        report::error(message, Some(hint));
        Failure::Wrong
    };
    let line = line.trim_ascii();
    if line.len() > LONGEST_AMOUNT {
        return Err(wrong(
            "a line is longer than an amount can be (4 KiB)",
            "give one amount a line",
        ));
    }
    std::str::from_utf8(line).map(str::trim).map_err(|_| {
        let shown = String::from_utf8_lossy(line);
        wrong(&format!("`{shown}` is not UTF-8 text"), "save it as UTF-8")
    })
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
    if matches!(name.to_lowercase().as_str(), "gas" | "gas mark") {
        return Ok(Target::GasMark);
    }
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
