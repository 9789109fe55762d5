//! A service's own page.

use serde::Serialize;
use tera::Value;

use crate::diagnostic::Located;
use crate::kinds::leaflet::render::leaflets_with;
use crate::kinds::plan::render::{RelatedAction, related_actions};
use crate::kinds::service::record::{
    Ages, Hours, Location, PublicPlace, Service, ServiceLocation, ServicePhone, ServiceState,
};
use crate::kinds::service::render::card::{Call, behaviour_change, closed, hours_lines};
use crate::kinds::service::site::directory::Listing;
use crate::model::prose::Prose;
use crate::model::web_address::WebAddress;
use crate::record::vocabulary::Term;
use crate::render::date::DateView;
use crate::render::frame::{Link, Script, html};
use crate::render::page::{Builder, Heading, Page, RecordPage};
use crate::render::wording::services::tier;
use crate::render::{json_ld, open_now};
use crate::site::{Route, Site};

/// How many other services are offered in place of a closed one.
const ALTERNATIVES: usize = 5;

/// How many pages and updates to read more in are named.
const GUIDANCE: usize = 6;

#[derive(Serialize)]
struct ServiceView {
    summary: String,
    closed: Option<&'static str>,
    /// Whether it is closed for good.
    ended: bool,
    closed_note: Option<String>,
    /// The day on which it opens again.
    reopens: Option<DateView>,
    alternatives: Value,
    phones: Vec<PhoneView>,
    text_number: Option<Call>,
    webchat: Option<String>,
    email: Option<String>,
    website: Option<Website>,
    body: String,
    eligibility: Option<String>,
    referral: ReferralView,
    cost: Option<String>,
    hours: Option<HoursView>,
    languages: Vec<String>,
    accessibility: Vec<String>,
    location: Option<LocationView>,
    /// Its places, where it has several.
    locations: Vec<PlaceView>,
    areas: Vec<Word>,
    audiences: Vec<Word>,
    needs: Vec<Word>,
    ages: Option<String>,
    tiers: Vec<&'static str>,
    by_and_for: Vec<String>,
    accepts_from_outside: Option<bool>,
    accreditations: Vec<String>,
    organisation: String,
    reviewed: DateView,
    review_overdue: bool,
    for_professionals: bool,
    /// What to say of a service for people who harm others.
    behaviour_change: Option<&'static str>,
    /// Sheets to print that it is on.
    leaflets: Vec<Link>,
    /// Actions of current plans that name it as related.
    actions: Vec<RelatedAction>,
    /// What it is for search engines, as JSON-LD.
    json_ld: Option<String>,
    /// Services that are like it; none for one that is closed, which has alternatives.
    similar: Vec<Link>,
    /// Pages and updates that speak of it.
    guidance: Vec<Link>,
    /// The words that the glossary explains: see `src/render/terms.rs`.
    words: Vec<Value>,
}

/// A word that the service is filed under, with the list where it stands, if it stands in one.
#[derive(Serialize)]
struct Word {
    title: String,
    address: Option<String>,
}

/// When a service or a line is open.
#[derive(Serialize, PartialEq)]
struct HoursView {
    lines: Vec<String>,
    /// The hours for the mark that says whether it is open now.
    open: Option<String>,
}

impl HoursView {
    fn of(hours: &Hours) -> Self {
        Self { lines: hours_lines(hours), open: open_now::table(hours) }
    }
}

#[derive(Serialize)]
struct PhoneView {
    call: Call,
    label: Option<String>,
    /// When it is answered, where that is not when the service is open.
    hours: Option<HoursView>,
    free: bool,
    textphone: bool,
}

#[derive(Serialize)]
struct Website {
    address: String,
    name: String,
}

#[derive(Serialize)]
struct ReferralView {
    by_self: Option<bool>,
    professional: Option<String>,
    note: Option<String>,
}

