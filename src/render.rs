//! The fourth stage: pages and files from a site, each a pure function of it.
//!
//! A route can be rendered alone, which is what the preview does; a build renders all of them.

pub(crate) mod article;
mod assets;
mod brand;
mod calendar;
pub(crate) mod chart;
mod compact;
pub(crate) mod coverage;
pub(crate) mod date;
pub(crate) mod downloads;
mod due_report;
mod feed;
pub(crate) mod filters;
pub(crate) mod frame;
mod frame_words;
mod hosting;
mod hsds;
pub(crate) mod json_ld;
pub(crate) mod open_now;
pub(crate) mod page;
mod plain_files;
pub(crate) mod plan_download;
mod progress_report;
mod reading_report;
mod report;
mod search_index;
mod service_download;
mod session_download;
pub(crate) mod shared;
mod templates;
mod terms;
mod upcoming_report;
mod view;
pub(crate) mod wording;

use std::sync::Arc;

use tera::{Context, Tera};

use crate::artifact::{Artifact, Bytes};
use crate::diagnostic::Diagnostic;
use crate::model::published_path;
use crate::site::{DownloadFormat, Route, Site};
pub(crate) use coverage::coverage_report;
pub(crate) use due_report::due_report;
use hosting::Hosting;
pub(crate) use hosting::strictest_headers;
pub(crate) use progress_report::{PlanToReport, progress_report};
pub(crate) use reading_report::reading_report;
pub(crate) use report::ReportFormat;
use shared::Shared;
pub(crate) use upcoming_report::{next_change, upcoming_report};

/// Makes the pages and files of one site.
pub struct Renderer {
    site: Arc<Site>,
    /// Kept from one site to the next while the theme stays as it is.
    templates: Arc<Tera>,
    shared: Shared,
}

impl Renderer {
    /// Makes the templates ready.
    ///
    /// # Errors
    /// What is wrong with the site's own templates.
    pub fn new(site: Arc<Site>) -> Result<Self, Vec<Diagnostic>> {
        let templates = templates::compile(&site.theme)?;
        Ok(Self::with(site, templates.into()))
    }

    /// What makes the pages of a site that comes after another, whose templates may serve again.
    ///
    /// # Errors
    /// What is wrong with the site's own templates.
    pub fn after(last: &Self, site: Arc<Site>) -> Result<Self, Vec<Diagnostic>> {
        if last.site.theme.templates != site.theme.templates {
            return Self::new(site);
        }
        Ok(Self::with(site, last.templates.clone()))
    }

    /// The site whose pages it makes.
    #[must_use]
    pub(crate) fn site(&self) -> &Site {
        &self.site
    }

    fn with(site: Arc<Site>, templates: Arc<Tera>) -> Self {
        let shared = Shared::of(&site);
        Self { site, templates, shared }
    }

    /// Every page and file of the site.
    ///
    /// The search index is made first, on all cores: were it made within a page, a thread that helps with it could
    /// pick up another page that waits for it, and wait for itself.
    #[must_use]
    pub fn outputs(&self) -> Vec<Output> {
        self.shared.search_index(&self.site);
        let routes = self.site.routes.iter().map(|(_, route)| Output(OutputKind::Route(route)));
        let hsds = (0..self.site.services.len()).map(|number| Output(OutputKind::HsdsService(number)));
        routes.chain(self.shared.assets.outputs()).chain(hsds).collect()
    }

