//! The report on one plan.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::PlanToReport;
use crate::kinds::indicator::render::Summary;
use crate::kinds::plan::site::progress::{
    Change, ChangeKind, Concern, Exception, LeadHoldings, PlanProgress, Standing,
};
use crate::model::rating::Rating;
use crate::model::status::Status;
use crate::record::reference::{Indicator, Ref};
use crate::render::wording;
use crate::site::{Route, Site};

/// A plan's part of a report.
#[derive(Serialize)]
pub(super) struct PlanReport<'s> {
    pub(super) id: &'s str,
    pub(super) title: &'s str,
    pub(super) address: String,
    /// What part of the plan this tells of, in words; none for all of it.
    pub(super) part: Option<String>,
    pub(super) archived: bool,
    pub(super) since: Date,
    pub(super) headline: String,
    pub(super) counts: Counts,
    pub(super) changes: Vec<ChangeReport<'s>>,
    pub(super) exceptions: Vec<ExceptionReport<'s>>,
    pub(super) leads: Vec<LeadReport<'s>>,
    pub(super) figures: Vec<FigureReport>,
    pub(super) missing: MissingReport<'s>,
}

/// How many actions there are, and how many of each status and rating; `none` is for those without a rating.
#[derive(Serialize)]
pub(super) struct Counts {
    pub(super) actions: usize,
    pub(super) by_status: BTreeMap<&'static str, usize>,
    pub(super) by_rating: BTreeMap<&'static str, usize>,
}

/// An action and how it stands.
#[derive(Serialize)]
pub(super) struct ActionReport<'s> {
    #[serde(rename = "ref")]
    pub(super) reference: &'s str,
    pub(super) title: &'s str,
    pub(super) section: String,
    pub(super) leads: Vec<String>,
    pub(super) timescale: Option<&'s str>,
    pub(super) status: &'static str,
    pub(super) rating: &'static str,
    pub(super) rating_set_by_hand: bool,
    pub(super) overdue: bool,
    pub(super) address: String,
}

/// What changed about an action.
#[derive(Serialize)]
pub(super) struct ChangeReport<'s> {
    pub(super) kind: &'static str,
    #[serde(skip)]
    pub(super) heading: &'static str,
    pub(super) action: ActionReport<'s>,
    pub(super) from_status: &'static str,
    pub(super) to_status: &'static str,
    /// What changed, in sentences.
    pub(super) words: Vec<String>,
    /// The new updates, newest first.
    pub(super) updates: Vec<UpdateReport<'s>>,
}

#[derive(Serialize)]
pub(super) struct UpdateReport<'s> {
    pub(super) date: Date,
    pub(super) status: Option<&'static str>,
    pub(super) text: Option<&'s str>,
    pub(super) by: Option<&'s str>,
}

/// An action that a board must look at.
#[derive(Serialize)]
pub(super) struct ExceptionReport<'s> {
    pub(super) action: ActionReport<'s>,
    pub(super) concerns: Vec<ConcernReport>,
    /// What is being done: the latest update with words.
    pub(super) latest: Option<UpdateReport<'s>>,
}

#[derive(Serialize)]
pub(super) struct ConcernReport {
    pub(super) kind: &'static str,
    pub(super) words: String,
}

/// What one lead holds.
#[derive(Serialize)]
pub(super) struct LeadReport<'s> {
    pub(super) name: &'s str,
    pub(super) address: String,
    pub(super) counts: Counts,
    /// The numbers of its actions, as printed.
    pub(super) actions: Vec<&'s str>,
    pub(super) steps: usize,
}

/// A figure of a section, or of one of its objectives.
#[derive(Serialize)]
pub(super) struct FigureReport {
    pub(super) section: String,
    pub(super) objective: Option<String>,
    #[serde(flatten)]
    pub(super) figure: Summary,
}

/// Open actions of which something is missing.
#[derive(Serialize)]
pub(super) struct MissingReport<'s> {
    pub(super) update: Vec<ActionReport<'s>>,
    pub(super) date: Vec<ActionReport<'s>>,
    pub(super) lead: Vec<ActionReport<'s>>,
}

/// A plan while it is reported on.
struct Reporter<'s, 'a> {
    site: &'s Site,
    plan: usize,
    progress: &'s PlanProgress,
    /// The numbers of the actions that the report is about.
    actions: &'a [usize],
}

impl<'s> PlanReport<'s> {
    /// The report on a plan, or on a part of it.
    pub(super) fn of(site: &'s Site, told: &PlanToReport, since: Option<Date>) -> Self {
        let (plan, actions) = (told.plan, &*told.actions);
        let progress = &site.plans[plan];
        let reporter = Reporter { site, plan, progress, actions };
        let days = progress.reporting;
        let since = since.unwrap_or_else(|| days.last_quarter().previous().last_day());
        let is_told = |action: usize| actions.contains(&action);
        let changes = progress.changes(since, days.last);
        let changes = changes.iter().filter(|change| is_told(change.action));
        let exceptions = progress.exceptions();
        let exceptions = exceptions.iter().filter(|one| is_told(one.action));
        let missing = progress.missing();
        let missing_of = |numbers: Vec<usize>| {
            numbers.into_iter().filter(|&number| is_told(number)).map(|number| reporter.action(number)).collect()
        };
        Self {
            id: &progress.plan.id,
            title: &progress.plan.title,
            address: site.full_address(Route::Plan(plan)),
            part: told.part.clone(),
            archived: progress.plan.archived,
            since,
            headline: wording::headline_of(progress, actions),
            counts: Counts::of(actions.iter().map(|&action| progress.actions[action].standing)),
            changes: changes.map(|change| reporter.change(change)).collect(),
            exceptions: exceptions.map(|one| reporter.exception(one)).collect(),
            leads: progress.leads.iter().enumerate().filter_map(|(number, lead)| reporter.lead(number, lead)).collect(),
            figures: reporter.figures(),
            missing: MissingReport {
                update: missing_of(missing.update),
                date: missing_of(missing.date),
                lead: missing_of(missing.lead),
            },
        }
    }
}

