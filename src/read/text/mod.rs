//! Reads what this program printed as plain text or Markdown.
//!
//! Owns the way back from a printed recipe. Must never guess: a line that has no place
//! is an error.

mod lines;

use super::gathered::Gathered;
use super::{
    Reading, read_density, read_duration, read_line, read_prose, read_servings, source_of,
};
use crate::diagnostic::{Diagnostic, Place, nearest};
use crate::glance::any_pair;
use crate::recipe::{self, Group, Ingredient, Note, OwnDensity, Recipe, Times};
use lines::{Line, Lines, Part, joined};
use std::borrow::Cow;

/// Whether `text` is a recipe in the form that [`read_text`] reads.
pub(super) fn is_text(text: &str) -> bool {
    // Most other texts have neither of the pairs that these lines begin with.
    let may_begin =
        |first, second| (first == b'I') & (second == b'N') | (first == b'#') & (second == b'#');
    any_pair(text.as_bytes(), may_begin)
        && (has_line(text, "INGREDIENTS") || has_line(text, "## Ingredients"))
}

/// Whether `wanted` stands on a line of its own.
fn has_line(text: &str, wanted: &str) -> bool {
    text.match_indices(wanted).any(|(at, _)| {
        let begins = at == 0 || text.as_bytes()[at - 1] == b'\n';
        let rest = &text[at + wanted.len()..];
        let line = rest.split('\n').next().unwrap_or_default();
        begins && line.trim_ascii().is_empty()
    })
}

/// Reads a recipe that was printed as plain text or Markdown.
///
/// # Errors
/// Every line that has no place in a recipe, in the order of the text.
pub(super) fn read_text(text: &str) -> Result<Reading, Vec<Diagnostic>> {
    let mut reader = read_lines(text);
    if reader.recipe.ingredients.is_empty() && reader.errors.is_empty() {
        reader.errors.push(
            Diagnostic::error("no-ingredients", "the list of ingredients is empty")
                .hint("write each ingredient on a line of its own below `INGREDIENTS`"),
        );
    }
    if !reader.errors.is_empty() {
        return Err(reader.errors);
    }
    Ok(Reading {
        recipe: reader.recipe,
        remarks: Vec::new(),
    })
}

/// Returns where the items of the recipe in `text` begin.
pub(super) fn places(text: &str) -> Vec<(recipe::Part, Place)> {
    read_lines(text).places
}

fn read_lines(text: &str) -> Reader {
    let mut lines = text.lines().enumerate();
    let title = lines
        .by_ref()
        .find(|(_, line)| !line.trim_ascii().is_empty());
    let title = title.map_or(Cow::Borrowed(""), |(_, line)| joined(line));
    let is_markdown = has_line(text, "## Ingredients");
    let markdown = title.strip_prefix("# ").filter(|_| is_markdown);
    let mut reader = Reader {
        recipe: Recipe {
            title: markdown.unwrap_or(&title).into(),
            ..Recipe::default()
        },
        part: Part::Facts,
        item: None,
        heading: None,
        after_blank: false,
        places: Vec::new(),
        counts: [0; 3],
        errors: Vec::new(),
    };
    let mut kinds = Lines::new(is_markdown);
    let mut blank = false;
    for (index, source) in lines {
        let source = source.trim_ascii_end();
        let indent = source.len() - source.trim_ascii_start().len();
        let place = Place {
            line: index + 1,
            column: source[..indent].chars().count() + 1,
            length: source.trim_ascii().chars().count(),
        };
        // Columns are for the eye only.
        let content = joined(&source[indent..]);
        match kinds.next(indent, &content) {
            Line::Blank => {}
            Line::More(more) => reader.continue_item(more, blank, place),
            line => {
                reader.finish_item();
                reader.after_blank = blank;
                reader.take(line, place);
            }
        }
        blank = source.trim_ascii().is_empty();
    }
    reader.finish_item();
    reader.finish_group();
    reader
}

