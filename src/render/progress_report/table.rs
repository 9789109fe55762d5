//! A report as one flat table: a row for each thing that is reported.

use super::Report;
use super::parts::{ActionReport, PlanReport, UpdateReport};
use crate::format::table::{Cell, Column, Table};

/// The columns: their names and headings.
const COLUMNS: [(&str, &str); 12] = [
    ("plan", "Plan"),
    ("part", "Part"),
    ("kind", "Kind"),
    ("ref", "Number"),
    ("title", "Title"),
    ("section", "Section"),
    ("leads", "Who leads"),
    ("timescale", "By when"),
    ("status", "Status"),
    ("rating", "Rating"),
    ("words", "In words"),
    ("latest", "Latest update"),
];

pub(super) fn table(report: &Report<'_>) -> Table {
    Table {
        title: "Progress".to_owned(),
        date: report.as_it_stood_on,
        about: Vec::new(),
        columns: COLUMNS.map(|(key, heading)| Column::new(key, heading, 20)).into(),
        rows: report.plans.iter().flat_map(rows).collect(),
    }
}

/// A row before its cells are in order.
struct Row<'r> {
    part: &'static str,
    kind: &'r str,
    title: String,
    action: Option<&'r ActionReport<'r>>,
    words: String,
    latest: String,
}

impl Row<'_> {
    fn cells(self, plan: &str) -> Vec<Cell> {
        let action = self.action;
        let of = |cell: fn(&ActionReport<'_>) -> String| Cell::text(action.map(cell).unwrap_or_default());
        vec![
            Cell::text(plan),
            Cell::text(self.part),
            Cell::text(self.kind),
            of(|action| action.reference.to_owned()),
            Cell::text(self.title),
            of(|action| action.section.clone()),
            of(|action| action.leads.join("; ")),
            of(|action| action.timescale.unwrap_or_default().to_owned()),
            of(|action| action.status.to_owned()),
            of(|action| action.rating.to_owned()),
            Cell::text(self.words),
            Cell::text(self.latest),
        ]
    }
}

fn rows(plan: &PlanReport<'_>) -> Vec<Vec<Cell>> {
    let without_action = |part, title: &str, words: String| Row {
        part,
        kind: "",
        title: title.to_owned(),
        action: None,
        words,
        latest: String::new(),
    };
    let headline = without_action("headline", plan.title, plan.headline.clone());
    let changes = plan.changes.iter().map(|change| Row {
        part: "change",
        kind: change.kind,
        title: change.action.title.to_owned(),
        action: Some(&change.action),
        words: change.words.join(" "),
        latest: change.updates.iter().find_map(said).unwrap_or_default(),
    });
    let exceptions = plan.exceptions.iter().map(|one| Row {
        part: "exception",
        kind: one.concerns.first().map_or("", |concern| concern.kind),
        title: one.action.title.to_owned(),
        action: Some(&one.action),
        words: one.concerns.iter().map(|concern| format!("{}.", concern.words)).collect::<Vec<_>>().join(" "),
        latest: one.latest.as_ref().and_then(said).unwrap_or_default(),
    });
    let leads = plan.leads.iter().map(|lead| {
        let ratings = lead.counts.by_rating.iter().map(|(id, count)| format!("{id}: {count}"));
        let all = [format!("actions: {}", lead.counts.actions)].into_iter().chain(ratings);
        without_action("lead", lead.name, all.collect::<Vec<_>>().join(", "))
    });
    let figures = plan.figures.iter().map(|one| without_action("figure", &one.figure.title, one.figure.words()));
    let missing = [
        ("update", &plan.missing.update, "No update yet"),
        ("date", &plan.missing.date, "No date"),
        ("lead", &plan.missing.lead, "Nobody leads it yet"),
    ];
    let missing = missing.into_iter().flat_map(|(kind, actions, words)| {
        actions.iter().map(move |action| Row {
            part: "missing",
            kind,
            title: action.title.to_owned(),
            action: Some(action),
            words: words.to_owned(),
            latest: String::new(),
        })
    });
    let all = [headline].into_iter().chain(changes).chain(exceptions).chain(leads).chain(figures).chain(missing);
    all.map(|row| row.cells(plan.id)).collect()
}

/// The words of an update with their day.
fn said(update: &UpdateReport<'_>) -> Option<String> {
    Some(format!("{}: {}", update.date, update.text?))
}
