//! The links of the site to other websites, each with the place where it is written.

use super::Site;
use super::kind::{HasEntry, OnSite};
use crate::diagnostic::{SourcePath, Span};
use crate::kinds::{self, kinds};
use crate::model::prose::Prose;
use crate::model::web_address::WebAddress;
use crate::record::field::Part;
use crate::record::value::Record;

/// A link to another website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutwardLink {
    /// Where it leads.
    pub address: WebAddress,
    /// The file that it is written in.
    pub source: SourcePath,
    /// Where in the file.
    pub span: Span,
}

macro_rules! of_records {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        fn of_records(site: &Site, links: &mut Vec<OutwardLink>) {
            $(of_kind::<kinds::$folder::record::$Kind>(&site.$list, links);)+
        }
    };
}
kinds!(of_records);

/// Every link to another website that the published content has. Private values and hidden records are no part of it.
#[must_use]
pub(crate) fn outward_links(site: &Site) -> Vec<OutwardLink> {
    let mut links = Vec::new();
    of_records(site, &mut links);
    for group in site.governance.iter() {
        of_record(group, &site.governance.source, &mut links);
    }
    for term in site.glossary.iter() {
        of_record(term, &site.glossary.source, &mut links);
    }
    of_record(&*site.settings, &site.settings.source, &mut links);
    links
}

fn of_kind<K: OnSite>(items: &[K::Item], links: &mut Vec<OutwardLink>) {
    for item in items {
        let entry = item.entry();
        of_record(&entry.record, &entry.source, links);
        links.extend(K::body(&entry.record).into_iter().flat_map(|prose| of_prose(prose, &entry.source)));
    }
}

fn of_record(record: &impl Record, source: &SourcePath, links: &mut Vec<OutwardLink>) {
    record.each_part(&mut |_, part| match part {
        Part::Prose(prose) => links.extend(of_prose(prose, source)),
        Part::Link(to) => links.extend(outward(&to.value, source, to.span)),
        Part::Address(address, span) => {
            links.push(OutwardLink { address: address.clone(), source: source.clone(), span });
        }
        Part::Reference(..) => {}
    });
}

fn of_prose<'p>(prose: &'p Prose, source: &'p SourcePath) -> impl Iterator<Item = OutwardLink> + 'p {
    prose.links.iter().filter_map(|link| outward(&link.destination, source, link.span))
}

/// The link, where it leads to another website.
fn outward(destination: &str, source: &SourcePath, span: Span) -> Option<OutwardLink> {
    let address = WebAddress::read(destination).ok()?;
    Some(OutwardLink { address, source: source.clone(), span })
}
