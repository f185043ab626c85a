//! Renders a recipe or a shopping list: as plain text, YAML, JSON or Markdown, and a
//! recipe in the forms of other programs.
//!
//! Owns layout and the printing of amounts. Must never change a recipe or read one.

mod amounts;
mod bare;
mod bought;
mod cooklang;
mod duration;
mod facts;
mod json;
mod list;
mod markdown;
mod quantities;
mod recipemd;
mod schema_org;
mod text;
mod wrap;
mod yaml;

pub use crate::amount::Fractions;
pub use duration::write_duration;
pub use list::{ListStyle, write_list};

use crate::measure::Measured;
use crate::quantity::Quantity;
use crate::recipe::Recipe;

/// A form in which a recipe is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For reading, on paper or on a screen; amounts are measurable.
    #[default]
    Text,
    /// The recipe file format; amounts are exact.
    Yaml,
    /// For programs; amounts are exact, and each is also given in parts.
    Json,
    /// The same on one line, for streams of recipes.
    JsonLine,
    /// For a page; amounts are measurable.
    Markdown,
    /// Cooklang, for the programs that read it; amounts are exact.
    Cooklang,
    /// RecipeMD, for the programs that read it; amounts are exact.
    RecipeMd,
    /// JSON-LD, for web pages; amounts are exact.
    SchemaOrg,
}

/// How a recipe is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// How fractions are printed where amounts are measurable.
    pub fractions: Fractions,
    /// Prints every amount exactly, in the author's unit, in every format.
    pub exact: bool,
    /// The column at which prose in plain text is wrapped; 0 for never.
    pub width: usize,
}

impl Default for Style {
    /// Plain signs, measurable, 80 columns.
    fn default() -> Style {
        Style {
            fractions: Fractions::Ascii,
            exact: false,
            width: 80,
        }
    }
}

/// Returns `recipe` in `format`, ending with a line end.
pub fn write_recipe(recipe: &Recipe, format: Format, style: Style) -> String {
    match format {
        Format::Text => text::write_text(recipe, style),
        Format::Yaml => yaml::write_yaml(recipe),
        Format::Json => json::write_json(recipe),
        Format::JsonLine => json::write_json_line(recipe),
        Format::Markdown => markdown::write_markdown(recipe, style),
        Format::Cooklang => cooklang::write_cooklang(recipe),
        Format::RecipeMd => recipemd::write_recipemd(recipe),
        Format::SchemaOrg => schema_org::write_schema_org(recipe),
    }
}

/// Returns `measured` as text: `about 1 1/3 cups`.
pub fn write_measured(measured: &Measured, fractions: Fractions) -> String {
    let mut out = String::new();
    if measured.is_about() {
        out.push_str("about ");
    }
    quantities::push_measured(&mut out, measured, fractions, quantities::push_label);
    out
}

/// Returns `quantity` as text, exactly: `1 5/16 cups`; of a fraction in more than
/// thousandths the first three decimals, and an ellipsis for the others: `7.054… oz`.
pub fn write_exactly(quantity: &Quantity) -> String {
    let mut out = String::new();
    quantities::push_exact_digits(&mut out, quantity.low, quantity.unit);
    if let Some(high) = quantity.high {
        out.push('-');
        quantities::push_exact_digits(&mut out, high, quantity.unit);
    }
    if let Some(unit) = quantity.unit {
        let most = quantity.high.unwrap_or(quantity.low);
        quantities::push_label(&mut out, unit, most);
    }
    out
}
