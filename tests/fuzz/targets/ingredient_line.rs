//! One line of a list of ingredients.
#![no_main]

use laws::hold_for_ingredient;
use libfuzzer_sys::fuzz_target;
use porkcli::read::{fields, read_line};

fuzz_target!(|line: &str| {
    read_line(line).ok();
    // As every reader gives it: words are single spaces apart.
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return;
    }
    if let Ok(ingredient) = read_line(&line) {
        assert_eq!(ingredient.line.source, line);
        fields(&ingredient);
        hold_for_ingredient(ingredient);
    }
});
