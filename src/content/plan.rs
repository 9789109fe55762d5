//! `plans/*.yaml`.

mod action;
mod contradictions;

use super::document::{self, Leads, plain};
use super::fields::{self, Fields, Refusal};
use super::node::{Node, Value};
use super::service::plain as values;
use crate::diagnostic::{Located, Report};
use crate::model::period::Period;
use crate::model::plan::{Objective, Plan, RatingGuide, Risk, Section};
use crate::model::rating::{Rating, Scheme};
use action::ActionReader;

/// The fields of a plan whose headings it may word for itself.
const LABELS: [&str; 22] = [
    "section",
    "objective",
    "action",
    "ref",
    "title",
    "why",
    "aim",
    "how",
    "leads",
    "lead",
    "timescale",
    "milestones",
    "measures",
    "success",
    "status",
    "rating",
    "updates",
    "related",
    "expected_outcomes",
    "risks",
    "documents",
    "steps",
];

/// Reads a plan.
pub(super) fn read(mut fields: Fields<'_, '_>) -> Option<Plan> {
    let title = fields.required_text("title", "Our strategy 2026-2029");
    let summary = fields.prose("summary");
    let period = read_period(&mut fields);
    let organisation = fields.id("organisation");
    let labels = labels(&mut fields);
    let guide = guide(&mut fields);
    let publish_names = fields.flag("publish_names", false);
    let archived = fields.flag("archived", false);
    let reader = PlanReader { leads: Leads { publish_names }, period: period.as_ref().map(|period| period.value) };
    let sections = fields.list("sections", |node, report| reader.section(node, report));
    if !fields.has("sections") {
        fields.require("sections", "a list of sections, each with a `title` and its `actions`");
    }
    let documents = document::documents(&mut fields);
    let risks = fields.list("risks", |node, report| reader.risk(node, report));
    let (report, has_sections) = (fields.report, fields.has("sections"));
    fields.finish();
    let plan = Plan {
        title: title?,
        summary,
        period: period?,
        organisation,
        labels,
        guide,
        publish_names,
        archived,
        sections: numbered(sections),
        documents,
        risks,
    };
    if has_sections && !report.has_errors() {
        contradictions::check(&plan, report);
    }
    Some(plan)
}

fn read_period(fields: &mut Fields<'_, '_>) -> Option<Located<Period>> {
    let Some(mut period) = fields.group("period") else {
        if !fields.has("period") {
            fields.require("period", "{from: 2026-04, to: 2029-03}");
        }
        return None;
    };
    let first = period.parse("from", stretch).map(|from| from.map(|stretch| stretch.from));
    let first = period.required("from", first, "2026-04");
    let last = period.parse("to", stretch).map(|to| to.map(|stretch| stretch.to));
    let last = period.required("to", last, "2029-03");
    let span = period.span;
    if let (Some(first), Some(last)) = (&first, &last)
        && last.value < first.value
    {
        let message = format!("the plan ends ({}) before it begins ({})", last.value, first.value);
        period.report.error("period", last.span, message, "write the earlier date in `from`");
    }
    period.finish();
    Some(Located::new(Period { from: first?.value, to: last?.value }, span))
}

/// The days that a date, month or year stands for.
fn stretch(text: &str) -> Result<Period, Refusal> {
    Period::spanned_by(text).map_err(|error| Refusal::of(&error, "write a date or a month: `2026-04-01` or `2026-04`"))
}

fn labels(fields: &mut Fields<'_, '_>) -> Vec<(String, String)> {
    let Some(mut labels) = fields.group("labels") else { return Vec::new() };
    let words = LABELS.iter().filter_map(|&name| Some((name.to_owned(), labels.text(name)?.value))).collect();
    labels.finish();
    words
}

