//! Lists that were written as one text: `needs: money, housing`.

use super::Refusal;

/// The longest text that may be a list of ids.
const LONGEST: usize = 200;

/// The values that a text names with commas between them, or with an "and" between two words; none where it names one.
pub(super) fn values(text: &str) -> Option<Vec<&str>> {
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

/// What to say of such a text; `item` where it is one item of a list.
pub(super) fn refusal(name: &str, text: &str, values: &[String], item: bool) -> Refusal {
    let list = format!("[{}]", values.join(", "));
    let message = if item {
        format!("`{text}` is one item of the list `{name}`, and seems to name several")
    } else {
        format!("`{name}` should be a list, and `{text}` is one text")
    };
    let help = format!("put square brackets around the list: `{name}: {list}`");
    Refusal::new(message, if item { format!("give each its own item: `{name}: {list}`") } else { help })
}