impl Counts {
    fn of(standings: impl Iterator<Item = Standing>) -> Self {
        let mut counts = Self { actions: 0, by_status: BTreeMap::new(), by_rating: BTreeMap::new() };
        for standing in standings {
            counts.actions += 1;
            *counts.by_status.entry(standing.status.id()).or_default() += 1;
            *counts.by_rating.entry(standing.rating.map_or("none", Rating::id)).or_default() += 1;
        }
        counts
    }
}

impl<'s> Reporter<'s, '_> {
    fn action(&self, number: usize) -> ActionReport<'s> {
        let action = &self.progress.actions[number];
        let written = self.progress.written(action);
        let standing = action.standing;
        ActionReport {
            reference: &written.reference,
            title: &written.title,
            section: wording::section(self.progress, action.place.section),
            leads: written.leads.iter().map(|lead| wording::lead(self.site, lead)).collect(),
            timescale: written.timescale.as_ref().map(|timescale| timescale.as_written.as_str()),
            status: standing.status.id(),
            rating: standing.rating.map_or("none", Rating::id),
            rating_set_by_hand: standing.by_hand,
            overdue: standing.overdue,
            address: self.site.full_address(Route::Action(self.plan, number)),
        }
    }

    fn change(&self, change: &Change) -> ChangeReport<'s> {
        let written = self.progress.written(&self.progress.actions[change.action]);
        ChangeReport {
            kind: kind_id(change.kind()),
            heading: wording::change_kind(change.kind()),
            action: self.action(change.action),
            from_status: change.before.status.id(),
            to_status: change.after.status.id(),
            words: wording::change(self.progress, change),
            updates: written.updates[change.updates.clone()].iter().rev().map(update).collect(),
        }
    }

    fn exception(&self, exception: &Exception) -> ExceptionReport<'s> {
        let said = self.progress.so_far(&self.progress.actions[exception.action]);
        let concern =
            |&concern: &Concern| ConcernReport { kind: concern_id(concern), words: wording::concern(concern) };
        ExceptionReport {
            action: self.action(exception.action),
            concerns: exception.concerns.iter().map(concern).collect(),
            latest: said.iter().rev().find(|update| update.text.is_some()).map(update),
        }
    }

    /// The figures beside what they show, in the plan's order.
    fn figures(&self) -> Vec<FigureReport> {
        let mut figures = Vec::new();
        let is_told = |section: usize| self.progress.of_section(section).any(|action| self.actions.contains(&action));
        let sections = self.progress.plan.sections.iter().enumerate();
        for (number, section) in sections.filter(|(number, _)| is_told(*number)) {
            let mut add = |objective: Option<String>, names: &[Ref<Indicator>]| {
                figures.extend(Summary::all(self.site, names).into_iter().map(|figure| FigureReport {
                    section: wording::section(self.progress, number),
                    objective: objective.clone(),
                    figure: Summary { address: self.site.in_full(&figure.address), ..figure },
                }));
            };
            add(None, &section.indicators);
            for (at, objective) in section.groups.iter().enumerate() {
                add(wording::objective(self.progress, number, at), &objective.indicators);
            }
        }
        figures
    }

    /// What a lead is responsible for among the actions of the report; none where that is nothing.
    fn lead(&self, number: usize, lead: &'s LeadHoldings) -> Option<LeadReport<'s>> {
        let is_told = |action: &usize| self.actions.contains(action);
        let actions = || lead.actions.iter().filter(|action| is_told(action)).map(|&one| &self.progress.actions[one]);
        let steps = lead.steps.iter().filter(|(action, _)| is_told(action)).count();
        let is_part = self.actions.len() < self.progress.actions.len();
        (!is_part || steps > 0 || actions().next().is_some()).then(|| LeadReport {
            name: &lead.name,
            address: self.site.full_address(Route::Lead(self.plan, number)),
            counts: Counts::of(actions().map(|action| action.standing)),
            actions: actions().map(|action| self.progress.written(action).reference.value.as_str()).collect(),
            steps,
        })
    }
}

fn update(update: &crate::kinds::plan::record::ActionUpdate) -> UpdateReport<'_> {
    UpdateReport {
        date: update.date.value,
        status: update.status.as_ref().map(|status| Status::id(status.value)),
        text: update.text.as_ref().map(|text| text.text.as_str()),
        by: update.by.as_deref(),
    }
}

fn kind_id(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Completed => "completed",
        ChangeKind::BecameOverdue => "became-overdue",
        ChangeKind::Worse => "worse",
        ChangeKind::Better => "better",
        ChangeKind::Started => "started",
        ChangeKind::Stopped => "stopped",
        ChangeKind::Reported => "reported",
    }
}

fn concern_id(concern: Concern) -> &'static str {
    match concern {
        Concern::Overdue(_) => "overdue",
        Concern::OffTrack => "off-track",
        Concern::ByHand(_) => "set-by-hand",
        Concern::AtRisk => "at-risk",
        Concern::Paused => "paused",
        Concern::LateStart(_) => "late-start",
        Concern::LateSteps(_) => "late-steps",
        Concern::Silent(_) => "silent",
    }
}
