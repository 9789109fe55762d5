//! Tables as workbooks of Excel and `LibreOffice`, Office Open XML.
//!
//! A table is one sheet, and what to know about it another. It is not cut into a sheet for each part: people sort and
//! filter across a whole plan, and one sheet comes back from them as one.

use jiff::civil::{Date, Time};
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::table::{Cell, Purpose, Table};

/// What Excel takes into one cell, in UTF-16 units.
const LONGEST: usize = 32_767;
/// What stands where a text had to be cut.
const CUT: &str = "\n… (this is too long for a cell of a spreadsheet)";
/// The colour behind the headings.
const HEADING: u32 = 0x00E3_EEEF;
/// The colours of a column that is worked out: of its heading, and of its words, which are grey at 5.7 to 1.
const WORKED_OUT: u32 = 0x00E6_E6E6;
const GREY: u32 = 0x0066_6666;
/// For how many rows below the last one a choice is offered.
const NEW_ROWS: u32 = 200;
/// The height of a line of text, in points, and of how many lines a row shows at most: a row that shows all of a long
/// history fills the screen.
const LINE: f64 = 15.0;
const MOST_LINES: u16 = 8;
/// The name of the second sheet.
const ABOUT: &str = "About";

/// The table as a workbook: headings that stay in view, a filter over each column, real dates, wrapped text.
///
/// The date of the document is the table's own, so that the same table gives the same bytes.
pub(crate) fn write(table: &Table) -> Vec<u8> {
    workbook(table).expect("the table is smaller than a sheet, and its texts than a cell")
}

fn workbook(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = excel_date(table.date)?.unwrap_or_default();
    workbook.set_properties(&DocProperties::new().set_title(fitting(&table.title)).set_creation_datetime(&made));
    write_rows(workbook.add_worksheet(), table)?;
    write_about(workbook.add_worksheet(), table)?;
    workbook.save_to_buffer()
}

fn write_rows(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let heading = text.clone().set_bold().set_background_color(HEADING).set_border_bottom(FormatBorder::Thin);
    let left = Format::new().set_align(FormatAlign::Top).set_align(FormatAlign::Left);
    let (date, time) = (left.clone().set_num_format("d mmm yyyy"), left.clone().set_num_format("hh:mm"));
    let grey = |format: &Format| format.clone().set_font_color(GREY);
    let (grey_text, grey_left, grey_date) = (grey(&text), grey(&left), grey(&date));
    sheet.set_name(sheet_name(&table.title))?;
    let fixed = heading.clone().set_italic().set_background_color(WORKED_OUT);
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    for (column, at) in table.columns.iter().zip(0..) {
        sheet.set_column_width(at, column.width)?;
        let is_fixed = column.purpose == Purpose::WorkedOut;
        sheet.write_string_with_format(0, at, fitting(&column.heading), if is_fixed { &fixed } else { &heading })?;
        let last = last_row.saturating_add(NEW_ROWS);
        match &column.purpose {
            Purpose::Open => {}
            Purpose::Choice(words) => {
                let choice = DataValidation::new()
                    .allow_list_strings(words)?
                    .set_error_title("Not in the list")?
                    .set_error_message(format!("Choose one of: {}.", words.join(", ")))?;
                sheet.add_data_validation(1, at, last, at, &choice)?;
            }
            Purpose::WorkedOut => {
                let note = DataValidation::new()
                    .allow_any_value()
                    .set_input_title("Worked out")?
                    .set_input_message("The program works this out. An edit here is not carried back into the plan.")?;
                sheet.add_data_validation(1, at, last, at, &note)?;
            }
            Purpose::Hidden => {
                sheet.set_column_hidden(at)?;
            }
        }
    }
    sheet.set_row_height(0, LINE * 3.0)?;
    for (row, at) in table.rows.iter().zip(1..) {
        sheet.set_row_height(at, LINE * f64::from(lines(table, row)))?;
        for ((cell, column), of) in row.iter().zip(0..).zip(&table.columns) {
            let (text, left, date) = match of.purpose {
                Purpose::WorkedOut => (&grey_text, &grey_left, &grey_date),
                _ => (&text, &left, &date),
            };
            match cell {
                Cell::Empty => continue,
                // Always as text: a formula is never made of what someone wrote.
                Cell::Text(words) => sheet.write_string_with_format(at, column, fitting(words), text)?,
                Cell::Date(day) => match excel_date(*day)? {
                    Some(day) => sheet.write_datetime_with_format(at, column, &day, date)?,
                    None => sheet.write_string_with_format(at, column, day.to_string(), text)?,
                },
                Cell::Time(of_day) => sheet.write_datetime_with_format(at, column, &excel_time(*of_day)?, &time)?,
                Cell::Number(number) => sheet.write_number_with_format(at, column, *number, left)?,
            };
        }
    }
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    // On paper, four sheets of A3 side by side.
    sheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(4, 0);
    Ok(())
}

