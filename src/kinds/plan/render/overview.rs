//! A plan's first page.

use serde::Serialize;

use super::PlanFrame;
use super::counts::{Counts, RatingCount, parts};
use super::deadlines::DeadlineRow;
use super::documents::{DocumentView, document_view};
use super::labels::Labels;
use super::objectives::{FigureView, ObjectiveView};
use super::risks::{RiskView, risks};
use super::score::Score;
use crate::kinds::indicator::render::Headline;
use crate::kinds::plan::record::Plan;
use crate::kinds::plan::site::progress::{DAYS_AHEAD, PlanProgress, Standing};
use crate::model::rating::Rating;
use crate::render::chart::{self, Column};
use crate::render::date::DateView;
use crate::render::frame::{Link, html};
use crate::render::page::{Builder, Heading, Page, RecordPage};
use crate::render::wording;
use crate::site::{DownloadFormat, Route, Site};

#[derive(Serialize)]
struct PlanView {
    plan: PlanFrame,
    sentence: String,
    /// The summary up to its first heading, and the rest, which waits until it has been said how the plan stands.
    summary: Option<String>,
    further: Option<String>,
    period: String,
    organisation: Option<String>,
    today: DateView,
    labels: Labels,
    score: Score,
    counts: Counts,
    sections: Vec<SectionRow>,
    trend: Trend,
    days_ahead: i32,
    overdue: Vec<DeadlineRow>,
    due_soon: Vec<DeadlineRow>,
    guide: Vec<GuideLine>,
    documents: Vec<DocumentView>,
    risks: Vec<RiskView>,
    /// The figures that say most: of each section the first, then the second, and so on.
    headlines: Vec<Headline>,
    indicators: Vec<Link>,
    /// The plan as files to take away.
    downloads: Vec<Link>,
}

#[derive(Serialize)]
struct SectionRow {
    title: String,
    address: String,
    counts: Counts,
    expected_outcomes: Vec<String>,
    figures: Vec<FigureView>,
    objectives: Vec<ObjectiveView>,
}

/// The ratings at the end of each of the last quarters, and today.
#[derive(Serialize)]
pub(super) struct Trend {
    /// As SVG.
    chart: String,
    quarters: Vec<QuarterCounts>,
}

#[derive(Serialize)]
struct QuarterCounts {
    /// "Q2 2026/27".
    quarter: String,
    /// What the counts are of: the quarter's last day, or today.
    day: DateView,
    ratings: Vec<RatingCount>,
}

#[derive(Serialize)]
struct GuideLine {
    rating: &'static str,
    words: &'static str,
    text: String,
}

impl RecordPage for Plan {
    fn page(build: &Builder<'_>, number: usize) -> Page {
        let site = build.site;
        let progress = &site.plans[number];
        let plan = &progress.plan;
        let indicators = site.indicators.iter().filter(|one| one.plan.as_ref().is_some_and(|id| id.value == plan.id));
        let evidence = site.address(Route::Evidence);
        let summary = plan.summary.as_ref().map(|summary| html(site, &plan.source, summary));
        let (summary, further) = match summary {
            Some(whole) => match whole.find("<h2") {
                Some(at) => (Some(whole[..at].to_owned()), Some(whole[at..].to_owned())),
                None => (Some(whole), None),
            },
            None => (None, None),
        };
        let view = PlanView {
            plan: PlanFrame::of(build, number),
            sentence: wording::headline(progress),
            summary,
            further,
            period: plan.period.in_words(),
            organisation: plan.organisation.as_ref().map(|id| site.organisation_name(id).to_owned()),
            today: DateView::of(site.today),
            labels: Labels::of(plan),
            score: Score::of(progress),
            counts: Counts::of(progress, 0..progress.actions.len()),
            sections: (0..plan.sections.len()).map(|section| section_row(build, number, section)).collect(),
            trend: Trend::of(progress),
            days_ahead: DAYS_AHEAD,
            overdue: DeadlineRow::all(build, number, &progress.overdue()),
            due_soon: DeadlineRow::all(build, number, &progress.due_soon()),
            guide: guide(progress),
            documents: plan.documents.iter().filter_map(|document| document_view(build, document)).collect(),
            risks: risks(build, number),
            headlines: headlines(build.site, plan),
            indicators: indicators
                .map(|one| Link { title: one.title.value.clone(), address: format!("{evidence}#{}", one.slug) })
                .collect(),
            downloads: DownloadFormat::ALL.map(|format| download(build, number, format)).into(),
        };
        let heading = Heading {
            kind: "plan",
            id: &plan.id,
            title: plan.title.value.clone(),
            description: view.sentence.clone(),
            above: vec![build.link("Strategy", Route::Strategy)],
        };
        build.page("plan.html", heading, &view)
    }
}

