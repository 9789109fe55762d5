//! The words for sessions, on their pages and in calendars.

use crate::model::course::{Session, SessionState};
use crate::model::day;

/// "9:30am to 12:30pm".
pub(in crate::render) fn times(session: &Session) -> String {
    format!("{} to {}", day::time_in_words(session.start), day::time_in_words(session.end))
}

/// Where it is held, in a few words.
pub(in crate::render) fn place(session: &Session) -> String {
    let venue = session.venue.as_ref().map(|venue| venue.name.clone().unwrap_or_else(|| "In person".to_owned()));
    match (venue, session.online.is_some()) {
        (Some(venue), true) => format!("{venue}, or online"),
        (Some(venue), false) => venue,
        (None, true) => "Online".to_owned(),
        (None, false) => "Place to be confirmed".to_owned(),
    }
}

/// Whether there is a place, in words.
pub(in crate::render) fn places(session: &Session) -> Option<String> {
    let waiting = if session.waiting_list { "Full. You can join the waiting list" } else { "Full" };
    match (session.state, session.places_left) {
        (SessionState::Cancelled | SessionState::Postponed, _) => None,
        (SessionState::Full, _) | (_, Some(0)) => Some(waiting.to_owned()),
        (_, Some(1)) => Some("1 place left".to_owned()),
        (_, Some(left)) => Some(format!("{left} places left")),
        (_, None) => session.places.map(|places| format!("{places} places")),
    }
}
