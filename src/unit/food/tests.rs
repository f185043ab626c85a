//! Names that cooks write, and the row each must find, or none.

use super::*;
use crate::unit::known;

#[track_caller]
fn finds(name: &str, row: &str) {
    assert_eq!(Food::named(name).map(Food::name), Some(row), "{name}");
}

#[track_caller]
fn finds_none(name: &str) {
    assert_eq!(Food::named(name).map(Food::name), None, "{name}");
}

#[test]
fn flours_and_grains() {
    finds("flour", "all-purpose flour");
    finds("all-purpose flour", "all-purpose flour");
    finds("All Purpose Flour", "all-purpose flour");
    finds("sifted all-purpose flour", "all-purpose flour");
    finds("all-purpose flour, sifted", "all-purpose flour");
    finds(
        "all-purpose flour, plus more for dusting",
        "all-purpose flour",
    );
    finds("unbleached all-purpose flour", "all-purpose flour");
    finds("plain flour", "all-purpose flour");
    finds("plain (all-purpose) flour", "all-purpose flour");
    finds("strong white flour", "bread flour");
    finds("cake flour", "cake flour");
    finds("self-raising flour", "self-rising flour");
    finds("wholemeal flour", "whole wheat flour");
    finds("whole-wheat flour", "whole wheat flour");
    finds("rice flour", "rice flour");
    finds("besan", "chickpea flour");
    finds("almond meal", "almond flour");
    finds("cornflour", "cornstarch");
    finds("corn flour", "corn flour");
    finds("corn starch", "cornstarch");
    finds("rolled oats", "rolled oats");
    finds("old-fashioned oats", "rolled oats");
    finds("long-grain white rice, rinsed", "white rice");
    finds("basmati rice", "white rice");
    finds("cooked rice", "cooked white rice");
    finds("dry breadcrumbs", "dry bread crumbs");
    finds_none("flour tortillas");
    finds_none("steel-cut oats");
    finds_none("spelt flour");
    finds_none("coconut flour");
    finds_none("arborio rice");
    finds_none("fried rice");
    finds_none("quinoa, cooked");
    finds_none("milk, powdered");
    finds_none("onion, grated");
    finds_none("Parmesan cheese, shaved");
    finds_none("rice noodles");
    finds_none("rice vinegar");
    finds_none("panko breadcrumbs");
    finds_none("breadcrumbs");
    finds_none("flour or cornstarch");
}

#[test]
fn sugars_and_sweets() {
    finds("sugar", "granulated sugar");
    finds("caster sugar", "granulated sugar");
    finds("packed brown sugar", "brown sugar");
    finds("firmly packed light brown sugar", "brown sugar");
    finds("dark brown sugar", "brown sugar");
    finds("brown sugar, packed", "brown sugar");
    finds("confectioners’ sugar", "powdered sugar");
    finds("confectioner's sugar", "powdered sugar");
    finds("icing sugar, for dusting", "powdered sugar");
    finds("sifted icing sugar", "powdered sugar, sifted");
    finds("honey", "honey");
    finds("pure maple syrup", "maple syrup");
    finds("corn syrup", "light corn syrup");
    finds("unsweetened cocoa powder", "cocoa powder");
    finds("semisweet chocolate chips", "chocolate chips");
    finds("pure vanilla extract", "vanilla extract");
    finds_none("golden syrup");
    finds_none("sugar snap peas");
    finds_none("palm sugar");
    finds_none("lightly packed brown sugar");
    finds_none("hot cocoa");
    finds_none("milk chocolate");
    finds_none("white chocolate");
    finds_none("vanilla bean");
    finds_none("vanilla ice cream");
    finds_none("honeydew");
    finds_none("honey mustard");
    finds_none("agave nectar");
}

