//! From one pan to another: by how much a recipe grows so that it stands as high.
//!
//! Owns how a pan is written and how large it is. Must never change a recipe.

use crate::amount::{Amount, TooLarge, number_at};
use crate::unit::{Unit, known};
use std::str::FromStr;

/// A pan, seen from above, with its depth if that is given: `8in-round`, `9x13in`,
/// `23 cm square`, `9x5x3in`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pan {
    /// In square centimeters.
    area: Amount,
    /// In centimeters.
    depth: Option<Amount>,
}

/// Why a text is not a pan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a pan")]
pub struct NotAPan(pub String);

/// Archimedes' upper bound is too coarse; this one, by Zu Chongzhi, is off by less than
/// one part in ten million, far less than any pan.
const PI: Amount = Amount::reduced(355, 113);

impl FromStr for Pan {
    type Err = NotAPan;

    fn from_str(text: &str) -> Result<Pan, NotAPan> {
        read_pan(text).ok_or_else(|| NotAPan(text.into()))
    }
}

fn read_pan(text: &str) -> Option<Pan> {
    let lower = text.trim().to_lowercase();
    let (sizes, is_round) = match lower.trim_end_matches([' ', '-']).rsplit_once([' ', '-']) {
        Some((sizes, "round")) => (sizes, true),
        Some((sizes, "square")) => (sizes, false),
        _ => (lower.as_str(), false),
    };
    let (mut lengths, mut unit) = (Vec::new(), None);
    for part in sizes.split(['x', '×']) {
        let part = part.trim();
        let (length, end) = number_at(part).ok()??;
        if !length.is_positive() {
            return None;
        }
        let word = part[end..].trim_matches([' ', '-']);
        match word {
            "" => {}
            "\"" | "″" => unit = Some(known::INCH),
            word => unit = Some(Unit::named(word)?),
        }
        lengths.push(length);
    }
    // Pans without a unit are sold in inches; what is no length does not convert.
    let centimeters = unit.unwrap_or(known::INCH).factor_to(known::CENTIMETER)?;
    let mut sides = lengths.iter().map(|length| length.times(centimeters).ok());
    let first = sides.next()??;
    let (area, depth) = match (lengths.len(), is_round) {
        (1, true) | (2, true) => {
            let radius = first.over(Amount::from(2)).ok()?;
            (radius.times(radius).ok()?.times(PI).ok()?, sides.next())
        }
        (1, false) => (first.times(first).ok()?, None),
        (2 | 3, false) => (first.times(sides.next()??).ok()?, sides.next()),
        _ => return None,
    };
    let depth = match depth {
        Some(depth) => Some(depth?),
        None => None,
    };
    Some(Pan { area, depth })
}

/// Returns the factor from one pan to another: by their volumes where both give a depth,
/// else by their areas, so that the dish stands as high; to the nearest hundredth, since
/// no pan is truer to its name.
///
/// # Errors
/// [`TooLarge`] if the sizes are out of all measure.
pub fn factor_between(from: Pan, to: Pan) -> Result<Amount, TooLarge> {
    let size = |pan: Pan, deep: bool| match pan.depth.filter(|_| deep) {
        Some(depth) => pan.area.times(depth),
        None => Ok(pan.area),
    };
    let deep = from.depth.is_some() && to.depth.is_some();
    let exact = size(to, deep)?.over(size(from, deep)?)?;
    let hundredths = exact.times(Amount::from(100))?.round().max(1);
    Amount::new(hundredths, 100).ok_or(TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(from: &str, to: &str, factor: &str) {
        let pan = |text: &str| text.parse::<Pan>().expect(text);
        let found = factor_between(pan(from), pan(to)).expect("fits");
        assert_eq!(found, factor.parse().expect(factor), "{from} to {to}");
    }

    #[test]
    fn pans_compare_by_their_area() {
        case("8in-round", "9x13in", "2.33");
        case("8 inch round", "9\" round", "1.27");
        case("8in-square", "9x13", "1.83");
        case("8in", "8x8in", "1");
        case("20cm-round", "8in-round", "1.03");
        case("23x33cm", "9x13in", "0.99");
        case("9x5x3in", "8x4x3in", "0.71");
        case("9x5x3in", "8x4in", "0.71");
        case("20cm round", "24 cm round", "1.44");
        case("20 cm round - ", "24cm-round", "1.44");
        case("8x2in-round", "8x3in-round", "1.5");
        case("8in-round", "8x3in-round", "1");
        case("30cm", "1ft", "1.03");
        case("100in", "1in", "0.01");
    }

    #[test]
    fn other_things_are_no_pans() {
        for text in [
            "",
            "round",
            "8cup",
            "x",
            "8xx9",
            "0in",
            "8 lb",
            "1/0in",
            "2x3x4x5in",
            "8x8x2in-round",
        ] {
            assert_eq!(text.parse::<Pan>(), Err(NotAPan(text.into())));
        }
    }
}
