//! The check of every link that people wrote.

use std::sync::Arc;

use rayon::prelude::*;

use super::Site;
use super::kind::{HasEntry, OnSite};
use super::route::Route;
use super::written_links::{of_entry, of_others};
use crate::diagnostic::Diagnostic;
use crate::kinds::{self, kinds};

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
            let mut problems = Vec::new();
            of_entry::<K>(number, item.entry(), &mut |link| problems.extend(link.check(site)));
            problems
        })
        .collect()
}

fn have_parts_of<K: OnSite>(now: &[K::Item], then: &[K::Item]) -> bool {
    let mut changed = now.iter().zip(then).filter(|(now, then)| !Arc::ptr_eq(now.entry(), then.entry()));
    let parts = |item: &K::Item| K::headed(&item.entry().record).anchors();
    changed.all(|(now, then)| parts(now) == parts(then))
}

/// Tells of every link that leads nowhere. Where links lead as they did in the site before, and all of its own were
/// sound, only records that are not the same need a look.
pub(super) fn check(site: &Site, last: Option<&Site>) -> Vec<Diagnostic> {
    let last = last.filter(|last| last.links.are_sound && lead_alike(site, last));
    let mut problems = of_records(site, last);
    of_others(site, &mut |link| problems.extend(link.check(site)));
    problems
}

/// Whether every link leads where it would in another site: the same addresses, and the same parts of each page.
fn lead_alike(site: &Site, last: &Site) -> bool {
    Arc::ptr_eq(&site.routes, &last.routes)
        && site.links.reach_as(&last.links)
        && have_parts_as(site, last)
        && [Route::Glossary, Route::Governance].iter().all(|&page| site.anchors(page) == last.anchors(page))
}
