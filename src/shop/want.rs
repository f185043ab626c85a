//! What one line of a recipe asks for.
//!
//! Owns the way from an ingredient to things and amounts that can be added. Must never
//! know of sums.

use super::Lot;
use super::name::{Names, key_of};
use crate::quantity::Quantity;
use crate::recipe::{Ingredient, Noun, Piece, Role, Text, thing_in};
use crate::unit::Unit;
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
    /// Returns what `ingredient` asks for: one thing, or more where it names both salt and
    /// pepper without an amount in figures, or adds another thing.
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
        let mut wants = vec![Want::of(ingredient)];
        wants.extend(added_by(ingredient).map(|(pieces, name)| Want {
            choices: vec![WantedChoice {
                key: key_of(name),
                names: names_of(name, &ingredient.line),
                lots: lots_of(&ingredient.line, pieces, Role::Addend),
                words: Vec::new(),
            }],
            optional: ingredient.optional,
        }));
        wants
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

/// The other things that the line of `ingredient` adds, with the pieces of the amount of each.
pub(super) fn added_by(ingredient: &Ingredient) -> impl Iterator<Item = (Range<usize>, &str)> {
    let line = &ingredient.line;
    let lead_end = ingredient.lead_end();
    let mut end = ingredient.lead;
    (end..line.pieces.len()).filter_map(move |at| {
        let name = line.thing_added(at, lead_end, &ingredient.name)?;
        let pieces = line.whole_amount(at);
        (at >= end).then(|| {
            end = pieces.end;
            (pieces, name)
        })
    })
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
    let mut added = added_by(ingredient).map(|(pieces, _)| pieces).peekable();
    let is_own = |at: &usize| {
        while added.next_if(|pieces| pieces.end <= *at).is_some() {}
        !added.peek().is_some_and(|pieces| pieces.contains(at))
    };
    let lots = lots_of(line, (0..line.pieces.len()).filter(is_own), Role::Primary);
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
    // `oil for frying, plus 2 tbsp` wants 2 tbsp and more.
    let mut opens =
        role == Role::Primary && !line.mentions().any(|mention| mention.role == Role::Primary);
    for at in pieces {
        let Some(Piece::Amount(mention)) = line.pieces.get(at) else {
            continue;
        };
        match mention.role {
            found if found == role || found == Role::Addend && opens => {
                begun = true;
                opens = false;
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
    let mut is_of_half = false;
    line.pieces.iter().find_map(|piece| match piece {
        Piece::Amount(mention) => {
            // In `1 cup apple (from 2 apples)` the cup counts no apples.
            is_of_half =
                mention.role == Role::Dual && mention.quantity.unit.is_none_or(Unit::counts);
            None
        }
        Piece::Noun(noun) if !is_of_half => {
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
    let line = &ingredient.line;
    let is_amount = |more: &str| {
        let mut added = line.mentions().filter(|it| it.role == Role::Addend);
        added.any(|it| more.starts_with(line.at(it.span)))
    };
    let mut words = Vec::new();
    for remark in remarks.into_iter().flatten() {
        for part in remark.split([';', ',']) {
            let part = part.trim();
            match more_of(part) {
                // `plus a tablespoon` was read as an amount.
                Some(more) if is_amount(more) => {}
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
    let is_start = |at: &usize| matches!(&line.pieces[*at], Piece::Amount(mention) if mention.role == Role::Alternative);
    let place = |at: usize| line.pieces[at].span().map_or(0, |span| span.range().start);
    let mut starts: Vec<usize> = (0..line.pieces.len()).filter(is_start).collect();
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
    starts.retain(|at| place(*at) < end);
    let mut choices: Vec<WantedChoice> = Vec::new();
    for (number, &at) in starts.iter().enumerate() {
        let next = starts.get(number + 1).map_or(end, |next| place(*next));
        let pieces = line.whole_amount(at);
        let behind = line.behind(&pieces);
        let length = next.saturating_sub(line.end_of(&pieces)).min(behind.len());
        let lots = lots_of(line, pieces, Role::Alternative);
        let is_packed = lots.iter().any(|lot| lot.size.is_some());
        let named = choice_named(&behind[..length], line, lots.clone());
        // `15 oz beans, or 2 (15 oz) cans` are beans both times; `1 lb, or 450 g` is one amount.
        let same = || choice_named(&ingredient.name, line, lots);
        let Some(choice) = named.or_else(|| is_packed.then(same).flatten()) else {
            continue;
        };
        let before = line.source.get(..place(at)).unwrap_or_default().trim_end();
        match choices.last_mut() {
            // `or 1 cup cream plus 1 cup water` is one choice.
            Some(first) if JOINTS.iter().any(|joint| before.ends_with(joint)) => {
                first.join(choice);
            }
            _ => choices.push(choice),
        }
    }
    choices
}

/// What joins two things that are taken together.
const JOINTS: [&str; 4] = [" plus", " +", " and", " &"];

impl WantedChoice {
    /// Makes one choice of two things that are taken together.
    fn join(&mut self, other: WantedChoice) {
        let name = format!("{} and {}", self.names.uncounted(), other.names.uncounted());
        self.key = key_of(&name);
        self.names = Names::single(&name);
        self.lots.extend(other.lots);
    }
}

/// So much as `lots` of the thing that `text` names before any remark.
fn choice_named(text: &str, line: &Text, lots: Vec<Lot>) -> Option<WantedChoice> {
    let name = text.trim_start_matches([' ', ',', ')']);
    let end = name.find([',', ';', '(']).unwrap_or(name.len());
    let name = name[..end].trim();
    // `or 1 kg if large` is of the same.
    let name = if thing_in(name).is_empty() { "" } else { name };
    let joint = JOINTS.iter().find(|joint| name.ends_with(**joint));
    let name = name.strip_suffix(*joint.unwrap_or(&" or")).unwrap_or(name);
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
