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
mod section;
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
        let pages = [
            ("The plan", Route::Plan(number)),
            ("What changed", Route::Changes(number)),
            ("Exceptions", Route::Exceptions(number)),
            ("Who leads what", Route::Leads(number)),
            ("Timeline", Route::Timeline(number)),
            ("The whole plan", Route::WholePlan(number)),
            ("Board paper", Route::BoardPaper(number)),
        ];
        let is_there = |route| build.site.routes.address(route).is_some();
        let pages = pages.into_iter().filter(|&(_, route)| route != build.route && is_there(route));
        Self {
            title: plan.title.value.clone(),
            address: build.site.address(Route::Plan(number)),
            archived: plan.archived,
            tracked: plan.tracked,
            pages: pages.map(|(title, route)| build.link(title, route)).collect(),
        }
    }
}

/// The pages above a page of a plan.
fn above(build: &Builder<'_>, plan: usize) -> Vec<Link> {
    let title = build.site.plans[plan].plan.title.value.clone();
    vec![build.link("Strategy", Route::Strategy), build.link(title, Route::Plan(plan))]
}
