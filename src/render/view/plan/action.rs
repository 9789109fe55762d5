//! An action's own page.

use jiff::civil::Date;
use serde::Serialize;

use super::{Labels, Mark, lead_words, section_title};
use crate::diagnostic::Located;
use crate::model::day;
use crate::model::plan::{Action, Measure, Milestone, Step};
use crate::model::prose::Prose;
use crate::model::timescale::Timescale;
use crate::render::frame::html;
use crate::render::view::service::DateView;
use crate::render::view::{Builder, Heading, Link, Page};
use crate::site::{ActionProgress, PlanProgress, Route};

#[derive(Serialize)]
struct ActionView {
    labels: Labels,
    mark: Mark,
    rating_reason: Option<String>,
    archived: bool,
    why: Vec<String>,
    aim: Option<String>,
    how: Option<String>,
    steps: Vec<StepView>,
    leads: Vec<String>,
    timescale: Option<TimescaleView>,
    milestones: Vec<StepView>,
    measures: Vec<MeasureView>,
    success: Option<String>,
    updates: Vec<UpdateView>,
    related: Vec<Link>,
    section: Link,
    objective: Option<String>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A timescale as the plan has it, and as it was read.
#[derive(Serialize)]
struct TimescaleView {
    as_written: String,
    read: Option<String>,
}

#[derive(Serialize)]
struct StepView {
    title: String,
    leads: Vec<String>,
    target: Option<String>,
    timescale: Option<String>,
    done: Option<String>,
}

#[derive(Serialize)]
struct MeasureView {
    title: String,
    baseline: Option<String>,
    target: Option<String>,
    address: Option<String>,
}

#[derive(Serialize)]
struct UpdateView {
    date: DateView,
    status: Option<&'static str>,
    text: Option<String>,
    by: Option<String>,
}

pub(in crate::render::view) fn page(build: &Builder<'_>, plan: usize, number: usize) -> Page {
    let site = build.site;
    let progress = &site.plans[plan];
    let action = &progress.actions[number];
    let written = progress.written(action);
    let prose = |text: &Prose| html(site, &progress.plan.source, text);
    let section = action.place.section;
    let sibling = |at: Option<usize>| {
        let at = at.filter(|&at| progress.actions.get(at).is_some_and(|other| other.place.section == section))?;
        Some(build.link(build.title_of(Route::Action(plan, at))?, Route::Action(plan, at)))
    };
    let view = ActionView {
        labels: Labels::of(&progress.plan),
        mark: Mark::of(action.standing),
        rating_reason: written.rating.as_ref().map(|hand| hand.reason.clone()),
        archived: progress.plan.archived,
        why: written.why.iter().map(prose).collect(),
        aim: written.aim.as_ref().map(prose),
        how: written.how.as_ref().map(prose),
        steps: written.steps.iter().map(|step| step_view(build, progress, step)).collect(),
        leads: written.leads.iter().map(|lead| lead_words(build, lead)).collect(),
        timescale: written.timescale.as_ref().map(|timescale| timescale_view(timescale)),
        milestones: written.milestones.iter().map(|one| milestone_view(build, one)).collect(),
        measures: written.measures.iter().map(|measure| measure_view(build, measure)).collect(),
        success: written.success.as_ref().map(prose),
        updates: updates(written, action, &prose),
        related: build.related(&action.related),
        section: build.link(section_title(progress, section), Route::Section(plan, section)),
        objective: objective(progress, action),
        previous: sibling(number.checked_sub(1)),
        next: sibling(Some(number + 1)),
    };
    let heading = Heading {
        kind: "action",
        id: &action.slug,
        title: format!("{} {}", written.reference.value, written.title.value),
        description: format!("{}: {}", progress.plan.title.value, written.title.value),
        above: vec![
            build.link("Strategy", Route::Strategy),
            build.link(progress.plan.title.value.clone(), Route::Plan(plan)),
            build.link(section_title(progress, section), Route::Section(plan, section)),
        ],
    };
    build.page("action.html", heading, &view)
}

fn objective(progress: &PlanProgress, action: &ActionProgress) -> Option<String> {
    let group = &progress.plan.sections[action.place.section].groups[action.place.group];
    let title = group.title.as_ref()?;
    Some(match &group.reference {
        Some(reference) => format!("{} {}", reference.value, title.value),
        None => title.value.clone(),
    })
}

/// The updates that had been written by the day, newest first.
fn updates(written: &Action, action: &ActionProgress, prose: &dyn Fn(&Prose) -> String) -> Vec<UpdateView> {
    let so_far = written.updates[..action.updates_so_far].iter().rev();
    so_far
        .map(|update| UpdateView {
            date: DateView::of(update.date.value),
            status: update.status.as_ref().map(|status| status.words()),
            text: update.text.as_ref().map(prose),
            by: update.by.clone(),
        })
        .collect()
}

/// How a timescale was read, where that says more than its own words.
fn timescale_view(timescale: &Timescale) -> TimescaleView {
    let by = timescale.by.map(|by| format!("by {}", day::long(by)));
    let from = timescale.from.map(|from| format!("from {}", day::long(from)));
    let ongoing = timescale.ongoing.then(|| "then ongoing".to_owned());
    let parts: Vec<String> = [from, by, ongoing].into_iter().flatten().collect();
    let read = (!parts.is_empty()).then(|| parts.join(", "));
    TimescaleView { as_written: timescale.as_written.clone(), read }
}

fn step_view(build: &Builder<'_>, progress: &PlanProgress, step: &Step) -> StepView {
    StepView {
        title: html(build.site, &progress.plan.source, &step.title),
        leads: step.leads.iter().map(|lead| lead_words(build, lead)).collect(),
        target: step.target.clone(),
        timescale: step.timescale.as_ref().map(|timescale| timescale.as_written.clone()),
        done: done(build, step.done.as_ref()),
    }
}

/// What will be done later is not done on the day.
fn done(build: &Builder<'_>, done: Option<&Located<Date>>) -> Option<String> {
    done.filter(|done| done.value <= build.site.today).map(|done| day::long(done.value))
}

fn milestone_view(build: &Builder<'_>, milestone: &Milestone) -> StepView {
    StepView {
        title: milestone.title.clone(),
        leads: Vec::new(),
        target: None,
        timescale: milestone.timescale.as_ref().map(|timescale| timescale.as_written.clone()),
        done: done(build, milestone.done.as_ref()),
    }
}

fn measure_view(build: &Builder<'_>, measure: &Measure) -> MeasureView {
    let indicator =
        measure.indicator.as_ref().and_then(|id| build.site.indicators.iter().find(|one| one.id == id.value));
    MeasureView {
        title: measure.title.clone(),
        baseline: measure.baseline.clone(),
        target: measure.target.clone(),
        address: indicator.map(|one| format!("{}#{}", build.site.address(Route::Evidence), one.slug)),
    }
}
