//! Workbooks with a tab for each quarter or year, in which the same actions come again with what was reported then: one
//! table, whose columns of reports say when.

use super::block::{Cell, words};
use super::column_choices::ColumnChoices;
use super::columns::Column;
use super::field::Field;
use super::layout::{Kind, Layouts};
use super::note::Notes;
use super::reported::Reported;
use super::table::{Piece, Table, TableRow};
use crate::model::timescale::PlanCalendar;

/// What each period has of its own.
const REPORTS: [Field; 4] = [Field::Status, Field::Rating, Field::Updates, Field::Progress];

/// A tab that is called by a period, and its table of actions.
struct Tab {
    name: String,
    place: usize,
    table: Table,
    fields: Vec<Field>,
    /// Which columns are not for the public.
    private: Vec<bool>,
}

/// Joins the tables of such tabs into the one of the latest period. Other workbooks stay as they are.
pub(crate) fn join(
    pieces: Vec<Piece>,
    choices: &ColumnChoices,
    calendar: &PlanCalendar,
    notes: &mut Notes,
) -> Vec<Piece> {
    let Some(mut tabs) = tabs(&pieces, choices, calendar) else { return pieces };
    let when = |tab: &Tab| Reported::of(&tab.name, calendar).map(|reported| reported.last_day(0, calendar.year_starts));
    tabs.sort_by_key(|tab| std::cmp::Reverse(when(tab)));
    let (latest, earlier) = tabs.split_first_mut().expect("there are two at least");
    if !(0..=earlier.len()).all(|at| shares_actions(at, latest, earlier)) {
        return pieces;
    }
    let place = latest.place;
    let (latest_name, names) =
        (latest.name.clone(), earlier.iter().map(|tab| format!("`{}`", tab.name)).collect::<Vec<_>>());
    name_reports(latest);
    for tab in earlier.iter_mut() {
        name_reports(tab);
        add(latest, tab, notes);
    }
    let message = format!(
        "this tab and {} hold the same actions; what they report of each stands under the action, by date",
        names.join(", ")
    );
    notes.did(&latest.table.origin, message);
    let joined = latest.table.clone();
    let is_period = |name: &String| *name == latest_name || names.contains(&format!("`{name}`"));
    let mut out = Vec::new();
    for (at, piece) in pieces.into_iter().enumerate() {
        match piece {
            Piece::Sheet(name) if is_period(&name) => {}
            Piece::Table(_) if at == place => out.push(Piece::Table(joined.clone())),
            Piece::Table(_) if earlier.iter().any(|tab| tab.place == at) => {}
            other => out.push(other),
        }
    }
    out
}

/// The tabs of periods, where there are several and each has one table of actions with the same headings.
fn tabs(pieces: &[Piece], choices: &ColumnChoices, calendar: &PlanCalendar) -> Option<Vec<Tab>> {
    // Most plans have no such tabs, and to learn what columns hold takes longest.
    let is_period = |piece: &&Piece| matches!(piece, Piece::Sheet(name) if Reported::of(name, calendar).is_some());
    if pieces.iter().filter(is_period).count() < 2 {
        return None;
    }
    let layouts = Layouts::of(pieces, choices);
    let mut tabs: Vec<Tab> = Vec::new();
    let mut sheet = None;
    for (place, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Sheet(name) => sheet = Reported::of(name, calendar).map(|_| name.clone()),
            Piece::Table(table) if layouts.kind(table) == Kind::Actions => {
                let name = sheet.clone()?;
                if tabs.iter().any(|tab| tab.name == name) {
                    return None;
                }
                let columns = layouts.columns(table);
                let fields = columns.iter().map(|column| column.field).collect();
                let private = columns.iter().map(Column::is_private).collect();
                tabs.push(Tab { name, place, table: table.clone(), fields, private });
            }
            _ => {}
        }
    }
    let first = tabs.first()?;
    let reports = first.fields.iter().any(|field| REPORTS.contains(field));
    (tabs.len() > 1 && reports && tabs.iter().all(|tab| tab.table.headings == first.table.headings)).then_some(tabs)
}

/// Whether the tab at a place, the latest being the first, has an action that another one has.
fn shares_actions(at: usize, latest: &Tab, earlier: &[Tab]) -> bool {
    let tabs: Vec<&Tab> = std::iter::once(latest).chain(earlier).collect();
    let others = || tabs.iter().enumerate().filter(|(other, _)| *other != at);
    tabs[at].table.rows.iter().any(|row| {
        let name = tabs[at].name_of(row);
        others().any(|(_, tab)| tab.row_of(&name).is_some())
    })
}

/// Says in the headings of reports when they were made.
fn name_reports(tab: &mut Tab) {
    for (heading, field) in tab.table.headings.iter_mut().zip(&tab.fields) {
        if REPORTS.contains(field) {
            *heading = format!("{heading} ({})", tab.name);
        }
    }
}

/// Adds the reports of an earlier tab to the latest one, and the actions that only it has.
fn add(latest: &mut Tab, earlier: &Tab, notes: &mut Notes) {
    let width = latest.table.headings.len();
    let reports: Vec<usize> =
        (0..earlier.fields.len()).filter(|column| REPORTS.contains(&earlier.fields[*column])).collect();
    latest.table.headings.extend(reports.iter().map(|column| earlier.table.headings[*column].clone()));
    for row in &earlier.table.rows {
        let at = latest.row_of(&earlier.name_of(row)).unwrap_or_else(|| {
            let message = format!("this action is in the tab `{}` and in no later one", earlier.name);
            notes.look(&row.row.origin, message);
            let mut row = row.clone();
            for (column, cell) in row.row.cells.iter_mut().enumerate() {
                if reports.contains(&column) {
                    *cell = Cell::default();
                }
            }
            latest.table.rows.push(row);
            latest.table.rows.len() - 1
        });
        let cells = &mut latest.table.rows[at].row.cells;
        differences(cells, row, earlier, notes);
        cells.resize(width, Cell::default());
        cells.extend(reports.iter().map(|column| row.row.cells.get(*column).cloned().unwrap_or_default()));
    }
    let full = latest.table.headings.len();
    latest.table.rows.iter_mut().for_each(|row| row.row.cells.resize(full, Cell::default()));
}

/// Says what the latest tab has in other words than an earlier one.
fn differences(latest: &[Cell], row: &TableRow, earlier: &Tab, notes: &mut Notes) {
    for (column, cell) in row.row.cells.iter().enumerate() {
        let is_report = earlier.fields.get(column).is_none_or(|field| REPORTS.contains(field));
        let now = latest.get(column).map_or("", |cell| cell.text.as_str());
        if !is_report && !cell.is_empty() && words(&cell.text) != words(now) {
            let heading = &earlier.table.headings[column];
            // What is not for the public is not for the report.
            let was = if earlier.private[column] { "said something else" } else { &format!("was `{}`", cell.text) };
            let message = format!("`{heading}` {was} then; the latest tab's words are taken");
            notes.look(&row.row.origin, message);
        }
    }
}

impl Tab {
    /// What an action is known by: its number, else its words.
    fn name_of(&self, row: &TableRow) -> Vec<String> {
        let texts = [Field::Ref, Field::Title].into_iter().filter_map(|field| {
            let column = self.fields.iter().position(|known| *known == field)?;
            row.row.cells.get(column)
        });
        texts.map(|cell| words(&cell.text)).find(|text| !text.is_empty()).unwrap_or_default()
    }

    fn row_of(&self, name: &[String]) -> Option<usize> {
        self.table.rows.iter().position(|row| !name.is_empty() && self.name_of(row) == name)
    }
}
