//! When two names are the same thing, and which of them is shown.
//!
//! Owns the words of a name without number, case and order. Must never know of amounts.

/// Words that make no difference to what a thing is.
const EMPTY_WORDS: [&str; 4] = ["of", "the", "a", "an"];

/// Returns what all names of the same thing share: its words without case, number and
/// accents, in one order.
pub(super) fn key_of(name: &str) -> String {
    let mut words: Vec<String> = stems(name)
        .into_iter()
        .filter(|word| !EMPTY_WORDS.contains(&word.as_str()))
        .collect();
    words.sort_unstable();
    if words.is_empty() {
        // Signs such as `|` and `?` have a meaning between keys.
        return name.trim().to_lowercase().escape_unicode().to_string();
    }
    words.join(" ")
}

/// The stem of each word of `name`, in order.
pub(super) fn stems(name: &str) -> Vec<String> {
    let plain: String = name
        .chars()
        .filter(|c| !matches!(c, '\'' | '’'))
        .flat_map(char::to_lowercase)
        .map(without_accent)
        .collect();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect()
}

fn without_accent(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        c => c,
    }
}

/// What one and several share: `tomato` and `tomatoes`, `cherry` and `cherries`, `leaf`
/// and `leaves`. It need not be a word.
fn stem(word: &str) -> String {
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let mut stem = word.to_string();
    let cut = |stem: &mut String, letters: usize| stem.truncate(stem.len() - letters);
    if is_plural(word) {
        cut(&mut stem, 1);
    }
    if stem.len() < 4 {
        return stem;
    }
    // The `e` that several have and one may have not: peaches, boxes, tomatoes, cookies.
    if ends(&stem, &["che", "she", "xe", "sse", "ze", "oe", "ie"]) {
        cut(&mut stem, 1);
    } else if ends(&stem, &["fe", "ve"]) {
        cut(&mut stem, 2);
        stem.push('v');
    } else if stem.ends_with('f') && !stem.ends_with("ff") {
        cut(&mut stem, 1);
        stem.push('v');
    } else if stem.ends_with('y') && !ends(&stem, &["ay", "ey", "oy", "uy"]) {
        cut(&mut stem, 1);
        stem.push('i');
    }
    stem
}

/// Whether `word` has the form of several: the `s` of `glass`, `asparagus` and `swiss`
/// is its own.
fn is_plural(word: &str) -> bool {
    let own = ["ss", "us", "is", "'s", "’s"];
    word.len() > 3 && word.ends_with('s') && !own.iter().any(|ending| word.ends_with(ending))
}

/// What is poured, by its last word.
const POURED: [&str; 26] = [
    "ale",
    "beer",
    "brandy",
    "broth",
    "buttermilk",
    "champagne",
    "cider",
    "coffee",
    "cream",
    "honey",
    "juice",
    "liqueur",
    "milk",
    "molasses",
    "oil",
    "port",
    "rum",
    "sauce",
    "sherry",
    "stock",
    "syrup",
    "tea",
    "vinegar",
    "water",
    "whiskey",
    "wine",
];

/// Whether the thing called `name` is bought by volume.
pub(super) fn is_poured(name: &str) -> bool {
    let lower = name.to_lowercase();
    let last = lower.rsplit(' ').next().unwrap_or_default();
    let spooned = ["sour cream", "ice cream", "powder"];
    POURED.contains(&last) && !spooned.iter().any(|words| lower.ends_with(words))
}

/// A thing's names for one and for several, as far as recipes have given them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    one: Option<String>,
    several: Option<String>,
}

impl Names {
    /// Returns the names of a thing whose word is known for one and for several.
    pub(super) fn pair(one: String, several: String) -> Names {
        Names {
            one: Some(one),
            several: Some(several),
        }
    }

    /// Returns the names of a thing that is called `name`.
    pub(super) fn single(name: &str) -> Names {
        let last = name.rsplit(' ').next().unwrap_or_default();
        let name = Some(name.to_string());
        if is_plural(last) {
            Names {
                one: None,
                several: name,
            }
        } else {
            Names {
                one: name,
                several: None,
            }
        }
    }

    /// Keeps of these names and `other` the plainest; the same in whatever order.
    pub(super) fn join(&mut self, other: Names) {
        plainest(&mut self.one, other.one);
        plainest(&mut self.several, other.several);
    }

    /// The name for several, or for one; some thing's names are never both missing.
    pub(super) fn of(&self, several: bool) -> String {
        match (several, &self.one, &self.several) {
            (true, _, Some(name)) | (false, Some(name), _) => name.clone(),
            (true, Some(name), None) => plural(name),
            (false, None, Some(name)) => singular(name),
            (_, None, None) => String::new(),
        }
    }

    /// The name where nothing is counted: `flour`, `onions`.
    pub(super) fn uncounted(&self) -> String {
        let name = self.several.as_ref().or(self.one.as_ref());
        name.cloned().unwrap_or_default()
    }
}

