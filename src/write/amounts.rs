//! Prints a text with its amounts: exactly, or as a kitchen can measure them.

use super::quantities::{push_exact_range, push_measured};
use crate::amount::{Amount, Fractions, number_at};
use crate::measure::{self, Measured, Portion};
use crate::quantity::Quantity;
use crate::recipe::{Joint, Mention, Piece, Role, SHAPES, Span, Text, half_scales, says_total};
use crate::unit::Unit;
use std::ops::Range;

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

/// Returns `text` with its amounts printed in `manner`, in `memory` where the text has any.
pub(super) fn print_in<'t>(text: &'t Text, manner: Manner, memory: &'t mut String) -> &'t str {
    // Most steps have no amounts and are printed as they are.
    if let [Piece::Words(span)] = text.pieces.as_slice() {
        return text.at(*span);
    }
    memory.clear();
    memory.reserve(text.source.len() + 16);
    print_pieces(text, 0..text.pieces.len(), manner, memory);
    memory
}

/// Returns `text` printed in `manner` in two parts: before the piece `at`, and from it on.
pub(super) fn print_split(text: &Text, at: usize, manner: Manner) -> (String, String) {
    let mut before = String::with_capacity(text.source.len() + 32);
    let end = print_split_in(text, at, manner, &mut before);
    let after = before.split_off(end + 1);
    before.truncate(end);
    (before, after)
}

/// Prints `text` in two parts, each on a line of its own: before the piece `at`, and from
/// it on. Returns where in `out`, which is empty or ends a line, the first part ends.
pub(super) fn print_split_in(text: &Text, at: usize, manner: Manner, out: &mut String) -> usize {
    let agreement = match text.pieces.get(..at) {
        // Most lines begin with their amount, and nothing goes with it.
        Some([Piece::Amount(own)]) if own.role == Role::Primary && !own.span.is_empty() => {
            let changed = !stands(own, manner, true);
            let agreement = print_alone(text, (own, &text.pieces[at..]), changed, manner, out);
            keep_from_part(text, own, agreement, out);
            agreement
        }
        _ => print_agreeing(text, 0..at, manner, None, out),
    };
    let end = out.len();
    // What stands on another line is never glued to what follows.
    out.push('\n');
    // Of most lines nothing but words is left.
    if let Some([Piece::Words(span)]) = text.pieces.get(at..) {
        out.push_str(text.at(*span));
    } else {
        print_agreeing(text, at..text.pieces.len(), manner, agreement, out);
    }
    end
}

/// Returns `part`, remarks that stand in `text` from the byte `from` on, with the amounts
/// in it as they are now: of a name such as `9-inch tortillas`, whose length was converted.
pub(super) fn print_part(text: &Text, from: usize, part: &str, manner: Manner) -> String {
    let told = |remark: &str| {
        let rest = text.source.get(from..).unwrap_or_default();
        let start = match rest.find(remark) {
            Some(at) => from + at,
            None => text.source.find(remark)?,
        };
        Some(print_range(text, start..start + remark.len(), manner))
    };
    told(part).unwrap_or_else(|| {
        let remarks = part.split("; ");
        let remarks = remarks.map(|remark| told(remark).unwrap_or_else(|| remark.into()));
        remarks.collect::<Vec<_>>().join("; ")
    })
}

