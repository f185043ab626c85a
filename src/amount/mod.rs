//! Exact numbers: the value of an amount, reading it from text and printing it.
//!
//! Owns the only number type of the crate. Must never know of units, and never
//! holds a float: every amount is a reduced fraction of two whole numbers.

mod print;
mod read;

pub(crate) use print::write_whole;
pub use print::{Decimal, Fraction};
pub(crate) use read::usual_number_at;
pub use read::{ReadError, number_at};

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::num::NonZero;

/// An exact number, such as `1 1/2`.
///
/// Arithmetic never rounds and never wraps: an operation whose result does not
/// fit says so with [`TooLarge`].
///
/// ```
/// use porkcli::amount::Amount;
///
/// let third: Amount = "1/3".parse()?;
/// let scaled = third.times(Amount::from(4))?;
/// assert_eq!(scaled.to_string(), "1 1/3");
/// assert_eq!(scaled.over(Amount::from(4))?, third);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Amount {
    numerator: i128,
    /// Never negative. That it is not zero is known to the compiler, so that there is room
    /// for an amount that may be missing in the room of one.
    denominator: NonZero<i128>,
}

/// How fractions are printed. Metric amounts are decimals whatever is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fractions {
    /// `1 1/2`
    #[default]
    Ascii,
    /// `1½`
    Unicode,
    /// `1.5`, where the digits end; else as in `Ascii`.
    Decimal,
}

/// The result of an exact operation has more digits than the program keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("amount too large")]
pub struct TooLarge;

impl Amount {
    /// Nothing at all.
    pub const ZERO: Amount = Amount::reduced(0, 1);
    /// One whole.
    pub const ONE: Amount = Amount::reduced(1, 1);

    /// Returns `numerator / denominator`, reduced; `None` if `denominator` is zero
    /// or a part has no opposite.
    pub fn new(numerator: i128, denominator: i128) -> Option<Amount> {
        if let (Ok(n), Ok(d)) = (u64::try_from(numerator), u64::try_from(denominator))
            && d > 0
        {
            return Some(Amount::small_fraction(n, d));
        }
        let whole = |n: i128| n != i128::MIN;
        (denominator != 0 && whole(numerator) && whole(denominator))
            .then(|| Amount::of_ratio(Ratio::new(numerator, denominator)))
    }

    /// Returns `numerator / denominator`, reduced; `denominator` is positive.
    fn small_fraction(numerator: u64, denominator: u64) -> Amount {
        let common = common_divisor(numerator, denominator);
        Amount::reduced(
            i128::from(numerator / common),
            i128::from(denominator / common),
        )
    }

    /// Returns a fraction that is already reduced and whose `denominator` is positive.
    pub(crate) const fn reduced(numerator: i128, denominator: i128) -> Amount {
        let denominator = NonZero::new(denominator).expect("nothing is divided by zero");
        Amount {
            numerator,
            denominator,
        }
    }

    fn of_ratio(ratio: Ratio<i128>) -> Amount {
        Amount::reduced(*ratio.numer(), *ratio.denom())
    }

    fn to_ratio(self) -> Ratio<i128> {
        Ratio::new_raw(self.numerator(), self.denominator())
    }

    /// The upper part of the reduced fraction; carries the sign.
    pub fn numerator(self) -> i128 {
        self.numerator
    }

    /// The lower part of the reduced fraction; always positive.
    pub fn denominator(self) -> i128 {
        self.denominator.get()
    }

    /// Whether this is a whole number.
    pub fn is_whole(self) -> bool {
        self.denominator() == 1
    }

    /// Whether this is more than nothing.
    pub fn is_positive(self) -> bool {
        self.numerator() > 0
    }

    /// Whether this is more than one, so that a noun after it stands in the plural.
    pub(crate) fn is_several(self) -> bool {
        self.numerator() > self.denominator()
    }

    /// The largest whole number that is not above this amount.
    pub fn floor(self) -> i128 {
        self.numerator().div_euclid(self.denominator())
    }

    /// The nearest whole number; a half goes up.
    pub fn round(self) -> i128 {
        let (n, d) = (self.numerator(), self.denominator());
        let whole = n.div_euclid(d);
        let rest = n.rem_euclid(d);
        // `rest >= d - rest` is `2 * rest >= d` without the multiplication that could overflow.
        if rest >= d - rest { whole + 1 } else { whole }
    }

    /// Returns this amount and `other` together, exactly.
    ///
    /// # Errors
    /// [`TooLarge`] if the sum does not fit.
    pub fn plus(self, other: Amount) -> Result<Amount, TooLarge> {
        if let Some((a, b)) = self.small_and_whole(other) {
            return Ok(Amount::reduced(a + b, 1));
        }
        if let (Some(a), Some(b)) = (self.tiny(), other.tiny()) {
            return Ok(Amount::small_fraction(a.0 * b.1 + b.0 * a.1, a.1 * b.1));
        }
        exact(self.to_ratio().checked_add(&other.to_ratio()))
    }

