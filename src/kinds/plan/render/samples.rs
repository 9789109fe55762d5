//! What a plan's pages are made of, a little of each, for the styleguide.

use serde::Serialize;

use super::action::{UpdateView, updates_of};
use super::counts::Counts;
use super::labels::Labels;
use super::mark::Mark;
use super::row::ActionRow;
use super::timeline::{GroupView, beginning};
use crate::kinds::plan::site::progress::Standing;
use crate::model::rating::{Scheme, work_out};
use crate::model::status::Status;
use crate::model::timescale::Timescale;
use crate::render::page::Builder;

/// How many rows a list has.
const ROWS: usize = 3;

/// A little of a plan.
#[derive(Serialize)]
pub(crate) struct PlanSamples {
    labels: Labels,
    counts: Counts,
    actions: Vec<ActionRow>,
    /// Of the action of which most is told.
    updates: Vec<UpdateView>,
    /// The axis of the timeline, as SVG.
    axis: String,
    groups: Vec<GroupView>,
}

impl PlanSamples {
    /// Of the first plan; none where there is no plan.
    pub(crate) fn of(build: &Builder<'_>) -> Option<Self> {
        let progress = build.site.plans.first()?;
        let all = 0..progress.actions.len();
        let told = all.clone().max_by_key(|&action| progress.so_far(&progress.actions[action]).len());
        let (axis, groups) = beginning(build, 0, ROWS);
        Some(Self {
            labels: Labels::of(&progress.plan),
            counts: Counts::of(progress, all.clone()),
            actions: all.take(ROWS).map(|action| ActionRow::of(build, 0, action)).collect(),
            updates: told.map(|action| updates_of(build, 0, action)).unwrap_or_default(),
            axis,
            groups,
        })
    }
}

/// A mark for each status of an action in time, in the scheme that has all colours.
pub(crate) fn marks() -> Vec<Mark> {
    let mark = |status| {
        let rating = work_out(status, &Timescale::default(), jiff::civil::Date::MIN, Scheme::Brag);
        Mark::of(Standing { status, reported: true, rating, by_hand: false, rule: rating, overdue: false })
    };
    Status::ALL.into_iter().map(mark).collect()
}
