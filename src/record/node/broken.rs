//! Why a text is not YAML, in an author's words.

mod open_end;

use std::cmp::Ordering;

use granit_parser::ErrorKind;

use crate::diagnostic::{Report, Span};

/// A message and its help.
type Told = (&'static str, &'static str);

const OPEN_BRACKET: Told = (
    "a bracket `[` or `{` is not closed, or a comma is missing",
    "close every bracket, or put the value in quotes if it only begins with one",
);

const OPEN_QUOTE: Told = (
    "a closing quotation mark is missing",
    "close it at the end of the value; inside `'…'` an apostrophe is written twice: `''`",
);

const BEHIND_QUOTE: Told = (
    "there is more text after the closing quote",
    "put the quotes around the whole value, or take them out; to show a quote inside `\"…\"`, write `\\\"`",
);

const AFTER_APOSTROPHE: Told = (
    "the apostrophe ends the value, which began with `'`",
    "put the value in double quotes: `\"it's open\"`, or write the apostrophe twice: `''`",
);

const TOO_DEEP: Told = (
    "this line is indented further than the one above it, which already has a value",
    "begin the fields of a group under each other, with the same number of spaces before them",
);

const BETWEEN: Told = (
    "the indent of this line fits none of the lines above it",
    "begin the line exactly under the fields or the `-` that it belongs with",
);

/// Says in an author's words why a text is not YAML.
pub(super) fn tell(yaml: &str, start: usize, at: usize, kind: &ErrorKind, report: &Report) {
    let line_start = yaml[..floor(yaml, at)].rfind('\n').map_or(0, |newline| newline + 1);
    let tab = first_indenting_tab(yaml);
    // A parser may stumble at the end of the line before: there it expected what the tab stands in front of.
    let next = yaml[floor(yaml, at)..].split_inclusive('\n').take(2).map(str::len).sum::<usize>() + floor(yaml, at);
    if let Some(tab) = tab.filter(|&tab| tab < next || matches!(kind, ErrorKind::TabInBlockIndentation)) {
        let help = "indent with spaces: two for each step";
        let span = Span::new(start + tab, start + tab + 1);
        return report.error("yaml", span, "the line is indented with a tab", help);
    }
    // A parser notices late that something was left open: at the next line, or at the end of the file.
    if let Some(open) = open_end::first(yaml).filter(|&open| open <= at) {
        let (message, help) = if yaml[open..].starts_with(['[', '{']) { OPEN_BRACKET } else { OPEN_QUOTE };
        return report.error("yaml", Span::new(start + open, start + open + 1), message, help);
    }
    let line = yaml[line_start.min(yaml.len())..].lines().next().unwrap_or_default();
    if let Some((behind, told)) = behind_quote(line) {
        let span = Span::new(start + line_start + behind, start + line_start + behind + 1);
        return report.error("yaml", span, told.0, told.1);
    }
    if let Some((indent, told)) = wrong_indent(&yaml[..line_start], line) {
        let span = Span::new(start + line_start + indent, start + line_start + line.trim_end().len());
        return report.error("yaml", span, told.0, told.1);
    }
    let at = if yaml[floor(yaml, at)..].trim().is_empty() { yaml.trim_end().len().max(1) - 1 } else { floor(yaml, at) };
    let (message, help) = explain(kind, &yaml[line_start.min(yaml.len())..]);
    report.error("yaml", Span::new(start + at, start + at + 1), message, help);
}

/// Where a line goes on behind the quote that closes its value, and what to say of it.
fn behind_quote(line: &str) -> Option<(usize, Told)> {
    let from = open_end::value_offset(line);
    let quote = line[from..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let mut letters = line[from + 1..].char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_twice = quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == quote);
        match letter {
            '\\' if quote == '"' => drop(letters.next()),
            _ if letter == quote && is_twice => drop(letters.next()),
            _ if letter == quote => {
                let end = from + 1 + at;
                let rest = &line[end + 1..];
                let more = rest.trim_start();
                let is_end = more.is_empty() || more.starts_with([',', ']', '}', ':', '#']);
                let is_apostrophe = quote == '\'' && rest.starts_with(char::is_alphabetic);
                let told = if is_apostrophe { AFTER_APOSTROPHE } else { BEHIND_QUOTE };
                let place = if is_apostrophe { end } else { end + 1 + rest.len() - more.len() };
                return (!is_end).then_some((place, told));
            }
            _ => {}
        }
    }
    None
}

/// The indent of a field or item that does not fit with the lines before it, and what to say of it.
fn wrong_indent(before: &str, line: &str) -> Option<(usize, Told)> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_entry = |line: &str| {
        let text = line.trim_start();
        text.starts_with("- ")
            || text.split_once(':').is_some_and(|(name, rest)| {
                let simple = name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
                !name.is_empty() && simple && (rest.is_empty() || rest.starts_with(' '))
            })
    };
    let own = indent(line);
    let last = before.lines().rfind(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))?;
    let inner = |line: &str| {
        let text = line.trim_start();
        indent(line) + text.len() - text.trim_start_matches("- ").len()
    };
    let opens = last.trim_end().ends_with([':', '|', '>']);
    let fits = || before.lines().any(|line| is_entry(line) && (indent(line) == own || inner(line) == own));
    if !is_entry(line) || !is_entry(last) {
        return None;
    }
    match own.cmp(&inner(last)) {
        Ordering::Greater if !opens => Some((own, TOO_DEEP)),
        Ordering::Less if !fits() => Some((own, BETWEEN)),
        _ => None,
    }
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
            "`*` at the start of a value refers to another value, and there is none of that name",
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
            "this line does not fit with those around it",
            "begin all fields of a group under each other, with a colon and a space after each name",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (
            "a field's name, a colon and a space were expected here",
            "write `name: value`; put long text in quotes, or below `name: |` and indented",
        ),
        _ => (
            "this line cannot be read as `name: value`",
            "check the spaces at the start of this line and of the one above it, and put the value in quotes",
        ),
    }
}
