//! Cooklang: prose in which ingredients, pots and times are marked where they stand.

mod marks;

use super::{take_any_fact, window};
use crate::amount::Amount;
use crate::read::gathered::{FoundNote, Gathered, Passage, one_line};
use crate::read::yaml;
use crate::recipe::Group;
use marks::{Mark, listed, mark_at};
use serde_json::Value;

/// A name that takes more bytes is none.
const LONGEST_NAME: usize = 80;

/// More different things are not compared with each other.
const MOST_COMPARED: usize = 500;

/// Stands where a comment stood.
const COMMENT: char = '\u{1}';

/// Whether `text` is marked as Cooklang is.
pub(in crate::read) fn is_cooklang(text: &str) -> bool {
    let marked = |sign: char| {
        text.match_indices(sign).any(|(at, _)| {
            let rest = window(&text[at + 1..], LONGEST_NAME);
            let line = rest.lines().next().unwrap_or_default();
            let begins = line.starts_with(|c: char| c.is_alphabetic() || "?&{".contains(c));
            let name_ends = line.find(['{', '@', '#', '~']);
            begins && name_ends.is_some_and(|end| line[end..].starts_with('{'))
        })
    };
    text.lines()
        .any(|line| line.starts_with(">>") && line.contains(':'))
        && marked('@')
        || marked('@') && (marked('~') || marked('#') || text.contains('%'))
}

/// Returns the texts of the recipe in `text`, which is Cooklang.
pub(in crate::read) fn gather_cooklang(text: &str) -> Gathered {
    let mut reader = Reader::default();
    let (first, body) = front_matter(text, &mut reader.gathered);
    let mut paragraph = String::new();
    let mut number = first;
    let body = without_block_comments(body);
    for (index, line) in body.lines().enumerate() {
        let said = line.split("--").next().unwrap_or_default();
        let is_comment = said.len() < line.len() || said.contains(COMMENT);
        let line = said.replace(COMMENT, "");
        let line = line.trim();
        // A comment does not part what stands around it.
        if line.is_empty() && is_comment {
            continue;
        }
        let here = first + index;
        let (sign, rest) = match line.get(..2) {
            Some(sign @ (">>" | "==")) => (sign, line[2..].trim()),
            _ => ("", line),
        };
        if line.is_empty() || !sign.is_empty() || line.starts_with(['=', '>']) {
            reader.step(&paragraph, number);
            paragraph.clear();
        }
        if line.is_empty() {
            continue;
        }
        if sign == ">>" {
            match rest.split_once(':') {
                Some((name, value)) => take_any_fact(&mut reader.gathered, name, value),
                None => reader.note(rest, here),
            }
        } else if line.starts_with('=') {
            reader.section(line.trim_matches(['=', ' ']));
        } else if let Some(note) = line.strip_prefix('>') {
            reader.note(note.trim(), here);
        } else {
            if paragraph.is_empty() {
                number = here;
            } else {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    }
    reader.step(&paragraph, number);
    reader.finish()
}

/// Reads the facts between `---` lines at the start; returns the number of the line
/// after them and the rest of the text.
fn front_matter<'t>(text: &'t str, gathered: &mut Gathered) -> (usize, &'t str) {
    let whole = text;
    let Some(text) = text.trim_start().strip_prefix("---") else {
        return (1, whole);
    };
    let Some(end) = text.find("\n---") else {
        return (1, whole);
    };
    if let Some(Value::Object(facts)) = yaml::read_tree(&text[..end]) {
        for (name, value) in &facts {
            take_value(gathered, name, value);
        }
    }
    let rest = &text[end + 4..];
    let body = rest.find('\n').map_or("", |at| &rest[at + 1..]);
    let before = &whole[..whole.len() - body.len()];
    (before.matches('\n').count() + 1, body)
}

fn take_value(gathered: &mut Gathered, name: &str, value: &Value) {
    match value {
        Value::String(text) => take_any_fact(gathered, name, text),
        Value::Array(items) => {
            let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            take_any_fact(gathered, name, &items.join(", "));
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                if let Value::String(text) = value {
                    take_any_fact(gathered, &format!("{name}.{key}"), text);
                }
            }
        }
        _ => {}
    }
}

fn without_block_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("[-") {
        let Some(end) = rest[start..].find("-]") else {
            break;
        };
        out.push_str(&rest[..start]);
        // The lines stay, so that those after it keep their numbers.
        out.push(COMMENT);
        for _ in rest[start..start + end].matches('\n') {
            out.extend(['\n', COMMENT]);
        }
        rest = &rest[start + end + 2..];
    }
    out.push_str(rest);
    out
}

