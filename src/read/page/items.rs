//! Data in the attributes of a page's elements: microdata, RDFa and microformats.
//!
//! Owns the way from them to the objects that linked data has, so that one reader of
//! fields serves all. Must never know what the fields mean.

use super::linked::Object;
use super::markup::{Element, Page};
use serde_json::Value;

/// The classes of the recipe microformats and the fields that they stand for.
const CLASSES: [(&str, &str); 20] = [
    ("fn", "name"),
    ("p-name", "name"),
    ("ingredient", "recipeIngredient"),
    ("p-ingredient", "recipeIngredient"),
    ("instruction", "recipeInstructions"),
    ("instructions", "recipeInstructions"),
    ("e-instructions", "recipeInstructions"),
    ("yield", "recipeYield"),
    ("p-yield", "recipeYield"),
    ("preptime", "prepTime"),
    ("cooktime", "cookTime"),
    ("duration", "totalTime"),
    ("dt-duration", "totalTime"),
    ("author", "author"),
    ("p-author", "author"),
    ("summary", "description"),
    ("p-summary", "description"),
    ("p-category", "recipeCategory"),
    ("tag", "keywords"),
    ("u-url", "url"),
];

/// Nobody marks a text as part of a part of a part ... more often than this.
const MOST_READINGS: usize = 20;

/// More recipes than this are the contents of a book.
const MOST_RECIPES: usize = 1_000;

/// Returns every recipe that the attributes of `page` mark.
pub(super) fn read_items(page: &Page) -> Vec<Value> {
    let mut recipes = Vec::new();
    let mut past = 0;
    for (at, element) in page.elements() {
        if at < past {
            continue;
        }
        let scheme = match element {
            element if type_of(element, "itemtype").is_some() => Scheme::Microdata,
            element if type_of(element, "typeof").is_some() => Scheme::Rdfa,
            element if element.has("class", "hrecipe") || element.has("class", "h-recipe") => {
                Scheme::Classes
            }
            _ => continue,
        };
        let object = Build::new(page, scheme).object(at, "Recipe");
        past = page.end(at);
        recipes.extend(object.map(Value::Object));
        if recipes.len() == MOST_RECIPES {
            break;
        }
    }
    if recipes.is_empty() {
        recipes.extend(read_loose_items(page));
    }
    recipes
}

/// Some pages mark the parts of a recipe and forget to mark the recipe.
fn read_loose_items(page: &Page) -> Option<Value> {
    let parts = ["recipeIngredient", "ingredients", "recipeInstructions"];
    let marks = |element: &Element| parts.iter().any(|part| element.has("itemprop", part));
    page.elements().find(|(_, element)| marks(element))?;
    let (root, _) = page
        .elements()
        .find(|(_, element)| element.name == "html")?;
    let mut object = Build::new(page, Scheme::Microdata).object(root, "Recipe")?;
    // Without a recipe around them, these may be those of anything.
    for of_anything in ["name", "author", "description", "url", "text"] {
        object.remove(of_anything);
    }
    Some(Value::Object(object))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Microdata,
    Rdfa,
    Classes,
}

impl Scheme {
    /// The fields that an element gives a value for.
    fn fields(self, element: &Element) -> Vec<&str> {
        let words = |name| {
            element
                .attribute(name)
                .unwrap_or_default()
                .split_whitespace()
        };
        let local = |word: &str| word.rfind(['/', ':']).map_or(0, |at| at + 1);
        match self {
            Scheme::Microdata => words("itemprop").map(|word| &word[local(word)..]).collect(),
            Scheme::Rdfa => words("property").map(|word| &word[local(word)..]).collect(),
            Scheme::Classes => words("class")
                .filter_map(|word| {
                    let known = CLASSES
                        .iter()
                        .find(|(class, _)| word.eq_ignore_ascii_case(class));
                    known.map(|(_, field)| *field)
                })
                .collect(),
        }
    }

    /// The type of the object that an element begins.
    fn begins(self, element: &Element) -> Option<&str> {
        let kind = match self {
            Scheme::Microdata => {
                element.attribute("itemscope")?;
                element.attribute("itemtype").unwrap_or_default()
            }
            Scheme::Rdfa => element.attribute("typeof")?,
            Scheme::Classes => return None,
        };
        Some(kind.rsplit(['/', ':', '#']).next().unwrap_or_default())
    }
}

fn type_of<'e>(element: &'e Element, attribute: &str) -> Option<&'e str> {
    let kinds = element.attribute(attribute)?;
    kinds.split_whitespace().find(|kind| {
        let local = kind.rsplit(['/', ':', '#']).next();
        local.is_some_and(|local| local.eq_ignore_ascii_case("recipe"))
    })
}

/// The making of one object.
struct Build<'p> {
    page: &'p Page,
    scheme: Scheme,
    /// How many more elements and texts may be read as values.
    left: usize,
}

impl<'p> Build<'p> {
    fn new(page: &'p Page, scheme: Scheme) -> Build<'p> {
        Build {
            page,
            scheme,
            left: MOST_READINGS * page.len(),
        }
    }

    /// The object of the element `at`; `None` if it is no recipe but a tangle. Pages nest
    /// no deeper than `Page` lets them.
    fn object(&mut self, at: usize, kind: &str) -> Option<Object> {
        let (page, scheme) = (self.page, self.scheme);
        let mut object = Object::new();
        object.insert("@type".into(), kind.into());
        let mut past = at;
        for (inner, element) in page.elements_inside(at) {
            if inner < past {
                continue;
            }
            let begins = scheme.begins(element);
            let fields = scheme.fields(element);
            if begins.is_some() {
                past = page.end(inner);
            }
            if fields.is_empty() {
                continue;
            }
            self.left = self.left.checked_sub(page.end(inner) - inner)?;
            let value = match begins {
                Some(kind) => {
                    let mut nested = self.object(inner, kind)?;
                    // An object without fields is a text that was marked too eagerly.
                    if nested.len() == 1 {
                        nested.insert("text".into(), page.shown(inner).into());
                        nested.insert("name".into(), page.shown(inner).into());
                    }
                    Value::Object(nested)
                }
                None => value_of(page, inner, element, &fields).into(),
            };
            if let Some((last, others)) = fields.split_last() {
                for field in others {
                    push(&mut object, field, value.clone());
                }
                push(&mut object, last, value);
            }
        }
        Some(object)
    }
}

fn value_of(page: &Page, at: usize, element: &Element, fields: &[&str]) -> String {
    let attribute = |name| element.attribute(name).filter(|value| !value.is_empty());
    let address = fields
        .iter()
        .any(|field| matches!(*field, "url" | "image" | "mainEntityOfPage"));
    let value = match element.name.as_str() {
        "a" | "link" if address => attribute("href"),
        "img" => attribute("src"),
        "time" => attribute("datetime").or(attribute("content")),
        "abbr" => attribute("title"),
        "data" | "meter" => attribute("value"),
        _ => attribute("content"),
    };
    match value {
        Some(value) => value.into(),
        None => page.shown(at),
    }
}

fn push(object: &mut Object, field: &str, value: Value) {
    if value.as_str() == Some("") {
        return;
    }
    match object.get_mut(field) {
        None => {
            object.insert(field.into(), value);
        }
        Some(Value::Array(values)) => values.push(value),
        Some(first) => {
            let values = vec![first.take(), value];
            *first = Value::Array(values);
        }
    }
}
