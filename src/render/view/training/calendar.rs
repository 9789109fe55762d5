//! The training calendar.

use serde::Serialize;

use super::course_card::{CourseCard, course_card};
use super::level::{LevelLink, level_links};
use super::months::{Month, months};
use crate::render::view::filters::{Filter, Matches};
use crate::render::view::{Builder, Heading, Page};

#[derive(Serialize)]
struct CalendarView {
    months: Vec<Month>,
    levels: Vec<LevelLink>,
    filters: Vec<Filter>,
    courses: Vec<CourseCard>,
}

pub(in crate::render::view) fn page(build: &Builder<'_>) -> Page {
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
