//! Parts a text in which several printed recipes follow each other.
//!
//! Owns where one ends and the next begins, in each form in which recipes are printed.
//! Must never read them.

use super::{other, text};

/// Returns the recipes in `text`, each as its own text; one that holds only one is
/// returned whole.
///
/// A line `---` parts YAML documents and printed texts; JSON recipes follow each other or
/// stand in a list. Printed recipes that merely follow each other are told apart by what
/// each begins with.
///
/// ```
/// use porkcli::read::split_recipes;
///
/// let two = "title: Toast\ningredients: [bread]\n---\ntitle: Tea\ningredients: [tea]\n";
/// assert_eq!(split_recipes(two).len(), 2);
/// let two = r#"[{"title": "Toast"}, {"title": "Tea"}]"#;
/// assert_eq!(split_recipes(two), [r#"{"title": "Toast"}"#, r#"{"title": "Tea"}"#]);
/// ```
pub fn split_recipes(text: &str) -> Vec<&str> {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\n', '\r']);
    if start.starts_with(['{', '[']) {
        return objects(text).unwrap_or_else(|| vec![text]);
    }
    if start.starts_with('<') {
        return vec![text];
    }
    if is_plainly_one(text, start) {
        return vec![text];
    }
    if start.starts_with("# ") && (text::is_text(text) || other::is_recipemd(text)) {
        let recipes = cut(text, |_, line| match line.starts_with("# ") {
            true => Cut::Before,
            false => Cut::Nowhere,
        });
        return recipes.into_iter().map(without_rule).collect();
    }
    if text::is_text(text) {
        let last = text.rfind("\nINGREDIENTS").unwrap_or_default();
        let mut has_begun = false;
        return cut(text, |before, line| {
            has_begun |= line == "INGREDIENTS";
            let is_part = !line.chars().any(char::is_lowercase);
            let is_title = has_begun && !is_part && !line.starts_with(' ') && !line.ends_with(':');
            // What has no ingredients below it is no title.
            let at = before.as_ptr().addr() + before.len() - text.as_ptr().addr();
            match (line, is_title && at < last) {
                ("---", _) => {
                    has_begun = false;
                    Cut::Out
                }
                (_, true) => {
                    has_begun = false;
                    Cut::Before
                }
                (_, false) => Cut::Nowhere,
            }
        });
    }
    if other::is_cooklang(text) {
        // What stands between the first two rules of each is about the recipe.
        let mut rules = 0;
        return cut(text, |_, line| {
            rules += usize::from(line == "---");
            match (line, rules) {
                ("---", 3) => {
                    rules = 1;
                    Cut::Before
                }
                _ => Cut::Nowhere,
            }
        });
    }
    cut(text, |before, line| match line {
        "---" => Cut::Out,
        _ if line.starts_with("title:") && first_key(before).starts_with("title:") => Cut::Before,
        _ => Cut::Nowhere,
    })
}

/// Whether `text`, which begins with `start`, is YAML with neither a rule nor a second
/// title, as most recipe files are.
fn is_plainly_one(text: &str, start: &str) -> bool {
    start.starts_with("title:")
        && !text.contains("\n---")
        && !start.contains("\ntitle:")
        && !text::is_text(text)
}

/// Where a text is parted.
enum Cut {
    Nowhere,
    /// Before the line.
    Before,
    /// Before the line and behind it, as it belongs to neither side.
    Out,
}

/// Parts `text` where `at` says so of a line, which is given what stands before it in
/// its recipe.
fn cut(text: &str, mut at: impl FnMut(&str, &str) -> Cut) -> Vec<&str> {
    let mut recipes = Vec::new();
    let (mut start, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        let before = &text[start..end];
        let next = end + line.len();
        let cut = at(before, line.trim_end());
        // What begins with a rule keeps it, so that places in the first recipe stand.
        let is_blank = before.trim().is_empty();
        match cut {
            Cut::Before if !is_blank => {
                recipes.push(before);
                start = end;
            }
            Cut::Out if !is_blank => {
                recipes.push(before);
                start = next;
            }
            Cut::Out if !recipes.is_empty() => start = next,
            _ => {}
        }
        end = next;
    }
    if recipes.is_empty() || !text[start..].trim().is_empty() {
        recipes.push(&text[start..]);
    }
    recipes
}

/// A printed page without the rule that parts it from the next one.
fn without_rule(page: &str) -> &str {
    let trimmed = page.trim_end();
    match trimmed.strip_suffix("\n---") {
        Some(page) if text::is_text(page) => page,
        _ => page,
    }
}

/// The first line of YAML that is neither empty nor a comment nor a mark.
fn first_key(text: &str) -> &str {
    let mut lines = text.lines().map(str::trim_end);
    let is_key = |line: &&str| !line.is_empty() && !line.starts_with('#') && *line != "---";
    lines.find(is_key).unwrap_or_default()
}

