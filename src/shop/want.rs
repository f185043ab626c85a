//! What one line of a recipe asks for.
//!
//! Owns the way from an ingredient to things and amounts that can be added. Must never
//! know of sums.

use super::Lot;
use super::name::{Names, key_of};
use crate::quantity::Quantity;
use crate::recipe::{Ingredient, Mention, Noun, Piece, Role, Text};
use std::ops::Range;

/// What a line asks for: a thing, or one of several.
pub(super) struct Want {
    pub choices: Vec<WantedChoice>,
    pub optional: bool,
}

/// A thing and how much of it a line asks for.
pub(super) struct WantedChoice {
    pub key: String,
    pub names: Names,
    pub lots: Vec<Lot>,
    /// What is wanted without a number; see [`super::Choice::words`].
    pub words: Vec<String>,
}

impl Want {
    /// Returns what `ingredient` asks for: one thing, or two where it names both salt
    /// and pepper without an amount in figures.
    pub(super) fn all_of(ingredient: &Ingredient) -> Vec<Want> {
        if let Some((salt, pepper)) = salt_and_pepper(ingredient) {
            return [salt, pepper]
                .map(|name| {
                    Want::of(&Ingredient {
                        name: name.into(),
                        ..ingredient.clone()
                    })
                })
                .into();
        }
        vec![Want::of(ingredient)]
    }

    fn of(ingredient: &Ingredient) -> Want {
        let mut choices = vec![first_choice(ingredient)];
        if !ingredient.alternatives.is_empty() {
            let others = other_choices(ingredient, &choices[0].lots);
            choices.extend(others);
        }
        Want {
            choices,
            optional: ingredient.optional,
        }
    }
}

/// Words that may stand with salt or pepper.
const SEASONING_WORDS: [&str; 16] = [
    "black",
    "coarse",
    "cracked",
    "fine",
    "flaky",
    "fresh",
    "freshly",
    "ground",
    "kosher",
    "pepper",
    "peppercorns",
    "salt",
    "sea",
    "table",
    "white",
    "milled",
];

/// The salt and the pepper of `salt and black pepper`.
fn salt_and_pepper(ingredient: &Ingredient) -> Option<(&str, &str)> {
    let (salt, pepper) = ingredient.name.split_once(" and ")?;
    let is_plain = |name: &str| {
        name.split(' ')
            .all(|word| SEASONING_WORDS.contains(&word.to_lowercase().as_str()))
    };
    let ends = |name: &str, word: &str| name.to_lowercase().ends_with(word);
    let both = ends(salt, "salt") && ends(pepper, "pepper")
        || ends(salt, "pepper") && ends(pepper, "salt");
    let is_counted = ingredient.line.mentions().next().is_some();
    (both && is_plain(salt) && is_plain(pepper) && !is_counted).then_some((salt, pepper))
}

fn first_choice(ingredient: &Ingredient) -> WantedChoice {
    let (lots, words) = amounts_of(ingredient);
    WantedChoice {
        key: key_of(&ingredient.name),
        names: names_of(&ingredient.name, &ingredient.line),
        lots,
        words,
    }
}

/// How much of the thing itself `ingredient` asks for, in figures and in words.
pub(super) fn amounts_of(ingredient: &Ingredient) -> (Vec<Lot>, Vec<String>) {
    let line = &ingredient.line;
    let lots = lots_of(line, 0..line.pieces.len(), Role::Primary);
    let mut words = words_of(ingredient);
    if let Some(unit) = ingredient.unit {
        words.push(format!("a {}", unit.singular()));
    }
    if lots.is_empty() && words.is_empty() && ingredient.quantity().is_none() {
        words.push(String::new());
    }
    (lots, words)
}

/// The amounts that begin with one of `role`: itself, what is added to it, and the size
/// of each. The same amount again in another unit adds nothing.
fn lots_of(line: &Text, pieces: impl IntoIterator<Item = usize>, role: Role) -> Vec<Lot> {
    let mut lots: Vec<Lot> = Vec::new();
    let mut begun = false;
    for at in pieces {
        let Some(Piece::Amount(mention)) = line.pieces.get(at) else {
            continue;
        };
        match mention.role {
            found if found == role => {
                begun = true;
                lots.push(Lot {
                    quantity: mention.quantity,
                    size: None,
                });
            }
            Role::Addend if line.dual_with(at).is_some() => {}
            Role::Addend if begun => match lots.last_mut() {
                Some(lot) if line.takes_away(mention) => {
                    // What is left is bought; of what cannot be reckoned, the whole.
                    if let Some(Ok(rest)) = lot.quantity.minus(mention.quantity) {
                        lot.quantity = rest;
                    }
                }
                _ => lots.push(Lot {
                    quantity: mention.quantity,
                    size: None,
                }),
            },
            Role::Pack | Role::Each if begun => {
                if let Some(lot) = lots.last_mut() {
                    lot.size.get_or_insert(mention.quantity);
                }
            }
            Role::Dual => {}
            _ => begun = false,
        }
    }
    lots.retain(|lot| lot.quantity.low.is_positive() || lot.quantity.high.is_some());
    lots
}

/// The names of the thing that a line calls `name`; a noun that agrees with the amount
/// tells both its forms.
fn names_of(name: &str, line: &Text) -> Names {
    match agreeing_noun(name, line) {
        Some((before, noun)) => Names::pair(
            format!("{before}{}", noun.singular),
            format!("{before}{}", noun.plural),
        ),
        None => Names::single(name),
    }
}

