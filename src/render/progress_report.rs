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

/// The report on plans. The names are those of the JSON, which `docs/progress-report.md` describes; they are kept
/// stable.
#[derive(Serialize)]
struct Report<'s> {
    as_it_stood_on: Date,
    plans: Vec<PlanReport<'s>>,
}

/// What the report on a plan is to cover.
#[derive(Debug, Clone)]
pub(crate) struct PlanToReport {
    /// Its number.
    pub(crate) plan: usize,
    /// The numbers of the actions.
    pub(crate) actions: Vec<usize>,
    /// What part of the plan they are, in words; none for all of it.
    pub(crate) part: Option<String>,
}

/// The report on plans, or parts of them. Changes are reported from the day after `since` on; without it, from the start
/// of the last quarter that is over.
///
/// # Panics
/// Never: all that is told are maps, lists and texts, which JSON can hold.
#[must_use]
pub(crate) fn progress_report(
    site: &Site,
    plans: &[PlanToReport],
    since: Option<Date>,
    format: ReportFormat,
) -> Vec<u8> {
    let plans = plans.iter().map(|one| PlanReport::of(site, one, since));
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
