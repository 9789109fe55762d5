//! One action of a plan.

use super::{is_group, paragraphs};
use crate::content::document::{Leads, plain};
use crate::content::fields::{self, Fields, Refusal};
use crate::content::node::{Node, Value};
use crate::diagnostic::{Located, Report, Span};
use crate::model::period::Period;
use crate::model::plan::{Action, ActionUpdate, HandRating, Measure, Milestone, Step};
use crate::model::prose::Prose;
use crate::model::rating::Rating;
use crate::model::status::Status;
use crate::model::timescale::{PlanCalendar, Reading, Timescale, TimescaleMap};

/// What the actions of one plan are read with.
pub(super) struct ActionReader {
    pub(super) leads: Leads,
    /// The plan's own period, which "throughout the lifetime of this strategy" means.
    pub(super) period: Option<Period>,
}

impl ActionReader {
    pub(super) fn action(&self, node: &Node<'_>, report: &Report) -> Option<Action> {
        let mut fields = Fields::open(node, "an action", report)?;
        let title = fields.required_text("title", "Open a helpline");
        let (how, steps) = self.how(&mut fields);
        let value = Action {
            span: fields.head(),
            reference: fields.text("ref").unwrap_or_else(|| Located::new(String::new(), fields.head())),
            id: fields.id("id"),
            title: Located::new(String::new(), Span::default()),
            why: paragraphs(&mut fields, "why"),
            aim: fields.prose("aim"),
            how,
            steps,
            leads: self.leads.read(&mut fields, "leads"),
            timescale: self.timescale(&mut fields),
            milestones: fields.list("milestones", |node, report| self.milestone(node, report)),
            measures: fields.list("measures", measure),
            success: fields.prose("success"),
            status: status(&mut fields),
            rating: rating(&mut fields),
            updates: updates(&mut fields),
            related: fields.texts("related"),
        };
        fields.finish();
        Some(Action { title: title?, ..value })
    }

    /// `how` is a text, or a list of steps.
    fn how(&self, fields: &mut Fields<'_, '_>) -> (Option<Prose>, Vec<Step>) {
        match fields.node("how") {
            Some(node) if matches!(node.value, Value::List(_)) => {
                (None, fields.list("how", |node, report| self.step(node, report)))
            }
            Some(node) => (fields::prose(node, "how", fields.report), Vec::new()),
            None => (None, Vec::new()),
        }
    }

    fn step(&self, node: &Node<'_>, report: &Report) -> Option<Step> {
        if !is_group(node) {
            let title = fields::prose(node, "how", report)?;
            return Some(Step { title, leads: Vec::new(), target: None, timescale: None, done: None });
        }
        let mut fields = Fields::open(node, "a step", report)?;
        let title = fields.prose("title");
        let title = fields.required("title", title, "Agree the contract");
        let mut leads = self.leads.read(&mut fields, "leads");
        leads.extend(self.leads.read(&mut fields, "lead"));
        let target = plain(fields.text("target"));
        let timescale = self.timescale(&mut fields);
        let done = fields.date("done");
        fields.finish();
        Some(Step { title: title?, leads, target, timescale, done })
    }

    fn milestone(&self, node: &Node<'_>, report: &Report) -> Option<Milestone> {
        if !is_group(node) {
            let title = fields::text(node, "milestones", report)?.value;
            return Some(Milestone { title, timescale: None, done: None });
        }
        let mut fields = Fields::open(node, "a milestone", report)?;
        let title = fields.required_text("title", "Contract signed");
        let timescale = self.timescale(&mut fields);
        let done = fields.date("done");
        fields.finish();
        Some(Milestone { title: title?.value, timescale, done })
    }

    fn timescale(&self, fields: &mut Fields<'_, '_>) -> Option<Located<Timescale>> {
        let node = fields.node("timescale")?;
        if is_group(node) {
            return self.timescale_group(node, fields.report);
        }
        let reading = fields::parse(node, "timescale", fields.report, |text| self.read_timescale(text))?;
        if !reading.understood {
            let message =
                format!("no date was recognised in `{}`, so it is shown as written", reading.timescale.as_written);
            let help = "write a date such as `May 2026`, or keep the words as `{note: …}` to say that there is none";
            fields.report.warning("timescale", node.span, message, help);
        }
        Some(reading.map(|reading| reading.timescale))
    }