fn guide(fields: &mut Fields<'_, '_>) -> RatingGuide {
    let Some(mut guide) = fields.group("rating_guide") else { return RatingGuide::default() };
    let scheme = guide.choice("scheme", &[("rag", Scheme::Rag), ("brag", Scheme::Brag)]);
    let texts = [("red", Rating::Red), ("amber", Rating::Amber), ("green", Rating::Green), ("blue", Rating::Blue)]
        .into_iter()
        .filter_map(|(name, rating)| Some((rating, guide.text(name)?.value)))
        .collect();
    if guide.has("blue") && plain(scheme.clone()) != Some(Scheme::Brag) {
        let help = "write `scheme: brag`, in which complete actions are blue, or take `blue` out";
        guide.report.warning("rating_guide", guide.key_span("blue"), "nothing is blue in the scheme `rag`", help);
    }
    guide.finish();
    RatingGuide { scheme: plain(scheme).unwrap_or_default(), texts }
}

/// Gives each action without a number one from its position in its section.
fn numbered(mut sections: Vec<Section>) -> Vec<Section> {
    for section in &mut sections {
        let actions = section.groups.iter_mut().flat_map(|group| &mut group.actions);
        for (position, action) in actions.enumerate() {
            if action.reference.value.is_empty() {
                action.reference.value = (position + 1).to_string();
            }
        }
    }
    sections
}

/// What the parts of one plan are read with.
struct PlanReader {
    leads: Leads,
    period: Option<Period>,
}

impl PlanReader {
    fn section(&self, node: &Node<'_>, report: &Report) -> Option<Section> {
        let mut fields = Fields::open(node, "a section", report)?;
        let id = fields.id("id");
        let reference = fields.text("ref");
        let title = fields.required_text("title", "Early help");
        let aim = fields.prose("aim");
        let leads = self.leads.read(&mut fields, "lead");
        let expected_outcomes = values(fields.texts("expected_outcomes"));
        let groups = self.groups(&mut fields);
        let span = fields.head();
        fields.finish();
        Some(Section { span, id, reference, title: title?, aim, leads, expected_outcomes, groups })
    }

    /// A section's objectives; actions right below it stand in one that has no title.
    fn groups(&self, fields: &mut Fields<'_, '_>) -> Vec<Objective> {
        let actions = self.actions(fields);
        let objectives = fields.list("objectives", |node, report| self.objective(node, report));
        if fields.has("actions") && fields.has("objectives") {
            let help = "move the actions below the objective they belong to";
            let message = "a section has objectives or actions, not both";
            fields.report.error("sections", fields.key_span("actions"), message, help);
        }
        if !objectives.is_empty() {
            return objectives;
        }
        let none = Vec::new();
        vec![Objective { reference: None, title: None, leads: Vec::new(), expected_outcomes: none, actions }]
    }

    fn objective(&self, node: &Node<'_>, report: &Report) -> Option<Objective> {
        let mut fields = Fields::open(node, "an objective", report)?;
        let reference = fields.text("ref");
        let title = fields.required_text("title", "Help comes early");
        let leads = self.leads.read(&mut fields, "lead");
        let expected_outcomes = values(fields.texts("expected_outcomes"));
        let actions = self.actions(&mut fields);
        fields.finish();
        Some(Objective { reference, title: Some(title?), leads, expected_outcomes, actions })
    }

    fn actions(&self, fields: &mut Fields<'_, '_>) -> Vec<crate::model::plan::Action> {
        let reader = ActionReader { leads: self.leads, period: self.period };
        fields.list("actions", |node, report| reader.action(node, report))
    }

    fn risk(&self, node: &Node<'_>, report: &Report) -> Option<Risk> {
        let mut fields = Fields::open(node, "a risk", report)?;
        let reference = plain(fields.text("ref"));
        let risk = fields.required_text("risk", "Funding ends in March");
        let value = Risk {
            reference,
            risk: String::new(),
            likelihood: plain(fields.number("likelihood", 1, 5)),
            impact: plain(fields.number("impact", 1, 5)),
            mitigation: fields.prose("mitigation"),
            leads: self.leads.read(&mut fields, "lead"),
            status: plain(fields.text("status")),
        };
        fields.finish();
        Some(Risk { risk: risk?.value, ..value })
    }
}

/// Whether a node is a group of fields.
fn is_group(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Map(_))
}

/// A list of texts in Markdown, or one.
fn paragraphs(fields: &mut Fields<'_, '_>, name: &'static str) -> Vec<crate::model::prose::Prose> {
    fields.list(name, |node, report| fields::prose(node, name, report))
}
