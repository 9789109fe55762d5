//! The first page.

use serde::Serialize;
use tera::Value;

use crate::kinds::course::render::{SessionRow, session_row};
use crate::kinds::plan::render::{PlanSummary, plan_summary};
use crate::kinds::service::record::contact_way::ContactWay;
use crate::kinds::service::render::directory::{CallNow, FacetGroup, FacetLink, contact_link, facet_groups};
use crate::model::day;
use crate::render::frame::Script;
use crate::render::page::{Builder, Heading, Page};
use crate::site::Route;

/// How many updates the first page shows.
const SHOWN: usize = 3;

/// How many sessions the first page holds, so that it has one to show when those before it are over.
const NEXT: usize = 6;

#[derive(Serialize)]
struct HomeView {
    /// The page that a person in danger opens first.
    get_help: Option<String>,
    /// The services for those who cannot be heard.
    text_or_chat: Option<FacetLink>,
    call_now: Option<CallNow>,
    /// The helplines that do not answer day and night.
    helplines: Value,
    groups: Vec<FacetGroup>,
    sessions: Vec<SessionRow>,
    plans: Vec<PlanSummary>,
    updates: Vec<UpdateLink>,
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
    let going = |&&(course, session): &&(usize, usize)| !site.courses[course].course.sessions[session].is_off();
    let next = site.courses.timetable.to_come.iter().filter(going).take(NEXT);
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
    let lines = site.services.facets.call_now();
    let view = HomeView {
        get_help: site.routes.at("get-help/").map(|route| site.address(route)),
        text_or_chat: contact_link(build, ContactWay::TextOrChat),
        call_now: call_now(build),
        helplines: build.shared.cards(site, (0..site.services.helplines).filter(|line| !lines.contains(line))),
        groups: facet_groups(build),
        sessions: next.map(|&(course, session)| session_row(build, course, session)).collect(),
        plans: (0..site.plans.len())
            .filter(|&plan| !site.plans[plan].plan.archived)
            .map(|plan| plan_summary(build, plan))
            .collect(),
        updates: updates.collect(),
    };
    let heading = Heading {
        kind: "home",
        id: "",
        title: site.settings.name.clone(),
        description: site.settings.description.clone(),
        above: Vec::new(),
    };
    build.page("home.html", heading, &view).with_scripts([Script::OpenNow, Script::Sessions])
}

/// The helplines of the site that answer day and night, or else the first lines that do.
fn call_now(build: &Builder<'_>) -> Option<CallNow> {
    let site = build.site;
    let helplines: Vec<usize> =
        site.services.facets.call_now().iter().copied().filter(|&line| line < site.services.helplines).collect();
    if helplines.is_empty() { CallNow::of(build, &[]) } else { CallNow::with(build, helplines) }
}
