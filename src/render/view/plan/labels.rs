//! The headings of a plan's pages, in the plan's own words where it has some.

use serde::Serialize;

use crate::record::plan::Plan;

/// A heading for each field of a plan.
#[derive(Serialize)]
pub(in crate::render) struct Labels {
    pub(in crate::render) section: String,
    pub(in crate::render) objective: String,
    pub(in crate::render) reference: String,
    pub(in crate::render) title: String,
    /// What the plan calls its actions, all together.
    actions: String,
    /// Who leads a section or an objective.
    lead: String,
    steps: String,
    pub(in crate::render) why: String,
    pub(in crate::render) aim: String,
    pub(in crate::render) how: String,
    pub(in crate::render) leads: String,
    pub(in crate::render) timescale: String,
    pub(in crate::render) milestones: String,
    pub(in crate::render) measures: String,
    pub(in crate::render) success: String,
    pub(in crate::render) status: String,
    pub(in crate::render) rating: String,
    pub(in crate::render) updates: String,
    pub(in crate::render) related: String,
    pub(in crate::render) expected_outcomes: String,
    pub(in crate::render) risks: String,
    pub(in crate::render) documents: String,
}

impl Labels {
    pub(in crate::render) fn of(plan: &Plan) -> Self {
        let words = |field: &str, usual: &str| {
            let own = plan.labels.iter().find(|(name, _)| name == field);
            own.map_or_else(|| usual.to_owned(), |(_, words)| words.clone())
        };
        Self {
            section: words("section", "Section"),
            objective: words("objective", "Objective"),
            title: words("title", "Action"),
            actions: words("action", "Actions"),
            reference: words("ref", "Number"),
            lead: words("lead", &words("leads", "Who leads")),
            steps: words("steps", &words("how", "How")),
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
