//! What the check says about courses and their sessions: what would keep people from coming, or send them in vain.
//!
//! What is over is left alone, but for a session that nobody ever confirmed.

mod circles;
mod clashes;
mod clock_changes;
mod states;

use std::collections::{BTreeMap, HashSet};

use super::CourseCalendar;
use crate::diagnostic::{Diagnostic, SourcePath, Span};
use crate::kinds::course::record::{Booking, CourseKind, Session};
use crate::model::day;
use crate::site::Site;

/// Tells what is odd about the site's courses.
pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    // Of a file with errors nobody knows yet which sessions it will have.
    let broken: HashSet<SourcePath> =
        problems.iter().filter(|one| one.is_error()).map(|one| one.path.clone()).collect();
    for calendar in site.courses.iter() {
        problems.extend(no_session_ahead(calendar).filter(|told| !broken.contains(&told.path)));
        problems.extend(no_way_to_book(calendar));
        let (past, to_come) = calendar.course.sessions.split_at(calendar.next);
        for entry in entries(past) {
            problems.extend(states::never_confirmed(calendar, &entry));
        }
        for entry in entries(to_come) {
            problems.extend(states::check(calendar, &entry, site.today));
            problems.extend(clock_changes::check(calendar, &entry, &site.settings.timezone));
        }
    }
    problems.extend(clashes::check(site));
    problems.extend(circles::check(&site.courses));
}

fn warning(calendar: &CourseCalendar, field: &str, message: String, span: Span, help: &str) -> Diagnostic {
    Diagnostic::warning(format!("training/{field}"), calendar.course.source.clone(), message).at(span).help(help)
}

/// The sessions by the entry of the file that they come from, so that a series is told of once.
fn entries(sessions: &[Session]) -> Vec<Vec<&Session>> {
    let mut by_place: BTreeMap<u32, Vec<&Session>> = BTreeMap::new();
    for session in sessions {
        by_place.entry(session.span.start).or_default().push(session);
    }
    by_place.into_values().collect()
}

/// How many more sessions of an entry a message is about, besides the first.
fn and_more(sessions: &[&Session]) -> String {
    match sessions.len() {
        0 | 1 => String::new(),
        more => format!(", and {} more of this series", more - 1),
    }
}

/// A course that nobody can go to.
fn no_session_ahead(calendar: &CourseCalendar) -> Option<Diagnostic> {
    if !calendar.needs_sessions() {
        return None;
    }
    let thing = if calendar.course.kind == CourseKind::Event { "event" } else { "course" };
    let past = &calendar.course.sessions[..calendar.next];
    let message = match past.iter().rfind(|session| !session.is_off()) {
        Some(last) => format!("this {thing} has no upcoming session; the last was on {}", day::long(last.date.value)),
        None => format!("this {thing} has no upcoming session"),
    };
    let help = "add the next date, or take the page out of the site with `publish_until`";
    Some(warning(calendar, "sessions", message, calendar.course.title.span, help))
}

/// Of a series that is called off as a whole, one date was perhaps meant.
pub(crate) fn series_hints(site: &Site) -> Vec<Diagnostic> {
    let to_come = site.courses.iter().flat_map(|calendar| {
        let entries = entries(&calendar.course.sessions[calendar.next..]);
        entries.into_iter().map(move |entry| (calendar, entry)).collect::<Vec<_>>()
    });
    to_come.filter_map(|(calendar, entry)| states::whole_series_off(calendar, &entry)).collect()
}

/// Sessions that people would come to if they were told how. Nobody books what is full or not certain yet.
fn no_way_to_book(calendar: &CourseCalendar) -> Option<Diagnostic> {
    let Booking { url, email, phone, note } = &calendar.course.booking;
    let told = url.is_some() || email.is_some() || phone.is_some() || note.is_some();
    if told || calendar.course.kind == CourseKind::ELearning {
        return None;
    }
    let to_come = calendar.course.sessions[calendar.next..].iter().filter(|session| session.is_open());
    let without: Vec<&Session> = to_come.filter(|session| session.booking_url.is_none()).collect();
    let first = without.first()?;
    let on = day::long(first.date.value);
    let message = match without.len() {
        1 => format!("nothing says how to book the session on {on}"),
        several => format!("nothing says how to book {several} of the upcoming sessions, the first on {on}"),
    };
    let help = "add `booking` with a `url`, `email` or `phone`; where people can just come, say so in its `note`";
    Some(warning(calendar, "booking", message, first.date.span, help))
}
