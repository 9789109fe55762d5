//! Pages that every site has: glossary, search, not found, and pages that lead on.

use serde::Serialize;

use crate::kinds::service::site::directory::Facet;
use crate::model::slug::slugify;
use crate::render::frame::{Link, html};
use crate::render::page::{Builder, Heading, Page};
use crate::site::Route;

#[derive(Serialize)]
struct GlossaryView {
    terms: Vec<TermView>,
}

#[derive(Serialize)]
struct TermView {
    anchor: String,
    term: String,
    short: Option<String>,
    meaning: String,
}

pub(super) fn glossary(build: &Builder<'_>) -> Page {
    let glossary = &build.site.glossary;
    let mut terms: Vec<TermView> = glossary
        .iter()
        .map(|term| TermView {
            anchor: slugify(&term.term),
            term: term.term.value.clone(),
            short: term.short.clone(),
            meaning: html(build.site, &glossary.source, &term.meaning),
        })
        .collect();
    terms.sort_by_cached_key(|term| term.term.to_lowercase());
    let heading = Heading {
        kind: "glossary",
        id: "",
        title: "Words explained".to_owned(),
        description: "What the words on this site mean, in plain English.".to_owned(),
        above: Vec::new(),
    };
    build.page("glossary.html", heading, &GlossaryView { terms })
}

#[derive(Serialize)]
struct SearchView {
    index: String,
    /// The needs for which there are services.
    needs: Vec<Link>,
}

pub(super) fn search(build: &Builder<'_>) -> Page {
    let index = format!("{}{}", build.site.address(Route::Home), build.shared.search_index(build.site).path);
    let heading = Heading {
        kind: "search",
        id: "",
        title: "Search".to_owned(),
        description: format!("Search {}.", build.site.settings.name),
        above: Vec::new(),
    };
    let site = build.site;
    let need =
        |facet: &Facet| build.link(site.vocabulary.needs[facet.term].name.as_str(), Route::ServicesNeed(facet.term));
    let needs = site.services.facets.needs.iter().map(need).collect();
    build.page("search.html", heading, &SearchView { index, needs })
}

#[derive(Serialize)]
struct RedirectView {
    target: String,
}

/// A page at an old address that leads on by itself and by a link.
pub(super) fn redirect(build: &Builder<'_>, number: usize) -> Page {
    let redirects = &build.site.redirects;
    let target = build.site.links.resolve(&build.site.routes, &redirects.source, &redirects[number].to);
    let heading = Heading {
        kind: "redirect",
        id: "",
        title: format!("{} has moved", redirects[number].from.value),
        description: "This page has moved.".to_owned(),
        above: Vec::new(),
    };
    build.page("redirect.html", heading, &RedirectView { target })
}

#[derive(Serialize)]
struct NotFoundView {
    ways: Vec<Link>,
}

pub(super) fn not_found(build: &Builder<'_>) -> Page {
    let site = build.site;
    let ways = [
        ("Services from A to Z", Route::ServicesAToZ),
        ("Training", Route::Training),
        ("Strategy", Route::Strategy),
        ("Home", Route::Home),
    ];
    let ways = ways.into_iter().filter(|(_, route)| site.routes.address(*route).is_some());
    let ways = ways.map(|(title, route)| build.link(title, route)).collect();
    let heading = Heading {
        kind: "not-found",
        id: "",
        title: "There is no page here".to_owned(),
        description: "There is no page at this address.".to_owned(),
        above: Vec::new(),
    };
    build.page("404.html", heading, &NotFoundView { ways })
}
