//! What is wrong with a `private:` itself. What stands under it is never looked into.

use crate::diagnostic::Report;
use crate::record::node::{Node, PRIVATE, Value};

/// Refuses `private: true` and the like: it hides nothing, and its author thinks that it does.
pub(super) fn refuse_lone_words(node: &Node<'_>, report: &Report) {
    match &node.value {
        Value::Scalar { .. } => {}
        Value::List(items) => items.iter().for_each(|item| refuse_lone_words(item, report)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if key.name != PRIVATE {
                    refuse_lone_words(value, report);
                } else if hides_nothing(value) {
                    let message = "`private` with nothing below it hides nothing: the fields beside it are published";
                    let help = "move your own notes below `private:`, indented; to hold back a whole service, course, update or page, write `draft: true`";
                    report.error_unquoted(PRIVATE, key.span, message, help);
                }
            }
        }
    }
}

/// Whether nothing is below it, as where what follows has lost its indent, or only a word, or names of fields.
fn hides_nothing(node: &Node<'_>) -> bool {
    let Value::Scalar { text, .. } = &node.value else { return false };
    let words: Vec<&str> = text.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
    let speaks_of_hiding = ["publi", "hide", "hidden", "secret", "confidential", "internal", "share", "website"];
    let lower = text.to_lowercase();
    node.is_blank() || words.len() < 4 || words.len() < 9 && speaks_of_hiding.iter().any(|word| lower.contains(word))
}

/// Whether a text speaks of what is private or confidential at all.
pub(super) fn is_mentioned_in(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["private", "confidential"].iter().any(|word| text.contains(word))
}
