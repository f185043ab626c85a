//! Prints a text with its amounts: exactly, or as a kitchen can measure them.

use crate::amount::{Amount, Decimal, Fraction};
use crate::measure::{self, Measured, Portion, Term};
use crate::quantity::Quantity;
use crate::recipe::{Mention, Piece, Role, Text};
use crate::unit::{Dimension, System, Unit};
use std::fmt::Write as _;
use std::ops::Range;

/// How fractions are printed. Metric amounts are decimals whatever is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fractions {
    /// `1 1/2`
    #[default]
    Ascii,
    /// `1½`
    Unicode,
    /// `1.5`, where the digits end; else as in `Ascii`.
    Decimal,
}

/// How amounts are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    /// As the exact number, always in the same signs, so that the same amount is
    /// always the same text.
    Exact,
    /// As written where nothing changed, else as the nearest that can be measured.
    Measured(Fractions),
    /// As `Measured`, of a thing that is never cut, such as an egg: only whole ones.
    Whole(Fractions),
}

/// Returns `text` with its amounts printed in `manner`.
pub(super) fn print(text: &Text, manner: Manner) -> String {
    let mut out = String::with_capacity(text.source.len() + 16);
    print_pieces(text, 0..text.pieces.len(), manner, &mut out);
    out
}

/// Returns `text` printed in `manner` in two parts: before the piece `at`, and from it on.
pub(super) fn print_split(text: &Text, at: usize, manner: Manner) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    let agreement = print_agreeing(text, 0..at, manner, None, &mut before);
    print_agreeing(text, at..text.pieces.len(), manner, agreement, &mut after);
    (before, after)
}

/// Prints the pieces of `range` to the end of `out`.
pub(super) fn print_pieces(text: &Text, range: Range<usize>, manner: Manner, out: &mut String) {
    print_agreeing(text, range, manner, None, out);
}

/// Whether the last amount was more than one, which the nouns after it agree with;
/// `None` while the author's own words stand.
type Agreement = Option<bool>;

fn print_agreeing(
    text: &Text,
    range: Range<usize>,
    manner: Manner,
    mut several: Agreement,
    out: &mut String,
) -> Agreement {
    let mut after_amount = false;
    for piece in text.pieces.get(range).unwrap_or_default() {
        // Glued to the next word, an amount would read as another one.
        let goes_on = match piece {
            Piece::Words(span) => text.at(*span).starts_with(char::is_alphanumeric),
            Piece::Noun(_) | Piece::Amount(_) => true,
            Piece::Put(_) => false,
        };
        if after_amount && goes_on {
            out.push(' ');
        }
        after_amount = matches!(piece, Piece::Amount(mention) if !stands(mention, manner));
        if after_amount && out.ends_with(|c: char| c.is_alphanumeric() || ",;:".contains(c)) {
            out.push(' ');
        }
        match piece {
            Piece::Words(span) => out.push_str(text.at(*span)),
            Piece::Put(words) => out.push_str(words),
            Piece::Amount(mention) => {
                let agreement = print_mention(text, mention, manner, out);
                // In `2 (400 g) tins` there are two tins, not four hundred.
                if matches!(
                    mention.role,
                    Role::Primary | Role::Alternative | Role::Braced
                ) {
                    several = agreement;
                }
            }
            Piece::Noun(noun) => out.push_str(match several {
                None => text.at(noun.span),
                Some(true) => &noun.plural,
                Some(false) => &noun.singular,
            }),
        }
    }
    several
}

/// Prints `mention`; returns whether it is more than one, unless it stands as written.
fn print_mention(text: &Text, mention: &Mention, manner: Manner, out: &mut String) -> Agreement {
    let quantity = &mention.quantity;
    if stands(mention, manner) {
        out.push_str(text.at(mention.span));
        return None;
    }
    let braced = mention.role == Role::Braced;
    if braced {
        out.push('{');
    }
    let several = match manner {
        Manner::Exact => print_exact(text, mention, out),
        Manner::Whole(fractions) if is_cut(mention) => {
            let mut whole = measure::fit_whole(quantity);
            // The exact number stands at the end of the line, so nothing is vague.
            whole.low.about = false;
            whole.high = whole.high.map(|high| Portion {
                about: false,
                ..high
            });
            print_measured(text, mention, &whole, fractions, out)
        }
        Manner::Measured(fractions) | Manner::Whole(fractions) => {
            let measured = measure::fit(quantity, mention.role);
            print_measured(text, mention, &measured, fractions, out)
        }
    };
    if braced {
        out.push('}');
    }
    Some(several)
}

/// Whether the author's own words for `mention` are printed.
fn stands(mention: &Mention, manner: Manner) -> bool {
    mention.as_written
        && match manner {
            Manner::Exact => !has_one_form(mention),
            Manner::Measured(_) => measure::is_measurable(&mention.quantity, mention.role),
            Manner::Whole(_) => {
                measure::is_measurable(&mention.quantity, mention.role) && !is_cut(mention)
            }
        }
}

/// Whether `mention` counts the things of its line, and not in whole ones.
pub(super) fn is_cut(mention: &Mention) -> bool {
    let Quantity { low, high, unit } = mention.quantity;
    let whole = low.is_whole() && high.is_none_or(Amount::is_whole);
    mention.role == Role::Primary && unit.is_none() && !whole
}

