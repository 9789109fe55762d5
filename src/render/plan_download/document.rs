//! A plan as JSON, in the shape that `docs/plan-download.md` tells of.

mod shape;

use super::action_cells::{as_written, done_on};
use super::plain::plain;
use crate::kinds::plan::record::{Action, ActionUpdate, Measure, Milestone, Objective, Risk, Step};
use crate::kinds::plan::site::progress::{PlanProgress, so_far};
use crate::model::prose::Prose;
use crate::model::rating::Rating;
use crate::model::timescale::Timescale;
use crate::record::document::{Document, DocumentPlace};
use crate::record::lead::Lead;
use crate::render::frame::title_of;
use crate::site::{Route, Site};
use shape::{
    ActionJson, DetailJson, DocumentJson, LeadJson, LinkJson, MeasureJson, MilestoneJson, ObjectiveJson, Partner,
    PlanJson, RiskJson, SectionJson, StepJson, TimescaleJson, UpdateJson,
};

/// The plan's JSON with some of its actions, indented, with a line break at its end.
pub(super) fn json(site: &Site, number: usize, actions: &[usize]) -> Vec<u8> {
    let document = Writer { site, number, progress: &site.plans[number] }.plan(actions);
    let mut bytes = serde_json::to_vec_pretty(&document).expect("every key is a text");
    bytes.push(b'\n');
    bytes
}

/// What a plan's JSON is made from.
struct Writer<'s> {
    site: &'s Site,
    number: usize,
    progress: &'s PlanProgress,
}

