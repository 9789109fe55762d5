//! The training calendar for calendar programs: a feed of all sessions, one for each level and each course, and a file
//! for each session. What is in them and why: `docs/calendars.md`.
//!
//! Nothing in them depends on the day or the clock: the same content gives the same bytes until it changes.

mod description;
mod event;
mod revision;
#[cfg(test)]
mod tests;
mod uid;

use jiff::tz::TimeZone;

use crate::format::icalendar::{Component, time_zone};
use crate::kinds::course::record::Session;
use crate::site::{Route, Site};

/// Who made the file. Without the program's version, so that a new one does not change a file.
const PRODUCT: &str = "-//fingerpost//training calendar//EN";

/// How long a program may wait until it looks again: twice a day finds a session that was cancelled in the evening
/// before it begins in the morning, where a program heeds it.
const REFRESH: &str = "PT12H";

/// A year from which zones are told, at the latest. It is fixed so that a session more does not change the zone.
const TOLD_FROM: i16 = 2020;

/// A session by the numbers of its course and of itself.
type Place = (usize, usize);

/// The feed of all sessions.
pub(super) fn of_all(site: &Site) -> Vec<u8> {
    let name = format!("Training: {}", site.settings.short_name);
    feed(site, Route::TrainingCalendar, &name, Route::Training, &|_| true)
}

/// The feed of a level.
pub(super) fn of_level(site: &Site, level: usize) -> Vec<u8> {
    let name = format!("Training, {}: {}", site.vocabulary.levels[level].name, site.settings.short_name);
    let is_of_level = |course: usize| site.courses[course].level == Some(level);
    feed(site, Route::LevelCalendar(level), &name, Route::Level(level), &is_of_level)
}

/// The feed of a course.
pub(super) fn of_course(site: &Site, course: usize) -> Vec<u8> {
    let name = format!("{}: {}", site.courses[course].course.title.value, site.settings.short_name);
    feed(site, Route::CourseCalendar(course), &name, Route::Course(course), &|other| other == course)
}

/// The file of one session, for a person to put into their own calendar.
pub(super) fn of_session(site: &Site, course: usize, session: usize) -> Vec<u8> {
    let places = [(course, session)];
    let head = calendar().with(zone(site, &places));
    event::chosen(site, places[0]).into_iter().fold(head, Component::with).to_bytes()
}

/// A calendar to subscribe to, with its page. It holds past sessions too, and those that will not be held: programs
/// take out what is gone, and nobody would be told why.
fn feed(site: &Site, route: Route, name: &str, page: Route, wanted: &dyn Fn(usize) -> bool) -> Vec<u8> {
    let courses = (0..site.courses.len()).filter(|&course| wanted(course));
    let mut places: Vec<Place> = courses
        .flat_map(|course| (0..site.courses[course].course.sessions.len()).map(move |session| (course, session)))
        .collect();
    places.sort_by_key(|&place| {
        let session = session(site, place);
        (session.date.value, session.start, site.courses[place.0].course.id.clone(), session.name.clone())
    });
    let about = format!("Courses and events from {}. The pages have the latest.", site.settings.name);
    let head = calendar()
        .text("NAME", name)
        .text("X-WR-CALNAME", name)
        .text("DESCRIPTION", &about)
        .text("X-WR-CALDESC", &about)
        .text("X-WR-TIMEZONE", zone_name(&site.settings.timezone))
        .value("URL", &site.full_address(page))
        .typed("SOURCE", "URI", &site.full_address(route))
        .typed("REFRESH-INTERVAL", "DURATION", REFRESH)
        .value("X-PUBLISHED-TTL", REFRESH)
        .with(zone(site, &places));
    places.iter().flat_map(|&place| event::listed(site, place)).fold(head, Component::with).to_bytes()
}

fn calendar() -> Component {
    let calendar = Component::new("VCALENDAR").value("VERSION", "2.0").value("PRODID", PRODUCT);
    calendar.value("CALSCALE", "GREGORIAN").value("METHOD", "PUBLISH")
}

fn session(site: &Site, (course, session): Place) -> &Session {
    &site.courses[course].course.sessions[session]
}

/// The site's zone, true for these sessions.
fn zone(site: &Site, places: &[Place]) -> Component {
    let years = || {
        let sessions = places.iter().map(|&place| session(site, place));
        sessions.flat_map(|session| [session.date.value.year(), session.last_day().year()])
    };
    let first = years().min().map_or(TOLD_FROM, |year| year.min(TOLD_FROM));
    let last = years().max().map_or(TOLD_FROM, |year| year.max(TOLD_FROM));
    let zone = &site.settings.timezone;
    time_zone(zone, zone_name(zone), (first, last))
}

fn zone_name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}
