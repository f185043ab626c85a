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
use super::json::exact_number;
use super::quantities::{Fractions, push_exact, push_label, push_measured, push_portion};
use super::yaml::scalar;
use crate::amount::Amount;
use crate::measure::{self, Portion};
use crate::quantity::Quantity;
use crate::recipe::Role;
use crate::shop::{Aisles, Choice, Item, Lot, ShoppingList};
use crate::unit::{Dimension, Unit};
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
/// Recipes that want an item are told where the list knows them.
pub fn write_list(list: &ShoppingList, format: Format, style: ListStyle) -> String {
    let groups = grouped(list, style.aisles);
    match format {
        Format::Text => lines(&groups, style, "", ""),
        Format::Markdown => lines(&groups, style, "## ", "- [ ] "),
        Format::Yaml => yaml(&groups),
        Format::Json => json(&groups),
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
            scalar(&mut out, aisle);
            out.push_str(":\n");
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

/// How the amounts of a list are shown.
#[derive(Clone, Copy)]
enum Shown {
    /// So that reading them gives the same sums.
    Exactly,
    /// In measures that a shop has; what is counted is bought whole.
    AsBought(Fractions),
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
            "" => format!(" or {}", choice.name),
            _ => format!(" or {amount} {}", choice.name),
        }
    });
    thing.extend(others);
    push_words(&mut thing, first);
    if item.optional {
        thing.push_str(" (optional)");
    }
    match (amount.as_str(), amount_last) {
        ("", _) => out.push_str(&thing),
        (_, false) => out.extend([&amount, " ", &thing]),
        (_, true) => out.extend([&thing, ": ", &amount]),
    }
}

/// The amount before a name: its lots, or the measure of `pinch of salt`.
fn amount_of(choice: &Choice, shown: Shown) -> String {
    let mut amount = String::new();
    for (index, lot) in choice.lots.iter().enumerate() {
        if index > 0 {
            amount.push_str(" + ");
        }
        match shown {
            Shown::AsBought(_) => {
                let weighed = lot.as_weighed(&choice.name);
                push_lot(&mut amount, weighed.as_ref().unwrap_or(lot), shown);
            }
            Shown::Exactly => push_lot(&mut amount, lot, shown),
        }
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

fn push_lot(out: &mut String, lot: &Lot, shown: Shown) {
    let quantity = &lot.quantity;
    let counted = quantity
        .unit
        .is_none_or(|unit| matches!(unit.dimension(), Dimension::Count | Dimension::Nominal));
    let size = size_of(lot, shown);
    match shown {
        Shown::AsBought(_) if counted => {
            let whole = Quantity {
                low: ceiling(quantity.low),
                high: quantity.high.map(ceiling),
                unit: quantity.unit,
            };
            push_counted(out, &whole, size.as_deref());
        }
        Shown::AsBought(fractions) if size.is_none() => push_bought(out, quantity, fractions),
        _ => push_counted(out, quantity, size.as_deref()),
    }
}

/// Packs and things cannot be bought in part.
fn ceiling(amount: Amount) -> Amount {
    let floor = amount.floor();
    let whole = if amount.is_whole() { floor } else { floor + 1 };
    Amount::new(whole, 1).unwrap_or(amount)
}

fn push_counted(out: &mut String, quantity: &Quantity, size: Option<&str>) {
    let Quantity { low, high, unit } = *quantity;
    push_exact(out, low, unit);
    let high = high.filter(|high| *high != low);
    if let Some(high) = high {
        out.push('-');
        push_exact(out, high, unit);
    }
    if let Some(size) = size {
        out.push_str(" (");
        out.push_str(size);
        out.push(')');
    }
    if let Some(unit) = unit {
        push_unit(out, unit, high.unwrap_or(low));
    }
}

/// The size of a pack; as its label gives it, unless that is in another system.
fn size_of(lot: &Lot, shown: Shown) -> Option<String> {
    let size = lot.size.as_ref()?;
    let mut out = String::new();
    match shown {
        Shown::AsBought(fractions) if !measure::is_measurable(size, Role::Pack) => {
            let portion = measure::fit(&in_few_digits(size), Role::Primary).low;
            if portion.second.is_none() {
                push_portion(&mut out, &portion, fractions, push_unit);
            } else {
                // A label gives one number.
                let whole = Amount::new(size.low.round(), 1).unwrap_or(size.low);
                push_counted(&mut out, &Quantity::new(whole, size.unit), None);
            }
        }
        _ => push_counted(&mut out, size, None),
    }
    // `(2 inch) piece`, like `(14 oz) can`.
    if let Some(unit) = size.unit
        && let Some(number) = out.strip_suffix(unit.plural())
    {
        out.truncate(number.len());
        out.push_str(unit.singular());
    }
    Some(out)
}

fn push_bought(out: &mut String, quantity: &Quantity, fractions: Fractions) {
    let shown = measure::fit(&in_few_digits(quantity), Role::Primary);
    let single = |portion: &Portion| portion.second.is_none();
    match shown.high {
        Some(high)
            if !(single(&shown.low)
                && single(&high)
                && shown.low.first.unit == high.first.unit) =>
        {
            if measure::is_measurable(quantity, Role::Primary) {
                push_counted(out, quantity, None);
            } else {
                // A range of sums reads badly in a shop: what may be needed is bought.
                push_portion(out, &high, fractions, push_unit);
            }
        }
        // In a shop nobody minds by how little it is off.
        _ => {
            push_measured(out, &shown, fractions, push_unit);
        }
    }
}

/// Returns `quantity` without the digits that no measure could show: sums over several
/// systems and densities have dozens of them.
fn in_few_digits(quantity: &Quantity) -> Quantity {
    const MOST_PARTS: i128 = 1 << 40;
    let short = |amount: Amount| {
        let (mut numerator, mut denominator) = (amount.numerator(), amount.denominator());
        while denominator > MOST_PARTS {
            numerator >>= 1;
            denominator >>= 1;
        }
        Amount::new(numerator, denominator).unwrap_or(amount)
    };
    Quantity {
        low: short(quantity.low),
        high: quantity.high.map(short),
        unit: quantity.unit,
    }
}

/// The usual word for a unit. All spoons of one name are the same to a shop.
fn push_unit(out: &mut String, unit: Unit, amount: Amount) {
    match unit.label(amount) {
        spoon @ ("tsp" | "tbsp") => {
            out.push(' ');
            out.push_str(spoon);
        }
        _ => push_label(out, unit, amount),
    }
}
