//! The training of a quarter, to be printed and pinned to a wall.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::booking::BookingView;
use super::session_row::{SessionRow, session_row};
use crate::kinds::course::site::programme::{Programme, SessionCount, by_quarter};
use crate::model::day;
use crate::render::date::DateView;
use crate::render::frame::{Link, Script};
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording::counted;
use crate::site::{DownloadFormat, Route};

#[derive(Serialize)]
struct QuartersView {
    quarters: Vec<QuarterLink>,
    /// How many sessions there were in each; empty where none is over.
    counts: Vec<CountRow>,
    training: String,
}

#[derive(Serialize)]
struct QuarterLink {
    title: String,
    address: String,
    /// "12 sessions".
    sessions: String,
}

/// The sessions of a quarter in numbers.
#[derive(Serialize)]
struct CountRow {
    quarter: String,
    held: usize,
    cancelled: usize,
    to_come: usize,
}

#[derive(Serialize)]
struct ProgrammeView {
    today: DateView,
    months: Vec<ProgrammeMonth>,
    booking: Vec<CourseBooking>,
    before: Option<Link>,
    after: Option<Link>,
    training: String,
}

#[derive(Serialize)]
struct ProgrammeMonth {
    id: String,
    title: String,
    sessions: Vec<Line>,
}

/// A session as a line of the table.
#[derive(Serialize)]
struct Line {
    row: SessionRow,
    /// "Thu 3 Dec".
    date: String,
    code: Option<String>,
    /// Whether people can still book.
    open: bool,
    booking_url: Option<String>,
    /// "3 Dec", the last day to book.
    book_by: Option<String>,
}

/// How to book a course, once for all of its sessions.
#[derive(Serialize)]
struct CourseBooking {
    title: String,
    address: String,
    code: Option<String>,
    #[serde(flatten)]
    booking: BookingView,
}

/// What there is to print and to take away: for the page of the calendar.
#[derive(Serialize)]
pub(super) struct TakeAway {
    programmes: Option<String>,
    files: Vec<Link>,
}

pub(super) fn take_away(build: &Builder<'_>) -> TakeAway {
    let site = build.site;
    let there = |route: &Route| site.routes.address(*route).is_some();
    let files = DownloadFormat::ALL.map(|format| (format.ending().to_uppercase(), Route::SessionsDownload(format)));
    TakeAway {
        programmes: Some(Route::Programmes).filter(there).map(|route| site.address(route)),
        files: files
            .into_iter()
            .filter(|(_, route)| there(route))
            .map(|(name, route)| build.link(name, route))
            .collect(),
    }
}

pub(crate) fn list(build: &Builder<'_>) -> Page {
    let site = build.site;
    let quarters = site.courses.programmes.iter().enumerate().map(|(number, programme)| QuarterLink {
        title: programme.quarter.in_words(),
        address: site.address(Route::Programme(number)),
        sessions: counted(programme.sessions.len(), "session"),
    });
    let counts = by_quarter(&site.courses, site.today, site.settings.financial_year_starts);
    let row = |count: &SessionCount| CountRow {
        quarter: count.quarter.in_words(),
        held: count.held,
        cancelled: count.cancelled,
        to_come: count.to_come,
    };
    let has_past = counts.iter().any(|count| count.held > 0);
    let counts = if has_past { counts.iter().map(row).collect() } else { Vec::new() };
    let view = QuartersView { quarters: quarters.collect(), counts, training: site.address(Route::Training) };
    let heading = Heading {
        kind: "programmes",
        id: "",
        title: "Training programmes to print".to_owned(),
        description: format!("The courses and events of each quarter from {}, on paper.", site.settings.name),
        above: vec![build.link("Training", Route::Training)],
    };
    build.page("programmes.html", heading, &view)
}

pub(crate) fn programme(build: &Builder<'_>, number: usize) -> Page {
    let site = build.site;
    let programme = &site.courses.programmes[number];
    let quarter = programme.quarter.in_words();
    let neighbour = |number: usize| {
        let title = site.courses.programmes.get(number)?.quarter.in_words();
        Some(build.link(title, Route::Programme(number)))
    };
    let view = ProgrammeView {
        today: DateView::of(site.today),
        months: months(build, programme),
        booking: booking(build, programme),
        before: number.checked_sub(1).and_then(neighbour),
        after: neighbour(number + 1),
        training: site.full_address(Route::Training),
    };
    let slug = programme.slug();
    let heading = Heading {
        kind: "programme",
        id: &slug,
        title: format!("Training programme, {quarter}"),
        description: format!("Courses and events from {}, {quarter}, to print.", site.settings.name),
        above: vec![
            build.link("Training", Route::Training),
            build.link("Training programmes to print", Route::Programmes),
        ],
    };
    build.page("programme.html", heading, &view).with_scripts([Script::Sessions])
}

fn months(build: &Builder<'_>, programme: &Programme) -> Vec<ProgrammeMonth> {
    let month = |&(course, session): &(usize, usize)| {
        build.site.courses[course].course.sessions[session].date.value.first_of_month()
    };
    let months = programme.sessions.chunk_by(|one, other| month(one) == month(other));
    months
        .map(|sessions| {
            let first = month(&sessions[0]);
            ProgrammeMonth {
                id: first.strftime("%Y-%m").to_string(),
                title: day::month_in_words(first),
                sessions: sessions.iter().map(|&(course, session)| line(build, course, session)).collect(),
            }
        })
        .collect()
}

fn line(build: &Builder<'_>, course: usize, session: usize) -> Line {
    let written = &build.site.courses[course].course;
    let one = &written.sessions[session];
    let date = one.date.value;
    Line {
        row: session_row(build, course, session),
        date: format!("{} {}", &day::weekday_name(date.weekday())[..3], without_year(date)),
        code: written.code.clone(),
        open: is_open(build, course, session),
        booking_url: one.booking_form(&written.booking).map(|url| url.to_string()),
        book_by: one.booking_closes.as_ref().map(|closes| without_year(closes.value)),
    }
}

/// "3 Dec".
fn without_year(date: Date) -> String {
    let short = day::short(date);
    short.rsplit_once(' ').map_or(short.as_str(), |(day, _year)| day).to_owned()
}

fn is_open(build: &Builder<'_>, course: usize, session: usize) -> bool {
    let session = &build.site.courses[course].course.sessions[session];
    session.is_open() && session.booking_closes.as_ref().is_none_or(|closes| closes.value >= build.site.today)
}

/// How to book the courses of which a session is still open, in the order of the calendar.
fn booking(build: &Builder<'_>, programme: &Programme) -> Vec<CourseBooking> {
    let open = programme.sessions.iter().filter(|(course, session)| is_open(build, *course, *session));
    let courses: BTreeSet<usize> = open.map(|(course, _)| *course).collect();
    let told = courses.into_iter().map(|number| {
        let course = &build.site.courses[number].course;
        CourseBooking {
            title: course.title.value.clone(),
            address: build.site.address(Route::Course(number)),
            code: course.code.clone(),
            booking: BookingView::of(&course.booking),
        }
    });
    told.filter(|course| course.booking.is_told()).collect()
}
