//! Writes plain text for reading; what it writes, `read::text` reads.
//!
//! ```text
//! Title
//!
//! Serves: 4                      one line a fact
//!
//! INGREDIENTS                    a part, in capitals
//!
//! For the glaze:                 a heading in a part
//!   2 tbsp  maple syrup          one ingredient a line, whole, amounts in a column
//!
//! STEPS
//!
//!   1. Wrapped, and continued
//!      under its first word.
//!
//! NOTES
//!
//! A title:
//!     Wrapped prose.
//!
//!   - a note without a title
//!
//! FOOTNOTES
//!
//!   * what the mark points to
//! ```

use super::Style;
use super::amounts::{Manner, exact_number, is_cut, print, print_split};
use super::duration::write_duration;
use super::wrap::{width_of, wrap};
use super::yaml::write_servings;
use crate::amount::{Amount, Decimal};
use crate::measure::is_never_cut;
use crate::recipe::{Group, Ingredient, Note, OwnDensity, Piece, Recipe, Servings, Source, Text};
use std::iter::repeat_n;

/// A longer amount does not widen the column of amounts for all the others.
const WIDEST_COLUMN: usize = 28;

/// Returns `recipe` as plain text.
pub(super) fn write_text(recipe: &Recipe, style: Style) -> String {
    let mut page = Page {
        out: String::with_capacity(4096),
        manner: manner(style),
        width: style.width,
    };
    page.line(0, &recipe.title);
    page.facts(recipe);
    if !recipe.equipment.is_empty() {
        page.part("EQUIPMENT");
        page.out.push('\n');
        for item in &recipe.equipment {
            let item = print(item, page.manner);
            page.item("  - ", &item);
        }
    }
    page.part("INGREDIENTS");
    page.ingredients(&recipe.ingredients);
    if !recipe.steps.is_empty() {
        page.part("STEPS");
    }
    for group in &recipe.steps {
        page.steps(group);
    }
    page.notes("NOTES", &recipe.notes);
    page.notes("VARIATIONS", &recipe.variations);
    page.notes("FOOTNOTES", &recipe.footnotes);
    page.out
}

pub(super) fn manner(style: Style) -> Manner {
    if style.exact {
        Manner::Exact
    } else {
        Manner::Measured(style.fractions)
    }
}

/// The credit line of a source: `The Endless Meal <https://...>`.
pub(super) fn write_source(source: &Source) -> String {
    match (&source.name, &source.url) {
        (Some(name), Some(url)) => format!("{name} <{url}>"),
        (name, url) => name.as_ref().or(url.as_ref()).cloned().unwrap_or_default(),
    }
}

