//! Gathers what recipes want, one after the other, without keeping the recipes.
//!
//! Owns which wants become one item. Must never know how a thing is called or measured.

use super::name::Names;
use super::want::Want;
use super::{Choice, Item, Lot, ShopError, ShoppingList, lots};
use crate::amount::{Amount, TooLarge};
use crate::recipe::{Ingredient, Recipe};
use std::collections::{BTreeSet, HashMap};

/// What has been gathered so far.
#[derive(Clone, Debug, Default)]
pub struct Basket {
    items: HashMap<String, Gathered>,
    /// The titles that items point to.
    titles: Vec<String>,
}

/// One item while it grows.
#[derive(Clone, Debug, Default)]
struct Gathered {
    choices: Vec<GatheredChoice>,
    optional: bool,
    wanted_by: Vec<u32>,
}

#[derive(Clone, Debug, Default)]
struct GatheredChoice {
    names: Names,
    lots: Vec<Lot>,
    words: BTreeSet<String>,
}

impl Basket {
    /// Returns an empty basket.
    pub fn new() -> Basket {
        Basket::default()
    }

    /// Whether nothing has been added.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Adds everything that `recipe` wants.
    ///
    /// # Errors
    /// [`ShopError::TooLarge`] if a sum does not fit.
    pub fn add_recipe(&mut self, recipe: &Recipe) -> Result<(), ShopError> {
        for ingredient in recipe.all_ingredients() {
            self.add(ingredient, &[])?;
        }
        Ok(())
    }

    /// Adds everything that `recipe` wants, and keeps its title as the one that wants it.
    ///
    /// # Errors
    /// [`ShopError::TooLarge`] if a sum does not fit.
    pub fn add_recipe_by_title(&mut self, recipe: &Recipe) -> Result<(), ShopError> {
        let title = self.keep_title(&recipe.title);
        for ingredient in recipe.all_ingredients() {
            self.add(ingredient, &[title])?;
        }
        Ok(())
    }

    /// Adds one ingredient that the recipes called `wanted_by` want.
    ///
    /// # Errors
    /// [`ShopError::TooLarge`] if a sum does not fit.
    pub fn add_ingredient(
        &mut self,
        ingredient: &Ingredient,
        wanted_by: &[String],
    ) -> Result<(), ShopError> {
        let titles: Vec<u32> = wanted_by
            .iter()
            .map(|title| self.keep_title(title))
            .collect();
        self.add(ingredient, &titles)
    }

    fn keep_title(&mut self, title: &str) -> u32 {
        self.titles.push(title.into());
        // More titles than this do not fit into memory.
        u32::try_from(self.titles.len() - 1).unwrap_or(u32::MAX)
    }

    fn add(&mut self, ingredient: &Ingredient, wanted_by: &[u32]) -> Result<(), ShopError> {
        for want in Want::all_of(ingredient) {
            self.add_want(want, wanted_by)
                .map_err(ShopError::of(&ingredient.name))?;
        }
        Ok(())
    }

    fn add_want(&mut self, want: Want, wanted_by: &[u32]) -> Result<(), TooLarge> {
        let item = self.items.entry(key_of(&want)).or_default();
        item.optional = want.optional;
        item.choices
            .resize_with(want.choices.len(), GatheredChoice::default);
        for (known, choice) in item.choices.iter_mut().zip(want.choices) {
            known.names.join(choice.names);
            for lot in choice.lots {
                lots::add(&mut known.lots, lot)?;
            }
            known.words.extend(choice.words);
        }
        for title in wanted_by {
            if item.wanted_by.last() != Some(title) {
                item.wanted_by.push(*title);
            }
        }
        Ok(())
    }

    /// Returns the list of all that was added.
    ///
    /// # Errors
    /// [`ShopError::TooLarge`] if a sum does not fit.
    pub fn finish(self) -> Result<ShoppingList, ShopError> {
        let mut items = Vec::with_capacity(self.items.len());
        for (key, gathered) in self.items {
            let mut wanted_by: Vec<String> = gathered
                .wanted_by
                .iter()
                .filter_map(|&title| self.titles.get(title as usize).cloned())
                .collect();
            wanted_by.sort_unstable();
            wanted_by.dedup();
            let choices: Result<Vec<Choice>, ShopError> = gathered
                .choices
                .into_iter()
                .map(GatheredChoice::finish)
                .collect();
            let item = Item {
                choices: choices?,
                optional: gathered.optional,
                wanted_by,
            };
            items.push((item.name().to_lowercase(), key, item));
        }
        items.sort_unstable_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        Ok(ShoppingList {
            items: items.into_iter().map(|(_, _, item)| item).collect(),
        })
    }
}

/// What all wants of one item share.
fn key_of(want: &Want) -> String {
    let mut key = String::with_capacity(32);
    for (index, choice) in want.choices.iter().enumerate() {
        if index > 0 {
            key.push('|');
        }
        key.push_str(&choice.key);
    }
    if want.optional {
        key.push('?');
    }
    key
}

impl GatheredChoice {
    fn finish(self) -> Result<Choice, ShopError> {
        let name = self.names.uncounted();
        let settled = lots::settle(&self.lots, &name).map_err(ShopError::of(&name))?;
        Ok(Choice {
            name: name_for(&self.names, &settled),
            lots: settled,
            words: self.words.into_iter().collect(),
        })
    }
}

/// The name in the number that the last of `lots`, which stands before it, asks for.
pub(super) fn name_for(names: &Names, lots: &[Lot]) -> String {
    match lots.last() {
        Some(lot) if lot.quantity.unit.is_none() => {
            let most = lot.quantity.high.unwrap_or(lot.quantity.low);
            names.of(most > Amount::ONE)
        }
        _ => names.uncounted(),
    }
}
