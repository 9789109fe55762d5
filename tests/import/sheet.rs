//! A plan's export in a spreadsheet, and back.

use std::io::Cursor;

use assert_cmd::Command;
use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::Workbook;

use crate::support::site::TestSite;

/// The table of the plan `our-plan`, as a spreadsheet has it.
pub(super) struct Sheet {
    pub(super) rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The plan's table as the program exports it.
    pub(super) fn of(site: &TestSite) -> Self {
        let out = site.path().join("plan.xlsx");
        let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        program
            .args(["export", "plan", "our-plan", "--format", "xlsx", "--today", "2026-11-22", "--site"])
            .arg(site.path());
        program.arg("--out").arg(&out).assert().success();
        let bytes = std::fs::read(out).expect("it was written");
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("it is a workbook");
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).expect("it has a sheet");
        let text = |cell: &Data| match cell {
            Data::DateTime(date) => {
                let (year, month, day, ..) = date.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}")
            }
            other => other.to_string(),
        };
        Self { rows: range.rows().map(|row| row.iter().map(text).collect()).collect() }
    }

    /// A cell, by the row's number and the column's heading.
    pub(super) fn cell(&mut self, row: usize, heading: &str) -> &mut String {
        let column = self.rows[0].iter().position(|cell| cell == heading);
        let column = column.unwrap_or_else(|| panic!("there is no column `{heading}` in {:?}", self.rows[0]));
        &mut self.rows[row][column]
    }

    /// Imports the table into the plan it came from, and gives what the program said.
    pub(super) fn back(&self, site: &TestSite) -> (i32, String) {
        self.back_filtered(site, &[])
    }

    /// The same with rows that a filter hides, by their numbers from nought.
    pub(super) fn back_filtered(&self, site: &TestSite, hidden: &[u32]) -> (i32, String) {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, at) in self.rows.iter().zip(0..) {
            for (cell, column) in row.iter().zip(0..) {
                sheet.write_string(at, column, cell).expect("a cell can be written");
            }
        }
        for row in hidden {
            sheet.set_row_hidden(*row).expect("a row can be hidden");
        }
        let file = site.path().join("edited.xlsx");
        std::fs::write(&file, book.save_to_buffer().expect("a workbook")).expect("it can be written");
        let mut program = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        program
            .args(["import", "plan", "--today", "2026-11-22", "--out"])
            .arg(site.path().join("content/plans/our-plan.yaml"));
        let output = program.arg(&file).output().expect("the program can be started");
        (output.status.code().expect("it ends"), String::from_utf8(output.stderr).expect("UTF-8"))
    }
}
