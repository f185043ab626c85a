//! Looks a recipe over: what a cook would stumble over, and what does not fit together.
//!
//! Owns what is worth saying about a recipe that could be read. Must never change one,
//! and must never know how a report is shown. One kind of finding a file:
//!
//! - sense: `plausible`, `proportion`, `duals`, `heat`, `times`
//! - cures that can be written down: `fix`
//! - consistency: `usage`, `unlisted`, `repeats`, `divided`, `footnotes`, `twice`
//!
//! False alarms cost more than silence: a check that is not sure says a note or nothing.

mod divided;
mod duals;
mod figures;
mod fix;
mod foods;
mod footnotes;
mod heat;
mod plausible;
mod proportion;
mod repeats;
mod steps;
mod times;
mod twice;
mod unlisted;
mod usage;
mod words;

pub use fix::{Fixed, fix};

use crate::diagnostic::Diagnostic;
use crate::read::Places;
use crate::recipe::{Part, Recipe, Span};

/// More findings than this in one recipe help nobody.
const MOST_LISTED: usize = 60;

/// No recipe has more ingredients and footnotes, or more text, than this.
const MOST_ITEMS: usize = 300;
const MOST_BYTES: usize = 1 << 16;

/// Something found in a recipe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What there is to say; without a place, which only the source has.
    pub diagnostic: Diagnostic,
    /// What it is about.
    pub part: Part,
    /// Which part of its text.
    pub span: Option<Span>,
    /// Whether braces round `span` cure it.
    pub wants_braces: bool,
}

impl Finding {
    fn about(part: Part, diagnostic: Diagnostic) -> Finding {
        Finding {
            diagnostic,
            part,
            span: None,
            wants_braces: false,
        }
    }

    fn at(self, span: Span) -> Finding {
        Finding {
            span: Some(span),
            ..self
        }
    }
}

/// Looks `recipe` over; returns what it finds in the order of the parts.
///
/// ```
/// use porkcli::check::check;
/// use porkcli::read::read_recipe;
///
/// let text = "title: Chops\nservings: 4\ningredients: [\"3 lb (1.5 kg) pork chops\"]\n";
/// let recipe = read_recipe(text).expect("a recipe").recipe;
/// let codes: Vec<&str> = check(&recipe).iter().map(|found| found.diagnostic.code).collect();
/// assert_eq!(codes, ["dual"]);
/// ```
pub fn check(recipe: &Recipe) -> Vec<Finding> {
    const CHECKS: [fn(&Recipe) -> Vec<Finding>; 11] = [
        times::check,
        plausible::check,
        proportion::check,
        duals::check,
        heat::check,
        usage::check,
        unlisted::check,
        repeats::check,
        divided::check,
        footnotes::check,
        twice::check,
    ];
    if !is_of_usual_size(recipe) {
        let note = Diagnostic::note("large", "the recipe is too large to be looked over")
            .hint("no meal has so many ingredients or steps: give one recipe at a time");
        return vec![Finding::about(Part::Title, note)];
    }
    let mut found: Vec<Finding> = CHECKS.iter().flat_map(|check| check(recipe)).collect();
    // The gravest first, which is then the one that stays.
    found.sort_by_key(|found| {
        let start = found.span.map_or(0, |span| span.start);
        (
            found.part,
            start,
            std::cmp::Reverse(found.diagnostic.severity),
        )
    });
    // One stretch of text, one finding: more would say the same in other words.
    found.dedup_by(|second, first| {
        second.span.is_some() && (second.part, second.span) == (first.part, first.span)
    });
    found
}

/// The checks compare everything with everything, which takes too long where a text has
/// more items and bytes than any recipe.
fn is_of_usual_size(recipe: &Recipe) -> bool {
    let items = recipe.all_ingredients().count() + recipe.footnotes.len();
    let steps = recipe.all_steps().map(|step| step.source.len());
    let lines = recipe.all_ingredients().map(|item| item.line.source.len());
    let notes = [&recipe.notes, &recipe.variations, &recipe.footnotes];
    let notes = notes
        .into_iter()
        .flatten()
        .map(|note| note.text.source.len());
    let bytes: usize = steps.chain(lines).chain(notes).sum();
    items <= MOST_ITEMS && bytes <= MOST_BYTES
}

/// Looks `recipe` over, which was read from `text`; returns what it finds with its
/// places, in the order of the text.
pub fn check_source(recipe: &Recipe, text: &str) -> Vec<Diagnostic> {
    let found = check(recipe);
    if found.is_empty() {
        return Vec::new();
    }
    let places = Places::of(text);
    let more = found.len().saturating_sub(MOST_LISTED);
    let mut diagnostics: Vec<Diagnostic> = found
        .into_iter()
        .take(MOST_LISTED)
        .map(|found| {
            let text = recipe.text_of(found.part).map(|text| text.source.as_str());
            let whole = || Span::new(0, text.map_or(0, str::len));
            let item = text.map(|text| (text, found.span.unwrap_or_else(whole)));
            Diagnostic {
                place: places.place(found.part, item),
                ..found.diagnostic
            }
        })
        .collect();
    diagnostics.sort_by_key(|found| found.place.map(|place| (place.line, place.column)));
    if more > 0 {
        diagnostics.push(Diagnostic::note(
            "more",
            format!("{more} more findings are not listed"),
        ));
    }
    diagnostics
}

#[cfg(test)]
mod tests {
    use super::{Finding, Recipe};
    use crate::read::read_recipe;

    /// The recipe in `text`, to which a title is added.
    pub(super) fn recipe(text: &str) -> Recipe {
        let text = format!("title: A dish\n{text}");
        read_recipe(&text).expect("a recipe").recipe
    }

    /// Asserts that `check` says exactly `expected` about the recipe in `text`: for each
    /// finding its severity and message.
    #[track_caller]
    pub(super) fn says(check: fn(&Recipe) -> Vec<Finding>, text: &str, expected: &[&str]) {
        let found = check(&recipe(text));
        let messages: Vec<String> = found
            .iter()
            .map(|found| found.diagnostic.to_string())
            .collect();
        assert_eq!(messages, expected, "{text}");
    }
}
