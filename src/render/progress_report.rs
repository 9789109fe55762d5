//! The quarterly paper for a board: how plans stand, what changed since a day, what to look at, who leads what, and what
//! is missing. As text, as a flat table in CSV, and as JSON, all of one [`Report`].

mod parts;
mod table;
mod text;

use jiff::civil::Date;
use serde::Serialize;

use crate::format::csv;
use crate::site::Site;
use parts::PlanReport;

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportFormat {
    /// For people.
    Text,
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

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
pub fn progress_report(site: &Site, plans: &[usize], since: Option<Date>, format: ReportFormat) -> Vec<u8> {
    let plans = plans.iter().map(|&plan| PlanReport::of(site, plan, since));
    let report = Report { as_it_stood_on: site.today, plans: plans.collect() };
    match format {
        ReportFormat::Text => text::text(&report).into_bytes(),
        ReportFormat::Csv => csv::write(&table::table(&report)),
        ReportFormat::Json => {
            let mut json = serde_json::to_vec_pretty(&report).expect("a report is maps, lists and texts");
            json.push(b'\n');
            json
        }
    }
}
