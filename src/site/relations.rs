//! What belongs with what: the records that actions, updates and pages name as related.

use std::collections::HashMap;

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
        relations
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
