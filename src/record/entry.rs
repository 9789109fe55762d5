//! A record together with the file it came from.

use std::ops::Deref;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::fields::Fields;
use super::reference::Id;
use crate::diagnostic::{Located, SourcePath, Span};

/// A record and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry<T> {
    /// The record's name in references: its file's name without the ending.
    pub id: String,
    /// The last part of its address: its `slug`, else its id.
    pub slug: String,
    /// Its file.
    pub source: SourcePath,
    /// Where in the file a problem of the whole record is told.
    pub span: Span,
    /// The record.
    pub record: T,
}

impl<T: Default> Default for Entry<T> {
    fn default() -> Self {
        let nowhere = Span::default();
        Self { id: String::new(), slug: String::new(), source: "".into(), span: nowhere, record: T::default() }
    }
}

impl<T> Deref for Entry<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.record
    }
}

record! {
    /// Where a record's page is.
    pub(crate) struct Address: "the file" => {
        /// The last part of the page's address, where the file's name will not do.
        slug: Option<Id>, example = "talk-to-someone", label = "Last part of the address";
    }
}

record! {
    /// When a record is to be seen.
    pub(crate) struct Publication: "the file", check: refuse_reversed => {
        /// Whether it is unfinished, so that it is shown only in the preview.
        draft: bool, example = "true";
        /// The first day on which it is published.
        from: Option<Located<Date>>, key = "publish_from", example = "2026-12-01";
        /// The last day on which it is published.
        until: Option<Located<Date>>, key = "publish_until", example = "2027-03-31";
    }
}

fn refuse_reversed(publication: &Publication, fields: &Fields<'_, '_>) {
    if let Some(from) = publication.from.as_ref().filter(|_| publication.draft) {
        let message = "this has a first day, but it is a draft, so it does not appear then";
        fields.report.warning("publish_from", from.span, message, "take out `draft: true` when it is ready");
    }
    if let (Some(from), Some(until)) = (&publication.from, &publication.until)
        && until.value < from.value
    {
        let message = format!("`publish_until` ({}) is before `publish_from` ({})", until.value, from.value);
        fields.report.error("publish_until", until.span, message, "the last day cannot come before the first");
    }
}

impl Publication {
    /// Whether the record is to be seen on a day; `drafts` says that unfinished ones are, too, and those still to come.
    #[must_use]
    pub(crate) fn is_public(&self, on: Date, drafts: bool) -> bool {
        (drafts || !self.draft && self.from.as_ref().is_none_or(|from| from.value <= on))
            && self.until.as_ref().is_none_or(|until| on <= until.value)
    }

    /// Why readers do not see the record on a day though the preview shows it; none where they do.
    #[must_use]
    pub(crate) fn unseen(&self, on: Date) -> Option<Unseen> {
        let from = self.from.as_ref().map(|from| from.value).filter(|from| *from > on);
        if self.draft { Some(Unseen::Draft) } else { from.map(Unseen::Until) }
    }
}

impl Publication {
    /// When a record with these dates appears and ends; a draft does neither.
    pub(crate) fn changes(&self) -> Vec<(Date, Change)> {
        if self.draft {
            return Vec::new();
        }
        let from = self.from.iter().map(|from| (from.value, Change::Appears));
        let until = self.until.iter().map(|until| (until.value.saturating_add(1.day()), Change::Ends));
        from.chain(until).collect()
    }
}

/// Why readers do not see a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unseen {
    /// It is unfinished.
    Draft,
    /// It appears on a day that has not come.
    Until(Date),
}

/// What happens to a record on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// It is to be seen from then on.
    Appears,
    /// It is no longer to be seen.
    Ends,
    /// A service that was closed for a while is open again.
    Reopens,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_record_is_public_from_its_first_day_to_its_last() {
        let at = |day| Some(Located::new(day, Span::default()));
        let window = Publication { draft: false, from: at(date(2026, 12, 1)), until: at(date(2026, 12, 3)) };
        let public = |day| window.is_public(day, false);
        assert!(!public(date(2026, 11, 30)));
        assert!(public(date(2026, 12, 1)));
        assert!(public(date(2026, 12, 3)));
        assert!(!public(date(2026, 12, 4)));
    }

    #[test]
    fn a_draft_is_for_the_preview() {
        let draft = Publication { draft: true, from: None, until: None };
        assert!(!draft.is_public(date(2026, 1, 1), false));
        assert!(draft.is_public(date(2026, 1, 1), true));
    }
}
