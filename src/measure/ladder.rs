//! The ladder: every amount that a kitchen can measure, from small to large.
//!
//! Owns how a ladder is made from the measures of a kitchen, and which of its marks
//! an exact amount is shown at. Must never know which measures a kitchen has.
//!
//! Each mark owns the amounts from the mark below it to a limit of its own, so what
//! is shown never falls when the amount rises, and a mark is always shown as itself.
//! Where between two marks the limit lies is a matter of what they cost the cook: a
//! plain mark (`1 cup`) reaches further than a fiddly one (`3 tbsp + 1/2 tsp`), but
//! never past the bound while the other mark is within it.

use super::{Portion, Term};
use crate::amount::Amount;
use crate::unit::Unit;

/// Amounts of one unit at even steps.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    /// The unit.
    pub unit: Unit,
    /// How many grains of the ladder one unit is.
    pub grains: u64,
    /// The first amount, in grains.
    pub from: u64,
    /// The last amount, in grains.
    pub to: u64,
    /// The step, in grains.
    pub step: u64,
    /// What measuring it costs the cook, see [`Mark::cost`].
    pub cost: u32,
    /// What a number such as `2 1/2` costs besides.
    pub mixed: u32,
}

/// A unit and how many grains of a ladder it is.
#[derive(Clone, Copy)]
pub(super) struct Tool(pub Unit, pub u64);

impl Tool {
    /// Returns the amounts from `from` to `to` in steps of `step`, all in grains.
    pub const fn steps(self, from: u64, to: u64, step: u64, cost: u32) -> Stretch {
        Stretch {
            unit: self.0,
            grains: self.1,
            from,
            to,
            step,
            cost,
            mixed: 0,
        }
    }

    /// Returns the whole amounts from `from` to `to`, in units.
    pub const fn whole(self, from: u64, to: u64, cost: u32) -> Stretch {
        self.steps(from * self.1, to * self.1, self.1, cost)
    }

    /// Returns `parts / of` and every such part more, up to `to` units; to read `2 1/2`
    /// off two measures costs a little more than `1/2`.
    pub const fn parts(self, parts: u64, of: u64, to: u64, cost: u32) -> Stretch {
        Stretch {
            mixed: 50,
            ..self.steps(self.1 * parts / of, self.1 * to, self.1 / of, cost)
        }
    }

    /// Returns `parts / of` alone and added to every whole amount up to `to` units.
    pub const fn fraction(self, parts: u64, of: u64, to: u64, cost: u32) -> Stretch {
        let first = self.1 * parts / of;
        Stretch {
            mixed: 50,
            ..self.steps(first, first + self.1 * to, self.1, cost)
        }
    }
}

impl Stretch {
    /// Returns these amounts without those below `from` grains.
    pub const fn from(self, from: u64) -> Stretch {
        let mut first = self.from;
        while first < from {
            first += self.step;
        }
        Stretch {
            from: first,
            ..self
        }
    }
}

/// Amounts that are the sum of a larger measure and a smaller one.
#[derive(Clone, Copy)]
pub(super) struct Sums<'a> {
    /// The larger measures.
    pub large: &'a [Stretch],
    /// The smaller measures.
    pub small: &'a [Stretch],
    /// What the second measure costs besides the two.
    pub cost: u32,
}

/// How far a shown amount may be from the exact one.
#[derive(Clone, Copy)]
pub(super) struct Bound {
    /// The largest amount this holds for, in grains.
    pub up_to: u64,
    /// How far, in percent of the exact amount.
    pub percent: u64,
}

/// The measures a ladder is made of.
pub(super) struct Measures<'a> {
    pub singles: &'a [Stretch],
    pub sums: &'a [Sums<'a>],
    /// From small to large.
    pub bounds: [Bound; 3],
    /// What one percent of error costs, in hundredths.
    pub error_cost: u64,
    /// The steps that go on above the last mark for ever.
    pub beyond: (Unit, u64),
}

/// So many of a unit, as a reduced fraction.
#[derive(Clone, Copy)]
struct Measure {
    unit: Unit,
    numerator: u32,
    denominator: u32,
}

/// An amount that a kitchen can measure.
#[derive(Clone, Copy)]
struct Mark {
    /// The amount, in grains.
    grains: u64,
    /// The largest amount that is shown at this mark, in 1/1024 grains.
    limit: u64,
    /// What measuring it costs the cook, in hundredths of the bother that one percent
    /// of error is; whole measures are free.
    cost: u32,
    first: Measure,
    second: Option<Measure>,
}

/// The marks of a kitchen in rising order.
pub(super) struct Ladder {
    marks: [Mark; MOST_MARKS],
    count: usize,
    bounds: [Bound; 3],
    beyond: (Unit, u64),
}

/// More amounts than any kitchen's measures make.
const MOST_MARKS: usize = 900;

/// Limits are kept in finer grains, so that rounding them does not matter.
const FINE: u64 = 1024;

