//! Training: the calendar, a level, a course, a session.

use serde::Serialize;

use super::filters::{Filter, Matches};
use super::plan::{RelatedAction, related_actions};
use super::service::DateView;
use super::service_card::Call;
use super::{Builder, Heading, Link, Page};
use crate::model::course::{Booking, Course, CourseKind, Session, SessionState};
use crate::model::day;
use crate::render::frame::html;
use crate::site::{CourseCalendar, Route};

/// A session in a list.
#[derive(Serialize)]
pub(super) struct SessionRow {
    id: String,
    title: String,
    address: String,
    date: String,
    weekday: &'static str,
    day: i8,
    month: String,
    datetime: String,
    times: String,
    place: String,
    level: Option<String>,
    level_id: String,
    audiences: String,
    state: &'static str,
    state_words: &'static str,
    usual: bool,
    places: Option<String>,
    changed: Option<String>,
}

pub(super) fn session_row(build: &Builder<'_>, course: usize, session: usize) -> SessionRow {
    let site = build.site;
    let calendar = &site.courses[course];
    let written = &calendar.course.sessions[session];
    let date = written.date.value;
    SessionRow {
        id: written.name.clone(),
        title: calendar.course.title.value.clone(),
        address: site.address(Route::Session(course, session)),
        date: day::in_words(date),
        weekday: &day::weekday_name(date.weekday())[..3],
        day: date.day(),
        month: day::short(date).split(' ').nth(1).unwrap_or_default().to_owned(),
        datetime: datetime(build, written, written.start),
        times: times(written),
        place: place(written),
        level: level_name(build, calendar),
        level_id: calendar.course.level.value.clone(),
        audiences: calendar.course.audiences.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(" "),
        state: written.state.id(),
        state_words: written.state.words(),
        usual: written.state == SessionState::Scheduled,
        places: places(written),
        changed: written.changed.as_ref().map(|date| day::long(date.value)),
    }
}

/// A time with its offset, as HTML's `datetime` wants it; without one for a time that the zone skips.
fn datetime(build: &Builder<'_>, session: &Session, time: jiff::civil::Time) -> String {
    let local = session.date.value.to_datetime(time);
    match local.to_zoned(build.site.settings.timezone.clone()) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M%:z").to_string(),
        Err(_) => local.strftime("%Y-%m-%dT%H:%M").to_string(),
    }
}

fn times(session: &Session) -> String {
    format!("{} to {}", day::time_in_words(session.start), day::time_in_words(session.end))
}

fn place(session: &Session) -> String {
    let venue = session.venue.as_ref().map(|venue| venue.name.clone().unwrap_or_else(|| "In person".to_owned()));
    match (venue, session.online.is_some()) {
        (Some(venue), true) => format!("{venue}, or online"),
        (Some(venue), false) => venue,
        (None, true) => "Online".to_owned(),
        (None, false) => "Place to be confirmed".to_owned(),
    }
}

/// Whether there is a place, in words.
fn places(session: &Session) -> Option<String> {
    let waiting = if session.waiting_list { "Full. You can join the waiting list" } else { "Full" };
    match (session.state, session.places_left) {
        (SessionState::Cancelled | SessionState::Postponed, _) => None,
        (SessionState::Full, _) | (_, Some(0)) => Some(waiting.to_owned()),
        (_, Some(1)) => Some("1 place left".to_owned()),
        (_, Some(left)) => Some(format!("{left} places left")),
        (_, None) => session.places.map(|places| format!("{places} places")),
    }
}

fn level_name(build: &Builder<'_>, calendar: &CourseCalendar) -> Option<String> {
    calendar.level.map(|level| build.site.vocabulary.levels[level].name.clone())
}

#[derive(Serialize)]
struct CalendarView {
    months: Vec<Month>,
    levels: Vec<LevelLink>,
    filters: Vec<Filter>,
    courses: Vec<CourseCard>,
}

#[derive(Serialize)]
struct Month {
    id: String,
    title: String,
    sessions: Vec<SessionRow>,
}

#[derive(Serialize)]
struct LevelLink {
    id: String,
    title: String,
    address: String,
    description: Option<String>,
    count: usize,
}

#[derive(Serialize)]
struct CourseCard {
    title: String,
    address: String,
    summary: String,
    level: Option<String>,
    kind: &'static str,
    next: Option<String>,
}

fn course_card(build: &Builder<'_>, number: usize) -> CourseCard {
    let calendar = &build.site.courses[number];
    let course = &calendar.course;
    let going =
        |&session: &usize| !matches!(course.sessions[session].state, SessionState::Cancelled | SessionState::Postponed);
    let next = calendar.to_come().find(going).map(|session| day::in_words(course.sessions[session].date.value));
    CourseCard {
        title: course.title.value.clone(),
        address: build.site.address(Route::Course(number)),
        summary: course.summary.value.clone(),
        level: level_name(build, calendar),
        kind: kind_words(course.kind),
        next: next.or_else(|| (course.kind == CourseKind::ELearning).then(|| "at any time".to_owned())),
    }
}

