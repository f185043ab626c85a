//! Writes the recipe file format, canonically: the same recipe is always the same text.

use super::amounts::{Manner, print, print_pieces, print_range};
use super::duration::write_duration;
use super::quantities::push_exact;
use crate::recipe::{Form, Group, Ingredient, Note, Recipe, Servings, Text};

/// Returns `recipe` as YAML with exact amounts.
pub(super) fn write_yaml(recipe: &Recipe) -> String {
    let mut out = String::with_capacity(4096);
    field(&mut out, "title", Some(&recipe.title));
    field(&mut out, "author", recipe.author.as_ref());
    if let Some(source) = &recipe.source {
        match (&source.name, &source.url) {
            (Some(name), Some(url)) => {
                out.push_str("source:\n");
                nested(&mut out, "name", name);
                nested(&mut out, "url", url);
            }
            (name, url) => field(&mut out, "source", name.as_ref().or(url.as_ref())),
        }
    }
    if let Some(servings) = &recipe.servings {
        out.push_str("servings: ");
        out.push_str(&write_servings(servings));
        out.push('\n');
    }
    field(&mut out, "yield", recipe.makes.as_ref().map(exact).as_ref());
    let times = [
        ("prep", recipe.time.prep),
        ("cook", recipe.time.cook),
        ("total", recipe.time.total),
    ];
    if times.iter().any(|(_, time)| time.is_some()) {
        out.push_str("time:\n");
    }
    for (name, time) in times {
        if let Some(seconds) = time {
            nested(&mut out, name, &write_duration(seconds));
        }
    }
    field(&mut out, "category", recipe.category.as_ref());
    field(&mut out, "cuisine", recipe.cuisine.as_ref());
    list(&mut out, "tags", recipe.tags.iter().cloned());
    list(&mut out, "equipment", recipe.equipment.iter().map(exact));
    if !recipe.densities.is_empty() {
        out.push_str("densities:\n");
    }
    for density in &recipe.densities {
        out.push_str("  ");
        push_key(&mut out, &density.food, "  ");
        out.push(' ');
        scalar(&mut out, &density.written);
        out.push('\n');
    }
    groups(&mut out, "ingredients", &recipe.ingredients, ingredient);
    groups(&mut out, "steps", &recipe.steps, |out, step, _| {
        scalar(out, &exact(step));
        out.push('\n');
    });
    notes(&mut out, "notes", &recipe.notes);
    notes(&mut out, "variations", &recipe.variations);
    notes(&mut out, "footnotes", &recipe.footnotes);
    out
}

/// Returns `servings` as it is read: `4` or `4-6`.
pub(super) fn write_servings(servings: &Servings) -> String {
    let mut out = String::new();
    push_servings(&mut out, servings);
    out
}

/// Prints `servings` as they are read.
pub(super) fn push_servings(out: &mut String, servings: &Servings) {
    push_exact(out, servings.low, None);
    if let Some(high) = servings.high {
        out.push('-');
        push_exact(out, high, None);
    }
}

fn exact(text: &Text) -> String {
    print(text, Manner::Exact)
}

fn field(out: &mut String, key: &str, value: Option<&String>) {
    if let Some(value) = value {
        out.push_str(key);
        out.push_str(": ");
        scalar(out, value);
        out.push('\n');
    }
}

fn nested(out: &mut String, key: &str, value: &str) {
    out.push_str("  ");
    out.push_str(key);
    out.push_str(": ");
    scalar(out, value);
    out.push('\n');
}

fn list(out: &mut String, key: &str, items: impl ExactSizeIterator<Item = String>) {
    if items.len() == 0 {
        return;
    }
    out.push_str(key);
    out.push_str(":\n");
    for item in items {
        out.push_str("  - ");
        scalar(out, &item);
        out.push('\n');
    }
}

/// Writes one item after its `- `, with its line end; fields of a mapping that take a
/// line of their own are indented by so many spaces.
type WriteItem<T> = fn(&mut String, &T, usize);

