//! Courses, and which of their sessions are still to come.

use jiff::civil::Date;

use super::Published;
use crate::model::course::{Course, CourseKind};

/// A course and its place in the calendar.
#[derive(Debug, Clone)]
pub struct CourseCalendar {
    /// The course.
    pub course: Published<Course>,
    /// The first session that is not over before the day.
    pub next: usize,
    /// The number of its level in the vocabulary.
    pub level: Option<usize>,
}

impl CourseCalendar {
    /// A course as it is on a day. Its level is looked up later.
    pub(super) fn on(course: Published<Course>, today: Date) -> Self {
        let next = course.sessions.partition_point(|session| session.date.value < today);
        Self { course, next, level: None }
    }

    /// Whether it has sessions or may come to have some, so that a calendar of them is of use. E-learning has none
    /// unless somebody has set one.
    #[must_use]
    pub fn has_dates(&self) -> bool {
        self.course.kind != CourseKind::ELearning || !self.course.sessions.is_empty()
    }

    /// The numbers of the sessions from the day on.
    pub fn to_come(&self) -> impl Iterator<Item = usize> {
        self.next..self.course.sessions.len()
    }
}
