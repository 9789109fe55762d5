//! A level of training.

use serde::Serialize;

use super::course_card::{CourseCard, course_card};
use super::months::{Month, months};
use crate::record::vocabulary::Term;
use crate::render::frame::Script;
use crate::render::page::{Builder, Heading, Page};
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct LevelLink {
    pub(super) id: String,
    pub(super) title: String,
    address: String,
    description: Option<String>,
    count: usize,
}

pub(super) fn level_links(build: &Builder<'_>) -> Vec<LevelLink> {
    let levels = build.site.vocabulary.levels.iter().enumerate();
    let link = |(number, level): (usize, &Term)| LevelLink {
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

pub(crate) fn page(build: &Builder<'_>, number: usize) -> Page {
    let level = &build.site.vocabulary.levels[number];
    let of_level = || (0..build.site.courses.len()).filter(|&course| build.site.courses[course].level == Some(number));
    let view = LevelView {
        description: level.description.clone(),
        courses: of_level().map(|course| course_card(build, course)).collect(),
        months: months(build, |calendar| calendar.level == Some(number)),
        levels: level_links(build),
    };
    let heading = Heading {
        kind: "level",
        id: &level.id.value,
        title: format!("Training: {}", level.name),
        description: level.description.clone().unwrap_or_else(|| format!("Training: {}", level.name)),
        above: vec![build.link("Training", Route::Training)],
    };
    build.page("level.html", heading, &view).with_scripts([Script::Sessions])
}
