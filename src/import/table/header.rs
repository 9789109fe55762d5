//! Which rows name the columns of a table.

use crate::import::block::{Cell, Row, words};
use crate::import::heading::{self, CLEAR};
use crate::import::{confidential, figures, label, risk, standing, when};
use crate::model::timescale::PlanCalendar;

/// Whether a row names columns: most of its cells are headings, and none is long.
pub(super) fn is_header(row: &Row) -> bool {
    let cells: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let is_short = |cell: &&Cell| cell.text.len() <= 4 * 110 && cell.text.chars().count() <= 110;
    let short = cells.iter().all(is_short);
    if !short || has_values(&cells) || cells.iter().any(|cell| words(&cell.text).len() > 16) {
        return false;
    }
    if figures::is_table(&texts(row)) {
        return true;
    }
    let is_clear = |cell: &&&Cell| heading::clarity(&cell.text) >= CLEAR && !is_value(&cell.text);
    let clear = cells.iter().filter(is_clear).count();
    if clear < 2 {
        return false;
    }
    // What is private may be called anything, and speaks neither for nor against a header; nor does a year or a quarter
    // over what was reported then. A row of an action has a date as well, and seldom three cells that are headings.
    let dates = cells.iter().filter(|cell| is_only_date(&cell.text)).count();
    let says_nothing = |cell: &Cell| {
        confidential::in_heading(&cell.text).is_some() || (clear > 2 || dates > 2) && is_only_date(&cell.text)
    };
    let neutral = cells.iter().filter(|cell| !is_clear(cell) && says_nothing(cell)).count();
    clear * 2 >= cells.len() - neutral
}

fn texts(row: &Row) -> Vec<String> {
    row.filled().map(|(_, cell)| cell.text.clone()).collect()
}

/// Whether a row names columns with every cell, or those of a risk register.
pub(super) fn is_wholly_header(row: &Row) -> bool {
    let texts = texts(row);
    let clear = |text: &String| heading::clarity(text) >= CLEAR && !is_value(text);
    texts.len() > 3 && texts.iter().all(clear) || risk::is_register(&texts) || figures::is_table(&texts)
}

/// Whether the first row of a table without a clear header is one: short words, one of them a heading, or over dates.
pub(super) fn is_header_for_want_of_one(row: &Row, next: Option<&Row>) -> bool {
    let cells: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let calendar = PlanCalendar::default();
    let is_date = |cell: &Cell| when::is_date(&cell.text, &calendar);
    let short = cells.iter().all(|cell| cell.text.chars().count() <= 50 && !is_date(cell));
    let clear = cells.iter().any(|cell| heading::clarity(&cell.text) >= CLEAR);
    let over_dates = next.is_some_and(|next| next.filled().any(|(_, cell)| is_date(cell)));
    cells.len() > 2 && short && !has_values(&cells) && (clear || over_dates)
}

/// Whether a cell holds what only rows of a plan hold: a number, a colour's name, an end of a sentence.
fn has_values(cells: &[&Cell]) -> bool {
    cells.iter().any(|cell| {
        let text = cell.text.trim();
        let number = text.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
        number && text.len() != 4
            || text.ends_with('.') && text.split_whitespace().nth(1).is_some() && words(text).len() > 3
            || label::numbered(text).is_some()
            || cell.from_above
    })
}

/// Whether a cell holds what stands in rows and only looks like a heading: `Q4 25/26`, `Not due`, `Red`.
fn is_value(text: &str) -> bool {
    let standing = standing::read(text).is_some() && words(text).len() > 1;
    standing || is_only_date(text) || words(text).len() == 1 && text.starts_with(['Q', 'q'])
}

/// Whether a cell is a date and nothing else: `2025`, `Q2 2025/26`, `TBC`.
fn is_only_date(text: &str) -> bool {
    when::is_date(text, &PlanCalendar::default()) && (when::has_only_date_words(text) || words(text).len() < 2)
}

/// Whether the first row only groups the columns that the second one names: "Delivery" over "Lead" and "When".
pub(super) fn is_group_row(row: &Row, next: &Row) -> bool {
    let filled = row.filled().count();
    if is_private_group(row, next) {
        return true;
    }
    // `Priority 1 | Prevention` over a header is a section.
    let names_section = row.filled().any(|(_, cell)| label::of(&cell.text).is_some_and(|label| label.opens_group()));
    if names_section && filled <= 2 {
        return false;
    }
    let wide = row.cells.iter().any(|cell| cell.covers > 0) || filled < next.filled().count();
    filled >= 2 && wide && row.cells.iter().all(|cell| cell.text.chars().count() <= 60)
}

