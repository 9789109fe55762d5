//! A course in a list.

use serde::Serialize;

use super::{kind_words, level_name};
use crate::kinds::course::record::CourseKind;
use crate::model::day;
use crate::render::frame::Link;
use crate::render::page::Builder;
use crate::render::wording::training::start_and_end;
use crate::site::Route;

/// How many of the sessions to come a card holds, so that it has one to show when those before it are over.
const NEXT: usize = 6;

#[derive(Serialize)]
pub(super) struct CourseCard {
    title: String,
    address: String,
    summary: String,
    level: Option<String>,
    kind: &'static str,
    duration: Option<String>,
    /// Whether it is open at all times.
    always_open: bool,
    /// The sessions to come, of which the first that is not over is shown.
    next: Vec<Next>,
    /// What must be done first.
    before: Vec<Link>,
    mandatory_for: Vec<String>,
    refresh_after: Option<String>,
}

#[derive(Serialize)]
struct Next {
    date: String,
    datetime: String,
    ends: String,
}

impl CourseCard {
    pub(super) fn builds_on_another(&self) -> bool {
        !self.before.is_empty()
    }
}

pub(super) fn course_card(build: &Builder<'_>, number: usize) -> CourseCard {
    let calendar = &build.site.courses[number];
    let course = &calendar.course;
    let next = calendar.to_come().map(|session| &course.sessions[session]).filter(|session| !session.is_off());
    let next = next.take(NEXT).map(|session| Next {
        date: day::in_words(session.date.value),
        datetime: session.date.value.to_string(),
        ends: start_and_end(build.site, session).1,
    });
    CourseCard {
        title: course.title.value.clone(),
        address: build.site.address(Route::Course(number)),
        summary: course.summary.value.clone(),
        level: level_name(build, calendar),
        kind: kind_words(course.kind),
        duration: course.duration.clone(),
        always_open: course.kind == CourseKind::ELearning,
        next: next.collect(),
        before: links(build, &calendar.before),
        mandatory_for: course.mandatory_for.clone(),
        refresh_after: course.refresh_after.as_ref().map(|after| after.to_string()),
    }
}

/// Links to courses.
pub(super) fn links(build: &Builder<'_>, courses: &[usize]) -> Vec<Link> {
    let title = |course: usize| build.site.courses[course].course.title.value.clone();
    courses.iter().map(|&course| build.link(title(course), Route::Course(course))).collect()
}
