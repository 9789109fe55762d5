//! The pages that lead to others, as the search sees them. Services, courses and actions are found by themselves, so that
//! only those lists are here that someone looks for by name.

use super::{SearchDocument, SearchGroup};
use crate::site::Site;
use crate::site::route::Route;

/// Those that list no kind of content of their own.
pub(super) fn of_site(site: &Site) -> impl Iterator<Item = SearchDocument<'_>> {
    let pathway = (!site.courses.is_empty()).then(|| pathway(site));
    partnership(site).into_iter().chain(pathway)
}

fn partnership(site: &Site) -> [SearchDocument<'_>; 2] {
    use SearchGroup::{Information, Strategy};
    let boards = "The boards and groups of the partnership, and their papers.";
    let papers = ["governance", "board", "minutes", "terms of reference"];
    let meanings = "What the words on this site mean, in plain English.";
    let groups = site.governance.iter().flat_map(|group| {
        let remit = group.remit.iter().map(|remit| remit.text.as_str());
        let documents = group.documents.iter().map(|document| document.title.as_str());
        [group.title.as_str()].into_iter().chain(remit).chain(documents)
    });
    [
        SearchDocument {
            body: groups.map(str::to_owned).collect(),
            ..SearchDocument::list(Route::Governance, Strategy, "Who decides", boards, &papers)
        },
        SearchDocument::list(
            Route::Glossary,
            Information,
            "Words explained",
            meanings,
            &["glossary", "jargon", "abbreviations"],
        ),
    ]
}

fn pathway(site: &Site) -> SearchDocument<'_> {
    let summary = "The courses for your work, in the order to take them.";
    let posts = site.courses.iter().flat_map(|calendar| &calendar.course.mandatory_for);
    let (title, keywords) = ("Which training do I need?", ["pathway", "mandatory"]);
    let list = SearchDocument::list(Route::Pathway, SearchGroup::Training, title, summary, &keywords);
    SearchDocument { body: posts.cloned().collect(), ..list }
}
