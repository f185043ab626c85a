//! A number and its unit: reading, arithmetic, measuring, printing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use porkcli::amount::{Amount, number_at};
use porkcli::convert::{convert_quantity, usual_unit};
use porkcli::measure::{fit, fit_in_unit, fit_whole};
use porkcli::quantity::Quantity;
use porkcli::recipe::Role;
use porkcli::scale::Pan;
use porkcli::unit::{Dimension, System, Unit};
use porkcli::write::{Fractions, write_exactly, write_measured};

fuzz_target!(|text: &str| {
    text.parse::<Pan>().ok();
    let Ok(Some((amount, length))) = number_at(text) else {
        return;
    };
    let again: Amount = amount.to_string().parse().expect("a printed amount reads");
    assert_eq!(again, amount);
    let factor = Amount::new(7, 3).expect("a fraction");
    if let Ok(there) = amount.times(factor) {
        assert_eq!(there.over(factor), Ok(amount));
    }
    if let Ok(sum) = amount.plus(factor) {
        assert_eq!(sum.minus(factor), Ok(amount));
    }
    let unit = Unit::named(text[length..].trim());
    let quantity = Quantity::new(amount, unit);
    shows(&quantity);
    for system in [System::Metric, System::Us, System::Imperial] {
        let Some(to) = unit.and_then(|unit| usual_unit(unit, system)) else {
            continue;
        };
        if let Ok(converted) = convert_quantity(quantity, "", to, &[]) {
            shows(&converted);
            if let Some(unit) = unit
                && let Ok(back) = convert_quantity(converted, "", unit, &[])
            {
                assert_eq!(back, quantity);
            }
        }
    }
});

/// Asserts that `quantity` prints, and never as nothing where there is something; of a
/// temperature, nothing is as good as any.
fn shows(quantity: &Quantity) {
    write_exactly(quantity);
    let unit = quantity.unit.map(Unit::dimension);
    let has_degrees = unit == Some(Dimension::Temperature);
    for role in [Role::Primary, Role::Oven, Role::Length, Role::Pack] {
        for measured in [
            fit(quantity, role),
            fit_in_unit(quantity, role),
            fit_whole(quantity),
        ] {
            let shown = measured.low.first.amount;
            assert!(has_degrees || shown.is_positive() == quantity.low.is_positive());
            write_measured(&measured, Fractions::Unicode);
        }
    }
}
