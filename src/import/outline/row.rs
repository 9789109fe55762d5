//! What a row of a table is: an action, more of the action above, the rest of a row that a page's end cut in two, a
//! heading, a line of the rating guide, or a repeat of what was there.

use std::rc::Rc;

use super::{Builder, Gathered, align, guide};
use crate::import::block::{Cell, Row, is_ditto_mark, words};
use crate::import::columns::Column;
use crate::import::field::Field;
use crate::import::label;
use crate::import::marked_list::MarkedList;
use crate::import::origin::Origin;
use crate::import::table::{Table, TableRow};

/// How the cells of a table usually begin, for telling what is unusual.
pub(super) struct Usual {
    /// By column: whether many cells begin with a small letter.
    pub(super) small: Vec<bool>,
}

impl Usual {
    pub(super) fn of(table: &Table, columns: &[Column]) -> Self {
        // Where actions have numbers, a row without one may be the end of the one above.
        let numbers = columns.iter().position(|column| column.field == Field::Ref);
        let has_number = |row: &TableRow| numbers.is_none_or(|at| row.row.cells.get(at).is_some_and(Cell::is_own));
        let any_number = table.rows.iter().any(has_number);
        let begins = |row: &&TableRow| !any_number || has_number(row);
        let small = (0..columns.len()).map(|column| {
            let rows = table.rows.iter().filter(begins);
            let cells = rows.filter_map(|row| row.row.cells.get(column)).filter(|cell| cell.is_own());
            let texts: Vec<&Cell> = cells.collect();
            let small = texts.iter().filter(|cell| begins_small(&cell.text)).count();
            texts.len() > 3 && small * 10 > texts.len() * 3
        });
        Self { small: small.collect() }
    }
}

pub(super) fn begins_small(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

impl Builder<'_> {
    pub(super) fn row(&mut self, entry: &TableRow, columns: &Rc<[Column]>, usual: &Usual) {
        let origin = &entry.row.origin;
        if let Some(entries) = guide::of_row(&entry.row) {
            if !self.is_struck_out(&entry.row) {
                self.guide(origin, entries);
            }
            return;
        }
        if self.is_repeat(&entry.row) {
            let words = entry.row.words();
            self.notes.look(origin, format!("repeats words of the rows above, and is left out: `{words}`"));
            return;
        }
        if self.outcome_row(&entry.row) || self.banner(&entry.row, columns, usual) {
            return;
        }
        let aligned = align::align(&entry.row, columns);
        if let Some(doubt) = aligned.doubt {
            self.notes.look(origin, doubt);
        }
        let mut cells = self.with_groups(aligned.cells, columns);
        let is_struck = with_struck_title(&mut cells, columns) || entry.row.is_struck;
        let row = Sorted { cells, columns, origin };
        self.remember(&row.cells);
        let is_part = self.is_more_of_above(&row) || self.goes_on_from_above(&row, usual);
        if is_struck && is_part && !self.last_action().is_some_and(|above| above.is_struck) {
            self.notes.look(origin, "this row goes on from the action above and is struck through, so it was left out");
        } else if self.goes_on_from_above(&row, usual) {
            self.join(&row);
        } else if self.is_more_of_above(&row) {
            self.notes.did(origin, format!("more of the action above: `{}`", words_of(&row.cells)));
            self.last_action().expect("it was looked at").rows.push(row.cells);
        } else if row.says_nothing() {
            let words = words_of(&row.cells);
            self.notes.look(
                origin,
                format!("has words only in columns without a known heading, so it is left out: `{words}`"),
            );
        } else {
            self.open_columns(&row);
            self.ask_about_part(&row);
            let cells = self.above_repeated(&row);
            for cells in self.one_for_each_number(cells, &row) {
                let (origin, columns) = (origin.clone(), Rc::clone(columns));
                self.add(Gathered { origin, columns, rows: vec![cells], is_struck });
            }
        }
    }

    /// Asks about a row such as `a) Train all staff` without a number, where the action above has one.
    fn ask_about_part(&mut self, row: &Sorted<'_>) {
        let lacks_number = row.cell(Field::Ref).is_some_and(|cell| !cell.is_own());
        let title = row.text(Field::Title).unwrap_or_default();
        let mark = title.trim_start_matches('(').split([')', '.']).next().unwrap_or_default();
        let is_marked = mark.len() < title.len() && (1..=3).contains(&mark.len());
        let is_letter = is_marked && mark.bytes().all(|byte| byte.is_ascii_lowercase());
        if lacks_number && is_letter && self.last_action().is_some() {
            let message =
                format!("`{title}` has no number: it may be a part of the action above, and became one of its own");
            self.notes.look(row.origin, message);
        }
    }

    /// A row whose cell for the action holds several with a number each, `1.1 …` and `1.2 …`, as a row for each.
    fn one_for_each_number(&mut self, cells: Vec<Cell>, row: &Sorted<'_>) -> Vec<Vec<Cell>> {
        let Some(title) = row.columns.iter().position(|column| column.field == Field::Title) else {
            return vec![cells];
        };
        let has_number = row.cell(Field::Ref).is_some_and(Cell::is_own);
        let lines: Vec<String> = cells[title].text.lines().map(str::to_owned).collect();
        let dotted = |line: &String| label::numbered(line).is_some_and(|(number, _)| number.contains('.'));
        if has_number || lines.len() < 2 || !lines.iter().all(dotted) {
            return vec![cells];
        }
        let message = format!("one row holds {} numbered actions; each became one, with what they share", lines.len());
        self.notes.look(row.origin, message);
        let count = lines.len();
        let part = |cell: &Cell, at: usize| {
            let items = MarkedList::of(&cell.text).items;
            let text = if items.len() == count { items[at].clone() } else { cell.text.clone() };
            Cell { text, ..cell.clone() }
        };
        let mut rows: Vec<Vec<Cell>> = (0..count).map(|at| cells.iter().map(|cell| part(cell, at)).collect()).collect();
        for (cells, line) in rows.iter_mut().zip(lines) {
            cells[title].text = line;
        }
        rows
    }

    /// The row with "as above" filled in from the action above.
    fn above_repeated(&mut self, row: &Sorted<'_>) -> Vec<Cell> {
        let mut cells = row.cells.clone();
        for (at, cell) in cells.iter_mut().enumerate() {
            if !is_ditto(&cell.text) {
                continue;
            }
            let above = self.last_action().and_then(|action| {
                let texts = action.column_texts(at);
                (!texts.is_empty()).then(|| texts.join("\n"))
            });
            let heading = row.columns[at].heading.clone();
            let written = cell.text.clone();
            match above {
                Some(text) => {
                    let message = format!("`{heading}`: `{written}` is written out: `{text}`");
                    self.notes.look(row.origin, message);
                    cell.text = text;
                }
                None => self.notes.look(row.origin, format!("`{heading}`: `{written}`, and there is nothing above")),
            }
        }
        cells
    }
}