/// Returns what stands in `range` of the source of `text`, with its amounts as they are now.
pub(super) fn print_range(text: &Text, range: Range<usize>, manner: Manner) -> String {
    let pieces = &text.pieces;
    let is_in = |piece: &Piece| {
        let span = piece.span().map(Span::range);
        span.is_some_and(|span| span.start < range.end && range.start < span.end)
    };
    let first = pieces.iter().position(is_in);
    let last = pieces.iter().rposition(is_in);
    let (Some(mut first), Some(mut last)) = (first, last) else {
        return String::new();
    };
    // Words at either end may reach into what stands beside it.
    let words = |at: usize| match &pieces[at] {
        Piece::Words(span) => {
            let span = span.range();
            let reaches = span.start < range.start || range.end < span.end;
            let inside = span.start.max(range.start)..span.end.min(range.end);
            reaches.then(|| text.source.get(inside).unwrap_or_default())
        }
        _ => None,
    };
    let mut out = String::new();
    if let Some(words) = words(first) {
        out.push_str(words);
        first += 1;
    }
    let end = words(last).filter(|_| last >= first);
    if end.is_none() {
        last += 1;
    }
    if first < last {
        print_pieces(text, first..last, manner, &mut out);
    }
    out.push_str(end.unwrap_or_default());
    out
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
    // The last piece that was printed; what stood behind it may have been cut out.
    let mut before: Option<&Piece> = None;
    // The last amount that was printed, where it ends, and whether it stands as written.
    let mut amount_before: Option<(&Mention, usize, bool)> = None;
    // What the next half is the other half of.
    let mut head: Option<(Role, usize)> = None;
    // What stands behind the pieces of the range may matter to the last of them.
    let behind_range = text.pieces.get(range.end..).unwrap_or_default().len();
    let behind = |left: usize| &text.pieces[text.pieces.len() - behind_range - left..];
    let mut pieces = text.pieces.get(range).unwrap_or_default();
    // Where this many pieces are left ends what was tried to be added up last.
    let mut tried = usize::MAX;
    while let Some((piece, rest)) = pieces.split_first() {
        pieces = rest;
        // What was cut out keeps nothing apart.
        if matches!(piece, Piece::Put("")) || piece.span().is_some_and(Span::is_empty) {
            continue;
        }
        // Glued to the next word, an amount would read as another one.
        let goes_on = || match piece {
            Piece::Words(span) => joins_unit(text.at(*span)),
            Piece::Noun(_) | Piece::Amount(_) => true,
            Piece::Put(_) => false,
        };
        let is_apart = || match (before, piece.span()) {
            (Some(Piece::Amount(before)), Some(span)) => before.span.end != span.start,
            _ => false,
        };
        if (after_amount || is_apart()) && goes_on() {
            out.push(' ');
        }
        before = Some(piece);
        let changed = match piece {
            Piece::Amount(mention) if mention.role == Role::Dual => {
                let scales = head.is_none_or(|head| half_scales(&text.source, head, mention));
                !stands(mention, manner, scales)
            }
            Piece::Amount(mention) => {
                head = Some((mention.role, mention.span.range().end));
                !stands(mention, manner, mention.role.scales())
            }
            _ => false,
        };
        after_amount = changed;
        if changed && out.ends_with(|c: char| matches!(c, ',' | ';' | ':') || c.is_alphanumeric()) {
            out.push(' ');
        }
        match piece {
            Piece::Words(span) => out.push_str(text.at(*span)),
            Piece::Put(words) => out.push_str(words),
            Piece::Amount(mention) => {
                if mention.role == Role::Addend
                    && let Some((before, end, stands)) = amount_before
                    && let Some(between) = out.get(end..)
                    && is_lost_behind(text, (before, mention), between, manner, stands && !changed)
                {
                    let space = if between.ends_with(' ') { "" } else { " " };
                    out.push_str(space);
                    out.push_str("plus ");
                }
                // `2 and 1/2 pint` is two and a half.
                if changed
                    && mention.role == Role::Addend
                    && amount_before.is_some_and(|(before, ..)| before.quantity.unit.is_none())
                    && let Some(length) = out.strip_suffix("and ").map(str::len)
                {
                    out.truncate(length);
                    out.push_str("plus ");
                }
                let mut sum = None;
                if rest.len() < tried && rest.iter().take(2).any(is_addend) {
                    let (found, after) = sum_from(text, mention, rest, manner);
                    (sum, tried) = (found, after.len());
                }
                let agreement = match &sum {
                    Some(sum) => {
                        pieces = &pieces[pieces.len() - tried..];
                        after_amount = true;
                        Some(print_changed(text, (sum, behind(tried)), manner, out))
                    }
                    None => {
                        let own = (mention, behind(rest.len()));
                        print_alone(text, own, changed, manner, out)
                    }
                };
                amount_before = Some((mention, out.len(), agreement.is_none()));
                // In `2 (400 g) tins` there are two tins, not four hundred; in `1 cup (about 3
                // onions)` there are three onions, and in `2 cups plus 1 (8 oz) package` there
                // is one package.
                let agrees = match mention.role {
                    Role::Primary | Role::Alternative | Role::Braced => true,
                    Role::Dual | Role::Addend => {
                        mention.unit_word.is_none()
                            || mention.quantity.unit.is_some_and(Unit::counts)
                    }
                    _ => false,
                };
                if agrees {
                    several = agreement;
                }
                keep_from_part(text, mention, agreement, out);
            }
            Piece::Noun(noun) => {
                let written = text.at(noun.span);
                // Without its stop, `can.coconut` would be one word.
                after_amount = several.is_some() && written.ends_with('.');
                out.push_str(match several {
                    None => written,
                    Some(true) => &noun.plural,
                    Some(false) => &noun.singular,
                });
            }
        }
    }
    several
}

