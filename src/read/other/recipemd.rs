//! RecipeMD: Markdown in three parts, told apart by rules.

use super::{take_fact, window};
use crate::read::gathered::{FoundNote, Gathered, Passage, one_line};
use crate::recipe::Group;

/// A link that takes more bytes is none.
const LONGEST_LINK: usize = 500;

/// Whether `text` is Markdown with the rules of RecipeMD.
pub(in crate::read) fn is_recipemd(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let titled = lines.next().is_some_and(|line| line.starts_with("# "));
    titled && text.lines().any(is_rule) && text.lines().any(|line| item(line).is_some())
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3
        && ['-', '*', '_']
            .iter()
            .any(|sign| line.chars().all(|c| c == *sign))
}

fn item(line: &str) -> Option<&str> {
    ["- ", "* ", "+ "]
        .iter()
        .find_map(|sign| line.trim_start().strip_prefix(sign))
}

/// Returns the texts of the recipe in `text`, which is RecipeMD.
pub(in crate::read) fn gather_recipemd(text: &str) -> Gathered {
    let mut gathered = Gathered::default();
    let mut part = 0;
    let mut paragraph: Vec<(usize, &str)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let trimmed = line.trim();
        if is_rule(trimmed) && part < 2 {
            end_paragraph(&mut gathered, part, &mut paragraph);
            part += 1;
            continue;
        }
        let heading = trimmed.trim_start_matches('#').trim();
        let is_heading = trimmed.starts_with('#') && trimmed.contains("# ");
        let begins = is_heading
            || trimmed.is_empty()
            || item(line).is_some() && part > 0
            || numbered(trimmed).is_some();
        if begins {
            end_paragraph(&mut gathered, part, &mut paragraph);
        }
        match (part, is_heading) {
            _ if trimmed.is_empty() => {}
            (0, true) if gathered.title.is_none() => gathered.title = Some(heading.into()),
            (1, true) => gathered.ingredients.push(named(heading)),
            (2, true) => gathered.steps.push(named(heading)),
            _ => paragraph.push((number, trimmed)),
        }
    }
    end_paragraph(&mut gathered, part, &mut paragraph);
    notes_from_steps(&mut gathered);
    gathered
}

fn named(heading: &str) -> Group<Passage> {
    Group {
        name: Some(without_links(heading)),
        items: Vec::new(),
    }
}

fn numbered(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    (digits > 0 && rest.starts_with(' ')).then(|| rest.trim_start())
}

fn end_paragraph(gathered: &mut Gathered, part: usize, lines: &mut Vec<(usize, &str)>) {
    let Some((number, first)) = lines.first().copied() else {
        return;
    };
    let text = one_line(
        &lines
            .iter()
            .map(|(_, line)| *line)
            .collect::<Vec<_>>()
            .join(" "),
    );
    match part {
        0 => description(gathered, &text, number, lines),
        1 => {
            let line = ingredient(item(&text).unwrap_or(&text));
            Gathered::add(&mut gathered.ingredients, Passage::on(line, number));
        }
        _ => {
            let bare = item(first).is_some() || numbered(first).is_some();
            let text = match bare {
                true => item(&text).or(numbered(&text)).unwrap_or(&text),
                false => &text,
            };
            let passage = Passage::on(without_links(text), number);
            Gathered::add(&mut gathered.steps, passage);
        }
    }
    lines.clear();
}

/// A paragraph before the first rule: tags, yields, facts or a description.
fn description(gathered: &mut Gathered, text: &str, number: usize, lines: &[(usize, &str)]) {
    let inside = |sign: &str| {
        let inner = text.strip_prefix(sign)?.strip_suffix(sign)?;
        (!inner.is_empty() && !inner.contains('*')).then_some(inner)
    };
    if let Some(yields) = inside("**") {
        gathered.yields.extend(split_list(yields));
        return;
    }
    if let Some(tags) = inside("*") {
        gathered.tags.extend(split_list(tags));
        return;
    }
    let mut left = Vec::new();
    for (_, line) in lines {
        let known = line.split_once(": ").is_some_and(|(name, value)| {
            let name = name.trim_matches('*');
            !matches!(name, "Note" | "Notes")
                && take_fact(gathered, name, value.trim_end_matches('\\'))
        });
        if !known {
            left.push(*line);
        }
    }
    if !left.is_empty() {
        gathered.notes.push(FoundNote {
            title: None,
            passage: Passage::on(without_links(&left.join(" ")), number),
        });
    }
}

