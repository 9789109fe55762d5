//! What belongs with what: the records that actions, updates and pages name as related.

use std::collections::HashMap;
use std::sync::Arc;

use super::Records;
use super::lookup::Lookup;
use super::route::Route;
use crate::diagnostic::{Diagnostic, Located, SourcePath};
use crate::kinds::plan::site::progress::PlanProgress;
use crate::model::suggestion;
use crate::record::article::Article;
use crate::record::entry::Entry;
use crate::record::reference::{Ref, Related};

/// What belongs with what.
#[derive(Debug, Clone, Default)]
pub(crate) struct Relations {
    named: HashMap<Route, Vec<Route>>,
    naming: HashMap<Route, Vec<Route>>,
    /// The pages that say the same in other languages and forms, by the one that they were made from.
    versions: HashMap<Route, Vec<Route>>,
    /// Which page a version was made from.
    originals: HashMap<Route, Route>,
}

impl Relations {
    /// Follows what actions, updates and pages name as related, and reports what leads nowhere.
    pub(super) fn follow(records: &Records, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) -> Self {
        let mut relations = Self::default();
        for (number, progress) in records.plans.iter().enumerate() {
            relations.of_plan(records, lookup, (number, progress), problems);
        }
        let mut articles = |route: Route, code: &str, entry: &Entry<Article>| {
            let names = entry.related.iter();
            let found = names.filter_map(|id| relation(records, lookup, None, id, code, &entry.source, problems));
            relations.named.insert(route, found.collect());
        };
        for (number, update) in records.updates.iter().enumerate() {
            articles(Route::Update(number), "update/related", update);
        }
        for (number, page) in records.pages.iter().enumerate() {
            articles(Route::Page(number), "page/related", page);
        }
        relations.find_versions(records, lookup, problems);
        relations
    }

    /// Follows which page each translation was made from.
    fn find_versions(&mut self, records: &Records, lookup: &Lookup<'_>, problems: &mut Vec<Diagnostic>) {
        let pages = records.pages.iter().enumerate().map(|(number, page)| (Route::Page(number), &**page));
        let updates = records.updates.iter().enumerate().map(|(number, update)| (Route::Update(number), &**update));
        let all: Vec<(Route, &Arc<Entry<Article>>)> = pages.chain(updates).collect();
        let by_file: HashMap<&str, Route> = all.iter().map(|(route, entry)| (&*entry.source, *route)).collect();
        for (route, entry) in &all {
            let Some(file) = &entry.translation_of else { continue };
            let folder = entry.source.rsplit_once('/').map_or("", |(folder, _)| folder);
            let name = file.value.trim_start_matches('/');
            let places = [format!("content/{name}"), format!("content/pages/{name}"), format!("{folder}/{name}")];
            let found = places.iter().find_map(|place| by_file.get(place.as_str()));
            let stem = name.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
            let Some(original) = found.filter(|original| *original != route) else {
                if lookup.unread.contains(&stem) || lookup.unpublished.contains(&stem) {
                    continue;
                }
                let files = by_file.keys().map(|file| file.trim_start_matches("content/"));
                let near = suggestion::nearest(name, files.clone());
                let help = near.map_or_else(
                    || "give the file of the page that this one translates, such as `pages/get-help.md`".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                );
                let message = format!("`{}` is no page that this one could translate", file.value);
                let code = if matches!(route, Route::Page(_)) { "page" } else { "update" };
                let problem = Diagnostic::error(format!("{code}/translation_of"), entry.source.clone(), message);
                problems.push(problem.at(file.span).help(help));
                continue;
            };
            self.originals.insert(*route, *original);
        }
        for (route, _) in &all {
            let mut original = *route;
            // One that was made from a translation belongs to the page that this was made from.
            for _ in 0..all.len() {
                let Some(next) = self.originals.get(&original).filter(|next| *next != route) else { break };
                original = *next;
            }
            if original != *route {
                self.versions.entry(original).or_default().push(*route);
            }
        }
    }

    /// A page and all that say the same in other languages and forms, the one they were made from first; nothing where
    /// there is only the page.
    #[must_use]
    pub(crate) fn versions(&self, route: Route) -> Vec<Route> {
        let mut original = route;
        while let Some(next) = self.originals.get(&original).filter(|next| **next != route) {
            original = *next;
        }
        let others = self.versions.get(&original).map_or(&[][..], Vec::as_slice);
        if others.is_empty() { Vec::new() } else { std::iter::once(original).chain(others.iter().copied()).collect() }
    }

    fn of_plan(
        &mut self,
        records: &Records,
        lookup: &Lookup<'_>,
        (number, progress): (usize, &PlanProgress),
        problems: &mut Vec<Diagnostic>,
    ) {
        let source = &progress.plan.source;
        for (at, action) in progress.actions.iter().enumerate() {
            let own = Route::Action(number, at);
            let relate =
                |id: &Ref<Related>| relation(records, lookup, Some(number), id, "plan/related", source, problems);
            let names = &progress.written(action).related;
            let found: Vec<Option<Route>> = names.iter().map(relate).collect();
            for (id, _) in names.iter().zip(&found).filter(|(_, route)| **route == Some(own)) {
                let message = format!("`{}` in `related` is this action itself", id.value);
                let problem = Diagnostic::warning("plan/related", source.clone(), message).at(id.span);
                let help = "take it out; an action of another section with this number is named by its `id`";
                problems.push(problem.help(help));
            }
            let related: Vec<Route> = found.into_iter().flatten().filter(|route| *route != own).collect();
            for &route in &related {
                let naming = self.naming.entry(route).or_default();
                if naming.last() != Some(&own) {
                    naming.push(own);
                }
            }
            self.named.insert(own, related);
        }
    }

    /// What an action, an update or a page names as related.
    #[must_use]
    pub(crate) fn of(&self, route: Route) -> &[Route] {
        self.named.get(&route).map_or(&[], Vec::as_slice)
    }

    /// The actions that name a page as related, in the plans' order.
    #[must_use]
    pub(crate) fn naming(&self, route: Route) -> &[Route] {
        self.naming.get(&route).map_or(&[], Vec::as_slice)
    }
}

/// What a reference of an action, update or page leads to: a number of the own plan, `plan/number`, a plan, a
/// service or a course. One that leads nowhere is a warning: the text stands without it.
fn relation(
    records: &Records,
    lookup: &Lookup<'_>,
    own: Option<usize>,
    id: &Located<String>,
    code: &str,
    source: &SourcePath,
    problems: &mut Vec<Diagnostic>,
) -> Option<Route> {
    let in_plan =
        |plan: usize, reference: &str| records.plans[plan].find(reference).map(|action| Route::Action(plan, action));
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
