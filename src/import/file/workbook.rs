//! Excel workbooks.

mod extent;
mod format;
mod marks;
mod parts;
mod reference;
mod rule;

use std::io::Cursor;

use calamine::{Data, Dimensions, Range, Reader, SheetType, SheetVisible, Sheets, StyleRange};

use super::{colour, package};
use crate::import::block::{Block, Cell, Look, Row, Words};
use crate::import::error::ImportError;
use crate::import::note::Notes;
use crate::import::origin::{Origin, Unit, letters};
use format::Shown;
use marks::Marks;
use parts::Parts;
use rule::Hides;

pub(super) fn read(bytes: &[u8], notes: &mut Notes) -> Result<Vec<Block>, ImportError> {
    let broken = || package::broken("the workbook");
    let mut package = package::open(bytes)?;
    let parts = Parts::read(&mut package)?;
    let strings = parts.strings(&mut package)?;
    if strings.as_deref().is_some_and(marks::claims_too_many) {
        return Err(package::broken("the list of its texts"));
    }
    let strings = strings.map(|xml| marks::strings(&xml).ok_or_else(broken)).transpose()?.unwrap_or_default();
    let formats = parts.styles(&mut package)?;
    let formats = formats.map(|xml| rule::formats(&xml).ok_or_else(broken)).transpose()?.unwrap_or_default();
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| broken())?;
    let mut blocks = Vec::new();
    if book.sheets_metadata().len() > MOST_SHEETS {
        let help = "copy the plan's tables into a new file, and import that";
        return Err(ImportError::new(format!("the workbook has more than {MOST_SHEETS} sheets"), help));
    }
    for sheet in book.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let xml = parts.sheet(&sheet.name, &mut package)?;
        extent::check(&sheet.name, &xml)?;
        let range = book.worksheet_range(&sheet.name).map_err(|_| broken())?;
        let marks = Marks::read(&xml, &strings, &formats).ok_or_else(broken)?;
        let merged = merged(&mut book, &sheet.name, &marks);
        let grid = Sheet { merged, styles: book.worksheet_style(&sheet.name).ok(), range, marks };
        let is_shown = sheet.visible == SheetVisible::Visible;
        blocks.push(if is_shown { Block::Sheet(sheet.name.clone()) } else { Block::HiddenSheet(sheet.name.clone()) });
        blocks.push(Block::Table);
        grid.rows(&sheet.name, &mut blocks);
        if is_shown {
            grid.faults(&sheet.name, notes);
        }
    }
    super::report_comments(parts.comments, notes);
    Ok(blocks)
}

/// Cells that are merged into one, and the first row and column of them that are not hidden, where their words are.
struct Merged {
    region: Dimensions,
    anchor: (u32, u32),
}

fn merged(book: &mut Sheets<Cursor<&[u8]>>, name: &str, marks: &Marks) -> Vec<Merged> {
    let regions = match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).unwrap_or_default(),
        _ => Vec::new(),
    };
    let anchored = regions.into_iter().map(|region| {
        let row = (region.start.0..=region.end.0).find(|row| !marks.rows.contains(row));
        let column = (region.start.1..=region.end.1).find(|column| !marks.hides_column(*column));
        let anchor = (row.unwrap_or(region.start.0), column.unwrap_or(region.start.1));
        Merged { region, anchor }
    });
    anchored.collect()
}

struct Sheet {
    range: Range<Data>,
    merged: Vec<Merged>,
    styles: Option<StyleRange>,
    marks: Marks,
}

