//! A session in a list.

use serde::Serialize;

use crate::model::course::SessionState;
use crate::model::day;
use crate::render::view::Builder;
use crate::render::wording::training::{self, place, places, times};
use crate::site::Route;

/// A session in a list.
#[derive(Serialize)]
pub(in crate::render::view) struct SessionRow {
    id: String,
    title: String,
    address: String,
    date: String,
    weekday: &'static str,
    day: i8,
    month: String,
    datetime: String,
    pub(super) times: String,
    pub(super) place: String,
    level: Option<String>,
    level_id: String,
    audiences: String,
    state: &'static str,
    state_words: &'static str,
    usual: bool,
    places: Option<String>,
    changed: Option<String>,
}

pub(in crate::render::view) fn session_row(build: &Builder<'_>, course: usize, session: usize) -> SessionRow {
    let site = build.site;
    let calendar = &site.courses[course];
    let written = &calendar.course.sessions[session];
    let date = written.date.value;
    SessionRow {
        id: written.name.clone(),
        title: calendar.course.title.value.clone(),
        address: site.address(Route::Session(course, session)),
        date: day::in_words(date),
        weekday: &day::weekday_name(date.weekday())[..3],
        day: date.day(),
        month: day::short(date).split(' ').nth(1).unwrap_or_default().to_owned(),
        datetime: training::start_and_end(site, written).0,
        times: times(written),
        place: place(written),
        level: super::level_name(build, calendar),
        level_id: calendar.course.level.value.clone(),
        audiences: calendar.course.audiences.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(" "),
        state: written.state.id(),
        state_words: written.state.words(),
        usual: written.state == SessionState::Scheduled,
        places: places(written),
        changed: written.changed.as_ref().map(|date| day::long(date.value)),
    }
}
