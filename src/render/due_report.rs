//! What people must look at: reviews, dates of plans, dates of training. As text, as a flat table in CSV, and as JSON,
//! all of one [`Report`].

mod parts;
mod table;
mod text;

use jiff::civil::Date;

use super::report::ReportFormat;
use crate::format::table::Table;
use crate::site::Site;
use parts::Report;

/// The report on what is due: of one plan, or without one all. `since` leaves out what was due on that day already.
///
/// # Panics
/// Never: all that is told are maps, lists and texts, which JSON can hold.
#[must_use]
pub(crate) fn due_report(site: &Site, plan: Option<usize>, since: Option<Date>, format: ReportFormat) -> Vec<u8> {
    let mut all = plan.map_or_else(|| site.due(), |plan| site.due_in_plans(&[plan]));
    all.retain(|due| since.is_none_or(|since| due.by.is_none_or(|by| by > since)));
    format.bytes(&Report::of(site, &all))
}

impl super::report::Report for Report {
    fn text(&self) -> String {
        text::text(self)
    }

    fn table(&self) -> Table {
        table::table(self)
    }
}
