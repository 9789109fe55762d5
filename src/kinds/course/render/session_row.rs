//! A session in a list.

use serde::Serialize;

use super::level_name;
use crate::kinds::course::record::Session;
use crate::model::day;
use crate::model::slug::slugify;
use crate::render::page::Builder;
use crate::render::wording::training::{Standing, moment, place, standing, start_and_end, times};
use crate::site::{Route, Site};

/// A session in a list.
#[derive(Serialize)]
pub(crate) struct SessionRow {
    id: String,
    title: String,
    address: String,
    date: String,
    weekday: &'static str,
    day: i8,
    month: String,
    datetime: String,
    /// The moment from which on it is over.
    pub(super) ends: String,
    pub(super) times: String,
    pub(super) place: String,
    level: Option<String>,
    standing: Standing,
    /// Whether it will not happen on its day.
    off: bool,
    changed: Option<String>,
    closes: Option<Closing>,
    ids: FilterIds,
}

/// The end of booking.
#[derive(Serialize)]
pub(super) struct Closing {
    /// The moment from which on no one can book.
    moment: String,
    /// Whether that was before the day on which the site was built.
    closed: bool,
    /// The last day, in words.
    words: String,
}

/// What the filters of the calendar look at: ids with a space between them.
#[derive(Serialize)]
struct FilterIds {
    levels: String,
    audiences: String,
    ways: String,
    venues: String,
    places: &'static str,
}

pub(crate) fn session_row(build: &Builder<'_>, course: usize, session: usize) -> SessionRow {
    let site = build.site;
    let calendar = &site.courses[course];
    let written = &calendar.course.sessions[session];
    let date = written.date.value;
    let (datetime, ends) = start_and_end(site, written);
    let closes = closing(site, written);
    let can_book = written.is_open() && !closes.as_ref().is_some_and(|closes| closes.closed);
    SessionRow {
        id: written.name.clone(),
        title: calendar.course.title.value.clone(),
        address: site.address(Route::Session(course, session)),
        date: day::in_words(date),
        weekday: &day::weekday_name(date.weekday())[..3],
        day: date.day(),
        month: day::short(date).split(' ').nth(1).unwrap_or_default().to_owned(),
        datetime,
        ends,
        times: times(written),
        place: place(written),
        level: level_name(build, calendar),
        standing: standing(written),
        off: written.is_off(),
        changed: written.changed.as_ref().map(|date| day::long(date.value)),
        closes,
        ids: FilterIds {
            levels: calendar.course.level.value.clone(),
            audiences: calendar.course.audiences.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(" "),
            ways: way_ids(written).join(" "),
            venues: venue_id(written).unwrap_or_default(),
            places: places_id(written, can_book),
        },
    }
}

/// When booking ends, for a session that can be booked at all.
fn closing(site: &Site, session: &Session) -> Option<Closing> {
    let last = session.booking_closes.as_ref()?.value;
    let end = last.tomorrow().and_then(|day| day.to_zoned(site.settings.timezone.clone())).ok()?;
    session.is_certain().then(|| Closing { moment: moment(&end), closed: last < site.today, words: day::long(last) })
}

/// How people can be there: `online`, `in-person`.
pub(super) fn way_ids(session: &Session) -> Vec<&'static str> {
    let ways = [("online", session.online.is_some()), ("in-person", session.venue.is_some())];
    ways.into_iter().filter(|(_, there)| *there).map(|(way, _)| way).collect()
}

/// The id of the place, made from its name.
pub(super) fn venue_id(session: &Session) -> Option<String> {
    session.venue.as_ref()?.name.as_deref().map(slugify)
}

/// Whether someone can still get in: `left`, `waiting` or nothing.
fn places_id(session: &Session, can_book: bool) -> &'static str {
    match session.is_full() {
        _ if !can_book => "",
        true => "waiting",
        false => "left",
    }
}
