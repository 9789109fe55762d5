//! Which pages and updates speak of which services.

use std::collections::HashMap;

use super::Site;
use super::route::Route;
use crate::record::article::{Article, Readers};
use crate::record::entry::Entry;

/// The pages, then the updates, that link to each service or name it as related. The newest updates come first, and
/// what is for professionals after what is for all.
pub(super) fn of_services(site: &Site) -> HashMap<Route, Vec<Route>> {
    let mut found: HashMap<Route, Vec<Route>> = HashMap::new();
    let pages = site.pages.iter().zip(&site.page_relations).enumerate();
    let pages = pages.map(|(number, (page, related))| (Route::Page(number), page, related));
    let updates = site.updates.iter().zip(&site.update_relations).enumerate();
    let updates = updates.map(|(number, (update, related))| (Route::Update(number), update, related));
    let mut articles: Vec<_> = pages.chain(updates).collect();
    articles.sort_by_key(|(_, article, _)| article.audience == Readers::Professionals);
    for (route, article, related) in articles {
        let named = related.iter().copied().chain(linked(site, article));
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
fn linked<'s>(site: &'s Site, article: &'s Entry<Article>) -> impl Iterator<Item = Route> + 's {
    let links = article.body.links.iter().filter(|link| !link.image);
    links.filter_map(|link| site.links.page(&site.routes, &article.source, &link.destination))
}
