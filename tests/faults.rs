//! What every command does where its input or its output fails it: it says so, with the
//! cure and the right exit status, and nothing else happens.
#![cfg(unix)]

mod kitchen;

use kitchen::{CURED, SOUP, UNCURED, ends, kitchen, porkcli, redirected, skipped};
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::Stdio;

/// Every command, with arguments with which it prints something.
const COMMANDS: [&[&str]; 14] = [
    &["show", "toast.yaml"],
    &["scale", "toast.yaml", "--serves", "2"],
    &["convert", "toast.yaml", "--to", "metric"],
    &["check", "toast.yaml", "--format", "json"],
    &["check", "soup.yaml", "--fix", "--dry-run"],
    &["import", "toast.yaml"],
    &["shop", "toast.yaml"],
    &["list"],
    &["measure", "1 cup"],
    &["parse", "lines.txt"],
    &["completions", "bash"],
    &["man"],
    &["help"],
    &["--version"],
];

/// The commands that read standard input, as they do it.
const READERS: [&[&str]; 7] = [
    &["show"],
    &["scale", "--by", "2"],
    &["convert", "--to", "us"],
    &["import"],
    &["shop"],
    &["measure"],
    &["parse"],
];

/// What a command says even if all is well.
fn said(arguments: &[&str]) -> &'static str {
    match arguments.contains(&"--dry-run") {
        true => UNCURED,
        false => "",
    }
}

#[test]
fn a_full_disk_is_told_by_every_command() {
    if !Path::new("/dev/full").exists() {
        return skipped("there is no /dev/full");
    }
    let kitchen = kitchen();
    for arguments in COMMANDS {
        let output = redirected(kitchen.path(), arguments, ">/dev/full");
        let told = "error: could not write the result: No space left on device (os error 28)\nhelp: check the disk and whatever reads the output\n";
        ends(&output, 2, "", &format!("{told}{}", said(arguments)));
        // Where even that cannot be told, the status still tells it.
        let output = redirected(kitchen.path(), arguments, ">/dev/full 2>/dev/full");
        ends(&output, 2, "", "");
    }
}

#[test]
fn a_result_is_whole_where_nobody_can_be_told_anything() {
    let kitchen = kitchen();
    for arguments in COMMANDS {
        let usual = porkcli(kitchen.path(), arguments)
            .output()
            .expect("it runs");
        let stdout = String::from_utf8(usual.stdout).expect("text");
        assert_ne!(stdout, "");
        for redirections in ["2>&-", "2>/dev/null", "2>/dev/full", "<&- 2>&-"] {
            let output = redirected(kitchen.path(), arguments, redirections);
            ends(&output, 0, &stdout, "");
        }
    }
    let missing = redirected(kitchen.path(), &["show", "stew"], "2>&-");
    ends(&missing, 2, "", "");
}

#[test]
fn a_closed_output_is_an_output_that_nobody_reads() {
    let kitchen = kitchen();
    for arguments in COMMANDS {
        for redirections in [">&-", "<&- >&-", "<&- >&- 2>&-"] {
            let output = redirected(kitchen.path(), arguments, redirections);
            assert_eq!(String::from_utf8_lossy(&output.stdout), "");
            assert_eq!(output.status.code(), Some(0));
        }
    }
}

/// A file that is opened gets the lowest free number, which must not be that of a stream.
#[test]
fn what_is_for_a_closed_stream_gets_into_no_file() {
    let kitchen = kitchen();
    let page = "Soup\n\nIngredients\n1 can #10 tomatoes\n\nMethod\nHeat.\n";
    fs::write(kitchen.path().join("soup.txt"), page).expect("a file");
    let usual = redirected(kitchen.path(), &["import", "soup.txt"], "");
    for redirections in [">&-", "2>&-", "<&- >&- 2>&-"] {
        let arguments = ["import", "soup.txt", "missing.txt", "-o", "out", "--force"];
        let output = redirected(kitchen.path(), &arguments, redirections);
        assert_eq!(output.status.code(), Some(1));
        let written = fs::read(kitchen.path().join("out/soup.yaml")).expect("a recipe");
        assert_eq!(
            String::from_utf8_lossy(&written),
            String::from_utf8_lossy(&usual.stdout)
        );
        let output = redirected(
            kitchen.path(),
            &["check", "--fix", "soup.yaml"],
            redirections,
        );
        assert_eq!(output.status.code(), Some(0));
        let after = fs::read_to_string(kitchen.path().join("soup.yaml")).expect("a file");
        assert_eq!(after, CURED);
        fs::write(kitchen.path().join("soup.yaml"), SOUP).expect("a file");
    }
}

