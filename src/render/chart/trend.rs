//! The ratings of a group of actions, quarter by quarter.

use super::bars::Part;
use super::drawing::{Anchor, Drawing, Em, Share};
use super::scale::{number, pieces};
use super::shape::{id, letter_and_count};
use crate::model::quarter::Quarter;

/// How the actions stood at the end of a quarter, or today in the one that is not over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// The quarter.
    pub(crate) quarter: Quarter,
    /// How many had each rating, in the order of the plan's scheme.
    pub(crate) parts: Vec<Part>,
}

impl Column {
    fn total(&self) -> usize {
        self.parts.iter().map(|part| part.count).sum()
    }
}

/// How many quarters are drawn; with more, the latest.
const MOST: usize = 8;
/// How many columns the drawing has room for at least: a single one does not fill it.
const FEWEST: usize = 4;
/// The height of the tallest column, of a piece at least, and of the two lines below the columns.
const COLUMN: f64 = 14.0;
const PIECE: f64 = 1.6;
const BELOW: f64 = 3.0;
/// The share of a column's place that it takes, and of its place that its words may: with more digits than three
/// there is no room for the letter.
const FILLED: f64 = 0.88;
const ROOM: usize = 999;

/// Draws a column for each of the last eight quarters, oldest first, with letters and numbers in its pieces.
pub(crate) fn trend(columns: &[Column]) -> String {
    let columns = &columns[columns.len().saturating_sub(MOST)..];
    let tallest = columns.iter().map(Column::total).max().unwrap_or_default();
    if tallest == 0 {
        return String::new();
    }
    let mut drawing = Drawing::new("trend", Em(COLUMN + BELOW));
    let width = 1.0 / number(columns.len().max(FEWEST));
    let mut left = 0.0;
    let mut year = None;
    for column in columns {
        // Never lower than its pieces need: the number of actions hardly changes, so this is rare.
        let told = column.parts.iter().filter(|part| part.count > 0).count();
        let height = (COLUMN * number(column.total()) / number(tallest)).max(PIECE * number(told));
        let place = Place { left, width, height };
        draw(&mut drawing, column, place);
        name(&mut drawing, column.quarter, year != Some(column.quarter.year()), place);
        year = Some(column.quarter.year());
        left += width;
    }
    drawing.line("axis", (Share(0.0), Em(COLUMN)), (Share(1.0), Em(COLUMN)));
    drawing.finish()
}

/// Where a column stands.
#[derive(Clone, Copy)]
struct Place {
    left: f64,
    width: f64,
    height: f64,
}

/// Draws a column, the first part at the top.
fn draw(drawing: &mut Drawing, column: &Column, place: Place) {
    let counts: Vec<usize> = column.parts.iter().map(|part| part.count).collect();
    let top = COLUMN - place.height;
    let middle = Share(place.left + place.width / 2.0);
    let left = Share(place.left + place.width * (1.0 - FILLED) / 2.0);
    let pieces = pieces(&counts, |_| PIECE / place.height.max(PIECE));
    for (part, piece) in column.parts.iter().zip(pieces).filter(|(part, _)| part.count > 0) {
        let (start, length) = (top + piece.start * place.height, piece.length * place.height);
        drawing.open("g", &[("data-rating", &id(part.rating))]);
        let width = Share(place.width * FILLED);
        drawing.element("rect", &[("x", &left), ("y", &Em(start)), ("width", &width), ("height", &Em(length))]);
        let words = if part.count > ROOM { part.count.to_string() } else { letter_and_count(part.rating, part.count) };
        drawing.text((middle, Em(start + length / 2.0)), Anchor::Middle, &words);
        drawing.close("g");
    }
}

/// Writes a quarter's name below its column, and its year where it is the first one of it: "Q2" and "26/27".
fn name(drawing: &mut Drawing, quarter: Quarter, with_year: bool, place: Place) {
    let middle = Share(place.left + place.width / 2.0);
    let label = quarter.label();
    let (quarter, year) = label.split_once(' ').unwrap_or((&label, ""));
    let short = year.strip_prefix("20").filter(|rest| rest.contains('/'));
    drawing.text((middle, Em(COLUMN + 0.9)), Anchor::Middle, quarter);
    if with_year {
        drawing.text((middle, Em(COLUMN + 2.2)), Anchor::Middle, short.unwrap_or(year));
    }
}
