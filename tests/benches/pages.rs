//! How many pages a second are read: `cargo bench --bench pages`.

use divan::{Bencher, counter::BytesCount, counter::ItemsCount};
use porkcli::read::import_recipe;

fn main() {
    divan::main();
}

/// A page of the usual size, most of which is not the recipe.
fn page(marked: bool) -> String {
    let filler = "<div class=\"post\"><p>Once upon a time there was <a href=\"/x\">a pie</a> &amp; it was good.</p></div>\n";
    let ingredients: Vec<String> = (1..16)
        .map(|n| format!("{n} 1/2 cups flour &amp; water, sifted"))
        .collect();
    let steps: Vec<String> = (1..10)
        .map(|n| format!("Stir for {n} minutes at 350°F until it is smooth and bake it."))
        .collect();
    let mut html = String::from("<!DOCTYPE html><html><head><title>Pie</title>");
    if marked {
        let quoted = |texts: &[String]| format!("[\"{}\"]", texts.join("\",\""));
        html.push_str(&format!(
            "<script type=\"application/ld+json\">{{\"@graph\":[{{\"@type\":\"Recipe\",\"name\":\"Pie\",\"recipeYield\":[\"8\",\"8 slices\"],\
             \"totalTime\":\"PT1H30M\",\"recipeIngredient\":{},\"recipeInstructions\":{}}}]}}</script>",
            quoted(&ingredients),
            quoted(&steps)
        ));
    }
    html.push_str("</head><body><h1>Pie</h1>");
    html.push_str(&filler.repeat(400));
    html.push_str(&format!(
        "<h2>Ingredients</h2><ul><li>{}</ul>",
        ingredients.join("<li>")
    ));
    html.push_str(&format!(
        "<h2>Method</h2><ol><li>{}</ol>",
        steps.join("<li>")
    ));
    html.push_str(&filler.repeat(400));
    html.push_str("</body></html>");
    html
}

#[divan::bench(args = [true, false])]
fn pages(bencher: Bencher, marked: bool) {
    let html = page(marked);
    bencher
        .counter(ItemsCount::new(1_usize))
        .counter(BytesCount::of_str(&html))
        .bench(|| import_recipe(divan::black_box(&html), None));
}

#[divan::bench]
fn pasted_texts(bencher: Bencher) {
    let text = "Pie\nServes 8\nIngredients\n- 2 cups flour\n- 1 tsp salt\nMethod\n1. Mix it all.\n2. Bake at 350°F for 40 minutes.\n";
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| import_recipe(divan::black_box(text), None));
}
