//! The tables of a text. On a phone each cell says its column's heading.

use std::fmt::Write as _;
use std::ops::Range;

use pulldown_cmark::Alignment;

use super::{Writer, escape_into};

impl Writer<'_> {
    pub(super) fn start_table(&mut self, columns: Vec<Alignment>) {
        self.columns = columns;
        self.labels.clear();
        self.html.push_str("<table class=\"stack\">");
    }

    /// Tells of cells that have no column, which readers would not see.
    pub(super) fn refuse_cells_beyond(&mut self, row: &str, range: Range<usize>) {
        let row = row.trim().trim_start_matches('|');
        let row = row.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(row);
        let bars = row.match_indices('|').filter(|(at, _)| !row[..*at].ends_with('\\')).count();
        if bars >= self.columns.len() && !row.contains('`') {
            let message = format!("this row has {} cells, and the table has {} columns", bars + 1, self.columns.len());
            let help =
                "readers do not see what is too much: add a column, or write `\\|` for a bar that is meant to be seen";
            self.report.error(self.field, self.place.span(range), message, help);
        }
    }

    pub(super) fn start_cell(&mut self) {
        let alignment = match self.columns.get(self.cell.column) {
            Some(Alignment::Right) => " class=\"number\"",
            Some(Alignment::Center) => " class=\"centre\"",
            _ => "",
        };
        if self.cell.head {
            let _ = write!(self.html, "<th scope=\"col\"{alignment}>");
            self.cell.words = Some(String::new());
        } else {
            let _ = write!(self.html, "<td{alignment} data-label=\"");
            if let Some(label) = self.labels.get(self.cell.column) {
                escape_into(label, &mut self.html);
            }
            self.html.push_str("\">");
        }
    }

    pub(super) fn end_cell(&mut self) {
        if let Some(label) = self.cell.words.take() {
            self.labels.push(label.trim().to_owned());
        }
        self.html.push_str(if self.cell.head { "</th>" } else { "</td>" });
        self.prose.text.push(' ');
        self.cell.column += 1;
    }
}