/// An ingredient as it was marked.
#[derive(Debug)]
struct Marked {
    name: String,
    amount: String,
    unit: String,
    preparation: String,
    optional: bool,
    fixed: bool,
    /// What follows it in a list of ingredients.
    tail: String,
    line: usize,
}

#[derive(Default)]
struct Reader {
    gathered: Gathered,
    groups: Vec<Group<Marked>>,
    section: Option<String>,
}

impl Reader {
    fn section(&mut self, name: &str) {
        self.section = Some(name.into()).filter(|name: &String| !name.is_empty());
        self.gathered.steps.push(Group {
            name: self.section.clone(),
            items: Vec::new(),
        });
    }

    fn note(&mut self, text: &str, line: usize) {
        self.gathered.notes.push(FoundNote {
            title: None,
            passage: Passage::on(text, line),
        });
    }

    /// Reads a paragraph: what is marked becomes plain, amounts stand in braces.
    fn step(&mut self, paragraph: &str, line: usize) {
        if paragraph.trim().is_empty() {
            return;
        }
        if let Some(listed) = listed(paragraph) {
            for (sign, mark, tail) in listed {
                match sign {
                    '@' => self.keep(&mark, tail, line),
                    _ => self.equipment(mark.name, line),
                }
            }
            return;
        }
        let mut text = String::new();
        let mut rest = paragraph;
        while let Some(at) = rest.find(['@', '#', '~', '\\']) {
            text.push_str(&rest[..at]);
            let sign = rest[at..].chars().next().unwrap_or_default();
            let after = &rest[at + 1..];
            if sign == '\\' {
                let escaped = after.chars().next();
                text.extend(escaped);
                rest = &after[escaped.map_or(0, char::len_utf8)..];
                continue;
            }
            let Some((mark, length)) = mark_at(after, sign) else {
                text.push(sign);
                rest = after;
                continue;
            };
            match sign {
                '@' => self.ingredient(&mark, line, &mut text),
                '#' => {
                    text.push_str(&mark.name);
                    self.equipment(mark.name, line);
                }
                _ => {
                    let time = [mark.amount.as_str(), mark.unit.as_str()].join(" ");
                    let time = time.trim();
                    text.push_str(if time.is_empty() { &mark.name } else { time });
                }
            }
            rest = &after[length..];
        }
        text.push_str(rest);
        let passage = Passage::on(one_line(&text), line);
        Gathered::add(&mut self.gathered.steps, passage);
    }

    fn ingredient(&mut self, mark: &Mark, line: usize, text: &mut String) {
        let (fixed, amount) = mark.amount();
        let figures = amount.starts_with(|c: char| c.is_numeric());
        let measure = one_line(&format!("{amount} {}", mark.unit));
        let shown = mark.shown.as_deref().unwrap_or(&mark.name);
        match (measure.is_empty(), figures && !fixed) {
            (true, _) => text.push_str(shown),
            (false, true) => text.push_str(&format!("{{{measure}}} {shown}")),
            (false, false) => text.push_str(&format!("{measure} {shown}")),
        }
        if !mark.preparation.is_empty() {
            text.push_str(&format!(" ({})", mark.preparation));
        }
        if !mark.is_reference {
            self.keep(mark, String::new(), line);
        }
    }

    fn equipment(&mut self, name: String, line: usize) {
        if !self
            .gathered
            .equipment
            .iter()
            .any(|known| known.text == name)
        {
            self.gathered.equipment.push(Passage::on(name, line));
        }
    }

    /// Puts an ingredient on the list of its section.
    fn keep(&mut self, mark: &Mark, tail: String, line: usize) {
        let (fixed, amount) = mark.amount();
        let marked = Marked {
            name: mark.name.clone(),
            amount: amount.into(),
            unit: mark.unit.clone(),
            preparation: mark.preparation.clone(),
            optional: mark.is_optional,
            fixed,
            tail,
            line,
        };
        if self.adds_to_known(&marked) {
            return;
        }
        if self
            .groups
            .last()
            .is_none_or(|group| group.name != self.section)
        {
            self.groups.push(Group {
                name: self.section.clone(),
                items: Vec::new(),
            });
        }
        if let Some(group) = self.groups.last_mut() {
            group.items.push(marked);
        }
    }

