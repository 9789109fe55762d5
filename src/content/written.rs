//! Texts that say nothing as they were written: a lone `yes`, quotes that are part of the text, what a template left.

use super::confidential::is_secret;
use super::fields::Refusal;
use super::markdown;
use super::node::{Node, Value};
use crate::diagnostic::{Located, Report, Span};
use crate::model::placeholder::{placeholder, to_be_confirmed};

/// Fields in which such words are words to search for, or which nobody reads.
const UNREAD: [&str; 4] = ["private", "person", "also", "keywords"];

/// Warns of a text that is only a yes or a no, or stands in typographic quotes.
pub(super) fn check_text(node: &Node<'_>, name: &str, report: &Report) {
    let Value::Scalar { text, plain: true } = &node.value else { return };
    let text = text.trim();
    if is_switch(text) && !UNREAD.contains(&name) {
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
pub(super) fn quotes_refused(name: &str, inner: &str, report: &Report) -> Refusal {
    let message = format!("the curly quotes around this value are read as part of `{name}`");
    if !report.is_quoting() {
        return Refusal::new(message, "write the value without quotes, or with straight ones");
    }
    Refusal::new(message, format!("write `{inner}` without quotes, or with straight ones: `\"{inner}\"`"))
}

/// Warns of what was left to be filled in, in the fields of a record.
pub(super) fn check_filled(node: &Node<'_>, report: &Report) {
    match &node.value {
        Value::Scalar { text, .. } => {
            let value = Located::new(text.trim().to_owned(), node.span);
            if let Some(left) = left_open(&value.value) {
                tell(left, markdown::part(&value, left, report), report);
            }
        }
        Value::List(items) => items.iter().for_each(|item| check_filled(item, report)),
        Value::Map(entries) => {
            let read = entries.iter().filter(|(key, value)| !UNREAD.contains(&&*key.name) && !is_secret(value));
            read.for_each(|(_, value)| check_filled(value, report));
        }
    }
}

/// Warns of what was left to be filled in, in the text below the fields, which begins at byte `start` of the file.
pub(super) fn check_filled_body(body: &str, start: usize, report: &Report) {
    let mut from = start;
    for line in body.split_inclusive('\n') {
        if let Some(left) = left_open(line) {
            let at = from + line.find(left).unwrap_or_default();
            tell(left, Span::new(at, at + left.len()), report);
        }
        from += line.len();
    }
}

fn left_open(text: &str) -> Option<&str> {
    placeholder(text).or_else(|| to_be_confirmed(text))
}

fn tell(left: &str, span: Span, report: &Report) {
    let message = format!("`{left}` was left to be filled in");
    report.warning(
        "unfinished",
        span,
        message,
        "write what is true, or take the sentence or field out until it is known",
    );
}
