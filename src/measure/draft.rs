//! How a ladder is made, when the program is built, from the measures of a kitchen.
//!
//! Owns which of all the amounts that a kitchen's measures make are worth a mark, and
//! how far each reaches. Must never know which measures a kitchen has.
//!
//! A mark stays unless a cook would rather be a little off with an easier one. Where
//! between two marks the limit lies is a matter of what they cost the cook: a plain
//! mark (`1 cup`) reaches further than a fiddly one (`3 tbsp + 1/2 tsp`), but never past
//! the bound while the other mark is within it.

use super::ladder::{Bound, FINE, Mark, Measure};
use super::tools::{Measures, Stretch, Sums};
use crate::unit::Unit;

/// An amount that a kitchen can measure.
#[derive(Clone, Copy)]
struct Candidate {
    grains: u64,
    limit: u64,
    first: Measure,
    second: Option<Measure>,
    /// What measuring it costs the cook, in hundredths of the bother that one percent
    /// of error is; whole measures are free.
    cost: u32,
}

/// The marks of a kitchen in rising order, with room for more.
pub(super) struct Draft {
    candidates: [Candidate; MOST_MARKS],
    count: usize,
    bounds: [Bound; 3],
    beyond: (Unit, u64),
}

/// Makes the ladder of a [`Draft`], without its spare room.
macro_rules! ladder {
    ($draft:expr) => {{
        const DRAFT: $crate::measure::draft::Draft = $draft;
        const MARKS: [$crate::measure::ladder::Mark; DRAFT.count()] = DRAFT.marks();
        $crate::measure::ladder::Ladder::new(&MARKS, DRAFT.bounds(), DRAFT.beyond())
    }};
}
pub(super) use ladder;

/// More amounts than any kitchen's measures make.
const MOST_MARKS: usize = 900;

impl Draft {
    /// Returns what a kitchen with these measures can measure.
    pub const fn of(measures: &Measures<'_>) -> Draft {
        let nothing = Candidate {
            grains: 0,
            limit: 0,
            cost: 0,
            first: Measure {
                unit: measures.beyond.0,
                numerator: 0,
                denominator: 1,
            },
            second: None,
        };
        let mut draft = Draft {
            candidates: [nothing; MOST_MARKS],
            count: 0,
            bounds: measures.bounds,
            beyond: measures.beyond,
        };
        let mut index = 0;
        while index < measures.singles.len() {
            draft.add_stretch(&measures.singles[index]);
            index += 1;
        }
        index = 0;
        while index < measures.sums.len() {
            draft.add_sums(&measures.sums[index]);
            index += 1;
        }
        draft.drop_fiddly(measures.error_cost);
        draft.set_limits(measures.error_cost);
        draft
    }

    const fn add_stretch(&mut self, stretch: &Stretch) {
        let mut grains = stretch.from;
        while grains <= stretch.to {
            self.add(single(stretch, grains));
            grains += stretch.step;
        }
    }

    const fn add_sums(&mut self, sums: &Sums<'_>) {
        let mut large = 0;
        while large < sums.large.len() {
            let base = &sums.large[large];
            let mut grains = base.from;
            while grains <= base.to {
                let mut small = 0;
                while small < sums.small.len() {
                    let more = &sums.small[small];
                    let mut extra = more.from;
                    while extra <= more.to {
                        let (first, second) = (single(base, grains), single(more, extra));
                        self.add(Candidate {
                            grains: grains + extra,
                            cost: first.cost + second.cost + sums.cost,
                            second: Some(second.first),
                            ..first
                        });
                        extra += more.step;
                    }
                    small += 1;
                }
                grains += base.step;
            }
            large += 1;
        }
    }

