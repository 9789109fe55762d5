//! What the rest of the site asks of an update.

use std::cmp::Reverse;

use super::record::Update;
use crate::content::EntryOf;
use crate::diagnostic::Diagnostic;
use crate::model::prose::Prose;
use crate::record::article::Article;
use crate::record::entry::Entry;
use crate::site::search::SearchDocument;
use crate::site::{AtAddress, OnSite, Published, Resolver, Route, Seen, Site, Texts};

impl OnSite for Update {
    type Item = Published<Article>;
    type List = Vec<Self::Item>;

    /// The newest first.
    fn gather(all: &[EntryOf<Self>], seen: Seen<'_>) -> Vec<Self::Item> {
        let mut updates: Vec<_> = seen.published(all).collect();
        updates.sort_by_key(|update| (Reverse(update.news.as_ref().map(|news| news.date.value)), update.id.clone()));
        updates
    }

    fn resolve(records: &[Self::Item], _: Resolver<'_>, _: &mut Vec<Diagnostic>) -> Self::List {
        records.to_vec()
    }

    fn anchors_on(number: usize) -> Option<Route> {
        Some(Route::Update(number))
    }

    fn body(record: &Article) -> Option<&Prose> {
        Some(&record.body)
    }

    fn texts<'r>(record: &'r Article, texts: &mut Texts<'r>) {
        texts.words(&record.summary);
        texts.prose([&record.body]);
    }

    fn documents(site: &Site, number: usize) -> Vec<SearchDocument<'_>> {
        vec![SearchDocument::of_article(Route::Update(number), &site.updates[number])]
    }
}

impl AtAddress for Update {
    fn path(entry: &Entry<Article>) -> String {
        format!("updates/{}/", entry.slug)
    }
}
