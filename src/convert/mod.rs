//! Converts a recipe to another system of measures, exactly.
//!
//! Owns the order of things: which cup is meant, weight or volume, then the system. Must
//! never round and never scale.

mod group;
mod joint;
mod meant;
mod mention;
mod quantity;
mod target;
mod unread;
mod weight;

pub use meant::mean_household;
pub use quantity::{ConvertError, convert_difference, convert_quantity};
pub use weight::Measuring;

use crate::amount::TooLarge;
use crate::diagnostic::Diagnostic;
use crate::recipe::{
    Ingredient, Mention, OwnDensity, Piece, Recipe, Role, Span, Text, thing_in, told_in_words,
};
use crate::unit::{Dimension, Household, System, Unit};
use group::{
    Group, convert_group, convert_total, is_other_half_of_size, keep_half, leaves_inexact,
    weigh_group,
};
use joint::drop_stray_brackets;
use meant::{give_back_sticks, take_fluid_ounces, take_sticks_of_butter};
use mention::{convert_alone, unit_for};
use unread::heat_without_scale;
use weight::density_for;

/// What to convert to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion<'d> {
    /// The system of measures.
    pub system: System,
    /// Whether ingredients are weighed or measured by volume; `None` leaves them as the
    /// author has them.
    pub measuring: Option<Measuring>,
    /// Which cup and which spoon the recipe means.
    pub household: Household,
    /// What a volume of a food weighs in this kitchen; a recipe's own figures win.
    pub densities: &'d [OwnDensity],
}

impl Conversion<'_> {
    /// Returns the conversion to `system` that leaves weights weights and volumes
    /// volumes, of a recipe that means US cups and spoons.
    pub fn to(system: System) -> Conversion<'static> {
        Conversion {
            system,
            measuring: None,
            household: Household::default(),
            densities: &[],
        }
    }
}

/// A converted recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    /// The recipe in its new measures.
    pub recipe: Recipe,
    /// What the cook should know.
    pub remarks: Vec<Diagnostic>,
}

/// Returns `recipe` with every volume, weight, length and temperature in the units of
/// the conversion's system; what is already in them stands as written.
///
/// # Errors
/// [`TooLarge`] if an amount no longer fits.
pub fn convert(mut recipe: Recipe, conversion: Conversion) -> Result<Converted, TooLarge> {
    let mut left = Left::default();
    mean_household(&mut recipe, conversion.household);
    let own = std::mem::take(&mut recipe.densities);
    let densities = [own.as_slice(), conversion.densities];
    let items = recipe
        .ingredients
        .iter_mut()
        .flat_map(|group| &mut group.items);
    for ingredient in items {
        if !convert_ingredient(ingredient, conversion, densities, &mut left.unweighed)? {
            left.apart.push(ingredient.line.source.to_string());
        }
        told_in_words(&ingredient.line, |told| {
            let is_at_home = |unit: Unit| unit.belongs_to(conversion.system);
            if told.unit.is_some_and(|unit| !is_at_home(unit)) {
                left.told.push(told.words.to_string());
            }
        });
    }
    let prose = recipe.makes.iter_mut();
    for text in prose {
        convert_text(text, conversion.system, None)?;
    }
    for text in recipe.prose_mut() {
        left.heats.extend(heat_without_scale(text));
        convert_text(text, conversion.system, None)?;
    }
    recipe.densities = own;
    let remarks = left.remarks(conversion.measuring);
    Ok(Converted { recipe, remarks })
}

/// Returns the unit in which `system` measures what `unit` measures; `None` if it has
/// `unit` itself, or if nothing measures it.
pub fn usual_unit(unit: Unit, system: System) -> Option<Unit> {
    target::counterpart(unit, system)
}

/// Where the words of `piece` stand, if it has words.
fn words_at(piece: Option<&Piece>) -> Option<Span> {
    match piece? {
        Piece::Words(span) => Some(*span),
        Piece::Noun(noun) => Some(noun.span),
        Piece::Amount(_) | Piece::Put(_) => None,
    }
}

/// What could not be converted.
#[derive(Default)]
struct Left {
    apart: Vec<String>,
    told: Vec<String>,
    unweighed: Vec<String>,
    heats: Vec<String>,
}

