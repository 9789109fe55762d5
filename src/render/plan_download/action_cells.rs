//! What an action's row says.

use jiff::civil::Date;

use super::WriteDay;
use super::plain::{item, list, marked, paragraphs, plain};
use crate::diagnostic::Located;
use crate::kinds::plan::record::{Action, ActionUpdate, Objective, Section};
use crate::kinds::plan::site::progress::{ActionProgress, PlanProgress, so_far};
use crate::model::prose::Prose;
use crate::model::rating::Rating;
use crate::model::timescale::Timescale;
use crate::record::lead::Lead;
use crate::render::frame::title_of;
use crate::render::wording::lead_part;
use crate::site::{Route, Site};

/// An action, as its row is made.
pub(super) struct ActionCells<'s> {
    site: &'s Site,
    plan: usize,
    number: usize,
    pub(super) written: &'s Action,
    pub(super) progress: &'s ActionProgress,
    /// How a day is written.
    day: WriteDay,
}

impl<'s> ActionCells<'s> {
    pub(super) fn of(site: &'s Site, plan: usize, number: usize, day: WriteDay) -> Self {
        let progress = &site.plans[plan].actions[number];
        Self { site, plan, number, written: site.plans[plan].written(progress), progress, day }
    }

    fn of_plan(&self) -> &'s PlanProgress {
        &self.site.plans[self.plan]
    }

    fn part(&self) -> &'s Section {
        &self.of_plan().plan.sections[self.progress.place.section]
    }

    fn group(&self) -> &'s Objective {
        &self.part().groups[self.progress.place.group]
    }

    fn plain(&self, prose: &Prose) -> String {
        plain(self.site, &self.of_plan().plan.source, prose)
    }

    fn perhaps(&self, prose: Option<&Prose>) -> String {
        prose.map(|prose| self.plain(prose)).unwrap_or_default()
    }

    pub(super) fn section_reference(&self) -> &'s str {
        self.part().reference.as_ref().map_or("", |reference| &reference.value)
    }

    pub(super) fn section(&self) -> &'s str {
        &self.part().title.value
    }

    pub(super) fn objective_reference(&self) -> &'s str {
        self.group().reference.as_ref().map_or("", |reference| &reference.value)
    }

    pub(super) fn objective(&self) -> &'s str {
        self.group().title.as_ref().map_or("", |title| &title.value)
    }

    pub(super) fn why(&self) -> String {
        let reasons: Vec<String> = self.written.why.iter().map(|why| self.plain(why)).collect();
        marked(&reasons)
    }

    pub(super) fn aim(&self) -> String {
        self.perhaps(self.written.aim.as_ref())
    }

    /// Words, steps, or both.
    pub(super) fn how(&self) -> String {
        let steps = self.written.how.steps.iter().map(|step| {
            let facts = [
                ("Leads", Some(self.leads_in_line(&step.leads))),
                ("Target", step.target.clone()),
                ("By", as_written(step.timescale.as_deref())),
                ("Done", done_on(step.done.as_ref(), self.site.today).map(self.day)),
            ];
            item(&self.plain(&step.title), &facts)
        });
        paragraphs([self.perhaps(self.written.how.words.as_ref()), marked(&steps.collect::<Vec<_>>())])
    }

    pub(super) fn leads(&self) -> String {
        marked(&self.written.leads.iter().map(|lead| self.lead(lead)).collect::<Vec<_>>())
    }

    fn leads_in_line(&self, leads: &[Lead]) -> String {
        leads.iter().map(|lead| self.lead(lead)).collect::<Vec<_>>().join("; ")
    }

    fn lead(&self, lead: &Lead) -> String {
        let organisation = lead.organisation.as_ref().map(|text| self.site.organisation_name(text));
        let who = [lead.person.as_deref(), lead.role.as_ref().map(|role| &*role.value), organisation];
        let who = who.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let part = lead_part(lead);
        if part.is_empty() { who } else { format!("{who} ({part})") }
    }

    pub(super) fn themes(&self) -> String {
        marked(&self.written.themes)
    }

    pub(super) fn percent(&self) -> String {
        self.written.progress.map(|percent| percent.to_string()).unwrap_or_default()
    }

    /// "Cost: £5,000", a line each.
    pub(super) fn details(&self) -> String {
        let details = self.written.details.0.iter();
        details.map(|(label, text)| format!("{label}: {}", self.plain(text))).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn timescale(&self) -> String {
        as_written(self.written.timescale.as_deref()).unwrap_or_default()
    }

    pub(super) fn from(&self) -> Option<Date> {
        self.written.timescale.as_ref().and_then(|timescale| timescale.from)
    }

    pub(super) fn by(&self) -> Option<Date> {
        self.written.timescale.as_ref().and_then(|timescale| timescale.by)
    }

    pub(super) fn ongoing(&self) -> bool {
        self.written.timescale.as_ref().is_some_and(|timescale| timescale.ongoing)
    }

    pub(super) fn milestones(&self) -> String {
        let milestones = self.written.milestones.iter().map(|milestone| {
            let facts = [
                ("By", as_written(milestone.timescale.as_deref())),
                ("Done", done_on(milestone.done.as_ref(), self.site.today).map(self.day)),
            ];
            item(&milestone.title, &facts)
        });
        marked(&milestones.collect::<Vec<_>>())
    }

    pub(super) fn measures(&self) -> String {
        let measures = self.written.measures.iter().map(|measure| {
            item(&measure.title, &[("Baseline", measure.baseline.clone()), ("Target", measure.target.clone())])
        });
        marked(&measures.collect::<Vec<_>>())
    }

    pub(super) fn success(&self) -> String {
        self.perhaps(self.written.success.as_ref())
    }

    pub(super) fn related(&self) -> String {
        let related = self.site.relations.of(Route::Action(self.plan, self.number));
        let names = related.iter().filter_map(|&route| title_of(self.site, route));
        marked(&names.collect::<Vec<_>>())
    }

    pub(super) fn status(&self) -> &'static str {
        if self.of_plan().plan.tracked { self.progress.standing.status.words() } else { "" }
    }

    pub(super) fn rating(&self) -> &'static str {
        self.progress.standing.rating.map_or("", Rating::words)
    }

    pub(super) fn rating_reason(&self) -> &'s str {
        self.written.rating.as_ref().map_or("", |hand| &hand.reason)
    }

    /// The updates that had been written by the day, oldest first.
    fn so_far(&self) -> &'s [ActionUpdate] {
        so_far(self.written, self.site.today)
    }

    pub(super) fn last_update(&self) -> Option<&'s ActionUpdate> {
        self.so_far().last()
    }

    pub(super) fn last_update_status(&self) -> &'static str {
        let status = self.last_update().and_then(|update| update.status.as_ref());
        status.map_or("", |status| status.words())
    }

    pub(super) fn last_update_text(&self) -> String {
        self.perhaps(self.last_update().and_then(|update| update.text.as_ref()))
    }

    /// "• 2026-10-12, On track", with its words and who said them below.
    pub(super) fn updates(&self) -> String {
        list(&self.so_far().iter().rev().map(|update| self.update(update)).collect::<Vec<_>>())
    }

    fn update(&self, update: &ActionUpdate) -> String {
        let status = update.status.as_ref().map(|status| format!(", {}", status.words())).unwrap_or_default();
        let head = format!("{}{status}", update.date.value);
        let words = self.perhaps(update.text.as_ref());
        let head = if words.is_empty() { head } else { format!("{head}\n{words}") };
        item(&head, &[("Said by", update.by.clone())])
    }

    pub(super) fn address(&self) -> String {
        self.site.full_address(Route::Action(self.plan, self.number))
    }
}

/// The day on which something was done, once it has come.
pub(super) fn done_on(done: Option<&Located<Date>>, today: Date) -> Option<Date> {
    done.map(|done| done.value).filter(|&done| done <= today)
}

/// A timescale as the plan has it.
pub(super) fn as_written(timescale: Option<&Timescale>) -> Option<String> {
    timescale.map(|timescale| timescale.as_written.clone()).filter(|words| !words.is_empty())
}
