//! The words for sessions, on their pages and in calendars.

use jiff::Zoned;
use jiff::civil::Time;
use serde::Serialize;

use crate::kinds::course::record::{Online, Session, SessionState, Venue};
use crate::model::day;
use crate::site::Site;

/// How a session stands: a mark, and its words.
#[derive(Serialize, Debug, PartialEq, Eq)]
pub(crate) struct Standing {
    /// A state's id, or `waiting` for a full session with a waiting list: which letter, shape and colour the mark has.
    pub(crate) id: &'static str,
    /// "Going ahead, 6 places left"; "Changed on 12 Nov 2026".
    pub(crate) words: String,
}

/// How a session stands. Being full comes before a change, since no one can book then; pages tell the date of the
/// change beside it.
pub(crate) fn standing(session: &Session) -> Standing {
    if session.is_full() {
        let (id, words) =
            if session.waiting_list { ("waiting", "Full, with a waiting list") } else { ("full", "Full") };
        return Standing { id, words: words.to_owned() };
    }
    let changed = session.changed.as_ref().filter(|_| session.state == SessionState::Changed);
    let on = changed.map_or_else(String::new, |date| format!(" on {}", day::short(date.value)));
    let left = session.places_left.filter(|_| !session.is_off());
    let left = left.map_or_else(String::new, |count| format!(", {}", places_left(count)));
    Standing { id: session.state.id(), words: format!("{}{on}{left}", session.state.words()) }
}

/// "6 places left".
fn places_left(count: u32) -> String {
    format!("{} left", super::counted(usize::try_from(count).unwrap_or(usize::MAX), "place"))
}

/// "9:30am to 12:30pm"; of a session that takes several days "9:30am to 12:30pm, then 10 Dec and 17 Dec".
pub(crate) fn times(session: &Session) -> String {
    let times = format!("{} to {}", day::time_in_words(session.start), day::time_in_words(session.end));
    let more: Vec<String> = session.more_days.iter().map(|day| day::short(day.date.value)).collect();
    match more.as_slice() {
        [] => times,
        [one] => format!("{times}, then {one}"),
        [first @ .., last] => format!("{times}, then {} and {last}", first.join(", ")),
    }
}

/// When it starts, on its first day, and ends, on its last, with the offsets that then hold, as HTML and schema.org want it; without them past the end
/// of time.
pub(crate) fn start_and_end(site: &Site, session: &Session) -> (String, String) {
    let last = session.days().last().expect("a session has a day");
    (start_and_end_of_day(site, session).0, start_and_end_of_day(site, &last).1)
}

/// The same on the first of its days alone.
pub(crate) fn start_and_end_of_day(site: &Site, session: &Session) -> (String, String) {
    let zone = &site.settings.timezone;
    let local = |time: Time| session.date.value.to_datetime(time).strftime("%Y-%m-%dT%H:%M").to_string();
    session
        .start_in(zone)
        .zip(session.end_in(zone))
        .map_or_else(|| (local(session.start), local(session.end)), |(start, end)| (moment(&start), moment(&end)))
}

/// A moment with the offset that then holds, as HTML and schema.org want it: "2026-12-03T09:30+00:00".
pub(crate) fn moment(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%dT%H:%M%:z").to_string()
}

/// Where it is held, in a few words.
pub(crate) fn place(session: &Session) -> String {
    let venue = session.venue.as_ref().map(|venue| venue.name.clone().unwrap_or_else(|| "In person".to_owned()));
    match (venue, session.online.is_some()) {
        (Some(venue), true) => format!("{venue}, or online"),
        (Some(venue), false) => venue,
        (None, true) => "Online".to_owned(),
        (None, false) => "Place to be confirmed".to_owned(),
    }
}

/// The whole address of a room in one line; none where nothing is known of it.
pub(crate) fn venue(venue: &Venue) -> Option<String> {
    let postcode = venue.postcode.as_ref().map(ToString::to_string);
    let parts = [venue.name.clone(), venue.address.clone(), postcode];
    let line = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    (!line.is_empty()).then_some(line)
}

/// How a session is held on a screen: "Online, with Microsoft Teams. We e-mail the link the day before."
pub(crate) fn online(online: &Online) -> String {
    let with = online.platform.as_ref().map(|platform| format!(", with {platform}")).unwrap_or_default();
    let note = online.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    format!("Online{with}.{note}")
}
