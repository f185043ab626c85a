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
use super::words::{ADVERB, Class, PARTICIPLE, QUALITY, SIZE, TURN};

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

/// No name has more words.
const MOST_NAME: usize = 24;

impl Namer<'_> {
    /// Where the segment ends that `from` stands in: at a separator or at the end.
    pub(super) fn segment_end(&self, from: usize) -> usize {
        (from..self.main.len())
            .find(|&at| self.token(at).separates())
            .unwrap_or(self.main.len())
    }

    pub(super) fn give(&mut self, from: usize, to: usize, part: Part) {
        for at in from..to.min(self.main.len()) {
            self.tokens[self.main[at]].part = part;
        }
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_capital(self.line)
    }

    /// Whether it begins with a digit or a fraction sign.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.token(at)
            .text(self.line)
            .starts_with(|c: char| c.is_numeric())
    }

    pub(super) fn token(&self, at: usize) -> Token {
        self.tokens[self.main[at]]
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.token(at).class
    }

    pub(super) fn class_before(&self, at: usize, end: usize) -> Class {
        if at < end {
            self.class(at)
        } else {
            Class::default()
        }
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.token(at).is(self.line, word)
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_any(self.line, words)
    }
}

impl Namer<'_> {
    /// Gives every token outside of parentheses to a part.
    pub(super) fn read(&mut self) {
        let rest = self.read_name();
        let mut from = rest;
        while from < self.main.len() {
            let end = self.segment_end(from);
            self.give_tail(from, end);
            from = end + 1;
        }
    }

    /// Reads the name; returns where in `main` it ends.
    pub(super) fn read_name(&mut self) -> usize {
        let mut from = 0;
        let mut begun = None;
        while from < self.main.len() {
            let end = self.segment_end(from);
            let more = end < self.main.len();
            let start = self.skip_lead(from, end, more, begun.is_some());
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

    /// Whether the name goes on behind the comma at `end`: `boneless, skinless thighs`.
    pub(super) fn goes_on(&self, start: usize, end: usize) -> bool {
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
    pub(super) fn names_later(&self, from: usize) -> bool {
        let end = self.segment_end(from);
        let mut at = from;
        while at < end
            && (self.class(at).is(PARTICIPLE | ADVERB) || self.is_any(at, &["and", "or"]))
        {
            at += 1;
        }
        at > from && at < end && !self.class(at).is(TURN) && !self.is(at, "into")
    }

    pub(super) fn is_fine(&self, at: usize) -> bool {
        is_quality_by_its_ending(self.token(at).text(self.line))
    }

    /// Takes in the rest of a list: `leeks, shallots, or onions`; returns where it ends.
    pub(super) fn list_end(&mut self, end: usize) -> usize {
        let second = end + 1;
        if second >= self.main.len() || self.token(end).kind != Kind::Comma {
            return end;
        }
        let second_end = self.segment_end(second);
        if self.is_pair(second, second_end) {
            self.give(second, second_end, Part::Name);
            return second_end;
        }
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

    /// Whether a segment is the end of a list: `haddock or hake` behind `cod`.
    fn is_pair(&self, from: usize, end: usize) -> bool {
        let or = (from + 1..end.min(from + 4)).find(|&at| self.is(at, "or"));
        let Some(or) = or else { return false };
        or + 1 < end
            && end - from <= 6
            && !self.begins_tail(from)
            && !self.is_vague(or + 1)
            && !self.class(end - 1).is(QUALITY | SIZE)
            && (from..end).all(|at| {
                (at == or || !self.class(at).is(PARTICIPLE | ADVERB | TURN))
                    && !self.token(at).text(self.line).ends_with("ed")
                    && !self.is_any(at, &["juice", "zest", "only", "separated"])
            })
    }

    /// Gives what stands behind `or` as an alternative, if the name is whole without it:
    /// `butter or margarine`, `canola oil or grapeseed oil`, but not `red or green chiles`.
    fn give_other(&mut self, start: usize, stop: usize) {
        let or = (start + 1..stop.min(start + MOST_NAME))
            .find(|&at| self.is(at, "or") && self.token(at).part == Part::Name);
        let Some(or) = or.filter(|&or| or + 1 < stop) else {
            return;
        };
        let lists = (start..stop).any(|at| self.token(at).separates())
            || (or + 1..stop.min(start + MOST_NAME)).any(|at| self.is(at, "or"));
        let last = |at: usize| self.token(at).text(self.line);
        let same = last(or - 1).eq_ignore_ascii_case(last(stop - 1));
        let single = or + 2 == stop && !self.class(or - 1).is(QUALITY | SIZE | PARTICIPLE);
        let other = self.is_any(or + 1, &["other", "another", "any", "similar"]);
        let whole = !self.class(or - 1).is(QUALITY | SIZE | PARTICIPLE);
        if !lists && whole && (same || single || other) {
            self.give(or, or + 1, Part::Said);
            self.give(or + 1, stop, Part::Alternative);
        }
    }

    /// Whether what follows `or` is no other thing: `or more`, `or to taste`.
    pub(super) fn is_vague(&self, at: usize) -> bool {
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
    pub(super) fn trim_name(&mut self, start: usize, end: usize) -> usize {
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
                && (!either && !self.class(at - 1).is(QUALITY)
                    || self.class_before(at + 1, stop).is(ADVERB))
            {
                self.give_inner_cut(at + 1, stop);
            }
        }
        self.give_other(start, stop);
        let mut from = stop;
        while from < end {
            let segment = self.segment_end(from).min(end);
            self.give_tail(from, segment);
            from = segment + 1;
        }
        end
    }

    /// `freshly ground` in `salt and freshly ground pepper`.
    pub(super) fn give_inner_cut(&mut self, from: usize, end: usize) -> bool {
        let mut at = from;
        while at < end.min(from + 4) && self.class(at).is(ADVERB) {
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
}

/// Adjectives by their ending: `salt-free`, `seedless`.
pub(super) fn is_quality_by_its_ending(word: &str) -> bool {
    word.len() > 6
        && [
            "-free", "-fat", "less", "-style", "-cut", "-quality", "-sodium",
        ]
        .iter()
        .any(|end| word.ends_with(end))
}