#[test]
fn milk_butter_and_eggs() {
    finds("butter", "butter");
    finds("unsalted butter, softened", "unsalted butter");
    finds("cold unsalted butter, cubed", "unsalted butter");
    finds("melted butter", "butter");
    finds("butter, at room temperature", "butter");
    finds("ghee", "butter oil");
    finds("whole milk", "milk");
    finds("warm milk", "milk");
    finds("buttermilk", "buttermilk");
    finds("heavy whipping cream", "heavy cream");
    finds("half and half", "half-and-half");
    finds("half-and-half", "half-and-half");
    finds("sour cream", "sour cream");
    finds("cream cheese, softened", "cream cheese");
    finds("freshly grated Parmesan", "parmesan, grated");
    finds("shredded sharp cheddar cheese", "cheddar, shredded");
    finds("Gruyère", "gruyere, shredded");
    finds("eggs", "egg");
    finds("large eggs, beaten", "egg");
    finds("large egg yolks", "egg yolk");
    finds(
        "unsalted butter, cut into 1/2-inch cubes",
        "unsalted butter",
    );
    finds("whole milk, heated to steaming", "milk");
    finds_none("peanut butter cups");
    finds_none("butter lettuce");
    finds_none("butter beans");
    finds_none("butter or oil");
    finds_none("cocoa butter");
    finds_none("cream");
    finds_none("cream of mushroom soup");
    finds_none("ice cream");
    finds_none("almond milk");
    finds_none("egg noodles, cooked");
    finds_none("eggplants, roasted");
    finds_none("fresh mozzarella");
    finds_none("greek yogurt");
    finds_none("cheese");
    finds("peanut butter", "peanut butter");
}

#[test]
fn oils_and_liquids() {
    finds("vegetable oil, for frying", "vegetable oil");
    finds("extra-virgin olive oil", "olive oil");
    finds(
        "extra virgin olive oil, plus more for drizzling",
        "olive oil",
    );
    finds("toasted sesame oil", "sesame oil");
    finds("lukewarm water", "water");
    finds("boiling water", "water");
    finds("freshly squeezed lemon juice", "lemon juice");
    finds("fresh lime juice", "lime juice");
    finds("dry white wine", "white wine");
    finds("chicken stock", "chicken stock");
    finds("homemade chicken stock", "chicken stock");
    finds("soy sauce", "soy sauce");
    finds("apple cider vinegar", "cider vinegar");
    finds("ketchup", "ketchup");
    finds("canned coconut milk", "coconut milk");
    finds_none("chicken");
    finds_none("sparkling water");
    finds_none("rose water");
    finds_none("water chestnuts");
    finds_none("red wine reduction");
    finds_none("vegetable stock");
    finds_none("chili oil");
    finds_none("coffee");
    finds_none("lemon juice concentrate");
    finds_none("light soy sauce");
}

#[test]
fn salt_spices_and_herbs() {
    finds("salt", "table salt");
    finds("fine salt", "table salt");
    finds("freshly ground black pepper", "black pepper");
    finds("ground cinnamon", "cinnamon");
    finds("cumin seeds", "cumin seed");
    finds("dried oregano", "oregano, dried");
    finds("smoked paprika", "paprika");
    finds("baking soda", "baking soda");
    finds("bicarbonate of soda", "baking soda");
    finds("baking powder", "baking powder");
    finds_none("kosher salt");
    finds_none("flaky sea salt");
    finds_none("sea salt");
    finds_none("garlic salt");
    finds_none("salt and pepper");
    finds_none("salt pork");
    finds_none("cinnamon sticks");
    finds_none("ground cumin");
    finds_none("cloves");
    finds_none("cardamom pods");
    finds_none("red pepper flakes");
    finds_none("basil");
    finds_none("oregano");
    finds_none("ginger");
    finds_none("instant yeast");
}

#[test]
fn vegetables_fruit_and_nuts() {
    finds("onions", "onion, chopped");
    finds("onion, finely chopped", "onion, chopped");
    finds("finely chopped red onion", "onion, chopped");
    finds("large onion", "onion, large");
    finds("carrots, peeled", "carrot, chopped");
    finds("grated carrots", "carrot, grated");
    finds("cherry tomatoes", "cherry tomatoes");
    finds("ripe bananas, mashed", "banana, mashed");
    finds("bananas", "banana");
    finds("fresh blueberries", "blueberries");
    finds("walnuts, chopped", "walnuts, chopped");
    finds("chopped walnuts, toasted", "walnuts, chopped");
    finds("slivered almonds", "almonds, slivered");
    finds("jalapeño", "jalapeno");
    finds("raisins", "raisins");
    finds("dried cranberries", "dried cranberries");
    finds("garlic", "garlic");
    finds("cloves of garlic", "garlic clove");
    finds("creamy peanut butter", "peanut butter");
    finds_none("mashed potatoes");
    finds_none("potato chips");
    finds_none("tomato soup");
    finds_none("onion rings");
    finds_none("banana bread");
    finds_none("apple pie filling");
    finds_none("grated onion");
    finds_none("mixed nuts");
    finds_none("pumpkin");
    finds_none("black beans");
    finds_none("chickpeas");
    finds_none("pork belly");
    finds_none("");
    finds_none("(optional)");
    finds_none("и");
}

