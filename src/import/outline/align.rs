//! Putting the cells of a row under their columns, where a text file gives it fewer or more than the header has.

use crate::import::block::{Cell, Row};
use crate::import::columns::Column;
use crate::import::field::Field;
use crate::import::origin::Unit;
use crate::import::{label, standing, when};
use crate::model::timescale::PlanCalendar;

/// A row with a cell for each column.
pub(crate) struct Aligned {
    pub(crate) cells: Vec<Cell>,
    /// What was done to make it fit, where a person should look.
    pub(crate) doubt: Option<String>,
}

pub(crate) fn align(row: &Row, columns: &[Column]) -> Aligned {
    let mut cells = row.cells.clone();
    if cells.len() > columns.len() {
        trim(&mut cells, columns.len());
    }
    let sound = |cells| Aligned { cells, doubt: None };
    if cells.len() > columns.len() {
        return overflowing(cells, columns);
    }
    // Sheets and documents know their columns; what they leave out stands at the end.
    if row.origin.unit != Unit::Line || cells.len() == columns.len() {
        cells.resize(columns.len(), Cell::default());
        return sound(cells);
    }
    let named: Vec<usize> = (0..columns.len()).filter(|column| !columns[*column].heading.is_empty()).collect();
    if cells.len() == named.len() {
        return sound(spread(cells, &named, columns.len()));
    }
    if cells.len() > named.len() || cells.iter().filter(|cell| !cell.is_empty()).count() < 2 {
        cells.resize(columns.len(), Cell::default());
        return sound(cells);
    }
    let places = best_places(&cells, columns, &named);
    let missing: Vec<String> = named
        .iter()
        .filter(|column| !places.contains(column))
        .map(|column| format!("`{}`", columns[*column].heading))
        .collect();
    // Empty cells at the end of a line are often cut off, and nothing is in doubt.
    let at_end = places.iter().zip(&named).all(|(place, column)| place == column);
    let doubt =
        format!("the row has {} cells for {} columns; {} was left empty", cells.len(), named.len(), missing.join(", "));
    Aligned { cells: spread(cells, &places, columns.len()), doubt: (!at_end).then_some(doubt) }
}

/// Takes empty cells off the ends until the row fits.
fn trim(cells: &mut Vec<Cell>, width: usize) {
    while cells.len() > width && cells.last().is_some_and(Cell::is_empty) {
        cells.pop();
    }
    while cells.len() > width && cells.first().is_some_and(Cell::is_empty) {
        cells.remove(0);
    }
}

fn overflowing(mut cells: Vec<Cell>, columns: &[Column]) -> Aligned {
    let rest = cells.split_off(columns.len());
    let words: Vec<&str> = rest.iter().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty()).collect();
    let doubt =
        format!("the row has more cells than the table has columns; the last cell took in `{}`", words.join(" | "));
    if let Some(last) = cells.last_mut() {
        let text = format!("{}\n{}", last.text, words.join("\n"));
        text.trim().clone_into(&mut last.text);
    }
    Aligned { cells, doubt: Some(doubt) }
}

fn spread(cells: Vec<Cell>, places: &[usize], width: usize) -> Vec<Cell> {
    let mut all = vec![Cell::default(); width];
    for (cell, place) in cells.into_iter().zip(places) {
        all[*place] = cell;
    }
    all
}

/// The columns, in order, that suit the cells best; of equals the first column is the one that is missing, since cells
/// that are merged downwards are lost there.
fn best_places(cells: &[Cell], columns: &[Column], named: &[usize]) -> Vec<usize> {
    let (rows, width) = (cells.len(), named.len());
    // best[i][j]: the most that the cells from i on can score in the columns from j on.
    let mut best = vec![vec![f32::NEG_INFINITY; width + 1]; rows + 1];
    best[rows].fill(0.0);
    for i in (0..rows).rev() {
        for j in (0..width).rev() {
            let take = fit(&cells[i], columns[named[j]].field) + best[i + 1][j + 1];
            best[i][j] = take.max(best[i][j + 1]);
        }
    }
    let mut places = Vec::with_capacity(rows);
    let (mut i, mut j) = (0, 0);
    while i < rows {
        let take = fit(&cells[i], columns[named[j]].field) + best[i + 1][j + 1];
        if width - j > rows - i && best[i][j + 1] >= take {
            j += 1;
            continue;
        }
        places.push(named[j]);
        i += 1;
        j += 1;
    }
    places
}

/// How well a cell suits a field.
fn fit(cell: &Cell, field: Field) -> f32 {
    if cell.is_empty() {
        return 0.0;
    }
    let text = cell.text.as_str();
    let long = text.chars().count();
    let calendar = PlanCalendar::default();
    match field {
        Field::Timescale | Field::Start if when::is_date(text, &calendar) => 3.0,
        Field::Timescale | Field::Start if when::names_date(text, &calendar) => 0.5,
        Field::Ref if label::number_end(text) == text.len() => 3.0,
        Field::Ref => -3.0,
        Field::Rating | Field::Status if standing::read(text).is_some() => 2.0,
        Field::Timescale | Field::Start | Field::Rating | Field::Status => -2.0,
        Field::Leads | Field::Partners if long <= 80 && !text.ends_with('.') => 0.5,
        Field::Leads | Field::Partners => -1.0,
        _ if when::is_date(text, &calendar) || long < 5 => -2.0,
        _ => 0.3,
    }
}
