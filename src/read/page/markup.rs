//! A web page as its elements and texts in the order of the page.
//!
//! Owns the way from bytes to elements, as forgiving as a browser. Must never know what
//! a recipe is.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use std::collections::HashMap;

/// Elements inside more elements than this are put beside each other.
const DEEPEST: usize = 400;

/// No page has more elements, attributes and texts.
const MOST_PARTS: usize = 1 << 17;

/// No part of a recipe is longer, in bytes; many elements may share a text.
const LONGEST_TEXT: usize = 1 << 18;

/// Elements that hold nothing.
const EMPTY: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
    "option",
];

/// Elements whose text is not shown.
const UNSEEN: [&str; 8] = [
    "script", "style", "noscript", "template", "svg", "button", "select", "iframe",
];

/// A page; a node's place in it is its number.
#[derive(Debug, Default)]
pub(super) struct Page {
    nodes: Vec<Node>,
    /// Whether there was more than a page can have.
    is_cut: bool,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    /// Its name in small letters.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// The number of the first node after all that stand in it.
    end: usize,
}

/// The elements that have begun and not ended yet.
#[derive(Default)]
struct Open {
    /// Their numbers, the outermost first.
    nodes: Vec<usize>,
    /// Where in `nodes` those of a name stand, so that none has to be looked for.
    depths: HashMap<String, Vec<usize>>,
}

impl Open {
    /// The place in `nodes` of the innermost element called `name`.
    fn last(&self, name: &str) -> Option<usize> {
        self.depths.get(name)?.last().copied()
    }
}

impl Element {
    /// The value of an attribute, without white space around it.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim())
    }

    /// Whether `word` is one of the words of an attribute.
    pub(super) fn has(&self, attribute: &str, word: &str) -> bool {
        self.attribute(attribute).is_some_and(|value| {
            value
                .split_ascii_whitespace()
                .any(|known| known.eq_ignore_ascii_case(word))
        })
    }

    fn is_block(&self) -> bool {
        BLOCKS.contains(&self.name.as_str())
    }
}

