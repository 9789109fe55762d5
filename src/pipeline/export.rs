//! A record of the site for other programs.

use std::fmt;

use super::Checked;
use crate::model::suggestion;
use crate::render::Output;
use crate::site::{DownloadFormat, Route, Site};

/// Why there is nothing to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportError {
    /// The site has no plan.
    NoPlans,
    /// No plan has the name.
    Unknown {
        /// The name.
        name: String,
        /// The plan that was most likely meant.
        nearest: Option<String>,
        /// The names of all plans.
        known: Vec<String>,
    },
    /// No plan was named, and not exactly one has not ended.
    Several {
        /// The names of all plans.
        known: Vec<String>,
    },
}

impl fmt::Display for ExportError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPlans => out.write_str("the site has no plan"),
            Self::Unknown { name, .. } => write!(out, "there is no plan `{name}`"),
            Self::Several { .. } => out.write_str("it is not clear which plan is meant"),
        }
    }
}

impl std::error::Error for ExportError {}

/// The bytes of a plan's download, from a sound site. Without a name it is the only plan that has not ended.
///
/// # Errors
/// When no plan has the name, or without one several could be meant.
///
/// # Panics
/// Never: only templates can fail, and a download is made without one.
pub fn export_plan(checked: &Checked, name: Option<&str>, format: DownloadFormat) -> Result<Vec<u8>, ExportError> {
    let (Some(site), Some(renderer)) = (&checked.site, &checked.renderer) else { return Err(ExportError::NoPlans) };
    let route = Route::PlanDownload(find(site, name)?, format);
    let artifact = renderer.render(Output::Route(route)).expect("a download is made without a template");
    Ok(artifact.bytes)
}

/// The bytes of the services' download, from a sound site; none where it has no services.
///
/// # Panics
/// Never: only templates can fail, and a download is made without one.
#[must_use]
pub fn export_services(checked: &Checked, format: DownloadFormat) -> Option<Vec<u8>> {
    let (site, renderer) = (checked.site.as_ref()?, checked.renderer.as_ref()?);
    let route = Route::ServicesDownload(format);
    site.routes.address(route)?;
    Some(renderer.render(Output::Route(route)).expect("a download is made without a template").bytes)
}

/// A plan as its export gives it, and what is needed to carry an edited export back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTable {
    /// The text of the plan's file.
    pub yaml: String,
    /// The columns: the name for programs, and the heading.
    pub columns: Vec<(&'static str, String)>,
    /// The cells of each action.
    pub rows: Vec<Vec<String>>,
    /// The partners: id and name.
    pub organisations: Vec<(String, String)>,
}

/// The table of the plan that stands in a file of the site; none where the file gives no plan.
#[must_use]
pub fn plan_table(checked: &Checked, path: &str) -> Option<PlanTable> {
    let site = checked.site.as_ref()?;
    let number = site.plans.iter().position(|one| &*one.plan.source == path)?;
    let table = crate::render::plan_download::table(site, number);
    let organisations = site.organisations.iter();
    Some(PlanTable {
        yaml: checked.sources.get(path)?.text().ok()?.to_owned(),
        columns: table.columns.into_iter().map(|column| (column.key, column.heading)).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(crate::format::table::Cell::words).collect()).collect(),
        organisations: organisations.map(|one| (one.id.value.clone(), one.name.clone())).collect(),
    })
}

pub(super) fn find(site: &Site, name: Option<&str>) -> Result<usize, ExportError> {
    let known = || site.plans.iter().map(|one| one.plan.id.clone()).collect::<Vec<_>>();
    if site.plans.is_empty() {
        return Err(ExportError::NoPlans);
    }
    if let Some(name) = name {
        let found = site.plans.iter().position(|one| one.plan.id == name || one.plan.slug == name);
        return found.ok_or_else(|| {
            let known = known();
            let nearest = suggestion::nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
            ExportError::Unknown { name: name.to_owned(), nearest, known }
        });
    }
    let mut current = (0..site.plans.len()).filter(|&number| !site.plans[number].plan.archived);
    match (current.next(), current.next()) {
        (Some(only), None) => Ok(only),
        _ if site.plans.len() == 1 => Ok(0),
        _ => Err(ExportError::Several { known: known() }),
    }
}
