//! Cures that are safe to write into a recipe's source: braces round an amount that a
//! step repeats, and quotes round a text that YAML would misread.
//!
//! Owns these changes to a text. Must never change an amount: every cure is read back,
//! and is dropped where anything but the text that it cures reads differently.

use super::check;
use crate::diagnostic::Diagnostic;
use crate::read::{Places, Reading, read_recipe};
use crate::recipe::{Part, Recipe, Span};

/// No text needs more cures than this at once.
const MOST_CURES: usize = 200;

/// Each cure is read back several times; of a long text fewer are made at once, and none
/// of one that no recipe needs.
const MOST_READ: usize = 4 << 20;
const LONGEST: usize = 4 * super::MOST_BYTES;

/// A text that was cured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text.
    pub text: String,
    /// How many things were cured.
    pub cures: usize,
}

/// Returns the recipe source `text` with its safe cures, if it needs any.
///
/// ```
/// use porkcli::check::fix;
///
/// let text = "title: Toast\ningredients: [1 tbsp oil]\nsteps:\n  - Heat 1 tbsp oil.\n";
/// let fixed = fix(text).expect("a cure");
/// assert!(fixed.text.ends_with("Heat {1 tbsp} oil.\n"));
/// ```
pub fn fix(text: &str) -> Option<Fixed> {
    // A byte-order mark stays where it is.
    if let Some(rest) = text.strip_prefix('\u{feff}') {
        return fix(rest).map(|fixed| Fixed {
            text: format!("\u{feff}{}", fixed.text),
            ..fixed
        });
    }
    if text.len() > LONGEST {
        return None;
    }
    let mut fixed = Fixed {
        text: text.into(),
        cures: 0,
    };
    let most = MOST_CURES.min(MOST_READ / text.len().max(1));
    while fixed.cures < most {
        let Some(quoted) = quote_one(&fixed.text) else {
            break;
        };
        fixed.text = quoted;
        fixed.cures += 1;
    }
    if let Ok(reading) = read_recipe(&fixed.text) {
        put_braces(&mut fixed, reading.recipe);
    }
    (fixed.cures > 0).then_some(fixed)
}

/// Returns `text` with quotes round the first text that needs them.
fn quote_one(text: &str) -> Option<String> {
    match read_recipe(text) {
        Ok(before) => {
            let lines = before.remarks.iter().filter_map(misread_line);
            lines.into_iter().find_map(|line| {
                candidates(text, line).find(|quoted| {
                    read_recipe(quoted).is_ok_and(|after| is_better(&before, &after))
                })
            })
        }
        Err(errors) => {
            let line = errors.iter().find_map(syntax_line)?;
            candidates(text, line).find(|quoted| match read_recipe(quoted) {
                Ok(_) => true,
                Err(errors) => errors
                    .iter()
                    .find_map(syntax_line)
                    .is_some_and(|next| next > line),
            })
        }
    }
}

/// The line of a text that was read otherwise than it is written.
fn misread_line(remark: &Diagnostic) -> Option<usize> {
    let is_misread = matches!(remark.code, "colon" | "comment");
    remark.place.filter(|_| is_misread).map(|place| place.line)
}

/// The line of a text that is no YAML.
fn syntax_line(error: &Diagnostic) -> Option<usize> {
    let is_syntax = error.code == "yaml";
    error.place.filter(|_| is_syntax).map(|place| place.line)
}

/// Whether fewer texts are misread, and every amount is as it was.
fn is_better(before: &Reading, after: &Reading) -> bool {
    let misread = |reading: &Reading| reading.remarks.iter().filter_map(misread_line).count();
    let amounts = |reading: &Reading| -> Vec<_> {
        let items = reading.recipe.all_ingredients();
        // The unit may only come to light with the words that were lost.
        let numbers = items.map(|item| item.quantity().map(|own| (own.low, own.high)));
        numbers.collect()
    };
    let shape = |reading: &Reading| {
        let recipe = &reading.recipe;
        let steps: Vec<usize> = recipe.steps.iter().map(|group| group.items.len()).collect();
        (
            recipe.title.is_empty(),
            recipe.servings,
            recipe.time,
            steps,
            recipe.notes.len(),
        )
    };
    misread(after) < misread(before)
        && amounts(before) == amounts(after)
        && shape(before) == shape(after)
}

/// The ways to quote the text that stands on `line`: all of it behind the bullet, or only
/// what stands behind a key.
fn candidates(text: &str, line: usize) -> impl Iterator<Item = String> {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let source = text[start..].lines().next().unwrap_or_default();
    let mut value = source.trim_start();
    let mut starts = Vec::new();
    while let Some(rest) = value.strip_prefix("- ") {
        value = rest.trim_start();
        starts = vec![source.len() - value.len()];
    }
    if let Some((key, rest)) = value.split_once(": ")
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | ' '))
    {
        starts.push(source.len() - rest.trim_start().len());
    }
    let end = source.trim_end().len();
    let quotable = move |from: &usize| {
        *from < end && !source[*from..].starts_with(['"', '\'', '{', '[', '|', '>', '#'])
    };
    starts.into_iter().filter(quotable).map(move |from| {
        let mut quoted = text[..start + from].to_string();
        quoted.push_str(&in_quotes(&source[from..end]));
        quoted.push_str(&text[start + end..]);
        quoted
    })
}

