//! Reads what is typed at the prompt of `porkcli measure`: an amount of something, a
//! temperature, a length or a gas mark.

use crate::cli::{Failure, report};
use porkcli::amount::Amount;
use porkcli::measure::Measured;
use porkcli::quantity::Quantity;
use porkcli::read::{read_line, read_prose};
use porkcli::recipe::{Ingredient, Piece, Role};
use porkcli::unit::{convert_temperature, fahrenheit_to_gas_mark, gas_mark_to_fahrenheit, known};

/// One amount and what it is of.
pub(super) struct Read {
    pub(super) quantity: Quantity,
    pub(super) role: Role,
    pub(super) name: String,
    /// The word of the name that agrees with the number: as written, for one, for several.
    noun: Option<(String, String, String)>,
}

impl Read {
    /// The name, in agreement with what is shown.
    pub(super) fn name_of(&self, measured: &Measured) -> String {
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

/// Reads `text` as a temperature, a length or an amount of something.
pub(super) fn read_amount(text: &str) -> Result<Read, Failure> {
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
    let quantity = ingredient.total().ok_or_else(|| {
        report::error(
            &format!("`{text}` is not an amount"),
            Some("write a number and a unit, such as `1 1/2 cups flour` or `350F`"),
        );
        Failure::Wrong
    })?;
    refuse_what_has_no_size(text, &ingredient)?;
    let is_nameless = ingredient.name == ingredient.line.source;
    let line = &ingredient.line;
    let noun = line.pieces.iter().find_map(|piece| match piece {
        Piece::Noun(noun) => {
            let written = line.at(noun.span).to_string();
            Some((written, noun.singular.to_string(), noun.plural.to_string()))
        }
        _ => None,
    });
    Ok(Read {
        quantity,
        role: Role::Primary,
        name: Some(ingredient.name.into())
            .filter(|_| !is_nameless)
            .unwrap_or_default(),
        noun,
    })
}

/// `1 heaped tbsp` has no exact size, and `-1 cup` is no amount.
fn refuse_what_has_no_size(text: &str, ingredient: &Ingredient) -> Result<(), Failure> {
    let mut mentions = ingredient.line.mentions();
    let is_apart = mentions
        .any(|it| it.role == Role::Primary && it.unit_word.is_none() && it.quantity.unit.is_some());
    if is_apart {
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
    Ok(())
}

/// Reads `gas mark 4`, which is a temperature of an oven.
pub(super) fn read_gas_mark(text: &str) -> Option<Read> {
    let lower = text.trim().to_lowercase();
    let rest = lower.strip_prefix("gas")?.trim_start();
    let mark = rest.strip_prefix("mark").unwrap_or(rest).trim();
    let heat = gas_mark_to_fahrenheit(mark.parse().ok()?)?;
    Some(Read {
        quantity: Quantity::new(heat, Some(known::DEGREE_FAHRENHEIT)),
        role: Role::Oven,
        name: String::new(),
        noun: None,
    })
}

/// The gas mark that is as hot as `text` says.
pub(super) fn gas_mark_of(text: &str) -> Option<String> {
    let read = read_degrees(text).or_else(|| read_amount(text).ok())?;
    let heat = read.quantity.convert(known::DEGREE_FAHRENHEIT)?.ok()?;
    let mark = fahrenheit_to_gas_mark(heat.low)?;
    Some(format!("gas mark {mark}"))
}

/// Reads `18C` or `-18 F`, which are degrees where degrees are asked for.
pub(super) fn read_degrees(text: &str) -> Option<Read> {
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
