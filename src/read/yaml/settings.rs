//! Reads settings from YAML or JSON.
//!
//! Owns the form of the settings file: its keys and their shapes. Must never know where
//! the file is, or what a setting is good for.

use super::metadata::{one_line, read_densities, read_line_of_text, read_some_text};
use super::node::{Node, read_document};
use super::problems::{Keys, Problems};
use super::traps;
use crate::amount::Fractions;
use crate::diagnostic::{Diagnostic, Severity, nearest};
use crate::read::Settings;
use crate::unit::{Cup, Household, System, Tablespoon};
use std::collections::HashMap;

/// The keys of the settings, in the order in which the manual tells of them.
const KEYS: [&str; 7] = [
    "to",
    "cup",
    "tbsp",
    "fractions",
    "recipes",
    "aisles",
    "densities",
];

/// The word for each system of measures.
const SYSTEMS: [(&str, System); 3] = [
    ("metric", System::Metric),
    ("us", System::Us),
    ("uk", System::Imperial),
];

/// The word for each way to print fractions.
const FRACTIONS: [(&str, Fractions); 3] = [
    ("ascii", Fractions::Ascii),
    ("unicode", Fractions::Unicode),
    ("decimal", Fractions::Decimal),
];

const EXAMPLE: &str = "write a key and a value on each line, such as `to: metric`";

/// Reads the settings in `text`.
///
/// # Errors
/// Everything that is wrong with them, in the order of the text.
pub(in crate::read) fn read_settings(text: &str) -> Result<Settings, Vec<Diagnostic>> {
    let document = read_document(text).map_err(|error| vec![traps::explain(text, error)])?;
    let mut problems = Problems::new(text);
    for trap in traps::swallowed_comments(text) {
        // Nobody sees a remark on a file that is read each time, so it is an error.
        problems.say(Diagnostic {
            severity: Severity::Error,
            ..trap
        });
    }
    let mut settings = Settings::default();
    let mut seen = Keys::new();
    match &document {
        Node::Map(entries) => {
            for (index, (key, value)) in entries.iter().enumerate() {
                problems.enter(index);
                match KEYS.iter().find(|known| *known == key) {
                    Some(_) if seen.repeats(key.as_ref()) => twice(key, &mut problems),
                    Some(_) => read_setting(&mut settings, key, value, &mut problems),
                    None => problems.unknown_key(key, KEYS.iter()),
                }
                problems.leave();
            }
        }
        Node::Null => {}
        _ => problems.error("not-settings", "these are not settings", EXAMPLE),
    }
    // By `cup` the file means one cup throughout, wherever the line stands that says which.
    let household = Household::new(settings.cup.unwrap_or_default(), settings.tbsp);
    for own in &mut settings.densities {
        own.density = own.density.meant_in(household);
    }
    problems.finish().map(|_| settings)
}

fn read_setting(settings: &mut Settings, key: &str, value: &Node, problems: &mut Problems) {
    match key {
        "to" => settings.to = read_choice(key, value, &SYSTEMS, problems),
        "cup" => settings.cup = read_choice(key, value, &Cup::WORDS, problems),
        "tbsp" => settings.tbsp = read_choice(key, value, &Tablespoon::WORDS, problems),
        "fractions" => settings.fractions = read_choice(key, value, &FRACTIONS, problems),
        "recipes" => settings.recipes = read_folders(value, problems),
        "aisles" => settings.aisles = read_aisles(value, problems),
        _ => settings.densities = read_densities(value, problems),
    }
}

fn twice(key: &str, problems: &mut Problems) {
    problems.key_error(
        "duplicate-key",
        format!("`{key}` stands twice"),
        "keep one of them",
    );
}

