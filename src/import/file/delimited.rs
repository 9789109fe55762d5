//! Text with a mark between the cells: tabs, commas, semicolons.

use crate::import::block::{Block, Cell, Line, Row, tidy};
use crate::import::origin::{Origin, Unit};

/// The level of a heading that is only set in bold.
const BOLD: u8 = 8;

/// Reads text: a line without the mark is a heading or a paragraph, others are rows.
pub(super) fn read(name: &str, bytes: &[u8]) -> Vec<Block> {
    let text = decode(bytes);
    let mark = mark(name, &text);
    let records = if mark == '\t' && !is_quoted(&text) { plain_records(&text) } else { quoted_records(&text, mark) };
    let mut blocks = Vec::new();
    for record in records {
        let origin = Origin { sheet: None, unit: Unit::Line, number: record.line };
        let cells: Vec<Cell> = record.cells.iter().map(|cell| Cell::of(cell)).collect();
        if cells.iter().all(Cell::is_empty) {
            blocks.push(Block::Gap);
        } else if cells.len() == 1 {
            blocks.push(line(&record.cells[0], origin));
        } else {
            blocks.push(Block::Row(Row { cells, origin, ..Row::default() }));
        }
    }
    blocks
}

/// A line by itself: a heading where `#` or `**` marks it.
fn line(text: &str, origin: Origin) -> Block {
    let text = tidy(text);
    let bare = text.trim_start_matches('#');
    let bold = |text: &str| text.strip_prefix("**")?.strip_suffix("**").map(|inside| inside.trim().to_owned());
    let bare_len = bare.len();
    if bare_len < text.len() {
        let bare = bare.trim();
        let level = u8::try_from(text.len() - bare_len).unwrap_or(BOLD);
        return Block::Heading(level, Line { text: bold(bare).unwrap_or_else(|| bare.to_owned()), origin });
    }
    match bold(&text) {
        Some(text) => Block::Heading(BOLD, Line { text, origin }),
        None => Block::Text(Line { text, origin }),
    }
}

/// The text in whichever form it was saved.
fn decode(bytes: &[u8]) -> String {
    let (encoding, mark) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((encoding_rs::UTF_8, 0));
    let (text, malformed) = encoding.decode_without_bom_handling(&bytes[mark..]);
    if malformed && mark == 0 {
        // What is not UTF-8 was saved by a spreadsheet in the form that Windows has long used in western Europe.
        return encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    }
    text.into_owned()
}

/// How many letters of a file are looked at to see which sign parts its cells.
const SHOWN: usize = 100_000;

/// The mark between the cells: the one that cuts most lines into the same number of cells.
fn mark(name: &str, text: &str) -> char {
    if name.to_lowercase().ends_with(".tsv") || name.to_lowercase().ends_with(".tab") {
        return '\t';
    }
    // The first rows show it; a cell that the cut goes through is one among many.
    let text = text.char_indices().nth(SHOWN).map_or(text, |(end, _)| &text[..end]);
    let fit = |mark: char| {
        let mut counts = std::collections::BTreeMap::new();
        for record in quoted_records(text, mark).iter().filter(|record| record.cells.len() > 1) {
            *counts.entry(record.cells.len()).or_insert(0_usize) += 1;
        }
        counts.into_iter().map(|(cells, lines)| lines * cells.min(20)).max().unwrap_or(0)
    };
    // Of equals the first: commas also stand in sentences.
    ['\t', ';', '|', ','].into_iter().rev().max_by_key(|mark| fit(*mark)).expect("there are marks to choose from")
}

/// One line of cells, or several where a cell holds line breaks.
struct Record {
    line: usize,
    cells: Vec<String>,
}

fn plain_records(text: &str) -> Vec<Record> {
    let lines = text.lines().enumerate();
    lines.map(|(at, line)| Record { line: at + 1, cells: line.split('\t').map(str::to_owned).collect() }).collect()
}

/// Cells that may stand in quotation marks, as spreadsheets write them.
fn quoted_records(text: &str, mark: char) -> Vec<Record> {
    // The reader counts lines by one of the three signs that end them.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(mark).expect("every mark is ASCII"))
        .from_reader(text.as_bytes());
    let mut records: Vec<Record> = Vec::new();
    let mut next = 1;
    for record in reader.records().filter_map(Result::ok) {
        let at = record.position().map_or(next, |position| usize::try_from(position.line()).unwrap_or(next));
        // The reader skips empty lines, and a page may have ended there.
        if at > next {
            records.push(Record { line: next, cells: vec![String::new()] });
        }
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        next = at + 1 + cells.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        records.push(Record { line: at, cells });
    }
    records
}

/// Whether quotation marks around a cell of a text with tabs are the file's and not the plan's.
///
/// A spreadsheet puts them around cells with line breaks, quotation marks or commas. So where a comma stands in a
/// cell without them, or nothing needed them, they are words of the plan.
fn is_quoted(text: &str) -> bool {
    let records = quoted_records(text, '\t');
    let mut needed = false;
    let mut bare_comma = false;
    for cell in text.lines().flat_map(|line| line.split('\t')) {
        let cell = cell.trim();
        let wrapped = cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"');
        needed |= wrapped && cell.trim_matches('"').contains([',', '"']);
        bare_comma |= !cell.contains('"') && cell.contains(',');
    }
    let broken = records.iter().flat_map(|record| &record.cells).any(|cell| cell.contains(['\n', '\t']));
    let closed = text.matches('"').count().is_multiple_of(2);
    closed && (broken && opens_and_closes(text) || needed && !bare_comma)
}

/// Whether every cell that begins with a quotation mark and does not end with one is closed by a later one.
fn opens_and_closes(text: &str) -> bool {
    let cells: Vec<&str> = text.split(['\t', '\n']).map(str::trim).collect();
    let opens = cells.iter().filter(|cell| is_opening(cell)).count();
    let closes = cells.iter().filter(|cell| is_closing(cell)).count();
    opens > 0 && opens == closes
}

fn is_opening(cell: &str) -> bool {
    cell.starts_with('"') && cell.matches('"').count() % 2 == 1
}

fn is_closing(cell: &str) -> bool {
    cell.ends_with('"') && !cell.starts_with('"') && cell.matches('"').count() % 2 == 1
}
