//! Text for reading: as this program prints it, or pasted from anywhere.
#![no_main]

use laws::{hold_for_recipe, hold_for_source};
use libfuzzer_sys::fuzz_target;
use porkcli::read::{gather_pasted, read_recipe};

fuzz_target!(|text: &str| {
    let texts = [
        text.to_string(),
        format!("Dish\n\nINGREDIENTS\n\n{text}"),
        format!("# Dish\n\n## Ingredients\n\n{text}"),
    ];
    for text in texts {
        if let Ok(reading) = read_recipe(&text) {
            hold_for_recipe(&reading.recipe);
            hold_for_source(&reading.recipe, &text);
        }
    }
    if let Ok(pasted) = gather_pasted(text).into_reading()
        && pasted.recipe.all_ingredients().next().is_some()
    {
        hold_for_recipe(&pasted.recipe);
    }
});