/// One of the words of `choices`.
fn read_choice<Choice: Copy>(
    key: &str,
    value: &Node,
    choices: &[(&'static str, Choice)],
    problems: &mut Problems,
) -> Option<Choice> {
    let text = read_some_text(key, value, problems)?;
    let found = choices
        .iter()
        .find(|(word, _)| word.eq_ignore_ascii_case(&text));
    if let Some((_, choice)) = found {
        return Some(*choice);
    }
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    let all = words.join(", ");
    let hint = match nearest(&text, words) {
        Some(near) => format!("did you mean `{near}`? `{key}` is one of {all}"),
        None => format!("`{key}` is one of {all}"),
    };
    problems.error(
        "unknown-value",
        format!("`{text}` is no value of `{key}`"),
        hint,
    );
    None
}

/// A list of folders. A folder may have a comma in its name, so one text is one folder.
fn read_folders(value: &Node, problems: &mut Problems) -> Vec<String> {
    let Node::List(items) = value else {
        return read_folder(value, problems).into_iter().collect();
    };
    let mut folders = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        problems.enter(index);
        folders.extend(read_folder(item, problems));
        problems.leave();
    }
    folders
}

fn read_folder(value: &Node, problems: &mut Problems) -> Option<String> {
    let Node::Text(text) = value else {
        let hint = "write the folders as a list, each on a line such as `- ~/recipes`";
        let message = match value {
            Node::Null => "a folder of `recipes` is empty",
            _ => "`recipes` must be a list of folders",
        };
        problems.error("wrong-type", message, hint);
        return None;
    };
    let folder = text.trim();
    if folder.is_empty() {
        read_line_of_text("recipes", value, problems);
        return None;
    }
    let is_of_other = folder.starts_with('~') && folder != "~" && !folder.starts_with("~/");
    if is_of_other || folder.contains('\0') {
        problems.error(
            "folder",
            format!("`{folder}` is not a folder that can be found"),
            "write the whole path, or `~/` and a folder in your own home",
        );
        return None;
    }
    Some(folder.into())
}

/// The things in each aisle: `{ Cellar: [onions, potatoes] }`.
fn read_aisles(value: &Node, problems: &mut Problems) -> Vec<(String, Vec<String>)> {
    let hint = "write each aisle with its things: `Cellar: [onions, potatoes]`";
    let Node::Map(entries) = value else {
        problems.error("wrong-type", "`aisles` must be a mapping", hint);
        return Vec::new();
    };
    let mut aisles = Vec::with_capacity(entries.len());
    let mut seen = Keys::new();
    let mut shelved = HashMap::new();
    for (index, (aisle, value)) in entries.iter().enumerate() {
        problems.enter(index);
        let name = one_line(aisle);
        if name.is_empty() {
            problems.key_error("empty-value", "the name of an aisle is empty", hint);
        } else if seen.repeats(name.to_lowercase()) {
            twice(&name, problems);
        }
        let things = read_things(&name, value, &mut shelved, problems);
        aisles.push((name, things));
        problems.leave();
    }
    aisles
}

/// The things of one aisle; `shelved` has the aisle of each thing so far.
fn read_things(
    aisle: &str,
    value: &Node,
    shelved: &mut HashMap<String, String>,
    problems: &mut Problems,
) -> Vec<String> {
    let mut read_thing = |value: &Node, problems: &mut Problems| -> Option<String> {
        let thing = read_some_text(aisle, value, problems)?;
        if !thing.contains(char::is_alphabetic) {
            problems.error(
                "thing",
                format!("`{thing}` is not a thing to buy"),
                "write its name, such as `onions`",
            );
            return None;
        }
        match shelved.insert(thing.to_lowercase(), aisle.into()) {
            Some(other) => {
                let message = match other == aisle {
                    true => format!("`{thing}` stands twice in `{aisle}`"),
                    false => format!("`{thing}` stands in `{other}` and in `{aisle}`"),
                };
                problems.error("duplicate-thing", message, "keep one of them");
                None
            }
            None => Some(thing),
        }
    };
    match value {
        Node::List(items) if items.is_empty() => {
            problems.error(
                "empty-value",
                format!("`{aisle}` is empty"),
                "write its things or remove the line",
            );
            Vec::new()
        }
        Node::List(items) => {
            let mut things = Vec::with_capacity(items.len());
            for (index, item) in items.iter().enumerate() {
                problems.enter(index);
                things.extend(read_thing(item, problems));
                problems.leave();
            }
            things
        }
        Node::Text(text) if text.contains(',') => text
            .split(',')
            .map(|thing| Node::Text(thing.trim().into()))
            .filter_map(|thing| read_thing(&thing, problems))
            .collect(),
        value => read_thing(value, problems).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found = crate::read::read_settings(text).err().unwrap_or_default();
        let found: Vec<String> = found
            .iter()
            .map(|found| {
                let place = found.place.expect(text);
                assert!(found.hint.is_some(), "{text}");
                format!("{}:{} {}", place.line, place.column, found.message)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn good_settings_are_read() {
        for nothing in ["", "\n", "# later\n", "\u{feff}", "---\n", "{}", "~"] {
            assert_eq!(
                crate::read::read_settings(nothing),
                Ok(Settings::default()),
                "{nothing:?}"
            );
        }
        let settings = crate::read::read_settings(
            "to: UK\ncup: metric\ntbsp: au\nfractions: unicode\nrecipes: [~/r, '/a, b']\n\
             aisles: {Cellar: 'onions, potatoes', Freezer: [peas], Yard: dill}\n",
        )
        .expect("settings");
        assert_eq!(settings.to, Some(System::Imperial));
        assert_eq!(settings.cup, Some(Cup::Metric));
        assert_eq!(settings.tbsp, Some(Tablespoon::Australian));
        assert_eq!(settings.fractions, Some(Fractions::Unicode));
        assert_eq!(settings.recipes, ["~/r", "/a, b"]);
        let aisle = |name: &str, things: &[&str]| {
            let things = things.iter().map(|thing| thing.to_string());
            (name.to_string(), things.collect::<Vec<_>>())
        };
        assert_eq!(
            settings.aisles,
            [
                aisle("Cellar", &["onions", "potatoes"]),
                aisle("Freezer", &["peas"]),
                aisle("Yard", &["dill"]),
            ]
        );
    }

    #[test]
    fn what_is_wrong_is_placed() {
        case("cups: us\n", &["1:1 unknown key `cups`"]);
        case("to: us\nto: uk\n", &["2:1 `to` stands twice"]);
        case("to: metrik\n", &["1:5 `metrik` is no value of `to`"]);
        case("to: [us]\n", &["1:5 `to` must be a text"]);
        case("cup: 250\n", &["1:6 `250` is no value of `cup`"]);
        case(
            "fractions: true\n",
            &["1:12 `true` is no value of `fractions`"],
        );
        case("aisles: [a]\n", &["1:9 `aisles` must be a mapping"]);
        case("aisles: {A: []}\n", &["1:13 `A` is empty"]);
        case("aisles: {A: {b: c}}\n", &["1:13 `A` must be a text"]);
        case("aisles: {A: ['?']}\n", &["1:14 `?` is not a thing to buy"]);
        case(
            "aisles:\n  A: [peas]\n  B: Peas\n",
            &["3:6 `Peas` stands in `A` and in `B`"],
        );
        case(
            "recipes: {a: b}\n",
            &["1:10 `recipes` must be a list of folders"],
        );
        case(
            "recipes: [~ann/r]\n",
            &["1:11 `~ann/r` is not a folder that can be found"],
        );
        case("recipes:\n  - ''\n", &["2:5 `recipes` is empty"]);
        case(
            "densities: {rye: 1 g}\n",
            &["1:18 `1 g` does not say what a volume weighs"],
        );
        case(
            "recipes: [a #1 b]\n",
            &["2:1 this is not valid YAML: did not find expected ',' or ']'"],
        );
        case(
            "recipes:\n  - my #1 box\n",
            &["2:8 `#1 box` is a comment in YAML and was not read"],
        );
        case("- to\n", &["1:1 these are not settings"]);
        case("metric\n", &["1:1 these are not settings"]);
        case(
            "tbsp: x\ncup: x\n",
            &[
                "1:7 `x` is no value of `tbsp`",
                "2:6 `x` is no value of `cup`",
            ],
        );
    }
}
