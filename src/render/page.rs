//! A page before it meets its template, and what pages are put together with.

use serde::Serialize;
use tera::Value;

use super::frame::{Frame, Link, Script, title_of, unseen};
use super::shared::Shared;
use crate::record::reference::{Audience, Ref};
use crate::site::{Route, Site};

/// A page ready for its template.
pub(crate) struct Page {
    /// The template's name.
    pub(crate) template: &'static str,
    /// What stands around it.
    pub(crate) frame: Frame,
    /// What is in it: one of the types of the modules here.
    pub(crate) view: Value,
}

impl Page {
    /// With the scripts that have something to do on it.
    pub(crate) fn with_scripts(mut self, scripts: impl Into<Vec<Script>>) -> Self {
        self.frame.scripts = scripts.into();
        self
    }
}

/// What a page is called, before it is put together.
pub(crate) struct Heading<'h> {
    pub(crate) kind: &'static str,
    pub(crate) id: &'h str,
    pub(crate) title: String,
    pub(crate) description: String,
    /// The pages above it, from the top down, without the home page.
    pub(crate) above: Vec<Link>,
}

/// A kind of content of which each record has a page.
pub(crate) trait RecordPage {
    /// The page of the record with this number in the site's list.
    fn page(build: &Builder<'_>, number: usize) -> Page;
}

/// A kind of content that has a page which lists its records.
pub(crate) trait ListPage {
    /// The page.
    fn list(build: &Builder<'_>) -> Page;
}

/// What pages are put together with.
pub(crate) struct Builder<'b> {
    pub(crate) site: &'b Site,
    pub(crate) shared: &'b Shared,
    pub(crate) route: Route,
}

impl Builder<'_> {
    pub(crate) fn page<V: Serialize>(&self, template: &'static str, heading: Heading<'_>, view: &V) -> Page {
        let site = self.site;
        let address = site.address(self.route);
        let own = self.shared.words.in_language(&site.settings.language);
        let home = Link { title: own.words.home.clone(), address: site.address(Route::Home) };
        let crumbs: Vec<Link> =
            if self.route == Route::Home { Vec::new() } else { [home].into_iter().chain(heading.above).collect() };
        let current = crumbs.get(1).map_or_else(|| address.clone(), |crumb| crumb.address.clone());
        let listed =
            site.settings.search_engines.is_allowed() && !matches!(self.route, Route::NotFound | Route::Redirect(_));
        let language = site.language_of(self.route);
        let frame = Frame {
            language: language.tag().to_owned(),
            direction: language.direction(),
            around: (language != &site.settings.language).then(|| site.settings.language.tag().to_owned()),
            words: self.shared.words.in_language(language),
            unseen: unseen(site, self.route),
            kind: heading.kind,
            id: heading.id.to_owned(),
            title: heading.title,
            description: heading.description,
            canonical: site.full_address(self.route),
            address,
            crumbs,
            current,
            listed,
            scripts: Vec::new(),
        };
        Page { template, frame, view: Value::from_serializable(view) }
    }

    /// A link to a page that is there.
    pub(crate) fn link(&self, title: impl Into<String>, route: Route) -> Link {
        Link { title: title.into(), address: self.site.address(route) }
    }

    /// The names of audiences; an id that names none, which stops a build, is left out.
    pub(crate) fn audience_names(&self, ids: &[Ref<Audience>]) -> Vec<String> {
        let terms = ids.iter().filter_map(|id| self.site.vocabulary.audience(&id.value));
        terms.map(|term| term.name.clone()).collect()
    }

    /// The words of the page that the glossary explains, in the order in which it has them.
    pub(crate) fn words(&self) -> Vec<Value> {
        self.shared.terms(self.site).on(self.site, self.route)
    }

    /// The links to what belongs with a page.
    pub(crate) fn related(&self, routes: &[Route]) -> Vec<Link> {
        routes.iter().filter_map(|&route| Some(self.link(self.title_of(route)?, route))).collect()
    }

    /// What a page is called in a link to it.
    pub(crate) fn title_of(&self, route: Route) -> Option<String> {
        title_of(self.site, route)
    }
}
