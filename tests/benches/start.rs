//! How long one command takes from start to exit, beside a program that does nothing.
//!
//! The two take turns, so that whatever else the machine does falls on both.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::float_arithmetic,
    reason = "a stopwatch prints times, which are no amounts"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

const TURNS: usize = 2_000;
const COMMAND: [&str; 4] = ["scale", "maple-belly", "--serves", "8"];

fn main() -> ExitCode {
    let program = Path::new(env!("CARGO_BIN_EXE_porkcli"));
    let Some(empty) = empty_program() else {
        eprintln!("skipped: there is no rustc to compile an empty program with");
        return ExitCode::SUCCESS;
    };
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..TURNS {
        times[0].push(run(&empty, &[]));
        times[1].push(run(program, &COMMAND));
    }
    let [nothing, command] = times.map(|mut times| {
        times.sort();
        (times[0], times[TURNS / 2])
    });
    println!("start to exit     best       median");
    println!("empty program     {:<10.2?} {:.2?}", nothing.0, nothing.1);
    println!("porkcli scale     {:<10.2?} {:.2?}", command.0, command.1);
    println!(
        "times as long     {:<10.2} {:.2}",
        command.0.as_secs_f64() / nothing.0.as_secs_f64(),
        command.1.as_secs_f64() / nothing.1.as_secs_f64(),
    );
    ExitCode::SUCCESS
}

/// Compiles the empty program as a release is compiled; `None` without a compiler.
fn empty_program() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let source = folder.join("empty.rs");
    let program = folder.join(format!("empty{}", env::consts::EXE_SUFFIX));
    fs::write(&source, "fn main() {}\n").ok()?;
    let compiler = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let options = [
        "-Copt-level=3",
        "-Clto=fat",
        "-Ccodegen-units=1",
        "-Cpanic=abort",
        "-Cstrip=symbols",
    ];
    let mut command = Command::new(compiler);
    command.args(options).arg("-o").arg(&program).arg(&source);
    command.status().ok()?.success().then_some(program)
}

fn run(program: &Path, words: &[&str]) -> Duration {
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::null());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let status = command.status().expect("the program starts");
    let time = start.elapsed();
    assert!(status.success(), "{}", program.display());
    time
}
