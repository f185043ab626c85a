//! What the words around a temperature tell about it.
//!
//! Owns the words that speak of ovens, of the inside of food, of differences and of
//! angles. Must never read a number.

use super::finding::{Finding, Scale};
use super::words::{is_one_of, words_after, words_before};
use crate::amount::Amount;
use crate::recipe::Role;
use crate::unit::key::{LONGEST, WordTable, key};

/// What a word speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clue {
    /// The heat around the food.
    Oven,
    /// The heat in the food.
    Inner,
    /// A liquid, whose heat is told to the degree: oil, syrup, water.
    Liquid,
    /// Something that rises to a temperature: food, mostly.
    Goal,
}

use Clue::{Goal, Inner, Liquid, Oven};

const CLUES: &[(&str, Clue)] = &[
    ("bake", Oven),
    ("baked", Oven),
    ("baking", Oven),
    ("barbecue", Oven),
    ("brine", Liquid),
    ("broil", Oven),
    ("broiler", Oven),
    ("broiling", Oven),
    ("broth", Liquid),
    ("buttermilk", Liquid),
    ("candy", Liquid),
    ("caramel", Liquid),
    ("center", Inner),
    ("centre", Inner),
    ("chocolate", Liquid),
    ("convection", Oven),
    ("core", Inner),
    ("cream", Liquid),
    ("custard", Liquid),
    ("dehydrator", Oven),
    ("done", Goal),
    ("doneness", Inner),
    ("fan", Oven),
    ("fat", Liquid),
    ("fryer", Oven),
    ("grill", Oven),
    ("honey", Liquid),
    ("inside", Inner),
    ("instant", Inner),
    ("internal", Inner),
    ("kiln", Oven),
    ("lard", Liquid),
    ("liquid", Liquid),
    ("lukewarm", Liquid),
    ("milk", Liquid),
    ("mixture", Liquid),
    ("oil", Liquid),
    ("oven", Oven),
    ("ovens", Oven),
    ("preheat", Oven),
    ("preheated", Oven),
    ("preheating", Oven),
    ("probe", Inner),
    ("proof", Inner),
    ("reach", Goal),
    ("reached", Goal),
    ("reaches", Goal),
    ("reaching", Goal),
    ("read", Goal),
    ("reading", Goal),
    ("reads", Goal),
    ("register", Goal),
    ("registering", Goal),
    ("registers", Goal),
    ("roast", Oven),
    ("roasted", Oven),
    ("roasting", Oven),
    ("shortening", Liquid),
    ("smoke", Oven),
    ("smoker", Oven),
    ("smoking", Oven),
    ("sous", Inner),
    ("stock", Liquid),
    ("sugar", Liquid),
    ("syrup", Liquid),
    ("tallow", Liquid),
    ("thermometer", Inner),
    ("thickest", Inner),
    ("thigh", Inner),
    ("toaster", Oven),
    ("until", Goal),
    ("water", Liquid),
    ("wine", Liquid),
    ("yeast", Liquid),
];

/// [`CLUES`] with so many slots that nearly every word is alone in its own: most of the time
/// that a step takes is spent on looking words up.
static TABLE: WordTable<Clue, { CLUES.len() }, 1024> = WordTable::new(CLUES);

fn clue(word: &str) -> Option<Clue> {
    if word.len() > LONGEST {
        return None;
    }
    TABLE.get(key(word.as_bytes()))
}

/// Returns whether the temperature `finding` on `scale`, with its other halves up to
/// byte `end`, is that of an oven or that of food.
///
/// The word right after it decides (`a 350°F oven`), then the nearest one before it in
/// its sentence, then those after it in its clause. An oven that *reaches* 400°F is
/// told from a loaf in it that reaches 200°F by the heat itself.
pub(super) fn heat(text: &str, finding: &Finding, scale: Option<Scale>, end: usize) -> Role {
    let hot = finding.low
        >= Amount::from(match scale {
            Some(Scale::Celsius) => 150,
            _ => 300,
        });
    let by_heat = if hot { Role::Oven } else { Role::Inner };
    match words_after(text, end).next().and_then(clue) {
        Some(Oven) => return Role::Oven,
        Some(Inner | Liquid) => return Role::Inner,
        _ => (),
    }
    match before(text, finding) {
        Some((Oven, None)) => Role::Oven,
        Some((Oven, Some(_))) => by_heat,
        Some(_) => Role::Inner,
        None => after(text, end).unwrap_or(by_heat),
    }
}

/// Returns the clue that the words before `finding` give, and the weaker one that
/// stands nearer, if any.
fn before(text: &str, finding: &Finding) -> Option<(Clue, Option<Clue>)> {
    let mut nearer = None;
    let mut preposition = None;
    let mut words = words_before(text, finding.start).peekable();
    while let Some(word) = words.next() {
        let is_thing = words
            .peek()
            .is_some_and(|article| is_one_of(article, &["the", "your", "a", "this"]));
        let found = match clue(word) {
            // `Pull the roast at 130°F` speaks of the meat.
            Some(Oven) if is_thing && is_one_of(word, &["roast"]) => Some(Inner),
            found => found,
        };
        if preposition.is_none() && !is_one_of(word, APPROXIMATELY) {
            preposition = Some(word);
        }
        match found {
            Some(Oven) => return Some((Oven, nearer)),
            Some(Inner) => return Some((Inner, None)),
            // `Roast with oil at 425°F` speaks of the oven, `heat the oil to 350°F` does not.
            Some(Liquid) if nearer.is_none() && preposition != Some("at") => {
                return Some((Liquid, None));
            }
            Some(Liquid) if nearer == Some(Goal) => return Some((Liquid, None)),
            Some(weak) => nearer = nearer.or(Some(weak)),
            None => (),
        }
    }
    nearer
        .filter(|clue| *clue == Liquid)
        .map(|clue| (clue, None))
}

