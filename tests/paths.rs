//! What every command does with the paths and variables that it is given, however odd: it
//! reads what is there or says what is not, with the cure and the right exit status.
#![cfg(unix)]

mod kitchen;

use kitchen::{TOAST, bound, ends, fails, kitchen, porkcli, skipped};
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::process::{Command, Stdio};

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
        let child = porkcli(kitchen.path(), arguments).spawn().expect("it runs");
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
        &["shop", "--have", "folder", "toast.yaml"],
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
        "crispy-maple-belly  built in\nmaple-belly         built in\nsoup                soup.yaml\ntoast               toast.yaml\n",
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
