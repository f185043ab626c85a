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
use super::amounts::{Manner, is_cut, print_in, print_split_in};
use super::facts::facts;
use super::quantities::{push_count, push_exact_range};
use super::wrap::{paragraphs, width_of, wrap};
use crate::glance::has_plain_ends;
use crate::measure::is_never_cut;
use crate::recipe::{Group, Ingredient, Note, Piece, Recipe, Text};
use std::ops::Range;

/// A longer amount does not widen the column of amounts for all the others.
const WIDEST_COLUMN: usize = 28;

/// Returns `recipe` as plain text.
pub(super) fn write_text(recipe: &Recipe, style: Style) -> String {
    let mut page = Page {
        out: String::with_capacity(likely_length(recipe)),
        memory: String::new(),
        manner: manner(style),
        width: style.width,
    };
    page.line(&recipe.title);
    page.facts(recipe);
    if !recipe.equipment.is_empty() {
        page.part("EQUIPMENT");
        page.out.push('\n');
        for item in &recipe.equipment {
            page.out.push_str("  - ");
            page.item(4, item);
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

/// About how long the page of `recipe` becomes: its lines with their indents, and the names
/// of the parts. Memory that fits is not moved while the page grows.
fn likely_length(recipe: &Recipe) -> usize {
    let length = |text: &Text| text.source.len() + text.source.len() / 16;
    let notes = [&recipe.notes, &recipe.variations, &recipe.footnotes];
    let ingredients = recipe.all_ingredients().map(|item| length(&item.line) + 14);
    let steps = recipe.all_steps().map(|step| length(step) + 8);
    let notes = notes
        .into_iter()
        .flatten()
        .map(|note| length(&note.text) + 32);
    ingredients.sum::<usize>() + steps.sum::<usize>() + notes.sum::<usize>() + 256
}

pub(super) fn manner(style: Style) -> Manner {
    if style.exact {
        Manner::Exact
    } else {
        Manner::Measured(style.fractions)
    }
}

struct Page {
    out: String,
    /// Where a text is put together before it is laid out; kept from one to the next.
    memory: String,
    manner: Manner,
    width: usize,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn part(&mut self, name: &str) {
        self.out.push('\n');
        self.line(name);
    }

    fn facts(&mut self, recipe: &Recipe) {
        let out = &mut self.out;
        let mut is_first = true;
        facts(recipe, self.manner, |name, fact| {
            if is_first {
                out.push('\n');
                is_first = false;
            }
            out.push_str(name);
            out.push(':');
            push_spaces(out, 9_usize.saturating_sub(name.len()));
            out.push_str(fact);
            out.push('\n');
        });
    }

    fn heading<T>(&mut self, group: &Group<T>) {
        self.out.push('\n');
        if let Some(name) = &group.name {
            self.out.push_str(name);
            self.line(":");
        }
    }

    /// Ingredients with their amounts in a column of their own.
    fn ingredients(&mut self, groups: &[Group<Ingredient>]) {
        let items = || groups.iter().flat_map(|group| &group.items);
        // How wide the column is, is known when all of it is printed.
        let lengths = items().map(|item| item.line.source.len() + 12);
        let mut printed = std::mem::take(&mut self.memory);
        printed.clear();
        printed.reserve(lengths.sum());
        let mut lines = Vec::with_capacity(items().count());
        for item in items() {
            let columns = push_columns(&mut printed, item, self.manner);
            let width = width_of(&printed[columns.amount.clone()]);
            lines.push((columns, width));
        }
        let widest = lines
            .iter()
            .map(|(_, width)| *width)
            .filter(|width| *width <= WIDEST_COLUMN)
            .max()
            .unwrap_or(0);
        let mut lines = lines.into_iter();
        for group in groups {
            self.heading(group);
            for (columns, width) in lines.by_ref().take(group.items.len()) {
                self.out.push_str("  ");
                if widest > 0 || width > 0 {
                    self.out.push_str(&printed[columns.amount]);
                    let padding = (widest + 2).saturating_sub(width).max(2);
                    let padding = if columns.thing.is_empty() { 0 } else { padding };
                    push_spaces(&mut self.out, padding);
                }
                self.line(&printed[columns.thing]);
            }
        }
        self.memory = printed;
    }

    fn steps(&mut self, group: &Group<Text>) {
        self.heading(group);
        let figures = |number: usize| number.checked_ilog10().unwrap_or(0) as usize + 1;
        let widest = figures(group.items.len());
        for (index, step) in group.items.iter().enumerate() {
            let number = index + 1;
            push_spaces(&mut self.out, 2 + widest - figures(number));
            push_count(&mut self.out, number as u64);
            self.out.push_str(". ");
            self.item(widest + 4, step);
        }
    }

    fn notes(&mut self, name: &str, notes: &[Note]) {
        if notes.is_empty() {
            return;
        }
        self.part(name);
        let mut after_item = false;
        for note in notes {
            let is_item = match &note.title {
                Some(title) => name == "FOOTNOTES" && is_mark(title),
                None => true,
            };
            if !(is_item && after_item) {
                self.out.push('\n');
            }
            after_item = is_item;
            let indent = match &note.title {
                Some(mark) if is_item => {
                    self.out.extend(["  ", mark, " "]);
                    width_of(mark) + 3
                }
                Some(title) => {
                    self.out.push_str(title);
                    self.line(":");
                    self.out.push_str("    ");
                    4
                }
                None => {
                    self.out.push_str("  - ");
                    4
                }
            };
            self.item(indent, &note.text);
        }
    }

    /// Prints prose behind what stands in the line, `indent` columns, wrapped and continued
    /// under its first word; paragraphs are told apart by an empty line.
    fn item(&mut self, indent: usize, text: &Text) {
        let text = print_in(text, self.manner, &mut self.memory);
        let width = match self.width {
            0 => usize::MAX,
            width => width.saturating_sub(indent).max(20),
        };
        let mut begins = true;
        for paragraph in paragraphs(text) {
            if !begins {
                self.out.push('\n');
            }
            for line in wrap(paragraph, width) {
                if !begins {
                    push_spaces(&mut self.out, indent);
                }
                self.out.push_str(line);
                self.out.push('\n');
                begins = false;
            }
        }
    }
}

fn push_spaces(out: &mut String, mut count: usize) {
    const SPACES: &str = "                                ";
    while count > SPACES.len() {
        out.push_str(SPACES);
        count -= SPACES.len();
    }
    out.push_str(&SPACES[..count]);
}

/// Where an ingredient is printed.
pub(super) struct Columns {
    /// Its amount.
    pub amount: Range<usize>,
    /// The rest of its line.
    pub thing: Range<usize>,
}

/// Prints the amount of an ingredient and the rest of its line to the end of `out`, which
/// is empty or ends a line.
pub(super) fn push_columns(out: &mut String, ingredient: &Ingredient, manner: Manner) -> Columns {
    let cut = match manner {
        Manner::Measured(fractions) => {
            let cut = ingredient.line.mentions().find(|mention| is_cut(mention));
            cut.filter(|_| is_never_cut(&ingredient.name))
                .map(|mention| (fractions, mention))
        }
        _ => None,
    };
    let manner = cut.map_or(manner, |(fractions, _)| Manner::Whole(fractions));
    let start = out.len();
    let end = print_split_in(&ingredient.line, column_end(ingredient), manner, out);
    if let Some((_, mention)) = cut {
        out.push_str(" (exactly ");
        push_exact_range(out, &mention.quantity);
        out.push(')');
    }
    if ingredient.fixed {
        out.push_str(FIXED);
    }
    // Behind the line end mostly stands the space between an amount and its unit or name.
    let space = usize::from(out.as_bytes().get(end + 1) == Some(&b' '));
    let columns = Columns {
        amount: trimmed(out, start..end),
        thing: trimmed(out, end + 1 + space..out.len()),
    };
    out.push('\n');
    columns
}

/// How many pieces of the line stand in the column of amounts: words of size behind the
/// amount (`2 large`) are read with the thing.
fn column_end(ingredient: &Ingredient) -> usize {
    let line = &ingredient.line;
    let (lead, behind) = line.pieces.split_at(ingredient.lead.min(line.pieces.len()));
    let is_size = |piece: &Piece, before: &[Piece]| match piece {
        Piece::Words(_) => !is_bracket_open(line, before),
        Piece::Put(_) => true,
        _ => false,
    };
    let mut end = lead.len();
    while end > 0 && is_size(&lead[end - 1], &lead[..end - 1]) {
        end -= 1;
    }
    let is_of_the_amount =
        |words: &str| words.starts_with([',', ';']) || is_bracket_open(line, lead);
    match behind.first() {
        _ if 0 < end && end < lead.len() => end,
        // A line of no thing is one: `2 cups, sifted`, `(14 oz)`.
        Some(Piece::Words(words)) if is_of_the_amount(line.at(*words)) => line.pieces.len(),
        _ => lead.len(),
    }
}

/// Whether a bracket that opens in the words of `pieces` closes behind them: `(`, ` (about`.
fn is_bracket_open(line: &Text, pieces: &[Piece]) -> bool {
    let words = pieces.iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(line.at(*words)),
        _ => None,
    });
    let mut brackets = words.flat_map(|words| words.matches(['(', ')', '[', ']']));
    brackets
        .next_back()
        .is_some_and(|last| matches!(last, "(" | "["))
}

/// The part of `range` without white space at its ends.
#[inline]
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    // Only other signs need the table of white space.
    if has_plain_ends(part) {
        return range;
    }
    let end = range.start + part.trim_end().len();
    let start = range.end - part.trim_start().len();
    start.min(end)..end
}

/// Whether a footnote's title can stand before its text on one line.
fn is_mark(title: &str) -> bool {
    title != "-" && !title.contains(char::is_whitespace)
}

/// The mark of an ingredient whose amount never changes.
const FIXED: &str = " [fixed]";
