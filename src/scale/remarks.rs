//! What a cook should know about a scaled recipe.
//!
//! Owns the advice. Must never change an amount: cooks disagree about these things, so
//! they are said, not done.

use crate::amount::Amount;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Ingredient, Piece, Recipe};

/// What the cook should know. Notes only: the amounts themselves stay linear.
pub(super) fn remarks(recipe: &Recipe, factor: Amount) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    let unscaled = |ingredient: &Ingredient| {
        !ingredient
            .line
            .mentions()
            .any(|mention| mention.role.scales())
    };
    let names = |keep: &dyn Fn(&Ingredient) -> bool| {
        let items = recipe.all_ingredients().filter(|item| keep(item));
        let mut names: Vec<&str> = items.map(|item| item.line.source.as_str()).collect();
        names.dedup();
        names.join("; ")
    };
    let mut say = |code, names: String, before: &str, after: &str| {
        if !names.is_empty() {
            remarks.push(Diagnostic::note(code, format!("{before}{names}{after}")));
        }
    };
    say(
        "as-written",
        names(&|item| !item.fixed && unscaled(item)),
        "without an amount, so left as written: ",
        "",
    );
    say(
        "braces",
        unread_braces(recipe),
        "in braces, but not read as an amount, so left as written: ",
        "",
    );
    say(
        "fixed",
        names(&|item| item.fixed),
        "fixed, so not scaled: ",
        "",
    );
    let at_least = |times: i64| factor >= Amount::from(times);
    if at_least(2) {
        let mut seasonings: Vec<&str> = recipe
            .all_ingredients()
            .filter(|item| !item.fixed && !unscaled(item) && is_seasoning(&item.name))
            .map(|item| item.name.as_str())
            .collect();
        seasonings.sort_unstable();
        seasonings.dedup();
        say(
            "seasoning",
            seasonings.join(", "),
            "scaled like the rest, but cooks often use less at this size, so taste: ",
            "",
        );
    }
    let small = factor
        .times(Amount::from(4))
        .is_ok_and(|four| four < Amount::ONE);
    if factor > Amount::from(4) {
        remarks.push(Diagnostic::note(
            "batch",
            format!(
                "{} times the recipe is a lot for one pot: consider cooking in batches",
                roughly(factor)
            ),
        ));
    } else if small {
        remarks.push(Diagnostic::note(
            "batch",
            format!("{factor} of the recipe is little: use smaller vessels and watch the heat"),
        ));
    }
    let halved = factor
        .times(Amount::from(2))
        .is_ok_and(|two| two <= Amount::ONE);
    if (at_least(2) || halved) && !recipe.steps.is_empty() {
        remarks.push(Diagnostic::note(
            "times",
            "times and oven settings do not scale and stand as written",
        ));
    }
    remarks
}

/// `factor`, to the next whole number if it has a long fraction.
fn roughly(factor: Amount) -> Amount {
    match Amount::new(factor.round(), 1) {
        Some(whole) if factor.denominator() > 100 => whole,
        _ => factor,
    }
}

/// What stands in braces in the steps with figures in it and was not understood.
fn unread_braces(recipe: &Recipe) -> String {
    let steps = recipe.steps.iter().flat_map(|group| &group.items);
    let mut found = Vec::new();
    for text in steps {
        for piece in &text.pieces {
            let Piece::Words(span) = piece else { continue };
            for part in text.at(*span).split('{').skip(1) {
                let inside = part.split_once('}').map(|(inside, _)| inside);
                found.extend(inside.filter(|inside| inside.contains(char::is_numeric)));
            }
        }
    }
    found
        .iter()
        .map(|inside| format!("{{{inside}}}"))
        .collect::<Vec<_>>()
        .join("; ")
}

/// Words that name what seasons or leavens.
const SEASONINGS: [&str; 17] = [
    "salt", "pepper", "soda", "yeast", "spice", "chili", "chilli", "chile", "cayenne", "chipotle",
    "clove", "cloves", "nutmeg", "saffron", "vanilla", "cumin", "cinnamon",
];

/// Whether `name` is of something that seasons or leavens, whose amount sources
/// disagree about in large batches.
fn is_seasoning(name: &str) -> bool {
    let lower = name.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric());
    // A bell pepper and a garlic clove are vegetables, unsalted butter is butter.
    let vegetable = ["bell", "garlic", "sweet", "red", "green", "butter", "free"];
    lower.contains("baking powder")
        || words().any(|word| SEASONINGS.contains(&word))
            && !words().any(|word| vegetable.contains(&word))
}
