//! A service.

use serde::Serialize;

use super::hours::OpeningHoursSpecification;
use super::organisation::Organization;
use super::place::Place;
use crate::kinds::service::record::{PublicPlace, Service, ServiceLocation, ServicePhone};
use crate::kinds::service::site::directory::Listing;
use crate::record::organisation::OrganisationKind;
use crate::site::{Route, Site};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Document<'s> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    description: &'s str,
    url: String,
    service_type: Vec<&'s str>,
    provider: Organization<'s>,
    area_served: Vec<&'s str>,
    audience: Vec<Audience<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hours_available: Vec<OpeningHoursSpecification>,
    available_channel: OneOrMore<Channel<'s>>,
}

/// A list, which schema.org writes without brackets where it has one item.
#[derive(Serialize)]
#[serde(untagged)]
enum OneOrMore<T> {
    One(T),
    More(Vec<T>),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Audience<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    audience_type: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggested_min_age: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggested_max_age: Option<u32>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Channel<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    service_phone: Vec<ContactPoint<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_sms_number: Option<ContactPoint<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    available_language: Vec<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_location: Option<Place<'s>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ContactPoint<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    telephone: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_type: Option<&'s str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hours_available: Vec<OpeningHoursSpecification>,
}

impl<'s> Document<'s> {
    pub(super) fn of(site: &'s Site, number: usize, listing: &'s Listing) -> Self {
        let service: &Service = &listing.service;
        let words = &site.vocabulary;
        let kind = site.organisation(&service.organisation).map(|one| one.kind);
        let areas: Vec<&str> = listing.areas.iter().map(|&area| words.areas[area].name.as_str()).collect();
        let everywhere = || words.areas.iter().map(|area| area.name.as_str()).collect();
        let who = service.behaviour_change.then_some("People who harm others");
        let who = who.into_iter().chain(listing.audiences.iter().map(|&group| words.audiences[group].name.as_str()));
        let audience = |audience_type| Audience {
            kind: "PeopleAudience",
            audience_type,
            suggested_min_age: service.ages.and_then(|ages| ages.from),
            suggested_max_age: service.ages.and_then(|ages| ages.to),
        };
        let of_public_body = matches!(kind, Some(OrganisationKind::Statutory | OrganisationKind::Police));
        Self {
            context: "https://schema.org",
            kind: if of_public_body { "GovernmentService" } else { "Service" },
            name: &service.title.value,
            description: &service.summary.value,
            url: site.full_address(Route::Service(number)),
            service_type: listing.needs.iter().map(|&need| words.needs[need].name.as_str()).collect(),
            provider: Organization::of(site, &service.organisation),
            area_served: if areas.is_empty() { everywhere() } else { areas },
            audience: who.map(audience).collect(),
            hours_available: service.hours.as_ref().map(OpeningHoursSpecification::all).unwrap_or_default(),
            available_channel: Channel::all(service),
        }
    }
}

impl<'s> Channel<'s> {
    /// The service's own channel, and one for each of its places where it has several.
    fn all(service: &'s Service) -> OneOrMore<Self> {
        let own = Self::of(service);
        if service.locations.is_empty() {
            return OneOrMore::One(own);
        }
        let of_place = |(place, written): (PublicPlace<'s>, &'s ServiceLocation)| Self {
            kind: "ServiceChannel",
            service_phone: written.phones.iter().map(ContactPoint::of).collect(),
            service_sms_number: None,
            service_url: None,
            available_language: Vec::new(),
            service_location: Some(Place::of(place)),
        };
        let places = service.places().zip(&service.locations).map(of_place);
        OneOrMore::More(std::iter::once(own).chain(places).collect())
    }

    fn of(service: &'s Service) -> Self {
        let website = service.website.as_ref().or(service.webchat.as_ref());
        Self {
            kind: "ServiceChannel",
            service_phone: service.phones.iter().map(ContactPoint::of).collect(),
            service_sms_number: service.text_number.as_ref().map(|number| ContactPoint {
                kind: "ContactPoint",
                telephone: number.tel(),
                contact_type: None,
                hours_available: Vec::new(),
            }),
            service_url: website.map(|address| address.to_string()),
            available_language: service.languages.iter().map(|language| language.tag()).collect(),
            service_location: service.places().next().filter(|place| place.name.is_none()).map(Place::of),
        }
    }
}

impl<'s> ContactPoint<'s> {
    fn of(phone: &'s ServicePhone) -> Self {
        Self {
            kind: "ContactPoint",
            telephone: phone.tel(),
            contact_type: phone.label.as_deref(),
            hours_available: phone.hours.as_ref().map(OpeningHoursSpecification::all).unwrap_or_default(),
        }
    }
}
