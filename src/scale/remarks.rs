//! What a cook should know about a scaled recipe.
//!
//! Owns the advice. Must never change an amount: cooks disagree about these things, so
//! they are said, not done.

use crate::amount::Amount;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Piece, Recipe, Text};

/// What the cook should know. Notes only: the amounts themselves stay linear.
pub(super) fn remarks(recipe: &Recipe, factor: Amount) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    let is_large = factor >= Amount::from(2);
    let (mut unscaled, mut fixed, mut seasonings) = (Vec::new(), Vec::new(), Vec::new());
    for item in recipe.all_ingredients() {
        if item.fixed {
            fixed.push(item.line.source.as_str());
        } else if !item.line.mentions().any(|mention| mention.role.scales()) {
            unscaled.push(item.line.source.as_str());
        } else if is_large && is_seasoning(&item.name) {
            seasonings.push(item.name.as_str());
        }
    }
    unscaled.dedup();
    fixed.dedup();
    seasonings.sort_unstable();
    seasonings.dedup();
    let mut say = |code, before: &str, names: &str| {
        if !names.is_empty() {
            remarks.push(Diagnostic::note(code, [before, names].concat()));
        }
    };
    say(
        "as-written",
        "without an amount, so left as written: ",
        &unscaled.join("; "),
    );
    say(
        "braces",
        "in braces, but not read as an amount, so left as written: ",
        &unread_braces(recipe),
    );
    say("fixed", "fixed, so not scaled: ", &fixed.join("; "));
    say(
        "seasoning",
        "scaled like the rest, but cooks often use less at this size, so taste: ",
        &seasonings.join(", "),
    );
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
    if (is_large || halved) && !recipe.steps.is_empty() {
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
    let has_brace = |text: &&Text| {
        // Looks at all bytes, because that is done for many at once.
        let found = text.source.bytes();
        found.fold(0, |found, byte| found | u8::from(byte == b'{')) > 0
    };
    for text in steps.filter(has_brace) {
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

/// The small form of each ASCII letter and figure; 0 for what stands between words.
static SMALL: [u8; 256] = {
    let mut small = [0; 256];
    let mut byte = 0;
    while byte < u8::MAX {
        if byte.is_ascii_alphanumeric() {
            small[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

/// Whether `name` is of something that seasons or leavens, whose amount sources
/// disagree about in large batches.
fn is_seasoning(name: &str) -> bool {
    if !name.is_ascii() {
        // A letter or a sign of several bytes becomes one that no known word has.
        let alike = |c: char| match c {
            c if c.is_ascii() => c,
            c if c.is_alphanumeric() => '0',
            _ => '-',
        };
        return is_seasoning(&name.to_lowercase().chars().map(alike).collect::<String>());
    }
    let (mut seasons, mut may_leaven, mut is_vegetable) = (false, false, false);
    let mut judge = |last: u64, length: usize| {
        let letters = last.to_be_bytes();
        let word = &letters[letters.len().saturating_sub(length)..];
        match word {
            _ if word.ends_with(b"baking") => may_leaven = true,
            // No word that matters is longer.
            _ if length > letters.len() => {}
            b"salt" | b"pepper" | b"soda" | b"yeast" | b"spice" | b"chili" | b"chilli"
            | b"chile" | b"cayenne" | b"chipotle" | b"clove" | b"cloves" | b"nutmeg"
            | b"saffron" | b"vanilla" | b"cumin" | b"cinnamon" => seasons = true,
            // A bell pepper and a garlic clove are vegetables, unsalted butter is butter.
            b"bell" | b"garlic" | b"sweet" | b"red" | b"green" | b"butter" | b"free" => {
                is_vegetable = true;
            }
            _ => {}
        }
    };
    // The last letters of a word, as many as one number holds, and how many it has.
    let (mut last, mut length) = (0, 0);
    for byte in name.bytes() {
        match SMALL[usize::from(byte)] {
            0 => {
                judge(last, length);
                (last, length) = (0, 0);
            }
            letter => (last, length) = (last << 8 | u64::from(letter), length + 1),
        }
    }
    judge(last, length);
    seasons && !is_vegetable || may_leaven && name.to_lowercase().contains("baking powder")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_seasons_or_leavens_is_known_by_its_words() {
        let case = |name: &str, expected: bool| assert_eq!(is_seasoning(name), expected, "{name}");
        case("Kosher SALT", true);
        case("sea-salt flakes", true);
        case("jalapeño–chili", true);
        case("Baking Powder", true);
        case("double-acting baking powder", true);
        case("powdered sugar", false);
        case("cinnamons", false);
        case("xcinnamon", false);
        case("overbaking powder mix", true);
        case("powder for baking", false);
        case("unsalted butter", false);
        case("red bell pepper", false);
        case("crème fraîche", false);
        case("", false);
    }
}
