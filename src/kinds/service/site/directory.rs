//! The directory: services in order, and the facets by which they are found.

mod check;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use ahash::AHashMap;
use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::kinds::service::record::contact_way::ContactWay;
use crate::kinds::service::record::{Service, ServiceState};
use crate::model::language::Language;
use crate::record::entry::Entry;
use crate::record::settings::Settings;
use crate::record::vocabulary::{Term, Vocabulary};
use crate::site::review::is_overdue;
use crate::site::{Lookup, Published, Resolver, Seen, Site};
pub(crate) use check::check;

/// The services: the helplines, then those that answer now, then the rest by name.
#[derive(Debug, Clone)]
pub(crate) struct Directory {
    services: Vec<Listing>,
    /// How many of them are the site's helplines, of those that are open. They are the first of all.
    pub(crate) helplines: usize,
    /// By what they are found.
    pub(crate) facets: Facets,
}

impl Deref for Directory {
    type Target = [Listing];

    fn deref(&self) -> &[Listing] {
        &self.services
    }
}

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
    is_sound: bool,
}

/// The words of the vocabulary that a service names, by their numbers.
pub(crate) struct Words {
    pub(crate) needs: Vec<usize>,
    pub(crate) audiences: Vec<usize>,
    /// Its areas; none means all.
    pub(crate) areas: Vec<usize>,
}

impl Words {
    pub(crate) fn of(service: &Service, lookup: &Lookup<'_>) -> Self {
        let mut areas = lookup.positions(&service.areas);
        if service.areas.is_empty() && service.locations.iter().all(|place| !place.areas.is_empty()) {
            // Where each of its places is for some areas, it is for those.
            areas = service.locations.iter().flat_map(|place| lookup.positions(&place.areas)).collect();
            areas.sort_unstable();
            areas.dedup();
        }
        Self { needs: lookup.positions(&service.needs), audiences: lookup.positions(&service.audiences), areas }
    }
}

impl Directory {
    /// The directory of services that are in their order.
    pub(crate) fn of(services: &[Published<Service>], resolver: Resolver<'_>, problems: &mut Vec<Diagnostic>) -> Self {
        let Seen { content, settings, .. } = resolver.seen;
        let same_words = |last: &&Site| {
            Arc::ptr_eq(&last.vocabulary, &content.vocabulary)
                && Arc::ptr_eq(&last.organisations, &content.organisations)
        };
        let known = resolver.last.filter(same_words).map_or_else(Default::default, |last| &*last.services);
        let listed = services.par_iter().enumerate().map(|(at, service)| {
            let same = known.get(at).filter(|known| known.is_sound && Arc::ptr_eq(&known.service, service));
            let (listing, told) = match same {
                Some(known) => (known.clone(), Vec::new()),
                None => Listing::of(service, resolver.lookup),
            };
            let reviewed = service.reviewed.value;
            let review_overdue = is_overdue(reviewed, settings.review_after, resolver.seen.today());
            (Listing { review_overdue, ..listing }, told)
        });
        let (services, told): (Vec<Listing>, Vec<_>) = listed.unzip();
        problems.extend(told.into_iter().flatten());
        let ranks = Ranks::of(settings);
        let helplines = services.iter().filter(|listing| ranks.place(&listing.service).is_some()).count();
        Self { facets: Facets::of(&services, &content.vocabulary, &settings.language), services, helplines }
    }
}

impl Listing {
    /// A service with its words, and what there is to tell of its references.
    fn of(service: &Published<Service>, lookup: &Lookup<'_>) -> (Self, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        lookup.check(&service.record, "service", &service.source, &mut problems);
        let Words { needs, audiences, areas } = Words::of(service, lookup);
        let is_sound = problems.is_empty();
        (Self { service: service.clone(), needs, audiences, areas, review_overdue: false, is_sound }, problems)
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
    /// By the languages in which they work beside the site's own, by name.
    pub(crate) languages: Vec<LanguageFacet>,
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

/// A language and the services that work in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LanguageFacet {
    /// The language.
    pub language: Language,
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

/// Services in the order of the directory.
pub(crate) fn in_order(
    services: impl Iterator<Item = Published<Service>>,
    settings: &Settings,
) -> Vec<Published<Service>> {
    let ranks = Ranks::of(settings);
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
    services.into_iter().map(|(_, service)| service).collect()
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

impl Facets {
    /// The numbers of the services that answer now, day and night; the site's helplines are the first of them.
    #[must_use]
    pub(crate) fn call_now(&self) -> &[usize] {
        let facet = self.contact.iter().find(|facet| facet.way == ContactWay::CallNow);
        facet.map_or(&[], |facet| &facet.services)
    }

    /// Turns the words of each service into the services of each word.
    fn of(services: &[Listing], vocabulary: &Vocabulary, own: &Language) -> Self {
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
            languages: languages(services, own),
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

/// The services of each language but the site's own.
fn languages(services: &[Listing], own: &Language) -> Vec<LanguageFacet> {
    let mut found: BTreeMap<(&str, &Language), Vec<usize>> = BTreeMap::new();
    for (number, listing) in services.iter().enumerate().filter(|(_, listing)| !listing.service.behaviour_change) {
        let spoken = listing.service.languages.iter().filter(|language| language.primary() != own.primary());
        for language in spoken {
            found.entry((language.name(), &language.value)).or_default().push(number);
        }
    }
    found.into_iter().map(|((_, language), services)| LanguageFacet { language: language.clone(), services }).collect()
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
