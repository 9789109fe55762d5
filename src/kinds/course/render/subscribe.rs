//! How to have the training in one's own calendar.

use serde::Serialize;

use crate::render::page::{Builder, Heading, Page};
use crate::site::Route;

#[derive(Serialize)]
struct SubscribeView {
    all: Feed,
    /// None where there is one level, whose feed would hold what the feed of all does.
    levels: Vec<Feed>,
    courses: Vec<Feed>,
}

/// A calendar to subscribe to.
#[derive(Serialize)]
struct Feed {
    title: String,
    /// A link that a calendar program opens.
    webcal: String,
    /// The address to copy.
    address: String,
}

pub(crate) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let there = |route: Route| site.routes.address(route).is_some();
    let levels = site.vocabulary.levels.iter().enumerate();
    let levels = levels.filter(|(number, _)| there(Route::LevelCalendar(*number)));
    let levels: Vec<Feed> =
        levels.map(|(number, level)| feed(build, level.name.clone(), Route::LevelCalendar(number))).collect();
    let courses = site.courses.iter().enumerate().filter(|(number, _)| there(Route::CourseCalendar(*number)));
    let view = SubscribeView {
        all: feed(build, "All training".to_owned(), Route::TrainingCalendar),
        levels: if levels.len() > 1 { levels } else { Vec::new() },
        courses: courses
            .map(|(number, one)| feed(build, one.course.title.value.clone(), Route::CourseCalendar(number)))
            .collect(),
    };
    let heading = Heading {
        kind: "subscribe",
        id: "",
        title: "Put our training in your calendar".to_owned(),
        description: format!("How to see the training dates of {} in your own calendar.", site.settings.name),
        above: vec![build.link("Training", Route::Training)],
    };
    build.page("subscribe.html", heading, &view)
}

fn feed(build: &Builder<'_>, title: String, route: Route) -> Feed {
    let address = build.site.full_address(route);
    let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    Feed { title, webcal: format!("webcal://{rest}"), address }
}
