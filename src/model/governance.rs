//! The boards and groups of a partnership.

use super::plan::Document;
use super::prose::Prose;
use crate::diagnostic::Located;

/// A board or group.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    /// Its id.
    pub id: Located<String>,
    /// Its name.
    pub title: String,
    /// What sort of group it is.
    pub kind: GroupKind,
    /// What it is there for.
    pub remit: Option<Prose>,
    /// The post in the chair.
    pub chair: Option<String>,
    /// Partners' ids, or texts.
    pub members: Vec<Located<String>>,
    /// The group above it.
    pub reports_to: Option<Located<String>>,
    /// How often it meets.
    pub meets: Option<String>,
    /// Terms of reference, minutes.
    pub documents: Vec<Document>,
}

/// What sort of group it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupKind {
    /// It decides.
    Board,
    /// It works.
    Group,
    /// It works until its task is done.
    TaskAndFinish,
    /// It brings people together.
    Forum,
}

impl GroupKind {
    /// Every kind with its word in the content.
    pub(crate) const WORDS: [(&'static str, Self); 4] = [
        ("board", Self::Board),
        ("group", Self::Group),
        ("task-and-finish", Self::TaskAndFinish),
        ("forum", Self::Forum),
    ];

    /// The words for readers.
    #[must_use]
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Board => "Board",
            Self::Group => "Group",
            Self::TaskAndFinish => "Task and finish group",
            Self::Forum => "Forum",
        }
    }
}
