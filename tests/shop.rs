//! Laws that hold for every shopping list, over recipes made at random.

use porkcli::amount::Amount;
use porkcli::read::{read_line, read_list, read_recipe};
use porkcli::recipe::{Group, Recipe};
use porkcli::scale::scale;
use porkcli::shop::{Basket, ShoppingList, less_stock, shop};
use porkcli::write::{Format, ListStyle, write_list};
use proptest::prelude::*;

fn amount() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..200_i64).prop_map(|n| n.to_string()),
        (1..9_i64, 2..17_i64).prop_map(|(n, d)| format!("{n}/{d}")),
        (1..99_i64, 1..99_i64).prop_map(|(w, n)| format!("{w}.{n:02}")),
        (1..9_i64, 1..5_i64).prop_map(|(low, more)| format!("{low}-{}", low + more)),
    ]
}

fn line() -> impl Strategy<Value = String> {
    let unit = prop::sample::select(vec![
        "tsp",
        "tbsp",
        "cups",
        "oz",
        "lb",
        "g",
        "kg",
        "ml",
        "L",
        "cloves",
        "(14 oz) can",
        "(400 g) cans",
        "pinches",
        "",
        "fl oz",
    ]);
    let thing = prop::sample::select(vec![
        "sugar",
        "honey",
        "milk",
        "Milk",
        "butter",
        "onion",
        "onions, chopped",
        "chopped onions",
        "garlic, minced",
        "sea salt",
        "flaky sea salt",
        "salt, plus more to taste",
        "butter or 1 tbsp oil",
        "butter or 20 g ghee",
        "basil (optional)",
        "tomatoes",
        "Tomato, diced",
        "eggs",
        "bay leaf",
        "bay leaves",
    ]);
    let words = prop::sample::select(vec![
        "salt, to taste",
        "pinch of salt",
        "a handful of basil",
        "parsley, for serving",
        "black pepper",
        "sugar, as needed",
    ]);
    prop_oneof![
        6 => (amount(), unit, thing).prop_map(|(a, u, t)| format!("{a} {u} {t}")),
        1 => words.prop_map(Into::into),
    ]
}

fn recipe() -> impl Strategy<Value = Recipe> {
    ("[A-Z][a-z]{1,8}", prop::collection::vec(line(), 1..9)).prop_map(|(title, lines)| Recipe {
        title,
        ingredients: vec![Group {
            name: None,
            items: lines
                .iter()
                .map(|line| read_line(line).expect("an ingredient"))
                .collect(),
        }],
        ..Recipe::default()
    })
}

fn recipes() -> impl Strategy<Value = Vec<Recipe>> {
    prop::collection::vec(recipe(), 1..6)
}

fn listed<'r>(recipes: impl IntoIterator<Item = &'r Recipe>) -> ShoppingList {
    shop(recipes).expect("fits")
}

/// The list that stands in `text`.
fn read_back(text: &str) -> ShoppingList {
    let mut basket = Basket::new();
    let reading = read_list(text).unwrap_or_else(|errors| panic!("{errors:#?}\n{text}"));
    for entry in reading.entries {
        basket
            .add_ingredient(&entry.ingredient, &entry.wanted_by)
            .expect("fits");
    }
    basket.finish().expect("fits")
}

/// A recipe that says what a cup of rye flour weighs, or not.
fn rye(density: Option<&str>, amount: &str) -> Recipe {
    let own = density.map_or_else(String::new, |own| {
        format!("densities: {{rye flour: {own}}}\n")
    });
    let text = format!("title: Bread\n{own}ingredients: [{amount} rye flour]\n");
    read_recipe(&text).expect("a recipe").recipe
}

#[test]
fn each_recipe_weighs_by_its_own_figures_in_any_order() {
    let recipes = [
        rye(Some("100 g/cup"), "2 cups"),
        rye(Some("110 g/cup"), "1 cup"),
        rye(None, "1 cup"),
        rye(None, "50 g"),
    ];
    let list = listed(&recipes);
    let lots = &list.items[0].choices[0].lots;
    assert_eq!(lots.len(), 1);
    // 2 x 100, 110, the table's 102, and 50.
    assert_eq!(lots[0].quantity.low, Amount::from(462));
    for first in 0..recipes.len() {
        let turned = recipes[first..].iter().chain(&recipes[..first]);
        assert_eq!(listed(turned.clone()), list);
        assert_eq!(listed(turned.rev()), list);
    }
}

