//! Cuts plain text or Markdown into the lines of a recipe.
//!
//! Owns the marks by which a line shows what it is; `write::text` and
//! `write::markdown` print them. Must never know what a recipe is.

use crate::read::spaces::single_spaced;
use std::borrow::Cow;

/// A part of a recipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Facts under the title.
    Facts,
    Equipment,
    Ingredients,
    Steps,
    Notes,
    Variations,
    Footnotes,
}

const PARTS: [(&str, Part); 6] = [
    ("Equipment", Part::Equipment),
    ("Ingredients", Part::Ingredients),
    ("Steps", Part::Steps),
    ("Notes", Part::Notes),
    ("Variations", Part::Variations),
    ("Footnotes", Part::Footnotes),
];

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// `Serves: 4`
    Fact(&'a str, &'a str),
    /// `INGREDIENTS`
    Part(Part),
    /// `For the glaze:`
    Heading(&'a str),
    /// The start of an ingredient, a step, a note or a piece of equipment.
    Item(String),
    /// The start of a note that has its title or its mark on the same line.
    TitledItem(&'a str, &'a str),
    /// The continuation of the item before it.
    More(&'a str),
    /// An empty line.
    Blank,
    /// None of these.
    Unknown,
}

/// Tells lines apart by what came before them.
pub(super) struct Lines {
    markdown: bool,
    part: Part,
    /// The column at which the text of the last step began.
    step_column: Option<usize>,
}

impl Lines {
    pub(super) fn new(markdown: bool) -> Lines {
        Lines {
            markdown,
            part: Part::Facts,
            step_column: None,
        }
    }

    /// Returns what `text` is, which stands `indent` columns from the left, as the next
    /// line of the recipe. Its words are single spaces apart.
    pub(super) fn next<'a>(&mut self, indent: usize, text: &'a str) -> Line<'a> {
        let line = match text {
            "" => Line::Blank,
            text if self.markdown => self.markdown_line(indent, text),
            text => self.text_line(indent, text),
        };
        match line {
            // What no sign can be seen of is no name.
            Line::Heading(name) if name.trim().is_empty() => return Line::Unknown,
            Line::Part(part) => (self.part, self.step_column) = (part, None),
            Line::Heading(name) => {
                self.step_column = None;
                return Line::Heading(name.trim());
            }
            _ => {}
        }
        line
    }

    fn text_line<'a>(&mut self, indent: usize, text: &'a str) -> Line<'a> {
        if indent == 0 {
            if let Some(part) = part_named(text, |name| name.to_uppercase()) {
                return Line::Part(part);
            }
            return match (self.part, text.strip_suffix(':')) {
                (Part::Facts, _) => fact(text),
                (_, Some(heading)) => Line::Heading(heading),
                _ => Line::Unknown,
            };
        }
        let dashed = text.strip_prefix("- ").filter(|_| indent == 2);
        match self.part {
            Part::Facts => Line::Unknown,
            Part::Ingredients => Line::Item(text.into()),
            Part::Steps => self.step(indent, text),
            Part::Footnotes if indent == 2 && dashed.is_none() => match text.split_once(' ') {
                Some((mark, text)) => Line::TitledItem(mark, text),
                None => Line::Unknown,
            },
            Part::Equipment | Part::Notes | Part::Variations | Part::Footnotes => match dashed {
                Some(item) => Line::Item(item.into()),
                None => Line::More(text),
            },
        }
    }

    /// A step begins with its number, left of where the text of the one before began; what
    /// begins there or further right goes on with that text.
    fn step<'a>(&mut self, indent: usize, text: &'a str) -> Line<'a> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let column = indent + digits + 2;
        let is_step = digits > 0
            && text[digits..].starts_with(". ")
            && self.step_column.is_none_or(|text| indent < text);
        if !is_step {
            return Line::More(text);
        }
        self.step_column = Some(column);
        Line::Item(text[digits + 2..].into())
    }

    fn markdown_line<'a>(&mut self, indent: usize, text: &'a str) -> Line<'a> {
        if indent > 0 {
            return Line::More(text);
        }
        if let Some(name) = text.strip_prefix("## ") {
            return part_named(name, str::to_string).map_or(Line::Unknown, Line::Part);
        }
        if let Some(name) = text.strip_prefix("### ") {
            return Line::Heading(name);
        }
        if self.part == Part::Steps {
            // Continued lines are indented, and numbers are not aligned.
            self.step_column = None;
            return self.step(0, text);
        }
        let Some(item) = text.strip_prefix("- ") else {
            return Line::Unknown;
        };
        // A sign for bold text behind `\` is the author's own.
        let item = match item.strip_prefix('\\') {
            Some(rest) if rest.trim_start_matches('\\').starts_with("**") => rest,
            _ => item,
        };
        let is_escaped = item.len() + 2 < text.len();
        let bold = item.strip_prefix("**").filter(|_| !is_escaped);
        let titled = bold.and_then(|rest| rest.split_once(":** "));
        match (self.part, titled) {
            (Part::Facts, Some((name, value))) => Line::Fact(name, value.trim_ascii_start()),
            (Part::Notes | Part::Variations | Part::Footnotes, Some((title, text))) => {
                Line::TitledItem(title, text.trim_ascii_start())
            }
            (Part::Ingredients, _) => match bold.and_then(|rest| rest.split_once("**")) {
                Some((amount, thing)) => Line::Item(joined(&format!("{amount}{thing}")).into()),
                None => Line::Item(item.into()),
            },
            (Part::Facts, None) => Line::Unknown,
            _ => Line::Item(item.into()),
        }
    }
}

fn part_named(text: &str, form: impl Fn(&str) -> String) -> Option<Part> {
    PARTS
        .iter()
        .find(|(name, _)| form(name) == text)
        .map(|(_, part)| *part)
}

fn fact(text: &str) -> Line<'_> {
    match text.split_once(':') {
        Some((name, value)) => Line::Fact(name, value.trim_ascii_start()),
        None => Line::Unknown,
    }
}

/// The text with every run of white space as one space: columns are for the eye only.
pub(super) fn joined(text: &str) -> Cow<'_, str> {
    single_spaced(text.trim_ascii())
}
