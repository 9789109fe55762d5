//! A service in the handbook: who it is for, how to refer, how to reach it.

use serde::Serialize;

use crate::diagnostic::Located;
use crate::kinds::service::record::{Service, ServiceLocation, ServicePhone};
use crate::kinds::service::render::card::{Call, behaviour_change, closed, hours_lines};
use crate::kinds::service::render::page::{ages, tiers};
use crate::model::day;
use crate::model::prose::Prose;
use crate::model::web_address::WebAddress;
use crate::render::frame::html;
use crate::render::page::Builder;
use crate::site::Route;

#[derive(Serialize)]
pub(super) struct Entry {
    anchor: String,
    title: String,
    address: String,
    summary: String,
    closed: Option<&'static str>,
    for_professionals: bool,
    behaviour_change: Option<&'static str>,
    by_self: Option<bool>,
    levels: Vec<&'static str>,
    phones: Vec<Phone>,
    /// Whether it says how to reach it at all.
    reachable: bool,
    /// What only an entry in full tells.
    details: Option<Details>,
}

#[derive(Serialize)]
struct Phone {
    call: Call,
    label: Option<String>,
    hours: Option<String>,
}

#[derive(Serialize)]
struct Details {
    organisation: String,
    audiences: Vec<String>,
    ages: Option<String>,
    eligibility: Option<String>,
    referral: Option<String>,
    referral_note: Option<String>,
    text_number: Option<Call>,
    email: Option<String>,
    website: Option<String>,
    hours: Vec<String>,
    cost: Option<String>,
    areas: Vec<String>,
    accepts_from_outside: Option<bool>,
    languages: Vec<String>,
    reviewed: String,
}

/// The place of a service's entry on a page.
pub(super) fn anchor(service: &crate::record::entry::Entry<Service>) -> String {
    format!("service-{}", service.slug)
}

impl Entry {
    /// All that a professional needs before a referral.
    pub(super) fn of(build: &Builder<'_>, number: usize) -> Self {
        let (short, details) = (Self::in_short(build, number), Details::of(build, number));
        Self { reachable: short.reachable || details.is_reachable(), details: Some(details), ..short }
    }

    /// Enough to choose it and to call it.
    pub(super) fn in_short(build: &Builder<'_>, number: usize) -> Self {
        let service = &build.site.services[number].service;
        Self {
            anchor: anchor(service),
            title: service.title.value.clone(),
            address: build.site.address(Route::Service(number)),
            summary: service.summary.value.clone(),
            closed: closed(service),
            for_professionals: service.for_professionals,
            behaviour_change: behaviour_change(service),
            by_self: service.referral.by_self,
            levels: tiers(build.site, service),
            phones: service.lines().map(|(one, place)| phone(one, place)).collect(),
            reachable: service.all_phones().next().is_some(),
            details: None,
        }
    }
}

impl Details {
    fn of(build: &Builder<'_>, number: usize) -> Self {
        let site = build.site;
        let listing = &site.services[number];
        let service = &listing.service;
        let prose = |text: &Option<Prose>| text.as_ref().map(|text| html(site, &service.source, text));
        let words = &site.vocabulary;
        Self {
            organisation: site.organisation_name(&service.organisation).to_owned(),
            audiences: listing.audiences.iter().map(|&term| words.audiences[term].name.clone()).collect(),
            ages: service.ages.and_then(ages),
            eligibility: prose(&service.eligibility),
            referral: prose(&service.referral.professional),
            referral_note: prose(&service.referral.note),
            text_number: service.text_number.as_ref().map(|number| Call::of(number)),
            email: service.email.as_ref().map(|email| email.to_string()),
            website: service.website.as_ref().map(|address: &Located<WebAddress>| address.to_string()),
            hours: service.hours.as_ref().map(hours_lines).unwrap_or_default(),
            cost: service.cost.clone(),
            areas: listing.areas.iter().map(|&term| words.areas[term].name.clone()).collect(),
            accepts_from_outside: service.accepts_from_outside,
            languages: service.languages.iter().map(|language| language.name().to_owned()).collect(),
            reviewed: day::long(service.reviewed.value),
        }
    }

    /// Whether it can be reached by other ways than by telephone.
    fn is_reachable(&self) -> bool {
        self.text_number.is_some() || self.email.is_some() || self.website.is_some() || !self.hours.is_empty()
    }
}

fn phone(phone: &ServicePhone, place: Option<&ServiceLocation>) -> Phone {
    Phone {
        call: Call::of_line(phone),
        label: phone.label.clone().or_else(|| place.map(|place| place.name.clone())),
        hours: phone
            .hours
            .as_ref()
            .or(place.and_then(|place| place.hours.as_ref()))
            .map(|hours| hours_lines(hours).join(", ")),
    }
}
