//! All courses together: the way through them, what is to come, and the programme of each quarter.

use std::ops::Deref;

use super::calendar::CourseCalendar;
use super::pathway::{self, Way};
use super::programme::Programme;
use super::timetable::Timetable;
use crate::kinds::course::record::Course;
use crate::site::{Published, Resolver};

/// The courses by level and name, with what there is of them together.
#[derive(Debug, Clone)]
pub(crate) struct Training {
    courses: Vec<CourseCalendar>,
    /// The sessions to come.
    pub(crate) timetable: Timetable,
    /// The quarters with training to come.
    pub(crate) programmes: Vec<Programme>,
}

impl Deref for Training {
    type Target = [CourseCalendar];

    fn deref(&self) -> &[CourseCalendar] {
        &self.courses
    }
}

impl Training {
    /// The training of courses that are in their order.
    pub(crate) fn of(courses: &[Published<Course>], Resolver { seen, lookup, .. }: Resolver<'_>) -> Self {
        let ways = pathway::ways(courses);
        let calendar = |(course, Way { before, after }): (&Published<Course>, Way)| CourseCalendar {
            next: course.sessions.partition_point(|session| session.date.value < seen.today()),
            level: lookup.positions(std::slice::from_ref(&course.level)).first().copied(),
            course: course.clone(),
            before,
            after,
        };
        let courses: Vec<CourseCalendar> = courses.iter().zip(ways).map(calendar).collect();
        let timetable = Timetable::of(&courses);
        let programmes = Programme::all(&timetable, &courses, seen.settings.financial_year_starts);
        Self { courses, timetable, programmes }
    }
}
