//! Quarters and financial years of a site whose year does not start in April.
//!
//! A plan is read without a look at `site.yaml`, and so with the usual start. Here its timescales are read again
//! where the site has another one.

use std::sync::Arc;

use crate::kinds::plan::record::Plan;
use crate::model::timescale::{PlanCalendar, Precision, Timescale};
use crate::model::year_start::YearStart;
use crate::record::entry::Entry;

/// A plan with its quarters and financial years in the site's own year.
pub(crate) fn adjusted(plan: &Arc<Entry<Plan>>, starts: YearStart) -> Arc<Entry<Plan>> {
    if starts == YearStart::default() {
        return plan.clone();
    }
    let mut entry = Entry::clone(plan);
    let calendar = PlanCalendar { period: Some(entry.record.period.value), year_starts: starts };
    for timescale in timescales(&mut entry.record) {
        if matches!(timescale.precision, Precision::Quarter | Precision::FinancialYear)
            && let Ok(reading) = Timescale::read(&timescale.as_written, &calendar)
        {
            *timescale = reading.timescale;
        }
    }
    Arc::new(entry)
}

fn timescales(plan: &mut Plan) -> impl Iterator<Item = &mut Timescale> {
    let groups = plan.sections.iter_mut().flat_map(|section| &mut section.groups);
    groups.flat_map(|group| &mut group.actions).flat_map(|action| {
        let steps = action.how.steps.iter_mut().filter_map(|step| step.timescale.as_mut());
        let milestones = action.milestones.iter_mut().filter_map(|milestone| milestone.timescale.as_mut());
        action.timescale.iter_mut().chain(steps).chain(milestones).map(|timescale| &mut timescale.value)
    })
}
