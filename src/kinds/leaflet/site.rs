//! Leaflets with their services.

use std::sync::Arc;

use super::record::Leaflet;
use crate::content::EntryOf;
use crate::diagnostic::Diagnostic;
use crate::record::entry::Entry;
use crate::site::search::{SearchDocument, SearchGroup};
use crate::site::{AtAddress, Dated, HasEntry, OnSite, Published, Route, Seen, Site, Texts};

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

    fn gather(all: &[EntryOf<Self>], seen: Seen<'_>, _: &mut Vec<Diagnostic>) -> Vec<Self::Item> {
        seen.published(all).map(|leaflet| LeafletSelection { leaflet, services: Vec::new() }).collect()
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
