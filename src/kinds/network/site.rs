//! What the rest of the site asks of a network.

use super::record::Network;
use crate::diagnostic::Diagnostic;
use crate::record::entry::Entry;
use crate::site::search::{SearchDocument, SearchGroup};
use crate::site::{AtAddress, Dated, OnSite, Published, Resolver, Route, Site, Texts};

impl Dated for Network {}

impl OnSite for Network {
    type Item = Published<Self>;
    type List = Vec<Self::Item>;

    fn resolve(records: &[Self::Item], _: Resolver<'_>, _: &mut Vec<Diagnostic>) -> Self::List {
        records.to_vec()
    }

    fn anchors_on(number: usize) -> Option<Route> {
        Some(Route::Network(number))
    }

    fn texts<'r>(record: &'r Self, texts: &mut Texts<'r>) {
        texts.prose(&record.description);
    }

    /// With the places and posts in it, which people look for by name and by area.
    fn documents(site: &Site, number: usize) -> Vec<SearchDocument<'_>> {
        let network = &site.networks[number];
        let members = network.members.iter().flat_map(|member| {
            let area = member.area.as_ref().and_then(|id| site.vocabulary.area(&id.value));
            let organisation = member.organisation.as_ref().map(|name| site.organisation_name(name));
            [Some(member.name.as_str()), area.map(|area| area.name.as_str()), organisation]
        });
        let about = network.description.iter().map(|prose| prose.text.as_str());
        vec![SearchDocument {
            keywords: network.kind.as_deref().into_iter().collect(),
            body: about.chain(members.flatten()).map(str::to_owned).collect(),
            ..SearchDocument::of(Route::Network(number), SearchGroup::Information, network.title.as_str())
        }]
    }
}

impl AtAddress for Network {
    fn path(entry: &Entry<Self>) -> String {
        format!("networks/{}/", entry.slug)
    }
}
