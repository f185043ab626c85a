//! Servings that are missing, and times that do not add up.
//!
//! Owns what the head of a recipe must hold together. Must never read a step.

use super::Finding;
use crate::diagnostic::Diagnostic;
use crate::recipe::{Part, Recipe};

/// Pages round each time for itself, so that a sum may be off by so many seconds.
const ROUNDING: u64 = 300;

pub(super) fn check(recipe: &Recipe) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(servings(recipe));
    found.extend(times(recipe));
    found
}

fn servings(recipe: &Recipe) -> Option<Finding> {
    if recipe.servings.is_some() || recipe.makes.is_some() {
        return None;
    }
    let note = Diagnostic::note("servings", "the recipe does not say how many it serves")
        .hint("add `servings: 4`, or `yield: 24 cookies`");
    Some(Finding::about(Part::Title, note))
}

fn times(recipe: &Recipe) -> Option<Finding> {
    let total = recipe.time.total?;
    let (prep, cook) = (recipe.time.prep.unwrap_or(0), recipe.time.cook.unwrap_or(0));
    let hint = "correct the one that is wrong; the total counts waiting too";
    let warning = |message: String| {
        let warning = Diagnostic::warning("times", message).hint(hint);
        Some(Finding::about(Part::Time, warning))
    };
    for (name, part) in [("preparation", prep), ("cooking", cook)] {
        if part > total {
            let (part, total) = (shown(part), shown(total));
            return warning(format!(
                "{name} takes {part}, which is longer than the total of {total}"
            ));
        }
    }
    let sum = prep.checked_add(cook)?;
    if sum > total.saturating_add(ROUNDING) {
        let (prep, cook, total) = (shown(prep), shown(cook), shown(total));
        return warning(format!(
            "{prep} of preparation and {cook} of cooking are longer than the total of {total}"
        ));
    }
    None
}

/// `2 h 15 min`
fn shown(seconds: u64) -> String {
    let minutes = seconds.div_ceil(60);
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::says;
    use super::check;

    #[test]
    fn a_recipe_says_how_many_it_serves() {
        says(
            check,
            "ingredients: [2 eggs]",
            &["note: the recipe does not say how many it serves"],
        );
        says(check, "servings: 2\ningredients: [2 eggs]", &[]);
        says(check, "yield: 24 cookies\ningredients: [2 eggs]", &[]);
    }

    #[track_caller]
    fn times(time: &str, expected: &[&str]) {
        let text = format!("servings: 2\ntime: {{ {time} }}\ningredients: [2 eggs]");
        says(check, &text, expected);
    }

    #[test]
    fn times_add_up() {
        times("prep: 10 min, cook: 2 h 15 min, total: 2 h 25 min", &[]);
        // Waiting counts, and rounding does not.
        times("prep: 10 min, cook: 20 min, total: 5 h", &[]);
        times("prep: 10 min, cook: 20 min, total: 25 min", &[]);
        times("prep: 10 min, cook: 2 h", &[]);
        times(
            "cook: 2 h, total: 45 min",
            &["warning: cooking takes 2 h, which is longer than the total of 45 min"],
        );
        times(
            "prep: 30 min, cook: 1 h, total: 1 h 10 min",
            &[
                "warning: 30 min of preparation and 1 h of cooking are longer than the total of 1 h 10 min",
            ],
        );
    }
}
