//! What the rest of the site asks of a story.

use super::record::Story;
use crate::diagnostic::Diagnostic;
use crate::record::entry::Entry;
use crate::site::search::{SearchDocument, SearchGroup};
use crate::site::{AtAddress, Dated, OnSite, Published, Resolver, Route, Site, Texts};

impl Dated for Story {}

impl OnSite for Story {
    type Item = Published<Self>;
    type List = Vec<Self::Item>;

    fn resolve(records: &[Self::Item], _: Resolver<'_>, _: &mut Vec<Diagnostic>) -> Self::List {
        records.to_vec()
    }

    fn anchors_on(number: usize) -> Option<Route> {
        Some(Route::Story(number))
    }

    fn texts<'r>(record: &'r Self, texts: &mut Texts<'r>) {
        texts.prose([&record.quote]);
    }

    fn documents(site: &Site, number: usize) -> Vec<SearchDocument<'_>> {
        let story = &site.stories[number];
        vec![SearchDocument {
            body: vec![story.quote.text.clone()],
            ..SearchDocument::of(Route::Story(number), SearchGroup::Information, story.title.as_str())
        }]
    }
}

impl AtAddress for Story {
    fn path(entry: &Entry<Self>) -> String {
        format!("stories/{}/", entry.slug)
    }
}
