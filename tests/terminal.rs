//! What the command does where a person sits at a terminal.
#![cfg(unix)]

use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};

/// A terminal: the side of the person and the side of the program.
fn terminal() -> (File, File) {
    let person = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&person).expect("granted");
    unlockpt(&person).expect("unlocked");
    let name = ptsname(&person, Vec::new()).expect("a name");
    let program = open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("its other side");
    (File::from(person), File::from(program))
}

fn porkcli(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_porkcli"));
    command.args(arguments).env("NO_COLOR", "1");
    command
}

#[test]
fn a_command_without_a_recipe_does_not_wait_at_a_terminal() {
    for (arguments, message) in [
        (
            &["show"][..],
            "error: no recipe was given\nhelp: name one (`porkcli list` shows all recipes), or pipe one in: `porkcli scale maple-belly --serves 8 | porkcli convert --to metric`\n",
        ),
        (
            &["parse"][..],
            "error: no lines were given\nhelp: name a file, or pipe lines in: `porkcli parse < lines.txt`\n",
        ),
    ] {
        let (_person, program) = terminal();
        let output = porkcli(arguments)
            .stdin(Stdio::from(program))
            .output()
            .expect("it runs");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
        assert_eq!(String::from_utf8_lossy(&output.stderr), message);
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn nothing_in_a_recipe_commands_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("evil.json");
    let recipe = r#"{"title": "Soup\u001b[2J\u202e", "ingredients": ["1 cup \u0007water"]}"#;
    std::fs::write(&path, recipe).expect("written");
    let (mut person, program) = terminal();
    let mut child = porkcli(&["show", path.to_str().expect("a path")])
        .stdin(Stdio::null())
        .stdout(Stdio::from(program))
        .spawn()
        .expect("it runs");
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    let mut shown = vec![0; 4096];
    let length = person.read(&mut shown).expect("something is shown");
    let shown = String::from_utf8_lossy(&shown[..length]).replace("\r\n", "\n");
    assert_eq!(
        shown,
        "Soup\\u{1b}[2J\\u{202e}\n\nINGREDIENTS\n\n  1 cup  \\u{7}water\n"
    );
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure_and_a_full_disk_is_one() {
    let mut child = porkcli(&["show", "maple-belly"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));

    let Ok(full) = File::options().write(true).open("/dev/full") else {
        return;
    };
    let output = porkcli(&["show", "maple-belly"])
        .stdin(Stdio::null())
        .stdout(Stdio::from(full))
        .stderr(Stdio::piped())
        .output()
        .expect("it runs");
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "error: could not write the result: No space left on device (os error 28)\nhelp: check the disk and whatever reads the output\n"
    );
    assert_eq!(output.status.code(), Some(2));
}