#[test]
fn a_volume_converts_to_its_weight_and_back_exactly() {
    let amount = |text: &str| text.parse::<Amount>().expect(text);
    let case = |name: &str, volume: &str, unit: Unit, weight: &str, to: Unit| {
        let density = density_of(name).expect(name);
        let there = density.convert(amount(volume), unit, to);
        assert_eq!(there, Some(Ok(amount(weight))), "{name}");
        let back = density.convert(amount(weight), to, unit);
        assert_eq!(back, Some(Ok(amount(volume))), "{name}");
    };
    case("flour", "1", known::US_CUP, "125", known::GRAM);
    case("flour", "16", known::US_TABLESPOON, "125", known::GRAM);
    case("sugar", "2/3", known::US_CUP, "133 1/3", known::GRAM);
    case("honey", "1", known::US_CUP, "0.339", known::KILOGRAM);
    case("butter", "1/2", known::US_CUP, "113.5", known::GRAM);
    case("hemp seeds", "3", known::US_TABLESPOON, "30", known::GRAM);
    let flour = density_of("flour").expect("flour");
    assert_eq!(
        flour.convert(Amount::ONE, known::US_CUP, known::LITER),
        None
    );
    assert_eq!(flour.convert(Amount::ONE, known::PINCH, known::GRAM), None);
    let every = Amount::new(17, 23).expect("a fraction");
    for density in Food::all().filter_map(Food::density) {
        for (volume, weight) in [
            (known::US_CUP, known::OUNCE),
            (known::METRIC_CUP, known::GRAM),
            (known::MILLILITER, known::POUND),
            (known::IMPERIAL_FLUID_OUNCE, known::GRAM),
        ] {
            let there = density.convert(every, volume, weight).expect("converts");
            let back = density.convert(there.expect("fits"), weight, volume);
            assert_eq!(back, Some(Ok(every)));
        }
    }
}

#[test]
fn a_cook_may_give_a_density_of_his_own() {
    let rye = Density::new(
        (Amount::from(102), known::GRAM),
        (Amount::ONE, known::US_CUP),
    );
    let grams = rye.and_then(|rye| rye.convert(Amount::from(3), known::US_CUP, known::GRAM));
    assert_eq!(grams, Some(Ok(Amount::from(306))));
    let swapped = Density::new(
        (Amount::ONE, known::US_CUP),
        (Amount::from(102), known::GRAM),
    );
    assert_eq!(swapped, None);
    let nothing = Density::new((Amount::ZERO, known::GRAM), (Amount::ONE, known::US_CUP));
    assert_eq!(nothing, None);
}

#[test]
fn a_density_is_by_the_cup_of_the_household_and_shown_in_milliliters() {
    let rye = Density::new(
        (Amount::from(102), known::GRAM),
        (Amount::ONE, known::US_CUP),
    );
    let household = Household::new("metric".parse().expect("a cup"), None);
    let rye = rye.expect("a density").meant_in(household);
    assert_eq!(rye.to_string(), "102 g per 250 ml");
    let grams = rye.convert(Amount::from(2), known::METRIC_CUP, known::GRAM);
    assert_eq!(grams, Some(Ok(Amount::from(204))));
}

#[test]
fn a_name_of_harmless_words_alone_is_no_food() {
    finds_none("softened");
    finds_none("about, at room temperature");
}

#[test]
fn things_weigh_what_one_of_them_weighs() {
    let case = |name: &str, unit: Option<Unit>, grams: Option<i64>| {
        let found = Food::named(name).and_then(|food| food.grams_each(unit));
        assert_eq!(found, grams.map(Amount::from), "{name}");
    };
    case("eggs", None, Some(50));
    case("egg yolks", None, Some(17));
    case("onion", None, Some(110));
    case("garlic", Some(known::CLOVE), Some(3));
    case("garlic", None, None);
    case("celery", Some(known::STALK), Some(40));
    case("butter", Some(known::STICK), Some(113));
    case("flour", None, None);
}

#[test]
fn every_row_has_a_record_and_a_figure() {
    assert!(Food::all().count() > 400);
    for food in Food::all() {
        assert!(food.source().starts_with("FDC "), "{food:?}");
        assert!(food.density.is_some() || food.each.is_some(), "{food:?}");
        assert_eq!(Food::named(food.name()).map(Food::name), Some(food.name()));
    }
}

#[test]
fn harmless_words_are_in_order() {
    assert!(HARMLESS.is_sorted());
    assert!(CHANGES.is_sorted());
}
