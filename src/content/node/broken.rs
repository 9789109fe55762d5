//! Why a text is not YAML, in an author's words.

mod open_end;

use granit_parser::ErrorKind;

use crate::diagnostic::{Report, Span};

/// A message and its help.
type Told = (&'static str, &'static str);

const OPEN_BRACKET: Told = (
    "a bracket `[` or `{` is not closed, or a comma is missing",
    "close every bracket, or put the value in quotes if it only begins with one",
);

const OPEN_QUOTE: Told =
    ("a quote is not closed", "close it at the end of the value; inside `'…'` an apostrophe is written twice: `''`");

/// Says in an author's words why a text is not YAML.
pub(super) fn tell(yaml: &str, start: usize, at: usize, kind: &ErrorKind, report: &Report) {
    let line_start = yaml[..floor(yaml, at)].rfind('\n').map_or(0, |newline| newline + 1);
    let tab = first_indenting_tab(yaml);
    if let Some(tab) = tab.filter(|&tab| tab <= at || matches!(kind, ErrorKind::TabInBlockIndentation)) {
        let help = "indent with spaces: two for each step";
        let span = Span::new(start + tab, start + tab + 1);
        return report.error("yaml", span, "the line is indented with a tab", help);
    }
    // A parser notices late that something was left open: at the next line, or at the end of the file.
    if let Some(open) = open_end::first(yaml).filter(|&open| open <= at) {
        let (message, help) = if yaml[open..].starts_with(['[', '{']) { OPEN_BRACKET } else { OPEN_QUOTE };
        return report.error("yaml", Span::new(start + open, start + open + 1), message, help);
    }
    let at = if yaml[floor(yaml, at)..].trim().is_empty() { yaml.trim_end().len().max(1) - 1 } else { floor(yaml, at) };
    let (message, help) = explain(kind, &yaml[line_start.min(yaml.len())..]);
    report.error("yaml", Span::new(start + at, start + at + 1), message, help);
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&index| text.is_char_boundary(index)).unwrap_or(0)
}

fn first_indenting_tab(yaml: &str) -> Option<usize> {
    let mut offset = 0;
    for line in yaml.split_inclusive('\n') {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        if let Some(tab) = indent.find('\t').filter(|_| !line.trim().is_empty()) {
            return Some(offset + tab);
        }
        offset += line.len();
    }
    None
}

/// The slip behind a parser's complaint, and what mends it.
fn explain(kind: &ErrorKind, line: &str) -> Told {
    let line = line.lines().next().unwrap_or_default();
    let value = line.split_once(": ").map_or("", |(_, value)| value.trim_start());
    let colon_inside = value.contains(": ") && !value.starts_with(['[', '{', '"', '\'']);
    match kind {
        _ if colon_inside => (
            "this line has more than one `: `, so its value is unclear",
            "put the value in quotes: `title: \"Help: day and night\"`",
        ),
        ErrorKind::UnknownAnchor => (
            "`*` at the start of a value points at another value, and there is none of that name",
            "put the value in quotes if it only begins with `*`",
        ),
        ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => OPEN_BRACKET,
        ErrorKind::UnexpectedCharacter { .. } => {
            ("a value cannot begin with this character", "put the value in quotes: `title: \"@home\"`")
        }
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::InvalidIndentation | ErrorKind::ExpectedBlockSequenceEntry => (
            "the line does not fit with those around it",
            "give all fields of a group the same indent, with a colon and a space after each name",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            "a field's name, a colon and a space were expected here",
            "write `name: value`; put long text in quotes, or below `name: |` and indented",
        ),
        _ => (
            "this cannot be read: a quote is not closed, or the indent is off",
            "check the quotes and the spaces at the start of this line and the one before it",
        ),
    }
}
