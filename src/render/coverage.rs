//! Who is served by how many services, in words: for the page, and for the report as text, CSV and JSON.

mod parts;
mod table;
mod text;

use super::report::ReportFormat;
use super::wording::services::{lower_first, tier};
use crate::format::table::Table;
use crate::kinds::service::site::coverage::{Coverage, Row};
use crate::record::vocabulary::Term;
use crate::site::{Route, Site};
use parts::Report;

/// By what services are counted for each need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    Group,
    Area,
    Level,
}

impl By {
    pub(crate) const ALL: [Self; 3] = [Self::Group, Self::Area, Self::Level];

    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Area => "area",
            Self::Level => "level",
        }
    }

    pub(crate) fn rows(self, coverage: &Coverage) -> &[Row] {
        match self {
            Self::Group => &coverage.groups,
            Self::Area => &coverage.areas,
            Self::Level => &coverage.tiers,
        }
    }

    fn term(self, site: &Site, subject: usize) -> Option<&Term> {
        match self {
            Self::Group => site.vocabulary.audiences.get(subject),
            Self::Area => site.vocabulary.areas.get(subject),
            Self::Level => None,
        }
    }

    /// The id of a group or area, or the number of a level.
    pub(crate) fn subject_id(self, site: &Site, subject: usize) -> String {
        self.term(site, subject).map_or_else(|| subject.to_string(), |term| term.id.value.clone())
    }

    pub(crate) fn name(self, site: &Site, subject: usize) -> String {
        let level = || tier(site, subject).unwrap_or_default().to_owned();
        self.term(site, subject).map_or_else(level, |term| term.name.clone())
    }

    /// The page with the services of a group or area, where there is one.
    pub(crate) fn page(self, site: &Site, subject: usize) -> Option<Route> {
        let route = match self {
            Self::Group => Route::ServicesFor(subject),
            Self::Area => Route::ServicesArea(subject),
            Self::Level => return None,
        };
        site.routes.address(route).map(|_| route)
    }

    /// "No service names older people among the people it is for": what a sentence about pairs that no service names
    /// begins with.
    pub(crate) fn no_service(self, site: &Site, subject: usize) -> String {
        let name = self.name(site, subject);
        match self {
            Self::Group => format!("No service names {} among the people it is for", lower_first(&name)),
            Self::Area => format!("No service names {name}, or is for the whole area,"),
            Self::Level => format!("No service names the level “{}”, or is for any,", lower_first(&name)),
        }
    }
}

/// How many services count, in a sentence.
pub(crate) fn headline(coverage: &Coverage) -> String {
    let services = |count: usize| if count == 1 { "1 service is".to_owned() } else { format!("{count} services are") };
    if coverage.open == 0 {
        return "No service is open.".to_owned();
    }
    match coverage.closed {
        0 => format!("{} open.", services(coverage.open)),
        closed => format!("{} open, and {} closed.", services(coverage.open), services(closed)),
    }
}

/// The report on who is served.
///
/// # Panics
/// Never: all that is told are maps, lists and texts, which JSON can hold.
#[must_use]
pub(crate) fn coverage_report(site: &Site, format: ReportFormat) -> Vec<u8> {
    let coverage = site.coverage();
    format.bytes(&Report::of(site, &coverage))
}

impl super::report::Report for Report<'_> {
    fn text(&self) -> String {
        text::text(self)
    }

    fn table(&self) -> Table {
        table::table(self)
    }
}
