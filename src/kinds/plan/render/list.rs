//! The list of plans, and a plan in a few words.

use serde::Serialize;

use crate::kinds::plan::record::Plan;
use crate::render::page::{Builder, Heading, ListPage, Page};
use crate::render::wording;
use crate::site::Route;

/// A plan in a few words.
#[derive(Serialize)]
pub(crate) struct PlanSummary {
    title: String,
    address: String,
    period: String,
    archived: bool,
    sentence: String,
}

pub(crate) fn plan_summary(build: &Builder<'_>, number: usize) -> PlanSummary {
    let progress = &build.site.plans[number];
    let plan = &progress.plan;
    PlanSummary {
        title: plan.title.value.clone(),
        address: build.site.address(Route::Plan(number)),
        period: plan.period.in_words(),
        archived: plan.archived,
        sentence: wording::headline(progress),
    }
}

#[derive(Serialize)]
struct ListView {
    current: Vec<PlanSummary>,
    archived: Vec<PlanSummary>,
}

impl ListPage for Plan {
    fn list(build: &Builder<'_>) -> Page {
        let all = (0..build.site.plans.len()).map(|number| plan_summary(build, number));
        let (archived, current) = all.partition(|plan| plan.archived);
        let heading = Heading {
            kind: "strategy",
            id: "",
            title: "Strategy".to_owned(),
            description: format!("What {} has promised, and how it stands.", build.site.settings.name),
            above: Vec::new(),
        };
        build.page("strategy.html", heading, &ListView { current, archived })
    }
}
