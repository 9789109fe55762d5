//! By what services are found.

use serde::Serialize;

use crate::kinds::leaflet::record::Selection;
use crate::kinds::service::record::contact_way::ContactWay;
use crate::kinds::service::site::directory::{Facet, LanguageFacet};
use crate::record::vocabulary::Term;
use crate::render::filters::Matches;
use crate::render::page::Builder;
use crate::site::{Route, Site};

pub(super) const CONTACT_QUESTION: &str = "How do you want to get in touch?";

pub(super) const LANGUAGE_QUESTION: &str = "Which language?";

/// By what services are grouped.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Audience,
    Need,
    Area,
}

impl By {
    pub(super) fn terms(self, site: &Site) -> &[Term] {
        match self {
            Self::Audience => &site.vocabulary.audiences,
            Self::Need => &site.vocabulary.needs,
            Self::Area => &site.vocabulary.areas,
        }
    }

    pub(super) fn facets(self, site: &Site) -> &[Facet] {
        match self {
            Self::Audience => &site.services.facets.audiences,
            Self::Need => &site.services.facets.needs,
            Self::Area => &site.services.facets.areas,
        }
    }

    /// Whether the services of a leaflet are chosen by a word.
    pub(super) fn is_chosen_by(self, selection: &Selection, id: &str) -> bool {
        let Selection::Matching(matching) = selection else { return false };
        match self {
            Self::Audience => matching.audiences.iter().any(|one| one.value == id),
            Self::Need => matching.needs.iter().any(|one| one.value == id),
            Self::Area => matching.areas.iter().any(|one| one.value == id),
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
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Audience => "audiences",
            Self::Need => "needs",
            Self::Area => "areas",
        }
    }

    pub(super) fn question(self) -> &'static str {
        match self {
            Self::Audience => "Who is it for?",
            Self::Need => "What would help?",
            Self::Area => "Where?",
        }
    }

    /// A service without areas is for the whole area.
    pub(super) fn matches(self) -> Matches {
        match self {
            Self::Area => Matches::Any,
            Self::Audience | Self::Need => Matches::One,
        }
    }
}

/// A link to some of the services.
#[derive(Serialize)]
pub(crate) struct FacetLink {
    title: String,
    pub(super) address: String,
    count: usize,
}

/// Links to the services of each word of a kind.
#[derive(Serialize)]
pub(crate) struct FacetGroup {
    question: &'static str,
    links: Vec<FacetLink>,
}

/// The links to the services of each word that has some.
pub(super) fn facet_links(build: &Builder<'_>, by: By) -> Vec<FacetLink> {
    let terms = by.terms(build.site);
    let link = |facet: &Facet| FacetLink {
        title: terms[facet.term].name.clone(),
        address: build.site.address(by.route(facet.term)),
        count: facet.services.len(),
    };
    by.facets(build.site).iter().map(link).collect()
}

/// The link to the services that can be reached in a way; none where there is none.
pub(crate) fn contact_link(build: &Builder<'_>, way: ContactWay) -> Option<FacetLink> {
    let facet = build.site.services.facets.contact.iter().find(|facet| facet.way == way)?;
    Some(FacetLink {
        title: way.words().to_owned(),
        address: build.site.address(Route::ServicesContact(way)),
        count: facet.services.len(),
    })
}

/// The ways to get in touch that lead to some service.
pub(super) fn contact_links(build: &Builder<'_>) -> Vec<FacetLink> {
    ContactWay::ALL.into_iter().filter_map(|way| contact_link(build, way)).collect()
}

/// The languages beside the site's own.
pub(super) fn language_links(build: &Builder<'_>) -> Vec<FacetLink> {
    let facets = build.site.services.facets.languages.iter().enumerate();
    let link = |(number, facet): (usize, &LanguageFacet)| FacetLink {
        title: facet.language.name().to_owned(),
        address: build.site.address(Route::ServicesLanguage(number)),
        count: facet.services.len(),
    };
    facets.map(link).collect()
}

/// The ways into the directory: how to get in touch, then each kind of words.
pub(crate) fn facet_groups(build: &Builder<'_>) -> Vec<FacetGroup> {
    let contact = FacetGroup { question: CONTACT_QUESTION, links: contact_links(build) };
    let words = |by: By| FacetGroup { question: by.question(), links: facet_links(build, by) };
    let languages = FacetGroup { question: LANGUAGE_QUESTION, links: language_links(build) };
    let all = [contact, words(By::Need), words(By::Audience), words(By::Area), languages];
    all.into_iter().filter(|group| !group.links.is_empty()).collect()
}
