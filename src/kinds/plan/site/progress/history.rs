//! How an action stood at the end of each of the last quarters.

use super::reporting::QUARTERS;
use super::{ActionProgress, PlanProgress, Standing};
use crate::model::quarter::Quarter;

/// How an action stood when a quarter ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QuarterEnd {
    /// The quarter.
    pub quarter: Quarter,
    /// How the action stood on its last day; none where the plan had not begun.
    pub standing: Option<Standing>,
}

impl PlanProgress {
    /// How an action stood at the end of each of the last eight quarters, oldest first.
    #[must_use]
    pub(crate) fn history(&self, action: &ActionProgress) -> [QuarterEnd; QUARTERS] {
        let written = self.written(action);
        self.reporting.quarters().map(|quarter| {
            let day = quarter.last_day();
            let begun = self.plan.period.value.from <= day && self.plan.tracked;
            QuarterEnd { quarter, standing: begun.then(|| Standing::by_rule(written, day, &self.plan)) }
        })
    }
}
