//! Every action by its date, on a scale of days, with boxes to narrow the list.

use std::collections::BTreeMap;

use serde::Serialize;

use super::filters::{FilterIds, filters, reasons};
use super::labels::Labels;
use super::mark::Mark;
use super::{PlanFrame, above};
use crate::kinds::plan::site::progress::PlanProgress;
use crate::model::timescale::Timescale;
use crate::render::chart::{Span, Timeline};
use crate::render::filters::Filter;
use crate::render::frame::{Link, Script};
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording;
use crate::site::Route;

#[derive(Serialize)]
struct TimelineView {
    plan: PlanFrame,
    labels: Labels,
    count: usize,
    /// The axis, as SVG; empty where no action has a date.
    axis: String,
    /// Whether the day of the site is on the scale.
    shows_today: bool,
    groups: Vec<GroupView>,
    filters: Vec<Filter>,
    sections: Vec<Link>,
}

#[derive(Serialize)]
pub(super) struct GroupView {
    title: String,
    rows: Vec<RowView>,
}

#[derive(Serialize)]
struct RowView {
    title: String,
    address: String,
    mark: Option<Mark>,
    /// When it is to be done, as the plan says.
    when: String,
    /// How that was read, where it says more.
    read: Option<String>,
    /// As SVG.
    chart: String,
    ids: FilterIds,
}

/// Where an action stands in the list: what has a date by its financial year, then what goes on, then the rest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Year(i16),
    Ongoing,
    Undated,
}

pub(crate) fn page(build: &Builder<'_>, number: usize) -> Page {
    let progress = &build.site.plans[number];
    let labels = Labels::of(&progress.plan);
    let section = |at| build.link(wording::section(progress, at), Route::Section(number, at));
    let scale = scale(progress);
    let view = TimelineView {
        plan: PlanFrame::of(build, number),
        count: progress.actions.len(),
        axis: scale.as_ref().map(Timeline::axis).unwrap_or_default(),
        shows_today: scale.as_ref().is_some_and(Timeline::shows_today),
        groups: groups(build, number, scale.as_ref()),
        filters: filters(build, number, (&labels.section, &labels.leads, &labels.why)),
        sections: (0..progress.plan.sections.len()).map(section).collect(),
        labels,
    };
    let heading = Heading {
        kind: "plan-timeline",
        id: &progress.plan.id,
        title: format!("Timeline: {}", progress.plan.title.value),
        description: format!("{}: every action by its date.", progress.plan.title.value),
        above: above(build, number),
    };
    build.page("timeline.html", heading, &view).with_scripts([Script::Filter])
}

/// The axis, and the first group with so many of its rows.
pub(super) fn beginning(build: &Builder<'_>, plan: usize, rows: usize) -> (String, Vec<GroupView>) {
    let scale = scale(&build.site.plans[plan]);
    let mut groups = groups(build, plan, scale.as_ref());
    groups.truncate(1);
    for group in &mut groups {
        group.rows.truncate(rows);
    }
    (scale.as_ref().map(Timeline::axis).unwrap_or_default(), groups)
}

/// The scale of all the days that the actions name.
fn scale(progress: &PlanProgress) -> Option<Timeline> {
    let timescales = progress.actions.iter().filter_map(|action| progress.written(action).timescale.as_ref());
    let days = timescales.flat_map(|timescale| [timescale.from, timescale.by]).flatten();
    // A plan that has ended has no present.
    let today = (!progress.plan.archived && progress.plan.tracked).then_some(progress.reporting.last);
    Timeline::of(days, today, progress.reporting.year_starts)
}

fn groups(build: &Builder<'_>, plan: usize, scale: Option<&Timeline>) -> Vec<GroupView> {
    let progress = &build.site.plans[plan];
    let starts = progress.reporting.year_starts;
    let mut groups: BTreeMap<Group, Vec<_>> = BTreeMap::new();
    for number in 0..progress.actions.len() {
        let timescale = progress.written(&progress.actions[number]).timescale.as_ref().map(|one| &one.value);
        let day = timescale.and_then(|timescale| timescale.by.or(timescale.from));
        let group = match (day, timescale.is_some_and(|timescale| timescale.ongoing)) {
            (Some(day), _) => Group::Year(starts.year_of(day)),
            (None, true) => Group::Ongoing,
            (None, false) => Group::Undated,
        };
        groups.entry(group).or_default().push((day, number));
    }
    let reasons = reasons(progress);
    let view = |(group, mut actions): (Group, Vec<_>)| {
        actions.sort_unstable();
        let title = match group {
            Group::Year(year) => starts.label(year),
            Group::Ongoing => "Goes on, with no date".to_owned(),
            Group::Undated => "No date yet".to_owned(),
        };
        let rows = actions.into_iter().map(|(_, number)| RowView::of(build, plan, number, (scale, &reasons)));
        GroupView { title, rows: rows.collect() }
    };
    groups.into_iter().map(view).collect()
}

impl RowView {
    fn of(
        build: &Builder<'_>,
        plan: usize,
        number: usize,
        (scale, reasons): (Option<&Timeline>, &BTreeMap<String, String>),
    ) -> Self {
        let progress = &build.site.plans[plan];
        let action = &progress.actions[number];
        let undated = Timescale::default();
        let written = progress.written(action).timescale.as_ref();
        let timescale = written.map_or(&undated, |timescale| &timescale.value);
        let Timescale { from, by, ongoing, .. } = *timescale;
        let span = Span { from, by, ongoing, rating: action.standing.rating };
        let read = wording::timescale_read(timescale);
        Self {
            title: wording::action(progress, number),
            address: build.site.address(Route::Action(plan, number)),
            mark: Mark::in_plan(&progress.plan, action.standing),
            when: written.map_or_else(|| "No date".to_owned(), |timescale| timescale.as_written.clone()),
            read: read.filter(|read| !timescale.as_written.eq_ignore_ascii_case(read)),
            chart: scale.map(|scale| scale.row(span)).unwrap_or_default(),
            ids: FilterIds::of(progress, number, reasons),
        }
    }
}
