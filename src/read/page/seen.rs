//! What a reader of the page sees: lists under headings or in elements named after
//! ingredients and steps. Asked last, for what the page does not mark.
//!
//! Must never know about single sites.

use super::instructions::without_count;
use super::markup::{Element, Page};
use crate::amount::Amount;
use crate::read::gathered::{Gathered, Passage};
use crate::read::pasted::{Part, gather_pasted, part_named};
use crate::read::yields::{is_portion_word, read_portions};
use crate::recipe::Group;
use std::cell::OnceCell;
use std::collections::HashSet;

/// What the names of elements that hold the list begin with.
const INGREDIENT_NAMES: [&str; 5] = [
    "ingredient",
    "ingrédient",
    "zutaten",
    "ingredienser",
    "skladniki",
];
const STEP_NAMES: [&str; 8] = [
    "instruction",
    "direction",
    "method",
    "preparation",
    "steps",
    "zubereitung",
    "elaboracion",
    "bereiding",
];

/// A list of fewer items may be anything.
const FEWEST: usize = 2;

/// A page that names more places than this is no page of one recipe.
const MOST_PLACES: usize = 40;

/// Places inside each other are looked through so many times over at most.
const MOST_LOOKS: usize = 10;

/// Longer texts are no single ingredient.
const LONGEST_INGREDIENT: usize = 200;

/// Returns the groups of ingredients that are seen on `page`.
pub(super) fn see_ingredients(page: &Page) -> Vec<Group<Passage>> {
    let fits = |items: &[Passage]| {
        let short = |item: &Passage| item.text.chars().count() <= LONGEST_INGREDIENT;
        let counted = items
            .iter()
            .filter(|item| item.text.contains(char::is_numeric));
        items.iter().all(short) && counted.count() * 3 >= items.len()
    };
    see(
        page,
        Part::Ingredients,
        &INGREDIENT_NAMES,
        &["li", "dt", "tr", "p", "label"],
        fits,
    )
}

/// Returns the groups of steps that are seen on `page`.
pub(super) fn see_steps(page: &Page) -> Vec<Group<Passage>> {
    let fits = |items: &[Passage]| {
        let words = items
            .iter()
            .map(|item| item.text.split_whitespace().count());
        words.sum::<usize>() >= 5 * items.len()
    };
    let mut groups = see(page, Part::Steps, &STEP_NAMES, &["li", "p"], fits);
    for group in &mut groups {
        for step in &mut group.items {
            step.text = without_count(&step.text).into();
        }
        group.items.retain(|step| !step.text.is_empty());
    }
    groups
}

/// Returns the title that the page shows.
pub(super) fn see_title(page: &Page) -> Option<String> {
    let heading = page.elements().find(|(_, element)| element.name == "h1");
    let heading = heading.map(|(at, _)| page.shown(at).replace('\n', " "));
    let heading = heading.filter(|text| !text.is_empty());
    let title = heading.or_else(|| meta(page, "og:title")).or_else(|| {
        let title = page.elements().find(|(_, element)| element.name == "title");
        let title = title.map(|(at, _)| super::plain::plain_line(&page.raw(at)));
        title.filter(|text| !text.is_empty())
    })?;
    // `Toast | A site`
    let own = title.split(" | ").next().unwrap_or_default().trim();
    Some(if own.is_empty() { &title } else { own }.into())
}

/// The value of the `meta` element called `name`.
pub(super) fn meta(page: &Page, name: &str) -> Option<String> {
    let called = |element: &Element| element.has("property", name) || element.has("name", name);
    let mut found = page
        .elements()
        .filter(|(_, element)| element.name == "meta" && called(element));
    found.find_map(|(_, element)| {
        let text = super::plain::plain_line(element.attribute("content")?);
        (!text.is_empty()).then_some(text)
    })
}

/// Takes yields and times from lines such as `Serves 4` that stand on the page.
pub(super) fn see_facts(page: &Page, gathered: &mut Gathered) {
    let seen = gather_pasted(&page.shown_in(0, page.len()));
    if gathered.yields.is_empty() {
        let text = page.shown_in(0, page.len());
        let short = |line: &&str| line.split_whitespace().count() <= 4;
        let mut lines = text.lines().filter(short);
        let line = lines.find(|line| says_portions(line));
        let first = seen.yields.into_iter().next();
        gathered.yields.extend(first.or(line.map(Into::into)));
    }
    if gathered.total_minutes().is_none() {
        gathered.time = seen.time;
    }
}