impl Page {
    /// Returns the page in `html`.
    pub(super) fn read(html: &str) -> Page {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut page = Page::default();
        let mut open = Open::default();
        let mut attributes_read = 0;
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            if page.nodes.len() + attributes_read >= MOST_PARTS {
                page.is_cut = true;
                break;
            }
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    page.close_implied(&name, &mut open);
                    let at = page.nodes.len();
                    attributes_read += tag.attributes.len();
                    let attributes = tag.attributes.into_iter();
                    let attributes = attributes.map(|(name, value)| {
                        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
                        (text(&name), text(&value))
                    });
                    let holds = !EMPTY.contains(&name.as_str()) && !tag.self_closing;
                    page.nodes.push(Node::Element(Element {
                        name,
                        attributes: attributes.collect(),
                        end: at + 1,
                    }));
                    if holds && open.nodes.len() < DEEPEST {
                        page.open(at, &mut open);
                    }
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    if let Some(opened) = open.last(&name) {
                        page.close(opened, &mut open);
                    }
                }
                Token::String(text) => {
                    let text = String::from_utf8_lossy(&text);
                    page.nodes.push(Node::Text(text.into_owned()));
                }
                _ => {}
            }
        }
        page.close(0, &mut open);
        page
    }

    /// Ends what a new element ends without an end tag: an `li` the `li` before it.
    fn close_implied(&mut self, name: &str, open: &mut Open) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr"], &["table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "option" => (&["option"], &["select"]),
            _ if name != "br" && BLOCKS.contains(&name) => {
                (&["p"], &["div", "li", "td", "section"])
            }
            _ => return,
        };
        let last = |names: &[&str]| names.iter().filter_map(|name| open.last(name)).max();
        if let Some(ended) = last(ends)
            && last(within).is_none_or(|within| within < ended)
        {
            self.close(ended, open);
        }
    }

    fn open(&self, at: usize, open: &mut Open) {
        let name = self.name(at).unwrap_or_default();
        let depth = open.nodes.len();
        match open.depths.get_mut(name) {
            Some(depths) => depths.push(depth),
            None => {
                open.depths.insert(name.into(), vec![depth]);
            }
        }
        open.nodes.push(at);
    }

    fn close(&mut self, from: usize, open: &mut Open) {
        let end = self.nodes.len();
        for at in open.nodes.drain(from.min(open.nodes.len())..) {
            if let Node::Element(element) = &mut self.nodes[at] {
                element.end = end;
                if let Some(depths) = open.depths.get_mut(&element.name) {
                    depths.pop();
                }
            }
        }
    }

    fn name(&self, at: usize) -> Option<&str> {
        self.element(at).map(|element| element.name.as_str())
    }

    /// The element with the number `at`.
    pub(super) fn element(&self, at: usize) -> Option<&Element> {
        match self.nodes.get(at) {
            Some(Node::Element(element)) => Some(element),
            _ => None,
        }
    }

    /// Whether there was more in it than a page can have, which was not read.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// All elements, in the order of the page.
    pub(super) fn elements(&self) -> impl Iterator<Item = (usize, &Element)> {
        self.elements_in(0, self.nodes.len())
    }

    /// The elements inside the element `at`.
    pub(super) fn elements_inside(&self, at: usize) -> impl Iterator<Item = (usize, &Element)> {
        self.elements_in(at + 1, self.end(at))
    }

    /// The elements from the node `from` up to `to`.
    pub(super) fn elements_in(
        &self,
        from: usize,
        to: usize,
    ) -> impl Iterator<Item = (usize, &Element)> {
        (from..to.min(self.nodes.len())).filter_map(|at| Some((at, self.element(at)?)))
    }

    /// The number of the first node after all that stand in the element `at`.
    pub(super) fn end(&self, at: usize) -> usize {
        self.element(at).map_or(at + 1, |element| element.end)
    }

    /// The number after the last node.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The raw text inside the element `at`, as of a script.
    pub(super) fn raw(&self, at: usize) -> String {
        let inside = self.nodes.get(at + 1..self.end(at)).unwrap_or_default();
        let texts = inside.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        texts.collect()
    }

    /// The text of the element `at` as it is shown, a line for each line.
    pub(super) fn shown(&self, at: usize) -> String {
        match &self.nodes.get(at) {
            Some(Node::Text(text)) => text.clone(),
            _ => self.shown_in(at + 1, self.end(at)),
        }
    }

    /// The text from the node `from` up to `to` as it is shown.
    pub(super) fn shown_in(&self, from: usize, to: usize) -> String {
        let mut text = String::new();
        let mut ends: Vec<usize> = Vec::new();
        let mut at = from;
        while at < to && text.len() < LONGEST_TEXT {
            while ends.last().is_some_and(|end| *end <= at) {
                ends.pop();
                text.push('\n');
            }
            match &self.nodes[at] {
                // Where the author broke a line in the source means nothing.
                Node::Text(words) => {
                    // `<b>sugar</b><u>45 g</u>` is set apart by its style.
                    let after_word = text.chars().rev().take(3).filter(|c| c.is_alphabetic());
                    if words.starts_with(|c: char| c.is_numeric()) && after_word.count() == 3 {
                        text.push(' ');
                    }
                    let words = words.chars().take(LONGEST_TEXT - text.len());
                    text.extend(words.map(|c| if c == '\n' { ' ' } else { c }));
                }
                Node::Element(element) if UNSEEN.contains(&element.name.as_str()) => {
                    at = element.end;
                    continue;
                }
                Node::Element(element) if element.is_block() => {
                    text.push('\n');
                    ends.push(element.end);
                }
                Node::Element(element) if matches!(element.name.as_str(), "td" | "th") => {
                    text.push(' ');
                }
                Node::Element(_) => {}
            }
            at += 1;
        }
        super::plain::tidy(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let page = Page::read(html);
        page.shown_in(0, page.len())
    }

    #[test]
    fn what_a_browser_shows_is_read() {
        assert_eq!(
            shown("<ul><li>1 egg<li>2 &frac12; tsp <b>salt</b></ul>"),
            "1 egg\n2 ½ tsp salt"
        );
        assert_eq!(shown("<p>a\nb<p>c<script>x</script>"), "a b\nc");
        assert_eq!(shown("a<br>b</i></div>c"), "a\nbc");
        assert_eq!(shown("<b>sugar</b><u>45 g</u>"), "sugar 45 g");
    }

    #[test]
    fn deep_nesting_is_no_trouble() {
        let deep = "<div>".repeat(100_000) + "x" + &"</div>".repeat(100_000);
        assert_eq!(shown(&deep), "x");
    }
}
