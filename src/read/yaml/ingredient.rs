//! Reads one ingredient: a line of text, or a mapping with its fields.

use super::groups::{note_colon, sentence_with_colon};
use super::metadata::{on_one_line, read_line_of_text, read_some_text};
use super::node::Node;
use super::problems::{Keys, Problems};
use crate::amount::Amount;
use crate::read::line::{HOW_TO_WRITE, read_line, read_usual_line};
use crate::recipe::{Form, Ingredient, Mention, Piece, Span};
use crate::unit::{Dimension, Unit};

/// The fields of an ingredient.
const FIELDS: [&str; 9] = [
    "name", "amount", "prep", "note", "optional", "or", "fixed", "line", "amounts",
];

/// Whether `value` gives an ingredient by its fields.
pub(super) fn is_ingredient(value: &Node) -> bool {
    match value {
        Node::Map(entries) => entries
            .iter()
            .any(|(key, value)| matches!((key.as_ref(), value), ("name" | "line", Node::Text(_)))),
        _ => false,
    }
}

pub(super) fn read_ingredient(value: &Node, problems: &mut Problems) -> Option<Ingredient> {
    match value {
        Node::Text(text) => read_text(text, problems),
        Node::Map(entries) if is_ingredient(value) => read_fields(entries, problems),
        Node::Map(entries) => match sentence_with_colon(entries) {
            Some(text) if !FIELDS.contains(&entries[0].0.as_ref()) => {
                note_colon(problems);
                read_text(&text, problems)
            }
            _ => {
                explain_fields(entries, problems);
                None
            }
        },
        _ => {
            read_line_of_text("an ingredient", value, problems);
            None
        }
    }
}

/// Says why fields are no ingredient: a key is misspelled, or the name is missing.
fn explain_fields(entries: &[(std::borrow::Cow<str>, Node)], problems: &mut Problems) {
    let unknown = |key: &str| !FIELDS.contains(&key);
    for (index, (key, _)) in entries
        .iter()
        .enumerate()
        .filter(|(_, (key, _))| unknown(key))
    {
        problems.enter(index);
        problems.unknown_key(key, FIELDS.iter());
        problems.leave();
    }
    if entries.iter().all(|(key, _)| !unknown(key)) {
        problems.error(
            "ingredient",
            "this ingredient has no name",
            "write `{ name: butter, amount: 1 tbsp }`",
        );
    }
}

#[inline(always)]
fn read_text(text: &str, problems: &mut Problems) -> Option<Ingredient> {
    if let Some(ingredient) = read_usual_line(text) {
        return Some(ingredient);
    }
    let line = on_one_line(text);
    if line.is_empty() {
        read_line_of_text("an ingredient", &Node::Null, problems);
        return None;
    }
    match read_line(&line) {
        Ok(ingredient) => Some(ingredient),
        Err(error) => {
            problems.error_in("amount", error.to_string(), error.hint(), &line, error.span);
            None
        }
    }
}

/// The fields of an ingredient, as texts.
#[derive(Default)]
struct Fields {
    name: Option<String>,
    amount: Option<String>,
    preparation: Option<String>,
    note: Option<String>,
    optional: Option<bool>,
    alternative: Option<String>,
    fixed: bool,
    line: Option<String>,
    amounts: Option<Vec<Part>>,
}

/// An amount in parts, as JSON gives it beside the line.
#[derive(PartialEq)]
struct Part {
    low: Option<Amount>,
    high: Option<Amount>,
    unit: Option<Unit>,
}

