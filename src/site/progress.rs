//! How a plan stands on a day.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::routes::Route;
use crate::diagnostic::Diagnostic;
use crate::model::entry::Entry;
use crate::model::plan::{Action, ActionUpdate, Plan, Section};
use crate::model::rating::{self, Rating};
use crate::model::slug::slugify;
use crate::model::status::Status;
use crate::model::timescale::Timescale;

/// A plan with every action's standing worked out.
#[derive(Debug, Clone)]
pub struct PlanProgress {
    /// The plan.
    pub plan: Arc<Entry<Plan>>,
    /// The last part of each section's address.
    pub section_slugs: Vec<String>,
    /// Its actions in order, through all sections.
    pub actions: Vec<ActionProgress>,
}

/// An action and how it stands.
#[derive(Debug, Clone)]
pub struct ActionProgress {
    /// Where it is in its plan.
    pub place: Place,
    /// The last part of its address.
    pub slug: String,
    /// How it stands.
    pub standing: Standing,
    /// How many of its updates, oldest first, had been written by the day.
    pub updates_so_far: usize,
    /// What belongs with it.
    pub related: Vec<Route>,
}

/// Where an action is in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The number of its section.
    pub section: usize,
    /// The number of its objective in the section.
    pub group: usize,
    /// Its number in the objective.
    pub index: usize,
}

/// How an action stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// What was last reported.
    pub status: Status,
    /// What follows from it, or what the board set by hand.
    pub rating: Option<Rating>,
    /// Whether the board set it by hand.
    pub by_hand: bool,
    /// What the rule says, whatever the board set.
    pub rule: Option<Rating>,
    /// Whether its last day has passed and it is not complete.
    pub overdue: bool,
}

impl PlanProgress {
    /// Works out how a plan stands on a day. References to other records come later: see [`ActionProgress::related`].
    pub(super) fn on(plan: &Arc<Entry<Plan>>, today: Date, problems: &mut Vec<Diagnostic>) -> Self {
        let mut actions = Vec::new();
        for (section, part) in plan.sections.iter().enumerate() {
            let mut taken = HashMap::new();
            for (group, objective) in part.groups.iter().enumerate() {
                for (index, action) in objective.actions.iter().enumerate() {
                    let standing = Standing::on(action, today, plan);
                    problems.extend(contradiction(action, standing, plan));
                    actions.push(ActionProgress {
                        place: Place { section, group, index },
                        slug: free_slug(action, &mut taken, plan, problems),
                        standing,
                        updates_so_far: so_far(action, today).len(),
                        related: Vec::new(),
                    });
                }
            }
        }
        let section_slugs = plan.sections.iter().map(section_slug).collect();
        Self { plan: plan.clone(), section_slugs, actions }
    }

    /// What people wrote of an action.
    #[must_use]
    pub fn written(&self, action: &ActionProgress) -> &Action {
        let Place { section, group, index } = action.place;
        &self.plan.sections[section].groups[group].actions[index]
    }

    /// The numbers of a section's actions.
    pub fn of_section(&self, section: usize) -> impl Iterator<Item = usize> {
        let of = move |(number, action): (usize, &ActionProgress)| (action.place.section == section).then_some(number);
        self.actions.iter().enumerate().filter_map(of)
    }

    /// The action with a printed number; the first where it repeats between sections.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<usize> {
        let is = |action: &ActionProgress| {
            let written = self.written(action);
            written.reference.value == reference || written.id.as_ref().is_some_and(|id| id.value == reference)
        };
        self.actions.iter().position(is)
    }
}

impl Standing {
    fn on(action: &Action, today: Date, plan: &Plan) -> Self {
        let status = status_on(action, today);
        let undated = Timescale::default();
        let timescale = action.timescale.as_ref().map_or(&undated, |timescale| &timescale.value);
        let rule = rating::work_out(status, timescale, today, plan.guide.scheme);
        let hand = action.rating.as_ref().map(|hand| hand.rating.value);
        Self {
            status,
            rating: hand.or(rule),
            by_hand: hand.is_some(),
            rule,
            overdue: rating::is_overdue(status, timescale, today),
        }
    }
}

/// The updates that had been written by a day.
#[must_use]
pub fn so_far(action: &Action, today: Date) -> &[ActionUpdate] {
    let count = action.updates.partition_point(|update| update.date.value <= today);
    &action.updates[..count]
}

/// The status on a day: that of the latest update that names one. Before the first update nothing was started; an
/// action that never had an update is as its `status` says.
fn status_on(action: &Action, today: Date) -> Status {
    let latest = so_far(action, today).iter().rev().find_map(|update| update.status.as_ref());
    let written = action.status.as_ref().filter(|_| action.updates.is_empty());
    latest.or(written).map_or(Status::NotStarted, |status| status.value)
}

/// A rating set by hand that the rule does not bear out stands, and the check says so.
fn contradiction(action: &Action, standing: Standing, plan: &Entry<Plan>) -> Option<Diagnostic> {
    let hand = &action.rating.as_ref()?.rating;
    let rule = standing.rule.filter(|rule| *rule != hand.value)?;
    let message = format!("the rating was set to `{}` by hand, and the rule says `{}`", hand.value.id(), rule.id());
    let help = "take `rating` out if the board no longer holds to it";
    Some(Diagnostic::warning("plan/rating", plan.source.clone(), message).at(hand.span).help(help))
}

/// The last part of a section's address: its id, else its number, else its title.
fn section_slug(section: &Section) -> String {
    let text = section.id.as_ref().or(section.reference.as_ref()).unwrap_or(&section.title);
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
    let wanted = slugify(action.id.as_ref().unwrap_or(&action.reference));
    let wanted = if wanted.is_empty() { slugify(&action.title) } else { wanted };
    let count = taken.entry(wanted.clone()).or_insert(0);
    *count += 1;
    if *count == 1 {
        return wanted;
    }
    let slug = format!("{wanted}-{count}");
    taken.insert(slug.clone(), 1);
    let message = format!("the number `{}` stands twice in this section", action.reference.value);
    let help = format!("the address of this action ends in `{slug}`; give it an `id` to choose another");
    problems.push(Diagnostic::warning("plan/ref", plan.source.clone(), message).at(action.reference.span).help(help));
    slug
}
