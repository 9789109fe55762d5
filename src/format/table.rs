//! A table with typed cells.

use jiff::civil::{Date, Time};

/// A table with one row for each thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// What it is of: a name for the sheet and the document.
    pub(crate) title: String,
    /// The day that it tells of, which is also the date of the document.
    pub(crate) date: Date,
    /// What to know about it: lines of a term and its explanation.
    pub(crate) about: Vec<(String, String)>,
    /// Its columns, in order.
    pub(crate) columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its name for programs, which never changes: `last_update`.
    pub(crate) key: &'static str,
    /// Its heading for people.
    pub(crate) heading: String,
    /// How wide it is, in letters.
    pub(crate) width: u16,
    /// What people may do with it.
    pub(crate) purpose: Purpose,
}

impl Column {
    /// A column that people read and may edit.
    pub(crate) fn new(key: &'static str, heading: impl Into<String>, width: u16) -> Self {
        Self { key, heading: heading.into(), width, purpose: Purpose::Open }
    }
}

/// What people may do with a column of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Read and edit it.
    Open,
    /// Choose one of these.
    Choice(Vec<&'static str>),
    /// Read it: the program works it out, and takes no edit of it.
    WorkedOut,
    /// Nothing: programs read it, and people are not shown it.
    Hidden,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Words; lines are divided by `\n`.
    Text(String),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A whole number.
    Number(u32),
}

impl Cell {
    /// A cell of words; an empty one without any.
    pub(crate) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// A cell of a day, where there is one.
    pub(crate) fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    /// A cell of a number, where there is one.
    pub(crate) fn number(number: Option<u32>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// What it says, with a day as `2026-12-03` and a time as `09:30`.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(words) => words.clone(),
            Self::Date(date) => date.to_string(),
            Self::Time(time) => time.strftime("%H:%M").to_string(),
            Self::Number(number) => number.to_string(),
        }
    }

    /// "Yes", or nothing.
    pub(crate) fn yes(is: bool) -> Self {
        if is { Self::Text("Yes".to_owned()) } else { Self::Empty }
    }
}
