//! The units that things are sold in.
//!
//! Must never know how large one is: that stands in the recipe.

use super::Unit;

impl Unit {
    /// Whether `word`, which is for this unit, is of several packages: `cans`.
    pub(crate) fn are_packages(self, word: &str) -> bool {
        self.is_package() && self.are_several(word)
    }

    /// Whether `word`, which is for this unit, is of several: `slices`.
    pub(crate) fn are_several(self, word: &str) -> bool {
        let word = word.trim_end_matches('.');
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        !is(self.singular()) && (is(self.plural()) || word.ends_with('s'))
    }

    /// Whether things are sold in it, so that a size beside it is the size of a package:
    /// `1 (14 oz) can`.
    pub fn is_package(self) -> bool {
        matches!(
            self.singular(),
            "can"
                | "tin"
                | "package"
                | "packet"
                | "pack"
                | "jar"
                | "bottle"
                | "bag"
                | "box"
                | "container"
                | "envelope"
                | "carton"
                | "sachet"
                | "tub"
                | "tube"
                | "pot"
                | "pouch"
                | "punnet"
                | "canister"
                | "sleeve"
                | "tray"
                | "case"
                | "basket"
                | "Dose"
                | "Glas"
                | "Flasche"
                | "Packung"
                | "Päckchen"
                | "Becher"
                | "boîte"
                | "paquet"
                | "bouteille"
                | "scatola"
                | "barattolo"
                | "confezione"
                | "bustina"
                | "lata"
                | "paquete"
                | "sobre"
                | "bote"
                | "blik"
                | "pakje"
                | "zakje"
                | "pacote"
                | "burk"
                | "förpackning"
                | "paket"
        )
    }
}