fn after(text: &str, end: usize) -> Option<Role> {
    const MOST_WORDS: usize = 7;
    words_after(text, end)
        .take(MOST_WORDS)
        .take_while(|word| !is_one_of(word, NEXT_CLAUSE))
        .find_map(|word| match clue(word)? {
            Oven => Some(Role::Oven),
            Inner | Liquid => Some(Role::Inner),
            Goal => None,
        })
}

const NEXT_CLAUSE: &[&str] = &[
    "until", "for", "and", "then", "while", "or", "before", "when",
];

const APPROXIMATELY: &[&str] = &[
    "about",
    "around",
    "roughly",
    "approximately",
    "approx",
    "some",
    "nearly",
    "up",
    "a",
    "an",
    "the",
    "exactly",
    "just",
];

/// Whether the bare degrees of `finding` are those of the inside of food or of
/// something that boils at 100°C.
pub(super) fn is_inside_food(text: &str, finding: &Finding) -> bool {
    const MOIST: &[&str] = &[
        "internal", "thickest", "thigh", "breast", "meat", "water", "milk", "yeast", "inside",
    ];
    const NOT_MOIST: &[&str] = &["oven", "oil", "fat", "syrup", "sugar", "candy", "caramel"];
    let near = words_before(text, finding.start)
        .take_while(|word| !is_one_of(word, NOT_MOIST))
        .any(|word| is_one_of(word, MOIST));
    // A thermometer stands in food unless the sentence speaks of sweets or of frying.
    let measured = || {
        let mut words = words_before(text, finding.start)
            .filter(|word| !is_one_of(word, &["the", "a", "an"]))
            .skip_while(|word| !is_one_of(word, &["thermometer"]));
        words.next().is_some()
            && words.next().is_none_or(|word| !is_one_of(word, NOT_MOIST))
            && words.all(|word| is_one_of(word, &["oven"]) || !is_one_of(word, NOT_MOIST))
    };
    let follows = || {
        words_after(text, finding.end)
            .take(5)
            .take_while(|word| !is_one_of(word, NOT_MOIST) && !is_one_of(word, NEXT_CLAUSE))
            .any(|word| is_one_of(word, MOIST))
    };
    near || measured() || follows()
}

/// Whether the degrees of `finding`, with their other halves up to byte `end`, tell how
/// much hotter or cooler something is.
pub(super) fn is_difference(text: &str, finding: &Finding, end: usize) -> bool {
    const MOST: i64 = 120;
    const COMPARED: &[&str] = &[
        "hotter", "cooler", "higher", "lower", "warmer", "colder", "more", "less", "above",
        "below", "shy", "short",
    ];
    const STEPS: &[&str] = &[
        "by",
        "another",
        "additional",
        "extra",
        "further",
        "within",
        "every",
    ];
    const CHANGES: &[&str] = &[
        "reduce", "increase", "lower", "raise", "drop", "drops", "rise", "rises", "climb",
        "climbs", "add", "subtract",
    ];
    if finding.low > Amount::from(MOST) {
        return false;
    }
    if words_after(text, end)
        .next()
        .is_some_and(|word| is_one_of(word, COMPARED))
    {
        return true;
    }
    words_before(text, finding.start)
        .find(|word| !is_one_of(word, APPROXIMATELY))
        .is_some_and(|word| is_one_of(word, STEPS) || is_one_of(word, CHANGES))
}

/// Whether the bare degrees of `finding` are those of an angle: `rotate 180°`.
pub(super) fn is_turn(text: &str, finding: &Finding) -> bool {
    const ANGLES: [i64; 9] = [30, 45, 60, 90, 120, 135, 180, 270, 360];
    const TURNS: &[&str] = &[
        "rotate", "rotating", "rotated", "rotates", "rotation", "spin", "spinning", "pivot",
        "twist", "swivel", "tilt", "tilted", "angle", "turn", "turning", "turned", "flip", "give",
    ];
    const CUTS: &[&str] = &[
        "cut", "cutting", "slice", "slicing", "knife", "blade", "bias",
    ];
    const FOLLOWS: &[&str] = &[
        "angle",
        "angles",
        "turn",
        "turns",
        "rotation",
        "rotations",
        "clockwise",
        "counterclockwise",
        "anticlockwise",
    ];
    if words_after(text, finding.end)
        .next()
        .is_some_and(|word| is_one_of(word, FOLLOWS))
    {
        return true;
    }
    if !ANGLES
        .iter()
        .any(|angle| finding.low == Amount::from(*angle))
    {
        return false;
    }
    let before = || words_before(text, finding.start);
    let preposition = before().next().unwrap_or_default();
    let has = |words: &[&str]| before().any(|word| is_one_of(word, words));
    // `Turn the oven to 180°` turns a knob, `slice at 45°` holds a knife.
    match preposition {
        "to" => false,
        "at" => has(CUTS),
        _ => has(CUTS) || has(TURNS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clue_is_found_in_any_case() {
        for (word, meant) in CLUES {
            assert_eq!(clue(word), Some(*meant), "{word}");
            assert_eq!(clue(&word.to_uppercase()), Some(*meant), "{word}");
        }
        for word in ["", "bak", "bakes", "thermometers and more"] {
            assert_eq!(clue(word), None, "{word}");
        }
    }
}
