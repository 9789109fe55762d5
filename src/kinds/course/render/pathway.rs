//! Which training people need: all of it, and that of an audience.

use serde::Serialize;

use super::course_card::{CourseCard, course_card, links};
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::kinds::course::site::pathway;
use crate::render::chart::{self, Node};
use crate::render::frame::{Link, Script};
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording::services::lower_first;
use crate::site::Route;

#[derive(Serialize)]
struct PathwayView {
    /// The audiences, each with its own page.
    roles: Vec<Link>,
    steps: Vec<Step>,
    posts: Vec<Post>,
    /// Which course comes before which, as SVG; empty where none builds on another.
    picture: String,
}

/// A level with its courses.
#[derive(Serialize)]
struct Step {
    id: String,
    title: String,
    description: Option<String>,
    courses: Vec<CourseCard>,
}

/// A post that must do courses.
#[derive(Serialize)]
struct Post {
    title: String,
    courses: Vec<Link>,
}

pub(crate) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let posts = pathway::posts(site).into_iter();
    let view = PathwayView {
        roles: roles(build),
        steps: steps(build, |_| true),
        posts: posts.map(|(post, courses)| Post { title: post.to_owned(), courses: links(build, &courses) }).collect(),
        picture: picture(build),
    };
    let heading = Heading {
        kind: "pathway",
        id: "",
        title: "Which training do I need?".to_owned(),
        description: "The courses for your work, in the order to take them.".to_owned(),
        above: vec![build.link("Training", Route::Training)],
    };
    build.page("pathway.html", heading, &view).with_scripts([Script::Sessions])
}

#[derive(Serialize)]
struct RoleView {
    /// Whether a course builds on another.
    ordered: bool,
    steps: Vec<Step>,
    roles: Vec<Link>,
}

pub(crate) fn role(build: &Builder<'_>, audience: usize) -> Page {
    let term = &build.site.vocabulary.audiences[audience];
    let title = format!("Training for {}", lower_first(&term.name));
    let pathway = build.link("Which training do I need?", Route::Pathway);
    let steps = steps(build, |calendar| calendar.is_for(&term.id.value));
    let view = RoleView {
        ordered: steps.iter().any(|step| step.courses.iter().any(CourseCard::builds_on_another)),
        steps,
        roles: roles(build).into_iter().filter(|link| link.address != build.site.address(build.route)).collect(),
    };
    let heading = Heading {
        kind: "training-for",
        id: &term.id.value,
        description: format!("{title}: the courses, in the order to take them."),
        title,
        above: vec![build.link("Training", Route::Training), pathway],
    };
    build.page("training-for.html", heading, &view).with_scripts([Script::Sessions])
}

/// The way through the courses; nothing where no course builds on another, so that there is no way to show.
fn picture(build: &Builder<'_>) -> String {
    let trees = pathway::trees(build.site);
    if trees.iter().all(|tree| tree.below.is_empty()) {
        return String::new();
    }
    chart::tree(&trees.iter().map(|tree| node(build, tree)).collect::<Vec<_>>())
}

fn node(build: &Builder<'_>, branch: &pathway::Branch) -> Node {
    Node {
        title: build.site.courses[branch.course].course.title.value.clone(),
        below: branch.below.iter().map(|below| node(build, below)).collect(),
    }
}

fn roles(build: &Builder<'_>) -> Vec<Link> {
    let audiences = build.site.vocabulary.audiences.iter().enumerate();
    let there = audiences.filter(|(number, _)| build.site.routes.address(Route::TrainingFor(*number)).is_some());
    there.map(|(number, term)| build.link(term.name.clone(), Route::TrainingFor(number))).collect()
}

fn steps(build: &Builder<'_>, wanted: impl Fn(&CourseCalendar) -> bool) -> Vec<Step> {
    let step = |step: pathway::Step| {
        let level = &build.site.vocabulary.levels[step.level];
        Step {
            id: level.id.value.clone(),
            title: level.name.clone(),
            description: level.description.clone(),
            courses: step.courses.into_iter().map(|course| course_card(build, course)).collect(),
        }
    };
    pathway::to(build.site, wanted).into_iter().map(step).collect()
}
