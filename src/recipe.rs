//! The recipe as plain data: what every reader makes, every verb changes and every
//! writer prints.
//!
//! Owns the shape of a recipe. Must never read, scale, convert or print one.
//!
//! Names and lines are [`SmolStr`]s, which need no room of their own while they are short; they
//! are read as any `str` is, and made from one with `into()`.

mod added;
mod text;
mod told;

pub(crate) use added::thing_in;
pub(crate) use told::told_in_words;

use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::unit::{Density, Dimension, Unit};
use smol_str::SmolStr;
use std::borrow::Cow;
use std::ops::Range;

/// A recipe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipe {
    /// Its name.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it comes from.
    pub source: Option<Source>,
    /// How many people it serves.
    pub servings: Option<Servings>,
    /// What it makes, where that is counted apart from servings: `24 cookies`.
    pub makes: Option<Text>,
    /// How long it takes.
    pub time: Times,
    /// The kind of dish or meal.
    pub category: Option<String>,
    /// The cuisine it belongs to.
    pub cuisine: Option<String>,
    /// Further words to find it by.
    pub tags: Vec<String>,
    /// What the cook needs besides food.
    pub equipment: Vec<Text>,
    /// What a volume of a food weighs, where the recipe knows better than the table.
    pub densities: Vec<OwnDensity>,
    /// What goes in, in named groups or one group without a name.
    pub ingredients: Vec<Group<Ingredient>>,
    /// What to do, in named groups or one group without a name.
    pub steps: Vec<Group<Text>>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// Other ways to make it.
    pub variations: Vec<Note>,
    /// Remarks that a mark in the recipe points to; the title is the mark.
    pub footnotes: Vec<Note>,
}

/// What a volume of one food weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDensity {
    /// The food: `rye flour`.
    pub food: String,
    /// The figure as written: `102 g/cup`.
    pub written: String,
    /// The figure.
    pub density: Density,
}

impl OwnDensity {
    /// The density that `own` gives for the food called `name`: of several the one that
    /// names it most closely, and of those the last.
    pub fn of<'d>(name: &str, own: &'d [OwnDensity]) -> Option<&'d Density> {
        if own.is_empty() {
            return None;
        }
        let name = words(name);
        own.iter()
            .map(|known| (words(&known.food), known))
            .filter(|(food, _)| !food.is_empty() && food.iter().all(|word| name.contains(word)))
            .max_by_key(|(food, _)| food.len())
            .map(|(_, known)| &known.density)
    }
}

/// The words of a name in small letters, without the ending of the plural.
pub(crate) fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().trim_end_matches('s').into())
        .collect()
}

/// Where a recipe comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name of a site, a book or a person.
    pub name: Option<String>,
    /// A web address.
    pub url: Option<String>,
}

/// How many people a recipe serves: `4`, or `4-6`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Servings {
    /// The number, or the lower end of a range.
    pub low: Amount,
    /// The upper end of a range.
    pub high: Option<Amount>,
}

/// How long a recipe takes, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Work before cooking.
    pub prep: Option<u64>,
    /// Cooking.
    pub cook: Option<u64>,
    /// From start to table.
    pub total: Option<u64>,
}

/// Some items under a heading, or under none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<T> {
    /// The heading.
    pub name: Option<String>,
    /// The items, in the author's order.
    pub items: Vec<T>,
}

/// A remark, with a heading or without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The heading, or the mark of a footnote.
    pub title: Option<String>,
    /// The remark.
    pub text: Text,
}

/// One ingredient: the author's line, and what was understood of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ingredient {
    /// The whole line with its amounts in place.
    pub line: Text,
    /// How many pieces of the line, from its start, tell the amount; what follows
    /// is the thing itself. Zero where the line does not begin with an amount.
    pub lead: usize,
    /// A unit that stands without a number: `pinch of salt`. There is no amount then.
    pub unit: Option<Unit>,
    /// What it is; never empty.
    pub name: SmolStr,
    /// How it is prepared: `finely chopped`.
    pub preparation: Option<String>,
    /// Further remarks: `Maldon works well`.
    pub note: Option<String>,
    /// Whether the dish can do without it.
    pub optional: bool,
    /// Whether its amount stays the same however many are served.
    pub fixed: bool,
    /// What may be taken instead, as written: `1 tbsp neutral oil`.
    pub alternatives: Vec<String>,
    /// The mark of a footnote: `*`.
    pub mark: Option<String>,
    /// How the recipe file gives it.
    pub form: Form,
}

/// How a recipe file gives an ingredient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As one line of text.
    #[default]
    Line,
    /// Field by field: `{ name: butter, amount: 1 tbsp }`.
    Fields,
}

