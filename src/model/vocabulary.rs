//! The words that services, courses and plans choose from.

use crate::diagnostic::Located;

/// The four lists of `content/vocabulary.yaml`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Vocabulary {
    /// Places.
    pub areas: Vec<Term>,
    /// People.
    pub audiences: Vec<Term>,
    /// Kinds of help.
    pub needs: Vec<Term>,
    /// Levels of training.
    pub levels: Vec<Term>,
}

impl Vocabulary {
    /// The place with an id.
    #[must_use]
    pub(crate) fn area(&self, id: &str) -> Option<&Term> {
        self.areas.iter().find(|term| term.id.value == id)
    }

    /// The people with an id.
    #[must_use]
    pub(crate) fn audience(&self, id: &str) -> Option<&Term> {
        self.audiences.iter().find(|term| term.id.value == id)
    }
}

/// One word of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// Its id, in content and addresses.
    pub id: Located<String>,
    /// Its name for readers.
    pub name: String,
    /// What it means.
    pub description: Option<String>,
    /// What people say instead.
    pub also: Vec<String>,
}
