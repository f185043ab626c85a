//! Reads what a volume of something weighs.

use super::line::read_line;
use crate::amount::Amount;
use crate::unit::{Density, Unit, known};

/// Returns the density that `text` names: `102 g/cup`, `125 g per cup`, `1 cup = 125 g`,
/// `4 1/4 oz per cup`; `None` for anything else.
///
/// ```
/// use porkcli::amount::Amount;
/// use porkcli::unit::known;
///
/// let rye = porkcli::read::read_density("102 g/cup").expect("a density");
/// let grams = rye.convert(Amount::from(2), known::US_CUP, known::GRAM);
/// assert_eq!(grams, Some(Ok(Amount::from(204))));
/// assert_eq!(porkcli::read::read_density("102 g"), None);
/// ```
pub fn read_density(text: &str) -> Option<Density> {
    let (first, second) = ["=", " per ", "/"]
        .iter()
        .find_map(|sign| {
            text.split_once(sign)
                .filter(|_| text.matches(sign).count() == 1)
        })
        .or_else(|| text.rsplit_once('/'))?;
    let (first, second) = (measure(first)?, measure(second)?);
    Density::new(first, second).or_else(|| Density::new(second, first))
}

/// `102 g`, or `cup` for one of it.
fn measure(text: &str) -> Option<(Amount, Unit)> {
    let text = text.trim();
    if let Some(unit) = Unit::named(text) {
        return Some((Amount::ONE, unit));
    }
    // A name makes it an ingredient line, which is read already.
    let line = read_line(&format!("{text} of it")).ok()?;
    let quantity = line.quantity()?;
    let whole = line.line.mentions().count() == 1 && quantity.high.is_none();
    let unit = quantity.unit.filter(|_| whole)?;
    (unit != known::STICK_OF_BUTTER).then_some((quantity.low, unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::{Cup, Household};

    #[test]
    fn a_density_of_any_kitchen_reads_back() {
        for (word, cup) in Cup::WORDS {
            let household = Household::new(cup, None);
            for written in ["102 g/cup", "4 1/4 oz per 3 tbsp"] {
                let density = read_density(written).expect(written).meant_in(household);
                let again = read_density(&density.to_string()).expect(word);
                let grams =
                    |density: Density| density.convert(Amount::ONE, known::LITER, known::GRAM);
                assert_eq!(grams(again), grams(density), "{density}");
            }
        }
    }

    #[test]
    fn a_density_is_a_weight_and_a_volume() {
        let case = |text: &str, grams: Option<&str>| {
            let found = read_density(text).and_then(|density| {
                density
                    .convert(Amount::ONE, known::US_CUP, known::GRAM)?
                    .ok()
            });
            assert_eq!(
                found.map(|grams| grams.to_string()).as_deref(),
                grams,
                "{text}"
            );
        };
        case("102 g/cup", Some("102"));
        case("102g / cup", Some("102"));
        case("125 g per cup", Some("125"));
        case("1 cup = 125 g", Some("125"));
        case("1/2 cup = 60 g", Some("120"));
        case("9 g per tbsp", Some("144"));
        case("102", None);
        case("102 g", None);
        case("102 g/kg", None);
        case("0 g/cup", None);
        case("1-2 g/cup", None);
        case("g/cup/tbsp", None);
        case("", None);
    }
}
