//! The columns of a table, and how the words of a cell are quoted.

use super::CurrentPlan;

pub(super) fn column(current: &CurrentPlan<'_>, key: &str) -> Option<usize> {
    current.columns.iter().position(|(known, _)| *known == key)
}

/// Words for the report, on one line.
pub(super) fn quoted(text: &str) -> String {
    let line = text.replace('\n', " / ");
    if line.is_empty() { "nothing".to_owned() } else { format!("`{line}`") }
}
