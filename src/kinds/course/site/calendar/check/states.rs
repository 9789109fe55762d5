//! States that contradict what else a session says.

use jiff::civil::Date;

use super::{and_more, warning};
use crate::diagnostic::Diagnostic;
use crate::kinds::course::record::{Booking, Session, SessionState};
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::model::day;

/// Sessions that are over and were never confirmed.
pub(super) fn never_confirmed(calendar: &CourseCalendar, entry: &[&Session]) -> Option<Diagnostic> {
    let left = having(entry, |session| session.state == SessionState::Provisional);
    let first = left.first()?;
    let on = day::long(first.date.value);
    let message = format!("this session was on {on} and is still `provisional`{}", and_more(&left));
    let help = "write `status: scheduled` if it took place, or `status: cancelled`";
    Some(warning(calendar, "status", message, first.date.span, help))
}

/// What sessions to come say of themselves; those of one entry.
pub(super) fn check(calendar: &CourseCalendar, entry: &[&Session], today: Date) -> Vec<Diagnostic> {
    let told = [
        changed_on_no_day(calendar, entry, today),
        full_with_places(calendar, entry),
        booking_closes_too_late(calendar, entry),
        nowhere(calendar, entry),
    ];
    told.into_iter().flatten().collect()
}

fn having<'s>(entry: &[&'s Session], wanted: impl Fn(&Session) -> bool) -> Vec<&'s Session> {
    entry.iter().filter(|session| wanted(session)).copied().collect()
}

/// Nobody can come to a session of which nothing says where it is. A note may say it in words, and where there is no way
/// to book that is the first thing to add.
fn nowhere(calendar: &CourseCalendar, entry: &[&Session]) -> Option<Diagnostic> {
    let Booking { url, email, phone, note } = &calendar.course.booking;
    let booked = url.is_some() || email.is_some() || phone.is_some();
    let silent = |session: &Session| session.venue.is_none() && session.online.is_none() && session.note.is_none();
    let without = having(entry, |session| session.is_open() && silent(session));
    let first = without.first().filter(|_| booked && note.is_none())?;
    let on = day::long(first.date.value);
    let message = format!("nothing says where this session, on {on}, is held{}", and_more(&without));
    let help = "add `venue` with its `name`, or `online` with a `note` that says how the link will be sent";
    Some(warning(calendar, "venue", message, first.date.span, help))
}

/// A change without its day: calendars that have the session already would not notice it.
fn changed_on_no_day(calendar: &CourseCalendar, entry: &[&Session], today: Date) -> Option<Diagnostic> {
    let is_news = |session: &Session| session.is_off() || session.state == SessionState::Changed;
    let silent = having(entry, |session| is_news(session) && session.changed.is_none());
    let first = silent.first()?;
    let (on, state) = (day::long(first.date.value), first.state.id());
    let message =
        format!("this session, on {on}, is `{state}`, and `changed` does not say since when{}", and_more(&silent));
    let help =
        format!("write the day on which that was decided, such as `changed: {today}`, so that calendars notice it");
    let help = if silent.len() > 1 && first.is_off() { format!("{help}; {}", one_date(first.state)) } else { help };
    Some(warning(calendar, "changed", message, first.date.span, &help))
}

/// A series of which all sessions are off, since the day that it names.
pub(super) fn whole_series_off(calendar: &CourseCalendar, entry: &[&Session]) -> Option<Diagnostic> {
    let first = entry.first().filter(|first| entry.len() > 1 && first.is_off() && first.changed.is_some())?;
    let message = format!("all {} upcoming sessions of this series are `{}`", entry.len(), first.state.id());
    let source = calendar.course.source.clone();
    Some(Diagnostic::hint("training/status", source, message).at(first.date.span).help(one_date(first.state)))
}

/// How one session of a series is called off.
fn one_date(state: SessionState) -> String {
    format!(
        "to call off one date alone, put it under `except:` and add a session of that date with `status: {}`",
        state.id()
    )
}

fn full_with_places(calendar: &CourseCalendar, entry: &[&Session]) -> Option<Diagnostic> {
    let left = |session: &Session| session.places_left.unwrap_or(0);
    let odd = having(entry, |session| session.state == SessionState::Full && left(session) > 0);
    let first = odd.first()?;
    let places = if left(first) == 1 { "1 place".to_owned() } else { format!("{} places", left(first)) };
    let on = day::long(first.date.value);
    let message = format!("this session, on {on}, is `full` and has {places} left{}", and_more(&odd));
    let help = "write `places_left: 0`, or take `status: full` out";
    Some(warning(calendar, "places_left", message, first.date.span, help))
}

fn booking_closes_too_late(calendar: &CourseCalendar, entry: &[&Session]) -> Option<Diagnostic> {
    let closes = |session: &Session| session.booking_closes.as_ref().map(|closes| closes.value);
    let odd = having(entry, |session| !session.is_off() && closes(session) > Some(session.date.value));
    let first = odd.first()?;
    let closes = first.booking_closes.as_ref()?;
    let (last, on) = (day::long(closes.value), day::long(first.date.value));
    let message = format!("booking closes on {last}, after the session on {on}{}", and_more(&odd));
    Some(warning(calendar, "booking_closes", message, closes.span, "write the last day on which people can book"))
}
