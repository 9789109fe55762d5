//! From blocks to tables with headings: header rows found, repeated ones and page numbers dropped, short lines between
//! tables taken as headings.

use super::block::{Block, Cell, Line, Origin, Row, Unit, speaks, words};
use super::columns::ColumnChoices;
use super::heading::{self, CLEAR};
use super::label::{self, Kind};
use super::note::Notes;
use super::when;
use crate::model::timescale::PlanCalendar;

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

/// The level of a heading that only its shortness tells.
const PLAIN: u8 = 9;

/// Cuts blocks into tables and what stands between them.
pub(crate) fn pieces(blocks: Vec<Block>, choices: &ColumnChoices, notes: &mut Notes) -> Vec<Piece> {
    let blocks: Vec<Block> = blocks.into_iter().filter(|block| !is_page_number(block, notes)).collect();
    let mut cutter = Cutter {
        notes,
        choices,
        pieces: Vec::new(),
        headings: Vec::new(),
        gap: false,
        fresh: true,
        new_table: false,
        foreign: false,
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
    gap: bool,
    /// Whether the next row begins a table.
    fresh: bool,
    /// Whether the next row is the first of a table of the document.
    new_table: bool,
    /// Whether the table has other columns than the header in force, and none of its own.
    foreign: bool,
}

impl Cutter<'_> {
    /// Takes the first block, and any that belong to it; says how many.
    fn take(&mut self, blocks: &[Block]) -> usize {
        match &blocks[0] {
            Block::Sheet(name) => {
                self.headings.clear();
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
                self.foreign = false;
            }
            Block::Gap => self.gap = true,
            Block::Row(row) => return self.row(row, blocks),
        }
        1
    }

    fn row(&mut self, row: &Row, blocks: &[Block]) -> usize {
        let next = blocks.get(1).and_then(|block| match block {
            Block::Row(row) => Some(row),
            _ => None,
        });
        let is_chosen = row.filled().any(|(_, cell)| self.choices.names(&cell.text)) && row.filled().count() > 1;
        let is_new = std::mem::take(&mut self.new_table);
        let is_document = matches!(row.origin.unit, Unit::TableRow(_));
        if is_header(row) || is_chosen || self.headings.is_empty() && is_header_for_want_of_one(row, next) {
            return self.header(row, next);
        }
        if let Some(next) = next.filter(|next| is_header(next) && is_group_row(row, next)) {
            self.set(grouped(row, next), &next.origin);
            return 2;
        }
        self.foreign |= is_new && is_document && row.cells.len() != self.headings.len();
        if self.headings.is_empty() && row.filled().count() <= 2 && !is_document {
            self.before_header(row);
            return 1;
        }
        if self.fresh || !matches!(self.pieces.last(), Some(Piece::Table(_))) {
            let headings = if self.foreign { Vec::new() } else { self.headings.clone() };
            let origin = row.origin.clone();
            self.pieces.push(Piece::Table(Table { headings, origin, rows: Vec::new() }));
        }
        self.fresh = false;
        if let Some(Piece::Table(table)) = self.pieces.last_mut() {
            let row = without_stray_signs(row, self.notes);
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
        let key = |headings: &[String]| {
            let named = headings.iter().filter(|heading| !heading.is_empty());
            named.map(|heading| words(heading).join(" ")).collect::<Vec<_>>()
        };
        if key(&headings) == key(&self.headings) {
            self.notes.did(origin, format!("the header row is printed again: `{}`", named(&headings)));
        }
        self.foreign = false;
        // The row's own columns count: a table that goes on may have lost an empty one.
        self.headings = headings;
        self.pieces.push(Piece::Table(Table {
            headings: self.headings.clone(),
            origin: origin.clone(),
            rows: Vec::new(),
        }));
        self.fresh = false;
    }

    /// A row above every header: a title, or a line such as `Lead: the board`.
    fn before_header(&mut self, row: &Row) {
        let text = row.filled().map(|(_, cell)| cell.text.trim_end_matches(':')).collect::<Vec<_>>().join(": ");
        self.pieces.push(Piece::Text(Line { text, origin: row.origin.clone() }));
        self.fresh = true;
    }
}

/// The row without cells that say nothing: a lone comma, a dot. A dash says that there is nothing, and is kept.
fn without_stray_signs(row: &Row, notes: &mut Notes) -> Row {
    let mut row = row.clone();
    for cell in &mut row.cells {
        let is_dash = matches!(cell.text.as_str(), "-" | "–" | "—");
        if !cell.is_empty() && !speaks(&cell.text) && !is_dash {
            notes.did(&row.origin, format!("left out stray signs in a cell: `{}`", cell.text));
            cell.text.clear();
        }
    }
    row
}

fn named(headings: &[String]) -> String {
    headings.iter().filter(|heading| !heading.is_empty()).cloned().collect::<Vec<_>>().join(" | ")
}

/// Whether a row names columns: most of its cells are headings, and none is long.
pub(crate) fn is_header(row: &Row) -> bool {
    let cells: Vec<&Cell> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    let short = cells.iter().all(|cell| cell.text.chars().count() <= 110 && words(&cell.text).len() <= 16);
    let clear = cells.iter().filter(|cell| heading::clarity(&cell.text) >= CLEAR).count();
    short && clear >= 2 && clear * 2 >= cells.len() && !has_values(&cells)
}

/// Whether the first row of a table without a clear header is one: short words, one of them a heading, or over dates.
fn is_header_for_want_of_one(row: &Row, next: Option<&Row>) -> bool {
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
        number || text.ends_with('.') && words(text).len() > 3
    })
}

