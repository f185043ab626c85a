//! The food words that a check knows, and which of them a wider word covers: a step
//! that says `cheese` uses the cheddar.
//!
//! Owns the table (`foods.txt`, one row a food). Must never know of recipes.

use super::words::alike;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A row of the table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The food.
    pub food: &'static str,
    /// Other words for it.
    pub also: Vec<&'static str>,
    /// Words by which a step may call it, among others.
    pub wider: Vec<&'static str>,
    /// Whether the word in a step means the food and nothing else.
    pub is_plain: bool,
}

/// The table.
#[derive(Clone, Debug)]
pub(super) struct Foods {
    rows: Vec<Row>,
    /// The rows that a word names, by their place; that of the food itself comes first.
    named: HashMap<&'static str, Vec<usize>>,
}

impl Foods {
    /// Returns the table, which is read once: a check of many recipes would do little else.
    pub(super) fn known() -> &'static Foods {
        static KNOWN: LazyLock<Foods> = LazyLock::new(Foods::read);
        &KNOWN
    }

    fn read() -> Foods {
        let lines = include_str!("foods.txt").lines();
        let rows = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let rows: Vec<Row> = rows.map(read_row).collect();
        let mut named: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, row) in rows.iter().enumerate() {
            named.entry(row.food).or_default().push(place);
        }
        for (place, row) in rows.iter().enumerate() {
            for also in &row.also {
                named.entry(also).or_default().push(place);
            }
        }
        Foods { rows, named }
    }

    /// The rows that `stem` names.
    fn rows(&self, stem: &str) -> impl Iterator<Item = &Row> {
        let places = self.named.get(stem);
        let places = places.into_iter().flatten();
        places.filter_map(|place| self.rows.get(*place))
    }

    /// The row of `stem`, whichever of its names that is.
    pub(super) fn row(&self, stem: &str) -> Option<&Row> {
        self.rows(stem).next()
    }

    /// Whether a step that says `said` may mean the ingredient word `word`.
    pub(super) fn may_mean(&self, said: &str, word: &str) -> bool {
        if alike(said, word) {
            return true;
        }
        let tells = |row: &Row, other: &str| {
            let all = || row.also.iter().chain(&row.wider);
            all().any(|known| alike(known, other))
        };
        let of = |stem: &str, other: &str| {
            self.rows(stem)
                .any(|row| row.food == other || tells(row, other))
        };
        of(word, said) || of(said, word)
    }
}

/// `~food = also also: wider wider`
fn read_row(line: &'static str) -> Row {
    let is_plain = !line.starts_with('~');
    let line = line.trim_start_matches('~');
    let (names, wider) = line.split_once(':').unwrap_or((line, ""));
    let (food, also) = names.split_once('=').unwrap_or((names, ""));
    Row {
        food: food.trim(),
        also: also.split_whitespace().collect(),
        wider: wider.split_whitespace().collect(),
        is_plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::words::stem;
    use std::collections::HashSet;

    #[test]
    fn a_wider_word_covers_a_food() {
        let foods = Foods::known();
        assert!(foods.may_mean("cheese", "cheddar"));
        assert!(foods.may_mean("scallion", "scallion"));
        assert!(foods.may_mean("courgette", "zucchini"));
        assert!(foods.may_mean("seasoning", "season"));
        assert!(!foods.may_mean("cheddar", "basil"));
    }

    #[test]
    fn every_row_stands_once_and_in_the_singular() {
        let mut seen = HashSet::new();
        for row in &Foods::known().rows {
            assert!(seen.insert(row.food), "{} stands twice", row.food);
            assert_eq!(stem(row.food), row.food, "{} is no stem", row.food);
        }
    }
}
