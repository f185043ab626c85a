//! Reads a recipe from text that was copied off a page or a letter: no mark-up, only
//! headings, bullets, numbers and the cook's habits.
//!
//! Every line lands somewhere or is named in a remark. Must never change a line's words.

mod facts;
mod lines;
mod words;

use super::gathered::{FoundNote, Gathered, Passage};
use super::yields::read_portions;
use crate::diagnostic::{Diagnostic, Place};
use crate::recipe::Group;
use lines::{Line, Mark, is_ingredient, is_sentence, is_short, lines_of};
pub(super) use words::{Part, part_named};
use words::{fact, is_furniture};

/// Signs that point from an ingredient to a footnote.
const MARKS: [char; 3] = ['*', '†', '‡'];

/// Returns the texts of the recipe in `text`, which was pasted from anywhere.
pub fn gather_pasted(text: &str) -> Gathered {
    let lines = lines_of(text);
    let headed = |part| {
        let is = |line: &Line| matches!(part_named(line.text), Some((named, _)) if named == part);
        lines.iter().any(|line| line.mark == Mark::None && is(line))
    };
    let mut walk = Walk {
        has_ingredient_heading: headed(Part::Ingredients),
        has_step_heading: headed(Part::Steps),
        lines: &lines,
        at: 0,
        part: Part::Opening,
        gathered: Gathered::default(),
        heading: None,
        repeated: Vec::new(),
        bulleted: false,
        longest_marks: [0; 3],
    };
    walk.run();
    walk.gathered
}

struct Walk<'w, 't> {
    lines: &'w [Line<'t>],
    at: usize,
    part: Part,
    gathered: Gathered,
    /// A line that waits to become the heading of what follows it.
    heading: Option<&'w Line<'t>>,
    /// Where the title stands again.
    repeated: Vec<usize>,
    has_ingredient_heading: bool,
    has_step_heading: bool,
    /// Whether the items of this part began with bullets or numbers so far.
    bulleted: bool,
    /// The most of each sign of [`MARKS`] in a row in any ingredient.
    longest_marks: [usize; 3],
}

impl<'w, 't> Walk<'w, 't> {
    fn run(&mut self) {
        while let Some(line) = self.lines.get(self.at) {
            self.at += 1;
            self.take(line);
        }
        self.settle_heading();
        if let Some(first) = self.repeated.first() {
            let lines: Vec<String> = self.repeated.iter().map(usize::to_string).collect();
            let message = match lines.as_slice() {
                [only] => format!("the title stands again on line {only}"),
                lines => format!("the title stands again on lines {}", lines.join(", ")),
            };
            let remark = Diagnostic::note("repeated-title", message).at(place(*first));
            self.gathered.remarks.push(remark);
        }
    }

    fn take(&mut self, line: &'w Line<'t>) {
        if is_furniture(line.text) {
            self.remark(
                "left-out",
                format!("`{}` was left out", line.text),
                line.number,
            );
            return;
        }
        if self.take_title(line) || self.take_facts(line) || self.take_footnote(line) {
            return;
        }
        if line.mark == Mark::None
            && let Some((part, says_more)) = part_named(line.text)
        {
            self.settle_heading();
            self.begin(part);
            // `Ingredients for 4 people`
            let figure = line.text.find(|c: char| c.is_numeric());
            let portions = figure.map(|at| line.text[at..].trim_end_matches([':', ')', ' ']));
            if let Some(portions) = portions.filter(|text| read_portions(text).is_some()) {
                self.gathered.yields.push(portions.into());
            } else if says_more && matches!(part, Part::Ingredients | Part::Steps) {
                self.heading = Some(line);
            }
            return;
        }
        if line.text.is_empty() {
            return;
        }
        match self.part {
            Part::Opening => self.opening(line),
            Part::Ingredients => self.ingredient(line),
            Part::Steps => self.step(line),
            Part::Equipment => self.equipment(line),
            Part::Notes | Part::Variations => self.note(line),
        }
    }

    fn begin(&mut self, part: Part) {
        self.part = part;
        self.bulleted = false;
    }

    fn remark(&mut self, code: &'static str, message: String, line: usize) {
        let remark = Diagnostic::note(code, message).at(place(line));
        self.gathered.remarks.push(remark);
    }

