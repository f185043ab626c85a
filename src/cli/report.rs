//! Standard error: errors, warnings and notes, with an excerpt where there is one.

pub(super) use super::harmless::harmless;
use super::harmless::{Shown, harmless_line};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use porkcli::diagnostic::{Diagnostic, Place, Severity};
use std::borrow::Cow;
use std::cell::RefCell;
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
    some(diagnostics, |diagnostic| show_one(diagnostic, Some(origin)));
}

/// Reports `diagnostics` about `origin`, each on one line, without excerpts.
pub(super) fn lines(diagnostics: &[Diagnostic], origin: &Origin) {
    some(diagnostics, |diagnostic| line(diagnostic, origin));
}

/// Reports remarks that are about no text.
pub(super) fn notes(remarks: &[Diagnostic]) {
    some(remarks, |remark| {
        note(&remark.message, remark.hint.as_deref())
    });
}

/// Reports the first of `diagnostics` by `report`, and says how many were too many.
pub(super) fn some(diagnostics: &[Diagnostic], report: impl Fn(&Diagnostic)) {
    for diagnostic in diagnostics.iter().take(MOST_SHOWN) {
        report(diagnostic);
    }
    let rest = diagnostics.len().saturating_sub(MOST_SHOWN);
    if rest > 0 {
        let are = if rest == 1 { "is" } else { "are" };
        note(&format!("{rest} more {are} not shown"), None);
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
    write_raw(&format!("{}\n", harmless_line(line)));
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

/// Writes text that is styled already, all of it at once: what others write to the same
/// place at the same time must not come between.
pub(super) fn write_raw(text: &str) {
    let is_held = HELD.with_borrow_mut(|held| held.as_mut().map(|held| held.push_str(text)));
    if is_held.is_some() {
        return;
    }
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
    let place = origin.and_then(|origin| Some(origin.place(diagnostic.place?)));
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
            Group::with_title(title).element(match place {
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
    let place = origin.place(place);
    let is_first = place.line == origin.above + 1;
    let left = if is_first { origin.left } else { 0 };
    if left + line.len() > LONGEST_EXCERPT {
        return None;
    }
    // What stands before it belongs to something else, but takes its room.
    let line = " ".repeat(left) + line;
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
