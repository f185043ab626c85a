//! A recipe file: YAML or JSON, right or wrong.
#![no_main]

use laws::{hold_for_recipe, hold_for_source};
use libfuzzer_sys::fuzz_target;
use porkcli::read::{read_recipe, read_settings, split_recipes};

fuzz_target!(|text: &str| {
    read_settings(text).ok();
    split_recipes(text);
    if let Ok(reading) = read_recipe(text) {
        hold_for_recipe(&reading.recipe);
        hold_for_source(&reading.recipe, text);
    }
});
