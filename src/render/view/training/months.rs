//! Sessions by month.

use serde::Serialize;

use super::session_row::{SessionRow, session_row};
use crate::model::day;
use crate::render::view::Builder;

#[derive(Serialize)]
pub(super) struct Month {
    id: String,
    title: String,
    pub(super) sessions: Vec<SessionRow>,
}

/// The sessions to come of some courses, by month.
pub(super) fn months(build: &Builder<'_>, courses: impl Iterator<Item = usize>) -> Vec<Month> {
    let site = build.site;
    let mut sessions: Vec<(usize, usize)> =
        courses.flat_map(|course| site.courses[course].to_come().map(move |session| (course, session))).collect();
    let written = |&(course, session): &(usize, usize)| &site.courses[course].course.sessions[session];
    sessions.sort_by_key(|pair| (written(pair).date.value, written(pair).start, *pair));
    let mut months: Vec<Month> = Vec::new();
    for pair in sessions {
        let date = written(&pair).date.value;
        let id = date.strftime("%Y-%m").to_string();
        if months.last().is_none_or(|month| month.id != id) {
            months.push(Month { id, title: day::month_in_words(date), sessions: Vec::new() });
        }
        if let Some(month) = months.last_mut() {
            month.sessions.push(session_row(build, pair.0, pair.1));
        }
    }
    months
}
