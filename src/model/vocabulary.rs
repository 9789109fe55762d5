//! The words that services, courses and plans choose from.

use crate::diagnostic::Located;

/// The lists of `content/vocabulary.yaml`.
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
    /// What an editor knows of pairs of people and help that no service names.
    pub(crate) coverage: Vec<CoverageMark>,
}

/// What is known of each pair of some people and some kinds of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CoverageMark {
    /// The people: ids.
    pub(crate) audiences: Vec<Located<String>>,
    /// The kinds of help: ids.
    pub(crate) needs: Vec<Located<String>>,
    /// What is so.
    pub(crate) answer: CoverageAnswer,
}

/// Why it is no gap that no service names some people and some help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CoverageAnswer {
    /// Services for everyone are for them too.
    Everyone,
    /// These people do not need this help.
    NotApplicable,
}

impl CoverageAnswer {
    /// Each with its word in `vocabulary.yaml`.
    pub(crate) const WORDS: [(&'static str, Self); 2] =
        [("everyone", Self::Everyone), ("not-applicable", Self::NotApplicable)];

    /// Its word.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::NotApplicable => "not-applicable",
        }
    }
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
    /// Whether it means people who harm others, or help for them: [`own_behaviour`](super::own_behaviour).
    pub(crate) own_behaviour: bool,
}
