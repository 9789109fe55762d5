//! What the rest of the site asks of a service.

pub(crate) mod alternatives;
pub(crate) mod coverage;
pub(crate) mod directory;
pub(crate) mod handbook;

use std::sync::Arc;

use jiff::civil::Date;

use super::record::{Service, ServiceState};
use crate::content::EntryOf;
use crate::diagnostic::Diagnostic;
use crate::kinds::service::site::directory::{Directory, Listing};
use crate::model::language::Language;
use crate::model::prose::Prose;
use crate::record::entry::{Change, Entry};
use crate::record::vocabulary::Term;
use crate::site::search::{SearchDocument, SearchGroup, Tag, headings};
use crate::site::{
    AtAddress, Dated, HasEntry, Lookup, Occasion, OnSite, Published, Resolver, Route, Seen, Site, Texts,
};

impl HasEntry<Service> for Listing {
    fn entry(&self) -> &Arc<Entry<Service>> {
        &self.service
    }
}

impl Dated for Service {
    fn is_public(&self, Occasion { today, drafts }: Occasion) -> bool {
        self.publication.is_public(today, drafts)
    }

    fn changes(&self) -> Vec<(Date, Change)> {
        Service::changes(self)
    }

    fn title(&self) -> Option<&str> {
        Some(&self.title.value)
    }

    fn changed_by(&self, today: Date) -> Option<Self> {
        Service::changed_by(self, today)
    }
}

impl OnSite for Service {
    type Item = Listing;
    type List = Directory;

    fn gather(all: &[EntryOf<Self>], seen: Seen<'_>) -> Vec<Published<Self>> {
        directory::in_order(seen.published(all), seen.settings)
    }

    /// They are reported where the words of each are looked up, which is done on all cores.
    fn check_names(_: &[Published<Self>], _: &str, _: &Lookup<'_>, _: &mut Vec<Diagnostic>) {}

    fn resolve(records: &[Published<Self>], resolver: Resolver<'_>, problems: &mut Vec<Diagnostic>) -> Directory {
        Directory::of(records, resolver, problems)
    }

    /// The search box leads there without scripts, on every site.
    fn has_list(_: &[Listing]) -> bool {
        true
    }

    fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
        directory::check(site, problems);
    }

    fn anchors_on(number: usize) -> Option<Route> {
        Some(Route::Service(number))
    }

    fn body(record: &Self) -> Option<&Prose> {
        Some(&record.body)
    }

    fn texts<'r>(record: &'r Self, texts: &mut Texts<'r>) {
        texts.words([&record.summary.value]);
        texts.words(record.locations.iter().filter_map(|place| place.note.as_ref()));
        texts.prose([&record.body]);
        texts.prose(&record.eligibility);
        texts.prose([&record.referral.note, &record.referral.professional].into_iter().flatten());
    }

    fn documents(site: &Site, number: usize) -> Vec<SearchDocument<'_>> {
        vec![document(site, number)]
    }
}

impl AtAddress for Service {
    fn path(entry: &Entry<Self>) -> String {
        ["services/", &entry.slug, "/"].concat()
    }
}

fn document(site: &Site, number: usize) -> SearchDocument<'_> {
    let listing = &site.services[number];
    let service = &listing.service;
    let answers = service.state == ServiceState::Open;
    let helps_now = answers && !service.behaviour_change && (number < site.services.helplines || service.emergency);
    let group = if helps_now { SearchGroup::HelpNow } else { SearchGroup::Services };
    let mut body = vec![site.organisation_name(&service.organisation).to_owned(), service.body.text.clone()];
    body.extend(service.eligibility.as_ref().map(|prose| prose.text.clone()));
    body.extend(service.accessibility.iter().cloned());
    for place in service.places() {
        body.extend([place.name, place.address].into_iter().flatten().map(str::to_owned));
        body.extend(place.postcode.map(ToString::to_string));
    }
    SearchDocument {
        summary: &service.summary,
        keywords: service.keywords.iter().map(String::as_str).chain(ways(service)).collect(),
        tags: tags(site, listing),
        headings: headings(&service.body).collect(),
        body,
        phones: phones(service),
        behaviour_change: service.behaviour_change,
        ..SearchDocument::of(Route::Service(number), group, service.title.as_str())
    }
}

/// How to get in touch, as far as people look for it.
fn ways(service: &Service) -> impl Iterator<Item = &str> {
    let chat = service.webchat.as_ref().map(|_| "webchat");
    let text = service.text_number.as_ref().map(|_| "text message");
    chat.into_iter().chain(text)
}

fn tags<'s>(site: &'s Site, listing: &'s Listing) -> Vec<Tag<'s>> {
    let words = &site.vocabulary;
    let lists =
        [(&words.needs, &listing.needs), (&words.audiences, &listing.audiences), (&words.areas, &listing.areas)];
    let mut tags: Vec<Tag<'s>> = lists.iter().flat_map(|(terms, chosen)| of_one_kind(terms, chosen)).collect();
    let languages: Vec<&Language> = site.other_languages(&listing.service).collect();
    let among = languages.len();
    tags.extend(languages.into_iter().map(|language| Tag { name: language.name(), also: &[], among }));
    tags
}

fn of_one_kind<'s>(terms: &'s [Term], chosen: &[usize]) -> Vec<Tag<'s>> {
    let tag = |&term: &usize| Tag { name: &terms[term].name, also: &terms[term].also, among: chosen.len() };
    chosen.iter().map(tag).collect()
}

fn phones(service: &Service) -> Vec<String> {
    let voices = service.all_phones().map(|phone| &phone.number.value);
    let all = voices.chain(service.text_number.iter().map(|number| &number.value));
    all.map(|number| number.display().chars().filter(char::is_ascii_digit).collect()).collect()
}
