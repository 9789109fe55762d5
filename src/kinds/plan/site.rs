//! What the rest of the site asks of a plan.

pub(crate) mod before;
pub(crate) mod financial_year;
pub(crate) mod progress;

use std::cmp::Reverse;
use std::sync::Arc;

use rayon::prelude::*;

use super::record::{Action, Plan};
use crate::content::EntryOf;
use crate::diagnostic::Diagnostic;
use crate::kinds::plan::site::progress::{PlanOccasion, PlanProgress, partners};
use crate::record::entry::Entry;
use crate::site::search::{SearchDocument, SearchGroup};
use crate::site::{AtAddress, Dated, HasEntry, OnSite, Published, Resolver, Route, Seen, Site, Texts};

impl HasEntry<Plan> for PlanProgress {
    fn entry(&self) -> &Arc<Entry<Plan>> {
        &self.plan
    }
}

impl Dated for Plan {}

impl OnSite for Plan {
    type Item = PlanProgress;
    type List = Vec<PlanProgress>;

    /// Current ones first.
    fn gather(all: &[EntryOf<Self>], seen: Seen<'_>) -> Vec<Published<Self>> {
        let mut plans: Vec<_> = seen.published(all).collect();
        plans.sort_by_key(|plan| (plan.archived, Reverse(plan.period.value.to), plan.id.clone()));
        plans
    }

    /// Works out how each stands.
    fn resolve(
        records: &[Published<Self>],
        Resolver { seen, .. }: Resolver<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<PlanProgress> {
        let year_starts = seen.settings.financial_year_starts;
        let partners = partners(&seen.content.organisations);
        let occasion = PlanOccasion { today: seen.today(), year_starts, partners: &partners };
        let worked_out = records.par_iter().map(|plan| {
            let mut problems = Vec::new();
            (PlanProgress::on(&financial_year::adjusted(plan, year_starts), occasion, &mut problems), problems)
        });
        let (plans, told): (Vec<PlanProgress>, Vec<_>) = worked_out.unzip();
        problems.extend(told.into_iter().flatten());
        plans
    }

    fn anchors_on(_: usize) -> Option<Route> {
        None
    }

    fn texts<'r>(record: &'r Self, texts: &mut Texts<'r>) {
        texts.prose(&record.summary);
        for section in &record.sections {
            texts.prose(&section.aim);
            texts.words(&section.expected_outcomes);
        }
    }

    /// Of a plan that has ended nothing is searched.
    fn documents(site: &Site, number: usize) -> Vec<SearchDocument<'_>> {
        let progress = &site.plans[number];
        if progress.plan.archived {
            return Vec::new();
        }
        let sections = (0..progress.plan.sections.len()).map(|section| part(site, number, section));
        let actions = (0..progress.actions.len()).map(|action| self::action(site, number, action));
        let lists = lists(site, number);
        let lists = lists.into_iter().filter(|list| site.routes.address(list.route).is_some());
        std::iter::once(plan(site, number)).chain(sections).chain(actions).chain(lists).collect()
    }
}

impl AtAddress for Plan {
    fn path(entry: &Entry<Self>) -> String {
        format!("strategy/{}/", entry.slug)
    }
}

/// The texts of an action.
pub(crate) fn texts_of_action<'s>(action: &'s Action, texts: &mut Texts<'s>) {
    texts.words([&action.title.value]);
    texts.prose(&action.why);
    texts.prose([&action.aim, &action.how.words].into_iter().flatten());
    texts.prose(action.how.steps.iter().map(|step| &step.title));
    texts.prose(&action.success);
    texts.prose(action.details.0.iter().map(|(_, text)| text));
    texts.prose(action.updates.iter().filter_map(|update| update.text.as_ref()));
}

fn plan(site: &Site, number: usize) -> SearchDocument<'_> {
    let plan = &site.plans[number].plan;
    SearchDocument {
        keywords: vec!["strategy", "action plan"],
        headings: plan.sections.iter().map(|section| section.title.as_str()).collect(),
        body: plan.summary.iter().map(|prose| prose.text.clone()).collect(),
        ..SearchDocument::of(Route::Plan(number), SearchGroup::Strategy, plan.title.as_str())
    }
}

/// A priority, theme or outcome of a plan.
fn part(site: &Site, plan: usize, number: usize) -> SearchDocument<'_> {
    let section = &site.plans[plan].plan.sections[number];
    SearchDocument {
        body: section.aim.iter().map(|prose| prose.text.clone()).collect(),
        ..SearchDocument::of(Route::Section(plan, number), SearchGroup::Strategy, section.title.as_str())
    }
}

fn action(site: &Site, plan: usize, number: usize) -> SearchDocument<'_> {
    let progress = &site.plans[plan];
    let written = progress.written(&progress.actions[number]);
    let texts = written.why.iter().chain([&written.aim, &written.how.words, &written.success].into_iter().flatten());
    let texts = texts.chain(written.details.0.iter().map(|(_, text)| text));
    SearchDocument {
        keywords: std::iter::once(written.reference.as_str())
            .chain(written.themes.iter().map(String::as_str))
            .collect(),
        body: texts.map(|prose| prose.text.clone()).collect(),
        ..SearchDocument::of(Route::Action(plan, number), SearchGroup::Strategy, written.title.as_str())
    }
}

/// The pages that lead to its actions, which people look for by name.
fn lists(site: &Site, number: usize) -> [SearchDocument<'_>; 4] {
    let plan = &site.plans[number].plan.title.value;
    let page = |route, name, summary, keywords| {
        SearchDocument::list(route, SearchGroup::Strategy, format!("{name}: {plan}"), summary, keywords)
    };
    let leads = "Who leads each action, and how it stands.";
    let changes = "What changed in this quarter and the last.";
    let late: &[_] = &["late", "overdue", "red", "amber", "behind"];
    [
        page(Route::Leads(number), "Who leads what", leads, &["responsible", "owner", "lead"]),
        page(Route::Exceptions(number), "Late or at risk", "What is late, in doubt or silent.", late),
        page(Route::Timeline(number), "Timeline", "Every action by its date.", &["deadlines", "dates"]),
        page(Route::Changes(number), "What changed", changes, &["changes", "board paper"]),
    ]
}
