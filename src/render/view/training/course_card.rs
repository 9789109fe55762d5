//! A course in a list.

use serde::Serialize;

use super::{kind_words, level_name};
use crate::model::course::{CourseKind, SessionState};
use crate::model::day;
use crate::render::view::Builder;
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct CourseCard {
    title: String,
    address: String,
    summary: String,
    level: Option<String>,
    kind: &'static str,
    next: Option<String>,
}

pub(super) fn course_card(build: &Builder<'_>, number: usize) -> CourseCard {
    let calendar = &build.site.courses[number];
    let course = &calendar.course;
    let going =
        |&session: &usize| !matches!(course.sessions[session].state, SessionState::Cancelled | SessionState::Postponed);
    let next = calendar.to_come().find(going).map(|session| day::in_words(course.sessions[session].date.value));
    CourseCard {
        title: course.title.value.clone(),
        address: build.site.address(Route::Course(number)),
        summary: course.summary.value.clone(),
        level: level_name(build, calendar),
        kind: kind_words(course.kind),
        next: next.or_else(|| (course.kind == CourseKind::ELearning).then(|| "at any time".to_owned())),
    }
}