/// Commas part the items, but not the digits of `1,5`.
fn split_list(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for part in text.split(',') {
        let digit = |c: char| c.is_ascii_digit();
        match items.last_mut() {
            Some(last) if last.ends_with(digit) && part.starts_with(digit) => {
                last.push(',');
                last.push_str(part);
            }
            _ => items.push(part.into()),
        }
    }
    let items = items.into_iter().map(|item| item.trim().to_string());
    items.filter(|item| !item.is_empty()).collect()
}

/// `*1 cup* flour`, as a line.
fn ingredient(text: &str) -> String {
    let amount = ["**", "*", "_"].iter().find_map(|sign| {
        let (amount, name) = text.strip_prefix(sign)?.split_once(sign)?;
        Some(format!("{amount} {name}"))
    });
    without_links(&one_line(&amount.unwrap_or_else(|| text.into())))
}

/// `[text](address)` as its text.
fn without_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let inside = &rest[start + 1..];
        let near = window(inside, LONGEST_LINK);
        let link = near.find("](").and_then(|middle| {
            let end = near[middle..].find(')')?;
            (!inside[..middle].contains('[')).then_some((middle, middle + end + 1))
        });
        let Some((middle, end)) = link else {
            out.push_str(&rest[..=start]);
            rest = inside;
            continue;
        };
        out.push_str(&rest[..start]);
        out.push_str(&inside[..middle]);
        rest = &inside[end..];
    }
    out.push_str(rest);
    out
}

/// RecipeMD has no part for notes; they are a heading among the steps.
fn notes_from_steps(gathered: &mut Gathered) {
    let is = |group: &Group<Passage>, names: &[&str]| {
        let name = group.name.as_deref().unwrap_or_default().to_lowercase();
        names.contains(&name.as_str())
    };
    for group in std::mem::take(&mut gathered.steps) {
        let notes = if is(&group, &["notes", "note", "tips"]) {
            &mut gathered.notes
        } else if is(&group, &["variations"]) {
            &mut gathered.variations
        } else if is(&group, &["footnotes"]) {
            &mut gathered.footnotes
        } else if is(&group, &["equipment"]) {
            gathered.equipment.extend(group.items);
            continue;
        } else {
            gathered.steps.push(group);
            continue;
        };
        notes.extend(group.items.into_iter().map(|passage| {
            let titled = passage
                .text
                .strip_prefix("**")
                .and_then(|rest| rest.split_once(":**"));
            match titled {
                Some((title, text)) => FoundNote {
                    title: Some(title.replace("\\*", "*")),
                    passage: Passage {
                        text: text.trim().into(),
                        ..passage.clone()
                    },
                },
                None => FoundNote {
                    title: None,
                    passage,
                },
            }
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_three_parts_are_read() {
        let text = "# Guacamole\n\nSome people call it guac.\nIt is green.\n\n*sauce, vegan*\n\n**4 servings, 1,5 cups**\n\n---\n\n\
            - *1* avocado\n- *.5 teaspoon* salt\n- *1 1/2 pinches* red\n  pepper\n- lemon juice\n\n## Extra\n\n* *2 Tbs.* [salsa](./salsa.md)\n\n---\n\n\
            1. Remove flesh.\n2. Mash and season.\n\n## Notes\n\n- **Storage:** Keep it cold.\n";
        assert!(is_recipemd(text));
        let gathered = gather_recipemd(text);
        assert_eq!(gathered.title.as_deref(), Some("Guacamole"));
        assert_eq!(gathered.tags, ["sauce", "vegan"]);
        assert_eq!(gathered.yields, ["4 servings", "1,5 cups"]);
        assert_eq!(
            gathered.ingredient_texts(),
            [
                "1 avocado",
                ".5 teaspoon salt",
                "1 1/2 pinches red pepper",
                "lemon juice",
                "2 Tbs. salsa"
            ]
        );
        assert_eq!(gathered.ingredients[1].name.as_deref(), Some("Extra"));
        assert_eq!(gathered.step_texts(), ["Remove flesh.", "Mash and season."]);
        assert_eq!(
            gathered.notes[0].passage.text,
            "Some people call it guac. It is green."
        );
        assert_eq!(gathered.notes[1].title.as_deref(), Some("Storage"));
    }
}