/// Whether a short line says how many are served, and of a number that a table seats.
fn says_portions(line: &str) -> bool {
    let few = Amount::from(100);
    let ends = |word: &str| is_portion_word(word) || word.contains(char::is_numeric);
    line.split_whitespace().next_back().is_some_and(ends)
        && read_portions(line).is_some_and(|portions| portions.low <= few)
}

fn see(
    page: &Page,
    part: Part,
    names: &[&str],
    kinds: &[&str],
    fits: impl Fn(&[Passage]) -> bool,
) -> Vec<Group<Passage>> {
    let named = page
        .elements()
        .filter(|(_, element)| is_named(element, names));
    let named: Vec<usize> = named.map(|(at, _)| at).collect();
    let places = named.iter().map(|at| alike(page, *at));
    let ends = OnceCell::new();
    let headed = headings(page, part).map(|at| {
        let ends = ends.get_or_init(|| ends_of_regions(page));
        vec![(page.end(at), region_end(page, at, ends))]
    });
    let mut left = MOST_LOOKS * page.len();
    for regions in places.take(MOST_PLACES).chain(headed.take(MOST_PLACES)) {
        let nodes: usize = regions.iter().map(|(from, to)| to - from).sum();
        match left.checked_sub(nodes) {
            Some(less) => left = less,
            None => break,
        }
        for kind in kinds {
            let mut groups = Vec::new();
            let mut known = HashSet::new();
            let mut before = regions.first().map_or(0, |(from, _)| *from);
            for (from, to) in &regions {
                let mut more = list(page, *from, *to, kind);
                if let Some(first) = more.first_mut().filter(|first| first.name.is_none()) {
                    first.name = last_heading(page, before, *from);
                }
                before = *to;
                // Pages show the same list twice, for small and for large screens.
                let items = || more.iter().flat_map(|group: &Group<Passage>| &group.items);
                let all_known = items().all(|item| known.contains(&item.text));
                known.extend(items().map(|item| item.text.clone()));
                if !all_known {
                    groups.append(&mut more);
                }
            }
            part_lines(&mut groups);
            let items = groups.iter().flat_map(|group| group.items.clone());
            let items: Vec<Passage> = items.collect();
            if items.len() >= FEWEST && fits(&items) {
                return groups;
            }
        }
        // Elements that are each named after the one ingredient they hold.
        let leaves = regions
            .iter()
            .flat_map(|(from, to)| leaves(page, *from, *to, &named));
        let leaves: Vec<Passage> = leaves.collect();
        if leaves.len() >= FEWEST && fits(&leaves) {
            return vec![Group {
                name: None,
                items: leaves,
            }];
        }
    }
    Vec::new()
}

/// Makes items of the lines of an only item, and one line of each item else.
fn part_lines(groups: &mut [Group<Passage>]) {
    if let [group] = groups
        && let [only] = group.items.as_slice()
    {
        group.items = only.text.lines().map(Passage::from).collect();
    }
    for item in groups.iter_mut().flat_map(|group| &mut group.items) {
        item.text = item.text.replace('\n', " ");
    }
}

/// The insides of the element `at` and of those after it that are named alike.
fn alike(page: &Page, at: usize) -> Vec<(usize, usize)> {
    let kind = |at: usize| {
        let element = page.element(at)?;
        let class = element
            .attribute("class")
            .filter(|class| !class.is_empty())?;
        // An id is for the one element that differs from those like it.
        if element.attribute("id").is_some() {
            return None;
        }
        Some((element.name.as_str(), class))
    };
    let own = kind(at);
    let mut past = page.end(at);
    let mut regions = vec![(at + 1, past)];
    if own.is_some() {
        for (next, _) in page.elements_in(past, page.len()) {
            if next >= past && kind(next) == own {
                past = page.end(next);
                regions.push((next + 1, past));
            }
        }
    }
    regions
}

/// The last heading between `from` and `to`.
fn last_heading(page: &Page, from: usize, to: usize) -> Option<String> {
    let kinds = ["h2", "h3", "h4", "h5", "h6"];
    let headings = page.elements_in(from, to);
    let last = headings
        .filter(|(_, element)| kinds.contains(&element.name.as_str()))
        .last()?;
    let text = page.shown(last.0).replace('\n', " ");
    (!text.is_empty() && part_named(&text).is_none()).then_some(text)
}