/// A text and the amounts, temperatures and lengths that stand in it.
///
/// The pieces follow each other without gap or overlap and cover the whole source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The text exactly as written.
    pub source: SmolStr,
    /// The source, cut into words and amounts.
    pub pieces: Vec<Piece>,
}

/// A piece of a [`Text`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Text that no verb touches.
    Words(Span),
    /// An amount, a temperature or a length.
    Amount(Mention),
    /// A word that agrees with the number of the amount before it: `cloves` in
    /// `2 garlic cloves`.
    Noun(Noun),
    /// Text that a verb put there.
    Put(&'static str),
}

/// A stretch of a source text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// A quantity that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where number and unit stand (only the number if the unit stands apart), with
    /// the braces of `{1 tsp}`.
    pub span: Span,
    /// What the quantity is for, which decides what may change it.
    pub role: Role,
    /// How much.
    pub quantity: Quantity,
    /// The author's word for the unit, if it stands inside `span`.
    pub unit_word: Option<Span>,
    /// Whether the source still says what the quantity is.
    pub as_written: bool,
}

/// How an amount goes with the one before it, of which it is the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// It is added: `1 cup plus 2 tbsp`, `1 lb 4 oz`.
    Plus,
    /// It is taken away: `1 cup minus 1 tbsp`.
    Minus,
}

/// A noun that agrees with the number of an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    /// Where it stands.
    pub span: Span,
    /// The word for one.
    pub singular: Cow<'static, str>,
    /// The word for several.
    pub plural: Cow<'static, str>,
}

/// A part of a recipe that there may be something to say about. Items are counted from
/// 0 through all groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The title; also stands for the recipe as a whole.
    Title,
    /// How many it serves.
    Servings,
    /// How long it takes.
    Time,
    /// An ingredient.
    Ingredient(usize),
    /// A step.
    Step(usize),
    /// A footnote.
    Footnote(usize),
}

/// What a quantity in a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The amount of an ingredient. Scales and converts.
    Primary,
    /// The same amount again in another unit: `(1.5-1.8 kg)`. Scales with it.
    Dual,
    /// More or less of the same: `plus 2 tbsp`. Scales.
    Addend,
    /// The amount of an alternative: `or 1 tbsp oil`. Scales and converts.
    Alternative,
    /// The size of a package: `(14 oz)` of a can. Stays.
    Pack,
    /// The size of each thing: `(6 oz each)`. Stays.
    Each,
    /// An amount in braces in a step. Scales and converts.
    Braced,
    /// The heat of an oven. Converts to a mark that ovens have; never scales.
    Oven,
    /// The temperature of food or fat. Converts to the degree; never scales.
    Inner,
    /// A difference of temperature: `20 degrees hotter`. Converts without offset.
    Difference,
    /// A length. Converts; never scales.
    Length,
}

impl Role {
    /// Whether an amount of this role follows the number of servings.
    pub fn scales(self) -> bool {
        matches!(
            self,
            Role::Primary | Role::Dual | Role::Addend | Role::Alternative | Role::Braced
        )
    }
}

