//! Reads every page of a folder and writes what was gathered as lines of JSON:
//! `cargo run --release --example import_pages -- FOLDER OUT.jsonl`.

use porkcli::read::{Gathered, gather_page};
use serde_json::json;
use std::error::Error;
use std::io::Write;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(folder), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: import_pages FOLDER OUT.jsonl".into());
    };
    let mut out = std::io::BufWriter::new(fs::File::create(out)?);
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let html = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        let gathered = gather_page(&html).unwrap_or_else(|_| Gathered::default());
        let line = json!({
            "file": path.file_name().map(|name| name.to_string_lossy()),
            "title": gathered.title,
            "ingredients": gathered.ingredient_texts(),
            "instructions": gathered.step_texts(),
            "yields": gathered.yields.first(),
            "total_time": gathered.total_minutes(),
        });
        writeln!(out, "{line}")?;
    }
    Ok(())
}
