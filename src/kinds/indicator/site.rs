//! What the rest of the site asks of a measured series.

use super::record::Indicator;
use crate::diagnostic::Diagnostic;
use crate::site::search::{SearchDocument, SearchGroup};
use crate::site::{Dated, Headed, OnSite, Published, Resolver, Route, Site, Texts};

impl Dated for Indicator {}

impl OnSite for Indicator {
    type Item = Published<Self>;
    type List = Vec<Self::Item>;

    fn resolve(records: &[Self::Item], _: Resolver<'_>, _: &mut Vec<Diagnostic>) -> Self::List {
        records.to_vec()
    }

    fn anchors_on(_: usize) -> Option<Route> {
        Some(Route::Evidence)
    }

    fn headed(_: &Self) -> Headed<'_> {
        Headed::Nothing
    }

    fn texts<'r>(record: &'r Self, texts: &mut Texts<'r>) {
        texts.prose(&record.description);
    }

    /// Series are found by the page that lists them.
    fn documents(_: &Site, _: usize) -> Vec<SearchDocument<'_>> {
        Vec::new()
    }

    fn list_document(site: &Site) -> Option<SearchDocument<'_>> {
        let figures = site.indicators.iter().map(|indicator| indicator.title.value.clone());
        let (summary, keywords) = ("What the partnership measures.", ["statistics", "data"]);
        let list = SearchDocument::list(Route::Evidence, SearchGroup::Strategy, "Figures", summary, &keywords);
        Some(SearchDocument { body: figures.collect(), ..list })
    }
}
