//! The report on who is served as one flat table: a row for each pair of a group, area or level with a need.

use super::By;
use super::parts::{NeedCounts, Report, Subject, Word};
use crate::format::table::{Cell, Column, Table};

/// The columns: their names and headings.
const COLUMNS: [(&str, &str); 10] = [
    ("by", "Counted by"),
    ("id", "Id"),
    ("name", "Name"),
    ("need", "Need"),
    ("need_name", "Need in words"),
    ("services", "Services that name it"),
    ("for_all", "Services for all"),
    ("by_and_for", "Run by and for the group"),
    ("gap", "No service names it"),
    ("answer", "What is known"),
];

pub(super) fn table(report: &Report<'_>) -> Table {
    let parts = [(By::Group, &report.groups), (By::Area, &report.areas), (By::Level, &report.levels)];
    let pairs = parts.into_iter().flat_map(|(by, subjects)| {
        subjects.iter().flat_map(move |subject| subject.needs.iter().map(move |need| row(by, subject, need)))
    });
    let unmet = report.unmet_needs.iter().map(|need| alone("unmet-need", ["", ""], [need.id, need.name]));
    let unnamed = |group: &Word<'_>| alone("unnamed-group", [group.id, group.name], ["", ""]);
    Table {
        title: "Coverage".to_owned(),
        date: report.as_it_stood_on,
        about: Vec::new(),
        columns: COLUMNS.map(|(key, heading)| Column::new(key, heading, 20)).into(),
        rows: pairs.chain(unmet).chain(report.unnamed_groups.iter().map(unnamed)).collect(),
    }
}

fn row(by: By, subject: &Subject<'_>, need: &NeedCounts<'_>) -> Vec<Cell> {
    let count = |count: usize| Cell::text(count.to_string());
    vec![
        Cell::text(by.id()),
        Cell::text(subject.id.as_str()),
        Cell::text(subject.name.as_str()),
        Cell::text(need.need.id),
        Cell::text(need.need.name),
        count(need.counts.services),
        count(need.counts.for_all),
        count(need.counts.by_and_for),
        Cell::yes(need.gap),
        need.answer.map_or(Cell::Empty, Cell::text),
    ]
}

/// A group or a need that no service names.
fn alone(by: &str, [id, name]: [&str; 2], [need, need_name]: [&str; 2]) -> Vec<Cell> {
    let none = || Cell::text("0");
    let words = [by, id, name, need, need_name].map(Cell::text);
    words.into_iter().chain([none(), none(), none(), Cell::yes(true), Cell::Empty]).collect()
}
