//! The rest of a line behind its amount part, in the order in which it is read:
//! footnote marks, late amounts, parentheses, further amounts, the name, and what is
//! left over once the name is known.
//!
//! Owns that order, and that there is always a name. Must never know how any of these
//! is read.

use super::agreement::{give_late_unit, push_counted};
use super::further::{read_further, read_late_amount};
use super::head::Head;
use super::name::{Before, Namer};
use super::parenthesis::read_parentheses;
use super::token::{Kind, Part, Token, tokens};
use crate::recipe::Piece;

/// Containers whose label names the thing as it is inside: `1 can diced tomatoes`.
const LABELLED: [&str; 5] = ["can", "tin", "jar", "bottle", "envelope"];

/// The rest of a line.
pub(super) struct Body {
    pub tokens: Vec<Token>,
    pub optional: bool,
}

/// Reads the line from the end of `head` on; adds to `head` what it finds of amounts.
/// `has_amount` tells whether there is an amount part, `begins` whether the line begins
/// with it.
pub(super) fn read_body(line: &str, head: &mut Head, has_amount: bool, begins: bool) -> Body {
    let mut tokens = tokens(line, head.end);
    give_marks(&mut tokens);
    let mut main: Vec<usize> = (0..tokens.len())
        .filter(|&at| {
            let token = tokens[at];
            token.depth == 0
                && token.part == Part::Open
                && (token.kind == Kind::Word || token.separates())
        })
        .collect();
    if !has_amount && head.pieces.is_empty() {
        read_late_amount(line, &mut tokens, &main, head);
    }
    let mut optional = read_parentheses(line, &mut tokens, head, has_amount);
    read_further(line, &mut tokens, &main, head);
    main.retain(|&at| tokens[at].part == Part::Open);
    let packed = head.pieces.iter().any(|piece| match piece {
        Piece::Amount(mention) => mention
            .quantity
            .unit
            .is_some_and(|unit| LABELLED.contains(&unit.singular())),
        _ => false,
    });
    let mut namer = Namer {
        line,
        tokens: &mut tokens,
        main,
        before: Before {
            amount: has_amount,
            packed,
            measured: head.unit.is_some()
                || head
                    .primary_mut()
                    .is_some_and(|primary| primary.quantity.unit.is_some()),
        },
    };
    namer.read();
    give_sizes(&mut tokens, head, begins);
    give_late_unit(line, &mut tokens, head);
    name_something(&mut tokens);
    push_counted(line, &tokens, head);
    optional |= tokens
        .iter()
        .any(|token| token.is(line, "optional") && token.part != Part::Name);
    Body { tokens, optional }
}

fn give_marks(tokens: &mut [Token]) {
    for token in tokens {
        if token.kind == Kind::Mark {
            token.part = Part::Mark;
        }
    }
}

/// Sizes and manners right behind the amount belong to it; others are remarks.
fn give_sizes(tokens: &mut [Token], head: &mut Head, joined: bool) {
    let mut joined = joined;
    for token in tokens {
        joined &= token.part == Part::Measured;
        if joined {
            head.end = token.end;
            token.part = Part::Amount;
        } else if token.part == Part::Measured {
            token.part = Part::Note;
        }
    }
}

/// Sees to it that a name is there: without one, the first words that are left are it.
fn name_something(tokens: &mut [Token]) {
    if tokens.iter().any(|token| token.part == Part::Name) {
        return;
    }
    for part in [Part::Preparation, Part::Note, Part::Alternative, Part::Said] {
        let is = |token: &Token| token.part == part && token.kind == Kind::Word;
        let Some(first) = tokens.iter().position(is) else {
            continue;
        };
        for token in &mut tokens[first..] {
            if !is(token) {
                break;
            }
            token.part = Part::Name;
        }
        return;
    }
}