#[test]
fn an_output_that_cannot_be_written_is_told() {
    let kitchen = kitchen();
    let output = redirected(kitchen.path(), &["show", "toast.yaml"], "1<lines.txt");
    ends(
        &output,
        2,
        "",
        "error: could not write the result: Bad file descriptor (os error 9)\nhelp: check the disk and whatever reads the output\n",
    );
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure_of_any_command() {
    let kitchen = kitchen();
    for arguments in COMMANDS {
        let mut child = porkcli(kitchen.path(), arguments).spawn().expect("it runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        ends(&output, 0, "", said(arguments));
    }
}

#[test]
fn lines_without_end_are_read_only_while_somebody_reads() {
    let kitchen = kitchen();
    for (arguments, first) in [
        (
            &["parse"][..],
            "{\"quantity\":\"1\",\"quantity_max\":null,\"unit\":\"cup\",\"name\":\"flour\",\"preparation\":null,\"note\":null,\"optional\":false,\"amounts\":[{\"quantity\":\"1\",\"quantity_max\":null,\"unit\":\"cup\"}]}\n",
        ),
        (&["measure"][..], "1 cup flour\n"),
    ] {
        let mut child = porkcli(kitchen.path(), arguments)
            .stdin(Stdio::piped())
            .spawn()
            .expect("it runs");
        let mut lines = child.stdin.take().expect("a pipe");
        let endless =
            std::thread::spawn(move || while lines.write_all(b"1 cup flour\n").is_ok() {});
        let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        assert_eq!(line, first);
        drop(reader);
        ends(&child.wait_with_output().expect("it ends"), 0, "", "");
        endless.join().expect("the lines end");
    }
}

#[test]
fn standard_input_that_is_nothing_or_closed_is_empty() {
    let kitchen = kitchen();
    let no_recipe = "error: there is no recipe: the text is empty\n--> standard input\nhelp: a recipe begins with `title: ...` and has `ingredients:` with a list below\n";
    let no_import = "error: no recipe was found in this text\n--> standard input\nhelp: put the line `Ingredients` before the ingredients and `Method` before the steps\n";
    for arguments in READERS {
        let (status, told) = match arguments[0] {
            "measure" | "parse" => (0, ""),
            "import" => (1, no_import),
            _ => (1, no_recipe),
        };
        for redirections in ["<&-", "</dev/null"] {
            let output = redirected(kitchen.path(), arguments, redirections);
            ends(&output, status, "", told);
        }
    }
    let check = redirected(kitchen.path(), &["check"], "<&-");
    ends(&check, 1, "", &format!("{no_recipe}1 recipe: 1 error\n"));
}

#[test]
fn standard_input_that_is_a_folder_is_told() {
    let kitchen = kitchen();
    let told = "error: could not read `standard input`: Is a directory (os error 21)\nhelp: give a file in that folder\n";
    for arguments in READERS {
        ends(&redirected(kitchen.path(), arguments, "<."), 2, "", told);
    }
    let check = redirected(kitchen.path(), &["check"], "<.");
    ends(
        &check,
        2,
        "",
        &format!("{told}1 recipe: not all could be read\n"),
    );
}

#[test]
fn what_never_ends_is_refused_at_the_cap() {
    if !Path::new("/dev/zero").exists() {
        return skipped("there is no /dev/zero");
    }
    let kitchen = kitchen();
    let told = |name: &str, arguments: &[&str]| match arguments[0] {
        "parse" => format!(
            "error: the line is longer than 1 MiB\n--> {name}:1:1\nerror: `{name}`: a line has no end within 16 MiB\nhelp: give a text with line ends\n"
        ),
        "measure" => format!(
            "error: `{name}`: a line has no end within 16 MiB\nhelp: give a text with line ends\n"
        ),
        "import" => format!(
            "error: `{name}` is larger than a page can be (8 MiB)\nhelp: give one page at a time\n"
        ),
        _ => format!(
            "error: this is larger than a recipe can be (1 MiB)\n--> {name}\nhelp: give one recipe at a time\n"
        ),
    };
    for arguments in READERS {
        let stdout = match arguments[0] {
            "parse" => {
                "{\"quantity\":null,\"quantity_max\":null,\"unit\":null,\"name\":\"\",\"preparation\":null,\"note\":null,\"optional\":false,\"amounts\":[],\"error\":\"the line is longer than 1 MiB\"}\n"
            }
            _ => "",
        };
        let output = redirected(kitchen.path(), arguments, "</dev/zero");
        // What follows an endless line was not read at all.
        let status = if arguments[0] == "parse" { 2 } else { 1 };
        ends(&output, status, stdout, &told("standard input", arguments));
        if arguments[0] != "measure" {
            let named = [arguments, &["/dev/zero"]].concat();
            let output = porkcli(kitchen.path(), &named).output().expect("it runs");
            ends(&output, status, stdout, &told("/dev/zero", arguments));
        }
    }
}

#[test]
fn a_line_that_is_no_amount_stays_as_it_is() {
    let kitchen = kitchen();
    let long = "x".repeat(5_000);
    let lines = [b"\xff cup\n1 cup\n".as_slice(), long.as_bytes(), b"\n"].concat();
    fs::write(kitchen.path().join("amounts"), &lines).expect("a file");
    let output = redirected(kitchen.path(), &["measure"], "<amounts");
    assert!(output.stdout == lines);
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: `\u{fffd} cup` is not UTF-8 text\nhelp: save it as UTF-8\nerror: a line is longer than an amount can be (4 KiB)\nhelp: give one amount a line\n"
    );
    assert_eq!(output.status.code(), Some(1));
    fs::write(kitchen.path().join("amounts"), "x".repeat(2 << 20)).expect("a file");
    let output = redirected(kitchen.path(), &["measure"], "<amounts");
    ends(
        &output,
        1,
        "",
        "error: a line is longer than 1 MiB\nhelp: give one amount a line\n",
    );
}
