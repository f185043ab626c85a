//! Printing an amount: as a mixed fraction in plain or Unicode signs, or as a decimal.

use super::Amount;
use std::fmt;

/// The fractions that have a sign of their own in Unicode.
const SIGNS: [(i128, i128, char); 18] = [
    (1, 2, '½'),
    (1, 3, '⅓'),
    (2, 3, '⅔'),
    (1, 4, '¼'),
    (3, 4, '¾'),
    (1, 5, '⅕'),
    (2, 5, '⅖'),
    (3, 5, '⅗'),
    (4, 5, '⅘'),
    (1, 6, '⅙'),
    (5, 6, '⅚'),
    (1, 7, '⅐'),
    (1, 8, '⅛'),
    (3, 8, '⅜'),
    (5, 8, '⅝'),
    (7, 8, '⅞'),
    (1, 9, '⅑'),
    (1, 10, '⅒'),
];

/// Returns the value of a Unicode fraction sign as numerator and denominator.
pub(super) fn value_of_sign(sign: char) -> Option<(i128, i128)> {
    match sign {
        '↉' => Some((0, 3)),
        // Every other sign of this kind lies in two short blocks; most letters are ruled out at once.
        '¼'..='¾' | '⅐'..='⅞' => SIGNS
            .iter()
            .find(|(_, _, known)| *known == sign)
            .map(|&(n, d, _)| (n, d)),
        _ => None,
    }
}

/// An amount as a mixed fraction in Unicode signs where there is one: `1½`, else `1 5/7`.
#[derive(Clone, Copy, Debug)]
pub struct Fraction(pub Amount);

