//! The rules of progress, for plans that nobody would think of.

mod plans;
mod rules;
mod stories;

use super::{Change, PlanProgress};

/// What changed since the last quarter ended.
fn changes_this_quarter(plan: &PlanProgress) -> Vec<Change> {
    plan.changes(plan.reporting.last_quarter().last_day(), plan.reporting.last)
}
