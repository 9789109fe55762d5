//! Sessions, single ones and series.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::content::document::{plain, web_address};
use crate::content::fields::{self, Fields, Refusal};
use crate::content::node::Node;
use crate::content::service::postcode;
use crate::diagnostic::{Located, Report, Span};
use crate::model::course::{Online, Session, SessionState, Venue};
use crate::model::series::{Every, On, Series, SeriesError};

/// The sessions of a course, by date and time, each with a name of its own.
pub(super) fn sessions(fields: &mut Fields<'_, '_>, course: &str) -> Vec<Session> {
    let mut sessions: Vec<Session> = fields.list("sessions", read).into_iter().flatten().collect();
    sessions.sort_by_key(|session| (session.date.value, session.start));
    let all_names: Vec<String> = sessions.iter().map(|session| name(session, &sessions, course)).collect();
    let entries: Vec<Span> = sessions.iter().map(|session| session.span).collect();
    let is_series = |entry: Span| entries.iter().filter(|other| **other == entry).count() > 1;
    let mut spans: HashMap<String, Span> = HashMap::new();
    for (name, entry) in all_names.iter().zip(&entries) {
        spans.entry(name.clone()).or_insert(*entry);
    }
    let mut taken = HashSet::new();
    let named = sessions.into_iter().zip(all_names).map(|(session, name)| Session { name, ..session });
    named
        .filter(|session| {
            let is_first = taken.insert(session.name.clone());
            if !is_first {
                let of_series = [session.span, spans[&session.name]].iter().any(|span| is_series(*span));
                report_twin(session, of_series, fields.report);
            }
            is_first
        })
        .collect()
}

/// A session's name: its `id`, else the course and the day. A session of a series that has an `id` carries its day,
/// too, or all of them would have one name.
fn name(session: &Session, all: &[Session], course: &str) -> String {
    match &session.id {
        None => format!("{course}-{}", session.date.value),
        Some(id) => {
            let shared = all.iter().filter(|other| other.id.as_ref() == Some(id)).count();
            if shared > 1 { format!("{}-{}", id.value, session.date.value) } else { id.value.clone() }
        }
    }
}

/// Two sessions cannot have one address, which is how calendars know them.
fn report_twin(session: &Session, of_series: bool, report: &Report) {
    let span = session.id.as_ref().map_or(session.date.span, |id| id.span);
    let message = format!("two sessions of this course on {} would have the same address", session.date.value);
    let help = if of_series {
        format!(
            "if this session replaces one of the series, put `{}` under `except:` of the series; if both are held, give this one its own `id`",
            session.date.value
        )
    } else {
        "give the second session of a day its own `id`, such as `id: afternoon`, so that each keeps its address"
            .to_owned()
    };
    report.error("id", span, message, help);
}

/// One item of the list: a session, or all those of a series.
fn read(node: &Node<'_>, report: &Report) -> Option<Vec<Session>> {
    let mut fields = Fields::open(node, "a session", report)?;
    let dates = if fields.has("every") || fields.has("on") || fields.has("until") {
        series(&mut fields)
    } else {
        let date = fields.date("date");
        fields.required("date", date, "2026-12-03").map(|date| vec![date])
    };
    let session = session(&mut fields);
    fields.finish();
    let (dates, session) = (dates?, session?);
    Some(dates.into_iter().map(|date| Session { date, ..session.clone() }).collect())
}

/// The dates that a series stands for, each told at the series' first date.
fn series(fields: &mut Fields<'_, '_>) -> Option<Vec<Located<Date>>> {
    let every = fields.parse("every", |text| Every::read(text).map_err(|error| Refusal::of(&error, error.help())));
    let every = fields.required("every", every, "week");
    let on = fields.parse("on", |text| On::read(text).map_err(|error| Refusal::of(&error, error.help())));
    let on = fields.required("on", on, "first tuesday");
    let from = fields.date("from");
    let from = fields.required("from", from, "2026-12-01");
    let until = fields.date("until");
    let until = fields.required("until", until, "2027-07-31");
    let except = fields.list("except", |node, report| fields::parse(node, "except", report, fields::date));
    let (every, on, from, until) = (every?, on?, from?, until?);
    if until.value < from.value {
        let message = format!("the series ends ({}) before it begins ({})", until.value, from.value);
        fields.report.error("until", until.span, message, "write the earlier date in `from`");
        return None;
    }
    match Series::new(every.value, on.value, from.value, until.value) {
        Ok(series) => {
            let series = series.except(&except.iter().map(|date| date.value).collect::<Vec<Date>>());
            warn_of_strays(&series, &except, fields.report);
            warn_of_none(&series, &except, fields.report);
            Some(series.dates().into_iter().map(|date| Located::new(date, from.span)).collect())
        }
        Err(error) => {
            let (name, span) = match error {
                SeriesError::TooLong { .. } => ("until", until.span),
                _ => ("on", on.span),
            };
            fields.report.error(name, span, error.to_string(), error.help());
            None
        }
    }
}