    fn take_title(&mut self, line: &Line) -> bool {
        let text = line.text.trim_start_matches(['#', ' ']);
        match &self.gathered.title {
            None if line.mark == Mark::None
                && self.part == Part::Opening
                && fact(line.text).is_none() =>
            {
                if part_named(line.text).is_some() {
                    return false;
                }
                self.gathered.title = Some(text.trim_end_matches(':').into());
                true
            }
            Some(title) if title == text => {
                self.repeated.push(line.number);
                true
            }
            _ => false,
        }
    }

    /// A line that a mark in an ingredient points to: `*See the note`.
    fn take_footnote(&mut self, line: &Line) -> bool {
        let first = line.whole.chars().next().filter(|c| MARKS.contains(c));
        let marks = line.whole.chars().take_while(|c| Some(*c) == first);
        let length: usize = marks.map(char::len_utf8).sum();
        let (mark, text) = line.whole.split_at(length);
        let pointed = || {
            let kind = MARKS.iter().position(|sign| mark.starts_with(*sign));
            kind.is_some_and(|kind| self.longest_marks[kind] >= mark.chars().count())
        };
        let spaced = text.starts_with(char::is_whitespace);
        let text = text.trim();
        // Bold text ends with the signs it begins with.
        if mark.is_empty() || text.is_empty() || text.ends_with('*') || spaced && !pointed() {
            return false;
        }
        self.settle_heading();
        self.gathered.footnotes.push(FoundNote {
            title: Some(mark.into()),
            passage: Passage::on(text, line.number),
        });
        true
    }

    /// Prose before the recipe. Where no heading announces the ingredients, the first
    /// list that begins with amounts is taken for them.
    fn opening(&mut self, line: &'w Line<'t>) {
        let listed = line.mark == Mark::Bullet || line.mark == Mark::None;
        if !self.has_ingredient_heading && listed && is_ingredient(line.text) && self.list_goes_on()
        {
            self.begin(Part::Ingredients);
            self.remark(
                "no-heading",
                "no heading announces the ingredients; they were known by their amounts".into(),
                line.number,
            );
            self.ingredient(line);
            return;
        }
        if line.mark == Mark::None && is_short(line.text) && !line.text.ends_with(',') {
            self.settle_heading();
            self.heading = Some(line);
            return;
        }
        self.note(line);
    }

    /// Whether most of the next lines read like ingredients, too.
    fn list_goes_on(&self) -> bool {
        let next: Vec<&Line> = self.lines[self.at..].iter().take(3).collect();
        let alike = next.iter().filter(|line| is_ingredient(line.text)).count();
        alike * 2 >= next.len()
    }

    /// Whether the next line is an item of a list.
    fn next_is_item(&self) -> bool {
        let next = self.lines.get(self.at);
        next.is_some_and(|next| next.mark != Mark::None)
    }

    fn ingredient(&mut self, line: &'w Line<'t>) {
        let marked = line.mark != Mark::None;
        let has_items = !self.gathered.ingredients.is_empty();
        if line.mark == Mark::Number && has_items && !is_ingredient(line.text) {
            return self.begin_steps(line);
        }
        let heading = !marked && !is_ingredient(line.text) && is_short(line.text);
        let stands_over = line.text.ends_with(':')
            || self.next_is_item()
            || line.text.to_lowercase().starts_with("for the ")
            || line.after_blank && self.next_reads_like_ingredient() && !self.bulleted;
        if heading && (stands_over || is_shouted(line.text)) {
            self.settle_heading();
            self.heading = Some(line);
            return;
        }
        if !marked && (is_sentence(line.text) || self.bulleted && !is_ingredient(line.text)) {
            // Sentences after the list: steps, where no heading announces those either.
            if has_items && !self.has_step_heading && is_sentence(line.text) {
                return self.begin_steps(line);
            }
            return self.note(line);
        }
        self.bulleted |= marked;
        if let Some(heading) = self.heading.take() {
            self.gathered.ingredients.push(group(heading));
        }
        for (sign, longest) in MARKS.iter().zip(&mut self.longest_marks) {
            let runs = line.text.split(|c| c != *sign);
            let run = runs.map(|run| run.chars().count()).max().unwrap_or(0);
            *longest = run.max(*longest);
        }
        let passage = Passage::on(line.text, line.number);
        Gathered::add(&mut self.gathered.ingredients, passage);
    }