/// The noun of `line` with which `name` ends, if it agrees with an amount, and what
/// stands in the name before it.
pub(super) fn agreeing_noun<'t>(name: &'t str, line: &'t Text) -> Option<(&'t str, &'t Noun)> {
    line.pieces.iter().find_map(|piece| match piece {
        Piece::Noun(noun) => {
            let word = line.at(noun.span);
            let before = name.strip_suffix(word).filter(|_| !word.is_empty())?;
            Some((before, noun))
        }
        _ => None,
    })
}

/// The remarks on `ingredient` that say how much, in words.
fn words_of(ingredient: &Ingredient) -> Vec<String> {
    let counted = ingredient.quantity().is_some();
    let remarks = [&ingredient.note, &ingredient.preparation];
    let mut words = Vec::new();
    for remark in remarks.into_iter().flatten() {
        for part in remark.split([';', ',']) {
            let part = part.trim();
            match more_of(part) {
                Some(more) => words.extend(more.split(" and ").map(|word| word.trim().into())),
                None if says_how_much(part) || !counted && part.starts_with("for ") => {
                    words.extend(part.split(" and ").map(Into::into));
                }
                None => {}
            }
        }
    }
    words
}

/// The rest of a remark that asks for more than the amount: `plus more for dusting`.
fn more_of(remark: &str) -> Option<&str> {
    const MORE: [&str; 4] = ["plus more", "plus extra", "and more", "plus a "];
    let more = MORE.iter().find(|more| remark.starts_with(*more))?;
    // Of `plus a pinch`, `a pinch` says how much.
    let length = more.strip_suffix("a ").map_or(more.len(), str::len);
    Some(remark[length..].trim())
}

fn says_how_much(remark: &str) -> bool {
    ["to taste", "as needed", "as required", "as desired"]
        .iter()
        .any(|words| remark.starts_with(words))
}

/// What may be taken instead: one thing for each amount of an alternative. Without an
/// amount of its own a thing is taken in the same amount, `lots`.
fn other_choices(ingredient: &Ingredient, lots: &[Lot]) -> Vec<WantedChoice> {
    let line = &ingredient.line;
    let alternatives = &ingredient.alternatives;
    let is_start = |mention: &&Mention| mention.role == Role::Alternative;
    let mut starts: Vec<usize> = line
        .mentions()
        .filter(is_start)
        .map(|mention| mention.span.range().start)
        .collect();
    let last = alternatives.last().and_then(|last| {
        let start = line.source.rfind(last.as_str())?;
        Some(start + last.len())
    });
    let (false, Some(end)) = (starts.is_empty(), last) else {
        return alternatives
            .iter()
            .filter_map(|alternative| choice_named(alternative, line, lots.to_vec()))
            .collect();
    };
    starts.retain(|start| *start < end);
    starts.push(end);
    starts
        .windows(2)
        .filter_map(|part| {
            let part = part[0]..part[1];
            let (lots, after) = given_amounts(line, part.clone());
            choice_named(line.source.get(after..part.end)?, line, lots)
        })
        .collect()
}

/// The amounts that the alternative in `part` of the line begins with, and where the thing
/// that they are of begins.
fn given_amounts(line: &Text, part: Range<usize>) -> (Vec<Lot>, usize) {
    let mut given = Vec::new();
    let mut unit = None;
    let mut after = part.start;
    for (at, piece) in line.pieces.iter().enumerate() {
        let range = match piece {
            Piece::Amount(mention) => mention.span.range(),
            Piece::Noun(noun) => noun.span.range(),
            Piece::Words(_) | Piece::Put(_) => continue,
        };
        if !part.contains(&range.start) {
            continue;
        }
        let between = line.source.get(after..range.start).unwrap_or_default();
        if !is_joint(between) {
            break;
        }
        match piece {
            Piece::Amount(mention) => unit = unit.or(mention.quantity.unit),
            // In `1 (12 oz) bottle porter` the unit stands behind the size.
            Piece::Noun(noun) if unit.is_some_and(|unit| noun.singular == unit.singular()) => {}
            _ => break,
        }
        given.push(at);
        after = range.end;
    }
    (lots_of(line, given, Role::Alternative), after)
}

/// Whether `between` says no more than how two amounts go together.
fn is_joint(between: &str) -> bool {
    const JOINTS: [&str; 7] = ["plus", "and", "minus", "less", "about", "x", "-"];
    between
        .split([' ', '(', ')', '/', ',', '+', '&', '='])
        .all(|word| word.is_empty() || JOINTS.contains(&word))
}

/// So much as `lots` of the thing that `text` names before any remark.
fn choice_named(text: &str, line: &Text, lots: Vec<Lot>) -> Option<WantedChoice> {
    let name = text.trim_start_matches([' ', ',', ')']);
    let end = name.find([',', ';', '(']).unwrap_or(name.len());
    let name = name[..end].trim();
    let name = name.strip_suffix(" or").unwrap_or(name);
    let name = name.strip_prefix("of ").unwrap_or(name).trim();
    (!name.is_empty()).then(|| WantedChoice {
        key: key_of(name),
        names: names_of(name, line),
        lots,
        words: Vec::new(),
    })
}

impl Lot {
    /// Returns `quantity` without a size.
    pub fn of(quantity: Quantity) -> Lot {
        Lot {
            quantity,
            size: None,
        }
    }
}
