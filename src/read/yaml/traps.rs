//! YAML's traps: what is legal or fails, but is never what a cook meant.

use super::node::SyntaxError;
use crate::diagnostic::{Diagnostic, Place};
use crate::glance::any_byte;

/// Signs that YAML gives a meaning of its own at the start of a text.
const LEADING_SIGNS: [char; 9] = ['*', '&', '@', '%', '`', '!', '|', '>', '?'];

/// Returns the report of a syntax error, with the cure where the trap is known.
pub(super) fn explain(text: &str, error: SyntaxError) -> Diagnostic {
    let place = error.position.map(|(line, column)| Place {
        line,
        column,
        length: 0,
    });
    let here = place.map_or(1, |place| place.line);
    let near = [here, here.saturating_sub(1)];
    let lines = || {
        near.iter()
            .filter(|line| **line > 0)
            .filter_map(|&line| Some((line, text.lines().nth(line - 1)?)))
    };
    if error.is_limit {
        let mut report = Diagnostic::error("limit", error.message)
            .hint("no recipe needs that much: write it out plainly, or give one recipe at a time");
        report.place = place;
        return report;
    }
    let mut report =
        Diagnostic::error("yaml", format!("this is not valid YAML: {}", error.message));
    report.place = place;
    if let Some((line, column)) = lines().find_map(|(line, source)| {
        let indent = source.len() - source.trim_start().len();
        source[..indent].find('\t').map(|at| (line, at + 1))
    }) {
        return Diagnostic::error("tab", "a tab stands at the start of a line")
            .at(Place {
                line,
                column,
                length: 1,
            })
            .hint("indent with spaces; YAML does not allow tabs there");
    }
    if let Some((line, column, sign)) = lines().find_map(|(line, source)| {
        let (start, value) = value_of(source);
        let sign = value.chars().next()?;
        LEADING_SIGNS
            .contains(&sign)
            .then_some((line, start + 1, sign))
    }) {
        return report
            .at(Place {
                line,
                column,
                length: 1,
            })
            .hint(format!(
                "a text that begins with `{sign}` must stand in double quotes"
            ));
    }
    if let Some((line, column)) = lines().find_map(|(line, source)| {
        let (start, value) = value_of(source);
        let at = value
            .find(": ")
            .filter(|_| !value.starts_with(['{', '[', '"', '\'']))?;
        Some((line, start + value[..at].chars().count() + 1))
    }) {
        return report
            .at(Place {
                line,
                column,
                length: 1,
            })
            .hint("a text that holds `: ` must stand in double quotes");
    }
    // `- {1 tsp} oil`, and `[Add {1 tsp} oil]`: to YAML a brace opens a mapping.
    let line = place.and_then(|place| text.lines().nth(place.line.saturating_sub(1)));
    let before = line.zip(place).map(|(line, place)| {
        let before: String = line.chars().take(place.column).collect();
        before
    });
    let opens = before
        .and_then(|before| before.split_once('{').map(|(_, inside)| inside.to_string()))
        .is_some_and(|inside| !inside.contains(':'));
    if opens {
        return report.hint("a text with an amount in braces must stand in double quotes here");
    }
    report.hint("check the indentation of this line and the one before it, and that every quote and bracket is closed")
}

/// The value on a line, after `- ` and `key: `, and the column before it.
fn value_of(source: &str) -> (usize, &str) {
    let mut rest = source.trim_start();
    while let Some(after) = rest.strip_prefix("- ") {
        rest = after.trim_start();
    }
    if let Some(at) = rest.find(": ")
        && rest[..at].chars().all(|c| c.is_alphanumeric() || c == '_')
    {
        rest = rest[at + 2..].trim_start();
    }
    let before = &source[..source.len() - rest.len()];
    (before.chars().count(), rest)
}

/// Returns a warning for every text that YAML cuts off at ` #` although no space
/// follows, as in `- 1 can #10 tomatoes`.
pub(super) fn swallowed_comments(text: &str) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    if !any_byte(text.as_bytes(), |byte| byte == b'#') {
        return warnings;
    }
    // Inside a block of text, which is indented deeper than the line that opens it,
    // a `#` is a letter like any other.
    let mut block: Option<usize> = None;
    for (index, source) in text.lines().enumerate() {
        let indent = source.len() - source.trim_start().len();
        if source.trim().is_empty() || block.is_some_and(|opened| indent > opened) {
            continue;
        }
        block = None;
        let (start, value) = value_of(source);
        if value.starts_with(['|', '>']) {
            block = Some(indent);
        }
        let Some(at) = value.find(" #") else {
            continue;
        };
        let comment = &value[at + 2..];
        let is_comment = comment.is_empty() || comment.starts_with([' ', '#', '!']);
        if is_comment || value.starts_with(['"', '\'', '|', '>', '#']) || at == 0 {
            continue;
        }
        let place = Place {
            line: index + 1,
            column: start + value[..at].chars().count() + 2,
            length: value[at + 1..].chars().count(),
        };
        let lost = &value[at + 1..];
        warnings.push(
            Diagnostic::warning(
                "comment",
                format!("`{lost}` is a comment in YAML and was not read"),
            )
            .at(place)
            .hint("put the whole text in double quotes"),
        );
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_sign_that_swallows_text_is_reported() {
        let text = "a:\n  - 1 can #10 tomatoes\n  - 2 eggs # large\n  - \"1 #10 can\"\n  - |\n    see #4\n";
        let found = swallowed_comments(text);
        let messages: Vec<_> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(
            messages,
            ["`#10 tomatoes` is a comment in YAML and was not read"]
        );
        assert_eq!(
            found[0].place,
            Some(Place {
                line: 2,
                column: 11,
                length: 12
            })
        );
    }
}
