//! The rows of the edited table, and which action each is about.

use std::collections::{BTreeMap, BTreeSet};

use super::CurrentPlan;
use super::column::column;
use crate::import::block::{Block, Row, tidy, words};
use crate::import::error::ImportError;
use crate::import::origin::Origin;
use crate::model::exported_row::{self, ExportedRow};
use crate::model::timescale::{PlanCalendar, Precision, Timescale};

/// The edited rows: for each column of an export the cell, where the table still has the column.
pub(super) struct Rows {
    cells: Vec<Vec<Option<String>>>,
    /// What each row was exported as, where it says so.
    exported: Vec<Option<ExportedRow>>,
    /// For each action of the plan its row.
    matched: Vec<Option<usize>>,
    /// Which actions have an update that their row cannot know.
    older: Vec<bool>,
    /// Which rows are struck through as a whole.
    struck: Vec<bool>,
}

/// A row of the edited table.
#[derive(Debug, Clone, Copy)]
pub(super) struct EditedRow<'r> {
    /// For each column of an export the cell, where the table still has the column.
    pub(super) cells: &'r [Option<String>],
    /// What it was exported as, where it says so.
    pub(super) as_exported: Option<&'r ExportedRow>,
    /// Whether it does not say so, and the file has a later update than it.
    pub(super) is_older: bool,
}

impl EditedRow<'_> {
    /// The cell in a column.
    pub(super) fn cell(&self, current: &CurrentPlan<'_>, key: &str) -> Option<String> {
        self.cells[column(current, key)?].as_deref().map(tidy)
    }

    /// Whether it says anything that it was not exported with.
    pub(super) fn has_edits(&self, current: &CurrentPlan<'_>) -> bool {
        edits(self.cells, self.as_exported, current) > 0
    }
}

/// How many cells of a row say something else than it was exported with.
fn edits(cells: &[Option<String>], as_exported: Option<&ExportedRow>, current: &CurrentPlan<'_>) -> usize {
    let said = |key: &str, cell: &str| as_exported.and_then(|exported| exported.said(key, cell));
    let columns = current.columns.iter().zip(cells);
    columns.filter(|((key, _), cell)| cell.as_ref().is_some_and(|cell| said(key, cell) == Some(false))).count()
}

/// What the rows of a table say that they were exported as.
pub(super) fn as_exported(blocks: &[Block]) -> BTreeMap<Origin, ExportedRow> {
    let mut column = None;
    let mut found = BTreeMap::new();
    for block in blocks {
        match block {
            Block::Sheet(_) | Block::HiddenSheet(_) => column = None,
            Block::Row(row) => {
                let heading = row.cells.iter().position(|cell| cell.text == exported_row::HEADING);
                let cell = column.and_then(|column: usize| row.cells.get(column));
                if let Some(exported) = cell.and_then(|cell| ExportedRow::read(&cell.text)) {
                    found.insert(row.origin.clone(), exported);
                }
                column = column.or(heading);
            }
            _ => {}
        }
    }
    found
}

/// The rows of a table that are hidden and say something else than they were exported with.
pub(super) fn edited_and_hidden(
    blocks: &[Block],
    as_exported: &BTreeMap<Origin, ExportedRow>,
    current: &CurrentPlan<'_>,
) -> Vec<Origin> {
    let Some((places, table)) = table(blocks, current) else { return Vec::new() };
    let hidden: Vec<&Row> = table.into_iter().filter(|row| row.is_hidden).collect();
    let mut rows: Vec<_> = hidden.iter().map(|row| cells(row, &places)).collect();
    let exported: Vec<_> = hidden.iter().map(|row| as_exported.get(&row.origin).cloned()).collect();
    read_days(&mut rows, &exported, current);
    let edits = rows.iter().zip(&exported).map(|(cells, exported)| edits(cells, exported.as_ref(), current));
    hidden.iter().zip(edits).filter(|(_, edits)| *edits > 0).map(|(row, _)| row.origin.clone()).collect()
}

/// The rows of an exported table, below the one that names its columns, and where each column of an export is.
fn table<'b>(blocks: &'b [Block], current: &CurrentPlan<'_>) -> Option<(Vec<Option<usize>>, Vec<&'b Row>)> {
    let mut places = None;
    let mut rows = Vec::new();
    for block in blocks {
        match (block, &places) {
            (Block::Sheet(_), Some(_)) => break,
            (Block::Row(row), None) => places = header(row, current),
            (Block::Row(row), Some(_)) => rows.push(row),
            _ => {}
        }
    }
    Some((places?, rows))
}

/// How few headings of an export a table may have and still be one.
const FEWEST: usize = 3;

