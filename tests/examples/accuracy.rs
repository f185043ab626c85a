//! Reads labelled ingredient lines, writes what was understood of each, and tells how
//! many lines a second that were. Another program compares what was understood with the
//! labels.
//!
//! `accuracy LINES.jsonl [UNDERSTOOD.jsonl]`, where each line has a `sentence`.

use porkcli::read::{fields, read_line};
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write, stdout};
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name a file of lines")?;
    let mut lines = Vec::new();
    for line in fs::read_to_string(path)?.lines() {
        let label: serde_json::Value = serde_json::from_str(line)?;
        lines.push(label["sentence"].as_str().unwrap_or_default().to_string());
    }
    // The best of a few rounds: the machine has other work.
    let mut best = f64::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        for line in &lines {
            let _ = std::hint::black_box(read_line(std::hint::black_box(line)));
        }
        best = best.min(start.elapsed().as_secs_f64());
    }
    writeln!(stdout(), "{} lines, {best:.4} s", lines.len())?;
    writeln!(
        stdout(),
        "{} lines/s",
        (lines.len() as u128 * 1_000_000_000)
            / (std::time::Duration::from_secs_f64(best).as_nanos().max(1))
    )?;
    if let Some(out) = arguments.next() {
        let mut out = BufWriter::new(File::create(out)?);
        for line in &lines {
            match read_line(line) {
                Ok(ingredient) => serde_json::to_writer(&mut out, &fields(&ingredient))?,
                Err(error) => write!(
                    out,
                    "{{\"name\":\"{}\"}}",
                    error.to_string().replace('"', "")
                )?,
            }
            out.write_all(b"\n")?;
        }
        out.flush()?;
    }
    Ok(())
}
