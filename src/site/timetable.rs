//! The sessions to come of all courses, in the order of the calendar.

use std::ops::Range;

use jiff::civil::Date;

use super::CourseCalendar;
use crate::model::course::Session;

/// The sessions to come, by date and time.
#[derive(Debug, Clone, Default)]
pub struct Timetable {
    /// Each as the number of its course and its number in the course.
    pub to_come: Vec<(usize, usize)>,
    /// The months in which there are any.
    pub months: Vec<Month>,
}

/// A month with sessions to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// Where its sessions stand in [`Timetable::to_come`].
    pub sessions: Range<usize>,
}

impl Timetable {
    /// The timetable of courses that are in their order.
    pub(super) fn of(courses: &[CourseCalendar]) -> Self {
        let session = |&(course, session): &(usize, usize)| -> &Session { &courses[course].course.sessions[session] };
        let all = courses.iter().enumerate();
        let mut to_come: Vec<(usize, usize)> =
            all.flat_map(|(course, calendar)| calendar.to_come().map(move |session| (course, session))).collect();
        to_come.sort_by_key(|pair| (session(pair).date.value, session(pair).start, *pair));
        let mut months: Vec<Month> = Vec::new();
        for (at, pair) in to_come.iter().enumerate() {
            let first = session(pair).date.value.first_of_month();
            match months.last_mut() {
                Some(month) if month.first == first => month.sessions.end = at + 1,
                _ => months.push(Month { first, sessions: at..at + 1 }),
            }
        }
        Self { to_come, months }
    }
}
