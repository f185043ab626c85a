//! The words by which a pasted page shows what its lines are: headings of parts, names
//! of facts, and the furniture of web pages.

/// A part of a recipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Part {
    /// Whatever stands before the recipe itself.
    Opening,
    Ingredients,
    Equipment,
    Steps,
    Notes,
    Variations,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fact {
    Author,
    Source,
    PrepTime,
    CookTime,
    TotalTime,
    Yield,
    Category,
    Cuisine,
    Tags,
}

const PARTS: [(&str, Part); 45] = [
    ("ingredients", Part::Ingredients),
    ("ingredient", Part::Ingredients),
    ("zutaten", Part::Ingredients),
    ("ingrédients", Part::Ingredients),
    ("ingredientes", Part::Ingredients),
    ("ingredienti", Part::Ingredients),
    ("ingrediënten", Part::Ingredients),
    ("ingredienser", Part::Ingredients),
    ("składniki", Part::Ingredients),
    ("equipment", Part::Equipment),
    ("tools", Part::Equipment),
    ("utensils", Part::Equipment),
    ("method", Part::Steps),
    ("instructions", Part::Steps),
    ("directions", Part::Steps),
    ("steps", Part::Steps),
    ("preparation", Part::Steps),
    ("procedure", Part::Steps),
    ("zubereitung", Part::Steps),
    ("préparation", Part::Steps),
    ("preparación", Part::Steps),
    ("elaboración", Part::Steps),
    ("preparazione", Part::Steps),
    ("bereiding", Part::Steps),
    ("przygotowanie", Part::Steps),
    ("fremgangsmåde", Part::Steps),
    ("preparo", Part::Steps),
    ("elkészítés", Part::Steps),
    ("valmistus", Part::Steps),
    ("hozzávalók", Part::Ingredients),
    ("notes", Part::Notes),
    ("note", Part::Notes),
    ("tips", Part::Notes),
    ("tip", Part::Notes),
    ("troubleshooting", Part::Notes),
    ("storage", Part::Notes),
    ("nutrition", Part::Notes),
    ("tipps", Part::Notes),
    ("about", Part::Notes),
    ("description", Part::Notes),
    ("variations", Part::Variations),
    ("variation", Part::Variations),
    ("substitutions", Part::Variations),
    ("variationen", Part::Variations),
    ("variantes", Part::Variations),
];

const FACTS: [(&str, Fact); 60] = [
    ("author", Fact::Author),
    ("by", Fact::Author),
    ("recipe by", Fact::Author),
    ("chef", Fact::Author),
    ("cook", Fact::CookTime),
    ("source", Fact::Source),
    ("from", Fact::Source),
    ("url", Fact::Source),
    ("prep time", Fact::PrepTime),
    ("prep", Fact::PrepTime),
    ("preparation time", Fact::PrepTime),
    ("active time", Fact::PrepTime),
    ("hands-on time", Fact::PrepTime),
    ("cook time", Fact::CookTime),
    ("cooking time", Fact::CookTime),
    ("bake time", Fact::CookTime),
    ("baking time", Fact::CookTime),
    ("total time", Fact::TotalTime),
    ("total", Fact::TotalTime),
    ("ready in", Fact::TotalTime),
    ("time", Fact::TotalTime),
    ("yield", Fact::Yield),
    ("yields", Fact::Yield),
    ("serves", Fact::Yield),
    ("servings", Fact::Yield),
    ("serving", Fact::Yield),
    ("makes", Fact::Yield),
    ("portions", Fact::Yield),
    ("category", Fact::Category),
    ("course", Fact::Category),
    ("meal", Fact::Category),
    ("cuisine", Fact::Cuisine),
    ("method", Fact::Tags),
    ("keywords", Fact::Tags),
    ("tags", Fact::Tags),
    ("temps total", Fact::TotalTime),
    ("temps de préparation", Fact::PrepTime),
    ("préparation", Fact::PrepTime),
    ("temps de cuisson", Fact::CookTime),
    ("cuisson", Fact::CookTime),
    ("tempo de preparo", Fact::TotalTime),
    ("zubereitungszeit", Fact::TotalTime),
    ("gesamtzeit", Fact::TotalTime),
    ("arbeitszeit", Fact::PrepTime),
    ("kochzeit", Fact::CookTime),
    ("backzeit", Fact::CookTime),
    ("tiempo total", Fact::TotalTime),
    ("tiempo de preparación", Fact::PrepTime),
    ("tiempo de cocción", Fact::CookTime),
    ("bereidingstijd", Fact::TotalTime),
    ("tempo di preparazione", Fact::PrepTime),
    ("tempo di cottura", Fact::CookTime),
    ("elkészítési idő", Fact::TotalTime),
    ("czas przygotowania", Fact::TotalTime),
    ("# of servings", Fact::Yield),
    ("rendimento", Fact::Yield),
    ("portionen", Fact::Yield),
    ("porciones", Fact::Yield),
    ("raciones", Fact::Yield),
    ("diet", Fact::Tags),
];