/// Whether a word of the element's class or id begins with one of `names`.
fn is_named(element: &Element, names: &[&str]) -> bool {
    if matches!(
        element.name.as_str(),
        "script" | "link" | "a" | "body" | "html" | "button"
    ) {
        return false;
    }
    ["class", "id", "data-testid"].iter().any(|attribute| {
        let value = element
            .attribute(attribute)
            .unwrap_or_default()
            .to_lowercase();
        let mut words = value.split(|c: char| !c.is_alphanumeric());
        words.any(|word| names.iter().any(|name| word.starts_with(name)))
    })
}

/// The elements that are headings of `part`: short, alone, and called so.
fn headings(page: &Page, part: Part) -> impl Iterator<Item = usize> {
    page.elements().filter_map(move |(at, element)| {
        let kinds = [
            "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "p", "div", "span", "dt",
        ];
        if !kinds.contains(&element.name.as_str()) || page.end(at) - at > 12 {
            return None;
        }
        let text = page.shown(at);
        let is_heading = text.len() <= 80
            && !text.contains('\n')
            && matches!(part_named(&text), Some((named, _)) if named == part);
        is_heading.then_some(at)
    })
}

/// The places at which the region under any heading ends: the headings of all parts, and
/// what stands below the text of a page.
fn ends_of_regions(page: &Page) -> Vec<usize> {
    let ends = page.elements().filter(|(at, element)| {
        let small = page.end(*at) - *at <= 6;
        let kinds = ["h4", "h5", "h6", "strong", "b", "p", "div"];
        matches!(element.name.as_str(), "footer" | "form")
            || small
                && kinds.contains(&element.name.as_str())
                && part_named(&page.shown(*at)).is_some()
    });
    ends.map(|(at, _)| at).collect()
}

/// Where the region under the heading `at` ends: at the next of `ends`, or at the next
/// heading of its own rank or a higher one.
fn region_end(page: &Page, at: usize, ends: &[usize]) -> usize {
    let rank = |element: &Element| {
        let digits = element.name.strip_prefix('h')?;
        digits.parse::<u8>().ok()
    };
    let own = page.element(at).and_then(rank);
    let from = page.end(at);
    let end = ends.get(ends.partition_point(|end| *end < from));
    let end = end.copied().unwrap_or(page.len());
    let next = page.elements_in(from, end).find(|(_, element)| {
        let most = own.unwrap_or(3);
        rank(element).is_some_and(|next| next <= most)
    });
    next.map_or(end, |(at, _)| at)
}

/// The innermost elements called `kind` between `from` and `to`, under the headings that
/// stand between them.
fn list(page: &Page, from: usize, to: usize, kind: &str) -> Vec<Group<Passage>> {
    let mut groups: Vec<Group<Passage>> = Vec::new();
    let mut heading: Option<String> = None;
    let mut past = 0;
    for (at, element) in page.elements_in(from, to) {
        if at < past {
            continue;
        }
        if matches!(element.name.as_str(), "h2" | "h3" | "h4" | "h5" | "h6") {
            let text = page.shown(at).replace('\n', " ");
            if part_named(&text).is_none() && !without_count(&text).is_empty() {
                heading = Some(text);
            }
            continue;
        }
        if matches!(
            element.name.as_str(),
            "nav" | "footer" | "aside" | "form" | "thead"
        ) {
            past = page.end(at);
            continue;
        }
        if element.name != kind {
            continue;
        }
        // An item that only holds a list is none itself; one with words of its own has
        // its remarks in that list.
        let mut inside = page.elements_inside(at);
        let inner = inside.find(|(_, inner)| inner.name == kind);
        if inner.is_some_and(|(inner, _)| page.shown_in(at + 1, inner).is_empty()) {
            continue;
        }
        past = page.end(at);
        let text = page.shown(at);
        if text.is_empty() {
            continue;
        }
        if let Some(name) = heading.take() {
            groups.push(Group {
                name: Some(name),
                items: Vec::new(),
            });
        }
        Gathered::add(&mut groups, text.into());
    }
    groups
}

/// The innermost of the elements `named` that stand between `from` and `to`.
fn leaves(page: &Page, from: usize, to: usize, named: &[usize]) -> Vec<Passage> {
    let first = named.partition_point(|at| *at < from);
    let inside = named[first..].iter().take_while(|at| **at < to);
    let is_leaf = |at: usize| {
        let next = named.get(named.partition_point(|known| *known <= at));
        next.is_none_or(|next| *next >= page.end(at))
    };
    let leaves = inside.filter(|at| is_leaf(**at));
    let texts = leaves.map(|at| page.shown(*at).replace('\n', " "));
    texts
        .filter(|text| !text.is_empty())
        .map(Passage::from)
        .collect()
}
