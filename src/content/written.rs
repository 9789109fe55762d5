//! Texts that say nothing as they were written: what a template left.

use crate::diagnostic::{Located, Report, Span};
use crate::model::placeholder::{placeholder, to_be_confirmed};
use crate::record::markdown;
use crate::record::node::{Node, Value};

/// Fields with words to search for, those that nobody reads, and the statement that has its own look at what is open.
const UNREAD: [&str; 5] = ["private", "person", "also", "keywords", "accessibility"];

/// Finds what was left open in a text.
type Find = fn(&str) -> Option<&str>;

/// Warns of what is still to be filled in, in the fields above a text.
pub(super) fn check_filled(node: &Node<'_>, report: &Report) {
    check_with(left_open, node, report);
}

/// The same in a file of fields alone, where a date of a plan may well be still to come.
pub(super) fn check_placeholders(node: &Node<'_>, report: &Report) {
    check_with(placeholder, node, report);
}

fn check_with(find: Find, node: &Node<'_>, report: &Report) {
    match &node.value {
        Value::Scalar { text, .. } => {
            let value = Located::new(text.trim().to_owned(), node.span);
            if let Some(left) = find(&value.value) {
                tell(left, markdown::part(&value, left, report), report);
            }
        }
        Value::List(items) => items.iter().for_each(|item| check_with(find, item, report)),
        Value::Map(entries) => {
            let read = entries.iter().filter(|(key, value)| !UNREAD.contains(&&*key.name) && !value.is_secret());
            read.for_each(|(_, value)| check_with(find, value, report));
        }
    }
}

/// Warns of what is still to be filled in, in the text below the fields, which begins at byte `start` of the file.
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
    let message = format!("`{left}` is still to be filled in");
    report.warning(
        "unfinished",
        span,
        message,
        "write what is true, or take the sentence or field out until it is known",
    );
}
