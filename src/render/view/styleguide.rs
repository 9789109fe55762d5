//! What pages are made of, each with an example: a page for those who see the site before it is built.

use serde::Serialize;
use tera::Value;

use crate::kinds::course::record::SessionState;
use crate::kinds::course::render::{SessionRow, month, session_row};
use crate::kinds::indicator::render as evidence;
use crate::kinds::plan::render::{Mark, PlanSamples, marks};
use crate::kinds::service::render::directory::{FacetGroup, facet_groups, filters};
use crate::render::brand::{PairsOf, pairs};
use crate::render::filters::Filter;
use crate::render::frame::{Link, Script};
use crate::render::page::{Builder, Heading, Page};
use crate::site::Route;

/// Where it is found below the site's root.
pub(in crate::render) const ADDRESS: &str = "styleguide/";

/// How many examples a list has.
const SHOWN: usize = 2;

#[derive(Serialize)]
struct StyleguideView {
    shades: Vec<PairsOf>,
    marks: Vec<Mark>,
    states: Vec<State>,
    services: Value,
    groups: Vec<FacetGroup>,
    filters: Vec<Filter>,
    plan: Option<PlanSamples>,
    /// A series as SVG, and what it shows.
    chart: Option<(String, String)>,
    sessions: Vec<SessionRow>,
    sheet: Option<month::Sheet>,
    around: Around,
}

/// How a session can stand.
#[derive(Serialize)]
struct State {
    id: &'static str,
    words: &'static str,
}

/// The neighbours of a page.
#[derive(Serialize)]
struct Around {
    before: Link,
    after: Link,
}

pub(super) fn page(build: &Builder<'_>) -> Page {
    let site = build.site;
    let view = StyleguideView {
        shades: pairs(&site.settings.brand),
        marks: marks(),
        states: SessionState::ALL.map(|state| State { id: state.id(), words: state.words() }).into(),
        services: build.shared.cards(site, (0..site.services.len()).take(SHOWN)),
        groups: facet_groups(build),
        filters: filters(build),
        plan: PlanSamples::of(build),
        chart: evidence::first_chart(build),
        sessions: site
            .courses
            .timetable
            .to_come
            .iter()
            .take(SHOWN)
            .map(|&(course, at)| session_row(build, course, at))
            .collect(),
        sheet: (!site.courses.timetable.months.is_empty()).then(|| month::sheet(build, 0)),
        around: Around {
            before: build.link("The page before", Route::Services),
            after: build.link("The page after", Route::Training),
        },
    };
    let heading = Heading {
        kind: "styleguide",
        id: "",
        title: "What pages are made of".to_owned(),
        description: "Each part of a page with an example, in this site\u{2019}s own colours.".to_owned(),
        above: Vec::new(),
    };
    let mut page = build.page("styleguide.html", heading, &view);
    page.frame.address = format!("{}{ADDRESS}", site.address(Route::Home));
    // The dates here are examples, which stay when they are over.
    page.frame.scripts = vec![Script::OpenNow, Script::Filter];
    page
}
