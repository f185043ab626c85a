//! Parts a text in which several printed recipes follow each other.
//!
//! Owns where one ends and the next begins, in each form in which recipes are printed.
//! Must never read them.

/// Returns the recipes in `text`, each as its own text; one that holds only one is
/// returned whole.
///
/// ```
/// let two = "title: Toast\ningredients: [bread]\ntitle: Tea\ningredients: [tea]\n";
/// assert_eq!(porkcli::read::split_recipes(two).len(), 2);
/// ```
pub fn split_recipes(text: &str) -> Vec<&str> {
    let begins: fn(&str, &str) -> bool = match text.trim_start() {
        start if start.starts_with('{') => |_, line| line.starts_with('{'),
        start if start.starts_with("title:") => |_, line| line.starts_with("title:"),
        start if start.starts_with("# ") => |_, line| line.starts_with("# "),
        _ if super::text::is_text(text) => |before, line| {
            let is_part = !line.chars().any(char::is_lowercase);
            !is_part
                && !line.starts_with(' ')
                && !line.ends_with(':')
                && before.contains("\nINGREDIENTS")
        },
        _ => return vec![text],
    };
    let mut recipes = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        let before = &text[start..at];
        if !before.trim().is_empty() && !line.trim().is_empty() && begins(before, line.trim_end()) {
            recipes.push(before);
            start = at;
        }
        at += line.len();
    }
    recipes.push(&text[start..]);
    recipes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_recipe;
    use crate::write::{Format, Style, write_recipe};

    #[test]
    fn printed_recipes_are_told_apart_in_every_form() {
        let recipe = |title: &str| {
            let text = format!(
                "title: {title}\nservings: 2\ningredients:\n  Top:\n    - 1 egg\nsteps: [Boil it.]\nnotes: {{Why: Good.}}\n"
            );
            read_recipe(&text).expect("a recipe").recipe
        };
        for format in [Format::Text, Format::Yaml, Format::Json, Format::Markdown] {
            let print = |title| write_recipe(&recipe(title), format, Style::default());
            let text = print("One") + &print("Two things") + &print("Three");
            let parts = split_recipes(&text);
            let titles: Vec<String> = parts
                .iter()
                .map(|part| read_recipe(part).expect("a recipe").recipe.title)
                .collect();
            assert_eq!(titles, ["One", "Two things", "Three"], "{format:?}");
        }
    }
}
