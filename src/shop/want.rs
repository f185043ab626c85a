//! What one line of a recipe asks for.
//!
//! Owns the way from an ingredient to things and amounts that can be added. Must never
//! know of sums.

use super::Lot;
use super::name::{Names, key_of};
use crate::quantity::Quantity;
use crate::recipe::{Ingredient, Mention, Piece, Role, Text};

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
        for alternative in &ingredient.alternatives {
            let lots = choices[0].lots.clone();
            choices.extend(other_choice(ingredient, alternative, lots));
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
    let lots = lots_of(ingredient.line.mentions(), Role::Primary);
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
fn lots_of<'t>(mentions: impl Iterator<Item = &'t Mention>, role: Role) -> Vec<Lot> {
    let mut lots: Vec<Lot> = Vec::new();
    let mut begun = false;
    for mention in mentions {
        match mention.role {
            found if found == role => {
                begun = true;
                lots.push(Lot {
                    quantity: mention.quantity,
                    size: None,
                });
            }
            Role::Addend if begun => lots.push(Lot {
                quantity: mention.quantity,
                size: None,
            }),
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
    for piece in &line.pieces {
        if let Piece::Noun(noun) = piece {
            let word = line.at(noun.span);
            if !word.is_empty() && name.ends_with(word) {
                let before = &name[..name.len() - word.len()];
                return Names::pair(
                    format!("{before}{}", noun.singular),
                    format!("{before}{}", noun.plural),
                );
            }
        }
    }
    Names::single(name)
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

/// What may be taken instead, `alternative` as written; without an amount of its own it
/// is taken in the same amount, `lots`.
fn other_choice(
    ingredient: &Ingredient,
    alternative: &str,
    lots: Vec<Lot>,
) -> Option<WantedChoice> {
    let line = &ingredient.line;
    let start = line.source.rfind(alternative)?;
    let end = start + alternative.len();
    let inside: Vec<&Mention> = line
        .mentions()
        .filter(|mention| start <= mention.span.range().start && mention.span.range().end <= end)
        .collect();
    let own = lots_of(inside.iter().copied(), Role::Alternative);
    let after = inside
        .iter()
        .filter(|mention| mention.role == Role::Alternative)
        .map(|mention| mention.span.range().end)
        .max()
        .unwrap_or(start);
    let name = line.source.get(after..end)?.trim_matches([' ', ',', ')']);
    let name = name.strip_prefix("of ").unwrap_or(name);
    if name.is_empty() {
        return None;
    }
    let is_given = inside
        .iter()
        .any(|mention| mention.role == Role::Alternative);
    Some(WantedChoice {
        key: key_of(name),
        names: names_of(name, line),
        lots: if is_given { own } else { lots },
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
