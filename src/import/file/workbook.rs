//! Excel workbooks.

use std::io::Cursor;

use calamine::{Data, Dimensions, Range, Reader, Sheets, StyleRange};

use super::{colour, package};
use crate::import::block::{Block, Cell, Origin, Row, Unit};
use crate::import::error::ImportError;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Block>, ImportError> {
    let book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes));
    let mut book = book.map_err(|_| package::broken("the workbook"))?;
    let mut blocks = Vec::new();
    for name in book.sheet_names() {
        // A sheet may be a chart, which has no cells.
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let sheet = Sheet { merged: merged(&mut book, &name), styles: book.worksheet_style(&name).ok(), range };
        blocks.push(Block::Sheet(name.clone()));
        blocks.push(Block::Table);
        sheet.rows(&name, &mut blocks);
    }
    Ok(blocks)
}

fn merged(book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Vec<Dimensions> {
    match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    }
}

struct Sheet {
    range: Range<Data>,
    merged: Vec<Dimensions>,
    styles: Option<StyleRange>,
}

impl Sheet {
    fn rows(&self, name: &str, blocks: &mut Vec<Block>) {
        let (Some(start), Some(end)) = (self.range.start(), self.range.end()) else { return };
        for row in start.0..=end.0 {
            let mut cells: Vec<Cell> = (0..=end.1).map(|column| self.cell(row, column)).collect();
            let used = cells.iter().rposition(|cell| !cell.is_empty() || cell.colour.is_some());
            cells.truncate(used.map_or(0, |last| last + 1));
            if cells.iter().all(Cell::is_empty) {
                blocks.push(Block::Gap);
            } else {
                let number = usize::try_from(row).expect("a row's number is small") + 1;
                let origin = Origin { sheet: Some(name.to_owned()), unit: Unit::Row, number };
                blocks.push(Block::Row(Row { cells, origin }));
            }
        }
    }

    fn cell(&self, row: u32, column: u32) -> Cell {
        let region = self.merged.iter().find(|region| region.contains(row, column));
        let Some(region) = region else {
            return Cell { colour: self.colour(row, column), ..Cell::of(&self.text(row, column)) };
        };
        let covers = usize::try_from(region.end.1 - region.start.1).expect("a column's number is small");
        if column != region.start.1 {
            return Cell::default();
        }
        let text = self.text(region.start.0, region.start.1);
        let colour = self.colour(region.start.0, region.start.1);
        Cell { covers, from_above: row != region.start.0, colour, ..Cell::of(&text) }
    }

    fn text(&self, row: u32, column: u32) -> String {
        match self.range.get_value((row, column)) {
            None | Some(Data::Empty | Data::Error(_)) => String::new(),
            Some(Data::DateTime(date)) if date.is_datetime() => {
                let (year, month, day, ..) = date.to_ymd_hms_milli();
                date_as_shown(year, month, day, self.format(row, column))
            }
            Some(Data::DateTimeIso(text)) => text.split('T').next().unwrap_or_default().to_owned(),
            Some(Data::Float(number)) => self.number(*number, row, column),
            Some(Data::Bool(flag)) => if *flag { "Yes" } else { "No" }.to_owned(),
            Some(other) => other.to_string(),
        }
    }

    fn style(&self, row: u32, column: u32) -> Option<&calamine::Style> {
        self.styles.as_ref()?.get((row, column))
    }

    fn format(&self, row: u32, column: u32) -> &str {
        let format = self.style(row, column).and_then(|style| style.number_format.as_ref());
        format.map_or("", |format| format.format_code.as_str())
    }

    fn colour(&self, row: u32, column: u32) -> Option<&'static str> {
        let fill = self.style(row, column)?.fill.as_ref().filter(|fill| fill.is_visible())?;
        let colour = fill.get_color()?;
        colour::of_fill(colour.red, colour.green, colour.blue)
    }

    /// A number as the sheet shows it: `1.10` and `80%` are not `1.1` and `0.8`.
    fn number(&self, number: f64, row: u32, column: u32) -> String {
        let format = self.format(row, column);
        let places = format.split(';').next().unwrap_or_default();
        let places = places.split_once('.').map_or(0, |(_, after)| after.chars().take_while(|c| *c == '0').count());
        if format.contains('%') {
            return format!("{:.places$}%", number * 100.0);
        }
        // The shortest text that is this number, so that 0.1 + 0.2 is not seventeen digits long.
        let shortest = format!("{}", (number * 1e10).round() / 1e10);
        let shown = format!("{number:.places$}");
        if places > 0 && format.starts_with('0') && shown.len() > shortest.len() { shown } else { shortest }
    }
}

/// A date as the sheet shows it: one that is shown as `May-23` is a month and not its first day.
fn date_as_shown(year: u16, month: u8, day: u8, format: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let format = format.to_lowercase();
    let plain = without_marks(&format);
    let shows_day = plain.contains('d') || plain.is_empty() || plain == "general";
    let shows_month = plain.contains('m');
    match (shows_day, shows_month) {
        (false, true) => format!("{} {year}", MONTHS[usize::from(month.clamp(1, 12)) - 1]),
        (false, false) if plain.contains('y') => year.to_string(),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// A date's format without what stands in brackets or quotes: `[$-809]dd mmm`.
fn without_marks(format: &str) -> String {
    let mut plain = String::new();
    let mut until = None;
    for letter in format.chars() {
        match (until, letter) {
            (Some(end), letter) if letter == end => until = None,
            (Some(_), _) => {}
            (None, '[') => until = Some(']'),
            (None, '"') => until = Some('"'),
            (None, letter) => plain.push(letter),
        }
    }
    plain
}
