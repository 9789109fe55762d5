//! What became of the promises that the plan before did not keep.

use serde::Serialize;

use super::mark::Mark;
use super::row::{RelatedAction, related};
use super::{PlanFrame, above};
use crate::kinds::plan::site::before::before;
use crate::model::status::Status;
use crate::render::frame::Link;
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording;
use crate::site::Route;

#[derive(Serialize)]
struct ThenAndNowView {
    plan: PlanFrame,
    before: Link,
    /// How many promises the plan before had.
    all: usize,
    /// How many of those below are carried on.
    carried_on: usize,
    promises: Vec<PromiseView>,
}

/// A promise that was not complete when its plan ended.
#[derive(Serialize)]
struct PromiseView {
    title: String,
    address: String,
    mark: Option<Mark>,
    /// The actions of the present plan that carry it on.
    now: Vec<RelatedAction>,
}

pub(crate) fn page(build: &Builder<'_>, number: usize) -> Page {
    let site = build.site;
    let plan = &site.plans[number].plan;
    let then = before(&site.plans, number).unwrap_or(number);
    let progress = &site.plans[then];
    let open = (0..progress.actions.len()).filter(|&at| progress.actions[at].standing.status != Status::Complete);
    let promises: Vec<PromiseView> = open
        .map(|at| {
            let own = Route::Action(then, at);
            let mut now: Vec<Route> = Vec::new();
            for &route in site.relations.of(own).iter().chain(site.relations.naming(own)) {
                if matches!(route, Route::Action(of, _) if of == number) && !now.contains(&route) {
                    now.push(route);
                }
            }
            PromiseView {
                title: wording::action(progress, at),
                address: site.address(own),
                mark: Mark::in_plan(&progress.plan, progress.actions[at].standing),
                now: related(build, &now, Some(number)),
            }
        })
        .collect();
    let view = ThenAndNowView {
        plan: PlanFrame::of(build, number),
        before: build.link(progress.plan.title.value.clone(), Route::Plan(then)),
        all: progress.actions.len(),
        carried_on: promises.iter().filter(|promise| !promise.now.is_empty()).count(),
        promises,
    };
    let heading = Heading {
        kind: "then-and-now",
        id: &plan.id,
        title: format!("Then and now: {}", plan.title.value),
        description: format!("{}: what became of the promises that the plan before did not keep.", plan.title.value),
        above: above(build, number),
    };
    build.page("then-and-now.html", heading, &view)
}
