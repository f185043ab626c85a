//! Scales and converts recipes exactly, and prints amounts that a kitchen can measure.
//!
//! ```
//! use porkcli::amount::Amount;
//! use porkcli::convert::{Conversion, convert};
//! use porkcli::read::read_recipe;
//! use porkcli::scale::{factor_for_servings, scale};
//! use porkcli::unit::System;
//! use porkcli::write::{Format, Style, write_recipe};
//!
//! let text = "
//! title: Glaze
//! servings: 4
//! ingredients:
//!   - 2 tbsp maple syrup
//!   - 1 tsp Dijon mustard
//! steps:
//!   - Simmer {1 tbsp} of the syrup at 200°F, then whisk in the rest.
//! ";
//! let recipe = read_recipe(text).expect("a recipe").recipe;
//! let factor = factor_for_servings(&recipe, Amount::from(6), None)?;
//! let scaled = scale(recipe, factor)?.recipe;
//! let metric = convert(scaled, Conversion::to(System::Metric))?.recipe;
//! let printed = write_recipe(&metric, Format::Text, Style::default());
//! assert_eq!(
//!     printed,
//!     "\
//! Glaze
//!
//! Serves:   6
//!
//! INGREDIENTS
//!
//!   45 ml   maple syrup
//!   7.5 ml  Dijon mustard
//!
//! STEPS
//!
//!   1. Simmer {22.5 ml} of the syrup at 93 °C, then whisk in the rest.
//! "
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The way of a recipe
//!
//! Data flows one way: text is *read* into a [`Recipe`](recipe::Recipe), a verb makes
//! something new of it, a writer renders it. A module uses only modules above it in this
//! list, which `tests/house.rs` holds.
//!
//! | module | what it owns |
//! |---|---|
//! | [`diagnostic`] | what there is to say about an input: how bad, where, why, the cure |
//! | [`amount`] | exact numbers: the value, reading and printing one |
//! | [`mod@unit`] | units, densities and temperatures: tables with their sources, conversion |
//! | [`quantity`] | an amount or a range with a unit, and its arithmetic |
//! | [`recipe`] | the recipe as plain data |
//! | [`measure`] | from an exact quantity to one that can be measured: the only place that rounds |
//! | [`read`] | text to recipe: YAML, JSON, printed text, ingredient lines, steps, web pages |
//! | [`scale`] | recipe to recipe: by servings, factor, yield, one ingredient, pan |
//! | [`mod@convert`] | recipe to recipe: other measures, by weight or by volume |
//! | [`shop`] | recipes to a shopping list |
//! | [`mod@check`] | recipe to findings: what a cook would stumble over, what does not fit together |
//! | [`mod@write`] | recipe or list to text, YAML, JSON, Markdown and other programs' forms |
//!
//! The library is pure: it reads no file, knows no terminal and no clock. The command
//! `porkcli` (`src/cli/`, feature `cli`) is built on its public part alone.
//!
//! # From a line of text to the printed amount
//!
//! 1. `read` finds out what the text is (`read::read_recipe`), and for YAML makes a tree
//!    of texts in which `1.10` is still the four signs that were typed.
//! 2. An ingredient is a [`Text`](recipe::Text): the line exactly as written, cut into
//!    words and [`Mention`](recipe::Mention)s. `3-4 lb (1.5-1.8 kg) pork belly` has two
//!    mentions, a primary one and its other half; what each is for is its
//!    [`Role`](recipe::Role), and the role decides what may change it. Steps are texts too.
//! 3. A mention holds a [`Quantity`](quantity::Quantity) of exact
//!    [`Amount`](amount::Amount)s. Scaling multiplies it, converting changes its unit;
//!    nothing rounds. A mention that was changed no longer counts as written.
//! 4. A writer prints the pieces one after the other. What still stands as written is
//!    copied from the source, so an author's wording survives. What was changed goes
//!    through [`measure::fit`], which finds the nearest amount that spoons, cups, jugs and
//!    scales can measure; YAML and JSON print the exact number instead.

pub mod amount;
pub mod check;
pub mod convert;
pub mod diagnostic;
mod glance;
pub mod measure;
pub mod quantity;
pub mod read;
pub mod recipe;
pub mod scale;
pub mod shop;
pub mod unit;
pub mod write;
