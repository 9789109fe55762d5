//! The words for sessions, on their pages and in calendars.

use jiff::Zoned;
use jiff::civil::Time;

use crate::model::course::{Online, Session, SessionState, Venue};
use crate::model::day;
use crate::site::Site;

/// "9:30am to 12:30pm".
pub(in crate::render) fn times(session: &Session) -> String {
    format!("{} to {}", day::time_in_words(session.start), day::time_in_words(session.end))
}

/// When it starts and ends, with the offsets that then hold, as HTML and schema.org want it; without them past the end
/// of time.
pub(in crate::render) fn start_and_end(site: &Site, session: &Session) -> (String, String) {
    let zone = &site.settings.timezone;
    let whole = |moment: &Zoned| moment.strftime("%Y-%m-%dT%H:%M%:z").to_string();
    let local = |time: Time| session.date.value.to_datetime(time).strftime("%Y-%m-%dT%H:%M").to_string();
    session
        .start_in(zone)
        .zip(session.end_in(zone))
        .map_or_else(|| (local(session.start), local(session.end)), |(start, end)| (whole(&start), whole(&end)))
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

/// The whole address of a room in one line; none where nothing is known of it.
pub(in crate::render) fn venue(venue: &Venue) -> Option<String> {
    let postcode = venue.postcode.as_ref().map(ToString::to_string);
    let parts = [venue.name.clone(), venue.address.clone(), postcode];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    (!line.is_empty()).then_some(line)
}

/// How a session is held on a screen: "Online, with Microsoft Teams. We e-mail the link the day before."
pub(in crate::render) fn online(online: &Online) -> String {
    let with = online.platform.as_ref().map(|platform| format!(", with {platform}")).unwrap_or_default();
    let note = online.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    format!("Online{with}.{note}")
}
