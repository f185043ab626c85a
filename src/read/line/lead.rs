//! What stands before the name: sizes, manners and preparations.
//!
//! ```text
//! lead = (size (("or" | "to") number? size)? | manner | cut)*
//! cut  = adverb* participle ("and" adverb* participle)*
//! ```
//! Owns which participle is part of the name: `diced tomatoes` are sold so. Must never
//! know where the name ends.

use super::name::Namer;
use super::token::Part;
use super::words::{ADVERB, MANNER, MEASURED, PARTICIPLE, SIZE, SPARE};

impl Namer<'_> {
    /// Steps over what stands before the name in the segment: sizes, manners, participles.
    pub(super) fn skip_lead(&mut self, from: usize, end: usize, more: bool, begun: bool) -> usize {
        let mut at = from;
        while at < end {
            let class = self.class(at);
            let next = self.class_before(at + 1, end);
            let last = at + 1 == end;
            if last && !class.is(MANNER) && !(class.is(SIZE) && more && !begun) {
                break;
            }
            let capital = self.is_capital(at)
                && (at > from || self.before.amount)
                && (last || self.is_capital(at + 1));
            if let Some(after) = self.after_size_choice(at, end) {
                self.give(at, after, Part::Measured);
                at = after;
                continue;
            }
            if let Some(after) = self.after_phrase(at, end) {
                self.give(at, after, Part::Preparation);
                at = after;
                continue;
            }
            let choice = at + 1 < end && self.is(at + 1, "or");
            if class.is(SIZE) && !choice || self.is_any(at, &["very", "extra"]) && next.is(SIZE) {
                self.give(at, at + 1, Part::Measured);
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
            } else if class.is(PARTICIPLE) && !capital && !self.is_label(at, end)
                || at > from && self.joins_participles(at, end)
            {
                self.give(at, at + 1, Part::Preparation);
                at += 1;
            } else if class.is(MANNER | SPARE) {
                self.give(at, at + 1, Part::Measured);
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Past `finely chopped`, `very thinly and evenly sliced`: adverbs up to a participle.
    pub(super) fn after_cut(&self, at: usize, end: usize, more: bool) -> Option<usize> {
        let mut to = at + 1;
        while to < end
            && !self.is(at, "fresh")
            && (self.class(to).is(ADVERB) || self.is_any(to, &["and", "or"]))
        {
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

    /// Past `medium or large`, `medium to large`, `small or 1 medium`.
    pub(super) fn after_size_choice(&self, at: usize, end: usize) -> Option<usize> {
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
    pub(super) fn after_phrase(&self, at: usize, end: usize) -> Option<usize> {
        if at + 2 < end && self.is(at, "room") && self.is(at + 1, "temperature") {
            return Some(at + 2);
        }
        if at + 2 < end && self.is(at, "hot") && self.is(at + 1, "cooked") {
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

    /// Whether a participle is how the thing is sold: `diced tomatoes`, anything on a label.
    pub(super) fn is_label(&self, at: usize, end: usize) -> bool {
        if self.before.packed {
            return true;
        }
        if self.before.amount && !self.before.measured && self.is(at, "cooked") {
            return true;
        }
        let Some(next) = (at + 1 < end).then(|| self.token(at + 1)) else {
            return false;
        };
        const SOLD: [(&str, &[&str]); 7] = [
            ("crushed", &["tomatoes", "pineapple", "red"]),
            ("diced", &["tomatoes"]),
            ("toasted", &["flaked"]),
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
    pub(super) fn joins_participles(&self, at: usize, end: usize) -> bool {
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
}
