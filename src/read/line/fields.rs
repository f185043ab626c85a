//! What a line tells, field by field, for other programs.
//!
//! Owns the names of the fields and the plain English words for units. Must never read.

use crate::amount::Amount;
use crate::quantity::Quantity;
use crate::recipe::Ingredient;
use crate::unit::Unit;
use serde::Serialize;

/// The fields of an ingredient line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineFields {
    /// The main amount, or the lower end of a range, exactly: `3/2`.
    pub quantity: Option<String>,
    /// The upper end of a range.
    pub quantity_max: Option<String>,
    /// The unit in plain English: `tablespoon`.
    pub unit: Option<&'static str>,
    /// What it is.
    pub name: String,
    /// How it is prepared.
    pub preparation: Option<String>,
    /// Further remarks.
    pub note: Option<String>,
    /// Whether the dish can do without it.
    pub optional: bool,
    /// Every amount of the line, in order.
    pub amounts: Vec<AmountFields>,
}

/// One amount of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AmountFields {
    /// The amount, or the lower end of a range, exactly.
    pub quantity: String,
    /// The upper end of a range.
    pub quantity_max: Option<String>,
    /// The unit in plain English.
    pub unit: Option<&'static str>,
}

/// Returns what `ingredient` tells, field by field.
///
/// ```
/// use porkcli::read::{fields, read_line};
///
/// let told = fields(&read_line("1½ EL Öl")?);
/// assert_eq!(told.quantity.as_deref(), Some("3/2"));
/// assert_eq!(told.unit, Some("tablespoon"));
/// # Ok::<(), porkcli::read::LineError>(())
/// ```
pub fn fields(ingredient: &Ingredient) -> LineFields {
    let quantity = ingredient.quantity();
    let unit = quantity.map_or(ingredient.unit, |quantity| quantity.unit);
    LineFields {
        quantity: quantity.map(|quantity| exact(quantity.low)),
        quantity_max: quantity.and_then(|quantity| quantity.high).map(exact),
        unit: unit.map(in_english),
        name: ingredient.name.to_string(),
        preparation: ingredient.preparation.clone(),
        note: ingredient.note.clone(),
        optional: ingredient.optional,
        amounts: ingredient
            .line
            .mentions()
            .map(|mention| amount_fields(&mention.quantity))
            .collect(),
    }
}

fn amount_fields(quantity: &Quantity) -> AmountFields {
    AmountFields {
        quantity: exact(quantity.low),
        quantity_max: quantity.high.map(exact),
        unit: quantity.unit.map(in_english),
    }
}

fn exact(amount: Amount) -> String {
    match (amount.numerator(), amount.denominator()) {
        (whole, 1) => whole.to_string(),
        (upper, lower) => format!("{upper}/{lower}"),
    }
}

/// The English words for units that the table has in another language.
#[rustfmt::skip]
const ENGLISH: &[(&str, &[&str])] = &[
    ("tablespoon", &["Esslöffel", "cuillère à soupe", "cucchiaio", "cucharada", "eetlepel", "colher de sopa", "matsked"]),
    ("teaspoon", &["Teelöffel", "cuillère à café", "cucchiaino", "cucharadita", "theelepel", "colher de chá", "tesked"]),
    ("cup", &["Tasse", "tazza", "taza", "kopje", "xícara"]),
    ("glass", &["Glas", "verre", "bicchiere", "vaso", "copo"]),
    ("spoon", &["colher"]),
    ("pinch", &["Prise", "Messerspitze", "pincée", "pizzico", "pizca", "snufje", "pitada", "nypa"]),
    ("handful", &["Handvoll", "poignée", "manciata", "puñado", "handje", "punhado", "näve"]),
    ("splash", &["Spritzer", "Schuss", "chorrito", "scheutje"]),
    ("drop", &["Tropfen"]),
    ("bunch", &["Bund", "botte", "mazzo", "mazzetto", "manojo", "bosje", "maço", "knippe", "ciuffo"]),
    ("can", &["Dose", "boîte", "scatola", "lata", "blik", "burk"]),
    ("jar", &["barattolo", "bote"]),
    ("clove", &["Zehe", "gousse", "spicchio", "diente", "teen", "dente", "klyfta"]),
    ("slice", &["Scheibe", "tranche", "fetta", "rebanada", "loncha", "rodaja", "plak", "sneetje", "fatia", "skiva"]),
    ("piece", &["Stück", "morceau", "pezzo", "trozo", "stuk", "pedaço"]),
    ("package", &["Packung", "Päckchen", "paquet", "confezione", "paquete", "pakje", "pacote", "förpackning", "paket"]),
    ("sachet", &["bustina", "sobre", "zakje"]),
    ("tub", &["Becher"]),
    ("bottle", &["Flasche", "bouteille"]),
    ("sprig", &["Zweig", "brin", "rametto", "ramita", "takje", "ramo", "kvist"]),
    ("stalk", &["Stange", "costa", "tallo", "stjälk"]),
    ("leaf", &["Blatt", "feuille", "foglia", "hoja", "blaadje", "folha"]),
    ("cube", &["Würfel"]),
    ("bulb", &["Knolle"]),
    ("ball", &["Kugel"]),
    ("pot", &["kruka"]),
];

fn in_english(unit: Unit) -> &'static str {
    let word = unit.singular();
    ENGLISH
        .iter()
        .find(|(_, others)| others.contains(&word))
        .map_or(word, |(english, _)| english)
}
