//! Which page is at an address. The pages of a kind of content are made in its folder of `kinds`; those that every site
//! has, here.

mod accessibility;
mod data;
mod governance;
mod home;
mod reference;
pub(super) mod styleguide;

use super::page::{Builder, ListPage, Page, RecordPage};
use super::shared::Shared;
use crate::kinds::course::render::{level, month, pathway, programme, session, subscribe};
use crate::kinds::plan::render as plan;
use crate::kinds::service::render::{coverage, directory, handbook};
use crate::kinds::{self, kinds};
use crate::site::{Route, Site};

macro_rules! page {
    ($({
        $folder:ident $word:literal $Kind:ident $list:ident $files:literal
        [$($Page:ident)?] [$($List:ident $at:literal)?] $templates:tt
    })+) => {
        /// Puts a page together.
        pub(super) fn page(site: &Site, shared: &Shared, route: Route) -> Page {
            let build = Builder { site, shared, route };
            match route {
                $(
                    $(Route::$Page(number) => <kinds::$folder::record::$Kind as RecordPage>::page(&build, number),)?
                    $(Route::$List => <kinds::$folder::record::$Kind as ListPage>::list(&build),)?
                )+
                Route::Home => home::page(&build),
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
                Route::Section(plan, section) => plan::section(&build, plan, section),
                Route::Action(plan, action) => plan::action(&build, plan, action),
                Route::Changes(number) => plan::changes(&build, number),
                Route::Exceptions(number) => plan::exceptions(&build, number),
                Route::Leads(number) => plan::leads(&build, number),
                Route::Lead(plan, lead) => plan::lead(&build, plan, lead),
                Route::Timeline(number) => plan::timeline(&build, number),
                Route::BoardPaper(number) => plan::board_paper(&build, number),
                Route::Session(course, session) => session::page(&build, course, session),
                Route::Level(level) => level::page(&build, level),
                Route::Subscribe => subscribe::page(&build),
                Route::TrainingMonth(month) => month::page(&build, month),
                Route::Pathway => pathway::page(&build),
                Route::TrainingFor(audience) => pathway::role(&build, audience),
                Route::Programmes => programme::list(&build),
                Route::Programme(number) => programme::programme(&build, number),
                Route::Glossary => reference::glossary(&build),
                Route::Search => reference::search(&build),
                Route::Accessibility => accessibility::page(&build),
                Route::Redirect(number) => reference::redirect(&build, number),
                Route::Governance => governance::page(&build),
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
    };
}
kinds!(page);

/// Puts the page together that shows what pages are made of. A site has no address for it, so that it stands in the
/// place of the page for addresses that lead nowhere, and like that one is for no search engine.
pub(super) fn styleguide(site: &Site, shared: &Shared) -> Page {
    styleguide::page(&Builder { site, shared, route: Route::NotFound })
}
