//! What a calendar tells of a session in words, without markup.

use super::{Place, session};
use crate::kinds::course::record::{Booking, Course, Session, SessionState};
use crate::model::day;
use crate::render::wording::training as words;
use crate::site::{Route, Site};

/// The text of an event: first what must not be missed, then what to know, then how to book, last where to look.
pub(super) fn description(site: &Site, place: Place) -> String {
    let (course, session) = (&site.courses[place.0].course, session(site, place));
    let page = site.full_address(Route::Session(place.0, place.1));
    let mut lines: Vec<String> = [standing(session)].into_iter().chain(session.note.clone()).collect();
    lines.push(course.summary.value.clone());
    lines.extend(facts(site, place).into_iter().map(|(name, value)| format!("{name}: {value}")));
    if !session.is_off() {
        lines.extend(booking(course, session));
    }
    lines.push(format!("The page has the latest: {page}"));
    lines.join("\n")
}

/// How it stands, and since when.
fn standing(session: &Session) -> String {
    let words = words::standing(session).words;
    let changed = session.changed.as_ref().filter(|_| session.state != SessionState::Changed || session.is_full());
    let changed = changed.map_or_else(String::new, |on| format!(" Changed on {}.", day::long(on.value)));
    format!("{words}.{changed}")
}

fn facts(site: &Site, place: Place) -> Vec<(&'static str, String)> {
    let (calendar, session) = (&site.courses[place.0], session(site, place));
    let before: Vec<&str> = calendar.before.iter().map(|&other| site.courses[other].course.title.as_str()).collect();
    let trainer = session.trainer.as_ref().map(|name| site.organisation_name(name).to_owned());
    let facts = [
        ("Where", Some(where_to_go(session))),
        ("Do this first", (!before.is_empty()).then(|| before.join("; "))),
        ("Cost", calendar.course.cost.clone()),
        ("Taught by", trainer),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn where_to_go(session: &Session) -> String {
    let venue = session.venue.as_ref().and_then(words::venue);
    let online = session.online.as_ref().map(words::online);
    match (venue, online) {
        (Some(venue), Some(online)) => format!("{venue}. Or: {online}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => words::place(session),
    }
}

fn booking(course: &Course, session: &Session) -> Vec<String> {
    let form = session.booking_form(&course.booking);
    let label = if session.is_full() && session.waiting_list { "Join the waiting list" } else { "Book a place" };
    let lines = [
        form.map(|address| format!("{label}: {}", address.value)),
        session.booking_closes.as_ref().map(|date| format!("Booking closes: {}", day::long(date.value))),
        contact(&course.booking).map(|contact| format!("Booking and questions: {contact}")),
        course.booking.note.clone(),
    ];
    lines.into_iter().flatten().collect()
}

/// Whom to ask.
pub(super) fn contact(booking: &Booking) -> Option<String> {
    let email = booking.email.as_ref().map(|email| email.value.to_string());
    let phone = booking.phone.as_ref().map(|phone| phone.value.display());
    let ways: Vec<String> = email.into_iter().chain(phone).collect();
    (!ways.is_empty()).then(|| ways.join(", "))
}
