//! Tables as comma-separated values, RFC 4180, for Excel and for programs.

use std::borrow::Cow;

use ::csv::{Terminator, WriterBuilder};

use super::table::{Cell, Table};

/// Without it Excel reads UTF-8 as the letters of an old code page.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The table as CSV: UTF-8 with a byte order mark, a row of headings, days as `2026-12-03`.
pub(crate) fn write(table: &Table) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let unfailing = "memory takes every row, and all have as many cells";
    writer.write_record(table.columns.iter().map(|column| defused(&column.heading).into_owned())).expect(unfailing);
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(words) => defused(words),
            Cell::Date(_) | Cell::Time(_) | Cell::Number(_) => Cow::Owned(cell.words()),
        });
        writer.write_record(cells.map(Cow::into_owned)).expect(unfailing);
    }
    writer.into_inner().expect("memory takes all")
}

/// Whether a spreadsheet would take the text for a formula, or has been kept from it.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// The text so that a spreadsheet does not reckon with it: an apostrophe before what would be a formula. An apostrophe
/// that stands there already gets another: whoever takes one away has the text as it was.
fn defused(text: &str) -> Cow<'_, str> {
    if is_formula(text) { format!("'{text}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{defused, is_formula, write};
    use crate::format::table::{Cell, Column, Table};

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        let column = |heading: &str| Column::new("any", heading, 10);
        let columns = vec![column("Action"), column("By")];
        Table { title: "Plan".to_owned(), date: date(2026, 11, 25), about: Vec::new(), columns, rows }
    }

    /// A cell's text as it was, as whoever reads the file has to undo it.
    fn restored(cell: &str) -> &str {
        cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
    }

    #[test]
    fn a_table_has_a_mark_headings_and_days() {
        let rows = vec![
            vec![Cell::text("Open, at last\nand \"for good\""), Cell::Date(date(2026, 3, 1))],
            vec![Cell::text("=1+1"), Cell::Empty],
        ];
        let text = String::from_utf8(write(&table(rows))).expect("UTF-8");
        assert_eq!(text, "\u{feff}Action,By\r\n\"Open, at last\nand \"\"for good\"\"\",2026-03-01\r\n'=1+1,\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=cmd|' /C calc'!A0", "+44", "-", "@SUM(1)", "\t=1", "\r=1", "'=1", "''=1"] {
            assert_eq!(defused(text), format!("'{text}"));
            assert_eq!(restored(&defused(text)), text);
        }
        for text in ["Open a refuge", "'Tis the season", "a=b", ""] {
            assert_eq!(defused(text), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "['=+@\t\r-]{0,3}.*") {
            let defused = defused(&text);
            prop_assert!(!defused.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(restored(&defused), &text);
        }
    }
}