    /// Adds `more` to the same ingredient of this section, if their amounts add up.
    fn adds_to_known(&mut self, more: &Marked) -> bool {
        let Some(group) = self
            .groups
            .last_mut()
            .filter(|group| group.name == self.section)
        else {
            return false;
        };
        let alike = |known: &&mut Marked| {
            known.name == more.name
                && known.tail == more.tail
                && (known.preparation == more.preparation || more.preparation.is_empty())
        };
        for known in group.items.iter_mut().take(MOST_COMPARED).filter(alike) {
            if more.amount.is_empty() {
                return true;
            }
            let sum = || {
                let own: Amount = known.amount.parse().ok()?;
                let other: Amount = more.amount.parse().ok()?;
                own.plus(other).ok()
            };
            if known.unit == more.unit
                && known.fixed == more.fixed
                && let Some(sum) = sum()
            {
                known.amount = sum.to_string();
                return true;
            }
        }
        false
    }

    fn finish(mut self) -> Gathered {
        for group in self.groups {
            let items = group.items.into_iter().map(|marked| {
                let mut text = one_line(&format!(
                    "{} {} {}",
                    marked.amount, marked.unit, marked.name
                ));
                if !marked.preparation.is_empty() {
                    text.push_str(&format!(", {}", marked.preparation));
                }
                text.push_str(&marked.tail);
                if marked.optional {
                    text.push_str(" (optional)");
                }
                Passage {
                    fixed: marked.fixed,
                    ..Passage::on(text, marked.line)
                }
            });
            self.gathered.ingredients.push(Group {
                name: group.name,
                items: items.collect(),
            });
        }
        self.gathered
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_ingredients_pots_and_times() {
        let text = "---\ntitle: Pancakes\nservings: 4\ntags: [easy, sweet]\n---\n\
            Whisk @flour{1.10%cup}(sifted) and @eggs{2} in a #large bowl{}. -- by hand\n\
            [- not\n   yet -]\n\
            Add @?salt, @water{} and @flour{1/2%cup}.\n\n\
            == Sauce ==\n\nSimmer @maple syrup{1-2%tbsp} for ~{10%minutes} in a #pot.\n\n\
            Fry in @butter{=1%tbsp} and a drop\\@home.\n> Best hot.\n";
        assert!(is_cooklang(text));
        let gathered = gather_cooklang(text);
        assert_eq!(gathered.title.as_deref(), Some("Pancakes"));
        assert_eq!(gathered.yields, ["4"]);
        assert_eq!(gathered.tags, ["easy", "sweet"]);
        assert_eq!(
            gathered.ingredient_texts(),
            [
                "1 3/5 cup flour, sifted",
                "2 eggs",
                "salt (optional)",
                "water",
                "1-2 tbsp maple syrup",
                "1 tbsp butter"
            ]
        );
        assert!(gathered.ingredients[1].items[1].fixed);
        assert_eq!(
            gathered.step_texts(),
            [
                "Whisk {1.10 cup} flour (sifted) and {2} eggs in a large bowl. Add salt, water and {1/2 cup} flour.",
                "Sauce",
                "Simmer {1-2 tbsp} maple syrup for 10 minutes in a pot.",
                "Fry in 1 tbsp butter and a drop@home.",
            ]
        );
        let pots: Vec<&str> = gathered
            .equipment
            .iter()
            .map(|item| item.text.as_str())
            .collect();
        assert_eq!(pots, ["large bowl", "pot"]);
        assert_eq!(gathered.notes[0].passage.text, "Best hot.");
        assert_eq!(gathered.notes[0].passage.line, Some(16));
    }

    #[test]
    fn the_same_ingredient_adds_up_exactly() {
        let gathered = gather_cooklang("Take @salt{1/3%tsp}.\n\nAnd @salt{1/3%tsp} and @salt.\n");
        assert_eq!(gathered.ingredient_texts(), ["2/3 tsp salt"]);
    }

    #[test]
    fn old_facts_are_read() {
        let text = ">> source: https://example.org/x\n>> time required: 1 hour\n>> wine: red\n\nBoil @rice{1%cup} ~{5%min}.";
        let gathered = gather_cooklang(text);
        assert_eq!(gathered.url.as_deref(), Some("https://example.org/x"));
        assert_eq!(gathered.time.total, Some(3_600));
        assert_eq!(gathered.notes[0].title.as_deref(), Some("wine"));
    }

    #[test]
    fn what_is_no_mark_stays() {
        let gathered = gather_cooklang("Mail me @ home, #1 of 2, ~20 g @flour{");
        assert_eq!(
            gathered.step_texts(),
            ["Mail me @ home, #1 of 2, ~20 g @flour{"]
        );
    }
}