/// Prints `mention`, to which nothing is added: as the author wrote it, unless it has `changed`.
/// `behind` are the pieces behind it.
#[inline(always)]
fn print_alone(
    text: &Text,
    (mention, behind): (&Mention, &[Piece]),
    changed: bool,
    manner: Manner,
    out: &mut String,
) -> Agreement {
    if !changed {
        out.push_str(text.at(mention.span));
        return None;
    }
    let start = out.len();
    let agreement = print_changed(text, (mention, behind), manner, out);
    match mention.role {
        Role::Pack => set_apart(out, start),
        Role::Dual if looks_like_size(text, mention, manner, out) => out.push_str(" total"),
        _ => {}
    }
    Some(agreement)
}

/// Keeps the number of `mention`, which was printed last, from a part of one behind it, which in
/// figures would be read with it: `two 1/4-oz packets`, as `2 1/4-oz packets`.
#[inline(always)]
fn keep_from_part(text: &Text, mention: &Mention, agreement: Agreement, out: &mut String) {
    let is_changed = agreement.is_some();
    if is_changed && out.ends_with(char::is_numeric) && has_part_behind(text, mention) {
        out.push_str(" x");
    }
}

/// Whether `addend`, which nothing but `between` keeps from the amount `before`, would no
/// longer be read as added to it: what was `1 lb 4 oz (113 g)` is not `454 g 113 g`, which
/// is one amount told twice. `as_written` says that both stand as the author wrote them.
fn is_lost_behind(
    text: &Text,
    (before, addend): (&Mention, &Mention),
    between: &str,
    manner: Manner,
    as_written: bool,
) -> bool {
    let is_bare = between
        .chars()
        .all(|c| matches!(c, ' ' | '\u{a0}' | ',' | ')' | ']'));
    let written = before.span.range().end..addend.span.range().start;
    let changed = !as_written || text.source.get(written) != Some(between);
    let divides = match (addend.quantity.unit, before.quantity.unit) {
        // What is measured may be told in other units.
        (Some(unit), Some(greater)) if manner == Manner::Exact => {
            !between.contains([')', ']']) && unit.divides(greater)
        }
        _ => false,
    };
    is_bare && changed && !divides
}

/// Whether `words` would be read with the word for a unit right before them: `'s`, or
/// `-cubes` behind an inch that was a mere sign.
fn joins_unit(words: &str) -> bool {
    let mut letters = words.chars();
    match letters.next() {
        Some('\'' | '’') => true,
        Some('.') => letters.next().is_some_and(char::is_alphanumeric),
        Some('-' | '‑') => {
            let rest = letters.as_str();
            let is_shape = SHAPES.iter().any(|shape| rest.starts_with(shape));
            rest.starts_with(char::is_alphanumeric) && !is_shape
        }
        first => first.is_some_and(char::is_alphanumeric),
    }
}

/// Whether a part of one stands right behind the number of `mention`.
fn has_part_behind(text: &Text, mention: &Mention) -> bool {
    let rest = text.source.get(mention.span.range().end..);
    let part = rest.and_then(|rest| rest.strip_prefix(' '));
    let number = part.and_then(|part| number_at(part).ok().flatten());
    number.is_some_and(|(part, _)| part < Amount::ONE && !part.is_whole())
}