/// The times of a recipe: `prep 10 min, cook 2 h`; `None` if it gives none.
pub(super) fn write_times(recipe: &Recipe) -> Option<String> {
    let times = [
        ("prep", recipe.time.prep),
        ("cook", recipe.time.cook),
        ("total", recipe.time.total),
    ];
    let parts: Vec<String> = times
        .iter()
        .filter_map(|(name, time)| Some(format!("{name} {}", write_duration((*time)?))))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// How many are served; of numbers with long fractions, such as those of a pan, the
/// nearest quarter.
fn serves(servings: &Servings, manner: Manner) -> String {
    const LONGEST: i128 = 100;
    let four = Amount::from(4);
    let near = |number: Amount| {
        let is_short = number.denominator() <= LONGEST || Decimal::exact(number).is_some();
        let quarters = number.times(four).ok().map(Amount::round);
        let rounded = quarters.filter(|quarters| !is_short && *quarters > 0);
        rounded
            .and_then(|quarters| Amount::new(quarters, 4))
            .unwrap_or(number)
    };
    match manner {
        Manner::Exact => write_servings(servings),
        _ => write_servings(&Servings {
            low: near(servings.low),
            high: servings.high.map(near),
        }),
    }
}

/// The facts that stand under a title, each with its name.
pub(super) fn facts(recipe: &Recipe, manner: Manner) -> Vec<(&'static str, String)> {
    let facts = [
        ("By", recipe.author.clone()),
        ("From", recipe.source.as_ref().map(write_source)),
        (
            "Serves",
            recipe.servings.as_ref().map(|it| serves(it, manner)),
        ),
        (
            "Makes",
            recipe.makes.as_ref().map(|makes| print(makes, manner)),
        ),
        ("Time", write_times(recipe)),
        ("Category", recipe.category.clone()),
        ("Cuisine", recipe.cuisine.clone()),
        ("Tags", listed(recipe.tags.iter().cloned())),
        (
            "Weights",
            listed(recipe.densities.iter().map(write_density)),
        ),
    ];
    facts
        .into_iter()
        .filter_map(|(name, fact)| Some((name, fact?)))
        .collect()
}

/// Items with commas between them; `None` if there are none.
fn listed(items: impl Iterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.collect();
    (!items.is_empty()).then(|| items.join(", "))
}

/// `rye flour: 102 g/cup`
fn write_density(density: &OwnDensity) -> String {
    format!("{}: {}", density.food, density.written)
}

struct Page {
    out: String,
    manner: Manner,
    width: usize,
}

impl Page {
    fn line(&mut self, indent: usize, text: &str) {
        self.out.extend(repeat_n(' ', indent));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn part(&mut self, name: &str) {
        self.out.push('\n');
        self.line(0, name);
    }

    fn facts(&mut self, recipe: &Recipe) {
        let facts = facts(recipe, self.manner);
        if !facts.is_empty() {
            self.out.push('\n');
        }
        for (name, fact) in facts {
            self.out.extend([name, ":"]);
            self.out
                .extend(repeat_n(' ', 9_usize.saturating_sub(name.len())));
            self.line(0, &fact);
        }
    }

    fn heading<T>(&mut self, group: &Group<T>) {
        self.out.push('\n');
        if let Some(name) = &group.name {
            self.line(0, &format!("{name}:"));
        }
    }

    /// Ingredients with their amounts in a column of their own.
    fn ingredients(&mut self, groups: &[Group<Ingredient>]) {
        let columns: Vec<Vec<(String, String)>> = groups
            .iter()
            .map(|group| {
                let columns = group.items.iter();
                columns
                    .map(|item| ingredient_columns(item, self.manner))
                    .collect()
            })
            .collect();
        let widest = columns
            .iter()
            .flatten()
            .map(|(amount, _)| width_of(amount))
            .filter(|width| *width <= WIDEST_COLUMN)
            .max()
            .unwrap_or(0);
        for (group, lines) in groups.iter().zip(&columns) {
            self.heading(group);
            for (amount, thing) in lines {
                self.out.push_str("  ");
                if widest > 0 {
                    self.out.push_str(amount);
                    let padding = (widest + 2).saturating_sub(width_of(amount)).max(2);
                    let padding = if thing.is_empty() { 0 } else { padding };
                    self.out.extend(repeat_n(' ', padding));
                }
                self.line(0, thing);
            }
        }
    }

    fn steps(&mut self, group: &Group<Text>) {
        self.heading(group);
        let digits = group.items.len().to_string().len();
        for (index, step) in group.items.iter().enumerate() {
            let step = print(step, self.manner);
            let number = index + 1;
            self.item(&format!("  {number:>digits$}. "), &step);
        }
    }

    fn notes(&mut self, name: &str, notes: &[Note]) {
        if notes.is_empty() {
            return;
        }
        self.part(name);
        let mut after_item = false;
        for note in notes {
            let text = print(&note.text, self.manner);
            match &note.title {
                Some(mark) if name == "FOOTNOTES" && is_mark(mark) => {
                    if !after_item {
                        self.out.push('\n');
                    }
                    self.item(&format!("  {mark} "), &text);
                    after_item = true;
                    continue;
                }
                Some(title) => {
                    self.out.push('\n');
                    self.line(0, &format!("{title}:"));
                    self.item("    ", &text);
                }
                None => {
                    if !after_item {
                        self.out.push('\n');
                    }
                    self.item("  - ", &text);
                }
            }
            after_item = note.title.is_none();
        }
    }

    /// Prose after `lead`, wrapped and continued under its first word; paragraphs are
    /// told apart by an empty line.
    fn item(&mut self, lead: &str, text: &str) {
        let indent = width_of(lead);
        let width = match self.width {
            0 => usize::MAX,
            width => width.saturating_sub(indent).max(20),
        };
        self.out.push_str(lead);
        for (index, paragraph) in text.split("\n\n").enumerate() {
            if index > 0 {
                self.out.push('\n');
                self.out.extend(repeat_n(' ', indent));
            }
            for (index, line) in wrap(paragraph, width).enumerate() {
                self.line(if index > 0 { indent } else { 0 }, line);
            }
        }
    }
}

/// The amount of an ingredient and the rest of its line.
pub(super) fn ingredient_columns(ingredient: &Ingredient, manner: Manner) -> (String, String) {
    let cut = match manner {
        Manner::Measured(fractions) => {
            let cut = ingredient.line.mentions().find(|mention| is_cut(mention));
            cut.filter(|_| is_never_cut(&ingredient.name))
                .map(|mention| (fractions, mention))
        }
        _ => None,
    };
    let manner = cut.map_or(manner, |(fractions, _)| Manner::Whole(fractions));
    let (amount, mut thing) = print_split(&ingredient.line, column_end(ingredient), manner);
    if let Some((_, mention)) = cut {
        thing.push_str(&format!(" (exactly {})", exact_number(mention)));
    }
    if ingredient.fixed {
        thing.push_str(FIXED);
    }
    (trimmed(amount), trimmed(thing))
}

/// How many pieces of the line stand in the column of amounts: words of size behind the
/// amount (`2 large`) are read with the thing.
fn column_end(ingredient: &Ingredient) -> usize {
    let line = &ingredient.line;
    let lead = line.pieces.get(..ingredient.lead).unwrap_or_default();
    match lead {
        [before @ .., Piece::Words(words)]
            if before.iter().any(|piece| !matches!(piece, Piece::Words(_)))
                && !line.at(*words).trim_start().starts_with([')', ']']) =>
        {
            before.len()
        }
        _ => lead.len(),
    }
}

/// The text without white space at its ends, in the same memory.
fn trimmed(mut text: String) -> String {
    text.truncate(text.trim_end().len());
    let blanks = text.len() - text.trim_start().len();
    if blanks > 0 {
        text.drain(..blanks);
    }
    text
}

/// Whether a footnote's title can stand before its text on one line.
fn is_mark(title: &str) -> bool {
    title != "-" && !title.contains(char::is_whitespace)
}

/// The mark of an ingredient whose amount never changes.
const FIXED: &str = " [fixed]";
