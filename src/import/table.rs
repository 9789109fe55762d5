//! From blocks to tables with headings: header rows found, repeated ones and page numbers dropped, short lines between
//! tables taken as headings.

mod header;
mod short;
mod signs;

use std::collections::HashSet;

use super::block::{Block, Cell, Line, Row, words};
use super::column_choices::ColumnChoices;
use super::note::Notes;
use super::origin::{Origin, Unit};
use header::{
    grouped, is_group_row, is_header, is_header_for_want_of_one, is_second_row, is_wholly_header, private_by_group,
};
use short::headings_by_shortness;
pub(crate) use short::{is_short, is_statement};
use signs::{is_page_number, without_stray_signs};

/// A part of a plan, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Piece {
    Sheet(String),
    Heading(u8, Line),
    Text(Line),
    Table(Table),
}

/// Rows under one header.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    /// What stands over each column; empty where the table has no header.
    pub(crate) headings: Vec<String>,
    pub(crate) origin: Origin,
    pub(crate) rows: Vec<TableRow>,
}

/// A row, and whether a page may have ended before it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TableRow {
    pub(crate) row: Row,
    pub(crate) after_gap: bool,
}

/// Cuts blocks into tables and what stands between them.
pub(crate) fn pieces(blocks: Vec<Block>, choices: &ColumnChoices, notes: &mut Notes) -> Vec<Piece> {
    let blocks: Vec<Block> = blocks.into_iter().filter(|block| !is_page_number(block, notes)).collect();
    let mut cutter = Cutter {
        notes,
        choices,
        pieces: Vec::new(),
        headings: Vec::new(),
        plain_headings: HashSet::new(),
        gap: false,
        fresh: true,
        new_table: false,
        place: Place::Under,
        above: Vec::new(),
    };
    let mut at = 0;
    while at < blocks.len() {
        at += cutter.take(&blocks[at..]);
    }
    headings_by_shortness(cutter.pieces)
}

struct Cutter<'n> {
    notes: &'n mut Notes,
    choices: &'n ColumnChoices,
    pieces: Vec<Piece>,
    /// The header in force.
    headings: Vec<String>,
    /// Its headings as words, in which rows are compared with it.
    plain_headings: HashSet<Vec<String>>,
    gap: bool,
    /// Whether the next row begins a table.
    fresh: bool,
    /// Whether the next row is the first of a table of the document.
    new_table: bool,
    place: Place,
    /// The rows since the last header or the last row of a plan, in which what stands over columns may say that they are
    /// private.
    above: Vec<Row>,
}

/// Where in a table of a document the rows stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Under the header in force.
    Under,
    /// Above the header of their own table.
    Above,
    /// In a table that has other columns than the header in force, and no header of its own.
    Foreign,
}

