//! Following every reference between records, and telling of those that lead nowhere.

mod coverage;
mod leaflets;
mod partners;
mod settings;

use std::sync::Arc;

use rayon::prelude::*;

use super::directory::{Facets, Listing};
use super::links::names_of_file;
use super::lookup::{Lookup, Reference, VOCABULARY};
use super::published::published;
use super::routes::Route;
use super::timetable::Timetable;
use super::{Occasion, Site, pathway};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, Located, SourcePath};
use crate::model::plan::DocumentPlace;
use crate::model::suggestion;
use partners::{check_leads, near_organisation};

/// Follows the references of all records.
pub(super) fn resolve(
    site: &mut Site,
    content: &Content,
    occasion: Occasion,
    last: Option<&Site>,
    problems: &mut Vec<Diagnostic>,
) {
    let (vocabulary, organisations) = (site.vocabulary.clone(), site.organisations.clone());
    let mut lookup = Lookup::new(&vocabulary, &organisations);
    order_courses(site, &lookup, problems);
    let services: Vec<_> = site.services.iter().map(|listing| listing.service.clone()).collect();
    let courses: Vec<_> = site.courses.iter().map(|calendar| calendar.course.clone()).collect();
    lookup.services = services.iter().enumerate().map(|(at, service)| (service.id.as_str(), at)).collect();
    lookup.courses = courses.iter().enumerate().map(|(at, course)| (course.id.as_str(), at)).collect();
    let plans: Vec<_> = site.plans.iter().map(|progress| progress.plan.clone()).collect();
    lookup.plans = plans.iter().enumerate().map(|(at, plan)| (plan.id.as_str(), at)).collect();
    lookup.indicators = content.indicators.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
    lookup.unpublished = unpublished_ids(content, occasion);
    lookup.unread = content.unread.iter().map(|path| stem(path)).collect();
    resolve_services(site, &lookup, last, problems);
    site.facets = Facets::of(&site.services, &vocabulary);
    settings::check(site, &lookup, problems);
    coverage::check(&vocabulary, &lookup, problems);
    check_courses(site, &lookup, problems);
    resolve_plans(site, &lookup, problems);
    check_others(site, &lookup, problems);
    leaflets::resolve(site, content, &lookup, problems);
    let related = |entry: &crate::model::entry::Entry<crate::model::article::Article>,
                   code,
                   problems: &mut Vec<Diagnostic>| {
        let all = entry.related.iter();
        all.filter_map(|id| relation(site, &lookup, None, id, code, &entry.source, problems)).collect::<Vec<Route>>()
    };
    let updates = site.updates.iter().map(|update| related(update, "update/related", problems)).collect();
    let pages = site.pages.iter().map(|page| related(page, "page/related", problems)).collect();
    (site.update_relations, site.page_relations) = (updates, pages);
}

/// Finds the level of each course, and puts the courses in order of their levels and names.
fn order_courses(site: &mut Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    for calendar in &mut site.courses {
        let course = &calendar.course;
        let reference =
            Reference { code: "training/level", source: &course.source, what: "level", listed_in: VOCABULARY };
        calendar.level = lookup.find(&lookup.levels, &course.level, &reference, problems);
    }
    site.courses.sort_by_cached_key(|calendar| {
        (calendar.level.unwrap_or(usize::MAX), calendar.course.title.to_lowercase(), calendar.course.id.clone())
    });
    pathway::link(&mut site.courses);
    site.timetable = Timetable::of(&site.courses);
}

/// A file's name without its folders and its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn unpublished_ids(content: &Content, occasion: Occasion) -> Vec<&str> {
    let services = content.services.iter().filter(|one| published(one, occasion).is_none()).map(|one| &one.id);
    let courses = content.courses.iter().filter(|one| published(one, occasion).is_none()).map(|one| &one.id);
    services.chain(courses).map(String::as_str).collect()
}

fn resolve_services(site: &mut Site, lookup: &Lookup<'_>, last: Option<&Site>, problems: &mut Vec<Diagnostic>) {
    let words = |last: &&Site| {
        Arc::ptr_eq(&last.vocabulary, &site.vocabulary) && Arc::ptr_eq(&last.organisations, &site.organisations)
    };
    let known = last.filter(words).map_or_else(Default::default, |last| &*last.services);
    let told = site.services.par_iter_mut().enumerate().flat_map_iter(|(at, listing)| {
        let known = known.get(at).filter(|known| known.is_sound && Arc::ptr_eq(&known.service, &listing.service));
        match known {
            Some(known) => {
                listing.find_as(known);
                Vec::new()
            }
            None => resolve_service(listing, lookup),
        }
    });
    problems.extend(told.collect::<Vec<Diagnostic>>());
}