impl Sheet {
    fn rows(&self, name: &str, blocks: &mut Vec<Block>) {
        let (Some(start), Some(end)) = (self.range.start(), self.range.end()) else { return };
        let hidden = (0..=end.1).filter(|column| self.marks.hides_column(*column)).map(index).collect();
        blocks.push(Block::HiddenColumns(hidden));
        for row in start.0..=end.0 {
            let has_row = |merged: &&Merged| (merged.region.start.0..=merged.region.end.0).contains(&row);
            let merged: Vec<&Merged> = self.merged.iter().filter(has_row).collect();
            let mut cells: Vec<Cell> = (0..=end.1).map(|column| self.cell(row, column, &merged)).collect();
            self.show_header(&mut cells);
            let is_used = |cell: &Cell| *cell != Cell::default();
            cells.truncate(cells.iter().rposition(is_used).map_or(0, |last| last + 1));
            let origin = Origin { sheet: Some(name.to_owned()), unit: Unit::Row, number: index(row) + 1 };
            let row = Row { cells, origin, is_hidden: self.marks.rows.contains(&row), ..Row::default() };
            blocks.push(if row.is_blank() { Block::Gap } else { Block::Row(row) });
        }
    }

    /// A table's style may fill its header, whose words are then white as a whole and can be read after all.
    fn show_header(&self, cells: &mut [Cell]) {
        let unseen = cells.iter().filter(|cell| !cell.hidden.is_empty()).count();
        if self.marks.has_tables && unseen > 2 && cells.iter().all(Cell::is_empty) {
            for cell in cells {
                cell.text = std::mem::take(&mut cell.hidden);
            }
        }
    }

    fn cell(&self, row: u32, column: u32, merged: &[&Merged]) -> Cell {
        let merged = merged.iter().find(|merged| merged.region.contains(row, column));
        let Some(Merged { region, anchor }) = merged else {
            let is_partial = self.is_faulty(row, column);
            let (colour, is_oddly_filled) = self.colour(row, column);
            return Cell { colour, is_oddly_filled, is_partial, ..Cell::from_words(&self.words(row, column)) };
        };
        if column != anchor.1 {
            return Cell::default();
        }
        let words = self.words(region.start.0, region.start.1);
        let (colour, is_oddly_filled) = self.colour(region.start.0, region.start.1);
        let covers = index(region.end.1 - anchor.1);
        Cell { covers, from_above: row != anchor.0, colour, is_oddly_filled, ..Cell::from_words(&words) }
    }

    /// Whether a cell has a value that cannot be read.
    fn is_faulty(&self, row: u32, column: u32) -> bool {
        let at = (row, column);
        matches!(self.range.get_value(at), Some(Data::Error(_))) || self.marks.unsaved.contains(&at)
    }

    /// The words of a cell, and how they look.
    fn words(&self, row: u32, column: u32) -> Words {
        let mut words = Words::default();
        let cell = self.look(row, column);
        match self.marks.runs.get(&(row, column)).filter(|_| cell != Look::Hidden) {
            None => words.push(cell, &self.text(row, column)),
            Some(runs) => {
                for run in runs.iter() {
                    let look = run.font.map_or(cell, |font| {
                        let unseen = font.colour.is_some_and(|colour| self.is_unseen(colour, (row, column)));
                        match font {
                            font if unseen || font.size.is_some_and(|size| size <= SMALLEST) => Look::Hidden,
                            font if font.is_struck => Look::Struck,
                            _ => Look::Shown,
                        }
                    });
                    words.push(look, &run.text);
                }
            }
        }
        words
    }

    /// How a cell shows what it holds.
    fn look(&self, row: u32, column: u32) -> Look {
        let shown = match self.range.get_value((row, column)) {
            Some(Data::String(_) | Data::Bool(_)) => format::of_text(self.format(row, column)),
            Some(Data::Float(number)) => format::of_number(self.format(row, column), *number),
            None | Some(Data::Empty) => Shown::PLAIN,
            Some(_) => format::of_number(self.format(row, column), 1.0),
        };
        let font = self.style(row, column).and_then(|style| style.font.as_ref());
        // A format's colour comes before the font's.
        let colour = font.and_then(|font| font.color).map(|colour| [colour.red, colour.green, colour.blue]);
        let colour = if shown.is_white { Some(colour::WHITE) } else { colour };
        let unseen = colour.is_some_and(|colour| self.is_unseen(colour, (row, column)));
        let small = font.and_then(|font| font.size).is_some_and(|size| size <= SMALLEST);
        match font {
            _ if !shown.is_shown || unseen || small || self.is_hidden_by_rule((row, column)) => Look::Hidden,
            Some(font) if font.has_strikethrough() => Look::Struck,
            _ => Look::Shown,
        }
    }

