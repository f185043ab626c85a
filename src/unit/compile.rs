//! Build script: turns the tables beside it into static Rust, so that nothing is
//! parsed when the program starts and a bad row fails the build.

#![expect(
    clippy::print_stdout,
    reason = "a build script talks to cargo on standard output"
)]

#[path = "../cli/link.rs"]
mod link;

#[path = "words.rs"]
#[allow(
    dead_code,
    reason = "the library looks names up, this only writes them down"
)]
mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::{env, fs, path::Path};
use words::Words;

fn main() {
    link::for_a_quick_start();
    println!("cargo::rerun-if-changed=src/unit/compile.rs");
    println!("cargo::rerun-if-changed=src/unit/words.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut letters = Letters::default();
    let units = compile_units("src/unit/units.csv", &mut letters);
    fs::write(Path::new(&out).join("units.rs"), units).expect("write units.rs");
    let foods = compile_foods("src/unit/densities.csv", &mut letters);
    fs::write(Path::new(&out).join("foods.rs"), foods).expect("write foods.rs");
    let letters = format!("pub(super) const LETTERS: &str = {:?};\n", letters.all);
    fs::write(Path::new(&out).join("letters.rs"), letters).expect("write letters.rs");
}

/// The letters of all texts of the tables, each text once.
#[derive(Default)]
struct Letters {
    all: String,
    starts: BTreeMap<String, usize>,
}

impl Letters {
    /// Returns the code for `text`, which says where it stands in the letters.
    fn text(&mut self, text: &str) -> String {
        let start = match self.starts.get(text) {
            Some(start) => *start,
            None => {
                let start = self.all.len();
                self.all.push_str(text);
                self.starts.insert(text.into(), start);
                start
            }
        };
        format!("Text::at({start}, {})", text.len())
    }
}

/// Reads a comma-separated table; a field that holds a comma stands in double quotes.
fn rows(path: &str) -> Vec<Vec<String>> {
    println!("cargo::rerun-if-changed={path}");
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut lines = text.lines();
    let columns = fields(lines.next().expect("a header")).len();
    lines
        .enumerate()
        .map(|(index, line)| {
            let row = fields(line);
            assert_eq!(
                row.len(),
                columns,
                "{path}:{}: wrong number of fields",
                index + 2
            );
            row
        })
        .collect()
}

fn fields(line: &str) -> Vec<String> {
    let (mut out, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => out.push(String::new()),
            c => out.last_mut().expect("a field").push(c),
        }
    }
    out
}

fn compile_units(path: &str, letters: &mut Letters) -> String {
    let rows = rows(path);
    let spellings = spellings(&rows, path);
    let mut code = String::from("pub(super) static ROWS: &[Row] = &[\n");
    for (index, row) in rows.iter().enumerate() {
        let [name, plural, symbol, _, dimension, system, size, source] = row.as_slice() else {
            panic!("{path}: a row has eight fields");
        };
        let singular = without_system(name);
        // Only an abbreviation serves for one and for several.
        let several = if symbol == singular { plural } else { symbol };
        let clear = [symbol, several].map(|short| clear_label(short, name, index, &spellings));
        let size = match size.as_str() {
            "" => "None".to_string(),
            text => {
                let (n, d) = reduced(text, path);
                format!("Some(Amount::reduced({n}, {d}))")
            }
        };
        writeln!(
            code,
            "    Row {{ name: {}, singular: {}, plural: {}, symbol: {}, clear: [{}, {}], dimension: Dimension::{}, system: RowSystem::{}, size: {size}, source: {} }},",
            letters.text(name),
            letters.text(singular),
            letters.text(plural),
            letters.text(symbol),
            letters.text(&clear[0]),
            letters.text(&clear[1]),
            capital(dimension),
            capital(system),
            letters.text(source),
        )
        .expect("write to a string");
    }
    code.push_str("];\n\npub(super) static SPELLINGS: &[(Text, u16)] = &[\n");
    for (word, index) in spellings {
        let word = letters.text(&word);
        writeln!(code, "    ({word}, {index}),").expect("write to a string");
    }
    code.push_str("];\n\n");
    code.push_str(&known_units(&rows, path));
    code
}

/// Every spelling with the row of its unit, in order.
fn spellings(rows: &[Vec<String>], path: &str) -> Vec<(String, usize)> {
    let mut spellings = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let (name, words) = (&row[0], &row[3]);
        for word in words.split(';').filter(|word| !word.is_empty()) {
            spellings.push((word.to_string(), index));
        }
        // Its full name names a unit too: `US cup`, `us cup`.
        for word in [name.clone(), name.to_lowercase()] {
            if !spellings.contains(&(word.clone(), index)) {
                spellings.push((word, index));
            }
        }
    }
    spellings.sort();
    for pair in spellings.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "{path}: a spelling stands twice");
    }
    spellings
}

/// The words that tell units of one name apart and that a cook leaves out.
const SYSTEM_WORDS: [&str; 6] = [
    "US legal ",
    "US ",
    "imperial ",
    "metric ",
    "Australian ",
    "Japanese ",
];

/// The name of a unit without its system: `cup`.
fn without_system(name: &str) -> &str {
    SYSTEM_WORDS
        .iter()
        .find_map(|word| name.strip_prefix(word))
        .unwrap_or(name)
}

