//! How many recipes there were, and how much was said about them.

use porkcli::diagnostic::{Diagnostic, Severity};

/// What was counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    pub(super) recipes: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) notes: usize,
    pub(super) cures: usize,
    /// The errors that an earlier command in a pipe has put in the place of a recipe.
    pub(super) earlier: usize,
    /// Whether an input could not be read at all.
    pub(super) unread: bool,
}

impl Tally {
    /// Counts what is said.
    pub(super) fn count(&mut self, said: &[Diagnostic]) {
        for diagnostic in said {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
    }

    /// Adds what `other` has counted.
    pub(super) fn add(&mut self, other: Tally) {
        self.recipes += other.recipes;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.cures += other.cures;
        self.earlier += other.earlier;
        self.unread |= other.unread;
    }

    /// Whether there was anything to say.
    pub(super) fn is_empty(&self) -> bool {
        self.errors + self.warnings + self.notes + self.earlier == 0
    }

    /// `2 recipes: 1 error, 3 warnings, 1 note`
    pub(super) fn summary(&self) -> String {
        self.summary_of("recipe")
    }

    /// The same of as many `thing`s.
    pub(super) fn summary_of(&self, thing: &str) -> String {
        let counted = |count: usize, word: &str| match count {
            1 => format!("1 {word}"),
            count => format!("{count} {word}s"),
        };
        let kinds = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.notes, "note"),
        ];
        let mut found: Vec<String> = kinds
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| counted(count, word))
            .collect();
        if self.earlier > 0 {
            found.push(format!("{} from before", counted(self.earlier, "error")));
        }
        if found.is_empty() {
            found.push(
                if self.unread {
                    "not all could be read"
                } else {
                    "nothing to report"
                }
                .into(),
            );
        }
        if self.cures > 0 {
            found.push(format!("{} cured", self.cures));
        }
        format!("{}: {}", counted(self.recipes, thing), found.join(", "))
    }
}
