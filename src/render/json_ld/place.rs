//! Where something is.

use serde::Serialize;

use super::hours::OpeningHoursSpecification;
use crate::kinds::course::record::Venue;
use crate::kinds::service::record::PublicPlace;
use crate::model::postcode::Postcode;

#[derive(Serialize)]
pub(super) struct Place<'s> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'s str>,
    address: PostalAddress<'s>,
    #[serde(rename = "openingHoursSpecification", skip_serializing_if = "Vec::is_empty")]
    hours: Vec<OpeningHoursSpecification>,
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

impl<'s> Place<'s> {
    /// A place that anyone may know.
    pub(super) fn of(place: PublicPlace<'s>) -> Self {
        let hours = place.hours.map(OpeningHoursSpecification::all).unwrap_or_default();
        Self { hours, ..Self::at(place.name, place.address, place.postcode) }
    }

    /// Where a session is held.
    pub(super) fn of_venue(venue: &'s Venue) -> Self {
        Self::at(venue.name.as_deref(), venue.address.as_deref(), venue.postcode.as_ref())
    }

    fn at(name: Option<&'s str>, street: Option<&'s str>, postcode: Option<&Postcode>) -> Self {
        let address = PostalAddress {
            kind: "PostalAddress",
            street_address: street,
            postal_code: postcode.map(ToString::to_string),
            address_country: "GB",
        };
        Self { kind: "Place", name, address, hours: Vec::new() }
    }
}
