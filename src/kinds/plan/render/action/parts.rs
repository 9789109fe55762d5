//! The steps, milestones, measures and updates of an action.

use serde::Serialize;

use super::{LeadLink, lead_links};
use crate::kinds::plan::record::Measure;
use crate::kinds::plan::site::progress::{ActionProgress, PlanProgress, StepState};
use crate::model::prose::Prose;
use crate::render::date::DateView;
use crate::render::frame::html;
use crate::render::page::Builder;
use crate::render::wording;
use crate::site::Route;

/// A step or a milestone with its state.
#[derive(Serialize)]
pub(super) struct StepView {
    title: String,
    leads: Vec<LeadLink>,
    target: Option<String>,
    timescale: Option<String>,
    /// `done`, `late`, `due` or `open`.
    state: &'static str,
    /// The state in words; none where it is open and has no date.
    words: Option<String>,
}

fn state_id(state: StepState) -> &'static str {
    match state {
        StepState::Done(_) => "done",
        StepState::Late(_) => "late",
        StepState::Due(_) => "due",
        StepState::Open => "open",
    }
}

/// What is late is worth a word only while the action goes on.
fn words(action: &ActionProgress, state: StepState) -> Option<String> {
    wording::step_state(state).filter(|_| action.standing.is_open() || matches!(state, StepState::Done(_)))
}

pub(super) fn steps(build: &Builder<'_>, plan: usize, action: &ActionProgress) -> Vec<StepView> {
    let progress = &build.site.plans[plan];
    let written = progress.written(action).how.steps.iter();
    let view = |(step, state): (&crate::kinds::plan::record::Step, StepState)| StepView {
        title: html(build.site, &progress.plan.source, &step.title),
        leads: lead_links(build, plan, &step.leads),
        target: step.target.clone(),
        timescale: step.timescale.as_ref().map(|timescale| timescale.as_written.clone()),
        state: state_id(state),
        words: words(action, state),
    };
    written.zip(progress.steps(action)).map(view).collect()
}

pub(super) fn milestones(progress: &PlanProgress, action: &ActionProgress) -> Vec<StepView> {
    let written = progress.written(action).milestones.iter();
    let view = |(milestone, state): (&crate::kinds::plan::record::Milestone, StepState)| StepView {
        title: milestone.title.clone(),
        leads: Vec::new(),
        target: None,
        timescale: milestone.timescale.as_ref().map(|timescale| timescale.as_written.clone()),
        state: state_id(state),
        words: words(action, state),
    };
    written.zip(progress.milestones(action)).map(view).collect()
}

/// What is measured, with the figures where they are on the site.
#[derive(Serialize)]
pub(super) struct MeasureView {
    title: String,
    baseline: Option<String>,
    target: Option<String>,
    address: Option<String>,
}

impl MeasureView {
    pub(super) fn of(build: &Builder<'_>, measure: &Measure) -> Self {
        let indicator =
            measure.indicator.as_ref().and_then(|id| build.site.indicators.iter().find(|one| one.id == id.value));
        Self {
            title: measure.title.clone(),
            baseline: measure.baseline.clone(),
            target: measure.target.clone(),
            address: indicator.map(|one| format!("{}#{}", build.site.address(Route::Evidence), one.slug)),
        }
    }
}

/// What was reported on a day.
#[derive(Serialize)]
pub(in crate::kinds::plan::render) struct UpdateView {
    date: DateView,
    status: Option<&'static str>,
    text: Option<String>,
    by: Option<String>,
}

/// The updates that had been written by the day, newest first.
pub(super) fn updates(
    progress: &PlanProgress,
    action: &ActionProgress,
    prose: &dyn Fn(&Prose) -> String,
) -> Vec<UpdateView> {
    let so_far = progress.so_far(action).iter().rev();
    so_far
        .map(|update| UpdateView {
            date: DateView::of(update.date.value),
            status: update.status.as_ref().map(|status| status.words()),
            text: update.text.as_ref().map(prose),
            by: update.by.clone(),
        })
        .collect()
}
