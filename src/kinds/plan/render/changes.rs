//! What changed, in this quarter and in the one before. Printed, it is the paper for a board: so it tells the
//! exceptions, who leads what, and what is missing, too.

use jiff::civil::Date;
use serde::Serialize;

use super::counts::Counts;
use super::exceptions::ExceptionView;
use super::labels::Labels;
use super::leads::LeadRow;
use super::mark::Mark;
use super::{PlanFrame, above};
use crate::kinds::plan::site::progress::{Change, ChangeKind};
use crate::render::date::DateView;
use crate::render::frame::{Link, html};
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording;
use crate::site::Route;

#[derive(Serialize)]
struct ChangesView {
    plan: PlanFrame,
    sentence: String,
    today: DateView,
    labels: Labels,
    quarters: Vec<QuarterView>,
    exceptions: Vec<ExceptionView>,
    total: Counts,
    leads: Vec<LeadRow>,
    missing: Vec<MissingView>,
}

/// What changed between two days.
#[derive(Serialize)]
pub(super) struct QuarterView {
    id: &'static str,
    title: String,
    days: String,
    /// How many actions changed in which way, in words.
    summary: Vec<String>,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    title: &'static str,
    changes: Vec<ChangeView>,
}

/// What changed about an action.
#[derive(Serialize)]
struct ChangeView {
    title: String,
    address: String,
    /// How it stood on the last day.
    mark: Mark,
    /// What changed, in sentences.
    words: Vec<String>,
    updates: Vec<UpdateView>,
}

#[derive(Serialize)]
struct UpdateView {
    date: DateView,
    text: String,
}

#[derive(Serialize)]
struct MissingView {
    title: &'static str,
    actions: Vec<Link>,
}

pub(crate) fn page(build: &Builder<'_>, number: usize) -> Page {
    let progress = &build.site.plans[number];
    let days = progress.reporting;
    let last = days.last_quarter();
    let before = last.previous();
    let exceptions = progress.exceptions();
    let now = QuarterView::this(build, number);
    let then = quarter(build, number, ("last-quarter", last.label()), (before.last_day(), last.last_day()));
    // After a plan has ended there is no present quarter.
    let quarters = if progress.plan.archived { vec![then] } else { vec![now, then] };
    let view = ChangesView {
        plan: PlanFrame::of(build, number),
        sentence: wording::headline(progress),
        today: DateView::of(build.site.today),
        labels: Labels::of(&progress.plan),
        quarters,
        exceptions: exceptions.iter().map(|one| ExceptionView::of(build, number, one)).collect(),
        total: Counts::of(progress, 0..progress.actions.len()),
        leads: LeadRow::all(build, number),
        missing: missing(build, number),
    };
    let heading = Heading {
        kind: "plan-changes",
        id: &progress.plan.id,
        title: format!("What changed: {}", progress.plan.title.value),
        description: format!("{}: what changed in this quarter and the last.", progress.plan.title.value),
        above: above(build, number),
    };
    build.page("changes.html", heading, &view)
}

impl QuarterView {
    /// The quarter that still runs.
    pub(super) fn this(build: &Builder<'_>, plan: usize) -> Self {
        let days = build.site.plans[plan].reporting;
        let name = ("this-quarter", days.this_quarter().label());
        quarter(build, plan, name, (days.last_quarter().last_day(), days.last))
    }
}

fn quarter(build: &Builder<'_>, plan: usize, name: (&'static str, String), days: (Date, Date)) -> QuarterView {
    let progress = &build.site.plans[plan];
    let (since, until) = days;
    let changes = progress.changes(since, until);
    let of_kind = |kind: ChangeKind| changes.iter().filter(move |change| change.kind() == kind);
    let groups = ChangeKind::ALL.into_iter().map(|kind| GroupView {
        title: wording::change_kind(kind),
        changes: of_kind(kind).map(|change| change_view(build, plan, change)).collect(),
    });
    let groups: Vec<GroupView> = groups.filter(|group| !group.changes.is_empty()).collect();
    let summary = groups.iter().map(|group| format!("{}: {}", group.title, group.changes.len())).collect();
    QuarterView { id: name.0, title: name.1, days: wording::stretch(since, until), summary, groups }
}

fn change_view(build: &Builder<'_>, plan: usize, change: &Change) -> ChangeView {
    let progress = &build.site.plans[plan];
    let written = progress.written(&progress.actions[change.action]);
    let updates = written.updates[change.updates.clone()].iter().rev().filter_map(|update| {
        let text = html(build.site, &progress.plan.source, update.text.as_ref()?);
        Some(UpdateView { date: DateView::of(update.date.value), text })
    });
    ChangeView {
        title: wording::action(progress, change.action),
        address: build.site.address(Route::Action(plan, change.action)),
        mark: Mark::of(change.after),
        words: wording::change(progress, change),
        updates: updates.collect(),
    }
}

fn missing(build: &Builder<'_>, plan: usize) -> Vec<MissingView> {
    let progress = &build.site.plans[plan];
    let missing = progress.missing();
    let lists = [("No update yet", missing.update), ("No date", missing.date), ("Nobody leads it yet", missing.lead)];
    let link = |&action: &usize| build.link(wording::action(progress, action), Route::Action(plan, action));
    let views = lists.map(|(title, actions)| MissingView { title, actions: actions.iter().map(link).collect() });
    views.into_iter().filter(|view| !view.actions.is_empty()).collect()
}
