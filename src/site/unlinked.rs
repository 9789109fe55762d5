//! Pages that nothing leads to but the search and the map for search engines.

use std::collections::{BTreeMap, BTreeSet};

use super::Site;
use super::route::Route;
use super::written_links::each_link;
use crate::diagnostic::Diagnostic;

/// Pages to which every page's foot leads, or a navigation that nobody chose.
const KNOWN: [&str; 5] = ["privacy", "stay-safe-online", "contact", "get-help", "about"];

/// One page in so many may have been forgotten.
const FEW: usize = 5;

/// Warns of each page that nobody can come to by following links.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let mut reached = by_lists(site);
    let is_left = |reached: &BTreeSet<usize>| (0..site.pages.len()).any(|number| !reached.contains(&number));
    if !is_left(&reached) {
        return;
    }
    // Where each page leads; what leads on from all that is no page is reached.
    let mut onward: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    each_link(site, &mut |link| {
        let Some(Route::Page(to)) = link.leads_to(site) else { return };
        match link.page {
            Some(Route::Page(from)) => onward.entry(from).or_default().push(to),
            _ => {
                reached.insert(to);
            }
        }
    });
    for from in 0..site.pages.len() {
        onward.entry(from).or_default().extend(beside(site, from));
    }
    let mut waiting: Vec<usize> = reached.iter().copied().collect();
    while let Some(page) = waiting.pop() {
        let next = onward.get(&page).into_iter().flatten().copied().filter(|next| reached.insert(*next));
        waiting.extend(next.collect::<Vec<_>>());
    }
    let left: Vec<usize> = (0..site.pages.len()).filter(|number| !reached.contains(number)).collect();
    // While more are left out than here and there one, the site is still being written.
    if left.len() * FEW > site.pages.len() {
        return;
    }
    for number in left {
        let page = &site.pages[number];
        let message = format!("no page leads to `/{}`", site.routes.address(Route::Page(number)).unwrap_or_default());
        let help = "link to it where people would look for it, name it in the `related` of another page, or put it into \
                    `navigation` or `footer`";
        problems.push(Diagnostic::warning("page/unlinked", page.source.clone(), message).at(page.span).help(help));
    }
}

/// The pages to which lists and the frame lead.
fn by_lists(site: &Site) -> BTreeSet<usize> {
    let known = KNOWN.iter().filter_map(|id| site.routes.at(&format!("{id}/")));
    let welcome = site.settings.languages.iter().filter_map(|language| site.welcome(&language.value));
    let guidance = site.guidance.values().flatten().copied();
    let updates = (0..site.updates.len()).map(Route::Update);
    let actions = site
        .plans
        .iter()
        .enumerate()
        .flat_map(|(plan, progress)| (0..progress.actions.len()).map(move |action| Route::Action(plan, action)));
    let named = updates.chain(actions).flat_map(|route| site.relations.of(route)).copied();
    let routes = known.chain(welcome).chain(guidance).chain(named);
    let mut reached: BTreeSet<usize> = routes.filter_map(number).collect();
    reached.extend((0..site.pages.len()).filter(|&number| !site.pages[number].audiences.is_empty()));
    reached
}

/// The pages that stand beside a page: what it names, what says the same in other languages, and its folder.
fn beside(site: &Site, page: usize) -> impl Iterator<Item = usize> {
    let own = &site.pages[page];
    let route = Route::Page(page);
    let named = site.relations.of(route).iter().copied().chain(site.relations.versions(route)).filter_map(number);
    let folder = site
        .pages
        .iter()
        .enumerate()
        .filter(|(_, other)| !own.folder.is_empty() && other.folder == own.folder && other.navigation);
    named.chain(folder.map(|(number, _)| number))
}

fn number(route: Route) -> Option<usize> {
    match route {
        Route::Page(number) => Some(number),
        _ => None,
    }
}