impl Cutter<'_> {
    /// Takes the first block, and any that belong to it; says how many.
    fn take(&mut self, blocks: &[Block]) -> usize {
        match &blocks[0] {
            Block::Sheet(name) => {
                self.above.clear();
                self.headings.clear();
                self.plain_headings.clear();
                self.pieces.push(Piece::Sheet(name.clone()));
                self.fresh = true;
            }
            Block::Heading(level, line) => {
                self.pieces.push(Piece::Heading(*level, line.clone()));
                self.fresh = true;
            }
            Block::Text(line) => {
                self.pieces.push(Piece::Text(line.clone()));
                self.fresh = true;
            }
            Block::Table => {
                self.fresh = true;
                self.new_table = true;
                self.place = Place::Under;
            }
            // Nothing that is hidden comes this far.
            Block::Gap | Block::HiddenSheet(_) | Block::HiddenColumns(_) | Block::Aside(..) => self.gap = true,
            Block::Row(row) => return self.row(row, blocks),
        }
        1
    }

    fn row(&mut self, row: &Row, blocks: &[Block]) -> usize {
        let next = blocks.get(1).and_then(Block::row);
        // Deep in a document's table a header is one that was there before.
        let is_known = |cutter: &Self| {
            cutter.headings.is_empty() || !cutter.is_inside() || cutter.repeats(row) || is_wholly_header(row)
        };
        let is_chosen = row.filled().any(|(_, cell)| self.choices.names(&cell.text)) && row.filled().count() > 1;
        let is_new = std::mem::take(&mut self.new_table);
        let is_document = matches!(row.origin.unit, Unit::TableRow(_));
        let is_again = self.repeats(row) && row.filled().count() > 1;
        if is_header(row) && is_known(self)
            || is_chosen
            || is_again
            || self.headings.is_empty() && is_header_for_want_of_one(row, next)
        {
            return self.header(row, next);
        }
        // Above a header that is printed again stands an action.
        let is_again = |next: &Row| self.is_inside() && self.repeats(next);
        if let Some(next) = next.filter(|next| is_group_row(row, next) && is_header(next) && !is_again(next)) {
            self.set(grouped(row, next), &next.origin);
            // A row of headings proper may come below two that group them.
            self.above.push(row.clone());
            return 2;
        }
        if is_new && is_document && has_header_ahead(&blocks[1..]) {
            self.place = Place::Above;
        } else if is_new && is_document && row.cells.len() != self.headings.len() {
            self.place = Place::Foreign;
        }
        let few = row.filled().count() <= 2;
        if few && (self.place == Place::Above || self.headings.is_empty() && !is_document) {
            self.before_header(row);
            self.above.push(row.clone());
            return 1;
        }
        if self.fresh || !matches!(self.pieces.last(), Some(Piece::Table(_))) {
            let headings = if self.place == Place::Foreign { Vec::new() } else { self.headings.clone() };
            let origin = row.origin.clone();
            self.pieces.push(Piece::Table(Table { headings, origin, rows: Vec::new() }));
        }
        self.fresh = false;
        if let Some(Piece::Table(table)) = self.pieces.last_mut() {
            let row = without_stray_signs(row, &table.headings, self.notes);
            self.above.clear();
            table.rows.push(TableRow { row, after_gap: std::mem::take(&mut self.gap) });
        }
        1
    }

    /// A header, and the second row of one that has two.
    fn header(&mut self, row: &Row, next: Option<&Row>) -> usize {
        if let Some(next) = next.filter(|next| is_second_row(row, next)) {
            self.set(grouped(row, next), &row.origin);
            return 2;
        }
        let headings = row.cells.iter().map(|cell| cell.text.replace('\n', " ")).collect();
        self.set(headings, &row.origin);
        1
    }

    fn set(&mut self, headings: Vec<String>, origin: &Origin) {
        let headings = private_by_group(headings, &std::mem::take(&mut self.above));
        let key = |headings: &[String]| {
            let named = headings.iter().filter(|heading| !heading.is_empty());
            named.map(|heading| words(heading).join(" ")).collect::<Vec<_>>()
        };
        if key(&headings) == key(&self.headings) {
            self.notes.did(origin, format!("the header row is printed again: `{}`", named(&headings)));
        }
        self.place = Place::Under;
        // The row's own columns count: a table that goes on may have lost an empty one.
        self.plain_headings = headings.iter().map(|heading| words(heading)).collect();
        self.headings = headings;
        self.pieces.push(Piece::Table(Table {
            headings: self.headings.clone(),
            origin: origin.clone(),
            rows: Vec::new(),
        }));
        self.fresh = false;
    }

    /// Whether a row follows others in one table of a document or a sheet, with no gap between.
    fn is_inside(&self) -> bool {
        let is_open = matches!(self.pieces.last(), Some(Piece::Table(table)) if !table.rows.is_empty() || !table.headings.is_empty());
        is_open && !self.fresh && !self.gap
    }

    /// Whether a row has most of the headings that are in force.
    fn repeats(&self, row: &Row) -> bool {
        // Most cells are longer than any heading, however that is written.
        let longest = 2 * self.headings.iter().map(String::len).max().unwrap_or(0) + 8;
        let known = |text: &str| text.len() <= longest && self.plain_headings.contains(&words(text));
        row.filled().filter(|(_, cell)| known(&cell.text)).count() * 2 > row.filled().count()
    }

    /// A row above every header: a title, or a line such as `Lead: the board`.
    fn before_header(&mut self, row: &Row) {
        // A cell may say its colour by nothing but its fill, in a key of the colours.
        let said = |cell: &Cell| match (cell.is_own(), cell.colour) {
            (true, _) => Some(cell.text.trim_end_matches(':').to_owned()),
            (false, Some(colour)) if cell.is_empty() => Some(colour.to_owned()),
            _ => None,
        };
        let text = row.cells.iter().filter_map(said).collect::<Vec<_>>().join(": ");
        self.pieces.push(Piece::Text(Line { text, origin: row.origin.clone() }));
        self.fresh = true;
    }
}

/// Whether a header comes in the rows of the same table.
fn has_header_ahead(blocks: &[Block]) -> bool {
    let rows = blocks.iter().map_while(|block| match block {
        Block::Row(row) => Some(Some(row)),
        Block::Gap => Some(None),
        _ => None,
    });
    rows.take(12).flatten().any(is_header)
}

fn named(headings: &[String]) -> String {
    headings.iter().filter(|heading| !heading.is_empty()).cloned().collect::<Vec<_>>().join(" | ")
}
