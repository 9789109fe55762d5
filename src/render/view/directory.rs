//! The directory's lists.

use serde::Serialize;
use tera::Value;

use super::{Builder, Heading, Link, Page};
use crate::model::vocabulary::Term;
use crate::render::wording::services::lower_first;
use crate::site::{Facet, Route, Site};

/// By what services are grouped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Audience,
    Need,
    Area,
}

impl By {
    fn terms(self, site: &Site) -> &[Term] {
        match self {
            Self::Audience => &site.vocabulary.audiences,
            Self::Need => &site.vocabulary.needs,
            Self::Area => &site.vocabulary.areas,
        }
    }

    fn facets(self, site: &Site) -> &[Facet] {
        match self {
            Self::Audience => &site.facets.audiences,
            Self::Need => &site.facets.needs,
            Self::Area => &site.facets.areas,
        }
    }

    fn route(self, term: usize) -> Route {
        match self {
            Self::Audience => Route::ServicesFor(term),
            Self::Need => Route::ServicesNeed(term),
            Self::Area => Route::ServicesArea(term),
        }
    }

    /// The name of the group in filters and in the attributes of cards.
    fn name(self) -> &'static str {
        match self {
            Self::Audience => "audiences",
            Self::Need => "needs",
            Self::Area => "areas",
        }
    }

    fn question(self) -> &'static str {
        match self {
            Self::Audience => "Who is it for?",
            Self::Need => "What would help?",
            Self::Area => "Where?",
        }
    }
}

/// A link to the services of one word.
#[derive(Serialize)]
pub(super) struct FacetLink {
    title: String,
    address: String,
    count: usize,
    description: Option<String>,
}

/// The links to the services of each word that has some.
pub(super) fn facet_links(build: &Builder<'_>, by: By) -> Vec<FacetLink> {
    let terms = by.terms(build.site);
    let link = |facet: &Facet| FacetLink {
        title: terms[facet.term].name.clone(),
        address: build.site.address(by.route(facet.term)),
        count: facet.services.len(),
        description: terms[facet.term].description.clone(),
    };
    by.facets(build.site).iter().map(link).collect()
}

/// A group of boxes to tick.
#[derive(Serialize)]
struct Filter {
    name: &'static str,
    question: &'static str,
    options: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    id: String,
    name: String,
}

#[derive(Serialize)]
struct FacetGroup {
    question: &'static str,
    links: Vec<FacetLink>,
}

#[derive(Serialize)]
struct ServicesView {
    filters: Vec<Filter>,
    groups: Vec<FacetGroup>,
    services: Value,
    count: usize,
    networks: Vec<Link>,
}

pub(super) fn services(build: &Builder<'_>) -> Page {
    let site = build.site;
    let all = [By::Need, By::Audience, By::Area];
    let filter = |by: &By| Filter {
        name: by.name(),
        question: by.question(),
        options: by
            .facets(site)
            .iter()
            .map(|facet| &by.terms(site)[facet.term])
            .map(|term| Choice { id: term.id.value.clone(), name: term.name.clone() })
            .collect(),
    };
    let networks = site.networks.iter().enumerate();
    let view = ServicesView {
        filters: all.iter().map(filter).filter(|filter| filter.options.len() > 1).collect(),
        groups: groups(build),
        services: build.shared.cards(site, 0..site.services.len()),
        count: site.services.len(),
        networks: networks.map(|(at, one)| build.link(one.title.value.clone(), Route::Network(at))).collect(),
    };
    let heading = Heading {
        kind: "services",
        id: "",
        title: "Find a service".to_owned(),
        description: format!("Every service that helps with domestic abuse, from {}.", site.settings.name),
        above: Vec::new(),
    };
    build.page("services.html", heading, &view)
}

fn groups(build: &Builder<'_>) -> Vec<FacetGroup> {
    let group = |by: By| FacetGroup { question: by.question(), links: facet_links(build, by) };
    [By::Need, By::Audience, By::Area].into_iter().map(group).filter(|group| !group.links.is_empty()).collect()
}

#[derive(Serialize)]
struct FacetView {
    by: &'static str,
    description: Option<String>,
    services: Value,
    count: usize,
    others: Vec<FacetLink>,
    question: &'static str,
}

pub(super) fn facet(build: &Builder<'_>, by: By, term: usize) -> Page {
    let site = build.site;
    let word = &by.terms(site)[term];
    let found = by.facets(site).iter().find(|facet| facet.term == term);
    let services = found.map(|facet| facet.services.clone()).unwrap_or_default();
    let view = FacetView {
        by: by.name(),
        description: word.description.clone(),
        count: services.len(),
        services: build.shared.cards(site, services),
        others: facet_links(build, by),
        question: by.question(),
    };
    let title = match by {
        By::Audience => format!("Services for {}", lower_first(&word.name)),
        By::Need => format!("Services: {}", lower_first(&word.name)),
        By::Area => format!("Services in {}", word.name),
    };
    let description = word.description.clone().unwrap_or_else(|| format!("{title}, from {}.", site.settings.name));
    let above = vec![build.link("Services", Route::Services)];
    build.page("facet.html", Heading { kind: "facet", id: &word.id.value, title, description, above }, &view)
}

#[derive(Serialize)]
struct AToZView {
    letters: Vec<Letter>,
    groups: Vec<FacetGroup>,
}

#[derive(Serialize)]
struct Letter {
    letter: String,
    services: Vec<AToZEntry>,
}

#[derive(Serialize)]
struct AToZEntry {
    title: String,
    address: String,
    summary: String,
}

pub(super) fn a_to_z(build: &Builder<'_>) -> Page {
    let site = build.site;
    let mut numbers: Vec<usize> = (0..site.services.len()).collect();
    let title = |number: usize| site.services[number].service.title.value.as_str();
    numbers.sort_by_cached_key(|&number| (title(number).to_lowercase(), number));
    let mut letters: Vec<Letter> = Vec::new();
    for number in numbers {
        let first = title(number).chars().find(|c| c.is_alphanumeric()).unwrap_or('#');
        let letter = if first.is_numeric() { "0-9".to_owned() } else { first.to_uppercase().to_string() };
        if letters.last().is_none_or(|last| last.letter != letter) {
            letters.push(Letter { letter, services: Vec::new() });
        }
        if let Some(last) = letters.last_mut() {
            let service = &site.services[number].service;
            last.services.push(AToZEntry {
                title: service.title.value.clone(),
                address: site.address(Route::Service(number)),
                summary: service.summary.value.clone(),
            });
        }
    }
    let heading = Heading {
        kind: "a-z",
        id: "",
        title: "Services from A to Z".to_owned(),
        description: format!("Every service by name, from {}.", site.settings.name),
        above: vec![build.link("Services", Route::Services)],
    };
    build.page("a-z.html", heading, &AToZView { letters, groups: groups(build) })
}
