//! Where in the shop a thing stands.
//!
//! Owns the table of aisles (`aisles.csv`, one row a thing; its order is the order of the
//! aisles) and how a name is looked up in it. Must never know of amounts.

use super::name::stems;
use std::collections::HashMap;

/// The table that comes with the program.
const SHIPPED: &str = include_str!("aisles.csv");

/// The aisle of what the table does not know.
const OTHER: &str = "Other";

/// The aisles of a shop, in the order in which one walks through it.
#[derive(Clone, Debug)]
pub struct Aisles {
    names: Vec<String>,
    things: HashMap<String, usize>,
    longest: usize,
}

impl Aisles {
    /// Returns the aisles of the table that comes with the program.
    pub fn shipped() -> Aisles {
        let mut aisles = Aisles {
            names: Vec::new(),
            things: HashMap::with_capacity(1024),
            longest: 1,
        };
        aisles.learn(SHIPPED);
        aisles
    }

    /// Learns the rows of `table`, each `thing,aisle`, over what was known before.
    pub fn learn(&mut self, table: &str) {
        for row in table.lines() {
            let Some((thing, aisle)) = row.rsplit_once(',') else {
                continue;
            };
            self.put(thing, aisle.trim());
        }
    }

    /// Learns that `thing` stands in `aisle`, whatever was known before. An aisle that is
    /// new comes after the others; the case of its letters does not make it another.
    pub fn put(&mut self, thing: &str, aisle: &str) {
        let thing = stems(thing);
        if thing.is_empty() || aisle.is_empty() {
            return;
        }
        let mut names = self.names.iter();
        let known = names.position(|name| name == aisle).or_else(|| {
            let aisle = aisle.to_lowercase();
            let mut names = self.names.iter();
            names.position(|name| name.to_lowercase() == aisle)
        });
        let place = known.unwrap_or_else(|| {
            self.names.push(aisle.into());
            self.names.len() - 1
        });
        self.longest = self.longest.max(thing.len());
        self.things.insert(thing.join(" "), place);
    }

    /// Returns the aisle of the thing called `name`.
    ///
    /// Of the things in the table whose words stand in the name, the one with the most
    /// words counts, and of those the last: `chicken stock` is no chicken, and a `tomato
    /// sauce` is a sauce.
    ///
    /// ```
    /// let aisles = porkcli::shop::Aisles::shipped();
    /// assert_eq!(aisles.of("boneless pork belly"), "Meat");
    /// assert_eq!(aisles.of("unobtainium"), "Other");
    /// ```
    pub fn of(&self, name: &str) -> &str {
        self.find(name)
            .and_then(|place| self.names.get(place))
            .map_or(OTHER, String::as_str)
    }

    /// The place of that aisle on the way through the shop.
    pub fn place_of(&self, name: &str) -> usize {
        self.find(name).unwrap_or(usize::MAX)
    }

    /// Whether `name` is of the kind that `kind` names: its last words are those of the
    /// kind, and it stands in the same aisle. A black pepper is a `pepper`, a bell pepper
    /// is not.
    pub fn is_kind_of(&self, name: &str, kind: &str) -> bool {
        let kind_words = stems(kind);
        !kind_words.is_empty()
            && stems(name).ends_with(&kind_words)
            && self.place_of(name) == self.place_of(kind)
    }

    fn find(&self, name: &str) -> Option<usize> {
        let words = stems(name);
        (1..=self.longest.min(words.len()))
            .rev()
            .find_map(|length| {
                words
                    .windows(length)
                    .rev()
                    .find_map(|part| self.things.get(&part.join(" ")).copied())
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_stand_where_a_cook_looks_for_them() {
        let aisles = Aisles::shipped();
        let case = |name: &str, aisle: &str| assert_eq!(aisles.of(name), aisle, "{name}");
        case("boneless pork belly", "Meat");
        case("Yellow Onions", "Produce");
        case("onion powder", "Spices");
        case("chicken stock", "Canned and dry goods");
        case("tomato paste", "Canned and dry goods");
        case("unsalted butter", "Dairy and eggs");
        case("peanut butter", "Canned and dry goods");
        case("red bell pepper", "Produce");
        case("freshly ground black pepper", "Spices");
        case("coconut milk", "Canned and dry goods");
        case("all-purpose flour", "Baking");
        case("flaky sea salt", "Spices");
        case("frozen peas", "Frozen");
        case("parchment paper", "Household");
        case("white miso", "Oils and condiments");
        case("rice vinegar", "Oils and condiments");
        case("smoked salmon", "Fish");
        case("fish sauce", "Oils and condiments");
    }

    #[test]
    fn a_kind_is_told_by_the_last_word_and_the_aisle() {
        let aisles = Aisles::shipped();
        assert!(aisles.is_kind_of("flaky sea salt", "salt"));
        assert!(aisles.is_kind_of("black pepper", "pepper"));
        assert!(!aisles.is_kind_of("red bell pepper", "pepper"));
        assert!(!aisles.is_kind_of("salted butter", "salt"));
    }

    #[test]
    fn what_a_user_says_counts_more() {
        let mut aisles = Aisles::shipped();
        aisles.learn("onion,Cellar\nfrozen onion,Freezer");
        assert_eq!(aisles.of("red onions"), "Cellar");
        assert_eq!(aisles.of("frozen onions"), "Freezer");
    }

    #[test]
    fn the_table_is_large_and_says_nothing_twice() {
        let mut seen = std::collections::HashSet::new();
        for row in SHIPPED.lines() {
            let (thing, aisle) = row.rsplit_once(',').expect("a thing and an aisle");
            assert!(!aisle.is_empty(), "{row}");
            assert!(seen.insert(stems(thing)), "`{thing}` stands twice");
        }
        assert!(seen.len() >= 500, "only {} things", seen.len());
        assert!(Aisles::shipped().names.len() >= 13);
    }
}
