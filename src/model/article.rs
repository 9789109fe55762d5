//! Updates and pages: a text with a title.

use jiff::civil::Date;

use super::entry::Publication;
use super::prose::Prose;
use crate::diagnostic::Located;

/// An update or a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Article {
    /// Its title.
    pub title: Located<String>,
    /// What it says, in a sentence.
    pub summary: Option<String>,
    /// What sort of update it is, and when; pages have none.
    pub news: Option<News>,
    /// Services, courses and plans that belong with it.
    pub related: Vec<Located<String>>,
    /// Its place among others, smallest first.
    pub order: Option<u32>,
    /// Whether it is listed in the navigation of its folder.
    pub navigation: bool,
    /// Who it is for.
    pub audience: Readers,
    /// When it is to be seen.
    pub publication: Publication,
    /// The text.
    pub body: Prose,
    /// The folders it lies in below `pages/` or `updates/`: `professionals`.
    pub folder: String,
}

impl Article {
    /// Whether the article is to be seen on a day. News is not told before its date; `drafts` shows what is
    /// unfinished or still to come.
    #[must_use]
    pub(crate) fn is_public(&self, on: Date, drafts: bool) -> bool {
        let told = self.news.as_ref().is_none_or(|news| news.date.value <= on);
        self.publication.is_public(on, drafts) && (told || drafts)
    }
}

/// What only updates have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct News {
    /// Its date.
    pub date: Located<Date>,
    /// What sort of update it is.
    pub kind: NewsKind,
    /// The first day of a campaign.
    pub from: Option<Located<Date>>,
    /// The last day of a campaign.
    pub until: Option<Located<Date>>,
}

/// Who an article is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Readers {
    /// Anyone.
    #[default]
    Everyone,
    /// People who work with those who need help.
    Professionals,
}

/// What sort of update it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum NewsKind {
    /// Something happened.
    #[default]
    News,
    /// What was learned from one person's way, with details changed.
    CaseStudy,
    /// Something that works.
    GoodPractice,
    /// Something that runs for some weeks.
    Campaign,
    /// A published report.
    Report,
}

impl NewsKind {
    /// Every kind with its word in the content.
    pub(crate) const WORDS: [(&'static str, Self); 5] = [
        ("news", Self::News),
        ("case-study", Self::CaseStudy),
        ("good-practice", Self::GoodPractice),
        ("campaign", Self::Campaign),
        ("report", Self::Report),
    ];

    /// The words for readers.
    #[must_use]
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::News => "News",
            Self::CaseStudy => "Case study",
            Self::GoodPractice => "Good practice",
            Self::Campaign => "Campaign",
            Self::Report => "Report",
        }
    }
}
