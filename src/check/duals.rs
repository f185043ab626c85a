//! One amount, given twice, that is not the same: `3 lb (1.5 kg)`.
//!
//! Owns how far two measures of one thing may lie apart. Must never say which of them
//! is right.

use super::Finding;
use super::figures::rounded;
use crate::amount::Amount;
use crate::diagnostic::Diagnostic;
use crate::quantity::Quantity;
use crate::recipe::{Ingredient, Mention, Part, Recipe, Role};
use crate::unit::{Dimension, Unit, density_of, known};

/// Measures of one kind may lie so many hundredths apart: a cook who rounds stays within.
const HUNDREDTHS_APART: i64 = 5;

/// Up to this many grams or milliliters, a cook rounds to the next five.
const SMALL: i64 = 150;
const STEP: i64 = 5;

/// A weight for a volume may be so many times another: a cup of the same food weighs
/// half as much sifted or chopped coarse, and twice as much packed.
const TIMES_APART: i64 = 2;

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, ingredient) in recipe.all_ingredients().enumerate() {
        found.extend(disagreement(Part::Ingredient(at), ingredient));
    }
    found
}

fn disagreement(part: Part, ingredient: &Ingredient) -> Option<Finding> {
    let mut first: Option<&Mention> = None;
    for mention in ingredient.line.mentions() {
        match (mention.role, first) {
            (Role::Dual, Some(first)) if !is_degrees(ingredient, mention) => {
                if let Some(apart) = apart(first, mention, ingredient) {
                    let line = &ingredient.line;
                    let (a, b) = (line.at(first.span), line.at(mention.span));
                    let message = format!("`{a}` and `{b}` are not the same: {apart}");
                    let warning = Diagnostic::warning("dual", message)
                        .hint("correct the one that is wrong, or remove it");
                    return Some(Finding::about(part, warning).at(mention.span));
                }
            }
            (Role::Dual, _) => {}
            (Role::Primary | Role::Alternative, _) => first = Some(mention),
            // After `plus` it is not clear what the second measure measures.
            _ => first = None,
        }
    }
    None
}

/// Whether `26C` is a temperature rather than cups.
fn is_degrees(ingredient: &Ingredient, mention: &Mention) -> bool {
    ingredient.line.at(mention.span).ends_with(['C', 'F'])
}

/// Says how far apart the two are, if it is too far.
fn apart(first: &Mention, second: &Mention, ingredient: &Ingredient) -> Option<String> {
    let (a, b) = (&first.quantity, &second.quantity);
    let (from, to) = (a.unit?, b.unit?);
    if from.dimension() == to.dimension() {
        return apart_in_kind(a, b, from, to);
    }
    let is_measured = |unit: Unit| matches!(unit.dimension(), Dimension::Mass | Dimension::Volume);
    if !is_measured(from) || !is_measured(to) {
        return None;
    }
    let density = density_of(&ingredient.name)?;
    let weighed = |amount: Amount| density.convert(amount, from, to)?.ok();
    let (low, high) = (weighed(a.low)?, weighed(a.high.unwrap_or(a.low))?);
    let times = Amount::from(TIMES_APART);
    let is_apart =
        high.times(times).ok()? < b.low || b.high.unwrap_or(b.low).times(times).ok()? < low;
    is_apart.then(|| {
        let name = &ingredient.name;
        format!("so much {name} is about {} {}", rounded(low), to.label(low))
    })
}

fn apart_in_kind(a: &Quantity, b: &Quantity, from: Unit, to: Unit) -> Option<String> {
    // A range beside a single amount: the one may lie anywhere in the other.
    let mut nearest: Option<(Amount, Amount)> = None;
    for from in readings(from) {
        let factor = from.factor_to(to)?;
        let low = a.low.times(factor).ok()?;
        let high = a.high.unwrap_or(a.low).times(factor).ok()?;
        let ends = match (a.high, b.high) {
            (Some(_), Some(b_high)) => vec![(low, b.low), (high, b_high)],
            _ if low <= b.high.unwrap_or(b.low) && b.low <= high => return None,
            _ if low > b.low => vec![(low, b.high.unwrap_or(b.low))],
            _ => vec![(high, b.low)],
        };
        // Of two ranges, one end may be rounded more.
        if ends.iter().any(|(is, said)| agree(*is, *said, to, from)) {
            return None;
        }
        let worst = *ends.first()?;
        nearest.get_or_insert(worst);
    }
    let (is, _) = nearest?;
    Some(format!("the first is {} {}", rounded(is), to.label(is)))
}

