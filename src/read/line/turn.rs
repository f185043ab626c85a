//! Where a name turns into a remark, and what part the remark is.
//!
//! Owns the words that begin one: `for dusting`, `plus more`, `cut into strips`, `or ...`.
//! Must never know what stands before the name.

use super::cursor::Cursor;
use super::name::Namer;
use super::token::{Kind, Part};
use super::vague::one_at;
use super::words::{ADVERB, MEASURED, PART, PARTICIPLE, QUALITY, SIZE, TURN};

/// No preparation without a comma has more words; looking no further keeps long lines fast.
const MOST_CUTS: usize = 8;

impl Namer<'_> {
    /// A participle behind the name, without a comma: `1 onion finely chopped`.
    pub(super) fn is_late_cut(&self, at: usize, end: usize) -> bool {
        let mut to = at;
        while to < end.min(at + MOST_CUTS)
            && self.class(to).is(ADVERB)
            && !self.class(to).is(QUALITY)
        {
            to += 1;
        }
        if to >= end || !self.class(to).is(PARTICIPLE) || self.token(to).is_capital(self.line) {
            return false;
        }
        let most = end.min(at + MOST_CUTS);
        while to < most
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
    pub(super) fn is_turn(&self, at: usize) -> bool {
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
                || next < self.main.len()
                    && one_at(Cursor::new(self.line, self.token(next).start)).is_some()
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
            || here(&["cut"])
                && (next >= self.main.len()
                    || self.token(next).separates()
                    || number_after()
                    || self.class(next).is(ADVERB)
                    || after(&[
                        "into",
                        "in",
                        "to",
                        "on",
                        "up",
                        "from",
                        "crosswise",
                        "lengthwise",
                        "lengthways",
                        "across",
                        "for",
                        "thin",
                        "thick",
                        "diagonally",
                        "off",
                        "as",
                        "like",
                        "small",
                        "at",
                    ]))
            || here(&["optional", "including"])
            || here(&["on"])
                && after(&["the"])
                && second < self.main.len()
                && self.is_any(second, &["side"])
            || here(&["enough"]) && after(&["to", "for"])
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
    pub(super) fn is_part_of_another(&self, from: usize) -> bool {
        from + 2 < self.main.len()
            && self.class(from).is(PART)
            && self.is_any(from + 1, &["of", "from"])
            && (self.is_number(from + 2) || self.is_any(from + 2, &["a", "an", "half"]))
    }

    /// Gives a segment behind the name to the part its first words tell.
    pub(super) fn give_tail(&mut self, from: usize, end: usize) {
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
                "total",
                "+",
                "from",
                "per",
                "i.e",
            ],
        );
        // Behind a dash anything may come; only what was done to the thing is a preparation.
        let apart = from > 0
            && self.token(from - 1).kind == Kind::Break
            && !self.class(from).is(PARTICIPLE | ADVERB);
        let remark = remark || apart;
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

    /// Whether a segment that begins at `at` is no name.
    pub(super) fn begins_tail(&self, at: usize) -> bool {
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
                    "on",
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
}
