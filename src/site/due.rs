//! All that people must look at: reviews, promises, dates of training.
//!
//! Nothing is decided here. Each matter has its rule where it belongs; this brings them into one order.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Site;
use super::review::{Review, soon};
use crate::kinds::course::record::SessionState;
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::kinds::plan::site::progress::{Deadline, PlanProgress};

/// Something that people must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Due {
    /// What it is.
    pub matter: Matter,
    /// The day by which it is to be done; none where there is no such day.
    pub by: Option<Date>,
    /// Whether it is late.
    pub overdue: bool,
}

/// What there is to look at. Numbers are positions in the lists of [`Site`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Matter {
    /// Details that are to be checked again.
    Review(Review),
    /// A date of a plan: plan and deadline.
    Deadline(usize, Deadline),
    /// An action of which nothing was heard for two quarters: plan, action, and the day of the last update.
    Silence(usize, usize, Option<Date>),
    /// A risk that nobody has looked at for a quarter: plan, risk, and the day of the last look.
    Risk(usize, usize, Option<Date>),
    /// A session that is not certain yet: course and session.
    Unconfirmed(usize, usize),
    /// A course that nobody can go to.
    NoSessions(usize),
}

impl Site {
    /// What people must look at in the plans with these numbers: what is late, the longest first, then what is due soon.
    #[must_use]
    pub(crate) fn due_in_plans(&self, plans: &[usize]) -> Vec<Due> {
        sorted(plans.iter().flat_map(|&plan| of_plan(plan, &self.plans[plan])).collect())
    }

    /// All that people must look at, plans that have ended aside, in the same order.
    #[must_use]
    pub(crate) fn due(&self) -> Vec<Due> {
        let current =
            (0..self.plans.len()).filter(|&plan| !self.plans[plan].plan.archived && self.plans[plan].plan.tracked);
        let reviews = self.reviews_due().into_iter().map(|review| Due {
            by: review.by,
            overdue: review.overdue,
            matter: Matter::Review(review),
        });
        let training = self.courses.iter().enumerate().flat_map(|(number, calendar)| of_course(self, number, calendar));
        sorted(current.flat_map(|plan| of_plan(plan, &self.plans[plan])).chain(reviews).chain(training).collect())
    }
}

/// What is late and has no date comes after what has one.
fn sorted(mut all: Vec<Due>) -> Vec<Due> {
    all.sort_by_key(|due| (!due.overdue, due.by.is_none(), due.by));
    all
}

fn of_plan(number: usize, progress: &PlanProgress) -> Vec<Due> {
    let deadline = |overdue: bool| {
        move |deadline: Deadline| Due { by: Some(deadline.by), overdue, matter: Matter::Deadline(number, deadline) }
    };
    let late = progress.overdue().into_iter().map(deadline(true));
    let soon = progress.due_soon().into_iter().map(deadline(false));
    // Of an action that is late itself, that is told already.
    let in_time = progress.actions.iter().enumerate().filter(|(_, action)| !action.standing.overdue);
    let silent = in_time.filter_map(|(at, action)| {
        let since = progress.silence(action)?;
        Some(Due { matter: Matter::Silence(number, at, since), by: None, overdue: true })
    });
    late.chain(soon).chain(silent).chain(risks(number, progress)).collect()
}

/// The open risks that are to be looked at again before the board meets, in a plan that keeps such dates.
fn risks(number: usize, progress: &PlanProgress) -> impl Iterator<Item = Due> {
    let risks = &progress.plan.risks;
    let keeps_dates = risks.iter().any(|risk| risk.reviewed.is_some());
    let open = risks.iter().enumerate().filter(move |(_, risk)| keeps_dates && !risk.is_closed());
    open.filter_map(move |(at, risk)| {
        let last = risk.reviewed.as_ref().map(|day| day.value);
        let by = last.map(|day| day.checked_add(3.months()).unwrap_or(Date::MAX));
        let overdue = by.is_none_or(|by| by < progress.reporting.today);
        let is_due = overdue || by.is_some_and(|by| by <= soon(progress.reporting.today));
        is_due.then_some(Due { matter: Matter::Risk(number, at, last), by, overdue })
    })
}

fn of_course(site: &Site, number: usize, calendar: &CourseCalendar) -> Vec<Due> {
    let until = soon(site.today);
    let sessions = calendar.course.sessions.iter().enumerate();
    let unconfirmed = sessions
        .filter(|(_, session)| session.state == SessionState::Provisional && session.date.value <= until)
        .map(|(at, session)| Due {
            matter: Matter::Unconfirmed(number, at),
            by: Some(session.date.value),
            overdue: at < calendar.next,
        });
    let none = calendar.needs_sessions().then_some(Due { matter: Matter::NoSessions(number), by: None, overdue: true });
    unconfirmed.chain(none).collect()
}