impl Left {
    fn remarks(mut self, measuring: Option<Measuring>) -> Vec<Diagnostic> {
        let mut remarks = Vec::new();
        if !self.apart.is_empty() {
            remarks.push(Diagnostic::note(
                "as-written",
                format!(
                    "left as written, because a word stands between number and unit: {}",
                    self.apart.join("; ")
                ),
            ));
        }
        self.told.dedup();
        if !self.told.is_empty() {
            remarks.push(Diagnostic::note(
                "as-written",
                format!(
                    "numbers that were not read as amounts, so left as written: {}",
                    self.told.join("; ")
                ),
            ));
        }
        self.heats.dedup();
        if !self.heats.is_empty() {
            let heats = self.heats.join("; ");
            remarks.push(
                Diagnostic::note(
                    "as-written",
                    format!("left as written, because it names no degrees: {heats}"),
                )
                .hint("write the scale in the recipe: `350°F`, `180°C`"),
            );
        }
        self.unweighed.sort_unstable();
        self.unweighed.dedup();
        if !self.unweighed.is_empty() {
            let stayed = match measuring {
                Some(Measuring::ByVolume) => "weight",
                _ => "volume",
            };
            let names = self.unweighed.join(", ");
            remarks.push(
                Diagnostic::note(
                    "no-density",
                    format!("left by {stayed}, because no record tells what a cup weighs: {names}"),
                )
                .hint(
                    "if you know it, add it to the recipe or to your settings: `densities: { rye flour: 102 g/cup }`",
                ),
            );
        }
        remarks
    }
}

/// Converts the line of `ingredient`; returns whether none of its amounts had to be left. What
/// could not be weighed goes to `unweighed`.
fn convert_ingredient(
    ingredient: &mut Ingredient,
    conversion: Conversion,
    densities: [&[OwnDensity]; 2],
    unweighed: &mut Vec<String>,
) -> Result<bool, TooLarge> {
    for mention in ingredient.line.mentions_mut() {
        take_sticks_of_butter(&mut mention.quantity, &ingredient.name);
    }
    let complete = match ingredient.line.pieces.as_mut_slice() {
        // Most lines are an amount and a thing, of which no piece goes.
        [Piece::Amount(own), Piece::Words(_)] if conversion.measuring.is_none() => {
            match unit_for(own, conversion.system) {
                Some(unit) => convert_alone(own, unit, conversion.system)?,
                None => true,
            }
        }
        _ => convert_line(ingredient, conversion, densities, unweighed)?,
    };
    give_back_sticks(&mut ingredient.line);
    Ok(complete)
}

/// As [`convert_ingredient`], of a line of any pieces.
fn convert_line(
    ingredient: &mut Ingredient,
    conversion: Conversion,
    densities: [&[OwnDensity]; 2],
    unweighed: &mut Vec<String>,
) -> Result<bool, TooLarge> {
    let thing = words_at(ingredient.line.pieces.get(ingredient.lead)).map(|span| span.start);
    let count = ingredient.line.pieces.len();
    if let Some(measuring) = conversion.measuring {
        take_fluid_ounces(&mut ingredient.line);
        let left = weigh_line(ingredient, measuring, conversion.system, densities)?;
        unweighed.extend(left);
    }
    let by = conversion.measuring.map(Measuring::dimension);
    let complete = convert_text(&mut ingredient.line, conversion.system, by)?;
    // Pieces may have gone, but the words of the thing itself never do.
    if let Some(start) = thing.filter(|_| ingredient.lead > 0) {
        let pieces = &ingredient.line.pieces;
        let is_thing = |piece| words_at(Some(piece)).is_some_and(|span| span.end > start);
        let stays = pieces.len() == count && is_thing(&pieces[ingredient.lead]);
        if !stays {
            ingredient.lead = pieces.iter().position(is_thing).unwrap_or(pieces.len());
        }
    }
    // A line that is an amount of nothing has none.
    ingredient.lead = ingredient.lead.min(ingredient.line.pieces.len());
    end_lead_before_bracket(ingredient);
    Ok(complete)
}

