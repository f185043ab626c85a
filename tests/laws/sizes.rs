//! How large the amounts of a recipe are, whatever unit they stand in.
//!
//! Owns what is one amount: a sum is, and the other half of a dual is none of its own.
//! Must never know how a recipe was read.

use porkcli::convert::convert_quantity;
use porkcli::quantity::Quantity;
use porkcli::recipe::{Joint, Mention, Piece, Recipe, Role, Span, Text};
use porkcli::unit::{Dimension, known};

/// How large every amount of `recipe` is, in the one unit that all of its kind have. The
/// other halves of duals come and go: a kitchen that has no use for one does not show it.
/// So does the `plus` of a sum: what is added is part of the amount.
pub fn sizes(recipe: &Recipe) -> Vec<(Role, Quantity)> {
    texts(recipe).flat_map(sizes_in).collect()
}

fn sizes_in(text: &Text) -> Vec<(Role, Quantity)> {
    let mut sizes: Vec<(Role, Quantity)> = Vec::new();
    let mut before: Option<&Mention> = None;
    let mut between = String::new();
    for piece in &text.pieces {
        let mention = match piece {
            Piece::Amount(mention) if mention.role != Role::Dual => mention,
            Piece::Put(words) => {
                between.push_str(words);
                continue;
            }
            other => {
                between.push_str(other.span().map_or("", |span| text.at(span)));
                continue;
            }
        };
        let size = size(mention.quantity);
        let joint = before.and_then(|before| joint_by(&between, before, mention));
        let joint = joint.filter(|_| mention.role == Role::Addend);
        let sum = sizes.last().and_then(|(_, whole)| match joint? {
            Joint::Plus => whole.plus(size),
            Joint::Minus => whole.minus(size),
        });
        match (sum, sizes.last_mut()) {
            (Some(Ok(sum)), Some((_, whole))) => *whole = sum,
            _ => sizes.push((mention.role, size)),
        }
        before = Some(mention);
        between.clear();
    }
    sizes
}

/// How two amounts go together that are printed with the words `between` them: of what stood
/// there in the source, some may be gone.
fn joint_by(between: &str, before: &Mention, addend: &Mention) -> Option<Joint> {
    let text = Text {
        source: between.into(),
        pieces: Vec::new(),
    };
    let (before, addend) = (
        Mention {
            span: Span::new(0, 0),
            ..*before
        },
        Mention {
            span: Span::new(between.len(), between.len()),
            ..*addend
        },
    );
    text.joint(&before, &addend)
}

/// Every text of the recipe in which amounts may stand.
pub fn texts(recipe: &Recipe) -> impl Iterator<Item = &Text> {
    let lines = recipe.all_ingredients().map(|item| &item.line);
    lines.chain(&recipe.makes).chain(recipe.prose())
}

fn size(quantity: Quantity) -> Quantity {
    let unit = quantity.unit.and_then(|unit| match unit.dimension() {
        Dimension::Volume => Some(known::MILLILITER),
        Dimension::Mass => Some(known::GRAM),
        Dimension::Length => Some(known::CENTIMETER),
        _ => None,
    });
    match unit {
        // What does not fit stays as it is.
        Some(unit) => convert_quantity(quantity, "", unit, &[]).unwrap_or(quantity),
        None => quantity,
    }
}
