//! The risk register of a plan.

use std::cmp::Reverse;

use serde::Serialize;

use super::row::{LeadLink, lead_links};
use crate::kinds::plan::record::{Risk, RiskLevel};
use crate::render::date::DateView;
use crate::render::frame::html;
use crate::render::page::Builder;

/// A line of the register.
#[derive(Serialize)]
pub(super) struct RiskView {
    reference: Option<String>,
    risk: String,
    /// "Very high".
    level: Option<&'static str>,
    /// Likelihood times impact.
    score: Option<u32>,
    likelihood: Option<String>,
    impact: Option<String>,
    mitigation: Option<String>,
    leads: Vec<LeadLink>,
    status: Option<String>,
    /// When someone last looked at it.
    reviewed: Option<DateView>,
}

/// A plan's risks, the worst first and those that are over last.
pub(super) fn risks(build: &Builder<'_>, plan: usize) -> Vec<RiskView> {
    let mut risks: Vec<&Risk> = build.site.plans[plan].plan.risks.iter().collect();
    risks.sort_by_key(|risk| (risk.is_closed(), Reverse(risk.score()), Reverse(risk.impact)));
    risks.into_iter().map(|risk| view(build, plan, risk)).collect()
}

fn view(build: &Builder<'_>, plan: usize, risk: &Risk) -> RiskView {
    let source = &build.site.plans[plan].plan.source;
    RiskView {
        reference: risk.reference.clone(),
        risk: risk.event.clone(),
        level: risk.level().map(RiskLevel::words),
        score: risk.score(),
        likelihood: risk.likelihood.map(|number| graded(number, LIKELIHOOD)),
        impact: risk.impact.map(|number| graded(number, IMPACT)),
        mitigation: risk.mitigation.as_ref().map(|text| html(build.site, source, text)),
        leads: lead_links(build, plan, &risk.leads),
        status: risk.status.clone(),
        reviewed: risk.reviewed.as_ref().map(|day| DateView::of(day.value)),
    }
}

/// What the grades from 1 to 5 are called.
const LIKELIHOOD: [&str; 5] = ["rare", "unlikely", "possible", "likely", "almost certain"];
const IMPACT: [&str; 5] = ["very small", "small", "medium", "large", "very large"];

/// A grade with its word: "4, likely".
fn graded(number: u32, words: [&str; 5]) -> String {
    let word = usize::try_from(number).ok().and_then(|number| words.get(number.checked_sub(1)?));
    word.map_or_else(|| number.to_string(), |word| format!("{number}, {word}"))
}
