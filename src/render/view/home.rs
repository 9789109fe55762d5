//! The first page.

use serde::Serialize;
use tera::Value;

use crate::kinds::course::render::{SessionRow, session_row};
use crate::kinds::plan::render::{PlanSummary, plan_summary};
use crate::kinds::service::record::contact_way::ContactWay;
use crate::kinds::service::render::directory::{CallNow, FacetGroup, FacetLink, contact_link, facet_groups};
use crate::model::day;
use crate::record::settings::{HomePart, Settings};
use crate::render::frame::{Script, html};
use crate::render::page::{Builder, Heading, Page};
use crate::site::{Route, Site};

/// The order of the parts where the settings give none.
const USUAL: [HomePart; 6] = [
    HomePart::Helplines,
    HomePart::Doors,
    HomePart::Services,
    HomePart::Training,
    HomePart::Strategy,
    HomePart::Updates,
];

/// How many updates the first page shows.
const SHOWN: usize = 3;

/// How many sessions the first page holds, so that it has one to show when those before it are over.
const NEXT: usize = 6;

#[derive(Serialize)]
struct HomeView {
    /// The partnership's own words below its name.
    intro: Option<String>,
    /// The parts below what to do in danger, in their order.
    parts: Vec<Part>,
    doors: Vec<Door>,
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

/// A part of the page.
#[derive(Serialize)]
struct Part {
    /// `doors`, `helplines`, `services` or `work`.
    kind: &'static str,
    /// What stands in it of what the partnership does: training, plans, updates.
    work: Vec<&'static str>,
    /// Whether leaflets stand in it, too.
    has_leaflets: bool,
}

/// A large link.
#[derive(Serialize)]
struct Door {
    title: String,
    address: String,
    text: Option<String>,
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
    let home = &site.settings.home;
    let view = HomeView {
        intro: home.intro.as_ref().map(|text| html(site, &site.settings.source, text)),
        parts: parts(&site.settings),
        doors: doors(site),
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

/// The parts in the order that the settings give, or else in the usual one. Whom to call is never left out where readers
/// may be at risk.
fn parts(settings: &Settings) -> Vec<Part> {
    let own = &settings.home.order;
    let mut order = if own.is_empty() { USUAL.to_vec() } else { own.clone() };
    if settings.sensitive && !order.contains(&HomePart::Helplines) {
        order.insert(0, HomePart::Helplines);
    }
    let is_work = |part: &HomePart| matches!(part, HomePart::Training | HomePart::Strategy | HomePart::Updates);
    let together = order.chunk_by(|one, other| is_work(one) && is_work(other));
    let mut parts: Vec<Part> = together
        .map(|group| {
            let work = group.iter().filter(|part| is_work(part)).map(|part| part.id()).collect();
            let kind = if is_work(&group[0]) { "work" } else { group[0].id() };
            Part { kind, work, has_leaflets: false }
        })
        .collect();
    if let Some(last) = parts.iter_mut().rfind(|part| part.kind == "work") {
        last.has_leaflets = true;
    }
    parts
}

/// What the settings say, or else the parts that the site has.
fn doors(site: &Site) -> Vec<Door> {
    let own = site.settings.home.doors.iter().filter(|door| !site.is_empty_part(&door.link.0.value));
    let own: Vec<Door> = own
        .map(|door| Door {
            title: door.title.clone(),
            address: site.follow(&door.link.0.value),
            text: door.text.clone(),
        })
        .collect();
    if !own.is_empty() {
        return own;
    }
    let usual = [
        ("Get help", "get-help/", "What to do, and who can help."),
        ("Find support", "services/", "Every service, by what you need and who you are."),
        ("Training", "training/", "Courses and events, and how to book."),
        ("Our strategy", "strategy/", "What we promised, and how it is going."),
        ("What is new", "updates/", "News from the partnership."),
    ];
    let is_empty = |path: &str| path == "services/" && site.services.is_empty();
    let there = usual.into_iter().filter(|(_, path, _)| site.routes.at(path).is_some() && !is_empty(path));
    there
        .filter_map(|(title, path, text)| {
            let address = site.address(site.routes.at(path)?);
            Some(Door { title: title.to_owned(), address, text: Some(text.to_owned()) })
        })
        .collect()
}

/// The helplines of the site that answer day and night, or else the first lines that do.
fn call_now(build: &Builder<'_>) -> Option<CallNow> {
    let site = build.site;
    let helplines: Vec<usize> =
        site.services.facets.call_now().iter().copied().filter(|&line| line < site.services.helplines).collect();
    if helplines.is_empty() { CallNow::of(build, &[]) } else { CallNow::with(build, helplines) }
}
