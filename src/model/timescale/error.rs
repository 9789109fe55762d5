//! What can be wrong with a timescale.

use std::error::Error;
use std::fmt;

/// The examples that every message about a timescale shows.
const EXAMPLES: &str = "write it for example as `2026-03-31`, `By end of March 2026` or `Q4 2025/26`";

/// A timescale that names an impossible date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TimescaleError {
    text: String,
    problem: Problem,
}

/// What is impossible about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// A word next to a year is nearly, but not quite, a month or season.
    NotAMonth { word: String, meant: &'static str },
    /// There is no such day, for a reason in words.
    Impossible(String),
    /// The stretch ends before it starts.
    Backwards,
    /// Where only a date can stand, there is none.
    NoDate,
}

impl TimescaleError {
    pub(super) fn new(text: &str, problem: Problem) -> Self {
        Self { text: text.trim().to_owned(), problem }
    }

    /// What to do about it, always with three examples.
    #[must_use]
    pub(crate) fn help(&self) -> String {
        match &self.problem {
            Problem::NotAMonth { meant, .. } => {
                let mut letters = meant.chars();
                let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
                format!("did you mean `{capital}{}`? {EXAMPLES}", letters.as_str())
            }
            Problem::NoDate => {
                format!("{EXAMPLES}; words that are no date belong under `note`")
            }
            Problem::Impossible(_) | Problem::Backwards => EXAMPLES.to_owned(),
        }
    }
}

impl fmt::Display for TimescaleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        match &self.problem {
            Problem::NotAMonth { word, .. } => {
                write!(out, "`{text}` is not a date: there is no month `{word}`")
            }
            Problem::Impossible(reason) => {
                write!(out, "`{text}` is not a possible date: {reason}")
            }
            Problem::Backwards => write!(out, "`{text}` ends before it starts"),
            Problem::NoDate => write!(out, "no date was recognised in `{text}`"),
        }
    }
}

impl Error for TimescaleError {}
