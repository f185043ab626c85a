//! What a change of a text looks like, as `diff -u` prints it.
//!
//! Owns the form of a diff. Must never know why a text is changed.

use similar::algorithms::{Capture, Replace, myers};
use similar::udiff::UnifiedHunkHeader;
use std::fmt::Write as _;
use std::ops::Range;

/// So many lines that stay are shown around a change.
const AROUND: usize = 3;

/// Returns what is different in `new` from `old`, the text of the file called `name`.
pub(super) fn unified_diff(name: &str, old: &str, new: &str) -> String {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    // One way to compare is enough here; asking for whole texts to be compared would bring
    // all that there are into the program, which is a thirtieth of it.
    let mut changes = Replace::new(Capture::new());
    let Ok(()) = myers::diff(&mut changes, &old[..], 0..old.len(), &new[..], 0..new.len());
    let mut diff = String::new();
    for hunk in changes.into_inner().into_grouped_ops(AROUND) {
        if diff.is_empty() {
            diff = format!("--- {name}\n+++ {name}\n");
        }
        // A text takes everything that is written to it.
        let _ = writeln!(diff, "{}", UnifiedHunkHeader::new(&hunk));
        for change in hunk {
            let (gone, come) = (change.old_range(), change.new_range());
            if change.tag() == similar::DiffTag::Equal {
                push_lines(&mut diff, ' ', &old, gone);
            } else {
                push_lines(&mut diff, '-', &old, gone);
                push_lines(&mut diff, '+', &new, come);
            }
        }
    }
    diff
}

fn push_lines(diff: &mut String, sign: char, lines: &[&str], range: Range<usize>) {
    for line in lines.get(range).unwrap_or_default() {
        diff.push(sign);
        diff.push_str(line);
        if !line.ends_with('\n') {
            diff.push_str("\n\\ No newline at end of file\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_stands_among_the_lines_around_it() {
        let old: String = (1..=9).map(|number| format!("{number}\n")).collect();
        let new = old.replace("5\n", "five\nand a half\n");
        assert_eq!(
            unified_diff("soup.yaml", &old, &new),
            "--- soup.yaml\n+++ soup.yaml\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+and a half\n 6\n 7\n 8\n"
        );
    }

    #[test]
    fn a_last_line_without_an_end_is_told() {
        assert_eq!(
            unified_diff("soup.yaml", "a\nb", "a\nb\n"),
            "--- soup.yaml\n+++ soup.yaml\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"
        );
    }

    #[test]
    fn what_is_the_same_has_no_diff() {
        assert_eq!(unified_diff("soup.yaml", "a\n", "a\n"), "");
    }
}