    /// Returns this amount less `other`, exactly.
    ///
    /// # Errors
    /// [`TooLarge`] if the difference does not fit.
    pub fn minus(self, other: Amount) -> Result<Amount, TooLarge> {
        if let Some((a, b)) = self.small_and_whole(other) {
            return Ok(Amount::reduced(a - b, 1));
        }
        exact(self.to_ratio().checked_sub(&other.to_ratio()))
    }

    /// Returns this amount multiplied by `factor`, exactly.
    ///
    /// # Errors
    /// [`TooLarge`] if the product does not fit.
    #[inline]
    pub fn times(self, factor: Amount) -> Result<Amount, TooLarge> {
        if let Some((a, b)) = self.few_digits(factor) {
            return Ok(product_of_few(a, b));
        }
        match (self.small(), factor.small()) {
            (Some(a), Some(b)) => Ok(product(a, b)),
            _ => exact(self.to_ratio().checked_mul(&factor.to_ratio())),
        }
    }

    /// Returns this amount divided by `divisor`, exactly.
    ///
    /// # Errors
    /// [`TooLarge`] if the quotient does not fit or `divisor` is zero.
    pub fn over(self, divisor: Amount) -> Result<Amount, TooLarge> {
        if divisor == Amount::ONE {
            // A milliliter and a gram are one of their kind.
            return Ok(self);
        }
        if divisor == Amount::ZERO {
            return Err(TooLarge);
        }
        match (self.small(), divisor.small()) {
            (Some(a), Some((n, d))) => Ok(product(a, (d, n))),
            _ => exact(self.to_ratio().checked_div(&divisor.to_ratio())),
        }
    }

    /// Both parts, if the amount is not negative and each is so small that a sum of two
    /// products of such parts always fits.
    fn tiny(self) -> Option<(u64, u64)> {
        self.small().filter(|(n, d)| (n | d) >> 31 == 0)
    }

    /// Both parts of this amount and of `other`, if none is negative and all fit a quarter of
    /// the digits: then a product of two always fits half of them.
    fn few_digits(self, other: Amount) -> Option<(Few, Few)> {
        let few = |amount: Amount| (amount.numerator() as u32, amount.denominator() as u32);
        let all = self.numerator() | self.denominator() | other.numerator() | other.denominator();
        (all >> u32::BITS == 0).then(|| (few(self), few(other)))
    }

    /// Both parts, if the amount is not negative and each fits half the digits: then a
    /// product of two always fits, and is reduced several times faster. Nearly all amounts
    /// of a kitchen are of this kind.
    fn small(self) -> Option<(u64, u64)> {
        let fits = |part: i128| (part >> 63 == 0).then_some(part as u64);
        Some((fits(self.numerator())?, fits(self.denominator())?))
    }

    /// This amount and `other`, if both are whole and their sum is sure to fit.
    fn small_and_whole(self, other: Amount) -> Option<(i128, i128)> {
        let is_whole = self.is_whole() && other.is_whole();
        let (a, b) = (self.small().filter(|_| is_whole)?, other.small()?);
        Some((i128::from(a.0), i128::from(b.0)))
    }
}

// The one form of a reduced fraction makes equality and order a matter of few steps, where
// those of `Ratio`, which may be given any form, divide.
impl PartialEq for Amount {
    fn eq(&self, other: &Amount) -> bool {
        self.numerator() == other.numerator() && self.denominator() == other.denominator()
    }
}

impl Eq for Amount {}

impl Hash for Amount {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.numerator().hash(state);
        self.denominator().hash(state);
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Amount) -> Ordering {
        let across = |a: u64, b: u64| u128::from(a) * u128::from(b);
        match (self.small(), other.small()) {
            (Some(a), Some(b)) => across(a.0, b.1).cmp(&across(b.0, a.1)),
            _ => self.to_ratio().cmp(&other.to_ratio()),
        }
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Amount) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The result of an operation, if it fits.
fn exact(result: Option<Ratio<i128>>) -> Result<Amount, TooLarge> {
    result.map(Amount::of_ratio).ok_or(TooLarge)
}

/// Returns the product of two reduced fractions, reduced.
fn product(a: (u64, u64), b: (u64, u64)) -> Amount {
    let (across, down) = (common_divisor(a.0, b.1), common_divisor(b.0, a.1));
    // Mostly there is nothing to reduce, and a division is slow.
    let part = |part: u64, by: u64| i128::from(if by == 1 { part } else { part / by });
    let numerator = part(a.0, across) * part(b.0, down);
    let denominator = part(a.1, down) * part(b.1, across);
    Amount::reduced(numerator, denominator)
}

/// Both parts of a reduced fraction of few digits.
type Few = (u32, u32);

/// As [`product`], of few digits.
#[inline]
fn product_of_few(a: Few, b: Few) -> Amount {
    let reduced = |above: u32, below: u32| match common_divisor(above.into(), below.into()) as u32 {
        1 => (u64::from(above), u64::from(below)),
        common => (u64::from(above / common), u64::from(below / common)),
    };
    let ((n, other_d), (other_n, d)) = (reduced(a.0, b.1), reduced(b.0, a.1));
    let part = |part: u64| i128::from(part);
    Amount::reduced(part(n * other_n), part(d * other_d))
}