fn resolve_service(listing: &mut Listing, lookup: &Lookup<'_>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let service = listing.service.clone();
    let source = &service.source;
    let mut all = |list, ids: &[Located<String>], code, what| -> Vec<usize> {
        let reference = Reference { code, source, what, listed_in: VOCABULARY };
        ids.iter().filter_map(|id| lookup.find(list, id, &reference, &mut problems)).collect()
    };
    listing.needs = all(&lookup.needs, &service.needs, "service/needs", "need");
    listing.audiences = all(&lookup.audiences, &service.audiences, "service/audiences", "audience");
    listing.areas = all(&lookup.areas, &service.areas, "service/areas", "area");
    all(&lookup.audiences, &service.by_and_for, "service/by_and_for", "audience");
    near_organisation(lookup, &service.organisation, "service/organisation", source, &mut problems);
    listing.is_sound = problems.is_empty();
    problems
}

fn check_courses(site: &Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    for calendar in &site.courses {
        let course = &calendar.course;
        let source = &course.source;
        let audiences = Reference { code: "training/audiences", source, what: "audience", listed_in: VOCABULARY };
        for id in &course.audiences {
            lookup.find(&lookup.audiences, id, &audiences, problems);
        }
        let courses =
            Reference { code: "training/prerequisites", source, what: "course", listed_in: "`content/training/`" };
        for id in course.prerequisites.iter().filter(|id| !lookup.unpublished.contains(&id.as_str())) {
            lookup.find(&lookup.courses, id, &courses, problems);
        }
        if let Some(provider) = &course.provider {
            near_organisation(lookup, provider, "training/provider", source, problems);
        }
    }
}

fn resolve_plans(site: &mut Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    for number in 0..site.plans.len() {
        let progress = &site.plans[number];
        let plan = progress.plan.clone();
        if let Some(id) = &plan.organisation {
            let listed_in = "`content/organisations.yaml`";
            let reference = Reference { code: "plan/organisation", source: &plan.source, what: "partner", listed_in };
            lookup.find(&lookup.organisations, id, &reference, problems);
        }
        let sections = plan.sections.iter();
        let groups = sections.clone().flat_map(|section| &section.groups);
        let leads = sections.flat_map(|section| &section.leads).chain(groups.flat_map(|group| &group.leads));
        check_leads(leads, lookup, &plan.source, problems);
        check_files(site, &plan.documents, "plan/documents", &plan.source, problems);
        let mut related = Vec::with_capacity(progress.actions.len());
        for (at, action) in progress.actions.iter().enumerate() {
            let written = progress.written(action);
            check_leads(&written.leads, lookup, &plan.source, problems);
            let indicators = Reference {
                code: "plan/measures",
                source: &plan.source,
                what: "indicator",
                listed_in: "`content/indicators/`",
            };
            for id in written.measures.iter().filter_map(|measure| measure.indicator.as_ref()) {
                lookup.find(&lookup.indicators, id, &indicators, problems);
            }
            let relate = |id| relation(site, lookup, Some(number), id, "plan/related", &plan.source, problems);
            let found: Vec<Option<Route>> = written.related.iter().map(relate).collect();
            let own = Some(Route::Action(number, at));
            for (id, _) in written.related.iter().zip(&found).filter(|(_, route)| **route == own) {
                let message = format!("`{}` in `related` is this action itself", id.value);
                let problem = Diagnostic::warning("plan/related", plan.source.clone(), message).at(id.span);
                let help = "take it out; an action of another section with this number is named by its `id`";
                problems.push(problem.help(help));
            }
            related.push(found.into_iter().flatten().filter(|route| Some(*route) != own).collect::<Vec<Route>>());
        }
        for (action, related) in related.iter().enumerate() {
            for &route in related {
                let by = site.related_by.entry(route).or_default();
                if by.last() != Some(&Route::Action(number, action)) {
                    by.push(Route::Action(number, action));
                }
            }
        }
        for (action, related) in site.plans[number].actions.iter_mut().zip(related) {
            action.related = related;
        }
    }
}