impl Span {
    /// Returns the span from byte `start` to byte `end`.
    pub fn new(start: usize, end: usize) -> Span {
        // Inputs are capped far below the 4 GiB where this would saturate.
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span {
            start: byte(start),
            end: byte(end),
        }
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The span as a range to index a source with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Words that a length takes behind a dash: `1-inch-thick`.
pub(crate) const SHAPES: [&str; 5] = ["thick", "long", "wide", "square", "diameter"];

/// Whether `half`, the other half of an amount in `source`, follows the number of servings.
/// `head` is the role of that amount, and where it ends.
pub(crate) fn half_scales(source: &str, head: (Role, usize), half: &Mention) -> bool {
    let (role, end) = head;
    // A temperature in a line (`water (110°F / 43°C)`) never scales, nor does its half.
    let is_heat = half.quantity.unit.map(Unit::dimension) == Some(Dimension::Temperature);
    role.scales() || !is_heat && is_of_whole(source, end, half)
}

/// Whether `half` tells what the whole line of `source` measures and not again the size of one
/// package, which ends at `size_end`: it is behind the bracket of that or behind the packages,
/// as in `1 (14 oz) can tomatoes (about 2 cups)` and `2 14-oz cans (3 cups) beans`, or says so:
/// `2 cans (14 oz each; 28 oz total)`.
pub(crate) fn is_of_whole(source: &str, size_end: usize, half: &Mention) -> bool {
    let is_behind = |between: &str| {
        let words = between.split_once('(').map_or("", |(words, _)| words);
        between.contains(')') || words.contains(char::is_alphabetic)
    };
    let between = source.get(size_end..half.span.range().start);
    between.is_some_and(is_behind) || says_total(source, half)
}

/// Whether the word behind `half` says that it measures all things together.
pub(crate) fn says_total(source: &str, half: &Mention) -> bool {
    let behind = source.get(half.span.range().end..);
    behind.is_some_and(|behind| total_end(behind).is_some())
}

/// Where the word ends with which `words` begin, if it is of all things together: `28 oz total`.
pub(crate) fn total_end(words: &str) -> Option<usize> {
    let behind = words.trim_start();
    let end = TOGETHER.iter().chain(&["in all"]).find_map(|known| {
        let start = behind.get(..known.len())?;
        let ends = !behind[known.len()..].starts_with(char::is_alphanumeric);
        (ends && start.eq_ignore_ascii_case(known)).then_some(known.len())
    })?;
    Some(words.len() - behind.len() + end)
}

/// Words for the measure of all things.
pub(crate) const TOGETHER: [&str; 3] = ["total", "altogether", "combined"];

impl Piece {
    /// Where it stands in the source; `None` for what a verb put there.
    pub fn span(&self) -> Option<Span> {
        match self {
            Piece::Words(span) => Some(*span),
            Piece::Amount(mention) => Some(mention.span),
            Piece::Noun(noun) => Some(noun.span),
            Piece::Put(_) => None,
        }
    }
}

impl Ingredient {
    /// The byte at which its line goes on behind the amount that it begins with.
    pub fn lead_end(&self) -> usize {
        let lead = self.line.pieces.get(..self.lead).unwrap_or_default();
        let last = lead.iter().rev().find_map(Piece::span);
        last.map_or(0, |span| span.range().end)
    }

    /// Its own amount, if the line gives one in figures.
    pub fn quantity(&self) -> Option<&Quantity> {
        self.line
            .mentions()
            .find(|mention| mention.role == Role::Primary)
            .map(|mention| &mention.quantity)
    }

    /// Its own amount with what is added to it and without what is taken away: of
    /// `1 cup (240 ml) plus 2 tbsp`, 1 1/8 cups. Another thing that is added is not of it. `None` without an amount in figures, or where
    /// the sum cannot be told in its first unit.
    pub fn total(&self) -> Option<Quantity> {
        let line = &self.line;
        let lead_end = self.lead_end();
        let mut total: Option<Quantity> = None;
        for (at, piece) in line.pieces.iter().enumerate() {
            let Piece::Amount(mention) = piece else {
                continue;
            };
            total = match (total, mention.role) {
                (None, Role::Primary) => Some(mention.quantity),
                (Some(sum), Role::Addend)
                    if line.dual_with(at).is_none()
                        && line.thing_added(at, lead_end, &self.name).is_none() =>
                {
                    let joined = match line.takes_away(mention) {
                        true => sum.minus(mention.quantity),
                        false => sum.plus(mention.quantity),
                    };
                    Some(joined?.ok()?)
                }
                // What follows is of something else: `or 1 cup plus 2 tbsp milk`.
                (Some(sum), Role::Alternative) => return Some(sum),
                (total, _) => total,
            };
        }
        total
    }
}

impl Recipe {
    /// Every ingredient, whatever its group.
    pub fn all_ingredients(&self) -> impl Iterator<Item = &Ingredient> {
        self.ingredients.iter().flat_map(|group| &group.items)
    }

    /// Every step, whatever its group.
    pub fn all_steps(&self) -> impl Iterator<Item = &Text> {
        self.steps.iter().flat_map(|group| &group.items)
    }

    /// The text of an ingredient, a step or a footnote.
    pub fn text_of(&self, part: Part) -> Option<&Text> {
        match part {
            Part::Ingredient(at) => self.all_ingredients().nth(at).map(|item| &item.line),
            Part::Step(at) => self.all_steps().nth(at),
            Part::Footnote(at) => self.footnotes.get(at).map(|note| &note.text),
            Part::Title | Part::Servings | Part::Time => None,
        }
    }

    /// Every text in which amounts may stand besides the ingredients: equipment, steps,
    /// notes, variations and footnotes.
    pub fn prose(&self) -> impl Iterator<Item = &Text> {
        let notes = [&self.notes, &self.variations, &self.footnotes];
        let notes = notes.into_iter().flatten().map(|note| &note.text);
        self.equipment.iter().chain(self.all_steps()).chain(notes)
    }

    /// The texts of [`Recipe::prose`], to be changed.
    pub fn prose_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        let steps = self.steps.iter_mut().flat_map(|group| &mut group.items);
        let notes = [&mut self.notes, &mut self.variations, &mut self.footnotes];
        self.equipment.iter_mut().chain(steps).chain(
            notes
                .into_iter()
                .flat_map(|notes| notes.iter_mut().map(|note| &mut note.text)),
        )
    }
}
