//! Scales a recipe: every amount that follows the number of servings, exactly.
//!
//! Owns the ways of saying by how much, and what a cook should be told. Must never
//! round, and must never touch times, temperatures, lengths or the size of packages.

mod factor;
mod pan;
mod remarks;

pub use factor::{factor_for_ingredient, factor_for_servings, factor_for_yield};
pub use pan::{NotAPan, Pan, factor_between};

use crate::amount::{Amount, TooLarge};
use crate::diagnostic::Diagnostic;
use crate::recipe::{Mention, Piece, Recipe, Role, Servings, Text, half_scales};
use remarks::remarks;

/// A scaled recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scaled {
    /// The recipe with its new amounts.
    pub recipe: Recipe,
    /// The factor.
    pub factor: Amount,
    /// What the cook should know.
    pub remarks: Vec<Diagnostic>,
}

/// Why a recipe was not scaled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScaleError {
    /// The recipe does not say how many it serves.
    #[error("the recipe does not say how many it serves")]
    NoServings,
    /// The factor, or the number of people, is zero or less.
    #[error("a recipe can only be scaled to more than nothing, not to {0}")]
    NotPositive(Amount),
    /// The recipe does not say how much it makes.
    #[error("the recipe does not say how much it makes")]
    NoYield,
    /// A text that should be an amount is none.
    #[error("`{0}` is not an amount")]
    NotAnAmount(String),
    /// Two amounts cannot be compared.
    #[error("`{wanted}` cannot be compared with `{own}`")]
    Incomparable {
        /// What was asked for.
        wanted: String,
        /// What the recipe has.
        own: String,
    },
    /// No ingredient with an amount has this name.
    #[error("no ingredient of the recipe is `{0}` and has an amount")]
    NoIngredient(String),
    /// Several ingredients have this name.
    #[error("`{0}` may be any of: {1}")]
    ManyIngredients(String, String),
    /// An amount would no longer fit.
    #[error("the scaled amount of `{0}` is too large")]
    TooLarge(String),
}

/// Returns `recipe` with every amount that is not fixed multiplied by `factor`.
///
/// Scaling by a factor and then by its inverse gives back the same recipe.
///
/// # Errors
/// [`ScaleError::NotPositive`] if `factor` is zero or less, [`ScaleError::TooLarge`]
/// if an amount no longer fits.
pub fn scale(mut recipe: Recipe, factor: Amount) -> Result<Scaled, ScaleError> {
    if !factor.is_positive() {
        return Err(ScaleError::NotPositive(factor));
    }
    if factor == Amount::ONE {
        return Ok(Scaled {
            recipe,
            factor,
            remarks: Vec::new(),
        });
    }
    if let Some(servings) = &mut recipe.servings {
        *servings = scale_servings(servings, factor)
            .map_err(|TooLarge| ScaleError::TooLarge("servings".into()))?;
    }
    if let Some(makes) = &mut recipe.makes {
        scale_text(makes, factor)
            .map_err(|TooLarge| ScaleError::TooLarge(makes.source.to_string()))?;
    }
    let items = recipe
        .ingredients
        .iter_mut()
        .flat_map(|group| &mut group.items);
    for ingredient in items.filter(|ingredient| !ingredient.fixed) {
        scale_text(&mut ingredient.line, factor)
            .map_err(|TooLarge| ScaleError::TooLarge(ingredient.name.to_string()))?;
    }
    for text in recipe.prose_mut() {
        scale_braces(text, factor).map_err(|TooLarge| ScaleError::TooLarge("a step".into()))?;
    }
    let remarks = remarks(&recipe, factor);
    Ok(Scaled {
        recipe,
        factor,
        remarks,
    })
}

fn scale_servings(servings: &Servings, factor: Amount) -> Result<Servings, TooLarge> {
    Ok(Servings {
        low: servings.low.times(factor)?,
        high: servings.high.map(|high| high.times(factor)).transpose()?,
    })
}

#[inline(always)]
fn scale_text(text: &mut Text, factor: Amount) -> Result<(), TooLarge> {
    let mut head: Option<(Role, usize)> = None;
    let Text { source, pieces } = text;
    for piece in pieces {
        let Piece::Amount(mention) = piece else {
            continue;
        };
        let scales = match mention.role {
            Role::Dual => head.is_none_or(|head| half_scales(source, head, mention)),
            role => {
                head = Some((role, mention.span.range().end));
                role.scales()
            }
        };
        if scales {
            multiply(mention, factor)?;
        }
    }
    Ok(())
}

/// In prose only braces scale: the other half of a dual there is a temperature or a length.
fn scale_braces(text: &mut Text, factor: Amount) -> Result<(), TooLarge> {
    for mention in text
        .mentions_mut()
        .filter(|mention| mention.role == Role::Braced)
    {
        multiply(mention, factor)?;
    }
    Ok(())
}

fn multiply(mention: &mut Mention, factor: Amount) -> Result<(), TooLarge> {
    let quantity = &mut mention.quantity;
    quantity.low = quantity.low.times(factor)?;
    if let Some(high) = &mut quantity.high {
        *high = high.times(factor)?;
    }
    mention.as_written = false;
    Ok(())
}
