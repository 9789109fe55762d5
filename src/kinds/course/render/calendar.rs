//! The training calendar.

use std::collections::BTreeMap;

use serde::Serialize;

use super::course_card::{CourseCard, course_card};
use super::level::{LevelLink, level_links};
use super::months::{Month, months};
use super::programme::{TakeAway, take_away};
use super::session_row::{venue_id, way_ids};
use crate::kinds::course::record::{Course, Session};
use crate::render::filters::{Filter, Matches};
use crate::render::frame::{Link, Script};
use crate::render::page::{Builder, Heading, ListPage, Page};
use crate::site::Route;

#[derive(Serialize)]
struct CalendarView {
    months: Vec<Month>,
    levels: Vec<LevelLink>,
    filters: Vec<Filter>,
    courses: Vec<CourseCard>,
    /// Which training people need; none where there are no courses.
    pathway: Option<String>,
    /// The first month as a sheet of a calendar.
    month: Option<Link>,
    take_away: TakeAway,
}

impl ListPage for Course {
    fn list(build: &Builder<'_>) -> Page {
        let site = build.site;
        let levels = level_links(build);
        let view = CalendarView {
            filters: if site.courses.timetable.to_come.len() > 1 { filters(build, &levels) } else { Vec::new() },
            months: months(build, |_| true),
            levels,
            courses: (0..site.courses.len()).map(|course| course_card(build, course)).collect(),
            pathway: site.routes.address(Route::Pathway).map(|_| site.address(Route::Pathway)),
            month: site.courses.timetable.months.first().map(|_| build.link("", Route::TrainingMonth(0))),
            take_away: take_away(build),
        };
        let heading = Heading {
            kind: "training",
            id: "",
            title: "Training".to_owned(),
            description: format!("Courses and events from {}.", site.settings.name),
            above: Vec::new(),
        };
        build.page("training.html", heading, &view).with_scripts([Script::Sessions, Script::Filter])
    }
}

/// The boxes by which the sessions can be narrowed.
fn filters(build: &Builder<'_>, levels: &[LevelLink]) -> Vec<Filter> {
    let site = build.site;
    let sessions: Vec<&Session> = site
        .courses
        .timetable
        .to_come
        .iter()
        .map(|&(course, session)| &site.courses[course].course.sessions[session])
        .collect();
    let audiences = site.vocabulary.audiences.iter().filter(|term| site.courses.iter().any(|one| one.is_for(&term.id)));
    let audiences = audiences.map(|term| (term.id.value.clone(), term.name.clone()));
    let levels = levels.iter().map(|level| (level.id.clone(), level.title.clone()));
    let ways = [("online", "Online"), ("in-person", "In person")];
    let ways = ways.into_iter().filter(|(id, _)| sessions.iter().any(|session| way_ids(session).contains(id)));
    let ways: Vec<_> = ways.map(|(id, name)| (id.to_owned(), name.to_owned())).collect();
    // Of one way only there is nothing to choose.
    let ways = if ways.len() > 1 { ways } else { Vec::new() };
    let venues: BTreeMap<String, String> = sessions
        .iter()
        .filter_map(|session| Some((venue_id(session)?, session.venue.as_ref()?.name.clone()?)))
        .collect();
    let waiting = sessions.iter().any(|session| session.is_full() && session.waiting_list);
    let places = [("left", "With places left", true), ("waiting", "With a waiting list", waiting)];
    let places = places.into_iter().filter(|(_, _, there)| *there);
    let all = [
        Filter::new("levels", "Level", Matches::Any, levels),
        Filter::new("audiences", "Who it is for", Matches::Any, audiences),
        Filter::new("places", "Places", Matches::One, places.map(|(id, name, _)| (id.to_owned(), name.to_owned()))),
        Filter::new("ways", "Online or in person", Matches::One, ways),
        Filter::new("venues", "Place", Matches::One, venues),
    ];
    all.into_iter().filter(Filter::is_of_use).collect()
}
