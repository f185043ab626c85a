//! Which scale a bare degree is on.
//!
//! Owns what may be concluded about degrees that name no scale. Must never guess:
//! what could be on either scale stays without.
//!
//! In this order:
//! - `rotate 180°` is an angle and on none.
//! - The other half of a pair decides: `350 degrees (180°C)`.
//! - At 275 or more it is °F: no kitchen oven goes to 275°C on an unnamed scale.
//! - The scale that the rest of the text uses, else the rest of the recipe.
//! - Food that holds water is not hotter inside than 100°C, so its `165 degrees` are °F.
//! - A difference (`20 degrees hotter`) is °F, since the bare word is an American habit.

use super::clues;
use super::finding::{Finding, Measure, Scale};
use super::pairs::{self, Link};
use crate::amount::Amount;

/// From here on a bare degree is °F.
const SURELY_FAHRENHEIT: i64 = 275;

/// Above this, in °C, the inside of food would be steam.
const BOILING: i64 = 100;

/// Settles the bare degrees among `findings` where that can be done, and returns the
/// scale that `text` itself uses, if it is one.
pub(super) fn settle(text: &str, findings: &mut [Finding], recipe: Option<Scale>) -> Option<Scale> {
    let has_bare = findings.iter().any(is_bare);
    if has_bare {
        settle_halves(text, findings);
        for finding in findings.iter_mut() {
            let hot = finding.low >= Amount::from(SURELY_FAHRENHEIT);
            if is_bare(finding) && hot && !clues::is_turn(text, finding) {
                finding.measure = Measure::Degrees(Some(Scale::Fahrenheit));
            }
        }
    }
    let own = common(text, findings);
    if has_bare {
        for finding in findings.iter_mut() {
            if is_bare(finding) && !clues::is_turn(text, finding) {
                finding.measure = Measure::Degrees(concluded(text, finding, own.or(recipe)));
            }
        }
    }
    own
}

fn is_bare(finding: &Finding) -> bool {
    finding.measure == Measure::Degrees(None)
}

fn concluded(text: &str, finding: &Finding, scale: Option<Scale>) -> Option<Scale> {
    let hot = finding.low > Amount::from(BOILING);
    let moist = hot && clues::is_inside_food(text, finding);
    match scale {
        Some(Scale::Celsius) if moist => None,
        Some(scale) => Some(scale),
        None if moist || clues::is_difference(text, finding, finding.end) => {
            Some(Scale::Fahrenheit)
        }
        None => None,
    }
}

/// Settles each bare degree that stands in a pair with one that names its scale.
fn settle_halves(text: &str, findings: &mut [Finding]) {
    for at in 1..findings.len() {
        let (before, after) = findings.split_at_mut(at);
        let [.., first] = before else { continue };
        let [second, ..] = after else { continue };
        let (bare, named, scale) = match (first.measure, second.measure) {
            (Measure::Degrees(None), Measure::Degrees(Some(scale))) => (first, &*second, scale),
            (Measure::Degrees(Some(scale)), Measure::Degrees(None)) => (second, &*first, scale),
            _ => continue,
        };
        let linked = match bare.start < named.start {
            true => pairs::link(text, bare, named),
            false => pairs::link(text, named, bare),
        };
        let Some(link) = linked else { continue };
        if pairs::agree(&pairs::on(bare, scale.other()), named) {
            bare.measure = Measure::Degrees(Some(scale.other()));
        } else if link == Link::Close {
            bare.measure = Measure::Degrees(Some(scale));
        }
    }
}

/// Returns the one scale that `text` uses, the second halves of pairs left aside.
fn common(text: &str, findings: &[Finding]) -> Option<Scale> {
    let mut common = None;
    let mut before: Option<&Finding> = None;
    for finding in findings {
        if let Measure::Degrees(Some(scale)) = finding.measure {
            let repeats = before.is_some_and(|first| {
                matches!(first.measure, Measure::Degrees(Some(other)) if other != scale)
                    && pairs::link(text, first, finding).is_some()
            });
            match common {
                _ if repeats => (),
                Some(other) if other != scale => return None,
                _ => common = Some(scale),
            }
        }
        before = Some(finding);
    }
    common
}