impl Ladder {
    /// Returns the ladder of a kitchen with these measures.
    pub const fn of(measures: &Measures<'_>) -> Ladder {
        let nothing = Mark {
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
        let mut ladder = Ladder {
            marks: [nothing; MOST_MARKS],
            count: 0,
            bounds: measures.bounds,
            beyond: measures.beyond,
        };
        let mut index = 0;
        while index < measures.singles.len() {
            ladder.add_stretch(&measures.singles[index]);
            index += 1;
        }
        index = 0;
        while index < measures.sums.len() {
            ladder.add_sums(&measures.sums[index]);
            index += 1;
        }
        ladder.drop_fiddly(measures.error_cost);
        ladder.set_limits(measures.error_cost);
        ladder
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
                        self.add(Mark {
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
    const fn add(&mut self, mark: Mark) {
        let (mut low, mut high) = (0, self.count);
        while low < high {
            let middle = (low + high) / 2;
            if self.marks[middle].grains < mark.grains {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if low < self.count && self.marks[low].grains == mark.grains {
            if mark.cost < self.marks[low].cost {
                self.marks[low] = mark;
            }
            return;
        }
        let mut place = self.count;
        while place > low {
            self.marks[place] = self.marks[place - 1];
            place -= 1;
        }
        self.marks[low] = mark;
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
                let mark = self.marks[index];
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
                self.marks[to] = self.marks[from];
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
        let mark = self.marks[index];
        let reach = mark.grains * percent_above(&self.bounds, mark.grains) / 100;
        let mut other = index;
        while other > 0 && self.marks[other - 1].grains + reach >= mark.grains {
            other -= 1;
        }
        while other < self.count && self.marks[other].grains <= mark.grains + reach {
            let rival = self.marks[other];
            let apart = rival.grains.abs_diff(mark.grains);
            if !dropped[other]
                && rival.cost < mark.cost
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
                    if !closes || also && self.marks[between].cost < self.marks[best].cost {
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
        let (below, above) = (self.marks[index].grains, self.marks[next].grains);
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
            let (mark, next) = (self.marks[index], self.marks[index + 1]);
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
            self.marks[index].limit = clamp(limit, below + margin, above - margin);
            index += 1;
        }
    }

    /// Returns what is shown for `numerator / denominator` grains.
    pub fn portion(&self, numerator: i128, denominator: i128) -> Portion {
        let (n, d) = trimmed(numerator, denominator);
        let marks = &self.marks[..self.count];
        let fine = n * i128::from(FINE);
        let found =
            marks[..marks.len() - 1].partition_point(|mark| i128::from(mark.limit) * d < fine);
        let mark = &marks[found];
        let (unit, step) = self.beyond;
        let top = i128::from(mark.grains);
        if found + 1 == marks.len() && n > top * d {
            let step = i128::from(step);
            let steps = (2 * n + step * d) / (2 * step * d);
            if steps * step > top {
                return Portion {
                    first: Term {
                        amount: Amount::reduced(steps, 1),
                        unit: Some(unit),
                    },
                    second: None,
                    about: false,
                };
            }
        }
        Portion {
            first: mark.first.term(),
            second: mark.second.map(Measure::term),
            about: !self.is_within(mark.grains, n, d),
        }
    }

    /// Whether showing `grains` for `n / d` grains is within the bound.
    pub fn is_within(&self, grains: u64, n: i128, d: i128) -> bool {
        let shown = i128::from(grains) * d;
        let percent = self
            .bounds
            .iter()
            .find(|bound| n < i128::from(bound.up_to) * d)
            .map_or(0, |bound| i128::from(bound.percent));
        (shown - n).abs() * 100 <= n * percent
    }
}

impl Measure {
    fn term(self) -> Term {
        Term {
            amount: Amount::reduced(i128::from(self.numerator), i128::from(self.denominator)),
            unit: Some(self.unit),
        }
    }
}

const fn single(stretch: &Stretch, grains: u64) -> Mark {
    let (mut a, mut b) = (grains, stretch.grains);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let is_mixed = grains > stretch.grains && !grains.is_multiple_of(stretch.grains);
    Mark {
        grains,
        limit: 0,
        cost: stretch.cost + if is_mixed { stretch.mixed } else { 0 },
        first: Measure {
            unit: stretch.unit,
            numerator: (grains / a) as u32,
            denominator: (stretch.grains / a) as u32,
        },
        second: None,
    }
}

/// The percentage that holds just above `grains`.
const fn percent_above(bounds: &[Bound], grains: u64) -> u64 {
    let mut index = 0;
    while index + 1 < bounds.len() && grains >= bounds[index].up_to {
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

/// The fraction with few enough digits to multiply by any mark; what is cut off lies
/// beyond the eighteenth digit.
fn trimmed(mut numerator: i128, mut denominator: i128) -> (i128, i128) {
    const MOST: i128 = 1 << 90;
    while numerator > MOST || denominator > MOST {
        numerator >>= 1;
        denominator = (denominator >> 1).max(1);
    }
    (numerator, denominator)
}
