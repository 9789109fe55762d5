//! Whether a cell was edited, and whether its edit may change the file.

use super::column::{column, quoted};
use super::rows::EditedRow;
use super::{Merge, Place, field, items};
use crate::model::exported_row::{self, comparable};

/// Columns with a number as it is printed, which a spreadsheet takes for one to reckon with: `1.10` becomes `1.1`.
const NUMBERS: [&str; 3] = ["ref", "section_ref", "objective_ref"];

/// What became of a cell since it was exported.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fate {
    /// It says what the file says.
    Same,
    /// It was edited, and the file was not.
    Edited(String),
    /// The file was changed, and it was not.
    Older,
    /// Both were changed, and say two things.
    Both(String),
}

impl Merge<'_> {
    /// The words of a cell that are to be carried over; none where it was not edited, or the file has something newer.
    /// A conflict is noted.
    pub(super) fn edited(&mut self, action: usize, key: &str, place: &Place<'_>, row: EditedRow<'_>) -> Option<String> {
        match self.fate(action, key, row) {
            Fate::Same => None,
            Fate::Edited(cell) => Some(cell),
            Fate::Older => {
                self.newer += 1;
                None
            }
            Fate::Both(cell) => {
                let now = self.now(action, key);
                self.conflict(action, key, place, &cell, &now);
                None
            }
        }
    }

    /// Whether a cell was edited since it was exported, whatever the file says now.
    pub(super) fn is_edited(&self, action: usize, key: &str, row: EditedRow<'_>) -> bool {
        let Some(cell) = row.cell(self.current, key) else { return false };
        let said = row.as_exported.and_then(|exported| exported.said(key, &cell));
        !said.unwrap_or_else(|| self.says(action, key, &cell))
    }

    fn fate(&self, action: usize, key: &str, row: EditedRow<'_>) -> Fate {
        let Some(cell) = row.cell(self.current, key).filter(|cell| !self.says(action, key, cell)) else {
            return Fate::Same;
        };
        let said = |words: &str| row.as_exported.and_then(|exported| exported.said(key, words));
        match (said(&cell), said(&self.now(action, key))) {
            (Some(true), _) => Fate::Older,
            (Some(false), Some(true)) => Fate::Edited(cell),
            (None, _) if !row.is_older => Fate::Edited(cell),
            _ => Fate::Both(cell),
        }
    }

    /// Whether the file says what a cell says.
    fn says(&self, action: usize, key: &str, cell: &str) -> bool {
        let now = self.now(action, key);
        let number = |text: &str| text.trim().parse::<f64>().ok();
        comparable(&now) == comparable(cell)
            || NUMBERS.contains(&key) && number(&now).is_some_and(|now| number(cell) == Some(now))
    }

    /// Notes that a cell and the file were both changed.
    pub(super) fn conflict(&mut self, action: usize, key: &str, place: &Place<'_>, cell: &str, now: &str) {
        let known = match key {
            "section" | "section_ref" => Some(place.section),
            "objective" | "objective_ref" => place.objective,
            "updates" => field(place.node, key),
            _ => field(place.node, key).or_else(|| items(field(place.node, "updates")).last()),
        };
        let start = known.unwrap_or(place.node).span.start as usize;
        let line = self.current.yaml[..start].matches('\n').count() + 1;
        let name = self.name(action);
        let (cell, now) = (quoted(cell), quoted(now));
        self.conflicts.push(format!(
            "`{name}`: `{key}`: the table says {cell}, and since the export the plan says {now} (line {line}); the plan \
             keeps its own"
        ));
    }

    /// What names an action in an export.
    pub(super) fn id(&self, action: usize) -> String {
        exported_row::action(&self.now(action, "address")).to_owned()
    }

    /// A cell as an export gives it now.
    pub(super) fn now(&self, action: usize, key: &str) -> String {
        column(self.current, key).map(|at| super::tidy(&self.current.rows[action][at])).unwrap_or_default()
    }
}
