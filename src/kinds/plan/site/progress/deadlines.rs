//! What is due soon and what is late: actions, and the steps and milestones on the way to them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{ActionProgress, PlanProgress};
use crate::diagnostic::Located;
use crate::model::status::Status;
use crate::model::timescale::Timescale;

/// How many days ahead "soon" is.
pub(crate) const DAYS_AHEAD: i32 = 90;

/// How a step or a milestone stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepState {
    /// It was done on this day.
    Done(Date),
    /// It was to be done by this day, which has passed.
    Late(Date),
    /// It is to be done by this day.
    Due(Date),
    /// It is not done, and has no date.
    Open,
}

impl StepState {
    /// How a step with these dates stands. One that will be done later is not done yet.
    pub(super) fn on(done: Option<&Located<Date>>, timescale: Option<&Located<Timescale>>, day: Date) -> Self {
        if let Some(done) = done.filter(|done| done.value <= day) {
            return Self::Done(done.value);
        }
        // What goes on has no day on which it is done.
        match timescale.filter(|timescale| !timescale.ongoing).and_then(|timescale| timescale.by) {
            Some(by) if by < day => Self::Late(by),
            Some(by) => Self::Due(by),
            None => Self::Open,
        }
    }
}

/// What a date is the date of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Item {
    /// The action as a whole.
    Action,
    /// One of its steps.
    Step(usize),
    /// One of its milestones.
    Milestone(usize),
}

/// A date by which something of an action is to be done, and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Deadline {
    /// The day.
    pub by: Date,
    /// The action's number in its plan.
    pub action: usize,
    /// What is to be done.
    pub item: Item,
}

impl PlanProgress {
    /// The day on which steps are looked at. Where nothing is reported, none is done or late: they are all to come.
    fn day_of_steps(&self) -> Date {
        if self.plan.tracked { self.reporting.last } else { Date::MIN }
    }

    /// The state of each step of an action.
    pub(crate) fn steps(&self, action: &ActionProgress) -> impl Iterator<Item = StepState> {
        let today = self.day_of_steps();
        let steps = self.written(action).how.steps.iter();
        steps.map(move |step| StepState::on(step.done.as_ref(), step.timescale.as_ref(), today))
    }

    /// The state of each milestone of an action.
    pub(crate) fn milestones(&self, action: &ActionProgress) -> impl Iterator<Item = StepState> {
        let today = self.day_of_steps();
        let milestones = self.written(action).milestones.iter();
        milestones.map(move |one| StepState::on(one.done.as_ref(), one.timescale.as_ref(), today))
    }

    /// What is late, the longest first.
    #[must_use]
    pub(crate) fn overdue(&self) -> Vec<Deadline> {
        self.deadlines(|by| by < self.reporting.last)
    }

    /// What is to be done within the next 90 days, the soonest first.
    #[must_use]
    pub(crate) fn due_soon(&self) -> Vec<Deadline> {
        let today = self.reporting.last;
        let until = today.checked_add(DAYS_AHEAD.days()).unwrap_or(Date::MAX);
        self.deadlines(|by| today <= by && by <= until)
    }

    fn deadlines(&self, wanted: impl Fn(Date) -> bool) -> Vec<Deadline> {
        let open = self.actions.iter().enumerate().filter(|(_, action)| action.standing.is_open());
        let mut all: Vec<Deadline> = open.flat_map(|(number, action)| self.deadlines_of(number, action)).collect();
        all.retain(|deadline| wanted(deadline.by));
        all.sort_unstable();
        all
    }

    /// The dates of an open action. That of ongoing work which is under way was for putting it in place, and is kept.
    fn deadlines_of(&self, number: usize, action: &ActionProgress) -> Vec<Deadline> {
        let timescale = self.written(action).timescale.as_ref();
        let in_place = timescale.is_some_and(|timescale| timescale.ongoing) && action.standing.status.is_under_way();
        let whole = timescale.filter(|_| !in_place).and_then(|timescale| timescale.by);
        let date = |state| match state {
            StepState::Late(by) | StepState::Due(by) => Some(by),
            StepState::Done(_) | StepState::Open => None,
        };
        let steps = self.steps(action).enumerate().map(|(at, state)| (date(state), Item::Step(at)));
        let milestones = self.milestones(action).enumerate().map(|(at, state)| (date(state), Item::Milestone(at)));
        let all = [(whole, Item::Action)].into_iter().chain(steps).chain(milestones);
        all.filter_map(|(by, item)| Some(Deadline { by: by?, action: number, item })).collect()
    }

    /// Whether an action that was not started should have been: the day on which it was to begin has come.
    pub(super) fn is_late_to_start(&self, action: &ActionProgress) -> Option<Date> {
        let from = self.written(action).timescale.as_ref()?.from?;
        (action.standing.status == Status::NotStarted && from < self.reporting.last).then_some(from)
    }
}
