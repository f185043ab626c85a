//! A shopping list: printed in any form, or written by hand.
#![no_main]

use laws::hold_for_list;
use libfuzzer_sys::fuzz_target;
use porkcli::read::{is_list, is_printed_list, read_list};
use porkcli::shop::{Basket, less_stock};

fuzz_target!(|text: &str| {
    is_list(text);
    is_printed_list(text);
    let Ok(reading) = read_list(text) else {
        return;
    };
    let (mut basket, mut backwards) = (Basket::new(), Basket::new());
    for entry in &reading.entries {
        if basket
            .add_ingredient(&entry.ingredient, &entry.wanted_by)
            .is_err()
        {
            return;
        }
    }
    for entry in reading.entries.iter().rev() {
        if backwards
            .add_ingredient(&entry.ingredient, &entry.wanted_by)
            .is_err()
        {
            return;
        }
    }
    let (Ok(list), Ok(other)) = (basket.finish(), backwards.finish()) else {
        return;
    };
    assert_eq!(list, other, "the order changes the list");
    hold_for_list(&list);
    if let Ok((left, _)) = less_stock(list.clone(), &list) {
        hold_for_list(&left);
    }
});
