//! Problems as text, in the form that rustc made familiar.

use std::fmt::Write as _;

use super::{Diagnostic, Position, Severity, private};

/// A problem with its place worked out in people's terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<'d> {
    /// The problem.
    pub diagnostic: &'d Diagnostic,
    /// Where it is; line 1, column 1 where it concerns the whole file.
    pub position: Position,
    /// The line itself, unless it may hold a private value.
    pub line: Option<String>,
    /// How many characters of the line it is about; at least 1.
    pub width: usize,
}

impl<'d> Placed<'d> {
    /// Works the place out from the file's text, where the file is text.
    #[must_use]
    pub fn new(diagnostic: &'d Diagnostic, text: Option<&str>) -> Self {
        let nowhere = Self { diagnostic, position: Position { line: 1, column: 1 }, line: None, width: 1 };
        let (Some(span), Some(text)) = (diagnostic.span, text) else { return nowhere };
        let position = Position::of(text, span.start as usize);
        let shown = diagnostic.quoted && !private::hidden_lines(text).get(position.line - 1).copied().unwrap_or(false);
        let line = text.lines().nth(position.line - 1).unwrap_or_default().trim_start_matches('\u{feff}');
        let rest = line.chars().count() + 1 - position.column.min(line.chars().count() + 1);
        let wanted = text.get(span.range()).map_or(1, |part| part.lines().next().unwrap_or("").chars().count());
        Self { position, line: shown.then(|| tidy(line)), width: wanted.min(rest).max(1), ..nowhere }
    }
}

/// A line that is safe to print on a terminal: tabs as one space, other control characters as `·`.
fn tidy(line: &str) -> String {
    line.trim_end()
        .chars()
        .map(|c| {
            if c == '\t' {
                ' '
            } else if c.is_control() {
                '·'
            } else {
                c
            }
        })
        .collect()
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
    let mut out = format!("{severity}[{code}]: {message}\n{:margin$}--> {path}:{line}:{column}\n", "");
    if let Some(source) = &placed.line {
        let (indent, carets) = (column - 1, "^".repeat(placed.width));
        let _ = writeln!(out, "{:margin$} |\n{line} | {source}", "");
        let _ = writeln!(out, "{:margin$} | {:indent$}{carets}", "", "");
    }
    if let Some(help) = help {
        let _ = writeln!(out, "{:margin$} = help: {help}", "");
    }
    out
}

/// How a run went, in one line: `2 errors, 1 warning`.
#[must_use]
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let count = |severity: Severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let some = |number: usize, noun: &str| match number {
        0 => None,
        1 => Some(format!("1 {noun}")),
        more => Some(format!("{more} {noun}s")),
    };
    let parts = [some(count(Severity::Error), "error"), some(count(Severity::Warning), "warning")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

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
    fn a_private_line_is_never_quoted() {
        let file = "private:\n  note: [1 Secret Street\n";
        let problem = Diagnostic::error("service/yaml", "content/services/a.md".into(), "a bracket is not closed")
            .at(Span::new(17, 18));
        let shown = text(&Placed::new(&problem, Some(file)));
        assert!(!shown.contains("Secret"), "{shown}");
        assert!(shown.contains("a.md:2:9"), "{shown}");
    }
}