proptest! {
    #[test]
    fn the_order_of_recipes_does_not_matter(
        (recipes, shuffled) in recipes().prop_flat_map(|recipes| {
            (Just(recipes.clone()), Just(recipes).prop_shuffle())
        }),
    ) {
        prop_assert_eq!(listed(&recipes), listed(&shuffled));
    }

    #[test]
    fn a_recipe_twice_is_the_recipe_scaled_by_two(recipe in recipe()) {
        let double = scale(recipe.clone(), Amount::from(2)).expect("fits").recipe;
        prop_assert_eq!(listed([&recipe, &recipe]), listed([&double]));
    }

    #[test]
    fn nothing_is_lost(recipes in recipes()) {
        let mut basket = Basket::new();
        for recipe in &recipes {
            basket.add_recipe_by_title(recipe).expect("fits");
        }
        let list = basket.finish().expect("fits");
        for recipe in &recipes {
            let alone = listed([recipe]);
            prop_assert!(alone.items.len() <= recipe.all_ingredients().count());
            for item in &alone.items {
                let found = list.items.iter().find(|listed| {
                    listed.optional == item.optional
                        && listed.choices.len() == item.choices.len()
                        && listed.wanted_by.contains(&recipe.title)
                        && same_word(listed.name(), item.name())
                });
                prop_assert!(found.is_some(), "{:?} is not in {:#?}", item, list);
            }
        }
    }

    #[test]
    fn a_list_reads_back_exactly_from_yaml_and_json(recipes in recipes()) {
        let list = listed(&recipes);
        for format in [Format::Yaml, Format::Json] {
            let printed = write_list(&list, format, ListStyle::default());
            prop_assert_eq!(&read_back(&printed), &list, "{}", printed);
        }
    }

    #[test]
    fn a_printed_list_reads_back_as_shown(recipes in recipes(), amount_last in any::<bool>()) {
        let style = ListStyle { amount_last, ..ListStyle::default() };
        for format in [Format::Text, Format::Markdown] {
            let printed = write_list(&listed(&recipes), format, style);
            let again = write_list(&read_back(&printed), format, style);
            prop_assert_eq!(again.lines().count(), printed.lines().count(), "{}\n{}", printed, again);
            let third = write_list(&read_back(&again), format, style);
            prop_assert_eq!(third, again);
        }
    }

    #[test]
    fn what_is_all_in_stock_is_not_bought(recipes in recipes()) {
        let list = listed(&recipes);
        let (rest, _) = less_stock(list.clone(), &ShoppingList::default()).expect("fits");
        prop_assert_eq!(&rest, &list);

        let double = listed(recipes.iter().chain(&recipes));
        let required = ShoppingList {
            items: list.items.into_iter().filter(|item| !item.optional).collect(),
        };
        let (rest, _) = less_stock(required, &double).expect("fits");
        let ranges = |item: &porkcli::shop::Item| {
            item.choices.iter().flat_map(|choice| &choice.lots).any(|lot| lot.quantity.high.is_some())
        };
        // Of a range in stock only the lower end is sure to be there.
        let left: Vec<_> = rest.items.iter().filter(|item| !ranges(item)).collect();
        prop_assert!(left.len() <= double.items.iter().filter(|item| ranges(item) || item.choices.len() > 1).count(), "{left:#?}");
    }
}

fn same_word(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        let name = name.to_lowercase().replace("leaves", "leaf");
        name.trim_end_matches('s').trim_end_matches('e').to_string()
    };
    plain(a) == plain(b)
}

