//! A date for readers and for programs.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::day;

/// A date for readers and for programs.
#[derive(Serialize)]
pub(crate) struct DateView {
    pub(crate) words: String,
    pub(crate) datetime: String,
}

impl DateView {
    pub(crate) fn of(date: Date) -> Self {
        Self { words: day::long(date), datetime: date.to_string() }
    }
}
