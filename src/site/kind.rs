//! What the site asks of each kind of content.

use std::sync::Arc;

use jiff::civil::Date;

use super::published::{Dated, Published, published};
use super::route::Route;
use super::search::SearchDocument;
use super::texts::Texts;
use super::{Occasion, Site};
use crate::content::{Content, EntryOf};
use crate::diagnostic::Diagnostic;
use crate::model::prose::Prose;
use crate::record::entry::Entry;
use crate::record::kind::ContentKind;
use crate::record::settings::Settings;

/// A kind of content, as the site knows it.
pub(crate) trait OnSite: ContentKind<Record: Dated + Sync> + Sized {
    /// A record with what the site has found out about it.
    type Item: HasEntry<Self::Record> + Sync;

    /// The records that are to be seen, in the site's order.
    fn gather(all: &[EntryOf<Self>], seen: Seen<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Self::Item>;

    /// Whether there is a page that lists the records, in kinds that can have one.
    fn has_list(items: &[Self::Item]) -> bool {
        !items.is_empty()
    }

    /// The page that an anchor alone in a record's text means: `#costs`; none where it is shown on several.
    fn anchors_on(number: usize) -> Option<Route>;

    /// The text below a record's fields, in kinds that have one.
    fn body(_record: &Self::Record) -> Option<&Prose> {
        None
    }

    /// The text whose headings are the anchors of the record's page; none where it cannot be told which there are.
    fn headed(record: &Self::Record) -> Headed<'_> {
        Self::body(record).map_or(Headed::Unknown, Headed::By)
    }

    /// Gathers the texts that people read on its page, in the order in which they are shown.
    fn texts<'r>(record: &'r Self::Record, texts: &mut Texts<'r>);

    /// What of a record can be searched.
    fn documents(site: &Site, number: usize) -> Vec<SearchDocument<'_>>;

    /// The page that lists the records, as far as it can be searched.
    fn list_document(_site: &Site) -> Option<SearchDocument<'_>> {
        None
    }
}

/// A kind of content of which each record has a page.
pub(crate) trait AtAddress: OnSite {
    /// The page's address, without the slash at its start.
    fn path(entry: &Entry<Self::Record>) -> String;
}

/// A text by whose headings the parts of a page can be linked to.
pub(crate) enum Headed<'r> {
    /// By this text.
    By(&'r Prose),
    /// By none: the page has no such parts.
    Nothing,
    /// The page has parts that nobody knows before it is made.
    Unknown,
}

impl Headed<'_> {
    /// The anchors; none where it cannot be told which there are.
    pub(super) fn anchors(&self) -> Option<Vec<String>> {
        match self {
            Self::By(prose) => Some(prose.headings.iter().map(|heading| heading.id.clone()).collect()),
            Self::Nothing => Some(Vec::new()),
            Self::Unknown => None,
        }
    }
}

/// A record with what the site has found out about it.
pub(crate) trait HasEntry<R> {
    /// The record.
    fn entry(&self) -> &Arc<Entry<R>>;
}

impl<R> HasEntry<R> for Published<R> {
    fn entry(&self) -> &Arc<Entry<R>> {
        self
    }
}

/// What decides which records are to be seen, and in which order.
#[derive(Clone, Copy)]
pub(crate) struct Seen<'c> {
    pub(crate) content: &'c Content,
    pub(crate) settings: &'c Settings,
    pub(crate) occasion: Occasion,
}

impl Seen<'_> {
    /// The day.
    pub(crate) fn today(&self) -> Date {
        self.occasion.today
    }

    /// Those of some records that are to be seen.
    pub(crate) fn published<R: Dated>(&self, all: &[Arc<Entry<R>>]) -> impl Iterator<Item = Published<R>> {
        all.iter().filter_map(|entry| published(entry, self.occasion))
    }
}
