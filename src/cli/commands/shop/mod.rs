//! `porkcli shop`

use crate::cli::arguments::{FormatName, FractionsName, Measures, SystemName};
use crate::cli::input::ENDINGS;
use crate::cli::output::Written;
use crate::cli::report::Origin;
use crate::cli::sources::{Asked, Source, Sources};
use crate::cli::{Failure, config, crowd, input, output, report};
use clap::{Args, ValueEnum};
use porkcli::amount::{Amount, TooLarge};
use porkcli::convert::{Conversion, Converted, convert, mean_household};
use porkcli::diagnostic::Diagnostic;
use porkcli::read::{ListEntry, MOST_BYTES, is_list, is_printed_list, read_list};
use porkcli::recipe::{Group, Ingredient, OwnDensity, Recipe};
use porkcli::scale::{factor_for_servings, scale};
use porkcli::shop::{Aisles, Basket, ShopError, ShoppingList, less_stock};
use porkcli::unit::{Household, System};
use porkcli::write::{ListStyle, write_list};
use std::ffi::OsString;

/// Make a shopping list from recipes, or from earlier lists
#[derive(Args, Debug)]
pub(in crate::cli) struct Shop {
    /// Recipes or folders of recipes, with their servings if wanted (maple-belly@8), or lists
    /// [default: standard input]
    #[arg(value_name = "RECIPE")]
    recipes: Vec<OsString>,

    /// The measures that the shop has [default: as set, or those of the recipes]
    #[arg(short, long, value_name = "SYSTEM")]
    to: Option<SystemName>,

    /// Put the items under the aisles of the shop
    #[arg(short, long)]
    aisles: bool,

    /// Leave out these things: salt,pepper
    #[arg(short, long, value_name = "THINGS", value_delimiter = ',')]
    skip: Vec<String>,

    /// What is in stock: a list, whose amounts are taken off
    #[arg(long, value_name = "LIST")]
    have: Vec<OsString>,

    /// Leave out what the dishes can do without
    #[arg(long)]
    no_optional: bool,

    /// Tell for each item which recipes want it
    #[arg(long)]
    sources: bool,

    /// The form of the list; YAML and JSON carry exact amounts
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: FormatName,

    /// Where the amount stands: `2 tbsp miso` or `miso: 2 tbsp`
    #[arg(long, value_name = "WHERE", default_value = "first")]
    amount: Place,

    /// How to print fractions: 1 1/2, 1½ or 1.5 [default: as set, or ascii]
    #[arg(long, value_name = "SIGNS")]
    fractions: Option<FractionsName>,

    #[command(flatten)]
    measures: Measures,
}

/// What the kitchen has settled.
#[derive(Clone, Copy)]
struct Kitchen {
    system: Option<System>,
    household: Household,
    densities: &'static [OwnDensity],
    /// Whether notes must tell which recipe they are about.
    has_many: bool,
}

impl Kitchen {
    /// Returns `recipe` in the measures of the shop, and what there is to say about that.
    fn converted(self, mut recipe: Recipe) -> Result<Converted, TooLarge> {
        match self.system {
            Some(system) => convert(
                recipe,
                Conversion {
                    household: self.household,
                    ..Conversion::to(system)
                },
            ),
            None => {
                mean_household(&mut recipe, self.household);
                Ok(Converted {
                    recipe,
                    remarks: Vec::new(),
                })
            }
        }
    }
}

/// Where an amount stands in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Place {
    First,
    Last,
}

impl Shop {
    pub(super) fn run(self) -> Result<(), Failure> {
        let kitchen = Kitchen {
            system: config::system(self.to)?,
            household: self.measures.household()?,
            densities: config::densities()?,
            has_many: false,
        };
        let fractions = config::fractions(self.fractions)?;
        let aisles = (self.aisles || !self.skip.is_empty())
            .then(config::aisles)
            .transpose()?;
        let sources = Sources::new(&self.recipes, &ENDINGS, None)?.in_larger_groups();
        let kitchen = Kitchen {
            has_many: sources.is_many(),
            ..kitchen
        };
        let empty = Basket::with_densities(kitchen.densities);
        let mut basket = empty.clone();
        let mut worst = None;
        let work = |sources: Vec<Source>| {
            let mut basket = empty.clone();
            let mut worst = None;
            let (_, reports) = report::held(|| {
                for source in sources {
                    // One that fails stops nothing; what there is to say has been said.
                    let asked = source.open_whole();
                    let added = asked.and_then(|asked| self.add(&mut basket, &asked, kitchen));
                    worst = worst.max(added.err());
                }
            });
            (basket, reports, worst)
        };
        crowd::in_order(sources, work, |(some, reports, failure)| {
            if !reports.is_empty() {
                report::write_raw(&reports);
            }
            worst = worst.max(failure);
            basket.add_basket(some).map_err(|error| too_large(&error))?;
            Ok(Written::All)
        })?;
        let list = self.list(basket, kitchen)?;
        let list = self.without_skipped(list, aisles.as_ref());
        let style = ListStyle {
            fractions,
            amount_last: self.amount == Place::Last,
            aisles: aisles.as_ref().filter(|_| self.aisles),
        };
        output::write(&write_list(&list, self.format.format(), style))?;
        worst.map_or(Ok(()), Err)
    }

    fn put(&self, basket: &mut Basket, recipe: &Recipe) -> Result<(), ShopError> {
        if self.sources {
            basket.add_recipe_by_title(recipe)
        } else {
            basket.add_recipe(recipe)
        }
    }

