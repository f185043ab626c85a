//! Imports into a folder, with the command as a user runs it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder of its own for each test, empty.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("porkcli-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    path
}

fn import(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_porkcli"))
        .arg("import")
        .args(arguments)
        .output()
        .expect("the command runs")
}

#[test]
fn files_are_named_after_titles_and_never_replaced_unasked() {
    let folder = folder("names");
    let out = folder.to_str().expect("a plain path");
    let page = "tests/cli/import.in/toast.html";
    let done = import(&[page, "tests/cli/import.in/crumble.txt", "-o", out]);
    assert_eq!(done.status.code(), Some(0));
    assert_eq!(done.stdout, b"");
    let toast = folder.join("maple-toast.yaml");
    let written = fs::read_to_string(&toast).expect("a recipe");
    assert!(written.starts_with("title: Maple toast\n"));
    assert!(folder.join("apple-crumble.yaml").exists());

    fs::write(&toast, "mine").expect("a file");
    let again = import(&[page, "--output", out]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("is there already"));
    assert_eq!(fs::read_to_string(&toast).expect("a file"), "mine");

    let forced = import(&[page, "--output", out, "--force"]);
    assert_eq!(forced.status.code(), Some(0));
    assert_eq!(fs::read_to_string(&toast).expect("a recipe"), written);
    // Nothing half written is left behind.
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 2);

    let cook = import(&[page, "-o", out, "--format", "cooklang"]);
    assert_eq!(cook.status.code(), Some(0));
    assert!(folder.join("maple-toast.cook").exists());
    fs::remove_dir_all(&folder).expect("the folder goes");
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    let folder = folder("bad");
    let out = folder.to_str().expect("a plain path");
    let done = import(&[
        "tests/cli/import.in/empty.html",
        "no-such-file",
        "tests/cli/import.in/pancakes.cook",
        "-o",
        out,
    ]);
    assert_eq!(done.status.code(), Some(1));
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(said.contains("`no-such-file` was not imported"), "{said}");
    assert!(folder.join("pancakes.yaml").exists());
    fs::remove_dir_all(&folder).expect("the folder goes");
}
