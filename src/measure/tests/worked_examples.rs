//! Every amount of the worked examples.

use super::*;

#[track_caller]
fn scaled(start: &str, factor: &str, shown: &str) {
    let exact = quantity(start).times(amount(factor)).expect("fits");
    assert_eq!(
        text(fit(&exact, Role::Primary)),
        shown,
        "{start} × {factor}"
    );
}

#[track_caller]
fn converted(start: &str, to: &str, role: Role, shown: &str) {
    let exact = quantity(start).convert(unit(to).expect(to)).expect(to);
    assert_eq!(
        text(fit(&exact.expect("fits"), role)),
        shown,
        "{start} to {to}"
    );
}

#[test]
fn spoons_and_cups() {
    scaled("2/3 cup", "3/2", "1 cup");
    scaled("1/3 cup", "1/2", "2 tbsp + 2 tsp");
    scaled("1 tbsp", "8", "1/2 cup");
    scaled("1 tbsp", "16", "1 cup");
    scaled("1 tbsp", "4", "1/4 cup");
    scaled("1 tbsp", "6", "6 tbsp");
    scaled("1 tsp", "3", "1 tbsp");
    scaled("1 tsp", "4", "1 tbsp + 1 tsp");
    scaled("1/8 tsp", "6", "3/4 tsp");
    scaled("1 cup", "1/16", "1 tbsp");
    scaled("3/4 cup", "1/3", "1/4 cup");
    scaled("3/4 cup", "1/2", "6 tbsp");
    scaled("1/4 cup", "1/3", "1 tbsp + 1 tsp");
    scaled("1/4 cup", "1/2", "2 tbsp");
    scaled("2/3 cup", "5/4", "3/4 cup + 4 tsp");
    scaled("1/3 cup", "5/4", "1/3 cup + 4 tsp");
    scaled("1 cup", "7/6", "1 cup + 3 tbsp");
    scaled("3 cup", "5/8", "1 3/4 cups + 2 tbsp");
    scaled("1 1/2 cup", "5/6", "1 1/4 cups");
    scaled("1 cup", "5/8", "1/2 cup + 2 tbsp");
    scaled("1 cup", "9/8", "1 cup + 2 tbsp");
    scaled("1 3/4 cup", "3/2", "2 2/3 cups");
    scaled("2/3 cup", "10", "6 2/3 cups");
    scaled("1 cup", "1/5", "3 tbsp + 1/2 tsp");
    scaled("1 cup", "11/10", "1 cup + 5 tsp");
    scaled("2 1/4 tsp", "3/2", "1 tbsp + 1/4 tsp");
    scaled("1 1/2 tsp", "3/2", "2 1/4 tsp");
    scaled("3/4 tsp", "3/2", "1 1/8 tsp");
    scaled("3/4 tsp", "1/2", "3/8 tsp");
    scaled("1 tbsp", "1/2", "1 1/2 tsp");
    scaled("1 tsp", "1/3", "about 3/8 tsp");
    scaled("1/4 tsp", "1/4", "pinch");
    scaled("1/2 tsp", "10", "1 tbsp + 2 tsp");
    scaled("4 cup", "4", "1 gallon");
    scaled("1 1/2 cup", "12", "4 1/2 quarts");
    scaled("3 cup", "4", "3 quarts");
}

#[test]
fn scales() {
    scaled("500 g", "2", "1 kg");
    scaled("500 g", "3", "1.5 kg");
    scaled("400 g", "1/3", "135 g");
    scaled("100 g", "1/3", "33 g");
    scaled("1 kg", "1/8", "125 g");
    scaled("7 g", "1.5", "10 g");
    scaled("8 oz", "3", "1 1/2 lb");
    scaled("1 lb", "4/3", "1 lb 5 oz");
    scaled("125 g", "1", "125 g");
    scaled("200 g", "2/3", "135 g");
    converted("2 oz", "g", Role::Primary, "57 g");
    converted("11 1/2 lb", "kg", Role::Primary, "5.2 kg");
    converted("200 g", "oz", Role::Primary, "7 oz");
}

#[test]
fn jugs() {
    scaled("250 ml", "5", "1.25 L");
    scaled("2.5 dl", "2", "5 dl");
    scaled("1 dl", "1/4", "25 ml");
    scaled("5 dl", "5", "2.5 L");
    scaled("3 dl", "1/2", "1.5 dl");
    scaled("4 cl", "3", "12 cl");
    converted("1 cup", "ml", Role::Primary, "240 ml");
    converted("3/4 cup", "ml", Role::Primary, "180 ml");
    converted("1/3 cup", "ml", Role::Primary, "80 ml");
    converted("2 cup", "ml", Role::Primary, "475 ml");
    converted("1 tbsp", "ml", Role::Primary, "15 ml");
    converted("1/4 tsp", "ml", Role::Primary, "1.25 ml");
    converted("500 ml", "cup", Role::Primary, "2 cups + 2 tbsp");
}

#[test]
fn temperatures_and_lengths() {
    converted("275 °F", "°C", Role::Oven, "135 °C");
    converted("350 °F", "°C", Role::Oven, "180 °C");
    converted("400 °F", "°C", Role::Oven, "200 °C");
    converted("165 °F", "°C", Role::Inner, "74 °C");
    converted("180 °C", "°F", Role::Oven, "350 °F");
    converted("8-10 in", "cm", Role::Length, "20 cm - 25 cm");
}

#[test]
fn things() {
    scaled("1", "3/2", "1 1/2");
    let eggs = quantity("3").times(amount("1/2")).expect("fits");
    assert_eq!(text(fit_whole(&eggs)), "about 2");
}
