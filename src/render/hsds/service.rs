//! A service in HSDS-UK shape.

use uuid::Uuid;

use super::description::description;
use super::identifier::{Identifiers, part_of};
use super::schedule::{schedules, weekly, words};
use super::shape::{
    Accessibility, Address, Attribute, Contact, CostOption, Language, Location, Organization, Phone, Service,
    ServiceArea, ServiceAtLocation, TaxonomyTerm, WholeService,
};
use crate::kinds::service::record::{self, PublicPlace, ServicePhone, ServiceState};
use crate::kinds::service::site::directory::Listing;
use crate::record::vocabulary::Term;
use crate::render::wording::services::tier;
use crate::site::{Route, Site};

/// Makes the services of a site.
pub(super) struct Maker<'s> {
    site: &'s Site,
    identifiers: Identifiers,
}

/// A list of words that services choose from, and what it says of a service that it has one of them.
#[derive(Clone, Copy)]
struct Taxonomy {
    id: &'static str,
    name: &'static str,
    link_type: &'static str,
}

/// A word of such a list, and the page of the services that have it.
#[derive(Clone, Copy)]
struct Word<'w> {
    id: &'w str,
    name: &'w str,
    description: Option<&'w str>,
    page: Option<Route>,
}

const NEEDS: Taxonomy = Taxonomy { id: "needs", name: "Kinds of help", link_type: "service_type" };
const AUDIENCES: Taxonomy = Taxonomy { id: "audiences", name: "Who it is for", link_type: "intended_audience" };
const BY_AND_FOR: Taxonomy = Taxonomy { id: "audiences", name: "Who it is for", link_type: "run_by_and_for" };
const TIERS: Taxonomy = Taxonomy { id: "tiers", name: "Levels of risk", link_type: "risk_level" };
/// The same on a site that is about no danger.
const LEVELS: Taxonomy = Taxonomy { id: "tiers", name: "Levels", link_type: "level" };

/// What tells programs that a service is no help for those who are harmed.
const PURPOSES: Taxonomy = Taxonomy { id: "purposes", name: "What it is for", link_type: "service_type" };
const BEHAVIOUR_CHANGE: Word<'static> = Word {
    id: "behaviour-change",
    name: "Behaviour change",
    description: Some("For people who harm others, and no help for people who are harmed."),
    page: None,
};

impl<'s> Maker<'s> {
    pub(super) fn of(site: &'s Site) -> Self {
        Self { site, identifiers: Identifiers::of(site) }
    }