    fn read_timescale(&self, text: &str) -> Result<Reading, Refusal> {
        Timescale::read(text, &self.calendar()).map_err(|error| Refusal::of(&error, error.help()))
    }

    /// The form `{from, by, ongoing, note}`.
    fn timescale_group(&self, group: &Node<'_>, report: &Report) -> Option<Located<Timescale>> {
        let mut fields = Fields::open(group, "a timescale", report)?;
        let one = |text: &str| {
            self.of_map(&TimescaleMap { by: Some(text), ..TimescaleMap::default() }).map(|_| text.to_owned())
        };
        let from = fields.parse("from", one);
        let by = fields.parse("by", one);
        let ongoing = fields.flag("ongoing", false);
        let note = plain(fields.text("note"));
        fields.finish();
        let text = |part: &Option<Located<String>>| part.as_ref().map(|part| part.value.clone());
        let (first, last) = (text(&from), text(&by));
        let map = TimescaleMap { from: first.as_deref(), by: last.as_deref(), ongoing, note: note.as_deref() };
        match self.of_map(&map) {
            Ok(timescale) => Some(Located::new(timescale, group.span)),
            Err(refusal) => {
                // Each date alone was sound, so what is wrong is their order.
                report.error("timescale", by.map_or(group.span, |by| by.span), refusal.message, refusal.help);
                None
            }
        }
    }

    fn of_map(&self, map: &TimescaleMap<'_>) -> Result<Timescale, Refusal> {
        Timescale::from_map(map, &self.calendar()).map_err(|error| Refusal::of(&error, error.help()))
    }

    fn calendar(&self) -> PlanCalendar {
        PlanCalendar { period: self.period, ..PlanCalendar::default() }
    }
}

fn measure(node: &Node<'_>, report: &Report) -> Option<Measure> {
    if !is_group(node) {
        let title = fields::text(node, "measures", report)?.value;
        return Some(Measure { title, baseline: None, target: None, indicator: None });
    }
    let mut fields = Fields::open(node, "a measure", report)?;
    let title = fields.required_text("title", "Calls answered");
    let baseline = plain(fields.text("baseline"));
    let target = plain(fields.text("target"));
    let indicator = fields.id("indicator");
    fields.finish();
    Some(Measure { title: title?.value, baseline, target, indicator })
}

fn status(fields: &mut Fields<'_, '_>) -> Option<Located<Status>> {
    fields.choice_or_said("status", &Status::ALL.map(|status| (status.id(), status)), Status::SAID)
}

/// A rating set by hand, which must say why.
fn rating(fields: &mut Fields<'_, '_>) -> Option<HandRating> {
    let rating = fields.choice("rating", &Rating::ALL.map(|rating| (rating.id(), rating)));
    let reason = fields.text("rating_reason");
    if rating.is_none() {
        if let Some(reason) = reason.filter(|_| !fields.has("rating")) {
            let message = "`rating_reason` explains a `rating` set by hand, and there is none";
            fields.report.warning("rating_reason", reason.span, message, "add `rating`, or take the reason out");
        }
        return None;
    }
    let reason = fields.required("rating_reason", reason, "what the board saw that the rule does not");
    Some(HandRating { rating: rating?, reason: reason?.value })
}

/// The updates, oldest first; those of one day keep the file's order.
fn updates(fields: &mut Fields<'_, '_>) -> Vec<ActionUpdate> {
    let mut updates = fields.list("updates", |node, report| {
        let mut fields = Fields::open(node, "an update", report)?;
        let date = fields.date("date");
        let date = fields.required("date", date, "2026-12-03");
        let status = status(&mut fields);
        let text = fields.prose("text");
        let by = plain(fields.text("by"));
        fields.finish();
        Some(ActionUpdate { date: date?, status, text, by })
    });
    updates.sort_by_key(|update| update.date.value);
    updates
}
