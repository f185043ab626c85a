//! Prints the amounts of a shopping list: exactly, or as one buys them.
//!
//! Owns what is bought whole, by weight or by volume. Must never know of the page.

use super::quantities::{push_exact, push_label, push_measured, push_portion};
use crate::amount::{Amount, Fractions};
use crate::measure::{self, Portion};
use crate::quantity::Quantity;
use crate::recipe::Role;
use crate::shop::Lot;
use crate::unit::Unit;

/// How the amounts of a list are shown.
#[derive(Clone, Copy)]
pub(super) enum Shown {
    /// So that reading them gives the same sums.
    Exactly,
    /// In measures that a shop has; what is counted is bought whole.
    AsBought(Fractions),
}

/// Prints `lot`.
pub(super) fn push_lot(out: &mut String, lot: &Lot, shown: Shown) {
    let quantity = &lot.quantity;
    let counted = quantity.unit.is_none_or(Unit::counts);
    let size = size_of(lot, shown);
    match shown {
        Shown::AsBought(_) if counted => {
            let whole = Quantity {
                low: ceiling(quantity.low),
                high: quantity.high.map(ceiling),
                unit: quantity.unit,
            };
            push_counted(out, &whole, size.as_deref());
        }
        Shown::AsBought(fractions) if size.is_none() => push_bought(out, quantity, fractions),
        _ => push_counted(out, quantity, size.as_deref()),
    }
}

/// Packs and things cannot be bought in part.
fn ceiling(amount: Amount) -> Amount {
    let floor = amount.floor();
    let whole = if amount.is_whole() { floor } else { floor + 1 };
    Amount::new(whole, 1).unwrap_or(amount)
}

fn push_counted(out: &mut String, quantity: &Quantity, size: Option<&str>) {
    let Quantity { low, high, unit } = *quantity;
    push_exact(out, low, unit);
    let high = high.filter(|high| *high != low);
    if let Some(high) = high {
        out.push('-');
        push_exact(out, high, unit);
    }
    if let Some(size) = size {
        out.push_str(" (");
        out.push_str(size);
        out.push(')');
    }
    if let Some(unit) = unit {
        push_unit(out, unit, high.unwrap_or(low));
    }
}

/// The size of a pack; as its label gives it, unless that is in another system.
fn size_of(lot: &Lot, shown: Shown) -> Option<String> {
    let size = lot.size.as_ref()?;
    let mut out = String::new();
    match shown {
        Shown::AsBought(fractions) if !measure::is_measurable(size, Role::Pack) => {
            let portion = measure::fit(&in_few_digits(size), Role::Primary).low;
            if portion.second.is_none() {
                push_portion(&mut out, &portion, fractions, push_unit);
            } else {
                // A label gives one number.
                let whole = Amount::new(size.low.round(), 1).unwrap_or(size.low);
                push_counted(&mut out, &Quantity::new(whole, size.unit), None);
            }
        }
        _ => push_counted(&mut out, size, None),
    }
    // `(2 inch) piece`, like `(14 oz) can`.
    if let Some(unit) = size.unit
        && unit.symbol() == unit.singular()
        && let Some(number) = out.strip_suffix(unit.plural())
    {
        out.truncate(number.len());
        out.push_str(unit.singular());
    }
    Some(out)
}

fn push_bought(out: &mut String, quantity: &Quantity, fractions: Fractions) {
    let shown = measure::fit(&in_few_digits(quantity), Role::Primary);
    let single = |portion: &Portion| portion.second.is_none();
    match shown.high {
        Some(high)
            if !(single(&shown.low)
                && single(&high)
                && shown.low.first.unit == high.first.unit) =>
        {
            if measure::is_measurable(quantity, Role::Primary) {
                push_counted(out, quantity, None);
            } else {
                // A range of sums reads badly in a shop: what may be needed is bought.
                push_portion(out, &high, fractions, push_unit);
            }
        }
        // In a shop nobody minds by how little it is off.
        _ => {
            push_measured(out, &shown, fractions, push_unit);
        }
    }
}

/// Returns `quantity` without the digits that no measure could show: sums over several
/// systems and densities have dozens of them.
fn in_few_digits(quantity: &Quantity) -> Quantity {
    const MOST_PARTS: i128 = 1 << 40;
    let short = |amount: Amount| {
        let (mut numerator, mut denominator) = (amount.numerator(), amount.denominator());
        while denominator > MOST_PARTS {
            numerator >>= 1;
            denominator >>= 1;
        }
        Amount::new(numerator, denominator).unwrap_or(amount)
    };
    Quantity {
        low: short(quantity.low),
        high: quantity.high.map(short),
        unit: quantity.unit,
    }
}

/// The usual word for a unit. All spoons of one name are the same to a shop.
fn push_unit(out: &mut String, unit: Unit, amount: Amount) {
    match unit.label(amount) {
        spoon @ ("tsp" | "tbsp") => {
            out.push(' ');
            out.push_str(spoon);
        }
        _ => push_label(out, unit, amount),
    }
}
