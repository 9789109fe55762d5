//! The shape of a plan's JSON: the names here are those of the file, and never change.

use jiff::civil::Date;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct PlanJson<'s> {
    pub(super) id: &'s str,
    pub(super) title: &'s str,
    pub(super) summary: Option<String>,
    pub(super) address: String,
    pub(super) as_it_stood_on: Date,
    pub(super) from: Date,
    pub(super) to: Date,
    pub(super) organisation: Option<Partner<'s>>,
    pub(super) archived: bool,
    pub(super) rating_scheme: &'static str,
    pub(super) sections: Vec<SectionJson<'s>>,
    pub(super) actions: Vec<ActionJson<'s>>,
    pub(super) risks: Vec<RiskJson<'s>>,
    pub(super) documents: Vec<DocumentJson<'s>>,
}

#[derive(Serialize)]
pub(super) struct Partner<'s> {
    /// None for a name that is in no list of partners.
    pub(super) id: Option<&'s str>,
    pub(super) name: &'s str,
}

#[derive(Serialize)]
pub(super) struct LeadJson<'s> {
    pub(super) organisation: Option<Partner<'s>>,
    pub(super) role: Option<&'s str>,
    pub(super) person: Option<&'s str>,
    #[serde(rename = "for")]
    pub(super) responsible_for: Option<&'s str>,
    /// `lead`, or `support` where it supports those who lead.
    pub(super) part: &'static str,
}

#[derive(Serialize)]
pub(super) struct SectionJson<'s> {
    pub(super) id: &'s str,
    #[serde(rename = "ref")]
    pub(super) reference: Option<&'s str>,
    pub(super) title: &'s str,
    pub(super) aim: Option<String>,
    pub(super) leads: Vec<LeadJson<'s>>,
    pub(super) expected_outcomes: &'s [String],
    /// The ids of the figures that show whether it works.
    pub(super) indicators: Vec<&'s str>,
    pub(super) objectives: Vec<ObjectiveJson<'s>>,
    pub(super) address: String,
}

#[derive(Serialize)]
pub(super) struct ObjectiveJson<'s> {
    #[serde(rename = "ref")]
    pub(super) reference: Option<&'s str>,
    pub(super) title: &'s str,
    pub(super) leads: Vec<LeadJson<'s>>,
    pub(super) expected_outcomes: &'s [String],
    pub(super) indicators: Vec<&'s str>,
}

#[derive(Serialize)]
pub(super) struct ActionJson<'s> {
    /// The id of its section.
    pub(super) section: &'s str,
    /// The place of its objective in the section's list.
    pub(super) objective: Option<usize>,
    /// The last part of its address, which no other action of its section has.
    pub(super) id: &'s str,
    #[serde(rename = "ref")]
    pub(super) reference: &'s str,
    pub(super) title: &'s str,
    pub(super) why: Vec<String>,
    pub(super) aim: Option<String>,
    pub(super) how: Option<String>,
    pub(super) steps: Vec<StepJson<'s>>,
    pub(super) leads: Vec<LeadJson<'s>>,
    pub(super) timescale: Option<TimescaleJson>,
    pub(super) milestones: Vec<MilestoneJson<'s>>,
    pub(super) measures: Vec<MeasureJson<'s>>,
    pub(super) success: Option<String>,
    pub(super) themes: &'s [String],
    /// Per cent done, as reported.
    pub(super) progress: Option<u32>,
    pub(super) details: Vec<DetailJson<'s>>,
    pub(super) status: Option<&'static str>,
    pub(super) rating: Option<&'static str>,
    pub(super) rating_set_by_hand: bool,
    pub(super) rating_reason: Option<&'s str>,
    pub(super) overdue: bool,
    pub(super) updates: Vec<UpdateJson<'s>>,
    pub(super) related: Vec<LinkJson>,
    pub(super) address: String,
}

#[derive(Serialize)]
pub(super) struct DetailJson<'s> {
    pub(super) label: &'s str,
    pub(super) text: String,
}

#[derive(Serialize)]
pub(super) struct TimescaleJson {
    pub(super) as_written: Option<String>,
    pub(super) from: Option<Date>,
    pub(super) by: Option<Date>,
    pub(super) ongoing: bool,
}

#[derive(Serialize)]
pub(super) struct StepJson<'s> {
    pub(super) title: String,
    pub(super) leads: Vec<LeadJson<'s>>,
    pub(super) target: Option<&'s str>,
    pub(super) timescale: Option<TimescaleJson>,
    pub(super) done: Option<Date>,
}

#[derive(Serialize)]
pub(super) struct MilestoneJson<'s> {
    pub(super) title: &'s str,
    pub(super) timescale: Option<TimescaleJson>,
    pub(super) done: Option<Date>,
}

#[derive(Serialize)]
pub(super) struct MeasureJson<'s> {
    pub(super) title: &'s str,
    pub(super) baseline: Option<&'s str>,
    pub(super) target: Option<&'s str>,
    pub(super) indicator: Option<&'s str>,
}

#[derive(Serialize)]
pub(super) struct UpdateJson<'s> {
    pub(super) date: Date,
    pub(super) status: Option<&'static str>,
    pub(super) text: Option<String>,
    pub(super) by: Option<&'s str>,
}

#[derive(Serialize)]
pub(super) struct LinkJson {
    pub(super) title: String,
    pub(super) address: String,
}

#[derive(Serialize)]
pub(super) struct RiskJson<'s> {
    #[serde(rename = "ref")]
    pub(super) reference: Option<&'s str>,
    pub(super) risk: &'s str,
    pub(super) likelihood: Option<u32>,
    pub(super) impact: Option<u32>,
    pub(super) score: Option<u32>,
    pub(super) mitigation: Option<String>,
    pub(super) leads: Vec<LeadJson<'s>>,
    pub(super) status: Option<&'s str>,
    pub(super) reviewed: Option<Date>,
}

#[derive(Serialize)]
pub(super) struct DocumentJson<'s> {
    pub(super) title: &'s str,
    pub(super) kind: Option<&'s str>,
    pub(super) date: Option<Date>,
    pub(super) address: String,
}
