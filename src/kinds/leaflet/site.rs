//! Leaflets with their services.

use std::sync::Arc;

use super::record::{Leaflet, Selection};
use crate::diagnostic::Diagnostic;
use crate::kinds::service::site::directory::Words;
use crate::record::entry::Entry;
use crate::site::search::{SearchDocument, SearchGroup};
use crate::site::{AtAddress, Dated, HasEntry, OnSite, Published, Resolver, Route, Site, Texts};

/// A leaflet and the services on it.
#[derive(Debug, Clone)]
pub(crate) struct LeafletSelection {
    /// The leaflet.
    pub(crate) leaflet: Published<Leaflet>,
    /// The numbers of the services, in the leaflet's order.
    pub(crate) services: Vec<usize>,
}

impl HasEntry<Leaflet> for LeafletSelection {
    fn entry(&self) -> &Arc<Entry<Leaflet>> {
        &self.leaflet
    }
}

impl Dated for Leaflet {}

impl OnSite for Leaflet {
    type Item = LeafletSelection;
    type List = Vec<LeafletSelection>;

    fn resolve(
        records: &[Published<Self>],
        resolver: Resolver<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<LeafletSelection> {
        let select = |leaflet: &Published<Self>| {
            let services = select(&leaflet.services, resolver);
            if services.is_empty() {
                let message = "there is no service on this leaflet";
                let help = "list services in `services`, or give `needs`, `audiences` or `areas` that a service has";
                let problem = Diagnostic::warning("leaflet/services", leaflet.source.clone(), message);
                problems.push(problem.at(leaflet.span).help(help));
            }
            LeafletSelection { leaflet: leaflet.clone(), services }
        };
        records.iter().map(select).collect()
    }

    fn anchors_on(number: usize) -> Option<Route> {
        Some(Route::Leaflet(number))
    }

    fn texts<'r>(record: &'r Self, texts: &mut Texts<'r>) {
        texts.prose([&record.intro, &record.footer].into_iter().flatten());
    }

    /// Sheets are found by the page that lists them.
    fn documents(_: &Site, _: usize) -> Vec<SearchDocument<'_>> {
        Vec::new()
    }

    fn list_document(site: &Site) -> Option<SearchDocument<'_>> {
        let leaflets = site.leaflets.iter().map(|selection| selection.leaflet.title.value.clone());
        let summary = "Sheets to print and hand out.";
        let list =
            SearchDocument::list(Route::Leaflets, SearchGroup::Information, "Leaflets to print", summary, &["posters"]);
        Some(SearchDocument { body: leaflets.collect(), ..list })
    }
}

impl AtAddress for Leaflet {
    fn path(entry: &Entry<Self>) -> String {
        format!("leaflets/{}/", entry.slug)
    }
}

/// The services of a leaflet: those listed, or those that have one of the words of each list that is not empty.
fn select(selection: &Selection, Resolver { seen, lookup, .. }: Resolver<'_>) -> Vec<usize> {
    match selection {
        Selection::Listed(ids) => lookup.positions(ids),
        Selection::Matching(matching) => {
            let needs = lookup.positions(&matching.needs);
            let audiences = lookup.positions(&matching.audiences);
            let areas = lookup.positions(&matching.areas);
            let has =
                |wanted: &[usize], own: &[usize]| wanted.is_empty() || wanted.iter().any(|term| own.contains(term));
            // A sheet for people who are harmed has no service for those who harm, unless it asks for their words.
            let vocabulary = &seen.content.vocabulary;
            let asked = needs.iter().map(|&need| &vocabulary.needs[need]);
            let asked: Vec<_> = asked.chain(audiences.iter().map(|&term| &vocabulary.audiences[term])).collect();
            let matching = lookup.services().enumerate().filter(|(_, service)| {
                let own = Words::of(service, lookup);
                let somewhere = own.areas.is_empty() || has(&areas, &own.areas);
                let fits = !service.behaviour_change || asked.iter().any(|term| term.own_behaviour);
                fits && has(&needs, &own.needs) && has(&audiences, &own.audiences) && somewhere
            });
            matching.map(|(number, _)| number).collect()
        }
    }
}
