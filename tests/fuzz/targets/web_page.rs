//! A saved page, or any other file to import.
#![no_main]

use laws::hold_for_recipe;
use libfuzzer_sys::fuzz_target;
use porkcli::read::{import_recipe, read_foreign, read_page};

fuzz_target!(|text: &str| {
    let linked = format!("<script type=application/ld+json>{text}</script>");
    let readings = [
        import_recipe(text, None),
        import_recipe(text, Some("dish.cook")),
        read_page(text),
        read_page(&linked),
    ];
    for reading in readings.into_iter().flatten() {
        if reading.recipe.all_ingredients().next().is_some() {
            hold_for_recipe(&reading.recipe);
        }
    }
    read_foreign(text, Some("dish"));
});
