//! Which pages and updates speak of which services.

use std::collections::HashMap;

use super::Records;
use super::relations::Relations;
use super::route::Route;
use crate::record::article::{Article, Readers};
use crate::record::entry::Entry;

/// The pages, then the updates, that link to each service or name it as related; `page` finds the page to which a file's
/// link leads. The newest updates come first, and
/// what is for professionals after what is for all.
pub(super) fn of_services(
    records: &Records,
    relations: &Relations,
    page: impl Fn(&str, &str) -> Option<Route>,
) -> HashMap<Route, Vec<Route>> {
    let mut found: HashMap<Route, Vec<Route>> = HashMap::new();
    let pages = records.pages.iter().enumerate().map(|(number, page)| (Route::Page(number), page));
    let updates = records.updates.iter().enumerate().map(|(number, update)| (Route::Update(number), update));
    let mut articles: Vec<_> = pages.chain(updates).collect();
    articles.sort_by_key(|(_, article)| article.audience == Readers::Professionals);
    for (route, article) in articles {
        let named = relations.of(route).iter().copied().chain(linked(article, &page));
        for service in named.filter(|named| matches!(named, Route::Service(_))) {
            let of_service = found.entry(service).or_default();
            if !of_service.contains(&route) {
                of_service.push(route);
            }
        }
    }
    found
}

/// The pages to which an article's text links.
fn linked(article: &Entry<Article>, page: impl Fn(&str, &str) -> Option<Route>) -> impl Iterator<Item = Route> {
    let links = article.body.links.iter().filter(|link| !link.image);
    links.filter_map(move |link| page(&article.source, &link.destination))
}
