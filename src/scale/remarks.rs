//! What a cook should know about a scaled recipe.
//!
//! Owns the advice. Must never change an amount: cooks disagree about these things, so
//! they are said, not done.

use crate::amount::Amount;
use crate::diagnostic::Diagnostic;
use crate::glance::{TOPS, any_byte, between, beyond_ascii, first_eight, first_marked, of_each};
use crate::recipe::{Piece, Recipe, Text, told_in_words};
use crate::unit::key::exact_key;

/// What the cook should know. Notes only: the amounts themselves stay linear.
pub(super) fn remarks(recipe: &Recipe, factor: Amount) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    let is_large = factor >= Amount::from(2);
    let (mut unscaled, mut fixed, mut seasonings) = (Vec::new(), Vec::new(), Vec::new());
    let mut told = Vec::new();
    for item in recipe.all_ingredients() {
        if item.fixed {
            fixed.push(item.line.source.as_str());
        } else if !item.line.mentions().any(|mention| mention.role.scales()) {
            unscaled.push(item.line.source.as_str());
        } else {
            if is_large && is_seasoning(&item.name) {
                seasonings.push(item.name.as_str());
            }
            told_in_words(&item.line, |figures| told.push(figures.words));
        }
    }
    unscaled.dedup();
    fixed.dedup();
    seasonings.sort_unstable();
    seasonings.dedup();
    let mut say = |code, before: &str, names: &[&str], between: &str| {
        if !names.is_empty() {
            let length = names
                .iter()
                .map(|name| name.len() + between.len())
                .sum::<usize>();
            let mut message = String::with_capacity(before.len() + length);
            message.push_str(before);
            for (at, name) in names.iter().enumerate() {
                message.push_str(if at > 0 { between } else { "" });
                message.push_str(name);
            }
            remarks.push(Diagnostic::note(code, message));
        }
    };
    say(
        "as-written",
        "without an amount, so left as written: ",
        &unscaled,
        "; ",
    );
    say(
        "braces",
        "in braces, but not read as an amount, so left as written: ",
        &unread_braces(recipe)
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>(),
        "; ",
    );
    say(
        "as-written",
        "numbers that were not read as amounts, so left as written: ",
        &told,
        "; ",
    );
    say("fixed", "fixed, so not scaled: ", &fixed, "; ");
    say(
        "seasoning",
        "scaled like the rest, but cooks often use less at this size, so taste: ",
        &seasonings,
        ", ",
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
fn unread_braces(recipe: &Recipe) -> Vec<String> {
    let steps = recipe.steps.iter().flat_map(|group| &group.items);
    let mut found = Vec::new();
    let has_brace = |text: &&Text| any_byte(text.source.as_bytes(), |byte| byte == b'{');
    for text in steps.filter(has_brace) {
        for words in words_of(text) {
            for part in words.split('{').skip(1) {
                let inside = part.split_once('}').map(|(inside, _)| inside);
                found.extend(inside.filter(|inside| inside.contains(char::is_numeric)));
            }
        }
    }
    found.iter().map(|inside| format!("{{{inside}}}")).collect()
}

fn words_of(text: &Text) -> impl Iterator<Item = &str> {
    text.pieces.iter().filter_map(|piece| match piece {
        Piece::Words(span) => Some(text.at(*span)),
        _ => None,
    })
}

/// Names the keys of words that have no more letters than one number holds.
macro_rules! keys {
    ($($name:ident = $word:literal),+ $(,)?) => {
        $(const $name: u64 = exact_key($word) as u64;)+
    };
}

keys! {
    SALT = b"salt", PEPPER = b"pepper", SODA = b"soda", YEAST = b"yeast", SPICE = b"spice",
    CHILI = b"chili", CHILLI = b"chilli", CHILE = b"chile", CAYENNE = b"cayenne",
    CHIPOTLE = b"chipotle", CLOVE = b"clove", CLOVES = b"cloves", NUTMEG = b"nutmeg",
    SAFFRON = b"saffron", VANILLA = b"vanilla", CUMIN = b"cumin", CINNAMON = b"cinnamon",
    BELL = b"bell", GARLIC = b"garlic", SWEET = b"sweet", RED = b"red", GREEN = b"green",
    BUTTER = b"butter", FREE = b"free", BAKING = b"baking",
}

/// Whether `name` is of something that seasons or leavens, whose amount sources
/// disagree about in large batches.
fn is_seasoning(name: &str) -> bool {
    let letters = name.as_bytes();
    let (mut seasons, mut leavens, mut is_vegetable) = (false, false, false);
    let mut judge = |key: u64, end: usize| match key {
        SALT | PEPPER | SODA | YEAST | SPICE | CHILI | CHILLI | CHILE | CAYENNE | CHIPOTLE
        | CLOVE | CLOVES | NUTMEG | SAFFRON | VANILLA | CUMIN | CINNAMON => seasons = true,
        // A bell pepper and a garlic clove are vegetables, unsalted butter is butter.
        BELL | GARLIC | SWEET | RED | GREEN | BUTTER | FREE => is_vegetable = true,
        BAKING => {
            let powder = letters[end..].get(..POWDER.len());
            leavens |= powder.is_some_and(|powder| powder.eq_ignore_ascii_case(POWDER));
        }
        _ => {}
    };
    // Capital letters as small ones, of signs other signs, and behind the end more of these.
    let small = |eight: u64| eight | of_each(b' ');
    let others = |eight: u64| TOPS & !between(small(eight), b'a', b'z');
    let mut start = 0;
    while let Some(rest) = letters.get(start..) {
        let eight = first_eight(rest);
        if beyond_ascii(eight) != 0 {
            return is_seasoning(&in_plain_letters(name));
        }
        let bits = others(eight).trailing_zeros() & !7;
        let mut end = start + bits as usize / 8;
        if bits < u64::BITS {
            let key = small(eight) & ((1 << bits) - 1);
            // `Homebaking powder` leavens as well.
            let last = key >> bits.saturating_sub(BAKING_BITS);
            judge(if last == BAKING { last } else { key }, end);
        } else {
            let more = letters.get(end..).unwrap_or_default();
            end += first_marked(more, others).unwrap_or(more.len());
            if letters.get(end).is_some_and(|sign| !sign.is_ascii()) {
                return is_seasoning(&in_plain_letters(name));
            }
            let last = first_eight(&letters[end - 6..end]) | of_each(b' ');
            match last & ((1 << BAKING_BITS) - 1) {
                BAKING => judge(BAKING, end),
                // No other word that matters is longer.
                _ if end == start + 8 => judge(small(eight), end),
                _ => {}
            }
        }
        start = end + 1;
    }
    seasons && !is_vegetable || leavens
}

/// How many bits the letters of `baking` take.
const BAKING_BITS: u32 = 6 * u8::BITS;

/// What follows the word `baking` where it leavens.
const POWDER: &[u8] = b" powder";

/// `name` with a letter that no word that matters has for each that is not plain, and a dash
/// for each sign.
fn in_plain_letters(name: &str) -> String {
    let alike = |c: char| match c {
        c if c.is_ascii() => c,
        c if c.is_alphanumeric() => 'z',
        _ => '-',
    };
    name.to_lowercase().chars().map(alike).collect()
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
