//! Files that commands write (`check --fix`, `import --output`, `man`): whole or not at
//! all, whatever fails, whoever else writes, and wherever they are killed.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;
use tempfile::TempDir;

const TOAST: &str =
    "title: Toast\nservings: 2\ningredients:\n  - 2 slices bread\nsteps:\n  - Toast the bread.\n";

/// A recipe to be cured, and what becomes of it.
const SOUP: &str = "title: Soup\nservings: 2\ningredients:\n  - 1 can #10 tomatoes\nsteps:\n  - Heat the tomatoes.\n";
const CURED: &str = "title: Soup\nservings: 2\ningredients:\n  - \"1 can #10 tomatoes\"\nsteps:\n  - Heat the tomatoes.\n";

/// What is reported of a recipe that was not cured.
const UNCURED: &str = "warning: `#10 tomatoes` is a comment in YAML and was not read\n --> soup.yaml:4:11\n  |\n4 |   - 1 can #10 tomatoes\n  |           ^^^^^^^^^^^^\n  |\nhelp: put the whole text in double quotes\n";

fn kitchen() -> TempDir {
    let kitchen = tempfile::tempdir().expect("a folder");
    fs::write(kitchen.path().join("toast.yaml"), TOAST).expect("a file");
    fs::write(kitchen.path().join("soup.yaml"), SOUP).expect("a file");
    kitchen
}

