//! What was found of a recipe, as plain texts, before any of it is understood.
//!
//! Owns the fields that readers of foreign forms fill, and the way from them to a
//! [`Recipe`]. Must never know where a text was found.

use super::{MOST_BYTES, Reading, read_line, read_prose, yields};
use crate::diagnostic::{Diagnostic, Place};
use crate::recipe::{Group, Ingredient, Note, Recipe, Source, Text, Times};
use smol_str::SmolStr;

/// The title of a recipe that gives none.
const UNTITLED: &str = "Untitled recipe";

/// A text, and the line of the source on which it stands, counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// The line, where known.
    pub line: Option<usize>,
    /// Whether, as an ingredient, it stays the same however many are served.
    pub fixed: bool,
}

/// A note as found, with its heading or without.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundNote {
    /// The heading.
    pub title: Option<String>,
    /// The note.
    pub passage: Passage,
}

/// The texts of a recipe as they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// Its name.
    pub title: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The site, book or person that it comes from.
    pub source_name: Option<String>,
    /// Its web address.
    pub url: Option<String>,
    /// What it says of servings and of what it makes, the most telling first.
    pub yields: Vec<String>,
    /// How long it takes.
    pub time: Times,
    /// The kinds of dish or meal.
    pub categories: Vec<String>,
    /// The cuisines it belongs to.
    pub cuisines: Vec<String>,
    /// Further words to find it by.
    pub tags: Vec<String>,
    /// What the cook needs besides food.
    pub equipment: Vec<Passage>,
    /// What goes in.
    pub ingredients: Vec<Group<Passage>>,
    /// What to do.
    pub steps: Vec<Group<Passage>>,
    /// Remarks.
    pub notes: Vec<FoundNote>,
    /// Other ways to make it.
    pub variations: Vec<FoundNote>,
    /// Remarks that a mark points to; the title is the mark.
    pub footnotes: Vec<FoundNote>,
    /// What there is to say about the way it was found.
    pub remarks: Vec<Diagnostic>,
}

impl From<&str> for Passage {
    fn from(text: &str) -> Passage {
        text.to_string().into()
    }
}

impl From<String> for Passage {
    fn from(text: String) -> Passage {
        Passage {
            text,
            ..Passage::default()
        }
    }
}

impl Passage {
    /// Returns `text` as it stands on `line`.
    pub fn on(text: impl Into<String>, line: usize) -> Passage {
        Passage {
            text: text.into(),
            line: Some(line),
            fixed: false,
        }
    }
}

impl Gathered {
    /// The ingredients as one list of texts.
    pub fn ingredient_texts(&self) -> Vec<&str> {
        let items = self.ingredients.iter().flat_map(|group| &group.items);
        items.map(|passage| passage.text.as_str()).collect()
    }

