//! One session of a course.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use jiff::Zoned;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::Booking;
use crate::diagnostic::{Located, Report, Span};
use crate::model::choice::Said;
use crate::model::joining_link::lets_people_in;
use crate::model::postcode::Postcode;
use crate::model::web_address::WebAddress;
use crate::record::fields::Fields;
use crate::record::reference::Id;

record! {
    /// What sessions have in common, whether they are single ones, take several days or are those of a series.
    pub(crate) struct Session: "a session", check: check => {
        /// Where it is held.
        venue: Option<Venue>, example = "{name: Marlsea Library}";
        /// How it is held on a screen. A joining link is never published.
        online: Option<Online>, example = "{platform: Video call, note: We email the link the day before.}";
        /// How many people can come.
        places: Option<u32>, example = "20";
        /// How many more can come.
        places_left: Option<u32>, example = "4";
        /// Whether people can wait for a place.
        waiting_list: bool, example = "true";
        /// How it stands.
        state: SessionState, key = "status", default = "scheduled", example = "cancelled";
        /// When something about it was last changed.
        changed: Option<Located<Date>>, example = "2026-11-20";
        /// The form for this session, if it is not the course's.
        booking_url: Option<Located<WebAddress>>, example = "https://learning.example.org/book/17", label = "Form for this session";
        /// The last day on which people can book.
        booking_closes: Option<Located<Date>>, example = "2026-11-27";
        /// Who teaches it. Name people only if they have agreed.
        trainer: Option<String>, example = "Trainers of Harbour House";
        /// What else people should know.
        note: Option<String>, example = "Bring your own lunch.";
        /// Its own id. A second session of a course on one day needs one; its address never changes then.
        id: Option<Id>, example = "afternoon";
        and {
            /// Where it is written in the file.
            span: Span = Fields::head;
            /// The day, or the first of several. Whoever reads the list of sessions puts it in, with the times.
            date: Located<Date> = |_: &Fields<'_, '_>| Located::new(Date::ZERO, Span::default());
            /// When it starts.
            start: Time = |_: &Fields<'_, '_>| Time::midnight();
            /// When it ends, on the same day.
            end: Time = |_: &Fields<'_, '_>| Time::midnight();
            /// The days after the first, of a session that takes several.
            more_days: Vec<SessionDay> = |_: &Fields<'_, '_>| Vec::new();
            /// Its name in addresses and calendars, which no other session of its course has and which stays the same
            /// while its date does.
            name: String = |_: &Fields<'_, '_>| String::new();
        }
    }
}

record! {
    /// When a session is held.
    #[derive(Copy, Eq)]
    pub(crate) struct Times: "a session", check: check_times => {
        /// When it starts.
        start: Time, example = "\"09:30\"";
        /// When it ends, on the same day.
        end: Time, example = "\"12:30\"";
    }
}

record! {
    /// One day of a session that takes several.
    #[derive(Eq)]
    pub(crate) struct SessionDay: "a day" => {
        /// The day.
        date: Located<Date>, example = "2026-12-03";
        /// Where it is held on this day, if not where the session is.
        venue: Option<Venue>, example = "{name: Marlsea Library}";
        with {
            /// When it is held on this day.
            times: Times;
        }
    }
}

record! {
    /// Where a session is held.
    #[derive(Eq)]
    pub(crate) struct Venue: "a venue" => {
        /// The building.
        name: Option<String>, example = "Marlsea Library";
        /// Its street.
        address: Option<String>, example = "1 Harbour Road, Marlsea";
        /// Its postcode.
        postcode: Option<Postcode>, example = "ZZ99 3WZ";
    }
}

record! {
    /// How a session is held on a screen. There is no field for a joining link: those are never published.
    #[derive(Eq)]
    pub(crate) struct Online: "how it is held", check: refuse_joining_link => {
        /// The program that people will need.
        platform: Option<String>, example = "Video call";
        /// How the joining link will reach people.
        note: Option<String>, example = "We email the link the day before.";
    }
}

choice! {
    /// How a session stands.
    #[derive(Default)]
    pub(crate) enum SessionState said Self::SAID => {
        /// As planned.
        #[default]
        Scheduled = "scheduled", "Going ahead";
        /// Its time or place has changed.
        Changed = "changed", "Changed";
        /// No places left.
        Full = "full", "Full";
        /// It will not happen.
        Cancelled = "cancelled", "Cancelled";
        /// It will happen on another day.
        Postponed = "postponed", "Postponed";
        /// Not certain yet.
        Provisional = "provisional", "Not confirmed yet";
    }
}

