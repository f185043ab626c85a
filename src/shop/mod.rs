//! Recipes to the list that goes to the shop: the same thing once, with exact sums.
//!
//! Owns what counts as the same thing, how much of it is wanted in all, what is left to
//! buy once the pantry is counted, and where in the shop it stands. Must never round,
//! and must never know how a list is read or printed.

mod aisle;
mod basket;
mod lots;
mod name;
mod pantry;
mod want;

pub use aisle::Aisles;
pub use basket::Basket;
pub use pantry::less_stock;

use crate::amount::TooLarge;
use crate::quantity::Quantity;
use crate::recipe::Recipe;
use crate::unit::Density;

/// What to buy, sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShoppingList {
    /// The items; no two are the same thing.
    pub items: Vec<Item>,
}

/// One thing to buy, or one of several to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The thing, and after it what may be bought instead; never empty.
    pub choices: Vec<Choice>,
    /// Whether the dishes can do without it.
    pub optional: bool,
    /// The titles of the recipes that want it, sorted; empty if they were not kept.
    pub wanted_by: Vec<String>,
}

/// A thing and how much of it is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What it is, in the number that its amount asks for.
    pub name: String,
    /// How much; several lots where no unit holds them all (`2 tbsp + 100 g`).
    pub lots: Vec<Lot>,
    /// What is wanted besides without a number: `to taste`, `a pinch`, `for serving`;
    /// an empty text where a recipe does not say how much.
    pub words: Vec<String>,
    /// What a volume of it weighs, where the recipes or the kitchen say so and agree.
    pub density: Option<Density>,
}

/// So much of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// How much, or how many.
    pub quantity: Quantity,
    /// The size of each: the 14 oz of `2 (14 oz) cans`.
    pub size: Option<Quantity>,
}

/// Why there is no shopping list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShopError {
    /// A sum would no longer fit.
    #[error("the sum of `{0}` is too large")]
    TooLarge(String),
}

impl ShopError {
    fn of(name: &str) -> impl Fn(TooLarge) -> ShopError + '_ {
        move |TooLarge| ShopError::TooLarge(name.into())
    }
}

impl Item {
    /// The thing itself, without what may be bought instead.
    pub fn name(&self) -> &str {
        self.choices.first().map_or("", |choice| &choice.name)
    }
}

/// Returns the shopping list for `recipes`, the same in whatever order they come.
///
/// ```
/// use porkcli::read::read_recipe;
/// use porkcli::shop::shop;
///
/// let toast = read_recipe("title: Toast\ningredients: [2 slices bread, 1 tbsp butter]\n");
/// let toast = toast.expect("a recipe").recipe;
/// let list = shop([&toast, &toast])?;
/// assert_eq!(list.items[0].name(), "bread");
/// assert_eq!(list.items[0].choices[0].lots[0].quantity.low.to_string(), "4");
/// # Ok::<(), porkcli::shop::ShopError>(())
/// ```
///
/// # Errors
/// [`ShopError::TooLarge`] if a sum does not fit.
pub fn shop<'r>(recipes: impl IntoIterator<Item = &'r Recipe>) -> Result<ShoppingList, ShopError> {
    let mut basket = Basket::new();
    for recipe in recipes {
        basket.add_recipe(recipe)?;
    }
    basket.finish()
}
