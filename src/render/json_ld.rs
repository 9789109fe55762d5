//! Structured data about a service for search engines, in the words of schema.org.
//!
//! It says nothing that the page does not say. It is data and no script: browsers never run it, and the content
//! security policy has nothing to forbid.

#![expect(clippy::struct_field_names, reason = "the names are those of schema.org")]

mod hours;

use serde::Serialize;

use crate::model::organisation::OrganisationKind;
use crate::model::service::{Location, Service, ServicePhone, ServiceState};
use crate::site::{Listing, Route, Site};
use hours::OpeningHoursSpecification;

/// The structured data of a service, ready to stand in a script element. There is none where search engines are kept
/// out, and none for a service that is closed: schema.org has no word for that, and nobody should be sent there.
pub(super) fn service(site: &Site, number: usize) -> Option<String> {
    let listing = &site.services[number];
    let open = listing.service.state == ServiceState::Open;
    (open && site.settings.search_engines).then(|| in_script(&Document::of(site, number, listing)))
}

/// JSON that may stand in a script element of a page: without `<`, `>` and `&`, which could end the element or begin a
/// comment, and without the two line ends that JSON knows and scripts once did not.
fn in_script(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).expect("every key is a text");
    let mut safe = String::with_capacity(json.len() + json.len() / 16);
    for letter in json.chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            other => safe.push(other),
        }
    }
    safe
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'s> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    description: &'s str,
    url: String,
    service_type: Vec<&'s str>,
    provider: Provider<'s>,
    area_served: Vec<&'s str>,
    audience: Vec<Audience<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hours_available: Vec<OpeningHoursSpecification>,
    available_channel: Channel<'s>,
}

#[derive(Serialize)]
struct Provider<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'s str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
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

#[derive(Serialize)]
struct Place<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    address: PostalAddress<'s>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PostalAddress<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<String>,
    address_country: &'static str,
}

impl<'s> Document<'s> {
    fn of(site: &'s Site, number: usize, listing: &'s Listing) -> Self {
        let service: &Service = &listing.service;
        let words = &site.vocabulary;
        let partner = site.organisation(&service.organisation);
        let kind = partner.map(|one| one.kind);
        let areas: Vec<&str> = listing.areas.iter().map(|&area| words.areas[area].name.as_str()).collect();
        let everywhere = || words.areas.iter().map(|area| area.name.as_str()).collect();
        let audience = |&group: &usize| Audience {
            kind: "PeopleAudience",
            audience_type: &words.audiences[group].name,
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
            provider: Provider {
                kind: provider_kind(kind),
                name: site.organisation_name(&service.organisation),
                url: partner.and_then(|one| one.website.as_ref()).map(|address| address.to_string()),
            },
            area_served: if areas.is_empty() { everywhere() } else { areas },
            audience: listing.audiences.iter().map(audience).collect(),
            hours_available: service.hours.as_ref().map(OpeningHoursSpecification::all).unwrap_or_default(),
            available_channel: Channel::of(service),
        }
    }
}

fn provider_kind(kind: Option<OrganisationKind>) -> &'static str {
    match kind {
        Some(OrganisationKind::Statutory | OrganisationKind::Police) => "GovernmentOrganization",
        Some(OrganisationKind::Voluntary) => "NGO",
        Some(OrganisationKind::Education) => "EducationalOrganization",
        Some(OrganisationKind::Health) => "MedicalOrganization",
        Some(OrganisationKind::Business | OrganisationKind::Other) | None => "Organization",
    }
}

impl<'s> Channel<'s> {
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
            service_location: service.location.as_ref().and_then(Place::of),
        }
    }
}

impl<'s> ContactPoint<'s> {
    fn of(phone: &'s ServicePhone) -> Self {
        Self {
            kind: "ContactPoint",
            telephone: phone.number.tel(),
            contact_type: phone.label.as_deref(),
            hours_available: phone.hours.as_ref().map(OpeningHoursSpecification::all).unwrap_or_default(),
        }
    }
}

impl<'s> Place<'s> {
    /// A place that anyone may know.
    fn of(location: &'s Location) -> Option<Self> {
        let Location::Public { address, postcode } = location else { return None };
        let address = PostalAddress {
            kind: "PostalAddress",
            street_address: address.as_deref(),
            postal_code: postcode.as_ref().map(ToString::to_string),
            address_country: "GB",
        };
        Some(Self { kind: "Place", address })
    }
}

#[cfg(test)]
mod tests {
    use super::in_script;

    #[test]
    fn nothing_in_the_data_ends_its_element() {
        let hostile = "</script><!-- <script> ]]> & \u{2028}\u{2029} \"quoted\" \\";
        let safe = in_script(&hostile);
        assert!(!safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{safe}");
        assert_eq!(serde_json::from_str::<String>(&safe).expect("it is JSON"), hostile);
    }
}
