//! What every command does where input, output or the environment fails it: it says so,
//! with the cure and the right exit status, and nothing else happens.
#![cfg(unix)]

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A recipe that there is nothing to say about.
const TOAST: &str =
    "title: Toast\nservings: 2\ningredients:\n  - 2 slices bread\nsteps:\n  - Toast the bread.\n";

/// A recipe to be cured, what becomes of it, and what is said of it before.
const SAUCE: &str = "title: Sauce\nservings: 2\ningredients:\n  - 1 can #10 tomatoes\nsteps:\n  - Heat the tomatoes.\n";
const CURED: &str = "title: Sauce\nservings: 2\ningredients:\n  - \"1 can #10 tomatoes\"\nsteps:\n  - Heat the tomatoes.\n";
const UNCURED: &str = "warning: `#10 tomatoes` is a comment in YAML and was not read\n --> sauce.yaml:4:11\n  |\n4 |   - 1 can #10 tomatoes\n  |           ^^^^^^^^^^^^\n  |\nhelp: put the whole text in double quotes\n1 recipe: 1 warning\n";

/// Every command, with arguments with which it prints something.
const COMMANDS: [&[&str]; 14] = [
    &["show", "toast.yaml"],
    &["scale", "toast.yaml", "--serves", "2"],
    &["convert", "toast.yaml", "--to", "metric"],
    &["check", "toast.yaml", "--format", "json"],
    &["check", "sauce.yaml", "--fix", "--dry-run"],
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

/// A folder with a recipe, a recipe to be cured, and lines.
fn kitchen() -> TempDir {
    let kitchen = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| fs::write(kitchen.path().join(name), text).expect("a file");
    put("toast.yaml", TOAST);
    put("sauce.yaml", SAUCE);
    put("lines.txt", "1 cup flour\n");
    kitchen
}

/// What a command says even if all is well.
fn said(arguments: &[&str]) -> &'static str {
    match arguments.contains(&"--dry-run") {
        true => UNCURED,
        false => "",
    }
}

/// The command, run in `place` with no settings.
fn porkcli(place: &Path, arguments: &[impl AsRef<OsStr>]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_porkcli"));
    command.args(arguments).current_dir(place).env_clear();
    command.stdin(Stdio::null());
    command
}

/// The command with redirections of a shell, such as `>&-`.
fn redirected(place: &Path, arguments: &[&str], redirections: &str) -> Output {
    let mut command = Command::new("/bin/sh");
    command
        .arg("-c")
        .arg(format!("exec \"$0\" \"$@\" {redirections}"))
        .arg(env!("CARGO_BIN_EXE_porkcli"))
        .args(arguments);
    command.current_dir(place).env_clear().stdin(Stdio::null());
    command.output().expect("a shell")
}

#[track_caller]
fn ends(output: &Output, status: i32, stdout: &str, stderr: &str) {
    assert_eq!(String::from_utf8_lossy(&output.stderr), stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), stdout);
    assert_eq!(output.status.code(), Some(status));
}

#[track_caller]
fn fails(place: &Path, arguments: &[impl AsRef<OsStr>], status: i32, stderr: &str) {
    let output = porkcli(place, arguments).output().expect("it runs");
    ends(&output, status, "", stderr);
}

/// Lets `command` run as somebody whom permissions bind, which they do not do with root.
fn bound(command: &mut Command, place: &Path) {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    if fs::metadata(place).expect("a folder").uid() == 0 {
        let all = fs::Permissions::from_mode(0o755);
        fs::set_permissions(place, all).expect("open to all");
        command.uid(65534).gid(65534);
    }
}

/// Says that a case was left out, and why.
fn skipped(what: &str) {
    let mut stderr = std::io::stderr();
    let _ = writeln!(stderr, "skipped: {what}");
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
    let missing = redirected(kitchen.path(), &["show", "soup"], "2>&-");
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
            &["check", "--fix", "sauce.yaml"],
            redirections,
        );
        assert_eq!(output.status.code(), Some(0));
        let after = fs::read_to_string(kitchen.path().join("sauce.yaml")).expect("a file");
        assert_eq!(after, CURED);
        fs::write(kitchen.path().join("sauce.yaml"), SAUCE).expect("a file");
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
        let mut child = porkcli(kitchen.path(), arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
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
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
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
        "parse" | "measure" => format!(
            "error: `{name}`: a line has no end within 64 MiB\nhelp: give a text with line ends\n"
        ),
        "import" => format!(
            "error: `{name}` is larger than a page can be (8 MiB)\nhelp: give one page at a time\n"
        ),
        "shop" => format!(
            "error: this is larger than a recipe can be (1 MiB)\n--> {name}\nhelp: give fewer recipes at a time, or name their files\n"
        ),
        _ => format!(
            "error: this is larger than a recipe can be (1 MiB)\n--> {name}\nhelp: give one recipe at a time\n"
        ),
    };
    for arguments in READERS {
        let output = redirected(kitchen.path(), arguments, "</dev/zero");
        ends(&output, 1, "", &told("standard input", arguments));
        if arguments[0] != "measure" {
            let named = [arguments, &["/dev/zero"]].concat();
            fails(kitchen.path(), &named, 1, &told("/dev/zero", arguments));
        }
    }
}