    /// Whether a conditional format takes what a cell holds from sight.
    fn is_hidden_by_rule(&self, at: (u32, u32)) -> bool {
        let mut hides =
            self.marks.hiding.iter().filter_map(|rule| rule.hides(at, |(row, column)| self.text(row, column)));
        hides.any(|hides| hides == Hides::Value || self.is_like_ground(colour::WHITE, at))
    }

    /// Whether words in a colour cannot be told from the ground of a cell, as far as no rule gives it another.
    fn is_unseen(&self, words: [u8; 3], at: (u32, u32)) -> bool {
        self.is_like_ground(words, at) && !self.marks.is_ruled(at)
    }

    /// Whether the fill of a cell has nearly a colour.
    fn is_like_ground(&self, words: [u8; 3], (row, column): (u32, u32)) -> bool {
        let fill = self.style(row, column).and_then(|style| style.fill.as_ref()).filter(|fill| fill.is_visible());
        let ground = match fill {
            None => Some(colour::WHITE),
            Some(fill) => fill.get_color().map(|colour| [colour.red, colour.green, colour.blue]),
        };
        ground.is_some_and(|ground| colour::is_unseen(words, ground))
    }

    /// Cells that hold no value but an error, or a formula whose value was not saved.
    fn faults(&self, name: &str, notes: &mut Notes) {
        let is_shown = |(row, column): (u32, u32)| !self.marks.rows.contains(&row) && !self.marks.hides_column(column);
        let start = self.range.start().unwrap_or_default();
        let place = |at: (u32, u32)| (at.0 + start.0, at.1 + start.1);
        let cells = self.range.used_cells().filter_map(|(row, column, value)| match value {
            Data::Error(error) => {
                Some((place((u32::try_from(row).ok()?, u32::try_from(column).ok()?)), error.to_string()))
            }
            _ => None,
        });
        let errors = cells.map(|(at, error)| (at, format!("the error `{error}`")));
        let unsaved = self.marks.unsaved.iter().map(|at| (*at, "a formula whose value was not saved".to_owned()));
        for (at, what) in errors.chain(unsaved).filter(|(at, _)| is_shown(*at)) {
            let origin = Origin { sheet: Some(name.to_owned()), unit: Unit::Row, number: index(at.0) + 1 };
            let cell = format!("{}{}", letters(index(at.1)), origin.number);
            let help = "fix it in the spreadsheet, save, and import again";
            notes.look(&origin, format!("cell {cell} holds {what}, so it is read as empty; {help}"));
        }
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

    /// The rating's colour that fills a cell, and whether another one does that is as strong.
    fn colour(&self, row: u32, column: u32) -> (Option<&'static str>, bool) {
        let fill = self.style(row, column).and_then(|style| style.fill.as_ref()).filter(|fill| fill.is_visible());
        let colour = fill.and_then(calamine::Fill::get_color).map(|colour| (colour.red, colour.green, colour.blue));
        colour.map_or((None, false), |(red, green, blue)| {
            (colour::of_fill(red, green, blue), colour::is_unclear(red, green, blue))
        })
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

/// The most sheets of a workbook. No plan has as many; a file can list one sheet any number of times.
const MOST_SHEETS: usize = 500;

/// Letters of this size, in points, or smaller are not seen.
const SMALLEST: f64 = 2.0;

fn index(number: u32) -> usize {
    usize::try_from(number).expect("a row's or column's number is small")
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
