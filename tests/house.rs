//! Holds the direction of imports: a module may only use what stands above it, so that
//! data flows one way, from text through a recipe to text.

use std::fs;
use std::path::{Path, PathBuf};

/// Each part of the library with the parts it may use.
const HOUSE: [(&str, &[&str]); 13] = [
    ("diagnostic", &[]),
    ("amount", &[]),
    ("unit", &["amount"]),
    ("glance", &["unit"]),
    ("quantity", &["amount", "unit"]),
    ("recipe", &["amount", "unit", "glance", "quantity"]),
    ("measure", &["amount", "unit", "quantity", "recipe"]),
    (
        "read",
        &[
            "diagnostic",
            "amount",
            "unit",
            "glance",
            "quantity",
            "recipe",
        ],
    ),
    (
        "scale",
        &[
            "diagnostic",
            "amount",
            "unit",
            "glance",
            "quantity",
            "recipe",
            "read",
        ],
    ),
    (
        "convert",
        &[
            "diagnostic",
            "amount",
            "unit",
            "glance",
            "quantity",
            "recipe",
        ],
    ),
    (
        "shop",
        &["diagnostic", "amount", "unit", "quantity", "recipe"],
    ),
    (
        "check",
        &["diagnostic", "amount", "unit", "quantity", "recipe", "read"],
    ),
    (
        "write",
        &[
            "amount", "unit", "glance", "quantity", "recipe", "measure", "shop",
        ],
    ),
];

#[test]
fn every_import_points_up() {
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    assert!(files.len() > 20, "the sources were not found");
    let mut wrong = Vec::new();
    for file in files {
        let place = file.strip_prefix("src").expect("below src");
        let first = place
            .iter()
            .next()
            .and_then(|part| part.to_str())
            .expect("a name");
        let part = first.trim_end_matches(".rs");
        let source = fs::read_to_string(&file).expect("a source file");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        match HOUSE.iter().find(|(name, _)| *name == part) {
            Some((_, allowed)) => {
                let used = code.split("crate::").skip(1).filter_map(|rest| {
                    rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                        .next()
                });
                for used in used.filter(|used| *used != part && !allowed.contains(used)) {
                    wrong.push(format!("{} uses {used}", file.display()));
                }
                if code.contains("std::fs") || code.contains("std::io") || code.contains("println!")
                {
                    wrong.push(format!("{} does input or output", file.display()));
                }
            }
            None => assert!(
                matches!(part, "lib" | "main" | "cli"),
                "{} has no place in the house",
                file.display()
            ),
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_file_says_what_it_owns_and_stays_short() {
    let mut files = Vec::new();
    collect(Path::new("src"), &mut files);
    for file in files {
        let source = fs::read_to_string(&file).expect("a source file");
        assert!(
            source.starts_with("//!"),
            "{} has no opening",
            file.display()
        );
        let lines = source.lines().count();
        assert!(lines <= 700, "{} has {lines} lines", file.display());
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && path.file_name().is_some_and(|name| name != "compile.rs")
        {
            files.push(path);
        }
    }
}
