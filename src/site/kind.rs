//! What the site asks of each kind of content.

use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use super::lookup::Lookup;
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
    /// The records, with what the site has found out about all of them together.
    type List: Deref<Target = [Self::Item]>;

    /// The records that are to be seen, in the site's order.
    fn gather(all: &[EntryOf<Self>], seen: Seen<'_>) -> Vec<Published<Self::Record>> {
        seen.published(all).collect()
    }

    /// Reports the names in the records that name nothing; `word` is the kind's in the codes of messages.
    fn check_names(
        records: &[Published<Self::Record>],
        word: &str,
        lookup: &Lookup<'_>,
        problems: &mut Vec<Diagnostic>,
    ) {
        for entry in records {
            lookup.check(&entry.record, word, &entry.source, problems);
        }
    }

    /// Finds out what there is to know of the gathered records.
    fn resolve(
        records: &[Published<Self::Record>],
        resolver: Resolver<'_>,
        problems: &mut Vec<Diagnostic>,
    ) -> Self::List;

    /// What there is to tell of the records together.
    fn check(_site: &Site, _problems: &mut Vec<Diagnostic>) {}

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

/// What records are resolved with.
#[derive(Clone, Copy)]
pub(crate) struct Resolver<'r> {
    /// What decided which records are to be seen.
    pub(crate) seen: Seen<'r>,
    /// Where names are looked up.
    pub(crate) lookup: &'r Lookup<'r>,
    /// The site before, of which records that are the same may be taken over.
    pub(crate) last: Option<&'r Site>,
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
    pub(crate) settings: &'c Arc<Settings>,
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
