//! Reports: the progress of plans, who is served, and what is due.

use std::fmt;

use jiff::civil::Date;

use super::Checked;
use super::export::{ExportError, Part, PlanPart, find};
use crate::render::{
    PlanToReport, ReportFormat, coverage_report, due_report, progress_report, reading_report, upcoming_report,
};
use crate::site::Site;

/// What a report is to tell of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReportOptions<'o> {
    /// The name of a plan; without it, all that have not ended.
    pub plan: Option<&'o str>,
    /// The part of each plan that the report is about.
    pub part: PlanPart<'o>,
    /// The day after which things happened, or fell due; without it, what the report has as its own.
    pub since: Option<Date>,
    /// The form.
    pub format: ReportFormat,
}

/// Why there is nothing to report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ReportError {
    /// It cannot be told which plan is meant.
    Plan(ExportError),
    /// Nothing is reported on this plan.
    Untracked(String),
    /// It is to begin on a day that has not come.
    Since {
        /// That day.
        since: Date,
        /// The day of the report.
        today: Date,
    },
}

impl fmt::Display for ReportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan(error) => error.fmt(out),
            Self::Untracked(plan) => write!(out, "`{plan}` says `tracked: false`, so there is nothing to report on it"),
            Self::Since { since, today } => write!(out, "`{since}` is after the day of the report, `{today}`"),
        }
    }
}

impl std::error::Error for ReportError {}

/// The report on a sound site's plans.
///
/// # Errors
/// When no plan has the name, when there is none to report on, or when `since` has not come yet.
pub(crate) fn report_progress(checked: &Checked, options: &ReportOptions<'_>) -> Result<Vec<u8>, ReportError> {
    let site = checked.site.as_ref().ok_or(ReportError::Plan(ExportError::NoPlans))?;
    if let Some(since) = options.since.filter(|since| *since > site.today) {
        return Err(ReportError::Since { since, today: site.today });
    }
    let current: Vec<usize> = (0..site.plans.len())
        .filter(|&plan| !site.plans[plan].plan.archived && site.plans[plan].plan.tracked)
        .collect();
    let plans = match options.plan {
        None if !current.is_empty() => current,
        name => vec![reporting(site, name)?],
    };
    let part = |plan: usize| {
        let Part { actions, words } = options.part.of(site, plan)?;
        Ok(PlanToReport { plan, actions, part: words })
    };
    let parts = plans.into_iter().map(part).collect::<Result<Vec<_>, _>>().map_err(ReportError::Plan)?;
    Ok(progress_report(site, &parts, options.since, options.format))
}

/// The plan with a name, on which something is reported.
fn reporting(site: &Site, name: Option<&str>) -> Result<usize, ReportError> {
    let number = find(site, name).map_err(ReportError::Plan)?;
    let plan = &site.plans[number].plan;
    if plan.tracked { Ok(number) } else { Err(ReportError::Untracked(plan.id.clone())) }
}

/// The report on who is served by a sound site's services; none where its settings are missing.
#[must_use]
pub(crate) fn report_coverage(checked: &Checked, format: ReportFormat) -> Option<Vec<u8>> {
    Some(coverage_report(checked.site.as_ref()?, format))
}

/// The report on how hard a sound site's pages are to read; none where its settings are missing.
#[must_use]
pub(crate) fn report_reading(checked: &Checked, format: ReportFormat) -> Option<Vec<u8>> {
    Some(reading_report(checked.site.as_ref()?, format))
}

/// What changes by itself in a sound site; none where its settings are missing.
#[must_use]
pub(crate) fn report_upcoming(checked: &Checked, format: ReportFormat) -> Option<Vec<u8>> {
    Some(upcoming_report(checked.site.as_ref()?.today, &checked.upcoming, format))
}

/// The report on what people must look at in a sound site; of one plan alone where one is named. With
/// `since`, only what fell due after that day, and what has no day.
///
/// # Errors
/// When no plan has the name, or when the site's settings are missing.
pub(crate) fn report_due(checked: &Checked, options: &ReportOptions<'_>) -> Result<Vec<u8>, ReportError> {
    let site = checked.site.as_ref().ok_or(ReportError::Plan(ExportError::NoPlans))?;
    let plan = options.plan.map(|name| reporting(site, Some(name))).transpose()?;
    Ok(due_report(site, plan, options.since, options.format))
}