/// Returns the exact number of `mention`, without its unit.
pub(super) fn exact_number(mention: &Mention) -> String {
    let mut out = String::new();
    push_exact_range(&mut out, &mention.quantity);
    out
}

/// Whether its exact form is always in the same signs. What scaling never changes keeps
/// the author's.
fn has_one_form(mention: &Mention) -> bool {
    let dimension = mention.quantity.unit.map(Unit::dimension);
    let of_prose = matches!(dimension, Some(Dimension::Temperature | Dimension::Length));
    mention.role.scales() && !(mention.role == Role::Dual && of_prose)
}

fn print_exact(text: &Text, mention: &Mention, out: &mut String) -> bool {
    let Quantity { low, high, unit } = mention.quantity;
    push_exact_range(out, &mention.quantity);
    let most = high.unwrap_or(low);
    push_unit(text, mention, unit, most, true, out);
    most > Amount::ONE
}

fn push_exact_range(out: &mut String, quantity: &Quantity) {
    push_exact(out, quantity.low, quantity.unit);
    if let Some(high) = quantity.high {
        out.push('-');
        push_exact(out, high, quantity.unit);
    }
}

fn push_exact(out: &mut String, amount: Amount, unit: Option<Unit>) {
    match Decimal::exact(amount).filter(|_| is_decimal(unit)) {
        Some(decimal) => push(out, decimal),
        None => push(out, amount),
    }
}

fn print_measured(
    text: &Text,
    mention: &Mention,
    measured: &Measured,
    fractions: Fractions,
    out: &mut String,
) -> bool {
    let single = |portion: &Portion| portion.second.is_none();
    let Measured { low, high } = measured;
    let about = low.about || high.is_some_and(|high| high.about);
    if about && !out.ends_with("about ") {
        out.push_str("about ");
    }
    match high {
        // Both ends of a range in one unit name it once: `3-4 lb`.
        Some(high) if single(low) && single(high) && low.first.unit == high.first.unit => {
            push_number(out, low.first.amount, low.first.unit, fractions);
            if low.first.amount != high.first.amount {
                out.push('-');
                push_number(out, high.first.amount, high.first.unit, fractions);
            }
            push_unit(
                text,
                mention,
                high.first.unit,
                high.first.amount,
                false,
                out,
            );
        }
        Some(high) => {
            push_portion(text, mention, low, fractions, out);
            out.push_str(" to ");
            push_portion(text, mention, high, fractions, out);
        }
        None => push_portion(text, mention, low, fractions, out),
    }
    high.unwrap_or(*low).first.amount > Amount::ONE
}

fn push_portion(
    text: &Text,
    mention: &Mention,
    portion: &Portion,
    fractions: Fractions,
    out: &mut String,
) {
    for (index, term) in [Some(portion.first), portion.second]
        .into_iter()
        .flatten()
        .enumerate()
    {
        if index > 0 {
            // Pounds and ounces are said in one breath.
            let weighs = |term: Term| term.unit.map(Unit::dimension) == Some(Dimension::Mass);
            out.push_str(if weighs(term) { " " } else { " + " });
        }
        push_number(out, term.amount, term.unit, fractions);
        push_unit(text, mention, term.unit, term.amount, false, out);
    }
}

fn push_number(out: &mut String, amount: Amount, unit: Option<Unit>, fractions: Fractions) {
    let decimals = is_decimal(unit) || fractions == Fractions::Decimal;
    match Decimal::exact(amount).filter(|_| decimals) {
        Some(decimal) => push(out, decimal),
        None if fractions == Fractions::Unicode => push(out, Fraction(amount)),
        None => push(out, amount),
    }
}

/// Prints the unit after a number, unless the unit stands elsewhere in the text.
///
/// An exact amount keeps the author's word, which agrees in number; a measurable one
/// has the usual abbreviation.
fn push_unit(
    text: &Text,
    mention: &Mention,
    unit: Option<Unit>,
    amount: Amount,
    keep_word: bool,
    out: &mut String,
) {
    let (Some(unit), Some(span)) = (unit, mention.unit_word) else {
        return;
    };
    let word = text.at(span);
    let same = Unit::named(word) == Some(unit);
    let before = text.source.get(..span.start as usize).unwrap_or_default();
    let joint = match before.chars().next_back() {
        Some('-') if same => "-",
        Some(c) if same && keep_word && !c.is_whitespace() => "",
        _ => " ",
    };
    out.push_str(joint);
    let counted = matches!(unit.dimension(), Dimension::Count | Dimension::Nominal);
    let is = |name: &str| word.eq_ignore_ascii_case(name);
    let agrees = is(unit.singular()) || is(unit.plural());
    out.push_str(match (same && (keep_word || counted), agrees) {
        (true, true) if joint == "-" || amount <= Amount::ONE => unit.singular(),
        (true, true) => unit.plural(),
        (true, false) => word,
        (false, _) => unit.label(amount),
    });
}

fn is_decimal(unit: Option<Unit>) -> bool {
    unit.is_some_and(|unit| {
        unit.belongs_to(System::Metric) && !unit.belongs_to(System::Us)
            || unit.dimension() == Dimension::Temperature
    })
}

fn push(out: &mut String, value: impl std::fmt::Display) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{value}");
}
