//! A session as an event.

use serde::Serialize;

use super::organisation::Organization;
use super::place::Place;
use crate::kinds::course::record::{Course, CourseKind, Session, SessionState};
use crate::render::wording::training as words;
use crate::site::{Route, Site};

/// The data of a session's page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Document<'s> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(flatten)]
    occasion: Occasion<'s>,
    description: &'s str,
    about: Subject<'s>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organizer: Option<Organization<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum_attendee_capacity: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remaining_attendee_capacity: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offers: Option<Offer>,
}

/// When and where a session is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Occasion<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    url: String,
    start_date: String,
    end_date: String,
    event_status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_attendance_mode: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    course_mode: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    location: Vec<Location<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sub_event: Vec<DayOfEvent>,
}

/// One day of several.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DayOfEvent {
    #[serde(rename = "@type")]
    kind: &'static str,
    start_date: String,
    end_date: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Location<'s> {
    Room(Place<'s>),
    Screen {
        #[serde(rename = "@type")]
        kind: &'static str,
        url: String,
    },
}

/// A course by its name.
#[derive(Serialize)]
pub(super) struct Subject<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    url: String,
}

/// What a place costs, and whether there is one.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Offer {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    price_currency: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    availability: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    availability_ends: Option<String>,
}

impl<'s> Document<'s> {
    pub(super) fn of(site: &'s Site, number: usize, at: usize) -> Self {
        let course: &Course = &site.courses[number].course;
        let session = &course.sessions[at];
        Self {
            context: "https://schema.org",
            occasion: Occasion::of(site, number, at),
            description: &course.summary.value,
            about: Subject::of(site, number),
            organizer: organizer(site, course),
            maximum_attendee_capacity: session.places,
            remaining_attendee_capacity: session.places_left.filter(|_| !session.is_off()),
            offers: (!session.is_off()).then(|| Offer::of(course, session)).filter(Offer::says_something),
        }
    }
}

/// The days of a session that takes several.
fn days(site: &Site, session: &Session) -> Vec<DayOfEvent> {
    if session.more_days.is_empty() {
        return Vec::new();
    }
    let day = |(start_date, end_date)| DayOfEvent { kind: "Event", start_date, end_date };
    session.days().map(|one| day(words::start_and_end_of_day(site, &one))).collect()
}

/// Who runs a course, where that is written.
pub(super) fn organizer<'s>(site: &'s Site, course: &'s Course) -> Option<Organization<'s>> {
    course.provider.as_ref().map(|provider| Organization::of(site, provider))
}

impl<'s> Occasion<'s> {
    /// A session of a course is an instance of it; one of a day to come to is an event.
    pub(super) fn of(site: &'s Site, number: usize, at: usize) -> Self {
        let course: &Course = &site.courses[number].course;
        let session = &course.sessions[at];
        let url = site.full_address(Route::Session(number, at));
        let (start_date, end_date) = words::start_and_end(site, session);
        Self {
            kind: "EducationEvent",
            name: &course.title.value,
            start_date,
            end_date,
            event_status: status(session.state),
            event_attendance_mode: attendance(session),
            course_mode: None,
            location: locations(session, &url),
            sub_event: days(site, session),
            url,
        }
    }

    /// The same as one time that a course is held.
    pub(super) fn of_course(site: &'s Site, number: usize, at: usize) -> Self {
        let session = &site.courses[number].course.sessions[at];
        let course_mode = match (session.venue.is_some(), session.online.is_some()) {
            (true, true) => Some("Blended"),
            (true, false) => Some("Onsite"),
            (false, true) => Some("Online"),
            (false, false) => None,
        };
        Self { kind: "CourseInstance", course_mode, ..Self::of(site, number, at) }
    }
}

/// That a session was changed says not what was changed. `EventRescheduled` would need the time that it had before, and
/// `EventMovedOnline` that it had a room; it is held when and where it is told here.
fn status(state: SessionState) -> &'static str {
    match state {
        SessionState::Cancelled => "https://schema.org/EventCancelled",
        SessionState::Postponed => "https://schema.org/EventPostponed",
        _ => "https://schema.org/EventScheduled",
    }
}

fn attendance(session: &Session) -> Option<&'static str> {
    match (session.venue.is_some(), session.online.is_some()) {
        (true, true) => Some("https://schema.org/MixedEventAttendanceMode"),
        (true, false) => Some("https://schema.org/OfflineEventAttendanceMode"),
        (false, true) => Some("https://schema.org/OnlineEventAttendanceMode"),
        (false, false) => None,
    }
}

/// A screen's place is the session's page: the link to join is never told.
fn locations<'s>(session: &'s Session, url: &str) -> Vec<Location<'s>> {
    let room = session.venue.as_ref().map(|venue| Location::Room(Place::of_venue(venue)));
    let screen = session.online.as_ref().map(|_| Location::Screen { kind: "VirtualLocation", url: url.to_owned() });
    room.into_iter().chain(screen).collect()
}

impl<'s> Subject<'s> {
    pub(super) fn of(site: &'s Site, number: usize) -> Self {
        let course = &site.courses[number].course;
        let kind = if course.kind == CourseKind::Event { "EventSeries" } else { "Course" };
        Self { kind, name: &course.title.value, url: site.full_address(Route::Course(number)) }
    }
}

impl Offer {
    fn of(course: &Course, session: &Session) -> Self {
        let form = session.booking_form(&course.booking);
        let availability = match session.places_left {
            _ if session.is_full() => Some("https://schema.org/SoldOut"),
            Some(_) => Some("https://schema.org/InStock"),
            None => None,
        };
        Self {
            url: form.map(|address| address.value.to_string()),
            availability,
            availability_ends: session.booking_closes.as_ref().map(|date| date.value.to_string()),
            ..Self::of_course(course)
        }
    }

    fn says_something(&self) -> bool {
        self.url.is_some() || self.price.is_some() || self.availability.is_some()
    }

    /// What a course costs, as far as a program may take it from words: only "Free" alone is a price.
    pub(super) fn of_course(course: &Course) -> Self {
        let free = is_free(course);
        Self {
            kind: "Offer",
            url: None,
            category: free.then_some("Free"),
            price: free.then_some("0"),
            price_currency: free.then_some("GBP"),
            availability: None,
            availability_ends: None,
        }
    }
}

/// Whether a course costs nothing for anyone.
pub(super) fn is_free(course: &Course) -> bool {
    course.cost.as_ref().is_some_and(|cost| cost.trim().trim_end_matches('.').eq_ignore_ascii_case("free"))
}