impl<'s> Writer<'s> {
    fn plan(&self, actions: &[usize]) -> PlanJson<'s> {
        let plan = &self.progress.plan;
        PlanJson {
            id: &plan.id,
            title: &plan.title.value,
            summary: self.perhaps(plan.summary.as_ref()),
            address: self.site.full_address(Route::Plan(self.number)),
            as_it_stood_on: self.site.today,
            from: plan.period.value.from,
            to: plan.period.value.to,
            organisation: plan.organisation.as_ref().map(|id| self.partner(id)),
            archived: plan.archived,
            rating_scheme: plan.guide.scheme.id(),
            sections: (0..plan.sections.len()).map(|section| self.section(section)).collect(),
            actions: actions.iter().map(|&action| self.action(action)).collect(),
            risks: plan.risks.iter().map(|risk| self.risk(risk)).collect(),
            documents: plan.documents.iter().filter_map(|document| self.document(document)).collect(),
        }
    }

    fn plain(&self, prose: &Prose) -> String {
        plain(self.site, &self.progress.plan.source, prose)
    }

    fn perhaps(&self, prose: Option<&Prose>) -> Option<String> {
        prose.map(|prose| self.plain(prose))
    }

    fn partner(&self, text: &'s str) -> Partner<'s> {
        let known = self.site.organisation(text);
        Partner { id: known.map(|one| &*one.id.value), name: known.map_or(text, |one| &one.name) }
    }

    fn leads(&self, leads: &'s [Lead]) -> Vec<LeadJson<'s>> {
        let lead = |lead: &'s Lead| LeadJson {
            organisation: lead.organisation.as_ref().map(|text| self.partner(text)),
            role: lead.role.as_ref().map(|role| &*role.value),
            person: lead.person.as_deref(),
            responsible_for: lead.responsible_for.as_deref(),
            part: lead.part.id(),
        };
        leads.iter().map(lead).collect()
    }

    fn section(&self, number: usize) -> SectionJson<'s> {
        let section = &self.progress.plan.sections[number];
        SectionJson {
            id: &self.progress.section_slugs[number],
            reference: section.reference.as_ref().map(|reference| &*reference.value),
            title: &section.title.value,
            aim: self.perhaps(section.aim.as_ref()),
            leads: self.leads(&section.leads),
            expected_outcomes: &section.expected_outcomes,
            indicators: section.indicators.iter().map(|id| id.as_str()).collect(),
            objectives: section.groups.iter().filter_map(|group| self.objective(group)).collect(),
            address: self.site.full_address(Route::Section(self.number, number)),
        }
    }

    /// An objective; none for the actions of a section without any.
    fn objective(&self, group: &'s Objective) -> Option<ObjectiveJson<'s>> {
        Some(ObjectiveJson {
            reference: group.reference.as_ref().map(|reference| &*reference.value),
            title: &group.title.as_ref()?.value,
            leads: self.leads(&group.leads),
            expected_outcomes: &group.expected_outcomes,
            indicators: group.indicators.iter().map(|id| id.as_str()).collect(),
        })
    }

    fn action(&self, number: usize) -> ActionJson<'s> {
        let progress = &self.progress.actions[number];
        let written = self.progress.written(progress);
        let place = progress.place;
        let has_objectives = self.progress.plan.sections[place.section].groups[place.group].title.is_some();
        let standing = progress.standing;
        ActionJson {
            section: &self.progress.section_slugs[place.section],
            objective: has_objectives.then_some(place.group),
            id: &progress.slug,
            reference: &written.reference.value,
            title: &written.title.value,
            why: written.why.iter().map(|why| self.plain(why)).collect(),
            aim: self.perhaps(written.aim.as_ref()),
            how: self.perhaps(written.how.words.as_ref()),
            steps: written.how.steps.iter().map(|step| self.step(step)).collect(),
            leads: self.leads(&written.leads),
            timescale: written.timescale.as_deref().map(timescale),
            milestones: written.milestones.iter().map(|milestone| self.milestone(milestone)).collect(),
            measures: written.measures.iter().map(measure).collect(),
            success: self.perhaps(written.success.as_ref()),
            themes: &written.themes,
            progress: written.progress,
            details: written
                .details
                .0
                .iter()
                .map(|(label, text)| DetailJson { label, text: self.plain(text) })
                .collect(),
            status: self.progress.plan.tracked.then(|| standing.status.id()),
            rating: standing.rating.map(Rating::id),
            rating_set_by_hand: standing.by_hand,
            rating_reason: written.rating.as_ref().map(|hand| &*hand.reason),
            overdue: standing.overdue,
            updates: self.updates(written),
            related: self
                .site
                .relations
                .of(Route::Action(self.number, number))
                .iter()
                .filter_map(|&route| self.link(route))
                .collect(),
            address: self.site.full_address(Route::Action(self.number, number)),
        }
    }

    fn step(&self, step: &'s Step) -> StepJson<'s> {
        StepJson {
            title: self.plain(&step.title),
            leads: self.leads(&step.leads),
            target: step.target.as_deref(),
            timescale: step.timescale.as_deref().map(timescale),
            done: done_on(step.done.as_ref(), self.site.today),
        }
    }

    fn milestone(&self, milestone: &'s Milestone) -> MilestoneJson<'s> {
        MilestoneJson {
            title: &milestone.title,
            timescale: milestone.timescale.as_deref().map(timescale),
            done: done_on(milestone.done.as_ref(), self.site.today),
        }
    }

    /// The updates that had been written by the day, oldest first.
    fn updates(&self, written: &'s Action) -> Vec<UpdateJson<'s>> {
        let update = |update: &'s ActionUpdate| UpdateJson {
            date: update.date.value,
            status: update.status.as_ref().map(|status| status.id()),
            text: self.perhaps(update.text.as_ref()),
            by: update.by.as_deref(),
        };
        so_far(written, self.site.today).iter().map(update).collect()
    }

    fn link(&self, route: Route) -> Option<LinkJson> {
        Some(LinkJson { title: title_of(self.site, route)?, address: self.site.full_address(route) })
    }

    fn risk(&self, risk: &'s Risk) -> RiskJson<'s> {
        RiskJson {
            reference: risk.reference.as_deref(),
            risk: &risk.event,
            likelihood: risk.likelihood,
            impact: risk.impact,
            score: risk.score(),
            mitigation: self.perhaps(risk.mitigation.as_ref()),
            leads: self.leads(&risk.leads),
            status: risk.status.as_deref(),
            reviewed: risk.reviewed.as_ref().map(|day| day.value),
        }
    }

    fn document(&self, document: &'s Document) -> Option<DocumentJson<'s>> {
        let address = match document.place()? {
            DocumentPlace::Web(address) => address.to_string(),
            DocumentPlace::Page(link) => self.site.in_full(&self.site.follow(link)),
            DocumentPlace::File(file) => self.site.full_address(Route::File(self.site.document_file(file)?)),
        };
        let date = document.date.as_ref().map(|date| date.value);
        Some(DocumentJson { title: &document.title, kind: document.kind.as_deref(), date, address })
    }
}

fn timescale(timescale: &Timescale) -> TimescaleJson {
    TimescaleJson {
        as_written: as_written(Some(timescale)),
        from: timescale.from,
        by: timescale.by,
        ongoing: timescale.ongoing,
    }
}

fn measure(measure: &Measure) -> MeasureJson<'_> {
    MeasureJson {
        title: &measure.title,
        baseline: measure.baseline.as_deref(),
        target: measure.target.as_deref(),
        indicator: measure.indicator.as_ref().map(|id| &*id.value),
    }
}
