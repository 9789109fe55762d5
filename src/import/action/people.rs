//! Who is responsible for an action.

use super::Writer;
use super::steps::{Steps, people};
use crate::import::field::Field;
use crate::import::lead::{LeadText, has_marked_lead, names, part_of, partners};
use crate::import::outline::Gathered;
use crate::yaml::{Map, Value};

impl Writer<'_> {
    pub(super) fn leads(&mut self, action: &Gathered, steps: &Steps, map: &mut Map) {
        let mut found = Vec::new();
        let mut doubts = Vec::new();
        if !steps.has_leads {
            let texts: Vec<String> = action.texts(Field::Leads).iter().flat_map(|text| people(text)).collect();
            found.extend(self.read_leads(&texts, ""));
        }
        self.officers(action, &mut found);
        for column in action.columns_of(Field::Partners).collect::<Vec<_>>() {
            let lines: Vec<String> = action.column_texts(column).iter().flat_map(|text| people(text)).collect();
            let texts: Vec<String> = lines.iter().flat_map(|line| partners(line)).map(str::to_owned).collect();
            let has_marked = has_marked_lead(&texts);
            let supporting = self.read_leads(&texts, "");
            found
                .extend(supporting.into_iter().map(|lead| LeadText { supports: lead.supports || !has_marked, ..lead }));
        }
        for lead in found.iter().filter(|lead| lead.unsure) {
            let name = &lead.person;
            let message = format!(
                "`{name}` may name a person, so it stands under `person` and is not published; write a group or a post as a text"
            );
            self.notes.look(&action.origin, message.clone());
            doubts.push(format!("look here: {message}"));
        }
        if !found.is_empty() {
            let values = found.iter().map(LeadText::value).collect();
            map.add_with("leads", Value::List(values), doubts);
        }
    }

    /// The people of a second column of leads: each belongs to the organisation at its place in the first.
    fn officers(&mut self, action: &Gathered, found: &mut Vec<LeadText>) {
        let texts: Vec<String> = action.texts(Field::Officer).iter().flat_map(|text| people(text)).collect();
        let officers = self.read_leads(&texts, "");
        if officers.len() != found.len() || found.iter().any(|lead| lead.organisation.is_empty()) {
            found.extend(officers);
            return;
        }
        self.counts.leads -= officers.len();
        for (lead, officer) in found.iter_mut().zip(officers) {
            let role = if officer.role.is_empty() { officer.organisation } else { officer.role };
            *lead = LeadText { role, person: officer.person, unsure: officer.unsure, ..std::mem::take(lead) };
        }
    }

    fn under_one_name(&mut self, lead: &mut LeadText) {
        let name = self.names.of(&lead.organisation, &self.people.explained);
        if name != lead.organisation {
            let message = format!("`{}` is written as `{name}`, as elsewhere in the plan", lead.organisation);
            self.notes.did(&self.here.clone(), message);
            lead.organisation = name;
        }
    }

    /// The leads of a step.
    pub(super) fn lead_values(&mut self, texts: &[String], purpose: &str) -> Vec<Value> {
        self.read_leads(texts, purpose).iter().map(LeadText::value).collect()
    }

    /// Leads from their texts. A post on the line after a person is that person's.
    fn read_leads(&mut self, texts: &[String], purpose: &str) -> Vec<LeadText> {
        let mut leads: Vec<LeadText> = Vec::new();
        let none = |text: &&String| {
            let spoken = text.trim().trim_matches(['-', '–', '.', '*']).to_lowercase();
            matches!(spoken.as_str(), "" | "n/a" | "na" | "none" | "nil" | "not applicable")
        };
        let (left, texts): (Vec<&String>, Vec<&String>) = texts.iter().partition(none);
        for text in left {
            self.notes.did(&self.here.clone(), format!("nobody is named by `{text}`"));
        }
        // Where one is marked as the lead, those beside it support it.
        let has_marked = has_marked_lead(&texts);
        for text in texts {
            let (text, supports) = match part_of(text) {
                // A mark in a list belongs to one name of it.
                _ if names(text).len() > 1 => (text.as_str(), has_marked && !has_marked_lead(&[text])),
                (name, Some(leads)) => (name, !leads),
                (name, None) => (name, has_marked),
            };
            for mut lead in self.people.read_line(text) {
                lead.supports |= supports;
                purpose.clone_into(&mut lead.purpose);
                self.under_one_name(&mut lead);
                match leads.last_mut() {
                    Some(last) if last.is_person_alone() && lead.person.is_empty() && purpose.is_empty() => {
                        last.role = lead.organisation;
                    }
                    _ => leads.push(lead),
                }
            }
        }
        self.counts.leads += leads.len();
        self.counts.people += leads.iter().filter(|lead| !lead.person.is_empty()).count();
        leads
    }
}
