//! The neutral form of every kind of file: headings, paragraphs and rows of cells, each knowing where it stood.

use std::fmt;

/// Where something stood in the file, as a person finds it again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Origin {
    /// The sheet of a workbook.
    pub(crate) sheet: Option<String>,
    /// What is counted.
    pub(crate) unit: Unit,
    /// The number of the line, row or paragraph, from 1.
    pub(crate) number: usize,
}

/// What an [`Origin`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Unit {
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
            write!(out, "sheet `{sheet}`, ")?;
        }
        match self.unit {
            Unit::Line => write!(out, "line {}", self.number),
            Unit::Row => write!(out, "row {}", self.number),
            Unit::Paragraph => write!(out, "paragraph {}", self.number),
            Unit::TableRow(table) => write!(out, "table {table}, row {}", self.number),
        }
    }
}

/// A part of a file, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// A sheet begins.
    Sheet(String),
    /// A heading, by its style or its marks; the lower its level, the more it stands above.
    Heading(u8, Line),
    /// A paragraph.
    Text(Line),
    /// A table begins.
    Table,
    /// A row of a table.
    Row(Row),
    /// Nothing: an empty line or row, or the end of a table. A page may have ended here.
    Gap,
}

/// A heading or paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) origin: Origin,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
    pub(crate) origin: Origin,
}

/// A cell of a row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Cell {
    /// Its text; that of the cell above where the two are merged.
    pub(crate) text: String,
    /// Whether it is merged with the cell above.
    pub(crate) from_above: bool,
    /// How many more columns it covers to its right.
    pub(crate) covers: usize,
    /// The colour that fills it, where it is one that ratings have: `red`, `amber`, `green`, `blue`.
    pub(crate) colour: Option<&'static str>,
}

impl Cell {
    pub(crate) fn of(text: &str) -> Self {
        Self { text: tidy(text), ..Self::default() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the row itself says something here, and does not share a cell with the row above.
    pub(crate) fn is_own(&self) -> bool {
        !self.text.is_empty() && !self.from_above
    }
}

impl Row {
    /// The cells with something in them, by their column.
    pub(crate) fn filled(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().enumerate().filter(|(_, cell)| cell.is_own())
    }

    /// Whether its cells stand under the columns that they belong to. A line of text may have lost or gained some.
    pub(crate) fn fits(&self, width: usize) -> bool {
        self.origin.unit != Unit::Line || self.cells.len() == width
    }

    /// The row's words, for the report.
    pub(crate) fn words(&self) -> String {
        let cells = self.filled().map(|(_, cell)| cell.text.replace('\n', " / "));
        cells.collect::<Vec<_>>().join(" | ")
    }
}

/// Text without the marks that only move it about: a byte order mark, soft hyphens, spaces at the ends of lines, and
/// empty lines at its ends. Tabs become spaces; other spaces inside are kept.
pub(crate) fn tidy(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\r' | '\u{feff}' | '\u{ad}' | '\u{200b}' => {}
            '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' | '\u{85}' => plain.push('\n'),
            '\t' | '\u{a0}' | '\u{202f}' => plain.push(' '),
            letter if letter.is_control() && letter != '\n' => plain.push(' '),
            letter => plain.push(letter),
        }
    }
    let lines: Vec<&str> = plain.lines().map(str::trim).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Whether a text says anything: a letter, a digit, or a mark for "done".
pub(crate) fn speaks(text: &str) -> bool {
    text.chars().any(|letter| letter.is_alphabetic() || letter.is_ascii_digit() || "✓✔☑✗✘£%".contains(letter))
        || is_ditto_mark(text)
}

/// A mark that stands for what is above.
pub(crate) fn is_ditto_mark(text: &str) -> bool {
    matches!(text.trim(), "\"" | "''" | "〃" | "”" | "“" | "``")
}

/// The words of a text in small letters, for comparing.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .replace(['’', '‘'], "'")
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .map(|word| word.trim_matches('\'').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}