    /// Puts a mark in its place; of two ways to measure the same, the easier stays.
    const fn add(&mut self, mark: Candidate) {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = (low + high) / 2;
            if self.candidates[middle].grains < mark.grains {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if low < self.count && self.candidates[low].grains == mark.grains {
            if mark.cost < self.candidates[low].cost {
                self.candidates[low] = mark;
            }
            return;
        }
        let mut place = self.count;
        while place > low {
            self.candidates[place] = self.candidates[place - 1];
            place -= 1;
        }
        self.candidates[low] = mark;
        self.count += 1;
    }

    /// Drops every mark that a cook would rather miss by a little: there is an easier
    /// one within the bound, even when its error is counted.
    const fn drop_fiddly(&mut self, error_cost: u64) {
        let mut dropped = [false; MOST_MARKS];
        // Easy marks first, because only a mark that stays can stand in for another.
        let mut cost = 0;
        while cost != u32::MAX {
            let mut next = u32::MAX;
            let mut index = 0;
            while index < self.count {
                let mark = self.candidates[index];
                if mark.cost > cost && mark.cost < next {
                    next = mark.cost;
                }
                if mark.cost == cost {
                    dropped[index] = self.is_replaced(index, &dropped, error_cost);
                }
                index += 1;
            }
            cost = next;
        }
        self.take_back(&mut dropped);
        let (mut from, mut to) = (0, 0);
        while from < self.count {
            if !dropped[from] {
                self.candidates[to] = self.candidates[from];
                to += 1;
            }
            from += 1;
        }
        self.count = to;
    }

    const fn is_replaced(
        &self,
        index: usize,
        dropped: &[bool; MOST_MARKS],
        error_cost: u64,
    ) -> bool {
        let mark = self.candidates[index];
        let reach = mark.grains * percent_above(&self.bounds, mark.grains) / 100;
        let mut other = index;
        while other > 0 && self.candidates[other - 1].grains + reach >= mark.grains {
            other -= 1;
        }
        while other < self.count && self.candidates[other].grains <= mark.grains + reach {
            let rival = self.candidates[other];
            let apart = rival.grains.abs_diff(mark.grains);
            if !dropped[other]
                && rival.cost as u64 * mark.grains + 100 * error_cost * apart
                    < mark.cost as u64 * mark.grains
            {
                return true;
            }
            other += 1;
        }
        false
    }

    /// Takes back the easiest mark that closes a gap between two others, neither of
    /// which is within the bound in its middle.
    const fn take_back(&self, dropped: &mut [bool; MOST_MARKS]) {
        let mut index = 0;
        while index < self.count {
            let mut next = index + 1;
            while next < self.count && dropped[next] {
                next += 1;
            }
            if next < self.count && !self.meets(index, next) {
                let (mut best, mut between) = (index, index + 1);
                let mut closes = false;
                while between < next && self.meets(index, between) {
                    let also = self.meets(between, next);
                    // As far as possible, or else the easiest that leaves no gap.
                    if !closes || also && self.candidates[between].cost < self.candidates[best].cost
                    {
                        (best, closes) = (between, also);
                    }
                    between += 1;
                }
                if best != index {
                    dropped[best] = false;
                    next = best;
                }
            }
            index = next;
        }
    }

    /// Whether every amount between two marks is within the bound of one of them.
    const fn meets(&self, index: usize, next: usize) -> bool {
        let (least, most) = self.reach(index, next);
        least <= most
    }

    /// How far down the mark at `next` reaches and how far up the one at `index`, in
    /// fine grains.
    const fn reach(&self, index: usize, next: usize) -> (u64, u64) {
        let (below, above) = (self.candidates[index].grains, self.candidates[next].grains);
        let percent = percent_above(&self.bounds, above - 1);
        (
            (above * FINE * 100).div_ceil(100 + percent),
            below * FINE * 100 / (100 - percent),
        )
    }

    /// Sets how far each mark reaches towards the next.
    const fn set_limits(&mut self, error_cost: u64) {
        let mut index = 0;
        while index + 1 < self.count {
            let (mark, next) = (self.candidates[index], self.candidates[index + 1]);
            let (below, above) = (mark.grains * FINE, next.grains * FINE);
            // Where both cost the cook the same, their error counted.
            let weight = 200 * error_cost;
            let even =
                (below + above) * (weight + next.cost as u64 - mark.cost as u64) / (2 * weight);
            let (least, most) = self.reach(index, index + 1);
            let limit = if least <= most {
                clamp(even, least, most)
            } else {
                (below + above) / 2
            };
            let margin = (above - below) / 16;
            self.candidates[index].limit = clamp(limit, below + margin, above - margin);
            index += 1;
        }
    }

    /// How many marks there are.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// The marks; `COUNT` is their [count](Draft::count).
    pub const fn marks<const COUNT: usize>(&self) -> [Mark; COUNT] {
        let mut marks = [self.candidates[0].mark(); COUNT];
        let mut index = 0;
        while index < COUNT {
            marks[index] = self.candidates[index].mark();
            index += 1;
        }
        marks
    }

    /// How far a shown amount may be from the exact one.
    pub const fn bounds(&self) -> [Bound; 3] {
        self.bounds
    }

    /// The steps that go on above the last mark for ever.
    pub const fn beyond(&self) -> (Unit, u64) {
        self.beyond
    }
}

impl Candidate {
    const fn mark(&self) -> Mark {
        Mark {
            grains: self.grains,
            limit: self.limit,
            first: self.first,
            second: self.second,
        }
    }
}

const fn single(stretch: &Stretch, grains: u64) -> Candidate {
    let (mut a, mut b) = (grains, stretch.grains);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let is_mixed = grains > stretch.grains && !grains.is_multiple_of(stretch.grains);
    Candidate {
        grains,
        limit: 0,
        cost: stretch.cost + if is_mixed { stretch.mixed } else { 0 },
        first: Measure {
            unit: stretch.unit,
            numerator: (grains / a) as u16,
            denominator: (stretch.grains / a) as u16,
        },
        second: None,
    }
}

/// The percentage that holds just above `grains`.
const fn percent_above(bounds: &[Bound], grains: u64) -> u64 {
    let mut index = 0;
    // The last bound holds for ever.
    while grains >= bounds[index].up_to {
        index += 1;
    }
    bounds[index].percent
}

const fn clamp(value: u64, least: u64, most: u64) -> u64 {
    if value < least {
        least
    } else if value > most {
        most
    } else {
        value
    }
}
