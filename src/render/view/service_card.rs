//! A service in a list.

use serde::Serialize;

use crate::model::phone::Phone;
use crate::model::service::{Hours, Service, ServiceState};
use crate::site::{Route, Site};

/// A telephone number to press.
#[derive(Serialize, Clone)]
pub(crate) struct Call {
    /// As people write it.
    pub(crate) display: String,
    /// As a `tel:` link needs it, RFC 3966.
    pub(crate) tel: String,
}

impl Call {
    pub(crate) fn of(phone: &Phone) -> Self {
        Self { display: phone.display(), tel: phone.tel() }
    }
}

/// A service in a list: enough to choose it, and to call it.
#[derive(Serialize, Clone)]
pub(crate) struct ServiceCard {
    id: String,
    title: String,
    summary: String,
    address: String,
    call: Option<Call>,
    hours: Option<String>,
    free: bool,
    emergency: bool,
    /// What to say where it is not open at all.
    closed: Option<&'static str>,
    for_professionals: bool,
    /// Vocabulary ids, for the filters.
    needs: String,
    audiences: String,
    areas: String,
}

impl ServiceCard {
    pub(crate) fn of(site: &Site, number: usize) -> Self {
        let listing = &site.services[number];
        let service = &listing.service;
        let ids = |ids: &[crate::diagnostic::Located<String>]| {
            ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(" ")
        };
        let phone = service.phones.first();
        let hours = phone.and_then(|phone| phone.hours.as_ref()).or(service.hours.as_ref());
        Self {
            id: service.id.clone(),
            title: service.title.value.clone(),
            summary: service.summary.value.clone(),
            address: site.address(Route::Service(number)),
            call: phone.map(|phone| Call::of(&phone.number)),
            hours: hours.map(|hours| hours_lines(hours).join(", ")),
            free: phone.is_some_and(|phone| phone.free),
            emergency: service.emergency,
            closed: closed(service),
            for_professionals: service.for_professionals,
            needs: ids(&service.needs),
            audiences: ids(&service.audiences),
            areas: ids(&service.areas),
        }
    }
}

/// What to say of a service that is not open at all.
pub(super) fn closed(service: &Service) -> Option<&'static str> {
    match service.state {
        ServiceState::Open => None,
        ServiceState::ClosedTemporarily => Some("Closed for now"),
        ServiceState::Closed => Some("Closed"),
    }
}

/// When a service is open, in words: as the author says it, else as the exact form reads.
pub(crate) fn hours_lines(hours: &Hours) -> Vec<String> {
    match (&hours.text, &hours.opening) {
        (Some(text), _) => vec![text.clone()],
        (None, Some(opening)) => opening.in_words(),
        (None, None) => Vec::new(),
    }
}