/// Documents that are files must be there.
fn check_files(
    site: &Site,
    documents: &[crate::model::plan::Document],
    code: &str,
    source: &SourcePath,
    problems: &mut Vec<Diagnostic>,
) {
    for document in documents {
        let DocumentPlace::File(file) = &document.place else { continue };
        problems.extend(missing_file(site, file, code, source));
    }
}

/// What is wrong with the name of a file that is not there.
fn missing_file(site: &Site, file: &Located<String>, code: &str, source: &SourcePath) -> Option<Diagnostic> {
    if site.document_file(file).is_some() {
        return None;
    }
    let names = site.files.iter().map(|file| file.name.as_str());
    let help = suggestion::nearest(file.trim_start_matches("files/"), names).map_or_else(
        || "put the file into `content/files/` and write `files/` and its name".to_owned(),
        |near| format!("did you mean `files/{near}`?"),
    );
    let message = format!("there is no file `{}` in `content/`", file.value);
    Some(Diagnostic::error(code, source.clone(), message).at(file.span).help(help))
}

/// What a reference of an action, update or page leads to: a number of the own plan, `plan/number`, a plan, a
/// service or a course. One that leads nowhere is a warning: the text stands without it.
fn relation(
    site: &Site,
    lookup: &Lookup<'_>,
    own: Option<usize>,
    id: &Located<String>,
    code: &str,
    source: &SourcePath,
    problems: &mut Vec<Diagnostic>,
) -> Option<Route> {
    let in_plan =
        |plan: usize, reference: &str| site.plans[plan].find(reference).map(|action| Route::Action(plan, action));
    let of_other = || {
        let (plan, reference) = id.split_once('/')?;
        in_plan(*lookup.plans.get(plan)?, reference)
    };
    let found = own
        .and_then(|plan| in_plan(plan, id))
        .or_else(of_other)
        .or_else(|| lookup.plans.get(id.as_str()).map(|&plan| Route::Plan(plan)))
        .or_else(|| lookup.record(id));
    let record = id.split('/').next().unwrap_or_default();
    let excused = lookup.unpublished.contains(&id.as_str()) || lookup.unread.contains(&record);
    if found.is_none() && !excused {
        let names = lookup.services.keys().chain(lookup.courses.keys()).chain(lookup.plans.keys()).copied();
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        let help = suggestion::nearest(id, names).map_or_else(
            || "name an action's number, `plan/number`, or the id of a service, course or plan".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("`{}` names no action, service, course or plan", id.value);
        problems.push(Diagnostic::warning(code, source.clone(), message).at(id.span).help(help));
    }
    found
}

fn check_others(site: &Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    let groups = &site.governance;
    let ids = groups.iter().enumerate().map(|(at, group)| (group.id.as_str(), at)).collect();
    let governance = Reference {
        code: "governance/reports_to",
        source: &groups.source,
        what: "group",
        listed_in: "`content/governance.yaml`",
    };
    for group in groups.iter() {
        if let Some(above) = &group.reports_to {
            lookup.find(&ids, above, &governance, problems);
        }
        check_files(site, &group.documents, "governance/documents", &groups.source, problems);
        for member in &group.members {
            near_organisation(lookup, member, "governance/members", &groups.source, problems);
        }
    }
    super::governance::check_circles(groups, problems);
    for network in &site.networks {
        let areas = Reference { code: "network/area", source: &network.source, what: "area", listed_in: VOCABULARY };
        for member in &network.members {
            if let Some(area) = &member.area {
                lookup.find(&lookup.areas, area, &areas, problems);
            }
            if let Some(organisation) = &member.organisation {
                near_organisation(lookup, organisation, "network/organisation", &network.source, problems);
            }
        }
    }
    for indicator in &site.indicators {
        let plans = Reference {
            code: "indicator/plan",
            source: &indicator.source,
            what: "plan",
            listed_in: "`content/plans/`",
        };
        if let Some(plan) = &indicator.plan {
            lookup.find(&lookup.plans, plan, &plans, problems);
        }
        if let Some(area) = &indicator.area {
            let areas = Reference { code: "indicator/area", what: "area", listed_in: VOCABULARY, ..plans };
            Lookup::warn_of_near(&lookup.areas, area, &areas, problems);
        }
    }
}

impl Site {
    /// The number of the file that a document names: `files/report.pdf`.
    #[must_use]
    pub(crate) fn document_file(&self, file: &str) -> Option<usize> {
        names_of_file(file).find_map(|name| {
            let name = name.trim_start_matches('/').trim_start_matches("files/");
            self.files.iter().position(|file| file.name == name)
        })
    }
}
