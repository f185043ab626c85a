//! Where settings are looked for, and the scripts and pages made for shells and for man,
//! with the command as a user runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const COMMANDS: [&str; 11] = [
    "check",
    "scale",
    "convert",
    "import",
    "show",
    "shop",
    "list",
    "measure",
    "parse",
    "completions",
    "man",
];

/// A folder of its own for each test, empty.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("porkcli-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

/// The command with an empty environment, run in `place`.
fn porkcli(place: &Path, arguments: &[&str], environment: &[(&str, &Path)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_porkcli"))
        .args(arguments)
        .current_dir(place)
        .env_clear()
        .envs(environment.iter().copied())
        .output()
        .expect("the command runs")
}

#[track_caller]
fn prints(output: &Output, expected: &str) {
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(error, "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    assert_eq!(output.status.code(), Some(0));
}

#[track_caller]
fn fails(output: &Output, expected: &str) {
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains(expected), "{error}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_file_is_found_in_its_usual_places() {
    let home = folder("usual");
    let amount = ["measure", "3 tsp", "--by", "1/2"];
    let settle = |place: &str, fractions: &str| {
        let place = home.join(place).join("porkcli");
        fs::create_dir_all(&place).expect("a folder");
        let text = format!("fractions: {fractions}\n");
        fs::write(place.join("config.yaml"), text).expect("a file");
    };
    prints(&porkcli(&home, &amount, &[("HOME", &home)]), "1 1/2 tsp\n");
    settle(".config", "decimal");
    prints(&porkcli(&home, &amount, &[("HOME", &home)]), "1.5 tsp\n");
    settle("other", "unicode");
    let other = home.join("other");
    let both = [
        ("HOME", home.as_path()),
        ("XDG_CONFIG_HOME", other.as_path()),
    ];
    prints(&porkcli(&home, &amount, &both), "1½ tsp\n");
    let named = home.join("named.yaml");
    fs::write(&named, "fractions: ascii\n").expect("a file");
    let all = [both[0], both[1], ("PORKCLI_CONFIG", named.as_path())];
    prints(&porkcli(&home, &amount, &all), "1 1/2 tsp\n");
    // A variable that is set to nothing is not set.
    let nothing = Path::new("");
    let empty = [
        both[0],
        both[1],
        ("PORKCLI_CONFIG", nothing),
        ("PORKCLI_FRACTIONS", nothing),
    ];
    prints(&porkcli(&home, &amount, &empty), "1½ tsp\n");
    fs::remove_dir_all(&home).expect("the folder goes");
}

#[test]
fn no_home_and_no_settings_are_fine() {
    let place = folder("homeless");
    let amount = ["measure", "3 tsp", "--by", "1/2"];
    prints(&porkcli(&place, &amount, &[]), "1 1/2 tsp\n");
    let nowhere = Path::new("/dev/null");
    prints(
        &porkcli(&place, &amount, &[("HOME", nowhere)]),
        "1 1/2 tsp\n",
    );
    fs::remove_dir_all(&place).expect("the folder goes");
}

#[test]
fn a_folder_in_the_home_is_found() {
    let home = folder("home");
    fs::create_dir_all(home.join("cook book")).expect("a folder");
    let recipe = "title: Toast\ningredients: [1 slice bread]\n";
    fs::write(home.join("cook book/toast.yaml"), recipe).expect("a file");
    let settings = home.join("settings.yaml");
    fs::write(&settings, "recipes: [~/cook book]\n").expect("a file");
    let environment = [
        ("HOME", home.as_path()),
        ("PORKCLI_CONFIG", settings.as_path()),
    ];
    let shown = porkcli(
        Path::new("/"),
        &["show", "toast", "--format", "yaml"],
        &environment,
    );
    prints(&shown, "title: Toast\ningredients:\n  - 1 slice bread\n");
    fs::remove_dir_all(&home).expect("the folder goes");
}

#[test]
fn the_environment_names_folders_before_the_file_does() {
    let place = folder("order");
    for name in ["first", "second"] {
        let recipe = format!("title: {name}\ningredients: [1 slice bread]\n");
        fs::create_dir_all(place.join(name)).expect("a folder");
        fs::write(place.join(name).join("toast.yaml"), recipe).expect("a file");
    }
    let settings = place.join("settings.yaml");
    fs::write(&settings, "recipes: second\n").expect("a file");
    let (first, show) = (place.join("first"), ["show", "toast", "--format", "yaml"]);
    let named = ("PORKCLI_CONFIG", settings.as_path());
    let with = porkcli(&place, &show, &[named, ("PORKCLI_RECIPES", &first)]);
    assert!(String::from_utf8_lossy(&with.stdout).starts_with("title: first\n"));
    let without = porkcli(&place, &show, &[named]);
    assert!(String::from_utf8_lossy(&without.stdout).starts_with("title: second\n"));
    fs::remove_dir_all(&place).expect("the folder goes");
}

#[test]
fn files_that_are_no_settings_are_refused() {
    let place = folder("refused");
    let settings = place.join("settings.yaml");
    let run = |bytes: &[u8]| {
        fs::write(&settings, bytes).expect("a file");
        let amount = ["measure", "1 cup"];
        porkcli(&place, &amount, &[("PORKCLI_CONFIG", &settings)])
    };
    fails(&run(b"to: m\xe9trique\n"), "this is not UTF-8 text");
    fails(
        &run(&b"# long\n".repeat(200_000)),
        "larger than settings can be",
    );
    fails(&run(&b"{a: ".repeat(80_000)), "nests too deep");
    fails(&run(b"to: &a [*a]\n"), "error: ");
    fails(&run(b"*"), "error: ");
    fails(&run(b"\0"), "error: ");
    fails(&run(b"to: \"us\x1b[31m\"\n"), "error: ");
    prints(&run(b"\xef\xbb\xbfto: us\r\ncup: us\r\n"), "1 cup\n");
    fs::remove_file(&settings).expect("the file goes");
    fs::create_dir(&settings).expect("a folder");
    let amount = ["measure", "1 cup"];
    let is_folder = porkcli(&place, &amount, &[("PORKCLI_CONFIG", &settings)]);
    fails(&is_folder, "could not read the settings in");
    fs::remove_dir_all(&place).expect("the folder goes");
}

#[test]
fn each_shell_completes_every_command() {
    let place = std::env::temp_dir();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = porkcli(&place, &["completions", shell], &[]);
        let script = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(output.stderr, b"");
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
        }
        assert!(script.contains("--fractions") || script.contains("-l fractions"));
    }
    fails(
        &porkcli(&place, &["completions", "tcsh"], &[]),
        "possible values",
    );
}

