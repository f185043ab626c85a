//! What must hold for everything that can be read, whatever it is.
//!
//! Owns the laws that the targets share. Must never know how their input was made.

#[path = "../../laws/sizes.rs"]
mod sizes;

use porkcli::amount::Amount;
use porkcli::check::{check, check_source, fix};
use porkcli::convert::{Conversion, Measuring, convert};
use porkcli::quantity::Quantity;
use porkcli::read::{read_list, read_recipe};
use porkcli::recipe::{Group, Ingredient, Piece, Recipe, Role, Text};
use porkcli::scale::scale;
use porkcli::shop::{Aisles, Basket, ShoppingList};
use porkcli::unit::{System, Unit};
use porkcli::write::{Format, Fractions, ListStyle, Style, write_list, write_recipe};
use sizes::{sizes, texts};
use std::sync::LazyLock;

const SYSTEMS: [System; 3] = [System::Metric, System::Us, System::Imperial];

const FORMATS: [Format; 7] = [
    Format::Text,
    Format::Yaml,
    Format::Json,
    Format::Markdown,
    Format::Cooklang,
    Format::RecipeMd,
    Format::SchemaOrg,
];

/// Forms that say the same again once they have been read.
const READ_BACK: [Format; 3] = [Format::Yaml, Format::Text, Format::Markdown];

/// Asserts that `recipe` can be printed, scaled there and back, converted, looked over
/// and bought for.
pub fn hold_for_recipe(recipe: &Recipe) {
    prints(recipe);
    reads_as_large(recipe);
    let factor = Amount::new(7, 3).expect("a fraction");
    let inverse = Amount::new(3, 7).expect("a fraction");
    // What does not fit is refused, which is no fault.
    if let Ok(there) = scale(recipe.clone(), factor) {
        prints(&there.recipe);
        reads_as_large(&there.recipe);
        let back = scale(there.recipe, inverse).expect("what was larger fits");
        assert_eq!(exact(&back.recipe), exact(recipe), "scaled there and back");
    }
    for system in SYSTEMS {
        let other = match system {
            System::Metric => Measuring::ByWeight,
            _ => Measuring::ByVolume,
        };
        for measuring in [None, Some(other)] {
            let conversion = Conversion {
                measuring,
                ..Conversion::to(system)
            };
            if let Ok(converted) = convert(recipe.clone(), conversion) {
                prints(&converted.recipe);
            }
        }
    }
    check(recipe);
    let mut basket = Basket::new();
    if basket.add_recipe_by_title(recipe).is_ok()
        && basket.add_recipe(recipe).is_ok()
        && let Ok(list) = basket.finish()
    {
        hold_for_list(&list);
    }
}

/// Asserts that what was read from `text` can be told about.
pub fn hold_for_source(recipe: &Recipe, text: &str) {
    check_source(recipe, text);
    if let Some(fixed) = fix(text) {
        read_recipe(&fixed.text).expect("a mended recipe is a recipe");
    }
}

/// Asserts that a line reads as the recipe of that line does.
pub fn hold_for_ingredient(ingredient: Ingredient) {
    hold_for_recipe(&Recipe {
        title: "Dish".into(),
        ingredients: vec![Group {
            name: None,
            items: vec![ingredient],
        }],
        ..Recipe::default()
    });
}

/// Asserts that `list` prints in every form, and that the exact one reads back.
pub fn hold_for_list(list: &ShoppingList) {
    static AISLES: LazyLock<Aisles> = LazyLock::new(Aisles::shipped);
    for format in FORMATS {
        for aisles in [None, Some(&*AISLES)] {
            for amount_last in [false, true] {
                let style = ListStyle {
                    fractions: Fractions::Unicode,
                    amount_last,
                    aisles,
                };
                write_list(list, format, style);
            }
        }
    }
    let printed = write_list(list, Format::Yaml, ListStyle::default());
    read_list(&printed).unwrap_or_else(|errors| panic!("{errors:?}\n{printed}"));
}

/// Asserts that the amounts of `recipe`, as they were read or scaled, read back as large.
fn reads_as_large(recipe: &Recipe) {
    let printed = exact(recipe);
    if is_clear(recipe)
        && let Ok(again) = read_recipe(&printed)
    {
        let as_large = amounts(&again.recipe) == amounts(recipe);
        assert!(as_large, "amounts read back as others\n{printed}");
    }
}

