//! What a board must look at.

use serde::Serialize;

use super::labels::Labels;
use super::row::ActionRow;
use super::{PlanFrame, above};
use crate::kinds::plan::site::progress::{Exception, ExceptionGroup};
use crate::render::date::DateView;
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording;

#[derive(Serialize)]
struct ExceptionsView {
    plan: PlanFrame,
    today: DateView,
    labels: Labels,
    count: usize,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    id: &'static str,
    title: &'static str,
    exceptions: Vec<ExceptionView>,
}

/// An action that a board must look at.
#[derive(Serialize)]
pub(super) struct ExceptionView {
    action: ActionRow,
    /// Why, in words.
    concerns: Vec<String>,
}

impl ExceptionView {
    pub(super) fn of(build: &Builder<'_>, plan: usize, exception: &Exception) -> Self {
        Self {
            action: ActionRow::of(build, plan, exception.action),
            concerns: exception.concerns.iter().map(|&concern| wording::concern(concern)).collect(),
        }
    }
}

pub(crate) fn page(build: &Builder<'_>, number: usize) -> Page {
    let progress = &build.site.plans[number];
    let all = progress.exceptions();
    let groups = [(ExceptionGroup::Red, "red"), (ExceptionGroup::Amber, "amber"), (ExceptionGroup::Other, "other")];
    let groups = groups.map(|(group, id)| {
        let of_group = all.iter().filter(|exception| exception.group == group);
        GroupView {
            id,
            title: wording::exception_group(group),
            exceptions: of_group.map(|one| ExceptionView::of(build, number, one)).collect(),
        }
    });
    let view = ExceptionsView {
        plan: PlanFrame::of(build, number),
        today: DateView::of(build.site.today),
        labels: Labels::of(&progress.plan),
        count: all.len(),
        groups: groups.into_iter().filter(|group| !group.exceptions.is_empty()).collect(),
    };
    let heading = Heading {
        kind: "plan-exceptions",
        id: &progress.plan.id,
        title: format!("Late or at risk: {}", progress.plan.title.value),
        description: format!("{}: what is late, in doubt or silent.", progress.plan.title.value),
        above: above(build, number),
    };
    build.page("exceptions.html", heading, &view)
}
