//! Problems as JSON, for editors and for continuous integration.

use serde::Serialize;

use super::Severity;
use super::print::Placed;

/// The fields that the contract names, in its order.
#[derive(Serialize)]
struct Row<'p> {
    severity: String,
    code: &'p str,
    message: &'p str,
    path: &'p str,
    line: usize,
    column: usize,
    help: &'p str,
}

/// An array with an object for each problem, in the order given.
///
/// # Panics
/// Never: texts and numbers can always be written as JSON.
#[must_use]
pub fn array(problems: &[Placed<'_>]) -> String {
    let rows: Vec<Row<'_>> = problems
        .iter()
        .map(|placed| Row {
            severity: placed.diagnostic.severity.to_string(),
            code: &placed.diagnostic.code,
            message: &placed.diagnostic.message,
            path: &placed.diagnostic.path,
            line: placed.position.line,
            column: placed.position.column,
            help: placed.diagnostic.help.as_deref().unwrap_or_default(),
        })
        .collect();
    serde_json::to_string_pretty(&rows).expect("rows of strings and numbers always serialise")
}

/// One problem as a workflow command of GitHub Actions, which shows it beside the line.
#[must_use]
pub fn github(placed: &Placed<'_>) -> String {
    let escape = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let problem = placed.diagnostic;
    let help = problem.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
    // GitHub has no hints.
    let level = if problem.severity == Severity::Hint { "notice".to_owned() } else { problem.severity.to_string() };
    format!(
        "::{level} file={},line={},col={},title={}::{}",
        escape(&problem.path).replace(',', "%2C").replace(':', "%3A"),
        placed.position.line,
        placed.position.column,
        problem.code,
        escape(&format!("{}{help}", problem.message)),
    )
}
