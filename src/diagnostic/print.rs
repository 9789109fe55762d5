//! Problems as text, in the form that rustc made familiar.

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::{Diagnostic, Position, Severity, Span, private};

/// A problem with its place worked out in people's terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<'d> {
    /// The problem.
    pub diagnostic: &'d Diagnostic,
    /// Where it is; line 1, column 1 where it concerns the whole file.
    pub position: Position,
    /// The line itself, unless it may hold a private value; of a long one the part around the place.
    pub line: Option<String>,
    /// How many characters of `line` come before what it is about.
    pub indent: usize,
    /// How many characters of `line` it is about; at least 1.
    pub width: usize,
}

impl<'d> Placed<'d> {
    /// Works the place out from the file's text, where the file is text.
    #[must_use]
    pub fn new(diagnostic: &'d Diagnostic, text: Option<&str>) -> Self {
        Self::within(diagnostic, text.map(Lines::of).as_ref())
    }

    /// Works the places of many problems out; `text` gives the text of a file. A file is looked through once for
    /// problems that stand together.
    #[must_use]
    pub fn all<'t>(diagnostics: &'d [Diagnostic], text: impl Fn(&str) -> Option<&'t str>) -> Vec<Self> {
        let files = diagnostics.chunk_by(|one, next| one.path == next.path);
        let placed = files.flat_map(|problems| {
            let mut lines = problems.first().and_then(|problem| text(&problem.path)).map(Lines::of);
            // A line of which one problem must not be quoted holds what no other may show either.
            if let Some(lines) = &mut lines {
                problems.iter().filter(|problem| !problem.quoted).for_each(|problem| lines.hide(problem.span));
            }
            problems.iter().map(|problem| Self::within(problem, lines.as_ref())).collect::<Vec<_>>()
        });
        placed.collect()
    }

    fn within(diagnostic: &'d Diagnostic, lines: Option<&Lines<'_>>) -> Self {
        let position = Position { line: 1, column: 1 };
        let nowhere = Self { diagnostic, position, line: None, indent: 0, width: 1 };
        let (Some(span), Some(lines)) = (diagnostic.span, lines) else { return nowhere };
        let position = lines.at(span.start as usize);
        let shown = diagnostic.quoted && !lines.hidden.get(position.line - 1).copied().unwrap_or(false);
        if !shown {
            return Self { position, ..nowhere };
        }
        let (line, indent, width) = lines.excerpt(position.line - 1, span);
        Self { position, line: Some(line), indent, width, ..nowhere }
    }
}

/// A file's text with what is asked about its lines for every problem.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    hidden: Vec<bool>,
    /// The place that was last asked for: its byte, and its column. One long line may have thousands of problems.
    last: Cell<(usize, usize)>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts, hidden: private::hidden_lines(text), last: Cell::default() }
    }

    /// Lets the lines of a place never be shown.
    fn hide(&mut self, place: Option<Span>) {
        let Some(place) = place else { return };
        let line = |offset: u32| self.number(offset as usize);
        let (first, last) = (line(place.start), line(place.end));
        self.hidden.iter_mut().skip(first).take(last - first + 1).for_each(|hidden| *hidden = true);
    }

    /// The number of the line that a byte is on, from 0.
    fn number(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset.min(self.text.len())) - 1
    }

    /// The place of a byte as people count.
    fn at(&self, offset: usize) -> Position {
        let number = self.number(offset);
        let start = self.starts[number];
        let (known, column) = self.last.get();
        // Counted on from the place before, where that is on the same line and a letter begins there.
        let goes_on = (start..=offset).contains(&known) && column > 0 && self.text.is_char_boundary(known);
        let (from, before) = if goes_on { (known, column) } else { (start, 1) };
        let column = Position::of(&self.text[from..], offset - from).column + before - 1;
        self.last.set((offset, column));
        Position { line: number + 1, column }
    }

    /// The part of a line that is shown, with the place and width of what it is about: a paragraph that stands on one
    /// line would fill the terminal.
    fn excerpt(&self, number: usize, span: Span) -> (String, usize, usize) {
        const LONGEST: usize = 300;
        const BEFORE: usize = 60;
        let start = self.starts[number];
        let end = self.starts.get(number + 1).map_or(self.text.len(), |next| next - 1);
        let line = self.text[start..end].trim_end_matches('\r');
        let mark = line.len() - line.trim_start_matches('\u{feff}').len();
        let (line, start) = (&line[mark..], start + mark);
        let mut at = (span.start as usize).clamp(start, start + line.len()) - start;
        while !line.is_char_boundary(at) {
            at -= 1;
        }
        let (before, after) = line.split_at(at);
        let wanted = self
            .text
            .get(span.range())
            .map_or(1, |part| part.chars().take_while(|letter| *letter != '\n').take(LONGEST).count());
        // At most four bytes are one letter.
        let is_short = line.len() <= LONGEST || line.len() <= LONGEST * 4 && line.chars().count() <= LONGEST;
        let kept = if is_short { before.len() } else { end_of(before.chars().rev(), BEFORE) };
        // Near the end of the line, more of what comes before is shown.
        let room = LONGEST - after.chars().take(LONGEST).count().min(LONGEST);
        let kept = if is_short { kept } else { kept.max(end_of(before.chars().rev(), room)) };
        let before = &before[before.len() - kept..];
        let indent = before.chars().count();
        let shown = if is_short { after.len() } else { end_of(after.chars(), LONGEST - indent.min(LONGEST)) };
        let left = if kept < at { "…" } else { "" };
        let right = if shown < after.len() { "…" } else { "" };
        let (rest, after) = (after.len(), &after[..shown]);
        let width =
            wanted.min(if rest == shown { after.chars().count() } else { LONGEST.saturating_sub(indent) }).max(1);
        (tidy(&format!("{left}{before}{after}{right}")), indent + left.chars().count(), width)
    }
}