fn kind_words(kind: CourseKind) -> &'static str {
    match kind {
        CourseKind::Course => "Course",
        CourseKind::Event => "Event",
        CourseKind::ELearning => "E-learning",
    }
}

/// The sessions to come of some courses, by month.
fn months(build: &Builder<'_>, courses: impl Iterator<Item = usize>) -> Vec<Month> {
    let site = build.site;
    let mut sessions: Vec<(usize, usize)> =
        courses.flat_map(|course| site.courses[course].to_come().map(move |session| (course, session))).collect();
    let written = |&(course, session): &(usize, usize)| &site.courses[course].course.sessions[session];
    sessions.sort_by_key(|pair| (written(pair).date.value, written(pair).start, *pair));
    let mut months: Vec<Month> = Vec::new();
    for pair in sessions {
        let date = written(&pair).date.value;
        let id = date.strftime("%Y-%m").to_string();
        if months.last().is_none_or(|month| month.id != id) {
            months.push(Month { id, title: day::month_in_words(date), sessions: Vec::new() });
        }
        if let Some(month) = months.last_mut() {
            month.sessions.push(session_row(build, pair.0, pair.1));
        }
    }
    months
}

pub(super) fn calendar(build: &Builder<'_>) -> Page {
    let site = build.site;
    let months = months(build, 0..site.courses.len());
    let count: usize = months.iter().map(|month| month.sessions.len()).sum();
    let levels = level_links(build);
    let view = CalendarView {
        filters: if count > 1 { filters(build, &levels) } else { Vec::new() },
        months,
        levels,
        courses: (0..site.courses.len()).map(|course| course_card(build, course)).collect(),
    };
    let heading = Heading {
        kind: "training",
        id: "",
        title: "Training".to_owned(),
        description: format!("Courses and events from {}.", site.settings.name),
        above: Vec::new(),
    };
    build.page("training.html", heading, &view)
}

/// The boxes by which the sessions can be narrowed.
fn filters(build: &Builder<'_>, levels: &[LevelLink]) -> Vec<Filter> {
    let site = build.site;
    let used = |id: &str| site.courses.iter().any(|one| one.course.audiences.iter().any(|other| other.value == id));
    let audiences = site.vocabulary.audiences.iter().filter(|term| used(&term.id));
    let audiences = audiences.map(|term| (term.id.value.clone(), term.name.clone()));
    let levels = levels.iter().map(|level| (level.id.clone(), level.title.clone()));
    let all = [
        Filter::new("levels", "Level", Matches::Any, levels),
        Filter::new("audiences", "Who it is for", Matches::Any, audiences),
    ];
    all.into_iter().filter(Filter::is_of_use).collect()
}

fn level_links(build: &Builder<'_>) -> Vec<LevelLink> {
    let levels = build.site.vocabulary.levels.iter().enumerate();
    let link = |(number, level): (usize, &crate::model::vocabulary::Term)| LevelLink {
        id: level.id.value.clone(),
        title: level.name.clone(),
        address: build.site.address(Route::Level(number)),
        description: level.description.clone(),
        count: build.site.courses.iter().filter(|calendar| calendar.level == Some(number)).count(),
    };
    levels.map(link).filter(|level| level.count > 0).collect()
}

#[derive(Serialize)]
struct LevelView {
    description: Option<String>,
    courses: Vec<CourseCard>,
    months: Vec<Month>,
    levels: Vec<LevelLink>,
}

pub(super) fn level(build: &Builder<'_>, number: usize) -> Page {
    let level = &build.site.vocabulary.levels[number];
    let of_level = || (0..build.site.courses.len()).filter(|&course| build.site.courses[course].level == Some(number));
    let view = LevelView {
        description: level.description.clone(),
        courses: of_level().map(|course| course_card(build, course)).collect(),
        months: months(build, of_level()),
        levels: level_links(build),
    };
    let heading = Heading {
        kind: "level",
        id: &level.id.value,
        title: format!("Training: {}", level.name),
        description: level.description.clone().unwrap_or_else(|| format!("Training: {}", level.name)),
        above: vec![build.link("Training", Route::Training)],
    };
    build.page("level.html", heading, &view)
}

#[derive(Serialize)]
struct CourseView {
    summary: String,
    kind: &'static str,
    code: Option<String>,
    description: Option<String>,
    level: Option<Link>,
    audiences: Vec<String>,
    provider: Option<String>,
    duration: Option<String>,
    cost: Option<String>,
    cpd_hours: Option<String>,
    prerequisites: Vec<Link>,
    leads_to: Vec<Link>,
    outcomes: Vec<String>,
    mandatory_for: Vec<String>,
    refresh_after: Option<String>,
    url: Option<String>,
    booking: BookingView,
    accessibility: Vec<String>,
    reviewed: Option<DateView>,
    sessions: Vec<SessionRow>,
    past: Vec<SessionRow>,
    /// Actions of current plans that name it as related.
    actions: Vec<RelatedAction>,
}