fn porkcli(place: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_porkcli"));
    command.args(arguments).current_dir(place).env_clear();
    command.stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What a script of the shell prints, in which `$porkcli` is the command.
fn shell(place: &Path, script: &str) -> Output {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", script]).current_dir(place);
    command.env("porkcli", env!("CARGO_BIN_EXE_porkcli"));
    command.env("NO_COLOR", "1").stdin(Stdio::null());
    command.output().expect("a shell")
}

#[track_caller]
fn ends(output: &Output, status: i32, stdout: &str, stderr: &str) {
    assert_eq!(String::from_utf8_lossy(&output.stderr), stderr);
    assert_eq!(String::from_utf8_lossy(&output.stdout), stdout);
    assert_eq!(output.status.code(), Some(status));
}

#[track_caller]
fn run(place: &Path, arguments: &[&str], status: i32, stderr: &str) {
    let output = porkcli(place, arguments).output().expect("it runs");
    ends(&output, status, "", stderr);
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

/// The names in `folder`, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("a name"))).collect();
    names.sort();
    names
}

/// Lets `command` run as somebody whom permissions bind, which they do not do with root.
fn bound(command: &mut Command, place: &Path) {
    use std::os::unix::process::CommandExt as _;
    if fs::metadata(place).expect("a folder").uid() == 0 {
        let all = Permissions::from_mode(0o755);
        fs::set_permissions(place, all).expect("open to all");
        command.uid(65534).gid(65534);
    }
}

/// Says that a case was left out, and why.
fn skipped(what: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {what}");
}

fn not_fixed(why: &str, cure: &str) -> String {
    format!(
        "error: could not write `soup.yaml`: {why}\nhelp: {cure}; the file is as it was\n{UNCURED}1 recipe: 1 warning\n"
    )
}

#[test]
fn on_a_full_disk_files_stay_as_they_were() {
    let kitchen = kitchen();
    // A disk of one page, in a view of the file systems that ends with the shell.
    let mount = "mkdir disk && mount -t tmpfs -o size=8k tmpfs disk";
    let inner = |script: &str| {
        let script = format!(
            "exec unshare --mount --map-root-user sh -c '{mount} && cp soup.yaml disk && cd disk && dd if=/dev/zero of=fill bs=4k count=9 2>/dev/null; {script}'"
        );
        let output = shell(kitchen.path(), &script);
        let _ = fs::remove_dir(kitchen.path().join("disk"));
        output
    };
    let probe = inner("ls -A");
    if probe.stdout != b"fill\nsoup.yaml\n" {
        return skipped("no small disk could be mounted");
    }
    let full = "No space left on device (os error 28)";
    ends(
        &inner("$porkcli check --fix soup.yaml; echo $?; ls -A; cat soup.yaml"),
        0,
        &format!("2\nfill\nsoup.yaml\n{SOUP}"),
        &not_fixed(full, "make room on the disk and try again"),
    );
    let told = |path: &str| {
        format!(
            "error: could not write `{path}`: {full}\nhelp: make room on the disk and try again\n"
        )
    };
    ends(
        &inner("mkdir out; $porkcli import ../toast.yaml -o out; echo $?; ls -A out"),
        0,
        "2\n",
        &told("out/toast.yaml"),
    );
    ends(
        &inner("mkdir out; $porkcli man out; echo $?; ls -A out"),
        0,
        "2\n",
        &told("out/porkcli-scale.1"),
    );
}

#[test]
fn a_limit_for_files_leaves_them_as_they_were() {
    let kitchen = kitchen();
    let limited = "trap '' XFSZ; ulimit -f 0; exec $porkcli";
    let large = "File too large (os error 27)";
    let cure = "raise the limit for files: `ulimit -f unlimited`";
    ends(
        &shell(kitchen.path(), &format!("{limited} check --fix soup.yaml")),
        2,
        "",
        &not_fixed(large, cure),
    );
    ends(
        &shell(
            kitchen.path(),
            &format!("{limited} import toast.yaml -o out"),
        ),
        2,
        "",
        &format!("error: could not write `out/toast.yaml`: {large}\nhelp: {cure}\n"),
    );
    assert_eq!(text(&kitchen.path().join("soup.yaml")), SOUP);
    assert_eq!(names(&kitchen.path().join("out")), Vec::<String>::new());
    // Where nothing stops the signal, it ends the command.
    let killed = shell(
        kitchen.path(),
        "ulimit -f 0; $porkcli check --fix soup.yaml",
    );
    assert_ne!(killed.status.code(), Some(0));
    assert_eq!(text(&kitchen.path().join("soup.yaml")), SOUP);
}

#[test]
fn what_is_read_only_stays() {
    let kitchen = kitchen();
    let place = kitchen.path();
    let soup = place.join("soup.yaml");
    fs::set_permissions(&soup, Permissions::from_mode(0o444)).expect("read-only");
    let cure = "allow writing to it, with `chmod u+w`";
    run(
        place,
        &["check", "--fix", "soup.yaml"],
        2,
        &not_fixed("it is read-only", cure),
    );
    assert_eq!(text(&soup), SOUP);
    fs::create_dir(place.join("out")).expect("a folder");
    let written = place.join("out/toast.yaml");
    fs::write(&written, "mine").expect("a file");
    fs::set_permissions(&written, Permissions::from_mode(0o444)).expect("read-only");
    run(
        place,
        &["import", "toast.yaml", "-o", "out", "--force"],
        2,
        &format!("error: could not write `out/toast.yaml`: it is read-only\nhelp: {cure}\n"),
    );
    assert_eq!(text(&written), "mine");
}

#[test]
fn where_the_user_may_not_write_nothing_is_written() {
    let kitchen = kitchen();
    let place = kitchen.path();
    fs::create_dir(place.join("out")).expect("a folder");
    let run = |arguments: &[&str]| {
        let mut command = porkcli(place, arguments);
        bound(&mut command, place);
        for folder in [place, &place.join("out")] {
            fs::set_permissions(folder, Permissions::from_mode(0o555)).expect("a folder");
        }
        let output = command.output();
        for folder in [place, &place.join("out")] {
            fs::set_permissions(folder, Permissions::from_mode(0o755)).expect("a folder");
        }
        output
    };
    let denied = "Permission denied (os error 13)";
    let cure = "allow writing there, or choose another folder";
    let Ok(fixed) = run(&["check", "--fix", "soup.yaml"]) else {
        return skipped("nobody else may run the command here");
    };
    ends(&fixed, 2, "", &not_fixed(denied, cure));
    for (arguments, file) in [
        (&["import", "toast.yaml", "-o", "out"], "out/toast.yaml"),
        (&["import", "toast.yaml", "-o", "new"], "new"),
    ] {
        let told = format!("error: could not write `{file}`: {denied}\nhelp: {cure}\n");
        ends(&run(arguments).expect("it runs"), 2, "", &told);
    }
    assert_eq!(text(&place.join("soup.yaml")), SOUP);
    assert_eq!(names(place), ["out", "soup.yaml", "toast.yaml"]);
}

/// A new file would belong to whoever ran the command.
#[test]
fn a_file_of_somebody_else_keeps_its_owner() {
    let kitchen = kitchen();
    let place = kitchen.path();
    if fs::metadata(place).expect("a folder").uid() != 0 {
        return skipped("only root can run the command as somebody else");
    }
    let mut command = porkcli(place, &["check", "--fix", "soup.yaml"]);
    bound(&mut command, place);
    for (path, mode) in [
        (place.to_path_buf(), 0o777),
        (place.join("soup.yaml"), 0o666),
    ] {
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("open to all");
    }
    let Ok(output) = command.output() else {
        return skipped("nobody else may run the command here");
    };
    let why = "it belongs to somebody else, which a new file would not";
    let cure = "work on a copy of it, or ask its owner";
    ends(&output, 2, "", &not_fixed(why, cure));
    assert_eq!(text(&place.join("soup.yaml")), SOUP);
}

#[cfg(target_os = "linux")]
#[test]
fn what_not_even_root_may_write_is_told() {
    let kitchen = kitchen();
    let place = kitchen.path();
    let missing = "No such file or directory (os error 2)";
    let cure = "choose a folder that is there or can be made";
    let told = format!("error: could not write `/proc/recipes`: {missing}\nhelp: {cure}\n");
    run(
        place,
        &["import", "toast.yaml", "-o", "/proc/recipes"],
        2,
        &told,
    );
    run(place, &["man", "/proc/recipes"], 2, &told);
    let told = "error: could not write `toast.yaml`: File exists (os error 17)\nhelp: a file stands where a folder is needed; choose another folder\n";
    run(place, &["import", "soup.yaml", "-o", "toast.yaml"], 2, told);
    run(
        place,
        &["import", "toast.yaml", "-o", "toast.yaml/out"],
        2,
        "error: could not write `toast.yaml/out`: Not a directory (os error 20)\nhelp: a file stands where a folder is needed; choose another folder\n",
    );
    assert_eq!(text(&place.join("toast.yaml")), TOAST);
}

#[test]
fn a_folder_in_the_place_of_a_file_stays() {
    let kitchen = kitchen();
    let place = kitchen.path();
    fs::create_dir_all(place.join("out/toast.yaml")).expect("a folder");
    fs::create_dir_all(place.join("pages/porkcli-scale.1")).expect("a folder");
    let there = "error: `out/toast.yaml` is there already\n";
    run(
        place,
        &["import", "toast.yaml", "-o", "out"],
        1,
        &format!("{there}help: move it away, or replace it with `--force`\n"),
    );
    run(
        place,
        &["import", "toast.yaml", "-o", "out", "--force"],
        1,
        &format!("{there}help: it is no file that could be replaced; move it away\n"),
    );
    run(
        place,
        &["man", "pages"],
        1,
        "error: `pages/porkcli-scale.1` is there already\nhelp: it is no file that could be replaced; move it away\n",
    );
    assert_eq!(names(&place.join("out")), ["toast.yaml"]);
    run(
        place,
        &["check", "--fix", "out"],
        2,
        "error: `out` is a folder, not a recipe\nhelp: name a recipe file in it\n1 recipe: not all could be read\n",
    );
    for name in ["/dev/null", "maple-belly"] {
        let output = porkcli(place, &["check", "--fix", name]).output();
        let output = output.expect("it runs");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let shown = if name == "maple-belly" {
            "maple-belly.yaml (built in)"
        } else {
            name
        };
        let expected = format!(
            "error: `{shown}` is no file that could be changed\nhelp: name a recipe file for `--fix`\n"
        );
        assert!(told.starts_with(&expected), "{told}");
        assert_eq!(output.status.code(), Some(2));
    }
}

#[test]
fn a_cure_goes_through_a_link_and_keeps_what_the_file_was() {
    let kitchen = kitchen();
    let place = kitchen.path();
    fs::create_dir(place.join("kept")).expect("a folder");
    let soup = place.join("kept/soup.yaml");
    fs::rename(place.join("soup.yaml"), &soup).expect("moved");
    fs::set_permissions(&soup, Permissions::from_mode(0o640)).expect("permissions");
    let given = std::os::unix::fs::chown(&soup, Some(12), Some(34)).is_ok();
    symlink("kept", place.join("folder")).expect("a link");
    symlink("folder/soup.yaml", place.join("near")).expect("a link");
    symlink(place.join("near"), place.join("soup.yaml")).expect("a link");
    run(
        place,
        &["check", "--fix", "soup.yaml"],
        0,
        "1 recipe: nothing to report, 1 cured\n",
    );
    assert_eq!(text(&soup), CURED);
    for link in ["soup.yaml", "near", "folder"] {
        assert!(place.join(link).is_symlink());
    }
    assert_eq!(names(&place.join("kept")), ["soup.yaml"]);
    let metadata = fs::metadata(&soup).expect("a file");
    assert_eq!(metadata.mode() & 0o7777, 0o640);
    if given {
        assert_eq!((metadata.uid(), metadata.gid()), (12, 34));
    } else {
        skipped("only root can give a file away");
    }
}

#[test]
fn a_cure_of_a_file_with_other_names_is_told() {
    let kitchen = kitchen();
    let place = kitchen.path();
    fs::hard_link(place.join("soup.yaml"), place.join("other.yaml")).expect("a link");
    run(
        place,
        &["check", "--fix", "soup.yaml"],
        0,
        "note: `soup.yaml` has other names, which keep the former text\nhelp: link them to it anew with `ln -f`\n1 recipe: nothing to report, 1 cured\n",
    );
    assert_eq!(text(&place.join("soup.yaml")), CURED);
    assert_eq!(text(&place.join("other.yaml")), SOUP);
}

/// What was cut off at the cap must not be taken for the whole.
#[test]
fn a_file_that_is_too_large_is_not_cured() {
    let kitchen = kitchen();
    let large = SOUP.to_string() + &"# more\n".repeat(200_000);
    let soup = kitchen.path().join("soup.yaml");
    fs::write(&soup, &large).expect("a file");
    run(
        kitchen.path(),
        &["check", "--fix", "soup.yaml"],
        1,
        "error: this is larger than a recipe can be (1 MiB)\n--> soup.yaml\nhelp: give one recipe at a time\n1 recipe: 1 error\n",
    );
    assert!(text(&soup) == large);
}

#[test]
fn files_are_as_private_as_the_user_wants() {
    let kitchen = kitchen();
    let place = kitchen.path();
    for (mask, mode) in [("077", 0o600), ("022", 0o644), ("002", 0o664)] {
        let script = format!("umask {mask}; $porkcli import toast.yaml -o {mask}");
        ends(&shell(place, &script), 0, "", "");
        let written = place.join(mask).join("toast.yaml");
        let made = fs::metadata(&written).expect("a file");
        assert_eq!(made.mode() & 0o7777, mode);
    }
    // What is replaced stays as private as it was.
    run(
        place,
        &["import", "toast.yaml", "-o", "077", "--force"],
        0,
        "",
    );
    let kept = fs::metadata(place.join("077/toast.yaml")).expect("a file");
    assert_eq!(kept.mode() & 0o7777, 0o600);
}

#[test]
fn one_import_never_replaces_what_it_has_written() {
    let kitchen = kitchen();
    let place = kitchen.path();
    let other = TOAST.replace("2 slices", "4 slices");
    fs::write(place.join("other.yaml"), other).expect("a file");
    run(
        place,
        &["import", "toast.yaml", "other.yaml", "-o", "out", "--force"],
        1,
        "error: `out/toast.yaml` has just been written from another input\nhelp: give this one another title, or import it into another folder\nerror: `other.yaml` was not imported\n",
    );
    assert!(text(&place.join("out/toast.yaml")).contains("2 slices"));
}

#[test]
fn two_imports_at_once_lose_nothing() {
    let kitchen = kitchen();
    let place = kitchen.path();
    for round in 0..5 {
        let out = format!("out{round}");
        let children: Vec<_> = (2..8)
            .map(|slices| {
                let name = format!("{slices}.yaml");
                let recipe = TOAST.replace("2 slices", &format!("{slices} slices"));
                fs::write(place.join(&name), recipe).expect("a file");
                let child = porkcli(place, &["import", &name, "-o", &out]).spawn();
                (slices, child.expect("it runs"))
            })
            .collect();
        let mut first = None;
        for (slices, child) in children {
            let output = child.wait_with_output().expect("it ends");
            if output.status.success() {
                ends(&output, 0, "", "");
                assert_eq!(first.replace(slices), None);
            } else {
                let told = format!(
                    "error: `{out}/toast.yaml` is there already\nhelp: move it away, or replace it with `--force`\n"
                );
                ends(&output, 1, "", &told);
            }
        }
        let slices = first.expect("one was first");
        let expected = TOAST.replace("2 slices", &format!("{slices} slices"));
        assert_eq!(text(&place.join(&out).join("toast.yaml")), expected);
        assert_eq!(names(&place.join(&out)), ["toast.yaml"]);
    }
}

#[test]
fn two_cures_at_once_are_one_cure() {
    let kitchen = kitchen();
    let soup = kitchen.path().join("soup.yaml");
    for _ in 0..5 {
        fs::write(&soup, SOUP).expect("a file");
        let children: Vec<_> = (0..6)
            .map(|_| porkcli(kitchen.path(), &["check", "--fix", "soup.yaml"]).spawn())
            .collect();
        for child in children {
            let output = child.expect("it runs").wait_with_output().expect("it ends");
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            // Whoever comes late finds nothing to cure.
            let told = told.replace(", 1 cured", "");
            assert_eq!(told, "1 recipe: nothing to report\n");
            assert_eq!(output.status.code(), Some(0));
        }
        assert_eq!(text(&soup), CURED);
        assert_eq!(names(kitchen.path()), ["soup.yaml", "toast.yaml"]);
    }
}

#[test]
fn two_lists_at_once_stand_one_after_the_other() {
    let kitchen = kitchen();
    let script = "for i in 1 2 3 4 5 6; do $porkcli shop soup.txt >> list & done; wait";
    let mut soup = String::from("title: Soup\ningredients:\n");
    let things: Vec<String> = (1..2000)
        .map(|number| format!("{number} g t{number}x"))
        .collect();
    for thing in &things {
        soup.push_str(&format!("  - {thing}\n"));
    }
    fs::write(kitchen.path().join("soup.txt"), soup).expect("a file");
    ends(&shell(kitchen.path(), script), 0, "", "");
    let one = porkcli(kitchen.path(), &["shop", "soup.txt"]).output();
    let one = String::from_utf8(one.expect("it runs").stdout).expect("text");
    assert!(text(&kitchen.path().join("list")) == one.repeat(6));
}

#[test]
fn whoever_is_killed_leaves_the_old_file_or_the_new_one() {
    let kitchen = kitchen();
    let place = kitchen.path();
    // Large enough for a kill to come between.
    let more = |soup: &str| soup.to_string() + &"  - Stir it, and wait.\n".repeat(2_000);
    let (before, after) = (more(SOUP), more(CURED));
    let soup = place.join("soup.yaml");
    let import = ["import", "soup.yaml", "-o", "out", "--force"];
    run(place, &["import", "toast.yaml", "-o", "out"], 0, "");
    for round in 0..60 {
        fs::write(&soup, &before).expect("a file");
        let wanted: &[&str] = if round % 2 == 0 {
            &["check", "--fix", "soup.yaml"]
        } else {
            &import
        };
        let mut child = porkcli(place, wanted).spawn().expect("it runs");
        std::thread::sleep(Duration::from_micros(1_300 * round));
        let _ = child.kill();
        let _ = child.wait_with_output();
        let now = text(&soup);
        assert!(now == before || now == after);
        if let Ok(imported) = fs::read_to_string(place.join("out/soup.yaml")) {
            assert!(imported.ends_with("  - Stir it, and wait.\n"), "{imported}");
            assert_eq!(imported.lines().count(), after.lines().count());
        }
    }
    let ours = |name: &String| !matches!(name.as_str(), "out" | "soup.yaml" | "toast.yaml");
    let left = |folder: &Path| names(folder).into_iter().filter(ours).collect::<Vec<_>>();
    for name in [left(place), left(&place.join("out"))].concat() {
        assert!(name.starts_with(".porkcli-"), "{name}");
        let _ = writeln!(std::io::stderr(), "a kill left {name}");
    }
}
