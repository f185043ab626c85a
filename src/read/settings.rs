//! What a cook has settled once for all recipes: the measures of the kitchen, the
//! folders of recipes, the aisles of the shop, what a cup of something weighs.
//!
//! Owns the settings as plain data. Must never know where they are kept, or what else
//! may overrule them.

use crate::amount::Fractions;
use crate::diagnostic::Diagnostic;
use crate::recipe::OwnDensity;
use crate::unit::{Cup, System, Tablespoon};

/// What a cook has settled. What is not there has not been settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The measures that the kitchen has.
    pub to: Option<System>,
    /// The cup that recipes mean.
    pub cup: Option<Cup>,
    /// The tablespoon that recipes mean.
    pub tbsp: Option<Tablespoon>,
    /// How fractions are printed.
    pub fractions: Option<Fractions>,
    /// Folders with recipes, as written.
    pub recipes: Vec<String>,
    /// The things in each aisle of the shop.
    pub aisles: Vec<(String, Vec<String>)>,
    /// What a volume of a food weighs.
    pub densities: Vec<OwnDensity>,
}

/// Reads the settings in `text`, which is YAML or JSON; no text is no settings.
///
/// ```
/// use porkcli::unit::System;
///
/// let settings = porkcli::read::read_settings("to: metric\ndensities: {rye flour: 102 g/cup}\n");
/// let settings = settings.expect("settings");
/// assert_eq!(settings.to, Some(System::Metric));
/// assert_eq!(settings.densities[0].food, "rye flour");
/// ```
///
/// # Errors
/// Everything that is wrong with them, in the order of the text.
pub fn read_settings(text: &str) -> Result<Settings, Vec<Diagnostic>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > super::MOST_BYTES {
        let error = Diagnostic::error("too-large", "this is larger than settings can be (1 MiB)");
        return Err(vec![error.hint("keep recipes in files of their own")]);
    }
    let says_nothing = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    if text.lines().all(says_nothing) {
        return Ok(Settings::default());
    }
    super::yaml::read_settings(text)
}
