//! The facts that stand under the title of a recipe: by whom, for how many, how long.
//!
//! Owns their names, their order and their words. Must never know how a page is laid out.

use super::amounts::{Manner, print};
use super::duration::push_duration;
use super::yaml::push_servings;
use crate::amount::{Amount, Decimal};
use crate::recipe::{OwnDensity, Recipe, Servings, Source};
use std::borrow::Cow;

/// The credit line of a source: `The Endless Meal <https://...>`.
fn write_source(source: &Source) -> Cow<'_, str> {
    match (&source.name, &source.url) {
        (Some(name), Some(url)) => format!("{name} <{url}>").into(),
        (name, url) => name.as_ref().or(url.as_ref()).map_or("", |it| it).into(),
    }
}

/// Prints the times of a recipe: `prep 10 min, cook 2 h`.
fn push_times(out: &mut String, recipe: &Recipe) {
    let times = [
        ("prep ", recipe.time.prep),
        ("cook ", recipe.time.cook),
        ("total ", recipe.time.total),
    ];
    let mut between = "";
    for (name, time) in times {
        if let Some(seconds) = time {
            out.push_str(between);
            out.push_str(name);
            push_duration(out, seconds);
            between = ", ";
        }
    }
}

/// Prints how many are served; of numbers with long fractions, such as those of a pan,
/// the nearest quarter.
fn push_serves(out: &mut String, servings: &Servings, manner: Manner) {
    const LONGEST: i128 = 100;
    let near = |number: Amount| {
        if number.denominator() <= LONGEST || Decimal::exact(number).is_some() {
            return number;
        }
        let quarters = number.times(Amount::from(4)).ok().map(Amount::round);
        quarters
            .filter(|quarters| *quarters > 0)
            .and_then(|quarters| Amount::new(quarters, 4))
            .unwrap_or(number)
    };
    match manner {
        Manner::Exact => push_servings(out, servings),
        _ => push_servings(
            out,
            &Servings {
                low: near(servings.low),
                high: servings.high.map(near),
            },
        ),
    }
}

/// Calls `tell` with each fact that stands under a title and its name.
pub(super) fn facts(recipe: &Recipe, manner: Manner, mut tell: impl FnMut(&'static str, &str)) {
    if let Some(author) = &recipe.author {
        tell("By", author);
    }
    if let Some(source) = &recipe.source {
        tell("From", &write_source(source));
    }
    let mut fact = String::with_capacity(64);
    if let Some(servings) = &recipe.servings {
        push_serves(&mut fact, servings, manner);
        tell("Serves", &fact);
    }
    if let Some(makes) = &recipe.makes {
        tell("Makes", &print(makes, manner));
    }
    let time = recipe.time;
    if time.prep.or(time.cook).or(time.total).is_some() {
        fact.clear();
        push_times(&mut fact, recipe);
        tell("Time", &fact);
    }
    if let Some(category) = &recipe.category {
        tell("Category", category);
    }
    if let Some(cuisine) = &recipe.cuisine {
        tell("Cuisine", cuisine);
    }
    if !recipe.tags.is_empty() {
        tell("Tags", &recipe.tags.join(", "));
    }
    if !recipe.densities.is_empty() {
        let weights: Vec<String> = recipe.densities.iter().map(write_density).collect();
        tell("Weights", &weights.join(", "));
    }
}

/// `rye flour: 102 g/cup`
fn write_density(density: &OwnDensity) -> String {
    format!("{}: {}", density.food, density.written)
}
