//! An action's own page.

mod history;
mod parts;

use serde::Serialize;
use tera::Value;

use super::labels::Labels;
use super::mark::Mark;
use super::row::{LeadLink, RelatedAction, lead_links, related};
use super::{PlanFrame, above};
use crate::kinds::plan::site::progress::Concern;
use crate::model::prose::Prose;
use crate::model::timescale::Timescale;
use crate::render::frame::{Link, html};
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording;
use crate::site::Route;
use history::History;
pub(super) use parts::UpdateView;
use parts::{MeasureView, StepView, milestones, steps, updates};

#[derive(Serialize)]
struct ActionView {
    plan: PlanFrame,
    labels: Labels,
    reference: String,
    mark: Option<Mark>,
    rating_reason: Option<String>,
    /// Why a board must look at it, in words.
    concerns: Vec<String>,
    why: Vec<String>,
    aim: Option<String>,
    how: Option<String>,
    steps: Vec<StepView>,
    leads: Vec<LeadLink>,
    timescale: Option<TimescaleView>,
    milestones: Vec<StepView>,
    measures: Vec<MeasureView>,
    success: Option<String>,
    themes: Vec<String>,
    /// Per cent done, as reported.
    percent: Option<u32>,
    details: Vec<DetailView>,
    history: History,
    updates: Vec<UpdateView>,
    related: RelatedView,
    section: Link,
    objective: Option<Link>,
    /// Its neighbours in the section.
    before: Option<Link>,
    after: Option<Link>,
    /// The words that the glossary explains: see `src/render/terms.rs`.
    words: Vec<Value>,
}

/// A further fact under the plan's own heading.
#[derive(Serialize)]
struct DetailView {
    label: String,
    text: String,
}

/// A timescale as the plan has it, and as it was read.
#[derive(Serialize)]
struct TimescaleView {
    as_written: String,
    read: Option<String>,
}

/// What belongs with the action, whichever of the two says so.
#[derive(Serialize)]
struct RelatedView {
    actions: Vec<RelatedAction>,
    services: Vec<Link>,
    courses: Vec<Link>,
    plans: Vec<Link>,
    /// News that names it.
    updates: Vec<Link>,
    any: bool,
}

pub(crate) fn page(build: &Builder<'_>, plan: usize, number: usize) -> Page {
    let site = build.site;
    let progress = &site.plans[plan];
    let action = &progress.actions[number];
    let written = progress.written(action);
    let prose = |text: &Prose| html(site, &progress.plan.source, text);
    let section = action.place.section;
    let sibling = |at: Option<usize>| {
        let at = at.filter(|&at| progress.actions.get(at).is_some_and(|other| other.place.section == section))?;
        Some(build.link(wording::action(progress, at), Route::Action(plan, at)))
    };
    let mut concerns = progress.exception(number).map(|exception| exception.concerns).unwrap_or_default();
    // The reason of a rating set by hand is told by itself.
    concerns.retain(|concern| !matches!(concern, Concern::ByHand(_)));
    let hand = written.rating.as_ref().filter(|_| action.standing.by_hand);
    let view = ActionView {
        plan: PlanFrame::of(build, plan),
        labels: Labels::of(&progress.plan),
        reference: written.reference.value.clone(),
        mark: Mark::in_plan(&progress.plan, action.standing),
        rating_reason: hand.map(|hand| hand.reason.clone()),
        concerns: concerns.into_iter().map(wording::concern).collect(),
        why: written.why.iter().map(prose).collect(),
        aim: written.aim.as_ref().map(prose),
        how: written.how.words.as_ref().map(prose),
        steps: steps(build, plan, action),
        leads: lead_links(build, plan, &written.leads),
        timescale: written.timescale.as_ref().map(|timescale| timescale_view(timescale)),
        milestones: milestones(progress, action),
        measures: written.measures.iter().map(|measure| MeasureView::of(build, measure)).collect(),
        success: written.success.as_ref().map(prose),
        themes: written.themes.clone(),
        percent: written.progress.filter(|_| progress.plan.tracked),
        details: written
            .details
            .0
            .iter()
            .map(|(label, text)| DetailView { label: label.clone(), text: prose(text) })
            .collect(),
        history: History::of(progress, action),
        updates: if progress.plan.tracked { updates_of(build, plan, number) } else { Vec::new() },
        related: related_view(build, plan, number),
        section: build.link(wording::section(progress, section), Route::Section(plan, section)),
        objective: wording::objective(progress, section, action.place.group).map(|title| Link {
            title,
            address: format!("{}#objective-{}", site.address(Route::Section(plan, section)), action.place.group + 1),
        }),
        before: sibling(number.checked_sub(1)),
        after: sibling(Some(number + 1)),
        words: build.words(),
    };
    let mut above = above(build, plan);
    above.push(build.link(wording::section(progress, section), Route::Section(plan, section)));
    let heading = Heading {
        kind: "action",
        id: &action.slug,
        title: wording::action(progress, number),
        description: format!("{}: {}", progress.plan.title.value, written.title.value),
        above,
    };
    build.page("action.html", heading, &view)
}

/// What was reported of an action, newest first.
pub(super) fn updates_of(build: &Builder<'_>, plan: usize, number: usize) -> Vec<UpdateView> {
    let progress = &build.site.plans[plan];
    let prose = |text: &Prose| html(build.site, &progress.plan.source, text);
    updates(progress, &progress.actions[number], &prose)
}

/// How a timescale was read, where that says more than its own words.
fn timescale_view(timescale: &Timescale) -> TimescaleView {
    let read = wording::timescale_read(timescale);
    let read = read.filter(|read| !timescale.as_written.eq_ignore_ascii_case(read));
    TimescaleView { as_written: timescale.as_written.clone(), read }
}

/// What it names, and then what names it.
fn related_view(build: &Builder<'_>, plan: usize, number: usize) -> RelatedView {
    let own = Route::Action(plan, number);
    let mut routes: Vec<Route> = Vec::new();
    for &route in build.site.relations.of(own).iter().chain(build.site.relations.naming(own)) {
        if route != own && !routes.contains(&route) {
            routes.push(route);
        }
    }
    let news = (0..build.site.updates.len()).map(Route::Update);
    routes.extend(news.filter(|&update| build.site.relations.of(update).contains(&own)));
    let of = |kind: fn(&Route) -> bool| build.related(&routes.iter().copied().filter(kind).collect::<Vec<_>>());
    RelatedView {
        actions: related(build, &routes, Some(plan)),
        services: of(|route| matches!(route, Route::Service(_))),
        courses: of(|route| matches!(route, Route::Course(_))),
        plans: of(|route| matches!(route, Route::Plan(_))),
        updates: of(|route| matches!(route, Route::Update(_))),
        any: !routes.is_empty(),
    }
}