#[test]
fn a_pipe_is_a_recipe() {
    let kitchen = kitchen();
    let pipe = kitchen.path().join("pipe");
    let mode = rustix::fs::Mode::from_raw_mode(0o600);
    if rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, mode, 0).is_err() {
        return skipped("no pipe could be made");
    }
    for arguments in [
        &["show", "pipe"][..],
        &["check", "pipe", "--format", "json"],
        &["shop", "pipe"],
        &["import", "pipe"],
    ] {
        let child = porkcli(kitchen.path(), arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        fs::write(&pipe, TOAST).expect("somebody reads");
        let piped = child.wait_with_output().expect("it ends");
        let mut named = arguments.to_vec();
        named[1] = "toast.yaml";
        let named = porkcli(kitchen.path(), &named).output().expect("it runs");
        let stdout = String::from_utf8(named.stdout).expect("text");
        ends(&piped, 0, &stdout, "");
    }
    // What is found as it stands needs no settings.
    let child = porkcli(kitchen.path(), &["show", "pipe", "--format", "yaml"])
        .env("PORKCLI_CONFIG", "missing.yaml")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    fs::write(&pipe, TOAST).expect("somebody reads");
    ends(&child.wait_with_output().expect("it ends"), 0, TOAST, "");
    // Nobody writes into a pipe that only shares a recipe's name.
    let listed = porkcli(kitchen.path(), &["list"])
        .output()
        .expect("it runs");
    assert!(!String::from_utf8_lossy(&listed.stdout).contains("pipe"));
}

