//! What the words around an ingredient do: cut it, praise it, size it, begin a remark.
//!
//! Owns one table of closed word classes. Food is not in it: what a thing is called is
//! what is left over. Must never know where in a line a word stands.

use crate::unit::Unit;
use crate::unit::key::{LONGEST, WordTable, exact_key, key};

/// The classes a word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u16);

/// What was done to the thing: `chopped`.
pub(super) const PARTICIPLE: u16 = 1;
/// How it was done: `finely`.
pub(super) const ADVERB: u16 = 1 << 1;
/// How large each thing is: `medium`.
pub(super) const SIZE: u16 = 1 << 2;
/// How it is measured: `packed`, `about`.
pub(super) const MANNER: u16 = 1 << 3;
/// Articles.
pub(super) const SPARE: u16 = 1 << 4;
/// Of what quality it is; alone before a comma it does not end a name: `ripe, red tomatoes`.
pub(super) const QUALITY: u16 = 1 << 5;
/// Stands between a number and its unit: `2 heaping tbsp`.
pub(super) const MEASURED: u16 = 1 << 6;
/// May end the name and begin a remark: `for dusting`.
pub(super) const TURN: u16 = 1 << 7;
/// A part of a thing: `juice of 1 lemon`.
pub(super) const PART: u16 = 1 << 8;
/// Stands before a number that is not exact: `about`.
pub(super) const ROUGHLY: u16 = 1 << 9;

/// Means more than a name to some rule of the grammar, which tells it by itself: `of`.
pub(super) const MEANT: u16 = 1 << 10;

/// The first word of units that are spelled in several: `fl oz`.
pub(super) const OPENER: u16 = 1 << 11;

impl Class {
    /// Looks `word` up, in any case.
    pub fn of(word: &str) -> Class {
        if word.len() > LONGEST {
            return Class(0);
        }
        Class::with_key(key(word.as_bytes()))
    }

    /// The class of the word that has `key` in small letters.
    fn with_key(key: u128) -> Class {
        Class(TABLE.get(key).unwrap_or(0))
    }

    /// Whether it is of no class at all.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether it is of any of `classes`.
    pub fn is(self, classes: u16) -> bool {
        self.0 & classes != 0
    }
}

/// A word that has no capital letter and no stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// The word itself.
    pub text: &'a str,
    /// [`exact_key`] of it.
    key: u128,
}

