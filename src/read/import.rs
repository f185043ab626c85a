//! Tells what form a foreign recipe has, and has it read.
//!
//! Owns the order in which the forms are tried. Must never read any of them itself.

use super::gathered::Gathered;
use super::{MOST_BYTES, MOST_PAGE_BYTES, Reading, other, page, pasted, read_recipe, yaml};
use crate::diagnostic::Diagnostic;

/// Reads the recipe in `text`, whatever cooks have: a saved web page, pasted text,
/// linked data, Cooklang, RecipeMD, another program's YAML or JSON, or this program's
/// own forms.
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
    if text.len() > MOST_PAGE_BYTES {
        let error = Diagnostic::error("too-large", "this is larger than a page can be (8 MiB)");
        return Err(vec![error.hint("give one page at a time")]);
    }
    let (stem, ending) = file_name
        .and_then(|name| name.rsplit_once('.'))
        .map_or((file_name, String::new()), |(stem, ending)| {
            (Some(stem), ending.to_lowercase())
        });
    if page::is_page(text) || matches!(ending.as_str(), "html" | "htm" | "xhtml") {
        return page::read_page(text);
    }
    if text.len() > MOST_BYTES {
        let error = Diagnostic::error("too-large", "this is larger than a recipe can be (1 MiB)");
        return Err(vec![error.hint("give one recipe at a time")]);
    }
    if text.trim_start().starts_with(['{', '[']) {
        let gathered = page::gather_json(text);
        if is_found(&gathered) {
            return gathered.into_reading();
        }
    }
    if ending == "cook" || other::is_cooklang(text) {
        return finish(other::gather_cooklang(text), stem);
    }
    let own = match read_recipe(text) {
        Ok(reading) => return Ok(reading),
        Err(errors) => errors,
    };
    if other::is_recipemd(text) {
        return finish(other::gather_recipemd(text), stem);
    }
    let tree = match text.trim_start().starts_with(['{', '[']) {
        true => page::read_json(text),
        false => yaml::read_tree(text),
    };
    if let Some(gathered) = tree.and_then(|tree| other::gather_program(&tree, text)) {
        return finish(gathered, stem);
    }
    // What meant to be a recipe file is told what is wrong with it.
    let meant = matches!(ending.as_str(), "yaml" | "yml" | "json");
    if meant {
        return Err(own);
    }
    finish(pasted::gather_pasted(text), stem)
}

/// Reads the recipe in `text` if that is plainly in the form of another program: a saved
/// page, linked data, Cooklang or RecipeMD. `None` for everything else. The name of the
/// file, if there is one, is the title of a recipe without one.
pub fn read_foreign(text: &str, file_name: Option<&str>) -> Option<Reading> {
    let is_linked = text.trim_start().starts_with(['{', '[']) && text.contains("\"@type\"");
    let is_foreign =
        page::is_page(text) || is_linked || other::is_cooklang(text) || other::is_recipemd(text);
    is_foreign
        .then(|| import_recipe(text, file_name).ok())
        .flatten()
        .filter(|reading| !reading.recipe.ingredients.is_empty())
}

fn is_found(gathered: &Gathered) -> bool {
    !gathered.ingredients.is_empty() || !gathered.steps.is_empty()
}

/// The recipe of `gathered`; many programs give the title in the name of the file alone.
fn finish(mut gathered: Gathered, stem: Option<&str>) -> Result<Reading, Vec<Diagnostic>> {
    if !is_found(&gathered) {
        let error = Diagnostic::error("no-recipe", "no recipe was found in this text");
        return Err(vec![error.hint(
            "put the line `Ingredients` before the ingredients and `Method` before the steps",
        )]);
    }
    gathered.title = gathered.title.or(stem.map(Into::into));
    gathered.into_reading()
}
