//! The sessions to come of all courses, in the order of the calendar.

use std::ops::Range;

use jiff::civil::Date;

use crate::kinds::course::record::Session;
use crate::kinds::course::site::calendar::CourseCalendar;

/// The sessions to come, by date and time.
#[derive(Debug, Clone, Default)]
pub(crate) struct Timetable {
    /// Each as the number of its course and its number in the course.
    pub to_come: Vec<(usize, usize)>,
    /// The months in which there are any.
    pub months: Vec<Month>,
}

/// A month with sessions to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Month {
    /// Its first day.
    pub first: Date,
    /// Where its sessions stand in [`Timetable::to_come`].
    pub sessions: Range<usize>,
}

impl Timetable {
    /// The timetable of courses that are in their order.
    pub(crate) fn of(courses: &[CourseCalendar]) -> Self {
        let session = |&(course, session): &(usize, usize)| -> &Session { &courses[course].course.sessions[session] };
        let all = courses.iter().enumerate();
        let mut to_come: Vec<(usize, usize)> =
            all.flat_map(|(course, calendar)| calendar.to_come().map(move |session| (course, session))).collect();
        to_come.sort_by_key(|pair| (session(pair).date.value, session(pair).start, *pair));
        let month = |pair: &(usize, usize)| session(pair).date.value.first_of_month();
        let mut from = 0;
        let months = to_come.chunk_by(|one, other| month(one) == month(other)).map(|sessions| {
            let here = from..from + sessions.len();
            from = here.end;
            Month { first: month(&sessions[0]), sessions: here }
        });
        Self { months: months.collect(), to_come }
    }
}
