//! How an action stands and what was reported: from the columns for ratings, statuses and progress.

use jiff::civil::Date;

use super::{Writer, markdown};
use crate::import::outline::Gathered;
use crate::import::standing::Standing;
use crate::model::status::Status;
use crate::yaml::{Map, Value};

/// What a plan says of an action at a time.
pub(super) struct Report {
    pub(super) date: Option<Date>,
    /// The plan's words; empty where there is only a status.
    pub(super) text: String,
    pub(super) status: Option<Status>,
}

/// Whether a text is a quarter and nothing else: `Q2`, `Quarter 2`.
pub(super) fn is_quarter(text: &str) -> bool {
    let spoken = crate::import::block::words(text).join(" ");
    (1..=4).any(|number| spoken == format!("q{number}") || spoken == format!("quarter {number}"))
}

impl Writer<'_> {
    /// Writes the status or the updates.
    pub(super) fn progress(&mut self, action: &Gathered, map: &mut Map) {
        let mut comments = Vec::new();
        let mut reports = self.reports(action, &mut comments);
        let mut standing = self.with_statuses(action, &mut reports, &mut comments);
        if action.is_struck {
            let message = "this action is struck through, so its status is `withdrawn`";
            self.notes.look(&action.origin, message);
            comments = vec![format!("look here: {message}")];
            standing = Some(Status::Withdrawn.into());
        }
        comments.dedup();
        reports.sort_by_key(|report| (report.date.is_none(), report.date));
        if reports.is_empty() {
            if let Some(standing) = standing {
                self.counts.standings += 1;
                map.add_with("status", Value::text(standing.status.id()), comments);
            }
            return;
        }
        let told = reports.iter().rev().find_map(|report| report.status);
        let says_other = standing.is_some_and(|standing| standing.status != Status::Complete);
        if told == Some(Status::Complete) && says_other && !action.is_struck {
            let message = "the words say that it is complete, and the column for the status does not";
            self.notes.look(&action.origin, message);
            comments.push(format!("look here: {message}"));
        }
        let latest = match (told, standing) {
            (Some(Status::Complete), _) if !action.is_struck => told,
            (_, Some(standing)) => Some(standing.status),
            (told, None) => told,
        };
        if let Some(last) = reports.last_mut() {
            last.status = latest;
        }
        self.counts.standings += usize::from(latest.is_some());
        if latest.is_none() {
            comments.push("look here: the plan's words give no status; add `status:` to the update".to_owned());
        }
        if reports.iter().any(|report| report.date.is_none()) {
            comments
                .push("look here: the plan gives no date for this; put in the day on which it was reported".to_owned());
            self.notes.look(&action.origin, format!("progress without a date; it was given {}", self.report_date));
        }
        self.not_before_their_day(action, &mut reports, &mut comments);
        let values: Vec<Value> = reports.iter().map(|report| self.update(report)).collect();
        self.counts.updates += values.len();
        map.add_with("updates", Value::List(values), comments);
    }

    /// What is said of a quarter that is not over was said by today.
    fn not_before_their_day(&mut self, action: &Gathered, reports: &mut [Report], comments: &mut Vec<String>) {
        let today = self.today;
        for report in reports.iter_mut().filter(|report| report.date.is_some_and(|date| date > today)) {
            report.date = Some(today);
            let message = format!("the plan reports on a time that is not over; it was given {today}");
            self.notes.look(&action.origin, message);
            comments.push("look here: the plan reports on a time that is not over; put in the day".to_owned());
        }
        comments.dedup();
    }

    fn update(&self, report: &Report) -> Value {
        let mut update = Map::default();
        update.add("date", Value::text(report.date.unwrap_or(self.report_date).to_string()));
        if let Some(status) = report.status {
            update.add("status", Value::text(status.id()));
        }
        update.add_text("text", &markdown(&report.text));
        Value::Map(update)
    }

    /// Adds what the columns for statuses and ratings say at a time; gives back what they say of now.
    fn with_statuses(
        &mut self,
        action: &Gathered,
        reports: &mut Vec<Report>,
        comments: &mut Vec<String>,
    ) -> Option<Standing> {
        let mut now: Option<Standing> = None;
        for told in self.statuses(action, comments) {
            let status = told.standing.map(|standing| standing.status);
            if told.date.is_none() && told.text.is_empty() {
                let better = now.is_none_or(|known| known.rating.is_some() && status == Some(Status::Complete));
                now = if better { told.standing } else { now };
                continue;
            }
            match reports.iter_mut().find(|report| report.date == told.date) {
                Some(report) => {
                    let is_complete = report.status == Some(Status::Complete);
                    report.status = if is_complete { report.status } else { status.or(report.status) };
                    if !told.text.is_empty() {
                        report.text = format!("{}\n{}", told.text, report.text);
                    }
                }
                None => reports.push(Report { date: told.date, text: told.text, status }),
            }
        }
        now
    }
}
