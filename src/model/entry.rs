//! A record together with the file it came from.

use std::ops::Deref;

use jiff::civil::Date;

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

/// When a record is to be seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Publication {
    /// Not finished: only in the preview.
    pub draft: bool,
    /// The first day.
    pub from: Option<Located<Date>>,
    /// The last day.
    pub until: Option<Located<Date>>,
}

impl Publication {
    /// Whether the record is to be seen on a day; `drafts` says that unfinished ones are, too.
    #[must_use]
    pub(crate) fn is_public(&self, on: Date, drafts: bool) -> bool {
        (drafts || !self.draft)
            && self.from.as_ref().is_none_or(|from| from.value <= on)
            && self.until.as_ref().is_none_or(|until| on <= until.value)
    }
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
        let draft = Publication { draft: true, ..Publication::default() };
        assert!(!draft.is_public(date(2026, 1, 1), false));
        assert!(draft.is_public(date(2026, 1, 1), true));
    }
}