fn in_quotes(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// Puts braces round the amounts that want them, the last first, so that the places of
/// the others stay right.
fn put_braces(fixed: &mut Fixed, mut recipe: Recipe) {
    let source = fixed.text.clone();
    let places = Places::of(&source);
    let mut wanted: Vec<(Part, Span)> = check(&recipe)
        .into_iter()
        .filter(|found| found.wants_braces)
        .filter_map(|found| Some((found.part, found.span?)))
        .take(MOST_CURES)
        .collect();
    wanted.sort_by_key(|(part, span)| (*part, span.start));
    let original = recipe.clone();
    for (part, span) in wanted.into_iter().rev() {
        let Some(text) = original.text_of(part).map(|text| text.source.as_str()) else {
            continue;
        };
        let Some(bytes) = places.bytes(part, text, span) else {
            continue;
        };
        let said = &source[bytes.clone()];
        let braced = format!("{{{said}}}");
        let plain = replaced(&fixed.text, bytes.start, bytes.end, &braced);
        // A plain text cannot begin with a brace, nor hold one inside brackets.
        let quoted = || {
            let whole = places.bytes(part, text, Span::new(0, text.len()))?;
            let grown = fixed.text.len() - source.len();
            let own = plain.get(whole.start..whole.end + grown + 2)?;
            let is_plain = !source[..whole.start].ends_with(['"', '\'']) && !own.contains('\n');
            is_plain.then(|| {
                replaced(
                    &plain,
                    whole.start,
                    whole.start + own.len(),
                    &in_quotes(own),
                )
            })
        };
        let cured = [Some(plain.clone()), quoted()]
            .into_iter()
            .flatten()
            .find_map(|text| {
                let after = read_recipe(&text).ok()?.recipe;
                is_same_but_braces(&recipe, &after, part).then_some((text, after))
            });
        if let Some((text, after)) = cured {
            fixed.text = text;
            fixed.cures += 1;
            recipe = after;
        }
    }
}

fn replaced(text: &str, start: usize, end: usize, by: &str) -> String {
    let mut replaced = String::with_capacity(text.len() + by.len());
    replaced.push_str(&text[..start]);
    replaced.push_str(by);
    replaced.push_str(&text[end..]);
    replaced
}

/// Whether `after` is `before` with one amount more in braces in `part`.
fn is_same_but_braces(before: &Recipe, after: &Recipe, part: Part) -> bool {
    let bare = |text: &str| text.replace(['{', '}'], "");
    let (Some(old), Some(new)) = (before.text_of(part), after.text_of(part)) else {
        return false;
    };
    if bare(&old.source) != bare(&new.source)
        || new.mentions().count() != old.mentions().count() + 1
    {
        return false;
    }
    let texts = |recipe: &Recipe| -> Vec<String> {
        let prose = recipe.prose();
        prose.map(|text| bare(&text.source)).collect()
    };
    before.ingredients == after.ingredients && texts(before) == texts(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let head = "title: T\ningredients:\n  - 1 tbsp oil\n  - 1 cup milk\n";
        let fixed = fix(&format!("{head}{text}")).expect("a cure");
        assert_eq!(fixed.text, format!("{head}{expected}"));
        assert_eq!(fix(&fixed.text), None, "a second time");
    }

    #[test]
    fn braces_go_round_an_amount_however_the_step_is_quoted() {
        case(
            "steps:\n  - Heat 1 tbsp oil. # hot\n",
            "steps:\n  - Heat {1 tbsp} oil. # hot\n",
        );
        case(
            "steps:\n  - 'Heat 1 tbsp oil with 1 cup milk.'\n",
            "steps:\n  - 'Heat {1 tbsp} oil with {1 cup} milk.'\n",
        );
        case(
            "steps:\n  - Heat the\n    1 tbsp oil.\n",
            "steps:\n  - Heat the\n    {1 tbsp} oil.\n",
        );
        case(
            "steps: [\"Heat 1 tbsp oil.\"]\n",
            "steps: [\"Heat {1 tbsp} oil.\"]\n",
        );
    }

    #[test]
    fn a_plain_text_is_quoted_where_a_brace_would_break_it() {
        case(
            "steps:\n  - 1 tbsp oil is heated.\n",
            "steps:\n  - \"{1 tbsp} oil is heated.\"\n",
        );
        case(
            "steps: [Heat 1 tbsp oil.]\n",
            "steps: [\"Heat {1 tbsp} oil.\"]\n",
        );
    }

    #[test]
    fn a_text_that_yaml_misreads_is_quoted() {
        case(
            "  - 1 tsp soda (important: measured)\n",
            "  - \"1 tsp soda (important: measured)\"\n",
        );
        case("  - 1 can #10 tomatoes\n", "  - \"1 can #10 tomatoes\"\n");
        case(
            "  - 1 tsp soda: important: measured\n",
            "  - \"1 tsp soda: important: measured\"\n",
        );
        case("  - *salt*\n", "  - \"*salt*\"\n");
    }

    #[test]
    fn marks_and_line_ends_stay() {
        let text = "\u{feff}title: T #1\r\ningredients: [2 eggs]\r\n";
        let fixed = fix(text).expect("a cure").text;
        assert_eq!(fixed, text.replace("T #1", "\"T #1\""));
    }

    #[test]
    fn what_is_well_stays() {
        let text = "title: T\ningredients: [2 eggs] # two\nsteps: [Beat {2} eggs.]\n";
        assert_eq!(fix(text), None);
        assert_eq!(fix("not a recipe"), None);
        assert_eq!(fix(""), None);
    }
}
