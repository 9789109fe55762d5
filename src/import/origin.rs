//! Where something was in a file, as a person finds it again.

use std::fmt;

/// Where something was in the file, as a person finds it again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Origin {
    /// The sheet of a workbook.
    pub(crate) sheet: Option<String>,
    /// What is counted.
    pub(crate) unit: Unit,
    /// The number of the line, row or paragraph, from 1.
    pub(crate) number: usize,
}

impl Origin {
    /// The whole of a sheet, or of the file.
    pub(crate) fn whole(sheet: Option<&str>) -> Self {
        Self { sheet: sheet.map(str::to_owned), unit: Unit::Whole, number: 0 }
    }

    /// What a cell of this row is called: `F7` in a sheet, and elsewhere by its row.
    pub(crate) fn cell(&self, column: usize) -> String {
        match self.unit {
            Unit::Row => format!("{}{}", letters(column), self.number),
            _ => self.in_sheet(),
        }
    }

    /// Where it is, without the sheet's name.
    fn in_sheet(&self) -> String {
        Self { sheet: None, ..self.clone() }.to_string()
    }
}

/// The letters of a column, which is counted from 0: `A`, `Z`, `AA`.
pub(crate) fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    match column / 26 {
        0 => letter.to_string(),
        rest => format!("{}{letter}", letters(rest - 1)),
    }
}

/// What an [`Origin`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Unit {
    /// Nothing: all of it is meant.
    Whole,
    /// Lines of a text file.
    #[default]
    Line,
    /// Rows of a sheet.
    Row,
    /// Paragraphs of a document outside its tables.
    Paragraph,
    /// Rows of the table with this number.
    TableRow(usize),
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(out, "sheet `{sheet}`{}", if self.unit == Unit::Whole { "" } else { ", " })?;
        }
        match self.unit {
            Unit::Whole if self.sheet.is_none() => write!(out, "the whole file"),
            Unit::Whole => Ok(()),
            Unit::Line => write!(out, "line {}", self.number),
            Unit::Row => write!(out, "row {}", self.number),
            Unit::Paragraph => write!(out, "paragraph {}", self.number),
            Unit::TableRow(table) => write!(out, "table {table}, row {}", self.number),
        }
    }
}
