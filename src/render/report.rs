//! Reports: what each form of one is, and what all of them have in common.

use std::fmt::Write as _;

use serde::Serialize;

use crate::format::csv;
use crate::format::table::Table;

/// What is written never fails: it is a text in memory.
pub(super) const UNFAILING: &str = "a text takes all that is written";

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReportFormat {
    /// For people.
    Text,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

/// What a report tells. Serialised it is the JSON, whose names are kept stable.
pub(super) trait Report: Serialize {
    /// To be read on a terminal or pasted into a paper.
    fn text(&self) -> String;
    /// A row for each thing that is reported.
    fn table(&self) -> Table;
}

impl ReportFormat {
    /// A report in this form.
    pub(super) fn bytes(self, report: &impl Report) -> Vec<u8> {
        match self {
            Self::Text => report.text().into_bytes(),
            Self::Csv => csv::write(&report.table()),
            Self::Json => {
                let mut json = serde_json::to_vec_pretty(report).expect("a report is maps, lists and texts");
                json.push(b'\n');
                json
            }
        }
    }
}

/// The title of a report in text.
pub(super) fn title(out: &mut String, words: &str) {
    writeln!(out, "{words}\n{}", "=".repeat(words.chars().count())).expect(UNFAILING);
}

/// A heading in text.
pub(super) fn heading(out: &mut String, words: &str) {
    writeln!(out, "\n{words}\n{}", "-".repeat(words.chars().count())).expect(UNFAILING);
}
