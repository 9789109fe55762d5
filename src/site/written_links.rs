//! Every link that people wrote, with the place where it is written.

use super::Site;
use super::kind::{HasEntry, OnSite};
use super::links::FROM_CONTENT;
use super::route::Route;
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

/// A link as it is written.
pub(super) struct WrittenLink<'s> {
    to: To<'s>,
    source: &'s SourcePath,
    /// What the link is written from: its file, or `content/` where it is a field.
    from: &'s str,
    span: Span,
}

enum To<'s> {
    Destination(&'s str),
    Address(&'s WebAddress),
}

macro_rules! of_records {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        fn of_records<'s>(site: &'s Site, see: &mut See<'_, 's>) {
            $(of_kind::<kinds::$folder::record::$Kind>(&site.$list, see);)+
        }
    };
}
kinds!(of_records);

/// What looks at each link, with the page of the record that it is written in.
type See<'f, 's> = dyn FnMut(Option<Route>, WrittenLink<'s>) + 'f;

/// Shows every link of the published content. Private values and hidden records are no part of it.
pub(super) fn each_written_link<'s>(site: &'s Site, see: &mut See<'_, 's>) {
    of_records(site, see);
    for group in site.governance.iter() {
        of_record(group, &site.governance.source, None, see);
    }
    for term in site.glossary.iter() {
        of_record(term, &site.glossary.source, None, see);
    }
    of_record(&*site.settings, &site.settings.source, None, see);
}

/// Every link to another website.
#[must_use]
pub(crate) fn outward_links(site: &Site) -> Vec<OutwardLink> {
    let mut links = Vec::new();
    each_written_link(site, &mut |_, link| {
        let address = match link.to {
            To::Destination(text) => WebAddress::read(text).ok(),
            To::Address(address) => Some(address.clone()),
        };
        links.extend(address.map(|address| OutwardLink { address, source: link.source.clone(), span: link.span }));
    });
    links
}

impl WrittenLink<'_> {
    /// The page of the site to which it leads.
    pub(super) fn page(&self, site: &Site) -> Option<Route> {
        match self.to {
            To::Destination(text) => site.links.page(&site.routes, self.from, text),
            To::Address(_) => None,
        }
    }
}

fn of_kind<'s, K: OnSite<Record: 's>>(items: &'s [K::Item], see: &mut See<'_, 's>) {
    for (number, item) in items.iter().enumerate() {
        let entry = item.entry();
        let page = K::anchors_on(number);
        of_record(&entry.record, &entry.source, page, see);
        if let Some(body) = K::body(&entry.record) {
            of_prose(body, &entry.source, page, see);
        }
    }
}

fn of_record<'s>(record: &'s impl Record, source: &'s SourcePath, page: Option<Route>, see: &mut See<'_, 's>) {
    record.each_part(&mut |_, part| match part {
        Part::Prose(prose) => of_prose(prose, source, page, see),
        Part::Link(link) => {
            see(page, WrittenLink { to: To::Destination(&link.value), source, from: FROM_CONTENT, span: link.span });
        }
        Part::Address(address, span) => {
            see(page, WrittenLink { to: To::Address(address), source, from: FROM_CONTENT, span });
        }
        Part::Reference(..) => {}
    });
}

fn of_prose<'s>(prose: &'s Prose, source: &'s SourcePath, page: Option<Route>, see: &mut See<'_, 's>) {
    for link in prose.links.iter().filter(|link| !link.image) {
        see(page, WrittenLink { to: To::Destination(&link.destination), source, from: source, span: link.span });
    }
}
