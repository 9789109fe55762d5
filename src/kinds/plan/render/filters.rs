//! Boxes to tick that narrow a list of actions, in the browser alone.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::kinds::plan::site::progress::PlanProgress;
use crate::model::slug::slugify;
use crate::model::status::Status;
use crate::render::filters::{Filter, Matches};
use crate::render::page::Builder;
use crate::render::wording;

/// The longest reason that is offered as a box: longer ones are sentences, and each stands once.
const LONGEST_REASON: usize = 80;

/// What no box is for: the script takes an empty list for "all of them".
const NONE: &str = "none";

/// The ids by which an action is found, as the words of a `data-` attribute.
#[derive(Serialize)]
pub(super) struct FilterIds {
    sections: String,
    leads: String,
    /// None where nothing is reported on the plan.
    statuses: Option<&'static str>,
    reasons: String,
    /// None where no action of the plan has any.
    themes: Option<String>,
}

/// The reasons that more than one action of a plan has, by id: those that are worth a box.
pub(super) fn reasons(progress: &PlanProgress) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for action in &progress.actions {
        for why in progress.written(action).why.iter().filter(|why| why.text.chars().count() <= LONGEST_REASON) {
            let (_, count) = found.entry(slugify(&why.text)).or_insert_with(|| (why.text.trim().to_owned(), 0));
            *count += 1;
        }
    }
    let shared = found.into_iter().filter(|(id, (_, count))| *count > 1 && !id.is_empty());
    shared.map(|(id, (text, _))| (id, text)).collect()
}

/// The themes of a plan's actions, by id.
fn themes(progress: &PlanProgress) -> BTreeMap<String, String> {
    let themes = progress.actions.iter().flat_map(|action| &progress.written(action).themes);
    themes.map(|theme| (slugify(theme), theme.clone())).collect()
}

/// The groups of boxes of a plan; a group with a single box would narrow nothing.
pub(super) fn filters(build: &Builder<'_>, plan: usize, labels: (&str, &str, &str)) -> Vec<Filter> {
    let progress = &build.site.plans[plan];
    let (section, lead, why) = labels;
    let there = |status: &Status| {
        progress.plan.tracked && progress.actions.iter().any(|action| action.standing.status == *status)
    };
    let sections = progress.section_slugs.iter().enumerate();
    let sections = sections.map(|(at, slug)| (slug.clone(), wording::section(progress, at)));
    let statuses =
        Status::ALL.into_iter().filter(there).map(|status| (status.id().to_owned(), status.words().to_owned()));
    let leads = progress.leads.iter().filter(|lead| !lead.actions.is_empty());
    let leads = leads.map(|lead| (lead.slug.clone(), lead.name.clone()));
    let vacant = progress.actions.iter().any(|action| led_by(progress, action).is_empty());
    let leads = leads.chain(vacant.then(|| (NONE.to_owned(), "Nobody yet".to_owned())));
    let group =
        |name, question: &str, options: Vec<(String, String)>| Filter::new(name, question, Matches::Any, options);
    let all = [
        group("statuses", "Status", statuses.collect()),
        group("sections", section, sections.collect()),
        group("leads", lead, leads.collect()),
        group("reasons", why, reasons(progress).into_iter().collect()),
        group("themes", "Theme", themes(progress).into_iter().collect()),
    ];
    all.into_iter().filter(Filter::is_of_use).collect()
}

/// The slugs of those who lead an action.
fn led_by<'p>(progress: &'p PlanProgress, action: &crate::kinds::plan::site::progress::ActionProgress) -> Vec<&'p str> {
    let leads = progress.written(action).leads.iter();
    leads.filter_map(|lead| Some(progress.leads[progress.lead_number(lead)?].slug.as_str())).collect()
}

impl FilterIds {
    /// The ids of an action; `reasons` are those that have a box.
    pub(super) fn of(progress: &PlanProgress, number: usize, reasons: &BTreeMap<String, String>) -> Self {
        let action = &progress.actions[number];
        let themes: Vec<String> = progress.written(action).themes.iter().map(|theme| slugify(theme)).collect();
        let any_theme = progress.actions.iter().any(|action| !progress.written(action).themes.is_empty());
        let or_none = |ids: Vec<&str>| if ids.is_empty() { NONE.to_owned() } else { ids.join(" ") };
        let why: Vec<String> = progress.written(action).why.iter().map(|why| slugify(&why.text)).collect();
        let why = why.iter().map(String::as_str).filter(|id| reasons.contains_key(*id));
        Self {
            sections: progress.section_slugs[action.place.section].clone(),
            leads: or_none(led_by(progress, action)),
            statuses: progress.plan.tracked.then(|| action.standing.status.id()),
            reasons: or_none(why.collect()),
            themes: any_theme.then(|| or_none(themes.iter().map(String::as_str).collect())),
        }
    }
}
