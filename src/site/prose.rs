//! Every text of the site that may hold links, each with the page that it stands on.

use std::sync::Arc;

use rayon::prelude::*;

use super::routes::Route;
use super::{Published, Site};
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::model::prose::Prose;
use crate::record::article::Article;
use crate::record::course::Course;
use crate::record::entry::Entry;
use crate::record::plan::Plan;
use crate::record::service::Service;

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
    let others = [&service.eligibility, &service.referral.professional, &service.referral.note];
    let all = [&service.body].into_iter().chain(others.into_iter().flatten());
    all.map(move |prose| Text { source: &service.source, page: Some(Route::Service(number)), prose })
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
    for (number, calendar) in site.courses.iter().enumerate() {
        let (source, page) = (&calendar.course.source, Some(Route::Course(number)));
        texts.extend(calendar.course.description.iter().map(|prose| Text { source, page, prose }));
    }
    for (number, progress) in site.plans.iter().enumerate() {
        let known = last.and_then(|last| last.plans.get(number));
        if !known.is_some_and(|known| Arc::ptr_eq(&known.plan, &progress.plan)) {
            add_plan(&mut texts, &progress.plan);
        }
    }
    add_lists(&mut texts, site);
    texts
}

/// A plan's texts are shown on several pages, so an anchor alone in one cannot be looked up.
fn add_plan<'s>(texts: &mut Vec<Text<'s>>, plan: &'s Entry<Plan>) {
    let mut add = |prose: &'s Prose| texts.push(Text { source: &plan.source, page: None, prose });
    plan.summary.iter().for_each(&mut add);
    plan.risks.iter().filter_map(|risk| risk.mitigation.as_ref()).for_each(&mut add);
    for section in &plan.sections {
        section.aim.iter().for_each(&mut add);
        for action in section.groups.iter().flat_map(|group| &group.actions) {
            action.why.iter().for_each(&mut add);
            [&action.aim, &action.how.words, &action.success].into_iter().flatten().for_each(&mut add);
            action.how.steps.iter().map(|step| &step.title).for_each(&mut add);
            action.updates.iter().filter_map(|update| update.text.as_ref()).for_each(&mut add);
        }
    }
}

fn add_lists<'s>(texts: &mut Vec<Text<'s>>, site: &'s Site) {
    let mut add =
        |source: &'s SourcePath, page: Option<Route>, prose: &'s Prose| texts.push(Text { source, page, prose });
    for term in site.glossary.iter() {
        add(&site.glossary.source, Some(Route::Glossary), &term.meaning);
    }
    for remit in site.governance.iter().filter_map(|group| group.remit.as_ref()) {
        add(&site.governance.source, Some(Route::Governance), remit);
    }
    for indicator in &site.indicators {
        indicator.description.iter().for_each(|prose| add(&indicator.source, Some(Route::Evidence), prose));
    }
    for (number, network) in site.networks.iter().enumerate() {
        network.description.iter().for_each(|prose| add(&network.source, Some(Route::Network(number)), prose));
    }
    for (number, selection) in site.leaflets.iter().enumerate() {
        let leaflet = &selection.leaflet;
        let texts = [&leaflet.intro, &leaflet.footer].into_iter().flatten();
        texts.for_each(|prose| add(&leaflet.source, Some(Route::Leaflet(number)), prose));
    }
    let settings = &site.settings;
    settings.emergency.iter().for_each(|emergency| add(&settings.source, None, &emergency.text));
    if let Some(statement) = &settings.accessibility {
        let groups = [&statement.issues, &statement.disproportionate_burden, &statement.out_of_scope];
        let texts = groups.into_iter().chain([&statement.improvements, &statement.enforcement]).flatten();
        texts.for_each(|prose| add(&settings.source, Some(Route::Accessibility), prose));
    }
}
