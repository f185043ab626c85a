//! What each measure is for.
//!
//! Owns the role of every find. Must never look for more of them.

use super::clues;
use super::finding::{Finding, Measure};
use super::pairs::{self, Link};
use crate::recipe::Role;

/// So many halves of a measure are looked over for the words after it.
const MOST_HALVES: usize = 4;

/// Returns the role of each of `findings`, in their order.
pub(super) fn settle(text: &str, findings: &[Finding]) -> impl Iterator<Item = Role> {
    let mut before: Option<(&Finding, Role)> = None;
    findings.iter().enumerate().map(move |(at, finding)| {
        let role = before
            .and_then(|(first, role)| shared(text, first, role, finding))
            .unwrap_or_else(|| own(text, &findings[at..]));
        before = Some((finding, role));
        role
    })
}

/// Returns the role that `second` has because it belongs to `first`.
fn shared(text: &str, first: &Finding, role: Role, second: &Finding) -> Option<Role> {
    let same_kind = matches!(
        (first.measure, second.measure),
        (Measure::Degrees(Some(_)), Measure::Degrees(Some(_)))
            | (Measure::Length(_), Measure::Length(_))
    );
    let link = pairs::link(text, first, second).filter(|_| same_kind)?;
    if first.measure == second.measure {
        return Some(role);
    }
    match link {
        Link::Close => Some(Role::Dual),
        Link::Loose => pairs::agree(first, second).then_some(Role::Dual),
        Link::Cross => None,
    }
}

/// Returns the role of the first of `findings` from the words around it.
fn own(text: &str, findings: &[Finding]) -> Role {
    let Some(finding) = findings.first() else {
        return Role::Length;
    };
    match finding.measure {
        Measure::Braced(_) => Role::Braced,
        Measure::Length(_) => Role::Length,
        Measure::Degrees(scale) => {
            let end = findings
                .windows(2)
                .take(MOST_HALVES)
                .take_while(|pair| pairs::link(text, &pair[0], &pair[1]).is_some())
                .last()
                .map_or(finding.end, |pair| pair[1].end);
            if clues::is_difference(text, finding, end) {
                Role::Difference
            } else {
                clues::heat(text, finding, scale, end)
            }
        }
    }
}
