//! What the rest of the site asks of a page.

pub(crate) mod safety_page;

use super::record::Page;
use crate::content::EntryOf;
use crate::diagnostic::Diagnostic;
use crate::model::prose::Prose;
use crate::model::slug::slugify;
use crate::record::article::Article;
use crate::record::entry::Entry;
use crate::site::search::SearchDocument;
use crate::site::{AtAddress, OnSite, Published, Resolver, Route, Seen, Site, Texts};

/// The page on staying safe online, which only sites with readers at risk have.
pub(crate) const SAFETY_PAGE: &str = "content/pages/stay-safe-online.md";

impl OnSite for Page {
    type Item = Published<Article>;
    type List = Vec<Self::Item>;

    /// By folder, order and title.
    fn gather(all: &[EntryOf<Self>], seen: Seen<'_>) -> Vec<Self::Item> {
        let is_wanted = |page: &Published<Article>| seen.settings.sensitive || page.source.as_ref() != SAFETY_PAGE;
        let mut pages: Vec<_> = seen.published(all).filter(is_wanted).collect();
        pages.sort_by_key(|page| (page.folder.clone(), page.order.unwrap_or(u32::MAX), page.title.value.clone()));
        pages
    }

    fn resolve(records: &[Self::Item], _: Resolver<'_>, _: &mut Vec<Diagnostic>) -> Self::List {
        records.to_vec()
    }

    fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
        safety_page::check(site, problems);
    }

    fn anchors_on(number: usize) -> Option<Route> {
        Some(Route::Page(number))
    }

    fn body(record: &Article) -> Option<&Prose> {
        Some(&record.body)
    }

    fn texts<'r>(record: &'r Article, texts: &mut Texts<'r>) {
        texts.words(&record.summary);
        texts.prose([&record.body]);
    }

    fn documents(site: &Site, number: usize) -> Vec<SearchDocument<'_>> {
        vec![SearchDocument::of_article(Route::Page(number), &site.pages[number])]
    }
}

impl AtAddress for Page {
    /// Its folders and its name.
    fn path(entry: &Entry<Article>) -> String {
        let folders = entry.folder.split('/').filter(|part| !part.is_empty());
        let folders: String = folders.map(|part| slugify(part) + "/").collect();
        format!("{folders}{}/", entry.slug)
    }
}