    fn next_reads_like_ingredient(&self) -> bool {
        let next = self.lines.get(self.at);
        next.is_some_and(|next| is_ingredient(next.text))
    }

    fn begin_steps(&mut self, line: &'w Line<'t>) {
        self.begin(Part::Steps);
        if !self.has_step_heading {
            self.remark(
                "no-heading",
                "no heading announces the steps; what follows the ingredients was taken for them"
                    .into(),
                line.number,
            );
        }
        self.step(line);
    }

    fn step(&mut self, line: &'w Line<'t>) {
        let marked = line.mark != Mark::None;
        let next = self.lines.get(self.at);
        let over_bullets = line.mark != Mark::Bullet
            && next.is_some_and(|next| next.mark == Mark::Bullet)
            && is_short(line.text);
        let over_numbers = !marked && self.next_is_item() && is_short(line.text);
        let ends_open = !marked && line.text.ends_with(':') && is_short(line.text);
        if over_bullets || over_numbers || ends_open {
            self.settle_heading();
            self.heading = Some(line);
            return;
        }
        let has_steps = self
            .gathered
            .steps
            .iter()
            .any(|group| !group.items.is_empty());
        if !marked && self.bulleted && has_steps {
            let goes_on = next.is_some_and(|next| next.mark == Mark::Number);
            if line.after_blank && !goes_on {
                // Prose that an empty line parts from the numbered steps is a remark.
                self.begin(Part::Notes);
                return self.note(line);
            }
            if let Some(last) = self
                .gathered
                .steps
                .last_mut()
                .and_then(|group| group.items.last_mut())
            {
                last.text.push(' ');
                last.text.push_str(line.text);
                return;
            }
        }
        self.bulleted |= marked;
        if let Some(heading) = self.heading.take() {
            self.gathered.steps.push(group(heading));
        }
        let passage = Passage::on(line.text, line.number);
        Gathered::add(&mut self.gathered.steps, passage);
    }

    fn equipment(&mut self, line: &'w Line<'t>) {
        if line.mark == Mark::None && is_sentence(line.text) {
            return self.note(line);
        }
        let passage = Passage::on(line.text, line.number);
        self.gathered.equipment.push(passage);
    }

    /// A note; an item of a list in it continues the one before.
    fn note(&mut self, line: &'w Line<'t>) {
        let variations = self.part == Part::Variations;
        let title = self.heading.take();
        let opening = self.part == Part::Opening;
        let notes = match variations {
            true => &mut self.gathered.variations,
            false => &mut self.gathered.notes,
        };
        if let (Some(last), None, true) = (notes.last_mut(), title, opening)
            && line.mark != Mark::None
        {
            last.passage.text.push_str("\n\n");
            last.passage.text.push_str(line.whole);
            return;
        }
        let (own, text) = match titled(line.text) {
            Some((own, text)) if title.is_none() && !opening => (Some(own), text),
            _ if opening => (None, line.whole),
            _ => (None, line.text),
        };
        let title = title.map(|line| line.text.trim_end_matches(':')).or(own);
        notes.push(FoundNote {
            title: title.map(Into::into),
            passage: Passage::on(text, line.number),
        });
    }

    /// A heading that nothing followed is a note of its own.
    fn settle_heading(&mut self) {
        if let Some(line) = self.heading.take() {
            self.gathered.notes.push(FoundNote {
                title: None,
                passage: Passage::on(line.text, line.number),
            });
        }
    }
}

fn group(heading: &Line) -> Group<Passage> {
    Group {
        name: Some(heading.text.trim_matches([':', '#', '*', ' ']).into()),
        items: Vec::new(),
    }
}

fn place(line: usize) -> Place {
    Place {
        line,
        column: 1,
        length: 0,
    }
}

fn is_shouted(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !text.contains(char::is_lowercase)
}

/// `If the skin doesn't puff: Make sure ...`
fn titled(text: &str) -> Option<(&str, &str)> {
    let (title, text) = text.split_once(": ")?;
    let short = title.split_whitespace().count() <= 8 && !title.contains(['.', '(', ',']);
    (short && !text.trim().is_empty()).then(|| (title, text.trim()))
}
