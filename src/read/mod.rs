//! Text to [`Recipe`], and printed shopping lists back to items.

mod density;
mod duration;
mod gathered;
mod import;
mod line;
mod list;
mod loose_time;
mod other;
mod page;
mod pasted;
mod places;
mod prose;
mod servings;
mod settings;
mod settle;
mod several;
mod spaces;
mod text;
mod yaml;
mod yields;

pub use density::read_density;
pub use duration::read_duration;
pub use gathered::{FoundNote, Gathered, Passage};
pub use import::{import_recipe, read_foreign};
pub use line::{AmountFields, LineError, LineFields, fields, read_line};
pub use list::{ListEntry, ListReading, is_list, is_printed_list, read_list};
pub use page::{MOST_PAGE_BYTES, gather_page, read_page};
pub use pasted::gather_pasted;
pub use places::Places;
pub use prose::{read_loose, read_prose, read_prose_on, scale_of};
pub use servings::read_servings;
pub use settings::{Settings, read_settings};
pub use several::split_recipes;

use crate::diagnostic::Diagnostic;
use crate::recipe::{Recipe, Source};

/// A recipe, and what there is to say about the way it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The recipe.
    pub recipe: Recipe,
    /// Notes and warnings; never errors.
    pub remarks: Vec<Diagnostic>,
}

/// More text than this is no recipe.
pub const MOST_BYTES: usize = 1 << 20;

/// More ingredients, steps and notes than this are no recipe.
const MOST_ITEMS: usize = 10_000;

/// Reads the recipe in `text`, whatever form it has: YAML, JSON, or what this program
/// printed as text or Markdown.
///
/// ```
/// let reading = porkcli::read::read_recipe("title: Toast\ningredients: [2 slices bread]\n");
/// assert_eq!(reading.expect("a recipe").recipe.title, "Toast");
/// ```
///
/// # Errors
/// Everything that is wrong with it, in the order of the text.
pub fn read_recipe(text: &str) -> Result<Reading, Vec<Diagnostic>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MOST_BYTES {
        let error = Diagnostic::error("too-large", "this is larger than a recipe can be (1 MiB)");
        return Err(vec![error.hint("give one recipe at a time")]);
    }
    if text.trim().is_empty() {
        let error = Diagnostic::error("empty", "there is no recipe: the text is empty");
        return Err(vec![error.hint(
            "a recipe begins with `title: ...` and has `ingredients:` with a list below",
        )]);
    }
    let mut reading = if text::is_text(text) {
        text::read_text(text)
    } else {
        yaml::read_yaml(text)
    }?;
    refuse_too_many(&reading.recipe)?;
    settle::settle(&mut reading.recipe);
    Ok(reading)
}

/// Says of a recipe with more items than any meal, or longer ones, that it is none.
fn refuse_too_many(recipe: &Recipe) -> Result<(), Vec<Diagnostic>> {
    let items = recipe.all_ingredients().count() + recipe.prose().count() + recipe.tags.len();
    let message = if items > MOST_ITEMS {
        "this has more ingredients, steps and notes than a recipe can have (10,000)"
    } else if recipe
        .prose()
        .any(|text| text.source.len() > prose::LONGEST_TEXT)
    {
        "this has a step or a note longer than a recipe's can be (256 KiB)"
    } else {
        return Ok(());
    };
    let error = Diagnostic::error("too-large", message);
    Err(vec![error.hint("give one recipe at a time")])
}

/// Returns the source that `text` names; a web address is known by its `http`.
fn source_of(text: &str) -> Source {
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    // An address of the web may have such a sign in it, and a name before it too.
    let opening = text.find("<http").or_else(|| text.rfind('<'));
    let opening = opening.filter(|at| !is_address || text[..*at].ends_with(' '));
    match opening.map(|at| (text[..at].trim(), &text[at + 1..])) {
        Some((name, url)) if url.ends_with('>') => Source {
            name: (!name.is_empty()).then(|| name.into()),
            url: Some(url[..url.len() - 1].into()),
        },
        _ if is_address => Source {
            name: None,
            url: Some(text.into()),
        },
        _ => Source {
            name: Some(text.into()),
            url: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_name_or_an_address_or_both() {
        let case = |text: &str, name: Option<&str>, url: Option<&str>| {
            let source = source_of(text);
            let found = (source.name.as_deref(), source.url.as_deref());
            assert_eq!(found, (name, url), "{text}");
        };
        case("Aunt Ida", Some("Aunt Ida"), None);
        case("https://example.org/a", None, Some("https://example.org/a"));
        case(
            "A site <https://example.org/a>",
            Some("A site"),
            Some("https://example.org/a"),
        );
        case("<https://example.org>", None, Some("https://example.org"));
        case("A <3 site <x.org>", Some("A <3 site"), Some("x.org"));
        case(
            "A <3 site <https://e.org/<a>>",
            Some("A <3 site"),
            Some("https://e.org/<a>"),
        );
        case("https://e.org/<a>", None, Some("https://e.org/<a>"));
    }
}
