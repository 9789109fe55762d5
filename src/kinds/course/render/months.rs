//! Sessions by month.

use serde::Serialize;

use super::session_row::{SessionRow, session_row};
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::model::day;
use crate::render::page::Builder;
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct Month {
    id: String,
    title: String,
    /// The month as a sheet of a calendar.
    address: String,
    sessions: Vec<SessionRow>,
}

/// The sessions to come of some courses, by month.
pub(super) fn months(build: &Builder<'_>, wanted: impl Fn(&CourseCalendar) -> bool) -> Vec<Month> {
    let site = build.site;
    let wanted: Vec<bool> = site.courses.iter().map(wanted).collect();
    let months = site.courses.timetable.months.iter().enumerate().map(|(number, month)| {
        let sessions =
            site.courses.timetable.to_come[month.sessions.clone()].iter().filter(|(course, _)| wanted[*course]);
        Month {
            id: month.first.strftime("%Y-%m").to_string(),
            title: day::month_in_words(month.first),
            address: site.address(Route::TrainingMonth(number)),
            sessions: sessions.map(|&(course, session)| session_row(build, course, session)).collect(),
        }
    });
    months.filter(|month| !month.sessions.is_empty()).collect()
}