/// The units that a cook may mean by `unit`: the cup of any country.
fn readings(unit: Unit) -> Vec<Unit> {
    match unit {
        known::US_CUP => vec![unit, known::METRIC_CUP, known::US_LEGAL_CUP],
        known::US_TABLESPOON => vec![unit, known::METRIC_TABLESPOON, known::AUSTRALIAN_TABLESPOON],
        known::US_TEASPOON => vec![unit, known::METRIC_TEASPOON],
        known::US_PINT => vec![unit, known::IMPERIAL_PINT],
        known::US_FLUID_OUNCE => vec![unit, known::IMPERIAL_FLUID_OUNCE],
        known::US_QUART => vec![unit, known::IMPERIAL_QUART],
        unit => vec![unit],
    }
}

/// Whether `said` is `is` as a cook rounds it.
fn agree(is: Amount, said: Amount, unit: Unit, from: Unit) -> bool {
    let judge = || {
        let difference = if is > said {
            is.minus(said)
        } else {
            said.minus(is)
        }
        .ok()?;
        let hundredths = difference.times(Amount::from(100)).ok()?;
        let within = |amount: Amount, percent: i64| {
            Some(hundredths <= amount.times(Amount::from(percent)).ok()?)
        };
        if within(is, HUNDREDTHS_APART)? || within(said, HUNDREDTHS_APART)? {
            return Some(true);
        }
        let is_fine = matches!(unit, known::GRAM | known::MILLILITER);
        // An ounce is taken for 30 g or ml in most kitchens.
        let by_the_ounce =
            matches!(from, known::OUNCE | known::US_FLUID_OUNCE) && is_fine && within(is, 6)?;
        let is_small = is_fine && said <= Amount::from(SMALL);
        let rounds = is_small && difference <= Amount::from(STEP);
        // Whole pounds and the like beside metric: half of the last place.
        let is_coarse = matches!(
            unit,
            known::OUNCE | known::POUND | known::INCH | known::US_FLUID_OUNCE
        );
        let quarter = Amount::new(1, 4)?;
        let rounds_up = is_coarse && difference <= quarter;
        Some(by_the_ounce || rounds || rounds_up)
    };
    // What does not fit is not to be judged.
    judge().unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[track_caller]
    fn line(line: &str, expected: &[&str]) {
        says(check, &format!("ingredients: [\"{line}\"]"), expected);
    }

    #[test]
    fn measures_that_disagree_are_reported() {
        line(
            "3 lb (1.5 kg) pork belly",
            &["warning: `3 lb` and `1.5 kg` are not the same: the first is 1.36 kg"],
        );
        line(
            "1 cup (100 ml) milk",
            &["warning: `1 cup` and `100 ml` are not the same: the first is 237 ml"],
        );
        line(
            "1 cup (20 g) sugar",
            &["warning: `1 cup` and `20 g` are not the same: so much sugar is about 200 g"],
        );
    }

    #[test]
    fn measures_that_a_cook_rounds_agree() {
        for same in [
            "3-4 lb (1.5-1.8 kg) pork belly",
            "1 lb (450 g) beef",
            "1 oz (30 g) butter",
            "8 oz (240 g) cream cheese",
            "1 cup (250 ml) milk",
            "1 cup (240 ml) milk",
            "2 tbsp (30 ml) oil",
            "1 cup (120 g) flour",
            "1 cup (145 g) flour",
            "1 cup (30 g) kale",
            "500 g (1 lb) beef",
            "450 g (1 lb) beef",
            "4 fillets (6 oz each)",
            "1 (14 oz) can tomatoes",
        ] {
            line(same, &[]);
        }
    }
}
