//! What each page's template is given: a type for each kind of page.

mod accessibility;
mod article;
mod coverage;
mod data;
mod directory;
mod evidence;
mod filters;
mod governance;
mod handbook;
mod home;
mod leaflet;
mod network;
pub(super) mod plan;
mod reference;
mod service;
pub(super) mod service_card;
pub(super) mod styleguide;
mod training;

use serde::Serialize;
use tera::Value;

use super::frame::{Frame, Link, Script, title_of};
use super::shared::Shared;
use crate::record::reference::{Audience, Ref};
use crate::site::{Route, Site};

/// A page ready for its template.
pub(super) struct Page {
    /// The template's name.
    pub(super) template: &'static str,
    /// What stands around it.
    pub(super) frame: Frame,
    /// What is in it: one of the types of the modules here.
    pub(super) view: Value,
}

/// What a page is called, before it is put together.
struct Heading<'h> {
    kind: &'static str,
    id: &'h str,
    title: String,
    description: String,
    /// The pages above it, from the top down, without the home page.
    above: Vec<Link>,
}

/// Puts a page together.
pub(super) fn page(site: &Site, shared: &Shared, route: Route) -> Page {
    let build = Builder { site, shared, route };
    match route {
        Route::Home => home::page(&build),
        Route::Services => directory::services(&build),
        Route::Service(number) => service::page(&build, number),
        Route::ServicesFor(term) => directory::facet(&build, directory::By::Audience, term),
        Route::ServicesNeed(term) => directory::facet(&build, directory::By::Need, term),
        Route::ServicesArea(term) => directory::facet(&build, directory::By::Area, term),
        Route::ServicesContact(way) => directory::contact(&build, way),
        Route::ServicesAToZ => directory::a_to_z(&build),
        Route::Handbook => handbook::index(&build),
        Route::HandbookNeed(need) => handbook::need(&build, need),
        Route::HandbookToPrint => handbook::to_print(&build),
        Route::Coverage => coverage::page(&build),
        Route::Data => data::page(&build),
        Route::Strategy => plan::list(&build),
        Route::Plan(number) => plan::overview(&build, number),
        Route::Section(plan, section) => plan::section(&build, plan, section),
        Route::Action(plan, action) => plan::action(&build, plan, action),
        Route::Changes(number) => plan::changes(&build, number),
        Route::Exceptions(number) => plan::exceptions(&build, number),
        Route::Leads(number) => plan::leads(&build, number),
        Route::Lead(plan, lead) => plan::lead(&build, plan, lead),
        Route::Timeline(number) => plan::timeline(&build, number),
        Route::BoardPaper(number) => plan::board_paper(&build, number),
        Route::Training => training::calendar::page(&build),
        Route::Course(number) => training::course::page(&build, number),
        Route::Session(course, session) => training::session::page(&build, course, session),
        Route::Level(level) => training::level::page(&build, level),
        Route::Subscribe => training::subscribe::page(&build),
        Route::TrainingMonth(month) => training::month::page(&build, month),
        Route::Pathway => training::pathway::page(&build),
        Route::TrainingFor(audience) => training::pathway::role(&build, audience),
        Route::Programmes => training::programme::list(&build),
        Route::Programme(number) => training::programme::programme(&build, number),
        Route::Updates => article::updates(&build),
        Route::Update(number) => article::update(&build, number),
        Route::Page(number) => article::page(&build, number),
        Route::Glossary => reference::glossary(&build),
        Route::Search => reference::search(&build),
        Route::Accessibility => accessibility::page(&build),
        Route::Redirect(number) => reference::redirect(&build, number),
        Route::Governance => governance::page(&build),
        Route::Evidence => evidence::page(&build),
        Route::Network(number) => network::page(&build, number),
        Route::Leaflets => leaflet::list(&build),
        Route::Leaflet(number) => leaflet::page(&build, number),
        // The others are files and never come here.
        Route::NotFound
        | Route::UpdatesFeed
        | Route::Sitemap
        | Route::Robots
        | Route::PlanDownload(..)
        | Route::HostFile(_)
        | Route::ServicesDownload(_)
        | Route::TrainingCalendar
        | Route::CourseCalendar(_)
        | Route::LevelCalendar(_)
        | Route::SessionCalendar(..)
        | Route::SessionsDownload(_)
        | Route::Hsds
        | Route::HsdsServices
        | Route::File(_) => reference::not_found(&build),
    }
}

