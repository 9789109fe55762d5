//! The objectives of a section: who leads each, and what shows whether it works.

use serde::Serialize;

use super::row::{LeadLink, lead_links};
use crate::kinds::indicator::render::Summary;
use crate::record::reference::{Indicator, Ref};
use crate::render::frame::Link;
use crate::render::page::Builder;
use crate::render::wording;
use crate::site::Route;

/// An objective in a list.
#[derive(Serialize)]
pub(super) struct ObjectiveView {
    title: String,
    /// Where its actions are.
    address: String,
    leads: Vec<LeadLink>,
    figures: Vec<FigureView>,
}

/// A figure beside what it shows.
#[derive(Serialize)]
pub(super) struct FigureView {
    link: Link,
    /// The latest figure, the baseline and the target.
    words: String,
}

impl ObjectiveView {
    /// The objectives of a section; none where its actions stand right below it.
    pub(super) fn all(build: &Builder<'_>, plan: usize, section: usize) -> Vec<Self> {
        let progress = &build.site.plans[plan];
        let groups = progress.plan.sections[section].groups.iter().enumerate();
        let view = |(at, group): (usize, &crate::kinds::plan::record::Objective)| {
            Some(Self {
                title: wording::objective(progress, section, at)?,
                address: format!("{}#objective-{}", build.site.address(Route::Section(plan, section)), at + 1),
                leads: lead_links(build, plan, &group.leads),
                figures: FigureView::all(build, &group.indicators),
            })
        };
        groups.filter_map(view).collect()
    }
}

impl FigureView {
    /// The figures that names stand for.
    pub(super) fn all(build: &Builder<'_>, names: &[Ref<Indicator>]) -> Vec<Self> {
        let view = |summary: Summary| Self {
            words: summary.words(),
            link: Link { title: summary.title, address: summary.address },
        };
        Summary::all(build.site, names).into_iter().map(view).collect()
    }
}
