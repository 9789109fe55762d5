//! The directory: services in order, and the facets by which they are found.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::Occasion;
use crate::content::Content;
use crate::model::entry::Entry;
use crate::model::leaflet::Leaflet;
use crate::model::service::{Service, ServiceState};
use crate::model::settings::Settings;

/// A service with what it is found by.
#[derive(Debug, Clone)]
pub struct Listing {
    /// The service.
    pub service: Arc<Entry<Service>>,
    /// The numbers of its needs in the vocabulary.
    pub needs: Vec<usize>,
    /// The numbers of its audiences.
    pub audiences: Vec<usize>,
    /// The numbers of its areas; none means all.
    pub areas: Vec<usize>,
    /// Whether no one has checked its details for longer than the site allows.
    pub review_overdue: bool,
}

/// The services of each word of the vocabulary that has any.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    /// By who they are for.
    pub audiences: Vec<Facet>,
    /// By the help they give.
    pub needs: Vec<Facet>,
    /// By where they work. A service for the whole area is in each.
    pub areas: Vec<Facet>,
}

/// A word of the vocabulary and its services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The word's number in its list.
    pub term: usize,
    /// The numbers of the services.
    pub services: Vec<usize>,
}

/// A leaflet and the services on it.
#[derive(Debug, Clone)]
pub struct LeafletSelection {
    /// The leaflet.
    pub leaflet: Arc<Entry<Leaflet>>,
    /// The numbers of the services, in the leaflet's order.
    pub services: Vec<usize>,
}

/// The services to be seen on a day, in order, and how many of them are helplines.
pub(super) fn services(content: &Content, settings: &Settings, occasion: Occasion) -> (Vec<Listing>, usize) {
    let Occasion { today, drafts } = occasion;
    let rank: HashMap<&str, usize> =
        settings.helplines.iter().enumerate().map(|(at, id)| (id.value.as_str(), at)).collect();
    let place = |service: &Entry<Service>| rank.get(service.id.as_str()).copied().unwrap_or(usize::MAX);
    let mut services: Vec<&Arc<Entry<Service>>> =
        content.services.iter().filter(|service| service.publication.is_public(today, drafts)).collect();
    services.par_sort_by_cached_key(|service| {
        let open = service.state == ServiceState::Open;
        (
            place(service),
            Reverse(open && service.emergency),
            Reverse(open),
            service.title.to_lowercase(),
            service.id.clone(),
        )
    });
    let helplines = services.iter().filter(|service| place(service) != usize::MAX).count();
    let oldest = settings.review_after.before(today);
    (services.into_iter().map(|service| listing(service, oldest)).collect(), helplines)
}

fn listing(service: &Arc<Entry<Service>>, oldest: Date) -> Listing {
    let review_overdue = service.reviewed.value < oldest;
    Listing { service: service.clone(), needs: Vec::new(), audiences: Vec::new(), areas: Vec::new(), review_overdue }
}

impl Facets {
    /// Turns the words of each service into the services of each word.
    pub(super) fn of(services: &[Listing], areas: usize) -> Self {
        let everywhere: Vec<usize> = (0..areas).collect();
        let areas_of =
            |listing: &Listing| if listing.areas.is_empty() { everywhere.clone() } else { listing.areas.clone() };
        Self {
            audiences: invert(services, |listing| listing.audiences.clone()),
            needs: invert(services, |listing| listing.needs.clone()),
            areas: invert(services, areas_of),
        }
    }
}

fn invert(services: &[Listing], terms: impl Fn(&Listing) -> Vec<usize>) -> Vec<Facet> {
    let mut facets: HashMap<usize, Vec<usize>> = HashMap::new();
    for (number, listing) in services.iter().enumerate() {
        for term in terms(listing) {
            facets.entry(term).or_default().push(number);
        }
    }
    let mut facets: Vec<Facet> = facets.into_iter().map(|(term, services)| Facet { term, services }).collect();
    facets.sort_by_key(|facet| facet.term);
    facets
}
