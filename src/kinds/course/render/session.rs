//! A session.

use serde::Serialize;

use super::booking::BookingView;
use super::course_card::links;
use super::session_row::{SessionRow, session_row};
use crate::kinds::course::record::{Session, SessionState};
use crate::model::day;
use crate::render::frame::{Link, Script};
use crate::render::json_ld;
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording::training::venue;
use crate::site::Route;

#[derive(Serialize)]
struct SessionView {
    row: SessionRow,
    past: bool,
    /// Its days, where it takes several.
    days: Vec<SessionDayView>,
    /// Whether it stands as it was planned.
    usual: bool,
    /// Whether there is a place, or one on the waiting list.
    bookable: bool,
    course: Link,
    summary: String,
    venue: Option<VenueView>,
    online: Option<OnlineView>,
    booking: BookingView,
    booking_url: Option<String>,
    trainer: Option<String>,
    note: Option<String>,
    /// How many people can come.
    places: Option<u32>,
    provider: Option<String>,
    duration: Option<String>,
    cpd_hours: Option<String>,
    cost: Option<String>,
    outcomes: Vec<String>,
    mandatory_for: Vec<String>,
    audiences: Vec<String>,
    prerequisites: Vec<Link>,
    accessibility: Vec<String>,
    others: Vec<SessionRow>,
    /// The address of its file for calendars.
    calendar: String,
    /// What it is, for search engines: JSON that may stand in a script element.
    json_ld: Option<String>,
}

/// One day of several.
#[derive(Serialize)]
struct SessionDayView {
    date: String,
    datetime: String,
    times: String,
    /// Where it is held, if that is not the same on all days.
    place: Option<String>,
}

#[derive(Serialize)]
struct VenueView {
    name: Option<String>,
    address: Option<String>,
    postcode: Option<String>,
}

#[derive(Serialize)]
struct OnlineView {
    platform: Option<String>,
    note: Option<String>,
}

/// The days of a session that takes several.
fn days(session: &Session) -> Vec<SessionDayView> {
    let moves = session.days().any(|day| day.venue != session.venue);
    let view = |day: std::borrow::Cow<'_, Session>| SessionDayView {
        date: day::in_words(day.date.value),
        datetime: day.date.value.to_string(),
        times: format!("{} to {}", day::time_in_words(day.start), day::time_in_words(day.end)),
        place: moves.then(|| day.venue.as_ref().and_then(venue)).flatten(),
    };
    if session.more_days.is_empty() { Vec::new() } else { session.days().map(view).collect() }
}

/// How many other sessions of its course a session's page shows.
const OTHERS: usize = 4;

pub(crate) fn page(build: &Builder<'_>, number: usize, at: usize) -> Page {
    let site = build.site;
    let calendar = &site.courses[number];
    let course = &calendar.course;
    let session = &course.sessions[at];
    let row = session_row(build, number, at);
    let when = format!("{}, {}", day::long(session.date.value), day::time_in_words(session.start));
    let title = format!("{}, {when}", course.title.value);
    let view = SessionView {
        past: session.last_day() < site.today,
        days: days(session),
        usual: matches!(session.state, SessionState::Scheduled | SessionState::Full),
        // Whoever gives an unconfirmed session its own form wants people to say that they would come.
        bookable: session.is_open() || (session.state == SessionState::Provisional && session.booking_url.is_some()),
        course: build.link(course.title.value.clone(), Route::Course(number)),
        summary: course.summary.value.clone(),
        venue: session.venue.as_ref().map(|venue| VenueView {
            name: venue.name.clone(),
            address: venue.address.clone(),
            postcode: venue.postcode.as_ref().map(ToString::to_string),
        }),
        online: session
            .online
            .as_ref()
            .map(|online| OnlineView { platform: online.platform.clone(), note: online.note.clone() }),
        booking: BookingView::of(&course.booking),
        booking_url: session.booking_form(&course.booking).map(|url| url.to_string()),
        trainer: session.trainer.as_ref().map(|text| site.organisation_name(text).to_owned()),
        note: session.note.clone(),
        places: session.places,
        provider: course.provider.as_ref().map(|text| site.organisation_name(text).to_owned()),
        duration: course.duration.clone(),
        cpd_hours: course.cpd_hours.clone(),
        cost: course.cost.clone(),
        outcomes: course.outcomes.clone(),
        mandatory_for: course.mandatory_for.clone(),
        audiences: build.audience_names(&course.audiences),
        prerequisites: links(build, &calendar.before),
        accessibility: course.accessibility.clone(),
        others: calendar
            .to_come()
            .filter(|&other| other != at)
            .take(OTHERS)
            .map(|other| session_row(build, number, other))
            .collect(),
        calendar: site.address(Route::SessionCalendar(number, at)),
        json_ld: json_ld::session(site, number, at),
        row,
    };
    let heading = Heading {
        kind: "session",
        id: &course.sessions[at].name,
        description: format!("{}. {}, {}.", course.summary.value.trim_end_matches('.'), view.row.times, view.row.place),
        title,
        above: vec![
            build.link("Training", Route::Training),
            build.link(course.title.value.clone(), Route::Course(number)),
        ],
    };
    build.page("session.html", heading, &view).with_scripts([Script::Sessions])
}
