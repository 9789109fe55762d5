//! Every text of the site that may hold links, each with the page that it stands on.

use std::sync::Arc;

use rayon::prelude::*;

use super::Site;
use super::kind::{HasEntry, OnSite};
use super::links::FROM_CONTENT;
use super::route::Route;
use crate::diagnostic::{Diagnostic, SourcePath};
use crate::kinds::{self, kinds};
use crate::model::prose::{Link, Prose};
use crate::record::entry::Entry;
use crate::record::field::Part;
use crate::record::value::Record;

/// A text, the file that holds it, and the page whose anchors `#…` in it means.
struct Text<'s> {
    source: &'s SourcePath,
    page: Option<Route>,
    prose: &'s Prose,
}

macro_rules! of_records {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        /// What there is to tell of the links in all records. Those that are the same in the site before need no look.
        fn of_records(site: &Site, last: Option<&Site>) -> Vec<Diagnostic> {
            let mut problems = Vec::new();
            $(
                let known = last.map(|last| &*last.$list).unwrap_or_default();
                problems.extend(of_kind::<kinds::$folder::record::$Kind>(site, &site.$list, known));
            )+
            problems
        }

        /// Whether the pages of all records have the parts that they have in another site with the same addresses.
        fn have_parts_as(site: &Site, last: &Site) -> bool {
            $(have_parts_of::<kinds::$folder::record::$Kind>(&site.$list, &last.$list))&&+
        }
    };
}
kinds!(of_records);

fn of_kind<K: OnSite>(site: &Site, items: &[K::Item], known: &[K::Item]) -> Vec<Diagnostic> {
    let is_known =
        |number: usize, item: &K::Item| known.get(number).is_some_and(|known| Arc::ptr_eq(known.entry(), item.entry()));
    let items = items.par_iter().enumerate().filter(|(number, item)| !is_known(*number, item));
    items
        .flat_map_iter(|(number, item)| {
            let entry = item.entry();
            let links = of_links(site, &entry.record, &entry.source);
            of_record::<K>(number, entry).flat_map(|text| text.check(site)).chain(links)
        })
        .collect()
}

fn of_record<K: OnSite>(number: usize, entry: &Entry<K::Record>) -> impl Iterator<Item = Text<'_>> {
    let page = K::anchors_on(number);
    let body = K::body(&entry.record).map(|prose| Text { source: &entry.source, page, prose });
    body.into_iter().chain(in_fields(&entry.record, &entry.source, page))
}

fn have_parts_of<K: OnSite>(now: &[K::Item], then: &[K::Item]) -> bool {
    let mut changed = now.iter().zip(then).filter(|(now, then)| !Arc::ptr_eq(now.entry(), then.entry()));
    let parts = |item: &K::Item| K::headed(&item.entry().record).anchors();
    changed.all(|(now, then)| parts(now) == parts(then))
}

/// What there is to tell of the links that are fields of a record.
fn of_links(site: &Site, record: &impl Record, source: &SourcePath) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    record.each_part(&mut |_, part| {
        if let Part::Link(to) = part {
            let link = Link { destination: to.value.clone(), span: to.span, image: false };
            let problem = site.links.check(site, &FROM_CONTENT.into(), None, &link);
            problems.extend(problem.map(|problem| Diagnostic { path: source.clone(), ..problem }));
        }
    });
    problems
}

/// The same of the settings, whose links to a part with nothing in it are not shown.
fn of_settings(site: &Site) -> Vec<Diagnostic> {
    let settings = &site.settings;
    let mut shown = Vec::new();
    settings.each_part(&mut |_, part| {
        if let Part::Link(to) = part
            && !site.is_empty_part(&to.value)
        {
            shown.push(Link { destination: to.value.clone(), span: to.span, image: false });
        }
    });
    let problems = shown.iter().filter_map(|link| site.links.check(site, &FROM_CONTENT.into(), None, link));
    problems.map(|problem| Diagnostic { path: settings.source.clone(), ..problem }).collect()
}

impl Text<'_> {
    /// What there is to tell of its links.
    fn check(self, site: &Site) -> Vec<Diagnostic> {
        let links = self.prose.links.iter();
        links.filter_map(|link| site.links.check(site, self.source, self.page, link)).collect()
    }
}

/// Tells of every link that leads nowhere. Where links lead as they did in the site before, and all of its own were
/// sound, only records that are not the same need a look.
pub(super) fn check(site: &Site, last: Option<&Site>) -> Vec<Diagnostic> {
    let last = last.filter(|last| last.links.are_sound && lead_alike(site, last));
    let mut problems = of_records(site, last);
    problems.extend(of_others(site).into_iter().flat_map(|text| text.check(site)));
    for group in site.governance.iter() {
        problems.extend(of_links(site, group, &site.governance.source));
    }
    problems.extend(of_settings(site));
    problems
}

/// Whether every link leads where it would in another site: the same addresses, and the same parts of each page.
fn lead_alike(site: &Site, last: &Site) -> bool {
    Arc::ptr_eq(&site.routes, &last.routes)
        && site.links.reach_as(&last.links)
        && have_parts_as(site, last)
        && [Route::Glossary, Route::Governance].iter().all(|&page| site.anchors(page) == last.anchors(page))
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

/// The texts that are in no record of a kind of content.
fn of_others(site: &Site) -> Vec<Text<'_>> {
    let mut texts = Vec::new();
    for term in site.glossary.iter() {
        texts.extend(in_fields(term, &site.glossary.source, Some(Route::Glossary)));
    }
    for group in site.governance.iter() {
        texts.extend(in_fields(group, &site.governance.source, Some(Route::Governance)));
    }
    let settings = &site.settings;
    texts.extend(in_fields(&settings.home, &settings.source, Some(Route::Home)));
    texts.extend(in_fields(&settings.footer, &settings.source, None));
    if let Some(emergency) = &settings.emergency {
        texts.extend(in_fields(emergency, &settings.source, None));
    }
    if let Some(statement) = &settings.accessibility {
        texts.extend(in_fields(statement, &settings.source, Some(Route::Accessibility)));
    }
    texts
}