#[test]
fn a_link_to_nothing_is_told() {
    let kitchen = kitchen();
    let link = std::os::unix::fs::symlink::<&str, std::path::PathBuf>;
    link("nowhere", kitchen.path().join("lost.yaml")).expect("a link");
    link("circle", kitchen.path().join("circle")).expect("a link");
    link(".", kitchen.path().join("folder")).expect("a link");
    let place = kitchen.path();
    for command in ["show", "shop"] {
        for name in ["lost.yaml", "circle", "./circle"] {
            let told = format!(
                "error: `{name}` is a link to nothing\nhelp: point it at a recipe file, or remove it\n"
            );
            fails(place, &[command, name], 2, &told);
        }
    }
    fails(
        place,
        &["show", "folder"],
        2,
        "error: `folder` is a folder, not a recipe\nhelp: name a recipe file in it\n",
    );
    fails(
        place,
        &["import", "lost.yaml"],
        2,
        "error: could not read `lost.yaml`: No such file or directory (os error 2)\nhelp: it is a link to nothing; point it at a file, or remove it\n",
    );
    fails(
        place,
        &["parse", "missing.txt"],
        2,
        "error: could not read `missing.txt`: No such file or directory (os error 2)\nhelp: check the path\n",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_is_told() {
    let kitchen = kitchen();
    // Not even root can read it from its beginning.
    let told = "error: could not read `/proc/self/mem`: Input/output error (os error 5)\nhelp: see whether other programs can read it\n";
    for command in ["show", "import", "parse"] {
        fails(kitchen.path(), &[command, "/proc/self/mem"], 2, told);
    }
}

#[test]
fn what_the_user_may_not_read_is_told() {
    let kitchen = kitchen();
    let closed = || std::os::unix::fs::PermissionsExt::from_mode(0o000);
    let file = kitchen.path().join("closed.yaml");
    fs::write(&file, TOAST).expect("a file");
    fs::set_permissions(&file, closed()).expect("closed");
    for command in ["show", "import", "parse", "shop"] {
        let mut command = porkcli(kitchen.path(), &[command, "closed.yaml"]);
        bound(&mut command, kitchen.path());
        let Ok(output) = command.output() else {
            return skipped("nobody else may run the command here");
        };
        let told = "error: could not read `closed.yaml`: Permission denied (os error 13)\nhelp: ask whoever owns it to let you read it\n";
        ends(&output, 2, "", told);
    }
    fs::remove_file(&file).expect("the file goes");
    let folder = kitchen.path().join("shelf");
    fs::create_dir(&folder).expect("a folder");
    fs::set_permissions(&folder, closed()).expect("closed");
    let mut command = porkcli(kitchen.path(), &["list"]);
    bound(&mut command, kitchen.path());
    ends(
        &command
            .env("PORKCLI_RECIPES", "shelf")
            .output()
            .expect("it runs"),
        0,
        "crispy-maple-belly  built in\nmaple-belly         built in\nsauce               sauce.yaml\ntoast               toast.yaml\n",
        "note: could not look into `shelf`: Permission denied (os error 13)\nhelp: its recipes are not among those that are known\n",
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_need_not_be_text() {
    let kitchen = kitchen();
    let path = |bytes: &'static [u8]| OsStr::from_bytes(bytes);
    fs::write(kitchen.path().join(path(b"caf\xe9.yaml")), TOAST).expect("a file");
    let run = |arguments: &[&OsStr]| {
        porkcli(kitchen.path(), arguments)
            .output()
            .expect("it runs")
    };
    let usual = |arguments: &[&str]| {
        let output = porkcli(kitchen.path(), arguments)
            .output()
            .expect("it runs");
        String::from_utf8(output.stdout).expect("text")
    };
    let text = OsStr::new;
    for command in ["show", "shop", "import", "parse"] {
        let expected = usual(&[command, "toast.yaml"]);
        let output = run(&[text(command), path(b"caf\xe9.yaml")]);
        ends(&output, 0, &expected, "");
    }
    let expected = usual(&["scale", "toast@4"]);
    ends(
        &run(&[text("scale"), path(b"caf\xe9@4")]),
        0,
        &expected,
        "note: times and oven settings do not scale and stand as written\n",
    );
    ends(
        &run(&[text("show"), path(b"th\xe9")]),
        2,
        "",
        "error: no recipe is called `th\u{fffd}`\nhelp: `porkcli list` shows all recipes\n",
    );
    ends(
        &run(&[text("scale"), path(b"caf\xe9@\xff")]),
        2,
        "",
        "error: `caf\u{fffd}@\u{fffd}`: `\u{fffd}` is not a number of servings: `\u{fffd}` is not an amount\nhelp: write the number of people after the `@`: maple-belly@8\n",
    );
    ends(
        &run(&[text("check"), text("--fix"), path(b"caf\xe9.yaml")]),
        0,
        "",
        "1 recipe: nothing to report\n",
    );
    ends(
        &run(&[
            text("import"),
            text("toast.yaml"),
            text("-o"),
            path(b"\xff"),
        ]),
        0,
        "",
        "",
    );
    let written = fs::read_to_string(kitchen.path().join(path(b"\xff")).join("toast.yaml"));
    assert_eq!(written.expect("a recipe"), usual(&["import", "toast.yaml"]));
}

#[test]
fn a_folder_that_is_gone_still_has_the_recipes_built_in() {
    let kitchen = kitchen();
    let run = |command: &str| {
        let gone = kitchen.path().join("gone");
        fs::create_dir(&gone).expect("a folder");
        let script = format!("rmdir ../gone && exec \"$0\" {command}");
        let mut shell = Command::new("/bin/sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_porkcli")]);
        shell.current_dir(&gone).env_clear().stdin(Stdio::null());
        shell.output().expect("a shell")
    };
    ends(
        &run("list"),
        0,
        "crispy-maple-belly  built in\nmaple-belly         built in\n",
        "",
    );
    ends(
        &run("show toast"),
        2,
        "",
        "error: no recipe is called `toast`\nhelp: `porkcli list` shows all recipes\n",
    );
    let usual = porkcli(kitchen.path(), &["show", "maple-belly"]).output();
    let usual = String::from_utf8(usual.expect("it runs").stdout).expect("text");
    ends(&run("show maple-belly"), 0, &usual, "");
    ends(
        &run("import ../toast.yaml -o out"),
        2,
        "",
        "error: could not write `out`: No such file or directory (os error 2)\nhelp: choose a folder that is there or can be made\n",
    );
}

#[test]
fn odd_variables_do_no_harm_or_are_told() {
    let kitchen = kitchen();
    let settings = kitchen.path().join("porkcli");
    fs::create_dir(&settings).expect("a folder");
    fs::write(settings.join("config.yaml"), "fractions: unicode\n").expect("a file");
    let hidden = kitchen.path().join(".config");
    fs::create_dir(&hidden).expect("a folder");
    std::os::unix::fs::symlink(&settings, hidden.join("porkcli")).expect("a link");
    let half = ["measure", "3 tsp", "--by", "1/2"];
    // Settings are never taken from wherever the command happens to run.
    for (name, value) in [
        ("HOME", ""),
        ("HOME", "."),
        ("XDG_CONFIG_HOME", "."),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CONFIG_HOME", ""),
        ("XDG_DATA_HOME", "."),
        ("XDG_DATA_HOME", "/nonexistent"),
        ("PORKCLI_RECIPES", ":/nonexistent::"),
    ] {
        let output = porkcli(kitchen.path(), &half).env(name, value).output();
        ends(&output.expect("it runs"), 0, "1 1/2 tsp\n", "");
    }
    let odd = OsStr::from_bytes(b"\xff\x1b[31m\n");
    for (name, arguments, told) in [
        (
            "PORKCLI_TO",
            &["convert", "toast.yaml"][..],
            "error: `\u{fffd}\\u{1b}[31m\\u{a}` is no value of $PORKCLI_TO\nhelp: set it to one of metric, us, uk, or unset it\n",
        ),
        (
            "PORKCLI_CUP",
            &half,
            "error: `\u{fffd}\\u{1b}[31m\\u{a}` is no value of $PORKCLI_CUP\nhelp: set it to one of us, legal, metric, jp, uk, or unset it\n",
        ),
        (
            "PORKCLI_TBSP",
            &half,
            "error: `\u{fffd}\\u{1b}[31m\\u{a}` is no value of $PORKCLI_TBSP\nhelp: set it to one of us, metric, au, or unset it\n",
        ),
        (
            "PORKCLI_FRACTIONS",
            &half,
            "error: `\u{fffd}\\u{1b}[31m\\u{a}` is no value of $PORKCLI_FRACTIONS\nhelp: set it to one of ascii, unicode, decimal, or unset it\n",
        ),
        (
            "PORKCLI_CONFIG",
            &half,
            "error: there is no file `\u{fffd}\\u{1b}[31m\\u{a}`, which $PORKCLI_CONFIG names\nhelp: correct the variable, or unset it\n",
        ),
    ] {
        let output = porkcli(kitchen.path(), arguments).env(name, odd).output();
        ends(&output.expect("it runs"), 2, "", told);
    }
    let variables = [
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "PORKCLI_RECIPES",
    ];
    let output = porkcli(kitchen.path(), &half)
        .envs(variables.map(|name| (name, odd)))
        .output();
    ends(&output.expect("it runs"), 0, "1 1/2 tsp\n", "");
}

#[test]
fn settings_that_are_no_file_are_told() {
    let kitchen = kitchen();
    let home = kitchen.path().join("porkcli");
    fs::create_dir_all(home.join("config.yaml")).expect("a folder");
    let run = || {
        porkcli(kitchen.path(), &["measure", "1 cup"])
            .env("XDG_CONFIG_HOME", kitchen.path())
            .output()
            .expect("it runs")
    };
    let settings = home.join("config.yaml");
    let told = |what: &str, cure: &str| {
        let name = settings.display();
        format!("error: could not read the settings in `{name}`: {what}\nhelp: {cure}\n")
    };
    let cure = "make it a file that you may read, or name another one in $PORKCLI_CONFIG";
    ends(&run(), 2, "", &told("Is a directory (os error 21)", cure));
    fs::remove_dir(&settings).expect("the folder goes");
    std::os::unix::fs::symlink("config.yaml", &settings).expect("a link");
    let error = fs::metadata(&settings).expect_err("a circle");
    ends(&run(), 2, "", &told(&error.to_string(), cure));
    fs::remove_file(&settings).expect("the link goes");
    std::os::unix::fs::symlink("/dev/null", &settings).expect("a link");
    ends(&run(), 0, "1 cup\n", "");
    fs::remove_file(&settings).expect("the link goes");
    let mode = rustix::fs::Mode::from_raw_mode(0o600);
    let pipe = rustix::fs::FileType::Fifo;
    if rustix::fs::mknodat(rustix::fs::CWD, &settings, pipe, mode, 0).is_err() {
        return skipped("no pipe could be made");
    }
    let cure = "put a file in its place, or remove it";
    ends(&run(), 2, "", &told("it is a pipe", cure));
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
