//! Every kind of page and file that a site can have, and its address.
//!
//! A new kind is a variant here and a line that claims its address; then the compiler asks for its view.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::{CourseCalendar, Site};
use crate::diagnostic::{SourcePath, Span};
use crate::model::host::HostFile;
use crate::model::published_path;
use crate::model::slug::slugify;
use crate::record::article::Article;
use crate::record::contact_way::ContactWay;
use crate::record::entry::Entry;

/// A page or file of the site. Numbers are positions in the lists of [`Site`](super::Site).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Route {
    /// The first page.
    Home,
    /// The directory.
    Services,
    /// A service.
    Service(usize),
    /// The services for an audience.
    ServicesFor(usize),
    /// The services for a need.
    ServicesNeed(usize),
    /// The services of an area.
    ServicesArea(usize),
    /// The services that can be reached in a way.
    ServicesContact(ContactWay),
    /// The services by name.
    ServicesAToZ,
    /// The handbook for professionals.
    Handbook,
    /// The services of the handbook for a need.
    HandbookNeed(usize),
    /// The whole handbook, to be printed.
    HandbookToPrint,
    /// Who is served by how many services.
    Coverage,
    /// What other programs and people can take away.
    Data,
    /// The services as a file of a table.
    ServicesDownload(DownloadFormat),
    /// Where the snapshot of the services in HSDS-UK shape says what it is.
    Hsds,
    /// The list of that snapshot.
    HsdsServices,
    /// The list of plans.
    Strategy,
    /// A plan.
    Plan(usize),
    /// A section of a plan.
    Section(usize, usize),
    /// An action of a plan, counted through the plan.
    Action(usize, usize),
    /// A plan as a file of tables.
    PlanDownload(usize, DownloadFormat),
    /// What changed in a plan.
    Changes(usize),
    /// What a board must look at in a plan.
    Exceptions(usize),
    /// Who leads what in a plan.
    Leads(usize),
    /// What one lead of a plan holds.
    Lead(usize, usize),
    /// The actions of a plan by their dates.
    Timeline(usize),
    /// A plan as a paper for a board, to be printed.
    BoardPaper(usize),
    /// The training calendar.
    Training,
    /// A course.
    Course(usize),
    /// A session of a course.
    Session(usize, usize),
    /// The courses of a level.
    Level(usize),
    /// How to have the training calendar in one's own.
    Subscribe,
    /// All sessions as a calendar.
    TrainingCalendar,
    /// The sessions of a course as a calendar.
    CourseCalendar(usize),
    /// The sessions of a level as a calendar.
    LevelCalendar(usize),
    /// One session as a calendar.
    SessionCalendar(usize, usize),
    /// A month of the training calendar, counted in [`Timetable::months`](super::Timetable::months).
    TrainingMonth(usize),
    /// Which training people need.
    Pathway,
    /// The training that people of an audience need.
    TrainingFor(usize),
    /// The sessions as a file of a table.
    SessionsDownload(DownloadFormat),
    /// The quarters with sessions, each with its programme.
    Programmes,
    /// The programme of a quarter, to be printed.
    Programme(usize),
    /// The list of updates.
    Updates,
    /// An update.
    Update(usize),
    /// The updates as an Atom feed.
    UpdatesFeed,
    /// A page.
    Page(usize),
    /// The search page.
    Search,
    /// The glossary.
    Glossary,
    /// Boards and groups.
    Governance,
    /// The figures.
    Evidence,
    /// A network.
    Network(usize),
    /// The list of leaflets.
    Leaflets,
    /// A leaflet, to be printed.
    Leaflet(usize),
    /// The accessibility statement.
    Accessibility,
    /// What is shown where nothing is.
    NotFound,
    /// The list of addresses for search engines.
    Sitemap,
    /// What search engines may read.
    Robots,
    /// A file that is copied as it is.
    File(usize),
    /// A page that leads on from an old address.
    Redirect(usize),
    /// What tells a host how to serve the site.
    HostFile(HostFile),
}

/// What people wrote that has a page of its own. Numbers are those of the route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Service(usize),
    Page(usize),
    Update(usize),
    Course(usize),
    Plan(usize),
    Action(usize, usize),
    Glossary,
    Governance,
    Evidence,
    Network(usize),
    Leaflet(usize),
}

impl Route {
    /// Whether it is a page about how a plan is going, which a plan without reports does not have.
    fn reports_progress(self) -> bool {
        matches!(self, Self::Changes(_) | Self::Exceptions(_) | Self::BoardPaper(_))
    }

