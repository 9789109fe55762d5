//! What is written is read back with a reader of others.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use jiff::civil::{date, time};
use proptest::prelude::{prop_assert_eq, proptest};

use super::{CUT, LONGEST, fitting, sheet_name, write};
use crate::format::table::{Cell, Column, Table};

fn table(rows: Vec<Vec<Cell>>) -> Table {
    let column = |heading: &str| Column::new("any", heading, 20);
    let columns = vec![column("Action"), column("By")];
    let about = vec![("Plan".to_owned(), "Our plan".to_owned())];
    Table { title: "Our plan".to_owned(), date: date(2026, 11, 25), about, columns, rows }
}

fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("another reader can open it")
}

#[test]
fn texts_are_texts_and_dates_are_dates() {
    let rows = vec![
        vec![Cell::text("=1+1"), Cell::Date(date(2026, 3, 1))],
        vec![Cell::text("Two\nlines"), Cell::Empty],
        vec![Cell::text("0123"), Cell::Date(date(1850, 1, 1))],
    ];
    let mut book = open(write(&table(rows)));
    assert_eq!(book.sheet_names(), ["Our plan", "About"]);
    let sheet = book.worksheet_range("Our plan").expect("the sheet");
    assert_eq!(sheet.get_value((0, 0)), Some(&Data::String("Action".to_owned())));
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("=1+1".to_owned())));
    assert_eq!(sheet.get_value((2, 0)), Some(&Data::String("Two\nlines".to_owned())));
    assert_eq!(sheet.get_value((3, 0)), Some(&Data::String("0123".to_owned())));
    assert_eq!(sheet.get_value((3, 1)), Some(&Data::String("1850-01-01".to_owned())));
    let Some(Data::DateTime(day)) = sheet.get_value((1, 1)) else { panic!("a date is a date") };
    assert_eq!(day.to_ymd_hms_milli(), (2026, 3, 1, 0, 0, 0, 0));
    assert!(book.worksheet_formula("Our plan").expect("the sheet").used_cells().next().is_none());
}

#[test]
fn times_are_times_and_numbers_are_numbers() {
    let rows = vec![
        vec![Cell::Time(time(9, 30, 0, 0)), Cell::Number(16)],
        vec![Cell::Time(time(0, 0, 0, 0)), Cell::Number(0)],
    ];
    let mut book = open(write(&table(rows)));
    let sheet = book.worksheet_range("Our plan").expect("the sheet");
    let Some(Data::DateTime(start)) = sheet.get_value((1, 0)) else { panic!("a time is a time") };
    let (.., hour, minute, second, _) = start.to_ymd_hms_milli();
    assert_eq!((hour, minute, second), (9, 30, 0));
    assert_eq!(sheet.get_value((1, 1)), Some(&Data::Float(16.0)));
    assert_eq!(sheet.get_value((2, 1)), Some(&Data::Float(0.0)));
}

#[test]
fn the_same_table_gives_the_same_bytes_whenever_it_is_written() {
    let rows = vec![vec![Cell::text("Open"), Cell::Empty]];
    let first = write(&table(rows.clone()));
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == write(&table(rows)));
}

#[test]
fn a_text_that_is_too_long_is_cut_and_says_so() {
    let long = "é".repeat(LONGEST + 5);
    let cut = fitting(&long);
    assert_eq!(cut.encode_utf16().count(), LONGEST);
    assert!(cut.ends_with(CUT));
    open(write(&table(vec![vec![Cell::text(long), Cell::Empty]])));
}

#[test]
fn any_title_names_a_sheet() {
    for title in
        ["", "History", "About", "[:*?/\\]", "'quoted'", "a title that is far too long for the name of a sheet"]
    {
        let mut named = table(Vec::new());
        named.title = title.to_owned();
        open(write(&named));
    }
    assert_eq!(sheet_name("Safe and heard: 2025/28"), "Safe and heard 202528");
}

proptest! {
    #[test]
    fn any_text_is_kept(text in "\\PC*") {
        let mut book = open(write(&table(vec![vec![Cell::text(text.clone()), Cell::Empty]])));
        let sheet = book.worksheet_range("Our plan").expect("the sheet");
        let read = sheet.get_value((1, 0)).map(ToString::to_string).unwrap_or_default();
        prop_assert_eq!(read, text);
    }
}
