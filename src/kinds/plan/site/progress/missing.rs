//! What a plan does not say about its open actions, and a board should ask for.

use super::PlanProgress;
use crate::record::lead::Lead;

/// What is missing, as the numbers of actions in the plan's order. Only of actions that are neither complete nor
/// withdrawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Missing {
    /// No update was ever written.
    pub update: Vec<usize>,
    /// No date is known, and the work does not simply go on.
    pub date: Vec<usize>,
    /// Nobody leads it.
    pub lead: Vec<usize>,
}

impl PlanProgress {
    /// What is missing.
    #[must_use]
    pub(crate) fn missing(&self) -> Missing {
        let mut missing = Missing::default();
        for (number, action) in self.actions.iter().enumerate().filter(|(_, action)| action.standing.is_open()) {
            let written = self.written(action);
            let note = |list: &mut Vec<usize>, is_missing: bool| list.extend(is_missing.then_some(number));
            note(&mut missing.update, action.updates_so_far == 0);
            let timescale = written.timescale.as_ref();
            note(&mut missing.date, timescale.is_none_or(|one| one.is_undated() && !one.ongoing));
            note(&mut missing.lead, written.leads.iter().all(Lead::is_nobody));
        }
        missing
    }
}