/// Puts the size of a package, printed from byte `start` of `out` on, in brackets where
/// it would join the number of packages: `3 1/4 oz packets` is three and a quarter ounces.
fn set_apart(out: &mut String, start: usize) {
    let (before, size) = out.split_at(start);
    let is_behind_number = before.ends_with(' ') && before.trim_end().ends_with(char::is_numeric);
    let digits = size.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_rough = size.starts_with("about ");
    let is_fraction = digits.starts_with('/')
        || size.starts_with(|c: char| c.is_numeric() && !c.is_ascii_digit());
    if !is_behind_number || !(is_rough || is_fraction) {
        return;
    }
    out.insert(start, '(');
    // About so much in brackets is the weight of all of them, unless it says otherwise.
    out.push_str(if is_rough { " each)" } else { ")" });
}

/// Whether `half` in its bracket, which all the packages hold and which ends `out`, would be
/// read as what one of them does: `4 packets (22.5 ml)`.
fn looks_like_size(text: &Text, half: &Mention, manner: Manner, out: &str) -> bool {
    let before = text.source.get(..half.span.range().start);
    let before = before.unwrap_or_default();
    let mut signs = before.char_indices().rev().take(MOST_ROUGHLY);
    let Some((open, _)) = signs.find(|(_, sign)| matches!(sign, '(' | '[')) else {
        return false;
    };
    if says_total(&text.source, half) {
        return false;
    }
    let near = text.mentions().take(MOST_BEFORE_HALF);
    let before_it = near.take_while(|mention| mention.span.range().end <= open);
    // Right behind another amount, as in `1 (14 oz) can or 1 lb (450 g)`, it is of that.
    let is_of_another = |mention: &Mention| {
        let between = before.get(mention.span.range().end..open);
        mention.role == Role::Alternative && between.is_some_and(|it| it.trim().is_empty())
    };
    let size = before_it.fold(None, |size, mention| match mention.role {
        Role::Pack => size.or(Some(mention)),
        _ => size.filter(|_| !is_of_another(mention)),
    });
    if let Some(size) = size {
        let Quantity { low, unit, .. } = half.quantity;
        return match manner {
            Manner::Exact => unit.is_some_and(|unit| size.quantity.is_about(low, unit)),
            // What is rounded may come near to the size.
            _ => unit.map(Unit::dimension) == size.quantity.unit.map(Unit::dimension),
        };
    }
    let is_spooned = ["tsp", "tbsp", "cup", "cups"]
        .iter()
        .any(|spoon| out.ends_with(spoon));
    let word = before[..open].trim_end().rsplit([' ', '-']).next();
    let package = word.and_then(Unit::named);
    !is_spooned && package.is_some_and(Unit::is_package)
}

/// A size of a package is told by one of the first amounts of a line, if at all.
const MOST_BEFORE_HALF: usize = 8;

/// How many signs stand at most between a bracket and its amount: `(approximately 1 cup)`.
const MOST_ROUGHLY: usize = 24;

fn is_addend(piece: &Piece) -> bool {
    matches!(piece, Piece::Amount(mention) if mention.role == Role::Addend)
}

