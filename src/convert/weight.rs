//! From a volume to a weight and back, by what a cup of the thing weighs.
//!
//! Owns how an ingredient finds its density: the recipe's own figure, else the
//! kitchen's, else the table's.
//! Must never guess: no density, no conversion.

use crate::recipe::{Mention, OwnDensity, Role};
use crate::unit::{Density, Dimension, Unit, density_of};

/// Whether things are measured by weight or by volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measuring {
    /// On a scale.
    ByWeight,
    /// In spoons, cups and jugs.
    ByVolume,
}

impl Measuring {
    /// The dimension that is measured.
    pub(super) fn dimension(self) -> Dimension {
        match self {
            Measuring::ByWeight => Dimension::Mass,
            Measuring::ByVolume => Dimension::Volume,
        }
    }

    /// Whether `mention` is an amount of an ingredient, measured the other way.
    pub(super) fn applies_to(self, mention: &Mention) -> bool {
        let other = match self {
            Measuring::ByWeight => Dimension::Volume,
            Measuring::ByVolume => Dimension::Mass,
        };
        measures_thing(mention, other)
    }
}

/// Whether `mention` is an amount of the thing itself, and not of a package of it, in units of
/// `dimension`.
pub(super) fn measures_thing(mention: &Mention, dimension: Dimension) -> bool {
    matches!(
        mention.role,
        Role::Primary | Role::Addend | Role::Alternative
    ) && mention.quantity.unit.map(Unit::dimension) == Some(dimension)
}

/// A longer name, in bytes, is one that no record has.
const LONGEST_NAME: usize = 1000;

/// What a volume of the ingredient `name` weighs: by the recipe's `own` figures, else by
/// those of the `kitchen`, else by the table.
pub(super) fn density_for<'d>(
    name: &str,
    own: &'d [OwnDensity],
    kitchen: &'d [OwnDensity],
) -> Option<&'d Density> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    OwnDensity::of(name, own)
        .or_else(|| OwnDensity::of(name, kitchen))
        .or_else(|| density_of(name))
}