/// An exception on a day that has no session is probably a slip.
fn warn_of_strays(series: &Series, except: &[Located<Date>], report: &Report) {
    let strays = series.stray_exceptions();
    for date in except.iter().filter(|date| strays.contains(&date.value)) {
        let message = format!("the series has no session on {}", date.value);
        report.warning("except", date.span, message, "correct the date, or take it out");
    }
}

/// A series of which every session was taken out again is most likely a slip in a date.
fn warn_of_none(series: &Series, except: &[Located<Date>], report: &Report) {
    if let (true, Some(last)) = (series.dates().is_empty(), except.last()) {
        let message = "no session of this series is left: `except` takes them all out";
        report.warning("except", last.span, message, "correct `until` or `except`, or take the series out");
    }
}

/// What a session and a series have in common. The date is put in by the caller.
fn session(fields: &mut Fields<'_, '_>) -> Option<Session> {
    let start = fields.time("start");
    let start = fields.required("start", start, "\"09:30\"");
    let end = fields.time("end");
    let end = fields.required("end", end, "\"12:30\"");
    if let (Some(start), Some(end)) = (&start, &end)
        && end.value <= start.value
    {
        let help = "use the 24-hour clock: `\"09:30\"` and `\"16:00\"`";
        let written = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
        let message = if end.value == start.value {
            format!("the session ends when it starts, at `{}`", written(start.value))
        } else {
            format!("the session ends (`{}`) before it starts (`{}`)", written(end.value), written(start.value))
        };
        fields.report.error("end", end.span, message, help);
    }
    let places = plain(fields.number("places", 0, u32::MAX));
    let session = Session {
        span: fields.head(),
        id: fields.id("id"),
        name: String::new(),
        date: Located::new(Date::ZERO, fields.span),
        start: start.as_ref().map_or(jiff::civil::Time::midnight(), |start| start.value),
        end: end.as_ref().map_or(jiff::civil::Time::midnight(), |end| end.value),
        venue: venue(fields),
        online: online(fields),
        places,
        places_left: places_left(fields, places),
        waiting_list: fields.flag("waiting_list", false),
        state: plain(fields.choice_or_said("status", &SessionState::WORDS, SessionState::SAID)).unwrap_or_default(),
        changed: fields.date("changed"),
        booking_url: fields.parse("booking_url", web_address),
        booking_closes: fields.date("booking_closes"),
        trainer: plain(fields.text("trainer")),
        note: plain(fields.text("note")),
    };
    (start.is_some() && end.is_some()).then_some(session)
}

fn places_left(fields: &mut Fields<'_, '_>, places: Option<u32>) -> Option<u32> {
    let left = fields.number("places_left", 0, u32::MAX)?;
    if places.is_some_and(|places| left.value > places) {
        let message = format!("there are more places left ({}) than places", left.value);
        fields.report.error("places_left", left.span, message, "correct one of the two numbers");
    }
    Some(left.value)
}

fn venue(fields: &mut Fields<'_, '_>) -> Option<Venue> {
    let mut venue = fields.group("venue")?;
    let value = Venue {
        name: plain(venue.text("name")),
        address: plain(venue.text("address")),
        postcode: plain(venue.parse("postcode", postcode)),
    };
    venue.finish();
    Some(value)
}

fn online(fields: &mut Fields<'_, '_>) -> Option<Online> {
    let mut online = fields.group("online")?;
    let value = Online { platform: plain(online.text("platform")), note: joining_note(&mut online) };
    online.finish();
    Some(value)
}

/// How the link will be sent. A link in these words is a joining link, and those are never published.
fn joining_note(online: &mut Fields<'_, '_>) -> Option<String> {
    let note = online.text("note")?;
    if note.contains("://") || note.contains("www.") {
        let help = "say how the link will reach people: `we email the link the day before`";
        online.report.error_unquoted("online", note.span, "a joining link must not be published", help);
        return None;
    }
    Some(note.value)
}