fn read_fields(
    entries: &[(std::borrow::Cow<str>, Node)],
    problems: &mut Problems,
) -> Option<Ingredient> {
    let mut fields = Fields::default();
    let mut seen = Keys::new();
    for (index, (key, value)) in entries.iter().enumerate() {
        problems.enter(index);
        let key = match key.as_ref() {
            "preparation" => "prep",
            key => key,
        };
        match key {
            key if seen.repeats(key) => problems.key_error(
                "duplicate-key",
                format!("`{key}` stands twice"),
                "keep one of them",
            ),
            "name" => fields.name = read_some_text(key, value, problems),
            "amount" => fields.amount = read_some_text(key, value, problems),
            "prep" => fields.preparation = read_some_text(key, value, problems),
            "note" => fields.note = read_some_text(key, value, problems),
            "or" => fields.alternative = read_some_text(key, value, problems),
            "line" => fields.line = read_some_text(key, value, problems),
            "amounts" => fields.amounts = read_parts(value),
            "optional" => fields.optional = Some(read_truth(key, value, problems)),
            "fixed" => fields.fixed = read_truth(key, value, problems),
            _ => problems.unknown_key(key, FIELDS.iter()),
        }
        problems.leave();
    }
    if fields.line.is_some() {
        return read_whole_line(fields, problems);
    }
    let name = fields.name.clone()?;
    let text = compose(&name, &fields);
    let mut ingredient = read_text(&text, problems)?;
    if let Some(amount) = fields
        .amount
        .as_deref()
        .filter(|it| !is_wholly_read(it, &ingredient))
    {
        problems.error(
            "amount",
            format!("`{amount}` is not an amount"),
            HOW_TO_WRITE,
        );
        return None;
    }
    ingredient.fixed = fields.fixed;
    if ingredient.lead > 0 {
        // `{ name: 2 eggs }` is a line, whose amount is told by no field.
        let Some(amount) = fields.amount.as_deref() else {
            return Some(ingredient);
        };
        lead_with(amount.len(), &mut ingredient);
    }
    ingredient.form = Form::Fields;
    ingredient.name = name.into();
    ingredient.preparation = fields.preparation;
    ingredient.note = fields.note;
    ingredient.optional = fields.optional == Some(true);
    ingredient.alternatives = fields.alternative.into_iter().collect();
    Some(ingredient)
}

/// Makes the first `length` bytes of its line the amount of `ingredient`, and nothing more:
/// a name such as `large eggs` is a name.
fn lead_with(length: usize, ingredient: &mut Ingredient) {
    let pieces = &mut ingredient.line.pieces;
    let end = Span::new(length, length).end;
    let straddles =
        |piece: &Piece| matches!(piece, Piece::Words(it) if it.start < end && end < it.end);
    if let Some(at) = pieces.iter().position(straddles)
        && let Piece::Words(words) = pieces[at]
    {
        pieces[at] = Piece::Words(Span { end, ..words });
        pieces.insert(
            at + 1,
            Piece::Words(Span {
                start: end,
                ..words
            }),
        );
    }
    let is_inside = |piece: &&Piece| match piece {
        Piece::Words(span) => span.end <= end,
        Piece::Amount(mention) => mention.span.end <= end,
        Piece::Noun(noun) => noun.span.end <= end,
        Piece::Put(_) => false,
    };
    ingredient.lead = pieces.iter().take_while(is_inside).count();
}

/// Whether every figure of `amount`, with which the line of `ingredient` begins, was read
/// as part of an amount.
fn is_wholly_read(amount: &str, ingredient: &Ingredient) -> bool {
    let mentions = ingredient.line.mentions();
    let read = mentions
        .map(|mention| mention.span.end as usize)
        .take_while(|end| *end <= amount.len())
        .last()
        .unwrap_or(0);
    !amount[read..].contains(char::is_numeric)
}

/// `{ line: 1 tsp yeast, fixed: true }`.
fn read_whole_line(fields: Fields, problems: &mut Problems) -> Option<Ingredient> {
    let line = fields.line.as_deref().unwrap_or_default();
    let mut ingredient = read_text(line, problems)?;
    let agrees = |field: &Option<String>| field.as_deref().is_none_or(|it| is_told_by(line, it));
    let apart = [
        ("name", agrees(&fields.name)),
        ("prep", agrees(&fields.preparation)),
        ("note", agrees(&fields.note)),
        (
            "optional",
            fields.optional.is_none_or(|it| it == ingredient.optional),
        ),
        (
            "amounts",
            fields
                .amounts
                .as_ref()
                .is_none_or(|it| *it == parts_of(&ingredient)),
        ),
        ("amount", fields.amount.is_none()),
        ("or", fields.alternative.is_none()),
    ];
    for (field, _) in apart.iter().filter(|(_, agrees)| !agrees) {
        problems.error(
            "disagreement",
            format!("`{field}` does not agree with `line`, which tells the whole ingredient"),
            format!("change `line` and remove `{field}`"),
        );
    }
    ingredient.fixed = fields.fixed;
    Some(ingredient)
}