    /// What people wrote that this is the page of; none for pages that are made from others. Its texts, its file, its
    /// title and its anchors follow from this.
    #[must_use]
    pub(crate) fn subject(self) -> Option<Subject> {
        Some(match self {
            Self::Service(number) => Subject::Service(number),
            Self::Page(number) => Subject::Page(number),
            Self::Update(number) => Subject::Update(number),
            Self::Course(number) => Subject::Course(number),
            Self::Plan(number) => Subject::Plan(number),
            Self::Action(plan, number) => Subject::Action(plan, number),
            Self::Glossary => Subject::Glossary,
            Self::Governance => Subject::Governance,
            Self::Evidence => Subject::Evidence,
            Self::Network(number) => Subject::Network(number),
            Self::Leaflet(number) => Subject::Leaflet(number),
            Self::Home
            | Self::Services
            | Self::ServicesFor(_)
            | Self::ServicesNeed(_)
            | Self::ServicesArea(_)
            | Self::ServicesContact(_)
            | Self::ServicesAToZ
            | Self::Handbook
            | Self::HandbookNeed(_)
            | Self::HandbookToPrint
            | Self::Coverage
            | Self::Data
            | Self::ServicesDownload(_)
            | Self::Hsds
            | Self::HsdsServices
            | Self::Strategy
            | Self::Section(..)
            | Self::PlanDownload(..)
            | Self::Changes(_)
            | Self::Exceptions(_)
            | Self::Leads(_)
            | Self::Lead(..)
            | Self::Timeline(_)
            | Self::BoardPaper(_)
            | Self::Training
            | Self::Session(..)
            | Self::Level(_)
            | Self::Subscribe
            | Self::TrainingCalendar
            | Self::CourseCalendar(_)
            | Self::LevelCalendar(_)
            | Self::SessionCalendar(..)
            | Self::TrainingMonth(_)
            | Self::Pathway
            | Self::TrainingFor(_)
            | Self::SessionsDownload(_)
            | Self::Programmes
            | Self::Programme(_)
            | Self::Updates
            | Self::UpdatesFeed
            | Self::Search
            | Self::Leaflets
            | Self::Accessibility
            | Self::NotFound
            | Self::Sitemap
            | Self::Robots
            | Self::File(_)
            | Self::Redirect(_)
            | Self::HostFile(_) => return None,
        })
    }
}

/// The form of a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum DownloadFormat {
    /// Comma-separated values.
    Csv,
    /// A workbook of Excel and `LibreOffice`.
    Xlsx,
    /// For programs.
    Json,
}

impl DownloadFormat {
    /// Every form.
    pub(crate) const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// The ending of the file's name: `csv`.
    #[must_use]
    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }
}

/// Who claims an address.
#[derive(Debug, Clone)]
pub(super) struct Claim<'s> {
    pub(super) route: Route,
    /// The address without the slash at its start: `services/idva/`.
    pub(super) path: Arc<str>,
    /// The file to blame where two claim one address; none for the program's own pages.
    pub(super) origin: Option<(&'s SourcePath, Span)>,
    /// Whether the page is the one that links to the file mean.
    pub(super) is_of_file: bool,
}

/// Gathers who claims which address.
#[derive(Default)]
pub(super) struct Claims<'s> {
    pub(super) list: Vec<Claim<'s>>,
}

