//! Tells what form a foreign recipe has, and has it read.
//!
//! Owns the order in which the forms are tried. Must never read any of them itself.

use super::{Reading, page, pasted, read_recipe};
use crate::diagnostic::Diagnostic;

/// Reads the recipe in `text`, whatever cooks have: a saved web page, linked data, or
/// this program's own forms.
///
/// The name of the file, if there is one, decides only where the text itself does not.
///
/// ```
/// let page = r#"<!doctype html><script type="application/ld+json">
///     {"@type": "Recipe", "name": "Toast", "recipeIngredient": ["2 slices bread"]}
/// </script>"#;
/// let reading = porkcli::read::import_recipe(page, None).expect("a recipe");
/// assert_eq!(reading.recipe.title, "Toast");
/// ```
///
/// # Errors
/// What keeps it from being a recipe.
pub fn import_recipe(text: &str, file_name: Option<&str>) -> Result<Reading, Vec<Diagnostic>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let ending = file_name
        .and_then(|name| Some(name.rsplit_once('.')?.1.to_lowercase()))
        .unwrap_or_default();
    if page::is_page(text) || matches!(ending.as_str(), "html" | "htm" | "xhtml") {
        return page::read_page(text);
    }
    if text.trim_start().starts_with(['{', '[']) {
        let gathered = page::gather_json(text);
        if !gathered.ingredients.is_empty() || !gathered.steps.is_empty() {
            return Ok(gathered.into_reading());
        }
    }
    match read_recipe(text) {
        Ok(reading) => Ok(reading),
        Err(errors) => pasted::read_pasted(text).map_err(|_| errors),
    }
}
