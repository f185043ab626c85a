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
    let line = &ingredient.line;
    let mut first: Option<&Mention> = None;
    for mention in line.mentions() {
        match (mention.role, first) {
            (Role::Dual, Some(first)) if is_second_half(ingredient, first, mention) => {
                if let Some((verdict, apart)) = apart(first, mention, ingredient) {
                    let (a, b) = (line.at(first.span), line.at(mention.span));
                    let message = format!("`{a}` and `{b}` are not the same: {apart}");
                    let said = match verdict {
                        Verdict::Apart => Diagnostic::warning("dual", message)
                            .hint("correct the one that is wrong, or remove it"),
                        _ => Diagnostic::note("dual", message)
                            .hint("that is how many books round; the more exact one is better"),
                    };
                    return Some(Finding::about(part, said).at(mention.span));
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

/// Whether `second` says all of what `first` says, and nothing else.
fn is_second_half(ingredient: &Ingredient, first: &Mention, second: &Mention) -> bool {
    let source = &ingredient.line.source;
    let (end, start) = (first.span.end as usize, second.span.start as usize);
    let between = source.get(end..start).unwrap_or_default();
    let behind = source[second.span.range().end..].trim_start();
    // `600g/1lb 5oz` and `11 tbsp (3/4 cup minus 1 tbsp)` are said in two parts.
    let goes_on = behind.starts_with(|c: char| c.is_numeric())
        || ["minus", "plus", "less", "and", "+", "total", "each"]
            .iter()
            .any(|word| behind.starts_with(word));
    !between.contains(char::is_numeric) && !goes_on && !is_degrees(ingredient, second)
}

/// Whether `26C` is a temperature rather than cups.
fn is_degrees(ingredient: &Ingredient, mention: &Mention) -> bool {
    ingredient.line.at(mention.span).ends_with(['C', 'F'])
}

/// What a cook says of two measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// They are the same.
    Same,
    /// They are further apart than they should be, in the way of many books: 25 g to the
    /// ounce, 50 ml to a quarter cup.
    Rounded,
    /// One of them is wrong.
    Apart,
}

/// Says how far apart the two are, if they are not the same.
fn apart(first: &Mention, second: &Mention, ingredient: &Ingredient) -> Option<(Verdict, String)> {
    let (a, b) = (&first.quantity, &second.quantity);
    let (from, to) = (a.unit?, b.unit?);
    if from == to {
        return None;
    }
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
        let said = format!("so much {name} is about {} {}", rounded(low), to.label(low));
        (Verdict::Apart, said)
    })
}

fn apart_in_kind(a: &Quantity, b: &Quantity, from: Unit, to: Unit) -> Option<(Verdict, String)> {
    let mut best: Option<(Verdict, Amount)> = None;
    for (meant, said) in readings(from)
        .into_iter()
        .flat_map(|from| readings(to).into_iter().map(move |to| (from, to)))
    {
        let factor = meant.factor_to(said)?;
        let low = a.low.times(factor).ok()?;
        let high = a.high.unwrap_or(a.low).times(factor).ok()?;
        let b_high = b.high.unwrap_or(b.low);
        // A single amount beside a range may lie anywhere in it, and of two ranges one
        // end may be rounded more.
        let ends = match (a.high, b.high) {
            (Some(_), Some(_)) => vec![(low, b.low), (high, b_high)],
            _ if low <= b_high && b.low <= high => return None,
            _ if low > b.low => vec![(low, b_high)],
            _ => vec![(high, b.low)],
        };
        for (is, number) in ends {
            let verdict = judge(is, number, said, meant).unwrap_or(Verdict::Same);
            if best.is_none_or(|(known, _)| verdict < known) {
                best = Some((verdict, is));
            }
        }
    }
    let (verdict, is) = best?;
    let said = format!("the first is {} {}", rounded(is), to.label(is));
    (verdict > Verdict::Same).then_some((verdict, said))
}

/// The units that a cook may mean by `unit`: the cup and the pint of any country.
fn readings(unit: Unit) -> Vec<Unit> {
    match unit {
        known::US_CUP => vec![unit, known::METRIC_CUP, known::US_LEGAL_CUP],
        known::US_TABLESPOON => vec![unit, known::METRIC_TABLESPOON, known::AUSTRALIAN_TABLESPOON],
        known::US_TEASPOON => vec![unit, known::METRIC_TEASPOON],
        known::US_PINT => vec![unit, known::IMPERIAL_PINT],
        known::US_FLUID_OUNCE => vec![unit, known::IMPERIAL_FLUID_OUNCE],
        known::US_QUART => vec![unit, known::IMPERIAL_QUART],
        known::US_GALLON => vec![unit, known::IMPERIAL_GALLON],
        unit => vec![unit],
    }
}

/// Judges `number` of `unit`, where `is` is exact and was said in `from`; `None` where
/// the amounts are too large to judge.
fn judge(is: Amount, number: Amount, unit: Unit, from: Unit) -> Option<Verdict> {
    let difference = if is > number {
        is.minus(number)
    } else {
        number.minus(is)
    }
    .ok()?;
    let hundredths = difference.times(Amount::from(100)).ok()?;
    let within = |amount: Amount, percent: i64| {
        let most = amount.times(Amount::from(percent)).ok();
        most.is_some_and(|most| hundredths <= most)
    };
    let in_pair = |units: &[Unit]| units.contains(&unit) || units.contains(&from);
    let pints = [
        known::IMPERIAL_PINT,
        known::US_PINT,
        known::OUNCE,
        known::US_FLUID_OUNCE,
    ];
    let is_fine = matches!(unit, known::GRAM | known::MILLILITER);
    let rounds = is_fine && number <= Amount::from(SMALL) && difference <= Amount::from(STEP);
    if within(is, HUNDREDTHS_APART)
        || within(number, HUNDREDTHS_APART)
        // A pint is taken for 600 ml, an ounce for 30 g or ml, in most kitchens.
        // A ruler is held beside the food, not laid on it.
        || unit.dimension() == Dimension::Length && within(is, 30)
        || in_pair(&pints) && within(is, 6)
        || rounds
    {
        return Some(Verdict::Same);
    }
    let ounces = [
        known::OUNCE,
        known::US_FLUID_OUNCE,
        known::IMPERIAL_FLUID_OUNCE,
    ];
    let half = Amount::new(1, 2)?;
    let is_few = is <= Amount::from(10);
    // Half an ounce is nearly all of a quarter ounce.
    let by_the_ounce = ounces.contains(&unit) && is_few && difference <= half && within(is, 45);
    let grams = is_fine && in_pair(&ounces) && within(is, 13);
    let cups = is_fine && number <= Amount::from(SMALL) && within(is, 16);
    Some(match by_the_ounce || grams || cups {
        true => Verdict::Rounded,
        false => Verdict::Apart,
    })
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
    fn measures_that_books_round_are_noted() {
        line(
            "75g/3oz butter",
            &["note: `75g` and `3oz` are not the same: the first is 2.65 oz"],
        );
        line(
            "1/4 cup (50 ml) vinegar",
            &["note: `1/4 cup` and `50 ml` are not the same: the first is 59.1 ml"],
        );
        line(
            "200g/9oz almonds",
            &["warning: `200g` and `9oz` are not the same: the first is 7.05 oz"],
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
            "450 g (1 lb) beef",
            "4 fillets (6 oz each)",
            "1 (14 oz) can tomatoes",
            "1 litre/1¾ pints stock",
            "600ml/1 pint cream",
            "600g/1lb 5oz lamb",
            "500ml/18fl oz milk",
            "2cm/1in piece of ginger",
            "11 tablespoons (3/4 cup minus 1 tablespoon) butter",
            "1 1/2 lb beef, divided into 4 (6-ounce) patties",
        ] {
            line(same, &[]);
        }
    }
}
