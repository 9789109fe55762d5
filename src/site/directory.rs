//! The directory: services in order, and the facets by which they are found.

mod check;

use std::cmp::Reverse;

use ahash::AHashMap;
use rayon::prelude::*;

pub(super) use check::check;

use super::review::is_overdue;
use super::{Published, Seen};
use crate::kinds::service::record::contact_way::ContactWay;
use crate::kinds::service::record::{Service, ServiceState};
use crate::record::entry::Entry;
use crate::record::settings::Settings;
use crate::record::vocabulary::{Term, Vocabulary};

/// A service with what it is found by.
#[derive(Debug, Clone)]
pub(crate) struct Listing {
    /// The service.
    pub service: Published<Service>,
    /// The numbers of its needs in the vocabulary.
    pub needs: Vec<usize>,
    /// The numbers of its audiences.
    pub audiences: Vec<usize>,
    /// The numbers of its areas; none means all.
    pub areas: Vec<usize>,
    /// Whether no one has checked its details for longer than the site allows.
    pub review_overdue: bool,
    /// Whether there was nothing to tell of its references.
    pub(super) is_sound: bool,
}

impl Listing {
    /// Takes over what was found for the same record among the same words.
    pub(super) fn find_as(&mut self, known: &Self) {
        self.needs.clone_from(&known.needs);
        self.audiences.clone_from(&known.audiences);
        self.areas.clone_from(&known.areas);
        self.is_sound = known.is_sound;
    }

    /// Whether the service is listed under a word of the vocabulary that it names. One for people who harm others is
    /// no help for those who are harmed, whoever it names: it is listed under the words for its own people alone.
    #[must_use]
    pub(crate) fn is_listed_under(&self, term: &Term) -> bool {
        !self.service.behaviour_change || term.own_behaviour
    }
}

/// The services of each word of the vocabulary that has any.
#[derive(Debug, Clone, Default)]
pub(crate) struct Facets {
    /// By who they are for.
    pub audiences: Vec<Facet>,
    /// By the help they give.
    pub needs: Vec<Facet>,
    /// By where they work. A service for the whole area is in each.
    pub areas: Vec<Facet>,
    /// By how to get in touch.
    pub contact: Vec<ContactFacet>,
    /// The numbers of the services for people who harm others, which stand under a heading of their own.
    pub(crate) behaviour_change: Vec<usize>,
}

/// A way to get in touch and the services that can be reached so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ContactFacet {
    /// The way.
    pub way: ContactWay,
    /// The numbers of the services.
    pub services: Vec<usize>,
}

/// A word of the vocabulary and its services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facet {
    /// The word's number in its list.
    pub term: usize,
    /// The numbers of the services.
    pub services: Vec<usize>,
}

/// The place of each of the site's helplines among them.
struct Ranks<'s>(AHashMap<&'s str, usize>);

impl<'s> Ranks<'s> {
    fn of(settings: &'s Settings) -> Self {
        Self(settings.helplines.iter().enumerate().map(|(at, id)| (id.value.as_str(), at)).collect())
    }

    /// The place of a service among the helplines that are open; none where it is none of them.
    fn place(&self, service: &Entry<Service>) -> Option<usize> {
        match service.state {
            // Nobody who is harmed is sent to a line for those who harm.
            ServiceState::Open if !service.behaviour_change => self.0.get(service.id.as_str()).copied(),
            // Nor anyone to a line that does not answer.
            _ => None,
        }
    }
}

/// How many of the services are the site's helplines, of those that are open. They are the first of all.
pub(super) fn helplines(services: &[Listing], settings: &Settings) -> usize {
    let ranks = Ranks::of(settings);
    services.iter().filter(|listing| ranks.place(&listing.service).is_some()).count()
}