fn plainest(kept: &mut Option<String>, other: Option<String>) {
    if *kept == other {
        return;
    }
    let rank = |name: &str| {
        let capitals = name.chars().filter(|c| c.is_uppercase()).count();
        (capitals, name.chars().count())
    };
    if let Some(other) = other
        && kept
            .as_ref()
            .is_none_or(|kept| (rank(&other), &other) < (rank(kept), kept))
    {
        *kept = Some(other);
    }
}

/// Words whose form for several is the same, or that nobody puts in the plural.
const NEVER_PLURAL: [&str; 22] = [
    "asparagus",
    "beef",
    "broccoli",
    "celery",
    "chicken",
    "cod",
    "fish",
    "garlic",
    "ginger",
    "lamb",
    "lettuce",
    "meat",
    "mackerel",
    "pasta",
    "pork",
    "rice",
    "salmon",
    "shrimp",
    "spinach",
    "squid",
    "trout",
    "tuna",
];

/// Words that join a thing to another: the last word is not the thing.
const JOINTS: [&str; 5] = [" of ", " or ", " and ", " for ", " with "];

/// Words whose one ends in `ie`.
const IN_IE: [&str; 4] = ["cookies", "brownies", "pies", "smoothies"];

/// The word for one where no recipe has given it.
fn singular(name: &str) -> String {
    let last = name.rsplit(' ').next().unwrap_or_default();
    if !is_plural(last) || JOINTS.iter().any(|joint| name.contains(joint)) {
        return name.into();
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| last.ends_with(ending));
    let without = |letters: usize| &name[..name.len() - letters];
    if ends(&["leaves", "loaves"]) {
        format!("{}f", without(3))
    } else if ends(&["ies"]) && !IN_IE.contains(&last) {
        format!("{}y", without(3))
    } else if ends(&["ches", "shes", "xes", "tatoes", "matoes", "mangoes"]) {
        without(2).into()
    } else {
        without(1).into()
    }
}

/// The word for several where no recipe has given one.
fn plural(name: &str) -> String {
    let (before, last) = name.rsplit_once(' ').unwrap_or(("", name));
    let is_word = last.chars().all(char::is_alphabetic);
    if !is_word
        || last.ends_with('s')
        || NEVER_PLURAL.contains(&last)
        || JOINTS.iter().any(|joint| name.contains(joint))
    {
        return name.into();
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| last.ends_with(ending));
    let several = if ends(&["leaf", "loaf"]) {
        format!("{}ves", &last[..last.len() - 1])
    } else if ends(&["ch", "sh", "x", "z"]) || matches!(last, "tomato" | "potato" | "mango") {
        format!("{last}es")
    } else if ends(&["y"]) && !ends(&["ay", "ey", "oy", "uy"]) {
        format!("{}ies", &last[..last.len() - 1])
    } else {
        format!("{last}s")
    };
    if before.is_empty() {
        several
    } else {
        format!("{before} {several}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_number_and_order_make_no_difference() {
        let same = |a: &str, b: &str| assert_eq!(key_of(a), key_of(b), "{a} and {b}");
        same("Maple Syrup", "maple syrup");
        same("tomato", "Tomatoes");
        same("cherry", "cherries");
        same("cookie", "cookies");
        same("bay leaf", "bay leaves");
        same("radish", "radishes");
        same("chili", "chilies");
        same("anchovy fillet", "anchovy fillets");
        same("all-purpose flour", "flour, all purpose");
        same(
            "boneless, skinless chicken thighs",
            "skinless boneless chicken thigh",
        );
        same("jalapeño", "jalapenos");
        same("confectioners' sugar", "confectioner’s sugar");
        same("hummus", "Hummus");
    }

    #[test]
    fn another_word_is_another_thing() {
        let differ = |a: &str, b: &str| assert_ne!(key_of(a), key_of(b), "{a} and {b}");
        differ("flaky sea salt", "sea salt");
        differ("2% milk", "milk");
        differ("onion", "onion powder");
        differ("bass", "bas");
    }

    #[test]
    fn the_word_for_several_is_made_where_it_is_missing() {
        let case = |one: &str, several: &str| assert_eq!(Names::single(one).of(true), several);
        case("bay leaf", "bay leaves");
        case("avocado", "avocados");
        case("radish", "radishes");
        case("fresh cherry", "fresh cherries");
        case("salmon", "salmon");
        case("head of lettuce", "head of lettuce");
    }

    #[test]
    fn the_word_for_one_is_made_where_it_is_missing() {
        let case = |several: &str, one: &str| assert_eq!(Names::single(several).of(false), one);
        case("bay leaves", "bay leaf");
        case("onions", "onion");
        case("cherry tomatoes", "cherry tomato");
        case("sour cherries", "sour cherry");
        case("peaches", "peach");
        case("slices of apples", "slices of apples");
    }
}