/// The sum of `mention` and of what the pieces `rest` add right behind it, `None` where the
/// author's words stand or nothing is added; and the pieces after that.
///
/// Half of `1 lb 4 oz` is `10 oz`, not `1/2 lb 2 oz`.
fn sum_from<'t>(
    text: &Text,
    mention: &Mention,
    mut rest: &'t [Piece],
    manner: Manner,
) -> (Option<Mention>, &'t [Piece]) {
    if manner == Manner::Exact || mention.unit_word.is_none() {
        return (None, rest);
    }
    let mut sum: Option<Mention> = None;
    // What came before the last addend, whose own other half may follow.
    let mut without_last = (None, rest);
    let mut before = mention;
    let mut changed = !stands(mention, manner, true);
    loop {
        let (addend, after) = match rest {
            [Piece::Words(_), Piece::Amount(addend), after @ ..]
            | [Piece::Amount(addend), after @ ..]
                // `1 cup plus 1 heaped tbsp` is no sum that anyone knows.
                if addend.role == Role::Addend && addend.unit_word.is_some() =>
            {
                (addend, after)
            }
            _ => break,
        };
        let so_far = sum.as_ref().unwrap_or(mention).quantity;
        let next = match text.joint(before, addend) {
            Some(Joint::Plus) => so_far.plus(addend.quantity),
            Some(Joint::Minus) => so_far.minus(addend.quantity),
            None => break,
        };
        let Some(Ok(quantity)) = next else { break };
        let longer = Mention {
            quantity,
            as_written: false,
            ..mention.clone()
        };
        without_last = (sum.replace(longer), rest);
        changed |= !stands(addend, manner, true);
        before = addend;
        rest = after;
    }
    if let [Piece::Words(_), Piece::Amount(dual), ..] | [Piece::Amount(dual), ..] = rest
        && dual.role == Role::Dual
        && let Some(whole) = &sum
        && dual
            .quantity
            .tells_rather(&before.quantity, &whole.quantity)
    {
        (sum, rest) = without_last;
    }
    let sum = sum.filter(|sum| changed && sum.quantity.low.is_positive());
    (sum, rest)
}

/// Prints `mention`, which does not stand as written; returns whether it is more than one.
/// `behind` are the pieces behind it.
fn print_changed(
    text: &Text,
    (mention, behind): (&Mention, &[Piece]),
    manner: Manner,
    out: &mut String,
) -> bool {
    let start = out.len();
    let quantity = &mention.quantity;
    // In `{1 tsp oil}` the braces are around more than the amount.
    let braced = mention.role == Role::Braced && text.at(mention.span).starts_with('{');
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
            // The unit of `4 heaped tbsp` is printed with the words that follow, so it stays.
            let apart = mention.unit_word.is_none() && mention.role.scales();
            let measured = if apart {
                measure::fit_in_unit(quantity, mention.role)
            } else {
                measure::fit(quantity, mention.role)
            };
            print_measured(text, mention, &measured, fractions, out)
        }
    };
    if braced {
        out.push('}');
    }
    if mention.role != Role::Pack {
        keep_whole(text, (mention, behind), start, out);
    }
    several
}

/// So many words at most stand between a measure and the packages that it is the size of.
const MOST_MODIFIERS: usize = 4;