/// A row under its columns.
pub(super) struct Sorted<'r> {
    pub(super) cells: Vec<Cell>,
    pub(super) columns: &'r Rc<[Column]>,
    pub(super) origin: &'r Origin,
}

impl Sorted<'_> {
    pub(super) fn cell(&self, field: Field) -> Option<&Cell> {
        let at = self.columns.iter().position(|column| column.field == field)?;
        self.cells.get(at)
    }

    /// Whether all that the row says stands in columns that are about nothing.
    fn says_nothing(&self) -> bool {
        let told = |at: usize| !matches!(self.columns[at].field, Field::Keep | Field::Ref);
        !self.cells.iter().enumerate().any(|(at, cell)| cell.is_own() && told(at))
    }

    pub(super) fn text(&self, field: Field) -> Option<String> {
        self.cell(field).map(|cell| cell.text.clone())
    }
}

/// Puts the words of an action back that are struck through, where the rest of the row is not; says whether they were.
fn with_struck_title(cells: &mut [Cell], columns: &[Column]) -> bool {
    let Some(title) = columns.iter().position(|column| column.field == Field::Title) else { return false };
    let Some(cell) = cells.get_mut(title).filter(|cell| cell.is_empty() && !cell.struck.is_empty()) else {
        return false;
    };
    cell.text = std::mem::take(&mut cell.struck);
    true
}

pub(super) fn words_of(cells: &[Cell]) -> String {
    Row { cells: cells.to_vec(), ..Row::default() }.words()
}

/// Whether a cell says that it is the same as the one above.
fn is_ditto(text: &str) -> bool {
    let spoken = words(text).join(" ");
    let phrases = ["as above", "ditto", "same as above", "see above", "as previous", "as per above", "as before", "do"];
    is_ditto_mark(text) || phrases.contains(&spoken.as_str())
}
