//! The services of one word, or of one way to get in touch.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::by::{By, CONTACT_QUESTION, FacetLink, LANGUAGE_QUESTION, contact_links, facet_links, language_links};
use super::{CallNow, behaviour_change};
use crate::kinds::leaflet::render::leaflets;
use crate::kinds::service::record::contact_way::ContactWay;
use crate::record::article::{Article, Readers};
use crate::record::vocabulary::Term;
use crate::render::frame::{Link, Script, emergency_call};
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording::services::lower_first;
use crate::site::Route;

/// How many updates a list of services names.
const UPDATES: usize = 5;

/// How many pages stand above the services of a need, and how much each has to do with them: twice what both have, as a
/// share of what each has.
const GUIDES: usize = 2;
const SHARES: usize = 100;
const LEAST: usize = 45;

#[derive(Serialize)]
struct FacetView {
    call_now: Option<CallNow>,
    description: Option<String>,
    /// The way to get in touch that the cards are to show; none for the usual one.
    way: Option<&'static str>,
    services: Value,
    count: usize,
    /// Whether the word of the list means people who harm others, or help for them.
    own_behaviour: bool,
    /// In a list of a place or a way to get in touch, the services for people who harm others.
    behaviour_change: Value,
    /// Pages to read before a choice is made.
    guides: Vec<Link>,
    /// Updates for the people of the list, the newest first.
    reading: Vec<Link>,
    /// Sheets to print that are made by the word.
    leaflets: Vec<Link>,
    others: Vec<FacetLink>,
    question: &'static str,
}

/// The services for an audience.
pub(crate) fn for_audience(build: &Builder<'_>, term: usize) -> Page {
    facet(build, By::Audience, term)
}

/// The services for a need.
pub(crate) fn for_need(build: &Builder<'_>, term: usize) -> Page {
    facet(build, By::Need, term)
}

/// The services of an area.
pub(crate) fn in_area(build: &Builder<'_>, term: usize) -> Page {
    facet(build, By::Area, term)
}

/// The services of a word.
fn facet(build: &Builder<'_>, by: By, term: usize) -> Page {
    let site = build.site;
    let word = &by.terms(site)[term];
    let found = by.facets(site).iter().find(|facet| facet.term == term);
    let services = found.map(|facet| facet.services.clone()).unwrap_or_default();
    let view = FacetView {
        guides: guides(build, by, word, &services),
        call_now: CallNow::of(build, &services),
        description: word.description.clone(),
        way: None,
        count: services.len(),
        services: build.shared.cards(site, services),
        own_behaviour: word.own_behaviour,
        behaviour_change: behaviour_change(build, |listing| {
            by == By::Area && (listing.areas.is_empty() || listing.areas.contains(&term))
        }),
        reading: if by == By::Audience { reading(build, &word.id.value) } else { Vec::new() },
        leaflets: leaflets(build, |selection| by.is_chosen_by(selection, &word.id.value)),
        others: facet_links(build, by),
        question: by.question(),
    };
    let title = match by {
        By::Audience => format!("Services for {}", lower_first(&word.name)),
        By::Need => format!("Services: {}", lower_first(&word.name)),
        By::Area => format!("Services in {}", word.name),
    };
    page(build, &word.id.value, title, &view)
}

/// The updates that say that they are for an audience.
fn reading(build: &Builder<'_>, audience: &str) -> Vec<Link> {
    let updates = build.site.updates.iter().enumerate().filter(|(_, update)| is_for(update, audience)).take(UPDATES);
    updates.map(|(number, update)| build.link(update.title.value.clone(), Route::Update(number))).collect()
}

/// What to read before a choice is made; where nothing fits, the page that helps with any.
fn guides(build: &Builder<'_>, by: By, word: &Term, services: &[usize]) -> Vec<Link> {
    let guides = match by {
        By::Audience => guides_for(build, &word.id.value),
        By::Need => guides_to(build, services),
        By::Area => return Vec::new(),
    };
    // That page is for those who are harmed.
    if !guides.is_empty() || word.own_behaviour {
        return guides;
    }
    let help = build.site.routes.at("get-help/").filter(|route| matches!(route, Route::Page(_)));
    help.into_iter().map(|route| build.link("Get help", route)).collect()
}

/// The pages that say that they are for an audience.
fn guides_for(build: &Builder<'_>, audience: &str) -> Vec<Link> {
    let pages = build.site.pages.iter().enumerate().filter(|(_, page)| is_for(page, audience));
    pages.map(|(number, page)| build.link(page.title.value.clone(), Route::Page(number))).collect()
}

fn is_for(article: &Article, audience: &str) -> bool {
    article.audiences.iter().any(|id| id.value == audience)
}

