//! What the thing is called, and how it is prepared.
//!
//! ```text
//! rest     = segment (("," | ";" | ":" | dash) segment)*
//! first    = (size | manner | adverb* participle)* name turn?
//! name                          up to a turn (`for`, `plus`, `cut into`) or a late participle
//! segment                       more name, after qualities alone or in a list with "or";
//!                               else a preparation, a remark or an alternative
//! ```
//! Works on tokens outside of parentheses and gives each to a part. Owns these rules; the
//! words they go by are in the table of words. Must never know of amounts.

use super::token::{Kind, Part, Token};
use super::words::{ADVERB, Class, MANNER, PARTICIPLE, QUALITY, SIZE, SPARE, TURN};

/// What the amount part tells the name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// Whether the line begins with an amount.
    pub amount: bool,
    /// Whether it comes in a package, whose label names it: `1 can diced tomatoes`.
    pub packed: bool,
}

/// The tokens of a line outside of its parentheses.
pub(super) struct Namer<'a> {
    pub line: &'a str,
    pub tokens: &'a mut [Token],
    /// The tokens outside of parentheses that are still open, by index.
    pub main: Vec<usize>,
    pub before: Before,
}

impl Namer<'_> {
    /// Gives every token outside of parentheses to a part.
    pub fn read(&mut self) {
        let rest = self.read_name();
        let mut from = rest;
        while from < self.main.len() {
            let end = self.segment_end(from);
            self.give_tail(from, end);
            from = end + 1;
        }
    }

    /// Reads the name; returns where in `main` it ends.
    fn read_name(&mut self) -> usize {
        let mut from = 0;
        let mut begun = None;
        while from < self.main.len() {
            let end = self.segment_end(from);
            let more = end < self.main.len();
            let start = self.skip_lead(from, end, more);
            if start == end {
                from = end + 1;
                continue;
            }
            if start + 1 == end && more && self.class(start).is(PARTICIPLE) {
                self.give(start, end, Part::Preparation);
                from = end + 1;
                continue;
            }
            self.give(start, end, Part::Name);
            begun.get_or_insert(start);
            if !self.goes_on(start, end) {
                let end = self.list_end(end);
                return self.trim_name(begun.unwrap_or(start), end);
            }
            from = end + 1;
        }
        match begun {
            Some(start) => self.trim_name(start, self.main.len()),
            None => self.main.len(),
        }
    }

    /// Steps over what stands before the name in the segment: sizes, manners, participles.
    fn skip_lead(&mut self, from: usize, end: usize, more: bool) -> usize {
        let mut at = from;
        while at < end {
            let class = self.class(at);
            let next = self.class_before(at + 1, end);
            let last = at + 1 == end;
            if last && !class.is(MANNER) && !(class.is(SIZE) && more) {
                break;
            }
            let capital = self.token(at).is_capital(self.line) && (at > from || self.before.amount);
            if class.is(SIZE) || self.is_any(at, &["very", "extra"]) && next.is(SIZE) {
                self.give(at, at + 1, Part::Amount);
                at += 1;
            } else if class.is(ADVERB)
                && !capital
                && let Some(after) = self.after_cut(at, end)
            {
                self.give(at, after, Part::Preparation);
                at = after;
                if at < end && self.is(at, "of") {
                    self.give(at, at + 1, Part::Preparation);
                    at += 1;
                }
            } else if class.is(PARTICIPLE) && !capital && !self.is_label(at, end) {
                self.give(at, at + 1, Part::Preparation);
                at += 1;
            } else if at > from && self.joins_participles(at, end) {
                self.give(at, at + 1, Part::Preparation);
                at += 1;
            } else if class.is(MANNER | SPARE) {
                self.give(at, at + 1, Part::Amount);
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Past `finely chopped`, `very thinly and evenly sliced`: adverbs up to a participle.
    fn after_cut(&self, at: usize, end: usize) -> Option<usize> {
        let mut to = at + 1;
        while to < end && (self.class(to).is(ADVERB) || self.is_any(to, &["and", "or"])) {
            to += 1;
        }
        if to + 1 >= end {
            return None;
        }
        let fresh = self.is(at, "fresh") && to == at + 1;
        let done = self.class(to).is(PARTICIPLE)
            || self.is_any(
                to,
                &[
                    "ground", "roasted", "cooked", "squeezed", "brewed", "made", "popped", "cut",
                    "shaved", "baked", "picked", "packed", "crumbled", "boiled", "whipped",
                    "salted",
                ],
            );
        let fresh_done = self.is_any(to, &["squeezed", "ground", "cracked", "grated"]);
        (done && (!fresh || fresh_done)).then_some(to + 1)
    }

    /// Whether a participle is how the thing is sold: `diced tomatoes`, anything on a label.
    fn is_label(&self, at: usize, end: usize) -> bool {
        if self.before.packed {
            return true;
        }
        let Some(next) = (at + 1 < end).then(|| self.token(at + 1)) else {
            return false;
        };
        const SOLD: [(&str, &[&str]); 7] = [
            ("crushed", &["tomatoes", "pineapple", "red"]),
            ("diced", &["tomatoes"]),
            ("chopped", &["tomatoes"]),
            ("peeled", &["tomatoes", "plum"]),
            (
                "minced",
                &["beef", "lamb", "pork", "meat", "turkey", "chicken"],
            ),
            ("mashed", &["potato", "potatoes"]),
            ("shredded", &["coconut", "wheat"]),
        ];
        SOLD.iter()
            .any(|(how, things)| self.is(at, how) && next.is_any(self.line, things))
    }

    /// `and` between two participles before the name: `peeled and diced carrots`.
    fn joins_participles(&self, at: usize, end: usize) -> bool {
        let next = self.class_before(at + 1, end);
        self.is_any(at, &["and", "or", "&"])
            && self.token(at - 1).part == Part::Preparation
            && (next.is(PARTICIPLE | ADVERB)
                || at + 1 < end
                    && self.is_any(
                        at + 1,
                        &[
                            "stale", "torn", "crumbled", "broken", "pitted", "dried", "ground",
                            "roasted",
                        ],
                    ))
    }

    /// Whether the name goes on behind the comma at `end`: `boneless, skinless thighs`.
    fn goes_on(&self, start: usize, end: usize) -> bool {
        if end >= self.main.len() {
            return false;
        }
        let qualities = (start..end).all(|at| {
            self.class(at).is(QUALITY) || self.is_any(at, &["and", "or"]) || self.is_fine(at)
        });
        let next = end + 1;
        qualities && next < self.main.len() && !self.begins_tail(next) && !self.is_turn(next)
    }

    /// Adjectives by their ending: `salt-free`, `seedless`.
    fn is_fine(&self, at: usize) -> bool {
        let word = self.token(at).text(self.line);
        word.len() > 6
            && [
                "-free", "-fat", "less", "-style", "-cut", "-quality", "-sodium",
            ]
            .iter()
            .any(|end| word.ends_with(end))
    }

    /// Whether a segment that begins at `at` is no name.
    fn begins_tail(&self, at: usize) -> bool {
        self.class(at).is(PARTICIPLE | ADVERB)
            || self.is_any(
                at,
                &[
                    "cut",
                    "to",
                    "plus",
                    "for",
                    "preferably",
                    "optional",
                    "such",
                    "about",
                    "with",
                    "at",
                    "skin",
                    "seeds",
                    "stems",
                    "if",
                    "in",
                    "from",
                    "or",
                ],
            )
    }

    /// Takes in the rest of a list: `leeks, shallots, or onions`; returns where it ends.
    fn list_end(&mut self, end: usize) -> usize {
        let second = end + 1;
        if second >= self.main.len() || self.token(end).kind != Kind::Comma {
            return end;
        }
        let second_end = self.segment_end(second);
        let third = second_end + 1;
        let listed = third < self.main.len()
            && second_end - second <= 3
            && !self.begins_tail(second)
            && !self.is_turn(second)
            && self.is_any(third, &["or", "and"])
            && !self.is_vague(third + 1)
            && (second..second_end)
                .chain(third..self.main.len().min(third + 3))
                .all(|at| !self.token(at).text(self.line).ends_with("ed"));
        if !listed {
            return end;
        }
        let end = self.segment_end(third);
        self.give(second, end, Part::Name);
        end
    }

    /// Whether what follows `or` is no other thing: `or more`, `or to taste`.
    fn is_vague(&self, at: usize) -> bool {
        at >= self.main.len()
            || self.is_any(
                at,
                &[
                    "more",
                    "less",
                    "to",
                    "as",
                    "use",
                    "so",
                    "about",
                    "if",
                    "enough",
                    "substitute",
                    "a",
                    "an",
                ],
            )
            || self
                .token(at)
                .text(self.line)
                .starts_with(|c: char| c.is_numeric())
    }

    /// Takes from the name what is no part of it: turns, late participles, sizes.
    /// Returns where in `main` the name ends; what was taken behind it is given.
    fn trim_name(&mut self, start: usize, end: usize) -> usize {
        let mut stop = end;
        for at in start..end {
            if at > start
                && self.token(at).part == Part::Name
                && (self.is_turn(at) || self.is_late_cut(at, end))
            {
                stop = at;
                break;
            }
        }
        let mut before_qualities = true;
        for at in start..stop {
            if self.token(at).part != Part::Name || self.token(at).separates() {
                continue;
            }
            let class = self.class(at);
            let plain = !self.token(at).is_capital(self.line);
            if before_qualities && at > start && at + 1 < stop && plain {
                if class.is(PARTICIPLE) && !self.is_label(at, stop) {
                    self.give(at, at + 1, Part::Preparation);
                    continue;
                }
                if class.is(SIZE) && !self.is_any(at - 1, &["or", "to", "and", "extra"]) {
                    self.give(at, at + 1, Part::Note);
                    continue;
                }
            }
            before_qualities &= class.is(QUALITY) || self.is_any(at, &["and", "or"]);
            if at > start && self.is_any(at, &["and", "or", "&"]) {
                self.give_inner_cut(at + 1, stop);
            }
        }
        let mut from = stop;
        while from < end {
            let segment = self.segment_end(from).min(end);
            self.give_tail(from, segment);
            from = segment + 1;
        }
        end
    }

    /// `freshly ground` in `salt and freshly ground pepper`.
    fn give_inner_cut(&mut self, from: usize, end: usize) {
        let mut at = from;
        while at < end && self.class(at).is(ADVERB) {
            at += 1;
        }
        let cut =
            at + 1 < end && at > from && (self.class(at).is(PARTICIPLE) || self.is(at, "ground"));
        if cut {
            self.give(from, at + 1, Part::Preparation);
        }
    }

    /// A participle behind the name, without a comma: `1 onion finely chopped`.
    fn is_late_cut(&self, at: usize, end: usize) -> bool {
        let mut to = at;
        while to < end && self.class(to).is(ADVERB) && !self.class(to).is(QUALITY) {
            to += 1;
        }
        if to >= end || !self.class(to).is(PARTICIPLE) || self.token(to).is_capital(self.line) {
            return false;
        }
        let next = to + 1;
        next >= end
            || self.token(next).separates()
            || self.class(next).is(TURN)
            || self.is_any(next, &["and", "into", "with", "or", "&"])
                && next + 1 < end
                && self.class(next + 1).is(PARTICIPLE | ADVERB | TURN)
    }

    /// Whether a remark begins at `at`: `for dusting`, `plus more`, `cut into strips`.
    pub fn is_turn(&self, at: usize) -> bool {
        let token = self.token(at);
        if token.kind != Kind::Word {
            return false;
        }
        let after = |words: &[&str]| at + 1 < self.main.len() && self.is_any(at + 1, words);
        let number_after = || {
            at + 1 < self.main.len()
                && self
                    .token(at + 1)
                    .text(self.line)
                    .starts_with(|c: char| c.is_numeric())
        };
        if self.is(at, "+") {
            return true;
        }
        if self.is(at, "or") {
            return number_after()
                || after(&["to", "more", "less", "as", "about", "use", "so"])
                || after(&["other"])
                    && at + 2 < self.main.len()
                    && self.is_any(at + 2, &["such", "similar"]);
        }
        if !token.class.is(TURN) {
            return false;
        }
        match () {
            () if self.is_any(
                at,
                &[
                    "plus",
                    "preferably",
                    "weighing",
                    "depending",
                    "dissolved",
                    "until",
                    "per",
                    "e.g",
                    "for",
                ],
            ) =>
            {
                true
            }
            () if self.is(at, "such") => after(&["as"]),
            () if self.is(at, "mixed") => after(&["with"]),
            () if self.is(at, "to") => after(&[
                "taste", "serve", "garnish", "finish", "season", "coat", "cover", "decorate",
                "drizzle", "grease", "dust", "sprinkle", "make", "your",
            ]),
            () if self.is(at, "at") => after(&["room"]),
            () if self.is(at, "cut") => !after(&["oats", "pork", "corn"]),
            () if self.is(at, "as") => after(&["needed", "desired", "required", "necessary"]),
            () if self.is(at, "if") => true,
            () if self.is(at, "in") => after(&["their", "its"]),
            () if self.is_any(at, &["about", "approximately"]) => number_after(),
            () if self.is(at, "like") => {
                at + 1 < self.main.len() && self.token(at + 1).is_capital(self.line)
            }
            () if self.is_any(at, &["that", "which"]) => after(&["has", "have", "is", "are"]),
            () if self.is(at, "made") => after(&["with", "from"]),
            () if self.is(at, "from") => number_after() || after(&["about"]),
            () if self.is_any(at, &["soaked", "left"]) => after(&["in", "over", "whole"]),
            () if self.is(at, "used") => after(&["for"]),
            () if self.is(at, "with") => after(&["thick", "skin", "skins"]),
            () => false,
        }
    }

    /// Gives a segment behind the name to the part its first words tell.
    fn give_tail(&mut self, from: usize, end: usize) {
        let mut from = from;
        while from < end && self.token(from).separates() {
            from += 1;
        }
        if from >= end {
            return;
        }
        if end == from + 1 && self.is(from, "optional") {
            self.give(from, end, Part::Said);
            return;
        }
        if self.is(from, "or") && from + 1 < end {
            let vague = self.is_any(
                from + 1,
                &["more", "less", "to", "as", "so", "if", "enough"],
            );
            if !vague {
                self.give(from, from + 1, Part::Said);
                self.give(from + 1, end, Part::Alternative);
                return;
            }
        }
        let remark = self.is_any(
            from,
            &[
                "for",
                "plus",
                "such",
                "preferably",
                "about",
                "approximately",
                "if",
                "to",
                "as",
                "like",
                "see",
                "available",
                "note",
                "or",
                "e.g",
                "depending",
                "any",
                "not",
                "but",
                "more",
                "each",
                "total",
                "+",
                "from",
                "per",
                "i.e",
            ],
        );
        self.give(
            from,
            end,
            if remark {
                Part::Note
            } else {
                Part::Preparation
            },
        );
    }

    /// Where the segment ends that `from` stands in: at a separator or at the end.
    fn segment_end(&self, from: usize) -> usize {
        (from..self.main.len())
            .find(|&at| self.token(at).separates())
            .unwrap_or(self.main.len())
    }

    fn give(&mut self, from: usize, to: usize, part: Part) {
        for at in from..to.min(self.main.len()) {
            self.tokens[self.main[at]].part = part;
        }
    }

    fn token(&self, at: usize) -> Token {
        self.tokens[self.main[at]]
    }

    fn class(&self, at: usize) -> Class {
        self.token(at).class
    }

    fn class_before(&self, at: usize, end: usize) -> Class {
        if at < end {
            self.class(at)
        } else {
            Class::default()
        }
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.token(at).is(self.line, word)
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_any(self.line, words)
    }
}
