//! The headings of a plan's pages, in the plan's own words where it has some.

use serde::Serialize;

use crate::kinds::plan::record::Plan;

/// A heading for each field of a plan.
#[derive(Serialize)]
pub(crate) struct Labels {
    pub(crate) section: String,
    pub(crate) objective: String,
    pub(crate) reference: String,
    pub(crate) title: String,
    /// What the plan calls its actions, all together.
    actions: String,
    /// Who leads a section or an objective.
    lead: String,
    steps: String,
    pub(crate) why: String,
    pub(crate) aim: String,
    pub(crate) how: String,
    pub(crate) leads: String,
    pub(crate) timescale: String,
    pub(crate) milestones: String,
    pub(crate) measures: String,
    pub(crate) success: String,
    pub(crate) status: String,
    pub(crate) rating: String,
    pub(crate) updates: String,
    pub(crate) related: String,
    pub(crate) expected_outcomes: String,
    pub(crate) risks: String,
    pub(crate) documents: String,
}

impl Labels {
    pub(crate) fn of(plan: &Plan) -> Self {
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
