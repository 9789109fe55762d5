//! The plan that one follows.

use super::progress::PlanProgress;
use crate::kinds::plan::record::Plan;

/// The number of the plan before: of those that ended before this one began, the last that names an action of it, or an
/// action of which this one names.
pub(crate) fn before(plans: &[PlanProgress], number: usize) -> Option<usize> {
    let plan = &plans[number].plan;
    let earlier = plans.iter().enumerate().filter(|(_, other)| {
        let other = &other.plan;
        let ended = other.archived && other.tracked && other.period.value.to <= plan.period.value.from;
        ended && (names(plan, &other.slug) || names(other, &plan.slug))
    });
    earlier.max_by_key(|(_, other)| other.plan.period.value.to).map(|(number, _)| number)
}

/// Whether an action of a plan says that it belongs with an action of another.
fn names(plan: &Plan, other: &str) -> bool {
    let actions = plan.sections.iter().flat_map(|section| &section.groups).flat_map(|group| &group.actions);
    let mut related = actions.flat_map(|action| &action.related);
    related.any(|id| id.value.strip_prefix(other).is_some_and(|rest| rest.starts_with('/')))
}