    /// A service with what there can be only one of.
    pub(super) fn in_list(&self, number: usize) -> Service<'s> {
        let service = &self.site.services[number].service;
        let organization = self.organization(&service.organisation.value);
        let own_site = service.website.as_ref().map(|address| address.to_string());
        let email = |email: &'s crate::diagnostic::Located<crate::model::email::Email>| email.value.as_str();
        Service {
            id: self.identifiers.service(&service.id),
            organization_id: organization.id,
            name: &service.title.value,
            description: description(service),
            url: own_site.unwrap_or_else(|| self.site.full_address(Route::Service(number))),
            email: service.email.as_ref().map(email),
            status: status(service.state),
            accreditations: (!service.accreditations.is_empty()).then(|| service.accreditations.join("; ")),
            minimum_age: service.ages.and_then(|ages| ages.from),
            maximum_age: service.ages.and_then(|ages| ages.to),
            assured_date: service.reviewed.value,
            assurer_email: self.site.settings.contact.email.as_ref().map(email),
            alert: service.state_note.as_deref(),
            organization,
        }
    }

    /// A service with all that belongs to it.
    pub(super) fn whole(&self, number: usize) -> WholeService<'s> {
        let listing = &self.site.services[number];
        let own = &listing.service;
        let service = self.in_list(number);
        let id = service.id;
        let languages = own.languages.iter().map(|language| Language {
            id: part_of(id, "languages", language.tag()),
            name: language.name(),
            code: language.tag(),
        });
        WholeService {
            schedules: schedules(own, id),
            service_areas: self.areas(listing, id),
            service_at_locations: own.places().map(|one| place(own, one, id)).collect(),
            languages: languages.collect(),
            cost_options: own.cost.iter().map(|cost| cost_option(cost, id)).collect(),
            contacts: contact(own, id).into_iter().collect(),
            attributes: self.attributes(listing, id),
            service,
        }
    }

    fn organization(&self, text: &'s str) -> Organization<'s> {
        let site = self.site;
        let known = site.organisation(text);
        let name = known.map_or(text, |one| &one.name);
        let described = known.and_then(|one| one.description.clone());
        Organization {
            id: match known {
                Some(one) => self.identifiers.organisation(&one.id.value),
                None => self.identifiers.organisation_named(text),
            },
            name,
            description: described
                .unwrap_or_else(|| format!("{name} runs services that {} lists.", site.settings.name)),
            website: known.and_then(|one| one.website.as_ref()).map(|address| address.to_string()),
        }
    }

    /// The areas by name; one that stands for the whole where a service names none.
    fn areas(&self, listing: &Listing, id: Uuid) -> Vec<ServiceArea> {
        let area = |key: &str, name| ServiceArea { id: part_of(id, "service_areas", key), name };
        if listing.areas.is_empty() {
            return vec![area("", format!("The whole area of {}", self.site.settings.name))];
        }
        let terms = listing.areas.iter().map(|&term| &self.site.vocabulary.areas[term]);
        terms.map(|term| area(&term.id.value, term.name.clone())).collect()
    }

    fn attributes(&self, listing: &Listing, id: Uuid) -> Vec<Attribute> {
        let words = &self.site.vocabulary;
        let needs = listing
            .needs
            .iter()
            .map(|&term| self.attribute(id, NEEDS, &words.needs[term], Some(Route::ServicesNeed(term))));
        let audiences = listing
            .audiences
            .iter()
            .map(|&term| self.attribute(id, AUDIENCES, &words.audiences[term], Some(Route::ServicesFor(term))));
        let service = &listing.service;
        let own = service.by_and_for.iter().filter_map(|id| words.audience(&id.value));
        let own = own.map(|term| self.attribute(id, BY_AND_FOR, term, None));
        let tiers = service.tiers.iter().filter_map(|&level| self.level(id, level));
        let purpose = service.behaviour_change.then(|| self.link(id, PURPOSES, BEHAVIOUR_CHANGE));
        needs.chain(audiences).chain(own).chain(tiers).chain(purpose).collect()
    }

    fn attribute(&self, link_id: Uuid, taxonomy: Taxonomy, term: &Term, page: Option<Route>) -> Attribute {
        let (id, description) = (&*term.id.value, term.description.as_deref());
        self.link(link_id, taxonomy, Word { id, name: &term.name, description, page })
    }

    fn level(&self, link_id: Uuid, level: u32) -> Option<Attribute> {
        let name = tier(self.site, level as usize)?;
        let taxonomy = if self.site.settings.sensitive { TIERS } else { LEVELS };
        Some(self.link(link_id, taxonomy, Word { id: &level.to_string(), name, description: None, page: None }))
    }

    fn link(&self, link_id: Uuid, taxonomy: Taxonomy, word: Word<'_>) -> Attribute {
        let Word { id, name, description, page } = word;
        let site = self.site;
        let described = || format!("“{name}”, in the list “{}” of {}.", taxonomy.name, site.settings.name);
        let there = page.filter(|&page| site.routes.address(page).is_some());
        let term_id = self.identifiers.term(taxonomy.id, id);
        Attribute {
            id: part_of(link_id, "attributes", &format!("{}/{id}", taxonomy.link_type)),
            link_type: taxonomy.link_type,
            taxonomy_term: TaxonomyTerm {
                id: term_id,
                name: name.to_owned(),
                description: description.map_or_else(described, str::to_owned),
                taxonomy: taxonomy.name.to_owned(),
                taxonomy_id: self.identifiers.taxonomy(taxonomy.id),
                term_uri: there.map(|page| site.full_address(page)),
            },
        }
    }
}