fn groups<T>(out: &mut String, key: &str, groups: &[Group<T>], item: WriteItem<T>) {
    let mut names: Vec<&str> = groups
        .iter()
        .filter_map(|group| group.name.as_deref())
        .collect();
    let all_named = names.len() == groups.len();
    names.sort_unstable();
    names.dedup();
    let distinct = names.len() == groups.len();
    if groups.is_empty() {
        return;
    }
    out.push_str(key);
    out.push_str(":\n");
    for group in groups {
        let indent = match &group.name {
            // A mapping cannot hold a heading twice, nor items without one.
            Some(name) if all_named && distinct => {
                out.push_str("  ");
                push_key(out, name, "  ");
                out.push('\n');
                "    "
            }
            Some(name) => {
                out.push_str("  - section: ");
                scalar(out, name);
                out.push_str("\n    ");
                out.push_str(key);
                out.push_str(":\n");
                "      "
            }
            None => "  ",
        };
        for each in &group.items {
            out.push_str(indent);
            out.push_str("- ");
            item(out, each, indent.len() + 2);
        }
    }
}

fn ingredient(out: &mut String, ingredient: &Ingredient, indent: usize) {
    if ingredient.form == Form::Line && !ingredient.fixed {
        scalar(out, &exact(&ingredient.line));
        out.push('\n');
        return;
    }
    for (index, (key, value)) in fields(ingredient).into_iter().enumerate() {
        if index > 0 {
            out.extend(std::iter::repeat_n(' ', indent));
        }
        out.push_str(key);
        out.push_str(": ");
        match key {
            "optional" | "fixed" => out.push_str(&value),
            _ => scalar(out, &value),
        }
        out.push('\n');
    }
}

/// The fields of an ingredient that a line alone cannot tell.
pub(super) fn fields(ingredient: &Ingredient) -> Vec<(&'static str, String)> {
    let mut fields = Vec::with_capacity(7);
    if ingredient.form == Form::Line {
        fields.push(("line", exact(&ingredient.line)));
    } else {
        let mut places = Places::new(ingredient);
        fields.push(("name", places.next(&ingredient.name)));
        fields.extend(amount_field(ingredient).map(|amount| ("amount", amount)));
        for (key, field) in [
            ("prep", &ingredient.preparation),
            ("note", &ingredient.note),
        ] {
            let Some(written) = field else {
                continue;
            };
            // The other half of a dual is gone once it is of no use.
            let says_something = |text: &str| text.contains(char::is_alphanumeric);
            let now = places.next(written);
            if says_something(&now) || !says_something(written) {
                fields.push((key, now));
            }
        }
        if ingredient.optional {
            fields.push(("optional", "true".into()));
        }
        let alternative = ingredient.alternatives.first();
        fields.extend(alternative.map(|or| ("or", places.last(or))));
    }
    if ingredient.fixed {
        fields.push(("fixed", "true".into()));
    }
    fields
}

/// The `amount` of an ingredient given by fields: whatever stands around its name.
fn amount_field(ingredient: &Ingredient) -> Option<String> {
    let mut amount = String::new();
    if ingredient.lead > 0 {
        print_pieces(
            &ingredient.line,
            0..ingredient.lead,
            Manner::Exact,
            &mut amount,
        );
        return Some(amount.trim().into());
    }
    let source = ingredient.line.source.as_str();
    let at = source.find(ingredient.name.as_str())?;
    let before = source[..at].trim();
    if !before.is_empty() {
        return Some(before.into());
    }
    // `salt, to taste`: the amount in words follows the name.
    let after = source[at + ingredient.name.len()..].strip_prefix(", ")?;
    let ends = [" (", " or ", ", "];
    let end = ends
        .iter()
        .filter_map(|sign| after.find(sign))
        .min()
        .unwrap_or(after.len());
    let words = &after[..end];
    (words.starts_with("to ") || words.starts_with("as ")).then(|| words.into())
}

