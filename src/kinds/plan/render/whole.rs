//! A plan in one piece: every action with all that was promised and how it stands, to be printed on wide paper.

use serde::Serialize;

use super::labels::Labels;
use super::{PlanFrame, above};
use crate::format::table::Table;
use crate::render::date::DateView;
use crate::render::page::{Builder, Heading, Page};
use crate::render::{plan_download, wording};
use crate::site::Route;

#[derive(Serialize)]
struct WholeView {
    plan: PlanFrame,
    title: String,
    today: DateView,
    columns: Vec<String>,
    /// How many columns there are beside the actions' own words.
    width: usize,
    sections: Vec<SectionView>,
    labels: Labels,
}

#[derive(Serialize)]
struct SectionView {
    id: String,
    title: String,
    groups: Vec<GroupView>,
}

/// The actions of an objective, or of a section that has none.
#[derive(Serialize)]
struct GroupView {
    title: Option<String>,
    rows: Vec<RowView>,
}

#[derive(Serialize)]
struct RowView {
    address: String,
    title: String,
    cells: Vec<CellView>,
}

#[derive(Serialize)]
struct CellView {
    column: String,
    words: String,
}

/// A column of the page: those of the download that it joins, by their names for programs, and whether they say how an
/// action stands. What is not here is in the headings, is worked out for programs, or would say a thing twice.
struct Joined {
    keys: &'static [&'static str],
    reports: bool,
}

/// As many as a sheet of paper has room for.
const COLUMNS: [Joined; 8] = [
    Joined { keys: &["why"], reports: false },
    Joined { keys: &["aim"], reports: false },
    Joined { keys: &["how", "milestones"], reports: false },
    Joined { keys: &["leads"], reports: false },
    Joined { keys: &["timescale"], reports: false },
    Joined { keys: &["success", "measures", "themes", "details"], reports: false },
    Joined { keys: &["status", "rating", "progress"], reports: true },
    Joined { keys: &["last_update_text"], reports: true },
];

pub(crate) fn page(build: &Builder<'_>, number: usize) -> Page {
    let progress = &build.site.plans[number];
    let plan = &progress.plan;
    let table = plan_download::table_to_read(build.site, number);
    let columns = columns(&table, plan.tracked);
    let row = |action: usize| RowView {
        address: build.site.address(Route::Action(number, action)),
        title: wording::action(progress, action),
        cells: columns.iter().map(|parts| cell(&table, action, parts)).collect(),
    };
    let sections = plan.sections.iter().enumerate().map(|(section, written)| SectionView {
        id: progress.section_slugs[section].clone(),
        title: wording::section(progress, section),
        groups: (0..written.groups.len())
            .map(|group| GroupView {
                title: wording::objective(progress, section, group),
                rows: progress
                    .of_section(section)
                    .filter(|&action| progress.actions[action].place.group == group)
                    .map(row)
                    .collect(),
            })
            .collect(),
    });
    let view = WholeView {
        plan: PlanFrame::of(build, number),
        title: plan.title.value.clone(),
        today: DateView::of(build.site.today),
        columns: columns.iter().map(|parts| table.columns[parts[0]].heading.clone()).collect(),
        width: columns.len() + 1,
        sections: sections.collect(),
        labels: Labels::of(plan),
    };
    let heading = Heading {
        kind: "whole-plan",
        id: &plan.id,
        title: format!("The whole plan: {}", plan.title.value),
        description: format!("{}: every action with all that it says, in one table to print.", plan.title.value),
        above: above(build, number),
    };
    build.page("whole-plan.html", heading, &view)
}

/// The columns in which any action says something: the places of their parts in the download.
fn columns(table: &Table, tracked: bool) -> Vec<Vec<usize>> {
    let says = |at: &usize| table.rows.iter().any(|row| !row[*at].words().is_empty());
    let place = |key: &&str| table.columns.iter().position(|column| column.key == *key);
    let wanted = COLUMNS.iter().filter(|column| tracked || !column.reports);
    let parts = wanted.map(|column| column.keys.iter().filter_map(place).filter(says).collect::<Vec<_>>());
    parts.filter(|parts| !parts.is_empty()).collect()
}

/// A cell; what is not of its first part has its name above it.
fn cell(table: &Table, action: usize, parts: &[usize]) -> CellView {
    let heading = &table.columns[parts[0]].heading;
    let part = |at: &usize| {
        let column = &table.columns[*at];
        let words = table.rows[action][*at].words();
        match column.key {
            _ if words.is_empty() || column.heading == *heading => words,
            "rating" => words,
            "progress" => format!("{words}%"),
            _ => format!("{}:\n{words}", column.heading),
        }
    };
    let said: Vec<String> = parts.iter().map(part).filter(|words| !words.is_empty()).collect();
    CellView { column: heading.clone(), words: said.join("\n") }
}
