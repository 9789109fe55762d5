//! Training: the calendar as a list and as a sheet, the pathway, a level, a course, a session.

mod booking;
pub(super) mod calendar;
pub(super) mod course;
mod course_card;
pub(super) mod level;
pub(super) mod month;
mod months;
pub(super) mod pathway;
pub(super) mod programme;
pub(super) mod session;
mod session_row;
pub(super) mod subscribe;

pub(super) use session_row::{SessionRow, session_row};

use super::Builder;
use crate::record::course::CourseKind;
use crate::site::CourseCalendar;

fn level_name(build: &Builder<'_>, calendar: &CourseCalendar) -> Option<String> {
    calendar.level.map(|level| build.site.vocabulary.levels[level].name.clone())
}

fn kind_words(kind: CourseKind) -> &'static str {
    kind.words()
}
