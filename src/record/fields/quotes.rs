//! Texts that say nothing as they were written: a lone `yes`, quotes that are part of the text.

use super::Refusal;
use crate::diagnostic::Report;
use crate::record::node::{Node, Value};

/// Fields in which such words are words to search for.
const SEARCHED: [&str; 3] = ["person", "also", "keywords"];

/// Warns of a text that is only a yes or a no, or stands in typographic quotes.
pub(super) fn check_text(node: &Node<'_>, name: &str, report: &Report) {
    let Value::Scalar { text, plain: true } = &node.value else { return };
    let text = text.trim();
    if is_switch(text) && !SEARCHED.contains(&name) {
        let message = format!("`{name}` is a text for readers, and says only `{text}`");
        let help = format!("say it in words, such as `{name}: Free for everyone`, or take the field out");
        report.warning(name, node.span, message, help);
    } else if without_curly_quotes(node).is_some() {
        let message = "the curly quotes around this value are read as part of it, so readers see them";
        let help = "use straight quotes, `\"…\"`, or none; to show curly quotes, put straight ones around them";
        report.warning(name, node.span, message, help);
    }
}

fn is_switch(text: &str) -> bool {
    ["yes", "no", "true", "false", "on", "off"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The text of a value that stands in typographic quotes, without them.
pub(super) fn without_curly_quotes<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    let Value::Scalar { text, plain: true } = &node.value else { return None };
    let pairs = [(['“', '”', '„'], ['”', '“', '"']), (['‘', '’', '‚'], ['’', '‘', '\''])];
    pairs.iter().find_map(|(open, close)| {
        let inner = text.trim().strip_prefix(*open).and_then(|text| text.strip_suffix(*close))?;
        (!inner.is_empty() && !inner.contains(*open) && !inner.contains(*close)).then_some(inner)
    })
}

/// What to say where those quotes spoil a value.
pub(super) fn refused(name: &str, inner: &str, report: &Report) -> Refusal {
    let message = format!("the curly quotes around this value are read as part of `{name}`");
    if !report.is_quoting() {
        return Refusal::new(message, "write the value without quotes, or with straight ones");
    }
    Refusal::new(message, format!("write `{inner}` without quotes, or with straight ones: `\"{inner}\"`"))
}
