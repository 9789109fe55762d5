//! Plans: the list, and the pages of each plan.

mod action;
mod board_paper;
mod changes;
mod counts;
mod deadlines;
mod documents;
mod exceptions;
mod filters;
pub(in crate::render) mod labels;
mod leads;
mod list;
mod mark;
mod overview;
mod risks;
mod row;
mod samples;
mod section;
mod timeline;

use serde::Serialize;

use super::{Builder, Link};
use crate::site::Route;

pub(super) use action::page as action;
pub(super) use board_paper::page as board_paper;
pub(super) use changes::page as changes;
pub(super) use documents::{DocumentView, document_view};
pub(super) use exceptions::page as exceptions;
pub(super) use leads::{lead, list as leads};
pub(super) use list::{PlanSummary, list, plan_summary};
pub(super) use mark::Mark;
pub(super) use overview::page as overview;
pub(super) use row::{RelatedAction, related_actions};
pub(super) use samples::{PlanSamples, marks};
pub(super) use section::page as section;
pub(super) use timeline::page as timeline;

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
