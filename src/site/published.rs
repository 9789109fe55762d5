//! Records that are to be seen on the site's day: the only form in which one that has dates gets into a site.

use std::ops::Deref;
use std::sync::Arc;

use jiff::civil::Date;

use super::Occasion;
use crate::record::article::Article;
use crate::record::entry::{Change, Entry};

/// A record that is to be seen. There is no way to make one of a draft or of a record outside its dates, so a part of
/// the site that holds this type cannot let one of those out.
#[derive(Debug)]
pub(crate) struct Published<T>(Arc<Entry<T>>);

/// A record that may be unfinished or have dates.
pub(crate) trait Dated {
    /// Whether it is to be seen; records without dates always are.
    fn is_public(&self, _occasion: Occasion) -> bool {
        true
    }

    /// When it changes by itself, and how; records without dates never do.
    fn changes(&self) -> Vec<(Date, Change)> {
        Vec::new()
    }

    /// What it is called, where it changes.
    fn title(&self) -> Option<&str> {
        None
    }

    /// The record as it is on a day, where that is not as it is written.
    fn changed_by(&self, _today: Date) -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
}

impl Dated for Article {
    fn is_public(&self, Occasion { today, drafts }: Occasion) -> bool {
        Article::is_public(self, today, drafts)
    }

    /// News does not appear before its date.
    fn changes(&self) -> Vec<(Date, Change)> {
        let mut changes = self.publication.changes();
        if let Some(news) = self.news.as_ref().filter(|_| !self.publication.draft) {
            let appears = changes.iter_mut().find(|(_, change)| *change == Change::Appears);
            match appears {
                Some((day, _)) => *day = (*day).max(news.date.value),
                None => changes.push((news.date.value, Change::Appears)),
            }
        }
        changes
    }

    fn title(&self) -> Option<&str> {
        Some(&self.title.value)
    }
}

/// The record, where it is to be seen: the only way to make a [`Published`].
pub(super) fn published<T: Dated>(entry: &Arc<Entry<T>>, occasion: Occasion) -> Option<Published<T>> {
    let published = Published(entry.clone());
    entry.record.is_public(occasion).then(|| match entry.record.changed_by(occasion.today) {
        Some(record) => published.with(record),
        None => published,
    })
}

impl<T> Published<T> {
    /// What is to be seen of it, once more is known: the record with changes that follow from others.
    pub(crate) fn with(&self, record: T) -> Self {
        let Entry { id, slug, source, span, .. } = &*self.0;
        Self(Arc::new(Entry { id: id.clone(), slug: slug.clone(), source: source.clone(), span: *span, record }))
    }
}

impl<T> Clone for Published<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Deref for Published<T> {
    type Target = Arc<Entry<T>>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