/// The list for `lines`, each a recipe of its own.
#[track_caller]
fn list_of(lines: &[&str], expected: &[&str]) {
    let text = lines.join("\n");
    let list = read_back(&text);
    let printed = write_list(&list, Format::Text, ListStyle::default());
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn the_same_thing_is_one_item() {
    list_of(
        &["2 tbsp maple syrup", "1 tsp Maple Syrup"],
        &["2 tbsp + 1 tsp maple syrup"],
    );
    list_of(&["1 onion", "2 onions, finely chopped"], &["3 onions"]);
    list_of(
        &["1 lb pork belly", "12 oz pork belly"],
        &["1 3/4 lb pork belly"],
    );
    list_of(&["1-2 lemons", "1 lemon, juiced"], &["2-3 lemons"]);
    list_of(&["200 g feta", "1 kg feta"], &["1.2 kg feta"]);
    list_of(
        &["1 tsp flaky sea salt", "1 tsp sea salt"],
        &["1 tsp flaky sea salt", "1 tsp sea salt"],
    );
}

#[test]
fn the_name_does_not_depend_on_the_order() {
    let lines = ["1 (14 oz) can Tomato", "2 Tomato, diced", "3 Tomato"];
    let mut turned = lines;
    turned.reverse();
    assert_eq!(read_back(&lines.join("\n")), read_back(&turned.join("\n")));
}

#[test]
fn packs_of_two_sizes_that_begin_alike_stand_in_one_order() {
    let lines = ["1 jar (1.5-1.9 kg) jam", "1 jar (1.5-1.8 kg) jam"];
    let list = "1 (1.5-1.8 kg) jar + 1 (1.5-1.9 kg) jar jam";
    assert_eq!(read_back(&lines.join("\n")), read_back(list));
    assert_eq!(read_back(&[lines[1], lines[0]].join("\n")), read_back(list));
}

#[test]
fn volume_and_weight_are_one_where_the_density_is_known() {
    list_of(&["100 g flour", "1 cup flour"], &["225 g flour"]);
    list_of(
        &["2 tbsp gochujang", "100 g gochujang"],
        &["2 tbsp + 100 g gochujang"],
    );
    list_of(
        &["2 tbsp + 100 g gochujang", "100 g gochujang"],
        &["2 tbsp + 200 g gochujang"],
    );
}

#[test]
fn amounts_are_those_that_a_shop_has() {
    list_of(&["27 tbsp butter"], &["13 1/2 oz butter"]);
    list_of(&["10 cups flour"], &["2 3/4 lb flour"]);
    list_of(&["6 cups milk", "1 l milk"], &["2.4 L milk"]);
    list_of(&["1/4 cup flour"], &["1/4 cup flour"]);
    list_of(&["1/2 onion", "1/2 onion", "1/2 onion"], &["2 onions"]);
}

#[test]
fn salt_and_pepper_are_two_things() {
    list_of(
        &[
            "salt and freshly ground black pepper, to taste",
            "1 tsp salt",
        ],
        &["black pepper, to taste", "1 tsp salt, plus more to taste"],
    );
}

#[test]
fn packs_are_bought_whole() {
    list_of(
        &["1 (14 oz) can tomatoes", "1 (14 oz) can tomatoes, drained"],
        &["2 (14 oz) cans tomatoes"],
    );
    list_of(
        &["1 1/2 (14 oz) cans tomatoes"],
        &["2 (14 oz) cans tomatoes"],
    );
    list_of(
        &["1 (14 oz) can tomatoes", "2 (28 oz) cans tomatoes"],
        &["1 (14 oz) can + 2 (28 oz) cans tomatoes"],
    );
}

#[test]
fn words_stay_words() {
    list_of(&["salt, to taste", "salt, to taste"], &["salt, to taste"]);
    list_of(
        &["1 tsp salt", "salt, to taste"],
        &["1 tsp salt, plus more to taste"],
    );
    list_of(&["pinch of salt"], &["pinch of salt"]);
    list_of(
        &["1 tsp salt", "pinch of salt"],
        &["1 tsp salt, plus a pinch"],
    );
    list_of(
        &["parsley", "1 bunch parsley"],
        &["1 bunch parsley, plus more"],
    );
    list_of(&["1 onion (optional)"], &["1 onion (optional)"]);
    list_of(
        &["500g/1 lb 2 oz beef", "1 kg (2 lb 4 oz) pork"],
        &["500 g beef", "1 kg pork"],
    );
    list_of(
        &["1 cup (240 ml) plus 2 tbsp (30 ml) milk"],
        &["1 cup + 2 tbsp milk"],
    );
    list_of(
        &["1 tbsp butter or 2 tbsp oil", "1 tbsp butter or 2 tbsp oil"],
        &["2 tbsp butter or 1/4 cup oil"],
    );
}

#[test]
fn another_thing_that_a_line_adds_is_bought_by_itself() {
    let line = |line: &str, expected: &[&str]| list_of(&[line], expected);
    line(
        "2 cups milk plus 1 cup cream, warmed",
        &["1 cup cream", "2 cups milk"],
    );
    line("3 eggs, plus 1 egg yolk", &["1 egg yolk", "3 eggs"]);
    line(
        "2 cans beans plus 1 (14 oz) can peas",
        &["2 cans beans", "1 (14 oz) can peas"],
    );
    line(
        "1 lb flour plus 1 lb 4 oz rice flour",
        &["1 lb flour", "1 1/4 lb rice flour"],
    );
    line("2 cups milk, plus 2 cups milk", &["4 cups milk"]);
    line("1 cup grated apple (from 1 apple)", &["1 cup apple"]);
    line("2 tbsp butter, plus 1 tbsp for the pan", &["3 tbsp butter"]);
    line("2 tbsp butter, plus 1 tbsp, melted", &["3 tbsp butter"]);
    line("2 cups milk, plus 1 cup chilled", &["3 cups milk"]);
    line("1 cup milk, plus a cup for the top", &["2 cups milk"]);
    line("1 cup milk, plus a splash", &["1 cup milk, plus a splash"]);
    line(
        "1 cup (packed) plus 2 tbsp brown sugar",
        &["1 cup + 2 tbsp brown sugar"],
    );
    line("1 bunch plus 2 large carrots", &["2 + 1 bunch carrots"]);
    line(
        "1 can (14 oz) plus 2 tbsp tomato paste",
        &["1 (14 oz) can + 2 tbsp tomato paste"],
    );
    line(
        "oil for frying, plus 2 tbsp",
        &["2 tbsp oil, plus more for frying"],
    );
    line(
        "2 cups milk, or 1 cup cream plus 1 cup water",
        &["2 cups milk or 2 cups cream and water"],
    );
}

#[test]
fn each_alternative_keeps_its_own_amount() {
    for line in [
        "1/2 cup canola oil or 1/4 cup grapeseed oil or 2 tbsp ghee",
        "1 (12 oz) bottle stout or 2 (8 oz) cans porter",
        "1 onion or 2-3 shallots",
        "2 tbsp soy sauce or 2 tbsp tamari",
    ] {
        list_of(&[line], &[line]);
    }
    for (line, expected) in [
        (
            "1 cup cream or 1 cup plus 2 tbsp milk",
            "1 cup cream or 1 cup + 2 tbsp milk",
        ),
        (
            "1 cup cream, or 1 cup minus 2 tbsp milk",
            "1 cup cream or 3/4 cup + 2 tbsp milk",
        ),
        (
            "500 g beef, or 500 g/1 lb 2 oz lamb",
            "500 g beef or 500 g lamb",
        ),
        (
            "1 can beans or 2 x 400g/14oz tins peas",
            "1 can beans or 2 (400 g) tins peas",
        ),
        (
            "1 cup cream (or 2 (14 oz) cans milk, drained)",
            "1 cup cream or 2 (14 oz) cans milk",
        ),
        (
            "15 oz dried beans, or 2 (15-ounce) cans, drained",
            "15 oz dried beans or 2 (15 oz) cans dried beans",
        ),
        ("4 cups water, or 1 litre", "4 cups water"),
    ] {
        list_of(&[line], &[expected]);
    }
    list_of(
        &["1 tbsp butter or 1 tbsp oil, if it is served cold"],
        &["1 tbsp butter or 1 tbsp oil"],
    );
}

#[track_caller]
fn bought(wanted: &[&str], stock: &[&str], expected: &[&str], notes: usize) {
    let (list, said) =
        less_stock(read_back(&wanted.join("\n")), &read_back(&stock.join("\n"))).expect("fits");
    let printed = write_list(&list, Format::Text, ListStyle::default());
    assert_eq!(printed.lines().collect::<Vec<_>>(), expected);
    assert_eq!(said.len(), notes, "{said:#?}");
}

#[test]
fn what_is_in_stock_is_taken_off_in_any_unit() {
    bought(
        &["3 cups gochujang"],
        &["1 cup gochujang"],
        &["2 cups gochujang"],
        0,
    );
    bought(&["1 lb pork"], &["8 oz pork"], &["8 oz pork"], 0);
    bought(&["500 g flour"], &["2 cups flour"], &["250 g flour"], 0);
    bought(&["500 ml milk"], &["1 kg milk"], &[], 0);
    bought(&["3 onions"], &["3 onions"], &[], 0);
    bought(&["3 onions"], &["1 lb onions"], &["3 onions"], 1);
    bought(
        &["1 kg gochujang"],
        &["1 cup gochujang"],
        &["1 kg gochujang"],
        1,
    );
    bought(&["3-4 onions"], &["1 onion"], &["2-3 onions"], 0);
    bought(&["1 tsp salt", "salt, to taste"], &["salt"], &[], 0);
    bought(
        &["1 tsp salt, plus more to taste"],
        &["1 tsp salt"],
        &["salt, to taste"],
        0,
    );
    bought(
        &["2 onions", "2 onions (optional)"],
        &["3 onions"],
        &["1 onion (optional)"],
        0,
    );
    bought(
        &["2 tbsp butter or 4 tbsp oil"],
        &["1 tbsp butter"],
        &["1 tbsp butter or 2 tbsp oil"],
        0,
    );
    bought(&["2 tbsp butter or 4 tbsp oil"], &["1 cup oil"], &[], 0);
}

#[test]
fn a_list_by_hand_is_understood() {
    let text = "# Saturday\n\nProduce:\n- [ ] 3 onions [Chili; Soup]\n- [x] 2 lemons\n* milk: 1 l\n\"1 cup rice\"\n";
    let list = read_back(text);
    let printed = write_list(&list, Format::Text, ListStyle::default());
    assert_eq!(printed, "1 L milk\n3 onions [Chili; Soup]\n1 cup rice\n");
}

#[test]
fn a_sum_that_is_too_large_is_an_error() {
    let recipe = read_recipe("title: x\ningredients: [100000000 cups flour]\n");
    let mut recipe = recipe.expect("a recipe").recipe;
    for _ in 0..3 {
        recipe = scale(recipe, Amount::from(1_000_000_000))
            .expect("fits")
            .recipe;
    }
    let error = shop(std::iter::repeat_n(&recipe, 2000)).expect_err("too large");
    assert_eq!(error.to_string(), "the sum of `flour` is too large");
}
