//! Who holds what in a plan: its sections, objectives, actions, steps and risks by the organisation or post that leads
//! them.

use std::collections::HashMap;

use super::PlanProgress;
use crate::kinds::plan::record::Plan;
use crate::model::slug::slugify;
use crate::record::lead::Lead;
use crate::record::organisation::Organisation;

/// An organisation, or a post of none, and what it leads in a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct LeadHoldings {
    /// The last part of its address: the partner's id, else a slug of the text.
    pub slug: String,
    /// Its name: the partner's, else the text.
    pub name: String,
    /// The numbers of the sections that it leads.
    pub sections: Vec<usize>,
    /// The objectives that it leads: section and objective.
    pub objectives: Vec<(usize, usize)>,
    /// The numbers of the actions that it leads, alone or with others.
    pub actions: Vec<usize>,
    /// The steps that it leads: action and step.
    pub steps: Vec<(usize, usize)>,
    /// The numbers of the risks that it watches.
    pub risks: Vec<usize>,
}

/// The partners by their ids and by the slugs of their names: a lead may be named by either.
pub(crate) type Partners<'o> = HashMap<String, &'o Organisation>;

/// The partners by what a lead may be named by.
pub(crate) fn partners(organisations: &[Organisation]) -> Partners<'_> {
    let names = organisations.iter().map(|one| (slugify(&one.name), one));
    let ids = organisations.iter().map(|one| (one.id.value.clone(), one));
    names.chain(ids).collect()
}

/// Gathers the leads of one plan. Two texts that make one slug are one lead.
pub(super) struct LeadRegister<'o> {
    partners: &'o Partners<'o>,
    by_slug: HashMap<String, usize>,
    by_holder: HashMap<String, usize>,
    leads: Vec<LeadHoldings>,
}

impl<'o> LeadRegister<'o> {
    /// The leads of a plan by name, and which of them each text names.
    pub(super) fn of(
        progress: &PlanProgress,
        partners: &'o Partners<'o>,
    ) -> (Vec<LeadHoldings>, HashMap<String, usize>) {
        let mut register =
            LeadRegister { partners, by_slug: HashMap::new(), by_holder: HashMap::new(), leads: Vec::new() };
        register.sections(&progress.plan);
        for (number, action) in progress.actions.iter().enumerate() {
            let written = progress.written(action);
            register.note(&written.leads, |lead| &mut lead.actions, number);
            for (at, step) in written.how.steps.iter().enumerate() {
                register.note(&step.leads, |lead| &mut lead.steps, (number, at));
            }
        }
        for (number, risk) in progress.plan.risks.iter().enumerate() {
            register.note(&risk.leads, |lead| &mut lead.risks, number);
        }
        let mut leads: Vec<(usize, LeadHoldings)> = register.leads.into_iter().enumerate().collect();
        leads.sort_by_cached_key(|(_, lead)| (lead.name.to_lowercase(), lead.slug.clone()));
        let mut places = vec![0; leads.len()];
        for (place, (number, _)) in leads.iter().enumerate() {
            places[*number] = place;
        }
        let by_holder = register.by_holder.into_iter().map(|(holder, number)| (holder, places[number])).collect();
        (leads.into_iter().map(|(_, lead)| lead).collect(), by_holder)
    }

    fn sections(&mut self, plan: &Plan) {
        for (number, section) in plan.sections.iter().enumerate() {
            self.note(&section.leads, |lead| &mut lead.sections, number);
            for (at, objective) in section.groups.iter().enumerate() {
                self.note(&objective.leads, |lead| &mut lead.objectives, (number, at));
            }
        }
    }

    /// Writes down what leads hold. Who is named twice for one thing holds it once.
    fn note<T: Copy + PartialEq>(&mut self, leads: &[Lead], list: fn(&mut LeadHoldings) -> &mut Vec<T>, what: T) {
        for holder in leads.iter().filter(|lead| !lead.is_nobody()).filter_map(Lead::holder) {
            let number = self.number(holder);
            let held = list(&mut self.leads[number]);
            if held.last() != Some(&what) {
                held.push(what);
            }
        }
    }

    fn number(&mut self, holder: &str) -> usize {
        if let Some(&known) = self.by_holder.get(holder) {
            return known;
        }
        let number = self.number_by_slug(holder);
        self.by_holder.insert(holder.to_owned(), number);
        number
    }

    fn number_by_slug(&mut self, holder: &str) -> usize {
        let slug = slugify(holder);
        let partner = self.partners.get(&slug).copied();
        let slug = match partner {
            Some(partner) => partner.id.value.clone(),
            // A name in letters that have no place in an address.
            None if slug.is_empty() => format!("lead-{}", &blake3::hash(holder.as_bytes()).to_hex()[..8]),
            None => slug,
        };
        let leads = &mut self.leads;
        *self.by_slug.entry(slug.clone()).or_insert_with(|| {
            let name = partner.map_or(holder, |partner| &partner.name).to_owned();
            leads.push(LeadHoldings { slug, name, ..LeadHoldings::default() });
            leads.len() - 1
        })
    }
}

impl PlanProgress {
    /// The number of a lead among the plan's leads; none where it names nobody yet.
    #[must_use]
    pub(crate) fn lead_number(&self, lead: &Lead) -> Option<usize> {
        self.lead_numbers.get(lead.holder()?).copied()
    }
}
