//! Tables as JSON: a list of rows, each under the names for programs.

use serde::Serializer as _;
use serde::ser::SerializeMap;

use super::table::{Cell, Table};

/// The table as JSON. What is empty is left out; a number is a number, all else is a text.
pub(crate) fn write(table: &Table) -> Vec<u8> {
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
            match cell {
                Cell::Number(number) => map.serialize_entry(column.key, number)?,
                cell => map.serialize_entry(column.key, &cell.words())?,
            }
        }
        map.end()
    }
}
