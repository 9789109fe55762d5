//! What one part of a plan says against another, and parts that say nothing.

use jiff::ToSpan;

use crate::diagnostic::Report;
use crate::kinds::plan::record::{Action, Objective, Plan};
use crate::model::day;

/// Looks at a plan whose fields have all been read.
pub(super) fn check(plan: &Plan, report: &Report) {
    let is_empty = |groups: &[Objective]| groups.iter().all(|group| group.actions.is_empty());
    let help = "add `actions`, each with a `title`";
    if plan.sections.iter().all(|section| is_empty(&section.groups)) {
        report.warning("actions", plan.title.span, "this plan has no action", help);
    } else {
        for section in plan.sections.iter().filter(|section| is_empty(&section.groups)) {
            report.warning("actions", section.title.span, "this section has no action", help);
        }
    }
    let earliest = plan.period.value.from.saturating_sub(1.year());
    for action in plan.sections.iter().flat_map(|section| &section.groups).flat_map(|group| &group.actions) {
        status_beside_updates(action, report);
        two_statuses_of_one_day(action, report);
        for update in action.updates.iter().filter(|update| update.date.value < earliest) {
            let (date, first) = (day::long(update.date.value), day::long(plan.period.value.from));
            let message = format!("this update is dated {date}, more than a year before the plan begins on {first}");
            report.warning("updates", update.date.span, message, "correct the date, or the plan's `period`");
        }
    }
}

fn status_beside_updates(action: &Action, report: &Report) {
    let (Some(status), Some(latest)) = (&action.status, action.updates.last()) else { return };
    let message = "this `status` is ignored, because the action has `updates`";
    let help = if action.updates.iter().any(|update| update.status.is_some()) {
        "take it out: the status of the latest update is the action's".to_owned()
    } else {
        let (date, status) = (latest.date.value, status.value.id());
        format!("move it into the update of that day: `{{date: {date}, status: {status}}}`")
    };
    report.warning("status", status.span, message, help);
}

fn two_statuses_of_one_day(action: &Action, report: &Report) {
    let with_status = action.updates.iter().filter_map(|update| Some((update, update.status.as_ref()?)));
    let with_status: Vec<_> = with_status.collect();
    for pair in with_status.windows(2) {
        let [(first, one), (second, other)] = pair else { continue };
        if first.date.value == second.date.value && one.value != other.value {
            let (one, other, on) = (one.value.id(), other.value.id(), day::long(first.date.value));
            let message = format!("two updates of {on} say `{one}` and `{other}`; the one further down counts");
            report.warning("updates", second.date.span, message, "correct one of the dates, or make them one update");
        }
    }
}
