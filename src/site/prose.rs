//! Every text of the site that may hold links, each with the page that it stands on.

use rayon::prelude::*;

use super::Site;
use super::routes::Route;
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::model::prose::Prose;

/// A text, the file that holds it, and the page whose anchors `#…` in it means.
struct Text<'s> {
    source: &'s SourcePath,
    page: Option<Route>,
    prose: &'s Prose,
}

/// Checks every link of the site.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let texts = texts(site);
    let broken: Vec<Diagnostic> = texts
        .par_iter()
        .flat_map_iter(|text| {
            let links = text.prose.links.iter();
            links.filter_map(|link| site.links.check(site, text.source, text.page, link))
        })
        .collect();
    problems.extend(broken);
}

fn texts(site: &Site) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for (number, listing) in site.services.iter().enumerate() {
        let service = &listing.service;
        let mut add = |prose| texts.push(Text { source: &service.source, page: Some(Route::Service(number)), prose });
        add(&service.body);
        let others = [&service.eligibility, &service.referral.professional, &service.referral.note];
        others.into_iter().flatten().for_each(add);
    }
    let updates = site.updates.iter().enumerate().map(|(number, update)| (Route::Update(number), update));
    let pages = site.pages.iter().enumerate().map(|(number, page)| (Route::Page(number), page));
    for (route, article) in updates.chain(pages) {
        texts.push(Text { source: &article.source, page: Some(route), prose: &article.body });
    }
    for (number, calendar) in site.courses.iter().enumerate() {
        let (source, page) = (&calendar.course.source, Some(Route::Course(number)));
        texts.extend(calendar.course.description.iter().map(|prose| Text { source, page, prose }));
    }
    for progress in &site.plans {
        add_plan(&mut texts, &progress.plan);
    }
    add_lists(&mut texts, site);
    texts
}

/// A plan's texts are shown on several pages, so an anchor alone in one cannot be looked up.
fn add_plan<'s>(texts: &mut Vec<Text<'s>>, plan: &'s crate::model::entry::Entry<crate::model::plan::Plan>) {
    let mut add = |prose: &'s Prose| texts.push(Text { source: &plan.source, page: None, prose });
    plan.summary.iter().for_each(&mut add);
    plan.risks.iter().filter_map(|risk| risk.mitigation.as_ref()).for_each(&mut add);
    for section in &plan.sections {
        section.aim.iter().for_each(&mut add);
        for action in section.groups.iter().flat_map(|group| &group.actions) {
            action.why.iter().for_each(&mut add);
            [&action.aim, &action.how, &action.success].into_iter().flatten().for_each(&mut add);
            action.steps.iter().map(|step| &step.title).for_each(&mut add);
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
        let texts = [&statement.issues, &statement.enforcement].into_iter().flatten();
        texts.for_each(|prose| add(&settings.source, Some(Route::Accessibility), prose));
    }
}
