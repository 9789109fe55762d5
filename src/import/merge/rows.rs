//! The rows of the edited table, and which action each is about.

use super::CurrentPlan;
use crate::import::block::{Block, Row, tidy, words};
use crate::import::error::ImportError;
use crate::model::timescale::{PlanCalendar, Precision, Timescale};

/// The edited rows: for each column of an export the cell, where the table still has the column.
pub(super) struct Rows {
    cells: Vec<Vec<Option<String>>>,
    /// For each action of the plan its row.
    matched: Vec<Option<usize>>,
    /// Which rows are struck through as a whole.
    struck: Vec<bool>,
}

/// How few headings of an export a table may have and still be one.
const FEWEST: usize = 3;

impl Rows {
    pub(super) fn of(blocks: &[Block], current: &CurrentPlan<'_>) -> Result<Self, ImportError> {
        let no_export = || {
            let help = "to import another plan, give another name with `--out`; to carry edits over, give the table that \
                        `fingerpost export plan` wrote, with its headings";
            ImportError::new("the plan is there already, and the file is no export of it", help)
        };
        let mut places: Option<Vec<Option<usize>>> = None;
        let (mut rows, mut struck) = (Vec::new(), Vec::new());
        for block in blocks {
            match (block, &places) {
                (Block::Sheet(_), Some(_)) => break,
                (Block::Row(row), None) => places = header(row, current),
                (Block::Row(row), Some(places)) => {
                    rows.push(cells(row, places, current));
                    struck.push(row.is_struck);
                }
                _ => {}
            }
        }
        let places = places.ok_or_else(no_export)?;
        let has_title = current.columns.iter().zip(&places).any(|((key, _), place)| *key == "title" && place.is_some());
        if !has_title {
            return Err(no_export());
        }
        let mut rows = Self { cells: rows, matched: Vec::new(), struck };
        rows.matched = rows.matches(current);
        Ok(rows)
    }

    /// The cells of an action's row.
    pub(super) fn of_action(&self, action: usize) -> Option<&[Option<String>]> {
        self.matched[action].map(|row| self.cells[row].as_slice())
    }

    /// Whether an action's row is struck through as a whole.
    pub(super) fn is_struck(&self, action: usize) -> bool {
        self.matched[action].is_some_and(|row| self.struck[row])
    }

    /// The rows that are about no action of the plan, without those that are struck through.
    pub(super) fn added(&self) -> impl Iterator<Item = &[Option<String>]> {
        let known = |row: &usize| self.matched.contains(&Some(*row));
        let rows = (0..self.cells.len())
            .filter(move |row| !known(row) && !self.struck[*row])
            .map(|row| self.cells[row].as_slice());
        rows.filter(|cells| cells.iter().flatten().any(|cell| !cell.is_empty()))
    }

    /// Finds each action's row: by its page, else by what names it.
    fn matches(&self, current: &CurrentPlan<'_>) -> Vec<Option<usize>> {
        let mut matched: Vec<Option<usize>> = vec![None; current.rows.len()];
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
            for action in (0..matched.len()).filter(|action| matched[*action].is_none()).collect::<Vec<_>>() {
                let Some(wanted) = of_action(action) else { continue };
                let alone =
                    (0..current.rows.len()).filter(|other| of_action(*other).as_ref() == Some(&wanted)).count() == 1;
                let mut fits = (0..self.cells.len())
                    .filter(|row| !matched.contains(&Some(*row)) && of_row(*row).as_ref() == Some(&wanted));
                if let (true, Some(row), None) = (alone, fits.next(), fits.next()) {
                    matched[action] = Some(row);
                }
            }
        }
        matched
    }
}

/// Where each column of an export stands in a header row; none where the row is no header of one.
fn header(row: &Row, current: &CurrentPlan<'_>) -> Option<Vec<Option<usize>>> {
    let place = |heading: &String| row.cells.iter().position(|cell| words(&cell.text) == words(heading));
    let places: Vec<Option<usize>> = current.columns.iter().map(|(_, heading)| place(heading)).collect();
    (places.iter().flatten().count() >= FEWEST).then_some(places)
}

fn cells(row: &Row, places: &[Option<usize>], current: &CurrentPlan<'_>) -> Vec<Option<String>> {
    let cell = |(place, (key, _)): (&Option<usize>, &(&str, String))| {
        let cell = row.cells.get((*place)?);
        // A part of it was left out, so that what is left is no edit of the whole.
        if cell.is_some_and(|cell| cell.is_partial) {
            return None;
        }
        let text = cell.map_or("", |cell| cell.text.as_str());
        let text = without_apostrophe(text);
        Some(if DAYS.contains(key) { as_an_export_has_it(text) } else { text.to_owned() })
    };
    places.iter().zip(current.columns).map(cell).collect()
}

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
