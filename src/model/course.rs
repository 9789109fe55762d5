//! A training course, event or e-learning package, with its sessions.

use jiff::Zoned;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::duration::Duration;
use super::email::Email;
use super::entry::Publication;
use super::phone::Phone;
use super::postcode::Postcode;
use super::prose::Prose;
use super::web_address::WebAddress;
use crate::diagnostic::{Located, Span};

/// A course.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Course {
    /// Its name.
    pub title: Located<String>,
    /// What sort of thing it is.
    pub kind: CourseKind,
    /// The provider's code.
    pub code: Option<String>,
    /// What it is about, in a sentence.
    pub summary: Located<String>,
    /// What it is about, at length.
    pub description: Option<Prose>,
    /// How far on it is: a vocabulary id.
    pub level: Located<String>,
    /// Who it is for: vocabulary ids.
    pub audiences: Vec<Located<String>>,
    /// Who runs it: a partner's id or a name.
    pub provider: Option<Located<String>>,
    /// How long it takes, in words.
    pub duration: Option<String>,
    /// What it costs, in words.
    pub cost: Option<String>,
    /// Hours of continuing professional development, in words.
    pub cpd_hours: Option<String>,
    /// What must have been done first: course ids.
    pub prerequisites: Vec<Located<String>>,
    /// What people can do afterwards.
    pub outcomes: Vec<String>,
    /// The posts that must do it.
    pub mandatory_for: Vec<String>,
    /// After how long it should be done again.
    pub refresh_after: Option<Located<Duration>>,
    /// Where e-learning is.
    pub url: Option<Located<WebAddress>>,
    /// How to get a place.
    pub booking: Booking,
    /// Access, in words.
    pub accessibility: Vec<String>,
    /// When someone last checked these details.
    pub reviewed: Option<Located<Date>>,
    /// Its sessions, by date; those of a series one by one.
    pub sessions: Vec<Session>,
    /// When this page is to be seen.
    pub publication: Publication,
}

/// What sort of thing a course is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum CourseKind {
    /// Taught.
    #[default]
    Course,
    /// A day or evening to come to.
    Event,
    /// Open at all times, on a screen.
    ELearning,
}

impl CourseKind {
    /// The word for readers.
    #[must_use]
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Course => "Course",
            Self::Event => "Event",
            Self::ELearning => "E-learning",
        }
    }
}

/// How to get a place.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Booking {
    /// A form.
    pub url: Option<Located<WebAddress>>,
    /// An address to write to.
    pub email: Option<Located<Email>>,
    /// A number to call.
    pub phone: Option<Located<Phone>>,
    /// More to know.
    pub note: Option<String>,
}

/// One session of a course.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Session {
    /// Where it stands in the file.
    pub span: Span,
    /// Its own id, where it has one.
    pub id: Option<Located<String>>,
    /// Its name in addresses and calendars, which no other session of its course has and which stays the same while
    /// its date does.
    pub name: String,
    /// The day.
    pub date: Located<Date>,
    /// When it starts.
    pub start: Time,
    /// When it ends, on the same day.
    pub end: Time,
    /// The room.
    pub venue: Option<Venue>,
    /// How it is held on a screen.
    pub online: Option<Online>,
    /// How many can come.
    pub places: Option<u32>,
    /// How many more can come.
    pub places_left: Option<u32>,
    /// Whether people can wait for a place.
    pub waiting_list: bool,
    /// How it stands.
    pub state: SessionState,
    /// When something about it was last changed.
    pub changed: Option<Located<Date>>,
    /// A form for this session alone.
    pub booking_url: Option<Located<WebAddress>>,
    /// The last day to book.
    pub booking_closes: Option<Located<Date>>,
    /// Who teaches it.
    pub trainer: Option<String>,
    /// More to know.
    pub note: Option<String>,
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

/// Where a session is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Venue {
    /// The building.
    pub name: Option<String>,
    /// Its street.
    pub address: Option<String>,
    /// Its postcode.
    pub postcode: Option<Postcode>,
}

/// How a session is held on a screen. There is no field for a joining link: those are never published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Online {
    /// The program that people will need.
    pub platform: Option<String>,
    /// How the link will reach them.
    pub note: Option<String>,
}

/// How a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum SessionState {
    /// As planned.
    #[default]
    Scheduled,
    /// Its time or place has changed.
    Changed,
    /// No places left.
    Full,
    /// It will not happen.
    Cancelled,
    /// It will happen on another day.
    Postponed,
    /// Not certain yet.
    Provisional,
}

impl SessionState {
    /// Every state with its word in the content.
    pub(crate) const WORDS: [(&'static str, Self); 6] = [
        ("scheduled", Self::Scheduled),
        ("changed", Self::Changed),
        ("full", Self::Full),
        ("cancelled", Self::Cancelled),
        ("postponed", Self::Postponed),
        ("provisional", Self::Provisional),
    ];

    /// What people write in place of a state, with what was probably meant.
    pub(crate) const SAID: &'static [(&'static [&'static str], &'static str)] = &[
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

    /// The word for it in the content, and as a class of a mark.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        Self::WORDS.iter().find(|(_, state)| *state == self).map_or("scheduled", |(word, _)| word)
    }

    /// The words for readers.
    #[must_use]
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Scheduled => "Going ahead",
            Self::Changed => "Changed",
            Self::Full => "Full",
            Self::Cancelled => "Cancelled",
            Self::Postponed => "Postponed",
            Self::Provisional => "Not confirmed yet",
        }
    }
}