/// Puts the page together that shows what pages are made of. A site has no address for it, so that it stands in the
/// place of the page for addresses that lead nowhere, and like that one is for no search engine.
pub(super) fn styleguide(site: &Site, shared: &Shared) -> Page {
    styleguide::page(&Builder { site, shared, route: Route::NotFound })
}

/// What pages are put together with.
struct Builder<'b> {
    site: &'b Site,
    shared: &'b Shared,
    route: Route,
}

impl Builder<'_> {
    fn page<V: Serialize>(&self, template: &'static str, heading: Heading<'_>, view: &V) -> Page {
        let site = self.site;
        let address = site.address(self.route);
        let home = Link { title: "Home".to_owned(), address: site.address(Route::Home) };
        let crumbs: Vec<Link> =
            if self.route == Route::Home { Vec::new() } else { [home].into_iter().chain(heading.above).collect() };
        let current = crumbs.get(1).map_or_else(|| address.clone(), |crumb| crumb.address.clone());
        let listed =
            site.settings.search_engines.is_allowed() && !matches!(self.route, Route::NotFound | Route::Redirect(_));
        let frame = Frame {
            kind: heading.kind,
            id: heading.id.to_owned(),
            title: heading.title,
            description: heading.description,
            canonical: site.full_address(self.route),
            address,
            crumbs,
            current,
            listed,
            scripts: scripts(self.route),
        };
        Page { template, frame, view: Value::from_serializable(view) }
    }

    /// A link to a page that is there.
    fn link(&self, title: impl Into<String>, route: Route) -> Link {
        Link { title: title.into(), address: self.site.address(route) }
    }

    /// The names of audiences; an id that names none, which stops a build, is left out.
    fn audience_names(&self, ids: &[Ref<Audience>]) -> Vec<String> {
        let terms = ids.iter().filter_map(|id| self.site.vocabulary.audience(&id.value));
        terms.map(|term| term.name.clone()).collect()
    }

    /// The words of the page that the glossary explains, in the order in which it has them.
    fn words(&self) -> Vec<Value> {
        self.shared.terms(self.site).on(self.site, self.route)
    }

    /// The links to what belongs with a page.
    fn related(&self, routes: &[Route]) -> Vec<Link> {
        routes.iter().filter_map(|&route| Some(self.link(self.title_of(route)?, route))).collect()
    }

    /// What a page is called in a link to it.
    fn title_of(&self, route: Route) -> Option<String> {
        title_of(self.site, route)
    }
}

/// The scripts that have something to do on a page.
fn scripts(route: Route) -> Vec<Script> {
    match route {
        Route::Home => vec![Script::OpenNow, Script::Sessions],
        Route::Services => vec![Script::OpenNow, Script::Filter],
        Route::Service(_)
        | Route::ServicesFor(_)
        | Route::ServicesNeed(_)
        | Route::ServicesArea(_)
        | Route::ServicesContact(_) => vec![Script::OpenNow],
        Route::Training => vec![Script::Sessions, Script::Filter],
        Route::Programme(_)
        | Route::Course(_)
        | Route::Session(..)
        | Route::Level(_)
        | Route::TrainingMonth(_)
        | Route::Pathway
        | Route::TrainingFor(_) => vec![Script::Sessions],
        Route::Timeline(_) | Route::Network(_) => vec![Script::Filter],
        _ => Vec::new(),
    }
}
