//! A record of the site for other programs.

use std::fmt;

use super::Checked;
use crate::model::suggestion;
use crate::render::{Output, OutputKind, plan_download, sessions_of, wording};
use crate::site::{DownloadFormat, Route, Site};

/// Why there is nothing to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExportError {
    /// The site has no plan.
    NoPlans,
    /// The site has no service.
    NoServices,
    /// The site has no session.
    NoSessions,
    /// Nothing has the name.
    Unknown {
        /// What was looked for: "plan", "course".
        thing: &'static str,
        /// The name.
        name: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
        /// The names of all.
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
            Self::NoServices => out.write_str("the site has no service"),
            Self::NoSessions => out.write_str("the site has no session"),
            Self::Unknown { thing, name, .. } => write!(out, "there is no {thing} `{name}`"),
            Self::Several { .. } => out.write_str("it is not clear which plan is meant"),
        }
    }
}

impl std::error::Error for ExportError {}

/// A part of a plan: a section, what one lead holds, both, or all of it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PlanPart<'p> {
    /// The section, by the last part of its address, its number or its title.
    pub(crate) section: Option<&'p str>,
    /// The lead, by the last part of its address or its name.
    pub(crate) lead: Option<&'p str>,
}

/// The actions of a part of a plan.
pub(super) struct Part {
    /// Their numbers.
    pub(super) actions: Vec<usize>,
    /// What part it is, in words; none for the whole plan.
    pub(super) words: Option<String>,
}

impl PlanPart<'_> {
    /// Finds the part in a plan.
    pub(super) fn of(self, site: &Site, plan: usize) -> Result<Part, ExportError> {
        let progress = &site.plans[plan];
        let is = |name: &str, own: &str| own.eq_ignore_ascii_case(name);
        let section = |name: &str| {
            let mut sections = progress.plan.sections.iter().zip(&progress.section_slugs);
            let found = sections.position(|(section, slug)| {
                is(name, slug)
                    || is(name, &section.title)
                    || section.reference.as_ref().is_some_and(|number| is(name, number))
            });
            found.ok_or_else(|| unknown("section", name, progress.section_slugs.clone()))
        };
        let lead = |name: &str| {
            let found = progress.leads.iter().position(|lead| is(name, &lead.slug) || is(name, &lead.name));
            found.ok_or_else(|| unknown("lead", name, progress.leads.iter().map(|lead| lead.slug.clone()).collect()))
        };
        let (section, lead) = (self.section.map(section).transpose()?, self.lead.map(lead).transpose()?);
        let named = section.map(|number| wording::section(progress, number));
        let held = lead.map(|number| format!("what {} holds", progress.leads[number].name));
        let words: Vec<String> = named.into_iter().chain(held).collect();
        let words = (!words.is_empty()).then(|| words.join(", "));
        Ok(Part { actions: progress.part(section, lead), words })
    }
}

/// The bytes of a plan's download, or of a part of it, from a sound site. Without a name it is the only plan that has
/// not ended.
///
/// # Errors
/// When no plan, section or lead has the name, or without one several plans could be meant.
pub(crate) fn export_plan(
    checked: &Checked,
    name: Option<&str>,
    part: PlanPart<'_>,
    format: DownloadFormat,
) -> Result<Vec<u8>, ExportError> {
    let site = checked.site.as_ref().ok_or(ExportError::NoPlans)?;
    let plan = find(site, name)?;
    Ok(plan_download::bytes(site, plan, &part.of(site, plan)?.actions, format))
}

/// The bytes of the services' download, from a sound site.
///
/// # Errors
/// When the site has no service.
///
/// # Panics
/// Never: only templates can fail, and a download is made without one.
pub(crate) fn export_services(checked: &Checked, format: DownloadFormat) -> Result<Vec<u8>, ExportError> {
    let (Some(site), Some(renderer)) = (&checked.site, &checked.renderer) else { return Err(ExportError::NoServices) };
    let route = Route::ServicesDownload(format);
    site.routes.address(route).ok_or(ExportError::NoServices)?;
    Ok(renderer.render(Output(OutputKind::Route(route))).expect("a download is made without a template").bytes.into())
}

/// The bytes of the sessions' download, from a sound site; with a name those of one course alone.
///
/// # Errors
/// When no course has the name, or the site has no session.
pub(crate) fn export_sessions(
    checked: &Checked,
    name: Option<&str>,
    format: DownloadFormat,
) -> Result<Vec<u8>, ExportError> {
    let site = checked.site.as_ref().ok_or(ExportError::NoSessions)?;
    site.routes.address(Route::SessionsDownload(format)).ok_or(ExportError::NoSessions)?;
    let find = |name: &str| {
        let found = site.courses.iter().position(|one| one.course.id == name || one.course.slug == name);
        found.ok_or_else(|| unknown("course", name, site.courses.iter().map(|one| one.course.id.clone()).collect()))
    };
    Ok(sessions_of(site, name.map(find).transpose()?, format))
}

fn unknown(thing: &'static str, name: &str, known: Vec<String>) -> ExportError {
    let nearest = suggestion::nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    ExportError::Unknown { thing, name: name.to_owned(), nearest, known }
}

/// A plan as its export gives it, and what is needed to carry an edited export back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlanTable {
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
pub(crate) fn plan_table(checked: &Checked, path: &str) -> Option<PlanTable> {
    let site = checked.site.as_ref()?;
    let number = site.plans.iter().position(|one| &*one.plan.source == path)?;
    let table = plan_download::table(site, number, &site.plans[number].part(None, None));
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
        return found.ok_or_else(|| unknown("plan", name, known()));
    }
    let mut current = (0..site.plans.len()).filter(|&number| !site.plans[number].plan.archived);
    match (current.next(), current.next()) {
        (Some(only), None) => Ok(only),
        _ if site.plans.len() == 1 => Ok(0),
        _ => Err(ExportError::Several { known: known() }),
    }
}
