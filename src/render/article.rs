//! What updates and pages have in common on their pages.

use serde::Serialize;
use tera::Value;

use super::frame::{Link, html};
use super::page::Builder;
use crate::kinds::plan::render::{DocumentView, document_view};
use crate::model::day;
use crate::record::article::{Article, Readers};
use crate::record::entry::Entry;
use crate::render::date::DateView;

/// From when to when a campaign runs, in words.
pub(crate) fn campaign(update: &Article) -> Option<String> {
    let news = update.news.as_ref()?;
    match (&news.from, &news.until) {
        (Some(from), Some(until)) => Some(format!("{} to {}", day::long(from.value), day::long(until.value))),
        (Some(from), None) => Some(format!("From {}", day::long(from.value))),
        (None, Some(until)) => Some(format!("Until {}", day::long(until.value))),
        (None, None) => None,
    }
}

/// An update or page.
#[derive(Serialize)]
pub(crate) struct ArticleView {
    summary: Option<String>,
    body: String,
    contents: Vec<Link>,
    for_professionals: bool,
    kind: Option<&'static str>,
    date: Option<DateView>,
    campaign: Option<String>,
    documents: Vec<DocumentView>,
    related: Vec<Link>,
    /// The other pages of its folder.
    siblings: Vec<Link>,
    /// The words that the glossary explains: see `src/render/terms.rs`.
    words: Vec<Value>,
}

/// From how many headings on a page has a list of them.
const CONTENTS_FROM: usize = 4;

/// What an update or page says.
pub(crate) fn view(build: &Builder<'_>, entry: &Entry<Article>, siblings: Vec<Link>) -> ArticleView {
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
        documents: entry.documents.iter().filter_map(|document| document_view(build, document)).collect(),
        related: build.related(build.site.relations.of(build.route)),
        siblings,
        words: build.words(),
    }
}
