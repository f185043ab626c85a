//! Files that commands write (`check --fix`, `import --output`, `man`): whole or not at
//! all, whoever else writes, and wherever they are killed.
#![cfg(unix)]

mod kitchen;

use kitchen::{CURED, SOUP, TOAST, ends, fails, kitchen, names, porkcli, shell, text};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

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
        assert_eq!(
            names(kitchen.path()),
            ["lines.txt", "soup.yaml", "toast.yaml"]
        );
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
    fails(place, &["import", "toast.yaml", "-o", "out"], 0, "");
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
    let ours = |name: &String| {
        !matches!(
            name.as_str(),
            "lines.txt" | "out" | "soup.yaml" | "toast.yaml"
        )
    };
    let left = |folder: &Path| names(folder).into_iter().filter(ours).collect::<Vec<_>>();
    for name in [left(place), left(&place.join("out"))].concat() {
        assert!(name.starts_with(".porkcli-"), "{name}");
        let _ = writeln!(std::io::stderr(), "a kill left {name}");
    }
}
