//! Reads a shopping list: one that was printed in any form, or written by hand.
//!
//! ```text
//! line    = box? item sources?          aisle headings and empty lines are passed over
//! box     = "- [ ]" | "- [x]" | "-" | "*"
//! item    = amount ("+" amount)* thing  | thing ": " amount ("+" amount)*
//! sources = "[" title (";" title)* "]"
//! ```
//! Owns what is around an item. Must never read the item itself: it is an ingredient line.

use super::line::read_line;
use super::yaml::read_items;
use crate::amount::number_at;
use crate::diagnostic::{Diagnostic, Place};
use crate::recipe::Ingredient;

/// One item of a list, or one of the amounts that an item gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEntry {
    /// The item.
    pub ingredient: Ingredient,
    /// The titles of the recipes that want it, where the list tells them.
    pub wanted_by: Vec<String>,
}

/// A list, and what there is to say about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListReading {
    /// The entries, in the order of the list.
    pub entries: Vec<ListEntry>,
    /// Notes; never errors.
    pub remarks: Vec<Diagnostic>,
}

/// No shop has more things than this.
const MOST_ENTRIES: usize = 10_000;

/// Nobody adds up more amounts of one thing than this.
const MOST_AMOUNTS: usize = 1_000;

/// Keys of a recipe file; a text with one of them at the start of a line is no list.
const RECIPE_KEYS: [&str; 8] = [
    "title:",
    "name:",
    "ingredients:",
    "servings:",
    "serves:",
    "steps:",
    "instructions:",
    "---",
];

/// Whether `text` is a shopping list as this program prints one: it begins with
/// `items` or with an item of a list.
pub fn is_printed_list(text: &str) -> bool {
    let text = start_of(text);
    let object = text.strip_prefix('{').map(str::trim_start);
    text.starts_with("items:")
        || text.starts_with("- ")
        || object.is_some_and(|object| object.starts_with("\"items\""))
}

/// Whether `text` may be a shopping list: a printed one, or plain lines that are no recipe.
pub fn is_list(text: &str) -> bool {
    let is_key = |line: &str| RECIPE_KEYS.iter().any(|key| line.starts_with(key));
    is_printed_list(text)
        || !super::text::is_text(text)
            && !start_of(text).is_empty()
            && !start_of(text).starts_with(['{', '[', '<', '%'])
            && !text.lines().any(is_key)
}

fn start_of(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim_start()
}

/// Reads the shopping list in `text`, in any form.
///
/// ```
/// let list = porkcli::read::read_list("Produce:\n- [ ] 3 onions\n- [x] 1 lemon\n");
/// let list = list.expect("a list");
/// assert_eq!(list.entries.len(), 1);
/// assert_eq!(list.entries[0].ingredient.name, "onions");
/// ```
///
/// # Errors
/// Every item that cannot be read, in the order of the text.
pub fn read_list(text: &str) -> Result<ListReading, Vec<Diagnostic>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > super::MOST_BYTES {
        let error = Diagnostic::error("too-large", "this is larger than a list can be (1 MiB)");
        return Err(vec![error.hint("give fewer lines at a time")]);
    }
    let start = start_of(text);
    let mut list = ListReading::default();
    let mut errors = Vec::new();
    if start.starts_with(['{', '[']) || start.starts_with("items:") {
        for item in read_items(text)? {
            if list.entries.len() > MOST_ENTRIES {
                break;
            }
            match read_item(&item.line) {
                Ok(read) => list
                    .entries
                    .extend(read.into_iter().map(|ingredient| ListEntry {
                        ingredient,
                        wanted_by: item.wanted_by.clone(),
                    })),
                Err(error) => errors.push(error),
            }
        }
    } else {
        let mut ticked = 0;
        for (index, line) in text.lines().enumerate() {
            if list.entries.len() > MOST_ENTRIES {
                break;
            }
            match plain_item(line) {
                Item::None => {}
                Item::Ticked => ticked += 1,
                Item::Wanted(item) => read_plain_item(item, index, line, &mut list, &mut errors),
            }
        }
        if ticked > 0 {
            let are = if ticked == 1 { "item is" } else { "items are" };
            list.remarks.push(Diagnostic::note(
                "ticked",
                format!("{ticked} ticked {are} bought already and left out"),
            ));
        }
    }
    if list.entries.len() > MOST_ENTRIES {
        let message = "this has more items than a list can have (10,000)";
        let error = Diagnostic::error("too-large", message);
        return Err(vec![error.hint("give a list for one shop at a time")]);
    }
    if errors.is_empty() {
        Ok(list)
    } else {
        Err(errors)
    }
}

/// What a line of a plain list is.
enum Item<'t> {
    /// A heading or nothing.
    None,
    /// An item that has been ticked off.
    Ticked,
    /// An item.
    Wanted(&'t str),
}