/// The pages for everyone that speak of these services, and of few others: the best first.
fn guides_to(build: &Builder<'_>, services: &[usize]) -> Vec<Link> {
    let site = build.site;
    // Of how many services a page speaks, and of how many of these.
    let mut spoken: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (service, pages) in &site.guidance {
        let of_list = matches!(service, Route::Service(number) if services.contains(number));
        for page in pages {
            let Route::Page(page) = page else { continue };
            let (all, here) = spoken.entry(*page).or_default();
            *all += 1;
            *here += usize::from(of_list);
        }
    }
    // A translation or an easy version is found from the page that it was made from.
    let for_all = |page: usize| {
        let page = &site.pages[page];
        page.audience == Readers::Everyone && page.translation_of.is_none()
    };
    let share = |all: usize, here: usize| 2 * here * SHARES / (all + services.len());
    let mut best: Vec<(usize, usize)> = spoken
        .into_iter()
        .filter(|(_, (_, here))| *here > 1)
        .map(|(page, (all, here))| (share(all, here), page))
        .filter(|&(share, page)| share >= LEAST && for_all(page))
        .collect();
    best.sort_by_key(|&(share, page)| (Reverse(share), page));
    let titled = |(_, page): (usize, usize)| build.link(site.pages[page].title.value.clone(), Route::Page(page));
    best.into_iter().take(GUIDES).map(titled).collect()
}

/// The services that can be reached in a way.
pub(crate) fn contact(build: &Builder<'_>, way: ContactWay) -> Page {
    let site = build.site;
    let found = site.services.facets.contact.iter().find(|facet| facet.way == way);
    let services = found.map(|facet| facet.services.clone()).unwrap_or_default();
    let title = match way {
        ContactWay::CallNow => "Call now, day and night",
        ContactWay::Phone => "Services you can phone",
        ContactWay::TextOrChat => "Services you can text or chat with",
        ContactWay::Email => "Services you can email",
        ContactWay::InPerson => "Services you can visit",
    };
    let view = FacetView {
        // On their own page they are the list.
        call_now: if way == ContactWay::CallNow { None } else { CallNow::of(build, &[]) },
        description: contact_description(build, way),
        way: Some(way.id()),
        count: services.len(),
        services: build.shared.cards(site, services),
        own_behaviour: false,
        // Nobody who looks for a line to call now is to meet one that is for somebody else.
        behaviour_change: behaviour_change(build, |listing| {
            way != ContactWay::CallNow && way.reaches(&listing.service)
        }),
        guides: Vec::new(),
        reading: Vec::new(),
        leaflets: Vec::new(),
        others: contact_links(build),
        question: CONTACT_QUESTION,
    };
    page(build, way.id(), title.to_owned(), &view)
}

/// The services that work in a language.
pub(crate) fn in_language(build: &Builder<'_>, number: usize) -> Page {
    let site = build.site;
    let facet = &site.services.facets.languages[number];
    let language = &facet.language;
    let welcome = site.welcome(language).map(|route| build.link(language.own_name(), route));
    let view = FacetView {
        guides: welcome.into_iter().collect(),
        call_now: CallNow::of(build, &facet.services),
        description: Some(format!("You can ask for someone who uses {}.", language.name())),
        way: None,
        services: build.shared.cards(site, facet.services.iter().copied()),
        count: facet.services.len(),
        own_behaviour: false,
        behaviour_change: behaviour_change(build, |listing| {
            listing.service.languages.iter().any(|spoken| spoken.value == *language)
        }),
        reading: Vec::new(),
        leaflets: Vec::new(),
        others: language_links(build),
        question: LANGUAGE_QUESTION,
    };
    page(build, language.tag(), format!("Services in {}", language.name()), &view)
}

/// What to know before getting in touch so: of traces only where they may be a danger.
fn contact_description(build: &Builder<'_>, way: ContactWay) -> Option<String> {
    let sensitive = build.site.settings.sensitive;
    match way {
        ContactWay::CallNow => Some("Someone answers these lines at any hour.".to_owned()),
        ContactWay::InPerson => Some("Look at the service’s page before you go.".to_owned()),
        _ if !sensitive => None,
        ContactWay::Phone => Some("A call may show in the phone’s list of calls.".to_owned()),
        ContactWay::TextOrChat => {
            Some("You don’t have to speak. A text stays on the phone until you delete it.".to_owned())
        }
        ContactWay::Email => {
            Some(format!("An answer may take a day or more. In danger, call {}.", emergency_call(build.site).display))
        }
    }
}

fn page(build: &Builder<'_>, id: &str, title: String, view: &FacetView) -> Page {
    let named = || format!("{title}, from {}.", build.site.settings.name);
    let description = view.description.clone().unwrap_or_else(named);
    let above = vec![build.link("Services", Route::Services)];
    build
        .page("facet.html", Heading { kind: "facet", id, title, description, above }, view)
        .with_scripts([Script::OpenNow])
}