/// The shortest word that reads as the unit `name` and no other: `cup`, `imperial pint`.
fn clear_label(short: &str, name: &str, index: usize, spellings: &[(String, usize)]) -> String {
    // The library looks spellings up in the same way.
    let reads_as = |word: &str| {
        let known = |word: &str| spellings.iter().find(|(known, _)| known == word);
        let word = word.strip_suffix('.').unwrap_or(word);
        known(word)
            .or_else(|| known(&word.to_lowercase().replace('.', "")))
            .is_some_and(|(_, unit)| *unit == index)
    };
    let system = name.strip_suffix(without_system(name)).unwrap_or_default();
    [short.to_string(), format!("{system}{short}")]
        .into_iter()
        .find(|word| reads_as(word))
        .unwrap_or_else(|| name.to_string())
}

/// A constant for every row, so that code can name a unit without looking it up.
fn known_units(rows: &[Vec<String>], path: &str) -> String {
    let mut code = String::from("/// Every row of the table by its name.\npub mod known {\n");
    code.push_str("    use super::super::Unit;\n");
    let mut seen = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let name = &row[0];
        let constant: String = name
            .to_uppercase()
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '_' })
            .collect();
        assert!(!seen.contains(&constant), "{path}: `{name}` stands twice");
        writeln!(
            code,
            "    /// The {name}.\n    pub const {constant}: Unit = Unit({index});"
        )
        .expect("write to a string");
        seen.push(constant);
    }
    code.push_str("}\n");
    code
}

fn compile_foods(path: &str, letters: &mut Letters) -> String {
    let rows = rows(path);
    let mut code = String::from("pub(super) static FOODS: &[Food] = &[\n");
    let mut names = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let [name, aliases, measure, grams, each, source] = row.as_slice() else {
            panic!("{path}: a row has six fields");
        };
        let amount = |text: &str| {
            let (n, d) = reduced(text, path);
            format!("Amount::reduced({n}, {d})")
        };
        let density = measure.split_once(' ').map(|(count, unit)| {
            let unit = match unit {
                "cup" => "US_CUP",
                "tbsp" => "US_TABLESPOON",
                "tsp" => "US_TEASPOON",
                "fl oz" => "US_FLUID_OUNCE",
                other => panic!("{path}: `{other}` is not a measure of the records"),
            };
            let (grams, count) = (amount(grams), amount(count));
            format!("Density {{ grams: {grams}, amount: {count}, measure: known::{unit} }}")
        });
        let each = (!each.is_empty()).then(|| {
            let (grams, word) = each.split_once(' ').unwrap_or((each, ""));
            format!("({}, {})", amount(grams), letters.text(word))
        });
        let option = |code: Option<String>| match code {
            Some(code) => format!("Some({code})"),
            None => "None".into(),
        };
        writeln!(
            code,
            "    Food {{ name: {}, density: {}, each: {}, is_cut: {}, source: {} }},",
            letters.text(name),
            option(density),
            option(each),
            is_cut(name) || is_cut(source),
            letters.text(source),
        )
        .expect("write to a string");
        for name in aliases.split(';').chain([name.as_str()]) {
            if let Some(words) = Words::of(name) {
                let reduced = words.reduced();
                let letters = String::from_utf8_lossy(reduced.as_bytes());
                names.push((letters.into_owned(), index));
            }
        }
    }
    code.push_str("];\n\npub(super) static FOOD_NAMES: &[(Text, u16)] = &[\n");
    names.sort();
    names.dedup();
    for pair in names.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "{path}: two foods of one name");
    }
    for (name, index) in names {
        let name = letters.text(&name);
        writeln!(code, "    ({name}, {index}),").expect("write to a string");
    }
    code.push_str("];\n");
    code
}

/// Whether the record weighs a food in some shape (`1 cup, sliced`), in which case another
/// shape weighs something else.
fn is_cut(record: &str) -> bool {
    const SHAPES: &[&str] = &[
        "chop", "slice", "dice", "shred", "grate", "mash", "cube", "crumb", "whole", "halves",
        "half", "leaves", "piece", "ground", "crush", "kernel", "chunk", "section", "spear",
        "floret", "ring", "whipped", "flake", "pack", "sift", "stalk", "medium", "large", "clove",
        "arils", "pits",
    ];
    SHAPES.iter().any(|shape| record.contains(shape))
}

/// A fraction such as `127/50` or a decimal such as `0.25` as its reduced parts.
fn reduced(text: &str, path: &str) -> (i128, i128) {
    if let Some((whole, places)) = text.split_once('.') {
        let power = format!("1{}", "0".repeat(places.len()));
        return reduced(&format!("{whole}{places}/{power}"), path);
    }
    let (n, d) = text.split_once('/').unwrap_or((text, "1"));
    let number = |part: &str| -> i128 {
        part.parse()
            .unwrap_or_else(|_| panic!("{path}: `{text}` is not a fraction"))
    };
    let (n, d) = (number(n), number(d));
    assert!(n > 0 && d > 0, "{path}: `{text}` is not positive");
    let (mut a, mut b) = (n, d);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    (n / a, d / a)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
        .unwrap_or_default()
}
