//! Following every reference between records, and telling of those that lead nowhere.

mod leaflets;
mod settings;

use std::sync::Arc;

use rayon::prelude::*;

use super::directory::{Facets, Listing};
use super::kind::HasEntry;
use super::links::names_of_file;
use super::lookup::Lookup;
use super::published::published;
use super::route::Route;
use super::timetable::Timetable;
use super::{Occasion, Site, pathway};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, Located, SourcePath};
use crate::kinds::kinds;
use crate::model::suggestion;
use crate::record::field::Part;
use crate::record::reference::{Ref, Related, Target};
use crate::record::value::Record;

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
    order_courses(site, &lookup);
    let services: Vec<_> = site.services.iter().map(|listing| listing.service.clone()).collect();
    let courses: Vec<_> = site.courses.iter().map(|calendar| calendar.course.clone()).collect();
    lookup.services = services.iter().enumerate().map(|(at, service)| (service.id.as_str(), at)).collect();
    lookup.courses = courses.iter().enumerate().map(|(at, course)| (course.id.as_str(), at)).collect();
    let plans: Vec<_> = site.plans.iter().map(|progress| progress.plan.clone()).collect();
    lookup.plans = plans.iter().enumerate().map(|(at, plan)| (plan.id.as_str(), at)).collect();
    lookup.indicators = content.indicators.iter().enumerate().map(|(at, one)| (one.id.as_str(), at)).collect();
    let governance = site.governance.clone();
    lookup.groups = governance.iter().enumerate().map(|(at, group)| (group.id.as_str(), at)).collect();
    lookup.unpublished = unpublished_ids(content, occasion);
    lookup.unread = content.unread.iter().map(|path| stem(path)).collect();
    resolve_services(site, &lookup, last, problems);
    site.facets = Facets::of(&site.services, &vocabulary);
    settings::check(site, &lookup, problems);
    resolve_plans(site, &lookup, problems);
    check_records(site, &lookup, problems);
    check_others(site, &lookup, problems);
    leaflets::resolve(site, &lookup, problems);
    let related = |entry: &crate::record::entry::Entry<crate::record::article::Article>,
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
fn order_courses(site: &mut Site, lookup: &Lookup<'_>) {
    for calendar in &mut site.courses {
        let course = &calendar.course;
        calendar.level = lookup.positions(std::slice::from_ref(&course.level)).first().copied();
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
    lookup.check(&service.record, "service", &service.source, &mut problems);
    listing.needs = lookup.positions(&service.needs);
    listing.audiences = lookup.positions(&service.audiences);
    listing.areas = lookup.positions(&service.areas);
    if service.areas.is_empty() && service.locations.iter().all(|place| !place.areas.is_empty()) {
        // Where each of its places is for some areas, it is for those.
        listing.areas = service.locations.iter().flat_map(|place| lookup.positions(&place.areas)).collect();
        listing.areas.sort_unstable();
        listing.areas.dedup();
    }
    listing.is_sound = problems.is_empty();
    problems
}

fn resolve_plans(site: &mut Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    for number in 0..site.plans.len() {
        let progress = &site.plans[number];
        let plan = progress.plan.clone();
        let mut related = Vec::with_capacity(progress.actions.len());
        for (at, action) in progress.actions.iter().enumerate() {
            let written = progress.written(action);
            let relate =
                |id: &Ref<Related>| relation(site, lookup, Some(number), id, "plan/related", &plan.source, problems);
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

/// Reports the names in a record that name nothing, files among them.
fn check_names(
    site: &Site,
    lookup: &Lookup<'_>,
    record: &impl Record,
    kind: &str,
    source: &SourcePath,
    problems: &mut Vec<Diagnostic>,
) {
    lookup.check(record, kind, source, problems);
    record.each_part(&mut |field, part| {
        if let Part::Reference(file, Target::File) = part {
            problems.extend(missing_file(site, file, &format!("{kind}/{}", field.code), source));
        }
    });
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

macro_rules! check_records {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// Reports the names in records that name nothing. Those of services are followed by who looks for their words.
        fn check_records(site: &Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
            $(if $word != "service" {
                for entry in site.$list.iter().map(HasEntry::entry) {
                    check_names(site, lookup, &entry.record, $word, &entry.source, problems);
                }
            })+
        }
    };
}
kinds!(check_records);

fn check_others(site: &Site, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
    check_names(site, lookup, &*site.vocabulary, "vocabulary", &"content/vocabulary.yaml".into(), problems);
    for group in site.governance.iter() {
        check_names(site, lookup, group, "governance", &site.governance.source, problems);
    }
    super::governance::check_circles(&site.governance, problems);
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