impl Fraction {
    /// Writes it to the end of `out`.
    pub(crate) fn write_to(self, out: &mut impl fmt::Write) -> fmt::Result {
        let (whole, rest, d) = parts(self.0);
        let sign = SIGNS.iter().find(|&&(n, of, _)| (n, of) == (rest, d));
        let Some((_, _, sign)) = sign else {
            return self.0.write_to(out);
        };
        out.write_str(minus(self.0))?;
        if whole != 0 {
            write_whole(out, whole)?;
        }
        out.write_char(*sign)
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

/// An amount as a decimal: exact where the digits end within twelve places, `None` else.
#[derive(Clone, Copy, Debug)]
pub struct Decimal(Amount, u32);

/// More decimal places than this are printed as a fraction, which is shorter and exact.
const MOST_PLACES: u32 = 12;

impl Decimal {
    /// Returns the exact decimal form of `amount`, or `None` where its digits never end
    /// or run past twelve places.
    pub fn exact(amount: Amount) -> Option<Decimal> {
        // A divisor of the largest power of ten fits, as that does.
        let denominator = u64::try_from(amount.denominator()).ok()?;
        let mut power: u64 = 1;
        for places in 0..=MOST_PLACES {
            if power.is_multiple_of(denominator) {
                return Some(Decimal(amount, places));
            }
            power *= 10;
        }
        None
    }

    /// How many digits stand after the point.
    pub fn places(self) -> u32 {
        self.1
    }
}

impl Decimal {
    /// Writes it to the end of `out`.
    pub(crate) fn write_to(self, out: &mut impl fmt::Write) -> fmt::Result {
        let (whole, rest, d) = parts(self.0);
        out.write_str(minus(self.0))?;
        write_whole(out, whole)?;
        if self.1 == 0 {
            return Ok(());
        }
        out.write_char('.')?;
        // Both fit: the denominator divides a power of ten with few places.
        let (mut rest, d) = (rest as u64, d as u64);
        for _ in 0..self.1 {
            rest *= 10;
            write_whole(out, (rest / d).into())?;
            rest %= d;
        }
        Ok(())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

/// The sign-less whole part, the rest's numerator and its denominator.
fn parts(amount: Amount) -> (i128, i128, i128) {
    let (n, d) = (amount.numerator().abs(), amount.denominator());
    match (u64::try_from(n), u64::try_from(d)) {
        (_, Ok(1)) => (n, 0, 1),
        // Half as many digits divide several times faster.
        (Ok(n), Ok(small)) => ((n / small).into(), (n % small).into(), d),
        _ => (n / d, n % d, d),
    }
}

/// Writes a whole number, which has no sign; nearly all of a kitchen are of a few figures.
pub(crate) fn write_whole(out: &mut impl fmt::Write, whole: i128) -> fmt::Result {
    match u32::try_from(whole) {
        Ok(whole) => write_figures(out, whole),
        Err(_) => write!(out, "{whole}"),
    }
}

fn write_figures(out: &mut impl fmt::Write, whole: u32) -> fmt::Result {
    if whole >= 10 {
        write_figures(out, whole / 10)?;
    }
    // The remainder is one figure.
    out.write_char(char::from(b'0' + (whole % 10) as u8))
}

fn minus(amount: Amount) -> &'static str {
    if amount.numerator() < 0 { "-" } else { "" }
}

impl Amount {
    /// Writes its exact value as a mixed fraction in plain signs to the end of `out`.
    pub(crate) fn write_to(self, out: &mut impl fmt::Write) -> fmt::Result {
        let (whole, rest, d) = parts(self);
        out.write_str(minus(self))?;
        if whole != 0 || rest == 0 {
            write_whole(out, whole)?;
        }
        if rest == 0 {
            return Ok(());
        }
        if whole != 0 {
            out.write_char(' ')?;
        }
        write_whole(out, rest)?;
        out.write_char('/')?;
        write_whole(out, d)
    }
}

/// The exact value as a mixed fraction in plain signs: `1 1/2`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(n: i128, d: i128) -> Amount {
        Amount::new(n, d).expect("a fraction")
    }

    #[test]
    fn fractions_print_reduced_and_mixed() {
        let case = |n, d, plain: &str, signs: &str| {
            assert_eq!(amount(n, d).to_string(), plain);
            assert_eq!(Fraction(amount(n, d)).to_string(), signs);
        };
        case(0, 5, "0", "0");
        case(4, 2, "2", "2");
        case(3, 2, "1 1/2", "1½");
        case(5, 8, "5/8", "⅝");
        case(12, 7, "1 5/7", "1 5/7");
        case(20_301, 2, "10150 1/2", "10150½");
        case(
            1 << 80,
            1,
            "1208925819614629174706176",
            "1208925819614629174706176",
        );
        case(-3, 2, "-1 1/2", "-1½");
        case(-1, 2, "-1/2", "-½");
        case(-12, 1, "-12", "-12");
        case(100, 11, "9 1/11", "9 1/11");
    }

    #[test]
    fn decimals_print_exactly_or_not_at_all() {
        let case = |n, d, expected: Option<&str>| {
            let printed = Decimal::exact(amount(n, d)).map(|decimal| decimal.to_string());
            assert_eq!(printed.as_deref(), expected);
        };
        case(5, 4, Some("1.25"));
        case(11, 10, Some("1.1"));
        case(1, 200, Some("0.005"));
        case(-5, 2, Some("-2.5"));
        case(7, 1, Some("7"));
        case(1, 3, None);
        case(-1, 4, Some("-0.25"));
        case(1, 10_i128.pow(12), Some("0.000000000001"));
        case(1, 10_i128.pow(13), None);
        case(157_725_491, 32_000_000, Some("4.92892159375"));
    }

    #[test]
    fn a_decimal_has_as_many_places_as_it_needs() {
        let places = |n, d| Decimal::exact(amount(n, d)).map(Decimal::places);
        assert_eq!(places(7, 1), Some(0));
        assert_eq!(places(5, 2), Some(1));
        assert_eq!(places(1, 200), Some(3));
    }

    #[test]
    fn every_fraction_sign_has_its_value() {
        for (n, d, sign) in SIGNS {
            assert_eq!(value_of_sign(sign), Some((n, d)));
        }
        assert_eq!(value_of_sign('↉'), Some((0, 3)));
        assert_eq!(value_of_sign('a'), None);
        assert_eq!(value_of_sign('\u{215F}'), None);
    }
}