    /// Adds whatever the text of `asked` holds: recipes, or a list.
    fn add(&self, basket: &mut Basket, asked: &Asked, kitchen: Kitchen) -> Result<(), Failure> {
        let Asked { origin, serves, .. } = asked;
        if origin.text.len() <= MOST_BYTES && is_list_of(origin) {
            if serves.is_some() {
                report::error(
                    &format!("`{}` is a list and serves nobody", origin.name),
                    Some("give servings with recipes only"),
                );
                return Err(Failure::Wrong);
            }
            return self.add_list(basket, origin, kitchen);
        }
        let mut result = Ok(());
        for part in asked.parts()? {
            result = result.and(self.add_recipe(basket, &part, *serves, kitchen));
        }
        result
    }

    fn add_recipe(
        &self,
        basket: &mut Basket,
        origin: &Origin,
        serves: Option<Amount>,
        kitchen: Kitchen,
    ) -> Result<(), Failure> {
        let told = |diagnostics: &[Diagnostic]| {
            report::show(diagnostics, origin);
            Failure::Wrong
        };
        let reading = input::read(origin).map_err(|errors| told(&errors))?;
        report::show(&reading.remarks, origin);
        let mut recipe = reading.recipe;
        if let Some(people) = serves {
            let scaled =
                factor_for_servings(&recipe, people, None).and_then(|factor| scale(recipe, factor));
            recipe = scaled
                .map_err(|error| {
                    told(&[Diagnostic::error("scale", error.to_string())
                        .hint("add `servings: 4` to the recipe, or leave out the `@`")])
                })?
                .recipe;
        }
        let recipe = converted(recipe, kitchen, origin)?;
        self.put(basket, &recipe).map_err(|error| too_large(&error))
    }

    fn add_list(
        &self,
        basket: &mut Basket,
        origin: &Origin,
        kitchen: Kitchen,
    ) -> Result<(), Failure> {
        for entry in read_list_of(origin, kitchen)? {
            let titles: &[String] = if self.sources { &entry.wanted_by } else { &[] };
            basket
                .add_ingredient(&entry.ingredient, titles)
                .map_err(|error| too_large(&error))?;
        }
        Ok(())
    }

    /// The list of what is in `basket`, less what is in stock.
    fn list(&self, basket: Basket, kitchen: Kitchen) -> Result<ShoppingList, Failure> {
        let mut list = basket.finish().map_err(|error| too_large(&error))?;
        if self.no_optional {
            list.items.retain(|item| !item.optional);
        }
        if self.have.is_empty() {
            return Ok(list);
        }
        let mut stock = Basket::with_densities(kitchen.densities);
        for name in &self.have {
            let (origin, _) = input::find_text(Some(name))?;
            self.add_list(&mut stock, &origin, kitchen)?;
        }
        let stock = stock.finish().map_err(|error| too_large(&error))?;
        let (list, notes) = less_stock(list, &stock).map_err(|error| too_large(&error))?;
        super::say(&notes);
        Ok(list)
    }

    fn without_skipped(&self, mut list: ShoppingList, aisles: Option<&Aisles>) -> ShoppingList {
        if let Some(aisles) = aisles {
            let skipped = |name: &str| self.skip.iter().any(|skip| aisles.is_kind_of(name, skip));
            list.items.retain(|item| !skipped(item.name()));
        }
        list
    }
}

/// Returns `recipe` in the measures of the shop; remarks on that have been reported.
fn converted(recipe: Recipe, kitchen: Kitchen, origin: &Origin) -> Result<Recipe, Failure> {
    let converted = kitchen.converted(recipe).map_err(|error| {
        report::error(&error.to_string(), None);
        Failure::Wrong
    })?;
    if kitchen.has_many {
        for remark in &converted.remarks {
            report::line(remark, origin);
        }
    } else {
        super::say(&converted.remarks);
    }
    Ok(converted.recipe)
}

/// Reads the list in the text of `origin`, in the measures of the shop.
fn read_list_of(origin: &Origin, kitchen: Kitchen) -> Result<Vec<ListEntry>, Failure> {
    let reading = read_list(&origin.text).map_err(|errors| {
        report::show(&errors, origin);
        Failure::Wrong
    })?;
    report::show(&reading.remarks, origin);
    let (items, titles): (Vec<Ingredient>, Vec<Vec<String>>) = reading
        .entries
        .into_iter()
        .map(|entry| (entry.ingredient, entry.wanted_by))
        .unzip();
    // A list converts like the ingredients of a recipe.
    let recipe = converted(
        Recipe {
            ingredients: vec![Group { name: None, items }],
            ..Recipe::default()
        },
        kitchen,
        origin,
    )?;
    let items = recipe.ingredients.into_iter().flat_map(|group| group.items);
    Ok(items
        .zip(titles)
        .map(|(ingredient, wanted_by)| ListEntry {
            ingredient,
            wanted_by,
        })
        .collect())
}

/// Whether the text of `origin` is a list. In a file that is called like a recipe, plain
/// lines are a recipe with something wrong.
fn is_list_of(origin: &Origin) -> bool {
    let is_called_recipe = [".yaml", ".yml", ".json"]
        .iter()
        .any(|ending| origin.name.ends_with(ending));
    if is_called_recipe {
        is_printed_list(&origin.text)
    } else {
        is_list(&origin.text)
    }
}

fn too_large(error: &ShopError) -> Failure {
    report::error(&error.to_string(), Some("list fewer servings at a time"));
    Failure::Wrong
}
