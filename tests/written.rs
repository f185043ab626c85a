//! Files that commands write (`check --fix`, `import --output`, `man`): whole or not at
//! all, whatever fails.
#![cfg(unix)]

mod kitchen;

use kitchen::{
    CURED, SOUP, TOAST, UNCURED, bound, ends, fails, kitchen, names, porkcli, shell, skipped, text,
};
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

fn not_fixed(why: &str, cure: &str) -> String {
    format!(
        "error: could not write `soup.yaml`: {why}\nhelp: {cure}; the file is as it was\n{UNCURED}"
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
    fails(
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
    fails(
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
    assert_eq!(
        names(place),
        ["lines.txt", "out", "soup.yaml", "toast.yaml"]
    );
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
    fails(
        place,
        &["import", "toast.yaml", "-o", "/proc/recipes"],
        2,
        &told,
    );
    fails(place, &["man", "/proc/recipes"], 2, &told);
    let told = "error: could not write `toast.yaml`: File exists (os error 17)\nhelp: a file stands where a folder is needed; choose another folder\n";
    fails(place, &["import", "soup.yaml", "-o", "toast.yaml"], 2, told);
    fails(
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
    fails(
        place,
        &["import", "toast.yaml", "-o", "out"],
        1,
        &format!("{there}help: move it away, or replace it with `--force`\n"),
    );
    fails(
        place,
        &["import", "toast.yaml", "-o", "out", "--force"],
        1,
        &format!("{there}help: it is no file that could be replaced; move it away\n"),
    );
    fails(
        place,
        &["man", "pages"],
        1,
        "error: `pages/porkcli-scale.1` is there already\nhelp: it is no file that could be replaced; move it away\n",
    );
    assert_eq!(names(&place.join("out")), ["toast.yaml"]);
    fails(
        place,
        &["check", "--fix", "out"],
        2,
        "error: there is no file to read in `out`\nhelp: its files count if they end in .yaml, .yml, .json and are not hidden\n1 recipe: not all could be read\n",
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
    fails(
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
    fails(
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
    fails(
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
    fails(
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
    fails(
        place,
        &["import", "toast.yaml", "other.yaml", "-o", "out", "--force"],
        1,
        "error: two results would be called `out/toast.yaml`\nhelp: the first was kept; rename the other recipe, or write it elsewhere\nerror: `other.yaml` was not imported\n",
    );
    assert!(text(&place.join("out/toast.yaml")).contains("2 slices"));
}