fn plain_item(line: &str) -> Item<'_> {
    let line = line.trim();
    // `2 tbsp salt:` is no heading, but nobody writes that.
    if line.is_empty() || line.starts_with('#') || line.ends_with(':') {
        return Item::None;
    }
    let item = line
        .strip_prefix(['-', '*', '•'])
        .filter(|rest| rest.starts_with([' ', '[']))
        .unwrap_or(line)
        .trim_start();
    for (sign, ticked) in [
        ("[ ]", false),
        ("[]", false),
        ("[x]", true),
        ("[X]", true),
        ("☐", false),
        ("☑", true),
        ("☒", true),
    ] {
        if let Some(rest) = item.strip_prefix(sign) {
            return match rest.trim() {
                _ if ticked => Item::Ticked,
                "" => Item::None,
                rest => Item::Wanted(rest),
            };
        }
    }
    Item::Wanted(item)
}

fn read_plain_item(
    item: &str,
    index: usize,
    line: &str,
    list: &mut ListReading,
    errors: &mut Vec<Diagnostic>,
) {
    let (item, wanted_by) = match item
        .strip_suffix(']')
        .and_then(|item| item.rsplit_once(" ["))
    {
        Some((item, titles)) => (item, titles.split("; ").map(Into::into).collect()),
        None => (item, Vec::new()),
    };
    let quoted = |sign: char| item.strip_prefix(sign)?.strip_suffix(sign);
    let item = quoted('"').or_else(|| quoted('\'')).unwrap_or(item);
    match read_item(item) {
        Ok(read) => list
            .entries
            .extend(read.into_iter().map(|ingredient| ListEntry {
                ingredient,
                wanted_by: wanted_by.clone(),
            })),
        Err(error) => {
            let start = line.len() - line.trim_start().len();
            errors.push(error.at(Place {
                line: index + 1,
                column: line[..start].chars().count() + 1,
                length: line.trim().chars().count(),
            }));
        }
    }
}

/// Reads an item as one ingredient for each of its amounts.
fn read_item(item: &str) -> Result<Vec<Ingredient>, Diagnostic> {
    let mut line = item.trim().to_string();
    if let Some((thing, amount)) = line.rsplit_once(": ")
        && begins_with_amount(amount)
        && !begins_with_amount(thing)
    {
        line = format!("{amount} {thing}");
    }
    let read = |line: &str| {
        read_line(line).map_err(|error| {
            Diagnostic::error("amount", format!("`{line}`: {error}")).hint(error.hint())
        })
    };
    let choices = choices(&line);
    let most = choices.iter().map(Vec::len).max().unwrap_or(1);
    if most * choices.len() > MOST_AMOUNTS {
        let message = "this has more amounts than one item can have (1,000)";
        return Err(Diagnostic::error("too-large", message).hint("write it as several items"));
    }
    if most == 1 {
        return Ok(vec![read(&line)?]);
    }
    // Each amount is read with the names of the things, in a line of its own.
    let last: Vec<&str> = choices.iter().filter_map(|c| c.last().copied()).collect();
    let whole = read(&last.join(" or "))?;
    let mut names = Vec::with_capacity(choices.len());
    for term in &last {
        let name = read(term)?.name;
        // A mark keeps a name that is like a number from the amount: `2 + 80 g ? 1/2-inch slices`.
        let marked = format!("? {name}");
        names.push(if term.ends_with(&marked) {
            marked
        } else {
            name.into()
        });
    }
    let mut ingredients = Vec::with_capacity(most);
    for index in 0..most - 1 {
        let part = choices.iter().zip(&names).map(|(terms, name)| {
            // A thing with fewer amounts has nothing to add.
            let amount = terms.split_last().and_then(|(_, terms)| terms.get(index));
            format!("{} {name}", amount.unwrap_or(&"0"))
        });
        let part: Vec<String> = part.collect();
        ingredients.push(Ingredient {
            optional: whole.optional,
            ..read(&part.join(" or "))?
        });
    }
    ingredients.push(whole);
    Ok(ingredients)
}

/// The things to choose from in `line`, each as its amounts; the last of them with the
/// thing itself.
fn choices(line: &str) -> Vec<Vec<&str>> {
    let parts: Vec<&str> = line.split(" or ").collect();
    let parts = if parts.iter().all(|part| begins_with_amount(part)) {
        parts
    } else {
        vec![line]
    };
    parts
        .into_iter()
        .map(|part| {
            let terms = terms(part);
            if terms.iter().all(|term| begins_with_amount(term)) {
                terms
            } else {
                vec![part]
            }
        })
        .collect()
}

/// The parts of `line` between its `+` signs, outside of parentheses.
fn terms(line: &str) -> Vec<&str> {
    let (mut terms, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in line.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '+' if depth == 0 && line[..at].ends_with(' ') && line[at + 1..].starts_with(' ') => {
                terms.push(line[start..at].trim_end());
                start = at + 2;
            }
            _ => {}
        }
    }
    terms.push(&line[start..]);
    terms
}

fn begins_with_amount(text: &str) -> bool {
    let text = text.trim_start();
    let text = text.strip_prefix("about ").unwrap_or(text);
    matches!(number_at(text), Ok(Some(_)))
        || text
            .split_once(" of")
            .is_some_and(|(word, _)| crate::unit::Unit::named(word).is_some())
}
