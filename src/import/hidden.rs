//! What a file hides stays out of the plan: hidden sheets, rows, columns, cells and words, and words that are struck
//! through. This is the one place that decides. The readers of files only say what is hidden; what comes after sees
//! nothing of it.
//!
//! The report counts what was left out and says where it is, and never what it says.

mod tally;

use std::collections::BTreeSet;

use super::block::{Block, Cell, Row, Words};
use super::confidential;
use super::kept::{Keeper, Kept};
use super::note::Notes;
use super::origin::Origin;
use crate::model::exported_row;
use tally::Tally;

/// What is shown, and what is kept of the rest.
pub(crate) struct Sifted {
    pub(crate) blocks: Vec<Block>,
    pub(crate) keeper: Keeper,
}

/// Takes out what the file hides. With `keep`, it is kept for `private:`.
pub(crate) fn sift(blocks: Vec<Block>, keep: bool, notes: &mut Notes) -> Sifted {
    let mut sieve = Sieve {
        notes,
        keep,
        keeper: Keeper::default(),
        shown: Vec::new(),
        tally: Tally::default(),
        columns: BTreeSet::new(),
        as_exported: None,
        sheet: None,
        keeps_sheet: false,
        part: None,
    };
    let opens_part = private_parts(&blocks);
    for (block, opens_part) in blocks.into_iter().zip(opens_part) {
        sieve.part(&block, opens_part);
        sieve.take(block);
    }
    sieve.tally.report(keep, sieve.notes);
    Sifted { blocks: sieve.shown, keeper: sieve.keeper }
}

struct Sieve<'n> {
    notes: &'n mut Notes,
    keep: bool,
    keeper: Keeper,
    shown: Vec<Block>,
    tally: Tally,
    /// The hidden columns of the sheet.
    columns: BTreeSet<usize>,
    /// The column of an export in which programs keep what it said.
    as_exported: Option<usize>,
    /// The hidden sheet that the blocks are on.
    sheet: Option<String>,
    /// Whether what that sheet holds is kept.
    keeps_sheet: bool,
    /// The level of the heading whose part is not for the public.
    part: Option<u8>,
}

/// Whether a row is struck through, though its number or a note of when that was may not be: most of its cells are, and
/// with them the longest text, which is what was to be done.
fn is_struck(row: &Row) -> bool {
    let own = || row.cells.iter().filter(|cell| !cell.from_above);
    let struck = own().filter(|cell| cell.is_empty() && !cell.struck.is_empty()).map(|cell| cell.struck.len());
    let other = own().filter(|cell| !cell.is_empty()).map(|cell| cell.text.len());
    let (struck, other): (Vec<usize>, Vec<usize>) = (struck.collect(), other.collect());
    other.is_empty() || struck.len() >= 2 * other.len() && struck.iter().max() > other.iter().max()
}

/// For each block the words, if it is a heading, by which it says that its part is not for the public. A cover says the
/// same of the whole: there is no table above it, and no other heading of its level below.
fn private_parts(blocks: &[Block]) -> Vec<Option<&'static str>> {
    let mut has_rows = false;
    let of_block = |(at, block): (usize, &Block)| {
        has_rows |= matches!(block, Block::Row(_));
        let Block::Heading(level, line) = block else { return None };
        let ends = || blocks[at + 1..].iter().any(|block| matches!(block, Block::Heading(other, _) if other <= level));
        confidential::in_part_heading(&line.text).filter(|_| has_rows || ends())
    };
    blocks.iter().enumerate().map(of_block).collect()
}