impl Rows {
    pub(super) fn of(
        blocks: &[Block],
        mut as_exported: BTreeMap<Origin, ExportedRow>,
        current: &CurrentPlan<'_>,
    ) -> Result<Self, ImportError> {
        let no_export = || {
            let help = "to import another plan, give another name with `--out`; to carry edits over, give the table that \
                        `fingerpost export plan` wrote, with its headings";
            ImportError::new("the plan is there already, and the file is no export of it", help)
        };
        let (places, table) = table(blocks, current).ok_or_else(no_export)?;
        let (mut rows, mut exported, mut struck) = (Vec::new(), Vec::new(), Vec::new());
        for row in table {
            let cells = cells(row, &places);
            exported.push(as_exported.remove(&row.origin).filter(|one| is_of(one, &cells, current)));
            rows.push(cells);
            struck.push(row.is_struck);
        }
        let has_title = current.columns.iter().zip(&places).any(|((key, _), place)| *key == "title" && place.is_some());
        if !has_title {
            return Err(no_export());
        }
        read_days(&mut rows, &exported, current);
        let mut rows = Self { cells: rows, exported, matched: Vec::new(), older: Vec::new(), struck };
        rows.matched = rows.matches(current);
        rows.older = (0..current.rows.len()).map(|action| rows.is_older(action, current)).collect();
        Ok(rows)
    }

    /// An action's row.
    pub(super) fn of_action(&self, action: usize) -> Option<EditedRow<'_>> {
        self.matched[action].map(|row| EditedRow { is_older: self.older[action], ..self.row(row) })
    }

    fn row(&self, row: usize) -> EditedRow<'_> {
        EditedRow { cells: &self.cells[row], as_exported: self.exported[row].as_ref(), is_older: false }
    }

    fn is_older(&self, action: usize, current: &CurrentPlan<'_>) -> bool {
        let row = self.matched[action].map(|row| self.row(row)).filter(|row| row.as_exported.is_none());
        let latest = row.and_then(|row| row.cell(current, "last_update"));
        let now = column(current, "last_update").map(|at| tidy(&current.rows[action][at]));
        latest.zip(now).is_some_and(|(latest, now)| latest < now)
    }

    /// Whether an action's row is struck through as a whole.
    pub(super) fn is_struck(&self, action: usize) -> bool {
        self.matched[action].is_some_and(|row| self.struck[row])
    }

    /// The rows that are about no action of the plan, without those that are struck through.
    pub(super) fn added(&self) -> impl Iterator<Item = EditedRow<'_>> {
        let known: BTreeSet<usize> = self.matched.iter().flatten().copied().collect();
        let rows = (0..self.cells.len())
            .filter(move |row| !known.contains(row) && !self.struck[*row])
            .map(|row| self.row(row));
        rows.filter(|row| row.cells.iter().flatten().any(|cell| !cell.is_empty()))
    }

    /// Finds each action's row: by what it was exported as, by its page, else by what names it.
    fn matches(&self, current: &CurrentPlan<'_>) -> Vec<Option<usize>> {
        let mut matched = self.matches_as_exported(current);
        for keys in
            [&["address"][..], &["section", "objective", "ref", "title"], &["section", "ref"], &["title"], &["ref"]]
        {
            let columns: Vec<usize> =
                keys.iter().filter_map(|key| current.columns.iter().position(|(known, _)| known == key)).collect();
            let name = |cell: &dyn Fn(usize) -> Option<String>| -> Option<Vec<String>> {
                let parts: Vec<String> = columns.iter().map(|column| cell(*column).unwrap_or_default()).collect();
                parts.last().is_some_and(|last| !last.is_empty()).then_some(parts)
            };
            let of_action = |action: usize| name(&|column| Some(tidy(&current.rows[action][column])));
            let of_row = |row: usize| name(&|column| self.cells[row][column].clone());
            let taken: BTreeSet<usize> = matched.iter().flatten().copied().collect();
            let free = |row: &usize| self.exported[*row].is_none() && !taken.contains(row);
            let rows = by_name((0..self.cells.len()).filter(free), of_row);
            for (wanted, actions) in by_name(0..current.rows.len(), of_action) {
                if let ([action], Some([row])) = (&actions[..], rows.get(&wanted).map(Vec::as_slice)) {
                    matched[*action].get_or_insert(*row);
                }
            }
        }
        matched
    }

    /// The rows of the actions that were exported in them. Of a row that was copied the one with the fewest edits is the
    /// action's own; an action with another address since is known by its number and its title, or by its title.
    fn matches_as_exported(&self, current: &CurrentPlan<'_>) -> Vec<Option<usize>> {
        let cell = |action: usize, key: &str| column(current, key).map_or("", |at| current.rows[action][at].as_str());
        let ids: Vec<&str> =
            (0..current.rows.len()).map(|action| exported_row::action(cell(action, "address"))).collect();
        let mut of_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (row, exported) in self.exported.iter().enumerate() {
            if let Some(exported) = exported {
                of_id.entry(&exported.action).or_default().push(row);
            }
        }
        let edits = |row: &usize| edits(&self.cells[*row], self.exported[*row].as_ref(), current);
        let own = |id: &&str| of_id.get(id).and_then(|rows| rows.iter().min_by_key(|row| edits(row)).copied());
        let mut matched: Vec<Option<usize>> = ids.iter().map(own).collect();
        for keys in [&["ref", "title"][..], &["title"]] {
            for rows in of_id.iter().filter(|(id, _)| !ids.contains(id)).map(|(_, rows)| rows) {
                let Some(exported) = self.exported[rows[0]].as_ref().filter(|_| !matched.contains(&Some(rows[0])))
                else {
                    continue;
                };
                let says = |key: &&str, action: usize| exported.said(key, cell(action, key)) == Some(true);
                let mut fits = (0..matched.len())
                    .filter(|action| matched[*action].is_none() && keys.iter().all(|key| says(key, *action)));
                if let (Some(action), None) = (fits.next(), fits.next()) {
                    matched[action] = Some(rows[0]);
                }
            }
        }
        matched
    }
}

