//! The headings of a plan's pages, in the plan's own words where it has some.

use serde::Serialize;

use crate::model::plan::Plan;

/// A heading for each field of a plan.
#[derive(Serialize)]
pub(super) struct Labels {
    section: String,
    objective: String,
    title: String,
    why: String,
    aim: String,
    how: String,
    leads: String,
    timescale: String,
    milestones: String,
    measures: String,
    success: String,
    status: String,
    rating: String,
    updates: String,
    related: String,
    expected_outcomes: String,
    risks: String,
    documents: String,
}

impl Labels {
    pub(super) fn of(plan: &Plan) -> Self {
        let words = |field: &str, usual: &str| {
            let own = plan.labels.iter().find(|(name, _)| name == field);
            own.map_or_else(|| usual.to_owned(), |(_, words)| words.clone())
        };
        Self {
            section: words("section", "Section"),
            objective: words("objective", "Objective"),
            title: words("title", "Action"),
            why: words("why", "Why"),
            aim: words("aim", "What we will achieve"),
            how: words("how", "How"),
            leads: words("leads", "Who leads"),
            timescale: words("timescale", "By when"),
            milestones: words("milestones", "Milestones"),
            measures: words("measures", "Measures"),
            success: words("success", "How we will know"),
            status: words("status", "How it stands"),
            rating: words("rating", "Rating"),
            updates: words("updates", "Updates"),
            related: words("related", "Related"),
            expected_outcomes: words("expected_outcomes", "What we expect"),
            risks: words("risks", "Risks"),
            documents: words("documents", "Documents"),
        }
    }
}
