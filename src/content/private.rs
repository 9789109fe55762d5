//! What is wrong with a `private:` itself. What stands under it is never looked into.

use crate::diagnostic::Report;
use crate::record::node::{Node, PRIVATE, Value};

/// Refuses `private: true` and the like: one word hides nothing, and whoever wrote it thinks that it does.
pub(super) fn refuse_lone_words(node: &Node<'_>, report: &Report) {
    match &node.value {
        Value::Scalar { .. } => {}
        Value::List(items) => items.iter().for_each(|item| refuse_lone_words(item, report)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if key.name != PRIVATE {
                    refuse_lone_words(value, report);
                } else if is_lone_word(value) {
                    let message = "`private` with one word hides nothing: the fields beside it are published";
                    let help = "move your own notes below `private:`, indented; to hold back a whole service, course, update or page, write `draft: true`";
                    report.error_unquoted(PRIVATE, key.span, message, help);
                }
            }
        }
    }
}

fn is_lone_word(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::Scalar { text, .. } if !node.is_blank() && text.split_whitespace().count() < 2)
}

/// Whether a text speaks of what is private or confidential at all.
pub(super) fn is_mentioned_in(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["private", "confidential"].iter().any(|word| text.contains(word))
}