impl SessionState {
    /// What people write in place of a state, with what was probably meant.
    const SAID: Said = &[
        (&["off", "called off", "withdrawn", "not running", "not going ahead"], "`cancelled`?"),
        (&["full up", "fully booked", "booked", "booked up", "sold out", "no places", "no places left"], "`full`?"),
        (
            &["moved", "rescheduled", "new date", "date changed", "updated"],
            "`changed`, with the new date and time, or `postponed` if there is none yet?",
        ),
        (&["delayed", "deferred", "on hold", "suspended"], "`postponed`?"),
        (
            &[
                "open",
                "confirmed",
                "going ahead",
                "on",
                "available",
                "places available",
                "booking",
                "planned",
                "running",
            ],
            "`scheduled`?",
        ),
        (
            &["tbc", "to be confirmed", "unconfirmed", "not confirmed", "tentative", "draft", "pending"],
            "`provisional`?",
        ),
    ];
}

impl Session {
    /// The moment at which it starts. A time that the zone's clock skips is told by the offset before the gap; of one
    /// that comes twice the first is meant: RFC 5545, section 3.3.5. None past the end of time.
    #[must_use]
    pub(crate) fn start_in(&self, zone: &TimeZone) -> Option<Zoned> {
        self.date.value.to_datetime(self.start).to_zoned(zone.clone()).ok()
    }

    /// The moment at which it ends, after its start also where the clock is changed in between.
    #[must_use]
    pub(crate) fn end_in(&self, zone: &TimeZone) -> Option<Zoned> {
        let (start, end) = (self.start_in(zone)?, self.date.value.to_datetime(self.end).to_zoned(zone.clone()).ok()?);
        if start < end { Some(end) } else { start.checked_add(self.start.until(self.end).ok()?).ok() }
    }

    /// Each of its days as a session of its own, the first one first. All but the first are without a name of their own.
    pub(crate) fn days(&self) -> impl Iterator<Item = Cow<'_, Self>> {
        let more = self.more_days.iter().map(|day| {
            Cow::Owned(Self {
                date: day.date.clone(),
                start: day.times.start,
                end: day.times.end,
                venue: day.venue.clone().or_else(|| self.venue.clone()),
                more_days: Vec::new(),
                ..self.clone()
            })
        });
        std::iter::once(Cow::Borrowed(self)).chain(more)
    }

    /// Its last day.
    #[must_use]
    pub(crate) fn last_day(&self) -> Date {
        self.more_days.last().map_or(self.date.value, |day| day.date.value)
    }

    /// Whether it will not be held at its time.
    #[must_use]
    pub(crate) fn is_off(&self) -> bool {
        matches!(self.state, SessionState::Cancelled | SessionState::Postponed)
    }

    /// Whether it goes ahead and is known to have no place left.
    #[must_use]
    pub(crate) fn is_full(&self) -> bool {
        !self.is_off() && (self.state == SessionState::Full || self.places_left == Some(0))
    }

    /// Whether it is certain that it will be held.
    #[must_use]
    pub(crate) fn is_certain(&self) -> bool {
        !self.is_off() && self.state != SessionState::Provisional
    }

    /// Whether people can book it, or wait for a place, before booking closes.
    #[must_use]
    pub(crate) fn is_open(&self) -> bool {
        self.is_certain() && (!self.is_full() || self.waiting_list)
    }

    /// The form to book it: its own, or that of its course.
    #[must_use]
    pub(crate) fn booking_form<'a>(&'a self, booking: &'a Booking) -> Option<&'a Located<WebAddress>> {
        self.booking_url.as_ref().or(booking.url.as_ref())
    }
}

fn check_times(times: &Times, fields: &Fields<'_, '_>) {
    let Times { start, end } = *times;
    if end <= start {
        let help = "use the 24-hour clock: `\"09:30\"` and `\"16:00\"`";
        let written = |time: Time| time.strftime("%H:%M").to_string();
        let message = if end == start {
            format!("the session ends when it starts, at `{}`", written(start))
        } else {
            format!("the session ends (`{}`) before it starts (`{}`)", written(end), written(start))
        };
        fields.report.error("end", fields.value_span("end"), message, help);
    }
}

fn check(session: &Session, fields: &Fields<'_, '_>) {
    if let (Some(left), Some(places)) = (session.places_left, session.places)
        && left > places
    {
        let message = format!("there are more places left ({left}) than places");
        fields.report.error("places_left", fields.value_span("places_left"), message, "correct one of the two numbers");
    }
}

/// A link in these words is a joining link, and those are never published.
fn refuse_joining_link(online: &mut Online, fields: &Fields<'_, '_>) {
    // What lets people in wherever it stands is refused for that.
    let is_link = |note: &String| (note.contains("://") || note.contains("www.")) && !lets_people_in(note);
    if !online.note.as_ref().is_some_and(is_link) {
        return;
    }
    let help = "say how the link will reach people: `we email the link the day before`";
    fields.report.error_unquoted("online", fields.value_span("note"), "a joining link must not be published", help);
    online.note = None;
}

/// Gives each session of a course a name of its own; `course` is the course's.
pub(crate) fn name_sessions(sessions: Vec<Session>, course: &str, report: &Report) -> Vec<Session> {
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
                report_twin(session, of_series, report);
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