#[test]
fn every_command_has_its_page() {
    let place = folder("pages");
    let page = porkcli(&place, &["man"], &[]);
    let page = String::from_utf8_lossy(&page.stdout).into_owned();
    assert!(page.contains(".TH porkcli 1"));
    for command in COMMANDS {
        assert!(page.contains(&format!("porkcli\\-{command}(1)")), "{page}");
    }
    prints(&porkcli(&place, &["man", "man1"], &[]), "");
    let pages = place.join("man1");
    let written = fs::read_to_string(pages.join("porkcli.1")).expect("a page");
    assert_eq!(written, page);
    for command in COMMANDS {
        let page = fs::read_to_string(pages.join(format!("porkcli-{command}.1"))).expect(command);
        assert!(
            page.contains(&format!("porkcli\\-{command} \\- ")),
            "{page}"
        );
        prints(&porkcli(&place, &["man", command], &[]), &page);
    }
    assert_eq!(
        fs::read_dir(&pages).expect("a folder").count(),
        COMMANDS.len() + 1
    );
    // Again, over the pages of an older version.
    prints(&porkcli(&place, &["man", "man1"], &[]), "");
    fs::write(place.join("file"), "mine").expect("a file");
    fails(&porkcli(&place, &["man", "file"], &[]), "could not write");
    fs::remove_dir_all(&place).expect("the folder goes");
}
