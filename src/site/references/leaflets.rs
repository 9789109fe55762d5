//! Which services stand on a leaflet.

use crate::content::Content;
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::record::leaflet::Selection;
use crate::record::reference::Target;
use crate::site::Site;
use crate::site::directory::LeafletSelection;
use crate::site::lookup::{Lookup, Place};

/// Finds the services of each leaflet.
pub(super) fn resolve(site: &mut Site, content: &Content, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    site.leaflets = content
        .leaflets
        .iter()
        .map(|leaflet| {
            let services = select(&leaflet.services, site, lookup, &leaflet.source, problems);
            if services.is_empty() {
                let message = "there is no service on this leaflet";
                let help = "list services in `services`, or give `needs`, `audiences` or `areas` that a service has";
                problems.push(
                    Diagnostic::warning("leaflet/services", leaflet.source.clone(), message)
                        .at(leaflet.span)
                        .help(help),
                );
            }
            LeafletSelection { leaflet: leaflet.clone(), services }
        })
        .collect();
}

/// The services of a leaflet: those listed, or those that have one of the words of each list that is not empty.
fn select(
    selection: &Selection,
    site: &Site,
    lookup: &Lookup<'_>,
    source: &SourcePath,
    problems: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    match selection {
        Selection::Listed(ids) => {
            let place = Place { code: "leaflet/services", source };
            let public = ids.iter().filter(|id| !lookup.unpublished.contains(&id.as_str()));
            public.filter_map(|id| lookup.find(id, Target::Service, &place, problems)).collect()
        }
        Selection::Matching(matching) => {
            lookup.check(matching, "leaflet", source, problems);
            let needs = lookup.positions(&matching.needs);
            let audiences = lookup.positions(&matching.audiences);
            let areas = lookup.positions(&matching.areas);
            let has =
                |wanted: &[usize], own: &[usize]| wanted.is_empty() || wanted.iter().any(|term| own.contains(term));
            // A sheet for people who are harmed has no service for those who harm, unless it asks for their words.
            let asked = needs.iter().map(|&need| &site.vocabulary.needs[need]);
            let asked: Vec<_> = asked.chain(audiences.iter().map(|&term| &site.vocabulary.audiences[term])).collect();
            let matching = site.services.iter().enumerate().filter(|(_, listing)| {
                let somewhere = listing.areas.is_empty() || has(&areas, &listing.areas);
                let fits = !listing.service.behaviour_change || asked.iter().any(|term| listing.is_listed_under(term));
                fits && has(&needs, &listing.needs) && has(&audiences, &listing.audiences) && somewhere
            });
            matching.map(|(number, _)| number).collect()
        }
    }
}
