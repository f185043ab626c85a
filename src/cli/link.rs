//! How the program is linked on Linux, so that it starts quickly; a part of the build
//! script.
//!
//! Owns what the linker is told beyond the usual. Must never know of the tables. A
//! system or a linker that this was not tried on links as usual.

use std::path::Path;
use std::process::Command;
use std::{env, ffi::OsString};

/// Spares the system work that a short run would mostly consist of.
pub(super) fn for_a_quick_start() {
    println!("cargo::rerun-if-changed=src/cli/link.rs");
    let is = |name, value| env::var(name).is_ok_and(|known| known == value);
    let is_tried = is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64");
    let features = env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    let is_static = features.split(',').any(|feature| feature == "crt-static");
    if !is_tried || is_static || !has_static_unwinder() {
        return;
    }
    // The unwinder is needed for the trace of a defect alone: a few kilobytes of it in
    // the program are sooner there than a library that is found, mapped and bound.
    tell("-Wl,--whole-archive,-lgcc_eh,--no-whole-archive");
    // At a place of its own the program needs none of its addresses filled in, which
    // are thousands. Stack, heap and system library still stand where chance puts them.
    tell("-no-pie");
}

fn tell(option: &str) {
    println!("cargo::rustc-link-arg-bins={option}");
}

/// Whether the linker is a C compiler that knows where the static unwinder is.
fn has_static_unwinder() -> bool {
    let linker = env::var_os("RUSTC_LINKER").unwrap_or_else(|| OsString::from("cc"));
    let answer = Command::new(linker)
        .arg("-print-file-name=libgcc_eh.a")
        .output();
    // A compiler that has none answers with the bare name.
    answer.is_ok_and(|answer| {
        let path = String::from_utf8_lossy(&answer.stdout);
        Path::new(path.trim()).is_absolute()
    })
}
