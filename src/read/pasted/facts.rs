//! Facts on lines of their own: `Prep: 10 min | Cook: 20 min`, `Serves 4`.

use super::Walk;
use super::lines::{Line, is_sentence};
use super::words::{Fact, fact};
use crate::read::gathered::{FoundNote, Passage};
use crate::read::loose_time::read_loose_time;

impl Walk<'_, '_> {
    /// One fact, or several beside each other: `Prep: 10 min | Cook: 20 min`.
    pub(super) fn take_facts(&mut self, line: &Line) -> bool {
        let parts: Vec<&str> = line
            .text
            .split(['|', '•', '·', '\t'])
            .map(str::trim)
            .collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if self.gathered.url.is_none() && is_address(line.text) {
            self.gathered.url = Some(line.text.into());
            return true;
        }
        let facts: Option<Vec<(Fact, &str)>> = parts.iter().map(|part| fact(part)).collect();
        let Some(facts) = facts.filter(|facts| !facts.is_empty()) else {
            return false;
        };
        // Only one fact can have its value on the next line.
        let on_next_line = facts.iter().any(|(_, value)| value.is_empty());
        if on_next_line && facts.len() > 1 {
            return false;
        }
        let next = self.lines.get(self.at);
        let mut told = Vec::new();
        for (name, value) in facts {
            let value = match (value, next) {
                ("", Some(next)) => next.text,
                (value, _) => value,
            };
            if !self.is_told(name, value) {
                return false;
            }
            told.push((name, value));
        }
        if on_next_line {
            self.at += 1;
        }
        for (name, value) in told {
            self.tell(name, value);
            // `Serves 4. Enjoy!`
            let after = line.text.split_once(value).map(|(_, after)| after);
            let after = after.and_then(|after| after.strip_prefix(". "));
            if let Some(after) = after.filter(|_| name == Fact::Yield) {
                self.gathered.notes.push(FoundNote {
                    title: None,
                    passage: Passage::on(after, line.number),
                });
            }
        }
        true
    }

    /// Whether `value` is what a fact of this kind says.
    fn is_told(&self, name: Fact, value: &str) -> bool {
        let words = value.split_whitespace().count();
        match name {
            Fact::PrepTime | Fact::CookTime | Fact::TotalTime => {
                let begins = ["about", "around", "ca"]
                    .iter()
                    .any(|word| value.starts_with(word))
                    || value.starts_with(|c: char| c.is_numeric() || "~P".contains(c));
                words <= 8 && begins && read_loose_time(value).is_some()
            }
            Fact::Yield => {
                words <= 10 && value.contains(|c: char| c.is_numeric()) && !is_sentence(value)
            }
            Fact::Author => (1..=6).contains(&words) && self.gathered.authors.is_empty(),
            Fact::Source | Fact::Category | Fact::Cuisine | Fact::Tags => {
                (1..=12).contains(&words) && !is_sentence(value)
            }
        }
    }

    fn tell(&mut self, name: Fact, value: &str) {
        let text = value.to_string();
        let gathered = &mut self.gathered;
        match name {
            Fact::Author => gathered.authors.push(text),
            Fact::Source if is_address(value) => gathered.url = Some(text),
            Fact::Source => gathered.source_name = Some(text),
            Fact::PrepTime => gathered.time.prep = read_loose_time(value),
            Fact::CookTime => gathered.time.cook = read_loose_time(value),
            Fact::TotalTime => gathered.time.total = read_loose_time(value),
            // The factor that a page shows beside its buttons: `4 servings 1x`.
            Fact::Yield => {
                let plain = value.strip_suffix("1x").unwrap_or(value).trim();
                gathered.yields.push(plain.into());
            }
            Fact::Category => gathered.categories.push(text),
            Fact::Cuisine => gathered.cuisines.push(text),
            Fact::Tags => {
                let tags = value.split(',').map(|tag| tag.trim().to_lowercase());
                gathered.tags.extend(tags.filter(|tag| !tag.is_empty()));
            }
        }
    }
}

fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://"))
        && !text.contains(char::is_whitespace)
}
