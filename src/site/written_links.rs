//! Every link that people wrote, with its place and the page that it is on.

use super::Site;
use super::kind::{HasEntry, OnSite};
use super::links::FROM_CONTENT;
use super::route::Route;
use crate::diagnostic::{Diagnostic, Located, SourcePath, Span};
use crate::kinds::{self, kinds};
use crate::model::prose::{Link, Prose};
use crate::model::web_address::WebAddress;
use crate::record::entry::Entry;
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

/// A link as it is written, and the page whose anchors `#…` in it means.
pub(super) struct WrittenLink<'s> {
    to: To<'s>,
    source: &'s SourcePath,
    pub(super) page: Option<Route>,
}

enum To<'s> {
    /// A link or a picture in a text.
    Text(&'s Link),
    /// A field of its own, written from `content/` on.
    Field(&'s Located<String>),
    /// The address of another website, in a field.
    Website(&'s WebAddress, Span),
}

/// What looks at each link.
type See<'f, 's> = dyn FnMut(WrittenLink<'s>) + 'f;

macro_rules! of_records {
    ($({ $folder:ident $word:literal $Kind:ident $list:ident $($rest:tt)* })+) => {
        fn of_records<'s>(site: &'s Site, see: &mut See<'_, 's>) {
            $(of_kind::<kinds::$folder::record::$Kind>(&site.$list, see);)+
        }
    };
}
kinds!(of_records);

/// Shows every link of the published content. Private values and hidden records are no part of it.
pub(super) fn each_link<'s>(site: &'s Site, see: &mut See<'_, 's>) {
    of_records(site, see);
    of_others(site, see);
}

/// Shows the links of a record that has a file of its own.
pub(super) fn of_entry<'s, K: OnSite<Record: 's>>(number: usize, entry: &'s Entry<K::Record>, see: &mut See<'_, 's>) {
    let page = K::anchors_on(number);
    if let Some(body) = K::body(&entry.record) {
        of_prose(body, &entry.source, page, see);
    }
    of_record(&entry.record, &entry.source, page, see);
}

/// Shows the links that are in no record of a kind of content.
pub(super) fn of_others<'s>(site: &'s Site, see: &mut See<'_, 's>) {
    for term in site.glossary.iter() {
        of_record(term, &site.glossary.source, Some(Route::Glossary), see);
    }
    for group in site.governance.iter() {
        of_record(group, &site.governance.source, Some(Route::Governance), see);
    }
    let settings = &site.settings;
    // Their texts are on several pages; a link to a part of the site with nothing in it is not shown.
    let mut texts = |link: WrittenLink<'s>| {
        if link.is_in_text() {
            see(link);
        }
    };
    of_record(&settings.home, &settings.source, Some(Route::Home), &mut texts);
    of_record(&settings.footer, &settings.source, None, &mut texts);
    if let Some(emergency) = &settings.emergency {
        of_record(emergency, &settings.source, None, &mut texts);
    }
    if let Some(statement) = &settings.accessibility {
        of_record(statement, &settings.source, Some(Route::Accessibility), &mut texts);
    }
    of_record(&**settings, &settings.source, None, &mut |link: WrittenLink<'s>| {
        let is_shown = !matches!(link.to, To::Field(to) if site.is_empty_part(&to.value));
        if !link.is_in_text() && is_shown {
            see(link);
        }
    });
}

fn of_kind<'s, K: OnSite<Record: 's>>(items: &'s [K::Item], see: &mut See<'_, 's>) {
    for (number, item) in items.iter().enumerate() {
        of_entry::<K>(number, item.entry(), see);
    }
}

fn of_record<'s>(record: &'s impl Record, source: &'s SourcePath, page: Option<Route>, see: &mut See<'_, 's>) {
    record.each_part(&mut |_, part| match part {
        Part::Prose(prose) => of_prose(prose, source, page, see),
        Part::Link(link) => see(WrittenLink { to: To::Field(link), source, page }),
        Part::Address(address, span) => see(WrittenLink { to: To::Website(address, span), source, page }),
        Part::Reference(..) => {}
    });
}

fn of_prose<'s>(prose: &'s Prose, source: &'s SourcePath, page: Option<Route>, see: &mut See<'_, 's>) {
    for link in &prose.links {
        see(WrittenLink { to: To::Text(link), source, page });
    }
}

/// Every link to another website.
#[must_use]
pub(crate) fn outward_links(site: &Site) -> Vec<OutwardLink> {
    let mut links = Vec::new();
    each_link(site, &mut |link| {
        let (address, span) = match link.to {
            To::Text(to) => (WebAddress::read(&to.destination).ok(), to.span),
            To::Field(to) => (WebAddress::read(&to.value).ok(), to.span),
            To::Website(address, span) => (Some(address.clone()), span),
        };
        links.extend(address.map(|address| OutwardLink { address, source: link.source.clone(), span }));
    });
    links
}

impl WrittenLink<'_> {
    fn is_in_text(&self) -> bool {
        matches!(self.to, To::Text(_))
    }

    /// The page of the site to which it leads.
    pub(super) fn leads_to(&self, site: &Site) -> Option<Route> {
        match self.to {
            To::Text(to) => site.links.page(&site.routes, self.source, &to.destination),
            To::Field(to) => site.links.page(&site.routes, FROM_CONTENT, &to.value),
            To::Website(..) => None,
        }
    }

    /// What is wrong with it, if it leads nowhere.
    pub(super) fn check(&self, site: &Site) -> Option<Diagnostic> {
        match self.to {
            To::Text(to) => site.links.check(site, self.source, self.page, to),
            To::Field(to) => {
                let link = Link { destination: to.value.clone(), span: to.span, image: false };
                let problem = site.links.check(site, &FROM_CONTENT.into(), None, &link)?;
                Some(Diagnostic { path: self.source.clone(), ..problem })
            }
            To::Website(..) => None,
        }
    }
}
