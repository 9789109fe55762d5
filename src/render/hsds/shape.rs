//! The fields of HSDS-UK that are written, under their own names. What is not known is left out and never `null`; and a
//! thing that stands inside another does not repeat whose it is.

#![expect(clippy::struct_field_names, reason = "the names are those of the specification")]

use jiff::civil::Date;
use serde::Serialize;
use uuid::Uuid;

/// `/`
#[derive(Serialize)]
pub(super) struct About {
    pub(super) version: &'static str,
    pub(super) profile: &'static str,
    pub(super) openapi_url: &'static str,
}

/// `/services`
#[derive(Serialize)]
pub(super) struct Page<T> {
    pub(super) total_items: usize,
    pub(super) total_pages: usize,
    pub(super) page_number: usize,
    pub(super) size: usize,
    pub(super) first_page: bool,
    pub(super) last_page: bool,
    pub(super) empty: bool,
    pub(super) contents: Vec<T>,
}

/// A service as the list has it.
#[derive(Serialize)]
pub(super) struct Service<'s> {
    pub(super) id: Uuid,
    pub(super) organization_id: Uuid,
    pub(super) name: &'s str,
    pub(super) description: String,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<&'s str>,
    pub(super) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accreditations: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) minimum_age: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) maximum_age: Option<u32>,
    pub(super) assured_date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) assurer_email: Option<&'s str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) alert: Option<&'s str>,
    pub(super) organization: Organization<'s>,
}

/// `/services/{id}`
#[derive(Serialize)]
pub(super) struct WholeService<'s> {
    #[serde(flatten)]
    pub(super) service: Service<'s>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) schedules: Vec<Schedule>,
    pub(super) service_areas: Vec<ServiceArea>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) service_at_locations: Vec<ServiceAtLocation<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) languages: Vec<Language<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) cost_options: Vec<CostOption<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) contacts: Vec<Contact<'s>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) attributes: Vec<Attribute>,
}

#[derive(Serialize)]
pub(super) struct Organization<'s> {
    pub(super) id: Uuid,
    pub(super) name: &'s str,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) website: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Schedule {
    pub(super) id: Uuid,
    #[serde(flatten)]
    pub(super) times: Option<Times>,
    pub(super) description: String,
}

/// When a service is open in each week.
#[derive(Serialize)]
pub(super) struct Times {
    pub(super) freq: &'static str,
    pub(super) byday: String,
    pub(super) opens_at: String,
    pub(super) closes_at: String,
}

#[derive(Serialize)]
pub(super) struct ServiceArea {
    pub(super) id: Uuid,
    pub(super) name: String,
}

#[derive(Serialize)]
pub(super) struct ServiceAtLocation<'s> {
    pub(super) id: Uuid,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) schedules: Vec<Schedule>,
    pub(super) location: Location<'s>,
}

#[derive(Serialize)]
pub(super) struct Location<'s> {
    pub(super) id: Uuid,
    pub(super) location_type: &'static str,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) addresses: Vec<Address>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) accessibility: Vec<Accessibility<'s>>,
}

#[derive(Serialize)]
pub(super) struct Address {
    pub(super) id: Uuid,
    pub(super) address_1: String,
    pub(super) city: String,
    pub(super) state_province: String,
    pub(super) postal_code: String,
    pub(super) country: &'static str,
    pub(super) address_type: &'static str,
}

#[derive(Serialize)]
pub(super) struct Accessibility<'s> {
    pub(super) id: Uuid,
    pub(super) description: &'s str,
}

#[derive(Serialize)]
pub(super) struct Language<'s> {
    pub(super) id: Uuid,
    pub(super) name: &'s str,
    pub(super) code: &'s str,
}

#[derive(Serialize)]
pub(super) struct CostOption<'s> {
    pub(super) id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) amount: Option<u32>,
    pub(super) amount_description: &'s str,
}

#[derive(Serialize)]
pub(super) struct Contact<'s> {
    pub(super) id: Uuid,
    pub(super) name: &'s str,
    pub(super) phones: Vec<Phone>,
}

#[derive(Serialize)]
pub(super) struct Phone {
    pub(super) id: Uuid,
    pub(super) number: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) extension: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Attribute {
    pub(super) id: Uuid,
    pub(super) link_type: &'static str,
    pub(super) taxonomy_term: TaxonomyTerm,
}

#[derive(Serialize)]
pub(super) struct TaxonomyTerm {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) taxonomy: String,
    pub(super) taxonomy_id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) term_uri: Option<String>,
}
