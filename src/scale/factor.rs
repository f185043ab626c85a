//! By how much to scale: from servings, from what a recipe makes, from what one
//! ingredient there is.

use super::ScaleError;
use crate::amount::{Amount, TooLarge};
use crate::quantity::Quantity;
use crate::read::read_line;
use crate::recipe::{Ingredient, OwnDensity, Recipe, Role, words};
use crate::unit::{Density, System, Unit, density_of};

/// Returns the factor that makes `recipe` serve `people`; it starts from `from`
/// servings where that is given, else from the recipe's own, and of a range from the
/// lower end, so that nobody goes hungry.
///
/// # Errors
/// [`ScaleError::NoServings`] if neither is known, [`ScaleError::NotPositive`] if a
/// number is zero.
pub fn factor_for_servings(
    recipe: &Recipe,
    people: Amount,
    from: Option<Amount>,
) -> Result<Amount, ScaleError> {
    let own = recipe.servings.as_ref().map(|servings| servings.low);
    let from = from.or(own).ok_or(ScaleError::NoServings)?;
    for number in [people, from] {
        if !number.is_positive() {
            return Err(ScaleError::NotPositive(number));
        }
    }
    people
        .over(from)
        .map_err(|TooLarge| ScaleError::TooLarge("servings".into()))
}

/// Returns the factor that makes `recipe` make `wanted`: `24 cookies`, or `24` of
/// whatever it makes.
///
/// # Errors
/// [`ScaleError::NoYield`] if it does not say, [`ScaleError::NotAnAmount`] or
/// [`ScaleError::Incomparable`] if the two cannot be compared.
pub fn factor_for_yield(recipe: &Recipe, wanted: &str) -> Result<Amount, ScaleError> {
    let makes = recipe.makes.as_ref().ok_or(ScaleError::NoYield)?;
    let own = makes
        .mentions()
        .find(|mention| mention.role == Role::Primary)
        .map(|mention| mention.quantity)
        .ok_or(ScaleError::NoYield)?;
    let asked = read_line(wanted).map_err(|_| ScaleError::NotAnAmount(wanted.into()))?;
    let quantity = *asked
        .quantity()
        .ok_or_else(|| ScaleError::NotAnAmount(wanted.into()))?;
    let incomparable = || ScaleError::Incomparable {
        wanted: wanted.into(),
        own: makes.source.to_string(),
    };
    let is_bare = quantity.unit.is_none() && asked.name == asked.line.source;
    let made = read_line(&makes.source)
        .map(|made| made.name)
        .unwrap_or_default();
    if !is_bare && asked.name != asked.line.source && !same_thing(&asked.name, &made) {
        return Err(incomparable());
    }
    let quantity = Quantity {
        unit: if is_bare { own.unit } else { quantity.unit },
        ..quantity
    };
    ratio(quantity, own, density_of(&made)).ok_or_else(incomparable)
}

/// Returns the factor that uses up `wanted`, an amount of one ingredient: `3 lb pork
/// belly`. Of an ingredient that the recipe gives as a range, it starts from the lower
/// end.
///
/// # Errors
/// [`ScaleError::NoIngredient`] or [`ScaleError::ManyIngredients`] if the name does not
/// name one ingredient, [`ScaleError::NotAnAmount`] or [`ScaleError::Incomparable`] if the
/// amounts cannot be compared.
pub fn factor_for_ingredient(recipe: &Recipe, wanted: &str) -> Result<Amount, ScaleError> {
    let asked = read_line(wanted).map_err(|_| ScaleError::NotAnAmount(wanted.into()))?;
    let quantity = *asked
        .quantity()
        .ok_or_else(|| ScaleError::NotAnAmount(wanted.into()))?;
    let known: Vec<&Ingredient> = recipe
        .all_ingredients()
        .filter(|item| {
            item.quantity().is_some() && !item.fixed && same_thing(&asked.name, &item.name)
        })
        .collect();
    let exact: Vec<&Ingredient> = known
        .iter()
        .copied()
        .filter(|item| item.name.eq_ignore_ascii_case(&asked.name))
        .collect();
    let own = match (exact.as_slice(), known.as_slice()) {
        ([own], _) | ([], [own]) => *own,
        (_, []) => return Err(ScaleError::NoIngredient(asked.name.into())),
        (_, several) => {
            let names: Vec<&str> = several
                .iter()
                .map(|item| item.line.source.as_str())
                .collect();
            return Err(ScaleError::ManyIngredients(
                asked.name.into(),
                names.join("; "),
            ));
        }
    };
    let incomparable = || ScaleError::Incomparable {
        wanted: wanted.into(),
        own: own.line.source.to_string(),
    };
    let own_quantity = nearest_amount(own, quantity.unit).ok_or_else(incomparable)?;
    let density = OwnDensity::of(&own.name, &recipe.densities).or_else(|| density_of(&own.name));
    ratio(quantity, own_quantity, density).ok_or_else(incomparable)
}

/// The amount of `ingredient`; of `3-4 lb (1.5-1.8 kg)` the half whose unit is of the
/// system of `unit`.
fn nearest_amount(ingredient: &Ingredient, unit: Option<Unit>) -> Option<Quantity> {
    let is_own = |role| matches!(role, Role::Primary | Role::Dual);
    let amounts = ingredient.line.mentions();
    let mut amounts = amounts
        .take_while(|mention| is_own(mention.role))
        .map(|mention| mention.quantity);
    let is_metric = |unit: Unit| unit.belongs_to(System::Metric);
    let alike = |quantity: &Quantity| match (quantity.unit, unit) {
        (Some(own), Some(unit)) => {
            own.dimension() == unit.dimension() && is_metric(own) == is_metric(unit)
        }
        _ => false,
    };
    amounts
        .find(alike)
        .or_else(|| ingredient.quantity().copied())
}

/// How many times `own` is in `wanted`; `None` where the two cannot be compared.
fn ratio(wanted: Quantity, own: Quantity, density: Option<&Density>) -> Option<Amount> {
    let wanted = match (wanted.unit, own.unit) {
        (None, None) => wanted,
        (Some(_), Some(to)) => match wanted.convert(to) {
            Some(converted) => converted.ok()?,
            None => wanted.convert_by(density?, to)?.ok()?,
        },
        _ => return None,
    };
    let factor = wanted.low.over(own.low).ok()?;
    factor.is_positive().then_some(factor)
}

/// Whether every word of `asked` is in `name`, in either number.
fn same_thing(asked: &str, name: &str) -> bool {
    let known = words(name);
    words(asked).iter().all(|word| known.contains(word))
}
