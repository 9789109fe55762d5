//! The texts that people wrote for a page, in the order in which they are shown.

use crate::model::prose::Prose;

/// A text of a page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Text<'s> {
    /// Words alone.
    Words(&'s str),
    /// Words in Markdown.
    Prose(&'s Prose),
}

impl<'s> Text<'s> {
    /// Its words.
    #[must_use]
    pub(crate) fn words(self) -> &'s str {
        match self {
            Self::Words(words) => words,
            Self::Prose(prose) => &prose.text,
        }
    }
}

/// Gathers the texts of a page.
#[derive(Default)]
pub(crate) struct Texts<'s>(pub(super) Vec<Text<'s>>);

impl<'s> Texts<'s> {
    /// Adds words.
    pub(crate) fn words(&mut self, words: impl IntoIterator<Item = &'s String>) {
        self.0.extend(words.into_iter().map(|words| Text::Words(words)));
    }

    /// Adds texts in Markdown.
    pub(crate) fn prose(&mut self, prose: impl IntoIterator<Item = &'s Prose>) {
        self.0.extend(prose.into_iter().map(Text::Prose));
    }
}
