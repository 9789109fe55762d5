//! What can be searched: a document for each page that someone may look for, and the words that lead to it.

mod concepts;
mod lists;

use std::borrow::Cow;

use super::Site;
use super::directory::Listing;
use super::route::Route;
use crate::model::language::Language;
use crate::model::prose::Prose;
use crate::record::article::Article;
use crate::record::entry::Entry;
use crate::record::service::{Service, ServiceState};
use crate::record::vocabulary::Term;

pub(crate) use concepts::{Concept, Voice, concepts};

/// A page as the search sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SearchDocument<'s> {
    /// The page.
    pub route: Route,
    /// The group of results that it belongs to.
    pub group: SearchGroup,
    /// Its title.
    pub title: Cow<'s, str>,
    /// A sentence to show below the title.
    pub summary: &'s str,
    /// Words that its author says lead to it.
    pub keywords: Vec<&'s str>,
    /// What it is filed under: needs, people, places, languages.
    pub tags: Vec<Tag<'s>>,
    /// The headings in its text.
    pub headings: Vec<&'s str>,
    /// Its words.
    pub body: Vec<String>,
    /// Its telephone numbers, digits alone.
    pub phones: Vec<String>,
    /// Whether it is for people who harm others, and so for nobody who is harmed.
    pub(crate) behaviour_change: bool,
}

/// A word that a page is filed under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag<'s> {
    /// Its name.
    pub name: &'s str,
    /// What people say instead.
    pub also: &'s [String],
    /// How many of its kind the page is filed under: the more, the less the page is about each.
    pub among: usize,
}

/// A group of results, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum SearchGroup {
    /// The helplines and what answers now.
    HelpNow,
    /// Other services.
    Services,
    /// Pages, updates and networks.
    Information,
    /// Courses.
    Training,
    /// Plans, their parts and actions.
    Strategy,
}

/// Every page that can be searched.
#[must_use]
pub(crate) fn documents(site: &Site) -> Vec<SearchDocument<'_>> {
    let mut documents: Vec<SearchDocument<'_>> = (0..site.services.len()).map(|number| service(site, number)).collect();
    documents.extend((0..site.pages.len()).map(|number| article(&site.pages[number], Route::Page(number))));
    documents.extend((0..site.updates.len()).map(|number| article(&site.updates[number], Route::Update(number))));
    documents.extend((0..site.courses.len()).map(|number| course(site, number)));
    documents.extend((0..site.networks.len()).map(|number| network(site, number)));
    for (number, progress) in site.plans.iter().enumerate().filter(|(_, progress)| !progress.plan.archived) {
        documents.push(plan(site, number));
        documents.extend((0..progress.plan.sections.len()).map(|section| part(site, number, section)));
        documents.extend((0..progress.actions.len()).map(|action| self::action(site, number, action)));
        documents
            .extend(lists::of_plan(site, number).into_iter().filter(|list| site.routes.address(list.route).is_some()));
    }
    documents.extend(lists::of_site(site));
    documents
}

impl<'s> SearchDocument<'s> {
    /// A page of which no more is known yet than where it is and what it is called.
    fn of(route: Route, group: SearchGroup, title: impl Into<Cow<'s, str>>) -> Self {
        Self {
            route,
            group,
            title: title.into(),
            summary: "",
            keywords: Vec::new(),
            tags: Vec::new(),
            headings: Vec::new(),
            body: Vec::new(),
            phones: Vec::new(),
            behaviour_change: false,
        }
    }
}

fn service(site: &Site, number: usize) -> SearchDocument<'_> {
    let listing = &site.services[number];
    let service = &listing.service;
    let answers = service.state == ServiceState::Open;
    let helps_now = answers && !service.behaviour_change && (number < site.helplines || service.emergency);
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

fn headings(prose: &Prose) -> impl Iterator<Item = &str> {
    prose.headings.iter().map(|heading| heading.text.as_str())
}

fn article(entry: &Entry<Article>, route: Route) -> SearchDocument<'_> {
    SearchDocument {
        summary: entry.summary.as_deref().unwrap_or_default(),
        headings: headings(&entry.body).collect(),
        body: vec![entry.body.text.clone()],
        ..SearchDocument::of(route, SearchGroup::Information, entry.title.as_str())
    }
}

/// A network with the places and posts in it, which people look for by name and by area.
fn network(site: &Site, number: usize) -> SearchDocument<'_> {
    let network = &site.networks[number];
    let members = network.members.iter().flat_map(|member| {
        let area = member.area.as_ref().and_then(|id| site.vocabulary.area(&id.value));
        let organisation = member.organisation.as_ref().map(|name| site.organisation_name(name));
        [Some(member.name.as_str()), area.map(|area| area.name.as_str()), organisation]
    });
    let about = network.description.iter().map(|prose| prose.text.as_str());
    SearchDocument {
        keywords: network.kind.as_deref().into_iter().collect(),
        body: about.chain(members.flatten()).map(str::to_owned).collect(),
        ..SearchDocument::of(Route::Network(number), SearchGroup::Information, network.title.as_str())
    }
}

fn course(site: &Site, number: usize) -> SearchDocument<'_> {
    let calendar = &site.courses[number];
    let course = &calendar.course;
    let level = calendar.level.map(|level| &site.vocabulary.levels[level]);
    let outcomes = course.outcomes.iter().cloned();
    SearchDocument {
        summary: &course.summary,
        keywords: course.code.as_deref().into_iter().chain(["training course"]).collect(),
        tags: level.map(|level| Tag { name: &level.name, also: &level.also, among: 1 }).into_iter().collect(),
        body: course.description.iter().map(|prose| prose.text.clone()).chain(outcomes).collect(),
        ..SearchDocument::of(Route::Course(number), SearchGroup::Training, course.title.as_str())
    }
}

fn plan(site: &Site, number: usize) -> SearchDocument<'_> {
    let plan = &site.plans[number].plan;
    SearchDocument {
        keywords: vec!["strategy", "action plan"],
        headings: plan.sections.iter().map(|section| section.title.as_str()).collect(),
        body: plan.summary.iter().map(|prose| prose.text.clone()).collect(),
        ..SearchDocument::of(Route::Plan(number), SearchGroup::Strategy, plan.title.as_str())
    }
}

/// A priority, theme or outcome of a plan.
fn part(site: &Site, plan: usize, number: usize) -> SearchDocument<'_> {
    let section = &site.plans[plan].plan.sections[number];
    SearchDocument {
        body: section.aim.iter().map(|prose| prose.text.clone()).collect(),
        ..SearchDocument::of(Route::Section(plan, number), SearchGroup::Strategy, section.title.as_str())
    }
}

fn action(site: &Site, plan: usize, number: usize) -> SearchDocument<'_> {
    let progress = &site.plans[plan];
    let written = progress.written(&progress.actions[number]);
    let texts = written.why.iter().chain([&written.aim, &written.how.words, &written.success].into_iter().flatten());
    let texts = texts.chain(written.details.0.iter().map(|(_, text)| text));
    SearchDocument {
        keywords: std::iter::once(written.reference.as_str())
            .chain(written.themes.iter().map(String::as_str))
            .collect(),
        body: texts.map(|prose| prose.text.clone()).collect(),
        ..SearchDocument::of(Route::Action(plan, number), SearchGroup::Strategy, written.title.as_str())
    }
}