/// Services in order.
pub(crate) fn services(services: impl Iterator<Item = Published<Service>>, seen: Seen<'_>) -> Vec<Listing> {
    let ranks = Ranks::of(seen.settings);
    let mut services: Vec<(_, Published<Service>)> = services
        .map(|service| {
            let open = service.state == ServiceState::Open;
            let answers = open && service.emergency && !service.behaviour_change;
            (
                (
                    ranks.place(&service).unwrap_or(usize::MAX),
                    Reverse(answers),
                    Reverse(open),
                    first_letters(&service.title),
                ),
                service,
            )
        })
        .collect();
    services.par_sort_unstable_by(|(first, a), (second, b)| {
        let names = || in_small_letters(&a.title).cmp(in_small_letters(&b.title));
        first.cmp(second).then_with(names).then_with(|| a.id.cmp(&b.id))
    });
    let overdue = |service: &Service| is_overdue(service.reviewed.value, seen.settings.review_after, seen.today());
    services.into_iter().map(|(_, service)| Listing::of(overdue(&service), service)).collect()
}

/// The first letters of a name as it is sorted. They tell most names apart without a look at the rest, which lies
/// elsewhere in memory.
fn first_letters(name: &str) -> [u8; 16] {
    let mut letters = [0; 16];
    let mut bytes = in_small_letters(name).flat_map(|letter| {
        let mut buffer = [0; 4];
        let length = letter.encode_utf8(&mut buffer).len();
        buffer.into_iter().take(length)
    });
    letters.iter_mut().zip(&mut bytes).for_each(|(place, byte)| *place = byte);
    letters
}

/// A name as it is sorted, in which capitals count for nothing.
fn in_small_letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase)
}

impl Listing {
    /// A service before its words are looked up.
    fn of(review_overdue: bool, service: Published<Service>) -> Self {
        Self { service, needs: Vec::new(), audiences: Vec::new(), areas: Vec::new(), review_overdue, is_sound: false }
    }
}

impl Facets {
    /// The numbers of the services that answer now, day and night; the site's helplines are the first of them.
    #[must_use]
    pub(crate) fn call_now(&self) -> &[usize] {
        let facet = self.contact.iter().find(|facet| facet.way == ContactWay::CallNow);
        facet.map_or(&[], |facet| &facet.services)
    }

    /// Turns the words of each service into the services of each word.
    pub(super) fn of(services: &[Listing], vocabulary: &Vocabulary) -> Self {
        let everywhere: Vec<usize> = (0..vocabulary.areas.len()).collect();
        let mut audiences = invert(services, &vocabulary.audiences, |listing| &listing.audiences);
        for facet in &mut audiences {
            // A service for men alone is what a man looks for; one for ten sorts of people comes after it.
            facet.services.sort_by_key(|&number| services[number].audiences.len());
        }
        Self {
            audiences,
            needs: invert(services, &vocabulary.needs, |listing| &listing.needs),
            areas: invert(services, &vocabulary.areas, |listing| {
                if listing.areas.is_empty() { &everywhere } else { &listing.areas }
            }),
            contact: contact(services),
            behaviour_change: (0..services.len()).filter(|&number| services[number].service.behaviour_change).collect(),
        }
    }
}

/// The services of each way to get in touch; ways without any are left out.
fn contact(services: &[Listing]) -> Vec<ContactFacet> {
    let of = |way: ContactWay| {
        let helps = |listing: &Listing| !listing.service.behaviour_change && way.reaches(&listing.service);
        let reached = services.iter().enumerate().filter(|(_, listing)| helps(listing));
        ContactFacet { way, services: reached.map(|(number, _)| number).collect() }
    };
    ContactWay::ALL.into_iter().map(of).filter(|facet| !facet.services.is_empty()).collect()
}

/// The services of each word; words without any are left out.
fn invert<'l>(services: &'l [Listing], terms: &[Term], of: impl Fn(&'l Listing) -> &'l [usize]) -> Vec<Facet> {
    let mut facets: Vec<Facet> = (0..terms.len()).map(|term| Facet { term, services: Vec::new() }).collect();
    for (number, listing) in services.iter().enumerate() {
        for &term in of(listing).iter().filter(|&&term| listing.is_listed_under(&terms[term])) {
            facets[term].services.push(number);
        }
    }
    facets.retain(|facet| !facet.services.is_empty());
    facets
}