/// How many bytes the first letters of some have.
fn end_of(letters: impl Iterator<Item = char>, count: usize) -> usize {
    letters.take(count).map(char::len_utf8).sum()
}

/// A line that is safe to print on a terminal: tabs and line ends as one space; as `·` what commands a terminal, or
/// turns the order of letters around.
fn tidy(line: &str) -> String {
    let fit = |letter: char| match letter {
        '\t' | '\n' | '\r' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '·',
        letter if letter.is_control() => '·',
        letter => letter,
    };
    line.trim_end().chars().map(fit).collect()
}

/// One problem as text:
///
/// ```text
/// error[plan/timescale]: `2026-02-30` is not a date
///   --> content/plans/strategy.yaml:14:10
///    |
/// 14 |     timescale: 2026-02-30
///    |                ^^^^^^^^^^
///    = help: write `2026-02-28`, `May 2026` or `Q2 2026/27`
/// ```
#[must_use]
pub fn text(placed: &Placed<'_>) -> String {
    let Diagnostic { severity, code, message, path, help, .. } = placed.diagnostic;
    let Position { line, column } = placed.position;
    let margin = line.to_string().len();
    let message = tidy(message);
    let mut out = format!("{severity}[{code}]: {message}\n{:margin$}--> {path}:{line}:{column}\n", "");
    if let Some(source) = &placed.line {
        let (indent, carets) = (" ".repeat(placed.indent), "^".repeat(placed.width));
        let _ = writeln!(out, "{:margin$} |\n{line} | {source}", "");
        let _ = writeln!(out, "{:margin$} | {indent}{carets}", "");
    }
    if let Some(help) = help {
        let _ = writeln!(out, "{:margin$} = help: {}", "", tidy(help));
    }
    out
}

/// How many places there must be until an error with one cause is shown once for all of them.
const MANY: usize = 3;

/// How many of the other places are named.
const NAMED: usize = 4;

/// A problem, with the other places at which it has the same cause.
pub(crate) struct Group<'p, 'd> {
    pub(crate) first: &'p Placed<'d>,
    others: Vec<&'p Placed<'d>>,
}

/// Problems in the order in which people are shown them: errors first, then as they are given.
#[must_use]
pub(crate) fn groups<'p, 'd>(problems: &'p [Placed<'d>]) -> Vec<Group<'p, 'd>> {
    let mut sorted: Vec<&Placed<'_>> = problems.iter().collect();
    sorted.sort_by_key(|placed| placed.diagnostic.severity);
    let mut places: HashMap<&str, usize> = HashMap::new();
    for placed in sorted.iter().filter(|placed| placed.diagnostic.shared) {
        *places.entry(&placed.diagnostic.message).or_default() += 1;
    }
    let mut groups: Vec<Group<'p, 'd>> = Vec::with_capacity(sorted.len());
    let mut by_message: HashMap<&str, usize> = HashMap::new();
    for placed in sorted {
        let message = placed.diagnostic.message.as_str();
        let is_many = placed.diagnostic.shared && places.get(message).is_some_and(|&places| places >= MANY);
        if let Some(&group) = by_message.get(message).filter(|_| is_many) {
            groups[group].others.push(placed);
            continue;
        }
        if is_many {
            by_message.insert(message, groups.len());
        }
        groups.push(Group { first: placed, others: Vec::new() });
    }
    groups
}