/// The greatest common divisor of `a` and the positive `b`.
#[inline]
fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    if a == 1 || b == 1 {
        return 1;
    }
    if a.is_power_of_two() || b.is_power_of_two() {
        return 1 << a.trailing_zeros().min(b.trailing_zeros());
    }
    while a != 0 {
        (a, b) = (b % a, a);
    }
    b
}

impl From<i64> for Amount {
    fn from(whole: i64) -> Amount {
        Amount::reduced(i128::from(whole), 1)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount(n: i128, d: i128) -> Amount {
        Amount::new(n, d).expect("a fraction")
    }

    #[test]
    fn an_operation_that_does_not_fit_is_an_error_and_never_wraps() {
        let huge = amount(i128::MAX, 1);
        assert_eq!(huge.plus(Amount::ONE), Err(TooLarge));
        assert_eq!(huge.times(Amount::from(2)), Err(TooLarge));
        assert_eq!(
            amount(1, i128::MAX).times(amount(1, i128::MAX)),
            Err(TooLarge)
        );
        assert_eq!(Amount::ONE.over(Amount::ZERO), Err(TooLarge));
        assert_eq!(Amount::new(i128::MIN, 1), None);
        assert_eq!(Amount::new(1, 0), None);
    }

    #[test]
    fn the_smallest_of_the_small_divides_by_itself() {
        let least = Amount::from(i64::MIN);
        assert_eq!(least.over(least), Ok(Amount::ONE));
        assert_eq!(least.over(Amount::from(-1)), Ok(amount(1 << 63, 1)));
    }

    #[test]
    fn only_what_is_more_than_nothing_is_positive() {
        assert!(amount(1, 9).is_positive());
        assert!(!Amount::ZERO.is_positive());
        assert!(!amount(-1, 9).is_positive());
    }

    #[test]
    fn an_error_names_an_amount_as_a_cook_writes_it() {
        assert_eq!(format!("{:?}", amount(3, 2)), "1 1/2");
    }

    /// The lower part of an amount, which is often one.
    fn below() -> impl Strategy<Value = i64> {
        prop_oneof![Just(1), 2..i64::MAX]
    }

    proptest! {
        #[test]
        fn the_short_way_of_small_amounts_is_the_long_way(
            a in any::<i64>(), b in below(), c in any::<i64>(), d in below(),
        ) {
            let wide = |n: i64, d: i64| Ratio::new(i128::from(n), i128::from(d));
            let (x, y) = (wide(a % 2_000_000_000, b % 2_000_000_000 + 1), wide(c % 9_999, d % 9_999 + 1));
            prop_assert_eq!(Amount::of_ratio(x).plus(Amount::of_ratio(y)).ok().map(Amount::to_ratio), x.checked_add(&y));
            prop_assert_eq!(Amount::of_ratio(x).times(Amount::of_ratio(y)).ok().map(Amount::to_ratio), x.checked_mul(&y));
            let few = |n: i64, d: i64| wide(n >> 30, (d >> 30) + 1);
            let (x, y) = (few(a, b), few(c, d));
            prop_assert_eq!(Amount::of_ratio(x).times(Amount::of_ratio(y)).ok().map(Amount::to_ratio), x.checked_mul(&y));
            let (x, y) = (wide(a, b), wide(c, d));
            prop_assert_eq!(Amount::new(a.into(), b.into()), Some(Amount::of_ratio(x)));
            prop_assert_eq!(Amount::of_ratio(x).times(Amount::of_ratio(y)).ok().map(Amount::to_ratio), x.checked_mul(&y));
            prop_assert_eq!(Amount::of_ratio(x).plus(Amount::of_ratio(y)).ok().map(Amount::to_ratio), x.checked_add(&y));
            prop_assert_eq!(Amount::of_ratio(x).minus(Amount::of_ratio(y)).ok().map(Amount::to_ratio), x.checked_sub(&y));
            prop_assert_eq!(Amount::of_ratio(x).cmp(&Amount::of_ratio(y)), x.cmp(&y));
            prop_assert_eq!(Amount::of_ratio(x) == Amount::of_ratio(y), x == y);
            if c != 0 {
                prop_assert_eq!(Amount::of_ratio(x).over(Amount::of_ratio(y)).ok().map(Amount::to_ratio), x.checked_div(&y));
            }
        }
    }

    #[test]
    fn whole_amounts_add_and_compare_the_short_way() {
        assert_eq!(amount(375, 1).minus(amount(32, 1)), Ok(amount(343, 1)));
        assert_eq!(amount(2, 4), amount(1, 2));
        assert!(amount(1, 3) < amount(1, 2) && amount(-1, 2) < amount(-1, 3));
        assert!(amount(i128::MAX, 2) > amount(i128::MAX, 3));
    }

    #[test]
    fn a_half_rounds_up() {
        assert_eq!(amount(1, 2).round(), 1);
        assert_eq!(amount(5, 2).round(), 3);
        assert_eq!(amount(49, 100).round(), 0);
        assert_eq!(amount(-1, 2).round(), 0);
        assert_eq!(amount(-3, 2).floor(), -2);
    }
}
