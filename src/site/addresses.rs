//! Giving out addresses, and learning which file makes which page.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::links::{Links, Target};
use super::published::published;
use super::routes::{Claim, DownloadFormat, Route, Routes};
use super::{CourseCalendar, Occasion, Site};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, SourcePath, Span};
use crate::model::published_path;
use crate::model::slug::slugify;
use crate::record::article::Article;
use crate::record::entry::Entry;
use crate::record::settings::NavigationItem;

/// Gives every page its address and makes links followable. `last` is the site before, whose addresses serve again
/// where all are claimed again.
pub(super) fn assign(
    site: &mut Site,
    content: &Content,
    occasion: Occasion,
    last: Option<&Site>,
    problems: &mut Vec<Diagnostic>,
) {
    let claims = Claims::of(site).list;
    let again = last.filter(|last| last.routes.meet(&claims));
    site.routes = again.map_or_else(|| Arc::new(Routes::assign(&claims, problems)), |last| last.routes.clone());
    site.links = Links {
        base_path: format!("{}/", site.settings.base_url.path_prefix()),
        parts: parts_of_pages(site),
        unpublished: unpublished(content, occasion),
        unread: content.unread.clone(),
        are_sound: false,
    };
    check_navigation(site, problems);
    check_redirects(site, problems);
}

/// Gathers who claims which address.
#[derive(Default)]
struct Claims<'s> {
    list: Vec<Claim<'s>>,
}

impl<'s> Claims<'s> {
    /// The program's own pages come first, so that an author's page is the one to be told of a clash.
    fn of(site: &'s Site) -> Self {
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
            for (route, part) in parts {
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

/// The files that make a part of a page, or the page of all that they say.
fn parts_of_pages(site: &Site) -> BTreeMap<SourcePath, Target> {
    let indicators = site.indicators.iter().map(|one| (&one.source, Route::Evidence, Some(one.slug.clone())));
    // The pages of these files are there only where the files say something.
    let glossary = (!site.glossary.is_empty()).then_some((&site.glossary.source, Route::Glossary, None));
    let governance = (!site.governance.is_empty()).then_some((&site.governance.source, Route::Governance, None));
    let all = indicators.chain(glossary).chain(governance);
    all.map(|(source, route, anchor)| (source.clone(), Target { route, anchor })).collect()
}

fn unpublished(content: &Content, occasion: Occasion) -> Vec<SourcePath> {
    let articles = content.updates.iter().chain(&content.pages);
    let articles = articles.filter(|one| published(one, occasion).is_none()).map(|one| &one.source);
    let services = content.services.iter().filter(|one| published(one, occasion).is_none()).map(|one| &one.source);
    let courses = content.courses.iter().filter(|one| published(one, occasion).is_none()).map(|one| &one.source);
    articles.chain(services).chain(courses).cloned().collect()
}

fn check_navigation(site: &Site, problems: &mut Vec<Diagnostic>) {
    for NavigationItem { link, .. } in &site.settings.navigation {
        let link = crate::model::prose::Link { destination: link.value.clone(), span: link.span, image: false };
        problems.extend(site.links.check(site, &site.settings.source, None, &link));
    }
}

fn check_redirects(site: &Site, problems: &mut Vec<Diagnostic>) {
    let source = &site.redirects.source;
    let lead_back = lead_back(site);
    for (redirect, leads_back) in site.redirects.iter().zip(lead_back) {
        let link =
            crate::model::prose::Link { destination: redirect.to.value.clone(), span: redirect.to.span, image: false };
        problems.extend(site.links.check(site, source, None, &link));
        if leads_back {
            let message =
                format!("`{}` leads on from one old address to the next and never to a page", redirect.from.value);
            let help = "let one of them lead to the page that people are to see";
            problems.push(Diagnostic::error("site/redirect", source.clone(), message).at(redirect.to.span).help(help));
        }
    }
}

/// Which old addresses lead from one to the next and so back to one that was passed.
fn lead_back(site: &Site) -> Vec<bool> {
    let next = |number: usize| {
        let to = &site.redirects[number].to.value;
        match site.links.page(&site.routes, &site.redirects.source, to) {
            Some(Route::Redirect(next)) => Some(next),
            _ => None,
        }
    };
    let mut known: Vec<Option<bool>> = vec![None; site.redirects.len()];
    for first in 0..known.len() {
        let mut passed = BTreeSet::new();
        let mut at = Some(first);
        while let Some(number) = at.filter(|number| known[*number].is_none() && passed.insert(*number)) {
            at = next(number);
        }
        let leads_back = at.is_some_and(|number| known[number].unwrap_or(true));
        for number in passed {
            known[number] = Some(leads_back);
        }
    }
    known.into_iter().map(|known| known == Some(true)).collect()
}
