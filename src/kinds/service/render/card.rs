//! A service in a list.

use serde::Serialize;

use crate::kinds::service::record::contact_way::ContactWay;
use crate::kinds::service::record::{Hours, PublicPlace, Service, ServicePhone, ServiceState};
use crate::model::phone::Phone;
use crate::record::reference::Ref;
use crate::render::open_now;
use crate::site::{Route, Site};

/// A telephone number to press.
#[derive(Serialize, Clone)]
pub(crate) struct Call {
    /// As people write it, with its extension.
    pub(crate) display: String,
    /// The same without it.
    number: String,
    extension: Option<String>,
    /// As a `tel:` link needs it, RFC 3966.
    pub(crate) tel: String,
}

impl Call {
    pub(crate) fn of(phone: &Phone) -> Self {
        Self { display: phone.display(), number: phone.display(), extension: None, tel: phone.tel() }
    }

    /// A short number, which is dialled as it is written.
    pub(crate) fn short(number: &str) -> Self {
        Self { display: number.to_owned(), number: number.to_owned(), extension: None, tel: number.to_owned() }
    }

    /// A number of a service, with its extension.
    pub(crate) fn of_line(phone: &ServicePhone) -> Self {
        let extension = phone.extension.as_ref().map(|extension| extension.0.clone());
        Self { display: phone.display(), number: phone.number.display(), extension, tel: phone.tel() }
    }
}

/// A service in a list: enough to choose it, and to call it.
#[derive(Serialize, Clone)]
pub(crate) struct ServiceCard {
    id: String,
    title: String,
    summary: String,
    address: String,
    /// Its first number to speak to, or the one that answers day and night where it is known for that.
    call: Option<Call>,
    textphone: Option<Call>,
    text: Option<Call>,
    chat: Option<String>,
    email: Option<String>,
    /// Where it is, where anyone may know.
    place: Option<String>,
    hours: Option<String>,
    /// Who may use it, in a sentence.
    who: Option<String>,
    /// The hours for the mark that says whether it is open now.
    open: Option<String>,
    free: bool,
    emergency: bool,
    /// What to say where it is not open at all.
    closed: Option<&'static str>,
    for_professionals: bool,
    /// What to say of a service for people who harm others.
    behaviour_change: Option<&'static str>,
    /// Ids for the filters: of the vocabulary, and of what stands beside it.
    needs: String,
    audiences: String,
    areas: String,
    contact: String,
    features: String,
    languages: String,
}

/// What matters to some readers more than anything else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feature {
    /// It costs nothing.
    Free,
    /// People can come by themselves.
    SelfReferral,
    /// There is no step on the way in.
    StepFree,
}

impl Feature {
    pub(crate) const ALL: [Self; 3] = [Self::SelfReferral, Self::Free, Self::StepFree];

    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::SelfReferral => "self-referral",
            Self::StepFree => "step-free",
        }
    }

    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Free => "Free",
            Self::SelfReferral => "You can ask for it yourself",
            Self::StepFree => "Step-free",
        }
    }

    pub(crate) fn is_of(self, service: &Service) -> bool {
        let begins = |text: &str, word: &str| text.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word));
        match self {
            Self::Free => service.cost.as_ref().is_some_and(|cost| begins(cost, "free")),
            Self::SelfReferral => service.referral.by_self == Some(true),
            Self::StepFree => {
                let step_free = |note: &String| begins(note, "step-free") || begins(note, "step free");
                service.accessibility.iter().any(step_free)
            }
        }
    }
}

/// Ids with spaces between them.
fn ids<K>(ids: &[Ref<K>]) -> String {
    ids.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join(" ")
}

impl ServiceCard {
    pub(crate) fn of(site: &Site, number: usize) -> Self {
        let listing = &site.services[number];
        let service = &listing.service;
        let ways = ContactWay::ALL.into_iter().filter(|way| way.reaches(service)).map(ContactWay::id);
        let features = Feature::ALL.into_iter().filter(|feature| feature.is_of(service)).map(Feature::id);
        let at_all_hours = service.emergency.then(|| service.line_at_all_hours()).flatten();
        let first = |textphone| service.lines().find(|(phone, _)| phone.textphone == textphone);
        let line = at_all_hours.map(|phone| (phone, None)).or_else(|| first(false));
        let (phone, place) = line.unzip();
        let of_place = place.flatten().and_then(|place| place.hours.as_ref());
        let hours = phone.and_then(|phone| phone.hours.as_ref()).or(of_place).or(service.hours.as_ref());
        Self {
            id: service.id.clone(),
            title: service.title.value.clone(),
            summary: service.summary.value.clone(),
            address: site.address(Route::Service(number)),
            call: phone.map(Call::of_line),
            textphone: first(true).map(|(phone, _)| Call::of_line(phone)),
            text: service.text_number.as_ref().map(|number| Call::of(number)),
            chat: service.webchat.as_ref().map(|address| address.to_string()),
            email: service.email.as_ref().map(|email| email.to_string()),
            place: places(service),
            hours: hours.map(|hours| hours_lines(hours).join(", ")),
            who: service.eligibility.as_ref().map(|who| who.first_sentence().to_owned()),
            open: hours.and_then(open_now::table),
            free: phone.is_some_and(|phone| phone.free),
            emergency: service.emergency,
            closed: closed(service),
            for_professionals: service.for_professionals,
            behaviour_change: behaviour_change(service),
            needs: ids(&service.needs),
            audiences: ids(&service.audiences),
            areas: ids(&service.areas),
            contact: ways.collect::<Vec<_>>().join(" "),
            features: features.collect::<Vec<_>>().join(" "),
            languages: service.languages.iter().map(|language| language.tag()).collect::<Vec<_>>().join(" "),
        }
    }
}

/// Where a service is, in one line: its address, or the names of its places.
fn places(service: &Service) -> Option<String> {
    let place = |place: PublicPlace<'_>| place.name.map(str::to_owned).or_else(|| place.in_one_line());
    let places: Vec<String> = service.places().filter_map(place).collect();
    (!places.is_empty()).then(|| places.join(", "))
}

/// What to say of a service that is not open at all.
pub(crate) fn closed(service: &Service) -> Option<&'static str> {
    match service.state {
        ServiceState::Open => None,
        ServiceState::ClosedTemporarily => Some("Closed for now"),
        ServiceState::Closed => Some("Closed"),
    }
}

/// What to say of a service for people who harm others, so that nobody takes it for help of their own.
pub(crate) fn behaviour_change(service: &Service) -> Option<&'static str> {
    service.behaviour_change.then_some("For people who harm others")
}

/// When a service is open, in words: as the author says it, else as the exact form reads.
pub(crate) fn hours_lines(hours: &Hours) -> Vec<String> {
    match (&hours.text, &hours.opening) {
        (Some(text), _) => vec![text.clone()],
        (None, Some(opening)) => opening.in_words(),
        (None, None) => Vec::new(),
    }
}
