//! Writes a shopping list; what it writes, `read::list` reads.
//!
//! ```text
//! 2 tbsp + 100 g miso                        one item a line, amount first
//! 2 (14 oz) cans diced tomatoes [Chili]      the recipes that want it, if asked for
//! pepper, to taste
//! miso: 2 tbsp + 100 g                       or amount last
//! ```
//! Text and Markdown show amounts as one buys them, YAML and JSON exactly. Owns the order
//! on the page. Must never add or leave out anything.

use super::Format;
use super::bought::{Shown, push_lot};
use super::json::exact_number;
use super::yaml::{push_key, scalar};
use crate::amount::{Fractions, number_at};
use crate::quantity::Quantity;
use crate::shop::{Aisles, Choice, Item, ShoppingList};
use serde_json::{Map, Value};

/// How a shopping list is printed.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListStyle<'a> {
    /// How fractions are printed where amounts are rounded.
    pub fractions: Fractions,
    /// Prints `miso: 2 tbsp` instead of `2 tbsp miso`.
    pub amount_last: bool,
    /// Puts the items under the aisles of the shop.
    pub aisles: Option<&'a Aisles>,
}

/// Returns `list` in `format`; every line ends with a line end.
///
/// Recipes that want an item are told where the list knows them. Forms that only recipes
/// have are taken for the nearest that a list has.
pub fn write_list(list: &ShoppingList, format: Format, style: ListStyle) -> String {
    let groups = grouped(list, style.aisles);
    match format {
        Format::Text | Format::Cooklang => lines(&groups, style, "", ""),
        Format::Markdown | Format::RecipeMd => lines(&groups, style, "## ", "- [ ] "),
        Format::Yaml => yaml(&groups),
        Format::Json | Format::JsonLine | Format::SchemaOrg => json(&groups),
    }
}

/// Some items, and the aisle in which they stand.
type Group<'a> = (Option<&'a str>, Vec<&'a Item>);

/// The items of each aisle, in the order of the aisles; all in one without aisles.
fn grouped<'a>(list: &'a ShoppingList, aisles: Option<&'a Aisles>) -> Vec<Group<'a>> {
    let Some(aisles) = aisles else {
        return vec![(None, list.items.iter().collect())];
    };
    let mut placed: Vec<(usize, &Item)> = list
        .items
        .iter()
        .map(|item| (aisles.place_of(item.name()), item))
        .collect();
    placed.sort_by_key(|(place, _)| *place);
    placed
        .chunk_by(|(a, _), (b, _)| a == b)
        .map(|group| {
            let items: Vec<&Item> = group.iter().map(|(_, item)| *item).collect();
            (items.first().map(|item| aisles.of(item.name())), items)
        })
        .collect()
}

fn lines(groups: &[Group], style: ListStyle, heading: &str, bullet: &str) -> String {
    let mut out = String::new();
    let shown = Shown::AsBought(style.fractions);
    for (index, (aisle, items)) in groups.iter().enumerate() {
        if let Some(aisle) = aisle {
            if index > 0 {
                out.push('\n');
            }
            out.push_str(heading);
            out.push_str(aisle);
            if heading.is_empty() {
                out.push(':');
            } else {
                out.push('\n');
            }
            out.push('\n');
        }
        for item in items {
            out.push_str(bullet);
            push_line(&mut out, item, shown, style.amount_last);
            if !item.wanted_by.is_empty() {
                out.push_str(" [");
                out.push_str(&item.wanted_by.join("; "));
                out.push(']');
            }
            out.push('\n');
        }
    }
    out
}

fn yaml(groups: &[Group]) -> String {
    if groups.iter().all(|(_, items)| items.is_empty()) {
        return "items: []\n".into();
    }
    let mut out = String::from("items:\n");
    for (aisle, items) in groups {
        let mut indent = "  ";
        if let Some(aisle) = aisle {
            out.push_str("  ");
            push_key(&mut out, aisle, "  ");
            out.push('\n');
            indent = "    ";
        }
        for item in items {
            out.push_str(indent);
            out.push_str("- ");
            if !item.wanted_by.is_empty() {
                out.push_str("line: ");
            }
            scalar(&mut out, &exact_line(item));
            out.push('\n');
            if item.wanted_by.is_empty() {
                continue;
            }
            out.push_str(indent);
            out.push_str("  for:\n");
            for title in &item.wanted_by {
                out.push_str(indent);
                out.push_str("    - ");
                scalar(&mut out, title);
                out.push('\n');
            }
        }
    }
    out
}

fn json(groups: &[Group]) -> String {
    let mut items = Vec::new();
    for (aisle, group) in groups {
        for item in group {
            let mut object = Map::new();
            object.insert("line".into(), exact_line(item).into());
            if let Some(first) = item.choices.first() {
                put_choice(&mut object, first);
            }
            if item.choices.len() > 1 {
                let others = item.choices[1..].iter().map(|choice| {
                    let mut object = Map::new();
                    put_choice(&mut object, choice);
                    Value::from(object)
                });
                object.insert("or".into(), others.collect());
            }
            if item.optional {
                object.insert("optional".into(), true.into());
            }
            if let Some(aisle) = aisle {
                object.insert("aisle".into(), (*aisle).into());
            }
            if !item.wanted_by.is_empty() {
                object.insert("for".into(), item.wanted_by.clone().into());
            }
            items.push(Value::from(object));
        }
    }
    let mut object = Map::new();
    object.insert("items".into(), items.into());
    // Texts and maps of texts always serialise.
    let mut out = serde_json::to_string_pretty(&Value::from(object)).unwrap_or_default();
    out.push('\n');
    out
}