/// The JSON objects in `text`, which follow each other or stand in a list; `None` if
/// there is anything else, or if one is the page and another its recipe.
fn objects(text: &str) -> Option<Vec<&str>> {
    let mut objects = Vec::new();
    let (mut start, mut depth) = (0, 0);
    let (mut in_text, mut is_escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        if in_text {
            in_text = is_escaped || byte != b'"';
            is_escaped = byte == b'\\' && !is_escaped;
            continue;
        }
        match (byte, depth) {
            (b'"', 1..) => in_text = true,
            (b'{', 0) => {
                start = at;
                depth = 1;
            }
            (b'{' | b'[', 1..) => depth += 1,
            (b'}' | b']', 1..) => {
                depth -= 1;
                if depth == 0 {
                    objects.push(&text[start..=at]);
                }
            }
            (_, 1..) | (b'[' | b']' | b',' | b' ' | b'\t' | b'\n' | b'\r', _) => {}
            // A byte-order mark.
            (0xef | 0xbb | 0xbf, _) if objects.is_empty() => {}
            _ => return None,
        }
    }
    if depth > 0 {
        objects.push(&text[start..]);
    }
    let is_page = |object: &&str| object.contains("\"@type\"") && !object.contains("\"Recipe\"");
    if objects.is_empty() || objects.len() > 1 && objects.iter().any(is_page) {
        return None;
    }
    // One that stands alone keeps its place in the text.
    let is_whole = objects[0].len() == text.trim_start_matches('\u{feff}').trim().len();
    (!is_whole).then_some(objects)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read_recipe;
    use crate::write::{Format, Style, write_recipe};

    #[test]
    fn printed_recipes_are_told_apart_in_every_form() {
        let recipe = |title: &str| {
            let text = format!(
                "title: {title}\nservings: 2\ningredients:\n  Top:\n    - 1 egg\nsteps: [Boil it.]\nnotes: {{Why: Good.}}\n"
            );
            read_recipe(&text).expect("a recipe").recipe
        };
        let own = [
            (Format::Text, &["", "\n---\n\n"][..]),
            (Format::Yaml, &["", "---\n"]),
            (Format::Json, &["", ",\n"]),
            (Format::JsonLine, &[""]),
            (Format::Markdown, &["", "\n", "\n---\n\n"]),
        ];
        for (format, rules) in own {
            let print = |title| write_recipe(&recipe(title), format, Style::default());
            for rule in rules {
                let printed = [print("One"), print("Two things"), print("Three")];
                let text = printed.join(rule);
                let parts = split_recipes(&text);
                let titles: Vec<String> = parts
                    .iter()
                    .map(|part| read_recipe(part).expect("a recipe").recipe.title)
                    .collect();
                assert_eq!(
                    titles,
                    ["One", "Two things", "Three"],
                    "{format:?} {rule:?}"
                );
            }
        }
    }

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        assert_eq!(split_recipes(text), expected);
    }

    #[test]
    fn documents_are_parted_by_rules() {
        case(
            "title: A\n---\nservings: 2\ntitle: B\n",
            &["title: A\n", "servings: 2\ntitle: B\n"],
        );
        case(
            "---\ntitle: A\n--- \r\ntitle: B\n---\n",
            &["---\ntitle: A\n", "title: B\n"],
        );
        case(
            "# A note\ntitle: A\n# Another\nx: 1\n",
            &["# A note\ntitle: A\n# Another\nx: 1\n"],
        );
        case(
            "title: A\nnotes: |\n  ---\n",
            &["title: A\nnotes: |\n  ---\n"],
        );
        case("", &[""]);
        case("---\n", &["---\n"]);
    }

    #[test]
    fn objects_follow_each_other_or_stand_in_a_list() {
        case(
            r#"{"a": "}\"{"}{"b": [{}]}"#,
            &[r#"{"a": "}\"{"}"#, r#"{"b": [{}]}"#],
        );
        case(
            "[{\"a\": 1},\n {\"b\": 2}]\n",
            &["{\"a\": 1}", "{\"b\": 2}"],
        );
        case("[{\"a\": 1}]\n", &["{\"a\": 1}"]);
        case("{\"a\": 1}\n]\n", &["{\"a\": 1}"]);
        case("{\"a\": 1}\n", &["{\"a\": 1}\n"]);
        case("[1, 2]", &["[1, 2]"]);
        case("[]", &["[]"]);
        case("{\"a\": {\"b\"", &["{\"a\": {\"b\""]);
        let page = r#"[{"@type": "WebSite"}, {"@type": "Recipe"}]"#;
        case(page, &[page]);
    }

    #[test]
    fn cooklang_files_begin_with_what_is_about_them() {
        let one = "---\ntitle: \"A\"\n---\n\nGather @salt{1%tsp}, @sugar{2%tbsp}.\n";
        assert_eq!(split_recipes(&[one, one].join("\n")).len(), 2);
    }
}