impl<'a> Word<'a> {
    /// Returns `text` as a word.
    pub fn new(text: &'a str) -> Word<'a> {
        Word::with_key(text, exact_key(text.as_bytes()))
    }

    /// Returns `text`, whose key is known, as a word.
    pub fn with_key(text: &'a str, key: u128) -> Word<'a> {
        Word { text, key }
    }

    /// Returns what is known of it: its class, and the unit that it spells.
    #[inline(always)]
    pub fn class_and_unit(self) -> (Class, Option<Unit>) {
        if self.text.len() > LONGEST {
            return (Class(0), Unit::named(self.text));
        }
        // Both tables are looked up by the same number.
        (
            Class::with_key(self.key),
            Unit::with_key(self.text, self.key),
        )
    }
}

/// [`WORDS`] with so many slots that a word of no class is mostly found out at the first.
static TABLE: WordTable<u16, { WORDS.len() }, 4096> = WordTable::new(WORDS);

/// Every word of a class, in the order of its bytes.
#[rustfmt::skip]
const WORDS: &[(&str, u16)] = &[
    ("a", SPARE),
    ("about", MANNER | TURN | ROUGHLY),
    ("almost", ROUGHLY),
    ("an", SPARE),
    ("and", MEANT),
    ("approx", ROUGHLY),
    ("approximately", MANNER | TURN | ROUGHLY),
    ("around", ROUGHLY),
    ("as", TURN),
    ("at", TURN),
    ("beaten", PARTICIPLE),
    ("big", SIZE | MEASURED),
    ("biggish", SIZE),
    ("black", QUALITY),
    ("boiled", PARTICIPLE),
    ("bone-in", QUALITY),
    ("boned", PARTICIPLE),
    ("boneless", QUALITY),
    ("bottled", QUALITY),
    ("breasts", PART),
    ("broken", PARTICIPLE),
    ("brown", QUALITY),
    ("bruised", PARTICIPLE),
    ("buttered", PARTICIPLE),
    ("butterflied", PARTICIPLE),
    ("c", OPENER),
    ("ca", ROUGHLY),
    ("canned", QUALITY),
    ("center-cut", QUALITY),
    ("chargrilled", PARTICIPLE),
    ("chilled", PARTICIPLE),
    ("chopped", PARTICIPLE),
    ("chunked", PARTICIPLE),
    ("chunky", QUALITY),
    ("circa", ROUGHLY),
    ("cleaned", PARTICIPLE),
    ("coarse-ground", PARTICIPLE),
    ("coarsely", ADVERB),
    ("cold", QUALITY),
    ("colher", OPENER),
    ("colheres", OPENER),
    ("cooked", PARTICIPLE | QUALITY),
    ("cooled", PARTICIPLE),
    ("cored", PARTICIPLE),
    ("cracked", PARTICIPLE),
    ("creamy", QUALITY),
    ("crisped", PARTICIPLE),
    ("crosshatched", PARTICIPLE),
    ("crumbled", PARTICIPLE),
    ("crunchy", QUALITY),
    ("crushed", PARTICIPLE),
    ("crusty", QUALITY),
    ("cubed", PARTICIPLE),
    ("cuchara", OPENER),
    ("cucharas", OPENER),
    ("cuil", OPENER),
    ("cuillere", OPENER),
    ("cuilleres", OPENER),
    ("cuillère", OPENER),
    ("cuillères", OPENER),
    ("cut", TURN),
    ("dark", QUALITY),
    ("de", MEANT),
    ("de-seeded", PARTICIPLE),
    ("debearded", PARTICIPLE),
    ("deboned", PARTICIPLE),
    ("defrosted", PARTICIPLE | QUALITY),
    ("del", MEANT),
    ("della", MEANT),
    ("dello", MEANT),
    ("depending", TURN),
    ("deribbed", PARTICIPLE),
    ("des", MEANT),
    ("deseeded", PARTICIPLE),
    ("destoned", PARTICIPLE),
    ("deveined", PARTICIPLE),
    ("di", MEANT),
    ("diagonally", ADVERB),
    ("diced", PARTICIPLE),
    ("dissolved", TURN),
    ("divided", PARTICIPLE | TURN),
    ("drained", PARTICIPLE),
    ("dried", QUALITY),
    ("dry", QUALITY),
    ("du", MEANT),
    ("e.g", TURN),
    ("ea", MANNER),
    ("each", MANNER | MEANT),
    ("enough", TURN),
    ("even-sized", SIZE),
    ("extra-large", SIZE | MEASURED),
    ("farmed", QUALITY),
    ("fat", MEASURED),
    ("fat-free", QUALITY),
    ("filleted", PARTICIPLE),
    ("fine-chopped", PARTICIPLE),
    ("finely", ADVERB),
    ("firm", QUALITY),
    ("firmly", ADVERB | MANNER | MEASURED),
    ("fl", OPENER),
    ("flat", QUALITY),
    ("flattened", PARTICIPLE),
    ("flesh", PART),
    ("fluid", OPENER),
    ("for", TURN),
    ("free-range", QUALITY),
    ("fresh", ADVERB | QUALITY | MEASURED),
    ("fresh-squeezed", PARTICIPLE),
    ("freshly", ADVERB),
    ("from", TURN),
    ("fronds", PART),
    ("frozen", QUALITY),
    ("full", MEASURED),
    ("full-fat", QUALITY),
    ("fully", ADVERB),
    ("generous", MEASURED | ROUGHLY),
    ("gently", ADVERB | MANNER),
    ("gluten-free", QUALITY),
    ("golden", QUALITY),
    ("good", MEASURED),
    ("good-quality", QUALITY),
    ("good-size", SIZE),
    ("good-sized", SIZE),
    ("grated", PARTICIPLE),
    ("green", QUALITY),
    ("ground-up", PARTICIPLE),
    ("gutted", PARTICIPLE),
    ("half", MEANT),
    ("halved", PARTICIPLE),
    ("hand-torn", PARTICIPLE),
    ("hard", QUALITY),
    ("hard-boiled", PARTICIPLE),
    ("hard-cooked", PARTICIPLE),
    ("heaped", MEASURED),
    ("heaping", MEASURED | ROUGHLY),
    ("heated", PARTICIPLE),
    ("hefty", MEASURED),
    ("home-made", QUALITY),
    ("homemade", QUALITY),
    ("hot", QUALITY),
    ("huge", MEASURED),
    ("hulled", PARTICIPLE),
    ("husked", PARTICIPLE),
    ("if", TURN),
    ("imperial", OPENER),
    ("in", TURN),
    ("including", TURN),
    ("jarred", QUALITY),
    ("juice", PART),
    ("juices", PART),
    ("julienned", PARTICIPLE),
    ("jumbo", SIZE),
    ("kernels", PART),
    ("large", SIZE | MEASURED),
    ("large-size", SIZE),
    ("large-sized", SIZE),
    ("largish", SIZE),
    ("leafy", MEASURED),
    ("lean", QUALITY),
    ("leaves", PART),
    ("left", TURN),
    ("leftover", QUALITY),
    ("level", MANNER | MEASURED),
    ("leveled", PARTICIPLE),
    ("lg", SIZE | MEASURED),
    ("light", QUALITY),
    ("lightly", ADVERB | MANNER | MEASURED),
    ("like", TURN),
    ("long", QUALITY | MEASURED),
    ("loosely", ADVERB | MANNER | MEASURED),
    ("low-fat", QUALITY),
    ("low-salt", QUALITY),
    ("low-sodium", QUALITY),
    ("lowfat", QUALITY),
    ("lukewarm", PARTICIPLE),
    ("made", TURN),
    ("md", SIZE | MEASURED),
    ("meat", PART),
    ("med", SIZE | MEASURED),
    ("medium", SIZE | MEASURED),
    ("medium-large", SIZE | MEASURED),
    ("medium-size", SIZE),
    ("medium-sized", SIZE),
    ("medium-small", SIZE),
    ("medium-to-large", SIZE),
    ("melted", PARTICIPLE),
    ("mild", QUALITY),
    ("milled", PARTICIPLE),
    ("minced", PARTICIPLE),
    ("mini", MEASURED),
    ("miniature", SIZE),
    ("minus", TURN),
    ("mixed", TURN),
    ("nearly", ROUGHLY),
    ("no", MEANT),
    ("nonfat", QUALITY),
    ("of", MEANT),
    ("on", TURN),
    ("one", MEANT),
    ("optional", TURN | MEANT),
    ("or", TURN | MEANT),
    ("organic", QUALITY),
    ("over", ROUGHLY),
    ("overflowing", MEASURED),
    ("packaged", QUALITY),
    ("packed", MANNER | MEASURED),
    ("parboiled", PARTICIPLE),
    ("partially", ADVERB),
    ("parts", PART),
    ("peel", PART),
    ("peeled", PARTICIPLE),
    ("pencil-thin", SIZE),
    ("per", TURN),
    ("picked", PARTICIPLE),
    ("pink", QUALITY),
    ("pitted", QUALITY),
    ("plain", QUALITY),
    ("plump", MEASURED),
    ("plus", TURN),
    ("poached", PARTICIPLE),
    ("popped", PARTICIPLE),
    ("portion", PART),
    ("portions", PART),
    ("pounded", PARTICIPLE),
    ("pre-cooked", PARTICIPLE),
    ("preferably", TURN),
    ("prepared", QUALITY),
    ("pulled", PARTICIPLE),
    ("pulp", PART),
    ("purchased", QUALITY),
    ("purple", QUALITY),
    ("quality", QUALITY),
    ("quartered", PARTICIPLE),
    ("raw", QUALITY),
    ("red", QUALITY),
    ("reduced-sodium", QUALITY),
    ("refrigerated", PARTICIPLE),
    ("reheated", PARTICIPLE),
    ("riced", PARTICIPLE),
    ("rind", PART),
    ("rindless", QUALITY),
    ("rinsed", PARTICIPLE),
    ("ripe", QUALITY),
    ("roasted", QUALITY),
    ("room", MEANT),
    ("rough-chopped", PARTICIPLE),
    ("rough-cut", PARTICIPLE),
    ("roughly", ADVERB | ROUGHLY),
    ("rounded", MEASURED),
    ("salted", QUALITY),
    ("scalded", PARTICIPLE),
    ("scaled", PARTICIPLE),
    ("scant", MEASURED | ROUGHLY),
    ("scooped", PARTICIPLE),
    ("scored", PARTICIPLE),
    ("scrubbed", PARTICIPLE),
    ("seeded", PARTICIPLE),
    ("seedless", QUALITY),
    ("seeds", PART),
    ("segmented", PARTICIPLE),
    ("semi-skimmed", QUALITY),
    ("separate", MEASURED),
    ("separated", PARTICIPLE),
    ("shaved", PARTICIPLE),
    ("shelled", PARTICIPLE | QUALITY),
    ("shop-bought", QUALITY),
    ("short", QUALITY | MEASURED),
    ("shredded", PARTICIPLE),
    ("shucked", PARTICIPLE),
    ("sieved", PARTICIPLE),
    ("sifted", PARTICIPLE),
    ("skin", PART),
    ("skin-on", QUALITY),
    ("skinless", QUALITY),
    ("skinned", PARTICIPLE),
    ("sliced", PARTICIPLE),
    ("slightly", MEASURED),
    ("slivered", PARTICIPLE),
    ("sm", SIZE | MEASURED),
    ("small", SIZE | MEASURED),
    ("small-medium", MEASURED),
    ("small-sized", SIZE),
    ("small-to-medium", SIZE),
    ("smallish", SIZE),
    ("smoked", QUALITY),
    ("smooth", QUALITY),
    ("snipped", PARTICIPLE),
    ("soaked", TURN),
    ("soft", QUALITY),
    ("softened", PARTICIPLE),
    ("some", SPARE),
    ("spicy", QUALITY),
    ("spiralized", PARTICIPLE),
    ("spooned", PARTICIPLE),
    ("squeezed", PARTICIPLE),
    ("steamed", PARTICIPLE),
    ("stemmed", PARTICIPLE),
    ("stoned", PARTICIPLE),
    ("store-bought", QUALITY),
    ("strained", PARTICIPLE),
    ("strong", QUALITY),
    ("such", TURN),
    ("sweet", QUALITY),
    ("sweetened", QUALITY),
    ("tender", QUALITY),
    ("that", TURN),
    ("thawed", PARTICIPLE),
    ("the", SPARE),
    ("thick", QUALITY | MEASURED),
    ("thick-cut", QUALITY),
    ("thickly", ADVERB),
    ("thin", QUALITY | MEASURED),
    ("thinly", ADVERB),
    ("thumb", MEASURED),
    ("tightly", MANNER | MEASURED),
    ("tinned", QUALITY),
    ("tiny", SIZE | MEASURED),
    ("tips", PART),
    ("to", TURN),
    ("toasted", PARTICIPLE),
    ("torn", PARTICIPLE),
    ("total", MANNER),
    ("trimmed", PARTICIPLE),
    ("two", MEANT),
    ("uk", OPENER),
    ("unbeaten", PARTICIPLE),
    ("unbleached", QUALITY),
    ("uncooked", PARTICIPLE | QUALITY),
    ("undrained", PARTICIPLE),
    ("unpeeled", PARTICIPLE | QUALITY | MEASURED),
    ("unsalted", QUALITY),
    ("unsifted", PARTICIPLE),
    ("unsmoked", QUALITY),
    ("unsweetened", QUALITY),
    ("until", TURN),
    ("us", OPENER),
    ("used", TURN),
    ("van", MEANT),
    ("very", ADVERB | MEASURED),
    ("warm", QUALITY),
    ("warmed", PARTICIPLE),
    ("washed", PARTICIPLE),
    ("weighing", TURN),
    ("well", ADVERB),
    ("well-drained", PARTICIPLE),
    ("well-packed", MANNER),
    ("well-rinsed", PARTICIPLE),
    ("well-shaken", PARTICIPLE),
    ("well-stirred", PARTICIPLE),
    ("which", TURN),
    ("whisked", PARTICIPLE),
    ("white", QUALITY | MEANT),
    ("whites", MEANT),
    ("whole", MEASURED),
    ("wild", QUALITY),
    ("with", TURN),
    ("without", TURN),
    ("x", MEANT),
    ("x-large", SIZE),
    ("yellow", QUALITY),
    ("young", QUALITY),
    ("zest", PART),
    ("zested", PARTICIPLE),
    ("zests", PART),
];

/// Every word of the table.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(word, _)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_its_words_fit() {
        for pair in WORDS.windows(2) {
            assert!(pair[0].0.as_bytes() < pair[1].0.as_bytes(), "{}", pair[1].0);
        }
        assert!(WORDS.iter().all(|(word, _)| word.len() <= LONGEST));
    }

    #[test]
    fn a_word_is_found_in_any_case() {
        assert!(Class::of("Chopped").is(PARTICIPLE));
        assert!(Class::of("LARGE").is(SIZE));
        assert!(!Class::of("onion").is(u16::MAX));
        assert!(!Class::of("a word of more than sixteen bytes").is(u16::MAX));
    }
}
