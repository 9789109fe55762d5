//! What is late and what is due soon, in lists.

use serde::Serialize;

use super::row::{LeadLink, lead_links};
use crate::kinds::plan::site::progress::{Deadline, Item};
use crate::render::date::DateView;
use crate::render::page::Builder;
use crate::render::wording;
use crate::site::Route;

/// A date by which something is to be done.
#[derive(Serialize)]
pub(super) struct DeadlineRow {
    by: DateView,
    action: String,
    address: String,
    /// The step or milestone; none where the action as a whole is meant.
    part: Option<String>,
    /// What that is: "Step" or "Milestone".
    kind: Option<&'static str>,
    leads: Vec<LeadLink>,
}

impl DeadlineRow {
    pub(super) fn all(build: &Builder<'_>, plan: usize, deadlines: &[Deadline]) -> Vec<Self> {
        deadlines.iter().map(|deadline| Self::of(build, plan, deadline)).collect()
    }

    fn of(build: &Builder<'_>, plan: usize, deadline: &Deadline) -> Self {
        let progress = &build.site.plans[plan];
        let written = progress.written(&progress.actions[deadline.action]);
        let (part, kind, leads) = match deadline.item {
            Item::Action => (None, None, &written.leads),
            Item::Step(at) => {
                let step = &written.how.steps[at];
                let leads = if step.leads.is_empty() { &written.leads } else { &step.leads };
                (Some(step.title.text.clone()), Some("Step"), leads)
            }
            Item::Milestone(at) => (Some(written.milestones[at].title.clone()), Some("Milestone"), &written.leads),
        };
        Self {
            by: DateView::of(deadline.by),
            action: wording::action(progress, deadline.action),
            address: build.site.address(Route::Action(plan, deadline.action)),
            part,
            kind,
            leads: lead_links(build, plan, leads),
        }
    }
}