/// Finds the fields of an ingredient in its line, one after the other; an amount in any of
/// them, as in the name `butter or 1 tbsp oil`, may have changed since it was written.
struct Places<'i> {
    line: &'i Text,
    /// Where in the line the search goes on.
    at: usize,
}

impl<'i> Places<'i> {
    fn new(ingredient: &'i Ingredient) -> Places<'i> {
        Places {
            line: &ingredient.line,
            at: ingredient.lead_end(),
        }
    }

    /// The next field, which was `written` so.
    fn next(&mut self, written: &str) -> String {
        let rest = self.line.source.get(self.at..).unwrap_or_default();
        match rest.find(written) {
            Some(at) => {
                let start = self.at + at;
                self.at = start + written.len();
                print_range(self.line, start..self.at, Manner::Exact)
            }
            None => written.into(),
        }
    }

    /// The field that ends the line.
    fn last(&self, written: &str) -> String {
        let source = &self.line.source;
        match source.strip_suffix(written) {
            Some(before) => print_range(self.line, before.len()..source.len(), Manner::Exact),
            None => written.into(),
        }
    }
}

fn notes(out: &mut String, key: &str, notes: &[Note]) {
    if notes.is_empty() {
        return;
    }
    let mut titles: Vec<&str> = notes
        .iter()
        .filter_map(|note| note.title.as_deref())
        .collect();
    titles.sort_unstable();
    titles.dedup();
    let as_mapping = titles.len() == notes.len();
    out.push_str(key);
    out.push_str(":\n");
    for note in notes {
        out.push_str(if as_mapping { "  " } else { "  - " });
        if let Some(title) = &note.title {
            push_key(out, title, if as_mapping { "  " } else { "    " });
            out.push(' ');
        }
        scalar(out, &exact(&note.text));
        out.push('\n');
    }
}

/// Writes a text as the key of a mapping that is indented by `indent`, with its colon. YAML
/// looks for the colon no further than 1,024 signs (YAML 1.2.2, section 7.4.2), so that a
/// longer key has to be announced by a question mark.
pub(super) fn push_key(out: &mut String, text: &str, indent: &str) {
    const LONGEST: usize = 1000;
    let start = out.len();
    scalar(out, text);
    if out.len() - start > LONGEST {
        out.insert_str(start, "? ");
        out.push('\n');
        out.push_str(indent);
    }
    out.push(':');
}

/// Writes a text so that YAML reads the same text: plain where that is safe, else in
/// double quotes, whose escapes JSON and YAML share.
pub(super) fn scalar(out: &mut String, text: &str) {
    if is_plain(text) {
        out.push_str(text);
    } else {
        out.push_str(&super::json::quoted(text));
    }
}

fn is_plain(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters
        .next()
        .is_some_and(|c| c.is_alphanumeric() || c == '(');
    let harmless = |c: char| !c.is_control() && !matches!(c, '\u{feff}' | '\u{2028}' | '\u{2029}');
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    first
        && text.chars().all(harmless)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' '])
        && !words.iter().any(|word| text.eq_ignore_ascii_case(word))
        && !text
            .bytes()
            .all(|b| b.is_ascii_digit() || b"+-.,eExX_:".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_would_misread_stands_in_quotes() {
        let case = |text: &str, expected: &str| {
            let mut out = String::new();
            scalar(&mut out, text);
            assert_eq!(out, expected);
        };
        case("2 tbsp brown miso", "2 tbsp brown miso");
        case("½ tsp salt", "½ tsp salt");
        case(
            "soda (important: measured)",
            "\"soda (important: measured)\"",
        );
        case("1 #10 can", "\"1 #10 can\"");
        case("{1 tsp} oil", "\"{1 tsp} oil\"");
        case("*", "\"*\"");
        case("no", "\"no\"");
        case("1.50", "\"1.50\"");
        case("two\n\nparagraphs", "\"two\\n\\nparagraphs\"");
        case("", "\"\"");
    }
}
