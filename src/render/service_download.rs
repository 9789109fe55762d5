//! The services as a file to take away: one flat table as CSV and XLSX, and the same in JSON.
//!
//! `docs/open-data.md` says what the columns hold; they are kept stable.

mod table;

use serde::Serializer as _;
use serde::ser::SerializeMap;

use crate::format::table::{Cell, Table};
use crate::format::{csv, xlsx};
use crate::site::{DownloadFormat, Site};

/// The services' file in a form.
pub(super) fn bytes(site: &Site, format: DownloadFormat) -> Vec<u8> {
    let table = table::table(site);
    match format {
        DownloadFormat::Csv => csv::write(&table),
        DownloadFormat::Xlsx => xlsx::write(&table),
        DownloadFormat::Json => json(&table),
    }
}

/// The rows, each under the names for programs. What is empty is left out.
fn json(table: &Table) -> Vec<u8> {
    let mut bytes = Vec::new();
    let rows = table.rows.iter().map(|row| Row { table, row });
    serde_json::Serializer::pretty(&mut bytes).collect_seq(rows).expect("every key is a text");
    bytes.push(b'\n');
    bytes
}

struct Row<'t> {
    table: &'t Table,
    row: &'t [Cell],
}

impl serde::Serialize for Row<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let cells = self.table.columns.iter().zip(self.row).filter(|(_, cell)| **cell != Cell::Empty);
        for (column, cell) in cells {
            map.serialize_entry(column.key, &cell.words())?;
        }
        map.end()
    }
}
