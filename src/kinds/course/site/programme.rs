//! The training of each quarter, as it is printed and pinned to a wall.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::kinds::course::record::SessionState;
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::kinds::course::site::timetable::Timetable;
use crate::model::quarter::Quarter;
use crate::model::slug::slugify;
use crate::model::year_start::YearStart;

/// A quarter with its sessions to come. What is over is not in it: nobody can book that any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Programme {
    /// The quarter of the site's financial year.
    pub quarter: Quarter,
    /// Its sessions by date: course and session.
    pub sessions: Vec<(usize, usize)>,
}

impl Programme {
    /// The quarters that have sessions to come, in order.
    pub(crate) fn all(timetable: &Timetable, courses: &[CourseCalendar], starts: YearStart) -> Vec<Self> {
        let date = |&(course, session): &(usize, usize)| courses[course].course.sessions[session].date.value;
        let quarter = |pair: &(usize, usize)| Quarter::of(date(pair), starts);
        let quarters = timetable.to_come.chunk_by(|one, other| quarter(one) == quarter(other));
        quarters.map(|sessions| Self { quarter: quarter(&sessions[0]), sessions: sessions.to_vec() }).collect()
    }

    /// The last part of its address: `2026-27-q3`.
    #[must_use]
    pub(crate) fn slug(&self) -> String {
        format!("{}-q{}", slugify(&self.quarter.year_label()), self.quarter.number())
    }
}

/// How many sessions a quarter had or will have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SessionCount {
    pub(crate) quarter: Quarter,
    /// Those whose day is over, and which took place.
    pub(crate) held: usize,
    /// Those that were cancelled or put off.
    pub(crate) cancelled: usize,
    pub(crate) to_come: usize,
}

/// The sessions of each quarter, the latest first, from the first of which one is written.
pub(crate) fn by_quarter(courses: &[CourseCalendar], today: Date, starts: YearStart) -> Vec<SessionCount> {
    let mut quarters: BTreeMap<Date, SessionCount> = BTreeMap::new();
    for session in courses.iter().flat_map(|calendar| &calendar.course.sessions) {
        let quarter = Quarter::of(session.date.value, starts);
        let none = SessionCount { quarter, held: 0, cancelled: 0, to_come: 0 };
        let count = quarters.entry(quarter.last_day()).or_insert(none);
        match session.state {
            SessionState::Cancelled | SessionState::Postponed => count.cancelled += 1,
            _ if session.date.value < today => count.held += 1,
            _ => count.to_come += 1,
        }
    }
    quarters.into_values().rev().collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Programme;
    use crate::model::quarter::Quarter;
    use crate::model::year_start::YearStart;

    #[test]
    fn an_address_has_the_year_and_the_quarter() {
        let slug = |starts: u8| {
            let quarter = Quarter::of(date(2026, 11, 26), YearStart::new(starts).expect("a month"));
            Programme { quarter, sessions: Vec::new() }.slug()
        };
        assert_eq!(slug(4), "2026-27-q3");
        assert_eq!(slug(1), "2026-q4");
    }
}
