//! Standard error: errors, warnings and notes, with an excerpt where there is one.

pub(super) use super::harmless::harmless;
use super::harmless::{Shown, harmless_line};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use porkcli::diagnostic::{Diagnostic, Place, Severity};
use std::borrow::Cow;
use std::io::Write;
use std::path::PathBuf;

/// Longer lines are not shown: an excerpt of them helps nobody.
const LONGEST_EXCERPT: usize = 500;

/// More of a kind at once help nobody, and none of them would be read.
const MOST_SHOWN: usize = 100;

/// A longer message repeats some endless text of a file; its middle is left out.
const LONGEST_MESSAGE: usize = 1_000;

/// A text and the name under which it is reported.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// The name: a path, or `standard input`.
    pub(super) name: String,
    /// The text.
    pub(super) text: String,
    /// The file it is, if it is one.
    pub(super) path: Option<PathBuf>,
}

impl Origin {
    /// Returns the origin of a text that is no file.
    pub(super) fn new(name: String, text: String) -> Origin {
        Origin {
            name,
            text,
            path: None,
        }
    }

    /// The name of its file without folders; `None` for standard input.
    pub(in crate::cli) fn file_name(&self) -> Option<&str> {
        self.path.as_ref()?.file_name()?.to_str()
    }
}

/// Reports `diagnostics` about `origin`.
pub(super) fn show(diagnostics: &[Diagnostic], origin: &Origin) {
    for diagnostic in diagnostics.iter().take(MOST_SHOWN) {
        show_one(diagnostic, Some(origin));
    }
    count_rest(diagnostics);
}

/// Reports `diagnostics` about `origin`, each on one line, without excerpts.
pub(super) fn lines(diagnostics: &[Diagnostic], origin: &Origin) {
    for diagnostic in diagnostics.iter().take(MOST_SHOWN) {
        line(diagnostic, origin);
    }
    count_rest(diagnostics);
}

/// Reports remarks that are about no text.
pub(super) fn notes(remarks: &[Diagnostic]) {
    for remark in remarks.iter().take(MOST_SHOWN) {
        note(&remark.message, remark.hint.as_deref());
    }
    count_rest(remarks);
}

/// Says how many of `diagnostics` were too many to be shown.
fn count_rest(diagnostics: &[Diagnostic]) {
    let rest = diagnostics.len().saturating_sub(MOST_SHOWN);
    if rest > 0 {
        let are = if rest == 1 { "is" } else { "are" };
        note(&format!("{rest} more {are} not shown"), None);
    }
}

fn line(diagnostic: &Diagnostic, origin: &Origin) {
    let at = diagnostic
        .place
        .map_or_else(String::new, |place| format!(":{}", place.line));
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
    write_raw(&format!("{}\n", harmless_line(line)));
}

/// Writes text that is styled already, all of it at once: what others write to the same
/// place at the same time must not come between.
pub(super) fn write_raw(text: &str) {
    let stderr = std::io::stderr();
    // Where standard error is closed, there is nobody left to tell.
    let _ = match anstream::AutoStream::choice(&stderr) {
        anstream::ColorChoice::Never => {
            let plain = anstream::adapter::strip_str(text).to_string();
            stderr.lock().write_all(plain.as_bytes())
        }
        _ => anstream::stderr().lock().write_all(text.as_bytes()),
    };
}

fn show_one(diagnostic: &Diagnostic, origin: Option<&Origin>) {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = shortened(&diagnostic.message);
    let message = harmless_line(&message);
    let name = origin.map(|origin| harmless_line(&origin.name));
    let title = level.primary_title(&*message);
    let excerpt = origin.and_then(|origin| excerpt(diagnostic.place?, origin));
    let mut groups = vec![match (&excerpt, &name) {
        (Some(excerpt), _) => Group::with_title(title).element(
            Snippet::source(&*excerpt.line)
                .line_start(excerpt.number)
                .path(&*excerpt.name)
                .annotation(AnnotationKind::Primary.span(excerpt.start..excerpt.end)),
        ),
        (None, Some(name)) if diagnostic.severity == Severity::Error => {
            let origin = annotate_snippets::Origin::path(&**name);
            Group::with_title(title).element(match diagnostic.place {
                Some(place) => origin.line(place.line).char_column(place.column),
                None => origin,
            })
        }
        _ => Group::with_title(title),
    }];
    let hint = diagnostic.hint.as_deref().map(harmless_line);
    if let Some(hint) = &hint {
        groups.push(Group::with_title(Level::HELP.secondary_title(&**hint)));
    }
    let renderer = Renderer::styled();
    // Without an excerpt there is nothing that a rule would have to set off.
    let together = if excerpt.is_some() { groups.len() } else { 1 };
    let report: String = groups
        .chunks(together)
        .map(|groups| renderer.render(groups) + "\n")
        .collect();
    write_raw(&report);
}

/// Returns a message with the middle of what is too long left out: it begins with what it
/// is about, and ends with what is wrong with that.
fn shortened(message: &str) -> Cow<'_, str> {
    if message.len() <= LONGEST_MESSAGE {
        return message.into();
    }
    let half = LONGEST_MESSAGE / 2;
    let boundary = |from: usize| (from..message.len()).find(|at| message.is_char_boundary(*at));
    let (start, end) = (boundary(half), boundary(message.len() - half));
    let start = &message[..start.unwrap_or(0)];
    let end = &message[end.unwrap_or(message.len())..];
    format!("{start}…{end}").into()
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
    if line.len() > LONGEST_EXCERPT {
        return None;
    }
    // The characters are made harmless one by one, so the place moves with them.
    let mut shown = Shown::default();
    let (mut start, mut end) = (None, None);
    for (index, c) in line.chars().enumerate() {
        if index + 1 == place.column {
            start = Some(shown.text.len());
        }
        if index + 1 == place.column + place.length {
            end = Some(shown.text.len());
        }
        shown.push(c);
    }
    let shown = shown.text;
    let start = start.unwrap_or(shown.len());
    let end = end.unwrap_or(shown.len()).max(start);
    Some(Excerpt {
        name: harmless_line(&origin.name).into_owned(),
        number: place.line,
        end: if place.length == 0 { start } else { end },
        line: shown,
        start,
    })
}
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_message_keeps_its_start_and_its_end() {
        assert_eq!(shortened("`1/0` divides by zero"), "`1/0` divides by zero");
        let long = shortened(&format!("`{}` is too large", "½".repeat(2_000))).into_owned();
        assert!(long.starts_with("`½½") && long.ends_with("½` is too large"));
        assert_eq!(long.matches('…').count(), 1);
        assert!(long.len() <= LONGEST_MESSAGE + 4);
    }
}
