//! What tests of faults share: a folder with recipes, and the command run in it.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A recipe that there is nothing to say about.
pub const TOAST: &str =
    "title: Toast\nservings: 2\ningredients:\n  - 2 slices bread\nsteps:\n  - Toast the bread.\n";

/// A recipe to be cured, what becomes of it, and what is said of it before.
pub const SOUP: &str = "title: Soup\nservings: 2\ningredients:\n  - 1 can #10 tomatoes\nsteps:\n  - Heat the tomatoes.\n";
pub const CURED: &str = "title: Soup\nservings: 2\ningredients:\n  - \"1 can #10 tomatoes\"\nsteps:\n  - Heat the tomatoes.\n";
pub const UNCURED: &str = "warning: `#10 tomatoes` is a comment in YAML and was not read\n --> soup.yaml:4:11\n  |\n4 |   - 1 can #10 tomatoes\n  |           ^^^^^^^^^^^^\n  |\nhelp: put the whole text in double quotes\n1 recipe: 1 warning\n";

/// A folder with both recipes and a line.
pub fn kitchen() -> TempDir {
    let kitchen = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| fs::write(kitchen.path().join(name), text).expect("a file");
    put("toast.yaml", TOAST);
    put("soup.yaml", SOUP);
    put("lines.txt", "1 cup flour\n");
    kitchen
}

/// The command, run in `place` with no settings.
pub fn porkcli(place: &Path, arguments: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_porkcli"));
    command.args(arguments).current_dir(place).env_clear();
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// The command with redirections of a shell, such as `>&-`.
pub fn redirected(place: &Path, arguments: &[&str], redirections: &str) -> Output {
    let mut command = Command::new("/bin/sh");
    command
        .arg("-c")
        .arg(format!("exec \"$0\" \"$@\" {redirections}"))
        .arg(env!("CARGO_BIN_EXE_porkcli"))
        .args(arguments);
    command.current_dir(place).env_clear().stdin(Stdio::null());
    command.output().expect("a shell")
}

/// What a script of the shell prints, in which `$porkcli` is the command.
pub fn shell(place: &Path, script: &str) -> Output {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", script]).current_dir(place);
    command.env("porkcli", env!("CARGO_BIN_EXE_porkcli"));
    command.env("NO_COLOR", "1").stdin(Stdio::null());
    command.output().expect("a shell")
}

#[track_caller]
pub fn ends(output: &Output, status: i32, stdout: &str, stderr: &str) {
    assert_eq!(String::from_utf8_lossy(&output.stderr), stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), stdout);
    assert_eq!(output.status.code(), Some(status));
}

#[track_caller]
pub fn fails(place: &Path, arguments: &[impl AsRef<OsStr>], status: i32, stderr: &str) {
    let output = porkcli(place, arguments).output().expect("it runs");
    ends(&output, status, "", stderr);
}

pub fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

/// The names in `folder`, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("a name"))).collect();
    names.sort();
    names
}

/// Lets `command` run as somebody whom permissions bind, which they do not do with root.
pub fn bound(command: &mut Command, place: &Path) {
    if fs::metadata(place).expect("a folder").uid() == 0 {
        let all = fs::Permissions::from_mode(0o755);
        fs::set_permissions(place, all).expect("open to all");
        command.uid(65534).gid(65534);
    }
}

/// Says that a case was left out, and why.
pub fn skipped(what: &str) {
    let mut stderr = std::io::stderr();
    let _ = writeln!(stderr, "skipped: {what}");
}