impl Sieve<'_> {
    fn take(&mut self, block: Block) {
        match block {
            Block::Sheet(name) => {
                self.sheet = None;
                self.columns.clear();
                self.as_exported = None;
                if let Some(word) = confidential::in_sheet_name(&name) {
                    self.private_sheet(name, word);
                } else {
                    self.shown.push(Block::Sheet(name));
                }
            }
            Block::HiddenSheet(name) => {
                self.tally.sheet(&name);
                self.sheet = Some(name);
                self.keeps_sheet = self.keep;
            }
            Block::HiddenColumns(columns) => self.columns = columns.into_iter().collect(),
            Block::Row(row) if self.sheet.is_some() || self.part.is_some() || row.is_hidden => self.hidden_row(&row),
            Block::Row(row) => {
                let row = self.row(row);
                self.shown.push(if row.cells.iter().all(Cell::is_empty) { Block::Gap } else { Block::Row(row) });
            }
            Block::Aside(words, origin) => self.aside(&words, &origin),
            Block::Text(line) if self.part.is_some() => {
                self.keeper.put("", &line.origin, &line.text);
            }
            _ if self.sheet.is_some() || self.part.is_some() => {}
            other => self.shown.push(other),
        }
    }

    fn keep(&mut self, name: &str, origin: &Origin, text: &str) -> Option<Kept> {
        (self.keep && !text.trim().is_empty()).then(|| self.keeper.put(name, origin, text))
    }

    fn hidden_row(&mut self, row: &Row) {
        if row.is_blank() {
            return;
        }
        if self.sheet.is_none() && self.part.is_none() {
            self.tally.row(&row.origin);
        }
        let own = row.cells.iter().filter(|cell| !cell.from_above);
        let words = own.flat_map(|cell| [cell.text.as_str(), cell.hidden.as_str()]).filter(|text| !text.is_empty());
        let words = words.map(|text| text.replace('\n', " / ")).collect::<Vec<_>>().join(" | ");
        let keep = if self.sheet.is_some() { self.keeps_sheet } else { self.keep || self.part.is_some() };
        if keep && !words.is_empty() {
            self.keeper.put("", &row.origin, &words);
        }
    }

    /// A sheet that anyone sees, and whose name says that not everyone should.
    fn private_sheet(&mut self, name: String, word: &str) {
        let message = format!(
            "this sheet is kept under `private:` and not published, because its name says `{word}`; if it is meant \
             for the public, rename it"
        );
        self.notes.look(&Origin::whole(Some(&name)), message);
        self.sheet = Some(name);
        self.keeps_sheet = true;
    }

    /// Opens or closes the part that a heading says not everyone should see.
    fn part(&mut self, block: &Block, opens: Option<&str>) {
        let closes = match block {
            Block::Sheet(_) | Block::HiddenSheet(_) => true,
            Block::Heading(level, _) => self.part.is_some_and(|part| *level <= part),
            _ => false,
        };
        if closes {
            self.part = None;
        }
        if let (Block::Heading(level, line), Some(word), None) = (block, opens, self.part) {
            let message = format!(
                "what stands under this heading is kept under `private:` and not published, because it says `{word}`; \
                 if it is meant for the public, give it another heading: `{}`",
                line.text
            );
            self.notes.look(&line.origin, message);
            self.part = Some(*level);
        }
    }

    /// A row without what is hidden in it.
    fn row(&mut self, mut row: Row) -> Row {
        let heading = row.cells.iter().position(|cell| cell.text == exported_row::HEADING);
        self.as_exported = self.as_exported.or(heading);
        if let Some(cell) = self.as_exported.and_then(|column| row.cells.get_mut(column)) {
            *cell = Cell::default();
        }
        for (column, cell) in row.cells.iter_mut().enumerate() {
            if self.columns.contains(&column) {
                self.hidden_cell(cell, column, &row.origin);
            } else if !cell.hidden.is_empty() {
                self.tally.cell(&row.origin, column, cell.is_empty());
                let hidden = std::mem::take(&mut cell.hidden);
                cell.kept.extend(self.keep("", &row.origin, &hidden));
                cell.is_partial = true;
            }
        }
        self.struck(&mut row);
        row
    }

    /// A cell of a hidden column: nothing of it is left, not even its colour.
    fn hidden_cell(&mut self, cell: &mut Cell, column: usize, origin: &Origin) {
        let gone = std::mem::replace(cell, Cell { covers: cell.covers, ..Cell::default() });
        let words = [gone.text, gone.hidden, gone.struck];
        let words = words.iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join("\n");
        if words.is_empty() || gone.from_above {
            return;
        }
        self.tally.column(origin, column);
        cell.kept.extend(self.keep(&format!("Column {}", super::origin::letters(column)), origin, &words));
    }

    /// A row that is struck through as a whole keeps its words and says so; elsewhere, struck words are left out.
    fn struck(&mut self, row: &mut Row) {
        if row.cells.iter().all(|cell| cell.struck.is_empty()) {
            return;
        }
        row.is_struck = is_struck(row);
        for (column, cell) in row.cells.iter_mut().enumerate().filter(|(_, cell)| !cell.struck.is_empty()) {
            if row.is_struck && cell.is_empty() {
                cell.text = std::mem::take(&mut cell.struck);
            } else {
                self.tally.struck(row.origin.cell(column), &row.origin);
                cell.is_partial = true;
            }
        }
    }

    fn aside(&mut self, words: &Words, origin: &Origin) {
        if !words.hidden.trim().is_empty() {
            self.tally.words(origin);
            self.keep("", origin, words.hidden.trim());
        }
        if !words.struck.trim().is_empty() {
            self.tally.struck(origin.to_string(), origin);
        }
    }
}
