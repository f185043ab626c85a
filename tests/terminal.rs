//! What the command does where a person sits at a terminal.
#![cfg(unix)]

use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
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
    let recipe = "error: no recipe was given\nhelp: name one (`porkcli list` shows all recipes), or pipe one in: `porkcli scale maple-belly --serves 8 | porkcli convert --to metric`\n";
    for (arguments, message) in [
        (&["show"][..], recipe),
        (&["show", "-"], recipe),
        (&["scale", "--by", "2"], recipe),
        (&["convert", "--to", "us"], recipe),
        (&["shop"], recipe),
        (&["check"], recipe),
        (&["check", "--fix"], recipe),
        (
            &["import"],
            "error: nothing to import was given\nhelp: name files, or pipe one in: `porkcli import page.html`, `porkcli import < page.html`\n",
        ),
        (
            &["parse"],
            "error: no lines were given\nhelp: name a file, or pipe lines in: `porkcli parse < lines.txt`\n",
        ),
        (
            &["measure"],
            "error: no lines were given\nhelp: give an amount, or pipe lines in: `porkcli measure \"1 cup\" --to ml`\n",
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

/// What a person sees of a command whose two outputs are a terminal.
fn seen(mut command: Command) -> String {
    let (mut person, program) = terminal();
    let other = program.try_clone().expect("a second handle");
    command.stdin(Stdio::null()).stdout(program).stderr(other);
    let mut child = command.spawn().expect("it runs");
    // The terminal ends when nobody holds the side of the program any more.
    drop(command);
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(length @ 1..) = person.read(&mut buffer) {
        bytes.extend_from_slice(&buffer[..length]);
    }
    child.wait().expect("it ends");
    String::from_utf8(bytes)
        .expect("text")
        .replace("\r\n", "\n")
}

/// Characters that command a terminal, turn the order of letters, or hide.
fn harmful() -> Vec<char> {
    let controls = ('\0'..='\u{1f}').filter(|c| !matches!(c, '\n' | '\t'));
    let mut all: Vec<char> = controls.chain('\u{7f}'..='\u{9f}').collect();
    all.extend(['\u{61c}', '\u{200e}', '\u{200f}', '\u{2028}', '\u{2029}']);
    all.extend(('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}'));
    all.extend(['\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}', '\u{3164}']);
    all.extend(['\u{e0001}', '\u{e0020}', '\u{e0041}', '\u{e007f}']);
    all
}

#[track_caller]
fn assert_tame(shown: &str, what: &str) {
    let found: Vec<char> = harmful()
        .into_iter()
        .filter(|c| shown.contains(*c))
        .collect();
    assert_eq!(found, Vec::<char>::new(), "{what}: {shown:?}");
    assert!(shown.contains("\\u{202e}"), "{what}: {shown:?}");
}

/// All of the harmful ones between two letters each, but not `without`.
fn hostile(without: &[char]) -> String {
    let wanted = harmful().into_iter().filter(|c| !without.contains(c));
    wanted.fold(String::from("x"), |text, c| text + &format!("{c}x"))
}

/// The same as a text of JSON, in which any character can stand.
fn hostile_json() -> String {
    let escape = |c: char| match u32::from(c) {
        code @ ..=0xffff => format!("\\u{code:04x}"),
        _ => c.to_string(),
    };
    let escaped: String = hostile(&[]).chars().map(escape).collect();
    format!("\"{escaped}\"")
}

fn hostile_recipe() -> String {
    let text = hostile_json();
    format!(
        "{{\"title\": {text}, \"servings\": 2, \"author\": {text}, \"notes\": {text}, \"ingredients\": [\"1 cup water\", {text}], \"steps\": [{text}]}}"
    )
}

#[test]
fn no_command_lets_a_recipe_command_the_terminal() {
    let place = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| fs::write(place.path().join(name), text).expect("a file");
    put("evil.json", &hostile_recipe());
    put(
        "evil.txt",
        &format!("1 cup {}\n", hostile(&['\u{b}', '\u{c}', '\r'])),
    );
    put(
        "wrong.json",
        &hostile_recipe().replace("author", "\\u001b\\u0007\\u009b\\u202e\\u200b"),
    );
    put(
        "page.html",
        &format!(
            "<h1>{0}</h1><h2>Ingredients</h2><ul><li>1 cup {0}</li></ul><h2>Method</h2><p>Heat.</p>",
            hostile(&['\0'])
        ),
    );
    // Of the others YAML wants to hear nothing, so this line is an excerpt.
    let refused = |c: &char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let raw = hostile(&harmful().into_iter().filter(refused).collect::<Vec<_>>());
    put(
        "raw.yaml",
        &format!("title: T\nservings: {raw}\ningredients: [1 cup water]\n"),
    );
    let run = |arguments: &[&str]| {
        let mut command = porkcli(arguments);
        command.current_dir(place.path());
        seen(command)
    };
    for format in [
        "text",
        "yaml",
        "json",
        "markdown",
        "cooklang",
        "recipemd",
        "schema.org",
    ] {
        for arguments in [
            &["show", "evil.json"][..],
            &["scale", "evil.json", "--by", "2"],
            &["convert", "evil.json", "--to", "metric"],
            &["import", "evil.json"],
        ] {
            let arguments = [arguments, &["--format", format]].concat();
            assert_tame(&run(&arguments), &arguments.join(" "));
        }
    }
    for arguments in [
        &["shop", "evil.json"][..],
        &["shop", "evil.json", "--format", "json"],
        &["check", "wrong.json"],
        &["check", "wrong.json", "--format", "json"],
        &["check", "raw.yaml"],
        &["check", "raw.yaml", "--format", "json"],
        &["parse", "evil.txt"],
        &["import", "page.html"],
    ] {
        assert_tame(&run(arguments), &arguments.join(" "));
    }
}

/// A name in which much would harm, and how it is shown.
const NAME: &str =
    "a\u{1b}[31m\u{7}\u{8}\u{7f}\u{9b}1m\r\n\u{202e}\u{2066}\u{200f}\u{200b}\u{2028}\u{e0041}z";
const SHOWN: &str = "a\\u{1b}[31m\\u{7}\\u{8}\\u{7f}\\u{9b}1m\\u{d}\\u{a}\\u{202e}\\u{2066}\\u{200f}\\u{200b}\\u{2028}\\u{e0041}z";

#[test]
fn no_name_of_a_file_commands_the_terminal() {
    let place = tempfile::tempdir().expect("a folder");
    let file = format!("{NAME}.yaml");
    fs::write(place.path().join(&file), "title: T\n").expect("a file");
    let run = |arguments: &[&str]| {
        let mut command = porkcli(arguments);
        command
            .current_dir(place.path())
            .env_remove("PORKCLI_RECIPES");
        command.env("XDG_DATA_HOME", "/nonexistent");
        seen(command)
    };
    let excerpt = format!(
        "error: the recipe has no ingredients\n --> {SHOWN}.yaml:1:1\n  |\n1 | title: T\n  | ^^^^^^^^\n  |\nhelp: add `ingredients:` and below it a list, each line beginning with `- `\n"
    );
    assert_eq!(run(&["show", &file]), excerpt);
    assert_eq!(
        run(&["check", &file]),
        format!("{excerpt}1 recipe: 1 error\n")
    );
    let json = run(&["check", &file, "--format", "json"]);
    assert_tame(&json, "check --format json");
    assert_tame(&run(&["list"]), "list");
    assert_eq!(
        run(&["import", &format!("{NAME}.txt")]),
        format!(
            "error: could not read `{SHOWN}.txt`: No such file or directory (os error 2)\nhelp: check the path\n"
        )
    );
    assert_eq!(
        run(&["import", &file, "-o", &file]),
        format!(
            "error: could not write `{SHOWN}.yaml`: File exists (os error 17)\nhelp: a file stands where a folder is needed; choose another folder\n"
        )
    );
    // So many that their number and names are told meanwhile.
    let mut many = vec!["import"];
    many.resize(26, file.as_str());
    let told = run(&many);
    let meanwhile = "\r24/25 a\\u{1b}[31m\\u{7}\\u{8}\\u{7f}\\u{9b}1m\\u{d}\\u{a}\\u{20";
    let blank = format!("\r{}\r", " ".repeat(meanwhile.len() - 1));
    assert!(
        told.contains(&format!("{meanwhile}{blank}error: ")),
        "{told:?}"
    );
    assert_tame(&told.replace('\r', ""), "import");
}

#[test]
fn no_argument_commands_the_terminal() {
    let place = Path::new("/");
    let run = |arguments: &[&str]| {
        let mut command = porkcli(arguments);
        command.current_dir(place).env_remove("PORKCLI_RECIPES");
        seen(command)
    };
    let option = format!("--{NAME}");
    let servings = format!("maple-belly@{NAME}");
    assert_eq!(
        run(&["show", NAME]),
        format!("error: no recipe is called `{SHOWN}`\nhelp: `porkcli list` shows all recipes\n")
    );
    assert_eq!(
        run(&["measure", NAME]),
        format!(
            "error: `{SHOWN}` is not an amount\nhelp: write a number and a unit, such as `1 1/2 cups flour` or `350F`\n"
        )
    );
    assert_eq!(
        run(&["measure", "1 cup", "--to", NAME]),
        format!(
            "error: no unit is called `{SHOWN}`\nhelp: units are g, kg, oz, lb, ml, L, tsp, tbsp, cup, pint, cm, inch, C, F and more; or metric, us, uk\n"
        )
    );
    assert_eq!(
        run(&[&option]),
        format!(
            "error: unexpected argument '--{SHOWN}' found\n\nUsage: porkcli [OPTIONS] <COMMAND>\n\nFor more information, try '--help'.\n"
        )
    );
    assert_eq!(
        run(&[NAME]),
        format!(
            "error: unrecognized subcommand '{SHOWN}'\n\nUsage: porkcli [OPTIONS] <COMMAND>\n\nFor more information, try '--help'.\n"
        )
    );
    for arguments in [
        &["scale", "maple-belly", "--by", NAME][..],
        &["scale", "maple-belly", "--using", NAME],
        &["scale", "maple-belly", "--pan", NAME],
        &["scale", &servings],
        &["convert", "maple-belly", "--to", NAME],
        &["shop", "maple-belly", "--have", NAME],
        &["show", "maple-belly", "--format", NAME],
        &["show", "maple-belly", "--width", NAME],
        &["measure", "1 cup", "--cup", NAME],
        &["completions", NAME],
        &["help", NAME],
        &["show", "maple-belly", NAME],
    ] {
        assert_tame(&run(arguments), &format!("{arguments:?}"));
    }
}

#[test]
fn no_setting_commands_the_terminal() {
    let place = tempfile::tempdir().expect("a folder");
    let settings = place.path().join(format!("{NAME}.yaml"));
    for text in [
        "to: \"\\e\\a\\u202e\\u009b\\u200b\"\n".to_string(),
        "\"\\e\\a\\u202e\\u009b\\u200b\": us\n".to_string(),
        format!("to: {}\n", hostile(&[])),
        "recipes: [\"a\\e\\u202e\"]\n".to_string(),
    ] {
        fs::write(&settings, &text).expect("a file");
        for arguments in [&["convert", "maple-belly"][..], &["list"]] {
            let mut command = porkcli(arguments);
            command.env("PORKCLI_CONFIG", &settings);
            assert_tame(&seen(command), &text);
        }
    }
    for variable in [
        "PORKCLI_TO",
        "PORKCLI_CUP",
        "PORKCLI_FRACTIONS",
        "PORKCLI_CONFIG",
    ] {
        let mut command = match variable {
            "PORKCLI_TO" => porkcli(&["convert", "maple-belly"]),
            _ => porkcli(&["convert", "maple-belly", "--to", "us"]),
        };
        command.env(variable, NAME);
        assert_tame(&seen(command), variable);
    }
}

#[test]
fn what_is_piped_stays_as_it_was_written() {
    let place = tempfile::tempdir().expect("a folder");
    let path = place.path().join("evil.json");
    fs::write(&path, hostile_recipe()).expect("a file");
    let run = |format: &str| {
        let mut command = porkcli(&["show", "evil.json", "--format", format]);
        let command = command.current_dir(place.path()).stdin(Stdio::null());
        String::from_utf8(command.output().expect("it runs").stdout).expect("text")
    };
    let text = run("text");
    for c in [
        '\u{1b}',
        '\u{7}',
        '\u{7f}',
        '\u{9b}',
        '\u{202e}',
        '\u{200b}',
        '\u{e0041}',
    ] {
        assert!(text.contains(c), "{c:?} is gone from {text:?}");
    }
    // Nothing is lost in a pipe.
    fs::write(&path, run("yaml")).expect("a file");
    assert_eq!(run("text"), text);
    fs::write(&path, &text).expect("a file");
    assert_eq!(run("text"), text);
}
