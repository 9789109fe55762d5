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
use crate::kinds;
use crate::kinds::course::render::{level, month, pathway, programme, session, subscribe};
use crate::kinds::plan::render as plan;
use crate::kinds::service::render::{coverage, directory, handbook};
use crate::pages::pages;
use crate::site::{Route, Site};

macro_rules! page {
    ([$({
        $about:literal $Made:ident $(($($name:ident: $Type:ty),+))? [$($view:ident)::+] [$($template:literal)?]
        $(at $address:literal if $there:expr)?
    })+] $({
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
                $(Route::$Made $(($($name),+))? => $($view)::+(&build $(, $($name),+)?),)+
                // The others are files and never come here.
                Route::UpdatesFeed
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
pages!(page);

/// Puts the page together that shows what pages are made of. A site has no address for it, so that it stands in the
/// place of the page for addresses that lead nowhere, and like that one is for no search engine.
pub(super) fn styleguide(site: &Site, shared: &Shared) -> Page {
    styleguide::page(&Builder { site, shared, route: Route::NotFound })
}
