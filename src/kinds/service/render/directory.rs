//! The directory's lists.

mod a_to_z;
mod by;
mod facet;

use serde::Serialize;
use tera::Value;

use crate::kinds::service::record::Service;
use crate::kinds::service::record::contact_way::ContactWay;
use crate::kinds::service::render::card::Feature;
use crate::kinds::service::site::directory::{Facet, Listing};
use crate::render::filters::{Filter, Matches};
use crate::render::frame::{Link, Script};
use crate::render::page::{Builder, Heading, ListPage, Page};
use crate::site::{Route, Site};
pub(crate) use a_to_z::a_to_z;
use by::By;
pub(crate) use by::{FacetGroup, FacetLink, contact_link, facet_groups};
pub(crate) use facet::{contact, for_audience, for_need, in_area, in_language};

/// How many lines are shown above a list for those who have no time to read it.
const CALL_NOW_SHOWN: usize = 2;

/// The lines that answer day and night, above every list.
#[derive(Serialize)]
pub(crate) struct CallNow {
    services: Value,
    /// The page of all of them, and how many they are.
    all: FacetLink,
}

impl CallNow {
    /// The first lines of the site, those among `fitting` before others; none where no line answers now.
    pub(crate) fn of(build: &Builder<'_>, fitting: &[usize]) -> Option<Self> {
        let lines = build.site.services.facets.call_now();
        let fits = |line: &&usize| fitting.contains(*line);
        let first = lines.iter().filter(fits).chain(lines.iter().filter(|line| !fits(line)));
        Self::with(build, first.copied().take(CALL_NOW_SHOWN))
    }

    /// These lines; none where no line answers now.
    pub(crate) fn with(build: &Builder<'_>, lines: impl IntoIterator<Item = usize>) -> Option<Self> {
        let all = contact_link(build, ContactWay::CallNow)?;
        Some(Self { services: build.shared.cards(build.site, lines), all })
    }
}

#[derive(Serialize)]
struct ServicesView {
    call_now: Option<CallNow>,
    filters: Vec<Filter>,
    groups: Vec<FacetGroup>,
    services: Value,
    count: usize,
    /// The services for people who harm others.
    behaviour_change: Value,
    networks: Vec<Link>,
}

impl ListPage for Service {
    fn list(build: &Builder<'_>) -> Page {
        let site = build.site;
        let networks = site.networks.iter().enumerate();
        let helping: Vec<usize> = helping(site).map(|(number, _)| number).collect();
        let view = ServicesView {
            call_now: CallNow::of(build, &[]),
            filters: filters(build),
            groups: facet_groups(build),
            count: helping.len(),
            services: build.shared.cards(site, helping),
            behaviour_change: behaviour_change(build, |_| true),
            networks: networks.map(|(at, one)| build.link(one.title.value.clone(), Route::Network(at))).collect(),
        };
        let heading = Heading {
            kind: "services",
            id: "",
            title: "Find a service".to_owned(),
            description: format!("Every service listed by {}.", site.settings.name),
            above: Vec::new(),
        };
        build.page("services.html", heading, &view).with_scripts([Script::OpenNow, Script::Filter])
    }
}

/// The services that help people who are harmed, which is all but those for people who harm others.
pub(crate) fn helping(site: &Site) -> impl Iterator<Item = (usize, &Listing)> {
    site.services.iter().enumerate().filter(|(_, listing)| !listing.service.behaviour_change)
}

/// The cards of the services for people who harm others, of those that fit a list.
fn behaviour_change(build: &Builder<'_>, fits: impl Fn(&Listing) -> bool) -> Value {
    let all = build.site.services.facets.behaviour_change.iter().copied();
    build.shared.cards(build.site, all.filter(|&number| fits(&build.site.services[number])))
}

/// The boxes by which the whole list can be narrowed.
pub(crate) fn filters(build: &Builder<'_>) -> Vec<Filter> {
    let site = build.site;
    let words = |by: By| {
        let helps = |facet: &&Facet| facet.services.iter().any(|&one| !site.services[one].service.behaviour_change);
        let options = by.facets(site).iter().filter(helps).map(|facet| &by.terms(site)[facet.term]);
        let options = options.map(|term| (term.id.value.clone(), term.name.clone()));
        Filter::new(by.name(), by.question(), by.matches(), options)
    };
    let ways =
        site.services.facets.contact.iter().map(|facet| (facet.way.id().to_owned(), facet.way.words().to_owned()));
    let offered = |feature: &Feature| helping(site).any(|(_, listing)| feature.is_of(&listing.service));
    let features = Feature::ALL.into_iter().filter(offered);
    let features = features.map(|feature| (feature.id().to_owned(), feature.words().to_owned()));
    let open = [("open".to_owned(), "Open now".to_owned())];
    let all = [
        Filter::new("contact", by::CONTACT_QUESTION, Matches::One, ways),
        Filter::new("now", "When?", Matches::One, open).waiting(),
        words(By::Need),
        words(By::Audience),
        words(By::Area),
        Filter::new("features", "What matters to you?", Matches::Every, features),
        Filter::new("languages", by::LANGUAGE_QUESTION, Matches::One, languages(build)),
    ];
    all.into_iter().filter(Filter::is_of_use).collect()
}

/// The languages that services speak besides the site's own, by name.
fn languages(build: &Builder<'_>) -> Vec<(String, String)> {
    let facets = build.site.services.facets.languages.iter();
    facets.map(|facet| (facet.language.tag().to_owned(), facet.language.name().to_owned())).collect()
}
