//! A session as an event of a calendar.

use jiff::civil::DateTime;

use super::{Place, description, revision, session, uid, zone_name};
use crate::format::icalendar::Component;
use crate::kinds::course::record::{Session, SessionState};
use crate::render::wording::training as words;
use crate::site::{Route, Site};

/// How long before its start a person who chose a session is reminded of it.
const ALARM: &str = "-P1D";

/// A session in a feed of many. Its time counts as free: nobody goes to all of them.
pub(super) fn listed(site: &Site, place: Place) -> Vec<Component> {
    events(site, place).map(|event| event.value("TRANSP", "TRANSPARENT")).collect()
}

/// A session that a person has chosen. Its time is taken, and they are reminded, unless it will not be held.
pub(super) fn chosen(site: &Site, place: Place) -> Vec<Component> {
    if session(site, place).is_off() {
        return listed(site, place);
    }
    let title = &site.courses[place.0].course.title.value;
    let alarm =
        || Component::new("VALARM").value("ACTION", "DISPLAY").value("TRIGGER", ALARM).text("DESCRIPTION", title);
    events(site, place).map(|event| event.value("TRANSP", "OPAQUE").with(alarm())).collect()
}

/// An event for each day of a session, which programs know by the session's name and, after the first, by the day.
fn events(site: &Site, place: Place) -> impl Iterator<Item = Component> {
    let session = session(site, place);
    let count = session.more_days.len() + 1;
    session.days().enumerate().map(move |(at, day)| {
        let (name, of) =
            if at == 0 { (day.name.clone(), 1) } else { (format!("{}/{}", day.name, day.date.value), at + 1) };
        let part = if count > 1 { format!(", day {of} of {count}") } else { String::new() };
        event(site, place, &day, &name, &part)
    })
}

/// What both have in common. There is no organiser: a program would take the entry for an invitation, and write to them.
fn event(site: &Site, place: Place, session: &Session, name: &str, part: &str) -> Component {
    let course = &site.courses[place.0].course;
    let modified = revision::last_modified(course, session);
    let (start, end) = times(site, session);
    let zone = zone_name(&site.settings.timezone);
    let level = site.courses[place.0].level.map(|level| site.vocabulary.levels[level].name.as_str());
    Component::new("VEVENT")
        .value("UID", &uid::uid(&site.settings.domain, &course.id, name))
        .day("DTSTAMP", modified)
        .day("LAST-MODIFIED", modified)
        .value("SEQUENCE", &revision::sequence(session).to_string())
        .value("STATUS", status(session.state))
        .text("SUMMARY", &format!("{}{}{part}", prefix(session.state), course.title.value))
        .local_time("DTSTART", zone, start)
        .local_time("DTEND", zone, end)
        .text_if("LOCATION", location(session).as_deref())
        .text("DESCRIPTION", &description::description(site, place))
        .value("URL", &site.full_address(Route::Session(place.0, place.1)))
        .text_if("CATEGORIES", level)
        .text_if("CONTACT", description::contact(&course.booking).as_deref())
}

/// When it starts and ends, as the zone's clock shows it.
fn times(site: &Site, session: &Session) -> (DateTime, DateTime) {
    let zone = &site.settings.timezone;
    let shown = session.start_in(zone).zip(session.end_in(zone));
    // Past the end of time no clock is changed.
    let written = || (session.date.value.to_datetime(session.start), session.date.value.to_datetime(session.end));
    shown.map_or_else(written, |(start, end)| (start.datetime(), end.datetime()))
}

/// A session that is postponed will not be held at its time, which is all that this word can say; the summary says
/// which it is.
fn status(state: SessionState) -> &'static str {
    match state {
        SessionState::Scheduled | SessionState::Changed | SessionState::Full => "CONFIRMED",
        SessionState::Provisional => "TENTATIVE",
        SessionState::Cancelled | SessionState::Postponed => "CANCELLED",
    }
}

/// Many programs show no status, so the title begins with what must not be missed.
fn prefix(state: SessionState) -> String {
    match state {
        SessionState::Scheduled | SessionState::Changed | SessionState::Full => String::new(),
        SessionState::Provisional | SessionState::Cancelled | SessionState::Postponed => format!("{}: ", state.words()),
    }
}

/// Where to go: the whole address, or that it is on a screen.
fn location(session: &Session) -> Option<String> {
    let venue = session.venue.as_ref().and_then(words::venue);
    match (venue, &session.online) {
        (Some(venue), Some(_)) => Some(format!("{venue}, or online")),
        (Some(venue), None) => Some(venue),
        (None, None) if session.venue.is_none() => None,
        (None, _) => Some(words::place(session)),
    }
}
