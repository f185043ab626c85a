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
use super::words::{ADVERB, Class, MANNER, MEASURED, PART, PARTICIPLE, QUALITY, SIZE, SPARE, TURN};

/// What the amount part tells the name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// Whether the line begins with an amount.
    pub amount: bool,
    /// Whether it comes in a package, whose label names it: `1 can diced tomatoes`.
    pub packed: bool,
    /// Whether it is measured, not counted: `2 cups cooked rice`, but `2 cooked lobsters`.
    pub measured: bool,
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
            let capital = self.is_capital(at)
                && (at > from || self.before.amount)
                && (last || self.is_capital(at + 1));
            if let Some(after) = self.after_size_choice(at, end) {
                self.give(at, after, Part::Amount);
                at = after;
                continue;
            }
            if let Some(after) = self.after_phrase(at, end) {
                self.give(at, after, Part::Preparation);
                at = after;
                continue;
            }
            if class.is(SIZE) || self.is_any(at, &["very", "extra"]) && next.is(SIZE) {
                self.give(at, at + 1, Part::Amount);
                at += 1;
            } else if class.is(ADVERB)
                && !capital
                && let Some(after) = self.after_cut(at, end, more)
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

    /// Past `medium or large`, `medium to large`, `small or 1 medium`.
    fn after_size_choice(&self, at: usize, end: usize) -> Option<usize> {
        let sizes = SIZE | MEASURED;
        let joined = at + 3 < end && self.class(at).is(sizes) && self.is_any(at + 1, &["or", "to"]);
        if !joined {
            return None;
        }
        let number = self.is_number(at + 2);
        let second = at + 2 + usize::from(number);
        let is_size = self
            .class_before(second, end)
            .is(if number { sizes } else { SIZE });
        (is_size && second + 1 < end).then_some(second + 1)
    }

    /// Past a preparation of several words before the name: `room temperature`,
    /// `blanched and lightly toasted`.
    fn after_phrase(&self, at: usize, end: usize) -> Option<usize> {
        if at + 2 < end && self.is(at, "room") && self.is(at + 1, "temperature") {
            return Some(at + 2);
        }
        let done = self.token(at).text(self.line).ends_with("ed") && !self.class(at).is(PARTICIPLE);
        if !done || self.is_capital(at) || at + 3 >= end || !self.is(at + 1, "and") {
            return None;
        }
        let mut to = at + 2;
        while to < end && self.class(to).is(ADVERB) {
            to += 1;
        }
        (to + 1 < end && self.class(to).is(PARTICIPLE)).then_some(to + 1)
    }

    /// Past `finely chopped`, `very thinly and evenly sliced`: adverbs up to a participle.
    fn after_cut(&self, at: usize, end: usize, more: bool) -> Option<usize> {
        let mut to = at + 1;
        while to < end && (self.class(to).is(ADVERB) || self.is_any(to, &["and", "or"])) {
            to += 1;
        }
        if to >= end || to + 1 == end && !more {
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
        let freshly = self.is(at, "freshly") && self.token(to).text(self.line).ends_with("ed");
        (freshly || done && (!fresh || fresh_done)).then_some(to + 1)
    }

    /// Whether a participle is how the thing is sold: `diced tomatoes`, anything on a label.
    fn is_label(&self, at: usize, end: usize) -> bool {
        if self.before.packed {
            return true;
        }
        let first = at == 0 && self.is(at, "toasted");
        if !self.before.measured && (first || self.is(at, "cooked")) {
            return true;
        }
        let Some(next) = (at + 1 < end).then(|| self.token(at + 1)) else {
            return false;
        };
        const SOLD: [(&str, &[&str]); 6] = [
            ("crushed", &["tomatoes", "pineapple", "red"]),
            ("diced", &["tomatoes"]),
            ("chopped", &["tomatoes"]),
            ("peeled", &["tomatoes", "plum"]),
            (
                "minced",
                &["beef", "lamb", "pork", "meat", "turkey", "chicken"],
            ),
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
        // A thing must come at last; `dried, crushed` at the end has none.
        qualities
            && next < self.main.len()
            && !self.is_turn(next)
            && (!self.begins_tail(next) || self.names_later(next))
    }

    /// Whether a segment that begins with participles ends with a thing: `drained black olives`.
    fn names_later(&self, from: usize) -> bool {
        let end = self.segment_end(from);
        let mut at = from;
        while at < end
            && (self.class(at).is(PARTICIPLE | ADVERB) || self.is_any(at, &["and", "or"]))
        {
            at += 1;
        }
        at > from
            && at < end
            && !(at..end)
                .any(|at| self.class(at).is(TURN) || self.is_any(at, &["into", "and", "or"]))
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
            if at > start
                && plain
                && class.is(ADVERB)
                && !class.is(QUALITY)
                && self.give_inner_cut(at, stop)
            {
                continue;
            }
            if before_qualities && at > start && at + 1 < stop && plain {
                if class.is(PARTICIPLE)
                    && !self.is_label(at, stop)
                    && !self.is_any(at + 1, &["or", "and"])
                    && !self.is_any(at - 1, &["or", "and"])
                {
                    self.give(at, at + 1, Part::Preparation);
                    continue;
                }
                if class.is(SIZE) && !self.is_any(at - 1, &["or", "to", "and", "extra"]) {
                    self.give(at, at + 1, Part::Note);
                    continue;
                }
            }
            before_qualities &= class.is(QUALITY) || self.is_any(at, &["and", "or"]);
            let either = self.is(at, "or");
            if at > start
                && (either || self.is_any(at, &["and", "&"]))
                && (!either || self.class_before(at + 1, stop).is(ADVERB))
            {
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
    fn give_inner_cut(&mut self, from: usize, end: usize) -> bool {
        let mut at = from;
        while at < end && self.class(at).is(ADVERB) {
            at += 1;
        }
        let cut = at + 1 < end
            && (self.class(at).is(PARTICIPLE) || at > from && self.is(at, "ground"))
            && !self.is_capital(at)
            && !self.is_label(at, end);
        if cut {
            self.give(from, at + 1, Part::Preparation);
        }
        cut
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
        while to < end
            && (self.class(to).is(PARTICIPLE | ADVERB) || self.is_any(to, &["and", "or", "&"]))
        {
            to += 1;
        }
        to >= end
            || self.token(to).separates()
            || self.class(to).is(TURN)
            || self.is_any(to, &["into", "with", "over"])
    }

    /// Whether a remark begins at `at`: `for dusting`, `plus more`, `cut into strips`.
    fn is_turn(&self, at: usize) -> bool {
        let token = self.token(at);
        let (next, second) = (at + 1, at + 2);
        let here = |words: &[&str]| self.is_any(at, words);
        let after = |words: &[&str]| next < self.main.len() && self.is_any(next, words);
        let number_after = || next < self.main.len() && self.is_number(next);
        if here(&["+"]) {
            return true;
        }
        if here(&["or"]) {
            return number_after()
                || self.is_part_of_another(next)
                || after(&["to", "more", "less", "as", "about", "use", "so"])
                || after(&["other"])
                    && second < self.main.len()
                    && self.is_any(second, &["such", "similar"]);
        }
        if token.text(self.line).ends_with(['°', 'º']) {
            return true;
        }
        if !token.class.is(TURN) {
            return false;
        }
        here(&[
            "plus",
            "preferably",
            "weighing",
            "depending",
            "dissolved",
            "until",
            "per",
            "e.g",
            "for",
            "if",
        ]) || here(&["such"]) && after(&["as"])
            || here(&["mixed", "made"]) && after(&["with", "from"])
            || here(&["at"]) && after(&["room"])
            || here(&["cut"]) && !after(&["oats", "pork", "corn"])
            || here(&["as"]) && after(&["needed", "desired", "required", "necessary"])
            || here(&["in"]) && (number_after() || after(&["their", "its"]))
            || here(&["about", "approximately"]) && number_after()
            || here(&["like"])
            || here(&["that", "which"]) && after(&["has", "have", "is", "are"])
            || here(&["from"]) && (number_after() || after(&["about"]))
            || here(&["soaked", "left"]) && after(&["in", "over", "whole"])
            || here(&["used"]) && after(&["for"])
            || here(&["with"]) && after(&["thick", "skin", "skins"])
            || here(&["to"])
                && next < self.main.len()
                && !self.token(next).separates()
                && !self.class(next).is(SIZE | MEASURED)
                && !number_after()
    }

    /// `juice of 1 lime` behind `or`.
    fn is_part_of_another(&self, from: usize) -> bool {
        from + 2 < self.main.len()
            && self.class(from).is(PART)
            && self.is_any(from + 1, &["of", "from"])
            && (self.is_number(from + 2) || self.is_any(from + 2, &["a", "an", "half"]))
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

    fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_capital(self.line)
    }

    /// Whether it begins with a digit or a fraction sign.
    fn is_number(&self, at: usize) -> bool {
        self.token(at)
            .text(self.line)
            .starts_with(|c: char| c.is_numeric())
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