/// Weighs what a line gives by volume, or the other way round; returns what had to be left.
fn weigh_line(
    ingredient: &mut Ingredient,
    measuring: Measuring,
    system: System,
    [own, kitchen]: [&[OwnDensity]; 2],
) -> Result<Vec<String>, TooLarge> {
    let wanted = measuring.dimension();
    let lead_end = ingredient.lead_end();
    let (line, name) = (&mut ingredient.line, &ingredient.name);
    let mut left = Vec::new();
    let count = line.pieces.len();
    let mut at = 0;
    while at < line.pieces.len() {
        let unit = match &line.pieces[at] {
            Piece::Amount(head) if measuring.applies_to(head) && line.dual_with(at).is_none() => {
                target::usual(wanted, system)
            }
            _ => None,
        };
        if let Some(unit) = unit {
            let group = Group::at(line, at);
            let thing = thing_measured(line, at, lead_end, name);
            let weighed = if let Some(own_half) = group.half_of(&line.pieces, wanted, system) {
                keep_half(line, &group, own_half)?
            } else if let Some(density) = density_for(&thing, own, kitchen) {
                weigh_group(line, &group, density, unit, system)?
            } else {
                false
            };
            if !weighed {
                left.push(thing);
                // What is added to it is of the same thing.
                at = group.end();
            }
        }
        at += 1;
    }
    drop_stray_brackets(line, count);
    Ok(left)
}

/// What the amount at the piece `at` is of: the ingredient, another thing that is added, or
/// for an alternative the words after its amount.
fn thing_measured(line: &Text, at: usize, lead_end: usize, name: &str) -> String {
    let is_alternative =
        matches!(&line.pieces[at], Piece::Amount(head) if head.role == Role::Alternative);
    if !is_alternative {
        let added = line.thing_added(at, lead_end, name);
        return added.unwrap_or(name).into();
    }
    match thing_in(line.behind(&line.whole_amount(at))) {
        // `4 cups water, or 1 litre` is water both times.
        "" => name.into(),
        thing => thing.into(),
    }
}

/// Ends the amount before a bracket of which only words stayed, as it is read again: of `2 cups
/// (500 ml, sifted) flour` is `(sifted) flour` the thing.
fn end_lead_before_bracket(ingredient: &mut Ingredient) {
    let line = &ingredient.line;
    // An author's bracket and the words in it are one piece.
    let opens = |pair: &[Piece]| match pair {
        [Piece::Words(bracket), Piece::Words(_)] => {
            matches!(line.at(*bracket).trim_start(), "(" | "[")
        }
        _ => false,
    };
    if let Some(bracket) = line.pieces.windows(2).position(opens) {
        ingredient.lead = ingredient.lead.min(bracket);
    }
}

/// Converts every amount in `text`; returns whether none had to be left. Of a thing that is
/// measured `by` weight or by volume, no other half of the other kind is kept.
fn convert_text(text: &mut Text, system: System, by: Option<Dimension>) -> Result<bool, TooLarge> {
    let counts = |mention: &Mention| {
        mention.role == Role::Primary && mention.quantity.unit.is_none_or(Unit::counts)
    };
    let mut complete = true;
    let count = text.pieces.len();
    let mut at = 0;
    while at < text.pieces.len() {
        if let Piece::Amount(head) = &text.pieces[at]
            // The first half of a size was converted, or needed no conversion.
            && !is_other_half_of_size(text, at)
            && text.dual_with(at).is_none()
        {
            let is_amount = |piece: &Piece| matches!(piece, Piece::Amount(_));
            if let Some(unit) = unit_for(head, system) {
                if !text.pieces[at + 1..].iter().any(is_amount)
                    && let Piece::Amount(head) = &mut text.pieces[at]
                {
                    // Most amounts stand alone, and need no look at what belongs to them.
                    complete &= convert_alone(head, unit, system)?;
                    break;
                }
                let group = Group::at(text, at);
                if let Some(own) = group.own_half(&text.pieces, system, by) {
                    complete &= keep_half(text, &group, own)?;
                } else {
                    complete &= convert_group(text, &group, unit, system)?;
                }
            } else if counts(head) {
                convert_total(text, at, system)?;
            }
        }
        at += 1;
    }
    drop_stray_brackets(text, count);
    Ok(complete && !leaves_inexact(text, system))
}