fn cost_option(cost: &str, id: Uuid) -> CostOption<'_> {
    CostOption {
        id: part_of(id, "cost_options", "cost"),
        amount: cost.trim_end_matches('.').eq_ignore_ascii_case("free").then_some(0),
        amount_description: cost,
    }
}

fn status(state: ServiceState) -> &'static str {
    match state {
        ServiceState::Open => "active",
        ServiceState::ClosedTemporarily => "temporarily closed",
        ServiceState::Closed => "defunct",
    }
}

/// The place where a service is, if anyone may know. A confidential one is as none at all: that there is a place which
/// is kept secret is no one's business either.
fn place<'s>(service: &'s record::Service, place: PublicPlace<'_>, id: Uuid) -> ServiceAtLocation<'s> {
    let key = place.name.unwrap_or_default();
    let location_id = part_of(id, "locations", key);
    let (address, postcode) = (place.address, place.postcode.map(ToString::to_string));
    let whole: Vec<&str> = place.name.into_iter().chain(address).chain(postcode.as_deref()).collect();
    let location = Location {
        id: location_id,
        location_type: "physical",
        name: whole.join(", "),
        addresses: address.zip(postcode.as_deref()).map(|both| postal(location_id, both)).into_iter().collect(),
        accessibility: service
            .accessibility
            .iter()
            .map(|words| Accessibility { id: part_of(location_id, "accessibility", words), description: words })
            .collect(),
    };
    let id = part_of(id, "service_at_locations", key);
    ServiceAtLocation { id, schedules: place.hours.map(|hours| weekly(hours, id)).unwrap_or_default(), location }
}

/// An address in the parts that the profile asks for. It is one text in the content: its last part is taken for the
/// town, and stands for the county, too, which nobody has to write.
fn postal(location_id: Uuid, (address, postcode): (&str, &str)) -> Address {
    let (street, town) = address.rsplit_once(',').unwrap_or((address, address));
    Address {
        id: part_of(location_id, "addresses", ""),
        address_1: street.trim().to_owned(),
        city: town.trim().to_owned(),
        state_province: town.trim().to_owned(),
        postal_code: postcode.to_owned(),
        country: "GB",
        address_type: "physical",
    }
}

/// The numbers of a service. No one is named: whoever answers does.
fn contact(service: &record::Service, id: Uuid) -> Option<Contact<'_>> {
    let phones = service.lines().map(|(one, place)| phone(id, one, place.map(|place| place.name.as_str())));
    let text = service.text_number.as_ref().map(|number| Phone {
        id: part_of(id, "phones", &format!("text/{}", number.tel())),
        number: number.display(),
        extension: None,
        description: Some("For text messages.".to_owned()),
    });
    let phones: Vec<Phone> = phones.chain(text).collect();
    let name = &service.title.value;
    (!phones.is_empty()).then(|| Contact { id: part_of(id, "contacts", ""), name, phones })
}

fn phone(service: Uuid, phone: &ServicePhone, place: Option<&str>) -> Phone {
    let extension = phone.extension.as_ref().map(|extension| extension.0.as_str());
    // HSDS wants a number, and a number cannot begin with a nought that has to be dialled.
    let (as_number, as_words) = match extension {
        Some(digits) if digits.starts_with('0') => (None, Some(format!("Extension {digits}."))),
        Some(digits) => (digits.parse().ok(), None),
        None => (None, None),
    };
    let parts = [
        as_words,
        place.map(|place| format!("{}.", place.trim_end_matches('.'))),
        phone.label.as_ref().map(|label| format!("{}.", label.trim_end_matches('.'))),
        phone.textphone.then(|| "A textphone.".to_owned()),
        phone.free.then(|| "Free to call.".to_owned()),
        phone.hours.as_ref().map(words),
    ];
    let description = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    Phone {
        id: part_of(service, "phones", &phone.tel()),
        number: phone.number.display(),
        extension: as_number,
        description: (!description.is_empty()).then_some(description),
    }
}