fn put_choice(object: &mut Map<String, Value>, choice: &Choice) {
    object.insert("name".into(), choice.name.clone().into());
    let amounts: Vec<Value> = choice
        .lots
        .iter()
        .map(|lot| {
            let mut amount = quantity_in_parts(&lot.quantity);
            if let Some(size) = &lot.size {
                amount.insert("size".into(), quantity_in_parts(size).into());
            }
            amount.into()
        })
        .collect();
    object.insert("amounts".into(), amounts.into());
    let words: Vec<&str> = choice
        .words
        .iter()
        .map(String::as_str)
        .filter(|word| !word.is_empty())
        .collect();
    if !words.is_empty() {
        object.insert("words".into(), words.into());
    }
}

fn quantity_in_parts(quantity: &Quantity) -> Map<String, Value> {
    let mut parts = Map::new();
    parts.insert("quantity".into(), exact_number(quantity.low).into());
    if let Some(high) = quantity.high {
        parts.insert("quantity_max".into(), exact_number(high).into());
    }
    if let Some(unit) = quantity.unit {
        parts.insert("unit".into(), unit.name().into());
    }
    parts
}

fn exact_line(item: &Item) -> String {
    let mut line = String::new();
    push_line(&mut line, item, Shown::Exactly, false);
    line
}

fn push_line(out: &mut String, item: &Item, shown: Shown, amount_last: bool) {
    let Some((first, others)) = item.choices.split_first() else {
        return;
    };
    let amount = amount_of(first, shown);
    let mut thing = first.name.clone();
    let others = others.iter().map(|choice| {
        let amount = amount_of(choice, shown);
        match amount.as_str() {
            "" => format!(" or {}{}", mark_of(&choice.name), choice.name),
            _ => format!(
                " or {amount} {}{}",
                mark_between(&amount, &choice.name),
                choice.name
            ),
        }
    });
    thing.extend(others);
    push_words(&mut thing, first);
    if item.optional {
        thing.push_str(" (optional)");
    }
    match (amount.as_str(), amount_last) {
        ("", _) => out.extend([mark_of(&thing), &thing]),
        (_, false) => out.extend([&amount, " ", mark_between(&amount, &thing), &thing]),
        (_, true) => out.extend([&thing, ": ", &amount]),
    }
}

/// The sign before a thing that is wanted without an amount but is called like one, such
/// as an impossible amount that was imported: `? 1/0 cup milk`.
fn mark_of(thing: &str) -> &'static str {
    match number_at(thing) {
        Ok(None) if !has_impossible_number(thing) => "",
        _ => "? ",
    }
}

/// Whether a number stands in `name` that cannot be read, wherever it is: behind `+` or
/// `or` it would be read as an amount.
fn has_impossible_number(name: &str) -> bool {
    let mut before = ' ';
    name.char_indices().any(|(at, c)| {
        let begins = c.is_numeric() && !before.is_numeric();
        before = c;
        begins && number_at(&name[at..]).is_err()
    })
}

/// The sign between an amount and a thing that is called like a number, with which it
/// would be read as another amount: `2 ? 1/2-inch slices`.
fn mark_between(amount: &str, thing: &str) -> &'static str {
    let last = amount.rsplit([' ', '-']).next().unwrap_or_default();
    let number = if last.ends_with(char::is_numeric) {
        last
    } else {
        ""
    };
    let both = format!("{number} {thing}");
    match number_at(both.trim_start()) {
        _ if has_impossible_number(thing) => "? ",
        Ok(Some((_, length))) if number.is_empty() || length == number.len() => "",
        Ok(None) => "",
        _ => "? ",
    }
}

/// The amount before a name: its lots, or the measure of `pinch of salt`.
fn amount_of(choice: &Choice, shown: Shown) -> String {
    let mut amount = String::new();
    for (index, lot) in choice.lots.iter().enumerate() {
        if index > 0 {
            amount.push_str(" + ");
        }
        let weighed = match shown {
            Shown::AsBought(_) => lot.as_weighed(choice),
            Shown::Exactly => None,
        };
        push_lot(&mut amount, weighed.as_ref().unwrap_or(lot), shown);
    }
    if let Some(unit) = leading_measure(choice) {
        amount.push_str(unit);
        amount.push_str(" of");
    }
    amount
}

/// The `pinch` of what is wanted as a pinch and without a number.
fn leading_measure(choice: &Choice) -> Option<&str> {
    let first = choice.words.iter().find_map(|word| word.strip_prefix("a "));
    first.filter(|_| choice.lots.is_empty())
}

/// What is wanted besides the amount: `, plus more to taste`.
fn push_words(thing: &mut String, choice: &Choice) {
    let leading = leading_measure(choice);
    let words: Vec<&str> = choice
        .words
        .iter()
        .map(String::as_str)
        .filter(|word| {
            !word.is_empty() && (word.strip_prefix("a ") != leading || leading.is_none())
        })
        .collect();
    let counted = leading.is_some() || !choice.lots.is_empty();
    let is_measure = words.iter().any(|word| word.starts_with("a "));
    match (counted, words.is_empty()) {
        (true, true) if choice.words.iter().any(String::is_empty) => {
            thing.push_str(", plus more");
            return;
        }
        (_, true) => return,
        (true, false) if is_measure => thing.push_str(", plus "),
        (true, false) => thing.push_str(", plus more "),
        (false, false) => thing.push_str(", "),
    }
    thing.push_str(&words.join(" and "));
}
