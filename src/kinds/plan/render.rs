//! Plans: the list, and the pages of each plan.

mod action;
mod board_paper;
mod changes;
mod counts;
mod deadlines;
mod documents;
mod exceptions;
mod filters;
pub(crate) mod labels;
mod leads;
mod list;
mod mark;
mod objectives;
mod overview;
mod risks;
mod row;
mod samples;
mod score;
mod section;
mod then_and_now;
mod timeline;
mod whole;

use serde::Serialize;

use crate::render::frame::Link;
use crate::render::page::Builder;
use crate::site::Route;
pub(crate) use action::page as action;
pub(crate) use board_paper::page as board_paper;
pub(crate) use changes::page as changes;
pub(crate) use documents::{DocumentView, document_view};
pub(crate) use exceptions::page as exceptions;
pub(crate) use leads::{lead, list as leads};
pub(crate) use list::{PlanSummary, plan_summary};
pub(crate) use mark::Mark;
pub(crate) use row::{RelatedAction, related_actions};
pub(crate) use samples::{PlanSamples, marks};
pub(crate) use section::page as section;
pub(crate) use then_and_now::page as then_and_now;
pub(crate) use timeline::page as timeline;
pub(crate) use whole::page as whole;

/// What every page of a plan says: which plan it is, whether it has ended, and where its other pages are.
#[derive(Serialize)]
struct PlanFrame {
    title: String,
    address: String,
    archived: bool,
    tracked: bool,
    pages: Vec<Link>,
}

impl PlanFrame {
    fn of(build: &Builder<'_>, number: usize) -> Self {
        let plan = &build.site.plans[number].plan;
        let progress = &build.site.plans[number];
        let plan_page = build.site.address(Route::Plan(number));
        let part = |title: &str, id: &str| Link { title: title.to_owned(), address: format!("{plan_page}#{id}") };
        let pages = [
            ("The plan", Route::Plan(number)),
            ("Late or at risk", Route::Exceptions(number)),
            ("What changed", Route::Changes(number)),
            ("Who leads what", Route::Leads(number)),
            ("Timeline", Route::Timeline(number)),
            ("Then and now", Route::ThenAndNow(number)),
            ("The whole plan", Route::WholePlan(number)),
            ("Board paper", Route::BoardPaper(number)),
        ];
        let is_there = |route| build.site.routes.address(route).is_some();
        let pages = pages.into_iter().filter(|&(_, route)| is_there(route));
        let pages = pages.map(|(title, route)| build.link(title, route));
        let risks = (!progress.plan.risks.is_empty()).then(|| part("Risks", "part-risks"));
        let has_figures =
            build.site.indicators.iter().any(|one| one.plan.as_ref().is_some_and(|id| id.value == plan.id));
        let figures = has_figures.then(|| part("Measures", "part-figures"));
        let downloads = part("Downloads", "part-downloads");
        Self {
            title: plan.title.value.clone(),
            address: build.site.address(Route::Plan(number)),
            archived: plan.archived,
            tracked: plan.tracked,
            pages: pages.chain(risks).chain(figures).chain([downloads]).collect(),
        }
    }
}

/// The pages above a page of a plan.
fn above(build: &Builder<'_>, plan: usize) -> Vec<Link> {
    let title = build.site.plans[plan].plan.title.value.clone();
    vec![build.link("Strategy", Route::Strategy), build.link(title, Route::Plan(plan))]
}
