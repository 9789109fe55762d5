//! A problem of the content, in the words in which it is shown.

use std::fmt;

use serde::Serialize;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing can be published until it is put right.
    Error,
    /// Worth a look.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}

/// A problem, ready to be shown.
///
/// As JSON it has the fields of the `check` command's JSON, and `source` besides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of problem it is, such as `plan/timescale`.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// The file, relative to the site.
    pub path: String,
    /// The line in that file, from 1.
    pub line: usize,
    /// The column in that line, from 1.
    pub column: usize,
    /// The line as it is written.
    pub source: Option<String>,
    /// What to do.
    pub help: Option<String>,
}
