//! What is due as one flat table: a row for each thing.

use super::parts::{ItemReport, Report};
use crate::format::table::{Cell, Column, Table};

/// The columns: their names and headings.
const COLUMNS: [(&str, &str); 8] = [
    ("kind", "Kind"),
    ("overdue", "Late"),
    ("by", "By when"),
    ("title", "Title"),
    ("words", "In words"),
    ("who", "Who"),
    ("file", "File"),
    ("address", "Web page"),
];

pub(super) fn table(report: &Report) -> Table {
    Table {
        title: "Due".to_owned(),
        date: report.as_it_stood_on,
        about: Vec::new(),
        columns: COLUMNS.map(|(key, heading)| Column::new(key, heading, 20)).into(),
        rows: report.items.iter().map(row).collect(),
    }
}

fn row(item: &ItemReport) -> Vec<Cell> {
    vec![
        Cell::text(item.kind),
        Cell::yes(item.overdue),
        Cell::date(item.by),
        Cell::text(item.title.as_str()),
        Cell::text(item.words.as_str()),
        Cell::text(item.who.join("; ")),
        Cell::text(item.file.as_str()),
        Cell::text(item.address.as_str()),
    ]
}