/// Whether every word of `field` stands in `line`, if only in another number: scaled to
/// one, `2 eggs` is `1 egg`, and the name may still be `eggs`. Figures and units are told by
/// the amounts.
fn is_told_by(line: &str, field: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let told = words(line);
    let alike = |a: &str, b: &str| {
        let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        let (a, b) = (a.chars().count(), b.chars().count());
        a.abs_diff(b) <= 3 && common + 2 >= a.min(b).max(3)
    };
    words(field)
        .iter()
        .filter(|word| Unit::named(word).is_none())
        .all(|word| told.iter().any(|known| known == word || alike(known, word)))
}

fn parts_of(ingredient: &Ingredient) -> Vec<Part> {
    let part = |mention: &Mention| Part {
        low: Some(mention.quantity.low),
        high: mention.quantity.high,
        unit: mention.quantity.unit,
    };
    ingredient.line.mentions().map(part).collect()
}

/// Amounts in parts; what cannot be read agrees with nothing, and so is reported.
fn read_parts(value: &Node) -> Option<Vec<Part>> {
    let Node::List(items) = value else {
        return Some(vec![]);
    };
    let mut of_words = false;
    let part = |item: &Node| {
        let Node::Map(entries) = item else {
            return Some(Part {
                low: None,
                high: None,
                unit: None,
            });
        };
        let text = |key: &str| {
            entries.iter().find_map(|(known, value)| match value {
                Node::Text(text) if known == key => Some(text.as_ref()),
                _ => None,
            })
        };
        // Temperatures and lengths are found in the words later, with their other halves.
        let role = text("role").unwrap_or_default();
        let unit = text("unit").and_then(Unit::named);
        let dimension = unit.map(Unit::dimension);
        let is_half =
            role == "dual" && matches!(dimension, Some(Dimension::Temperature | Dimension::Length));
        of_words = matches!(role, "temperature" | "difference" | "length") || of_words && is_half;
        let number = |key| text(key).and_then(|text| text.parse().ok());
        (!of_words).then(|| Part {
            low: number("quantity"),
            high: number("quantity_max"),
            unit,
        })
    };
    Some(items.iter().filter_map(part).collect())
}

/// The line that a cook would write for the fields.
fn compose(name: &str, fields: &Fields) -> String {
    let mut line = String::new();
    match fields.amount.as_deref() {
        Some(amount) if amount.starts_with("to ") || amount.starts_with("as ") => {
            line = format!("{name}, {amount}");
        }
        Some(amount) => line = format!("{amount} {name}"),
        None => line.push_str(name),
    }
    if let Some(preparation) = &fields.preparation {
        line = format!("{line}, {preparation}");
    }
    if let Some(note) = &fields.note {
        line = format!("{line} ({note})");
    }
    if fields.optional == Some(true) {
        line.push_str(" (optional)");
    }
    if let Some(alternative) = &fields.alternative {
        line = format!("{line} or {alternative}");
    }
    line
}

fn read_truth(key: &str, value: &Node, problems: &mut Problems) -> bool {
    match value {
        Node::Text(text) if matches!(text.as_ref(), "true" | "True" | "yes" | "Yes") => true,
        Node::Text(text) if matches!(text.as_ref(), "false" | "False" | "no" | "No") => false,
        _ => {
            problems.error(
                "wrong-type",
                format!("`{key}` must be true or false"),
                format!("write `{key}: true`, or leave it out"),
            );
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read::read_recipe;
    use crate::recipe::Form;

    #[test]
    fn an_amount_in_the_name_is_read_as_in_a_line() {
        let text = "title: x\ningredients:\n  - { name: 2 eggs, prep: beaten, fixed: true }\n";
        let recipe = read_recipe(text).expect("a recipe").recipe;
        let eggs = &recipe.ingredients[0].items[0];
        assert_eq!(eggs.line.source, "2 eggs, beaten");
        assert_eq!((eggs.name.as_str(), eggs.lead), ("eggs", 1));
        assert_eq!(eggs.preparation.as_deref(), Some("beaten"));
        assert_eq!((eggs.fixed, eggs.form), (true, Form::Line));
    }
}
