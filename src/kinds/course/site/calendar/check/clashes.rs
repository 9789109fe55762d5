//! Two sessions in one place, or with one trainer, at one time.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::{Date, Time};

use super::warning;
use crate::diagnostic::Diagnostic;
use crate::kinds::course::record::{Session, Venue};
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::model::day;
use crate::model::vacancy::is_nobody;
use crate::site::Site;

/// A session to come, and what can only be at one session at a time.
struct Booked<'s> {
    what: Resource,
    /// Its name without what people write in several ways.
    key: String,
    calendar: &'s CourseCalendar,
    session: &'s Session,
    /// The day of it, and its times on that day.
    date: Date,
    start: Time,
    end: Time,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Resource {
    Venue,
    Trainer,
}

/// The entries of two files, or of one, that clash; the earlier one first.
type Pair<'s> = [(&'s str, u32); 2];

/// What is known of a clash of two entries: two series may clash on many days.
struct Clash<'s> {
    /// The sessions that clash first; the later entry's is the second.
    first: [&'s Booked<'s>; 2],
    also: Option<&'s Booked<'s>>,
    days: Vec<Date>,
}

/// Tells of each pair of entries once. A session is compared with the one before it that lasts longest, so that
/// thousands at one place are no more work than sorting them.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let partners: HashSet<String> =
        site.organisations.iter().flat_map(|one| [folded(&one.id.value), folded(&one.name)]).collect();
    let mut booked: Vec<Booked<'_>> = site.courses.iter().flat_map(|calendar| of_course(calendar, &partners)).collect();
    booked.sort_by(|one, other| place(one).cmp(&place(other)));
    let mut clashes: BTreeMap<Pair<'_>, Clash<'_>> = BTreeMap::new();
    for group in booked.chunk_by(|one, other| same_day(one) == same_day(other)) {
        let mut longest = &group[0];
        for next in &group[1..] {
            if next.start < longest.end {
                note(&mut clashes, longest, next);
            }
            if next.end > longest.end {
                longest = next;
            }
        }
    }
    clashes.into_values().map(|clash| told(&clash)).collect()
}

/// What a course's sessions to come need.
fn of_course<'s>(calendar: &'s CourseCalendar, partners: &HashSet<String>) -> Vec<Booked<'s>> {
    let sessions = calendar.course.sessions[calendar.next..].iter().filter(|session| !session.is_off());
    let booked =
        sessions.flat_map(|session| session.days().map(move |day| (session, day))).flat_map(|(session, day)| {
            let venue = day.venue.as_ref().and_then(venue_key).map(|key| (Resource::Venue, key));
            let trainer = day.trainer.as_ref().and_then(|text| trainer_key(partners, text));
            let (date, start, end) = (day.date.value, day.start, day.end);
            let all = [venue, trainer.map(|key| (Resource::Trainer, key))].into_iter().flatten();
            all.map(move |(what, key)| Booked { what, key, calendar, session, date, start, end })
        });
    booked.collect()
}

/// A place by its name, or without one its street, and its postcode. What is not known yet, or no place, has none.
fn venue_key(venue: &Venue) -> Option<String> {
    let name = folded(venue.name.as_ref().or(venue.address.as_ref())?);
    let postcode = venue.postcode.as_ref().map(ToString::to_string).unwrap_or_default();
    (!is_nobody(&name) && name != "online").then(|| format!("{name}, {postcode}"))
}

/// A trainer. A partner as a whole can teach in two places.
fn trainer_key(partners: &HashSet<String>, text: &str) -> Option<String> {
    let key = folded(text);
    (!is_nobody(&key) && !partners.contains(&key)).then_some(key)
}

/// Small letters, single spaces.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same_day<'b>(booked: &'b Booked<'_>) -> (Resource, &'b str, Date) {
    (booked.what, &booked.key, booked.date)
}

fn place<'b>(booked: &'b Booked<'_>) -> ((Resource, &'b str, Date), Time, (&'b str, u32)) {
    (same_day(booked), booked.start, entry(booked))
}

/// The entry of a file that a session comes from.
fn entry<'s>(booked: &Booked<'s>) -> (&'s str, u32) {
    (&booked.calendar.course.source, booked.session.span.start)
}

fn note<'s>(clashes: &mut BTreeMap<Pair<'s>, Clash<'s>>, one: &'s Booked<'s>, other: &'s Booked<'s>) {
    let [first, second] = if entry(one) <= entry(other) { [one, other] } else { [other, one] };
    let new = || Clash { first: [first, second], also: None, days: Vec::new() };
    let clash = clashes.entry([entry(first), entry(second)]).or_insert_with(new);
    if clash.first[1].what != second.what {
        clash.also = Some(second);
    }
    let day = second.date;
    if !clash.days.contains(&day) {
        clash.days.push(day);
    }
}

fn told(clash: &Clash<'_>) -> Diagnostic {
    let [there, here] = clash.first;
    let both = [Some(here), clash.also].into_iter().flatten().map(in_words).collect::<Vec<_>>().join(" and ");
    let (one, other) = (&there.calendar.course.source, &here.calendar.course.source);
    let file = if one == other { "this file".to_owned() } else { format!("`{one}`") };
    let more = match clash.days.len() {
        0 | 1 => String::new(),
        2 => ", and on 1 more day".to_owned(),
        days => format!(", and on {} more days", days - 1),
    };
    let message = format!(
        "this session ({}) and `{}` of {file} ({}) are both {both} on {}{more}",
        hours(here),
        there.session.name,
        hours(there),
        day::long(here.date),
    );
    let (field, help) = match here.what {
        Resource::Venue => {
            ("venue", "move one of them; if they are in two rooms, write the room into each venue's `name`")
        }
        Resource::Trainer => ("trainer", "move one of them, or correct its `trainer`"),
    };
    warning(here.calendar, field, message, here.session.date.span, help)
}

fn in_words(booked: &Booked<'_>) -> String {
    let session = booked.session;
    match booked.what {
        Resource::Venue => {
            let day = session.days().find(|day| day.date.value == booked.date);
            let venue =
                day.and_then(|day| day.venue.as_ref().and_then(|venue| venue.name.clone().or(venue.address.clone())));
            format!("at `{}`", venue.as_ref().unwrap_or(&booked.key))
        }
        Resource::Trainer => format!("taught by `{}`", session.trainer.as_deref().unwrap_or(&booked.key)),
    }
}

fn hours(booked: &Booked<'_>) -> String {
    format!("{} to {}", day::time_in_words(booked.start), day::time_in_words(booked.end))
}
