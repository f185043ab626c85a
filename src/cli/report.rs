//! Standard error: errors, warnings and notes, with an excerpt where there is one.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use porkcli::diagnostic::{Diagnostic, Place, Severity};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

/// Longer lines are not shown: an excerpt of them helps nobody.
const LONGEST_EXCERPT: usize = 500;

/// A text and the name under which it is reported.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// The name: a path, or `standard input`.
    pub(super) name: String,
    /// The text.
    pub(super) text: String,
    /// The file it is, if it is one.
    pub(super) path: Option<PathBuf>,
    /// How many lines of a larger text stand above it.
    pub(super) above: usize,
    /// How many characters stand before it in its first line.
    pub(super) left: usize,
}

impl Origin {
    /// Returns the origin of a text that is no file.
    pub(super) fn new(name: String, text: String) -> Origin {
        Origin {
            name,
            text,
            path: None,
            above: 0,
            left: 0,
        }
    }

    /// Returns where `place`, a place in its text, is in the larger text.
    pub(super) fn place(&self, place: Place) -> Place {
        let left = if place.line == 1 { self.left } else { 0 };
        Place {
            line: place.line + self.above,
            column: place.column + left,
            ..place
        }
    }

    /// The name of its file without folders; `None` for standard input.
    pub(in crate::cli) fn file_name(&self) -> Option<&str> {
        self.path.as_ref()?.file_name()?.to_str()
    }
}

/// Reports `diagnostics` about `origin`.
pub(super) fn show(diagnostics: &[Diagnostic], origin: &Origin) {
    for diagnostic in diagnostics {
        show_one(diagnostic, Some(origin));
    }
}

/// Reports `diagnostic` about `origin` on one line, without an excerpt.
pub(super) fn line(diagnostic: &Diagnostic, origin: &Origin) {
    let at = diagnostic.place.map_or_else(String::new, |place| {
        format!(":{}", origin.place(place).line)
    });
    let hint = diagnostic
        .hint
        .as_ref()
        .map_or_else(String::new, |hint| format!("; {hint}"));
    let message = format!("{}{at}: {}{hint}", origin.name, diagnostic.message);
    let line = Diagnostic {
        message: message.replace('\n', " "),
        place: None,
        hint: None,
        ..diagnostic.clone()
    };
    show_one(&line, None);
}

/// Reports an error that is about no text.
pub(super) fn error(message: &str, hint: Option<&str>) {
    let mut diagnostic = Diagnostic::error("cli", message);
    diagnostic.hint = hint.map(Into::into);
    show_one(&diagnostic, None);
}

/// Reports a note that is about no text.
pub(super) fn note(message: &str, hint: Option<&str>) {
    let mut diagnostic = Diagnostic::note("cli", message);
    diagnostic.hint = hint.map(Into::into);
    show_one(&diagnostic, None);
}

/// Writes the line that closes a report.
pub(super) fn summary(line: &str) {
    write_raw(&format_args!("{}\n", harmless(line)));
}

thread_local! {
    /// What this thread has reported since its reports are held back.
    static HELD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does `work` and returns with its result what it reported, which was not shown: work
/// that is done beside other work is told of when its turn comes.
pub(super) fn held<T>(work: impl FnOnce() -> T) -> (T, String) {
    let outer = HELD.replace(Some(String::new()));
    let result = work();
    let reports = HELD.replace(outer).unwrap_or_default();
    (result, reports)
}

/// Writes text that is styled already.
pub(super) fn write_raw(text: &impl std::fmt::Display) {
    let is_held = HELD.with_borrow_mut(|held| {
        if let Some(held) = held {
            let _ = write!(held, "{text}");
        }
        held.is_some()
    });
    if !is_held {
        // Where standard error is closed, there is nobody left to tell.
        let _ = write!(anstream::stderr().lock(), "{text}");
    }
}

fn show_one(diagnostic: &Diagnostic, origin: Option<&Origin>) {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = harmless(&diagnostic.message);
    let title = level.primary_title(&*message);
    let excerpt = origin.and_then(|origin| excerpt(diagnostic.place?, origin));
    let mut groups = vec![match (&excerpt, origin) {
        (Some(excerpt), _) => Group::with_title(title).element(
            Snippet::source(&*excerpt.line)
                .line_start(excerpt.number)
                .path(&*excerpt.name)
                .annotation(AnnotationKind::Primary.span(excerpt.start..excerpt.end)),
        ),
        (None, Some(origin)) if diagnostic.severity == Severity::Error => {
            let place = diagnostic.place.map(|place| origin.place(place));
            let origin = annotate_snippets::Origin::path(origin.name.as_str());
            Group::with_title(title).element(match place {
                Some(place) => origin.line(place.line).char_column(place.column),
                None => origin,
            })
        }
        _ => Group::with_title(title),
    }];
    let hint = diagnostic.hint.as_deref().map(harmless);
    if let Some(hint) = &hint {
        groups.push(Group::with_title(Level::HELP.secondary_title(&**hint)));
    }
    let mut shown = String::new();
    let renderer = Renderer::styled();
    // Without an excerpt there is nothing that a rule would have to set off.
    let together = if excerpt.is_some() { groups.len() } else { 1 };
    for report in groups.chunks(together) {
        shown.push_str(&renderer.render(report));
        shown.push('\n');
    }
    write_raw(&shown);
}

/// One line of a text and the bytes of it that are meant.
struct Excerpt {
    name: String,
    number: usize,
    line: String,
    start: usize,
    end: usize,
}

fn excerpt(place: Place, origin: &Origin) -> Option<Excerpt> {
    let line = origin.text.lines().nth(place.line.checked_sub(1)?)?;
    let place = origin.place(place);
    let left = if place.line == origin.above + 1 {
        origin.left
    } else {
        0
    };
    if left + line.len() > LONGEST_EXCERPT {
        return None;
    }
    // What stands before it belongs to something else, but takes its room.
    let line = " ".repeat(left) + line;
    // The characters are made harmless one by one, so the place moves with them.
    let mut shown = String::new();
    let (mut start, mut end) = (None, None);
    for (index, c) in line.chars().enumerate() {
        if index + 1 == place.column {
            start = Some(shown.len());
        }
        if index + 1 == place.column + place.length {
            end = Some(shown.len());
        }
        push_harmless(&mut shown, c);
    }
    let start = start.unwrap_or(shown.len());
    let end = end.unwrap_or(shown.len()).max(start);
    Some(Excerpt {
        name: harmless(&origin.name).into_owned(),
        number: place.line,
        end: if place.length == 0 { start } else { end },
        line: shown,
        start,
    })
}

/// Returns `text` with every character that could command a terminal, or turn the
/// order of its letters, as a visible escape.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_harmful) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        push_harmless(&mut shown, c);
    }
    shown.into()
}

fn push_harmless(shown: &mut String, c: char) {
    match c {
        '\t' => shown.push(' '),
        c if is_harmful(c) => shown.extend(c.escape_unicode()),
        c => shown.push(c),
    }
}

fn is_harmful(c: char) -> bool {
    c.is_control() && c != '\n'
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_commands_a_terminal() {
        assert_eq!(harmless("plain ½ text\n"), "plain ½ text\n");
        assert_eq!(harmless("\u{1b}[31mred"), "\\u{1b}[31mred");
        assert_eq!(harmless("a\u{202e}b\tc\r"), "a\\u{202e}b c\\u{d}");
    }
}
