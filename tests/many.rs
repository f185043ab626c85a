//! Many recipes through one command, as a user runs it: folders, streams of any length,
//! pipes that pause or close.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

/// A folder of its own for each test, empty.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("porkcli-many-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

fn porkcli(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_porkcli"));
    command
        .args(arguments)
        .env("NO_COLOR", "1")
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    porkcli(arguments).output().expect("the command runs")
}

fn started(arguments: &[&str]) -> Child {
    porkcli(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts")
}

/// Runs the command with `text` on standard input, however much it prints meanwhile.
fn piped(arguments: &[&str], text: impl Into<Vec<u8>>) -> Output {
    let mut child = started(arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    let text = text.into();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&text);
    });
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("all was written");
    output
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

fn recipe(number: usize) -> String {
    let cups = number % 7 + 2;
    format!("title: Soup {number}\nservings: 2\ningredients:\n  - {cups} cups stock\n")
}

fn recipe_line(number: usize) -> String {
    let cups = number % 7 + 2;
    format!(r#"{{"title":"Soup {number}","servings":"2","ingredients":["{cups} cups stock"]}}"#)
}

#[test]
fn a_stream_of_any_length_is_read_and_its_order_kept() {
    let note = "a".repeat(500);
    let all: Vec<String> = (0..2500)
        .map(|number| format!("{}notes:\n  - {note}\n", recipe(number)))
        .collect();
    let documents = all.join("---\n");
    assert!(documents.len() > 1 << 20);
    let twice = piped(
        &["scale", "--by", "2", "--format", "yaml"],
        documents.clone(),
    );
    assert_eq!(text(&twice.stderr), "");
    let back = piped(&["scale", "--by", "1/2", "--format", "yaml"], twice.stdout);
    assert_eq!(back.status.code(), Some(0));
    assert!(text(&back.stdout) == documents);
}

#[test]
fn printed_text_json_and_lines_are_read_back() {
    let documents: String = (0..300).map(recipe).collect::<Vec<_>>().join("---\n");
    for format in [
        "text",
        "markdown",
        "json",
        "jsonl",
        "schema.org",
        "recipemd",
        "cooklang",
    ] {
        let printed = piped(&["show", "--format", format], documents.clone());
        assert_eq!(text(&printed.stderr), "", "{format}");
        let back = piped(&["show", "--format", "jsonl"], printed.stdout);
        assert_eq!(
            back.status.code(),
            Some(0),
            "{format}: {}",
            text(&back.stderr)
        );
        let titles: Vec<bool> = text(&back.stdout)
            .lines()
            .enumerate()
            .map(|(number, line)| line.contains(&format!("\"Soup {number}\"")))
            .collect();
        assert_eq!(titles, vec![true; 300], "{format}");
    }
}

#[test]
fn files_of_folders_come_in_order_and_reports_with_them() {
    let folder = folder("order");
    for number in 0..900 {
        let shelf = folder.join(format!("shelf-{}", number / 100));
        fs::create_dir_all(&shelf).expect("a shelf");
        let text = match number % 50 {
            7 => "title: Wrong\n".into(),
            _ => recipe(number),
        };
        fs::write(shelf.join(format!("{number:03}.yaml")), text).expect("a file");
    }
    let name = folder.to_str().expect("a plain path");
    let done = run(&["scale", name, "--by", "2", "--format", "jsonl"]);
    assert_eq!(done.status.code(), Some(1));
    let titles: Vec<&str> = text(&done.stdout)
        .lines()
        .map(|line| line.split('"').nth(3).unwrap_or_default())
        .collect();
    let expected: Vec<String> = (0..900)
        .filter(|number| number % 50 != 7)
        .map(|number| format!("Soup {number}"))
        .collect();
    assert_eq!(titles, expected);
    let wrong: Vec<&str> = text(&done.stderr)
        .lines()
        .filter(|line| line.contains("-->"))
        .map(|line| &line[line.len() - "007.yaml:1:1".len()..])
        .collect();
    let expected: Vec<String> = (0..18)
        .map(|n| format!("{:03}.yaml:1:1", n * 50 + 7))
        .collect();
    assert_eq!(wrong, expected);

    let once = run(&["shop", name]);
    let mut reversed: Vec<PathBuf> = (0..10)
        .map(|shelf| folder.join(format!("shelf-{shelf}")))
        .filter(|shelf| shelf.is_dir())
        .collect();
    reversed.reverse();
    let names: Vec<&str> = reversed
        .iter()
        .map(|path| path.to_str().expect("plain"))
        .collect();
    let again = run(&[&["shop"], names.as_slice()].concat());
    assert_eq!(text(&once.stdout), "276 gallons stock\n");
    assert_eq!(text(&once.stdout), text(&again.stdout));
    fs::remove_dir_all(&folder).expect("the folder goes");
}

#[cfg(unix)]
#[test]
fn loops_of_links_and_hidden_files_are_harmless() {
    use std::os::unix::fs::symlink;
    let folder = folder("loops");
    let shelf = folder.join("shelf");
    fs::create_dir_all(folder.join(".git")).expect("a folder");
    fs::create_dir_all(&shelf).expect("a folder");
    fs::write(folder.join(".git/a.yaml"), recipe(1)).expect("a file");
    fs::write(folder.join(".b.yaml"), recipe(2)).expect("a file");
    fs::write(shelf.join("C.YAML"), recipe(3)).expect("a file");
    symlink(&folder, shelf.join("round")).expect("a link");
    symlink(&shelf, folder.join("z-again")).expect("a link");
    symlink("nowhere", folder.join("lost")).expect("a link");
    symlink("self.yaml", folder.join("self.yaml")).expect("a link");
    let name = folder.to_str().expect("a plain path");
    let done = run(&["show", name, "--format", "yaml"]);
    assert_eq!(text(&done.stdout), recipe(3));
    assert!(text(&done.stderr).starts_with(&format!("error: could not read `{name}/self.yaml`")));
    assert_eq!(done.status.code(), Some(2));
    fs::remove_dir_all(&folder).expect("the folder goes");
}

#[test]
fn results_are_kept_under_the_names_of_their_files() {
    let folder = folder("kept");
    let shelf = folder.join("in/winter");
    fs::create_dir_all(&shelf).expect("a folder");
    fs::write(folder.join("in/a.yml"), recipe(1)).expect("a file");
    fs::write(shelf.join("b.json"), recipe_line(2)).expect("a file");
    let path = |name: &str| {
        folder
            .join(name)
            .to_str()
            .expect("a plain path")
            .to_string()
    };
    let (from, into) = (path("in"), path("in/metric"));
    for _ in 0..2 {
        // The folder of the results is not looked through, though it is below.
        let done = run(&["convert", &from, "--to", "metric", "-o", &into, "--force"]);
        assert_eq!((text(&done.stdout), text(&done.stderr)), ("", ""));
        assert_eq!(done.status.code(), Some(0));
    }
    let kept = fs::read_to_string(folder.join("in/metric/a.yaml")).expect("a recipe");
    assert!(kept.contains("709.7647095 ml stock"), "{kept}");
    let kept = fs::read_to_string(folder.join("in/metric/winter/b.json")).expect("a recipe");
    assert!(kept.starts_with("{\n"), "{kept}");
    assert!(!folder.join("in/metric/metric").exists());

    let again = run(&["convert", &from, "--to", "metric", "-o", &into]);
    assert_eq!(again.status.code(), Some(1));
    assert_eq!(text(&again.stderr).matches("is there already").count(), 2);

    // In place, file by file.
    let done = run(&["scale", &from, "--by", "2", "-o", &from, "--force"]);
    assert_eq!(done.status.code(), Some(0));
    let scaled = fs::read_to_string(folder.join("in/winter/b.json")).expect("a recipe");
    assert!(scaled.contains("8 cups stock"), "{scaled}");

    // One result never takes the place of another.
    let file = path("in/a.yml");
    let twice = run(&["show", &file, &file]);
    assert_eq!(twice.status.code(), Some(0));
    let twice = run(&[
        "scale",
        &file,
        &file,
        "--by",
        "2",
        "-o",
        &path("out"),
        "--force",
    ]);
    assert_eq!(twice.status.code(), Some(1));
    assert!(text(&twice.stderr).starts_with("error: two results would be called"));
    fs::remove_dir_all(&folder).expect("the folder goes");
}

#[test]
fn every_line_has_its_line_through_any_number_of_pipes() {
    let mut lines = String::new();
    for number in 0..3000 {
        match number % 10 {
            3 => lines.push('\n'),
            5 => lines.push_str("{\"title\":\"Nothing\"}\n"),
            7 => lines.push_str("rubbish\r\n"),
            _ => writeln!(lines, "{}", recipe_line(number)).expect("text"),
        }
    }
    let scaled = piped(&["scale", "--by", "2", "--jsonl"], lines.clone());
    assert_eq!(scaled.status.code(), Some(1));
    assert_eq!(text(&scaled.stderr), "2700 recipes: 600 errors\n");
    let back = piped(&["scale", "--by", "1/2", "--jsonl"], scaled.stdout.clone());
    assert_eq!(text(&back.stderr), "2700 recipes: 600 errors from before\n");
    assert_eq!(back.status.code(), Some(1));
    let checked = piped(&["check", "--jsonl"], back.stdout.clone());
    for (number, (line, checked)) in text(&back.stdout)
        .split('\n')
        .zip(text(&checked.stdout).split('\n'))
        .enumerate()
        .take(3000)
    {
        let begins = match number % 10 {
            3 => "",
            5 | 7 => "{\"error\":{\"code\":\"",
            _ => &format!("{{\"title\":\"Soup {number}\","),
        };
        assert!(line.starts_with(begins), "{number}: {line}");
        assert!(checked.starts_with(begins), "{number}: {checked}");
        assert_eq!(line.is_empty(), begins.is_empty());
    }
    assert_eq!(text(&back.stdout).lines().count(), 3000);
    let errors = |output: &[u8]| -> Vec<String> {
        let lines = text(output)
            .lines()
            .filter(|line| line.contains("\"error\""));
        lines.map(String::from).collect()
    };
    assert_eq!(errors(&scaled.stdout), errors(&checked.stdout));
}

#[test]
fn a_line_that_is_too_long_is_refused_in_its_place() {
    let long = format!("{{\"title\":\"{}\"", "x".repeat(3 << 20));
    let lines = [recipe_line(1), long, recipe_line(2)].join("\n");
    let done = piped(&["scale", "--by", "1", "--jsonl"], lines);
    assert_eq!(done.status.code(), Some(1));
    let printed: Vec<&str> = text(&done.stdout).lines().collect();
    assert_eq!(printed.len(), 3);
    assert!(printed[0].contains("Soup 1"));
    assert_eq!(
        printed[1],
        r#"{"error":{"code":"too-large","message":"the line is longer than 1 MiB","hint":"give one recipe a line"}}"#
    );
    assert!(printed[2].contains("Soup 2"));
}

#[test]
fn whoever_waits_for_an_answer_gets_it() {
    let mut child = started(&["scale", "--by", "2", "--jsonl"]);
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for number in 0..40 {
        writeln!(stdin, "{}", recipe_line(number)).expect("it reads");
        let answer = answers.next().expect("an answer").expect("text");
        assert!(answer.contains(&format!("\"Soup {number}\"")), "{answer}");
    }
    drop(stdin);
    assert!(answers.next().is_none());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_pipe_that_is_closed_early_ends_quietly() {
    let mut child = started(&["scale", "--by", "2", "--jsonl"]);
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || {
        let line = recipe_line(1) + "\n";
        // It goes on until nobody reads.
        while stdin.write_all(line.as_bytes()).is_ok() {}
    });
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    stdout.read_line(&mut line).expect("a line");
    drop(stdout);
    writer.join().expect("it stops reading");
    let mut said = String::new();
    let mut stderr = child.stderr.take().expect("a pipe");
    stderr.read_to_string(&mut said).expect("text");
    assert_eq!(said, "");
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn what_follows_a_recipe_that_is_too_large_is_not_passed_over_in_silence() {
    let large = format!("title: Soup\ningredients: [\"{}\"]\n", "x".repeat(2 << 20));
    let stream = [recipe(1), large, recipe(2)].join("---\n");
    let done = piped(&["show", "--format", "yaml"], stream);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(text(&done.stdout), recipe(1));
    assert_eq!(
        text(&done.stderr),
        "error: this is larger than a recipe can be (1 MiB)\n--> standard input\nhelp: give one recipe at a time\nerror: standard input: what follows was not read\n"
    );
}

#[test]
fn a_file_that_is_larger_than_a_recipe_is_read_to_its_end() {
    let folder = folder("large");
    let note = "a".repeat(500);
    let all: Vec<String> = (0..2500)
        .map(|number| format!("{}notes:\n  - {note}\n", recipe(number)))
        .collect();
    let file = folder.join("all.yaml");
    let documents = all.join("---\n");
    fs::write(&file, &documents).expect("a file");
    let name = file.to_str().expect("a plain path");
    let shown = run(&["show", name, "--format", "yaml"]);
    assert!(text(&shown.stdout) == documents);
    let checked = run(&["check", name]);
    assert_eq!(text(&checked.stderr), "2500 recipes: nothing to report\n");
    assert_eq!(checked.status.code(), Some(0));
    // What is read in parts is not changed in parts.
    let fixed = run(&["check", "--fix", name]);
    assert_eq!(fixed.status.code(), Some(2));
    assert_eq!(
        text(&fixed.stderr),
        format!(
            "error: `{name}` is too large to be changed (1 MiB)\nhelp: put its recipes into files of their own\n2500 recipes: not all could be read\n"
        )
    );
    let listed = run(&["shop", name]);
    assert_eq!(text(&listed.stdout), "781 gallons stock\n");
    fs::remove_dir_all(&folder).expect("the folder goes");
}
