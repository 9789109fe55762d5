//! A plan as a paper for a board, to be printed: how it stands, what to look at, every priority with its actions.

use serde::Serialize;

use super::changes::QuarterView;
use super::counts::Counts;
use super::deadlines::DeadlineRow;
use super::exceptions::ExceptionView;
use super::labels::Labels;
use super::objectives::{FigureView, ObjectiveView};
use super::overview::Trend;
use super::risks::{RiskView, risks};
use super::row::{ActionRow, LeadLink, lead_links};
use super::{PlanFrame, above};
use crate::kinds::plan::site::progress::DAYS_AHEAD;
use crate::render::date::DateView;
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording;
use crate::site::Route;

#[derive(Serialize)]
struct PaperView {
    plan: PlanFrame,
    title: String,
    /// The plan's page, which is newer than a printed sheet.
    address: String,
    sentence: String,
    period: String,
    organisation: Option<String>,
    today: DateView,
    labels: Labels,
    counts: Counts,
    sections: Vec<PaperSection>,
    trend: Trend,
    days_ahead: i32,
    exceptions: Vec<ExceptionView>,
    /// What changed in the quarter that still runs; none of a plan that has ended.
    changed: Option<QuarterView>,
    due_soon: Vec<DeadlineRow>,
    risks: Vec<RiskView>,
}

/// A section with all its actions.
#[derive(Serialize)]
struct PaperSection {
    id: String,
    title: String,
    address: String,
    leads: Vec<LeadLink>,
    counts: Counts,
    expected_outcomes: Vec<String>,
    figures: Vec<FigureView>,
    objectives: Vec<ObjectiveView>,
    actions: Vec<ActionRow>,
}

pub(crate) fn page(build: &Builder<'_>, number: usize) -> Page {
    let progress = &build.site.plans[number];
    let plan = &progress.plan;
    let exceptions = progress.exceptions();
    let view = PaperView {
        plan: PlanFrame::of(build, number),
        title: plan.title.value.clone(),
        address: build.site.address(Route::Plan(number)),
        sentence: wording::headline(progress),
        period: plan.period.in_words(),
        organisation: plan.organisation.as_ref().map(|id| build.site.organisation_name(id).to_owned()),
        today: DateView::of(build.site.today),
        labels: Labels::of(plan),
        counts: Counts::of(progress, 0..progress.actions.len()),
        sections: (0..plan.sections.len()).map(|section| paper_section(build, number, section)).collect(),
        trend: Trend::of(progress),
        days_ahead: DAYS_AHEAD,
        exceptions: exceptions.iter().map(|one| ExceptionView::of(build, number, one)).collect(),
        changed: (!plan.archived).then(|| QuarterView::this(build, number)),
        due_soon: DeadlineRow::all(build, number, &progress.due_soon()),
        risks: risks(build, number),
    };
    let heading = Heading {
        kind: "board-paper",
        id: &plan.id,
        title: format!("Board paper: {}", plan.title.value),
        description: format!("{}: the whole plan as it stands, to print for a board.", plan.title.value),
        above: above(build, number),
    };
    build.page("board-paper.html", heading, &view)
}

fn paper_section(build: &Builder<'_>, plan: usize, number: usize) -> PaperSection {
    let progress = &build.site.plans[plan];
    let section = &progress.plan.sections[number];
    PaperSection {
        id: progress.section_slugs[number].clone(),
        title: wording::section(progress, number),
        address: build.site.address(Route::Section(plan, number)),
        leads: lead_links(build, plan, &section.leads),
        counts: Counts::of(progress, progress.of_section(number)),
        expected_outcomes: section.expected_outcomes.clone(),
        figures: FigureView::all(build, &section.indicators),
        objectives: ObjectiveView::all(build, plan, number),
        actions: progress.of_section(number).map(|action| ActionRow::of(build, plan, action)).collect(),
    }
}