/// One place of several.
#[derive(Serialize)]
struct PlaceView {
    name: String,
    address: Option<String>,
    phones: Vec<PhoneView>,
    hours: Option<HoursView>,
    areas: Vec<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct LocationView {
    confidential: bool,
    place: Option<String>,
}

impl RecordPage for Service {
    fn page(build: &Builder<'_>, number: usize) -> Page {
        let site = build.site;
        let listing = &site.services[number];
        let service = &listing.service;
        let guidance = site.guidance.get(&build.route).map_or(&[][..], Vec::as_slice);
        let prose = |text: &Option<Prose>| text.as_ref().map(|text| html(site, &service.source, text));
        let secure = |address: &Option<Located<WebAddress>>| address.as_ref().map(|address| address.to_string());
        let terms = &site.vocabulary;
        let hours = service.hours.as_ref().map(HoursView::of);
        let view = ServiceView {
            summary: service.summary.value.clone(),
            closed: closed(service),
            ended: service.state == ServiceState::Closed,
            closed_note: service.state_note.clone(),
            reopens: service.reopens.as_ref().map(|day| DateView::of(day.value)),
            alternatives: alternatives(build, number),
            phones: service.phones.iter().map(|one| phone(one, hours.as_ref())).collect(),
            text_number: service.text_number.as_ref().map(|number| Call::of(number)),
            webchat: secure(&service.webchat),
            email: service.email.as_ref().map(|email| email.to_string()),
            website: service.website.as_ref().map(|address| website(address)),
            body: html(site, &service.source, &service.body),
            eligibility: prose(&service.eligibility),
            referral: ReferralView {
                by_self: service.referral.by_self,
                professional: prose(&service.referral.professional),
                note: prose(&service.referral.note),
            },
            cost: service.cost.clone(),
            hours,
            languages: service.languages.iter().map(|language| language.name().to_owned()).collect(),
            accessibility: service.accessibility.clone(),
            location: service.location.as_ref().map(|location| LocationView {
                confidential: *location == Location::Confidential,
                place: service.places().find_map(PublicPlace::in_one_line),
            }),
            locations: service
                .places()
                .zip(&service.locations)
                .map(|(place, one)| place_view(build, place, one))
                .collect(),
            areas: words(build, listing, &listing.areas, &terms.areas, Route::ServicesArea),
            audiences: words(build, listing, &listing.audiences, &terms.audiences, Route::ServicesFor),
            needs: words(build, listing, &listing.needs, &terms.needs, Route::ServicesNeed),
            ages: service.ages.and_then(ages),
            tiers: tiers(site, service),
            by_and_for: build.audience_names(&service.by_and_for),
            accepts_from_outside: service.accepts_from_outside,
            accreditations: service.accreditations.clone(),
            organisation: site.organisation_name(&service.organisation).to_owned(),
            reviewed: DateView::of(service.reviewed.value),
            review_overdue: listing.review_overdue,
            for_professionals: service.for_professionals,
            behaviour_change: behaviour_change(service),
            actions: related_actions(build),
            json_ld: json_ld::service(site, number),
            similar: similar(build, number),
            leaflets: leaflets_with(build, number),
            guidance: build.related(guidance.get(..GUIDANCE).unwrap_or(guidance)),
            words: build.words(),
        };
        let heading = Heading {
            kind: "service",
            id: &service.id,
            title: service.title.value.clone(),
            description: service.summary.value.clone(),
            above: vec![build.link("Services", Route::Services)],
        };
        build.page("service.html", heading, &view).with_scripts([Script::OpenNow])
    }
}

/// Open services that can help instead, for a reader who meets a closed one.
fn alternatives(build: &Builder<'_>, number: usize) -> Value {
    let site = build.site;
    if closed(&site.services[number].service).is_none() {
        return Vec::<Value>::new().into();
    }
    build.shared.cards(site, site.alternatives(number).into_iter().take(ALTERNATIVES))
}

/// Open services that are like an open one.
fn similar(build: &Builder<'_>, number: usize) -> Vec<Link> {
    let site = build.site;
    if closed(&site.services[number].service).is_some() {
        return Vec::new();
    }
    let link = |other: usize| build.link(site.services[other].service.title.value.clone(), Route::Service(other));
    site.similar(number).into_iter().map(link).collect()
}

/// The words that a service names, each with the list under it.
fn words(
    build: &Builder<'_>,
    listing: &Listing,
    named: &[usize],
    terms: &[Term],
    list: impl Fn(usize) -> Route,
) -> Vec<Word> {
    let word = |&number: &usize| Word {
        title: terms[number].name.clone(),
        address: listing.is_listed_under(&terms[number]).then(|| build.site.address(list(number))),
    };
    named.iter().map(word).collect()
}

fn phone(phone: &ServicePhone, service: Option<&HoursView>) -> PhoneView {
    PhoneView {
        call: Call::of_line(phone),
        label: phone.label.clone(),
        hours: phone.hours.as_ref().map(HoursView::of).filter(|hours| service != Some(hours)),
        free: phone.free,
        textphone: phone.textphone,
    }
}

fn place_view(build: &Builder<'_>, place: PublicPlace<'_>, written: &ServiceLocation) -> PlaceView {
    let hours = written.hours.as_ref().map(HoursView::of);
    let areas = written.areas.iter().filter_map(|id| build.site.vocabulary.area(&id.value));
    PlaceView {
        name: written.name.clone(),
        address: place.in_one_line(),
        phones: written.phones.iter().map(|one| phone(one, hours.as_ref())).collect(),
        areas: areas.map(|area| area.name.clone()).collect(),
        note: written.note.clone(),
        hours,
    }
}

fn website(address: &WebAddress) -> Website {
    let name = address.host().strip_prefix("www.").unwrap_or(address.host());
    Website { address: address.to_string(), name: name.to_owned() }
}

pub(crate) fn ages(ages: Ages) -> Option<String> {
    match (ages.from, ages.to) {
        (Some(from), Some(to)) => Some(format!("{from} to {to}")),
        (Some(from), None) => Some(format!("{from} and over")),
        (None, Some(to)) => Some(format!("Up to {to}")),
        (None, None) => None,
    }
}

/// The levels in words.
pub(crate) fn tiers(site: &Site, service: &Service) -> Vec<&'static str> {
    service.tiers.iter().filter_map(|&number| tier(site, number as usize)).collect()
}
