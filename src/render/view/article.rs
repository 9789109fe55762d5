//! Updates and pages.

use serde::Serialize;
use tera::Value;

use super::service::DateView;
use super::{Builder, Heading, Link, Page};
use crate::model::day;
use crate::record::article::{Article, Readers};
use crate::record::entry::Entry;
use crate::render::frame::html;
use crate::site::Route;

#[derive(Serialize)]
struct UpdatesView {
    updates: Vec<UpdateRow>,
    feed: String,
}

#[derive(Serialize)]
struct UpdateRow {
    title: String,
    address: String,
    kind: &'static str,
    date: DateView,
    summary: Option<String>,
    campaign: Option<String>,
}

pub(super) fn updates(build: &Builder<'_>) -> Page {
    let rows = (0..build.site.updates.len()).filter_map(|number| row(build, number));
    let view = UpdatesView { updates: rows.collect(), feed: build.site.address(Route::UpdatesFeed) };
    let heading = Heading {
        kind: "updates",
        id: "",
        title: "Updates".to_owned(),
        description: format!("News, campaigns and good practice from {}.", build.site.settings.name),
        above: Vec::new(),
    };
    build.page("updates.html", heading, &view)
}

fn row(build: &Builder<'_>, number: usize) -> Option<UpdateRow> {
    let update = &build.site.updates[number];
    let news = update.news.as_ref()?;
    Some(UpdateRow {
        title: update.title.value.clone(),
        address: build.site.address(Route::Update(number)),
        kind: news.kind.words(),
        date: DateView::of(news.date.value),
        summary: update.summary.clone(),
        campaign: campaign(update),
    })
}

/// From when to when a campaign runs, in words.
fn campaign(update: &Article) -> Option<String> {
    let news = update.news.as_ref()?;
    match (&news.from, &news.until) {
        (Some(from), Some(until)) => Some(format!("{} to {}", day::long(from.value), day::long(until.value))),
        (Some(from), None) => Some(format!("From {}", day::long(from.value))),
        (None, Some(until)) => Some(format!("Until {}", day::long(until.value))),
        (None, None) => None,
    }
}

#[derive(Serialize)]
struct ArticleView {
    summary: Option<String>,
    body: String,
    contents: Vec<Link>,
    for_professionals: bool,
    kind: Option<&'static str>,
    date: Option<DateView>,
    campaign: Option<String>,
    related: Vec<Link>,
    siblings: Vec<Link>,
    /// The words that the glossary explains: see `src/render/terms.rs`.
    words: Vec<Value>,
}

/// From how many headings on a page has a list of them.
const CONTENTS_FROM: usize = 4;

fn view(build: &Builder<'_>, entry: &Entry<Article>, related: &[Route]) -> ArticleView {
    let headings: Vec<_> = entry.body.headings.iter().filter(|heading| heading.level == 2).collect();
    let contents = if headings.len() < CONTENTS_FROM { Vec::new() } else { headings };
    let contents =
        contents.into_iter().map(|heading| Link { title: heading.text.clone(), address: format!("#{}", heading.id) });
    ArticleView {
        summary: entry.summary.clone(),
        body: html(build.site, &entry.source, &entry.body),
        contents: contents.collect(),
        for_professionals: entry.audience == Readers::Professionals,
        kind: entry.news.as_ref().map(|news| news.kind.words()),
        date: entry.news.as_ref().map(|news| DateView::of(news.date.value)),
        campaign: campaign(entry),
        related: build.related(related),
        siblings: Vec::new(),
        words: build.words(),
    }
}

pub(super) fn update(build: &Builder<'_>, number: usize) -> Page {
    let update = &build.site.updates[number];
    let view = view(build, update, &build.site.update_relations[number]);
    let heading = Heading {
        kind: "update",
        id: &update.id,
        title: update.title.value.clone(),
        description: update.summary.clone().unwrap_or_else(|| update.title.value.clone()),
        above: vec![build.link("Updates", Route::Updates)],
    };
    build.page("update.html", heading, &view)
}

pub(super) fn page(build: &Builder<'_>, number: usize) -> Page {
    let site = build.site;
    let page = &site.pages[number];
    let view = ArticleView { siblings: siblings(build, page), ..view(build, page, &site.page_relations[number]) };
    let heading = Heading {
        kind: "page",
        id: &page.id,
        title: page.title.value.clone(),
        description: page.summary.clone().unwrap_or_else(|| page.title.value.clone()),
        above: parents(build, page),
    };
    build.page("page.html", heading, &view)
}

/// The pages of the folders that a page lies in, where there are such: `professionals.md` for `professionals/`.
fn parents(build: &Builder<'_>, page: &Entry<Article>) -> Vec<Link> {
    let folders: Vec<&str> = page.folder.split('/').filter(|part| !part.is_empty()).collect();
    let paths = (1..=folders.len()).map(|count| format!("{}/", folders[..count].join("/")));
    paths
        .filter_map(|path| match build.site.routes.at(&path)? {
            Route::Page(parent) => Some(build.link(build.site.pages[parent].title.value.clone(), Route::Page(parent))),
            _ => None,
        })
        .collect()
}

/// The other pages of the same folder; of the pages in no folder there are too many kinds to list.
fn siblings(build: &Builder<'_>, page: &Entry<Article>) -> Vec<Link> {
    if page.folder.is_empty() {
        return Vec::new();
    }
    let pages = build.site.pages.iter().enumerate();
    let others = pages.filter(|(_, other)| other.folder == page.folder && other.id != page.id && other.navigation);
    others.map(|(number, other)| build.link(other.title.value.clone(), Route::Page(number))).collect()
}
