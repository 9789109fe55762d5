//! How an action stands and what was reported: from the columns for ratings, statuses and progress.

use jiff::civil::Date;

use super::{Writer, markdown};
use crate::import::field::Field;
use crate::import::outline::Gathered;
use crate::import::standing::{self, Standing};
use crate::import::when;
use crate::import::yaml::{Map, Value};
use crate::model::rating::Rating;
use crate::model::status::Status;
use crate::model::timescale::Timescale;

/// What a progress column says at a time.
struct Report {
    date: Option<Date>,
    text: String,
    status: Option<Status>,
}

/// Whether a text is a quarter and nothing else: `Q2`, `Quarter 2`.
pub(super) fn is_quarter(text: &str) -> bool {
    let spoken = crate::import::block::words(text).join(" ");
    (1..=4).any(|number| spoken == format!("q{number}") || spoken == format!("quarter {number}"))
}

impl Writer<'_> {
    /// Writes the status or the updates; gives back what is in no form that the content model knows.
    pub(super) fn progress(&mut self, action: &Gathered, map: &mut Map) -> Map {
        let mut private = Map::default();
        let mut comments = Vec::new();
        let standing = self.standing(action, &mut private, &mut comments);
        let mut reports = self.reports(action);
        reports.sort_by_key(|report| (report.date.is_none(), report.date));
        if reports.is_empty() {
            if let Some(standing) = standing {
                self.counts.standings += 1;
                map.add_with("status", Value::text(standing.status.id()), comments);
            }
            return private;
        }
        let told = reports.iter().rev().find_map(|report| report.status);
        let latest = match (told, standing) {
            (Some(Status::Complete), _) => told,
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
        let undated = reports.iter().any(|report| report.date.is_none());
        if undated {
            comments
                .push("look here: the plan gives no date for this; put in the day on which it was reported".to_owned());
            self.notes.look(&action.origin, format!("progress without a date; it was given {}", self.report_date));
        }
        let values: Vec<Value> = reports.iter().map(|report| self.update(report)).collect();
        self.counts.updates += values.len();
        map.add_with("updates", Value::List(values), comments);
        private
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

    /// The status that the columns for ratings and statuses give together.
    fn standing(&mut self, action: &Gathered, private: &mut Map, comments: &mut Vec<String>) -> Option<Standing> {
        let mut found: Option<Standing> = None;
        for field in [Field::Status, Field::Rating] {
            for column in action.columns_of(field).collect::<Vec<_>>() {
                let colour = action.rows.iter().find_map(|row| row.get(column)?.colour);
                let written = action.column_texts(column).join("\n");
                let text = if written.is_empty() { colour.unwrap_or_default().to_owned() } else { written.clone() };
                let heading = action.columns[column].heading.clone();
                if text.is_empty() {
                    continue;
                }
                let Some(standing) = standing::read(&text) else {
                    let message =
                        format!("`{heading}`: `{text}` is no status that is known; it is kept under `private`");
                    self.notes.look(&action.origin, message);
                    private.add(if heading.is_empty() { "Status" } else { &heading }, Value::text(text));
                    continue;
                };
                let how = if written.is_empty() { "fills the cell with" } else { "prints" };
                comments.push(self.doubt_of(action, &text, how, standing));
                let better = found.is_none_or(|known| known.rating.is_some() && standing.status == Status::Complete);
                if better {
                    found = Some(standing);
                }
            }
        }
        comments.retain(|comment| !comment.is_empty());
        found
    }

    /// What is said of a rating that the plan prints, which the site works out for itself.
    fn doubt_of(&mut self, action: &Gathered, text: &str, how: &str, standing: Standing) -> String {
        self.counts.blue += usize::from(standing.rating == Some(Rating::Blue));
        let status = standing.status.id();
        let text = text.replace('\n', " / ");
        self.notes.did(&action.origin, format!("the plan {how} `{text}`: read as `{status}`"));
        match standing.rating {
            Some(Rating::Amber) if standing.status == Status::AtRisk => {
                format!("look here: the plan {how} `{text}`; that is read as at risk, and may also mean not started")
            }
            None if text.eq_ignore_ascii_case(standing.status.words()) => String::new(),
            _ => format!("the plan {how} `{text}`"),
        }
    }

    /// What each progress column reports.
    fn reports(&mut self, action: &Gathered) -> Vec<Report> {
        let mut reports = Vec::new();
        for column in action.columns_of(Field::Updates).collect::<Vec<_>>() {
            let heading = action.columns[column].heading.clone();
            let text = action.column_texts(column).join("\n");
            if !text.chars().any(char::is_alphanumeric) {
                continue;
            }
            let date = self.heading_date(&heading);
            let mut dated = self.dated_entries(&text);
            if dated.is_empty() {
                dated.push((date, text));
            }
            reports.extend(dated.into_iter().map(|(date, text)| {
                let status = standing::read(&text).map(|standing| standing.status);
                Report { date, text, status }
            }));
        }
        reports
    }

    /// The last day that a column's heading names: `Q2 2024/25 update`, and `Q2` in a plan of one year.
    fn heading_date(&self, heading: &str) -> Option<Date> {
        let calendar = self.calendar();
        let named = |text: &str| {
            let reading = Timescale::read(text, &calendar).ok()?;
            reading.timescale.by.or(reading.timescale.from)
        };
        named(heading).or_else(|| {
            let period = self.period?;
            let quarter = (1..=4).find(|quarter| {
                let spoken = crate::import::block::words(heading).join(" ");
                spoken.contains(&format!("q{quarter}")) || spoken.contains(&format!("quarter {quarter}"))
            })?;
            let first = period.from.year();
            let is_one_year = period.to.year() - first <= 1;
            is_one_year.then(|| named(&format!("Q{quarter} {first}"))).flatten()
        })
    }

    /// Entries of a cell that each begin with a date: `May 2026: the group met`.
    fn dated_entries(&self, text: &str) -> Vec<(Option<Date>, String)> {
        let calendar = self.calendar();
        let mut entries: Vec<(Option<Date>, String)> = Vec::new();
        for line in text.lines() {
            let split = [": ", " – ", " - ", " — "].iter().find_map(|mark| {
                let (date, rest) = line.split_once(mark)?;
                let is_date = when::is_date(date, &calendar) && when::names_date(date, &calendar);
                is_date.then(|| (Timescale::read(date, &calendar).ok().and_then(|reading| reading.timescale.by), rest))
            });
            match (split, entries.last_mut()) {
                (Some((date, _)), _) => entries.push((date, line.to_owned())),
                (None, Some((_, text))) => {
                    text.push('\n');
                    text.push_str(line);
                }
                (None, None) => return Vec::new(),
            }
        }
        entries
    }
}
