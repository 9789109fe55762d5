//! How a plan stands on a day.
//!
//! All of it is worked out from updates and timescales when it is asked for, and stored nowhere. [`Standing`] says how
//! one action stands on one day. What tells of several days is made of that: [`history::QuarterEnd`] and [`Change`]. What tells
//! of several actions is made of it, too: [`Exception`], [`Deadline`], [`LeadHoldings`].

mod changes;
mod check;
mod deadlines;
mod exceptions;
mod history;
mod leads;
mod missing;
mod reporting;
mod score;
mod standing;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::kinds::plan::record::{Action, Plan, Section};
use crate::model::slug::slugify;
use crate::model::year_start::YearStart;
use crate::record::entry::Entry;
pub(crate) use changes::{Change, ChangeKind};
pub(crate) use deadlines::{DAYS_AHEAD, Deadline, Item, StepState};
pub(crate) use exceptions::{Concern, Exception, ExceptionGroup};
pub(crate) use leads::LeadHoldings;
pub(crate) use leads::partners;
use leads::{LeadRegister, Partners};
pub(crate) use reporting::Reporting;
pub(crate) use score::{Difference, Stand};
pub(crate) use standing::{Standing, so_far};

/// A plan with every action's standing worked out.
#[derive(Debug, Clone)]
pub(crate) struct PlanProgress {
    /// The plan.
    pub plan: Arc<Entry<Plan>>,
    /// The days by which its progress is told.
    pub reporting: Reporting,
    /// The last part of each section's address.
    pub section_slugs: Vec<String>,
    /// Its actions in order, through all sections.
    pub actions: Vec<ActionProgress>,
    /// Who holds what in it, by name.
    pub leads: Vec<LeadHoldings>,
    /// The number of the lead that a text names: see [`Lead::holder`](crate::record::lead::Lead::holder).
    lead_numbers: HashMap<String, usize>,
}

/// What a plan's progress depends on, besides the plan.
#[derive(Clone, Copy)]
pub(crate) struct PlanOccasion<'o> {
    pub(crate) today: Date,
    pub(crate) year_starts: YearStart,
    /// The partners by the names that leads may have: see [`partners`].
    pub(crate) partners: &'o Partners<'o>,
}

/// An action and how it stands.
#[derive(Debug, Clone)]
pub(crate) struct ActionProgress {
    /// Where it is in its plan.
    pub place: Place,
    /// The last part of its address.
    pub slug: String,
    /// How it stands.
    pub standing: Standing,
    /// How many of its updates, oldest first, had been written by the day.
    pub updates_so_far: usize,
}

/// Where an action is in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// The number of its section.
    pub section: usize,
    /// The number of its objective in the section.
    pub group: usize,
    /// Its number in the objective.
    pub index: usize,
}

impl PlanProgress {
    /// Works out how a plan stands on a day.
    pub(crate) fn on(plan: &Arc<Entry<Plan>>, occasion: PlanOccasion<'_>, problems: &mut Vec<Diagnostic>) -> Self {
        let today = occasion.today;
        let mut actions = Vec::new();
        for (section, part) in plan.sections.iter().enumerate() {
            let mut taken = HashMap::new();
            for (group, objective) in part.groups.iter().enumerate() {
                for (index, action) in objective.actions.iter().enumerate() {
                    let standing = Standing::on(action, today, plan);
                    actions.push(ActionProgress {
                        place: Place { section, group, index },
                        slug: free_slug(action, &mut taken, plan, problems),
                        standing,
                        updates_so_far: so_far(action, today).len(),
                    });
                }
            }
        }
        let section_slugs = plan.sections.iter().map(section_slug).collect();
        let reporting = Reporting::of(plan, today, occasion.year_starts);
        let mut progress = Self {
            plan: plan.clone(),
            reporting,
            section_slugs,
            actions,
            leads: Vec::new(),
            lead_numbers: HashMap::new(),
        };
        (progress.leads, progress.lead_numbers) = LeadRegister::of(&progress, occasion.partners);
        check::check(&progress, problems);
        progress
    }

    /// What people wrote of an action.
    #[must_use]
    pub(crate) fn written(&self, action: &ActionProgress) -> &Action {
        let Place { section, group, index } = action.place;
        &self.plan.sections[section].groups[group].actions[index]
    }

    /// The numbers of a section's actions.
    pub(crate) fn of_section(&self, section: usize) -> impl Iterator<Item = usize> {
        let of = move |(number, action): (usize, &ActionProgress)| (action.place.section == section).then_some(number);
        self.actions.iter().enumerate().filter_map(of)
    }

    /// The numbers of the actions of a section, and of those that a lead leads or leads steps of; all without either.
    #[must_use]
    pub(crate) fn part(&self, section: Option<usize>, lead: Option<usize>) -> Vec<usize> {
        let lead = lead.map(|lead| &self.leads[lead]);
        let holds = |action: usize| {
            lead.is_none_or(|lead| lead.actions.contains(&action) || lead.steps.iter().any(|(of, _)| *of == action))
        };
        let is_in = |action: usize| section.is_none_or(|section| self.actions[action].place.section == section);
        (0..self.actions.len()).filter(|&action| is_in(action) && holds(action)).collect()
    }

    /// The action with a printed number; the first where it repeats between sections.
    #[must_use]
    pub(crate) fn find(&self, reference: &str) -> Option<usize> {
        let is = |action: &ActionProgress| {
            let written = self.written(action);
            written.reference.value == reference || written.id.as_ref().is_some_and(|id| id.value == reference)
        };
        self.actions.iter().position(is)
    }
}

/// The last part of a section's address: its id, else its number, else its title.
fn section_slug(section: &Section) -> String {
    let text = section.id.as_deref().or(section.reference.as_ref()).unwrap_or(&section.title);
    slugify(text)
}

/// The last part of an action's address. Real plans print one number twice in a section: the later one's address
/// then ends in `-2`, and the check says so.
fn free_slug(
    action: &Action,
    taken: &mut HashMap<String, usize>,
    plan: &Entry<Plan>,
    problems: &mut Vec<Diagnostic>,
) -> String {
    let wanted = slugify(action.id.as_deref().unwrap_or(&action.reference));
    let wanted = if wanted.is_empty() { slugify(&action.title) } else { wanted };
    let count = taken.entry(wanted.clone()).or_insert(0);
    *count += 1;
    if *count == 1 {
        return wanted;
    }
    let slug = format!("{wanted}-{count}");
    taken.insert(slug.clone(), 1);
    let message = format!("the number `{}` is used twice in this section", action.reference.value);
    let help = format!("the address of this action ends in `{slug}`; give it an `id` to choose another");
    problems.push(Diagnostic::warning("plan/ref", plan.source.clone(), message).at(action.reference.span).help(help));
    slug
}

#[cfg(test)]
mod tests;
