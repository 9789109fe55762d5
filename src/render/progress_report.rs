//! The quarterly paper for a board: how plans stand, what changed since a day, what to look at, who leads what, and what
//! is missing. As text, as a flat table in CSV, and as JSON, all of one [`Report`].

mod parts;
mod table;
mod text;

use jiff::civil::Date;
use serde::Serialize;

use super::report::ReportFormat;
use crate::format::table::Table;
use crate::site::Site;
use parts::PlanReport;

/// What is told of plans. The names are those of the JSON, which `docs/progress-report.md` describes; they are kept
/// stable.
#[derive(Serialize)]
struct Report<'s> {
    as_it_stood_on: Date,
    plans: Vec<PlanReport<'s>>,
}

/// The report on plans, by their numbers. Changes are told from the day after `since` on; without it, from the start
/// of the last quarter that is over.
///
/// # Panics
/// Never: all that is told are maps, lists and texts, which JSON can hold.
#[must_use]
pub(crate) fn progress_report(site: &Site, plans: &[usize], since: Option<Date>, format: ReportFormat) -> Vec<u8> {
    let plans = plans.iter().map(|&plan| PlanReport::of(site, plan, since));
    let report = Report { as_it_stood_on: site.today, plans: plans.collect() };
    format.bytes(&report)
}

impl super::report::Report for Report<'_> {
    fn text(&self) -> String {
        text::text(self)
    }

    fn table(&self) -> Table {
        table::table(self)
    }
}
