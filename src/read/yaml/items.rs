//! Reads the items of a shopping list from YAML or JSON.
//!
//! Owns the form of the list file: `items`, plain or by aisle, each a line or a mapping
//! with its line. Must never know what stands in a line.

use super::node::{Node, read_document};
use super::traps;
use crate::diagnostic::Diagnostic;

/// An item as it stands in the file.
pub(in crate::read) struct WrittenItem {
    pub line: String,
    pub wanted_by: Vec<String>,
}

/// Returns the items of the list in `text`.
///
/// # Errors
/// What keeps it from being a list.
pub(in crate::read) fn read_items(text: &str) -> Result<Vec<WrittenItem>, Vec<Diagnostic>> {
    let document = read_document(text).map_err(|error| vec![traps::explain(text, error)])?;
    let mut items = Vec::new();
    let root = match &document {
        Node::Map(entries) => match entries.as_slice() {
            [(key, items)] if key == "items" => items,
            _ => return Err(vec![not_a_list()]),
        },
        root => root,
    };
    collect(root, &mut items).map_err(|error| vec![error])?;
    Ok(items)
}

fn collect(node: &Node, items: &mut Vec<WrittenItem>) -> Result<(), Diagnostic> {
    match node {
        Node::Null => Ok(()),
        Node::Text(line) => {
            items.push(WrittenItem {
                line: line.as_ref().into(),
                wanted_by: Vec::new(),
            });
            Ok(())
        }
        Node::List(nodes) => nodes.iter().try_for_each(|node| collect(node, items)),
        Node::Map(entries) => {
            let field = |name: &str| {
                let found = entries.iter().find(|(key, _)| key == name);
                found.map(|(_, value)| value)
            };
            if let Some(Node::Text(line)) = field("line") {
                items.push(WrittenItem {
                    line: line.as_ref().into(),
                    wanted_by: field("for").map(texts).unwrap_or_default(),
                });
                return Ok(());
            }
            // The items of each aisle.
            for (_, value) in entries {
                match value {
                    Node::List(_) | Node::Null => collect(value, items)?,
                    _ => return Err(not_a_list()),
                }
            }
            Ok(())
        }
        Node::Unread => Err(not_a_list()),
    }
}

fn texts(node: &Node) -> Vec<String> {
    let text = |node: &Node| match node {
        Node::Text(text) => Some(text.as_ref().to_string()),
        _ => None,
    };
    match node {
        Node::List(nodes) => nodes.iter().filter_map(text).collect(),
        node => text(node).into_iter().collect(),
    }
}

fn not_a_list() -> Diagnostic {
    Diagnostic::error("not-a-list", "this is not a shopping list").hint(
        "a list begins with `items:`, and each item below it is a line such as `- 2 tbsp miso`",
    )
}
