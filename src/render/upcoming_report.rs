//! The report on what changes by itself: what appears, ends and opens again, and when.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;

use super::report::{Report, ReportFormat, UNFAILING, title};
use crate::format::table::{Cell, Column, Table};
use crate::model::day;
use crate::record::entry::Change;
use crate::site::Upcoming;

/// The columns: their names, headings and widths.
const COLUMNS: [(&str, &str, u16); 4] =
    [("day", "Day", 12), ("change", "What happens", 12), ("title", "Title", 40), ("file", "File", 40)];

#[derive(Serialize)]
struct UpcomingReport<'s> {
    as_it_stood_on: Date,
    changes: Vec<ChangeRow<'s>>,
}

#[derive(Serialize)]
struct ChangeRow<'s> {
    day: Date,
    change: &'static str,
    title: &'s str,
    file: &'s str,
}

/// What happens to a record, in a word.
fn word(change: Change) -> &'static str {
    match change {
        Change::Appears => "appears",
        Change::Ends => "ends",
        Change::Reopens => "opens again",
    }
}

/// When a site changes next by itself, and how: "next change due on Monday 7 December 2026: `content/updates/news.md`
/// appears". What is not to be seen yet is named by its file alone, since others may read what a build says.
#[must_use]
pub(crate) fn next_change(upcoming: &[Upcoming]) -> Option<String> {
    let next = upcoming.first()?;
    let same: Vec<&Upcoming> = upcoming.iter().filter(|other| other.day == next.day).collect();
    let told = |one: &&Upcoming| format!("`{}` {}", one.source, word(one.change));
    let more = if same.len() > NAMED { format!(", and {} more", same.len() - NAMED) } else { String::new() };
    let what = same.iter().take(NAMED).map(told).collect::<Vec<_>>().join(", ");
    Some(format!("next change due on {}: {what}{more}", day::in_words(next.day)))
}

/// How many files the line names.
const NAMED: usize = 3;

/// What changes by itself, the next first.
///
/// # Panics
/// Never: all that is told are maps, lists and texts, which JSON can hold.
#[must_use]
pub(crate) fn upcoming_report(today: Date, upcoming: &[Upcoming], format: ReportFormat) -> Vec<u8> {
    let changes = upcoming.iter().map(|one| ChangeRow {
        day: one.day,
        change: word(one.change),
        title: &one.title,
        file: &one.source,
    });
    format.bytes(&UpcomingReport { as_it_stood_on: today, changes: changes.collect() })
}

impl Report for UpcomingReport<'_> {
    fn text(&self) -> String {
        let mut out = String::new();
        title(&mut out, "What changes by itself");
        if self.changes.is_empty() {
            writeln!(out, "Nothing appears or ends by itself.").expect(UNFAILING);
        }
        for ChangeRow { day, change, title, file } in &self.changes {
            writeln!(out, "{}: {title} {change} ({file})", day::in_words(*day)).expect(UNFAILING);
        }
        out
    }

    fn table(&self) -> Table {
        let columns = COLUMNS.map(|(key, heading, width)| Column::new(key, heading, width));
        let row = |row: &ChangeRow<'_>| {
            vec![Cell::date(Some(row.day)), Cell::text(row.change), Cell::text(row.title), Cell::text(row.file)]
        };
        Table {
            title: "What changes by itself".to_owned(),
            date: self.as_it_stood_on,
            about: Vec::new(),
            columns: columns.into(),
            rows: self.changes.iter().map(row).collect(),
        }
    }
}