/// Numbers by what names them, without those that nothing names.
fn by_name(
    numbers: impl Iterator<Item = usize>,
    name: impl Fn(usize) -> Option<Vec<String>>,
) -> BTreeMap<Vec<String>, Vec<usize>> {
    let mut named: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for number in numbers {
        if let Some(name) = name(number) {
            named.entry(name).or_default().push(number);
        }
    }
    named
}

/// Whether a row was exported so. One that was sorted apart from its page's address was not.
fn is_of(exported: &ExportedRow, cells: &[Option<String>], current: &CurrentPlan<'_>) -> bool {
    let address = column(current, "address").and_then(|at| cells[at].as_deref());
    address.is_none_or(|address| exported.said("address", address) == Some(true))
}

/// Where each column of an export stands in a header row; none where the row is no header of one.
fn header(row: &Row, current: &CurrentPlan<'_>) -> Option<Vec<Option<usize>>> {
    let place = |heading: &String| row.cells.iter().position(|cell| words(&cell.text) == words(heading));
    let places: Vec<Option<usize>> = current.columns.iter().map(|(_, heading)| place(heading)).collect();
    (places.iter().flatten().count() >= FEWEST).then_some(places)
}

fn cells(row: &Row, places: &[Option<usize>]) -> Vec<Option<String>> {
    let cell = |place: &Option<usize>| {
        let cell = row.cells.get((*place)?);
        // A part of it was left out, so that what is left is no edit of the whole.
        if cell.is_some_and(|cell| cell.is_partial || cell.text.chars().count() >= FULL) {
            return None;
        }
        let text = cell.map_or("", |cell| cell.text.as_str());
        let text = without_apostrophe(text);
        Some(text.to_owned())
    };
    places.iter().map(cell).collect()
}

/// Puts the days of a table into the form of an export. A program whose language puts the month first writes
/// `09/24/2026`; that it does is seen where a day is read so that was exported, or that the plan has for the action's
/// page.
fn read_days(rows: &mut [Vec<Option<String>>], exported: &[Option<ExportedRow>], current: &CurrentPlan<'_>) {
    let columns: Vec<(usize, &str)> = DAYS.iter().filter_map(|key| Some((column(current, key)?, *key))).collect();
    let address = column(current, "address");
    let of_page: BTreeMap<&str, &Vec<String>> =
        current.rows.iter().filter_map(|row| Some((row[address?].as_str(), row))).collect();
    let puts_month_first = rows.iter().zip(exported).any(|(cells, exported)| {
        let now = address.and_then(|at| of_page.get(cells[at].as_deref()?));
        columns.iter().any(|(at, key)| {
            let said = |day: &str| match exported {
                Some(exported) => exported.said(key, day) == Some(true),
                None => now.is_some_and(|now| now[*at] == day),
            };
            let Some(cell) = &cells[*at] else { return false };
            !said(&as_an_export_has_it(cell)) && month_first(cell).is_some_and(|day| said(&day))
        })
    });
    for cells in rows {
        for (at, _) in &columns {
            if let Some(cell) = &mut cells[*at] {
                let day = month_first(cell).filter(|_| puts_month_first);
                *cell = day.unwrap_or_else(|| as_an_export_has_it(cell));
            }
        }
    }
}

/// A day that is written with the month first, in the form of an export.
fn month_first(text: &str) -> Option<String> {
    let parts: Vec<i16> = text.trim().split('/').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [month, day, year] = parts[..] else { return None };
    jiff::civil::Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok().map(|date| date.to_string())
}

/// How many letters fill a cell of a workbook, so that its text may have been cut.
const FULL: usize = 32_000;

/// The columns that hold a day.
const DAYS: [&str; 3] = ["from", "by", "last_update"];

/// A day in the form of an export, `2026-09-24`. Programs give it as they show it, and people write it as they like:
/// `24 Sep 2026`, `24/09/2026`. What is no day stays as it is.
pub(super) fn as_an_export_has_it(day: &str) -> String {
    let reading = Timescale::read(day, &PlanCalendar::default()).ok();
    let timescale = reading.map(|reading| reading.timescale).filter(|one| one.precision == Precision::Day);
    timescale.and_then(|one| one.by).map_or_else(|| day.to_owned(), |date| date.to_string())
}

/// The text without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn without_apostrophe(text: &str) -> &str {
    let inside =
        text.strip_prefix('\'').filter(|inside| inside.trim_start_matches('\'').starts_with(['=', '+', '-', '@']));
    inside.unwrap_or(text)
}
