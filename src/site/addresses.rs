//! Giving out addresses, and learning which file makes which page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::claims::Claims;
use super::links::{Links, Target};
use super::published::published;
use super::route::Route;
use super::routes::Routes;
use super::{Occasion, Records, Site};
use crate::content::Content;
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::kinds::kinds;

/// Gives every page its address. `last` is the site before, whose addresses serve again where all are claimed again.
pub(super) fn assign(records: &Records, last: Option<&Site>, problems: &mut Vec<Diagnostic>) -> Arc<Routes> {
    let claims = Claims::of(records).list;
    let again = last.filter(|last| last.routes.meet(&claims));
    again.map_or_else(|| Arc::new(Routes::assign(&claims, problems)), |last| last.routes.clone())
}

/// What is needed to follow links.
pub(super) fn links(records: &Records, content: &Content, occasion: Occasion) -> Links {
    Links {
        base_path: format!("{}/", records.settings.base_url.path_prefix()),
        parts: parts_of_pages(records),
        unpublished: unpublished(content, occasion),
        unread: content.unread.clone(),
        are_sound: false,
    }
}

/// Tells of old addresses that lead nowhere.
pub(super) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    check_redirects(site, problems);
}

/// The files that make a part of a page, or the page of all that they say.
fn parts_of_pages(site: &Records) -> BTreeMap<SourcePath, Target> {
    let indicators = site.indicators.iter().map(|one| (&one.source, Route::Evidence, Some(one.slug.clone())));
    // The pages of these files are there only where the files say something.
    let glossary = (!site.glossary.is_empty()).then_some((&site.glossary.source, Route::Glossary, None));
    let governance = (!site.governance.is_empty()).then_some((&site.governance.source, Route::Governance, None));
    let all = indicators.chain(glossary).chain(governance);
    all.map(|(source, route, anchor)| (source.clone(), Target { route, anchor })).collect()
}

macro_rules! unpublished {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// The files of records that are there, but not to be seen.
        fn unpublished(content: &Content, occasion: Occasion) -> Vec<SourcePath> {
            let mut files = Vec::new();
            $(
                let hidden = content.$list.iter().filter(|entry| published(entry, occasion).is_none());
                files.extend(hidden.map(|entry| entry.source.clone()));
            )+
            files
        }
    };
}
kinds!(unpublished);

fn check_redirects(site: &Site, problems: &mut Vec<Diagnostic>) {
    let source = &site.redirects.source;
    let lead_back = lead_back(site);
    for (redirect, leads_back) in site.redirects.iter().zip(lead_back) {
        let link =
            crate::model::prose::Link { destination: redirect.to.value.clone(), span: redirect.to.span, image: false };
        problems.extend(site.links.check(site, source, None, &link));
        if leads_back {
            let message =
                format!("`{}` leads on from one old address to the next and never to a page", redirect.from.value);
            let help = "let one of them lead to the page that people are to see";
            problems.push(Diagnostic::error("site/redirect", source.clone(), message).at(redirect.to.span).help(help));
        }
    }
}

/// Which old addresses lead from one to the next and so back to one that was passed.
fn lead_back(site: &Site) -> Vec<bool> {
    let next = |number: usize| {
        let to = &site.redirects[number].to.value;
        match site.links.page(&site.routes, &site.redirects.source, to) {
            Some(Route::Redirect(next)) => Some(next),
            _ => None,
        }
    };
    let mut known: Vec<Option<bool>> = vec![None; site.redirects.len()];
    for first in 0..known.len() {
        let mut passed = BTreeSet::new();
        let mut at = Some(first);
        while let Some(number) = at.filter(|number| known[*number].is_none() && passed.insert(*number)) {
            at = next(number);
        }
        let leads_back = at.is_some_and(|number| known[number].unwrap_or(true));
        for number in passed {
            known[number] = Some(leads_back);
        }
    }
    known.into_iter().map(|known| known == Some(true)).collect()
}
