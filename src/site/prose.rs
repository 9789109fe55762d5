//! Every text of the site that may hold links, each with the page that it stands on.

use rayon::prelude::*;

use super::Site;
use super::routes::Route;
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::model::entry::Entry;
use crate::model::plan::Plan;
use crate::model::prose::Prose;
use crate::model::service::Service;

/// A text, the file that holds it, and the page whose anchors `#…` in it means.
struct Text<'s> {
    source: &'s SourcePath,
    page: Option<Route>,
    prose: &'s Prose,
}

/// Checks every link of the site.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    let check = |text: Text<'_>| -> Vec<Diagnostic> {
        let links = text.prose.links.iter();
        links.filter_map(|link| site.links.check(site, text.source, text.page, link)).collect()
    };
    let services = site.services.par_iter().enumerate();
    let services = services.flat_map_iter(|(number, listing)| of_service(number, &listing.service).flat_map(check));
    let others = of_others(site).into_par_iter().flat_map_iter(check);
    let broken: Vec<Diagnostic> = services.chain(others).collect();
    problems.extend(broken);
}

fn of_service(number: usize, service: &Entry<Service>) -> impl Iterator<Item = Text<'_>> {
    let others = [&service.eligibility, &service.referral.professional, &service.referral.note];
    let all = [&service.body].into_iter().chain(others.into_iter().flatten());
    all.map(move |prose| Text { source: &service.source, page: Some(Route::Service(number)), prose })
}

fn of_others(site: &Site) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
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
fn add_plan<'s>(texts: &mut Vec<Text<'s>>, plan: &'s Entry<Plan>) {
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
