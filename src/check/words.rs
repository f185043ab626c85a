//! The words of a text, in a form in which the singular and the plural are one.
//!
//! Owns what a word is here, and when two of them name the same thing. Must never know
//! which words are foods.

use crate::recipe::Span;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands.
    pub span: Span,
    /// It, in small letters and without the ending of a plural.
    pub stem: String,
}

/// Returns the words of letters in `text`, in order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c)));
    for (at, c) in ends.chain([(text.len(), None)]) {
        let is_letter = c.is_some_and(|c| c.is_alphabetic() || c == '\'' || c == '’');
        match (start, is_letter) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word {
                    span: Span::new(from, at),
                    stem: stem(&text[from..at]),
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Returns `word` in small letters and without the ending of a plural or a genitive.
pub(super) fn stem(word: &str) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    let word = lower.trim_matches('\'');
    let word = word.strip_suffix("'s").unwrap_or(word);
    let keeps = ["ss", "us", "is", "ous"];
    if word.chars().count() < 4 || keeps.iter().any(|end| word.ends_with(end)) {
        return word.into();
    }
    if let Some(root) = word.strip_suffix("ies") {
        return match word {
            "cookies" | "brownies" | "smoothies" | "veggies" => format!("{root}ie"),
            _ => format!("{root}y"),
        };
    }
    if let Some(root) = word.strip_suffix("ves") {
        return match root {
            "lea" | "hal" | "loa" | "cal" => format!("{root}f"),
            "kni" => "knife".into(),
            _ => format!("{root}ve"),
        };
    }
    let doubled = ["oes", "shes", "ches", "xes"];
    if doubled.iter().any(|end| word.ends_with(end)) {
        return word[..word.len() - 2].into();
    }
    word.strip_suffix('s').unwrap_or(word).into()
}

/// Whether one of two stems is the beginning of the other, long enough to be the same
/// word in another form: `parm` and `parmesan`, `season` and `seasoning`.
pub(super) fn alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.chars().count() >= 4 && long.starts_with(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plural_is_the_singular() {
        let case = |word: &str, expected: &str| assert_eq!(stem(word), expected);
        case("Tomatoes", "tomato");
        case("berries", "berry");
        case("cookies", "cookie");
        case("leaves", "leaf");
        case("cloves", "clove");
        case("asparagus", "asparagus");
        case("radishes", "radish");
        case("Confectioners’", "confectioner");
        case("peas", "pea");
        case("egg", "egg");
    }

    #[test]
    fn words_know_where_they_stand() {
        let found = words("½ cup crème-fraîche, 2 eggs");
        let stems: Vec<&str> = found.iter().map(|word| word.stem.as_str()).collect();
        assert_eq!(stems, ["cup", "crème", "fraîche", "egg"]);
        assert_eq!(found[3].span.range(), 26..30);
    }
}
