//! Gathers what recipes want, one after the other, without keeping the recipes.
//!
//! Owns which wants become one item. Must never know how a thing is called or measured.

use super::lots::{self, Lots};
use super::name::Names;
use super::want::{Want, added_by, agreeing_noun, amounts_of};
use super::{Choice, Item, Lot, ShopError, ShoppingList};
use crate::amount::{Amount, TooLarge};
use crate::recipe::{Ingredient, OwnDensity, Recipe};
use crate::unit::Density;
use smol_str::SmolStr;
use std::collections::{BTreeSet, HashMap};

/// What has been gathered so far.
#[derive(Clone, Debug, Default)]
pub struct Basket {
    items: Vec<Gathered>,
    /// The place of each item by what all wants of it share.
    places: HashMap<String, usize>,
    /// The place of the item of each plain line by its name as written, because most
    /// lines name what another has named in the same words.
    named: HashMap<SmolStr, [Option<usize>; 4]>,
    /// The titles that items point to.
    titles: Vec<String>,
    /// What a volume of a food weighs in this kitchen.
    densities: Vec<OwnDensity>,
}

/// More names than this are worked out each time instead of being kept.
const MOST_NAMES: usize = 1 << 16;

/// One item while it grows.
#[derive(Clone, Debug, Default)]
struct Gathered {
    key: String,
    choices: Vec<GatheredChoice>,
    optional: bool,
    wanted_by: Vec<u32>,
}

#[derive(Clone, Debug, Default)]
struct GatheredChoice {
    names: Names,
    lots: Lots,
    words: BTreeSet<String>,
}

impl Basket {
    /// Returns an empty basket.
    pub fn new() -> Basket {
        Basket::default()
    }

    /// Returns an empty basket for a kitchen in which a volume of some foods weighs what
    /// `densities` say; a recipe's own figures win.
    pub fn with_densities(densities: &[OwnDensity]) -> Basket {
        Basket {
            densities: densities.into(),
            ..Basket::default()
        }
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
            self.add(ingredient, &[], &recipe.densities)?;
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
            self.add(ingredient, &[title], &recipe.densities)?;
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
        self.add(ingredient, &titles, &[])
    }

    fn keep_title(&mut self, title: &str) -> u32 {
        self.titles.push(title.into());
        // More titles than this do not fit into memory.
        u32::try_from(self.titles.len() - 1).unwrap_or(u32::MAX)
    }

    fn add(
        &mut self,
        ingredient: &Ingredient,
        wanted_by: &[u32],
        own: &[OwnDensity],
    ) -> Result<(), ShopError> {
        let too_large = ShopError::of(&ingredient.name);
        let kind = kind_of(ingredient);
        let known = self.named.get(&ingredient.name);
        if let (Some(kind), Some(places)) = (kind, known)
            && let Some(place) = places[kind]
        {
            let item = &mut self.items[place];
            let (lots, words) = amounts_of(ingredient);
            item.wanted_by(wanted_by);
            let density = density_for(&ingredient.name, own, &self.densities);
            return item.choices[0].add(lots, words, density).map_err(too_large);
        }
        let wants = Want::all_of(ingredient);
        let is_one = wants.len() == 1;
        for want in wants {
            let place = self.add_want(want, wanted_by, own).map_err(&too_large)?;
            if let Some(kind) = kind.filter(|_| is_one && self.named.len() < MOST_NAMES) {
                self.named.entry(ingredient.name.clone()).or_default()[kind] = Some(place);
            }
        }
        Ok(())
    }

    fn add_want(
        &mut self,
        want: Want,
        wanted_by: &[u32],
        own: &[OwnDensity],
    ) -> Result<usize, TooLarge> {
        let place = self.place_of(key_of(&want));
        let item = &mut self.items[place];
        item.optional = want.optional;
        item.wanted_by(wanted_by);
        item.choices
            .resize_with(want.choices.len(), GatheredChoice::default);
        for (known, choice) in item.choices.iter_mut().zip(want.choices) {
            let density = density_for(&choice.names.uncounted(), own, &self.densities);
            known.names.join(choice.names);
            known.add(choice.lots, choice.words, density)?;
        }
        Ok(place)
    }

    fn place_of(&mut self, key: String) -> usize {
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        self.items.push(Gathered {
            key: key.clone(),
            ..Gathered::default()
        });
        self.places.insert(key, self.items.len() - 1);
        self.items.len() - 1
    }

    /// Adds everything that is in `other`.
    ///
    /// # Errors
    /// [`ShopError::TooLarge`] if a sum does not fit.
    pub fn add_basket(&mut self, other: Basket) -> Result<(), ShopError> {
        let titles: Vec<u32> = other
            .titles
            .iter()
            .map(|title| self.keep_title(title))
            .collect();
        for gathered in other.items {
            let place = self.place_of(gathered.key);
            let item = &mut self.items[place];
            item.optional = gathered.optional;
            for title in gathered.wanted_by {
                item.wanted_by(&[titles[title as usize]]);
            }
            item.choices
                .resize_with(gathered.choices.len(), GatheredChoice::default);
            for (known, choice) in item.choices.iter_mut().zip(gathered.choices) {
                let name = choice.names.uncounted();
                known.names.join(choice.names);
                known.lots.join(choice.lots).map_err(ShopError::of(&name))?;
                known.words.extend(choice.words);
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
        for gathered in self.items {
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
            items.push((item.name().to_lowercase(), gathered.key, item));
        }
        items.sort_unstable_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        Ok(ShoppingList {
            items: items.into_iter().map(|(_, _, item)| item).collect(),
        })
    }
}

/// What a volume of the thing called `name` weighs by its recipe or in this kitchen.
fn density_for(name: &str, own: &[OwnDensity], kitchen: &[OwnDensity]) -> Option<Density> {
    OwnDensity::of(name, own)
        .or_else(|| OwnDensity::of(name, kitchen))
        .copied()
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

/// Which of the plain kinds of line `ingredient` is: optional or not, with a noun that
/// agrees or without; `None` if there is something to choose, or another thing.
fn kind_of(ingredient: &Ingredient) -> Option<usize> {
    let has_noun = agreeing_noun(&ingredient.name, &ingredient.line).is_some();
    let is_plain = ingredient.alternatives.is_empty() && added_by(ingredient).next().is_none();
    is_plain.then_some(usize::from(ingredient.optional) + 2 * usize::from(has_noun))
}

impl Gathered {
    fn wanted_by(&mut self, titles: &[u32]) {
        for title in titles {
            if self.wanted_by.last() != Some(title) {
                self.wanted_by.push(*title);
            }
        }
    }
}

impl GatheredChoice {
    fn add(
        &mut self,
        lots: Vec<Lot>,
        words: impl IntoIterator<Item = String>,
        density: Option<Density>,
    ) -> Result<(), TooLarge> {
        for lot in lots {
            self.lots.add(lot, density)?;
        }
        for word in words {
            if !self.words.contains(&word) {
                self.words.insert(word);
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<Choice, ShopError> {
        let name = self.names.uncounted();
        let settled = lots::settle(&self.lots, &name).map_err(ShopError::of(&name))?;
        Ok(Choice {
            name: name_for(&self.names, &settled),
            lots: settled,
            words: self.words.into_iter().collect(),
            density: self.lots.density(),
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
