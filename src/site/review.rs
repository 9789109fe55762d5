//! One record that is to be checked again, and when that is due.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Route;
use crate::diagnostic::{SourcePath, Span};
use crate::model::duration::Duration;

/// A record whose details are to be checked within a month, or were to be checked already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Review {
    /// Its page.
    pub route: Route,
    /// Its file.
    pub source: SourcePath,
    /// Where the file says when they were last checked, or its title where it does not.
    pub span: Span,
    /// When they were last checked; none where nobody has written it.
    pub reviewed: Option<Date>,
    /// The day by which they are to be checked again; none where they never were.
    pub by: Option<Date>,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// The last day that is soon.
pub(super) fn soon(today: Date) -> Date {
    today.saturating_add(1.month())
}

/// Whether details that were last checked on a day are out of date.
pub(crate) fn is_overdue(reviewed: Date, review_after: Duration, today: Date) -> bool {
    reviewed < review_after.before(today)
}
