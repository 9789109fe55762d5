//! Which services stand on a leaflet.

use crate::diagnostic::Diagnostic;
use crate::kinds::leaflet::record::Selection;
use crate::site::Site;
use crate::site::lookup::Lookup;

/// Finds the services of each leaflet.
pub(super) fn resolve(site: &mut Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    for number in 0..site.leaflets.len() {
        let leaflet = site.leaflets[number].leaflet.clone();
        let services = select(&leaflet.services, site, lookup);
        if services.is_empty() {
            let message = "there is no service on this leaflet";
            let help = "list services in `services`, or give `needs`, `audiences` or `areas` that a service has";
            let problem = Diagnostic::warning("leaflet/services", leaflet.source.clone(), message);
            problems.push(problem.at(leaflet.span).help(help));
        }
        site.leaflets[number].services = services;
    }
}

/// The services of a leaflet: those listed, or those that have one of the words of each list that is not empty.
fn select(selection: &Selection, site: &Site, lookup: &Lookup<'_>) -> Vec<usize> {
    match selection {
        Selection::Listed(ids) => lookup.positions(ids),
        Selection::Matching(matching) => {
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