struct Reader {
    recipe: Recipe,
    part: Part,
    /// The item that is being read, with its title.
    item: Option<Item>,
    /// Where the heading of the last group stands.
    heading: Option<Place>,
    /// Whether the last line that began something stood after an empty line.
    after_blank: bool,
    /// Where each item begins that something can be said about.
    places: Vec<(recipe::Part, Place)>,
    /// How many ingredients, steps and footnotes there were so far.
    counts: [usize; 3],
    errors: Vec<Diagnostic>,
}

fn has_empty_end<T>(groups: &[Group<T>]) -> bool {
    groups.last().is_some_and(|group| group.items.is_empty())
}

struct Item {
    title: Option<String>,
    text: String,
    place: Place,
}

impl Reader {
    fn error(&mut self, code: &'static str, message: String, hint: &str, place: Place) {
        self.errors
            .push(Diagnostic::error(code, message).at(place).hint(hint));
    }

    fn take(&mut self, line: Line, place: Place) {
        match line {
            Line::Part(part) => {
                self.finish_group();
                self.part = part;
            }
            Line::Fact(name, value) => self.fact(name, value, place),
            Line::Heading(name) => match self.part {
                Part::Ingredients | Part::Steps => {
                    self.finish_group();
                    match self.part {
                        Part::Ingredients => self.recipe.ingredients.push(named(name)),
                        _ => self.recipe.steps.push(named(name)),
                    }
                    self.heading = Some(place);
                }
                _ => {
                    self.item = Some(Item {
                        title: Some(name.into()),
                        text: String::new(),
                        place,
                    });
                }
            },
            Line::Item(text) => {
                if self.after_blank {
                    self.leave_group();
                }
                self.item = Some(Item {
                    title: None,
                    text,
                    place,
                });
            }
            Line::TitledItem(title, text) => {
                self.item = Some(Item {
                    title: Some(title.into()),
                    text: text.into(),
                    place,
                });
            }
            _ => self.error(
                "line",
                "this line has no place in a printed recipe".into(),
                "items are indented, headings end with a colon, parts are in capitals",
                place,
            ),
        }
    }

    /// A heading stands for something.
    fn finish_group(&mut self) {
        let Some(place) = self.heading.take() else {
            return;
        };
        let is_empty = match self.part {
            Part::Ingredients => has_empty_end(&self.recipe.ingredients),
            _ => has_empty_end(&self.recipe.steps),
        };
        if is_empty {
            let hint = "write its lines below it, or remove it";
            self.error(
                "empty-value",
                "nothing stands under this heading".into(),
                hint,
                place,
            );
        }
    }

    /// An item after an empty line begins a group without a heading.
    fn leave_group(&mut self) {
        match self.part {
            Part::Ingredients => leave(&mut self.recipe.ingredients),
            Part::Steps => leave(&mut self.recipe.steps),
            _ => {}
        }
    }

    fn continue_item(&mut self, more: &str, after_blank: bool, place: Place) {
        match &mut self.item {
            Some(item) => {
                let joint = match (item.text.is_empty(), after_blank) {
                    (true, _) => "",
                    // An ingredient has no paragraphs.
                    (false, true) if self.part != Part::Ingredients => "\n\n",
                    (false, _) => " ",
                };
                item.text.push_str(joint);
                item.text.push_str(more);
            }
            None => self.take(Line::Unknown, place),
        }
    }

    fn finish_item(&mut self) {
        let Some(item) = self.item.take() else {
            return;
        };
        let mut count = |kind: usize, part: fn(usize) -> recipe::Part| {
            self.counts[kind] += 1;
            part(self.counts[kind] - 1)
        };
        let part = match self.part {
            Part::Ingredients => Some(count(0, recipe::Part::Ingredient)),
            Part::Steps => Some(count(1, recipe::Part::Step)),
            Part::Footnotes => Some(count(2, recipe::Part::Footnote)),
            _ => None,
        };
        self.places.extend(part.map(|part| (part, item.place)));
        match self.part {
            Part::Ingredients => self.ingredient(&item),
            Part::Steps => Gathered::add(&mut self.recipe.steps, read_prose(&item.text)),
            Part::Equipment => self.recipe.equipment.push(read_prose(&item.text)),
            Part::Facts | Part::Notes => self.recipe.notes.push(note(item)),
            Part::Variations => self.recipe.variations.push(note(item)),
            Part::Footnotes => self.recipe.footnotes.push(note(item)),
        }
    }

