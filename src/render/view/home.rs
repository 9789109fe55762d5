//! The first page.

use serde::Serialize;
use tera::Value;

use super::directory::{By, FacetLink, facet_links};
use super::plan::{PlanSummary, plan_summary};
use super::training::{SessionRow, session_row};
use super::{Builder, Heading, Page};
use crate::model::day;
use crate::site::Route;

/// How many sessions and updates the first page shows.
const SHOWN: usize = 3;

#[derive(Serialize)]
struct HomeView {
    /// The page that a person in danger opens first.
    get_help: Option<String>,
    needs: Vec<FacetLink>,
    audiences: Vec<FacetLink>,
    sessions: Vec<SessionRow>,
    plans: Vec<PlanSummary>,
    updates: Vec<UpdateLink>,
    helplines: Value,
}

#[derive(Serialize)]
struct UpdateLink {
    title: String,
    address: String,
    kind: &'static str,
    date: String,
    datetime: String,
}

pub(super) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let mut next: Vec<(usize, usize)> = (0..site.courses.len())
        .flat_map(|course| site.courses[course].to_come().map(move |session| (course, session)))
        .collect();
    next.sort_by_key(|&(course, session)| {
        let session = &site.courses[course].course.sessions[session];
        (session.date.value, session.start)
    });
    let updates = site.updates.iter().enumerate().take(SHOWN).filter_map(|(number, update)| {
        let news = update.news.as_ref()?;
        Some(UpdateLink {
            title: update.title.value.clone(),
            address: site.address(Route::Update(number)),
            kind: news.kind.words(),
            date: day::long(news.date.value),
            datetime: news.date.value.to_string(),
        })
    });
    let view = HomeView {
        get_help: site.routes.at("get-help/").map(|route| site.address(route)),
        needs: facet_links(build, By::Need),
        audiences: facet_links(build, By::Audience),
        sessions: next.into_iter().take(SHOWN).map(|(course, session)| session_row(build, course, session)).collect(),
        plans: (0..site.plans.len())
            .filter(|&plan| !site.plans[plan].plan.archived)
            .map(|plan| plan_summary(build, plan))
            .collect(),
        updates: updates.collect(),
        helplines: build.shared.cards(site, 0..site.helplines),
    };
    let heading = Heading {
        kind: "home",
        id: "",
        title: site.settings.name.clone(),
        description: site.settings.description.clone(),
        above: Vec::new(),
    };
    build.page("home.html", heading, &view)
}