    /// The steps as one list of texts, each group after its heading.
    pub fn step_texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        for group in &self.steps {
            texts.extend(group.name.as_deref());
            texts.extend(group.items.iter().map(|passage| passage.text.as_str()));
        }
        texts
    }

    /// How long it takes in whole minutes: the total, or else its parts together.
    pub fn total_minutes(&self) -> Option<u64> {
        let parts = || match (self.time.prep, self.time.cook) {
            (None, None) => None,
            (prep, cook) => prep.unwrap_or(0).checked_add(cook.unwrap_or(0)),
        };
        self.time.total.or_else(parts).map(|seconds| seconds / 60)
    }

    /// Adds `item` to the last of `groups`, which gets one without a name if there is none.
    pub(super) fn add<T>(groups: &mut Vec<Group<T>>, item: T) {
        if groups.is_empty() {
            groups.push(Group {
                name: None,
                items: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.items.push(item);
        }
    }

    /// Returns the recipe that the texts tell, and a remark on each that was not understood.
    ///
    /// # Errors
    /// If it is larger than a recipe can be: many elements of a page may share a text.
    pub fn into_reading(self) -> Result<Reading, Vec<Diagnostic>> {
        if self.bytes() > MOST_BYTES {
            let error = Diagnostic::error(
                "too-large",
                "what was found is larger than a recipe can be (1 MiB)",
            );
            return Err(vec![error.hint("give one recipe at a time")]);
        }
        let mut remarks = self.remarks;
        let title = self.title.map(|title| one_line(&title));
        let title = title.filter(|title| !title.is_empty()).unwrap_or_else(|| {
            remarks.push(
                Diagnostic::warning("missing-title", "no title was found")
                    .hint("write one in the place of `Untitled recipe`"),
            );
            UNTITLED.into()
        });
        let (servings, makes) = yields::read_yields(&self.yields);
        let makes = makes.map(|text| match read_line(&text) {
            Ok(ingredient) => ingredient.line,
            Err(_) => Text::plain(doubted(&text)),
        });
        let mut recipe = Recipe {
            title,
            author: joined(&self.authors),
            source: source(self.source_name, self.url),
            servings,
            makes,
            time: self.time,
            category: joined(&self.categories),
            cuisine: joined(&self.cuisines),
            tags: self.tags,
            equipment: texts(&self.equipment),
            ingredients: Vec::new(),
            steps: Vec::new(),
            notes: notes(&self.notes),
            variations: notes(&self.variations),
            footnotes: notes(&self.footnotes),
            ..Recipe::default()
        };
        for group in self.ingredients {
            let items = group.items.iter();
            let items = items.filter_map(|passage| ingredient(passage, &mut remarks));
            push_group(&mut recipe.ingredients, group.name, items.collect());
        }
        for mut group in self.steps {
            drop_numbers(&mut group.items);
            push_group(&mut recipe.steps, group.name, texts(&group.items));
        }
        if recipe.ingredients.is_empty() {
            remarks.push(
                Diagnostic::warning("no-ingredients", "no ingredients were found")
                    .hint("add them under `ingredients:`"),
            );
        }
        if recipe.steps.is_empty() {
            remarks.push(Diagnostic::warning("no-steps", "no steps were found"));
        }
        if recipe.servings.is_none() && recipe.makes.is_none() {
            remarks.push(
                Diagnostic::note("no-servings", "nothing says how many it serves")
                    .hint("add `servings: 4`, or scale with `--by`"),
            );
        }
        super::settle::settle(&mut recipe);
        super::refuse_too_many(&recipe)?;
        Ok(Reading { recipe, remarks })
    }

    /// How long all its texts are.
    fn bytes(&self) -> usize {
        let words = [
            &self.authors,
            &self.yields,
            &self.categories,
            &self.cuisines,
            &self.tags,
        ];
        let words = words.into_iter().flatten().map(String::len);
        let groups = self.ingredients.iter().chain(&self.steps);
        let names = groups.clone().filter_map(|group| group.name.as_ref());
        let notes = [&self.notes, &self.variations, &self.footnotes];
        let notes = notes.into_iter().flatten();
        let titles = notes.clone().filter_map(|note| note.title.as_ref());
        let titles = titles
            .chain(&self.title)
            .chain(&self.source_name)
            .chain(&self.url);
        let passages = groups.flat_map(|group| &group.items);
        let passages = passages
            .chain(&self.equipment)
            .chain(notes.map(|note| &note.passage));
        words
            .chain(names.map(String::len))
            .chain(titles.map(String::len))
            .chain(passages.map(|passage| passage.text.len()))
            .sum()
    }
}

/// Makes headings of the items that only stand over others: `For the sauce:`.
pub(super) fn head_groups(groups: &mut Vec<Group<Passage>>) {
    let shouted =
        |text: &str| text.contains(char::is_alphabetic) && !text.contains(char::is_lowercase);
    let items = || groups.iter().flat_map(|group| &group.items);
    // Where everything is in capitals, capitals mean nothing.
    let may_shout = items().filter(|item| shouted(&item.text)).count() * 3 <= items().count();
    let heads = |text: &str| {
        let words = text.split_whitespace().count();
        let long = words >= 2 || text.chars().count() >= 6;
        let shouts = || may_shout && shouted(text) && long;
        words <= 8
            && !text.contains(char::is_numeric)
            && (text.trim_end().ends_with(':') || shouts())
    };
    let mut headed: Vec<Group<Passage>> = Vec::with_capacity(groups.len());
    for group in std::mem::take(groups) {
        let last = group.items.len().saturating_sub(1);
        headed.push(Group {
            name: group.name,
            items: Vec::new(),
        });
        for (index, item) in group.items.into_iter().enumerate() {
            if index < last && heads(&item.text) {
                headed.push(Group {
                    name: Some(item.text.trim_end_matches([':', ' ']).into()),
                    items: Vec::new(),
                });
            } else {
                Gathered::add(&mut headed, item);
            }
        }
    }
    headed.retain(|group| !group.items.is_empty());
    *groups = headed;
}

fn push_group<T>(groups: &mut Vec<Group<T>>, name: Option<String>, items: Vec<T>) {
    if items.is_empty() {
        return;
    }
    let name = name.map(|name| one_line(name.trim_end_matches([':', ' '])));
    let name = name.filter(|name| !name.is_empty());
    match groups.last_mut() {
        Some(last) if name.is_none() && last.name.is_none() => last.items.extend(items),
        _ => groups.push(Group { name, items }),
    }
}

fn ingredient(passage: &Passage, remarks: &mut Vec<Diagnostic>) -> Option<Ingredient> {
    let line = one_line(&passage.text);
    if line.is_empty() {
        return None;
    }
    match read_line(&line) {
        Ok(ingredient) => Some(Ingredient {
            fixed: passage.fixed,
            ..ingredient
        }),
        Err(error) => {
            remarks.push(placed(
                Diagnostic::warning("amount", format!("`{line}`: {error}")).hint(
                    "it was kept with a `?` before it and will not scale; correct the amount",
                ),
                passage,
            ));
            let line = SmolStr::from(doubted(&line));
            Some(Ingredient {
                name: line.clone(),
                line: Text::plain(line),
                ..Ingredient::default()
            })
        }
    }
}

/// An amount that is impossible stands in a recipe file as a text, which no reader takes
/// for an amount again.
fn doubted(text: &str) -> String {
    format!("? {text}")
}

/// Returns `diagnostic` with the place of `passage`, if that is known.
fn placed(diagnostic: Diagnostic, passage: &Passage) -> Diagnostic {
    match passage.line {
        Some(line) => diagnostic.at(Place {
            line,
            column: 1,
            length: 0,
        }),
        None => diagnostic,
    }
}

fn texts(passages: &[Passage]) -> Vec<Text> {
    let texts = passages.iter().map(|passage| paragraphs(&passage.text));
    texts
        .filter(|text| !text.is_empty())
        .map(|text| read_prose(&text))
        .collect()
}

fn notes(found: &[FoundNote]) -> Vec<Note> {
    let note = |note: &FoundNote| {
        let text = paragraphs(&note.passage.text);
        (!text.is_empty()).then(|| Note {
            title: note
                .title
                .as_deref()
                .map(one_line)
                .filter(|title| !title.is_empty()),
            text: read_prose(&text),
        })
    };
    found.iter().filter_map(note).collect()
}

fn source(name: Option<String>, url: Option<String>) -> Option<Source> {
    let name = name.map(|name| one_line(&name));
    let name = name.filter(|name| !name.is_empty());
    (name.is_some() || url.is_some()).then_some(Source { name, url })
}

fn joined(words: &[String]) -> Option<String> {
    let words: Vec<String> = words.iter().map(|word| one_line(word)).collect();
    Some(words.join(", ")).filter(|text| !text.is_empty())
}

/// Steps are numbered when they are printed; numbers of the author's own, if they count
/// up from one, would stand there twice.
fn drop_numbers(steps: &mut [Passage]) {
    let numbered = |index: usize, step: &Passage| {
        let text = step.text.trim();
        let word = text
            .get(..5)
            .filter(|word| word.eq_ignore_ascii_case("step "));
        let text = &text[word.map_or(0, str::len)..];
        let rest = text.strip_prefix(&(index + 1).to_string())?;
        let rest = rest.strip_prefix(['.', ')', ':'])?;
        rest.starts_with(char::is_whitespace)
            .then(|| rest.trim().to_string())
    };
    let bare: Option<Vec<String>> = steps
        .iter()
        .enumerate()
        .map(|(index, step)| numbered(index, step))
        .collect();
    if let Some(bare) = bare.filter(|bare| bare.len() > 1) {
        for (step, text) in steps.iter_mut().zip(bare) {
            step.text = text;
        }
    }
}

/// The text with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text with its paragraphs one empty line apart, each on one line.
fn paragraphs(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(one_line);
    let paragraphs: Vec<String> = paragraphs.filter(|text| !text.is_empty()).collect();
    paragraphs.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_impossible_amount_loses_nothing() {
        let mut gathered = Gathered {
            title: Some("Toast".into()),
            ..Gathered::default()
        };
        Gathered::add(&mut gathered.ingredients, Passage::on("1/0 cup milk", 3));
        Gathered::add(&mut gathered.ingredients, "2 eggs".into());
        let reading = gathered.into_reading().expect("of usual size");
        let items = &reading.recipe.ingredients[0].items;
        assert_eq!(items[0].line.source, "? 1/0 cup milk");
        assert_eq!(items[1].line.source, "2 eggs");
        let remark = &reading.remarks[0];
        assert_eq!(remark.code, "amount");
        assert_eq!(remark.place.map(|place| place.line), Some(3));
    }

    #[test]
    fn the_authors_own_numbers_are_dropped_where_they_count() {
        let mut steps = ["1. Mix.".into(), "2. Bake.".into()];
        drop_numbers(&mut steps);
        assert_eq!(steps.map(|step| step.text), ["Mix.", "Bake."]);
        let mut steps = ["Step 1: Mix.".into(), "Step 2: Bake.".into()];
        drop_numbers(&mut steps);
        assert_eq!(steps.map(|step| step.text), ["Mix.", "Bake."]);
        let mut steps = ["2 eggs go in.".into(), "Bake.".into()];
        drop_numbers(&mut steps);
        assert_eq!(steps.map(|step| step.text), ["2 eggs go in.", "Bake."]);
    }
}
