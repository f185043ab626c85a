//! One line of a list of ingredients.
#![no_main]

use laws::hold_for_ingredient;
use libfuzzer_sys::fuzz_target;
use porkcli::read::{fields, read_line};

fuzz_target!(|line: &str| {
    if line.contains(['\n', '\r']) {
        return;
    }
    if let Ok(ingredient) = read_line(line) {
        assert_eq!(ingredient.line.source, line.trim());
        fields(&ingredient);
        hold_for_ingredient(ingredient);
    }
});
