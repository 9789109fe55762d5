//! Who leads what, and a page for each lead.

use serde::Serialize;

use super::counts::Counts;
use super::labels::Labels;
use super::row::ActionRow;
use super::{PlanFrame, above};
use crate::kinds::plan::site::progress::PlanProgress;
use crate::model::day;
use crate::record::lead::Lead;
use crate::render::frame::Link;
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording;
use crate::site::Route;

#[derive(Serialize)]
struct LeadsView {
    plan: PlanFrame,
    labels: Labels,
    total: Counts,
    /// How many lead anything.
    count: usize,
    /// Those who lead actions.
    leads: Vec<LeadRow>,
    /// Those who lead something else alone, such as an objective.
    others: Vec<LeadRow>,
    /// Actions that nobody leads yet.
    vacant: Vec<Link>,
}

/// A lead in a list, with how its actions stand.
#[derive(Serialize)]
pub(super) struct LeadRow {
    title: String,
    address: String,
    counts: Counts,
    /// What it holds besides actions, in words: "2 steps".
    other: Option<String>,
    /// When one of its actions was last reported on, in words; none where it holds none or nothing is reported.
    reported: Option<String>,
}

impl LeadRow {
    pub(super) fn all(build: &Builder<'_>, plan: usize) -> Vec<Self> {
        let progress = &build.site.plans[plan];
        (0..progress.leads.len()).map(|number| Self::of(build, plan, number)).collect()
    }

    fn of(build: &Builder<'_>, plan: usize, number: usize) -> Self {
        let progress = &build.site.plans[plan];
        let lead = &progress.leads[number];
        let labels = Labels::of(&progress.plan);
        let counted = [
            (lead.sections.len(), labels.section.as_str()),
            (lead.objectives.len(), labels.objective.as_str()),
            (lead.steps.len(), "step"),
            (lead.risks.len(), "risk"),
        ];
        let held = counted.iter().filter(|(count, _)| *count > 0);
        let other: Vec<String> = held.map(|(count, thing)| wording::counted(*count, &thing.to_lowercase())).collect();
        Self {
            title: lead.name.clone(),
            address: build.site.address(Route::Lead(plan, number)),
            counts: Counts::of(progress, lead.actions.iter().copied()),
            other: (!other.is_empty()).then(|| other.join(", ")),
            reported: reported(progress, &lead.actions),
        }
    }
}

/// When one of some actions was last reported on.
fn reported(progress: &PlanProgress, actions: &[usize]) -> Option<String> {
    let updates = actions.iter().filter_map(|&action| progress.so_far(&progress.actions[action]).last());
    let last = updates.map(|update| update.date.value).max();
    let words = last.map_or_else(|| "no report yet".to_owned(), |day| format!("last report on {}", day::long(day)));
    (progress.plan.tracked && !actions.is_empty()).then_some(words)
}

pub(crate) fn list(build: &Builder<'_>, number: usize) -> Page {
    let progress = &build.site.plans[number];
    let vacant = (0..progress.actions.len()).filter(|&action| {
        let leads = &progress.written(&progress.actions[action]).leads;
        progress.actions[action].standing.is_open() && leads.iter().all(Lead::is_nobody)
    });
    let link = |action| build.link(wording::action(progress, action), Route::Action(number, action));
    let (leads, others) =
        (0..progress.leads.len()).partition::<Vec<_>, _>(|&lead| !progress.leads[lead].actions.is_empty());
    let rows = |numbers: Vec<usize>| numbers.into_iter().map(|lead| LeadRow::of(build, number, lead)).collect();
    let view = LeadsView {
        plan: PlanFrame::of(build, number),
        labels: Labels::of(&progress.plan),
        total: Counts::of(progress, 0..progress.actions.len()),
        count: progress.leads.len(),
        leads: rows(leads),
        others: rows(others),
        vacant: vacant.map(link).collect(),
    };
    let heading = Heading {
        kind: "plan-leads",
        id: &progress.plan.id,
        title: format!("Who leads what: {}", progress.plan.title.value),
        description: if progress.plan.tracked {
            format!("{}: who leads each action, and how it stands.", progress.plan.title.value)
        } else {
            format!("{}: who leads each action.", progress.plan.title.value)
        },
        above: above(build, number),
    };
    build.page("leads.html", heading, &view)
}

#[derive(Serialize)]
struct LeadView {
    plan: PlanFrame,
    labels: Labels,
    name: String,
    description: Option<String>,
    website: Option<String>,
    counts: Counts,
    reported: Option<String>,
    sections: Vec<Link>,
    objectives: Vec<Link>,
    actions: Vec<ActionRow>,
    steps: Vec<StepRow>,
    risks: Vec<String>,
}

/// A step of an action that someone else may lead.
#[derive(Serialize)]
struct StepRow {
    title: String,
    action: Link,
    state: Option<String>,
}

pub(crate) fn lead(build: &Builder<'_>, plan: usize, number: usize) -> Page {
    let site = build.site;
    let progress = &site.plans[plan];
    let lead = &progress.leads[number];
    let partner = site.organisation(&lead.slug);
    let section = |&section: &usize| build.link(wording::section(progress, section), Route::Section(plan, section));
    let objective = |&(section, group): &(usize, usize)| Link {
        title: wording::objective(progress, section, group).unwrap_or_else(|| wording::section(progress, section)),
        address: format!("{}#objective-{}", site.address(Route::Section(plan, section)), group + 1),
    };
    let view = LeadView {
        plan: PlanFrame::of(build, plan),
        labels: Labels::of(&progress.plan),
        name: lead.name.clone(),
        description: partner.and_then(|partner| partner.description.clone()),
        website: partner.and_then(|partner| partner.website.as_ref()).map(|address| address.to_string()),
        counts: Counts::of(progress, lead.actions.iter().copied()),
        reported: reported(progress, &lead.actions),
        sections: lead.sections.iter().map(section).collect(),
        objectives: lead.objectives.iter().map(objective).collect(),
        actions: lead.actions.iter().map(|&action| ActionRow::of(build, plan, action)).collect(),
        steps: lead.steps.iter().map(|&step| step_row(build, plan, progress, step)).collect(),
        risks: lead.risks.iter().map(|&risk| progress.plan.risks[risk].event.clone()).collect(),
    };
    let mut above = above(build, plan);
    above.push(build.link("Who leads what", Route::Leads(plan)));
    let heading = Heading {
        kind: "plan-lead",
        id: &lead.slug,
        title: format!("{}: {}", lead.name, progress.plan.title.value),
        description: format!("What {} leads in {}.", lead.name, progress.plan.title.value),
        above,
    };
    build.page("lead.html", heading, &view)
}

fn step_row(build: &Builder<'_>, plan: usize, progress: &PlanProgress, (action, step): (usize, usize)) -> StepRow {
    let progressed = &progress.actions[action];
    let state = progress.steps(progressed).nth(step);
    StepRow {
        title: progress.written(progressed).how.steps[step].title.text.clone(),
        action: build.link(wording::action(progress, action), Route::Action(plan, action)),
        state: state.and_then(wording::step_state),
    }
}
