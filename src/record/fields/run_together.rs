//! Lists that were written as one text: `needs: money, housing`.

use crate::diagnostic::Report;
use crate::record::node::{Node, Value};

/// The longest text that may be a list of ids.
const LONGEST: usize = 200;

/// Whether a text that should be a single word is several, which is reported with the list that it should be; `tidy`
/// gives a word its form there.
pub(crate) fn is_run_together(
    node: &Node<'_>,
    name: &str,
    in_list: bool,
    tidy: impl Fn(&str) -> String,
    report: &Report,
) -> bool {
    let Value::Scalar { text, .. } = &node.value else { return false };
    let text = text.trim();
    let Some(values) = values(text) else { return false };
    let list = values.into_iter().map(tidy).collect::<Vec<_>>().join(", ");
    let (message, help) = if in_list {
        (
            format!("`{text}` is one item of the list `{name}`, and seems to name several"),
            format!("give each its own item: `{name}: [{list}]`"),
        )
    } else {
        (
            format!("`{name}` should be a list, and `{text}` is one text"),
            format!("put square brackets around the list: `{name}: [{list}]`"),
        )
    };
    report.error(name, node.span, message, help);
    true
}

/// The values that a text names with commas between them, or with an "and" between two words; none where it names one.
fn values(text: &str) -> Option<Vec<&str>> {
    let separators: &[char] = &[',', ';', '\n'];
    let parts: Vec<&str> = if text.contains(separators) {
        text.split(separators).map(str::trim).map(|part| part.strip_prefix("and ").unwrap_or(part)).collect()
    } else {
        let parts: Vec<&str> = text.split(" and ").collect();
        if parts.iter().any(|part| part.contains(' ')) {
            return None;
        }
        parts
    };
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (parts.len() > 1 && text.len() <= LONGEST).then_some(parts)
}
