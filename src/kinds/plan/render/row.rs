//! An action, and its leads, in a list.

use serde::Serialize;

use super::mark::Mark;
use crate::kinds::plan::site::progress::PlanProgress;
use crate::record::lead::Lead;
use crate::render::date::DateView;
use crate::render::frame::html;
use crate::render::page::Builder;
use crate::render::wording;
use crate::site::Route;

/// An action in a list.
#[derive(Serialize)]
pub(super) struct ActionRow {
    title: String,
    address: String,
    mark: Option<Mark>,
    timescale: Option<String>,
    leads: Vec<LeadLink>,
    /// What it is among, such as what comes first.
    themes: Vec<String>,
    latest: Option<LatestUpdate>,
}

/// What was last said of an action.
#[derive(Serialize)]
pub(super) struct LatestUpdate {
    date: DateView,
    text: String,
}

/// A lead in words, with the page of what it holds; none where it names nobody yet.
#[derive(Serialize)]
pub(super) struct LeadLink {
    words: String,
    address: Option<String>,
}

impl ActionRow {
    pub(super) fn of(build: &Builder<'_>, plan: usize, number: usize) -> Self {
        let progress = &build.site.plans[plan];
        let action = &progress.actions[number];
        let written = progress.written(action);
        let latest = progress.so_far(action).iter().rev().filter(|_| progress.plan.tracked).find_map(|update| {
            let text = html(build.site, &progress.plan.source, update.text.as_ref()?);
            Some(LatestUpdate { date: DateView::of(update.date.value), text })
        });
        Self {
            title: wording::action(progress, number),
            address: build.site.address(Route::Action(plan, number)),
            mark: Mark::in_plan(&progress.plan, action.standing),
            timescale: written.timescale.as_ref().map(|timescale| timescale.as_written.clone()),
            leads: lead_links(build, plan, &written.leads),
            themes: written.themes.clone(),
            latest,
        }
    }
}

pub(super) fn lead_links(build: &Builder<'_>, plan: usize, leads: &[Lead]) -> Vec<LeadLink> {
    let progress: &PlanProgress = &build.site.plans[plan];
    let link = |lead: &Lead| LeadLink {
        words: wording::lead(build.site, lead),
        address: progress.lead_number(lead).map(|number| build.site.address(Route::Lead(plan, number))),
    };
    leads.iter().map(link).collect()
}

/// An action that another page names, with how it stands.
#[derive(Serialize)]
pub(crate) struct RelatedAction {
    title: String,
    address: String,
    mark: Option<Mark>,
    /// The plan's name, where it is another plan than the page's.
    plan: Option<String>,
    archived: bool,
}

/// The actions among routes; `plan` is that of the page, if it has one.
pub(super) fn related(build: &Builder<'_>, routes: &[Route], plan: Option<usize>) -> Vec<RelatedAction> {
    let action = |&route: &Route| {
        let Route::Action(of, number) = route else { return None };
        let progress = &build.site.plans[of];
        Some(RelatedAction {
            title: wording::action(progress, number),
            address: build.site.address(route),
            mark: Mark::in_plan(&progress.plan, progress.actions[number].standing),
            plan: (plan != Some(of)).then(|| progress.plan.title.value.clone()),
            archived: progress.plan.archived,
        })
    };
    routes.iter().filter_map(action).collect()
}

/// The actions of current plans that name a service or a course as related.
pub(crate) fn related_actions(build: &Builder<'_>) -> Vec<RelatedAction> {
    let mut actions = related(build, build.site.relations.naming(build.route), None);
    actions.retain(|action| !action.archived);
    actions
}
