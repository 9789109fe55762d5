//! What changed in a plan between two days.

use std::ops::Range;

use jiff::civil::Date;

use super::{ActionProgress, PlanProgress, Standing, so_far};
use crate::diagnostic::Located;
use crate::model::status::Status;

/// What changed about one action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// The action's number in its plan.
    pub action: usize,
    /// How it stood on the first day, by the rule: see [`Standing::by_rule`].
    pub before: Standing,
    /// How it stood on the last, by the rule.
    pub after: Standing,
    /// The numbers of its updates that are new.
    pub updates: Range<usize>,
    /// The numbers of the steps that were done.
    pub steps: Vec<usize>,
    /// The numbers of the milestones that were done.
    pub milestones: Vec<usize>,
    /// Its last day, where that passed and it was not complete.
    pub passed: Option<Date>,
}

/// What kind of change it is, in the order in which they are told. A change is of the first kind that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ChangeKind {
    /// It was completed.
    Completed,
    /// Its date passed, and it is not complete.
    BecameOverdue,
    /// It is doing worse than before.
    Worse,
    /// It is doing better.
    Better,
    /// Work on it began.
    Started,
    /// It was paused or given up.
    Stopped,
    /// It stands as it did, and there is news of it.
    Reported,
}

impl ChangeKind {
    /// Every kind, in order.
    pub(crate) const ALL: [Self; 7] =
        [Self::Completed, Self::BecameOverdue, Self::Worse, Self::Better, Self::Started, Self::Stopped, Self::Reported];
}

impl Change {
    /// What kind of change it is.
    #[must_use]
    pub(crate) fn kind(&self) -> ChangeKind {
        let (before, after) = (self.before.status, self.after.status);
        if after == Status::Complete && before != Status::Complete {
            return ChangeKind::Completed;
        }
        if self.after.overdue && !self.before.overdue {
            return ChangeKind::BecameOverdue;
        }
        match (before, after) {
            _ if before == after => ChangeKind::Reported,
            (_, Status::Paused | Status::Withdrawn) => ChangeKind::Stopped,
            (Status::NotStarted | Status::Withdrawn, Status::OnTrack) => ChangeKind::Started,
            _ if concern(after) < concern(before) => ChangeKind::Better,
            _ => ChangeKind::Worse,
        }
    }

    /// Whether its status is another one than before.
    #[must_use]
    pub(crate) fn has_moved(&self) -> bool {
        self.before.status != self.after.status
    }
}

/// How much a status worries: the order of "better" and "worse".
fn concern(status: Status) -> u8 {
    match status {
        Status::Complete => 0,
        Status::OnTrack => 1,
        // From not started to at risk is not better.
        Status::NotStarted | Status::Withdrawn => 2,
        Status::AtRisk | Status::Paused => 3,
        Status::OffTrack => 4,
    }
}

impl PlanProgress {
    /// What changed after one day, up to and with another: the most telling kinds first, each in the plan's order.
    #[must_use]
    pub(crate) fn changes(&self, since: Date, until: Date) -> Vec<Change> {
        let actions = 0..self.actions.len();
        let mut all: Vec<Change> = actions.filter_map(|action| self.change(action, since, until)).collect();
        all.sort_by_key(|change| (change.kind(), change.action));
        all
    }

    /// What changed about one action; none where nothing did.
    #[must_use]
    pub(crate) fn change(&self, number: usize, since: Date, until: Date) -> Option<Change> {
        let written = self.written(&self.actions[number]);
        let standing = |day| Standing::by_rule(written, day, &self.plan);
        let (before, after) = (standing(since), standing(until));
        let done = |date: Option<&Located<Date>>| date.is_some_and(|done| since < done.value && done.value <= until);
        let steps = written.how.steps.iter().map(|step| step.done.as_ref());
        let milestones = written.milestones.iter().map(|milestone| milestone.done.as_ref());
        let by = written.timescale.as_ref().and_then(|timescale| timescale.by);
        let change = Change {
            action: number,
            before,
            after,
            updates: so_far(written, since).len()..so_far(written, until).len(),
            steps: numbers(steps.map(done)),
            milestones: numbers(milestones.map(done)),
            passed: by.filter(|_| after.overdue && !before.overdue),
        };
        let nothing = change.before == change.after
            && change.updates.is_empty()
            && change.steps.is_empty()
            && change.milestones.is_empty();
        (!nothing).then_some(change)
    }

    /// The updates of an action that had been written by the day, oldest first.
    #[must_use]
    pub(crate) fn so_far(&self, action: &ActionProgress) -> &[crate::kinds::plan::record::ActionUpdate] {
        &self.written(action).updates[..action.updates_so_far]
    }
}

/// The positions of what is true.
fn numbers(all: impl Iterator<Item = bool>) -> Vec<usize> {
    all.enumerate().filter_map(|(at, is)| is.then_some(at)).collect()
}
