//! A section of a plan.

use serde::Serialize;

use super::counts::Counts;
use super::labels::Labels;
use super::objectives::FigureView;
use super::row::{ActionRow, LeadLink, lead_links};
use super::{PlanFrame, above};
use crate::render::frame::html;
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording;

#[derive(Serialize)]
struct SectionView {
    plan: PlanFrame,
    aim: Option<String>,
    leads: Vec<LeadLink>,
    expected_outcomes: Vec<String>,
    figures: Vec<FigureView>,
    counts: Counts,
    labels: Labels,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    title: Option<String>,
    anchor: String,
    leads: Vec<LeadLink>,
    expected_outcomes: Vec<String>,
    figures: Vec<FigureView>,
    actions: Vec<ActionRow>,
}

pub(crate) fn page(build: &Builder<'_>, plan: usize, number: usize) -> Page {
    let progress = &build.site.plans[plan];
    let section = &progress.plan.sections[number];
    let groups = section.groups.iter().enumerate().map(|(at, group)| {
        let of_group = progress.of_section(number).filter(|&action| progress.actions[action].place.group == at);
        GroupView {
            title: wording::objective(progress, number, at),
            anchor: format!("objective-{}", at + 1),
            leads: lead_links(build, plan, &group.leads),
            expected_outcomes: group.expected_outcomes.clone(),
            figures: FigureView::all(build, &group.indicators),
            actions: of_group.map(|action| ActionRow::of(build, plan, action)).collect(),
        }
    });
    let view = SectionView {
        plan: PlanFrame::of(build, plan),
        aim: section.aim.as_ref().map(|aim| html(build.site, &progress.plan.source, aim)),
        leads: lead_links(build, plan, &section.leads),
        expected_outcomes: section.expected_outcomes.clone(),
        figures: FigureView::all(build, &section.indicators),
        counts: Counts::of(progress, progress.of_section(number)),
        labels: Labels::of(&progress.plan),
        groups: groups.collect(),
    };
    let heading = Heading {
        kind: "section",
        id: &progress.section_slugs[number],
        title: wording::section(progress, number),
        description: format!("{}: {}", progress.plan.title.value, section.title.value),
        above: above(build, plan),
    };
    build.page("section.html", heading, &view)
}
