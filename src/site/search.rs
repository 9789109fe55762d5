//! What can be searched: a document for each page that someone may look for, and the words that lead to it.

mod concepts;
mod documents;
mod lists;

use std::borrow::Cow;

use super::route::Route;
use crate::model::prose::Prose;
use crate::record::article::Article;
use crate::record::entry::Entry;
pub(crate) use concepts::{Concept, Voice, concepts};
pub(crate) use documents::documents;

/// A page as the search sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SearchDocument<'s> {
    /// The page.
    pub route: Route,
    /// The group of results that it belongs to.
    pub group: SearchGroup,
    /// Its title.
    pub title: Cow<'s, str>,
    /// A sentence to show below the title.
    pub summary: &'s str,
    /// Words that its author says lead to it.
    pub keywords: Vec<&'s str>,
    /// What it is filed under: needs, people, places, languages.
    pub tags: Vec<Tag<'s>>,
    /// The headings in its text.
    pub headings: Vec<&'s str>,
    /// Its words.
    pub body: Vec<String>,
    /// Its telephone numbers, digits alone.
    pub phones: Vec<String>,
    /// Whether it is for people who harm others, and so for nobody who is harmed.
    pub(crate) behaviour_change: bool,
}

/// A word that a page is filed under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag<'s> {
    /// Its name.
    pub name: &'s str,
    /// What people say instead.
    pub also: &'s [String],
    /// How many of its kind the page is filed under: the more, the less the page is about each.
    pub among: usize,
}

/// A group of results, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum SearchGroup {
    /// The helplines and what answers now.
    HelpNow,
    /// Other services.
    Services,
    /// Pages, updates and networks.
    Information,
    /// Courses.
    Training,
    /// Plans, their parts and actions.
    Strategy,
}

impl<'s> SearchDocument<'s> {
    /// A page of which no more is known yet than where it is and what it is called.
    pub(crate) fn of(route: Route, group: SearchGroup, title: impl Into<Cow<'s, str>>) -> Self {
        Self {
            route,
            group,
            title: title.into(),
            summary: "",
            keywords: Vec::new(),
            tags: Vec::new(),
            headings: Vec::new(),
            body: Vec::new(),
            phones: Vec::new(),
            behaviour_change: false,
        }
    }

    /// A page that leads to others, which people look for by its name.
    pub(crate) fn list(
        route: Route,
        group: SearchGroup,
        title: impl Into<Cow<'s, str>>,
        summary: &'s str,
        keywords: &[&'s str],
    ) -> Self {
        Self { summary, keywords: keywords.to_vec(), ..Self::of(route, group, title) }
    }

    /// An update or a page.
    pub(crate) fn of_article(route: Route, entry: &'s Entry<Article>) -> Self {
        Self {
            summary: entry.summary.as_deref().unwrap_or_default(),
            headings: headings(&entry.body).collect(),
            body: vec![entry.body.text.clone()],
            ..Self::of(route, SearchGroup::Information, entry.title.as_str())
        }
    }
}

/// The headings in a text.
pub(crate) fn headings(prose: &Prose) -> impl Iterator<Item = &str> {
    prose.headings.iter().map(|heading| heading.text.as_str())
}
