//! Courses, and which of their sessions are still to come.

mod check;

use crate::kinds::course::record::{Course, CourseKind, Session};
use crate::site::Published;
pub(crate) use check::{check, series_hints};

/// A course and its place in the calendar.
#[derive(Debug, Clone)]
pub(crate) struct CourseCalendar {
    /// The course.
    pub course: Published<Course>,
    /// The first session that is not over before the day.
    pub next: usize,
    /// The number of its level in the vocabulary.
    pub level: Option<usize>,
    /// The numbers of the courses that must be done before it.
    pub before: Vec<usize>,
    /// The numbers of the courses that it must be done before.
    pub after: Vec<usize>,
}

impl CourseCalendar {
    /// Whether it is for an audience: a vocabulary id.
    #[must_use]
    pub(crate) fn is_for(&self, audience: &str) -> bool {
        self.course.audiences.iter().any(|id| id.value == audience)
    }

    /// Whether it has sessions or may come to have some, so that a calendar of them is of use. E-learning has none
    /// unless somebody has set one.
    #[must_use]
    pub(crate) fn has_dates(&self) -> bool {
        self.course.kind != CourseKind::ELearning || !self.course.sessions.is_empty()
    }

    /// Whether nobody can go to it: no session that takes place is to come. An event that was is over, which is no
    /// slip; e-learning is always open.
    #[must_use]
    pub(crate) fn needs_sessions(&self) -> bool {
        let (past, to_come) = self.course.sessions.split_at(self.next);
        let over = |session: &[Session]| !session.is_empty() && to_come.is_empty();
        match self.course.kind {
            CourseKind::ELearning => false,
            CourseKind::Event if over(past) => false,
            CourseKind::Event | CourseKind::Course => to_come.iter().all(Session::is_off),
        }
    }

    /// The numbers of the sessions from the day on.
    pub(crate) fn to_come(&self) -> impl Iterator<Item = usize> {
        self.next..self.course.sessions.len()
    }
}