impl Group<'_, '_> {
    /// The first problem as text, and where else it is.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        let margin = self.first.position.line.to_string().len();
        let place = |placed: &&Placed<'_>| {
            format!("{}:{}:{}", placed.diagnostic.path, placed.position.line, placed.position.column)
        };
        let named: Vec<String> = self.others.iter().take(NAMED).map(place).collect();
        let more = match self.others.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more, which `fingerpost check --format json` lists"),
        };
        let mut text = text(self.first);
        if !named.is_empty() {
            let _ = writeln!(text, "{:margin$} = also in: {}{more}", "", named.join(", "));
        }
        text
    }
}

/// How a run went, in one line: `2 errors, 1 warning`.
#[must_use]
pub(crate) fn tally<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> String {
    let severities: Vec<Severity> = diagnostics.into_iter().map(|diagnostic| diagnostic.severity).collect();
    let count = |severity: Severity| severities.iter().filter(|one| **one == severity).count();
    let some = |number: usize, noun: &str| match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        more => Some(format!("{more} {noun}s")),
    };
    let parts = [Severity::Error, Severity::Warning, Severity::Hint]
        .map(|severity| some(count(severity), &severity.to_string()));
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_shows_its_line_with_a_caret_and_what_to_do() {
        let file = "title: Plan\ntimescale: 2026-02-30\n";
        let at = file.find("2026").expect("the text holds it");
        let problem = Diagnostic::error("plan/timescale", "content/plans/a.yaml".into(), "`2026-02-30` is not a date")
            .at(Span::new(at, at + 10))
            .help("write `2026-02-28`");
        insta::assert_snapshot!(text(&Placed::new(&problem, Some(file))), @r"
        error[plan/timescale]: `2026-02-30` is not a date
         --> content/plans/a.yaml:2:12
          |
        2 | timescale: 2026-02-30
          |            ^^^^^^^^^^
          = help: write `2026-02-28`
        ");
    }

    #[test]
    fn of_a_long_line_the_part_around_the_place_is_shown() {
        let line = format!("{}here{}", "a".repeat(100_000), "b".repeat(100_000));
        let problem = Diagnostic::error("a/b", "c".into(), "d").at(Span::new(100_000, 100_004));
        let shown = text(&Placed::new(&problem, Some(&line)));
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[3], format!("1 | …{}here{}…", "a".repeat(60), "b".repeat(236)));
        assert_eq!(lines[4], format!("  | {}^^^^", " ".repeat(61)));
        assert!(lines[1].ends_with("c:1:100001"), "{}", lines[1]);
    }

    #[test]
    fn what_commands_a_terminal_is_not_passed_on() {
        let problem = Diagnostic::error("a/b", "c".into(), "`\u{1b}[2J\r\n\u{202e}x` is none").help("not `\u{7}`");
        insta::assert_snapshot!(text(&Placed::new(&problem, None)), @r"
        error[a/b]: `·[2J  ·x` is none
         --> c:1:1
          = help: not `·`
        ");
    }

    #[test]
    fn a_line_that_one_problem_must_not_quote_is_quoted_by_none() {
        let file = "one: 1\ntwo: 1 Secret Street\n";
        let path: crate::diagnostic::SourcePath = "content/services/a.md".into();
        let secret = Diagnostic::error("service/two", path.clone(), "this must not be told").at(Span::new(12, 27));
        let other = |at: usize| Diagnostic::warning("service/one", path.clone(), "look").at(Span::new(at, at + 3));
        let problems = [other(0), other(7), Diagnostic { quoted: false, ..secret }];
        let lines: Vec<Option<String>> =
            Placed::all(&problems, |_| Some(file)).into_iter().map(|one| one.line).collect();
        assert_eq!(lines, [Some("one: 1".to_owned()), None, None]);
    }

    #[test]
    fn a_private_line_is_never_quoted() {
        let file = "private:\n  note: [1 Secret Street\n";
        let problem = Diagnostic::error("service/yaml", "content/services/a.md".into(), "a bracket is not closed")
            .at(Span::new(17, 18));
        let shown = text(&Placed::new(&problem, Some(file)));
        assert!(!shown.contains("Secret"), "{shown}");
        assert!(shown.contains("a.md:2:9"), "{shown}");
    }
}