/// How many lines a row shows: as many as its longest cell has in its column. `LibreOffice` does not work that out for
/// itself.
fn lines(table: &Table, row: &[Cell]) -> u16 {
    let of_cell = |(cell, width): (&Cell, u16)| match cell {
        Cell::Text(words) => {
            let of_line = |line: &str| line.chars().count().div_ceil(usize::from(width).max(1)).max(1);
            words.lines().map(of_line).sum::<usize>()
        }
        Cell::Empty | Cell::Date(_) | Cell::Time(_) | Cell::Number(_) => 1,
    };
    let shown = row.iter().zip(&table.columns).filter(|(_, column)| column.purpose != Purpose::Hidden);
    let most = shown.map(|(cell, column)| of_cell((cell, column.width))).max().unwrap_or(1);
    u16::try_from(most).unwrap_or(MOST_LINES).min(MOST_LINES)
}

fn write_about(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let term = text.clone().set_bold();
    sheet.set_name(ABOUT)?;
    sheet.set_column_width(0, 28)?;
    sheet.set_column_width(1, 90)?;
    for ((name, words), row) in table.about.iter().zip(0..) {
        sheet.write_string_with_format(row, 0, fitting(name), &term)?;
        sheet.write_string_with_format(row, 1, fitting(words), &text)?;
    }
    Ok(())
}

/// A day as Excel counts them; none before 1900 or after 9999, which it does not know.
fn excel_date(date: Date) -> Result<Option<ExcelDateTime>, XlsxError> {
    let known = (1900..=9999).contains(&date.year());
    known
        .then(|| {
            ExcelDateTime::from_ymd(date.year().unsigned_abs(), date.month().unsigned_abs(), date.day().unsigned_abs())
        })
        .transpose()
}

/// A time of day as Excel counts it: a part of a day.
fn excel_time(time: Time) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_hms(time.hour().unsigned_abs().into(), time.minute().unsigned_abs(), f64::from(time.second()))
}

/// The name of the sheet: at most 31 letters, without those that Excel keeps for itself.
fn sheet_name(title: &str) -> String {
    let allowed = title.chars().filter(|letter| !"[]:*?/\\".contains(*letter) && !letter.is_control());
    let mut name = String::new();
    for letter in allowed {
        if name.encode_utf16().count() + letter.len_utf16() <= 31 {
            name.push(letter);
        }
    }
    let name = name.trim().trim_matches('\'').trim();
    let taken = [ABOUT, "History", ""].iter().any(|taken| name.eq_ignore_ascii_case(taken));
    if taken { "Table".to_owned() } else { name.to_owned() }
}

/// A text that a cell takes, without the control characters that XML 1.0 cannot hold; one that is too long is cut, and
/// says so.
fn fitting(words: &str) -> String {
    let allowed = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let text: String = words.chars().filter(allowed).collect();
    if text.encode_utf16().count() <= LONGEST {
        return text;
    }
    let room = LONGEST - CUT.encode_utf16().count();
    let mut units = 0;
    let kept = text.chars().take_while(|letter| {
        units += letter.len_utf16();
        units <= room
    });
    kept.collect::<String>() + CUT
}

#[cfg(test)]
mod tests;
