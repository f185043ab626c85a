//! Reads the files of other recipe programs.
//!
//! Owns their forms, one a file. Must never pass an amount through a float.

mod cooklang;
mod program;
mod recipemd;

pub(super) use cooklang::{gather_cooklang, is_cooklang};
pub(super) use program::gather_program;
pub(super) use recipemd::{gather_recipemd, is_recipemd};

use super::loose_time::read_loose_time;
use crate::read::gathered::{FoundNote, Gathered};

/// Takes one fact of a recipe under any of the names that programs have for it; returns
/// whether it was one.
fn take_fact(gathered: &mut Gathered, name: &str, value: &str) -> bool {
    let text = value.trim().to_string();
    let name = name.trim().to_lowercase().replace(['_', '-', ' '], "");
    if text.is_empty() {
        return true;
    }
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    let list = || {
        let items = text.trim_matches(['[', ']']).split(',');
        let items = items.map(|item| item.trim().trim_matches(['"', '\'']).to_string());
        items.filter(|item| !item.is_empty())
    };
    let seconds = || read_loose_time(&text);
    match name.as_str() {
        "title" | "name" | "recipename" => gathered.title = Some(text),
        "author" | "authors" | "sourceauthor" | "sourceauthors" | "source.author" | "by" => {
            gathered.authors.extend(list());
        }
        "source" | "url" | "sourceurl" | "source.url" | "orgurl" | "link" if is_address => {
            gathered.url = Some(text);
        }
        "source" | "sourcename" | "source.name" | "sourcebook" => gathered.source_name = Some(text),
        "servings" | "serves" | "yield" | "yields" | "makes" | "recipeyield" => {
            gathered.yields.push(text);
        }
        "preptime" | "time.prep" | "prep" if seconds().is_some() => gathered.time.prep = seconds(),
        "cooktime" | "time.cook" | "cook" if seconds().is_some() => gathered.time.cook = seconds(),
        "totaltime" | "time" | "timerequired" | "duration" | "time.total"
            if seconds().is_some() =>
        {
            gathered.time.total = seconds();
        }
        "category" | "categories" | "course" | "meal" => gathered.categories.extend(list()),
        "cuisine" | "cuisines" => gathered.cuisines.extend(list()),
        "tags" | "keywords" | "diet" => gathered.tags.extend(list()),
        "description" | "introduction" => gathered.notes.insert(
            0,
            FoundNote {
                title: None,
                passage: text.into(),
            },
        ),
        "notes" | "note" => gathered.notes.push(FoundNote {
            title: None,
            passage: text.into(),
        }),
        _ => return false,
    }
    true
}

/// Keeps a fact that has no place of its own as a note under its name.
fn take_any_fact(gathered: &mut Gathered, name: &str, value: &str) {
    if !take_fact(gathered, name, value) {
        gathered.notes.push(FoundNote {
            title: Some(name.trim().into()),
            passage: value.trim().into(),
        });
    }
}

/// The start of `text`, at most so many bytes of it.
fn window(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