    fn ingredient(&mut self, item: &Item) {
        let (line, fixed) = match item.text.strip_suffix(" [fixed]") {
            Some(line) => (line, true),
            None => (item.text.as_str(), false),
        };
        match read_line(line) {
            Ok(ingredient) => Gathered::add(
                &mut self.recipe.ingredients,
                Ingredient {
                    fixed,
                    ..ingredient
                },
            ),
            Err(error) => self.error("amount", error.to_string(), error.hint(), item.place),
        }
    }

    fn fact(&mut self, name: &str, value: &str, place: Place) {
        const FACTS: [&str; 9] = [
            "By", "From", "Serves", "Makes", "Time", "Category", "Cuisine", "Tags", "Weights",
        ];
        let text = || Some(value.to_string());
        match name {
            "By" => self.recipe.author = text(),
            "From" => self.recipe.source = Some(source_of(value)),
            "Category" => self.recipe.category = text(),
            "Cuisine" => self.recipe.cuisine = text(),
            "Tags" => self.recipe.tags = value.split(", ").map(Into::into).collect(),
            "Serves" => match read_servings(value) {
                Some(servings) => self.recipe.servings = Some(servings),
                None => self.error(
                    "servings",
                    format!("`Serves` must be a number of people, not `{value}`"),
                    "write a number or a range: `Serves: 4` or `Serves: 4-6`",
                    place,
                ),
            },
            "Makes" => match read_line(value) {
                Ok(makes) => self.recipe.makes = Some(makes.line),
                Err(error) => self.error(
                    "amount",
                    error.to_string(),
                    "write an amount such as `24 cookies`",
                    place,
                ),
            },
            "Weights" => match read_weights(value) {
                Some(densities) => self.recipe.densities = densities,
                None => self.error(
                    "density",
                    format!("`{value}` does not say what volumes weigh"),
                    "write it as `rye flour: 102 g/cup, oat bran: 94 g/cup`",
                    place,
                ),
            },
            "Time" => match read_times(value) {
                Some(times) => self.recipe.time = times,
                None => self.error(
                    "time",
                    format!("`{value}` is not a list of times"),
                    "write it as `prep 10 min, cook 2 h 15 min`",
                    place,
                ),
            },
            _ => {
                let hint = match nearest(name, FACTS) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("the facts under a title are {}", FACTS.join(", ")),
                };
                self.error(
                    "unknown-key",
                    format!("unknown fact `{name}`"),
                    &hint,
                    place,
                );
            }
        }
    }
}

fn named<T>(name: &str) -> Group<T> {
    Group {
        name: Some(name.into()),
        items: Vec::new(),
    }
}

fn leave<T>(groups: &mut Vec<Group<T>>) {
    if groups.last().is_some_and(|group| !group.items.is_empty()) {
        groups.push(Group {
            name: None,
            items: Vec::new(),
        });
    }
}

fn note(item: Item) -> Note {
    match item.title {
        // A title without a text is a text.
        Some(title) if item.text.is_empty() => Note {
            title: None,
            text: read_prose(&format!("{title}:")),
        },
        title => Note {
            title,
            text: read_prose(&item.text),
        },
    }
}

/// `rye flour: 102 g/cup, oat bran: 94 g/cup`
fn read_weights(text: &str) -> Option<Vec<OwnDensity>> {
    let own = |part: &str| {
        let (food, written) = part.split_once(": ")?;
        Some(OwnDensity {
            food: food.into(),
            written: written.into(),
            density: read_density(written)?,
        })
    };
    text.split(", ").map(own).collect()
}

/// `prep 10 min, cook 2 h 15 min`
fn read_times(text: &str) -> Option<Times> {
    let mut times = Times::default();
    for part in text.split(", ") {
        let (name, time) = part.split_once(' ')?;
        let seconds = Some(read_duration(time)?);
        match name {
            "prep" => times.prep = seconds,
            "cook" => times.cook = seconds,
            "total" => times.total = seconds,
            _ => return None,
        }
    }
    Some(times)
}
