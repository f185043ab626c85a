//! The ladder: every amount that a kitchen can measure, from small to large.
//!
//! Owns which of its marks an exact amount is shown at. Must never know which measures
//! a kitchen has, or how its marks were chosen.
//!
//! Each mark owns the amounts from the mark below it to a limit of its own, so what
//! is shown never falls when the amount rises, and a mark is always shown as itself.

use super::{Portion, Term};
use crate::amount::Amount;
use crate::unit::Unit;

/// How far a shown amount may be from the exact one.
#[derive(Clone, Copy)]
pub(super) struct Bound {
    /// The largest amount this holds for, in grains.
    pub up_to: u64,
    /// How far, in percent of the exact amount.
    pub percent: u64,
}

/// So many of a unit, as a reduced fraction.
#[derive(Clone, Copy)]
pub(super) struct Measure {
    pub unit: Unit,
    pub numerator: u16,
    pub denominator: u16,
}

/// An amount that a kitchen can measure.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    /// The amount, in grains.
    pub grains: u64,
    /// The largest amount that is shown at this mark, in parts of a grain ([`FINE`]).
    pub limit: u64,
    pub first: Measure,
    pub second: Option<Measure>,
}

/// Limits are kept in finer grains, so that rounding them does not matter.
pub(super) const FINE: u64 = 1024;

/// The marks of a kitchen in rising order.
pub(super) struct Ladder {
    marks: &'static [Mark],
    /// Where among the marks the search for an amount of each size begins.
    starts: [u16; SIZES + 1],
    bounds: [Bound; 3],
    beyond: (Unit, u64),
}

impl Ladder {
    /// Returns the ladder with these marks, of which there is at least one.
    pub const fn new(marks: &'static [Mark], bounds: [Bound; 3], beyond: (Unit, u64)) -> Ladder {
        let mut starts = [0; SIZES + 1];
        let mut size = 1;
        while size <= SIZES {
            let mut start = starts[size - 1];
            let last = marks.len() as u16 - 1;
            while start < last && size_of(marks[start as usize].limit) < size {
                start += 1;
            }
            starts[size] = start;
            size += 1;
        }
        Ladder {
            marks,
            starts,
            bounds,
            beyond,
        }
    }

    /// Returns what is shown for `numerator / denominator` grains.
    pub fn portion(&self, numerator: i128, denominator: i128) -> Portion {
        let (n, d) = trimmed(numerator, denominator);
        let marks = self.marks;
        let (fine, grains) = whole_grains(n, d);
        let found = self.mark_of(fine);
        let mark = &marks[found];
        let (unit, step) = self.beyond;
        let top = i128::from(mark.grains);
        if found + 1 == marks.len() {
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
            about: {
                let apart = (i128::from(mark.grains) * d - n).abs();
                apart * 100 > n * self.percent_above(grains)
            },
        }
    }

    /// Which mark `fine` grains are shown at: the first whose limit they do not pass, or the last.
    fn mark_of(&self, fine: u64) -> usize {
        let size = size_of(fine);
        let start = usize::from(self.starts[size]);
        let end = usize::from(self.starts[size + 1]);
        start + self.marks[start..end].partition_point(|mark| mark.limit < fine)
    }

    /// How far from `n / d` grains a shown amount may be, in percent of it.
    pub fn percent(&self, n: i128, d: i128) -> i128 {
        // A fraction is less than a whole number if its whole part is.
        self.percent_above(u64::try_from(n / d).unwrap_or(u64::MAX))
    }

    /// How far from `grains`, or from a little more, a shown amount may be, in percent.
    fn percent_above(&self, grains: u64) -> i128 {
        self.bounds
            .iter()
            .find(|bound| grains < bound.up_to)
            .map_or(0, |bound| i128::from(bound.percent))
    }
}

/// So many sizes there are.
const SIZES: usize = 2 * u64::BITS as usize;

/// Which of its sizes `fine` grains are of: a new one begins at each power of two and halfway
/// to the next.
const fn size_of(fine: u64) -> usize {
    let Some(power) = fine.checked_ilog2() else {
        return 0;
    };
    let half = (fine << (u64::BITS - 1 - power) >> (u64::BITS - 2)) & 1;
    (2 * power + half as u32) as usize
}

impl Measure {
    fn term(self) -> Term {
        Term {
            amount: Amount::reduced(i128::from(self.numerator), i128::from(self.denominator)),
            unit: Some(self.unit),
        }
    }
}

/// The least whole number of fine grains that is not less than `n / d` grains, both of
/// which are positive, and the whole part of these grains; of what is above every limit
/// the largest number there is.
///
/// A whole limit is less than a fraction if it is less than the next whole number.
fn whole_grains(n: i128, d: i128) -> (u64, u64) {
    let fine = n * i128::from(FINE);
    match (u64::try_from(fine), u64::try_from(d)) {
        // Half as many digits divide several times faster, and nearly always do.
        (Ok(fine), Ok(d)) => (fine.div_ceil(d), fine / d / FINE),
        _ => {
            let most = |grains: i128| u64::try_from(grains).unwrap_or(u64::MAX);
            (most((fine + d - 1) / d), most(n / d))
        }
    }
}

/// The fraction with few enough digits to multiply by any mark; what is cut off lies
/// beyond the fifteenth digit.
fn trimmed(mut numerator: i128, mut denominator: i128) -> (i128, i128) {
    // Marks and their limits take less than 64 bits, and percents 7 more.
    const MOST_ABOVE: i128 = 1 << 100;
    const MOST_BELOW: i128 = 1 << 50;
    while numerator > MOST_ABOVE || denominator > MOST_BELOW {
        numerator >>= 1;
        denominator = (denominator >> 1).max(1);
    }
    (numerator, denominator)
}

#[cfg(test)]
mod tests {
    use crate::measure::{cups, jugs, rulers, scales};

    #[test]
    fn the_search_begins_at_the_right_mark() {
        for ladder in [
            &cups::US_CUPS,
            &jugs::METRIC_JUG,
            &scales::GRAM_SCALE,
            &rulers::INCHES,
        ] {
            let marks = ladder.marks;
            let near = marks.iter().flat_map(|mark| {
                [
                    mark.limit.saturating_sub(1),
                    mark.limit,
                    mark.limit.saturating_add(1),
                ]
            });
            let powers = (0..64).flat_map(|power| [(1 << power) - 1, 1 << power, 3 << power >> 1]);
            for fine in near.chain(powers).chain([u64::MAX]) {
                let all = marks[..marks.len() - 1].partition_point(|mark| mark.limit < fine);
                assert_eq!(ladder.mark_of(fine), all, "{fine}");
            }
        }
    }
}