/// What pages put around a recipe.
const FURNITURE: [&str; 20] = [
    "leave a comment",
    "leave a reply",
    "print",
    "print recipe",
    "pin",
    "pin recipe",
    "pin it",
    "share",
    "save",
    "save recipe",
    "jump to recipe",
    "print this recipe",
    "advertisement",
    "rate this recipe",
    "comments",
    "scale",
    "1x2x3x",
    "1x 2x 3x",
    "cook mode",
    "did you make this recipe?",
];

/// Longer lines are sentences, not headings.
const LONGEST_HEADING: usize = 6;

/// Returns the part that `text` is the heading of, and whether it says more than that.
pub(in crate::read) fn part_named(text: &str) -> Option<(Part, bool)> {
    let text = text.trim_matches(|c: char| "#*_: \u{a0}".contains(c));
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    if words.is_empty() || words.len() > LONGEST_HEADING || text.ends_with(['.', ',', '!', '?']) {
        return None;
    }
    if matches!(
        lower.as_str(),
        "you will need" | "what you need" | "you'll need"
    ) {
        return Some((Part::Ingredients, false));
    }
    if lower.starts_with("how to make") || lower.starts_with("how to cook") {
        return Some((Part::Steps, false));
    }
    // The word stands first, or after one other: `Chef Notes & Troubleshooting`.
    let places = if text.contains(':') { 1 } else { 2 };
    words
        .iter()
        .take(places)
        .enumerate()
        .find_map(|(place, word)| {
            let (_, part) = PARTS.iter().find(|(known, _)| known == word)?;
            // `Tip the bowl` and `Method of choice` are no headings.
            let plain = words.len() == place + 1;
            let goes_on = [
                "&", "and", "for", "für", "pour", "para", "per", "voor", "/", "+", "(", "list",
                "needed", "-", "–", "—",
            ];
            let joined = || {
                words
                    .get(place + 1)
                    .is_some_and(|next| goes_on.contains(next))
            };
            (plain || joined()).then_some((*part, !plain || place > 0))
        })
}

/// Returns the fact that `text` tells, with its value; the value is empty where the
/// next line must tell it.
pub(super) fn fact(text: &str) -> Option<(Fact, &str)> {
    let known = |name: &str| {
        let name = name.trim().to_lowercase();
        FACTS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, fact)| *fact)
    };
    if let Some((name, value)) = text.split_once(':') {
        return known(name.trim_matches('*')).map(|fact| (fact, value.trim_matches(['*', ' '])));
    }
    if let Some(fact) = known(text) {
        // Alone on a line it may be a heading, too; the next line tells.
        let counted = matches!(
            fact,
            Fact::PrepTime | Fact::CookTime | Fact::TotalTime | Fact::Yield
        );
        return counted.then_some((fact, ""));
    }
    if let Some(value) = text
        .get(..9)
        .filter(|start| start.eq_ignore_ascii_case("ready in "))
    {
        return Some((Fact::TotalTime, text[value.len()..].trim()));
    }
    // `Prep 10 min`; but `Cook 10 min` may be a step.
    let figure = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (name, value) = text.split_at(figure);
    let timed = matches!(known(name), Some(Fact::PrepTime | Fact::TotalTime));
    if let Some(fact) = known(name).filter(|_| timed && !text.ends_with('.')) {
        return Some((fact, value));
    }
    if let Some(value) = text
        .get(..10)
        .filter(|start| start.eq_ignore_ascii_case("recipe by "))
    {
        return Some((Fact::Author, text[value.len()..].trim()));
    }
    let (name, value) = text.split_once(' ')?;
    // `Serves 4. Enjoy!`
    let value = value.split(". ").next().unwrap_or_default();
    let value = value.trim().trim_end_matches('.');
    let few = value.split_whitespace().count() <= 5;
    let number = value.starts_with(|c: char| c.is_numeric()) || value.starts_with("about ");
    match name.to_lowercase().as_str() {
        "serves" | "makes" | "yields" | "yield" if few && number => Some((Fact::Yield, value)),
        "by" if few && value.starts_with(char::is_uppercase) && !value.ends_with('.') => {
            Some((Fact::Author, value))
        }
        _ => None,
    }
}

/// Whether `text` belongs to the page, not to the recipe.
pub(super) fn is_furniture(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
    let text = text.to_lowercase();
    FURNITURE.contains(&text.as_str()) || FURNITURE.contains(&text.trim_end_matches('?'))
}
