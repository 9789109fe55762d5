//! Who claims which address.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::Records;
use super::kind::{AtAddress, HasEntry, OnSite};
use super::route::{DownloadFormat, Route};
use crate::diagnostic::{SourcePath, Span};
use crate::kinds;
use crate::kinds::course::site::calendar::CourseCalendar;
use crate::kinds::plan::site::before::before;
use crate::kinds::service::site::handbook::is_in_one_piece;
use crate::model::published_path;
use crate::pages::pages;
use crate::record::entry::Entry;

/// How many actions are offered on one page at most, which a browser can show and a printer can print.
const IN_ONE_PIECE: usize = 150;

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
    /// Whether there is no such page yet, so that the address is only kept for it.
    pub(super) is_kept: bool,
}

/// Gathers who claims which address.
#[derive(Default)]
pub(super) struct Claims<'s> {
    pub(super) list: Vec<Claim<'s>>,
}

impl<'s> Claims<'s> {
    /// The program's own pages come first, so that an author's page is the one to be told of a clash.
    pub(super) fn of(site: &'s Records) -> Self {
        let gather = |parts: &[fn(&mut Self, &'s Records)]| {
            let mut claims = Self::default();
            for part in parts {
                part(&mut claims, site);
            }
            claims.list
        };
        let (mut list, rest) = rayon::join(
            || gather(&[Self::pages, Self::files, Self::records]),
            || gather(&[Self::services, Self::plans, Self::training, Self::others]),
        );
        list.extend(rest);
        Self { list }
    }

    fn own(&mut self, route: Route, path: impl Into<Arc<str>>) {
        self.list.push(Claim { route, path: made(path.into()), origin: None, is_of_file: false, is_kept: false });
    }

    fn record<T>(&mut self, route: Route, path: impl Into<Arc<str>>, entry: &'s Entry<T>) {
        self.file(route, made(path.into()), &entry.source, entry.span);
    }

    fn file(&mut self, route: Route, path: impl Into<Arc<str>>, source: &'s SourcePath, span: Span) {
        self.list.push(Claim {
            route,
            path: path.into(),
            origin: Some((source, span)),
            is_of_file: true,
            is_kept: false,
        });
    }

    fn by(&mut self, route: Route, path: impl Into<Arc<str>>, source: &'s SourcePath, span: Span) {
        self.list.push(Claim {
            route,
            path: made(path.into()),
            origin: Some((source, span)),
            is_of_file: false,
            is_kept: false,
        });
    }

    /// The files that there is one of.
    fn files(&mut self, site: &'s Records) {
        let has_services = !site.services.is_empty();
        let has_sessions = has_sessions(site);
        let files = [
            (Route::ServicesDownload(DownloadFormat::Csv), "data/services.csv", has_services),
            (Route::ServicesDownload(DownloadFormat::Xlsx), "data/services.xlsx", has_services),
            (Route::ServicesDownload(DownloadFormat::Json), "data/services.json", has_services),
            (Route::Hsds, "data/hsds/v3/index.json", has_services),
            (Route::HsdsServices, "data/hsds/v3/services/index.json", has_services),
            (Route::SessionsDownload(DownloadFormat::Csv), "training/sessions.csv", has_sessions),
            (Route::SessionsDownload(DownloadFormat::Xlsx), "training/sessions.xlsx", has_sessions),
            (Route::SessionsDownload(DownloadFormat::Json), "training/sessions.json", has_sessions),
            (Route::TrainingCalendar, "training/calendar.ics", site.courses.iter().any(CourseCalendar::has_dates)),
            (Route::UpdatesFeed, "updates/feed.xml", !site.updates.is_empty()),
            (Route::Sitemap, "sitemap.xml", true),
            (Route::Robots, "robots.txt", true),
        ];
        for (route, path, _) in files.into_iter().filter(|(_, _, there)| *there) {
            self.own(route, path);
        }
        let files: BTreeSet<_> = site.settings.hosting.iter().flat_map(|host| host.files()).collect();
        for &file in files {
            self.own(Route::HostFile(file), file.name());
        }
    }

    fn services(&mut self, site: &'s Records) {
        let vocabulary = &site.vocabulary;
        for facet in &site.services.facets.audiences {
            let id = &vocabulary.audiences[facet.term].id.value;
            self.own(Route::ServicesFor(facet.term), format!("services/for/{id}/"));
        }
        for facet in &site.services.facets.needs {
            let id = &vocabulary.needs[facet.term].id.value;
            self.own(Route::ServicesNeed(facet.term), format!("services/need/{id}/"));
            self.own(Route::HandbookNeed(facet.term), format!("services/handbook/{id}/"));
        }
        for facet in &site.services.facets.areas {
            let id = &vocabulary.areas[facet.term].id.value;
            self.own(Route::ServicesArea(facet.term), format!("services/area/{id}/"));
        }
        for facet in &site.services.facets.contact {
            self.own(Route::ServicesContact(facet.way), format!("services/contact/{}/", facet.way.id()));
        }
        for (number, facet) in site.services.facets.languages.iter().enumerate() {
            let tag = facet.language.tag().to_lowercase();
            self.own(Route::ServicesLanguage(number), format!("services/language/{tag}/"));
        }
    }

    fn plans(&mut self, site: &'s Records) {
        for (number, progress) in site.plans.iter().enumerate() {
            let plan = &progress.plan;
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
            if (1..=IN_ONE_PIECE).contains(&progress.actions.len()) {
                self.own(Route::WholePlan(number), format!("strategy/{}/whole-plan/", plan.slug));
            }
            if before(&site.plans, number).is_some() {
                self.own(Route::ThenAndNow(number), format!("strategy/{}/then-and-now/", plan.slug));
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

    fn training(&mut self, site: &'s Records) {
        for (number, programme) in site.courses.programmes.iter().enumerate() {
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
        for (number, month) in site.courses.timetable.months.iter().enumerate() {
            self.own(Route::TrainingMonth(number), format!("training/month/{}/", month.first.strftime("%Y-%m")));
        }
        for (number, audience) in site.vocabulary.audiences.iter().enumerate() {
            if site.courses.iter().any(|calendar| calendar.is_for(&audience.id.value)) {
                self.own(Route::TrainingFor(number), format!("training/for/{}/", audience.id.value));
            }
        }
        for (number, calendar) in site.courses.iter().enumerate() {
            let course = &calendar.course;
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

    fn others(&mut self, site: &'s Records) {
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
            self.list.push(Claim {
                route: Route::Redirect(number),
                path: path.into(),
                origin,
                is_of_file: false,
                is_kept: false,
            });
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

fn has_sessions(site: &Records) -> bool {
    site.courses.iter().any(|calendar| !calendar.course.sessions.is_empty())
}

macro_rules! claims {
    ([$({
        $about:literal $Made:ident $(($($name:ident: $Type:ty),+))? [$($view:ident)::+] [$($template:literal)?]
        $(at $address:literal if $there:expr)?
    })+] $({
        $folder:ident $word:literal $Kind:ident $list:ident $files:literal
        [$($Page:ident)?] [$($List:ident $at:literal)?] $templates:tt
    })+) => {
        /// The addresses of the pages that list the records of a kind.
        pub(super) const LISTS: &[&str] = &[$($($at,)?)+];

        impl<'s> Claims<'s> {
            /// The pages that there is one of.
            fn pages(&mut self, site: &'s Records) {
                $($({
                    let there: fn(&Records) -> bool = $there;
                    if there(site) {
                        self.own(Route::$Made, $address);
                    }
                })?)+
            }

            /// The page of each record, and the page that lists those of a kind.
            fn records(&mut self, site: &'s Records) {
                $(
                    $(
                        self.own(Route::$List, $at);
                        let last = self.list.last_mut().expect("it was claimed just now");
                        last.is_kept = !kinds::$folder::record::$Kind::has_list(&site.$list);
                    )?
                    $(for (number, item) in site.$list.iter().enumerate() {
                        let entry = item.entry();
                        self.record(Route::$Page(number), kinds::$folder::record::$Kind::path(entry), entry);
                    })?
                )+
            }
        }
    };
}
pages!(claims);