fn section_row(build: &Builder<'_>, plan: usize, number: usize) -> SectionRow {
    let progress = &build.site.plans[plan];
    let section = &progress.plan.sections[number];
    SectionRow {
        title: wording::section(progress, number),
        address: build.site.address(Route::Section(plan, number)),
        counts: Counts::of(progress, progress.of_section(number)),
        expected_outcomes: section.expected_outcomes.clone(),
        figures: FigureView::all(build, &section.indicators),
        objectives: ObjectiveView::all(build, plan, number),
    }
}

impl Trend {
    /// The last eight quarters: seven that are over and the present one as it stands, or eight of a plan that has
    /// ended; none from before the plan began.
    pub(super) fn of(progress: &PlanProgress) -> Self {
        let days = progress.reporting;
        let over = days.quarters().into_iter().map(|quarter| (quarter, quarter.last_day()));
        let present = (!progress.plan.archived).then_some((days.this_quarter(), days.last));
        let all = over.skip(present.iter().len()).chain(present);
        let begun = all.filter(|(quarter, _)| progress.plan.period.value.from <= quarter.last_day());
        let columns: Vec<_> = begun
            .map(|(quarter, day)| {
                let today = day == days.last && !progress.plan.archived;
                let standing = |action: &crate::kinds::plan::site::progress::ActionProgress| {
                    let by_rule = || Standing::by_rule(progress.written(action), day, &progress.plan);
                    if today { action.standing } else { by_rule() }
                };
                let standings: Vec<Standing> = progress.actions.iter().map(standing).collect();
                (Column { quarter, parts: parts(progress, &standings) }, day)
            })
            .collect();
        let quarters = columns.iter().map(|(column, day)| QuarterCounts {
            quarter: column.quarter.label(),
            day: DateView::of(*day),
            ratings: column.parts.iter().map(RatingCount::of).collect(),
        });
        let quarters = quarters.collect();
        let columns: Vec<Column> = columns.into_iter().map(|(column, _)| column).collect();
        Self { chart: chart::trend(&columns), quarters }
    }
}

/// How many figures stand at the head of a plan.
const HEADLINES: usize = 6;

/// The figures that say most: those that the sections name, by turns.
fn headlines(site: &Site, plan: &Plan) -> Vec<Headline> {
    let most = plan.sections.iter().map(|section| section.indicators.len()).max().unwrap_or_default();
    let by_turns =
        (0..most).flat_map(|turn| plan.sections.iter().filter_map(move |section| section.indicators.get(turn)));
    let mut names: Vec<&str> = Vec::new();
    for name in by_turns {
        if !names.contains(&name.value.as_str()) {
            names.push(&name.value);
        }
    }
    names.into_iter().filter_map(|name| Headline::of(site, name)).take(HEADLINES).collect()
}

/// What the ratings mean, in the plan's words where it has some.
fn guide(progress: &PlanProgress) -> Vec<GuideLine> {
    let guide = &progress.plan.guide;
    let line = |&rating: &Rating| {
        let own = guide.text(rating).cloned();
        let text = own.unwrap_or_else(|| guide.scheme.default_guide(rating).to_owned());
        GuideLine { rating: rating.id(), words: rating.words(), text }
    };
    guide.scheme.ratings().iter().map(line).collect()
}

fn download(build: &Builder<'_>, plan: usize, format: DownloadFormat) -> Link {
    let title = match format {
        DownloadFormat::Csv => "CSV, for any program",
        DownloadFormat::Xlsx => "XLSX, for a spreadsheet",
        DownloadFormat::Json => "JSON, for developers",
    };
    build.link(title, Route::PlanDownload(plan, format))
}