/// Whether the only thing that a row says is that some of the columns below are not for the public: `Confidential` over
/// three of nine. Over all of them it is a mark of the whole sheet.
fn is_private_group(row: &Row, next: &Row) -> bool {
    let own: Vec<(usize, &Cell)> = row.filled().collect();
    let is_private = |(_, cell): &(usize, &Cell)| confidential::in_heading(&cell.text).is_some();
    let short = own.iter().all(|(_, cell)| cell.text.chars().count() <= 60);
    let columns: Vec<usize> = next.filled().map(|(column, _)| column).collect();
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return false };
    let covers_all =
        |(column, cell): &(usize, &Cell)| column <= first && (cell.covers == 0 || column + cell.covers >= *last);
    own.len() < columns.len()
        && short
        && own.iter().any(is_private)
        && !own.iter().any(|group| is_private(group) && covers_all(group))
}

/// Headings of which those that stand below a private group have its name: the group may be some rows further up.
pub(super) fn private_by_group(mut headings: Vec<String>, above: &[Row]) -> Vec<String> {
    let last = headings.iter().rposition(|heading| !heading.is_empty()).unwrap_or_default();
    for row in above {
        for (column, cell) in row.filled() {
            let is_private = confidential::in_heading(&cell.text).is_some() && cell.text.chars().count() <= 60;
            let open = (column + 1..=last).take_while(|at| row.cells.get(*at).is_none_or(Cell::is_empty)).count();
            let covers = if cell.covers > 0 { cell.covers } else { open };
            // Over all columns it is a mark of the whole sheet.
            if !is_private || column == 0 && column + covers >= last {
                continue;
            }
            for heading in headings.iter_mut().skip(column).take(covers + 1).filter(|heading| !heading.is_empty()) {
                if confidential::in_heading(heading).is_none() {
                    *heading = format!("{}: {heading}", cell.text.replace('\n', " "));
                }
            }
        }
    }
    headings
}

/// Whether a row names the columns that the header above it left open or only grouped.
pub(super) fn is_second_row(header: &Row, next: &Row) -> bool {
    let open = |column: usize| {
        let own = header.cells.get(column).is_none_or(Cell::is_empty);
        own || header.cells[column].covers > 0 || is_over(header, next, column)
    };
    let filled: Vec<usize> = next.filled().map(|(column, _)| column).collect();
    let short = next.filled().all(|(_, cell)| cell.text.chars().count() <= 60);
    let clear = next.filled().filter(|(_, cell)| heading::clarity(&cell.text) >= CLEAR).count();
    filled.len() >= 2 && short && clear * 2 >= filled.len() && filled.iter().all(|column| open(*column))
}

/// Whether a heading that is not merged stands over several columns: the cells right of it are empty, and filled below.
fn is_over(header: &Row, next: &Row, column: usize) -> bool {
    let empty = |row: &Row, column: usize| row.cells.get(column).is_none_or(Cell::is_empty);
    !empty(header, column) && empty(header, column + 1) && !empty(next, column) && !empty(next, column + 1)
}

/// The headings of two rows, joined column by column.
pub(super) fn grouped(top: &Row, bottom: &Row) -> Vec<String> {
    let width = top.cells.len().max(bottom.cells.len());
    let text =
        |row: &Row, column: usize| row.cells.get(column).map(|cell| cell.text.replace('\n', " ")).unwrap_or_default();
    let mut over = (0, String::new());
    (0..width)
        .map(|column| {
            if let Some(cell) = top.cells.get(column).filter(|cell| !cell.is_empty()) {
                let covers = if is_over(top, bottom, column) { open_after(top, bottom, column) } else { cell.covers };
                over = (column + covers.max(cell.covers), cell.text.replace('\n', " "));
            }
            let group = if column <= over.0 { over.1.clone() } else { String::new() };
            let name = text(bottom, column);
            match (group.is_empty(), name.is_empty()) {
                (_, true) => group,
                (true, false) => name,
                (false, false) if group == name => name,
                // The group alone would say little; the name says it with the group before it.
                (false, false) => format!("{group}: {name}"),
            }
        })
        .collect()
}

/// How many columns right of one are empty in the upper row and filled in the lower one.
fn open_after(top: &Row, bottom: &Row, column: usize) -> usize {
    let is_open = |at: &usize| {
        top.cells.get(*at).is_none_or(Cell::is_empty) && bottom.cells.get(*at).is_some_and(|cell| !cell.is_empty())
    };
    (column + 1..bottom.cells.len()).take_while(is_open).count()
}
