//! Training: the calendar as a list and as a sheet, the pathway, a level, a course, a session.

mod booking;
pub(crate) mod calendar;
pub(crate) mod course;
mod course_card;
pub(crate) mod level;
pub(crate) mod month;
mod months;
pub(crate) mod pathway;
pub(crate) mod programme;
pub(crate) mod session;
mod session_row;
pub(crate) mod subscribe;

use crate::kinds::course::record::CourseKind;
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::render::page::Builder;
pub(crate) use session_row::{SessionRow, session_row};

fn level_name(build: &Builder<'_>, calendar: &CourseCalendar) -> Option<String> {
    calendar.level.map(|level| build.site.vocabulary.levels[level].name.clone())
}

fn kind_words(kind: CourseKind) -> &'static str {
    kind.words()
}