impl<'s> Claims<'s> {
    /// The program's own pages come first, so that an author's page is the one to be told of a clash.
    pub(super) fn of(site: &'s Site) -> Self {
        let gather = |parts: &[fn(&mut Self, &'s Site)]| {
            let mut claims = Self::default();
            for part in parts {
                part(&mut claims, site);
            }
            claims.list
        };
        let (mut list, rest) = rayon::join(
            || gather(&[Self::fixed, Self::services]),
            || gather(&[Self::plans, Self::training, Self::articles, Self::others]),
        );
        list.extend(rest);
        Self { list }
    }

    fn own(&mut self, route: Route, path: impl Into<Arc<str>>) {
        self.list.push(Claim { route, path: made(path.into()), origin: None, is_of_file: false });
    }

    fn record<T>(&mut self, route: Route, path: impl Into<Arc<str>>, entry: &'s Entry<T>) {
        self.file(route, made(path.into()), &entry.source, entry.span);
    }

    fn file(&mut self, route: Route, path: impl Into<Arc<str>>, source: &'s SourcePath, span: Span) {
        self.list.push(Claim { route, path: path.into(), origin: Some((source, span)), is_of_file: true });
    }

    fn by(&mut self, route: Route, path: impl Into<Arc<str>>, source: &'s SourcePath, span: Span) {
        self.list.push(Claim { route, path: made(path.into()), origin: Some((source, span)), is_of_file: false });
    }

    fn fixed(&mut self, site: &'s Site) {
        let has_services = !site.services.is_empty();
        let has_sessions = site.courses.iter().any(|calendar| !calendar.course.sessions.is_empty());
        let lists = [
            (Route::Home, "", true),
            (Route::Services, "services/", true),
            (Route::ServicesAToZ, "services/a-z/", true),
            (Route::Handbook, "services/handbook/", has_services),
            (Route::HandbookToPrint, "services/handbook-to-print/", site.has_handbook_in_one_piece()),
            (Route::Coverage, "services/coverage/", has_services),
            (Route::Data, "data/", has_services || has_sessions || !site.plans.is_empty()),
            (Route::ServicesDownload(DownloadFormat::Csv), "data/services.csv", has_services),
            (Route::ServicesDownload(DownloadFormat::Xlsx), "data/services.xlsx", has_services),
            (Route::ServicesDownload(DownloadFormat::Json), "data/services.json", has_services),
            (Route::Hsds, "data/hsds/v3/index.json", has_services),
            (Route::HsdsServices, "data/hsds/v3/services/index.json", has_services),
            (Route::Strategy, "strategy/", true),
            (Route::Training, "training/", true),
            (Route::SessionsDownload(DownloadFormat::Csv), "training/sessions.csv", has_sessions),
            (Route::SessionsDownload(DownloadFormat::Xlsx), "training/sessions.xlsx", has_sessions),
            (Route::SessionsDownload(DownloadFormat::Json), "training/sessions.json", has_sessions),
            (Route::Programmes, "training/programme/", !site.programmes.is_empty()),
            (Route::Updates, "updates/", true),
            (Route::UpdatesFeed, "updates/feed.xml", true),
            (Route::Search, "search/", true),
            (Route::Glossary, "glossary/", !site.glossary.is_empty()),
            (Route::Governance, "governance/", !site.governance.is_empty()),
            (Route::Evidence, "evidence/", !site.indicators.is_empty()),
            (Route::Leaflets, "leaflets/", !site.leaflets.is_empty()),
            (Route::Accessibility, "accessibility/", true),
            (Route::NotFound, "404.html", true),
            (Route::Sitemap, "sitemap.xml", true),
            (Route::Robots, "robots.txt", true),
        ];
        for (route, path, _) in lists.into_iter().filter(|(_, _, there)| *there) {
            self.own(route, path);
        }
        let files: BTreeSet<_> = site.settings.hosting.iter().flat_map(|host| host.files()).collect();
        for &file in files {
            self.own(Route::HostFile(file), file.name());
        }
    }

    fn services(&mut self, site: &'s Site) {
        for (number, listing) in site.services.iter().enumerate() {
            let service = &listing.service;
            self.record(Route::Service(number), ["services/", &service.slug, "/"].concat(), service);
        }
        let vocabulary = &site.vocabulary;
        for facet in &site.facets.audiences {
            let id = &vocabulary.audiences[facet.term].id.value;
            self.own(Route::ServicesFor(facet.term), format!("services/for/{id}/"));
        }
        for facet in &site.facets.needs {
            let id = &vocabulary.needs[facet.term].id.value;
            self.own(Route::ServicesNeed(facet.term), format!("services/need/{id}/"));
            self.own(Route::HandbookNeed(facet.term), format!("services/handbook/{id}/"));
        }
        for facet in &site.facets.areas {
            let id = &vocabulary.areas[facet.term].id.value;
            self.own(Route::ServicesArea(facet.term), format!("services/area/{id}/"));
        }
        for facet in &site.facets.contact {
            self.own(Route::ServicesContact(facet.way), format!("services/contact/{}/", facet.way.id()));
        }
    }

    fn plans(&mut self, site: &'s Site) {
        for (number, progress) in site.plans.iter().enumerate() {
            let plan = &progress.plan;
            self.record(Route::Plan(number), format!("strategy/{}/", plan.slug), plan);
            for format in DownloadFormat::ALL {
                self.own(
                    Route::PlanDownload(number, format),
                    format!("strategy/{}/plan.{}", plan.slug, format.ending()),
                );
            }
            let parts = [
                (Route::Changes(number), "changes"),
                (Route::Exceptions(number), "exceptions"),
                (Route::Leads(number), "leads"),
                (Route::Timeline(number), "timeline"),
                (Route::BoardPaper(number), "board-paper"),
            ];
            for (route, part) in parts.into_iter().filter(|(route, _)| plan.tracked || !route.reports_progress()) {
                self.own(route, format!("strategy/{}/{part}/", plan.slug));
            }
            for (lead, held) in progress.leads.iter().enumerate() {
                self.own(Route::Lead(number, lead), format!("strategy/{}/leads/{}/", plan.slug, held.slug));
            }
            for (section, slug) in progress.section_slugs.iter().enumerate() {
                let path = format!("strategy/{}/{slug}/", plan.slug);
                self.by(Route::Section(number, section), path, &plan.source, plan.sections[section].span);
            }
            for (at, action) in progress.actions.iter().enumerate() {
                let section = &progress.section_slugs[action.place.section];
                let path = ["strategy/", &plan.slug, "/", section, "/", &action.slug, "/"].concat();
                self.by(Route::Action(number, at), path, &plan.source, progress.written(action).span);
            }
        }
    }

    fn training(&mut self, site: &'s Site) {
        if site.courses.iter().any(CourseCalendar::has_dates) {
            self.own(Route::Subscribe, "training/subscribe/");
            self.own(Route::TrainingCalendar, "training/calendar.ics");
        }
        for (number, programme) in site.programmes.iter().enumerate() {
            self.own(Route::Programme(number), format!("training/programme/{}/", programme.slug()));
        }
        for (number, level) in site.vocabulary.levels.iter().enumerate() {
            let mut courses = site.courses.iter().filter(|calendar| calendar.level == Some(number)).peekable();
            if courses.peek().is_some() {
                self.own(Route::Level(number), format!("training/level/{}/", level.id.value));
            }
            if courses.any(CourseCalendar::has_dates) {
                self.own(Route::LevelCalendar(number), format!("training/level/{}/calendar.ics", level.id.value));
            }
        }
        for (number, month) in site.timetable.months.iter().enumerate() {
            self.own(Route::TrainingMonth(number), format!("training/month/{}/", month.first.strftime("%Y-%m")));
        }
        if !site.courses.is_empty() {
            self.own(Route::Pathway, "training/pathway/");
        }
        for (number, audience) in site.vocabulary.audiences.iter().enumerate() {
            if site.courses.iter().any(|calendar| calendar.is_for(&audience.id.value)) {
                self.own(Route::TrainingFor(number), format!("training/for/{}/", audience.id.value));
            }
        }
        for (number, calendar) in site.courses.iter().enumerate() {
            let course = &calendar.course;
            self.record(Route::Course(number), format!("training/{}/", course.slug), course);
            if calendar.has_dates() {
                let path = format!("training/{}/calendar.ics", course.slug);
                self.by(Route::CourseCalendar(number), path, &course.source, course.span);
            }
            for (at, session) in course.sessions.iter().enumerate() {
                let path = ["training/", &course.slug, "/", &session.name, "/"].concat();
                let calendar = [&path, "session.ics"].concat();
                self.by(Route::Session(number, at), path, &course.source, session.span);
                self.by(Route::SessionCalendar(number, at), calendar, &course.source, session.span);
            }
        }
    }

    fn articles(&mut self, site: &'s Site) {
        for (number, update) in site.updates.iter().enumerate() {
            self.record(Route::Update(number), format!("updates/{}/", update.slug), update);
        }
        for (number, page) in site.pages.iter().enumerate() {
            self.record(Route::Page(number), page_path(page), page);
        }
    }

    fn others(&mut self, site: &'s Site) {
        for (number, network) in site.networks.iter().enumerate() {
            self.record(Route::Network(number), format!("networks/{}/", network.slug), network);
        }
        for (number, selection) in site.leaflets.iter().enumerate() {
            let leaflet = &selection.leaflet;
            self.record(Route::Leaflet(number), format!("leaflets/{}/", leaflet.slug), leaflet);
        }
        for (number, file) in site.files.iter().enumerate() {
            self.file(Route::File(number), format!("files/{}", file.name), &file.source, Span::default());
        }
        for (number, redirect) in site.redirects.iter().enumerate() {
            // A host serves `/old` from the folder `old`; only a name with an ending is a file.
            let mut path = redirect.from.value.trim_start_matches('/').to_owned();
            if path.rsplit('/').next().is_some_and(|name| !name.is_empty() && !name.contains('.')) {
                path.push('/');
            }
            let origin = Some((&site.redirects.source, redirect.from.span));
            self.list.push(Claim { route: Route::Redirect(number), path: path.into(), origin, is_of_file: false });
        }
    }
}

/// An address that the program makes of what someone wrote, which may be long.
fn made(path: Arc<str>) -> Arc<str> {
    match published_path::shortened(&path) {
        Cow::Borrowed(_) => path,
        Cow::Owned(short) => short.into(),
    }
}

/// A page's address is its folders and its name.
fn page_path(page: &Entry<Article>) -> String {
    let folders: String =
        page.folder.split('/').filter(|part| !part.is_empty()).map(|part| slugify(part) + "/").collect();
    format!("{folders}{}/", page.slug)
}
