//! Values that YAML cuts short: ` #` begins a comment, also in `cost: Free with #marlsea card`.

use std::ops::Range;

use crate::diagnostic::{Report, Span};
use crate::model::suggestion;
use crate::record::node::{Node, PRIVATE, Value};

/// Warns of each `#` that was probably meant to be read. `yaml` begins at byte `start` of its file, `node` is what it
/// says.
pub(super) fn check(yaml: &str, start: usize, node: &Node<'_>, report: &Report) {
    if !yaml.contains(" #") && !yaml.contains("\t#") {
        return;
    }
    let mut places = Places { values: Vec::new(), secret: Vec::new() };
    places.gather(node);
    let mut from = start;
    for line in yaml.split_inclusive('\n') {
        let range = from..from + line.len();
        from = range.end;
        if let Some(at) = item_of_comment(line).filter(|_| !places.is_secret(&range)) {
            tell(true, range.start + at..range.start + line.trim_end().len(), report);
        }
        let comment = first_comment(line).filter(|_| !places.is_secret(&range));
        let Some(at) = comment.map(|at| range.start + at).filter(|&at| !places.is_in_value(at)) else { continue };
        if let Some(empty) = cut_short(line, at - range.start) {
            tell(empty, at..range.start + line.trim_end().len(), report);
        }
    }
}

fn tell(empty: bool, place: Range<usize>, report: &Report) {
    let message = if empty {
        "everything after this `#` is a comment, so this field has no value of its own here"
    } else {
        "everything after this `#` is a comment, so the value ends before it"
    };
    let help =
        "put the whole value in quotes, such as `\"#1d5c63\"`; if a comment is meant, write a space after the `#`";
    report.warning("comment", Span::new(place.start, place.end), message, help);
}

/// Where a line may have a comment behind a value.
fn first_comment(line: &str) -> Option<usize> {
    let at = line.match_indices('#').map(|(at, _)| at).find(|&at| line[..at].ends_with([' ', '\t']))?;
    (!line[..at].trim_matches([' ', '\t', '-']).is_empty()).then_some(at)
}

/// Where an item of a list is nothing but what YAML takes for a comment: `- #NoExcuse`.
fn item_of_comment(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches([' ', '\t']).strip_prefix("- ")?.trim_start();
    let is_value = rest.strip_prefix('#')?.starts_with(char::is_alphanumeric);
    is_value.then(|| line.len() - rest.len())
}

/// Whether a comment looks like the rest of a value, and if so whether nothing of the value is left.
fn cut_short(line: &str, at: usize) -> Option<bool> {
    let mut rest = line[at + 1..].chars();
    let first = rest.next()?;
    let is_value = first.is_alphanumeric() || matches!(first, '\'' | '"') || {
        first == ' ' && rest.next().is_some_and(|second| second.is_ascii_digit())
    };
    is_value.then(|| line[..at].trim_end().ends_with(':'))
}

/// Where a file has its values, and where it has what must not be shown.
struct Places {
    values: Vec<Span>,
    secret: Vec<Span>,
}

impl Places {
    fn gather(&mut self, node: &Node<'_>) {
        match &node.value {
            Value::Scalar { .. } => self.values.push(node.span),
            Value::List(items) => items.iter().for_each(|item| self.gather(item)),
            Value::Map(entries) => {
                for (key, value) in entries {
                    let private = suggestion::nearest(&key.name, [PRIVATE, "person"]).is_some();
                    if private || Node::is_secret(value) {
                        self.secret.push(Span { start: key.span.start, end: value.span.end.max(key.span.end) });
                    }
                    self.gather(value);
                }
            }
        }
    }

    /// Whether any of these bytes may be private.
    fn is_secret(&self, bytes: &Range<usize>) -> bool {
        self.secret.iter().any(|span| (span.start as usize) < bytes.end && bytes.start <= span.end as usize)
    }

    /// Whether a byte is part of a value, as in quotes or in a block of text.
    fn is_in_value(&self, at: usize) -> bool {
        self.values.iter().any(|span| span.range().contains(&at))
    }
}
