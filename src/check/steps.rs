//! What the steps of a recipe say, word by word.
//!
//! Owns how a noun phrase in a step is matched with an ingredient, and when the steps
//! are fit to be judged at all. Must never say what is wrong.

use super::words::{Word, words};
use crate::recipe::{Ingredient, Recipe, Span};

/// The commonest words of English prose; at least one in so many words is one of them.
const ENGLISH: [&str; 14] = [
    "the", "and", "with", "in", "until", "a", "to", "of", "for", "on", "into", "over", "add", "at",
];
const ONE_IN: usize = 6;

/// Fewer words than these tell of no method: `see the video`.
const FEWEST_WORDS: usize = 20;

/// Words of a name that do not say which food it is.
#[rustfmt::skip]
pub(super) const DESCRIBING: [&str; 88] = [
    "a", "all", "and", "baking", "best", "big", "black", "boneless", "boiling", "brown",
    "canned", "chopped", "cold", "cook", "cooked", "cooking", "cool", "cooled", "cup",
    "dark", "diced", "divided", "dried", "dry", "each", "extra", "favorite", "fine",
    "finely", "for", "free", "fresh", "freshly", "frozen", "full", "golden", "good",
    "grated", "green", "ground", "half", "heaping", "heavy", "hot", "in", "inch", "large",
    "lean", "light", "long", "low", "medium", "melted", "minced", "mixed", "natural",
    "neutral", "of", "or", "organic", "packed", "peeled", "pinch", "plain", "plus",
    "purpose", "quality", "raw", "red", "regular", "ripe", "room", "round", "shredded",
    "size", "skin", "skinless", "sliced", "small", "softened", "store", "temperature",
    "the", "thick", "thin", "warm", "white", "with",
];

/// Whether the steps are in English and long enough to be compared with the ingredients.
pub(super) fn are_comparable(recipe: &Recipe) -> bool {
    let (mut all, mut english) = (0, 0);
    for step in recipe.all_steps() {
        for word in words(&step.source) {
            all += 1;
            english += usize::from(ENGLISH.contains(&word.stem.as_str()));
        }
    }
    all >= FEWEST_WORDS && english * ONE_IN >= all
}

/// The words of `ingredient`'s name that say which food it is; empty if none does.
pub(super) fn telling_words(ingredient: &Ingredient) -> Vec<String> {
    let mut telling = words(&ingredient.name);
    telling.retain(|word| is_telling(&word.stem));
    telling.into_iter().map(|word| word.stem).collect()
}

pub(super) fn is_telling(stem: &str) -> bool {
    stem.chars().count() > 1 && !DESCRIBING.contains(&stem)
}

/// Words after which a new thing begins: `1 cup of flour in a bowl`.
#[rustfmt::skip]
const JOINTS: [&str; 42] = [
    "and", "in", "into", "to", "with", "over", "until", "for", "on", "at", "or", "plus", "from",
    "then", "if", "as", "while", "when", "around", "onto", "through", "but", "along",
    "together", "evenly", "per", "by", "before", "after", "out", "up", "together", "using",
    "so", "go", "goes", "is", "are", "all", "just", "back", "well",
];

/// Words between an amount and its food.
const FILLERS: [&str; 7] = [
    "of",
    "the",
    "more",
    "remaining",
    "rest",
    "your",
    "additional",
];

/// Returns which of `ingredients` the words behind byte `at` of `text` name: `1 cup` of
/// `the flour` in a bowl. Nothing, if they name anything else (`flour mixture`).
pub(super) fn named_behind(text: &str, at: usize, ingredients: &[&Ingredient]) -> Vec<usize> {
    let phrase = phrase_behind(text, at);
    if !phrase.iter().any(|word| is_telling(&word.stem)) {
        return Vec::new();
    }
    let fits = |ingredient: &Ingredient| {
        let own = words(&ingredient.name);
        let last = phrase.last().map(|word| word.stem.as_str());
        phrase
            .iter()
            .all(|word| own.iter().any(|own| own.stem == word.stem))
            && last.is_some_and(|last| {
                own.last().is_some_and(|own| own.stem == last) || own.len() <= 2
            })
    };
    let all = ingredients.iter().enumerate();
    all.filter(|(_, ingredient)| fits(ingredient))
        .map(|(index, _)| index)
        .collect()
}

/// The words of the noun phrase behind byte `at`, without articles.
fn phrase_behind(text: &str, at: usize) -> Vec<Word> {
    let mut phrase: Vec<Word> = Vec::new();
    let mut end = at;
    // No food has a longer name.
    let mut reach = text.len().min(at + 80);
    while !text.is_char_boundary(reach) {
        reach -= 1;
    }
    let Some(rest) = text.get(at..reach) else {
        return phrase;
    };
    for word in words(rest) {
        let start = at + word.span.start as usize;
        let between = &text[end..start];
        let is_joined = between
            .chars()
            .all(|c| c == ' ' || c == '\u{a0}' || c == '-')
            || phrase.is_empty() && between.trim_start_matches('.').trim().is_empty();
        if !is_joined || JOINTS.contains(&word.stem.as_str()) {
            break;
        }
        end = at + word.span.end as usize;
        if !(phrase.is_empty() && FILLERS.contains(&word.stem.as_str())) {
            phrase.push(word);
        }
    }
    phrase
}

/// The sentence of `text` that byte `at` stands in.
pub(super) fn sentence(text: &str, at: usize) -> Span {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ';' | '\n');
    let is_end = |&(index, c): &(usize, char)| {
        ends(c)
            && text[index + c.len_utf8()..]
                .chars()
                .next()
                .is_none_or(char::is_whitespace)
    };
    let all = || text.char_indices().filter(is_end);
    let start = all()
        .take_while(|(index, _)| *index < at)
        .last()
        .map_or(0, |(index, c)| index + c.len_utf8());
    let end = all()
        .find(|(index, _)| *index >= at)
        .map_or(text.len(), |(index, _)| index);
    Span::new(start, end.max(start))
}