/// Asserts that `recipe` prints in every form, and that it reads back: with as many
/// ingredients and steps, and where its amounts stand clear, so that it prints the same.
fn prints(recipe: &Recipe) {
    for format in FORMATS {
        write_recipe(recipe, format, Style::default());
    }
    let style = Style {
        fractions: Fractions::Unicode,
        exact: true,
        width: 0,
    };
    write_recipe(recipe, Format::Text, style);
    for format in READ_BACK {
        let printed = write_recipe(recipe, format, Style::default());
        let again = read_recipe(&printed).unwrap_or_else(|errors| {
            panic!("{format:?} does not read back: {errors:?}\n{printed}")
        });
        let second = write_recipe(&again.recipe, format, Style::default());
        if is_clear(recipe) {
            assert_eq!(second, printed, "{format:?} reads back as another recipe");
        }
        assert_eq!(
            (
                again.recipe.all_ingredients().count(),
                again.recipe.all_steps().count()
            ),
            (recipe.all_ingredients().count(), recipe.all_steps().count()),
            "{format:?} reads back as another recipe\n{printed}"
        );
    }
}

/// How large the amounts are. Which scale bare degrees are on depends on the others in the
/// recipe, which a conversion changes.
fn amounts(recipe: &Recipe) -> Vec<(Role, Quantity)> {
    let is_heat = |role| matches!(role, Role::Oven | Role::Inner | Role::Difference);
    let mut sizes = sizes(recipe);
    sizes.retain(|(role, _)| !is_heat(*role));
    sizes
}

/// Whether every amount in `recipe` stands clear of the words around it. Where signs and
/// letters are glued to an amount, as in `1t6 g/4o`, it may be read as another one after
/// something in it has changed.
fn is_clear(recipe: &Recipe) -> bool {
    // A line that begins with a length, as `2-in`, is no amount of anything, `5 cm` is.
    let begins_with_length = |item: &Ingredient| {
        item.lead == 0 && matches!(item.line.pieces[..], [Piece::Amount(_), ..])
    };
    !recipe.all_ingredients().any(begins_with_length) && texts(recipe).all(stands_clear)
}

fn stands_clear(text: &Text) -> bool {
    let harmless =
        |c: char| !c.is_numeric() && !c.is_control() && !matches!(c, '{' | '}' | '°' | 'º' | '˚');
    let opens = |rest: &str| {
        let rest = rest.strip_suffix('(').unwrap_or(rest);
        rest.is_empty() || rest.ends_with(' ')
    };
    let closes = |rest: &str| {
        let rest = rest.trim_start_matches([')', ',', ';', '.']);
        // In `1 cup ml nuts` the second unit is no name, but may become the same as the first.
        let next = rest.trim_start().find(|c: char| !c.is_alphanumeric());
        let next = next.map_or(rest.trim_start(), |end| &rest.trim_start()[..end]);
        let is_unit = next.eq_ignore_ascii_case("fl") || Unit::named(next).is_some();
        // `1 .1 tbsp` may be one number or two.
        let is_part = rest.trim_start().starts_with('.');
        rest.is_empty() || rest.starts_with(' ') && !is_unit && !is_part
    };
    let is_clear = |piece: &Piece| match piece {
        Piece::Words(span) => text.at(*span).chars().all(harmless),
        Piece::Amount(mention) => {
            let range = mention.span.range();
            let before = &text.source[..range.start];
            let after = &text.source[range.end..];
            // Ends that are far apart stand in two units, and are read in one.
            let Quantity { low, high, .. } = mention.quantity;
            let wide = high.is_some_and(|high| high.over(low).is_ok_and(|by| by > 8.into()));
            // Behind a number a sign for less than nothing is a dash.
            let falls = low < 0.into() && before.trim_end().ends_with(char::is_numeric);
            // Ends of so many digits may look the same.
            let fine = high.is_some_and(|high| high.denominator() > 1_000_000_000_000);
            opens(before) && closes(after) && !wide && !falls && !fine
        }
        Piece::Noun(_) | Piece::Put(_) => true,
    };
    // Two sizes side by side, as in `1 1 l 1 tsp`, may be one of two units or two of one.
    let is_size =
        |piece: &Piece| matches!(piece, Piece::Amount(mention) if mention.role == Role::Pack);
    let are_sizes = |pieces: &[Piece]| match pieces {
        [one, Piece::Words(between), other] => {
            is_size(one) && is_size(other) && text.at(*between).trim().is_empty()
        }
        _ => false,
    };
    let has_two_sizes = text.pieces.windows(3).any(are_sizes);
    text.pieces.iter().all(is_clear) && !has_two_sizes && has_brackets_in_pairs(&text.source)
}

/// Whether every bracket is closed before the next opens, right behind what stands in it.
fn has_brackets_in_pairs(text: &str) -> bool {
    if text.contains(" )") || text.contains(" ]") {
        return false;
    }
    let mut open = None;
    let mut brackets = text.chars().filter(|c| "()[]".contains(*c));
    let in_pairs = brackets.all(|bracket| match (bracket, open) {
        ('(' | '[', None) => {
            open = Some(bracket);
            true
        }
        (')', Some('(')) | (']', Some('[')) => {
            open = None;
            true
        }
        _ => false,
    });
    in_pairs && open.is_none()
}

fn exact(recipe: &Recipe) -> String {
    write_recipe(recipe, Format::Yaml, Style::default())
}
