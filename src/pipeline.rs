//! The one place that orders the stages: read, parse, resolve, render, write.

mod add;
mod build;
mod export;
mod for_readers;
mod hints;
mod others;
mod preview;
mod report;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

pub(crate) use add::{Added, Addition, add, known};
pub(crate) use build::{BuildError, build};
pub(crate) use export::{ExportError, PlanPart, export_plan, export_services, export_sessions, plan_table};
pub(crate) use others::Others;
pub(crate) use preview::Observer;
pub use preview::Project;
pub(crate) use report::{
    ReportError, ReportOptions, report_coverage, report_due, report_progress, report_reading, report_upcoming,
};

use crate::content::Reader;
use crate::diagnostic::print::Placed;
use crate::diagnostic::{self, Diagnostic};
use crate::model::year_start::YearStart;
pub(crate) use crate::output::write_file;
use crate::render::Renderer;
pub(crate) use crate::render::{ReportFormat, next_change};
pub(crate) use crate::site::DownloadFormat;
use crate::site::{self, Occasion, Site, Upcoming};
use crate::source::{ReadError, Source, Sources};

/// What a run is asked to do with a site.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder that holds `content/` and perhaps `templates/`.
    pub root: PathBuf,
    /// Where the site will live, if not where `site.yaml` says.
    pub(crate) base_url: Option<crate::model::web_address::WebAddress>,
    /// The day to show; none for the day on which the program runs.
    pub today: Option<Date>,
    /// Whether drafts are shown.
    pub drafts: bool,
}

impl Options {
    /// A site in its folder, published where `site.yaml` says.
    #[must_use]
    pub fn new(root: PathBuf, today: Option<Date>, drafts: bool) -> Self {
        Self { root, base_url: None, today, drafts }
    }
}

/// A site as far as its files allow, and everything that is wrong with them.
pub(crate) struct Checked {
    /// The files, for the lines that messages quote.
    pub sources: Sources,
    /// The site; none where its settings are missing.
    pub site: Option<Arc<Site>>,
    /// What makes its pages; none where the site or its templates cannot be used.
    pub renderer: Option<Renderer>,
    /// What is wrong, in order.
    pub problems: Vec<Diagnostic>,
    /// What changes by itself after the day, the next first.
    pub upcoming: Vec<Upcoming>,
}

impl Checked {
    /// Whether the site may be built.
    #[must_use]
    pub(crate) fn is_sound(&self) -> bool {
        !site::has_errors(&self.problems)
    }

    /// The problems with their places worked out.
    #[must_use]
    pub(crate) fn placed(&self) -> Vec<Placed<'_>> {
        place(&self.problems, &self.sources)
    }
}

/// Problems with their places worked out.
fn place<'d>(problems: &'d [Diagnostic], sources: &Sources) -> Vec<Placed<'d>> {
    Placed::all(problems, |path| sources.get(path).map(Source::readable))
}

/// Reads a site and works it out.
///
/// # Errors
/// When the site's files cannot be read. What is wrong with what they say is among the result's problems.
pub(crate) fn check(options: &Options) -> Result<Checked, ReadError> {
    let sources = Sources::read(&options.root)?;
    let mut checked = resolve(sources, &mut Reader::default(), options, None);
    // A site's own templates are tried on every page: what they do wrong may show on one page alone.
    let own_templates = checked.site.as_ref().is_some_and(|site| site.theme.templates.iter().any(|file| !file.builtin));
    if own_templates && checked.is_sound() {
        checked.problems.extend(checked.renderer.as_ref().map(build::try_all).unwrap_or_default());
        diagnostic::sort(&mut checked.problems);
    }
    Ok(checked)
}

/// When the financial years of a site begin; none where its settings cannot be read.
pub(crate) fn year_starts(root: &Path) -> Option<YearStart> {
    let sources = Sources::read(root).ok()?;
    Reader::default().read(&sources).settings.map(|settings| settings.financial_year_starts)
}

/// Works a site out as it would be with another text in one of its files.
#[must_use]
pub(crate) fn check_with(checked: &Checked, options: &Options, path: &str, text: &str) -> Checked {
    let mut sources = checked.sources.clone();
    sources.put(Source::new(path, text.as_bytes()));
    resolve(sources, &mut Reader::default(), options, None)
}

/// The stages from sources to a renderer. `last` is what made the pages before, where there is one.
fn resolve(sources: Sources, reader: &mut Reader, options: &Options, last: Option<&Renderer>) -> Checked {
    let mut content = reader.read(&sources);
    if let (Some(base_url), Some(settings)) = (&options.base_url, &content.settings) {
        let mut settings = crate::record::settings::Settings::clone(settings);
        settings.base_url = base_url.clone();
        content.settings = Some(Arc::new(settings));
    }
    let clock = today(&content);
    let today = options.today.unwrap_or(clock);
    let occasion = Occasion { today, drafts: options.drafts };
    let (site, mut problems) = site::resolve(&content, occasion, last.map(Renderer::site));
    let upcoming = site::upcoming(&content, occasion);
    let ahead = site.iter().flat_map(|site| site::reviewed_ahead(site, today.max(clock)));
    problems.extend(ahead);
    diagnostic::sort(&mut problems);
    let site = site.map(Arc::new);
    let renderer = |site| match last {
        Some(last) => Renderer::after(last, site),
        None => Renderer::new(site),
    };
    let renderer = site.clone().and_then(|site| match renderer(site) {
        Ok(renderer) => Some(renderer),
        Err(wrong) => {
            problems.extend(wrong);
            diagnostic::sort(&mut problems);
            None
        }
    });
    Checked { sources, site, renderer, problems, upcoming }
}

/// The day in the site's own zone.
fn today(content: &crate::content::Content) -> Date {
    today_in(content.settings.as_ref().map_or(jiff::tz::TimeZone::UTC, |settings| settings.timezone.clone()))
}

/// The day in a zone: the only look at the clock.
pub(crate) fn today_in(zone: jiff::tz::TimeZone) -> Date {
    jiff::Timestamp::now().to_zoned(zone).date()
}
