//! The services of one word, or of one way to get in touch.

use serde::Serialize;
use tera::Value;

use super::by::{By, CONTACT_QUESTION, FacetLink, contact_links, facet_links};
use super::{CallNow, behaviour_change};
use crate::kinds::leaflet::render::leaflets;
use crate::kinds::service::record::contact_way::ContactWay;
use crate::record::article::Article;
use crate::render::frame::{Link, Script, emergency_call};
use crate::render::page::{Builder, Heading, Page};
use crate::render::wording::services::lower_first;
use crate::site::Route;

/// How many updates a list of services names.
const UPDATES: usize = 5;

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
    /// Updates and pages for the people of the list, the newest first.
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

/// The updates, then the pages, that say that they are for an audience.
fn reading(build: &Builder<'_>, audience: &str) -> Vec<Link> {
    let site = build.site;
    let is_for = |article: &Article| article.audiences.iter().any(|id| id.value == audience);
    let updates = site.updates.iter().enumerate().map(|(number, update)| (Route::Update(number), update));
    let updates = updates.filter(|(_, update)| is_for(update)).take(UPDATES);
    let pages = site.pages.iter().enumerate().map(|(number, page)| (Route::Page(number), page));
    let all = updates.chain(pages.filter(|(_, page)| is_for(page)));
    all.map(|(route, article)| build.link(article.title.value.clone(), route)).collect()
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
        reading: Vec::new(),
        leaflets: Vec::new(),
        others: contact_links(build),
        question: CONTACT_QUESTION,
    };
    page(build, way.id(), title.to_owned(), &view)
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