/// Joins the number printed from byte `start` of `out` on with a dash where it would be read as
/// two: `2 1/2 oz cans of tuna` are two cans of half an ounce, `2-1/2 oz` is one amount.
fn keep_whole(
    text: &Text,
    (mention, behind): (&Mention, &[Piece]),
    start: usize,
    out: &mut String,
) {
    let digits = |bytes: &[u8]| {
        bytes
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let printed = &out.as_bytes()[start..];
    let space = digits(printed);
    let part = printed.get(space + 1..).unwrap_or_default();
    // One and a half is never read as one package of one half.
    let is_mixed = printed.get(space) == Some(&b' ') && !matches!(printed[..space], [] | [b'1']);
    if !is_mixed || part.get(digits(part)) != Some(&b'/') || mention.quantity.high.is_some() {
        return;
    }
    let is_measured = mention.quantity.unit.is_some_and(|unit| !unit.counts());
    let words = behind.iter().map_while(|piece| match piece {
        Piece::Words(span) => Some(text.at(*span)),
        Piece::Put(words) => Some(words),
        Piece::Amount(_) | Piece::Noun(_) => None,
    });
    let words = words.flat_map(|words| words.split(|c: char| !c.is_alphabetic()));
    // `liquid from cans` is of no package.
    let is_joint = |word: &&str| matches!(*word, "from" | "of" | "in" | "for");
    let mut near = words
        .filter(|word| !word.is_empty())
        .take_while(|word| !is_joint(word))
        .take(MOST_MODIFIERS + 1);
    let are_packages = |word: &str| Unit::named(word).is_some_and(|unit| unit.are_packages(word));
    if is_measured && near.any(are_packages) {
        let space = start + space;
        out.replace_range(space..=space, "-");
    }
}

/// Whether the author's own words for `mention` are printed. What scaling never changes
/// keeps them; the exact form of all else, which `scales`, is always in the same signs.
fn stands(mention: &Mention, manner: Manner, scales: bool) -> bool {
    mention.as_written
        && match manner {
            Manner::Exact => !scales,
            Manner::Measured(_) => measure::is_measurable(&mention.quantity, mention.role),
            Manner::Whole(_) => {
                measure::is_measurable(&mention.quantity, mention.role) && !is_cut(mention)
            }
        }
}

/// Whether `mention` counts the things of its line, and not in whole ones.
pub(super) fn is_cut(mention: &Mention) -> bool {
    let Quantity { low, high, unit } = &mention.quantity;
    mention.role == Role::Primary
        && unit.is_none()
        && !(low.is_whole() && high.is_none_or(Amount::is_whole))
}

fn print_exact(text: &Text, mention: &Mention, out: &mut String) -> bool {
    push_exact_range(out, &mention.quantity);
    let most = mention.quantity.high.unwrap_or(mention.quantity.low);
    if let Some(unit) = mention.quantity.unit {
        push_unit(text, mention, (unit, most), true, out);
    }
    most.is_several()
}

#[inline(always)]
fn print_measured(
    text: &Text,
    mention: &Mention,
    measured: &Measured,
    fractions: Fractions,
    out: &mut String,
) -> bool {
    if measured.is_about() && !out.ends_with("about ") {
        out.push_str("about ");
    }
    push_measured(out, measured, fractions, |out, unit, amount| {
        push_unit(text, mention, (unit, amount), false, out);
    })
}

/// Prints the unit after a number, unless the unit stands elsewhere in the text.
///
/// An exact amount keeps the author's word, which agrees in number; a measurable one
/// has the usual abbreviation.
#[inline(always)]
fn push_unit(
    text: &Text,
    mention: &Mention,
    (unit, amount): (Unit, Amount),
    keep_word: bool,
    out: &mut String,
) {
    let Some(span) = mention.unit_word else {
        return;
    };
    let counted = unit.counts();
    let start = span.range().start;
    let before = start.checked_sub(1);
    let hyphen = before.and_then(|at| text.source.as_bytes().get(at)) == Some(&b'-');
    let keeps = keep_word || counted;
    if !keeps && !hyphen {
        // The word of a unit that was converted matters only behind a hyphen.
        out.push(' ');
        out.push_str(measured_label(unit, amount));
        return;
    }
    let word = text.at(span);
    let same = Unit::named(word) == Some(unit);
    let is_glued = || {
        let before = text.source.get(..start).unwrap_or_default();
        before.ends_with(|c: char| !c.is_whitespace())
    };
    let joint = match same {
        true if hyphen => "-",
        true if keep_word && is_glued() => "",
        _ => " ",
    };
    let is = |name: &str| word.eq_ignore_ascii_case(name);
    let agrees = || is(unit.singular()) || is(unit.plural());
    out.push_str(joint);
    out.push_str(if same && keeps {
        match agrees() {
            true if joint == "-" || !amount.is_several() => unit.singular(),
            true => unit.plural(),
            false => word,
        }
    } else if joint == "-" && (keep_word || !is_spoon(unit)) {
        // `a 4-inch piece`
        unit.clear_label(Amount::ONE)
    } else if keep_word {
        unit.clear_label(amount)
    } else {
        measured_label(unit, amount)
    });
}

/// The word for a unit that is measured with.
fn measured_label(unit: Unit, amount: Amount) -> &'static str {
    if is_spoon(unit) {
        // A spoon of 4.93 ml and one of 5 ml are the same spoon to a cook.
        unit.label(amount)
    } else {
        unit.clear_label(amount)
    }
}

#[inline]
fn is_spoon(unit: Unit) -> bool {
    matches!(unit.symbol(), "tsp" | "tbsp")
}
