//! What can be searched: a document for each page that someone may look for.

use super::Site;
use super::routes::Route;

/// A page as the search sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchDocument<'s> {
    /// The page.
    pub route: Route,
    /// The group of results that it belongs to.
    pub group: SearchGroup,
    /// Its title.
    pub title: &'s str,
    /// A sentence to show below the title.
    pub summary: &'s str,
    /// Words that are not on the page but lead to it.
    pub keywords: Vec<&'s str>,
    /// Its words.
    pub body: Vec<&'s str>,
}

/// A group of results, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchGroup {
    /// The helplines and what answers now.
    HelpNow,
    /// Other services.
    Services,
    /// Pages and updates.
    Information,
    /// Courses.
    Training,
    /// Actions of plans.
    Strategy,
}

/// Every page that can be searched.
#[must_use]
pub fn documents(site: &Site) -> Vec<SearchDocument<'_>> {
    let mut documents: Vec<SearchDocument<'_>> = (0..site.services.len()).map(|number| service(site, number)).collect();
    documents.extend((0..site.pages.len()).map(|number| article(&site.pages[number], Route::Page(number))));
    documents.extend((0..site.updates.len()).map(|number| article(&site.updates[number], Route::Update(number))));
    documents.extend((0..site.courses.len()).map(|number| course(site, number)));
    for (plan, progress) in site.plans.iter().enumerate().filter(|(_, progress)| !progress.plan.archived) {
        documents.extend((0..progress.actions.len()).map(|number| action(site, plan, number)));
    }
    documents
}

fn service(site: &Site, number: usize) -> SearchDocument<'_> {
    let listing = &site.services[number];
    let service = &listing.service;
    let words = &site.vocabulary;
    let needs = listing.needs.iter().map(|&term| &words.needs[term]);
    let audiences = listing.audiences.iter().map(|&term| &words.audiences[term]);
    let areas = listing.areas.iter().map(|&term| &words.areas[term]);
    let terms = needs.chain(audiences).chain(areas);
    let also = terms.flat_map(|term| std::iter::once(&term.name).chain(&term.also)).map(String::as_str);
    let group = if number < site.helplines || service.emergency { SearchGroup::HelpNow } else { SearchGroup::Services };
    SearchDocument {
        route: Route::Service(number),
        group,
        title: &service.title,
        summary: &service.summary,
        keywords: service.keywords.iter().map(String::as_str).chain(also).collect(),
        body: vec![site.organisation_name(&service.organisation), &service.body.text],
    }
}

fn article(entry: &crate::model::entry::Entry<crate::model::article::Article>, route: Route) -> SearchDocument<'_> {
    SearchDocument {
        route,
        group: SearchGroup::Information,
        title: &entry.title,
        summary: entry.summary.as_deref().unwrap_or_default(),
        keywords: Vec::new(),
        body: vec![&entry.body.text],
    }
}

fn course(site: &Site, number: usize) -> SearchDocument<'_> {
    let calendar = &site.courses[number];
    let course = &calendar.course;
    let level = calendar.level.map(|level| site.vocabulary.levels[level].name.as_str());
    let description = course.description.as_ref().map(|prose| prose.text.as_str());
    let outcomes = course.outcomes.iter().map(String::as_str);
    SearchDocument {
        route: Route::Course(number),
        group: SearchGroup::Training,
        title: &course.title,
        summary: &course.summary,
        keywords: level.into_iter().chain(course.code.as_deref()).collect(),
        body: description.into_iter().chain(outcomes).collect(),
    }
}

fn action(site: &Site, plan: usize, number: usize) -> SearchDocument<'_> {
    let progress = &site.plans[plan];
    let written = progress.written(&progress.actions[number]);
    let texts = written.why.iter().chain([&written.aim, &written.how, &written.success].into_iter().flatten());
    SearchDocument {
        route: Route::Action(plan, number),
        group: SearchGroup::Strategy,
        title: &written.title,
        summary: "",
        keywords: vec![&written.reference],
        body: texts.map(|prose| prose.text.as_str()).collect(),
    }
}