#[derive(Serialize)]
struct BookingView {
    url: Option<String>,
    email: Option<String>,
    phone: Option<Call>,
    note: Option<String>,
    any: bool,
}

impl BookingView {
    fn of(booking: &Booking) -> Self {
        Self {
            url: booking.url.as_ref().map(|url| url.to_string()),
            email: booking.email.as_ref().map(|email| email.to_string()),
            phone: booking.phone.as_ref().map(|phone| Call::of(phone)),
            note: booking.note.clone(),
            any: booking.url.is_some() || booking.email.is_some() || booking.phone.is_some(),
        }
    }
}

pub(super) fn course(build: &Builder<'_>, number: usize) -> Page {
    let site = build.site;
    let calendar = &site.courses[number];
    let course = &calendar.course;
    let courses = |wanted: &dyn Fn(&Course, &str) -> bool| -> Vec<Link> {
        let found = site.courses.iter().enumerate().filter(|(_, other)| wanted(&other.course, &other.course.id));
        found.map(|(at, other)| build.link(other.course.title.value.clone(), Route::Course(at))).collect()
    };
    let row = |session| session_row(build, number, session);
    let view = CourseView {
        summary: course.summary.value.clone(),
        kind: kind_words(course.kind),
        code: course.code.clone(),
        description: course.description.as_ref().map(|text| html(site, &course.source, text)),
        level: calendar.level.map(|level| build.link(site.vocabulary.levels[level].name.clone(), Route::Level(level))),
        audiences: build.audience_names(&course.audiences),
        provider: course.provider.as_ref().map(|text| site.organisation_name(text).to_owned()),
        duration: course.duration.clone(),
        cost: course.cost.clone(),
        cpd_hours: course.cpd_hours.clone(),
        prerequisites: courses(&|_, id| course.prerequisites.iter().any(|one| one.value == id)),
        leads_to: courses(&|other, _| other.prerequisites.iter().any(|one| one.value == course.id)),
        outcomes: course.outcomes.clone(),
        mandatory_for: course.mandatory_for.clone(),
        refresh_after: course.refresh_after.as_ref().map(|after| after.to_string()),
        url: course.url.as_ref().map(|url| url.to_string()),
        booking: BookingView::of(&course.booking),
        accessibility: course.accessibility.clone(),
        reviewed: course.reviewed.as_ref().map(|date| DateView::of(date.value)),
        sessions: calendar.to_come().map(row).collect(),
        past: (0..calendar.next).rev().map(row).collect(),
        actions: related_actions(build),
    };
    let heading = Heading {
        kind: "course",
        id: &course.id,
        title: course.title.value.clone(),
        description: course.summary.value.clone(),
        above: vec![build.link("Training", Route::Training)],
    };
    build.page("course.html", heading, &view)
}

#[derive(Serialize)]
struct SessionView {
    row: SessionRow,
    past: bool,
    end_datetime: String,
    course: Link,
    summary: String,
    venue: Option<VenueView>,
    online: Option<OnlineView>,
    booking: BookingView,
    booking_url: Option<String>,
    booking_closes: Option<DateView>,
    trainer: Option<String>,
    note: Option<String>,
    cost: Option<String>,
    audiences: Vec<String>,
    prerequisites: Vec<Link>,
    accessibility: Vec<String>,
    others: Vec<SessionRow>,
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

/// How many other sessions of its course a session's page shows.
const OTHERS: usize = 4;

pub(super) fn session(build: &Builder<'_>, number: usize, at: usize) -> Page {
    let site = build.site;
    let calendar = &site.courses[number];
    let course = &calendar.course;
    let session = &course.sessions[at];
    let row = session_row(build, number, at);
    let before = site
        .courses
        .iter()
        .enumerate()
        .filter(|(_, other)| course.prerequisites.iter().any(|id| id.value == other.course.id));
    let when = format!("{}, {}", day::long(session.date.value), day::time_in_words(session.start));
    let title = format!("{}, {when}", course.title.value);
    let view = SessionView {
        past: session.date.value < site.today,
        end_datetime: datetime(build, session, session.end),
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
        booking_url: session.booking_url.as_ref().map(|url| url.to_string()),
        booking_closes: session.booking_closes.as_ref().map(|date| DateView::of(date.value)),
        trainer: session.trainer.as_ref().map(|text| site.organisation_name(text).to_owned()),
        note: session.note.clone(),
        cost: course.cost.clone(),
        audiences: build.audience_names(&course.audiences),
        prerequisites: before
            .map(|(at, other)| build.link(other.course.title.value.clone(), Route::Course(at)))
            .collect(),
        accessibility: course.accessibility.clone(),
        others: calendar
            .to_come()
            .filter(|&other| other != at)
            .take(OTHERS)
            .map(|other| session_row(build, number, other))
            .collect(),
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
    build.page("session.html", heading, &view)
}
