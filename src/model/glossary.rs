//! A term and what it means.

mod mentions;

use super::prose::Prose;
use crate::diagnostic::Located;

pub(crate) use mentions::Mentions;

/// A line of `content/glossary.yaml`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GlossaryTerm {
    /// The term.
    pub term: Located<String>,
    /// What it is short for, or its short form.
    pub short: Option<String>,
    /// What it means.
    pub meaning: Prose,
    /// What people type instead.
    pub also: Vec<String>,
}

/// Whose words the search understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SearchGlossary {
    /// The program's own as well as the site's.
    BuiltIn,
    /// The site's alone.
    Own,
}

impl SearchGlossary {
    /// Each with its word in `site.yaml`.
    pub(crate) const WORDS: [(&'static str, Self); 2] = [("builtin", Self::BuiltIn), ("own", Self::Own)];

    /// What holds where a site does not choose: the program's own is about abuse, and for sites about that.
    #[must_use]
    pub(crate) fn usual(sensitive: bool) -> Self {
        if sensitive { Self::BuiltIn } else { Self::Own }
    }
}