/// Whether the first row only groups the columns that the second one names: "Delivery" over "Lead" and "When".
fn is_group_row(row: &Row, next: &Row) -> bool {
    let filled = row.filled().count();
    let wide = row.cells.iter().any(|cell| cell.covers > 0) || filled < next.filled().count();
    filled >= 2 && wide && row.cells.iter().all(|cell| cell.text.chars().count() <= 60)
}

/// Whether a row names the columns that the header above it left open or only grouped.
fn is_second_row(header: &Row, next: &Row) -> bool {
    let open = |column: usize| {
        let own = header.cells.get(column).is_none_or(Cell::is_empty);
        own || header.cells[column].covers > 0
    };
    let filled: Vec<usize> = next.filled().map(|(column, _)| column).collect();
    let short = next.filled().all(|(_, cell)| cell.text.chars().count() <= 60);
    let clear = next.filled().filter(|(_, cell)| heading::clarity(&cell.text) >= CLEAR).count();
    filled.len() >= 2 && short && clear * 2 >= filled.len() && filled.iter().all(|column| open(*column))
}

/// The headings of two rows, joined column by column.
fn grouped(top: &Row, bottom: &Row) -> Vec<String> {
    let width = top.cells.len().max(bottom.cells.len());
    let text =
        |row: &Row, column: usize| row.cells.get(column).map(|cell| cell.text.replace('\n', " ")).unwrap_or_default();
    let mut over = (0, String::new());
    (0..width)
        .map(|column| {
            if let Some(cell) = top.cells.get(column).filter(|cell| !cell.is_empty()) {
                over = (column + cell.covers, cell.text.replace('\n', " "));
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

/// Drops page numbers and stray signs, and says so.
fn is_page_number(block: &Block, notes: &mut Notes) -> bool {
    let (text, origin) = match block {
        Block::Heading(_, line) | Block::Text(line) => (line.text.clone(), &line.origin),
        Block::Row(row) if row.cells.iter().all(|cell| !speaks(&cell.text)) => {
            notes.did(&row.origin, format!("left out stray signs: `{}`", row.words()));
            return true;
        }
        _ => return false,
    };
    let spoken: Vec<String> =
        words(&text).into_iter().filter(|word| !matches!(word.as_str(), "page" | "of" | "p" | "pg")).collect();
    let is_number = spoken.iter().all(|word| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()));
    if is_number && spoken.len() <= 2 {
        notes.did(origin, format!("left out a page number: `{text}`"));
        return true;
    }
    false
}

/// Takes short lines that stand right before a table, or before a text and a table, as its headings.
fn headings_by_shortness(pieces: Vec<Piece>) -> Vec<Piece> {
    let kinds: Vec<char> = pieces.iter().map(kind).collect();
    let mut in_outcomes = false;
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.into_iter().enumerate() {
        let after: String = kinds[at + 1..].iter().take_while(|kind| **kind != 't').take(6).collect();
        let reaches_table = kinds[at + 1..].get(after.len()) == Some(&'t') && !after.contains(['S', 'h']);
        let leads_on = reaches_table && after.chars().filter(|kind| *kind == 'l').count() <= 2 && after.len() <= 4;
        let below_heading = matches!(out.last(), Some(Piece::Heading(..)));
        if let Piece::Text(line) = &piece {
            let label = label::of(&line.text);
            in_outcomes =
                label.as_ref().is_some_and(|label| label.kind == Kind::Outcomes) || in_outcomes && label.is_none();
        } else {
            in_outcomes = false;
        }
        out.push(match piece {
            Piece::Text(line) if in_outcomes || below_heading && is_statement(&line.text) => Piece::Text(line),
            Piece::Text(line) if is_short(&line.text) && leads_on && !is_labelled(&line.text) => {
                Piece::Heading(PLAIN, line)
            }
            other => other,
        });
    }
    out
}

/// `s` for a short line, `l` for a long one, `h` for a heading, `t` for a table, `S` for a sheet.
fn kind(piece: &Piece) -> char {
    match piece {
        Piece::Sheet(_) => 'S',
        Piece::Heading(..) => 'h',
        Piece::Text(line) if is_short(&line.text) => 's',
        Piece::Text(_) => 'l',
        Piece::Table(_) => 't',
    }
}

/// Whether a line is short enough for a heading and does not end as a sentence does.
pub(crate) fn is_short(text: &str) -> bool {
    let length = text.chars().count();
    let is_item = text.starts_with(['•', '▪', '●', '-', '–', '*', '\u{f0b7}']);
    !is_item
        && length <= 110
        && !text.contains('\n')
        && !text.ends_with(['.', ';', ','])
        && text.chars().any(char::is_alphabetic)
}

/// Whether a line says what it is before a colon and then gives it: `Aim: fewer repeats`.
fn is_labelled(text: &str) -> bool {
    label::of(text).is_some_and(|label| !label.opens_group())
}

/// Whether a short text under a heading is a promise and no heading: "We will intervene early".
pub(crate) fn is_statement(text: &str) -> bool {
    let spoken = words(text);
    let opens = spoken.first().is_some_and(|word| matches!(word.as_str(), "we" | "to" | "our"));
    opens && spoken.len() > 2 && label::of(text).is_none()
}
