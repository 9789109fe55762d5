//! Every text of the site that may hold links, each with the page that it stands on.

use std::sync::Arc;

use rayon::prelude::*;

use super::route::Route;
use super::{Published, Site};
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::model::prose::Prose;
use crate::record::article::Article;
use crate::record::course::Course;
use crate::record::entry::Entry;
use crate::record::field::Part;
use crate::record::service::Service;
use crate::record::value::Record;

/// A text, the file that holds it, and the page whose anchors `#…` in it means.
struct Text<'s> {
    source: &'s SourcePath,
    page: Option<Route>,
    prose: &'s Prose,
}

/// Tells of every link that leads nowhere. Where links lead as they did in the site before, and all of its own were
/// sound, only records that are not the same need a look.
pub(super) fn check(site: &Site, last: Option<&Site>) -> Vec<Diagnostic> {
    let last = last.filter(|last| last.links.are_sound && lead_alike(site, last));
    let check = |text: Text<'_>| -> Vec<Diagnostic> {
        let links = text.prose.links.iter();
        links.filter_map(|link| site.links.check(site, text.source, text.page, link)).collect()
    };
    let is_known = |number: usize, service: &Published<Service>| {
        let known = last.and_then(|last| last.services.get(number));
        known.is_some_and(|known| Arc::ptr_eq(&known.service, service))
    };
    let services = site.services.par_iter().enumerate();
    let services = services.filter(|(number, listing)| !is_known(*number, &listing.service));
    let services = services.flat_map_iter(|(number, listing)| of_service(number, &listing.service).flat_map(check));
    let others = of_others(site, last).into_par_iter().flat_map_iter(check);
    services.chain(others).collect()
}

/// Whether every link leads where it would in another site: the same addresses, and the same parts of each page.
fn lead_alike(site: &Site, last: &Site) -> bool {
    let services = site.services.iter().zip(&last.services).map(|(now, then)| (&now.service, &then.service));
    let mut services = services.filter(|(now, then)| !Arc::ptr_eq(now, then));
    let articles = |now: &[Published<Article>], then: &[Published<Article>]| {
        now.iter().zip(then).all(|(now, then)| Arc::ptr_eq(now, then) || now.body.headings == then.body.headings)
    };
    let courses = site.courses.iter().zip(&last.courses).map(|(now, then)| (&now.course, &then.course));
    let mut courses = courses.filter(|(now, then)| !Arc::ptr_eq(now, then));
    let headings = |course: &Course| course.description.as_ref().map(|prose| prose.headings.clone());
    Arc::ptr_eq(&site.routes, &last.routes)
        && site.links.reach_as(&last.links)
        && services.all(|(now, then)| now.body.headings == then.body.headings)
        && articles(&site.updates, &last.updates)
        && articles(&site.pages, &last.pages)
        && courses.all(|(now, then)| headings(now) == headings(then))
        && [Route::Glossary, Route::Governance].iter().all(|&page| site.anchors(page) == last.anchors(page))
}

fn of_service(number: usize, service: &Entry<Service>) -> impl Iterator<Item = Text<'_>> {
    let page = Some(Route::Service(number));
    let body = Text { source: &service.source, page, prose: &service.body };
    std::iter::once(body).chain(in_fields(&service.record, &service.source, page))
}

/// The texts in the fields of a record.
fn in_fields<'s>(record: &'s impl Record, source: &'s SourcePath, page: Option<Route>) -> Vec<Text<'s>> {
    let mut texts = Vec::new();
    record.each_part(&mut |_, part| {
        if let Part::Prose(prose) = part {
            texts.push(Text { source, page, prose });
        }
    });
    texts
}

/// The texts of all but services, without those of records that are the same in the site before.
fn of_others<'s>(site: &'s Site, last: Option<&Site>) -> Vec<Text<'s>> {
    let mut texts = Vec::new();
    let known =
        |now: &Published<Article>, then: Option<&Published<Article>>| then.is_some_and(|then| Arc::ptr_eq(now, then));
    for (number, update) in site.updates.iter().enumerate() {
        if !known(update, last.and_then(|last| last.updates.get(number))) {
            texts.push(Text { source: &update.source, page: Some(Route::Update(number)), prose: &update.body });
        }
    }
    for (number, page) in site.pages.iter().enumerate() {
        if !known(page, last.and_then(|last| last.pages.get(number))) {
            texts.push(Text { source: &page.source, page: Some(Route::Page(number)), prose: &page.body });
        }
    }
    for (number, progress) in site.plans.iter().enumerate() {
        let known = last.and_then(|last| last.plans.get(number));
        if !known.is_some_and(|known| Arc::ptr_eq(&known.plan, &progress.plan)) {
            // It is shown on several pages, so an anchor alone in it cannot be looked up.
            texts.extend(in_fields(&progress.plan.record, &progress.plan.source, None));
        }
    }
    for (number, calendar) in site.courses.iter().enumerate() {
        texts.extend(in_fields(&calendar.course.record, &calendar.course.source, Some(Route::Course(number))));
    }
    for term in site.glossary.iter() {
        texts.extend(in_fields(term, &site.glossary.source, Some(Route::Glossary)));
    }
    for group in site.governance.iter() {
        texts.extend(in_fields(group, &site.governance.source, Some(Route::Governance)));
    }
    for indicator in &site.indicators {
        texts.extend(in_fields(&indicator.record, &indicator.source, Some(Route::Evidence)));
    }
    for (number, network) in site.networks.iter().enumerate() {
        texts.extend(in_fields(&network.record, &network.source, Some(Route::Network(number))));
    }
    for (number, selection) in site.leaflets.iter().enumerate() {
        let leaflet = &selection.leaflet;
        texts.extend(in_fields(&leaflet.record, &leaflet.source, Some(Route::Leaflet(number))));
    }
    let settings = &site.settings;
    if let Some(emergency) = &settings.emergency {
        texts.extend(in_fields(emergency, &settings.source, None));
    }
    if let Some(statement) = &settings.accessibility {
        texts.extend(in_fields(statement, &settings.source, Some(Route::Accessibility)));
    }
    texts
}