    /// What is to be found at a path below the site's root, such as `services/idva/index.html`.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<Output> {
        if let Some(output) = self.shared.assets.find(path) {
            return Some(output);
        }
        if let Some(number) = self.shared.hsds_service(&self.site, path) {
            return Some(Output(OutputKind::HsdsService(number)));
        }
        let address = path.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let found = address.and_then(|address| self.site.routes.at(address)).or_else(|| self.site.routes.at(path));
        if found.is_none() && address == Some(view::styleguide::ADDRESS) {
            return Some(Output(OutputKind::Styleguide));
        }
        // A host reads its own files and hands them to nobody.
        found.filter(|route| !matches!(route, Route::HostFile(_))).map(|route| Output(OutputKind::Route(route)))
    }

    /// Where an old address leads, with or without the slash at its end.
    #[must_use]
    pub(crate) fn redirect(&self, path: &str) -> Option<String> {
        let routes = &self.site.routes;
        match routes.at(path).or_else(|| routes.at(&format!("{path}/")))? {
            Route::Redirect(number) => Some(hosting::target(&self.site, number)),
            _ => None,
        }
    }

    /// The headers that a host should send with what is at a path.
    #[must_use]
    pub(crate) fn headers(&self, path: &str) -> Vec<(String, String)> {
        hosting::headers_at(&self.site, path)
    }

    /// Makes one page or file.
    ///
    /// # Errors
    /// What is wrong with the template that it is made with.
    pub fn render(&self, output: Output) -> Result<Artifact, Diagnostic> {
        match output.0 {
            OutputKind::Asset(number) => Ok(self.shared.assets.artifact(number)),
            OutputKind::SearchIndex => Ok(self.search_index()),
            OutputKind::HsdsService(number) => {
                Ok(Artifact { path: hsds::path(&self.site, number), bytes: hsds::service(&self.site, number).into() })
            }
            OutputKind::Styleguide => {
                let page = view::styleguide(&self.site, &self.shared);
                Ok(Artifact {
                    path: published_path::file(view::styleguide::ADDRESS),
                    bytes: self.put_together(page)?.into_bytes().into(),
                })
            }
            OutputKind::Route(route) => self.render_route(route),
        }
    }

    fn render_route(&self, route: Route) -> Result<Artifact, Diagnostic> {
        let path = published_path::file(self.site.routes.address(route).unwrap_or_default());
        let bytes = match route {
            Route::UpdatesFeed => feed::atom(&self.site).into_bytes(),
            Route::Sitemap => plain_files::sitemap(&self.site).into_bytes(),
            Route::Robots => plain_files::robots(&self.site).into_bytes(),
            Route::ServicesDownload(format) => downloads::bytes(&service_download::table(&self.site), format),
            Route::SessionsDownload(format) => sessions_of(&self.site, None, format),
            Route::Hsds => hsds::about(),
            Route::HsdsServices => hsds::services(&self.site),
            Route::PlanDownload(plan, format) => {
                plan_download::bytes(&self.site, plan, &self.site.plans[plan].part(None, None), format)
            }
            Route::HostFile(file) => {
                let others = self.shared.assets.paths().chain(hsds::paths(&self.site));
                Hosting::of(&self.site, others).file(file).into_bytes()
            }
            Route::TrainingCalendar => calendar::of_all(&self.site),
            Route::LevelCalendar(level) => calendar::of_level(&self.site, level),
            Route::CourseCalendar(course) => calendar::of_course(&self.site, course),
            Route::SessionCalendar(course, session) => calendar::of_session(&self.site, course, session),
            Route::File(number) => {
                return Ok(Artifact { path, bytes: Bytes::Kept(self.site.files[number].bytes.clone()) });
            }
            page => self.page(page)?.into_bytes(),
        };
        Ok(Artifact { path, bytes: bytes.into() })
    }

    fn page(&self, route: Route) -> Result<String, Diagnostic> {
        self.put_together(view::page(&self.site, &self.shared, route))
    }

    /// A page with its template.
    fn put_together(&self, page: page::Page) -> Result<String, Diagnostic> {
        let mut context = Context::new();
        context.insert_value("site", self.shared.frame.clone());
        context.insert("page", &page.frame);
        context.insert_value("view", page.view);
        let rendered = self.templates.render(page.template, &context);
        rendered.map_err(|error| templates::diagnostic(&error, page.template, &self.site.theme))
    }

    /// The index that the search page loads, the same for every visitor.
    fn search_index(&self) -> Artifact {
        let index = self.shared.search_index(&self.site);
        Artifact { path: index.path.clone(), bytes: index.bytes.clone().into() }
    }
}

/// The sessions of all courses, or of one, as a file to take away.
#[must_use]
pub(crate) fn sessions_of(site: &Site, course: Option<usize>, format: DownloadFormat) -> Vec<u8> {
    downloads::bytes(&session_download::table(site, course), format)
}

/// A page or file of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Output(pub(crate) OutputKind);

/// What an output is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OutputKind {
    /// What has an address of its own.
    Route(Route),
    /// A style, script or icon, whose name holds a hash of its bytes.
    Asset(usize),
    /// The index that the search page loads.
    SearchIndex,
    /// What pages are made of, each with an example. No build makes it; a preview finds it.
    Styleguide,
    /// A service in HSDS-UK shape. Its address is made from its identifier, so it needs no route of its own.
    HsdsService(usize),
}
